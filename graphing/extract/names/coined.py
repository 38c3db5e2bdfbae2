"""Companies of a coined word and one that companies' names end in: 다온생명은, 늘봄식품 줄리아 로시 사장.

A page may name such a company once, with nothing else that tells it. The coined word is none of the language, so that the analyser
tears it into an adverb and what is left; what is of known nouns (해외건설, 국내식품) is a thing as often as a company.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from graphing.extract.names.foreign import is_place
from graphing.extract.names.tagger import Guess
from graphing.extract.names.tagger_lexicons import suffix_of
from graphing.extract.names.told import Words, is_company
from graphing.lexicon import table

FIRM = 0.8
# What the analyser makes of a coined word's syllables: adverbs, determiners, roots; 다온 is 다|온, 우람 a root.
_TORN = frozenset({"MAG", "MAJ", "MM", "XR", "IC", "UN"})
_WHOLE = frozenset({"NNG", "NNP", "XPN", "XSN"}) | _TORN
_WORD = re.compile(r"(?<![가-힣A-Za-z0-9·&])[가-힣]{4,9}")
_FOLLOWED = re.compile(r"(?:은|는|이|가|의|도|을|를|과|와|에|에서|에는|에서는)?(?=[ ,.·)])")


@cache
def _all_ends() -> frozenset[str]:
    return frozenset(row["suffix"] for row in table("organization_suffixes") if row["kind"] == "c")


def coined(text: str, guesses: Sequence[Guess], words: Words) -> Iterator[Guess]:
    """다온생명, 우람자산운용, 늘봄식품: a word torn by the analyser before what companies' names end in."""
    taken = {place for guess in guesses for place in range(guess.start, guess.end)}
    people = {guess.start for guess in guesses if guess.kind == "person"}
    # 한결조선 beside 한결조선해양 is only its short form
    longer = {text[guess.start : end] for guess in guesses if guess.kind == "organization" for end in range(guess.start + 4, guess.end)}
    for match in _WORD.finditer(text):
        start = match.start()
        form = next((match[0][:end] for end in range(len(match[0]), 3, -1) if _ends_there(text, start + end, match[0][:end])), "")
        if not form and match.end() + 1 in people and text[match.end()] == " " and _of_companies(match[0]):
            form = match[0]
        if not form or form in longer or start in taken:
            continue
        stem = start + len(form) - len(suffix_of(form))
        tokens = words.within(start, stem)
        if not tokens or tokens[0].start != start or tokens[-1].end != stem:
            continue
        torn = [token.tag for token in tokens]
        named = torn == ["NNP"] and start + len(form) + 1 in people
        if named or (_WHOLE.issuperset(torn) and not _TORN.isdisjoint(torn)):
            yield Guess(start, start + len(form), "organization", FIRM)


def _of_companies(word: str) -> bool:
    """다온통신 최하람 사장: before a name even what is a thing as often as a company tells one."""
    suffix = suffix_of(word)
    return len(suffix) > 1 and len(word) > len(suffix) + 1 and suffix in _all_ends() and not is_place(word[: -len(suffix)])


def _ends_there(text: str, end: int, form: str) -> bool:
    return _FOLLOWED.match(text, end) is not None and is_company(form) and not is_place(form[: -len(suffix_of(form))])
