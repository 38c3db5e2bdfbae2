"""What people decided of two tellings: some stay together whatever they look like, some apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graphing.store import MeetingRow

# Tellings that somebody has put together, in the order they were told; most are alone.
Unit = tuple[MeetingRow, ...]
# Pairs of ids, the lower first.
Apart = frozenset[tuple[int, int]]


def units(tellings: Sequence[MeetingRow], pairs: Iterable[tuple[int, int, bool]]) -> tuple[list[Unit], Apart]:
    """The tellings in units, by the first of each, and the pairs that are two. Of decisions that contradict one another the later holds."""
    pairs = list(pairs)
    if not pairs:
        return [(row,) for row in tellings], frozenset()
    whose = {row.id: {row.id} for row in tellings}
    apart: set[tuple[int, int]] = set()
    for a, b, one in reversed(pairs):
        if a not in whose or b not in whose or whose[a] is whose[b]:
            continue
        if not one:
            apart.add((min(a, b), max(a, b)))
        elif not any((min(x, y), max(x, y)) in apart for x in whose[a] for y in whose[b]):
            whose[a] |= whose[b]
            for member in whose[a]:
                whose[member] = whose[a]
    found: dict[int, list[MeetingRow]] = {}
    for row in tellings:
        found.setdefault(min(whose[row.id]), []).append(row)
    return [tuple(unit) for unit in found.values()], frozenset(apart)


def parted(unit: Unit, others: Iterable[MeetingRow], apart: Apart) -> bool:
    """Whether somebody has decided that one of the unit is none of the others."""
    return bool(apart) and any((min(one.id, other.id), max(one.id, other.id)) in apart for other in others for one in unit)
