"""Profiles over made-up meetings: only what was held counts, and nothing is claimed beyond the articles."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from graphing.model import MeetingStatus, Precision
from graphing.profile import newest, profile
from graphing.store import MeetingRow


def row(number: int, people: tuple[int, ...], first: date | None, status: MeetingStatus = "held") -> MeetingRow:
    precision: Precision | None = "day" if first else None
    published = date(2025, 4, 1)
    return MeetingRow(number, 1, status, first, first, precision, None, None, 0.9, "", people, (), published, None)


ROWS = (
    row(1, (1, 2), date(2020, 5, 1)),
    row(2, (1, 2), date(2025, 2, 1)),
    row(3, (1, 3), date(2025, 3, 1)),
    row(4, (1, 4), date(2025, 3, 2), "planned"),
    row(5, (1, 2), None),
    row(6, (2, 3), date(2025, 3, 3)),
)


def test_partners_first_last_and_the_new_ones() -> None:
    found = profile(1, ROWS, {}, date(2025, 4, 1))
    assert found.held == 4
    assert [(one.entity, one.times) for one in found.partners] == [(2, 3), (3, 1)]
    assert (found.first, found.last) == (ROWS[0], ROWS[2])
    assert [one.entity for one in found.new] == [3]


def test_the_longest_gap_that_a_latest_meeting_ended() -> None:
    again = profile(1, ROWS, {}, None).again
    assert again
    assert (again.entity, again.before.id, again.now.id) == (2, 1, 2)
    assert profile(3, ROWS, {}, None).again is None


def test_a_company_meets_through_its_people_and_never_itself() -> None:
    found = profile(9, ROWS, {1: (9,), 2: (9,)}, None)
    assert [(one.entity, one.times) for one in found.partners] == [(3, 2)]
    assert found.new == ()


def test_a_group_meets_through_all_of_its_companies() -> None:
    found = profile(8, ROWS, {1: (8,), 2: (9,)}, None, (8, 9))
    assert found.held == 5
    assert [(one.entity, one.times) for one in found.partners] == [(3, 2)]
    assert (found.first, found.last) == (ROWS[0], ROWS[5])


def test_with_whom_a_meeting_is_planned_or_fell_through() -> None:
    found = profile(4, (*ROWS, row(7, (4, 3), date(2025, 3, 4), "cancelled")), {}, None)
    assert (found.held, found.partners) == (0, ())
    assert [(one.entity, one.times) for one in found.planned] == [(1, 1)]
    assert [(one.entity, one.times) for one in found.cancelled] == [(3, 1)]


@pytest.mark.parametrize(
    ("first", "last", "published", "ahead"),
    [
        (date(2025, 5, 2), date(2025, 5, 2), date(2025, 4, 1), True),
        (date(2025, 5, 1), date(2025, 5, 1), date(2025, 4, 1), True),  # today
        (date(2025, 4, 30), date(2025, 4, 30), date(2025, 4, 1), False),
        (date(2025, 5, 1), date(2025, 5, 31), None, True),  # a month that is not over
        (date(2025, 4, 1), date(2025, 4, 30), date(2025, 5, 1), False),
        (None, None, date(2025, 2, 1), True),  # 89 days ago
        (None, None, date(2025, 1, 31), False),
        (None, None, None, False),
    ],
)
def test_a_plan_whose_day_is_past_lies_not_ahead(first: date | None, last: date | None, published: date | None, ahead: bool) -> None:
    plan = replace(row(1, (1, 2), first, "planned"), last=last, published=published)
    found = profile(1, (plan,), {}, None, today=date(2025, 5, 1))
    assert [one.entity for one in found.planned] == ([2] if ahead else [])
    assert [one.entity for one in found.lapsed] == ([] if ahead else [2])


@pytest.mark.parametrize("status", ["held", "cancelled"])
def test_a_past_plan_of_which_more_is_told_is_no_open_question(status: MeetingStatus) -> None:
    day, later = date(2025, 3, 4), date(2025, 3, 9)
    rows = (row(1, (1, 2), day, "planned"), row(2, (1, 2), day, status), row(3, (1, 2), later, "planned"))
    assert profile(1, rows[:2], {}, None, today=date(2025, 5, 1)).lapsed == ()
    assert [one.times for one in profile(1, rows, {}, None, today=date(2025, 5, 1)).lapsed] == [1]


def test_who_never_met_has_an_empty_profile() -> None:
    found = profile(77, ROWS, {}, date(2025, 4, 1))
    assert (found.held, found.first, found.last, found.partners, found.again, found.new) == (0, None, None, (), None, ())


def test_the_newest_day_is_an_articles() -> None:
    assert newest(ROWS) == date(2025, 4, 1)
    assert newest(()) is None
