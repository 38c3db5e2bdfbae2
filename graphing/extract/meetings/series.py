"""Encounters of two told one after another: 'A와 B가 만난 것은 이번까지 모두 다섯 차례다. 3월 2일에는 점심을 했고, 올해는 조찬을 했다.'

Once a sentence has counted how often two met, the next sentences of its paragraph name neither; a date and a meal are enough. By
themselves such clauses are too bare to be believed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graphing.extract.frames.telling import Telling

_NUMBER = r"(?:두|세|네|다섯|여섯|일곱|여덟|아홉|열|\d{1,2}) ?(?:번|차례|회)"
_MET = r"(?:만남|회동|만난 것|얼굴을 (?:맞댄|마주한) 것|마주 앉은 것|자리를 함께한 것)"
COUNTED = re.compile(
    rf"(?:모두|총|이번까지|지금까지|이제까지|그동안|벌써|지난해에만|올해만|올해에만) (?:[가-힣]+ ){{0,3}}?{_NUMBER}"
    r"(?:다|였다|이다|이나|에 이른다|째다|째였다|째이다|을? 만났)|"
    rf"{_NUMBER}(?:째)? (?:만났다|만난다|회동했다|마주 앉았다|만난 바 있다|만난 적이 있다|만남을 가졌다|회동을 가졌다)|"
    rf"{_MET}[은이] [^.]{{0,24}}?{_NUMBER}째?(?:다|이다|였다|가 된다|를 넘는다)"
)
DATED = re.compile(r"\d{1,4}[년월일]|지난해|작년|올해|올 |같은 달|이달|지난달|그해|이듬해")
# How many they are who are counted.
TWO = 2
# How sure a dated clause of such a list is, at least.
LISTED = 0.9


def in_series(text: str, told: Sequence[Telling]) -> list[Telling]:
    """The tellings of an article in their order, those surer that are of a list of encounters of the two who are counted before.

    The sentence that counts tells none of its own where the list follows.
    """
    found: list[Telling] = []
    pair: frozenset[str] = frozenset()
    counting: list[Telling] = []
    paragraph = -1
    for one in told:
        sentence = one.scene.sentence
        if sentence.paragraph != paragraph:
            pair, counting, paragraph = frozenset(), [], sentence.paragraph
        dated = DATED.search(text, sentence.start, one.cue.start) is not None
        if pair and dated and frozenset(one.names) == pair and not one.orgs and not one.part:
            found = [other for other in found if other not in counting]
            counting = []
            found.append(replace(one, certainty=max(one.certainty, LISTED)))
            continue
        found.append(one)
        if len(one.names) == TWO and not one.orgs and COUNTED.search(text, sentence.start, sentence.end):
            pair = frozenset(one.names)
            # '만남은 지난해 1월과 6월에 이어 세 번째다' tells those two.
            if not DATED.search(text, sentence.start, sentence.end):
                counting.append(one)
    return found
