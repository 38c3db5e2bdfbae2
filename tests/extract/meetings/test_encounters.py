"""Tellings gathered into encounters: what is one meeting told twice, and what is another."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import get_args

import pytest

from graphing.extract.frames.cues import Cue
from graphing.extract.frames.linking import Scene
from graphing.extract.frames.phrases import Reference
from graphing.extract.frames.telling import Telling
from graphing.extract.meetings.encounters import Dated, Encounter, agree, fits, is_attendance
from graphing.extract.meetings.gathering import gather
from graphing.model import DateRange, MeetingStatus, Place, Precision, Sentence, Span


def day(text: str | None) -> DateRange | None:
    """'2025-02-04', '2025-02' or '2025'."""
    if text is None:
        return None
    precision: Precision = get_args(Precision)[2 - text.count("-")]
    return DateRange(date.fromisoformat(text + "-01" * (2 - text.count("-"))), precision)


def telling(
    names: str,
    when: str | None = None,
    *,
    index: int = 0,
    status: MeetingStatus = "held",
    own: bool = True,
    venue: str | None = None,
    cue: tuple[str, str] = ("meet", "만나"),
    anaphoric: bool = False,
    words: str = "",
) -> Dated:
    """A telling of the people of ``names`` in sentence ``index``."""
    at = Scene(Sentence(index * 100, index * 100 + 90, (), 0), (), (), (), False, anaphoric, False, False, index < 3)
    start = index * 100
    links = tuple((Reference(start, start + 3, start + 4, (name,), "full", "는", "", "는"), 0.9) for name in names.split())
    made = Telling(index, at, Cue(start + 50, start + 52, *cue), links, (), status, (), words, 0.9)
    place = Place(venue, Span(start + 20, start + 24)) if venue else None
    return Dated(made, day(when), own, place, Span(start, start + 90), status, venue)


def members(tellings: list[Dated]) -> list[tuple[str, ...]]:
    return [tuple(sorted(encounter.names)) for encounter in gather(tellings)]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2025-02-04", "2025-02-04", True),
        ("2025-02-04", "2025-02-05", False),
        ("2025-02-04", "2025-02", True),
        ("2025", "2025-02-04", True),
        ("2024", "2025-02-04", False),
        (None, "2025-02-04", True),
        (None, None, True),
    ],
)
def test_dates_that_can_be_one(one: str | None, other: str | None, expected: bool) -> None:
    assert agree(day(one), day(other)) is expected
    assert agree(day(other), day(one)) is expected


def test_a_meeting_told_twice_is_one() -> None:
    (encounter,) = gather([telling("가 나"), telling("가 나", "2025-02-04", index=1, venue="더한호텔")])
    assert encounter.names == ("가", "나")
    assert len(encounter.tellings) == 2
    assert encounter.when == day("2025-02-04")
    assert encounter.place is not None
    assert encounter.place.name == "더한호텔"


def test_a_later_telling_adds_those_whom_the_first_left_out() -> None:
    assert members([telling("가 나", "2025-02-04"), telling("가 나 다", "2025-02-04", index=1)]) == [("가", "나", "다")]


@pytest.mark.parametrize(
    "other",
    [
        telling("가 나", "2025-02-05", index=1),
        telling("가 나", "2025-02-05", index=1, status="planned"),
        telling("다 라", "2025-02-04", index=1),
        telling("가 나 마", "2025-02-04", index=1, venue="가온회관"),
        telling("가 나", "2025-02-04", index=1, venue="가온회관", cue=("meal", "만찬")),
    ],
    ids=["another day", "another status and day", "others", "another venue", "dinner elsewhere"],
)
def test_what_is_another_meeting(other: Dated) -> None:
    first = telling("가 나", "2025-02-04", venue="더한호텔", cue=("meal", "오찬"))
    assert fits(Encounter([first]), other) == 0
    assert len(gather([first, other])) == 2


def test_one_day_told_as_planned_and_as_held_is_one_meeting_with_the_surer_status() -> None:
    surer = telling("가 나", "2025-02-04", status="planned")
    (encounter,) = gather([surer, replace(telling("가 나", "2025-02-04", index=1), telling=replace(surer.telling, index=1, certainty=0.6))])
    assert encounter.status == "planned"
    assert [dated.status for dated in encounter.tellings] == ["planned", "planned"]
    lunch = telling("가 나", "2025-02-04", venue="더한호텔")
    dinner = telling("가 나", "2025-02-04", index=1, status="planned", venue="가온회관")
    assert len(gather([lunch, dinner])) == 2


def test_the_same_people_met_once_a_day_whatever_the_house_is_called() -> None:
    first = telling("가 나", "2025-02-04", venue="가람자동차 제5공장")
    assert members([first, telling("가 나", "2025-02-04", index=1, venue="베이징가람")]) == [("가", "나")]
    assert len(gather([first, telling("가 나", "2025-03-04", index=1, venue="베이징가람")])) == 2


def test_what_is_said_of_all_partners_of_a_relay_is_said_of_each() -> None:
    first, second = (replace(telling(f"가 {other}", "2025-02-04"), own=False) for other in ("나", "다"))
    parts = [replace(one, telling=replace(one.telling, part=True)) for one in (first, second)]
    together = telling("가 나 다", "2025-02-04", index=1, own=False, cue=("confer", "논의"))
    found = gather([*parts, together])
    assert [encounter.names for encounter in found] == [("가", "나"), ("가", "다")]
    assert [len(encounter.tellings) for encounter in found] == [2, 2]


def test_two_lists_of_one_event_are_one_meeting() -> None:
    first = telling("가 나 다 라", "2025-02-04", venue="더한호텔")
    # Attended without a date or venue of its own in between, the second list was not told of the first.
    second = telling("가 나 다", "2025-02-04", index=9, venue="더한호텔", own=False)
    assert members([first, second]) == [("가", "나", "다", "라")]


def test_one_common_person_makes_no_common_meeting() -> None:
    assert members([telling("가 나", "2025-02-04"), telling("가 다", "2025-02-04", index=1)]) == [("가", "나"), ("가", "다")]


def test_this_meeting_is_the_one_told_before() -> None:
    found = members([telling("가 나", "2025-02-04"), telling("다", index=1, own=False, anaphoric=True)])
    assert found == [("가", "나", "다")]
    assert members([telling("가 나", "2025-02-04"), telling("다 라", index=6, own=False, anaphoric=True)]) == [("가", "나"), ("다", "라")]


def test_attendance_joins_the_encounter_before_it() -> None:
    attended = telling("다 라", index=1, own=False, cue=("attend", "배석"))
    assert is_attendance(attended.telling)
    assert not is_attendance(telling("다 라").telling)
    assert members([telling("가 나", "2025-02-04"), attended]) == [("가", "나", "다", "라")]


def test_the_own_and_most_exact_date_leads() -> None:
    carried, month, exact = telling("가 나", "2025-02-03", own=False), telling("가 나", "2025-02"), telling("가 나", "2025-02-04")
    assert Encounter([carried, month, exact]).when == day("2025-02-04")
    assert Encounter([carried, month]).when == day("2025-02-03")
    assert Encounter([telling("가 나", "2025-01-30", own=False), month]).when == day("2025-02")
    assert Encounter([telling("가 나")]).when is None


def test_nothing_told_is_no_encounter() -> None:
    assert gather([]) == []


@pytest.mark.parametrize(
    ("cue", "particle", "words", "expected"),
    [
        (("attend", "배석"), "가", "노윤슬 부행장이 배석", True),
        (("joint", "함께"), "도", "노윤슬 부행장도 함께했", True),
        (("face", "자리"), "가", "은행에서는 노윤슬 부행장이 자리를 함께", True),
        (("joint", "함께"), "가", "노윤슬 부행장과 서하람 국장이 함께했", True),
        (("joint", "함께"), "와", "노윤슬 부행장과 함께했", False),
        (("joint", "함께"), "가", "두 사람이 저녁을 함께했", False),
        (("meet", "만나"), "도", "노윤슬 부행장도 만났", False),
    ],
)
def test_which_telling_only_says_who_else_was_there(cue: tuple[str, str], particle: str, words: str, expected: bool) -> None:
    told = telling("가 나", cue=cue, words=words).telling
    links = tuple((replace(reference, group=particle), chance) for reference, chance in told.links)
    assert is_attendance(replace(told, links=links)) is expected


def test_attendance_belongs_to_the_encounter_told_last_whatever_day_was_carried_over() -> None:
    first, last = telling("가 나", "2025-02-03"), telling("가 다", "2025-02-04", index=2)
    attended = telling("라 마", "2024", index=3, own=False, cue=("attend", "배석"))
    assert members([first, last, attended]) == [("가", "나"), ("가", "다", "라", "마")]


@pytest.mark.parametrize(
    ("tellings", "expected"),
    [
        ([telling("가 나 다", "2025-02-04"), telling("가", index=2, own=False)], [("가", "나", "다")]),
        ([telling("가 나", "2025-02-04"), telling("가", index=2, own=False)], [("가", "나"), ("가",)]),
        ([telling("가 나 다", "2025-02-04"), telling("가", "2025-02-04", index=2)], [("가", "나", "다"), ("가",)]),
        ([telling("가 나 다", "2025-02-04"), telling("라", index=2, own=False)], [("가", "나", "다"), ("라",)]),
        ([telling("가"), telling("나 다", "2025-02-04", index=1, cue=("attend", "참석"))], [("가", "나", "다")]),
    ],
    ids=["host of a crowd", "host of one", "a day of its own", "somebody else", "host first, then the list with the day"],
)
def test_a_host_told_alone(tellings: list[Dated], expected: list[tuple[str, ...]]) -> None:
    assert members(tellings) == expected


def test_a_telling_is_held_against_few_of_many_encounters(monkeypatch: pytest.MonkeyPatch) -> None:
    held: list[Encounter] = []

    def counting(encounter: Encounter, dated: Dated) -> float:
        held.append(encounter)
        return fits(encounter, dated)

    monkeypatch.setattr("graphing.extract.meetings.gathering.fits", counting)
    many = 300
    tellings = [telling(f"가{number} 나{number}", "2025-02-04", index=number) for number in range(many)]
    # Told again far below, the first two are no other encounter.
    found = gather([*tellings, telling("가0 나0", "2025-02-04", index=10 * many)])
    assert len(found) == many
    assert len(held) < 15 * many
