"""Relays told apart, unnamed sides and rows of a photograph, by sentences of invented people: the pieces, without a fitted model."""

from __future__ import annotations

from datetime import date

import pytest

from graphing.articles import split_articles
from graphing.extract.frames.cues import find_cues
from graphing.extract.frames.linking import scene
from graphing.extract.frames.references import Sightings, find_references
from graphing.extract.frames.relays import apart, is_relay, row_of
from graphing.extract.frames.sides import unnamed_sides
from graphing.extract.frames.telling import Telling
from graphing.language import sentences
from graphing.model import Article, Document, Mention, Sentence

PEOPLE = ("민도영", "고은찬", "서하람", "문채온", "노윤슬")


def first(text: str) -> tuple[Article, Sentence]:
    (article,) = split_articles(Document("made up", text, date(2025, 2, 5)))
    return article, sentences(article)[0]


def mentions(text: str, names: tuple[str, ...]) -> list[tuple[Mention, str]]:
    found = [(text.index(name), name) for name in names if name in text]
    return [(Mention(at, at + len(name), name, "person"), name) for at, name in sorted(found)]


def told(text: str) -> list[tuple[str, ...]]:
    """The people of each telling, where the last cue of the sentence links all whom it names."""
    article, sentence = first(text)
    at = scene(article.text, sentence, headline=False, caption=False, first=True)
    cues = find_cues(article.text, sentence.start, sentence.end)
    references = find_references(article.text, sentence, mentions(article.text, PEOPLE), {}, frozenset(), Sightings())
    links = tuple((reference, 0.9) for reference in references)
    whole = Telling(0, at, cues[-1], links, (), "held", (), article.text)
    return [one.names for one in apart(article.text, whole)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("민도영은 고은찬과 서하람을 만났다.", [("민도영", "고은찬", "서하람")]),
        (
            "민도영은 고은찬, 서하람과 문채온, 노윤슬을 차례로 만났다.",
            [("민도영", "고은찬"), ("민도영", "서하람", "문채온"), ("민도영", "노윤슬")],
        ),
        ("민도영은 고은찬과 서하람, 문채온을 차례로 만났다.", [("민도영", "고은찬"), ("민도영", "서하람"), ("민도영", "문채온")]),
        ("민도영은 고은찬과 서하람을 차례로 만났다.", [("민도영", "고은찬"), ("민도영", "서하람")]),
        ("민도영은 고은찬, 서하람과 개별 면담을 했다.", [("민도영", "고은찬"), ("민도영", "서하람")]),
        ("민도영은 고은찬에 이어 서하람을 만났다.", [("민도영", "고은찬"), ("민도영", "서하람")]),
        ("민도영과 고은찬은 각각 서하람과 문채온을 만났다.", [("민도영", "서하람"), ("고은찬", "문채온")]),
        ("민도영까지 고은찬과 서하람을 차례로 만났다.", [("민도영", "고은찬"), ("민도영", "서하람")]),
        ("민도영은 3시 고은찬을, 5시에는 서하람을 접견했다.", [("민도영", "고은찬"), ("민도영", "서하람")]),
        ("민도영은 국회에서 고은찬과 서하람을, 부산에서 누리의 문채온을 만났다.", [("민도영", "고은찬", "서하람"), ("민도영", "문채온")]),
        ("민도영은 고은찬을, 그리고 서하람을 만났다.", [("민도영", "고은찬", "서하람")]),
        ("민도영이 만난 사람은 고은찬, 서하람이다.", [("민도영", "고은찬"), ("민도영", "서하람")]),
    ],
)
def test_a_relay_is_as_many_encounters_as_it_has_partners(text: str, expected: list[tuple[str, ...]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("민도영은 일대일로 만났다.", True),
        ("민도영은 기관별로 면담했다.", True),
        ("▲3일 고은찬 ▲4일 서하람 면담", True),
        ("민도영은 고은찬을 만났다.", False),
    ],
)
def test_words_of_a_relay(text: str, expected: bool) -> None:
    article, sentence = first(text)
    assert is_relay(article.text, sentence) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("민도영은 누리은행 경영진과 만났다.", [("누리은행", "누리은행 경영진", "과")]),
        ("민도영은 누리은행 수출팀을 만났다.", [("누리은행", "누리은행 수출팀", "을")]),
        ("민도영은 누리은행 측과 만났다.", [("누리은행", "누리은행 측", "과")]),
        ("누리은행 임원들이 민도영을 찾아왔다.", [("누리은행", "누리은행 임원", "이")]),
        ("민도영은 누리은행 직원들의 안내로 둘러봤다.", [("누리은행", "누리은행 직원", "의 안내")]),
        ("누리은행 관계자 가운데 한 명이 말했다.", []),
        ("누리은행 측은 부인했다.", []),
    ],
)
def test_unnamed_sides(text: str, expected: list[tuple[str, str, str]]) -> None:
    article, sentence = first(text)
    found = unnamed_sides(article.text, sentence, mentions(article.text, ("누리은행",)))
    assert [(one.name, article.text[one.words.start : one.words.end], one.particle) for one in found] == expected


def test_a_union_is_a_side_of_its_own() -> None:
    article, sentence = first("민도영은 누리은행 노조와 만났다.")
    found = unnamed_sides(article.text, sentence, mentions(article.text, ("누리은행 노조",)))
    assert [(one.name, one.particle) for one in found] == [("누리은행 노조", "와")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("왼쪽부터 민도영, 고은찬, 서하람이 악수하고 있다.", ("민도영", "고은찬", "서하람")),
        ("민도영, 고은찬, 서하람(왼쪽부터)이 기념사진을 찍고 있다.", ("민도영", "고은찬", "서하람")),
        ("왼쪽부터 민도영, 고은찬, 서하람.", None),
        ("민도영과 고은찬이 악수하고 있다.", None),
    ],
)
def test_the_row_of_a_photograph(text: str, expected: tuple[str, ...] | None) -> None:
    article, sentence = first(text)
    at = scene(article.text, sentence, headline=False, caption=True, first=True)
    references = find_references(article.text, sentence, mentions(article.text, PEOPLE), {}, frozenset(), Sightings())
    row = row_of(article, 0, at, references)
    assert (row.names if row else None) == expected
