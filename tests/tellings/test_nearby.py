"""What is searched by month and company is what looking at every two tellings finds, and is found without looking at them."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import combinations, product
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphing.model import MeetingStatus
from graphing.store import MeetingRow
from graphing.tellings import doubts, encounters, fitting, nearby
from graphing.tellings.fitting import MONTHS, months, present
from graphing.tellings.sharing import Shared

# The package names a function as it names the module.
GROUPING = sys.modules["graphing.tellings.encounters"]


class Plain:
    """The groups that share any two guests in a month, whatever else they are: each pair and month is looked up."""

    def __init__(self, _rows: Iterable[MeetingRow]) -> None:
        self.where: dict[tuple[tuple[int, int], int], set[int]] = defaultdict(set)

    def add(self, one: MeetingRow, group: int) -> None:
        for key in product(combinations(sorted(present(one)), 2), months(one)):
            self.where[key].add(group)

    def groups(self, unit: Iterable[MeetingRow]) -> set[int]:
        keys = (key for one in unit for key in product(combinations(sorted(present(one)), 2), months(one, MONTHS, 1)))
        return {number for key in keys for number in self.where.get(key, ())}


def row(ident: int, chance: Random) -> MeetingRow:
    """A meeting of some of a few people in half a year, as one of a few articles tells it."""
    day, told = (date(2025, 1, 1) + timedelta(chance.randrange(0, 180, 3)) for _ in range(2))
    first, last, precision = chance.choice([(day, day, "day"), (day.replace(day=1), day.replace(day=28), "month"), (None, None, None)])
    people = tuple(chance.sample(range(1, 11), chance.choice((2, 2, 3, 5, 8))))
    article = ident // 2 if chance.random() < 0.2 else 100 + ident
    status: MeetingStatus = chance.choice(("held", "held", "planned", "cancelled"))
    place, published = chance.choice((None, None, "누리호텔", "한솔빌딩")), chance.choice((None, told, told))
    return MeetingRow(
        ident, article, status, first, last, precision, place, None, 0.9, "", people, (), published, f"신문{ident % 5}",  # type: ignore[arg-type]
        sources=(article,), outlets=(None,),
    )  # fmt: skip


def told(seed: int, number: int) -> tuple[list[MeetingRow], list[tuple[int, int, bool]]]:
    """Meetings, and what somebody has decided of some of them."""
    chance = Random(seed)
    rows = [row(ident, chance) for ident in range(number)]
    decided = [(*chance.sample(range(number), 2), chance.random() < 0.6) for _ in range(chance.choice((0, 3, number // 4)))]
    return rows, decided  # type: ignore[return-value]


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32), st.integers(8, 60))
def test_encounters_are_those_that_looking_at_every_pair_of_guests_gives(seed: int, number: int) -> None:
    rows, decided = told(seed, number)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(GROUPING, "Nearby", Plain)
        plain = encounters(rows, decided)
    assert encounters(rows, decided) == plain


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32), st.integers(8, 60))
def test_doubts_are_those_that_asking_of_every_two_gives(seed: int, number: int) -> None:
    rows, decided = told(seed, number)
    settled = {(min(a, b), max(a, b)) for a, b, _ in decided}
    asked = [
        (one.id, other.id, score)
        for one, other in combinations(rows, 2)
        if not months(other, 1, 1).isdisjoint(months(one))
        and fitting._mostly(present(one), present(other))
        and (score := fitting._doubt(one, other, settled))
    ]
    assert [(one.one.id, one.other.id, one.score) for one in doubts(rows, decided)] == sorted(asked, key=lambda one: (-one[2], one[:2]))


@pytest.mark.parametrize(("least", "found"), [(2, {1, 2}), (3, {2})])
def test_who_share_so_many_guests_in_one_month(least: int, found: set[int]) -> None:
    shared = Shared()
    for meeting, who, when in ((1, (1, 2, 7), (3,)), (2, (1, 2, 3), (3, 4)), (3, (1, 7), (3,)), (4, (1, 2, 3), (5,))):
        shared.add(meeting, who, when)
    assert shared.by((1, 2, 3), (2, 3, 4), least) == found  # type: ignore[arg-type]


def test_among_luncheons_of_the_same_people_only_those_of_mostly_the_same_guests_are_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    chance, compared = Random(5), 0

    def fits(unit: object, group: object, apart: object) -> None:
        nonlocal compared
        compared += 1

    monkeypatch.setattr(GROUPING, "_fit", fits)
    days = [date(2025, 1, 1) + timedelta(chance.randrange(90)) for _ in range(400)]
    lunches = [
        MeetingRow(n, n, "held", day, day, "day", None, None, 0.9, "", tuple(chance.sample(range(60), 12)), (), day, None)
        for n, day in enumerate(days)
    ]
    assert len(encounters(lunches)) == 400
    assert compared < 400, "of nearly eighty thousand pairs, all of which lie near one another and most of which share two guests"
    monkeypatch.setattr(nearby, "SHARED", 0.0)
    encounters(lunches)
    assert compared > 10_000
