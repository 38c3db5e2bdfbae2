"""Who stands in an encounter's sentence and hangs on another verb: 'A가 B와 만나 C를 돕기로 했다', 'A와 B가 만난 사실을 C는 몰랐다'.

Korean puts each verb behind what hangs on it (``clauses``). Where the clause of the encounter has both its sides, whoever is the object,
the subject or the owner in a clause that tells no encounter took no part in it. Of 60 sentences that name three people, of whom two
met, 24 were read as meetings of three before, 5 with this and with what ``turns`` parts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from graphing.extract.frames.clauses import Predicate
from graphing.extract.frames.cues import Cue
from graphing.extract.frames.linking import Scene
from graphing.extract.frames.outsiders import HEAD, HIS, is_with
from graphing.extract.frames.own_clause import verb_of
from graphing.extract.frames.phrases import Reference, bare
from graphing.extract.frames.telling import SUBJECT, Links
from graphing.extract.occasions import OCCASION

# So many must be told to have met without him.
MET = 2
OBJECT = frozenset({"를", "에게"})
# What was said or done on the spot: 'A와 B가 만난 자리에서 C는 …', '옆에서 듣던 C는'.
THERE = re.compile(rf"자리|현장|{OCCASION}(?:에서|에는|에 |장)|옆|곁|함께|같이|나란히|뒤따|맞은편")
# What somebody else did in the meantime: '만찬을 하는 동안 C는 공장을 둘러봤다'.
MEANWHILE = re.compile(r"\s*(?:동안|사이|시각|무렵)(?:에|에는|엔)?,?\s")
AT_THAT_TIME = re.compile(r"\s*(?:때|당시)(?:에|에는|엔|는)?,?\s")
# '만난 것은 C의 제안에 따른 것이다'.
WHY_THEY_MET = re.compile(r"\s*(?:것은|건|이유는|까닭은|배경에는|데에는|데는)\s")
# Whose is a gathering, or who is at its head: 'C가 마련한 만찬에서', 'C가 이끄는 사절단이'.
OF_COMPANY = re.compile(rf"[^.,]{{0,16}}?(?:{OCCASION}|[가-힣]+단(?:[은이과을에도]|$)|일행|자리|행사)")
# Endings of a clause that the next one takes back.
CONTRAST = frozenset({"지만", "으나", "나", "는데", "ᆫ데", "은데"})
# Verbs of those who come to where others are, or are there already.
COMES = frozenset({"기다리", "나오", "나타나", "오", "오가", "들어서", "들어오", "들어가", "따르", "따라오", "모이", "남", "있", "받"})
COMMA = re.compile(r"[이가은는도]?,")
# '자리에서 C는': behind the clause itself.
THAT_PLACE = re.compile(r"\s*(?:[가-힣]+ )?자리")


def without_those_of_other_verbs(text: str, at: Scene, cue: Cue, cues: Sequence[Cue], links: Links) -> Links:
    """The links of a cue without those who hang on a verb that tells no encounter, where two others are told to have met."""
    found = at.clauses
    own = verb_of(found, cue)
    if at.headline or own >= len(found.predicates):
        return links
    told = {verb_of(found, other) for other in cues}
    for link in links:
        others = tuple(other for other in links if other is not link)
        if _hangs_elsewhere(text, at, cue, own, told, link[0], others):
            links = others
    return links


def _hangs_elsewhere(text: str, at: Scene, cue: Cue, own: int, told: Set[int], reference: Reference, others: Links) -> bool:
    if reference.kind not in ("name", "title") or not reference.group or len(_names(others)) < MET:
        return False
    predicates = at.clauses.predicates
    number = at.clauses.after(reference.phrase_end)
    # 'A 부회장이 동생인 B와 들어갔다': what another is says nothing of him.
    while number < len(predicates) and predicates[number].stem == "이" and predicates[number].kind == "relative":
        number += 1
    # 'A 전무가, 하늘은행에서는 …': of a list whose verb comes last.
    if number >= len(predicates) or COMMA.match(text, reference.phrase_end):
        return False
    verb, end = predicates[number], predicates[own].end
    if is_with(text, reference, verb.end):
        return False
    if reference.start >= end:
        before = tuple(link for link in others if link[0].start < end)
        return len(_names(before)) >= MET and _behind(text, at, predicates[own], number in told, reference, verb)
    if _knows(text, predicates, own, told, reference, others):
        return True
    return number != own and number not in told and verb.end <= cue.start and _before(text, reference, verb, others)


def _names(links: Links) -> set[str]:
    return {name for reference, _ in links for name in reference.names}


def _behind(text: str, at: Scene, own: Predicate, told: bool, reference: Reference, verb: Predicate) -> bool:
    """Whether somebody named behind the clause ``own`` of an encounter does something else, or something else is done to him."""
    group, end = bare(reference.group), own.end
    if group in SUBJECT and MEANWHILE.match(text, end):
        return True
    if group == "의" and WHY_THEY_MET.match(text, end):
        return True
    # 'A, B를 차례로 만난 C는', and 'A와 B가 저녁을 하려 했지만 B가 발길을 돌렸다'.
    described = own.kind == "relative" and HEAD.fullmatch(text, end, reference.start) and not AT_THAT_TIME.match(text, end)
    if group in SUBJECT and (own.ending in CONTRAST or described):
        return False
    if told or THERE.search(text, end, reference.start) or THERE.search(text, reference.phrase_end, at.sentence.end):
        return False
    if verb.stem in COMES:
        return False
    if group == "의":
        return HIS.match(text, reference.phrase_end) is None
    return group in OBJECT or group in SUBJECT


def _before(text: str, reference: Reference, verb: Predicate, others: Links) -> bool:
    """Whether a clause before the encounter says of somebody only who another is, or what for: 'C를 이을 A가', 'C를 견제하려고'."""
    group = bare(reference.group)
    if verb.kind == "relative":
        if group == "의":
            return HIS.match(text, reference.phrase_end) is None
        if group == "가" and bare(reference.marker) in ("와", ",", ""):
            # 'A와 새로 취임한 B가' are two of a list.
            return False
        if group == "가":
            # 'A가 방한한 B와 만났다' has but one subject, and that is of the last verb.
            subjects = (other.start for other, _ in others if other.group in ("는", "가"))
            another = any(place < reference.start or HEAD.fullmatch(text, verb.end, place) for place in subjects)
            return another and OF_COMPANY.match(text, verb.end) is None
        return group in OBJECT or group == "와"
    return verb.kind in ("noun", "said") and group in OBJECT


def _knows(text: str, predicates: Sequence[Predicate], own: int, told: Set[int], reference: Reference, others: Links) -> bool:
    """Whether a sentence is about somebody who learns or thinks something of the encounter of others: 'C는 A가 B를 만난 사실을 알았다'."""
    if reference.group != "는" or predicates[own].kind not in ("noun", "relative") or len(predicates) - 1 in told:
        return False
    if THAT_PLACE.match(text, predicates[own].end):
        return False
    end = predicates[own].end
    within = tuple(link for link in others if reference.phrase_end < link[0].start < end)
    return len(_names(within)) >= MET and any(link[0].group == "가" for link in within)
