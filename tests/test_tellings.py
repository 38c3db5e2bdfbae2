"""One encounter in several articles: what belongs together, where the tellings differ, how a plan turned out."""

from __future__ import annotations

from datetime import date

import pytest

from graphing.model import MeetingStatus
from graphing.store import MeetingRow
from graphing.tellings import Encounter, encounters

KIM, PARK, LEE, FIRM = 1, 2, 3, 9


def told(
    ident: int, day: int | None = 4, *, article: int | None = None, people: tuple[int, ...] = (KIM, PARK), sides: tuple[int, ...] = (),
    status: MeetingStatus = "held", place: str | None = None, published: int | None = 5, outlet: str = "", month: int = 2,
    decided: int | None = None, whole_month: bool = False,
) -> MeetingRow:  # fmt: skip
    first = date(2025, month, 1 if whole_month else day) if day else None
    last = date(2025, month, 28) if whole_month else first
    precision = ("month" if whole_month else "day") if first else None
    return MeetingRow(
        ident, article or ident, status, first, last, precision, place, None, 0.9, "", people, sides,  # type: ignore[arg-type]
        date(2025, 2, published) if published else None, outlet or f"신문{ident}", decided,
    )  # fmt: skip


def groups(*meetings: MeetingRow) -> list[list[int]]:
    return [[one.id for one in found.tellings] for found in encounters(meetings)]


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
    (told(1), told(2, published=None)),
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
