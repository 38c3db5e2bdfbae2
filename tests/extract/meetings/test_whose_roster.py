"""To which encounter those belong who are told to have sat beside, and whether what one says himself is one."""

from __future__ import annotations

import pytest
from extract.told import read, shown

MET = "민도영 한빛전자 회장은 3일 서울에서 고은찬 새얼은행장과 만찬을 했다."


def told(text: str) -> list[str]:
    meetings = [meeting for extraction in read(text) for meeting in extraction.meetings]
    return [shown(meeting).rsplit(" | ", 1)[0] for meeting in meetings]


def test_who_sat_beside_those_who_met_came_to_no_meeting_of_the_next_paragraph() -> None:
    text = (
        "민도영 한빛전자 회장은 3일 서울에서 고은찬 새얼은행장을 만나 투자를 논의했다. 차은규 부사장과 제희수 전무가 곁에 앉았다.\n\n"
        "민 회장은 지난달 5일 주한 일본대사를 맞았다. 투자 당부가 있었다."
    )
    assert told(text) == ["고은찬, 민도영, 제희수, 차은규 | held | 2025-02-03"]


@pytest.mark.parametrize("words", [
    "자리를 채웠다", "뒤를 따랐다", "따라갔다", "동반했다", "뒷줄에 앉았다", "한쪽에 앉았다", "대화에 끼었다", "현장에 있었다",
    "수저를 들었다",
])
def test_who_did_so_was_there(words: str) -> None:
    assert told(f"{MET} 차은규 부사장과 제희수 전무도 {words}.") == ["고은찬, 민도영, 제희수, 차은규 | held | 2025-02-03"]


@pytest.mark.parametrize("text", [
    "차은규 다온증권 사장도 인수전에 가세했다.",
    "차은규 다온증권 사장도 기부에 동참했다.",
    "차은규 다온증권 사장은 사태를 지켜보고 있다.",
    "차은규 다온증권 사장이 통역을 맡았던 제희수 씨를 고소했다.",
])
def test_who_did_so_elsewhere_was_not(text: str) -> None:
    assert told(f"{MET} {text}") == ["고은찬, 민도영 | held | 2025-02-03"]


def test_who_fills_the_seats_of_what_is_to_come_is_to_come() -> None:
    text = "민도영 한빛전자 회장이 16일 서울에서 고은찬 새얼은행장과 조찬 간담회를 한다. 차은규 부사장과 제희수 전무도 자리를 채운다."
    assert told(text) == ["고은찬, 민도영, 제희수, 차은규 | planned | 2025-02-16"]


@pytest.mark.parametrize(("text", "expected"), [
    ("민도영 한빛전자 회장은 “고은찬 새얼은행장을 만났다”고 말했다.", ["고은찬, 민도영 | held | –"]),
    ("민도영 한빛전자 회장은 1월 25일 “어제 고은찬 새얼은행장을 만났다”고 말했다.", ["고은찬, 민도영 | held | 2025-01-24"]),
    ("민도영 한빛전자 회장은 “고은찬 새얼은행장을 만나면 좋겠다”고 말했다.", []),
    ("민도영 한빛전자 회장은 “차은규 다온증권 사장이 고은찬 새얼은행장을 만났다”고 말했다.", []),
])
def test_who_says_himself_that_he_met_somebody_has_met_him(text: str, expected: list[str]) -> None:
    assert told(text) == expected
