"""People told by the row they stand in: △최다온 △변솔; 사장 최다온, 부사장 루젠청, 전무 왕천.

So 장남 다온씨; 최다온 한가람 박누리 부위원장, whose one title is of all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from graphing.extract.names.foreign import is_place, may_be_name
from graphing.extract.names.kinds import is_chinese, is_foreign, is_native
from graphing.extract.names.people import ordinary
from graphing.extract.names.standing import Standing
from graphing.extract.names.tagger import Guess
from graphing.extract.names.tagger_lexicons import listed_names, surname_of
from graphing.lexicon import listed, table

CERTAIN = 0.98
# What the tagger is so sure of stays.
SURE = 0.9
LEAST = 3
_AFTER_TITLE = re.compile(r" ([가-힣]{2,5})(?=(?:\([^()\n]{1,14}\))?(?:,| 등| 및 |[·ㆍ]|[은는이가과와] ))")
_NEXT = re.compile(r"(?:\([^()\n]{1,14}\))?(?:, ?| 및 |[·ㆍ]|[과와] )[^,.“”\n]{1,40}")
# 최다온 한가람 박누리 부위원장
_SPACED = re.compile(r"(?<![가-힣])([가-힣]{3}(?: [가-힣]{3}){2,9}) ")
# △최다온 △한누리(감사) △변솔: marks with nothing but a name each
_MARKED = re.compile(r"(?:[△▲▷▶] ?[가-힣]{2,4}(?:\([^()\n]{1,14}\))?,?(?: |\n|(?=[△▲▷▶])|$)){2,}(?!\S+ ?[△▲▷▶])")
_MARKED_ITEM = re.compile(r"[△▲▷▶] ?([가-힣]{2,4})")
# 전무 승진 △최다온 △한누리: what heads those who got a post
_POSTED = re.compile(r"(?:승진|전보|선임|보임|위촉|발령|신임|임명|부임|내정)[^.,△▲▷▶]{0,8}$")
_ENDINGS = frozenset("은는이가을를의와과도에로한된던할될며고서")
_THREE = re.compile("[가-힣]{3}")


@cache
def _relative() -> re.Pattern[str]:
    """아들 다온씨: a given name between whose relative somebody is and how he is addressed."""
    words = (word for row in table("no_people") if row["kind"] == "kin" for word in listed(row["words"]))
    kin = "|".join(sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<![가-힣])(?:{kin})(?:인|이자)? ([가-힣]{{2}}) ?씨(?:[가는를와의도만]|에게서?|와[의는])?(?![가-힣])")


def with_rows(text: str, guesses: Iterable[Guess], title_at: Mapping[int, int]) -> list[Guess]:
    """The guesses and those whom rows tell, sorted. ``title_at``: where titles begin → where they end."""
    found = sorted(guesses)
    rows = [*_titled(text, found, title_at), *_spaced(text, found, title_at), *_marked(text, found)]
    told = [*rows, *_relatives(text)]
    if not told:
        return found
    standing = Standing(found)
    for one in told:
        over = standing.over(one)
        part = all(one.start <= guess.start and guess.end <= one.end and guess[:2] != one[:2] for guess in over)
        if part or one.probability == 1.0 or all(guess.probability < SURE and guess.kind != one.kind for guess in over):
            standing.remove(over)
            standing.add(one)
    return standing.all()


def _titled(text: str, guesses: Sequence[Guess], title_at: Mapping[int, int]) -> Iterator[Guess]:
    """루젠청 of 가람그룹 회장 최다온, 다온신탁 사장 루젠청, 하람투자 부회장 왕천: three and more names that follow their titles."""
    people = {(guess.start, guess.end) for guess in guesses if guess.kind == "person"}
    row: list[tuple[int, int]] = []
    for start, end in sorted(title_at.items()):
        match = _AFTER_TITLE.match(text, end)
        if match is None or match.start(1) in title_at or not _may_stand(match[1]):
            continue
        if row and not _NEXT.fullmatch(text, row[-1][1], start):
            yield from _of_row(text, row, people)
            row = []
        row.append(match.span(1))
    yield from _of_row(text, row, people)


def _may_stand(form: str) -> bool:
    # 루젠청 ends like an agency
    named = may_be_name(form) or (is_chinese(form) and not is_place(form) and form not in listed_names()[0])
    return named and form not in ordinary() and (bool(surname_of(form)) or is_foreign(form) or is_chinese(form))


def _of_row(text: str, row: list[tuple[int, int]], people: set[tuple[int, int]]) -> Iterator[Guess]:
    """The names of a row, if half of it look like names however they stand."""
    alike = sum(span in people or is_chinese(text[slice(*span)]) or is_native(text[slice(*span)]) for span in row)
    if len(row) >= LEAST and 2 * alike >= len(row):
        yield from (Guess(*span, "person", CERTAIN) for span in row)


def _spaced(text: str, guesses: Sequence[Guess], title_at: Mapping[int, int]) -> Iterator[Guess]:
    """최다온 한가람 박누리 부위원장: three and more Korean names before the title of all.

    One of them is a person anyway, or none ends like a word with its particle.
    """
    people = {guess.start for guess in guesses if guess.kind == "person"}
    for row in _SPACED.finditer(text):
        items: list[re.Match[str]] = []
        # before the names other words of three syllables may stand: 위원장을 비롯해 최다온 …
        for item in reversed(list(_THREE.finditer(text, *row.span(1)))) if row.end() in title_at else ():
            form = item[0]
            if not is_native(form) or not may_be_name(form) or form in ordinary() or is_place(form) or item.start() in title_at:
                break
            items.append(item)
        told = any(item.start() in people for item in items) or _ENDINGS.isdisjoint(item[0][-1] for item in items)
        if len(items) >= LEAST and told:
            yield from (Guess(*item.span(), "person", CERTAIN) for item in items)


def _marked(text: str, guesses: Sequence[Guess]) -> Iterator[Guess]:
    """△최다온 △변솔 △한준이: words with surnames, each behind a mark, if posts are given or half of them are people anyway."""
    people = {guess.start for guess in guesses if guess.kind == "person"}
    for row in _MARKED.finditer(text):
        items = list(_MARKED_ITEM.finditer(text, *row.span()))
        told = sum(item.start(1) in people for item in items)
        named = all(surname_of(item[1]) and may_be_name(item[1]) and item[1] not in ordinary() and not is_place(item[1]) for item in items)
        posted = _POSTED.search(text, max(0, row.start() - 24), row.start()) is not None
        if named and (posted or 2 * told >= len(items)):
            yield from (Guess(*item.span(1), "person", 1.0 if posted else CERTAIN) for item in items)


def _relatives(text: str) -> Iterator[Guess]:
    if "씨" in text:
        for match in _relative().finditer(text):
            yield Guess(*match.span(1), "person", CERTAIN)
