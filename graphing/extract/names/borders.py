"""Where a foreign name ends and the company beside it begins: <테슬론> {카를로스 멘데스} 사장, {장 피에르 라퐁}, {빈 자이드 알막툼}.

Neither the name nor the company need be known: a listed first name begins the name, so that the word before it is where he is; French first
names of two words and Arabic family names go on; and what follows a name with its bracket before a title is no second name.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cache

from graphing.extract.names.foreign import is_korean, is_place
from graphing.extract.names.kinds import foreign_names, is_chinese, is_native
from graphing.extract.names.tagger import Guess
from graphing.extract.names.tagger_lexicons import geography, listed_names, suffix_of
from graphing.lexicon import listed, table

SURE = 0.9
_JEAN = re.compile(r"(?<![가-힣])장 $")
_ARAB = re.compile(r" (?:빈|벤|빈트|이븐) ")
_AL = re.compile(r" 알[가-힣]{2,5}(?=(?:은|는|이|가|과|와|을|를|의|도)? )")
_OF_FAMILY = re.compile(r" (?:데|드|반|판|폰|본|디|델|빈|이븐|알|엘|두|도스)$")
_NOTE = re.compile(r"[(（][^()（）\n]{1,40}[)）] ")


@cache
def _second_names() -> frozenset[str]:
    """What follows 장 in French first names of two words."""
    return frozenset(name for row in table("double_names") for name in listed(row["names"]))


@cache
def _first_names() -> frozenset[str]:
    """Listed first names of languages that put them first; 가와이 다케시 is called 가와이."""
    last = ("japanese", "chinese", "vietnamese", "hungarian")
    rows = (row for row in table("foreign_names") if row["part"] == "first" and row["language"] not in last)
    return frozenset(name for row in rows for name in listed(row["names"]))


def bordered(text: str, guesses: Sequence[Guess], titles: Collection[int]) -> list[Guess]:
    """The guesses with foreign names from their first word to their last, and the company before or after apart; sorted.

    ``titles``: where titles begin.
    """
    found: list[Guess] = []
    lasts: set[str] = set()
    # A company that is told surely somewhere is one, whatever name was read into it: {엘레나 마시 다온벨티카}.
    sure = {text[guess.start : guess.end] for guess in guesses if guess.kind == "organization" and guess.probability >= SURE}
    for read in sorted(guesses):
        last = found[-1] if found else None
        if last is not None and read.start < last.end:
            continue
        guess = _first_and_last(text, read, last) if read.kind == "person" else read
        form = text[guess.start : guess.end]
        if last is not None and last.kind == "person" and _is_his(text, last, guess, titles):
            guess = guess._replace(kind="organization")
        elif guess.kind == "organization" and form in lasts and form not in sure and _may_be_his(text, guess, titles):
            # 라퐁은 after 피에르 라퐁
            guess = guess._replace(kind="person")
        elif last is not None and (parts := _parts(text, last, guess, titles) or _crossed(text, last, guess, titles)):
            found[-1:] = parts
            lasts |= {text[part.start : part.end].rpartition(" ")[2] for part in parts if part.kind == "person"}
            continue
        if guess.kind == "person" and " " in form:
            lasts.add(form.rpartition(" ")[2])
        found.append(guess)
    return [part for guess in found for part in (_alone(text, guess, titles) or [guess])]


def _first_and_last(text: str, guess: Guess, last: Guess | None) -> Guess:
    """장 피에르 라퐁, 무함마드 빈 자이드 알막툼: the guess with the word before or after that belongs to the name."""
    first, blank, _ = text[guess.start : guess.end].partition(" ")
    jean = _JEAN.search(text, max(0, guess.start - 3), guess.start) if blank and first in _second_names() else None
    if jean and (last is None or last.end <= jean.start()):
        guess = guess._replace(start=jean.start())
    family = _AL.match(text, guess.end) if _ARAB.search(text, guess.start, guess.end) else None
    return guess._replace(end=family.end()) if family else guess


def _is_his(text: str, last: Guess, guess: Guess, titles: Collection[int]) -> bool:
    """얀 데이크(Jan Dijk) <에릭손> 전무, 한가람(52) <하늘> 사장: one word between a name with its bracket and a title is no name."""
    note = _NOTE.match(text, last.end) if guess.kind == "person" else None
    return note is not None and note.end() == guess.start and guess.end + 1 in titles and " " not in text[guess.start : guess.end]


def _parts(text: str, one: Guess, two: Guess, titles: Collection[int]) -> list[Guess]:
    """{노르디카 안드레이} <코발추크> 사장: the name is the last of the first guess and the second, its company what stands before."""
    words = text[one.start : one.end].split(" ")
    beside = one.kind == "person" and two.kind == "organization" and two.start == one.end + 1 and two.end + 1 in titles
    if not beside or len(words) < 2 or text[one.end] != " " or not _leads(words):
        return []
    form = text[two.start : two.end]
    if " " in form or form in listed_names()[0] or len(suffix_of(form)) > 1 or is_place(form):
        return []
    start = one.start + len(words[0]) + 1
    return [one._replace(end=start - 1, kind="organization"), one._replace(start=start, end=two.end)]


def _crossed(text: str, one: Guess, two: Guess, titles: Collection[int]) -> list[Guess]:
    """<장 클로드> {모랭 테슬론} 이사, {장 바티스트 드} <라크루아>: what was read apart within the name, and the company read into it."""
    if two.start != one.end + 1 or text[one.end] != " ":
        return []
    before, after = text[one.start : one.end], text[two.start : two.end]
    unlisted = two.kind == "organization" and " " not in after and after not in listed_names()[0] and len(suffix_of(after)) < 2
    if one.kind == "person" and unlisted and _OF_FAMILY.search(before):
        return [one._replace(end=two.end)]
    family, blank, company = after.partition(" ")
    foreign = one.kind == "organization" and two.kind == "person" and before not in listed_names()[0]
    if not foreign or not blank or " " in company or two.end + 1 not in titles or not _begins(before.split(" ")):
        return []
    end = two.start + len(family)
    return [two._replace(start=one.start, end=end), two._replace(start=end + 1, kind="organization")]


def _begins(words: Sequence[str]) -> bool:
    """Whether words are what a foreign name begins with: 장 클로드, 무함마드 빈."""
    if words[0] == "장" and len(words) > 1:
        return words[1] in _second_names()
    return words[0] in _first_names() and (len(words) == 1 or _OF_FAMILY.search(" ".join(words)) is not None)


def _alone(text: str, guess: Guess, titles: Collection[int]) -> list[Guess]:
    """{테슬론 카를로스 멘데스} 사장: three words of which the second is a first name are a company and a name."""
    words = text[guess.start : guess.end].split(" ")
    if guess.kind != "person" or len(words) < 3 or guess.end + 1 not in titles or not _leads(words):
        return []
    start = guess.start + len(words[0]) + 1
    return [guess._replace(end=start - 1, kind="organization"), guess._replace(start=start)]


def _leads(words: Sequence[str]) -> bool:
    """Whether the second word is a listed first name and the one before it none, nor a place, a surname or a title."""
    before, first = words[:2]
    jean = first == "장" and len(words) > 2 and words[2] in _second_names()
    if not (jean or first in _first_names()) or len(before) < 3:
        return False
    known = before in foreign_names("first") or before in foreign_names("last") or before in geography()
    return not known and not is_native(before) and not is_chinese(before) and not is_korean(before)


def _may_be_his(text: str, guess: Guess, titles: Collection[int]) -> bool:
    return text[guess.start : guess.end] not in listed_names()[0] and guess.end + 1 not in titles
