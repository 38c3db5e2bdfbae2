"""Two encounters told in one sentence have their partners each; one told by two verbs has all of them."""

from __future__ import annotations

import pytest
from extract.told import met

SHARED = "민도영 한들전자 회장은 3일 "


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        ("고은찬 새벽은행 사장을 만났고, 4일에는 서하람 누리증권 대표와 면담했다.", ["고은찬 민도영", "민도영 서하람"]),
        ("고은찬 새벽은행 사장과 오찬을 한 뒤 서하람 누리증권 대표를 접견했다.", ["고은찬 민도영", "민도영 서하람"]),
        ("고은찬 새벽은행 사장을 만난 뒤 서하람 누리증권 대표도 만났다.", ["고은찬 민도영", "민도영 서하람"]),
        ("고은찬 새벽은행 사장과 협약을 맺고, 4일에는 서하람 누리증권 대표를 만났다.", ["고은찬 민도영", "민도영 서하람"]),
        ("고은찬 새벽은행 사장을 만나고 서하람 누리증권 대표와 회담을 한다.", ["고은찬 민도영", "민도영 서하람"]),
        ("새벽은행을 찾아 고은찬 사장과 면담한 뒤 곧이어 서하람 누리증권 대표를 만났다.", ["고은찬 민도영", "민도영 서하람"]),
        ("고은찬 새벽은행 사장과 회담을 가졌고, 낮에는 오찬에서 서하람 누리증권 대표와 나란히 앉았다.", ["고은찬 민도영", "민도영 서하람"]),
        ("고은찬 새벽은행 사장과 회담을 가졌고, 낮에는 오찬에서 아난드 발라와 나란히 앉았다.", ["고은찬 민도영", "민도영 아난드 발라"]),
        ("고은찬 새벽은행 사장과 오찬을, 만찬을 함께했다.", ["고은찬 민도영"]),
        ("고은찬 새벽은행 사장을 초청해 서하람 누리증권 대표와 간담회를 열었다.", ["고은찬 민도영 서하람"]),
        ("고은찬 새벽은행 사장을 만나 간담회를 열고 서하람 누리증권 대표를 소개했다.", ["고은찬 민도영 서하람"]),
        ("고은찬 새벽은행 사장을 불러 서하람 누리증권 대표와 함께 점심을 들었다.", ["고은찬 민도영 서하람"]),
        ("고은찬 새벽은행 사장을 옆에 앉히고 서하람 누리증권 대표와 마주 앉았다.", ["고은찬 민도영 서하람"]),
        ("고은찬 새벽은행 사장과 만나 서하람 누리증권 대표와 함께 합작을 논의했다.", ["고은찬 민도영 서하람"]),
        ("고은찬 새벽은행 사장과 서하람 누리증권 대표를 만나 합작을 논의했다.", ["고은찬 민도영 서하람"]),
    ],
)
def test_clauses_share_their_subject_and_not_their_partners(rest: str, expected: list[str]) -> None:
    assert met(SHARED + rest) == expected


def test_who_is_told_of_in_a_relative_clause_meets_others_then() -> None:
    told = "4일 고은찬 새벽은행 사장을 만난 민도영 한들전자 회장은 부산에서 서하람 누리증권 대표와 점심을 함께했다."
    assert met(told) == ["고은찬 민도영", "민도영 서하람"]
    together = "4일 고은찬 새벽은행 사장을 만난 민도영 한들전자 회장과 서하람 누리증권 대표는 합작을 논의했다."
    assert met(together) == ["고은찬 민도영 서하람"]


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        ("고은찬 새벽은행 사장이 만났고, 서하람 누리증권 대표는 이를 환영했다.", ["고은찬 민도영"]),
        ("고은찬 새벽은행 사장이 만났다는 소식에 서하람 누리증권 대표는 웃었다.", ["고은찬 민도영"]),
        ("고은찬 새벽은행 사장이 만나자 서하람 누리증권 대표가 합병을 서둘렀다.", ["고은찬 민도영"]),
        ("고은찬 새벽은행 사장이 만났고, 그 자리에 있던 서하람 누리증권 대표는 웃었다.", ["고은찬 민도영 서하람"]),
    ],
)
def test_the_subject_of_the_next_clause_did_not_meet_them(rest: str, expected: list[str]) -> None:
    assert met(f"지난 3일 민도영 한들전자 회장과 {rest}") == expected


def test_whom_a_clause_describes_took_part_in_it() -> None:
    told = "3일 부산에서 고은찬 새벽은행 사장과 서하람 누리증권 대표를 차례로 만난 민도영 한들전자 회장은 서울로 돌아왔다."
    assert met(told) == ["고은찬 민도영", "민도영 서하람"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("민도영 상무가 4일 보안을 주제로 발표했고, 같은 날 오후에는 고은찬 누리은행 전무가 통번역 기술을 시연했다.", []),
        ("민도영 상무가 4일 기조연설을 했고, 고은찬 누리은행 전무가 신제품을 소개했다.", []),
        ("민도영 회장이 4일 대전 연구소에 도착했고, 고은찬 소장이 시설을 안내했다.", ["고은찬 민도영"]),
        ("민도영 회장이 4일 누리은행 본점을 찾았고, 고은찬 행장이 현관에서 맞았다.", ["고은찬 민도영"]),
        ("4일 협약식에서는 민도영 회장이 먼저 서명했고, 이어 고은찬 행장이 서명했다.", ["고은찬 민도영"]),
    ],
)
def test_what_one_does_in_a_clause_of_his_own_is_not_done_with_the_subject_of_the_next(text: str, expected: list[str]) -> None:
    assert met(text) == expected
