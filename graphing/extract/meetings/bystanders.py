"""Who is only named between an event and those who came to it: 'A는 간담회를 열었다. C는 신제품을 공개했다. ◇참석자 △B …'."""

from __future__ import annotations

from collections.abc import Sequence

from graphing.extract.frames.linking import ROW
from graphing.extract.frames.own_clause import OF_ALL, is_of_last
from graphing.extract.frames.references import Reference
from graphing.extract.frames.telling import Reading
from graphing.extract.meetings.encounters import Encounter
from graphing.extract.meetings.rolls import names_side

PAIR = 2
# The features of one who is named alone, where no group of people is told to be met, in a sentence of which the words that the model knows
# tell no encounter, nor who else was there.
ALOOF = frozenset({"nocue", "an,also=0,0", "many=0,1"})
# Particles of the subject of a clause of its own.
ALONE = frozenset({"는", "가"})


def is_aloof(text: str, reading: Reading, reference: Reference, features: Sequence[str]) -> bool:
    """Whether a sentence speaks of no encounter, nor of who else was there, nor of anybody else."""
    if any(not set(one.names) <= set(reference.names) for one in reading.references):
        return False
    row = ROW.search(text, reading.scene.sentence.start, reading.scene.sentence.end)
    return ALOOF.issubset(features) and row is None and not names_side(text, reading, reference)


def only_between(encounter: Encounter, reading: Reading, *, some: bool) -> bool:
    """Whether a sentence that speaks of no encounter stands between what one held and those who came to it.

    ``some``: whether another sentence says that some came.
    """
    start = reading.scene.sentence.start
    before = {name for one in encounter.tellings if one.telling.scene.sentence.start <= start for name in one.telling.names}
    return len(before) < PAIR and (some or len(encounter.told) >= PAIR)


def is_of_first_clause(encounter: Encounter, reading: Reading, reference: Reference, index: int) -> bool:
    """Whether somebody is the subject of a clause before the one of sentence ``index`` whose subject alone is told: 'A는 출국했고, B는
    공장을 둘러봤다'."""
    here = [dated.telling for dated in encounter.tellings if dated.telling.index == index]
    if reference.marker not in ALONE or len(encounter.told) > 1 or any(one.cue.kind in OF_ALL for one in here):
        return False
    subjects = [link.start for one in here for link, _ in one.links if link.marker in ALONE]
    return any(is_of_last(reading.scene.clauses, reference.start, start, reading.cues) for start in subjects)
