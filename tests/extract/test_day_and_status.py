"""The day and the status of an encounter told in one plain sentence of 5 February 2025, however it is reported."""

from __future__ import annotations

import pytest
from extract.told import read, shown


def meetings(text: str) -> list[str]:
    return [shown(meeting) for extraction in read(text) for meeting in extraction.meetings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What goes on is not past, and that it was said is no tense of what was said.
        ("고은찬 누리해운 사장은 민도영 가온전자 회장과 8일 회동을 추진하고 있다.", "planned | 2025-02-08 | –"),
        ("고은찬 누리해운 사장은 8일 민도영 가온전자 회장과의 회동을 준비하고 있다고 5일 밝혔다.", "planned | 2025-02-08 | –"),
        ("고은찬 누리해운 사장은 8일 부산에서 민도영 가온전자 회장과 만나는 방안을 조율 중이라고 5일 밝혔다.", "planned | 2025-02-08 | 부산"),
        ("고은찬 누리해운 사장은 8일 민도영 가온전자 회장과 만나는 것으로 알려졌다.", "planned | 2025-02-08 | –"),
        ("고은찬 누리해운 사장은 8일 민도영 가온전자 회장과 만나기로 일정을 확정했다.", "planned | 2025-02-08 | –"),
        ("고은찬 누리해운 사장은 8일 민도영 가온전자 회장과 만찬을 갖기로 합의했다.", "planned | 2025-02-08 | –"),
        ("고은찬 누리해운 사장이 28일 민도영 가온전자 회장과 만난 것으로 5일 알려졌다.", "held | 2025-01-28 | –"),
        ("고은찬 누리해운 사장이 28일 민도영 가온전자 회장과 만났다고 5일 밝혔다.", "held | 2025-01-28 | –"),
    ],
)
def test_a_day_to_come_is_told_by_the_tense_of_what_is_told(text: str, expected: str) -> None:
    assert meetings(text) == [f"고은찬, 민도영 | {expected}"]
