"""Names that the layout of an article tells: marked names, name after name in a list, two names joined by a dot.

An outlet that sets one name in brackets (<최다온> 가람상의 회장) sets all of them so; where several names of a row joined by dots are
known, what has the same place in the row is a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graphing.extract.names_generic import generic_words
from graphing.extract.tagger import Guess
from graphing.extract.tagger_lexicons import KOREAN_SYLLABLES, geography, listed_names, suffix_of, surname_of

FIRM = 0.8
_MARKED = re.compile(r"[<〈《]([가-힣]{2,4})[>〉》]")
# 최다온 가람구·민하람 누리구·… 상공회장: each name with its place or branch, and one title at the end.
_PLACED = re.compile(
    r"(?:(?<=[·,:] )|(?<=[·,])|(?<=부터 )|(?<=\n))([가-힣]{2,4}) ([가-힣]{1,6}(?:구|시|군|도|지회|지부|지역|본부))(?=[·,])"
)
_LAST_PLACED = re.compile(r"[·,] ?([가-힣]{2,4}) [가-힣]{1,4}(?:구|시|군|도|지회|지부|지역|본부) ?[가-힣]{1,8}(?:장|대표|위원)(?![가-힣])")
# 이다온·강하람 증인: the second of two names.
_SECOND = re.compile(r"[·ㆍ]([가-힣]{3})(?=[ ,·ㆍ…\n”’\"']|$)")


def with_layout(text: str, guesses: Sequence[Guess]) -> list[Guess]:
    """The guesses and the names that layout adds, sorted and not overlapping."""
    taken = bytearray(len(text))
    people = set()
    for guess in guesses:
        taken[guess.start : guess.end] = b"\x01" * (guess.end - guess.start)
        if guess.kind == "person":
            people.add((guess.start, guess.end))
    found = list(guesses)
    for start, end in (*_marked(text, people), *_placed(text, people), *_seconds(text, people)):
        if not any(taken[start:end]):
            found.append(Guess(start, end, "person", FIRM))
            taken[start:end] = b"\x01" * (end - start)
    return sorted(found) if len(found) > len(guesses) else found


def _name(form: str) -> bool:
    ordinary = form in generic_words() or form in geography() or form in listed_names()[0] or suffix_of(form)
    return bool(surname_of(form)) and not ordinary and all(letter in KOREAN_SYLLABLES for letter in form)


def _marked(text: str, people: set[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Names in pointed brackets, where half of those in this text are known to be people."""
    if "<" not in text and "〈" not in text and "《" not in text:
        return
    places = [match.span(1) for match in _MARKED.finditer(text)]
    if sum(place in people for place in places) * 2 >= len(places):
        yield from (place for place in places if _name(text[slice(*place)]))


def _placed(text: str, people: set[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Names each with a district, in a row of three and more."""
    places = [match.span(1) for pattern in (_PLACED, _LAST_PLACED) for match in pattern.finditer(text)]
    named = [place for place in places if _name(text[slice(*place)])]
    if len(named) > 2 and len(named) * 4 >= len(places) * 3:
        yield from named


def _seconds(text: str, people: set[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The second of two names joined by a dot, where the first is a person's full name."""
    for start, end in people:
        if end - start == 3 and text[end : end + 1] in "·ㆍ" and surname_of(text[start:end]):
            match = _SECOND.match(text, end)
            if match and _name(match[1]):
                yield match.span(1)
