"""What is told whole, with its people and its day, is read alike whatever story stands before or after it."""

from __future__ import annotations

from itertools import product

import pytest
from extract.told import read, shown

STORIES = (
    "구자윤 다온전자 사장과 허유민 마루은행장의 회동은 3일 서울에서 열렸다.",
    "구자윤 다온전자 사장과 허유민 마루은행장의 만찬 회동이 3일 있었다.",
    "3일 구자윤 다온전자 사장과 허유민 마루은행장 간 면담이 이뤄졌다.",
    "구자윤 다온전자 사장은 3일 서울에서 허유민 마루은행장을 만났다.",
    "구자윤 다온전자 사장이 3일 허유민 마루은행장과 만나 협력을 논의했다.",
    "허유민 마루은행장은 3일 구자윤 다온전자 사장의 예방을 받았다.",
    "3일 서울에서는 구자윤 다온전자 사장이 허유민 마루은행장을 접견했다.",
    "구자윤 다온전자 사장과 허유민 마루은행장의 10일 면담은 무산됐다.",
    "구자윤 다온전자 사장은 12일 허유민 마루은행장과 만날 예정이다.",
    "지난해 11월 구자윤 다온전자 사장이 허유민 마루은행장을 초청해 만찬을 베풀었다.",
    "구자윤 다온전자 사장은 지난 1일 허유민 마루은행장과 비공개로 만나 인수 문제를 협의했다.",
    "구자윤 다온전자 사장과 허유민 마루은행장, 서하람 누리증권 대표의 3자 회동이 3일 열렸다.",
    "구자윤 다온전자 사장은 2일 허유민 마루은행장, 3일 서하람 누리증권 대표를 각각 만났다.",
)
OTHERS = (
    "민도영 한빛전자 회장은 4일 고은찬 누리은행장과 부산에서 만났다.",
    "민도영 한빛전자 회장은 10일 고은찬 누리은행장과 부산에서 만날 예정이다.",
    "민도영 한빛전자 회장과 고은찬 누리은행장의 5일 회동은 취소됐다.",
    "민도영 한빛전자 회장은 4일 부산에서 기자간담회를 열었다.",
)


def told(text: str) -> list[str]:
    return sorted(shown(meeting) for extraction in read(text) for meeting in extraction.meetings)


@pytest.mark.parametrize("story", STORIES)
def test_a_story_beside_another_is_read_as_it_is_alone(story: str) -> None:
    alone = told(story)
    assert alone
    for other, between in product(OTHERS, (" ", "\n\n")):
        for text in (f"{other}{between}{story}", f"{story}{between}{other}"):
            assert told(text) == sorted([*alone, *told(other)]), text
