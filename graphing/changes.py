"""What articles that are about to be stored change: which of their meetings are new, which are told already and which are told otherwise.

Pure: compares what is stored with what would be (``Store.foresee``), encounter by encounter.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from graphing.store import EntityRow, Foreseen, MeetingRow
from graphing.tellings import Field, doubts, encounter, gathered

# Nothing like it is stored; told already, and the same; told already, and otherwise; the very same text (or article) has told it.
Kind = Literal["new", "confirmed", "contradicted", "duplicate"]
KINDS: tuple[Kind, ...] = ("new", "confirmed", "contradicted", "duplicate")


@dataclass(frozen=True, slots=True)
class Change:
    """What one meeting of a new article does.

    ``telling`` is the meeting as it would be stored, ``known`` the encounter as it is told already (None: nowhere), ``fields`` what the
    two say differently. Where one says less (no place, a month and not a day, fewer guests) nothing is contradicted. ``doubtful`` is the
    stored encounter that a new one may be after all.
    """

    kind: Kind
    telling: MeetingRow
    known: MeetingRow | None = None
    fields: tuple[Field, ...] = ()
    doubtful: MeetingRow | None = None


@dataclass(frozen=True, slots=True)
class Changes:
    """What comes with articles: of each, in the order they were given, what its meetings do, in its order; and who was not known before.
    A meeting that does not count, for those who were there are one by what somebody has decided, does nothing (None).

    ``entities`` are all that the rows name, by id.
    """

    articles: tuple[tuple[Change | None, ...], ...]
    people: tuple[EntityRow, ...]
    organizations: tuple[EntityRow, ...]
    entities: Mapping[int, EntityRow]

    def count(self, kind: Kind) -> int:
        """How many meetings are of a kind."""
        return Counter(change.kind for article in self.articles for change in article if change)[kind]


def changes(foreseen: Foreseen) -> Changes:
    """What changes from what is to what would be."""
    stored = {row.id: row for row in foreseen.before.meetings}
    rows = gathered(foreseen.after).meetings
    whole = {one.id: row for row in rows for one in row.told}
    tellings = {one.id: one for row in rows for one in row.told}
    likely = _doubtful(rows, stored, foreseen.after.pairs)
    met: set[int] = set(stored)
    found: dict[int, tuple[Change | None, ...]] = {}
    for article in foreseen.added.articles:
        if article in found:
            continue  # given twice
        said: list[Change | None] = []
        for meeting in foreseen.meetings[article]:
            if meeting not in tellings:
                said.append(None)
                continue
            change = _change(article, tellings[meeting], whole[meeting], stored.get(meeting), met)
            said.append(replace(change, doubtful=likely.get(meeting)) if change.kind == "new" else change)
            met.add(meeting)
        found[article] = tuple(said)
    known = {row.id for row in foreseen.before.entities}
    fresh = [row for row in foreseen.after.entities if row.id not in known]
    return Changes(
        tuple(found[article] for article in foreseen.added.articles),
        tuple(row for row in fresh if row.kind == "person"),
        tuple(row for row in fresh if row.kind == "organization"),
        {row.id: row for row in (*foreseen.before.entities, *foreseen.after.entities)},
    )


def _change(article: int, telling: MeetingRow, whole: MeetingRow, stored: MeetingRow | None, met: set[int]) -> Change:
    if telling.article != article:
        return Change("duplicate", telling, whole)  # the same text, another outlet's, tells it
    others = [one for one in whole.told if one.id in met and one.id != telling.id]
    if stored is not None and _says(stored) == _says(telling):
        return Change("duplicate", telling, stored)
    known = [stored] if stored is not None else others
    if not known:
        return Change("new", telling)
    told = encounter(known).row
    fields = differing(told, telling)
    return Change("contradicted" if fields else "confirmed", telling, told, fields)


def _doubtful(
    rows: Iterable[MeetingRow], stored: Container[int], pairs: Iterable[tuple[int, int, bool]]
) -> dict[int, MeetingRow]:
    """Fresh meeting → the stored one that it most likely is, where somebody should be asked."""
    found: dict[int, MeetingRow] = {}
    for doubt in doubts(rows, pairs):
        for one, other in ((doubt.one, doubt.other), (doubt.other, doubt.one)):
            if one.id not in stored and other.id in stored:
                found.setdefault(one.id, other)
    return found


def _says(row: MeetingRow) -> tuple[object, ...]:
    return row.first, row.precision, row.place, row.status, frozenset(row.people), frozenset(row.organizations)


def differing(one: MeetingRow, other: MeetingRow) -> tuple[Field, ...]:
    """The fields of which two rows say things that cannot both be so."""
    found: list[Field] = []
    if one.first and one.last and other.first and other.last and (one.last < other.first or other.last < one.first):
        found.append("date")
    if one.place and other.place and one.place != other.place:
        found.append("place")
    here, there = ({*row.people, *row.organizations} for row in (one, other))
    if not there <= here:
        found.append("who")
    if one.status != other.status:
        found.append("status")
    return tuple(found)
