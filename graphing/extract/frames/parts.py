"""The parts of a sentence that tell an encounter each: 'A는 B와 면담했으며, / C는 D를 만났다', 'A는 B를 만난 데 이어 / C와 회동했다'.

Each is read as a sentence of its own. A part without a subject has that of the part before it, and none of its partners.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from graphing.extract.frames.arguments import argument_features
from graphing.extract.frames.clauses import Predicate, clauses
from graphing.extract.frames.cues import Cue
from graphing.extract.frames.linking import ANAPHOR, Scene, inside, scene
from graphing.extract.frames.listing import with_groups
from graphing.extract.frames.own_clause import ADNOMINAL, WITH_PARTNER, sets_apart, verb_of
from graphing.extract.frames.phrases import Reference, bare
from graphing.extract.frames.relays import is_relay
from graphing.extract.frames.sides import AS_PARTNER, AS_SUBJECT, Side
from graphing.extract.frames.telling import Links
from graphing.model import Sentence, Token

# Kinds that tell an encounter with those whom their clause names as partners.
ENCOUNTERS = WITH_PARTNER | {"face", "event"}
# What is done with, or for, those who are there already: 'B와 간담회를 열고 C를 소개했다'.
ON_THE_SPOT = frozenset({"안내", "데려", "건네", "맞바꾸"})
PARTNERS = frozenset({"와", "를", "에게", "와를", "와도", "와는"})
SUBJECTS = frozenset({"는", "가", "도"})
# How sure it is that whom a part names as its subject takes part, where the model links nobody.
NAMED = 0.5
# What is no subject though it is a topic: '오늘은 C와 면담했다', '4일은'.
TIMES = frozenset({"오늘", "어제", "내일", "이날", "전날", "이튿날", "다음날", "날", "일", "월", "해", "주", "올해", "지난해", "이번"})
DAY = re.compile(r"(?:지난|오는) ?(?:\d|주|달|해|봄|여름|가을|겨울|[월화수목금토일]요일)")
# What joins two parts and belongs to neither: '만난 데 / 이어', '만났고, /'.
BETWEEN = re.compile(r"(?: ?(?:뒤|후|직후|다음|데)(?:에)?(?![가-힣]))?(?: 이어(?:서)?(?=[, ]))?[,，]? *")
WHEN_NOUN = re.compile(r" ?(?:뒤|후|직후|다음|데)(?![가-힣])")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a sentence with what stands in it; ``own``: whether it has a subject of its own, ``told``: whether its words alone say
    whether its encounter took place (만났고, and not 만나고)."""

    sentence: Sentence
    cues: tuple[Cue, ...]
    references: tuple[Reference, ...]
    sides: tuple[Side, ...]
    own: bool = True
    told: bool = True


def parts_of(text: str, at: Scene, cues: Sequence[Cue], references: Sequence[Reference], sides: Sequence[Side]) -> list[Part]:
    """The parts of a sentence, in order; one of all of it where it does not tell two encounters of clauses that are set apart."""
    whole = Part(at.sentence, tuple(cues), tuple(references), tuple(sides))
    if at.headline or sum(cue.kind in ENCOUNTERS for cue in cues) < 2:
        return [whole]
    borders = _borders(text, at)
    parts, rest = [], whole
    for place in sorted({*(reference.start for reference in references), *(side.words.start for side in sides)}):
        border = next((one for one in reversed(borders) if rest.sentence.start < one.end <= place), None)
        if border is None:
            continue
        before, after = _cut(text, rest, border)
        if _tells(before) and _is_another(text, before, after):
            parts.append(before)
            rest = after
    return [*parts, rest]


def scene_of(text: str, at: Scene, part: Part, *, serial: bool) -> Scene:
    """The scene of a part of the sentence of ``at``; ``serial`` where what stands before the sentence makes it a relay."""
    read = clauses(part.sentence.tokens)
    return scene(
        text,
        part.sentence,
        headline=at.headline,
        caption=at.caption,
        first=at.first,
        sides=bool(part.sides),
        hosted=any(side.particle in AS_SUBJECT for side in part.sides),
        serial=serial or is_relay(text, part.sentence),
        off=at.off,
        clauses=read,
        arguments={cue.start: argument_features(part.sentence, read, cue, part.references) for cue in part.cues},
    )


def with_heirs(links: Links, heirs: Links, *, alone: bool) -> Links:
    """The links of a part without a subject, and before them those of the subject that it has from the part before it.

    ``alone``: whether it has a partner though nobody is linked.
    """
    known = {name for reference, _ in links for name in reference.names}
    if not (links or alone) or any(reference.kind == "carried" or bare(reference.group) in SUBJECTS - {"도"} for reference, _ in links):
        return links
    return (*(link for link in heirs if known.isdisjoint(link[0].names)), *links)


def heirs_of(links: Links) -> Links:
    """Those of some links who are the subject of the next part where that has none."""
    subjects = tuple(link for link in links if bare(link[0].group) in SUBJECTS - {"도"})
    return subjects or tuple(link for link in links if link[0].kind == "carried") or tuple(link for link in links if link[0].group == "도")


def meant_in(at: Scene, part: Part, heirs: Links, carried: Sequence[Reference]) -> Sequence[Reference]:
    """Those whom a part may mean without naming them, of ``carried`` or of its ``heirs``; nobody where a later part has its subject."""
    if heirs:
        return [one for one, _ in heirs if one.kind == "carried"]
    return () if part.own and part.sentence.start > at.sentence.start else carried


def subject_of(part: Part) -> Links:
    """The subject that a part names before what it tells, where no cue links anybody."""
    cue = next((cue for cue in part.cues if cue.kind in ENCOUNTERS), None)
    named = [one for one in part.references if cue is not None and one.end <= cue.start and bare(one.group) in ("는", "가")]
    return tuple((one, NAMED) for one in named[-1:])


def _borders(text: str, at: Scene) -> list[Predicate]:
    found = at.clauses
    return [
        predicate
        for index, predicate in enumerate(found.predicates)
        if predicate.kind in ("joined", "other")
        and sets_apart(found, index)
        and not inside(predicate.start, at.quotes)
        and (predicate.ending not in ADNOMINAL or WHEN_NOUN.match(text, predicate.end))
    ]


def _cut(text: str, rest: Part, border: Predicate) -> tuple[Part, Part]:
    """What stands before a border and after it."""
    sentence = rest.sentence
    noun = WHEN_NOUN.match(text, border.end)
    end = noun.end() if noun else border.end
    joint = BETWEEN.match(text, border.end)
    start = max(end, joint.end() if joint else end)
    first = bisect_left(sentence.tokens, start, key=_start)
    last = bisect_left(sentence.tokens, end, key=_start)
    before, after = (
        Part(
            replace(sentence, start=low, end=high, tokens=sentence.tokens[slice(*tokens)]),
            tuple(cue for cue in rest.cues if low <= cue.start < high),
            _in_lists(text, rest, low, high),
            tuple(side for side in rest.sides if low <= side.words.start < high),
            own,
        )
        for low, high, tokens, own in ((sentence.start, end, (0, last), rest.own), (start, sentence.end, (first, None), True))
    )
    return replace(before, told=border.past), replace(after, own=_has_subject(text, after))


def _in_lists(text: str, rest: Part, low: int, high: int) -> tuple[Reference, ...]:
    """The references in low…high with the markers of their own lists: B is no partner of C's in 'B와 오찬을 했고, C가'."""
    here = [replace(one, group=one.marker) for one in rest.references if low <= one.start < high]
    return tuple(with_groups(text, here, rest.sentence.tokens))


def _start(token: Token) -> int:
    return token.start


def _tells(part: Part) -> bool:
    return any(_is_whole(part, cue) for cue in part.cues)


def _is_whole(part: Part, cue: Cue) -> bool:
    """Whether a cue tells of an encounter whose partners, or two subjects, stand before it in its part."""
    if cue.kind not in ENCOUNTERS:
        return False
    before = [reference for reference in part.references if reference.end <= cue.start]
    partners = any(bare(reference.group) in PARTNERS for reference in before)
    subjects = {name for reference in before if bare(reference.group) in SUBJECTS for name in reference.names}
    sides = any(side.words.end <= cue.start and side.particle in AS_PARTNER for side in part.sides)
    return partners or sides or len(subjects) > 1


def _is_another(text: str, before: Part, after: Part) -> bool:
    """Whether what stands after a border tells of another encounter than what stands before it."""
    if ANAPHOR.search(text[after.sentence.start : after.sentence.start + 40]):
        return False
    cue = next((cue for cue in after.cues if cue.kind in ENCOUNTERS and not _is_aside(after, cue)), None)
    if cue is None or cue.stem in ON_THE_SPOT or not _is_whole(after, cue):
        return False
    partners = {name for reference in after.references if reference.start < cue.start for name in reference.names}
    there = {name for reference in before.references for name in reference.names}
    if after.own:
        return bool(after.sides) or not partners <= there
    # 'B를 만나고 C와 식사한 A는 …': who did both is named behind both.
    later = any(bare(reference.group) in ("는", "가") for reference in after.references)
    return partners.isdisjoint(there) and (not later or _has_subject(text, before))


def _is_aside(part: Part, cue: Cue) -> bool:
    """Whether what a cue tells only describes somebody: 'C를 만난 D가 뒤를 따랐다'."""
    found = clauses(part.sentence.tokens)
    own = verb_of(found, cue)
    if own >= len(found.predicates) or found.predicates[own].kind != "relative":
        return False
    following = found.predicates[own + 1].start if own + 1 < len(found.predicates) else part.sentence.end
    return any(found.predicates[own].end <= reference.start < following for reference in part.references)


def _has_subject(text: str, part: Part) -> bool:
    """Whether a part has a subject of its own before what it first tells: a name, or a noun that is none."""
    cue = next((cue for cue in part.cues if cue.kind in ENCOUNTERS), None)
    if cue is None:
        return True
    before = [reference for reference in part.references if reference.end <= cue.start]
    partnered = any(bare(reference.group) in PARTNERS for reference in before) or bool(part.sides)
    if any(bare(reference.group) == "도" and partnered for reference in before):
        return True
    read = clauses(part.sentence.tokens)
    # '지난 7일' is a day, and closes off no subject.
    open_to = replace(
        read,
        predicates=tuple(one for one in read.predicates if not DAY.match(text, one.start)),
        subjects=tuple(one for one in read.subjects if one[2] not in TIMES),
    )
    own = open_to.after(cue.start)
    named = any(bare(one.marker) in ("는", "가") and not open_to.closed(one.phrase_end, bare(one.marker), own) for one in before)
    return named or open_to.own(cue.start, part.sentence.start, cue.start) is not None
