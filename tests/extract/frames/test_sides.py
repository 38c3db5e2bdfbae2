"""Bodies whose people nobody names, by invented sentences: what says so, and by which cue they are linked."""

from __future__ import annotations

from datetime import date

import pytest
from extract.told import met, read

from graphing.articles import split_articles
from graphing.extract.frames.cues import find_cues
from graphing.extract.frames.phrases import Reference
from graphing.extract.frames.sides import sides_of, unnamed_sides
from graphing.extract.frames.telling import Links
from graphing.language import sentences
from graphing.model import Document, Mention

BODIES = ("누리은행", "다온그룹", "가온증권", "하람노조", "새물당")


def named(text: str) -> list[tuple[Mention, str]]:
    found = [(text.find(body), body) for body in BODIES if body in text]
    return [(Mention(start, start + len(body), body, "organization"), body) for start, body in sorted(found)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("민도영은 누리은행 경영진과 만났다.", [("누리은행 경영진", "과")]),
        ("민도영은 누리은행 임원들과 다온그룹 관계자 3명을 만났다.", [("누리은행 임원", "과"), ("다온그룹 관계자", "을")]),
        ("누리은행 측과 만났다.", [("누리은행 측", "과")]),
        ("민도영은 하람노조를 찾아갔다.", [("하람노조", "를")]),
        ("민도영은 누리은행을 찾아갔다.", []),
        ("누리은행 측은 민도영과 만났다.", [("누리은행 측", "은")]),
        ("누리은행 측은 “민도영과 만났다”고 했다.", []),
        ("누리은행 측은 민도영과의 만남을 부인했다.", [("누리은행 측", "은")]),
        ("누리은행 고위급 인사가 민도영을 만났다.", [("누리은행 고위급 인사", "가")]),
        ("민도영은 누리은행 사외이사들을 만났다.", [("누리은행 사외이사", "을")]),
        ("민도영은 하람노조 위원장을 만났다.", [("하람노조 위원장", "을")]),
        ("민도영은 누리은행, 다온그룹과 차례로 미팅을 이어 갔다.", [("누리은행", "과"), ("다온그룹", "과")]),
        ("새물당은 다온그룹 대책 TF 구성을 알렸다.", []),
        ("민도영은 누리은행과 협약을 맺었다.", []),
        ("민도영은 누리은행 회장과 오찬을 했다.", [("누리은행 회장", "과")]),
        ("민도영은 누리은행 회장을 지낸 고은찬과 오찬을 했다.", []),
        ("민도영은 전 누리은행 회장과 오찬을 했다.", []),
        ("민도영은 고은찬 누리은행 회장과 오찬을 했다.", []),
        ("민도영은 누리은행 회장에게 협력을 요청했다.", []),
        ("누리은행은 4일 민도영을 초청해 간담회를 열었다.", [("누리은행", "은")]),
        ("누리은행은 4일 민도영을 비판했다.", []),
        ("민도영은 누리은행에 들러 국제 금융 담당자들과 이야기했다.", [("누리은행", "과")]),
        ("민도영은 누리은행 본점에도 들러 여러 부서 실무진과 협의했다.", [("누리은행", "과")]),
        ("민도영은 누리은행에 들러 다온그룹 임원들과 만났다.", [("다온그룹 임원", "과")]),
        ("민도영은 누리은행에 들러 금고를 살폈다.", []),
        ("민도영은 누리은행 임원 출신이다.", []),
        ("누리은행 관계자에 따르면 두 사람은 만났다.", []),
        ("민도영은 누리은행 본점에서 다온그룹 임원들과 만났다.", [("다온그룹 임원", "과")]),
    ],
)
def test_people_of_a_body_whom_nobody_names(text: str, expected: list[tuple[str, str]]) -> None:
    (article,) = split_articles(Document("made up", text, date(2025, 2, 5)))
    found = unnamed_sides(article.text, sentences(article)[0], named(article.text))
    assert [(article.text[side.words.start : side.words.end], side.particle) for side in found] == expected


@pytest.mark.parametrize(
    ("text", "group", "expected"),
    [
        ("민도영은 누리은행 경영진과 만났다.", "는", ["누리은행"]),
        ("누리은행 경영진이 민도영을 만났다.", "를", ["누리은행"]),
        ("민도영은 누리은행 경영진이 말리자 고은찬을 만났다.", "는", []),
        ("민도영은 고은찬을 만난 뒤 누리은행 경영진과 헤어졌다.", "는", []),
        ("민도영은 누리은행 경영진과 다온그룹 임원들을 만나 누리은행 경영진과 밥을 먹었다.", "는", ["누리은행", "다온그룹"]),
    ],
)
def test_a_side_is_the_partner_of_somebody_named(text: str, group: str, expected: list[str]) -> None:
    (article,) = split_articles(Document("made up", text, date(2025, 2, 5)))
    sentence = sentences(article)[0]
    start = text.index("민도영")
    links: Links = ((Reference(start, start + 3, start + 3, ("민도영",), "name", group, group, ""), 0.9),)
    cue = find_cues(article.text, sentence.start, sentence.end)[0]
    linked = sides_of(article.text, cue, unnamed_sides(article.text, sentence, named(article.text)), links)
    assert [name for name, _ in linked] == expected


def test_a_proper_noun_before_the_people_who_are_met_is_a_body() -> None:
    text = (
        "도재석 차관은 3일 화이자 경영진과 면담했다. 4일에는 머크, 지멘스 고위 임원들과 각각 만찬을 했다. 5일에는 미국 관계자와 현지 "
        "경영진을 접견했다."
    )
    found = [one.name for extraction in read(text) for one in extraction.organizations]
    assert found == ["화이자", "머크", "지멘스"]


@pytest.mark.parametrize(
    ("whom", "times"), [("퀄컴 관계자와 만찬을 함께했다", 1), ("4일 퀄컴, 엔비디아 경영진과 각각 전화 통화를 했다", 2)]
)
def test_who_is_unsaid_is_none_of_those_who_met_a_body_s_people(whom: str, times: int) -> None:
    assert met(f"민도영 한들전자 회장이 회의에서 투자를 말했다. 서하람 누리증권 대표는 {whom}.") == ["서하람"] * times
