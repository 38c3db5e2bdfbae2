"""Whom English sentences of invented people mean by he, she, him, they, the two and the minister."""

from __future__ import annotations

from datetime import date

import pytest

from graphing.articles import split_articles
from graphing.extract.frames.discourse import Sightings
from graphing.extract.frames.references_english import bearers_of, english_references, genders
from graphing.language import sentences
from graphing.model import Affiliation, Document, Mention, Person

PEOPLE = ("Doyoung Min", "Eunchan Ko", "Haram Seo", "Jiho Bae")


def meant(text: str, called: dict[str, str] | None = None) -> list[tuple[str, tuple[str, ...]]]:
    """(words, people) of what the last sentence of a text says of people without naming them."""
    (article,) = split_articles(Document("made up", text, date(2025, 2, 5)))
    sightings, found = Sightings(genders=called or {}), []
    parts = sentences(article)
    for sentence in parts:
        names = []
        for name in PEOPLE:
            place = article.text.find(name, sentence.start, sentence.end)
            if place >= 0:
                names.append((Mention(place, place + len(name), name, "person"), name))
        names.sort(key=lambda pair: pair[0].start)
        found = english_references(article.text, sentence, names, sightings, {})
        spoken = tuple(dict.fromkeys(name for one in found for name in one.names))
        if spoken and sentence is not parts[-1]:
            sightings.tell(tuple(name for _, name in names))
            sightings.hear(spoken, names[0][1] if names else None, paragraph=sentence.paragraph)
    return [(article.text[one.start : one.end], one.names) for one in found if one.kind != "name"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Doyoung Min met Eunchan Ko. He left.", [("He", ("Doyoung Min",))]),
        ("Doyoung Min met Eunchan Ko. They left.", [("They", ("Doyoung Min", "Eunchan Ko"))]),
        ("Doyoung Min met Eunchan Ko. The two dined.", [("The two", ("Doyoung Min", "Eunchan Ko"))]),
        ("Doyoung Min met Eunchan Ko. The two men dined.", [("The two men", ("Doyoung Min", "Eunchan Ko"))]),
        ("Doyoung Min met Eunchan Ko. The pair dined.", [("The pair", ("Doyoung Min", "Eunchan Ko"))]),
        ("Doyoung Min met Eunchan Ko. Both men dined.", [("Both men", ("Doyoung Min", "Eunchan Ko"))]),
        ("Doyoung Min met Eunchan Ko and Haram Seo. The three dined.", [("The three", ("Doyoung Min", "Eunchan Ko", "Haram Seo"))]),
        ("Doyoung Min said he met Eunchan Ko.", [("he", ("Doyoung Min",))]),
        ("Doyoung Min and Eunchan Ko said they would dine.", [("they", ("Doyoung Min", "Eunchan Ko"))]),
        ("Doyoung Min left. Eunchan Ko saw him off.", [("him", ("Doyoung Min",))]),
        # whom nobody has spoken of
        ("He left.", []),
        ("They left.", []),
        ("The two left.", []),
        # no people
        ("Doyoung Min met Eunchan Ko. The two companies signed.", []),
        ("Doyoung Min met Eunchan Ko. The two sides signed.", []),
        ("Doyoung Min met Eunchan Ko. The two countries signed.", []),
        ("Doyoung Min met Eunchan Ko. It was hers.", []),
        # of another number
        ("Doyoung Min met Eunchan Ko. The four dined.", []),
    ],
)
def test_whom_a_word_means(text: str, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    assert meant(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Doyoung Min met Haram Seo. She left.", "Haram Seo"),
        ("Doyoung Min met Haram Seo. He left.", "Doyoung Min"),
        ("Haram Seo met Doyoung Min. She left.", "Haram Seo"),
        ("Haram Seo met Doyoung Min. He left.", "Doyoung Min"),
        ("Haram Seo met Doyoung Min, and she left.", "Haram Seo"),
        ("Haram Seo met Doyoung Min, and he left.", "Doyoung Min"),
        ("Haram Seo spoke. Doyoung Min thanked her.", "Haram Seo"),
    ],
)
def test_he_and_she_are_told_apart(text: str, expected: str) -> None:
    assert [names for _, names in meant(text, {"Doyoung Min": "m", "Haram Seo": "f"})] == [(expected,)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ms. Haram Seo met Mr. Doyoung Min.", {"Haram Seo": "f", "Doyoung Min": "m"}),
        ("Chairwoman Haram Seo met Doyoung Min. She left.", {"Haram Seo": "f"}),
        ("Haram Seo said she was glad.", {"Haram Seo": "f"}),
        ("Doyoung Min told reporters that he was glad.", {"Doyoung Min": "m"}),
        ("Haram Seo left. She was glad.", {"Haram Seo": "f"}),
        ("Haram Seo left. It rained. She was glad.", {"Haram Seo": "f"}),
        # of two nobody knows who is meant
        ("Haram Seo met Doyoung Min. She was glad.", {}),
        ("Haram Seo left.", {}),
        ("Haram Seo left. He was glad. Haram Seo slept. She was glad.", {}),
    ],
)
def test_whom_an_article_calls_he_or_she(text: str, expected: dict[str, str]) -> None:
    (article,) = split_articles(Document("made up", text, date(2025, 2, 5)))
    parts = sentences(article)
    people = []
    for part in parts:
        found = sorted((article.text.find(name, part.start, part.end), name) for name in PEOPLE)
        people.append([(Mention(place, place + len(name), name, "person"), name) for place, name in found if place >= 0])
    assert genders(article.text, parts, people) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister left.", ["Haram Seo"]),
        ("The vice chairman left.", ["Jiho Bae"]),
        ("The chairman left.", ["Eunchan Ko"]),
        ("The premier left.", ["Doyoung Min"]),
        ("The Hanbit boss left.", ["Eunchan Ko"]),
        # somebody else's, or nobody's
        ("The deputy minister left.", []),
        ("The minister of trade left.", []),
        ("The minister's aide left.", []),
        ("A minister left.", []),
        ("The Garam boss left.", []),
        ("The former minister left.", []),
    ],
)
def test_a_post_alone_means_whoever_bears_it(text: str, expected: list[str]) -> None:
    posts = {
        "Doyoung Min": (None, "Prime Minister"),
        "Eunchan Ko": ("Hanbit", "Chairman"),
        "Haram Seo": (None, "Trade Minister"),
        "Jiho Bae": ("Hanbit", "Vice Chairman"),
    }
    people = [Person(name, (), (Affiliation(*post),), (Mention(-9, -1, name, "person"),)) for name, post in posts.items()]
    (article,) = split_articles(Document("made up", text, date(2025, 2, 5)))
    found = english_references(article.text, sentences(article)[0], [], Sightings(), bearers_of(people))
    assert [name for one in found for name in one.names] == expected
