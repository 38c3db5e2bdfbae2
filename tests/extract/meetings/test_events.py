"""Events that one holds and their guests, told in sentences of their own: made-up articles of 5 February 2025."""

from __future__ import annotations

import pytest

from tests.extract.meetings.test_who_came import who

HOSTS = [
    (
        "4일 더한호텔에서 민도영 한빛전자 회장 주재로 투자 라운드테이블이 있었다. 이 자리에는 고은찬 누리은행장, 노윤슬 두레물산 사장, "
        "서하람 가람정밀 대표 등이 함께했다.",
        ["고은찬 노윤슬 민도영 서하람"],
    ),
    (
        "민도영 산업부 장관은 4일 상생 협약식을 열었다.\n\n참석자 명단\n△고은찬 누리은행장\n△노윤슬 두레물산 사장\n△서하람 가람정밀 대표",
        ["고은찬 노윤슬 민도영 서하람"],
    ),
    (
        "7일 더한호텔에서 비상경제 점검회의가 열릴 예정이다.\n\n점검회의 참석자는 다음과 같다.\n▲고은찬 누리은행장\n▲노윤슬 두레물산 사장\n"
        "▲서하람 가람정밀 대표",
        ["고은찬 노윤슬 서하람:planned"],
    ),
    (
        "민도영 산업부 장관은 7일 열 예정이던 차담회를 취소했다. 이 자리에는 고은찬 누리은행장과 노윤슬 두레물산 사장이 참석할 예정이었다.",
        ["고은찬 노윤슬 민도영:cancelled"],
    ),
    (
        "민도영 총리는 4일 비상경제회의를 열었다. 회의에는 고은찬 누리은행장과 노윤슬 두레물산 사장이 참석했다.",
        ["고은찬 노윤슬 민도영"],
    ),
    # Many listen to a few: nobody is told to have met.
    (
        "한국무역진흥회는 4일 더한호텔에서 수출 전략 세미나를 개최했다. 고은찬 누리경제연구소 소장은 주제 발표에서 수출이 살아날 것이라고 "
        "내다봤다. 노윤슬 두레물산 사장은 최근 신규 공장 투자 계획을 발표했다.",
        [],
    ),
]


@pytest.mark.parametrize(("text", "expected"), HOSTS)
def test_the_host_of_an_event_and_those_who_came(text: str, expected: list[str]) -> None:
    assert who(text) == expected


LUNCH = "민도영 산업부 장관은 4일 오찬을 주재했다. 오찬에는 고은찬 누리은행장과 노윤슬 두레물산 사장이 참석했다. "
THERE = [
    (LUNCH + "서하람 가람정밀 대표는 화상으로 참석했다.", ["고은찬 노윤슬 민도영 서하람"]),
    (LUNCH + "이 자리에서 서하람 가람정밀 대표는 “투자를 늘려 달라”고 건의했다.", ["고은찬 노윤슬 민도영 서하람"]),
    (LUNCH + "사회는 서하람 가람정밀 대표가 맡았다.", ["고은찬 노윤슬 민도영 서하람"]),
    (LUNCH + "서하람 가람정밀 대표는 인사말에서 “투자를 늘려 달라”고 말했다.", ["고은찬 노윤슬 민도영 서하람"]),
    (LUNCH + "서하람 가람정밀 대표는 해외 출장 중이어서 임가온 부사장이 대신 참석했다.", ["고은찬 노윤슬 민도영 임가온"]),
    (LUNCH + "서하람 가람정밀 대표는 국무회의 모두발언에서 “투자를 늘려 달라”고 말했다.", ["고은찬 노윤슬 민도영"]),
    (LUNCH + "서하람 다한증권 애널리스트는 “업황이 나아질 것”이라고 분석했다.", ["고은찬 노윤슬 민도영"]),
]


@pytest.mark.parametrize(("text", "expected"), THERE)
def test_who_is_said_by_words_of_his_own_to_have_been_there(text: str, expected: list[str]) -> None:
    assert who(text) == expected


LISTS = [
    (
        "민도영 산업부 장관은 4일 라운드테이블을 가졌다.\n\n◇참석자\n▲고은찬 누리은행장\n▲노윤슬 두레물산 사장",
        ["고은찬 노윤슬 민도영"],
    ),
    (
        "민도영 산업부 장관은 7일 조찬 간담회를 갖는다.\n\n▲참석자: 고은찬 누리은행장, 노윤슬 두레물산 사장, 서하람 가람정밀 대표",
        ["고은찬 노윤슬 민도영 서하람:planned"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_lists_below_an_event_and_who_only_stands_between(text: str, expected: list[str]) -> None:
    assert who(text) == expected
