"""Meetings as frames: no day that was not told, and nothing undated dropped."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest
from sample import extractions

from graphing import timeline
from graphing.model import Precision
from graphing.profile import profile
from graphing.sieve import Sieve, narrowed
from graphing.store import Snapshot, open_store


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    with open_store("sqlite://") as store:
        store.add(extractions())
        return store.snapshot()


@pytest.fixture(scope="module")
def frame(snapshot: Snapshot) -> pd.DataFrame:
    return timeline.meetings(snapshot)


@pytest.mark.parametrize(
    ("first", "precision", "expected"),
    [
        (date(2025, 2, 4), "day", "2025.02.04"),
        (date(2024, 1, 1), "month", "2024.01"),
        (date(2024, 1, 1), "year", "2024"),
        (None, None, ""),
    ],
)
def test_a_date_is_as_exact_as_it_was_told(first: date | None, precision: Precision | None, expected: str) -> None:
    assert timeline.told(first, precision) == expected


def test_meetings_stand_in_order_and_the_undated_last(frame: pd.DataFrame) -> None:
    assert list(frame["date"]) == ["2024.06", "2025", "2025.03.04", "2025.03.12", ""]
    assert frame["first"].iloc[0] == pd.Timestamp(2024, 6, 1)
    assert frame["last"].iloc[0] == pd.Timestamp(2024, 6, 30)


def test_the_undated_are_a_group_of_their_own(frame: pd.DataFrame) -> None:
    dated = timeline.dated(frame)
    assert list(frame["participants"][len(dated) :]) == [("탁현서", "고도윤")]
    assert len(dated) + 1 == len(frame) == 5


def test_a_row_tells_who_where_what_and_how_surely(frame: pd.DataFrame) -> None:
    row = frame[frame["date"] == "2025.03.04"].iloc[0]
    assert row["participants"] == ("고도윤", "남궁설")
    assert (row["place"], row["topic"], row["status"]) == ("한빛호텔", "위성 통신망을 함께 까는 방안", "held")
    assert row["outlets"] == ("가상일보",)
    assert row["certainty"] == pytest.approx(0.9)
    planned = frame[frame["status"] == "planned"].iloc[0]
    assert (planned["participants"], planned["sides"], planned["place"]) == (("고도윤",), ("전파진흥원",), None)


def test_people_and_organizations_are_listed_with_their_counts(snapshot: Snapshot) -> None:
    people = timeline.people(snapshot)
    assert people["name"].iloc[0] == "고도윤"
    assert people["meetings"].iloc[0] == 5
    assert [post.title for post in people["posts"].iloc[0]] == ["회장"]
    bodies = timeline.organizations(snapshot, Sieve(snapshot, dict).homes)
    types = dict(zip(bodies["name"], bodies["type"], strict=True))
    assert types["전파진흥원"] == "agency"
    assert types["라온은행"] == "company"


def test_an_organization_meets_where_its_people_do_and_only_what_is_asked_for_counts(snapshot: Snapshot) -> None:
    homes = Sieve(snapshot, dict).homes
    bodies = timeline.organizations(snapshot, homes)
    met = dict(zip(bodies["id"], bodies["meetings"], strict=True))
    for body, times in met.items():
        found = profile(body, (replace(row, status="held") for row in snapshot.meetings), homes, None)
        assert times == found.held, body
    assert met[next(row.id for row in snapshot.entities if row.name == "가람전자")] == 5
    part = narrowed(snapshot, snapshot.meetings[:1])
    assert set(timeline.organizations(part, homes)["meetings"]) <= {0, 1}
    assert set(timeline.people(part)["meetings"]) == {1}


def test_an_empty_store_gives_empty_frames() -> None:
    empty = Snapshot((), (), (), 0)
    assert list(timeline.meetings(empty).columns) == list(timeline.COLUMNS)
    assert timeline.people(empty).empty
    assert timeline.organizations(empty, {}).empty


def test_of_a_crowd_of_meetings_the_newest_are_listed_and_others_stand_for_those_around_them(snapshot: Snapshot) -> None:
    one = next(row for row in snapshot.meetings if row.first)
    days = [date.fromordinal(date(2020, 1, 1).toordinal() + at) for at in range(1000)]
    rows = [replace(one, id=at, first=day, last=day) for at, day in enumerate(days)]
    rows += [replace(one, id=1000 + at, first=None, last=None, precision=None) for at in range(100)]
    some = timeline.part(rows, 100)
    assert some.listed == frozenset(range(990, 1000))
    assert some.left == 1090
    assert len(some.marked & some.listed) <= 2, "the newest are marked as seldom as all others"
    assert len(some.meetings) <= 100
    assert [row for row in rows if row in set(some.meetings)] == list(some.meetings)
    gaps = [later.id - row.id for row, later in zip(some.meetings, some.meetings[1:], strict=False)]
    assert max(gaps) < 30, "nowhere is a gap"
    # What is looked at closely is there whole.
    closely = timeline.part(rows, 100, (days[200], days[239]))
    assert closely.listed == frozenset(range(200, 240)) | frozenset(range(990, 1000))
    assert closely.left == 0
    # What is only looked at is marked, but the list stays that of all.
    looked = timeline.part(rows, 100, (days[200], days[239]), brushed=False)
    assert looked.listed == some.listed
    assert looked.ids >= set(range(200, 240))
    assert looked.left == some.left
    # More are listed after those that were, and take nothing from the others.
    further = timeline.part(rows, 100, more=20)
    assert further.listed == frozenset(range(970, 1000))
    assert 100 < len(further.meetings) <= 120
    assert further.marked == some.marked


def test_none_is_listed_later_among_those_that_were(snapshot: Snapshot) -> None:
    one = next(row for row in snapshot.meetings if row.first)
    begin = date(2020, 1, 1)
    lasts = [begin, date(2020, 12, 31), date(2020, 1, 31)]
    rows = [replace(one, id=at, first=begin, last=lasts[at % 3]) for at in range(30)]
    few = [row.id for row in sorted(rows, key=lambda row: (row.last or begin, row.id))]
    assert timeline.part(rows, 40).listed == set(few[-4:])
    assert timeline.part(rows, 40, more=8).listed == set(few[-12:])
