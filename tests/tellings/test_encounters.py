"""One encounter in several articles: what belongs together, where the tellings differ, how a plan turned out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from rows import FIRM, FIRST, KIM, LEE, PARK, WEEK, told

from graphing.graph import network
from graphing.model import Document, MeetingStatus
from graphing.pipeline import extract_document
from graphing.profile import profile
from graphing.store import EntityRow, MeetingRow, Snapshot, open_store
from graphing.tellings import Encounter, encounters, fitting, gathered, nearby


def groups(*meetings: MeetingRow) -> list[list[int]]:
    return [[one.id for one in found.tellings] for found in encounters(meetings)]


def test_the_months_of_a_luncheon_are_counted_once_and_not_for_every_two_of_its_guests(monkeypatch: pytest.MonkeyPatch) -> None:
    counted: list[int] = []
    months = fitting.months

    def watched(one: MeetingRow, *around: int) -> set[int]:
        counted.append(one.id)
        return months(one, *around)

    monkeypatch.setattr(nearby, "months", watched)
    assert groups(told(1, people=tuple(range(1, 21))), told(2, people=tuple(range(1, 20)))) == [[1, 2]]
    assert len(counted) == 4


TOGETHER: list[tuple[MeetingRow, MeetingRow]] = [
    (told(1), told(2)),
    (told(1), told(2, whole_month=True, published=20)),
    (told(1), told(2, people=(KIM, PARK, LEE))),
    (told(1, people=(KIM,), sides=(FIRM,)), told(2, people=(KIM,), sides=(FIRM,))),
    (told(1), told(2, None)),
    (told(1, 4), told(2, 3)),
    (told(1, 12, status="planned"), told(2, 12, published=13)),
    (told(1, 12, status="planned"), told(2, 20, status="planned", published=10)),
    (told(1, 12, status="planned"), told(2, None, status="cancelled", published=11)),
    (told(1, 12, status="planned"), told(2, 12, status="cancelled", published=9)),
    (told(1, 12, status="planned"), told(2, None, status="cancelled", published=12)),
    (told(1), told(2, published=None)),
    (told(1), told(2, whole_year=True, published=6)),
    (told(1, place="누리호텔"), told(2, place="한솔빌딩")),
]
APART: list[tuple[MeetingRow, MeetingRow]] = [
    (told(1), told(2, article=1)),
    (told(1), told(2, 6, published=7)),
    (told(1), told(2, 3, published=20)),
    (told(1), told(2, 3, outlet="신문1")),
    (told(1), told(2, people=(KIM, LEE))),
    (told(1), told(2, people=(KIM, PARK, LEE, 4, 5, 6))),
    (told(1, people=(KIM,)), told(2, people=(KIM,))),
    (told(1), told(2, None, published=20)),
    (told(1, None, status="planned"), told(2, None, published=None)),
    (told(1, 12, status="planned"), told(2, None, published=8)),
    (told(1, 12, status="planned"), told(2, 20, status="planned", published=14)),
    (told(1, 12, status="planned"), told(2, None, status="cancelled", published=13)),
    (told(1), told(2, whole_year=True, published=20)),
    (told(1, place="누리호텔"), told(2, whole_month=True, place="한솔빌딩")),
    (told(1, place="누리호텔"), told(2, people=(KIM, PARK, LEE), place="한솔빌딩")),
    (told(1, 20, status="planned"), told(2, whole_month=True, published=8)),
]


@pytest.mark.parametrize("pair", TOGETHER)
def test_tellings_of_one_encounter(pair: tuple[MeetingRow, MeetingRow]) -> None:
    assert groups(*pair) == groups(*reversed(pair)) == [[1, 2]]


@pytest.mark.parametrize("pair", APART)
def test_tellings_of_two_encounters(pair: tuple[MeetingRow, MeetingRow]) -> None:
    assert len(groups(*pair)) == len(groups(*reversed(pair))) == 2


def only(*meetings: MeetingRow) -> Encounter:
    (found,) = encounters(meetings)
    return found


def test_readings_stand_side_by_side_where_papers_differ() -> None:
    found = only(told(1, 4, place="누리호텔"), told(2, 3, place="한솔빌딩"), told(3, 4))
    assert found.differing() == ("date", "place")
    assert [(one.value, one.meetings) for one in found.readings("date")] == [
        ((date(2025, 2, 4), "day"), (1, 3)),
        ((date(2025, 2, 3), "day"), (2,)),
    ]
    assert [one.value for one in found.readings("place")] == ["누리호텔", "한솔빌딩", None]
    assert found.people == (KIM, PARK)
    assert only(told(1), told(2, people=(KIM, PARK, LEE))).differing() == ("who",)


def test_a_plan_shows_how_it_turned_out() -> None:
    plan, put_off, denied = (
        told(1, 12, status="planned"),
        told(2, 20, status="planned", published=10),
        told(3, 20, status="cancelled", published=19),
    )
    found = only(denied, plan, put_off)
    assert [one.id for one in found.tellings] == [1, 2, 3]
    assert (found.status, found.id) == ("cancelled", 1)
    assert only(told(1, 12, status="planned", decided=4), told(2, 12, published=13)).status == "planned"


OFF = ("의 12일 부산 회동은 20일로 연기됐다.", "의 회동이 끝내 무산됐다.", "의 회동이 무기한 연기됐다.")


@pytest.mark.parametrize("off", OFF)
def test_a_plan_that_is_called_off_shows_both_as_the_articles_tell_them(off: str) -> None:
    who = "민도영 한빛전자 회장과 고은찬 누리은행장"
    texts = {5: "이 12일 부산에서 회동할 예정이다.", 9: off, 21: "이 20일 부산에서 회동했다."}
    with open_store("sqlite://") as store:
        for day, text in texts.items():
            store.add(extract_document(Document(f"{day}.txt", who + text, date(2025, 2, day), outlet=f"신문{day}")))
        first, second = gathered(store.snapshot()).meetings
    history = [(one.status, one.published, one.outlet) for one in first.told]
    assert history == [("planned", date(2025, 2, 5), "신문5"), ("cancelled", date(2025, 2, 9), "신문9")]
    assert (first.status, second.status, second.first) == ("cancelled", "held", date(2025, 2, 20))


@pytest.mark.parametrize("day", [12, None])
def test_what_is_planned_anew_and_held_after_a_plan_was_called_off_is_another_meeting(day: int | None) -> None:
    plan, off = told(1, 12, status="planned"), told(2, day, status="cancelled", published=9)
    assert groups(plan, off, told(3, 20, published=21)) == [[1, 2], [3]]
    assert groups(plan, off, told(3, 20, status="planned", published=10), told(4, 20, published=21)) == [[1, 2], [3, 4]]
    assert groups(plan, told(3, 20, status="planned", published=8), off)[0][:2] == [1, 3], "put off before it was called off"


def test_what_fits_two_days_does_not_make_them_one() -> None:
    assert groups(told(1), told(2, whole_month=True), told(3, 20, published=21)) == [[1, 2], [3]]
    assert groups(told(1, whole_month=True), told(2, 4), told(3, 20, published=21)) == [[1, 2], [3]]


def test_what_may_mean_either_of_two_joins_neither() -> None:
    first, second = told(1, 4), told(2, 6, published=7)
    assert groups(first, second, told(3, whole_month=True, published=8)) == [[1], [2], [3]]
    assert groups(first, second, told(3, None, published=7)) == [[1], [2], [3]]
    assert groups(first, second, told(3, 6, published=8)) == [[1], [2, 3]]


def test_of_two_on_one_day_the_place_tells_which_is_meant() -> None:
    morning, evening = told(1, place="누리호텔"), told(2, article=1, place="한솔빌딩")
    assert groups(morning, evening, told(3, place="한솔빌딩")) == [[1], [2, 3]]


def test_a_plan_that_was_put_off_and_held_is_one_meeting_held_on_the_later_day() -> None:
    plan = told(1, 12, status="planned", place="누리호텔")
    row = only(plan, told(2, 20, status="planned", published=10), told(3, 20, published=21)).row
    assert (row.id, row.status, row.first, row.place) == (1, "held", date(2025, 2, 20), "누리호텔")
    assert (row.article, row.sources, row.outlets) == (3, (3, 1, 2), ("신문3", "신문1", "신문2"))


@pytest.mark.parametrize(
    ("tellings", "first", "status"),
    [
        ((told(1, 3), told(2, 4), told(3, 4)), 4, "held"),
        ((told(1, whole_month=True), told(2, 4)), 4, "held"),
        ((told(1, 4), told(2, 3, decided=7)), 3, "held"),
        ((told(1, 12, status="planned"), told(2, 20, status="planned", published=10)), 20, "planned"),
        ((told(1, 12, status="planned"), told(2, None, status="cancelled", published=11)), 12, "cancelled"),
        ((told(1, 12, published=13), told(2, 12, status="planned", published=14)), 12, "held"),
    ],
)
def test_one_row_has_what_most_tell_most_exactly(tellings: tuple[MeetingRow, ...], first: int, status: MeetingStatus) -> None:
    row = only(*tellings).row
    assert (row.first, row.status, row.tellings) == (date(2025, 2, first), status, tellings)


def snapshot(*meetings: MeetingRow) -> Snapshot:
    people = tuple(EntityRow(ident, "person", f"가상{ident}", f"가상{ident}", None, 1, 9) for ident in (KIM, PARK, LEE, 4))
    return Snapshot(people, (), meetings, 1)


def test_two_papers_on_one_dinner_are_one_line_and_join_nobody_whom_no_paper_joins() -> None:
    whole = gathered(snapshot(told(1, people=(KIM, PARK, LEE)), told(2, people=(KIM, PARK, 4))))
    assert [row.meetings for row in whole.entities] == [1, 1, 1, 1]
    graph = network(whole)
    assert graph.edges[KIM, PARK, "met"]["n"] == 1
    assert graph.edges[KIM, PARK, "met"]["outlets"] == {"신문1", "신문2"}
    assert graph.has_edge(KIM, LEE, "met")
    assert not graph.has_edge(LEE, 4)
    found = profile(LEE, whole.meetings, {}, None)
    assert (found.held, [one.entity for one in found.partners]) == (1, [KIM, PARK])
    alone = snapshot(told(1))
    assert gathered(alone) is alone


def test_a_pair_that_meets_every_week_is_looked_through_month_by_month() -> None:
    rows = [replace(told(ident), first=day, last=day, published=day) for ident in range(1, 3001) for day in [FIRST + ident * WEEK]]
    asked = 0

    class Counted(MeetingRow):
        __slots__ = ()

        def __getattribute__(self, name: str) -> object:
            nonlocal asked
            asked += name == "status"
            return super().__getattribute__(name)

    counted = [Counted(*(getattr(row, name) for name in MeetingRow.__dataclass_fields__)) for row in rows]
    assert len(encounters(counted)) == 3000
    assert 3000 < asked < 3000 * 100
