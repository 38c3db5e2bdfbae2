"""What the pictures are told, and how short."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from graphing.view.component import LETTERS, gaps, letters


def ungapped(told: str) -> list[int]:
    """As the browser reads it."""
    found, last, gap, place = [], 0, 0, 1
    for letter in told:
        at = LETTERS.index(letter)
        gap, place = gap + at % 32 * place, place * 32
        if at < 32:
            last += gap
            found.append(last)
            gap, place = 0, 1
    return found


@given(st.lists(st.integers(0, 2**40), unique=True))
def test_ids_come_back_in_order(ids: list[int]) -> None:
    assert ungapped(gaps(ids)) == sorted(ids)


@given(st.lists(st.integers(0, 2**40)))
def test_numbers_come_back_as_they_were(numbers: list[int]) -> None:
    sums = [sum(numbers[: at + 1]) for at in range(len(numbers))]
    assert ungapped(letters(numbers)) == sums


def test_the_meetings_of_who_met_most_of_a_hundred_thousand_people_are_short() -> None:
    ids = range(7, 150_000, 37)
    assert len(gaps(ids)) < len(json.dumps(list(ids), separators=(",", ":"))) / 3
    assert len(gaps(ids)) < 8_500
