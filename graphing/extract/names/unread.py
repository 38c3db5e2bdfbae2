"""Companies told only by where they stand: beside the name and title of one of theirs (사오비엣의 레 꽝 민 회장, 컴다스 최하람 사장,
다온증권에서는 최하람 전무가)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from graphing.extract.names.foreign import is_place
from graphing.extract.names.generic import generic_words
from graphing.extract.names.kinds import foreign_names, is_foreign, is_native
from graphing.extract.names.people import ordinary
from graphing.extract.names.tagger import Guess
from graphing.extract.names.told import Words, is_company

FIRM = 0.8
_BESIDE = re.compile(r"(?<![가-힣A-Za-z0-9·ㆍ&])([가-힣A-Za-z0-9&]{3,10}?)(의|에서는|에선|에서)? $")
# Whoever has one of these titles is of a company, if of anything.
_EXECUTIVE = re.compile(
    r" ?(?:총괄)?(?:대표이사|대표|회장|사장|부회장|부사장|의장|창업자|"
    r"최고[가-힣]{2,4}책임자|최고경영자|C[A-Z]O|전무|상무|이사|본부장)(?![가-힣]{2})"
)


def unread(text: str, guesses: Sequence[Guess], titles: Collection[int], words: Words) -> Iterator[Guess]:
    """Whose a person with the title of a company is, where the word before is no word that is known. ``titles``: where titles begin."""
    taken = {place for guess in guesses for place in range(guess.start, guess.end)}
    for guess in guesses:
        if guess.kind != "person" or (guess.end not in titles and guess.end + 1 not in titles) or not _EXECUTIVE.match(text, guess.end):
            continue
        match = _BESIDE.search(text, max(0, guess.start - 13), guess.start)
        if match is None or not taken.isdisjoint(range(*match.span(1))) or match.start() in titles:
            continue
        # whose people act at a place may be its: 다온증권에서 최하람 대표가, not 대강당에서
        if _may_be(text, *match.span(1), words) and (match[2] != "에서" or is_company(match[1])):
            yield Guess(*match.span(1), "organization", FIRM)


def _may_be(text: str, start: int, end: int, words: Words) -> bool:
    form = text[start:end]
    # 파리서 최하람 회장: where, in a headline's short form
    if is_place(form) or (form[-1] in "서선" and is_place(form[:-1])) or form in generic_words() or form in ordinary() or is_native(form):
        return False
    if form in foreign_names("first") or form in foreign_names("last"):
        return False
    tokens = words.within(start, end)
    plain = not any(token.tag.startswith(("J", "E", "V", "MA", "IC")) for token in tokens)
    if not tokens or not plain or tokens[0].start != start or tokens[-1].end != end or form[0].isdigit():
        return False
    coined = words.proper(text, start) == end or (is_foreign(form) and not (len(tokens) == 1 and tokens[0].tag == "NNG"))
    return coined or is_company(form)
