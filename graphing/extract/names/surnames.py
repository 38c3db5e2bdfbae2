"""The full name behind a surname: 장 위원장, where the article has 장다온 중국 전인대 상무위원장 and the tagger passed it over."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from graphing.extract.names.tagger import Guess
from graphing.extract.names.tagger_lexicons import surname_of

REACH = 30  # characters between a name and its title: 장다온 중국 전국인민대표대회 상무위원장
FIRM = 0.8


def with_full_names(text: str, guesses: Sequence[Guess], title_at: Mapping[int, int]) -> list[Guess]:
    """The guesses and the full names of those whom the article otherwise has by surname and title alone; sorted.

    ``title_at``: where titles begin and end. A full name is a word of that surname, not read yet, with the same title behind it
    in its sentence and no other name in between.
    """
    people = [text[guess.start : guess.end] for guess in guesses if guess.kind == "person"]
    known = {surname_of(form) for form in people if len(form) > 1}
    lone: dict[str, set[str]] = {}
    for guess in guesses:
        form = text[guess.start : guess.end]
        if guess.kind == "person" and len(form) == 1 and form not in known and surname_of(form) and guess.end + 1 in title_at:
            lone.setdefault(form, set()).add(text[guess.end + 1 : title_at[guess.end + 1]])
    if not lone:
        return list(guesses)
    found = list(guesses)
    taken = bytearray(len(text))
    for guess in guesses:
        taken[guess.start : guess.end] = (b"\x01" if guess.kind == "person" else b"\x02") * (guess.end - guess.start)
    for surname, titles in lone.items():
        for match in re.finditer(rf"(?<![가-힣A-Za-z]){surname}[가-힣]{{1,2}}(?= )", text):
            start, end = match.span()
            if any(taken[start:end]) or not _titled(text, end, titles, title_at, taken):
                continue
            found.append(Guess(start, end, "person", FIRM))
            taken[start:end] = b"\x01" * (end - start)
            break
    return sorted(found)


def _titled(text: str, start: int, titles: set[str], title_at: Mapping[int, int], taken: bytearray) -> bool:
    for place in range(start, min(len(text), start + REACH)):
        if text[place] in '.\n,“”"' or taken[place] == 1:
            return False
        if place in title_at:
            return text[place : title_at[place]].endswith(tuple(titles))
    return False
