"""Whether what is called off in the sentence after a plan is an encounter of others: 'A는 10일 B와 만난다. C와 D의 4일 회동은 취소됐다'."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from graphing.extract.frames.cues import dropped_at
from graphing.model import Mention, Sentence

# From a person to the noun of the encounter: 'A 회장과의 4일 회동', and not 'A 회장의 반대로 회동이'.
_WHOSE = re.compile(r"[^.,“”]{0,24}?(?:[과와]의|의|[과와]) (?:[^\s.,“”]*[^\s.,“”은는이가을를로에도] ){0,3}")
# From a person to the next one of the same side or pair: 'A 회장과 B 회장의', 'A·B 두 회장의'.
_AND = re.compile(r"[^.,“”]{0,24}?(?:[과와,·]|(?<=[가-힣]) 및) ?")
# Who calls something off: 'C 회장은 A 회장과의 회동을 취소했다'.
_SUBJECT = re.compile(r"[^.,“”]{0,24}?(?:은|는|이|가) ")
_OBJECT = re.compile(r"[가-힣]*[을를] ")


def calls_off_others(text: str, sentence: Sentence, named: Sequence[tuple[Mention, str]], known: Collection[str]) -> bool:
    """Whether ``sentence`` names an encounter that came to nothing, and says that it was that of somebody who is not ``known``.

    ``named``: its mentions of people with their names, in order; ``known``: the names of those who are to meet, and of whom their sentence
    speaks. False where it does not say whose encounter it was.
    """
    noun = dropped_at(text[sentence.start : sentence.end])
    if noun is None:
        return False
    at = sentence.start + noun
    before = [(mention, name) for mention, name in named if mention.end <= at]
    if not before or not _WHOSE.fullmatch(text, before[-1][0].end, at):
        return False
    whose, first = [before[-1][1]], len(before) - 1
    while first and _AND.fullmatch(text, before[first - 1][0].end, before[first][0].start):
        first -= 1
        whose.append(before[first][1])
    if _OBJECT.match(text, at) and first and _SUBJECT.match(text, before[first - 1][0].end):
        whose.append(before[first - 1][1])
    return not set(whose) <= set(known)
