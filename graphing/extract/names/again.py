"""Organisations once more: where the article has the name of one that it tells somewhere else, and where it has what shortens it.

The tagger and the forms of the press hear of a name where its neighbours tell it (부품업체 한들부품); where they do not
(한들부품에서는 최다온 대표가) the name itself has to.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from graphing.extract.names.consistency import missed
from graphing.extract.names.foreign import is_place
from graphing.extract.names.generic import generic_words
from graphing.extract.names.people import ordinary
from graphing.extract.names.tagger import Guess
from graphing.extract.names.tagger_lexicons import listed_names, ordinary_names
from graphing.extract.names.told import is_company

FIRM = 0.8
# What only an organisation has or does: 다온에서는 최하람 대표가, 다온 측, 다온을 이끄는, 다온 본사.
_ACTS = re.compile(
    r"(?:에서는|에선) | ?[측쪽](?:[은의도이]|에서|[ ,])|[을를] (?:이끄는|이끌|세운|창업한|설립한|경영하)"
    r"| (?:본사|관계자|주가|주식|지분|노조|대표단|경영진|회장단|임원|임직원|청사)(?![가-힣]{2})"
)
# The chamber of commerce that an article means: 상의 회장, 상의에서는; not 상의했다.
_CHAMBER = re.compile(
    r"(?<![가-힣])상의(?=회관| 회관| (?:전 |신임 )?(?:명예|상근|수석)?부?회장|에서는 |에선 |에서 |에 따르면|에는 |서 |의 |로 "
    r"| ?[측쪽](?:[은의도이]|에서|[ ,])| (?:관계자|회장단|고위|찾은|방문한|간 )|[를을] (?:찾|방문|이끄|이끌)"
    r"|[·,] ?[가-힣A-Z]{2,8}(?:협|총|련|연)(?![가-힣]))"
)
_CHAMBERS = ("상공회의소", "상의")


def once_more(text: str, guesses: Sequence[Guess], title_starts: Collection[int]) -> list[Guess]:
    """The guesses with those places of their organisations; sorted and not overlapping. ``title_starts``: where titles begin."""
    firms = [guess for guess in guesses if guess.kind == "organization"]
    if not firms:
        return list(guesses)
    taken = bytearray(len(text))
    for guess in guesses:
        taken[guess.start : guess.end] = b"\x01" * (guess.end - guess.start)
    found = [*guesses, *(one for one in _chambers(text, firms) if not any(taken[one.start : one.end]))]
    people = {guess.start: text[guess.start : guess.end] for guess in guesses if guess.kind == "person"}
    return sorted((*found, *_elsewhere(text, firms, people, title_starts, taken)))


def _elsewhere(
    text: str, firms: Sequence[Guess], people: Mapping[int, str], title_starts: Collection[int], taken: bytearray
) -> Iterator[Guess]:
    """Where organisations stand unread: all places of one that is listed, ends like a company or is told oftener than not, and those
    where only an organisation can be.
    """
    told = Counter(text[guess.start : guess.end] for guess in firms)
    names = set(people.values())
    forms = [form for form in told if len(form) > 1 and form not in names and not _is_word(form)]
    for form, places in missed(text, forms, taken).items():
        acting = [start for start in places if _acts(text, start + len(form), title_starts)]
        known = form in listed_names()[0] and form not in ordinary_names()
        sure = (len(form) > 3 and (known or is_company(form))) or len(places) <= told[form] + len(acting)
        yield from (Guess(start, start + len(form), "organization", FIRM) for start in (places if sure else acting))


def _is_word(form: str) -> bool:
    return is_place(form) or form in generic_words() or form in ordinary()


def _acts(text: str, end: int, title_starts: Collection[int]) -> bool:
    """Whether what ends at ``end`` acts or has a head right behind it: 다온 회장."""
    return _ACTS.match(text, end) is not None or end + 1 in title_starts


def _chambers(text: str, firms: Sequence[Guess]) -> Iterator[Guess]:
    """상의 in an article on a chamber of commerce."""
    if "상의" in text and any(text.endswith(_CHAMBERS, guess.start, guess.end) for guess in firms):
        yield from (Guess(*match.span(), "organization", FIRM) for match in _CHAMBER.finditer(text))
