"""The core types: what is read, what is understood, and where the text says so.

All offsets are characters of ``Article.text``, the cleaned text of one article, as half-open ranges; ``Article.original``
turns them into offsets of the document that the article was cut from. Terms: a meeting is ACE's *Contact.Meet* and
FollowTheMoney's *Event*, a post is FollowTheMoney's *Directorship*, an article is schema.org's *NewsArticle*.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple, get_args

# aside: the headline of another article, named beside this one.
ParagraphKind = Literal["headline", "body", "caption", "aside"]
OrganizationType = Literal["company", "agency"]
MentionKind = Literal["person", "organization"]
MeetingStatus = Literal["held", "planned", "cancelled"]
Precision = Literal["day", "month", "year"]
# Where a date or an outlet was found: a record or sidecar beside the text, a row of a table, the markup of a web page, the head of an
# e-mail, the entry of a feed, the text itself, the file's name; or somebody said it.
Origin = Literal["record", "epoch", "table", "page", "mail", "feed", "text", "name", "said"]


class Span(NamedTuple):
    """A half-open range of characters."""

    start: int
    end: int


NOWHERE = Span(0, 0)


class Run(NamedTuple):
    """A stretch of an article's text and the stretch of the document it was copied from.

    Where the two lengths differ (decomposed Hangul that was composed), the whole of one stands for the whole of the other.
    """

    start: int
    length: int
    original_start: int
    original_length: int


@dataclass(frozen=True, slots=True)
class Document:
    """A file or record as it came in. ``published`` is None where nobody has said when it appeared.

    ``published_from`` and ``outlet_from`` tell where the two were found; they are no part of what makes two documents equal.
    """

    source: str
    text: str
    published: date | None = None
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published_from: Origin | None = field(default=None, compare=False)
    outlet_from: Origin | None = field(default=None, compare=False)
    author: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of ``Article.text``: text[start:end]."""

    start: int
    end: int
    kind: ParagraphKind = "body"


@dataclass(frozen=True, slots=True)
class Article:
    """One article of a document: ``text`` is cleaned, ``runs`` (ascending, gapless in ``text``) lead back to the document.

    ``author`` is who wrote it, several with commas between (schema.org NewsArticle.author); None where nobody is named.

    ``start`` and ``end`` are the article's range in the document. Characters of ``text`` that stand in no run (a blank put
    where two pieces were joined) have no original.

    ``identity`` names the article where its outlet was learned, or corrected, after it was stored: it is known by what it was then. It is
    no part of what makes two articles equal.
    """

    source: str
    start: int
    end: int
    text: str
    runs: tuple[Run, ...]
    paragraphs: tuple[Paragraph, ...]
    title: str | None = None
    published: date | None = None
    outlet: str | None = None
    url: str | None = None
    author: str | None = None
    identity: str | None = field(default=None, compare=False, repr=False)

    def original(self, start: int, end: int) -> tuple[Span, ...]:
        """The pieces of the document that text[start:end] was made from, in order, neighbours joined."""
        pieces: list[Span] = []
        first = max(0, bisect_right(self.runs, start, key=lambda run: run.start) - 1)
        for run in self.runs[first:]:
            if run.start >= end:
                break
            low, high = max(start, run.start), min(end, run.start + run.length)
            if low >= high:
                continue
            if run.length == run.original_length:
                shift = run.original_start - run.start
                piece = Span(low + shift, high + shift)
            else:
                piece = Span(run.original_start, run.original_start + run.original_length)
            if pieces and pieces[-1].end == piece.start:
                piece = Span(pieces.pop().start, piece.end)
            pieces.append(piece)
        return tuple(pieces)

    def original_hull(self, start: int, end: int) -> Span:
        """The shortest single range of the document that holds all of text[start:end].

        Raises ValueError where no character of it comes from the document.
        """
        pieces = self.original(start, end)
        if not pieces:
            raise ValueError(f"no character of {self.text[start:end]!r} ({start}–{end}) comes from the document {self.source!r}")
        # A caption that broke a sentence is moved behind it, so the pieces of a range need not ascend.
        return Span(min(piece.start for piece in pieces), max(piece.end for piece in pieces))


class Token(NamedTuple):
    """A morpheme: its form and tag in the Sejong tag set, and where it stands (a fused ending may overlap its stem)."""

    form: str
    tag: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of ``Article.text`` with its tokens; ``paragraph`` is the index of its paragraph."""

    start: int
    end: int
    tokens: tuple[Token, ...]
    paragraph: int


@dataclass(frozen=True, slots=True)
class Mention:
    """A name where it stands: ``article.text[start:end] == text``. A title beside the name is not part of it."""

    start: int
    end: int
    text: str
    kind: MentionKind


@dataclass(frozen=True, slots=True)
class Affiliation:
    """A post that the text gives a person. ``organization`` is None where the text names none (대통령, 의원)."""

    organization: str | None
    title: str
    former: bool = False
    evidence: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class Person:
    """A person of one article, named by the fullest form in the text without title."""

    name: str
    aliases: tuple[str, ...] = ()
    affiliations: tuple[Affiliation, ...] = ()
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Organization:
    """A company or agency of one article."""

    name: str
    type: OrganizationType = "company"
    aliases: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class DateRange:
    """A date as exact as the text allows: the first day of the day, month or year meant, and the words that gave it.

    ``words`` is None where the date was carried over from a sentence that told it before; ``reason`` then says how.
    """

    first: date
    precision: Precision
    words: Span | None = None
    reason: str = ""

    def iso(self) -> str:
        """'2025-02-04', '2025-02' or '2025', by precision."""
        return self.first.isoformat()[: {"day": 10, "month": 7, "year": 4}[self.precision]]


@dataclass(frozen=True, slots=True)
class Place:
    """A venue as written, in its shortest useful form."""

    name: str
    words: Span


@dataclass(frozen=True, slots=True)
class Participant:
    """A person at a meeting and the words that put them there (a name, or 두 사람, 양측)."""

    name: str
    words: Span


@dataclass(frozen=True, slots=True)
class Meeting:
    """An encounter of the people named in ``participants``; ``orgs`` are sides whose people are unnamed.

    ``evidence`` holds the telling clauses, ``cue`` the words that tell the encounter; ``certainty`` is a probability (0–1)
    that the encounter is rightly read, with its ``reason``. ``when``, ``place`` and ``topic`` are None where untold.
    """

    participants: tuple[Participant, ...]
    status: MeetingStatus
    evidence: tuple[Span, ...]
    cue: Span
    orgs: tuple[str, ...] = ()
    when: DateRange | None = None
    place: Place | None = None
    topic: Span | None = None
    certainty: float = 0.0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was understood of one article.

    ``unnamed`` are those whose names the text keeps back (A씨, 김모씨). They are exported, but nothing is filed under a letter: they are
    not stored, join nobody of another article and say nothing of whether two readings agree.
    """

    article: Article
    people: tuple[Person, ...] = ()
    organizations: tuple[Organization, ...] = ()
    meetings: tuple[Meeting, ...] = field(default=())
    unnamed: tuple[Person, ...] = field(default=(), compare=False)


def outcomes(statuses: Iterable[MeetingStatus]) -> Counter[MeetingStatus]:
    """How many meetings were held, are planned and fell through, the firmest first. Who *met*, and how often, is told by those that were
    held alone, wherever it is told: profile, tables, filter, hints."""
    counted = Counter(statuses)
    return Counter({status: counted[status] for status in get_args(MeetingStatus) if counted[status]})
