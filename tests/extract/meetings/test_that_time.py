"""A date that the sentence before told only to measure by, and 당시 that goes back to it; and what was some time after it."""

from __future__ import annotations

import pytest

from tests.extract.told import read, shown

FIRST = "민도영 한빛전자 회장은 3일 더한호텔에서 고은찬 다온증권 사장과 만나 협력을 논의했다. "
TABLE = [
    ("민 회장이 한국을 찾은 것은 2022년 9월 이후 처음이다. 당시 민 회장은 차은규 누리은행 부행장과 만났다.", "2022-09"),
    ("민 회장의 방한은 2022년 9월 이후 2년여 만이다. 당시 그는 차은규 누리은행 부행장을 만났다.", "2022-09"),
    ("민 회장의 방한은 2022년 9월에 이어 두 번째다. 당시에는 차은규 누리은행 부행장과 만찬을 했다.", "2022-09"),
    ("민 회장은 2022년 3월 취임했다. 두 달 뒤 차은규 누리은행 부행장과 만났다.", "2022-05"),
    ("민 회장은 2022년 3월 취임했다. 이후 차은규 누리은행 부행장과 만났다.", "–"),
]


@pytest.mark.parametrize(("then", "when"), TABLE)
def test_when_they_met(then: str, when: str) -> None:
    told = [shown(meeting) for extraction in read(FIRST + then) for meeting in extraction.meetings]
    assert [one.split(" | ")[2] for one in told if one.startswith("민도영, 차은규 |")] == [when]
