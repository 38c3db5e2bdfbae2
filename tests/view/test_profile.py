"""A profile in words: what is told of whom, and as of which day. All names are invented."""

from __future__ import annotations

import re
from datetime import date

from graphing.model import MeetingStatus
from graphing.profile import profile
from graphing.store import EntityRow, MeetingRow
from graphing.view.profile import facts
from graphing.view.session import Language

LABELS = dict(enumerate(("고도윤", "남궁설", "탁현서", "황보름"), 1))


def row(number: int, people: tuple[int, ...], first: date, status: MeetingStatus = "held") -> MeetingRow:
    return MeetingRow(number, 1, status, first, first, "day", None, None, 0.9, "", people, (), date(2025, 4, 1), None)


def told(entity: int, rows: tuple[MeetingRow, ...], language: Language = "ko") -> dict[str, str]:
    entities = {number: EntityRow(number, "person", name, name, None, 1, 1) for number, name in LABELS.items()}
    found = facts(profile(entity, rows, {}, date(2025, 4, 1), today=date(2025, 4, 20)), entities, LABELS, language)
    return {key: re.sub("<[^>]+>", "", html) for key, html in found}


def test_who_only_has_plans_is_told_with_whom() -> None:
    found = told(1, (row(1, (1, 2), date(2025, 5, 1), "planned"), row(2, (1, 3), date(2025, 3, 1), "cancelled")))
    assert found == {"to_meet": "남궁설 1회", "not_met": "탁현서 1회", "": "이 기사들에 나온 것만 셉니다."}


def test_a_plan_for_a_past_day_is_told_apart_with_its_outcome_unknown() -> None:
    rows = (row(1, (1, 2), date(2025, 4, 19), "planned"), row(2, (1, 3), date(2025, 4, 20), "planned"))
    assert told(1, rows) == {
        "to_meet": "탁현서 1회", "was_to_meet": "남궁설 1회 결과는 이 기사들에 없음", "": "이 기사들에 나온 것만 셉니다.",
    }  # fmt: skip
    assert told(1, rows, "en")["was_to_meet"] == "남궁설 1× outcome not reported in these articles"


def test_new_acquaintances_are_told_as_of_a_day() -> None:
    rows = (row(1, (1, 2), date(2025, 3, 1)),)
    assert told(1, rows)["new_met"] == "남궁설 2025.04.01 기준"
    assert told(1, rows, "en")["new_met"] == "남궁설 as of 1 Apr 2025"


def test_of_whom_nothing_is_told_there_are_no_facts() -> None:
    assert told(4, (row(1, (1, 2), date(2025, 3, 1)),)) == {}
