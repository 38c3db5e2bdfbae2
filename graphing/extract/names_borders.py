"""Where a guessed name ends: not with a country, not with half a word, not before the last syllable of a chamber of commerce.

The tagger's doubt about a name of several words is mostly doubt about its border (토니 {멜론 미국} <버라이즌> 사장); what is known of
the words themselves settles it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from graphing.extract.names_consistency import AFTER_NAME
from graphing.extract.tagger import Guess
from graphing.extract.tagger_lexicons import geography, listed_names, ordinary_names

# 주한영국상의, 방한 중국: a country as it is seen from another.
_SEEN_FROM = re.compile(r"[주대방재][가-힣]([가-힣]{2,6})")
# 홍콩서, 런던발: a place with what is joined to places.
_JOINED_TO_PLACES = "서발행산"


def bordered(text: str, guesses: Iterable[Guess], title_starts: frozenset[int]) -> list[Guess]:
    """The guesses, in order, with right borders. ``title_starts``: offsets at which titles begin."""
    found = []
    for guess in guesses:
        form = text[guess.start : guess.end]
        if form.endswith("상") and text[guess.end : guess.end + 1] == "의" and _chamber(text, guess):
            found.append(guess._replace(end=guess.end + 1, kind="organization"))
        elif guess.kind == "organization":
            found.append(guess)
        elif " " in form:
            own = _own_words(text, guess, title_starts)
            if own.start < own.end:
                found.append(own)
        elif not (form[-1] in _JOINED_TO_PLACES and form[:-1] in geography()):
            found.append(guess)
    return found


def _chamber(text: str, guess: Guess) -> bool:
    """Whether 가람상 before 의 is a chamber of commerce: 가람상의 회장."""
    place = text[guess.start : guess.end - 1]
    seen = _SEEN_FROM.fullmatch(place)
    if place in geography() or (seen and seen[1] in geography()) or place + "상공회의소" in text:
        return True
    return guess.kind == "organization" and text[guess.end + 1 : guess.end + 2] == " " and len(place) > 1


def _own_words(text: str, guess: Guess, title_starts: frozenset[int]) -> Guess:
    """The words of a person's name without half a word, countries and listed organisations at its ends."""
    start, end = guess.start, guess.end
    last = text.rfind(" ", start, end)
    # 잘리콩 한|불상의: half a word that no particle follows
    if end - last <= 3 and "가" <= text[end : end + 1] <= "힣" and end not in title_starts and not AFTER_NAME.match(text, end):
        end = last
    while (last := text.rfind(" ", start, end)) >= 0 and no_part_of_a_name(text[last + 1 : end]):
        end = last
    while (first := text.find(" ", start, end)) >= 0 and no_part_of_a_name(text[start:first]):
        start = first + 1
    return guess._replace(start=start, end=end)


def no_part_of_a_name(word: str) -> bool:
    """Whether a word is a country (주한네덜란드 as well), a city or a listed organisation and nothing else."""
    seen = _SEEN_FROM.fullmatch(word)
    known = listed_names()[0]
    company = len(word) > 1 and word in known and not known[word] and word not in ordinary_names()
    return word in geography() or (seen is not None and seen[1] in geography()) or company
