"""Several stories in one text: whom one is about comes into no meeting of another."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest

from graphing import language
from graphing.articles import split_articles
from graphing.extract import extract
from graphing.extract.meetings.stories import stories
from graphing.model import Article, Document, Extraction

# What each tells of whom, and whom it has met.
MEETINGS = (
    (
        "민도영 한빛전자 회장이 3일 서울 라온호텔에서 고은찬 새얼은행장을 만났다. 두 사람은 투자 방안을 논의했다.\n"
        "민 회장은 “자주 보기로 했다”고 말했다.",
        ["고은찬", "민도영"],
    ),
    (
        "표정우 노을그룹 회장은 4일 부산 본사에서 하연정 도담제약 대표와 오찬을 했다. "
        "이 자리에는 제희수 부사장이 배석했다.\n표 회장은 이날 서울로 돌아갔다.",
        ["제희수", "표정우", "하연정"],
    ),
    (
        "민도영 한빛전자 회장은 3일 서울 라온호텔에서 고은찬 새얼은행장, 차은규 다온증권 사장과 조찬 간담회를 했다.\n"
        "민 회장은 “자주 보기로 했다”고 말했다.",
        ["고은찬", "민도영", "차은규"],
    ),
    (
        "한빛전자는 3일 서울 본사에서 상생 협약식을 열었다. 행사에는 민도영 회장과 고은찬 새얼은행장이 참석했다.",
        ["고은찬", "민도영"],
    ),
)
OTHERS = (
    "구윤서 미르건설 사장은 5일 울산 공장을 찾아 안전 관리를 당부했다.\n구 사장은 현장을 두 시간 둘러봤다.",
    "목인서 가온해운 대표가 6일 기자간담회를 열고 투자 계획을 밝혔다.\n목 대표는 “배를 두 척 더 사겠다”고 말했다.",
    "육성민 벼리식품 회장이 국제식품박람회 조직위원장에 뽑혔다.\n육 회장은 3년 동안 일한다.",
    # Each tells of an encounter without saying who else was there.
    "벼리식품은 5일 울산에서 준공식을 열었다. 준공식에는 육성민 회장이 참석했다.",
    "가온해운이 6일 여의도에서 설명회를 열었다. 목인서 대표가 참석해 투자자들을 만났다.",
    "목인서 가온해운 대표가 6일 국회를 찾았다. 만남은 한 시간 동안 이어졌다.",
    "육성민 벼리식품 회장이 5일 상공인 만찬에 참석했다. 만찬에서 투자 이야기가 오갔다.",
)


def _article(text: str) -> Article:
    (article,) = split_articles(Document("document", text, date(2026, 1, 10)))
    return article


def _met(found: Extraction) -> list[list[str]]:
    return sorted(sorted(one.name for one in held.participants) for held in found.meetings)


def _openings(text: str) -> list[str]:
    article = _article(text)
    found = extract(article)
    parts = stories(article, language.sentences(article), found.people, found.organizations)
    return [article.text[part[0].start :].split(" ", 1)[0] for part in parts]


@pytest.mark.parametrize(("meeting", "other"), list(product(MEETINGS, OTHERS)))
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_story_before_or_after_changes_no_meeting(meeting: tuple[str, list[str]], other: str, gap: str) -> None:
    told, people = meeting
    assert _met(extract(_article(told))) == [people]
    assert _met(extract(_article(told + gap + other))) == [people]
    assert _met(extract(_article(other + gap + told))) == [people]


@pytest.mark.parametrize("headlines", [("", ""), ("민도영·고은찬, 투자 논의", "표정우, 부산서 하연정 만나")])
def test_of_two_stories_each_has_its_own_people(headlines: tuple[str, str]) -> None:
    (first, one), (second, two) = MEETINGS[:2]
    text = "\n".join(filter(None, (headlines[0], first, headlines[1], second)))
    assert _met(extract(_article(text))) == sorted([one, two])


@pytest.mark.parametrize(
    ("text", "openings"),
    [
        # Somebody new, and nobody of before again.
        (f"{MEETINGS[0][0]}\n{OTHERS[0]}", ["민도영", "구윤서"]),
        (f"{MEETINGS[0][0]}\n한편 {OTHERS[1]}", ["민도영", "한편"]),
        # The first is spoken of again.
        (f"{MEETINGS[0][0]}\n{OTHERS[0]}\n민도영 회장은 7일 출국한다.", ["민도영"]),
        # What the new one does belongs to what was told.
        (f"{MEETINGS[0][0]}\n구윤서 미르건설 사장은 이날 회동에 함께했다.", ["민도영"]),
        (f"{MEETINGS[0][0]}\n오찬에는 구윤서 미르건설 사장이 왔다.", ["민도영"]),
        (f"{MEETINGS[0][0]}\n앞서 구윤서 미르건설 사장이 다녀갔다.", ["민도영"]),
        # Whom the new one is to meet is left unsaid.
        (f"{MEETINGS[0][0]}\n다음 목표는 부산이다. 구윤서 미르건설 사장과 곧 만나기로 했다.", ["민도영"]),
        (f"{MEETINGS[0][0]}\n부산이 들썩였다. 구윤서 미르건설 사장이 4일 공장을 열었다.", ["민도영", "부산이"]),
        # Nobody is named before: nothing to keep apart.
        ("주요 그룹 총수가 3일 한자리에 모였다.\n구윤서 미르건설 사장은 가장 먼저 왔다.", ["주요"]),
    ],
)
def test_where_another_story_begins(text: str, openings: list[str]) -> None:
    assert _openings(text) == openings


def test_a_meeting_told_on_after_a_paragraph_of_somebody_else_stays_one() -> None:
    text = f"{MEETINGS[1][0]}\n{OTHERS[0]}\n표 회장은 하 대표와 다음 달에 다시 보기로 했다."
    assert ["제희수", "표정우", "하연정"] in _met(extract(_article(text)))
