"""A plan is not called off by the next sentence where that calls off an encounter of others."""

from __future__ import annotations

import pytest
from extract.told import read


@pytest.mark.parametrize(
    ("next_sentence", "status"),
    [
        ("구자윤 다온전자 회장과 허유민 마루은행장의 7일 회동은 취소됐다.", "planned"),
        ("한편 구자윤 다온전자 회장과 민도영 회장의 7일 회동은 취소됐다.", "planned"),
        ("구자윤 다온전자 회장과의 면담은 무산됐다.", "planned"),
        ("구자윤 다온전자 회장은 민 회장과의 면담을 취소했다.", "planned"),
        ("두 사람의 회동은 민 회장의 출장으로 취소됐다.", "cancelled"),
        ("그러나 고 행장과의 회동은 무산됐다.", "cancelled"),
        ("그러나 민 회장과 고 행장의 회동은 취소됐다.", "cancelled"),
        ("그러나 구자윤 다온전자 회장의 반대로 회동은 취소됐다.", "cancelled"),
        ("그러나 회동은 취소됐다.", "cancelled"),
    ],
)
def test_only_what_is_theirs_calls_a_plan_off(next_sentence: str, status: str) -> None:
    (extraction,) = read(f"민도영 한빛전자 회장은 10일 고은찬 누리은행장과 만날 예정이다. {next_sentence}")
    theirs = [meeting for meeting in extraction.meetings if {one.name for one in meeting.participants} == {"민도영", "고은찬"}]
    assert [meeting.status for meeting in theirs] == [status]
