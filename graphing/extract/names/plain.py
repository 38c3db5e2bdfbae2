"""Guessed people who are plain words by what the analyser makes of them: 함께, 훌륭한, 도쿄서, 경주의.

A headline leaves particles and titles' bodies out, so that what stands before a company and its head looks like a name there
(도쿄서 다온 사장 만나). What is told twice is left as it is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from graphing.extract.names.foreign import is_place
from graphing.extract.names.tagger import Guess
from graphing.extract.names.told import Words
from graphing.extract.occasions import OCCASION
from graphing.model import Token

_WORD = re.compile("[가-힣]{2,5}")
_AT = re.compile(rf"(.*(?:{OCCASION}|궁|관|청사|본사|국회|현장))서")
_ADVERBS = frozenset({"MAG", "MAJ", "IC"})
_PARTICLES = frozenset("서의")
# Of surer guesses of the tagger those that look like a word (이해준, 소중한) were names: ten of ten in the annotated articles.
DOUBTFUL = 0.85


def without_plain(text: str, guesses: Sequence[Guess], words: Words) -> list[Guess]:
    """The guesses without people who are plain words."""
    times = Counter(text[guess.start : guess.end] for guess in guesses if guess.kind == "person")
    once = [guess.kind == "person" and times[text[guess.start : guess.end]] < 2 for guess in guesses]
    return [guess for guess, told_once in zip(guesses, once, strict=True) if not (told_once and _is_plain(text, guess, words))]


def _is_plain(text: str, guess: Guess, words: Words) -> bool:
    form = text[guess.start : guess.end]
    if not _WORD.fullmatch(form) or text[guess.end : guess.end + 1].isalnum():
        return False
    if (form[-1] in _PARTICLES and is_place(form[:-1])) or _AT.fullmatch(form):
        # 도쿄서, 경주의, 만찬서
        return True
    tokens = words.within(guess.start, guess.end)
    whole = bool(tokens) and tokens[0].start == guess.start and tokens[-1].end == guess.end
    return whole and guess.probability < DOUBTFUL and _says_nothing(tokens)


def _says_nothing(tokens: Sequence[Token]) -> bool:
    """Whether a word is an adverb or a verb before a noun: 함께, 훌륭한."""
    tags = [token.tag for token in tokens]
    if len(tags) == 1:
        return tags[0] in _ADVERBS
    return tags[-1] == "ETM" and tags[0][:2] in ("VV", "VA", "XR", "NN") and ("XSA" in tags[-2][:3] or tags[-2][:2] in ("VV", "VA"))
