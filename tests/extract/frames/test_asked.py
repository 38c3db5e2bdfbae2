"""What is asked for or said to somebody is no encounter; what comes of it, or is said where people meet, is."""

from __future__ import annotations

import pytest
from extract.told import met, read

PAIR = ["고은찬 민도영"]


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        ("고은찬 누리은행장에게 회동을 제안했다.", []),
        ("고은찬 누리은행장에게 면담을 거듭 요청했다.", []),
        ("고은찬 누리은행장과의 면담을 요청했다.", []),
        ("고은찬 누리은행장과의 회동을 희망했다.", []),
        ("고은찬 누리은행장에게 “만나자”고 제안했다.", []),
        ("고은찬 누리은행장에게 면담 신청서를 보냈다.", []),
        ("고은찬 누리은행장의 면담 요청을 받아들였다.", []),
        ("고은찬 누리은행장에게 협력을 당부했다.", []),
        ("고은찬 누리은행장에게 축하를 전했다.", []),
        ("고은찬 누리은행장을 초청했다.", []),
        ("고은찬 누리은행장을 행사에 초청했다.", []),
        ("고은찬 누리은행장과 만나 협력을 당부했다.", PAIR),
        ("더한호텔에서 고은찬 누리은행장과 회동하고 합병을 제안했다.", PAIR),
        ("회동에서 고은찬 누리은행장에게 협력을 당부했다.", PAIR),
        ("고은찬 누리은행장에게 전화를 걸어 회동을 제안했다.", PAIR),
        ("고은찬 누리은행장을 초청해 오찬을 했다.", PAIR),
        ("고은찬 누리은행장을 점심에 초대했다.", PAIR),
        ("고은찬 누리은행장과 대책을 논의했다.", PAIR),
    ],
)
def test_what_is_asked_for_is_no_encounter(rest: str, expected: list[str]) -> None:
    assert met(f"민도영 한빛전자 회장은 4일 {rest}") == expected


def test_what_was_asked_for_and_refused_failed() -> None:
    (extraction,) = read("민도영 한빛전자 회장은 4일 고은찬 누리은행장과의 면담을 요청받았지만 면담을 거절했다.")
    assert [meeting.status for meeting in extraction.meetings] == ["cancelled"]
