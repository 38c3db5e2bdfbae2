"""Who is only named between an event and those who came to it: 'A는 간담회를 열었다. C는 신제품을 공개했다. ◇참석자 △B …'."""

from __future__ import annotations

from collections.abc import Sequence

from graphing.extract.frames.linking import ROW
from graphing.extract.frames.references import Reference
from graphing.extract.frames.telling import Reading
from graphing.extract.meetings.encounters import Encounter

PAIR = 2
# The features of one who is named alone, where no group of people is told to be met, in a sentence of which the words that the model knows
# tell no encounter, nor who else was there.
ALOOF = frozenset({"nocue", "an,also=0,0", "many=0,1"})


def is_aloof(text: str, reading: Reading, reference: Reference, features: Sequence[str]) -> bool:
    """Whether a sentence speaks of no encounter, nor of who else was there, nor of anybody else."""
    if any(not set(one.names) <= set(reference.names) for one in reading.references):
        return False
    row = ROW.search(text, reading.scene.sentence.start, reading.scene.sentence.end)
    return ALOOF.issubset(features) and row is None


def only_between(encounter: Encounter, reading: Reading, *, some: bool) -> bool:
    """Whether a sentence that speaks of no encounter stands between what one held and those who came to it.

    ``some``: whether another sentence says that some came.
    """
    start = reading.scene.sentence.start
    before = {name for one in encounter.tellings if one.telling.scene.sentence.start <= start for name in one.telling.names}
    return len(before) < PAIR and (some or len(encounter.told) >= PAIR)
