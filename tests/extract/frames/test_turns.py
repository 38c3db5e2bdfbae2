"""Words behind which a sentence tells another occasion; A, B and C stand for three people with their posts."""

from __future__ import annotations

import pytest

from tests.extract.frames.three import met_of_three, told_of_three
from tests.extract.told import met

TABLE = [
    ("A은 3일 B을 만나기 직전 C과 차담을 가졌다.", ["A B", "A C"]),
    ("A은 3일 B과의 만찬에 앞서 C과 차담을 가졌다.", ["A B", "A C"]),
    ("A은 3일 B과 만찬을 하기 전 C을 따로 만났다.", ["A B", "A C"]),
    ("A은 3일 B과 헤어진 뒤 C을 만났다.", ["A C"]),
    ("A은 3일 B과 회동한 사실을 C에게 알렸다.", ["A B"]),
    ("A은 3일 C에게 B과의 회동 결과를 보고했다.", ["A B"]),
    ("A은 3일 C을 만나 B과의 회동 결과를 설명했다.", ["A B", "A C"]),
    ("A은 3일 C과 만나 B을 비판했다.", ["A C"]),
    ("A은 3일 B 대신 C을 만났다.", ["A C"]),
    ("A과 B이 3일 만났다. 앞서 C도 지난달 합작을 제안했다.", ["A B"]),
    ("A과 B이 3일 만났다. 이번 만남은 C의 제안으로 이뤄졌다.", ["A B"]),
    # one occasion for all of them
    ("A은 3일 만찬 전 B과 환담했다.", ["A B"]),
    ("A은 3일 B과 C을 함께 만났다.", ["A B C"]),
]


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_who_met_whom(text: str, expected: list[str]) -> None:
    assert met_of_three(text) == expected


def test_a_quotation_parts_whom_somebody_met_from_whom_he_is_to_meet() -> None:
    told = told_of_three("A은 3일 C과 만나 “B과도 곧 만나겠다”고 말했다.")
    assert told == ["A B | planned | –", "A C | held | 2025-02-03"]


def test_who_is_met_in_anothers_place_was_met() -> None:
    told = told_of_three("A은 3일 B을 만나려 했으나 일정 때문에 C을 대신 만났다.")
    assert "A C | held | 2025-02-03" in told
    assert "A B | held | 2025-02-03" not in told


def test_titles_of_two_posts_mean_those_who_held_them_then() -> None:
    text = (
        "추다온 부총리와 이하람 나라은행 총재가 3일 회동했다. 부총리와 나라은행 총재의 회동은 지난해 9월 "
        "홍가람 당시 부총리와 주은솔 당시 총재가 조찬을 한 뒤 5개월 만이다."
    )
    assert met(text) == ["이하람 추다온", "주은솔 홍가람"]
