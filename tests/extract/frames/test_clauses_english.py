"""Clauses of English sentences: where they end, who does what each tells, and which names stand in one list."""

from __future__ import annotations

from datetime import date

import pytest

from graphing.articles import split_articles
from graphing.extract.frames.clauses_english import aside, borders, clause, joined, subject, title_start
from graphing.extract.frames.phrases import Reference
from graphing.language import sentences
from graphing.model import Document, Sentence

PEOPLE = ("Min", "Ko", "Seo", "Ha", "Bae")


def parted(text: str) -> tuple[str, Sentence, list[Reference]]:
    """An article's text, its first sentence, and whom it names."""
    (article,) = split_articles(Document("made up", text, date(2025, 2, 5)))
    places = sorted((article.text.index(name), name) for name in PEOPLE if name in article.text)
    names = [Reference(place, place + len(name), place + len(name), (name,), "name", "", "", "") for place, name in places]
    return article.text, sentences(article)[0], names


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Min met Ko in Busan.", []),
        ("Min met Ko, who runs a bank.", [", who"]),
        ("Min met Ko after Seo left.", [" after"]),
        ("Min met Ko and flew to Busan.", [" and "]),
        ("Min met Ko; Seo met Ha.", ["; "]),
        ("Min met Ko — Seo was away.", [" — "]),
        ("Min met Ko before he left and then dined with Seo.", [" before", " and then "]),
        ("Min met Ko at the fair where Seo spoke.", [" where"]),
        ("Min met Ko, with whom he studied.", [", with whom"]),
        ("Min, who met Ko, flew to Busan.", [", who", ", "]),
        # no clause of their own
        ("Min met Ko and Seo.", []),
        ("Min met Ko, Seo and Ha.", []),
        ("Min met Ko once again.", []),
        ("Min has run the bank since 2019.", []),
        ("Min met two guests: Ko, chairman of Nuri, and Seo.", []),
        ("Min met two guests: Ko, head of Nuri; Seo, head of Garam.", []),
        ("After the lunch, Min met Ko.", [", "]),
    ],
)
def test_where_clauses_begin(words: str, expected: list[str]) -> None:
    text, sentence, names = parted(words)
    assert [text[border.start : border.end] for border in borders(text, sentence, names)[1:]] == expected


@pytest.mark.parametrize(
    ("words", "verb", "expected"),
    [
        ("Min met Ko.", "met", ["Min"]),
        ("Min and Ko met Seo.", "met", ["Min", "Ko"]),
        ("Min, Ko and Seo met Ha.", "met", ["Min", "Ko", "Seo"]),
        ("Min, chairman of Nuri, and Ko, head of Garam, met Seo.", "met", ["Min", "Ko"]),
        # relative
        ("Min praised Ko, who met Seo.", "met", ["Ko"]),
        ("Min, who met Ko, dined with Seo.", "met", ["Min"]),
        ("Min, who met Ko, dined with Seo.", "dined", ["Min"]),
        ("Min praised Ko, 51, the head of Nuri, who met Seo.", "met", ["Ko"]),
        # coordinate
        ("Min met Ko and dined with Seo.", "dined", ["Min"]),
        ("Min flew to Busan, toured a plant and dined with Ko.", "dined", ["Min"]),
        ("Min met Ko; Seo dined with Ha.", "dined", ["Seo"]),
        ("Min met Ko, and Seo dined with Ha.", "dined", ["Seo"]),
        # subordinate
        ("Min left after Ko met Seo.", "met", ["Ko"]),
        ("Min called on Ko before meeting Seo.", "meeting", ["Min"]),
        ("After Min met Ko, Seo dined with Ha.", "met", ["Min"]),
        ("After Min met Ko, Seo dined with Ha.", "dined", ["Seo"]),
        # who only tells of it
        ("Min said Ko met Seo.", "met", ["Ko"]),
        ("Min said that Ko met Seo.", "met", ["Ko"]),
        ("Min said the plan began with a meeting in Busan.", "meeting", ["Min"]),
        # who is only spoken of
        ("The son of Min met Ko.", "met", []),
        ("Min’s lawyer met Ko.", "met", []),
        ("According to Min, a banker met Ko.", "met", []),
        ("On behalf of Min, Ko met Seo.", "met", ["Ko"]),
        ("Bankers left and met Ko.", "met", []),
    ],
)
def test_who_does_what_a_clause_tells(words: str, verb: str, expected: list[str]) -> None:
    text, sentence, names = parted(words)
    found, place = borders(text, sentence, names), text.index(verb)
    number = clause(text, sentence, found, place)[0]
    assert [name for one in subject(text, found, number, place, names) for name in one.names] == expected


def test_of_a_thousand_clauses_none_has_a_subject() -> None:
    text, sentence, names = parted("a guest" + ", who left" * 1_000 + " met Ko.")
    found, place = borders(text, sentence, names), text.index("met")
    assert subject(text, found, clause(text, sentence, found, place)[0], place, names) == []


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        (", ", True),
        (" and ", True),
        (", and ", True),
        (" as well as ", True),
        (", along with ", True),
        (", together with ", True),
        (" and Nuri Bank President ", True),
        (" and trade minister ", True),
        (", chairman of Nuri, and ", True),
        (" of Nuri Bank and ", True),
        (" (58) and ", True),
        (", 51, ", True),
        (" met ", False),
        (" and later met ", False),
        (", who met ", False),
        (" with ", False),
        (". ", False),
        (" of ", False),
        (", while ", False),
        (" told ", False),
        (", a bank, " + "a very old and rather small bank, " * 6, False),
    ],
)
def test_names_of_one_list(between: str, expected: bool) -> None:
    text = f"Min{between}Ko"
    assert joined(text, 3, len(text) - 2) is expected


@pytest.mark.parametrize(
    ("before", "title"),
    [
        ("met ", ""),
        ("met Nuri Chairman ", "Nuri Chairman "),
        ("met Nuri Bank Chairman and CEO ", "Nuri Bank Chairman and CEO "),
        ("met trade minister ", "trade minister "),
        ("met the former prime minister ", "former prime minister "),
        ("met Finance and Trade Minister ", "Finance and Trade Minister "),
        ("a visit. Nuri Chairman ", "Nuri Chairman "),
        ("went home with ", ""),
    ],
)
def test_where_the_title_before_a_name_begins(before: str, title: str) -> None:
    text = f"{before}Min"
    start = title_start(text, Reference(len(before), len(text), len(text), ("Min",), "name", "", "", ""))
    assert text[start : len(before)] == title


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Min met them", False),
        ("with Min ", False),
        ("Min’s lawyer", True),
        ("Min's lawyer", True),
        ("the son of Min ", True),
        ("a letter from Nuri Chairman Min ", True),
        ("according to Min ", True),
        ("instead of Min ", True),
        ("on behalf of Min ", True),
        ("besides Min ", True),
        ("together with Min ", False),
        ("greeted by Min ", False),
    ],
)
def test_who_is_only_spoken_of(words: str, expected: bool) -> None:
    place = words.index("Min")
    assert aside(words, Reference(place, place + 3, place + 3, ("Min",), "name", "", "", "")) is expected
