"""Who came in another's place, and who sent him: short made-up articles of 5 February 2025."""

from __future__ import annotations

import pytest
from extract.told import met

LEAD = "차은결 금융위원장이 4일 은행회관에서 은행장 간담회를 열었다. 민도영 한빛은행장과 고은찬 누리은행장이 참석했다. "
CAME = ["차은결", "민도영", "고은찬"]


@pytest.mark.parametrize(
    ("sentence", "others"),
    [
        ("새결은행은 노윤슬 행장 대신 서하람 부행장이 나왔다.", ["서하람"]),
        ("새결은행은 노윤슬 행장을 대신해 서하람 부행장이 자리했다.", ["서하람"]),
        ("노윤슬 새결은행장은 해외 출장을 이유로 빠지고 서하람 부행장을 보냈다.", ["서하람"]),
        ("노윤슬 새결은행장은 모친상 중이어서 서하람 부행장을 대신 보냈다.", ["서하람"]),
        ("노윤슬 새결은행장이 다보스에 머물고 있어 서하람 부행장이 대신 참석했다.", ["서하람"]),
        ("새결은행은 행장 자리가 비어 있어 서하람 부행장이 대신 나왔다.", ["서하람"]),
        ("새결은행은 노윤슬 전무를, 가람은행은 서하람 상무를 보냈다.", ["노윤슬", "서하람"]),
        ("차 위원장은 이튿날 서하람 국장을 베트남에 보냈다.", []),
        ("서하람 새결은행장은 화환을 보냈다.", []),
    ],
)
def test_who_came_in_anothers_place_was_there_and_who_sent_him_was_not(sentence: str, others: list[str]) -> None:
    assert met(LEAD + sentence) == [" ".join(sorted([*CAME, *others]))]
