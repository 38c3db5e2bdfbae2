"""Whom a cue links beyond the model's judgement: lists taken together, and those who stayed away, with invented people."""

from __future__ import annotations

import math
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphing.articles import split_articles
from graphing.extract.clauses import clauses
from graphing.extract.cues import find_cues
from graphing.extract.linker import log_odds, pooled, stayed_away
from graphing.extract.linking import scene
from graphing.extract.references import Reference
from graphing.language import sentences
from graphing.model import Document


def row(*marks: tuple[str, str]) -> list[Reference]:
    """References one after another with these (own particle, particle of their list)."""
    return [Reference(8 * n, 8 * n + 3, 8 * n + 3, (f"사람{n}",), "name", mark, group, "") for n, (mark, group) in enumerate(marks)]


def test_a_list_takes_part_together() -> None:
    weights = pooled(row((",", "가"), ("와", "가"), ("가", "가")), [0.9, 0.3, 0.9])
    assert weights[0] == weights[1] == weights[2]
    assert 0.5 < weights[0] < 0.9


def test_those_of_other_lists_stay_as_they_are() -> None:
    assert pooled(row(("는", "는"), ("를", "를")), [0.9, 0.1]) == [0.9, 0.1]
    first, second, third = pooled(row(("는", "는"), (",", "를"), ("를", "를")), [0.9, 0.2, 0.8])
    assert first == 0.9
    assert second == third == pytest.approx(0.5)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=6))
def test_pooling_keeps_the_number_and_the_range(weights: list[float]) -> None:
    references = row(*[(",", "가")] * (len(weights) - 1), ("가", "가"))
    found = pooled(references, weights)
    assert len(found) == len(weights)
    assert all(0 <= weight <= 1 for weight in found)
    assert all(math.isfinite(log_odds(weight)) for weight in found)


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("민도영은 만찬에 오지 못했다.", "민도영", True),
        ("만찬에 초대받은 민도영은 이날 빠졌다.", "민도영", True),
        ("민도영은 만찬에 참석했고 고은찬은 오지 못했다.", "민도영", False),
        ("민도영은 만찬에 참석했고 고은찬은 오지 못했다.", "고은찬", True),
        ("민도영은 빠진 사람을 찾아 만찬에 앉혔다.", "민도영", False),
        ("민도영은 만찬에 참석했다.", "민도영", False),
    ],
)
def test_who_stayed_away(text: str, name: str, expected: bool) -> None:
    (article,) = split_articles(Document("made up", text, date(2025, 2, 5)))
    sentence = sentences(article)[0]
    at = scene(article.text, sentence, headline=False, caption=False, first=True, clauses=clauses(sentence.tokens))
    cue = next(cue for cue in find_cues(article.text, sentence.start, sentence.end) if cue.stem == "만찬")
    start = text.index(name)
    assert stayed_away(article.text, at, cue, Reference(start, start + 3, start + 3, (name,), "name", "는", "는", "")) is expected
