"""One encounter told by several articles: which tellings belong together, where they differ, and how a plan turned out. Pure.

Precision first, as with names: tellings belong together where those who were there are mostly the same and the dates allow it;
articles never lose a meeting of their own, for one article tells its meetings apart itself.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations
from typing import Literal

from graphing.model import MeetingStatus, Precision
from graphing.store import MeetingRow, Snapshot

Field = Literal["date", "place", "who", "status"]
# Papers that tell the same news do so within these days.
NEWS = timedelta(days=3)
# A plan is called off or turns out within these.
PLAN = timedelta(days=60)
# Months that a plan may lie back.
MONTHS = 3
SHARED = 0.5
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


def encounters(meetings: Iterable[MeetingRow]) -> tuple[Encounter, ...]:
    """The encounters that the meetings tell, in the order of their first telling; most have one."""
    groups: list[list[MeetingRow]] = []
    # Two who were there and a month → the encounters that may be meant: a busy year of one person is not searched for each meeting.
    where: dict[tuple[tuple[int, int], int], dict[int, None]] = defaultdict(dict)
    for one in sorted(meetings, key=lambda row: (row.published or date.max, row.id)):
        pairs = list(combinations(sorted(_present(one)), 2))
        sought = _months(one, MONTHS, 1)
        near = {number for pair in pairs for month in sought for number in where.get((pair, month), ())}
        fits = [(score, -number) for number in near if (score := _fit(one, groups[number])) is not None]
        best = max(fits, default=None)
        if best and _clear(best[0], [score for score, _ in fits]):
            number = -best[1]
            groups[number].append(one)
        else:
            number = len(groups)
            groups.append([one])
        for pair in pairs:
            for month in _months(one):
                where[pair, month][number] = None
    return tuple(encounter(group) for group in groups)


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
    """The snapshot with one meeting for each encounter, by first day (undated last) and id, as before; who attends is counted anew."""
    rows = sorted((one.row for one in encounters(snapshot.meetings)), key=lambda row: (row.first or date.max, row.id))
    if len(rows) == len(snapshot.meetings):
        return snapshot
    attended = Counter(who for row in rows for who in {*row.people, *row.organizations})
    entities = tuple(replace(row, meetings=attended[row.id]) for row in snapshot.entities)
    return replace(snapshot, entities=entities, meetings=tuple(rows))


def _months(one: MeetingRow, before: int = 0, after: int = 0) -> set[int]:
    """The months, counted through, of what is told and of the day when it was, and so many before and after."""
    found: set[int] = set()
    for first, last in ((one.first, one.last), (one.published, one.published)):
        if first and last:
            found.update(range(first.year * 12 + first.month - before, last.year * 12 + last.month + after + 1))
    return found


def _present(one: MeetingRow) -> set[int]:
    return {*one.people, *one.organizations}


def _fit(one: MeetingRow, group: list[MeetingRow]) -> tuple[float, ...] | None:
    """How well a telling fits an encounter, None where it does not: like one of its tellings, and of another day than none of them."""
    scores: list[tuple[float, ...]] = []
    for other in group:
        if one.article == other.article:
            return None
        score = _same(other, one)
        if score is not None:
            scores.append(score)
        elif other.first and one.first and not any(_put_off(other, later) for later in group):
            return None
    return max(scores) if scores else None


def _clear(best: tuple[float, ...], scores: list[tuple[float, ...]]) -> bool:
    """Whether it is said which encounter is meant: 'in February' joins neither of two that were in February."""
    return scores.count(best) == 1 or bool(best[2])


def _same(earlier: MeetingRow, later: MeetingRow) -> tuple[float, ...] | None:
    here, there = _present(earlier), _present(later)
    shared = len(here & there)
    if shared < 2 or shared / len(here | there) < SHARED or _too_early(earlier, later) or _too_early(later, earlier):
        return None
    alike = shared / len(here | there)
    apart = _days_between(earlier.published, later.published)
    if earlier.first and later.first and earlier.last and later.last:
        if earlier.first <= later.last and later.first <= earlier.last:
            placed = bool(earlier.place) and earlier.place == later.place
            return (3.0, alike, earlier.precision == later.precision, placed) if _surely(earlier, later) else None
        # Papers of the same days that put one encounter on two days that follow each other.
        neighbours = abs((earlier.first - later.first).days) <= 1 and earlier.precision == later.precision == "day"
        if neighbours and here == there and apart is not None and apart <= NEWS and earlier.outlet != later.outlet:
            return 2.0, alike, False
        return (1.0, alike, False) if _put_off(earlier, later) else None
    if apart is None or here != there:
        return None
    if earlier.status == "planned" and later.status != "planned":
        return (1.0, alike, False) if apart <= PLAN else None
    return (1.0, alike, False) if apart <= NEWS and earlier.status == later.status else None


def _too_early(plan: MeetingRow, other: MeetingRow) -> bool:
    """Told as held before the planned day had come: another one."""
    told = plan.status == "planned" and other.status == "held"
    return told and plan.first is not None and other.published is not None and other.published < plan.first


def _surely(one: MeetingRow, other: MeetingRow) -> bool:
    """Whether dates that overlap may mean one encounter. Of another place only on one day, by all the same people; of a year only where
    the papers told it within a few days."""
    on_a_day = one.precision == other.precision == "day"
    if one.place and other.place and one.place != other.place and not (on_a_day and _present(one) == _present(other)):
        return False
    if on_a_day:
        return True
    apart = _days_between(one.published, other.published)
    return "year" not in {one.precision, other.precision} or (apart is not None and apart <= NEWS)


def _put_off(earlier: MeetingRow, later: MeetingRow) -> bool:
    """A plan that, before its day had come, was told for a later day."""
    if earlier.status != "planned" or later.status != "planned" or _present(earlier) != _present(later):
        return False
    if not (earlier.last and later.first and earlier.published and later.published):
        return False
    return earlier.published < later.published <= earlier.last < later.first <= earlier.last + PLAN


def _days_between(one: date | None, other: date | None) -> timedelta | None:
    return abs(one - other) if one and other else None
