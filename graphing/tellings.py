"""One encounter told by several articles: which tellings belong together, where they differ, and how a plan turned out. Pure.

Precision first, as with names: tellings belong together where those who were there are mostly the same and the dates allow it;
articles never lose a meeting of their own, for one article tells its meetings apart itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from graphing.model import MeetingStatus
from graphing.store import MeetingRow

Field = Literal["date", "place", "who", "status"]
# Papers that tell the same news do so within these days.
NEWS = timedelta(days=3)
# A plan is called off or turns out within these.
PLAN = timedelta(days=60)
SHARED = 0.5


@dataclass(frozen=True, slots=True)
class Reading:
    """One of the things that tellings say of a field, and the ids of those that say it. ``value`` is None where they say nothing."""

    value: object
    meetings: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Encounter:
    """One encounter. ``tellings`` are in the order of publication (undated articles last), ``people`` and ``organizations`` all that
    any names. ``status`` is that of the last telling, a decided one outweighing others."""

    tellings: tuple[MeetingRow, ...]
    people: tuple[int, ...]
    organizations: tuple[int, ...]
    status: MeetingStatus

    @property
    def id(self) -> int:
        """The id of the telling that was stored first."""
        return min(one.id for one in self.tellings)

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
    where: dict[int, list[int]] = defaultdict(list)
    for one in sorted(meetings, key=lambda row: (row.published or date.max, row.id)):
        near = dict.fromkeys(number for who in _present(one) for number in where[who])
        fits = [(score, -number) for number in near if (score := _fit(one, groups[number])) is not None]
        if fits:
            groups[-max(fits)[1]].append(one)
            number = -max(fits)[1]
        else:
            number = len(groups)
            groups.append([one])
        for who in _present(one):
            if number not in where[who]:
                where[who].append(number)
    return tuple(_encounter(group) for group in groups)


def _encounter(tellings: list[MeetingRow]) -> Encounter:
    decided = [one for one in tellings if one.decided is not None]
    return Encounter(
        tuple(tellings),
        tuple(dict.fromkeys(who for one in tellings for who in one.people)),
        tuple(dict.fromkeys(who for one in tellings for who in one.organizations)),
        (decided or tellings)[-1].status,
    )


def _present(one: MeetingRow) -> set[int]:
    return {*one.people, *one.organizations}


def _fit(one: MeetingRow, group: list[MeetingRow]) -> tuple[float, ...] | None:
    """How well a telling fits an encounter, None where it does not."""
    if any(one.article == other.article for other in group):
        return None
    scores = [score for other in group if (score := _same(other, one)) is not None]
    return max(scores) if scores else None


def _same(earlier: MeetingRow, later: MeetingRow) -> tuple[float, ...] | None:
    here, there = _present(earlier), _present(later)
    shared = len(here & there)
    if shared < 2 or shared / len(here | there) < SHARED:
        return None
    alike = shared / len(here | there)
    apart = _days_between(earlier.published, later.published)
    if earlier.first and later.first and earlier.last and later.last:
        if earlier.first <= later.last and later.first <= earlier.last:
            return 3.0, alike, earlier.precision == later.precision
        # Papers of the same days that put one encounter on two days that follow each other.
        neighbours = abs((earlier.first - later.first).days) <= 1 and earlier.precision == later.precision == "day"
        if neighbours and here == there and apart is not None and apart <= NEWS and earlier.outlet != later.outlet:
            return 2.0, alike, False
        return (1.0, alike, False) if _put_off(earlier, later) else None
    if apart is None or here != there:
        return None
    if later.status == "held" and earlier.first and later.published and later.published < earlier.first:
        return None  # held before the planned day had come: another one
    if earlier.status == "planned" and later.status != "planned":
        return (1.0, alike, False) if apart <= PLAN else None
    return (1.0, alike, False) if apart <= NEWS and earlier.status == later.status else None


def _put_off(earlier: MeetingRow, later: MeetingRow) -> bool:
    """A plan that, before its day had come, was told for a later day."""
    if earlier.status != "planned" or later.status != "planned" or _present(earlier) != _present(later):
        return False
    if not (earlier.last and later.first and earlier.published and later.published):
        return False
    return earlier.published < later.published <= earlier.last < later.first <= earlier.last + PLAN


def _days_between(one: date | None, other: date | None) -> timedelta | None:
    return abs(one - other) if one and other else None
