"""Two encounters told in one sentence have their partners each; one told by two verbs has all of them."""

from __future__ import annotations

import pytest
from extract.told import met

SHARED = "민도영 한들전자 회장은 3일 "


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        ("고은찬 새벽은행 사장을 만났고, 4일에는 서하람 누리증권 대표와 면담했다.", ["고은찬 민도영", "민도영 서하람"]),
        ("고은찬 새벽은행 사장과 오찬을 한 뒤 서하람 누리증권 대표를 접견했다.", ["고은찬 민도영", "민도영 서하람"]),
        ("고은찬 새벽은행 사장을 만난 뒤 서하람 누리증권 대표도 만났다.", ["고은찬 민도영", "민도영 서하람"]),
        ("고은찬 새벽은행 사장과 협약을 맺고, 4일에는 서하람 누리증권 대표를 만났다.", ["고은찬 민도영", "민도영 서하람"]),
        ("고은찬 새벽은행 사장을 불러 서하람 누리증권 대표와 함께 점심을 들었다.", ["고은찬 민도영 서하람"]),
        ("고은찬 새벽은행 사장과 만나 서하람 누리증권 대표와 함께 합작을 논의했다.", ["고은찬 민도영 서하람"]),
        ("고은찬 새벽은행 사장과 서하람 누리증권 대표를 만나 합작을 논의했다.", ["고은찬 민도영 서하람"]),
    ],
)
def test_clauses_share_their_subject_and_not_their_partners(rest: str, expected: list[str]) -> None:
    assert met(SHARED + rest) == expected
