"""Which encounters a telling may mean: those told of the same time and mostly the same people."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from math import ceil
from typing import Literal

from graphing.store import MeetingRow
from graphing.tellings.fitting import MONTHS, SHARED, months, present
from graphing.tellings.sharing import Shared


class Nearby:
    """The tellings that are in groups so far. ``rows`` are all that will be: who is in few of them tells most."""

    def __init__(self, rows: Iterable[MeetingRow]) -> None:
        self._often = Counter(who for one in rows for who in present(one))
        self._shared = Shared()
        # Of each telling, by its number: who was there, in which months it may have been, its group.
        self._kept: list[tuple[set[int], set[int], int]] = []
        self._members: dict[int, list[int]] = defaultdict(list)

    def add(self, one: MeetingRow, group: int) -> None:
        """A telling is in this group (a number)."""
        number, who, when = len(self._kept), present(one), months(one)
        self._kept.append((who, when, group))
        self._members[group].append(number)
        self._shared.add(number, who, when)

    def groups(self, unit: Iterable[MeetingRow]) -> set[int]:
        """The groups of which one telling shares two guests with one of the unit, within the months that a plan may lie back, and of which
        one names mostly the same guests: no other group can be like it."""
        asked = [(present(one), months(one, MONTHS, 1)) for one in unit]
        # Of tellings that somebody has put together a later one can be like it where only an earlier one is near.
        like = {group for who, near in asked for group in self._like(who, {month + more for month in near for more in range(MONTHS)})}
        return {group for group in like if any(self._near(number, *one) for number in self._members[group] for one in asked)}

    def _like(self, who: set[int], around: set[int]) -> Iterator[int]:
        least = max(2, ceil(len(who) * SHARED))
        hits: Literal[2, 3] = 2 if least == 2 else 3
        # Whoever shares half of the guests shares two or three of these, the rarest, too.
        rare = sorted(who, key=lambda one: (self._often[one], one))[: len(who) - least + hits]
        for number in self._shared.by(rare, around, hits):
            there, _, group = self._kept[number]
            shared = len(there & who)
            if shared / (len(there) + len(who) - shared) >= SHARED:
                yield group

    def _near(self, number: int, who: set[int], near: set[int]) -> bool:
        there, when, _ = self._kept[number]
        return not near.isdisjoint(when) and len(there & who) > 1
