"""Which meetings a reader means: conditions in, meetings out. Conditions are joined by *and*, the values of one by *or*."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property
from itertools import combinations
from typing import Literal

from graphing.model import MeetingStatus
from graphing.organizations import organization_entry
from graphing.search import folded, holds_all
from graphing.store import AffiliationRow, EntityRow, MeetingRow, Snapshot

Kind = Literal["person", "company", "agency"]


@dataclass(frozen=True, slots=True)
class Conditions:
    """What is asked of a meeting; the empty ones ask nothing.

    ``text``: words, each held by its names, posts, place, topic, outlet or the paragraphs that prove it. ``people``, ``companies``,
    ``agencies``: entity ids, one of which attends (a company or agency also where somebody with a post in it does). ``groups``: business
    groups of those. ``places``, ``outlets``, ``articles``: one of them tells or holds it. ``without``: outlets that do not count.
    ``topic``: words of its topic. ``between``: its days touch [first, last], either end may be None; undated meetings are kept only
    without it. ``often``: the same two of those who attend met so many times at least, in meetings that were held, among those that all
    else keeps (which two these are: ``paired``). ``counterparts``: the kinds of who attends besides the first: a company or agency where
    one attends or somebody with a post in one does, a person where nobody knows of a post.
    """

    text: str = ""
    people: tuple[int, ...] = ()
    companies: tuple[int, ...] = ()
    agencies: tuple[int, ...] = ()
    groups: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    topic: str = ""
    outlets: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    articles: tuple[int, ...] = ()
    between: tuple[date | None, date | None] | None = None
    statuses: tuple[MeetingStatus, ...] = ()
    certainty: float = 0.0
    often: int = 1
    counterparts: tuple[Kind, ...] = ()


EVERYTHING = Conditions()


def group_of(row: EntityRow) -> str:
    """The business group that an organisation belongs to, as somebody decided, else by the lexicon; '' for none."""
    if row.kind != "organization":
        return ""
    if row.group is not None:
        return row.group
    entry = organization_entry(row.name)
    return entry.group if entry else ""


class Sieve:
    """A snapshot, looked through by conditions. Once a text is searched for, ``forms`` gives all names of each entity, and ``telling`` the
    meetings whose evidence holds a word."""

    def __init__(
        self,
        snapshot: Snapshot,
        forms: Callable[[], Mapping[int, Iterable[str]]],
        telling: Callable[[str], frozenset[int]] = lambda _: frozenset(),
    ) -> None:
        self._meetings = snapshot.meetings
        self._entities: dict[int, EntityRow] = {row.id: row for row in snapshot.entities}
        self._forms = forms
        self._telling = cache(telling)
        self.homes: dict[int, tuple[int, ...]] = homes(snapshot.affiliations)
        self._texts: dict[int, str] = {}

    @cached_property
    def met(self) -> Counter[int]:
        """Who is asked for by people, companies or agencies → in how many meetings it is found: an organisation also in its people's."""
        return Counter(one for row in self._meetings for one in {*row.people, *self._bodies(row)})

    @cached_property
    def groups(self) -> list[str]:
        """The business groups of the organisations there are, in alphabetical order."""
        return sorted({group for row in self._entities.values() if (group := group_of(row))})

    @cached_property
    def places(self) -> list[str]:
        """The places of the meetings, the most frequent first."""
        return [place for place, _ in Counter(row.place for row in self._meetings if row.place).most_common()]

    def kept(self, conditions: Conditions) -> tuple[MeetingRow, ...]:
        """The meetings that fit, in the snapshot's order."""
        if conditions == EVERYTHING:
            return self._meetings
        rest = replace(conditions, often=1)
        found = tuple(row for row in self._meetings if self._fits(row, rest))
        return found if conditions.often <= 1 else _met_often(found, conditions.often)

    def _fits(self, row: MeetingRow, asked: Conditions) -> bool:
        return (
            (not asked.statuses or row.status in asked.statuses)
            and (not asked.outlets or not set(asked.outlets).isdisjoint(row.outlets))
            and (not asked.without or not set(row.outlets) <= set(asked.without))
            and (not asked.articles or not set(asked.articles).isdisjoint(row.sources))
            and (not asked.places or any(one.place in asked.places for one in row.told))
            and row.certainty >= asked.certainty
            and (asked.between is None or _touches(row, *asked.between))
            and (not asked.people or not set(asked.people).isdisjoint(row.people))
            and (not asked.companies or not set(asked.companies).isdisjoint(self._bodies(row)))
            and (not asked.agencies or not set(asked.agencies).isdisjoint(self._bodies(row)))
            and (not asked.groups or any(group_of(self._entities[body]) in asked.groups for body in self._bodies(row)))
            and (not asked.counterparts or not set(asked.counterparts).isdisjoint(self._counterparts(row)))
            and (not asked.topic or holds_all(asked.topic, folded(row.topic or "")))
            and (not asked.text or self._holds(asked.text, row))
        )

    def _bodies(self, row: MeetingRow) -> set[int]:
        return {*row.organizations, *(body for person in row.people for body in self.homes.get(person, ()))}

    def _counterparts(self, row: MeetingRow) -> set[Kind]:
        kinds: set[Kind] = set()
        for attendant in (*row.people, *row.organizations)[1:]:
            bodies = (attendant,) if self._entities[attendant].kind == "organization" else self.homes.get(attendant, ())
            kinds.update(self._entities[body].type or "company" for body in bodies)
            if not bodies:
                kinds.add("person")
        return kinds

    def _holds(self, words: str, row: MeetingRow) -> bool:
        text = self._text(row)
        return all(holds_all(word, text) or any(one.id in self._telling(word) for one in row.told) for word in words.split())

    def _text(self, row: MeetingRow) -> str:
        known = self._texts.get(row.id)
        if known is None:
            named = [form for entity in (*row.people, *row.organizations) for form in self._forms().get(entity, ())]
            known = "\n".join(folded(part) for part in (*named, *_words(row)))
            self._texts[row.id] = known
        return known


def narrowed(snapshot: Snapshot, meetings: tuple[MeetingRow, ...]) -> Snapshot:
    """The snapshot of these meetings alone: who attends them, and the organisations where those have posts."""
    if len(meetings) == len(snapshot.meetings):
        return snapshot
    return _attending(snapshot, meetings)


def paired(snapshot: Snapshot, often: int) -> Snapshot:
    """The snapshot of those pairs alone who met ``often`` times at least: each of its meetings is told by these, and by nobody else who was
    there. A luncheon where two met for the tenth time is one of theirs, not one of all its guests."""
    if often <= 1:
        return snapshot
    pairs = _pairs(snapshot.meetings)
    times = _times(snapshot.meetings, pairs)
    told = ((row, {pair for pair in pairs[row.id] if times[pair] >= often}) for row in snapshot.meetings)
    return _attending(snapshot, tuple(_between(row, kept) for row, kept in told if kept))


def _between(row: MeetingRow, pairs: Collection[tuple[int, int]]) -> MeetingRow:
    """A meeting of these pairs: each telling told once for every pair that it has there."""
    tellings = tuple(
        _only(one, {*pair}) for one in row.told for pair in sorted(pairs) if {*pair} <= {*one.people, *one.organizations}
    )
    return replace(_only(row, {one for pair in pairs for one in pair}), tellings=tellings)


def _only(row: MeetingRow, whom: Collection[int]) -> MeetingRow:
    people, sides = (tuple(one for one in there if one in whom) for there in (row.people, row.organizations))
    return replace(row, people=people, organizations=sides, tellings=())


def _attending(snapshot: Snapshot, meetings: tuple[MeetingRow, ...]) -> Snapshot:
    there = {entity for row in meetings for entity in (*row.people, *row.organizations)}
    posts = tuple(post for post in snapshot.affiliations if post.person in there)
    there.update(post.organization for post in posts if post.organization is not None)
    return replace(snapshot, entities=tuple(row for row in snapshot.entities if row.id in there), affiliations=posts, meetings=meetings)


def homes(affiliations: Iterable[AffiliationRow]) -> dict[int, tuple[int, ...]]:
    """Person → where they hold posts; where they held them, if they hold none now."""
    held: dict[int, list[int]] = defaultdict(list)
    past: dict[int, list[int]] = defaultdict(list)
    for post in affiliations:
        if post.organization is not None:
            (past if post.former else held)[post.person].append(post.organization)
    return {person: tuple(dict.fromkeys(held.get(person) or past[person])) for person in {*held, *past}}


def _touches(row: MeetingRow, first: date | None, last: date | None) -> bool:
    if row.first is None or row.last is None:
        return False
    return (first is None or row.last >= first) and (last is None or row.first <= last)


def _words(row: MeetingRow) -> Iterable[str]:
    """Place, topic and outlets, of every telling."""
    return (said for one in row.told for said in (one.place, one.topic, *one.outlets) if said)


def _pairs(rows: Iterable[MeetingRow]) -> dict[int, set[tuple[int, int]]]:
    """Meeting → who met whom there, in one telling."""
    return {row.id: {pair for one in row.told for pair in combinations(sorted({*one.people, *one.organizations}), 2)} for row in rows}


def _times(rows: Iterable[MeetingRow], pairs: Mapping[int, set[tuple[int, int]]]) -> Counter[tuple[int, int]]:
    """How often two met: what is planned or fell through is no meeting of theirs yet, or never was (``model.outcomes``)."""
    return Counter(pair for row in rows if row.status == "held" for pair in pairs[row.id])


def _met_often(rows: tuple[MeetingRow, ...], often: int) -> tuple[MeetingRow, ...]:
    pairs = _pairs(rows)
    times = _times(rows, pairs)
    return tuple(row for row in rows if any(times[pair] >= often for pair in pairs[row.id]))
