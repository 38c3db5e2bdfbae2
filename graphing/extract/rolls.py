"""Lists of those who came: below what they came to, in the sentence after it, in the row of a photograph."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from graphing.extract.discourse import BULLET
from graphing.extract.encounters import Encounter
from graphing.extract.linking import ABSENT, ROW
from graphing.extract.references import Reference
from graphing.extract.telling import Reading

# So many sentences after the one that tells an encounter a list of its own may say who came.
REACH_ON = 4
# A line of a list of those who came: '△한결 콩알 대표'.
ROLL = re.compile(r"참석|명단|간담회|회동|만찬|오찬|조찬|회의|모임|자리")
# 'A 회장을 비롯해 B 회장, C 사장입니다': a sentence that is a list.
IS_LIST = re.compile(r"(?:등)?(?:이|입니)?(?:다|었다|었습니다)[.…”\"]*\s*$")
LISTED = 3


def before_list(text: str, readings: Sequence[Reading], index: int) -> int | None:
    """The sentence that a line of a list of names hangs on: the one before the list's first line; None where it is no such line."""
    place = index
    while place >= 0 and BULLET.match(text, readings[place].scene.sentence.start):
        place -= 1
    return place if 0 <= place < index else None


def listed_below(text: str, readings: Sequence[Reading], reading: Reading, encounter: Encounter) -> bool:
    """Whether a sentence is a line of a list of names below one that tells an encounter, or below one after it that says who came."""
    if not BULLET.match(text, reading.scene.sentence.start):
        return False
    host = before_list(text, readings, bisect_left(readings, reading.scene.sentence.start, key=lambda one: one.scene.sentence.start))
    if host is None:
        return False
    above = readings[host].scene.sentence
    # '참석자는 다음과 같다' may stand some sentences below what they came to.
    reach = REACH_ON if any(cue.kind == "attend" for cue in readings[host].cues) else 2
    told = any(0 <= host - dated.telling.index <= reach for dated in encounter.tellings)
    return told and ROLL.search(text, above.start, above.end) is not None


def listed_next(text: str, readings: Sequence[Reading], reading: Reading, encounter: Encounter) -> bool:
    """Whether a sentence is but a list, and the one before it says that so many came: '16명이 참석했다. A 회장, B 회장, C 사장이다'."""
    index = bisect_left(readings, reading.scene.sentence.start, key=lambda one: one.scene.sentence.start)
    names = [reference for reference in reading.references if reference.kind == "name"]
    if index == 0 or reading.cues or len(names) < LISTED:
        return False
    if not any(0 <= index - 1 - told <= REACH_ON for told in encounter.indexes):
        return False
    above = readings[index - 1]
    start, end = above.scene.sentence.start, above.scene.sentence.end
    if above.references or ABSENT.search(text, start, end) or ROLL.search(text, start, end) is None:
        return False
    return IS_LIST.fullmatch(text, names[-1].phrase_end, reading.scene.sentence.end) is not None


def in_row(text: str, reading: Reading, reference: Reference, features: Sequence[str]) -> bool:
    """Whether somebody stands in a photograph's row that belongs to the encounter told in or just before the same sentence."""
    row = ROW.search(text, reading.scene.sentence.start, reference.start)
    return row is not None and reference.kind == "name" and bool({"d=same", "d=1", "d=back"} & set(features))
