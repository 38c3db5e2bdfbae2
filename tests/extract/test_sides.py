"""Bodies whose people nobody names, by invented sentences: which are met, where, and by which cue they are linked."""

from __future__ import annotations

from datetime import date

import pytest

from graphing.articles import split_articles
from graphing.extract.clauses import clauses
from graphing.extract.cues import find_cues
from graphing.extract.references import Reference
from graphing.extract.sides import sides_of, unnamed_sides
from graphing.extract.telling import Links
from graphing.language import sentences
from graphing.model import Document, Mention

BODIES = ("누리은행", "다온그룹", "가온증권", "하람병원")


def named(text: str) -> list[tuple[Mention, str]]:
    found = [(text.find(body), body) for body in BODIES if body in text]
    return [(Mention(start, start + len(body), body, "organization"), body) for start, body in sorted(found)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("민도영은 누리은행과 만났다.", [("누리은행", "와")]),
        ("민도영은 누리은행, 다온그룹, 가온증권과 차례로 미팅을 했다.", [("누리은행", "와"), ("다온그룹", "와"), ("가온증권", "와")]),
        ("민도영은 누리은행과 다온그룹을 비교했다.", []),
        ("민도영은 누리은행을 팔았다.", []),
        ("민도영은 하람병원을 찾아 병원 관계자들과도 면담했다.", [("하람병원", "과")]),
        ("민도영은 누리은행 본사로 가 임원들을 만났다.", [("누리은행", "을")]),
        ("민도영은 누리은행 부스에 들러 관계자와 대화했다.", [("누리은행", "와")]),
        ("민도영은 누리은행을 찾아 창구를 둘러봤다.", []),
    ],
)
def test_bodies_that_are_met(text: str, expected: list[tuple[str, str]]) -> None:
    (article,) = split_articles(Document("made up", text, date(2025, 2, 5)))
    found = unnamed_sides(article.text, sentences(article)[0], named(article.text))
    assert sorted((side.name, side.particle) for side in found) == sorted(expected)
    assert all(article.text[side.words.start :].startswith(side.name) for side in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("민도영은 누리은행과 만났다.", ["누리은행"]),
        ("민도영은 누리은행과 협약을 맺었다.", []),
        ("민도영은 누리은행과 갈라선 뒤 면담했다.", []),
        ("민도영은 누리은행 임원들과 갈라선 뒤 면담했다.", ["누리은행"]),
    ],
)
def test_a_body_alone_is_met_only_in_the_cues_own_clause(text: str, expected: list[str]) -> None:
    (article,) = split_articles(Document("made up", text, date(2025, 2, 5)))
    sentence = sentences(article)[0]
    subject: Links = ((Reference(0, 3, 3, ("민도영",), "name", "는", "는", ""), 0.9),)
    cue = find_cues(article.text, sentence.start, sentence.end)[-1]
    linked = sides_of(cue, unnamed_sides(article.text, sentence, named(article.text)), subject, clauses(sentence.tokens))
    assert [name for name, _ in linked] == expected
