"""Whom a headline alone puts at an encounter that the text below it tells of others."""

from __future__ import annotations

import pytest
from extract.told import met

BODY = "민도영 한빛전자 회장은 3일 서울에서 고은찬 누리은행장과 만나 투자를 논의했다."
LATER = "\n\n서하람 두루건설 대표는 지난해 누리은행과 합작사를 세웠다."


@pytest.mark.parametrize("later", ["", LATER])
@pytest.mark.parametrize(
    "headline",
    [
        "민도영-고은찬 회동에 서하람 ‘긴장’",
        "고은찬 만난 민도영 “서하람과는 다르다”",
        "서하람 제친 민도영, 고은찬과 담판",
        "‘라이벌’ 서하람 보란 듯… 민도영, 고은찬과 회동",
        "서하람 이어 민도영도 고은찬 만났다",
        "서하람 떠난 자리에 민도영… 고은찬과 첫 상견례",
        "민도영, 고은찬과 회동… 서하람은 불참",
        "민도영·고은찬 ‘투자 동맹’… 서하람·노윤슬 촉각",
    ],
)
def test_is_not_there(headline: str, later: str) -> None:
    assert met(f"{headline}\n\n{BODY}{later}") == ["고은찬 민도영"]


def test_is_there_where_the_text_says_so_anywhere() -> None:
    text = f"민도영·고은찬·서하람 3자 회동\n\n{BODY} 이 자리에는 서하람 두루건설 대표도 함께했다."
    assert met(text) == ["고은찬 민도영 서하람"]


def test_is_there_where_the_text_tells_no_encounter_of_two_sides() -> None:
    assert met("민도영·고은찬, 3일 전격 회동\n\n회동은 두 시간 동안 이어졌다고 관계자는 전했다.") == ["고은찬 민도영"]
