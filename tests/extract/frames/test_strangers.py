"""Whom a list of guests leaves unsaid: its host, and nobody who is named between: made-up articles of 5 February 2025."""

from __future__ import annotations

import pytest

from tests.extract.meetings.test_who_came import who

BETWEEN = [
    (
        "한국무역진흥회는 4일 더한호텔에서 간담회를 열었다. 경쟁사인 두레물산의 노윤슬 사장은 최근 신제품을 공개했다. 이 자리에는 고은찬 "
        "누리은행장과 서하람 가람정밀 대표가 참석했다.",
        ["고은찬 서하람"],
    ),
    (
        "민도영 한빛전자 회장은 4일 차담회를 열었다. 노윤슬 두레물산 사장은 최근 신규 공장 투자 계획을 발표했다. 이 자리에는 고은찬 "
        "누리은행장과 서하람 가람정밀 대표가 참석했다.",
        ["고은찬 민도영 서하람"],
    ),
    # Who was told before what they came to may well be meant.
    (
        "노윤슬 두레물산 사장은 4일 민도영 한빛전자 회장과 오찬을 했다. 노윤슬 사장은 최근 신제품을 공개했다. 이 자리에는 고은찬 "
        "누리은행장도 참석했다.",
        ["고은찬 노윤슬 민도영"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), BETWEEN)
def test_who_is_first_named_after_an_event_is_not_meant_by_its_list_of_guests(text: str, expected: list[str]) -> None:
    assert who(text) == expected


def test_who_is_named_only_later_is_not_the_host_of_an_event() -> None:
    text = (
        "한국무역진흥회는 4일 더한호텔에서 투자 라운드테이블을 열었다. 노윤슬 두레물산 사장은 최근 신규 공장 투자 계획을 발표했다. "
        "이 자리에는 고은찬 누리은행장과 서하람 가람정밀 대표, 임가온 온새화학 대표가 함께했다."
    )
    assert who(text) == ["고은찬 서하람 임가온"]
