"""Whom the words of made-up texts mean: numbers, pronouns, the first person and titles alone, with the people given."""

from __future__ import annotations

import re

import pytest

from graphing.articles import split_articles
from graphing.extract.frames.bearers import bearers
from graphing.extract.frames.logistic import load_model
from graphing.extract.frames.tellings import tellings
from graphing.language import sentences
from graphing.model import Affiliation, Document, Mention, Organization, Person

POSTS = {"민도영": "회장", "고은찬": "행장", "서하람": "부회장", "노윤슬": "사장", "도가람": "회장"}

# (what it shows, text, [(words, those meant)] of all words that are no names)
TABLE: list[tuple[str, str, list[tuple[str, str]]]] = [
    (
        "the pair of the sentence before",
        "민도영 회장이 4일 고은찬 행장을 만났다. 두 사람은 두 시간 동안 이야기했다.",
        [("두 사람", "민도영 고은찬")],
    ),
    (
        "not the pair of the last time",
        "민도영 회장과 고은찬 행장이 4일 만났다. 2016년 서하람 부회장이 노윤슬 사장을 찾아온 뒤 9년 만이다. 두 사람은 악수했다.",
        [("두 사람", "민도영 고은찬")],
    ),
    (
        "those who bear the title",
        "이 자리에는 민도영 회장과 도가람 회장, 고은찬 행장이 나왔다. 두 회장은 악수했다.",
        [("두 회장", "민도영 도가람")],
    ),
    (
        "all who attended",
        "이 자리에는 민도영 회장과 고은찬 행장, 서하람 부회장이 나왔다. 이들은 저녁을 함께했다.",
        [("이들", "민도영 고은찬 서하람")],
    ),
    ("the end of a longer word counts nobody", "민도영 회장과 고은찬 행장이 4일 만났다. 누리동양 회장이 왔다.", []),
    ("이들 회사 are no people", "민도영 회장과 고은찬 행장이 4일 만났다. 이들 회사는 경쟁한다.", []),
    (
        "the topic goes on",
        "민도영 회장은 4일 고은찬 행장을 만났다. 그는 이튿날 노윤슬 사장과 점심을 먹었다.",
        [("그", "민도영")],
    ),
    (
        "the topic is of the main clause",
        "민도영 회장은 서하람 부회장이 추천한 고은찬 행장을 만났다. 그는 이튿날 돌아갔다.",
        [("그", "민도영")],
    ),
    (
        "nor he who reports",
        "민도영 회장이 고은찬 행장을 만났다고 서하람 부회장이 전했다. 그는 이튿날 돌아갔다.",
        [("그", "민도영")],
    ),
    ("not he who stands beside it", "민도영 회장이 부산에 왔다. 고은찬 행장이 문 앞에서 그를 맞았다.", [("그", "민도영")]),
    ("그 before a noun is no pronoun", "민도영 회장이 부산에 왔다. 그 회사는 크다.", []),
    ("an interview's answers", "민도영 회장은 창업자다.\n\n저는 지난달 고은찬 행장을 뵀습니다.", [("저", "민도영")]),
    ("a writer's own first person", "민도영 회장은 창업자다.\n\n나는 지난달 고은찬 행장을 보았다.", []),
    (
        "the first person of a quotation",
        "민도영 회장은 창업자다. 노윤슬 사장은 “제가 고은찬 행장을 만났다”고 말했다.",
        [("제", "노윤슬")],
    ),
    ("the only bearer of a title", "고은찬 행장이 부산에 왔다. 민도영 회장은 4일 행장과 만났다.", [("행장", "고은찬")]),
    ("the nearest of two", "도가람 회장은 물러났다. 민도영 회장이 왔다. 고은찬 행장은 4일 회장과 만났다.", [("회장", "민도영")]),
    ("neither of two equally near", "민도영 회장과 도가람 회장이 왔다. 고은찬 행장은 4일 회장과 만났다.", []),
]


def people(text: str) -> list[Person]:
    """Whoever of POSTS the text names, with his post."""
    return [
        Person(
            name,
            (),
            (Affiliation(None, title),),
            tuple(Mention(found.start(), found.end(), name, "person") for found in re.finditer(name, text)),
        )
        for name, title in POSTS.items()
        if name in text
    ]


@pytest.mark.parametrize(("shows", "text", "meant"), TABLE, ids=[row[0] for row in TABLE])
def test_whom_words_mean(shows: str, text: str, meant: list[tuple[str, str]]) -> None:
    (article,) = split_articles(Document("made up", text, None))
    _, readings = tellings(article, sentences(article), people(article.text), (), load_model("linking"), None)
    found = [one for reading in readings for one in reading.references if one.kind != "name"]
    words = [(re.sub(r"[은는이가과와을를]$", "", article.text[one.start : one.end].strip()), " ".join(one.names)) for one in found]
    assert words == meant, shows


@pytest.mark.parametrize("bank", ["우리은행", "하늘은행", "누리은행", "새벽은행"])
def test_a_particle_that_a_bank_s_name_seems_to_hold_ends_no_phrase(bank: str) -> None:
    (article,) = split_articles(Document("made up", f"민도영 회장은 4일 고은찬 {bank}장을 만났다.", None))
    start = article.text.index(bank)
    bodies = [Organization(bank, mentions=(Mention(start, start + len(bank), bank, "organization"),))]
    _, readings = tellings(article, sentences(article), people(article.text), bodies, load_model("linking"), None)
    assert [(one.names, one.group) for one in readings[0].references] == [(("민도영",), "는"), (("고은찬",), "를")]


def test_a_title_is_borne_by_its_last_word_too() -> None:
    person = Person("민도영", (), (Affiliation("한빛전자", "DS부문 사장"),), ())
    assert bearers([person]) == {"사장": ("민도영",)}
