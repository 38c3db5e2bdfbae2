"""Which meetings may be said to be one with another, by whoever knows better than the program."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from graphing.store import MeetingRow
from graphing.tellings.fitting import present


def choices(row: MeetingRow, rows: Iterable[MeetingRow]) -> tuple[MeetingRow, ...]:
    """The meetings that share somebody with this one and are told by other articles, nearest in time first, those without any date last.

    An article tells its own meetings apart itself.
    """
    here, told = present(row), set(row.sources)
    met = (one for one in rows if not here.isdisjoint(one.people) or not here.isdisjoint(one.organizations))
    others = (one for one in met if one.id != row.id and told.isdisjoint(one.sources))
    return tuple(sorted(others, key=lambda one: (_days(row, one), one.id)))


def _days(one: MeetingRow, other: MeetingRow) -> int:
    """Days between two, by when they were, else by when they were told."""
    here, there = one.first or one.published, other.first or other.published
    return abs((here - there).days) if here and there else date.max.toordinal()
