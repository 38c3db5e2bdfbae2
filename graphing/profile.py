"""What the articles say of one person or company, in numbers: with whom most, since when, whom newly. Never more than they say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import get_args

from graphing.model import MeetingStatus
from graphing.store import MeetingRow

RECENT = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Partner:
    """Somebody who was met: how often, and the first and last meeting that is dated (None where none is)."""

    entity: int
    times: int
    first: MeetingRow | None
    last: MeetingRow | None


@dataclass(frozen=True, slots=True)
class Again:
    """The latest meeting with somebody who had not been met for long, and the one before it."""

    entity: int
    now: MeetingRow
    before: MeetingRow


@dataclass(frozen=True, slots=True)
class Profile:
    """Of the meetings held, unless said otherwise. ``partners``: most met first. ``again``: the longest gap that a latest meeting ended,
    None where all are first meetings. ``new``: partners whose first meeting of all lies in the 90 days up to ``until``, the newest day
    that any article tells. ``planned`` and ``cancelled``: with whom meetings are planned or fell through, most first, and how often;
    ``lapsed``: with whom one was planned for a day that is past (``_ahead``), and no article tells how it went."""

    held: int
    first: MeetingRow | None
    last: MeetingRow | None
    partners: tuple[Partner, ...]
    again: Again | None
    new: tuple[Partner, ...]
    until: date | None
    planned: tuple[Partner, ...] = ()
    cancelled: tuple[Partner, ...] = ()
    lapsed: tuple[Partner, ...] = ()


def profile(
    entity: int,
    meetings: Iterable[MeetingRow],
    homes: Mapping[int, tuple[int, ...]],
    until: date | None,
    members: Collection[int] = (),
    today: date | None = None,
) -> Profile:
    """The profile of a person or organisation over ``meetings`` (any; those it has no part in are passed over).

    An organisation takes part where it is an unnamed side or somebody with a post in it (``homes``) attends; its partners are then
    those from elsewhere. A business group has several organisations, its ``members``. ``today`` tells plans that lie ahead from those
    whose day is past; None takes all as ahead.
    """
    whose = {entity, *members}
    met: dict[MeetingStatus, dict[int, list[MeetingRow]]] = {status: defaultdict(list) for status in get_args(MeetingStatus)}
    mine: list[MeetingRow] = []
    for row in meetings:
        others: set[int] = set()
        ours: set[int] = set()
        for told in row.told:
            there = {*told.people, *told.organizations}
            here = {one for one in there if one in whose or not whose.isdisjoint(homes.get(one, ()))}
            ours |= here
            others |= there if here else set()
        if ours and row.status == "held":
            mine.append(row)
        for other in others - ours:
            met[row.status][other].append(row)
    partners = _partners(met["held"])
    recent = [one for one in partners if until and one.first and one.first.first and until - RECENT < one.first.first <= until]
    outcomes = {other: [*met["held"][other], *met["cancelled"][other]] for other in met["planned"]}
    ahead = {other: [row for row in rows if _ahead(row, today)] for other, rows in met["planned"].items()}
    lapsed = {
        other: [row for row in rows if not _ahead(row, today) and not any(_meet(row, one) for one in outcomes[other])]
        for other, rows in met["planned"].items()
    }
    unheld = (_partners(found) for found in (ahead, met["cancelled"], lapsed))
    return Profile(len(mine), *_ends(mine), partners, _again(met["held"]), tuple(recent), until, *unheld)


def _ahead(row: MeetingRow, today: date | None) -> bool:
    """Whether a plan still lies ahead on ``today``: its last possible day is not past (a plan for May lasts as long as May).

    One without a day counts for the 90 days after the newest article that tells it, and not at all where that has no day either.
    """
    if today is None:
        return True
    if row.last is not None:
        return row.last >= today
    published = newest((row,))
    return published is not None and published > today - RECENT


def _meet(one: MeetingRow, other: MeetingRow) -> bool:
    """Whether two meetings may have been on the same day."""
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return False
    return one.first <= other.last and other.first <= one.last


def _partners(met: Mapping[int, list[MeetingRow]]) -> tuple[Partner, ...]:
    partners = [Partner(other, len(rows), *_ends(rows)) for other, rows in met.items() if rows]
    return tuple(sorted(partners, key=lambda one: (-one.times, one.entity)))


def newest(meetings: Iterable[MeetingRow]) -> date | None:
    """The newest day on which an article of these meetings appeared; None where none is dated."""
    return max((one.published for row in meetings for one in row.told if one.published), default=None)


def _dated(rows: Iterable[MeetingRow]) -> list[MeetingRow]:
    return sorted((row for row in rows if row.first is not None), key=lambda row: (row.first or date.min, row.id))


def _ends(rows: Iterable[MeetingRow]) -> tuple[MeetingRow | None, MeetingRow | None]:
    known = _dated(rows)
    return (known[0], known[-1]) if known else (None, None)


def _again(met: Mapping[int, list[MeetingRow]]) -> Again | None:
    gaps: list[tuple[timedelta, int, Again]] = []
    for other, rows in met.items():
        *_, before, now = [None, None, *_dated(rows)]
        if before and now and before.last and now.first and before.last < now.first:
            gaps.append((now.first - before.last, -other, Again(other, now, before)))
    return max(gaps)[2] if gaps else None
