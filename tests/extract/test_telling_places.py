"""Where the people of a meeting were together, not where one of them was before, and where an earlier meeting was."""

from __future__ import annotations

import pytest
from extract.told import read, shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "민도영 가온전자 회장은 3일 창원 공장 기공식에 참석한 뒤 부산으로 건너가 고은찬 누리해운 사장과 저녁을 먹었다.",
            ["고은찬, 민도영 | held | 2025-02-03 | 부산"],
        ),
        (
            "민도영 가온전자 회장은 3일 울산 공장 준공식에 들렀다가 오후에는 포항으로 넘어가 고은찬 누리제강 소장과 회의를 했다.",
            ["고은찬, 민도영 | held | 2025-02-03 | 포항"],
        ),
        (
            "민도영 가온전자 회장과 고은찬 누리해운 사장의 만남은 지난해 9월 베를린 이후 처음이다.",
            ["고은찬, 민도영 | held | 2024-09 | 베를린"],
        ),
        (
            "민도영 가온전자 회장과 고은찬 누리해운 사장이 다음 달 회동할 예정이다. 회동 장소로는 싱가포르가 거론된다.",
            ["고은찬, 민도영 | planned | 2025-03 | 싱가포르"],
        ),
        (
            "민도영 가온전자 회장은 3일 더한호텔에서 고은찬 누리해운 사장을 만났다.\n\n민 회장은 전날 한빛나 의원과 면담했다.",
            ["고은찬, 민도영 | held | 2025-02-03 | 더한호텔", "민도영, 한빛나 | held | 2025-02-02 | –"],
        ),
        (
            "민도영 가온전자 회장은 3일 더한호텔에서 열린 만찬에 갔다. 만찬장에서 고은찬 누리해운 사장과 인사를 나눴다.",
            ["고은찬, 민도영 | held | 2025-02-03 | 더한호텔"],
        ),
        (
            "민도영 가온재단 이사장은 3일 고은찬 부회장을 장충동의 한 찻집에서, 저녁에는 한빛나 회장을 더한호텔에서 따로 만났다.",
            ["고은찬, 민도영 | held | 2025-02-03 | 장충동의 한 찻집", "민도영, 한빛나 | held | 2025-02-03 | 더한호텔"],
        ),
        (
            "민도영 가온재단 이사장은 3일 국회에서 고은찬 의원을, 더한호텔에서 한빛나 회장을 각각 만났다.",
            ["고은찬, 민도영 | held | 2025-02-03 | 국회", "민도영, 한빛나 | held | 2025-02-03 | 더한호텔"],
        ),
        (
            "민도영 누리은행장은 3일 고은찬 금융청장을 청장실에서 만났다.",
            ["고은찬, 민도영 | held | 2025-02-03 | 청장실"],
        ),
    ],
)
def test_where_they_were_together(text: str, expected: list[str]) -> None:
    (extraction,) = read(text)
    assert [shown(meeting) for meeting in extraction.meetings] == expected
