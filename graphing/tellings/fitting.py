"""Whether two tellings may mean one encounter: surely, or so that somebody should be asked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from graphing.store import MeetingRow
from graphing.tellings.sharing import Shared

# Papers that tell the same news do so within these days.
NEWS = timedelta(days=3)
# A plan is called off or turns out within these.
PLAN = timedelta(days=60)
# Months that a plan may lie back.
MONTHS = 3
SHARED = 0.5
# Days between two meetings that may be one told with a slip of the calendar; and between undated ones, by when they were told.
SLIP = 7
UNDATED = 14


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two encounters that may be one. ``score`` (0–1) orders doubts; it is no probability."""

    one: MeetingRow
    other: MeetingRow
    score: float


def doubts(meetings: Iterable[MeetingRow], pairs: Iterable[tuple[int, int, bool]] = ()) -> tuple[Doubt, ...]:
    """Pairs of encounters (rows of ``gathered``) of mostly the same people about the same time, likeliest first, told by different
    articles. Not those of which somebody has decided (``pairs``)."""
    settled = {(min(a, b), max(a, b)) for a, b, _ in pairs}
    rows = list(meetings)
    crowds = [present(row) for row in rows]
    shared = Shared()
    found: dict[tuple[int, int], float] = {}
    for number, (row, here) in enumerate(zip(rows, crowds, strict=True)):
        for other in shared.by(here, months(row, 1, 1)):
            if _mostly(here, crowds[other]) and (score := _doubt(rows[other], row, settled)):
                found[other, number] = score
        shared.add(number, here, months(row))
    ordered = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Doubt(rows[a], rows[b], score) for (a, b), score in ordered)


def _doubt(one: MeetingRow, other: MeetingRow, settled: set[tuple[int, int]]) -> float:
    if set(one.sources) & set(other.sources):
        return 0.0
    if any((min(a.id, b.id), max(a.id, b.id)) in settled for a in one.told for b in other.told):
        return 0.0
    near = _nearness(one, other)
    placed = 0.8 if one.place and other.place and one.place != other.place else 1.0
    here, there = present(one), present(other)
    return near * placed * len(here & there) / len(here | there)


def _mostly(here: set[int], there: set[int]) -> bool:
    """Whether half of the smaller company, two at least, were at both."""
    shared = len(here & there)
    return shared >= 2 and shared / min(len(here), len(there)) >= SHARED


def _nearness(one: MeetingRow, other: MeetingRow) -> float:
    """1 for one day, less the farther apart, 0 beyond a slip."""
    if one.first and one.last and other.first and other.last:
        gap = max((one.first - other.last).days, (other.first - one.last).days, 0)
        if gap > SLIP:
            return 0.0
        exact = one.precision == other.precision == "day"
        return (1.0 if exact else 0.7) * (1 - gap / (SLIP + 1))
    apart = days_between(one.published, other.published)
    for plan, later in ((one, other), (other, one)):
        if (since := _off_since(plan, later)) is not None:
            apart = max(since, timedelta())
    return 0.6 * (1 - apart.days / (UNDATED + 1)) if apart is not None and apart.days <= UNDATED else 0.0


def months(one: MeetingRow, before: int = 0, after: int = 0) -> set[int]:
    """The months, counted through, of what is told and of the day when it was, and so many before and after."""
    found: set[int] = set()
    for first, last in ((one.first, one.last), (one.published, one.published)):
        if first and last:
            found.update(range(first.year * 12 + first.month - before, last.year * 12 + last.month + after + 1))
    return found


def present(one: MeetingRow) -> set[int]:
    """All who were there, and the sides whose people are unnamed."""
    return {*one.people, *one.organizations}


def alike(earlier: MeetingRow, later: MeetingRow) -> tuple[float, ...] | None:
    """How surely two tellings mean one encounter, the surest greatest; None where that is not sure at all."""
    here, there = present(earlier), present(later)
    shared = len(here & there)
    if shared < 2 or shared / len(here | there) < SHARED or _too_early(earlier, later) or _too_early(later, earlier):
        return None
    alike = shared / len(here | there)
    apart = days_between(earlier.published, later.published)
    if earlier.first and later.first and earlier.last and later.last:
        if earlier.first <= later.last and later.first <= earlier.last:
            placed = bool(earlier.place) and earlier.place == later.place
            return (3.0, alike, earlier.precision == later.precision, placed) if _surely(earlier, later) else None
        # Papers of the same days that put one encounter on two days that follow each other.
        neighbours = abs((earlier.first - later.first).days) <= 1 and earlier.precision == later.precision == "day"
        if neighbours and here == there and apart is not None and apart <= NEWS and earlier.outlet != later.outlet:
            return 2.0, alike, False
        return (1.0, alike, False) if put_off(earlier, later) else None
    if apart is None or here != there:
        return None
    if earlier.status == "planned" and later.status != "planned":
        # Called off once its day has passed: as likely a plan of which nothing else is known.
        since = _off_since(earlier, later)
        return (1.0, alike, False) if apart <= PLAN and (since is None or since <= timedelta()) else None
    return (1.0, alike, False) if apart <= NEWS and earlier.status == later.status else None


def _too_early(plan: MeetingRow, other: MeetingRow) -> bool:
    """Told as held before the planned day had come: another one."""
    told = plan.status == "planned" and other.status == "held"
    return told and plan.first is not None and other.published is not None and other.published < plan.first


def _surely(one: MeetingRow, other: MeetingRow) -> bool:
    """Whether dates that overlap may mean one encounter. Of another place only on one day, by all the same people; of a year only where
    the papers told it within a few days."""
    on_a_day = one.precision == other.precision == "day"
    if one.place and other.place and one.place != other.place and not (on_a_day and present(one) == present(other)):
        return False
    if on_a_day:
        return True
    apart = days_between(one.published, other.published)
    return "year" not in {one.precision, other.precision} or (apart is not None and apart <= NEWS)


def _off_since(plan: MeetingRow, later: MeetingRow) -> timedelta | None:
    """How long after the planned day (negative: before it) it was told that a meeting is off of which no day is named; None of others."""
    if plan.status != "planned" or later.status != "cancelled" or later.first:
        return None
    if not (plan.last and plan.published and later.published) or later.published < plan.published:
        return None
    return later.published - plan.last


def put_off(earlier: MeetingRow, later: MeetingRow) -> bool:
    """A plan that, before its day had come, was told for a later day."""
    if earlier.status != "planned" or later.status != "planned" or present(earlier) != present(later):
        return False
    if not (earlier.last and later.first and earlier.published and later.published):
        return False
    return earlier.published < later.published <= earlier.last < later.first <= earlier.last + PLAN


def days_between(one: date | None, other: date | None) -> timedelta | None:
    """None where either is unknown."""
    return abs(one - other) if one and other else None
