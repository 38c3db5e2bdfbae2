"""The line that tells why a meeting was read: whole words, and everybody by a name. All names and texts are invented."""

from __future__ import annotations

import pytest

from graphing.model import Article, Extraction, Meeting, Mention, Participant, Person, Run, Span
from graphing.view import why
from graphing.view.session import Language

BEFORE = "고도윤 회장과 남궁설 대표는 오랜 사이다. "


def reading(text: str, cue: str, people: dict[str, str]) -> tuple[Meeting, Extraction]:
    """A meeting that ``cue`` tells; ``people`` are there by these words. A name is mentioned wherever it or its first letter is titled."""
    found = []
    for name in people:
        spans = [Span(at, at + len(name)) for at in range(len(text)) if text.startswith(name, at)]
        spans += [Span(at, at + 1) for at in range(len(text)) if text.startswith((f"{name[0]} 회장", f"{name[0]} 대표"), at)]
        found.append(Person(name, mentions=tuple(Mention(*span, text[slice(*span)], "person") for span in sorted(spans))))
    at = text.rindex(cue)
    there = tuple(Participant(name, Span(text.index(words), text.index(words) + len(words))) for name, words in people.items())
    article = Article("a.txt", 0, len(text), text, (Run(0, len(text), 0, len(text)),), ())
    return Meeting(there, "held", (), Span(at, at + len(cue))), Extraction(article, tuple(found))


def line(text: str, cue: str, people: dict[str, str], language: Language = "ko") -> str:
    return why.told(*reading(text, cue, people), language)


@pytest.mark.parametrize(
    ("text", "cue", "words"),
    [
        ("두 사람은 호텔에서 머리를 맞댔습니다.", "머리를 맞댔", "머리를 맞댔습니다"),
        ("두 사람은 회동을 가졌다.", "회동", "회동을 가졌다"),
        ("두 사람은 저녁을 먹었다.", "저녁을 먹", "저녁을 먹었다"),
        ("만찬 식탁의 주인은 회장이었다.", "식탁", "식탁"),
        ("올해는 조찬으로 문을 열었다.", "조찬", "조찬"),
        ("두 사람은 만날 예정이다.", "만날", "만날"),
        ("본사를 찾은 두 사람은 웃었다.", "를 찾은", "찾은"),
        ("두 사람은 악수하고 있다.", "악수", "악수하고 있다"),
        ("두 사람은 “회동했다”고 했다.", "회동", "회동했다"),
        ("Both met on Monday.", "met", "met"),
    ],
)
def test_a_cue_is_shown_by_whole_words(text: str, cue: str, words: str) -> None:
    at = text.index(cue)
    assert why.cue_words(text, Span(at, at + len(cue))) == words


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("ko", "“회동했다” — 주어 고도윤 가람전자 회장, 상대 남궁설 대표"),
        ("en", "“회동했다” — subject: Ko Do-yun, partner: Namkoong Seol"),
    ],
)
def test_who_is_named_stands_there_as_named_or_as_the_reader_writes_them(language: Language, expected: str) -> None:
    there = {"고도윤": "고도윤 가람전자 회장", "남궁설": "남궁설 대표"}
    assert line("고도윤 가람전자 회장이 남궁설 대표와 회동했다.", "회동", there, language) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("ko", "“머리를 맞댔다” — 주어 앞뒤 문장에 나온 고도윤\N{WORD JOINER}·남궁설"),
        ("en", "“머리를 맞댔다” — subject: Ko Do-yun, Namkoong Seol (from nearby sentences)"),
    ],
)
def test_who_is_only_meant_stands_there_by_name(language: Language, expected: str) -> None:
    text = f"{BEFORE}두 사람은 머리를 맞댔다."
    assert line(text, "머리를 맞댔", {"고도윤": "두 사람", "남궁설": "두 사람"}, language) == expected


def test_a_clause_is_no_name() -> None:
    clause = "4일에는 남 대표가 제안해 호텔에서 저녁을 먹었다."
    told = line(BEFORE + clause, "저녁을 먹", {"고도윤": clause, "남궁설": clause})
    assert told == "“저녁을 먹었다” — 주어 남 대표, 앞뒤 문장에 나온 고도윤"


def test_of_a_long_clause_the_name_and_its_title_are_shown() -> None:
    clause = "앞서 이날 저녁에 서울의 한 호텔에서 열린 만찬 식탁의 주인은 고도윤 가람전자 회장이었습니다."
    assert line(clause, "식탁", {"고도윤": clause}) == "“식탁” — 고도윤 가람전자 회장"


def test_of_many_the_first_are_in_sight() -> None:
    people = {name: f"{name} 대표" for name in ("고도윤", "남궁설", "탁현서", "독고현", "황보름")}
    told = line(f"{', '.join(people.values())}는 만났다.", "만났", people)
    head, _, rest = told.partition('<details class="rest"><summary>외 2명</summary>')
    assert "탁현서 대표" in head
    assert rest == "독고현 대표\N{WORD JOINER}·황보름 대표</details>"
