"""A story of somebody new, and the caption of a photograph, take up nobody of the story they stand beside."""

from __future__ import annotations

from itertools import product

import pytest
from extract.told import read, shown

MET = (
    "민도영 한빛전자 회장은 4일 고은찬 누리은행장과 부산에서 만났다.",
    "민도영 한빛전자 회장은 4일 고은찬 누리은행장과 만나 협력을 논의했다. 두 사람은 두 시간 동안 대화를 나눴다.",
    "민도영 한빛전자 회장은 10일 고은찬 누리은행장과 부산에서 만날 예정이다.",
    "민도영 한빛전자 회장과 고은찬 누리은행장은 4일 협약을 맺었다.",
)
# Whoever they met, nobody names.
ALONE = (
    "표정우 노을그룹 회장은 3일 서울 영등포구 여의도에서 열린 기업인 간담회에 참석했다.",
    "표정우 노을그룹 회장은 3일 국회 토론회에서 “투자를 늘리겠다”고 말했다.",
    "표정우 노을그룹 회장은 3일 본사에서 임직원들과 만났다.",
    "표정우 노을그룹 회장은 3일 노조 대표단을 만나 협상을 벌였다.",
    "표정우 노을그룹 회장은 3일 용인 공장을 찾아 직원들을 격려했다.",
    "표정우 노을그룹 회장은 3일 신년 인사회에 참석해 인사를 나눴다.",
    "표정우 노을그룹 회장은 10일 열리는 경제계 만찬에 참석한다.",
    "표정우 노을그룹 회장은 3일 서울에서 열린 포럼 만찬에서 축사를 했다.",
    "한편 표정우 노을그룹 회장은 3일 대통령 주재 간담회에 참석했다.",
    "한편 표정우 노을그룹 회장이 3일 협력사 대표들을 초청해 오찬을 했다.",
)
CAPTIONS = (
    "표정우 노을그룹 회장. 사진=노을그룹 제공",
    "표정우 노을그룹 회장 [사진=노을그룹]",
    "표정우 노을그룹 회장이 3일 서울 영등포구 여의도에서 열린 간담회에서 인사말을 하고 있다. /노을그룹 제공",
    "표정우 노을그룹 회장이 3일 서울 중구 대한상공회의소에서 열린 신년 인사회에 참석하고 있다. /뉴스1",
)


def told(text: str) -> list[str]:
    return sorted(shown(meeting) for extraction in read(text) for meeting in extraction.meetings)


@pytest.mark.parametrize("story", ALONE)
def test_somebody_new_has_not_met_those_of_the_story_before(story: str) -> None:
    for met, between in product(MET, (" ", "\n", "\n\n")):
        alone = told(met)
        assert alone
        assert told(f"{met}{between}{story}") == alone, story


@pytest.mark.parametrize("caption", CAPTIONS)
def test_who_is_pictured_has_not_met_those_of_the_text(caption: str) -> None:
    for met in MET:
        alone = told(met)
        assert told(f"{met}\n\n{caption}") == alone
        assert told(f"{caption}\n\n{met}") == alone


@pytest.mark.parametrize("text", [
    "표정우 노을그룹 회장. 사진=노을그룹 제공\n이에 박영선 장관이 27일 음성의 공장을 찾아 간담회를 열었다. 이 자리에서는 대책이 논의됐다.",
    "표정우 노을그룹 회장. 사진=노을그룹 제공\n27일에는 박영선 장관과 오찬을 함께했다.",
    "표정우 노을그룹 회장 [사진=노을그룹]\n박영선 장관은 27일 서울에서 중소기업 대표들과 간담회를 열었다.",
])
def test_who_is_pictured_is_not_whom_a_sentence_leaves_out(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(("text", "people"), [
    ("민도영 한빛전자 회장은 4일 고은찬 누리은행장과 만났다. 배석한 표정우 부행장은 일정을 조율하기로 했다.", "고은찬, 민도영, 표정우"),
    ("민도영 한빛전자 회장은 4일 고은찬 누리은행장과 만났다. 이 자리에서 표정우 부행장은 투자를 약속했다.", "고은찬, 민도영, 표정우"),
])
def test_somebody_new_who_is_said_to_have_been_there_was(text: str, people: str) -> None:
    assert [one.split(" | ")[0] for one in told(text)] == [people]
