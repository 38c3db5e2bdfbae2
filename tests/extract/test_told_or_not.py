"""Whether an encounter is told, and whether it was held, is planned or came to nothing: short articles through the whole extraction."""

from __future__ import annotations

import pytest
from extract.told import read


def told(text: str) -> list[str]:
    """'고은찬 민도영 held' for each encounter of a text, its people in order of their names."""
    meetings = [meeting for extraction in read(text) for meeting in extraction.meetings]
    return sorted(" ".join((*sorted(one.name for one in meeting.participants), meeting.status)) for meeting in meetings)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "민도영 회장은 3일 서울에서 고은찬 사장과 만찬을 했다. 서하람 부회장은 몸이 아파 자리를 함께하지 못했다.",
            ["고은찬 민도영 held"],
        ),
        (
            "민도영 대표는 3일 도쿄에서 고은찬 회장을 만났다. 유정아 전무와 한동석 상무는 일정이 있어 자리에 함께하지 못했다.",
            ["고은찬 민도영 held"],
        ),
        ("서하람 실장은 민도영 장관과 고은찬 총재가 3일 만난 자리에도 함께하지 않았다.", ["고은찬 민도영 held"]),
    ],
)
def test_who_stayed_away_calls_nothing_off(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("다만 민도영 회장과 고은찬 회장, 서하람 회장 셋이 이 문제로 머리를 맞댄 것은 아니다.", []),
        ("민도영 대표가 고은찬 회장을 따로 만난 것은 아니라고 회사는 설명했다.", []),
        ("민도영 사장이 고은찬 장관을 만났는지에 대해 회사 쪽은 언급하지 않았다.", []),
        ("민도영 의장이 방미 기간에 고은찬 회장과 회동했는지는 알려지지 않았다.", []),
        (
            "민도영 사장은 3일 고은찬 장관을 만났다. 두 사람이 무슨 이야기를 나눴는지에 대해서는 말을 아꼈다.",
            ["고은찬 민도영 held"],
        ),
        (
            "민도영 회장과 고은찬 대표가 처음 만난 것은 아니다. 두 사람은 지난달 20일에도 부산에서 점심을 함께했다.",
            ["고은찬 민도영 held"],
        ),
    ],
)
def test_what_is_left_open_or_was_not_so_is_no_encounter(text: str, expected: list[str]) -> None:
    assert told(text) == expected
