"""Interviews of questions and answers, made up: what is one, where its answers begin, and who gives them."""

from __future__ import annotations

import re
from datetime import date

import pytest

from graphing.articles import split_articles
from graphing.extract.frames.interviews import interview_of
from graphing.model import Document, Mention, Person

INTRO = "민도영 한빛로켓 대표를 4일 만났다. 그는 고은찬 교수의 제자다. 민도영은 웃었다.\n\n"


def mentions(text: str, name: str) -> tuple[Mention, ...]:
    return tuple(Mention(found.start(), found.end(), name, "person") for found in re.finditer(name, text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (INTRO + "─ 시작은.\n“작았다.”\n\n─ 지금은.\n“크다.”\n\n─ 내일은.\n“더 크다.”\n", "민도영"),
        (INTRO + "Q. 시작은?\nA. 작았다.\n\nQ. 지금은?\nA. 크다.\n\nQ. 내일은?\nA. 더 크다.\n", "민도영"),
        (INTRO + "─ 시작은.\n“작았다.”\n\n─ 지금은.\n“크다.”\n", None),
        (INTRO + "- 부사장 노윤슬\n- 전무 서하람\n- 상무 도가람\n- 상무 한결\n", None),
        ("─ 시작은.\n“작았다.”\n\n─ 지금은.\n“크다.”\n\n─ 내일은.\n“민도영이 안다.”\n", None),
    ],
)
def test_who_answers(text: str, expected: str | None) -> None:
    (article,) = split_articles(Document("made up", text, date(2025, 2, 5)))
    people = [Person(name, mentions=mentions(article.text, name)) for name in ("고은찬", "민도영")]
    found = interview_of(article, people)
    assert (found.speaker if found else None) == expected
    if found:
        assert article.text[found.start] in "─Q"
