"""The units that the name tagger labels: Kiwi's tokens, cut further where a title begins or ends inside one.

Kiwi's token borders hold 99 % of the borders of names (우리은행장 is cut into 우리은행 and 장 by the title), so a label for
every token is enough, even where Kiwi splits a name (정신+아, 이+복+현).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from graphing.model import Sentence

ENDINGS = frozenset({"EP", "EF", "EC", "ETM", "ETN", "VX", "VX-R", "VX-I"})
PREDICATES = ENDINGS | {"VV", "VA", "VV-R", "VV-I", "VA-R", "VA-I", "XSV", "XSA", "XSA-R", "XSA-I", "VCP", "VCN"}


class Unit(NamedTuple):
    """text[start:end] == form, but every dot between words is '·'; ``tag`` is Kiwi's.

    ``gap`` is what stands before: '' nothing, 's' a blank, 'n' a line break.
    """

    start: int
    end: int
    form: str
    tag: str
    gap: str


def units(text: str, sentence: Sentence, cuts: Sequence[int]) -> list[Unit]:
    """The units of a sentence, in order and non-overlapping. ``cuts``: ascending offsets at which a token is divided.

    A predicate and its endings are one unit, and so are a number and what it counts.
    """
    found: list[Unit] = []
    last = sentence.start
    index = bisect_left(cuts, sentence.start)
    size = len(cuts)
    for token in sentence.tokens:
        start = token.start if token.start > last else last
        end = token.end
        tag = token.tag
        if end <= start:
            continue
        if start == last and found and ((tag in ENDINGS and found[-1].tag in PREDICATES) or (tag == "NNB" and found[-1].tag == "SN")):
            before = found[-1]
            found[-1] = Unit(before.start, end, text[before.start : end], before.tag if tag == "NNB" else tag, before.gap)
            last = end
            continue
        gap = "" if start == last else "n" if "\n" in text[last:start] else "s"
        while index < size and cuts[index] <= start:
            index += 1
        while index < size and cuts[index] < end:
            cut = cuts[index]
            found.append(Unit(start, cut, text[start:cut], tag, gap))
            start, gap = cut, ""
            index += 1
        found.append(Unit(start, end, token.form if tag == "SP" else text[start:end], tag, gap))
        last = end
    return found


def borders(titles: Sequence[tuple[int, int]]) -> list[int]:
    """The offsets at which tokens are cut: where titles begin and end."""
    return sorted({offset for pair in titles for offset in pair})
