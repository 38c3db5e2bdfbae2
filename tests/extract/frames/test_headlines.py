"""A headline of several parts, or one that sums up, adds nobody to what the text tells apart."""

from __future__ import annotations

import pytest

from tests.extract.told import met

BODY = (
    "민도영 한빛전자 회장은 3일 더한호텔에서 고은찬 다온증권 사장과 오찬을 했다.\n\n"
    "민 회장은 이날 저녁 한빛타워에서 차은규 누리은행 부행장과 만찬을 했다."
)
HEADLINES = [
    "민도영, 더한호텔서 고은찬과 오찬… 저녁엔 차은규와 만찬",
    "민도영, 고은찬 만나 협력 논의…차은규와도 회동",
    "민도영 회장, 고은찬 사장 만나... 차은규 부행장과도 회동",
    "민도영·고은찬 오찬… 저녁엔 차은규와 만찬",
    "고은찬 만난 민도영, 저녁엔 차은규와 만찬",
    "민도영, 고은찬·차은규 연쇄 회동",
    "“협력하자” 민도영, 고은찬과 오찬…차은규와 만찬",
]


@pytest.mark.parametrize("headline", HEADLINES)
def test_the_body_says_who_met_whom(headline: str) -> None:
    assert met(f"{headline}\n\n{BODY}") == ["고은찬 민도영", "민도영 차은규"]


def test_a_headline_still_names_all_of_one_encounter() -> None:
    text = (
        "민도영, 고은찬·차은규와 3자 회동…합작 논의\n\n민도영 한빛전자 회장이 3일 더한호텔에서 고은찬 다온증권 사장, "
        "차은규 누리은행 부행장과 만나 합작을 논의했다."
    )
    assert met(text) == ["고은찬 민도영 차은규"]
