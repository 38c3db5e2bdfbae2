"""Who share guests within a month, found without looking at each: a year of luncheons is searched as fast as a few dinners."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Literal


class Shared:
    """Meetings by month and by who was there. All of a month's meetings where somebody was are the bits of one number: a few operations
    of these numbers look at all meetings of the month at once."""

    def __init__(self) -> None:
        self._meetings: dict[int, list[int]] = defaultdict(list)
        self._there: dict[int, dict[int, int]] = defaultdict(dict)

    def add(self, meeting: int, who: Iterable[int], months: Iterable[int]) -> None:
        """Note who was at a meeting (a number) that may have been in any of the months."""
        for month in months:
            bit, there = 1 << len(self._meetings[month]), self._there[month]
            self._meetings[month].append(meeting)
            for one in who:
                there[one] = there.get(one, 0) | bit

    def by(self, who: Collection[int], months: Iterable[int], least: Literal[2, 3] = 2) -> set[int]:
        """The meetings of these months at which at least so many of these were."""
        found: set[int] = set()
        for month in months:
            there, once, twice, thrice = self._there.get(month, {}), 0, 0, 0
            for one in who:
                if bits := there.get(one, 0):
                    thrice |= twice & bits
                    twice |= once & bits
                    once |= bits
            left = twice if least == 2 else thrice
            while left:
                place = left.bit_length() - 1
                left ^= 1 << place
                found.add(self._meetings[month][place])
        return found
