"""Whom a list of guests leaves unsaid: its host, and nobody of whom the text has only spoken since it told the event.

'A는 간담회를 열었다. 경쟁사의 C 대표는 출장 중이다. 이 자리에는 B가 참석했다': the model that links would take up C, whom the last
sentence was about.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graphing.extract.frames.cues import Cue
from graphing.extract.frames.linking import AT_WHICH, Scene
from graphing.extract.frames.references import Reference
from graphing.extract.frames.telling import Telling
from graphing.model import Person, Sentence

# So many sentences after an event may say who came to it.
REACH = 6
# Kinds of words that name what somebody came to: '만찬에는', '간담회에는'.
OF_A_NAME = frozenset({"meal", "talk", "sign", "event"})


def named_first(people: Sequence[Person]) -> dict[str, int]:
    """By name, where in the text somebody is first named."""
    return {person.name: min(mention.start for mention in person.mentions) for person in people if person.mentions}


def without_strangers(
    text: str,
    at: Scene,
    cues: Sequence[Cue],
    carried: Sequence[Reference],
    told: Sequence[Telling],
    sentences: Sequence[Sentence],
    index: int,
    first: Mapping[str, int],
    *,
    named: bool,
) -> list[Reference]:
    """Those whom a sentence may mean without naming them, without those who are first named after what its guests came to was told, or,
    where it names nobody, after it.

    ``told`` are the tellings so far, ``index`` is the sentence's, ``first`` is where people are first named; ``named``: whether it names
    somebody itself.
    """
    if not named:
        carried = [one for one in carried if any(first.get(name, 0) < sentences[index].end for name in one.names)]
    if not carried or not _tells_guests(text, at, cues):
        return list(carried)
    event = next((one.index for one in reversed(told) if one.index < index), None)
    if event is None or index - event > REACH:
        return list(carried)
    end = sentences[event].end
    return [one for one in carried if any(first.get(name, 0) < end for name in one.names)]


def _tells_guests(text: str, at: Scene, cues: Sequence[Cue]) -> bool:
    """Whether a sentence tells who came to what was told before: '이 자리에는 …', '간담회에는 …', '참석자는 …'."""
    if any(cue.kind == "attend" for cue in cues):
        return True
    return at.anaphoric or any(cue.kind in OF_A_NAME and AT_WHICH.match(text, cue.end) for cue in cues)
