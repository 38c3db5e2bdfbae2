"""Bodies told by their people alone: '화이자 임원들과 만났다', '머크, 지멘스 경영진을 각각'.

A proper noun right before the people of a body, who are met or called, is that body; so are those listed before it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from graphing.extract.names.foreign import is_place
from graphing.extract.names.tagger import Guess
from graphing.model import Token

SURENESS = 0.8
_PEOPLE = re.compile(
    r" (?:고위 |현지 |본사 |핵심 |주요 )?(?:경영진|임원진|임원|고위층|수뇌부|실무진|관계자|대표단)(?:들)?(?:과|와|을|를)(?:도|는)? "
)
_LISTED = re.compile(r"(?<![가-힣A-Za-z])([가-힣A-Za-z]{2,10})(?:, ?|·)$")
# So far before a body another one of the list may begin, at most so many times.
_BACK, _MOST = 14, 8


def with_people(text: str, proper: Mapping[int, Token], known: Collection[Guess]) -> Iterator[Guess]:
    """The proper nouns that are bodies by the people behind them. ``proper``: ``proper_nouns`` of the sentences; ``known``: the guesses,
    where a name that is none of them is left as it is."""
    people = {guess.start for guess in known if guess.kind == "person"}
    for start, token in proper.items():
        if not _PEOPLE.match(text, token.end) or not _is_body(text, start, proper, people):
            continue
        yield Guess(start, token.end, "organization", SURENESS)
        first = start
        for _ in range(_MOST):
            before = _LISTED.search(text, max(0, first - _BACK), first)
            if before is None or not _is_body(text, before.start(1), proper, people) or proper[before.start(1)].end != before.end(1):
                break
            first = before.start(1)
            yield Guess(first, before.end(1), "organization", SURENESS)


def _is_body(text: str, start: int, proper: Mapping[int, Token], people: Collection[int]) -> bool:
    """Whether a proper noun that is a whole word, no place and nobody's name stands at ``start``."""
    token = proper.get(start)
    return token is not None and not text[start - 1 : start].isalnum() and start not in people and not is_place(token.form)
