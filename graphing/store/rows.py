"""What the store hands out: frozen rows, free of SQL. Ids are positive integers of the database and never used twice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from graphing.model import Article, MeetingStatus, MentionKind, OrganizationType, ParagraphKind, Precision, Span

# Pixels from the left and from the top.
Point = tuple[float, float]
HighlightKind = Literal["person", "organization", "place", "date", "cue"]
OPENING = 120  # characters of an article's beginning that stand for a title it lacks: more than are shown, so that a view sees a cut


@dataclass(frozen=True, slots=True)
class Added:
    """What became of the extractions given to ``Store.add``; ``articles`` are their ids, in the order given.

    ``copies`` counts those new ones that tell the text of an article stored before (another outlet's, say), ``completed`` those of the
    replaced ones that tell an outlet where none was known.
    """

    new: int = 0
    unchanged: int = 0
    replaced: int = 0
    articles: tuple[int, ...] = ()
    copies: int = 0
    completed: int = 0


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of decisions of another store: how many are new here, and of how many of those something decided later holds.

    ``loose`` are the ids (there) of undos that came without what they take back: they change nothing, and are not kept.
    """

    new: int = 0
    older: int = 0
    loose: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article without its text. ``characters`` is the length of its cleaned text; ``people``, ``organizations`` and ``meetings`` are
    counts. ``opening`` is how the text of one without a title begins (``OPENING`` characters), None of one that has a title."""

    id: int
    source: str
    title: str | None
    outlet: str | None
    url: str | None
    published: date | None
    characters: int
    people: int
    organizations: int
    meetings: int
    author: str | None = None
    opening: str | None = None


ArticleOrder = Literal["newest", "oldest", "added", "meetings", "title", "outlet"]


@dataclass(frozen=True, slots=True)
class Shelf:
    """Which articles are listed, and in which order: ``undated`` only those without a date, ``outlet`` only those of that one.

    Undated ones come last by date; ``added`` is the latest added first, ``meetings`` that of most meetings.
    """

    undated: bool = False
    outlet: str | None = None
    order: ArticleOrder = "newest"


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """An article with its id."""

    id: int
    article: Article


@dataclass(frozen=True, slots=True)
class EntityRow:
    """A person or organisation of all articles. ``articles`` and ``meetings`` count where it appears.

    ``key`` groups what may be the same: the name without blanks (people), the canonical key (organisations). ``type`` is None
    for a person, ``english`` unless somebody has given one; ``group`` is the business group that somebody has put an organisation into,
    '' for none, None where nobody has decided. Two rows may bear one name: nobody has said, and no text proves, that they
    are one.
    """

    id: int
    kind: MentionKind
    name: str
    key: str
    type: OrganizationType | None
    articles: int
    meetings: int
    english: str | None = None
    group: str | None = None


@dataclass(frozen=True, slots=True)
class AffiliationRow:
    """A post: person and organisation are entity ids (None where no text names the organisation).

    ``articles`` counts the articles that tell it; ``first`` and ``last`` are the publication dates of the earliest and the latest
    of them, None where none is dated.
    """

    person: int
    organization: int | None
    title: str
    former: bool
    articles: int
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """An encounter as one article tells it, and its copies: ``sources`` are the articles that tell the same text, ``article`` first, and
    ``outlets`` their outlets, in the same order.

    ``people`` and ``organizations`` (unnamed sides) are entity ids.

    ``first`` and ``last`` are the first and last day of what is meant (2025-02 is 1 to 28 February), None where untold, as are
    ``precision``, ``place`` and ``topic``. ``published`` and ``outlet`` are the article's. ``decided`` is the id of the latest decision
    that a person made about it, None where it stands as the machine read it.

    ``graphing.tellings`` makes one row of what several articles tell: that has their ``tellings``, and the sources of all. The store gives
    rows without.
    """

    id: int
    article: int
    status: MeetingStatus
    first: date | None
    last: date | None
    precision: Precision | None
    place: str | None
    topic: str | None
    certainty: float
    reason: str
    people: tuple[int, ...]
    organizations: tuple[int, ...]
    published: date | None
    outlet: str | None
    decided: int | None = None
    sources: tuple[int, ...] = ()
    outlets: tuple[str | None, ...] = ()
    tellings: tuple[MeetingRow, ...] = ()

    @property
    def told(self) -> tuple[MeetingRow, ...]:
        """Each telling by itself: who met whom is what one of them says, never put together from two."""
        return self.tellings or (self,)

    @property
    def counts(self) -> bool:
        """Whether it is a meeting at all: one telling has two there at least. Of two names that became one, or of which one is no name, a
        meeting of those two is none until somebody takes that back."""
        return any(len({*one.people, *one.organizations}) > 1 for one in self.told)

    def joins(self, *entities: int) -> bool:
        """Whether one telling has all of them there."""
        return any({*entities} <= {*one.people, *one.organizations} for one in self.told)


@dataclass(frozen=True, slots=True)
class Highlight:
    """text[start:end] of a paragraph of evidence; ``entity`` is set for people and organisations."""

    start: int
    end: int
    kind: HighlightKind
    entity: int | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """A paragraph that proves something, and what to mark in it.

    ``span`` is its place in the article's cleaned text, ``text`` the paragraph itself; highlights are offsets of ``text``, ascending,
    never overlapping. ``meetings`` are the ids of the meetings (of those asked for) that it tells, ``post`` says that it gives a
    post that was asked for. ``telling`` holds the stretches of ``text`` that tell them. ``opening``: as an ArticleRow's.
    """

    article: int
    source: str
    title: str | None
    outlet: str | None
    published: date | None
    url: str | None
    span: Span
    kind: ParagraphKind
    text: str
    highlights: tuple[Highlight, ...]
    meetings: tuple[int, ...] = ()
    post: bool = False
    telling: tuple[Span, ...] = ()
    author: str | None = None
    opening: str | None = None


@dataclass(frozen=True, slots=True)
class Appearance:
    """An entity in one article. ``key`` is made of the article's content and the name: it outlives another extraction."""

    key: str
    article: int
    entity: int
    name: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """How much the store holds. ``people`` and ``organizations`` are entities, not appearances."""

    articles: int
    people: int
    organizations: int
    affiliations: int
    meetings: int


@dataclass(frozen=True, slots=True)
class Filters:
    """Which meetings are meant; empty or None asks for all. Conditions are joined by *and*, the values of one by *or*.

    ``between`` keeps meetings whose span of days touches [first, last], either end may be None; meetings without a date are kept
    only where ``between`` is None. ``people`` keeps meetings that all of these entities (people or unnamed sides) attend.
    """

    people: tuple[int, ...] = ()
    between: tuple[date | None, date | None] | None = None
    statuses: tuple[MeetingStatus, ...] = ()
    outlets: tuple[str, ...] = ()
    articles: tuple[int, ...] = ()
    certainty: float = 0.0


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All that a network and a timeline draw, from one state of the store.

    ``meetings`` are those the filters keep, by first day (undated last) and id; without filters ``entities`` are all stored, else those
    of the meetings and the organisations of their people's posts; ``affiliations`` are the posts among ``entities``. ``revision``
    is ``Store.revision()`` at the time: equal revisions and filters give equal snapshots. ``pairs`` are meetings (ids) of which somebody
    has decided that they are one encounter (True) or two, in the order of the decisions.
    """

    entities: tuple[EntityRow, ...]
    affiliations: tuple[AffiliationRow, ...]
    meetings: tuple[MeetingRow, ...]
    revision: int
    pairs: tuple[tuple[int, int, bool], ...] = ()


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What ``Store.add`` would make of extractions: all that is drawn ``before`` and ``after``. Ids that are new are good here only.

    ``meetings``: article → the ids of its meetings, in the order of its extraction as corrected; of one that a copy tells again the id of
    the meeting that it is another source of.
    """

    added: Added
    before: Snapshot
    after: Snapshot
    meetings: Mapping[int, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Places:
    """Where the nodes of a picture stand. A node is an entity (its id) or a meeting (its id with a minus); ``latest`` is a number that
    rises with everything that is kept of the picture, 0 where nothing is."""

    points: Mapping[int, Point] = field(default_factory=dict)
    latest: int = 0
