"""Whether an encounter took place: short sentences read by Kiwi, the first cue of each, and the sentence after it."""

from __future__ import annotations

from datetime import date

import pytest

from graphing.articles import split_articles
from graphing.extract.cues import find_cues
from graphing.extract.linking import Scene, scene
from graphing.extract.modality import following_text, read_status, tails
from graphing.language import sentences
from graphing.model import Document, Sentence


def first(text: str, *, headline: bool = False) -> tuple[str, tuple[Sentence, ...], Scene]:
    (article,) = split_articles(Document("made up", text, date(2025, 2, 5)))
    found = sentences(article)
    return article.text, found, scene(article.text, found[0], headline=headline, caption=False, first=True)


def status(text: str, *, headline: bool = False) -> str:
    words, found, at = first(text, headline=headline)
    cue = find_cues(words, found[0].start, found[0].end)[0]
    near, chained = tails(words, at, cue)
    return read_status(words, at, cue, near, chained, following_text(words, found, 0))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("민도영 회장은 4일 고은찬 행장과 만났다.", "held"),
        ("민도영 회장은 4일 고은찬 행장과 만나 투자를 논의했다.", "held"),
        ("민도영 회장은 4일 고은찬 행장과 만나 투자를 논의할 예정이다.", "planned"),
        ("민도영 회장은 4일 고은찬 행장과 만났고 공장을 지을 예정이다.", "held"),
        ("민도영 회장은 4일 고은찬 행장을 만난 뒤 투자를 취소했다.", "held"),
        ("민도영 회장은 21일 고은찬 행장과 만찬을 함께한다.", "planned"),
        ("민도영 회장은 고은찬 행장과 회동하기로 했다.", "planned"),
        ("민도영 회장은 고은찬 행장과 만날 것으로 보인다.", "planned"),
        ("민도영 회장과 고은찬 행장의 면담은 4일 폭설로 취소됐다.", "cancelled"),
        ("민도영 회장과 고은찬 행장의 회동은 무산됐다.", "cancelled"),
        ("민도영 회장과 고은찬 행장의 회동은 연기됐다.", "cancelled"),
        ("민도영 회장은 고은찬 행장을 만난 적이 없다.", "cancelled"),
        ("민도영 회장이 고은찬 행장과 독대했다는 소문은 사실이 아니다.", "cancelled"),
        ("민도영 회장은 고은찬 행장과 만날 예정이었으나 약속이 취소됐다.", "cancelled"),
        ("민도영 회장은 21일 고은찬 행장과 만날 예정이다. 그러나 이 약속은 무산됐다.", "cancelled"),
        ("민도영 회장은 21일 고은찬 행장과 만날 예정이다. 투자 취소도 논의한다.", "planned"),
    ],
)
def test_status(text: str, expected: str) -> None:
    assert status(text) == expected


def test_the_present_tense_of_a_headline_is_no_plan() -> None:
    text = "민도영 회장, 고은찬 행장과 만찬을 함께한다.\n민도영 회장은 투자를 늘린다."
    assert status(text) == "planned"
    assert status(text, headline=True) == "held"


def test_tails_end_at_the_cues_own_predicate_and_at_the_sentences() -> None:
    words, found, at = first("민도영 회장은 4일 고은찬 행장과 만나 투자를 논의할 예정이다.")
    cue = find_cues(words, found[0].start, found[0].end)[0]
    near, chained = tails(words, at, cue)
    assert words[cue.start : cue.end] == "만나"
    assert "예정" not in near
    assert chained.endswith("예정이다")


def test_after_the_last_sentence_comes_nothing() -> None:
    words, found, _ = first("민도영 회장이 고은찬 행장을 만났다. 둘은 웃었다.")
    assert following_text(words, found, 0) == "둘은 웃었다."
    assert following_text(words, found, 1) == ""
