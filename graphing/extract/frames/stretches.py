"""A sentence that tells more encounters than anybody writes into one (a diary in one line, a text without a stop) is read in stretches.

Each word that tells an encounter is weighed with everybody of its sentence, and against each other such word: where a line of thousands
of letters is one sentence, that would take hours. Nothing of it is left out; a stretch without a subject has that of the one before it,
as a sentence has.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import replace

from graphing.extract.frames.cues import Cue, find_cues
from graphing.extract.frames.own_clause import COORDINATE
from graphing.model import Sentence, Token

# So many cues one sentence may have; of 10,628 sentences of the press none has more than 5, and none is longer than 277 characters.
MOST_CUES = 24
LONG = 600


def in_stretches(text: str, sentences: Sequence[Sentence]) -> list[Sentence]:
    """The sentences, in order, those of too many cues cut where a clause or the item of a list ends."""
    return [stretch for sentence in sentences for stretch in ([sentence] if _is_short(sentence) else _cut(text, sentence))]


def _is_short(sentence: Sentence) -> bool:
    return sentence.end - sentence.start <= LONG


def _cut(text: str, sentence: Sentence) -> list[Sentence]:
    cues = sorted(find_cues(text, sentence.start, sentence.end), key=lambda cue: cue.start)
    found: list[Sentence] = []
    tokens = sentence.tokens
    while len(cues) > MOST_CUES:
        count = _border(tokens, cues)
        if count == 0:
            break
        found.append(_of(sentence, tokens[:count]))
        tokens = tokens[count:]
        cues = [cue for cue in cues if cue.start >= tokens[0].start]
    return [*found, _of(sentence, tokens)] if found else [sentence]


def _of(sentence: Sentence, tokens: tuple[Token, ...]) -> Sentence:
    return replace(sentence, start=tokens[0].start, end=tokens[-1].end, tokens=tokens)


def _border(tokens: Sequence[Token], cues: Sequence[Cue]) -> int:
    """How many tokens the first stretch has: up to where a clause, or else the item of a list, ends behind one of its later cues; where
    nothing does, up to the next cue. 0 where there is no border at all."""
    for ends in (_ends_clause, _ends_item, _joins):
        for last in range(MOST_CUES - 1, MOST_CUES // 2, -1):
            border = _between(tokens, cues[last], cues[last + 1], ends)
            if border is not None:
                return border
    border = bisect_left(tokens, cues[MOST_CUES].start, key=_start)
    return border if border < len(tokens) else 0


def _between(tokens: Sequence[Token], cue: Cue, following: Cue, ends: Callable[[Token], bool]) -> int | None:
    """How many tokens stand before the first border between two cues, None where there is none."""
    # the ending of a verb may be fused with its stem: 만나
    first = bisect_left(tokens, cue.end - 1, key=_start)
    for index in range(first, bisect_left(tokens, following.start, key=_start)):
        if ends(tokens[index]) and tokens[index].end <= following.start:
            stop = index + 1 < len(tokens) and tokens[index + 1].tag == "SP"
            return index + 1 + stop
    return None


def _ends_clause(token: Token) -> bool:
    return token.tag == "EC" and token.form in COORDINATE


def _ends_item(token: Token) -> bool:
    return token.tag == "SP"


def _joins(token: Token) -> bool:
    return token.tag == "EC"


def _start(token: Token) -> int:
    return token.start
