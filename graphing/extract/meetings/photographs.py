"""Rows of people in photographs that tell no encounter themselves, and the encounter at which they were taken.

'(왼쪽부터) A 회장, B 사장, C 시장. 가람시 제공' below an article in which A is told to have met C.
"""

from __future__ import annotations

from collections.abc import Sequence

from graphing.extract.frames.linking import ROW
from graphing.extract.frames.telling import Reading
from graphing.extract.meetings.encounters import Encounter
from graphing.model import Span

# A row of two may be two portraits.
IN_ROW = 3
# So many of a row must be told to have met before the others are held to have been there.
TOLD = 2
# The tags of what makes a sentence: verbs, adjectives, what makes a verb of a noun.
PREDICATES = ("VV", "VA", "VX", "VC", "XSV", "XSA")


def is_portrait(reading: Reading) -> bool:
    """Whether a caption says who is shown and not what they do: '민도영 한빛전자 회장. 사진=한빛전자'."""
    at = reading.scene
    return at.caption and not reading.cues and not any(token.tag.startswith(PREDICATES) for token in at.sentence.tokens)


def rows(text: str, readings: Sequence[Reading]) -> list[Reading]:
    """The sentences that are but a photograph's row of named people."""
    found = []
    for reading in readings:
        sentence = reading.scene.sentence
        named = {reference.names for reference in reading.references if reference.kind == "name"}
        if reading.cues or reading.scene.headline or reading.english or len(named) < IN_ROW:
            continue
        if ROW.search(text, sentence.start, sentence.end):
            found.append(reading)
    return found


def with_photographed(text: str, encounters: Sequence[Encounter], readings: Sequence[Reading]) -> None:
    """Adds to the one encounter that took place, of which a row shows two or more people, the others of the row.

    Where it may show one encounter or another, or one of a relay (차례로 만났다), it is left open.
    """
    held = [one for one in encounters if one.status == "held" and not one.recalled]
    for reading in rows(text, readings):
        named = [reference for reference in reading.references if reference.kind == "name"]
        shown = {name for reference in named for name in reference.names}
        common = sorted(((len(shown & set(one.names)), index) for index, one in enumerate(held)), reverse=True)
        if not common or common[0][0] < TOLD or (len(common) > 1 and common[1][0] == common[0][0]):
            continue
        encounter = held[common[0][1]]
        if encounter.relay is not None or shown <= set(encounter.names):
            continue
        for reference in named:
            for name in reference.names:
                encounter.attendants.setdefault(name, Span(reference.start, reference.end))
        encounter.attended.append(Span(reading.scene.sentence.start, reading.scene.sentence.end))
