"""What an article says: its people, their posts, its organisations, and who met whom. Pure: an article in, objects with offsets out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphing.model import Article, Extraction

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pycrfsuite

    from graphing.extract.meetings.finding import Models
    from graphing.extract.names.tagger import Guess

# Goes up with every change of what is understood, so that stored articles can be read again.
VERSION = 25


def extract(article: Article, tagger: pycrfsuite.Tagger | None = None, models: Models | None = None) -> Extraction:
    """Everything that Hoedong understands of one article; offsets are characters of ``article.text``.

    ``tagger`` (of names) and ``models`` (of meetings) default to those that ship.
    """
    # Only where text is read: who wants a part of this package, as the pages do, need not wait for all.
    from graphing.extract.as_printed import as_printed  # noqa: PLC0415
    from graphing.extract.older import as_now  # noqa: PLC0415

    return as_now(article, lambda now: as_printed(now, lambda printed, told: _understood(printed, told, tagger, models)))


def _understood(article: Article, told: Sequence[Guess], tagger: pycrfsuite.Tagger | None, models: Models | None) -> Extraction:
    from graphing import language  # noqa: PLC0415
    from graphing.extract.dates.finding import find_dates  # noqa: PLC0415
    from graphing.extract.entities.organizations import resolve_organizations  # noqa: PLC0415
    from graphing.extract.entities.people import resolve_people, unnamed_people  # noqa: PLC0415
    from graphing.extract.meetings.finding import find_meetings  # noqa: PLC0415
    from graphing.extract.names.finding import find_mentions  # noqa: PLC0415
    from graphing.extract.places.finding import find_places  # noqa: PLC0415
    from graphing.extract.posts.titles import find_titles  # noqa: PLC0415
    from graphing.extract.unbroken import in_paragraphs  # noqa: PLC0415

    read, sentences = in_paragraphs(article, language.sentences(article))
    titles = find_titles(article.text)
    mentions = find_mentions(article, sentences, titles, tagger, told)
    organizations = resolve_organizations(article, mentions)
    people = resolve_people(article, sentences, mentions, titles, organizations)
    dates = find_dates(article, sentences)
    places = find_places(article, sentences)
    meetings = find_meetings(read, sentences, people, organizations, dates, places, models)
    return Extraction(article, people, organizations, meetings, unnamed_people(article.text, mentions, people))
