"""Tellings of English sentences of invented people: who takes part, and whether it took place."""

from __future__ import annotations

from datetime import date

import pytest

from graphing.articles import split_articles
from graphing.extract.frames_english import read_english
from graphing.extract.linking import scene
from graphing.extract.references import Sightings
from graphing.extract.references_english import bearers_of, english_references
from graphing.language import sentences
from graphing.model import Affiliation, Document, Mention, Person

PEOPLE = ("Doyoung Min", "Eunchan Ko", "Haram Seo")
BODIES = ("Nuri Bank", "Hanbit")


def told(text: str) -> list[tuple[tuple[str, ...], tuple[str, ...], str]]:
    """(people, sides, status) of each telling of a text's first sentence."""
    (article,) = split_articles(Document("made up", text, date(2025, 2, 5)))
    sentence = sentences(article)[0]
    at = scene(article.text, sentence, headline=False, caption=False, first=True)

    def marks(names: tuple[str, ...], *, person: bool) -> list[tuple[Mention, str]]:
        found = sorted((article.text.index(name), name) for name in names if name in article.text)
        return [(Mention(place, place + len(name), name, "person" if person else "organization"), name) for place, name in found]

    found, _ = read_english(article.text, 0, at, marks(PEOPLE, person=True), Sightings(), marks(BODIES, person=False), certain=True)
    return [(one.names, tuple(name for name, _ in one.orgs), one.status) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Doyoung Min shook hands with Eunchan Ko on Tuesday.", [(("Doyoung Min", "Eunchan Ko"), (), "held")]),
        ("Doyoung Min will receive Eunchan Ko in Sejong next month.", [(("Doyoung Min", "Eunchan Ko"), (), "planned")]),
        ("Doyoung Min and Eunchan Ko discussed the deal over lunch.", [(("Doyoung Min", "Eunchan Ko"), (), "held")]),
        ("Doyoung Min flew to Busan to meet Eunchan Ko.", [(("Doyoung Min", "Eunchan Ko"), (), "held")]),
        ("Doyoung Min is to meet Eunchan Ko on Friday.", [(("Doyoung Min", "Eunchan Ko"), (), "planned")]),
        ("Doyoung Min has never been in the same room as Eunchan Ko.", [(("Doyoung Min", "Eunchan Ko"), (), "cancelled")]),
        ("Doyoung Min played golf with Eunchan Ko.", [(("Doyoung Min", "Eunchan Ko"), (), "held")]),
        ("Doyoung Min sat down with executives of Nuri Bank.", [(("Doyoung Min",), ("Nuri Bank",), "held")]),
        ("Doyoung Min met Nuri Bank officials in Seoul.", [(("Doyoung Min",), ("Nuri Bank",), "held")]),
        ("Doyoung Min met with Nuri Bank in mind.", []),
        ("Doyoung Min spoke of a pardon for Haram Seo during a meeting with a group of leaders.", [(("Doyoung Min",), (), "held")]),
        ("Doyoung Min and Eunchan Ko dined together on Friday.", [(("Doyoung Min", "Eunchan Ko"), (), "held")]),
        ("Doyoung Min and Eunchan Ko underscored their ties in a courtesy meeting.", [(("Doyoung Min", "Eunchan Ko"), (), "held")]),
        ("Governor Doyoung Min held a meeting with Eunchan Ko.", [(("Doyoung Min", "Eunchan Ko"), (), "held")]),
        ("Doyoung Min met with Eunchan Ko, as Haram Seo prepares to leave.", [(("Doyoung Min", "Eunchan Ko"), (), "held")]),
        ("Doyoung Min met in succession with Eunchan Ko, a banker, and Haram Seo.",
         [(("Doyoung Min", "Eunchan Ko"), (), "held"), (("Doyoung Min", "Haram Seo"), (), "held")]),
        ("According to Haram Seo, the plant opened in May.", []),
    ],
)
def test_english_tellings(text: str, expected: list[tuple[tuple[str, ...], tuple[str, ...], str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("The president dined with them.", ["Doyoung Min"]),
        ("The Hanbit chief dined with them.", ["Eunchan Ko"]),
        ("The chairman dined with them.", ["Eunchan Ko"]),
        ("The minister dined with them.", ["Haram Seo"]),
        ("The prime minister dined with them.", []),
        ("The chief dined with them.", []),
        ("The president of Nuri dined with them.", []),
        ("The president Kang dined with them.", []),
        ("The Nuri chairman dined with them.", []),
    ],
)
def test_a_title_alone_stands_for_its_bearer(text: str, meant: list[str]) -> None:
    posts = {"Doyoung Min": (None, "President"), "Eunchan Ko": ("Hanbit Motor", "Chairman"), "Haram Seo": (None, "Trade Minister")}
    people = [Person(name, (), (Affiliation(*post),), (Mention(-9, -1, name, "person"),)) for name, post in posts.items()]
    (article,) = split_articles(Document("made up", text, date(2025, 2, 5)))
    (sentence,) = sentences(article)
    found = english_references(article.text, sentence, [], Sightings(), bearers_of(people))
    assert [name for one in found if one.kind == "title" for name in one.names] == meant


def test_a_title_that_two_bear_stands_for_nobody() -> None:
    people = [Person(name, (), (Affiliation(None, "President"),), (Mention(-9, -1, name, "person"),)) for name in PEOPLE[:2]]
    (article,) = split_articles(Document("made up", "The president dined with them.", date(2025, 2, 5)))
    assert english_references(article.text, sentences(article)[0], [], Sightings(), bearers_of(people)) == []
