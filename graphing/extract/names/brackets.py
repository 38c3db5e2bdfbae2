"""Names told by the bracket after them: 최다온(崔多溫), 고레나가(是永) 다온협회 이사, 다온전자 (12,300원 ▲150 +1.2%), 다온전자[001230].

What a bracket spells in Chinese characters is somebody's name, and what it quotes the price of is a company.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from graphing.extract.names.foreign import is_place, may_be_name
from graphing.extract.names.kinds import is_kana, is_native
from graphing.extract.names.listed import without_overlap
from graphing.extract.names.people import ordinary
from graphing.extract.names.tagger import Guess
from graphing.extract.names.tagger_lexicons import listed_names, suffix_of, surname_of, surnames_of_hanja
from graphing.lexicon import table
from graphing.lexicon.words import japanese_surnames

SURE, FIRM = 0.99, 0.8
_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_SPELLED = re.compile(rf"(?<![가-힣])([가-힣]{{3}}) ?\(([{_HAN}]{{3}})\)")
# A page may lose a character that its letters do not have: 사사키(佐?木).
_FOREIGN = re.compile(rf"(?<![가-힣])((?:[가-힣]{{1,5}} )?[가-힣]{{2,6}}) ?\(([{_HAN}][{_HAN}?]{{1,5}})\) ")
# What a bracket spells that ends so is a company or a place.
_BODIES = frozenset("團司行社部院會託金局廳銀廠店站州縣市省城")
# Where a title is told within a phrase: JFE홀딩스 사장, 일한의원연맹 회장.
_PHRASE = re.compile(r"[^\s,.()“”·]{1,16}(?: [^\s,.()“”·]{1,16}){0,2}")
# (218,500원 ▲1,500 +0.69%), (▼2.1%), [005930], (005930.KS); not (8000원), (31.2%), which others have as well.
# A code of 2024 or later may hold a letter: [0712X0].
PRICE = re.compile(
    r" ?(?:\((?:\d[\d,.]*원 |[▲▼△▽↑↓])[^()\n가-힣A-Za-z]{0,24}%\)|\[\d{4}[\dA-Z]\d\]|\(0\d{3}[\dA-Z]\d\)|"
    r"\(\d{4}[\dA-Z]\d\.K[SQ]\))"
)
_QUOTED = re.compile(rf"(?<![가-힣A-Za-z0-9&·])([가-힣A-Za-z&][가-힣A-Za-z0-9&·]{{1,19}})(?=(?:{PRICE.pattern}))")

_NAME_BEFORE = re.compile(r"(?<![가-힣])([가-힣]{3}) $")
_TO_TITLE = re.compile("(?:그룹)? ?")


@cache
def _readings() -> Mapping[str, frozenset[str]]:
    """How each Chinese character is read in Korean."""
    found: dict[str, set[str]] = {}
    for row in table("hanja"):
        for character in row["hanja"]:
            found.setdefault(character, set()).add(row["reading"])
    return {character: frozenset(readings) for character, readings in found.items()}


def spelled(text: str) -> Iterator[Guess]:
    """최다온(崔多溫): three syllables with a surname, that read the characters in the bracket."""
    if "(" not in text:
        return
    for match in _SPELLED.finditer(text):
        form, hanja = match[1], match[2]
        surname = surname_of(form)
        named = len(surname) == 1 and surname in surnames_of_hanja().get(hanja[0], ())
        # 용 for 룡, 열 for 렬: one syllable may be written otherwise
        if named and any(syllable in _readings().get(character, ()) for syllable, character in zip(form[1:], hanja[1:], strict=True)):
            yield Guess(*match.span(1), "person", SURE)
            yield Guess(*match.span(2), "person", SURE)


def foreign(text: str, title_at: Mapping[int, int]) -> Iterator[Guess]:
    """고레나가(是永) 다온협회 이사, 바다 하지메(馬田一) 다온철강 사장: Japanese words before what they spell and a title.

    ``title_at``: where titles begin and end.
    """
    if "(" not in text:
        return
    for match in _FOREIGN.finditer(text):
        start, end = match.span(1)
        first, _, last = match[1].rpartition(" ")
        if match[2][-1] in _BODIES or is_place(last) or last in listed_names()[0] or suffix_of(last):
            continue
        if not (is_kana(last) or last in japanese_surnames()) or not _titled(text, match.end(), title_at):
            continue
        whole = bool(first) and len(match[2]) > 2 and (first in japanese_surnames() or (is_kana(first) and len(first) > 1))
        if first and not whole:
            start = end - len(last)
        yield Guess(start, end, "person", FIRM)
        yield Guess(*match.span(2), "person", FIRM)


def holders(text: str, title_at: Mapping[int, int]) -> Iterator[Guess]:
    """최다온 of 최다온 하늘연 (8,900원 ▲20 +0.2%) 대표: a Korean name before such a company and a title."""
    for company in priced(text):
        named = _NAME_BEFORE.search(text, max(0, company.start - 6), company.start)
        price = PRICE.match(text, company.end)
        title = _TO_TITLE.match(text, price.end()) if named and price else None
        if named is None or title is None or title.end() not in title_at or named.start(1) in title_at:
            continue
        if is_native(named[1]) and may_be_name(named[1]) and named[1] not in ordinary():
            yield Guess(*named.span(1), "person", FIRM)


def with_glossed(text: str, guesses: Sequence[Guess], people: Sequence[Guess]) -> list[Guess]:
    """``guesses`` with ``people`` of whom a bracket, no longer there, told where their names end: what stands behind one, 벨로니아 of
    카타리나 로언 벨로니아 투자청장, is nobody's name."""
    if not people:
        return list(guesses)
    ends = {guess.end for guess in people}
    behind = [guess for guess in guesses if guess.kind == "person" and guess.start - 1 in ends and text[guess.start - 1] == " "]
    return without_overlap([guess for guess in guesses if guess not in behind], people)


def without_ends(guesses: Sequence[Guess], people: Sequence[Guess]) -> list[Guess]:
    """The guesses without those that end where one of ``people`` is told to end: nothing is to be added there."""
    ends = {guess.end for guess in people}
    return [guess for guess in guesses if guess.end not in ends]


def _titled(text: str, at: int, title_at: Mapping[int, int]) -> bool:
    """Whether a title ends the phrase that begins at ``at``, with nobody's name after it: not 다온신탁(多溫信託) 사장 최다온."""
    phrase = _PHRASE.match(text, at)
    start = next((place for place in range(at, phrase.end()) if place in title_at), -1) if phrase else -1
    if start < 0:
        return False
    return start > at or not re.match(r" [가-힣]{2,4}(?=[,은는이가의과와]|$)", text[title_at[start] : title_at[start] + 7])


def priced(text: str) -> Iterator[Guess]:
    """다온전자 (12,300원 ▲150 +1.2%): what has a price or a code of the exchange is a company."""
    if "%)" not in text and "[" not in text and "(0" not in text and ".K" not in text:
        return
    for match in _QUOTED.finditer(text):
        if not match[1].isdigit():
            yield Guess(*match.span(1), "organization", FIRM)
