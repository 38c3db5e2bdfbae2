"""Short made-up articles of 5 February 2025 through the whole extraction, and a meeting in one line."""

from __future__ import annotations

from datetime import date

from graphing.articles import split_articles
from graphing.extract import extract
from graphing.model import Document, Extraction, Meeting

PUBLISHED = date(2025, 2, 5)
# How a meeting is read is asked also where a single short sentence leaves it less sure than what is reported.
UNSURE = 0.35


def read(text: str, published: date | None = PUBLISHED) -> list[Extraction]:
    return [extract(article) for article in split_articles(Document("made up", text, published))]


def shown(meeting: Meeting) -> str:
    """'고은찬, 민도영 | held | 2025-02-04 | 더한호텔'; '–' for what is untold, '누리은행 측' for a side whose people are unnamed."""
    who = sorted(one.name for one in meeting.participants) + [f"{name} 측" for name in meeting.orgs]
    when, place = meeting.when.iso() if meeting.when else "–", meeting.place.name if meeting.place else "–"
    return " | ".join((", ".join(who), meeting.status, when, place))


def met(text: str) -> list[str]:
    """The people of each encounter of a text, in order of their names: '고은찬 민도영'."""
    meetings = [meeting for extraction in read(text) for meeting in extraction.meetings]
    return sorted(" ".join(sorted(one.name for one in meeting.participants)) for meeting in meetings)
