"""Who was there each time: short made-up articles of 5 February 2025."""

from __future__ import annotations

import pytest
from extract.told import met

EACH = "민도영 한빛그룹 회장은 3일 고은찬 장관과 오찬을 했다. 4일에는 차은결 의원을 만나 투자를 논의했다. "
DAYS = (
    "민도영 총리가 3일 삼청동 공관에서 고은찬 누리은행장, 표하람 다온은행장과 간담회를 했다. "
    "4일에는 차은결 한빛전자 회장, 주은결 가람건설 회장과 간담회를 했다. "
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (EACH + "두 자리에는 노윤슬 한빛전자 사장이 모두 배석했다.", ["고은찬 노윤슬 민도영", "노윤슬 민도영 차은결"]),
        (EACH + "통역으로 따라간 노윤슬 상무는 두 자리를 모두 지켰다.", ["고은찬 노윤슬 민도영", "노윤슬 민도영 차은결"]),
        (EACH + "두 자리 모두에서 민 회장의 곁을 지킨 이는 맏딸 노윤슬 사장이었다.", ["고은찬 노윤슬 민도영", "노윤슬 민도영 차은결"]),
        (DAYS + "노윤슬 상의 회장은 이틀 내리 자리를 지켰다.", ["고은찬 노윤슬 민도영 표하람", "노윤슬 민도영 주은결 차은결"]),
        (EACH + "노윤슬 사장은 두 자리 모두 참석하지 않았다.", ["고은찬 민도영", "민도영 차은결"]),
        (EACH + "노윤슬 사장은 두 회의를 준비하느라 바빴다.", ["고은찬 민도영", "민도영 차은결"]),
        (EACH + "노윤슬 사장은 “두 자리에 모두 참석했다는 소문은 헛말”이라고 했다.", ["고은찬 민도영", "민도영 차은결"]),
    ],
)
def test_who_is_told_to_have_been_at_several_encounters_was_at_each(text: str, expected: list[str]) -> None:
    assert met(text) == expected
