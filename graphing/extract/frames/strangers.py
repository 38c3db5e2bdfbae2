"""Whom a sentence cannot mean without naming them, although the text was about them before.

A list of guests leaves its host unsaid, and nobody of whom the text has only spoken since it told the event: 'A는 간담회를 열었다.
경쟁사의 C 대표는 출장 중이다. 이 자리에는 B가 참석했다': the model that links would take up C, whom the last sentence was about. What
begins with somebody new is his own story, and so is a photograph.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from graphing.extract.frames.cues import Cue
from graphing.extract.frames.linking import AT_WHICH, Scene, inside
from graphing.extract.frames.phrases import Reference
from graphing.extract.frames.telling import Telling
from graphing.model import Person, Sentence

# So many sentences after an event may say who came to it.
REACH = 6
# What begins another story.
MEANWHILE = re.compile(r"[\s○…·▲]*(?:한편|이와 별도로|이와는 별도로)[ ,]")
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
    references: Sequence[Reference],
) -> list[Reference]:
    """Those whom a sentence may mean without naming them, without those who are first named after what its guests came to was told, or,
    where it names nobody, after it; nobody where it tells another story.

    ``told`` are the tellings so far, ``index`` is the sentence's, ``first`` is where people are first named; ``references`` are those whom
    it speaks of itself.
    """
    if is_of_its_own(text, at, cues, references, first):
        return []
    if not references:
        carried = [one for one in carried if any(first.get(name, 0) < sentences[index].end for name in one.names)]
    if not carried or not _tells_guests(text, at, cues):
        return list(carried)
    event = next((one.index for one in reversed(told) if one.index < index), None)
    if event is None or index - event > REACH:
        return list(carried)
    end = sentences[event].end
    return [one for one in carried if any(first.get(name, 0) < end for name in one.names)]


def is_of_its_own(
    text: str, at: Scene, cues: Sequence[Cue], references: Sequence[Reference], first: Mapping[str, int]
) -> bool:
    """Whether a sentence is about somebody of whom the text has not spoken ('B 사장은 3일 포럼에 참석했다'), or begins another story, and
    does not look back (이 자리에서), or is the caption of a photograph of somebody.

    By left-out writers 192 of 274 whom the model took up beside a new topic had not met it, and beside 한편 5 of 6.
    """
    if at.anaphoric:
        return False
    about = [one for one in references if one.marker in ("는", "가") and not inside(one.start, at.quotes)]
    if at.caption or MEANWHILE.match(text, at.sentence.start):
        return bool(about)
    # '배석한 B 실장은', '간담회를 준비한 B 부회장은': what the text told before says who that is.
    return any(is_new_topic(at, one, first) and not any(cue.start < one.start for cue in cues) for one in about)


def is_new_topic(at: Scene, reference: Reference, first: Mapping[str, int]) -> bool:
    """Whether a sentence is about somebody of whom the text has not spoken before it: 'B 사장은 3일 …'."""
    new = all(first.get(name, 0) >= at.sentence.start for name in reference.names)
    return new and reference.marker == "는" and reference.kind == "name"


def _tells_guests(text: str, at: Scene, cues: Sequence[Cue]) -> bool:
    """Whether a sentence tells who came to what was told before: '이 자리에는 …', '간담회에는 …', '참석자는 …'."""
    if any(cue.kind == "attend" for cue in cues):
        return True
    return at.anaphoric or any(cue.kind in OF_A_NAME and AT_WHICH.match(text, cue.end) for cue in cues)
