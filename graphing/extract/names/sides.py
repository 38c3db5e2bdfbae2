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


def with_people(text: str, proper: Mapping[int, Token], known: Collection[Guess]) -> Iterator[Guess]:
    """The proper nouns that are bodies by the people behind them. ``proper``: ``proper_nouns`` of the sentences; ``known``: the guesses,
    where a name that is none of them is left as it is."""
    people = {guess.start for guess in known if guess.kind == "person"}
    for start, token in proper.items():
        if _PEOPLE.match(text, token.end) and _is_body(text, start, proper, people):
            yield Guess(start, token.end, "organization", SURENESS)


def _is_body(text: str, start: int, proper: Mapping[int, Token], people: Collection[int]) -> bool:
    """Whether a proper noun that is a whole word, no place and nobody's name stands at ``start``."""
    token = proper.get(start)
    return token is not None and not text[start - 1 : start].isalnum() and start not in people and not is_place(token.form)
