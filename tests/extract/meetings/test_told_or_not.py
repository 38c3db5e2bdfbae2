"""Whether an encounter is told, and whether it was held, is planned or came to nothing: short articles through the whole extraction."""

from __future__ import annotations

import pytest
from extract.told import read


def told(text: str) -> list[str]:
    """'고은찬 민도영 held' for each encounter of a text, its people in order of their names."""
    meetings = [meeting for extraction in read(text) for meeting in extraction.meetings]
    return sorted(" ".join((*sorted(one.name for one in meeting.participants), meeting.status)) for meeting in meetings)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "민도영 회장은 3일 서울에서 고은찬 사장과 만찬을 했다. 서하람 부회장은 몸이 아파 자리를 함께하지 못했다.",
            ["고은찬 민도영 held"],
        ),
        (
            "민도영 대표는 3일 도쿄에서 고은찬 회장을 만났다. 유정아 전무와 한동석 상무는 일정이 있어 자리에 함께하지 못했다.",
            ["고은찬 민도영 held"],
        ),
        ("서하람 실장은 민도영 장관과 고은찬 총재가 3일 만난 자리에도 함께하지 않았다.", ["고은찬 민도영 held"]),
    ],
)
def test_who_stayed_away_calls_nothing_off(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("다만 민도영 회장과 고은찬 회장, 서하람 회장 셋이 이 문제로 머리를 맞댄 것은 아니다.", []),
        ("민도영 대표가 고은찬 회장을 따로 만난 것은 아니라고 회사는 설명했다.", []),
        ("민도영 사장이 고은찬 장관을 만났는지에 대해 회사 쪽은 언급하지 않았다.", []),
        ("민도영 의장이 방미 기간에 고은찬 회장과 회동했는지는 알려지지 않았다.", []),
        (
            "민도영 사장은 3일 고은찬 장관을 만났다. 두 사람이 무슨 이야기를 나눴는지에 대해서는 말을 아꼈다.",
            ["고은찬 민도영 held"],
        ),
        (
            "민도영 회장과 고은찬 대표가 처음 만난 것은 아니다. 두 사람은 지난달 20일에도 부산에서 점심을 함께했다.",
            ["고은찬 민도영 held"],
        ),
    ],
)
def test_what_is_left_open_or_was_not_so_is_no_encounter(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("지난달 민도영 이사가 본점 회의실에서 고은찬 회장을 면담하고 서류를 받은 사실은 양쪽이 모두 인정한다.", "held"),
        ("민도영 부회장과 고은찬 사장이 지난 3일 골프를 함께 친 것을 두고 업계에서는 뒷말이 나온다.", "held"),
        ("민도영 부회장은 13일 고은찬 사장을 만난다.", "planned"),
        ("민도영 부회장이 13일 고은찬 사장을 만나는 것은 이번이 두 번째다.", "planned"),
        ("15일 민도영 부회장과 고은찬 회장이 만나 담판을 짓기로 한 약속은 고 회장 측이 전날 밤 거둬들였다.", "cancelled"),
        ("민도영 회장과 고은찬 대표가 3일 만나 저녁을 들기로 한 일정은 고 대표의 출장으로 취소됐다.", "cancelled"),
        ("지난달 11일 민도영 회장과 고은찬 대표가 만나 지분을 나누기로 한 약속은 지켜졌다.", "held"),
        (
            "민도영 회장이 지난달 고은찬 사장에게 저녁을 먹자며 서울로 불렀다. 그러나 고 사장은 출발 전날 약속을 거둬들였다.",
            "cancelled",
        ),
        ("민도영 회장이 지난달 고은찬 사장에게 저녁을 먹자며 집으로 불렀다. 그러나 고 사장은 술잔을 들지 않았다.", "held"),
        ("민도영 회장은 지난달 10일 뮌헨에서 고은찬 회장을 뵙기로 했는데 독감에 걸려 못 갔다.", "cancelled"),
        ("민도영 회장은 2016년 봄 고은찬 회장과 화해 자리를 가질 뻔했다.", "cancelled"),
        ("민도영 회장이 고은찬 대표를 만나 인수를 논의했다는 소문에 대해 회사는 3일 “만난 적조차 없다”고 밝혔다.", "cancelled"),
    ],
)
def test_held_planned_or_called_off(text: str, expected: str) -> None:
    assert told(text) == [f"고은찬 민도영 {expected}"]


@pytest.mark.parametrize(
    "text",
    [
        "민도영 회장은 2007년 3월 방한한 고은찬 차관에게 송도 매립지를 구경시켜 줬다.",
        "3일 저녁 경주의 한식당에서 고은찬 회장이 민도영 회장의 대접을 받았다.",
        "민도영 부회장은 3일 부서진 공장 앞에서 고은찬 사장을 말없이 끌어안았다.",
        "3일 밤 같은 호텔의 다른 방에서 고은찬 회장을 기다린 것은 민도영 부회장이었다.",
        "고은찬 회장은 3일 사옥을 찾은 민도영 대표에게 30분을 내줬다.",
        "민도영 장관과 고은찬 회장은 3일 서울의 한 호텔에서 세 시간 함께 있었다.",
    ],
)
def test_words_that_tell_that_people_were_together(text: str) -> None:
    assert told(text) == ["고은찬 민도영 held"]


@pytest.mark.parametrize(
    "text",
    [
        "민도영 사장과 고은찬 부회장은 서울에서 소식을 기다렸다.",
        "민도영 회장이 인수한 회사의 직원을 모두 끌어안은 고은찬 사장은 3일 물러났다.",
        "민도영 부회장이 2015년 총수 자리에 앉은 뒤 고은찬 사장이 회사를 떠났다.",
        "민도영 회장과 고은찬 행장, 서하람 은행장은 11∼13일 미국 워싱턴에서 열리는 국제통화기금 연차총회를 찾는다.",
        "민도영 회장과 고은찬 회장이 다음 달 나란히 한국에 온다.",
        "2012년 초 민도영 대표가 미국 게임사를 함께 사들이자고 제안했고 고은찬 대표가 이를 받아들였다.",
    ],
)
def test_words_that_only_look_so(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "민도영 회장과 고은찬 회장은 3일 서울에서 만찬을 했다. 노조가 17일 파업에 들어가겠다고 예고한 터라 이번 만남이 타결의 "
            "실마리가 될지 눈길이 쏠린다.",
            ["고은찬 민도영 held"],
        ),
        (
            "민도영 회장과 고은찬 회장은 3일 서울에서 만찬을 했다. 업계는 이번 만남이 다음 달 2일 열리는 총회의 분수령이 될 것으로 본다.",
            ["고은찬 민도영 held"],
        ),
        ("민도영 회장과 고은찬 회장은 20일 만난다. 이번 만남이 갈등을 풀 실마리가 될지 눈길이 쏠린다.", ["고은찬 민도영 planned"]),
    ],
)
def test_what_is_expected_of_an_encounter_is_no_other(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "13일 열릴 예정이던 사업재편 간담회가 무기한 연기됐다. 이 자리에는 민도영 장관과 고은찬 대표가 참석하기로 돼 있었다.",
            ["고은찬 민도영 cancelled"],
        ),
        ("14일 열릴 예정이던 회의가 취소됐다. 민도영 장관과 고은찬 대표가 나올 예정이었다.", ["고은찬 민도영 cancelled"]),
        ("3일 간담회에는 민도영 장관과 고은찬 대표가 참석했다. 서하람 사장도 나올 예정이었다.", ["고은찬 민도영 held"]),
    ],
)
def test_who_was_to_come_to_what_was_called_off(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "민도영 사장이 고은찬 회장과의 면담을 추진하고 있는 것으로 알려졌다.",
        "민도영 사장은 고은찬 회장과 회동하는 방안을 조율 중이다.",
        "민도영 사장은 고은찬 회장과 이른 시일 안에 다시 만나기로 했다.",
    ],
)
def test_a_plan_needs_no_day(text: str) -> None:
    assert told(text) == ["고은찬 민도영 planned"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("서하람 의원이 고은찬 회장과 만난 일이 있느냐고 묻자 민도영 원장은 답하지 않았다.", []),
        ("민도영 원장은 고은찬 회장을 만난 사실이 있느냐는 질문에 답하지 않았다.", []),
        ("서하람 의원이 “지난달 고은찬 회장과 만나지 않았느냐”고 캐묻자 민도영 원장은 답하지 않았다.", []),
        (
            "서하람 의원이 “민도영 원장을 만났느냐”고 따지자 고은찬 회장은 “지난달 3일 서울에서 민 원장을 만났다”고 답했다.",
            ["고은찬 민도영 held"],
        ),
        (
            "민도영 원장은 3일 “고은찬 회장과 만난 적이 있느냐”는 서하람 의원의 물음에 “지난달 10일 서울에서 만났다”고 답했다.",
            ["고은찬 민도영 held"],
        ),
        ("서하람 의원은 3일 “고은찬 회장이 지난달 민도영 원장을 만났다”고 주장했다.", ["고은찬 민도영 held"]),
        ("서하람 대변인은 3일 “고은찬 회장과 민도영 원장이 지난달 서울에서 만났다”고 밝혔다.", ["고은찬 민도영 held"]),
        ("민도영 원장은 3일 “지난달 고은찬 회장을 만났다”고 말했다.", ["고은찬 민도영 held"]),
        ("민도영 원장은 “고은찬 회장이 지난달 저를 찾아왔다”고 털어놨다.", ["고은찬 민도영 held"]),
    ],
)
def test_who_asks_or_tells_whom_others_met_was_not_there(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "민도영 장관과 주요 그룹 총수의 4일 만남이 없던 일이 됐다. 민 장관은 이날 세종청사에서 고은찬 회장과 서하람 회장을 불러 "
            "간담회를 열 생각이었다.",
            ["고은찬 민도영 서하람 cancelled"],
        ),
        (
            "민도영 은행장과 고은찬 회장의 4일 오찬이 취소됐다. 이 자리에는 서하람 부행장과 노윤슬 전무가 함께할 예정이었다.",
            ["고은찬 노윤슬 민도영 서하람 cancelled"],
        ),
        (
            "민도영 은행장은 3일 고은찬 회장과 점심을 먹었다. 7일에는 서하람 사장을 만날 예정이었다.",
            ["고은찬 민도영 held", "민도영 서하람 planned"],
        ),
        (
            "민도영 위원장이 7일 은행장들과 만찬을 한다. 참석자로는 고은찬 누리은행장, 서하람 가온은행장이 거론된다.",
            ["고은찬 민도영 서하람 planned"],
        ),
        ("민도영 총리가 총수들과 지금 밥을 먹을 때가 아니라고 고은찬 실장이 말했다.", []),
        ("민도영 은행장은 4일 고은찬 한빛전자 회장과 7일 만찬을 한다고 밝혔다.", ["고은찬 민도영 planned"]),
        ("민도영 은행장은 지난해 1월과 6월 고은찬 회장을 만났다.", ["고은찬 민도영 held", "고은찬 민도영 held"]),
    ],
)
def test_what_was_planned_for_what_was_called_off_and_what_is_still_to_come(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("said", "planned"),
    [
        ("고은찬 누리은행장과 만나는 일정을 조율하고 있다", True),
        ("고은찬 누리은행장과 면담하는 방안을 추진하고 있다", True),
        ("고은찬 누리은행장을 이달 안에 만나겠다", True),
        ("고은찬 누리은행장과 만날 계획은 없다", False),
        ("필요하면 고은찬 누리은행장과도 만나겠다", False),
        ("고은찬 누리은행장과 만날 용의가 있다", False),
        ("고은찬 누리은행장과 수시로 만나 논의하겠다", False),
    ],
)
def test_who_says_whom_he_is_to_meet_on_no_day_yet_plans_to(said: str, planned: bool) -> None:
    assert told(f"민도영 한빛전자 회장은 4일 “{said}”고 말했다.") == ["고은찬 민도영 planned"] * planned
