"""The clauses of short sentences: what their predicates end in, and which subject a predicate has."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphing.articles import split_articles
from graphing.extract.frames.clauses import UNREAD, Clauses, clauses
from graphing.language import sentences
from graphing.model import Document


def read(text: str) -> Clauses:
    (article,) = split_articles(Document("made up", text, None))
    return clauses(sentences(article)[0].tokens)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("민도영 회장은 고은찬 행장을 만났다.", ["final"]),
        ("민도영 회장은 고은찬 행장을 만나 투자를 논의했다.", ["joined", "final"]),
        ("고은찬 행장을 만난 민도영 회장은 돌아갔다.", ["relative", "final"]),
        ("고은찬 행장을 만난 뒤 부산으로 갔다.", ["joined", "final"]),
        ("고은찬 행장을 만났지만 답을 듣지 못했다.", ["other", "final"]),
        ("고은찬 행장을 만났다고 서하람 대변인이 전했다.", ["said", "final"]),
        ("고은찬 행장을 만났다는 소문이 돌았다.", ["said", "final"]),
        ("고은찬 행장을 만난 것은 처음이다.", ["noun", "final"]),
        ("서울.", []),
    ],
)
def test_a_predicate_is_of_the_kind_its_ending_makes_it(text: str, kinds: list[str]) -> None:
    assert [predicate.kind for predicate in read(text).predicates] == kinds


@pytest.mark.parametrize(
    ("text", "cue", "subject"),
    [
        ("민도영 회장은 고은찬 행장을 만났다.", "만났", ("는", "회장")),
        ("민도영 회장은 서하람 부회장이 추천한 고은찬 행장을 만났다.", "만났", ("는", "회장")),
        ("서하람 부회장이 추천한 고은찬 행장을 만났다.", "만났", None),
        ("민도영 회장이 서울로 와 고은찬 행장을 만났다.", "만났", ("가", "회장")),
        ("오전에는 고은찬 행장을 만났다.", "만났", None),
        ("돌아갔다고 서하람 대변인이 전한 뒤 고은찬 행장을 만났다.", "만났", ("가", "대변인")),
    ],
)
def test_a_subject_in_a_clause_that_is_closed_is_none_of_a_later_predicate(text: str, cue: str, subject: tuple[str, str] | None) -> None:
    found = read(text).own(text.index(cue), 0, text.index(cue))
    assert (found and found[1:]) == subject


def test_the_clauses_nobody_looked_for_have_no_predicate() -> None:
    assert UNREAD.after(0) == 0
    assert UNREAD.own(5, 0, 5) is None


@given(st.text(alphabet="민도영은이가를만나고갔다는데 .,“”", min_size=1, max_size=60))
def test_predicates_stand_in_order_within_the_sentence(text: str) -> None:
    for article in split_articles(Document("made up", text, None)):
        for sentence in sentences(article):
            found = clauses(sentence.tokens).predicates
            assert all(sentence.start <= one.start <= one.end <= sentence.end for one in found)
            assert list(found) == sorted(found, key=lambda one: one.end)
