"""Brackets behind names are passed over in reading, and what they tell is kept."""

from __future__ import annotations

from datetime import date

import pytest

from graphing.articles import split_articles
from graphing.extract import extract
from graphing.extract.glosses import glosses
from graphing.model import Document, Extraction

PLAIN = "민도영 다온전자 대표는 3일 서울 라온호텔에서 마크 페리 세람 최고경영자를 만났다. 페리 최고경영자는 이날 돌아갔다."


def _read(text: str) -> Extraction:
    (article,) = split_articles(Document("document", text, date(2026, 1, 5)))
    return extract(article)


def _told(found: Extraction) -> list[object]:
    return [
        ([one.name for one in held.participants], held.status, held.when and held.when.iso(), held.place and held.place.name)
        for held in found.meetings
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("다온전자(001230)는 3일", [("(001230)", "organization", "다온전자")]),
        ("다온전자(0012X0)는 3일", [("(0012X0)", "organization", "다온전자")]),
        ("다온전자[001230]는 3일", [("[001230]", "organization", "다온전자")]),
        ("다온전자 (12,300원 ▲150 +1.2%)는 3일", [(" (12,300원 ▲150 +1.2%)", "organization", "다온전자")]),
        ("(주)다온은 3일", [("(주)", "organization", "다온")]),
        ("다온(주)은 3일", [("(주)", "organization", "다온")]),
        ("메타(Meta)는 3일", [("(Meta)", None, None)]),
        ("마크 페리(Mark Perry) 세람 대표", [("(Mark Perry)", "person", "마크 페리")]),
        ("응우옌 티 란(Nguyen Thi Lan) 대표", [("(Nguyen Thi Lan)", "person", "응우옌 티 란")]),
        ("오는 날 마크 페리(Mark Perry) 대표", [("(Mark Perry)", "person", "마크 페리")]),
        # Spelled in more words than it has, or in other sounds, it may be anything.
        ("헬릭스하버(Helix Harbor)도", [("(Helix Harbor)", None, None)]),
        ("가람 전자(Garam Electronics)도", [("(Garam Electronics)", None, None)]),
        # Abbreviations, ages, sums, and what the article says again, stay.
        ("마이크로소프트(MS)도", []),
        ("민도영(57) 대표", []),
        ("지분(31.2%)을", []),
        ("메타(Meta)는 3일 밝혔다. Meta는 더 말하지 않았다.", []),
        ("세 곳(Meta, 2030년 상장)을", []),
    ],
)
def test_brackets_that_say_a_name_once_more(text: str, told: list[tuple[str, str | None, str | None]]) -> None:
    found = [(text[slice(*one.bracket)], one.kind, text[slice(*one.named)] if one.named else None) for one in glosses(text)]
    assert found == told


@pytest.mark.parametrize(
    ("name", "glossed"),
    [
        ("다온전자", "다온전자(001230)"),
        ("다온전자", "다온전자[001230]"),
        ("다온전자", "다온전자(12,300원 ▲150 +1.2%)"),
        ("다온전자", "다온전자(Daon Electronics)"),
        ("다온전자", "(주)다온전자"),
        ("다온전자", "㈜다온전자"),
        ("다온전자", "다온전자㈜"),
        ("마크 페리", "마크 페리(Mark Perry)"),
        ("세람", "세람(Seram)"),
        ("라온호텔", "라온호텔(Raon Hotel)"),
    ],
)
def test_an_article_is_read_as_without_the_bracket(name: str, glossed: str) -> None:
    assert len(_told(_read(PLAIN))) == 1
    text = PLAIN.replace(name, glossed, 1)
    found = _read(text)
    assert _told(found) == _told(_read(PLAIN))
    for one in (*found.people, *found.organizations):
        assert all(found.article.text[mention.start : mention.end] == mention.text for mention in one.mentions)


def test_what_a_bracket_spells_is_another_name_where_it_stands() -> None:
    found = _read(PLAIN.replace("마크 페리", "마크 페리(Mark Perry)", 1).replace("세람", "세람(Seram)", 1))
    perry = next(person for person in found.people if person.name == "마크 페리")
    seram = next(one for one in found.organizations if one.name == "세람")
    assert "Mark Perry" in perry.aliases
    assert "Seram" in seram.aliases
    assert [mention.text for mention in perry.mentions] == ["마크 페리", "Mark Perry", "페리"]


def test_a_bracket_tells_where_a_name_ends() -> None:
    """Without it 벨로니아, unknown to every list, would be part of the name."""
    found = _read("카타리나 로언(Katarina Rowan) 벨로니아 투자청장이 3일 새온시청을 찾아 정미란 새온시장을 예방했다.")
    assert [person.name for person in found.people] == ["카타리나 로언", "정미란"]
