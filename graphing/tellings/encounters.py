"""The encounters that meetings tell: put together, and read as one meeting with several sources."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from graphing.model import MeetingStatus, Precision
from graphing.store import MeetingRow, Snapshot
from graphing.tellings.fitting import alike, put_off
from graphing.tellings.nearby import Nearby
from graphing.tellings.ruling import Apart, Unit, parted, units

Field = Literal["date", "place", "who", "status"]
EXACTNESS: dict[Precision | None, int] = {"day": 3, "month": 2, "year": 1, None: 0}


@dataclass(frozen=True, slots=True)
class Reading:
    """One of the things that tellings say of a field, and the ids of those that say it. ``value`` is None where they say nothing."""

    value: object
    meetings: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Encounter:
    """One encounter. ``tellings`` are in the order of publication (undated articles last), ``people`` and ``organizations`` all that
    any names. ``status`` is that of the last telling, a decided one outweighing others; a plan told again undoes no meeting held."""

    tellings: tuple[MeetingRow, ...]
    people: tuple[int, ...]
    organizations: tuple[int, ...]
    status: MeetingStatus

    @property
    def id(self) -> int:
        """The id of the telling that was stored first."""
        return min(one.id for one in self.tellings)

    @property
    def row(self) -> MeetingRow:
        """The encounter as one meeting, with the sources of all.

        Reason, certainty and topic are those of one telling, and its article stands first: one that tells the status that holds, the most
        exact date and the day that most tell (of plans the last told). A date or place that it lacks is another's.
        """
        if len(self.tellings) == 1:
            return self.tellings[0]
        lead = self._lead()
        dated = lead if lead.first else next((one for one in reversed(self.tellings) if one.first), lead)
        ordered = [lead, *(one for one in self.tellings if one is not lead)]
        sources = {source: outlet for one in ordered for source, outlet in zip(one.sources, one.outlets, strict=True)}
        return replace(
            lead,
            id=self.id,
            status=self.status,
            first=dated.first,
            last=dated.last,
            precision=dated.precision,
            place=lead.place or next((one.place for one in ordered if one.place), None),
            topic=lead.topic or next((one.topic for one in ordered if one.topic), None),
            people=tuple(dict.fromkeys(who for one in ordered for who in one.people)),
            organizations=tuple(dict.fromkeys(who for one in ordered for who in one.organizations)),
            decided=max((one.decided for one in self.tellings if one.decided is not None), default=None),
            sources=tuple(sources),
            outlets=tuple(sources.values()),
            tellings=self.tellings,
        )

    def _lead(self) -> MeetingRow:
        fitting = [one for one in self.tellings if one.status == self.status]
        said = Counter((one.first, one.precision) for one in fitting)
        places = {one.id: place if self.status == "held" else -place for place, one in enumerate(self.tellings)}
        return min(
            fitting,
            key=lambda one: (
                one.decided is None,
                -EXACTNESS[one.precision],
                -said[one.first, one.precision] if self.status == "held" else 0,
                places[one.id],
            ),
        )

    def readings(self, field: Field) -> tuple[Reading, ...]:
        """What the tellings say of a field, most often said first; one entry where they agree."""
        said: dict[object, list[int]] = defaultdict(list)
        for one in self.tellings:
            said[FIELDS[field](one)].append(one.id)
        ordered = sorted(said.items(), key=lambda pair: (pair[0] is None, -len(pair[1]), min(pair[1])))
        return tuple(Reading(value, tuple(idents)) for value, idents in ordered)

    def differing(self) -> tuple[Field, ...]:
        """The fields of which two tellings say different things (saying nothing is no difference)."""
        return tuple(field for field in FIELDS if len([one for one in self.readings(field) if one.value is not None]) > 1)


def _date(one: MeetingRow) -> object:
    return (one.first, one.precision) if one.first else None


FIELDS: dict[Field, Callable[[MeetingRow], object]] = {
    "date": _date,
    "place": lambda one: one.place,
    "who": lambda one: (frozenset(one.people), frozenset(one.organizations)),
    "status": lambda one: one.status,
}


def encounters(meetings: Iterable[MeetingRow], pairs: Iterable[tuple[int, int, bool]] = ()) -> tuple[Encounter, ...]:
    """The encounters that the meetings tell, in the order of their first telling; most have one.

    ``pairs``: what people decided of two tellings (ids; whether they are one), in order; it comes before what the tellings look like.
    """
    rows = sorted(meetings, key=_when_told)
    together, apart = units(rows, pairs)
    groups: list[list[Unit]] = []
    nearby = Nearby(rows)
    for unit in together:
        fits = [(score, -number) for number in nearby.groups(unit) if (score := _fit(unit, groups[number], apart)) is not None]
        best = max(fits, default=None)
        if best and _clear(best[0], [score for score, _ in fits]):
            number = -best[1]
            groups[number].append(unit)
        else:
            number = len(groups)
            groups.append([unit])
        for one in unit:
            nearby.add(one, number)
    return tuple(encounter(sorted((one for unit in group for one in unit), key=_when_told)) for group in groups)


def encounter(tellings: Sequence[MeetingRow]) -> Encounter:
    """The encounter that these tell, in the order of publication."""
    decided = [one for one in tellings if one.decided is not None]
    # When an undated article appeared is unknown: it is no later word.
    last = (decided or [one for one in tellings if one.published] or tellings)[-1].status
    if last == "planned" and not decided and any(one.status == "held" for one in tellings):
        last = "held"
    return Encounter(
        tuple(tellings),
        tuple(dict.fromkeys(who for one in tellings for who in one.people)),
        tuple(dict.fromkeys(who for one in tellings for who in one.organizations)),
        last,
    )


def gathered(snapshot: Snapshot) -> Snapshot:
    """The snapshot with one meeting for each encounter, by first day (undated last) and id, as before; who attends is counted anew.

    The store keeps what the articles tell. What is drawn, listed, profiled and counted is drawn from here, so here alone those go that do
    not count (``MeetingRow.counts``).
    """
    counting = [row for row in snapshot.meetings if row.counts]
    rows = sorted((one.row for one in encounters(counting, snapshot.pairs)), key=lambda row: (row.first or date.max, row.id))
    if len(rows) == len(snapshot.meetings):
        return snapshot
    attended = Counter(who for row in rows for who in {*row.people, *row.organizations})
    entities = tuple(replace(row, meetings=attended[row.id]) for row in snapshot.entities)
    return replace(snapshot, entities=entities, meetings=tuple(rows))


def _when_told(row: MeetingRow) -> tuple[date, int]:
    return row.published or date.max, row.id


def _fit(unit: Unit, group: list[Unit], apart: Apart) -> tuple[float, ...] | None:
    """How well tellings fit an encounter, None where they do not: like one of its tellings, and of another day than none of them.

    Of tellings that somebody has put together one that fits speaks for all.
    """
    inside = [one for told in group for one in told]
    if {one.article for one in unit} & {one.article for one in inside} or parted(unit, inside, apart):
        return None
    scores: list[tuple[float, ...]] = []
    for told in group:
        asked = ((earlier, later) for earlier in told for later in unit if not _planned_anew(earlier, later, inside))
        found = [score for earlier, later in asked if (score := alike(earlier, later)) is not None]
        if found:
            scores.append(max(found))
        elif any(earlier.first and later.first and not _moved(earlier, inside) for earlier in told for later in unit):
            return None
    return max(scores) if scores else None


def _moved(plan: MeetingRow, tellings: Iterable[MeetingRow]) -> bool:
    """Whether one of the tellings put a plan off."""
    return any(put_off(plan, later) for later in tellings)


def _planned_anew(plan: MeetingRow, later: MeetingRow, tellings: Iterable[MeetingRow]) -> bool:
    """Whether a plan for a later day follows one that was called off before: nothing is put off that is off."""
    off = (one.published for one in tellings if one.status == "cancelled")
    return put_off(plan, later) and any(told and later.published and told < later.published for told in off)


def _clear(best: tuple[float, ...], scores: list[tuple[float, ...]]) -> bool:
    """Whether it is said which encounter is meant: 'in February' joins neither of two that were in February."""
    return scores.count(best) == 1 or bool(best[2])
