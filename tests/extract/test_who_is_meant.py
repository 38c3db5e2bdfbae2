"""Who goes on to be meant where a sentence names but half of those who met, and who is named there without having been there."""

from __future__ import annotations

import pytest
from extract.told import met

# (what it shows, text, the people of every encounter, in order of their names)
TABLE = [
    (
        "who met several goes on to meet the next, and not one of them",
        "나히드 라만 방글라데시 상무장관은 3일 민도영 한빛전자 회장, 서하람 두루건설 회장과 각각 면담했다. "
        "4일에는 노윤슬 가온화학 사장과도 따로 만났다.",
        ["나히드 라만 노윤슬", "나히드 라만 민도영", "나히드 라만 서하람"],
    ),
    (
        "and once more, though the sentence before leaves him unsaid",
        "나히드 라만 방글라데시 상무장관은 3일 민도영 한빛전자 회장, 서하람 두루건설 회장과 각각 면담했다. "
        "4일에는 노윤슬 가온화학 사장과도 따로 만났다. 5일에는 고은찬 누리은행장과 점심을 함께한다.",
        ["고은찬 나히드 라만", "나히드 라만 노윤슬", "나히드 라만 민도영", "나히드 라만 서하람"],
    ),
    (
        "그는 after what somebody did who is left unsaid",
        "민도영 한빛전자 회장은 2일 서울에서 고은찬 누리은행장을 만나 투자 계획을 설명했다. "
        "3일로 잡혔던 서하람 의원과의 오찬은 무산됐다. 그는 4일 부산에서 노윤슬 가온화학 사장을 만났다.",
        ["고은찬 민도영", "노윤슬 민도영", "민도영 서하람"],
    ),
    (
        "a title before the person most named",
        "도가람 씨의 뒤를 이어 취임한 민도영 한마음조합 이사장은 2일 업무를 시작했다. 3일에는 춘천에서 고은찬 누리은행장을 만났다.",
        ["고은찬 민도영"],
    ),
    (
        "whose doings a sentence is about",
        "민도영 한빛전자 회장의 행보가 빨라졌다. 3일에는 아테네에서 니코스 파파스 마린스타 회장을 만났다. "
        "4일에는 파리에서 고은찬 누리은행장과 점심을 함께했다.",
        ["고은찬 민도영", "니코스 파파스 민도영"],
    ),
    (
        "before whom others were met",
        "나히드 라만 방글라데시 상무장관이 2일 서울에 왔다. 민도영 회장에 앞서 고은찬 누리은행장과 서하람 두루건설 회장을 차례로 만났다.",
        ["고은찬 나히드 라만", "나히드 라만 서하람"],
    ),
    (
        "apart from whom",
        "민도영 회장과는 별도로 고은찬 누리은행장도 4일 나히드 라만 방글라데시 상무장관과 만났다.",
        ["고은찬 나히드 라만"],
    ),
    ("but whom one met apart", "민도영 한빛전자 회장은 4일 고은찬 누리은행장과 별도로 만났다.", ["고은찬 민도영"]),
    ("who has others meet", "서하람 변호사가 4일 여의도에서 민도영 한빛전자 회장과 고은찬 누리은행장을 만나게 했다.", ["고은찬 민도영"]),
    (
        "the dead",
        "고 도가람 명예회장의 3주기를 맞아 민도영 한빛전자 회장과 고은찬 누리은행장이 4일 성북동에서 만났다.",
        ["고은찬 민도영"],
    ),
    ("but what they did when alive", "고 도가람 명예회장은 1998년 6월 평양에서 고은찬 행장을 만났다.", ["고은찬 도가람"]),
    (
        "a party is its leader's",
        "나히드 라만 방글라데시 총리 일행은 4일 한빛전자에 이어 두루조선 거제조선소에도 들러 서하람 두루조선 사장 등과 의견을 나눴다.",
        ["나히드 라만 서하람"],
    ),
    (
        "each of a list with 등 by himself",
        "민도영 한빛전자 회장은 4일 고은찬 누리은행장, 서하람 차관, 노윤슬 의원 등을 따로 만나 협조를 구했다.",
        ["고은찬 민도영", "노윤슬 민도영", "민도영 서하람"],
    ),
    (
        "a companion of one who is spoken of, and not of whom he met before",
        "민도영 한빛전자 회장은 1일 도쿄에 갔다. 2일에는 서하람 두루건설 회장과 만났다. 이번 출장에서는 바쁘게 움직였다. "
        "3일에는 고은찬 누리은행장과 함께 무대에 올라 대담을 나눴다.",
        ["고은찬 민도영", "민도영 서하람"],
    ),
    (
        "but of both where it was not the first time",
        "민도영 한빛전자 회장은 4일 고은찬 누리은행장과 만났다. 이번이 처음은 아니다. 2005년에는 서하람 회장과 함께 점심을 했다.",
        ["고은찬 민도영", "고은찬 민도영 서하람"],
    ),
]


@pytest.mark.parametrize(("text", "people"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_who_is_meant(text: str, people: list[str]) -> None:
    assert met(text) == people
