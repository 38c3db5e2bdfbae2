"""A sentence that tells two encounters in two clauses: each has its own people, its own day and whether it took place."""

from __future__ import annotations

import pytest
from extract.told import read, shown


def told(text: str) -> list[str]:
    return sorted(shown(meeting) for extraction in read(text) for meeting in extraction.meetings)


A, B, C, D = "민도영 한들전자 회장", "고은찬 새벽은행 사장", "서하람 누리증권 대표", "여가람 산업통상자원부 장관"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"3일 {A}이 {B}과 오찬을 했고, {C}가 4일 {D}을 만났다.",
            ["고은찬, 민도영 | held | 2025-02-03 | –", "서하람, 여가람 | held | 2025-02-04 | –"],
        ),
        (
            f"{A}은 3일 {B}과 면담했으며, {C}도 {D}과 회담을 가졌다.",
            ["고은찬, 민도영 | held | 2025-02-03 | –", "서하람, 여가람 | held | 2025-02-03 | –"],
        ),
        (
            f"{A}은 4일 {B}을 접견했지만, {C}는 오는 20일 {D}을 만난다.",
            ["고은찬, 민도영 | held | 2025-02-04 | –", "서하람, 여가람 | planned | 2025-02-20 | –"],
        ),
        (
            f"{A}은 {B}과 회동했으며, {C}는 다음 달 3일 {D}과 만날 예정이다.",
            ["고은찬, 민도영 | held | – | –", "서하람, 여가람 | planned | 2025-03-03 | –"],
        ),
        (
            f"{A}은 13일 {B}과 만날 예정이며, {C}는 14일 {D}과 만나는 일정이 잡혀 있다.",
            ["고은찬, 민도영 | planned | 2025-02-13 | –", "서하람, 여가람 | planned | 2025-02-14 | –"],
        ),
    ],
)
def test_a_clause_with_a_subject_of_its_own_tells_of_its_own_people(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"{A}은 3일 {B}을 만난 데 이어 4일 {C}와 {D}을 만났다.",
            ["고은찬, 민도영 | held | 2025-02-03 | –", "민도영, 서하람, 여가람 | held | 2025-02-04 | –"],
        ),
        (
            f"{A}은 3일 {B}, {C}를 차례로 만나고 4일 {D}, 강보라 다온은행 행장과 만찬을 함께했다.",
            [
                "강보라, 민도영, 여가람 | held | 2025-02-04 | –",
                "고은찬, 민도영 | held | 2025-02-03 | –",
                "민도영, 서하람 | held | 2025-02-03 | –",
            ],
        ),
        (
            f"{A}은 3일 {B}, {C}와 회담을 가졌으며, 4일 {D}, 강보라 다온은행 행장을 각각 만났다.",
            [
                "강보라, 민도영 | held | 2025-02-04 | –",
                "고은찬, 민도영, 서하람 | held | 2025-02-03 | –",
                "민도영, 여가람 | held | 2025-02-04 | –",
            ],
        ),
        (
            f"{A}은 3일 {B}과 오찬을 한 뒤 7일 {C}와 면담할 계획이다.",
            ["고은찬, 민도영 | held | 2025-02-03 | –", "민도영, 서하람 | planned | 2025-02-07 | –"],
        ),
        (
            f"{A}은 3일 {B}과 자리를 가진 뒤 같은 날 저녁 {C}를 만나 투자를 요청했다.",
            ["고은찬, 민도영 | held | 2025-02-03 | –", "민도영, 서하람 | held | 2025-02-03 | –"],
        ),
        (
            f"{A}은 어제 {B}을 만난 데 이어, 오늘은 {C}와 면담했습니다.",
            ["고은찬, 민도영 | held | 2025-02-04 | –", "민도영, 서하람 | held | 2025-02-05 | –"],
        ),
        (f"{A}은 3일 {B}과 만나 공급망 협력을 논의했다.", ["고은찬, 민도영 | held | 2025-02-03 | –"]),
        (f"{A}은 3일 {B}과 회동을 갖고 공급망 협력을 논의했다.", ["고은찬, 민도영 | held | 2025-02-03 | –"]),
        (f"{A}은 3일 {B}과 만났는데 이 자리에는 {C}도 나왔다.", ["고은찬, 민도영, 서하람 | held | 2025-02-03 | –"]),
    ],
)
def test_a_clause_without_a_subject_has_that_of_the_one_before_it(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"{A}은 3일 {B}과 회동했으며, {C}는 4일 퀄컴, 엔비디아 경영진과 각각 면담했다.",
            [
                "고은찬, 민도영 | held | 2025-02-03 | –",
                "서하람, 엔비디아 측 | held | 2025-02-04 | –",
                "서하람, 퀄컴 측 | held | 2025-02-04 | –",
            ],
        ),
        (
            f"{A}은 3일 퀄컴 경영진과 마주 앉았으며, {C}는 4일 {D}과 회동했다.",
            ["민도영, 퀄컴 측 | held | 2025-02-03 | –", "서하람, 여가람 | held | 2025-02-04 | –"],
        ),
    ],
)
def test_the_unnamed_side_of_a_clause_meets_its_own_subject(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("subject", "name"),
    # Kiwi sees the verb 이다 in the one and an island (장도) in the other.
    [("여가람 금융위원회 위원장이", "여가람"), ("표도현 누리통신 사장도", "표도현"), ("서가람 관세청장도", "서가람")],
)
def test_a_particle_that_is_read_as_part_of_a_word_still_marks_the_subject(subject: str, name: str) -> None:
    expected = ["고은찬, 민도영 | held | 2025-02-03 | –", f"{name}, 퀄컴 측 | held | 2025-02-03 | –"]
    assert told(f"{A}은 3일 {B}과 만났으며, {subject} 퀄컴 관계자와 만찬을 함께했다.") == expected
