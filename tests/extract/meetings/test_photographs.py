"""Rows of people in photographs: short made-up articles of 5 February 2025."""

from __future__ import annotations

import pytest
from extract.told import met

MET = "민도영 가람시장은 4일 시청에서 고은찬 한빛전자 대표와 만나 투자를 논의했다."


@pytest.mark.parametrize(
    "text",
    [
        f"{MET} 시는 용지를 내주기로 했다. 공장은 내년에 짓는다.\n\n"
        "(왼쪽부터) 노윤슬 시의회 의장, 민도영 시장, 고은찬 대표, 서하람 부시장. 가람시 제공",
        f"노윤슬 시의회 의장, 민도영 가람시장, 고은찬 한빛전자 대표, 서하람 부시장.(왼쪽부터) 가람시 제공\n\n{MET}",
    ],
)
def test_who_stands_in_a_row_with_those_who_met_was_there(text: str) -> None:
    assert met(text) == ["고은찬 노윤슬 민도영 서하람"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{MET}\n\n왼쪽부터 노윤슬 다온그룹 회장, 고은찬 대표, 서하람 가온그룹 회장. 각 사 제공", ["고은찬 민도영"]),
        (
            "민도영 가람시장이 6일 고은찬 한빛전자 대표를 만난다.\n\n왼쪽부터 민도영 시장, 고은찬 대표, 노윤슬 의장. 연합뉴스",
            ["고은찬 민도영"],
        ),
        (
            f"{MET} 3일에는 노윤슬 의장이 서하람 부시장과 만났다. 시는 바빴다. 한 해가 저문다.\n\n"
            "왼쪽부터 민도영 시장, 고은찬 대표, 노윤슬 의장, 서하람 부시장. 가람시 제공",
            ["고은찬 민도영", "노윤슬 서하람"],
        ),
    ],
)
def test_a_row_of_portraits_shows_no_encounter(text: str, expected: list[str]) -> None:
    assert met(text) == expected
