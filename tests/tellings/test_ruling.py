"""What people decided of two tellings comes before what they look like; what may be one is asked about."""

from __future__ import annotations

import pytest
from rows import FIRM, KIM, LEE, PARK, told

from graphing.store import MeetingRow
from graphing.tellings import choices, doubts, encounters

Pairs = list[tuple[int, int, bool]]


def groups(meetings: list[MeetingRow], pairs: Pairs) -> list[list[int]]:
    return [[one.id for one in found.tellings] for found in encounters(meetings, pairs)]


ALIKE, DAYS_APART = [told(1), told(2)], [told(1), told(2, 6, published=7)]


@pytest.mark.parametrize(
    ("meetings", "pairs", "expected"),
    [
        (ALIKE, [(1, 2, False)], [[1], [2]]),
        (ALIKE, [(1, 2, False), (2, 1, True)], [[1, 2]]),
        (DAYS_APART, [], [[1], [2]]),
        (DAYS_APART, [(2, 1, True)], [[1, 2]]),
        (DAYS_APART, [(1, 2, True), (1, 2, False)], [[1], [2]]),
        (DAYS_APART, [(1, 9, True)], [[1], [2]]),
        ([told(1), told(2, people=(LEE,), sides=(FIRM,))], [(1, 2, True)], [[1, 2]]),
    ],
)
def test_the_last_word_of_people_holds(meetings: list[MeetingRow], pairs: Pairs, expected: list[list[int]]) -> None:
    assert groups(meetings, pairs) == expected
    assert groups(list(reversed(meetings)), pairs) == expected


def test_of_decisions_that_contradict_one_another_the_later_holds() -> None:
    three = [told(1), told(2, 9, published=10), told(3, 15, published=16)]
    assert groups(three, [(1, 2, True), (2, 3, True), (1, 3, False)]) == [[1], [2, 3]]
    assert groups(three, [(1, 3, False), (1, 2, True), (2, 3, True)]) == [[1, 2, 3]]


def test_one_taken_out_leaves_the_others_together() -> None:
    three = [told(1), told(2), told(3)]
    assert groups(three, [(1, 2, False), (1, 3, False)]) == [[1], [2, 3]]


def test_what_fits_one_of_those_put_together_joins_them() -> None:
    meetings = [*DAYS_APART, told(3, 6, published=8)]
    assert groups(meetings, []) == [[1], [2, 3]]
    assert groups(meetings, [(1, 2, True)]) == [[1, 2, 3]]


@pytest.mark.parametrize(
    ("one", "other", "asked"),
    [
        (told(1), told(2, 6, published=7), True),
        (told(1, place="누리호텔"), told(2, people=(KIM, PARK, LEE), place="한솔빌딩"), True),
        (told(1, 12, status="planned"), told(2, None, status="cancelled", published=20), True),
        (told(1), told(2, None, published=12), True),
        (told(1), told(2, people=(KIM, PARK, LEE, 4, 5, 6)), True),
        (told(1), told(2, 20, published=21), False),
        (told(1), told(2, 6, article=1), False),
        (told(1), told(2, people=(KIM, LEE)), False),
        (told(1), told(2, None, published=27), False),
        (told(1), told(2, None, published=None), False),
    ],
)
def test_what_may_be_one_is_asked_about(one: MeetingRow, other: MeetingRow, asked: bool) -> None:
    found = doubts([one, other])
    assert [(doubt.one.id, doubt.other.id) for doubt in found] == ([(1, 2)] if asked else [])
    assert all(0 < doubt.score <= 1 for doubt in found)
    assert doubts([one, other], [(2, 1, False)]) == ()


def test_the_likeliest_is_asked_first() -> None:
    rows = [told(1), told(2, 10, published=11), told(3, 5, people=(KIM, PARK, LEE), place="한솔빌딩", published=20)]
    assert next((doubt.one.id, doubt.other.id) for doubt in doubts(rows)) == (1, 3)


def test_what_may_call_off_either_of_two_plans_is_asked_about_both() -> None:
    rows = [
        told(1, 12, month=4, status="planned"),
        told(2, 20, month=4, status="planned"),
        told(3, None, status="cancelled", published=25),
    ]
    assert groups(rows, []) == [[1], [2], [3]]
    assert [(doubt.one.id, doubt.other.id) for doubt in doubts(rows)] == [(1, 3), (2, 3)]


def test_any_meeting_of_the_same_people_in_another_article_may_be_chosen_the_nearest_first() -> None:
    row = told(1)
    far, near, undated = told(2, 28), told(3, 6, people=(KIM, LEE)), told(4, None, published=None)
    others = [far, told(5, people=(LEE,), sides=(FIRM,)), undated, told(6, article=1), row, near]
    assert choices(row, others) == (near, far, undated)
