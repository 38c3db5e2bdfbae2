"""Two people before the one title that both have: 누리전자 고은찬 차은규 부사장."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from graphing.extract.names.kinds import is_native
from graphing.extract.names.tagger import Guess, TitleLike
from graphing.extract.names.tagger_lexicons import listed_names
from graphing.extract.names.told import Words, is_company, unlike_words
from graphing.lexicon import table

SURE = 0.9
_TWO = re.compile(r"(?<![가-힣A-Za-z])([가-힣]{3}) ([가-힣]{3}) $")
_LONGEST = len("고은찬 차은규 ") + 1
# 도재현 주인도 대사: where an envoy is posted.
_ENVOYS = ("대사", "공사", "영사")


@cache
def _heads() -> frozenset[str]:
    """Titles of which an organisation has one: 고은찬 한마루 회장 is of 한마루. A 사장 may be second to a 회장, and is one all the same."""
    return frozenset(row["title"] for row in table("titles") if row["rank"] == "1") | {"사장"}


def sharing(text: str, guesses: Sequence[Guess], titles: Sequence[TitleLike], words: Words) -> list[Guess]:
    """The guesses with both of them people, where the tagger takes one for a company (고은찬 다온전자 부사장) or for nothing; sorted."""
    known = {(guess.start, guess.end): guess.kind for guess in guesses}
    inside = {place for guess in guesses for place in range(guess.start, guess.end)}
    starts = {title.start for title in titles}
    people: dict[tuple[int, int], Guess] = {}
    for title in titles:
        if title.name in _heads() or title.name.endswith(_ENVOYS):
            continue
        match = _TWO.search(text, max(0, title.start - _LONGEST), title.start)
        spans = (match.span(1), match.span(2)) if match else ()
        if not spans or not all(start not in starts and _is_name(text, start, end, words) for start, end in spans):
            continue
        loose = all(span in known or inside.isdisjoint(range(*span)) for span in spans)
        if loose and "person" in {known.get(span) for span in spans}:
            people.update({span: Guess(*span, "person", SURE) for span in spans if known.get(span) != "person"})
    return sorted([*(guess for guess in guesses if (guess.start, guess.end) not in people), *people.values()])


def _is_name(text: str, start: int, end: int, words: Words) -> bool:
    form = text[start:end]
    company = form[-1] == "대" or form in listed_names()[0] or is_company(form)
    return is_native(form) and unlike_words(text, start, end, words) and not company
