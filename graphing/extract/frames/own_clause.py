"""Whom each of two encounters in one sentence was with: 'A는 B를 만났고, 이튿날 C와 면담했다' tells of B first and of C then.

The model that links judges cue by cue, and links B to both. Clauses joined by 고, 며, 지만 or 뒤 share their subject and not their
partners; those joined by 어 (C를 불러 D와 함께 점심을 들었다) tell one encounter.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from graphing.extract.frames.clauses import Clauses, Predicate
from graphing.extract.frames.cues import Cue
from graphing.extract.frames.linking import PARTNER, Scene
from graphing.extract.frames.phrases import Reference
from graphing.extract.frames.telling import Links, Telling, names_of

# Kinds that tell an encounter with a partner of its own.
WITH_PARTNER = frozenset({"meet", "talk", "meal", "host", "phone", "visit", "sign"})
OF_TWO = frozenset({"meet", "talk", "meal", "phone"})
# Who met and whom; and the word behind them both.
SIDES, BETWEEN = 2, re.compile(r" 간(?:의)? (?:[^\s.,]+ ){0,2}$")
# Kinds that tell of all who were there: who came, and what was done side by side.
OF_ALL = frozenset({"attend", "joint", "face"})
MEETS = "만나"
ADNOMINAL = frozenset({"ᆫ", "은"})
FACING = "마주"
# Endings of clauses that stand side by side; and verbs of those who come to where others are.
COORDINATE = frozenset({"고", "며", "으며", "지만", "으나"})
COMES = frozenset({"오", "도착", "들어서", "들어오", "내리", "찾", "찾아오", "나타나", "입장", "방한"})
MEALS = frozenset({"조찬", "오찬", "만찬", "아침", "점심", "저녁", "식사"})
# A subject and a partner for each of two.
LEAST = 3
SUBJECT = frozenset({"는", "가", "에서는"})
# Endings of clauses that tell one thing: 불러, 만나러, 만나려고.
TOGETHER = ("어", "아", "여", "러", "려", "면", "으")
# Whom one brings along, or seats beside him, he has with him in what follows: 'B를 데리고 C를 만났다'.
BRINGS = frozenset({"데리", "이끌", "모시", "앉히"})
APART = frozenset({"고", "며", "으며", "고서", "고는"})


def of_own_clause(at: Scene, cue: Cue, cues: Sequence[Cue], links: Links) -> Links:
    """The links of a cue without the partners of another cue's clause, where both clauses have partners of their own."""
    found = at.clauses
    links = _without_earlier_subject(found, cue, _of_own_subject(at, verb_of(found, cue), cue, cues, links))
    links = _without_last_subject(found, cue, cues, _of_own_visit(found, cue, links))
    if _verb_is_to_come(at, cue):
        links = tuple(link for link in links if link[0].start < cue.end or not _is_partner(link[0]))
    first = max((other.end for other in cues if other.end <= cue.start and _verb_is_to_come(at, other)), default=-1)
    if first >= 0 and any(_is_partner(reference) and first < reference.start < cue.start for reference, _ in links):
        links = tuple(link for link in links if link[0].start > first or not _is_partner(link[0]))
    links = _of_next_time(at, cue, cues, links)
    partners = [reference.start for reference, _ in links if _is_partner(reference)]
    # Where the subject is unspoken, a partner for each is enough: 'B와 조찬을 했고, C의 안내로 공장을 둘러봤다'.
    fewest = LEAST if any(_is_subject(reference) or reference.kind == "carried" for reference, _ in links) else LEAST - 1
    if len(links) < fewest or (cue.kind in OF_ALL and cue.stem != FACING and not _with_its_own("joint", found, cue, partners)):
        return links
    own = verb_of(found, cue)
    links = _without_next_subject(at, own, cue, links)
    links = _of_relative(found, own, cue, links)
    telling = [c for c in cues if has_partner(c) or _held_first(found, c) or _with_its_own("event", found, c, partners)]
    others = sorted({verb_of(found, other) for other in telling} - {own})
    before = max((found.predicates[index].end for index in others if index < own and sets_apart(found, index)), default=-1)
    end = found.predicates[own].end if own < len(found.predicates) else at.sentence.end
    # Its partner may stand behind a noun that tells of it: '오찬에서 B와 나란히 앉았다'.
    if before >= 0 and any(before <= start < end for start in partners):
        here = [reference.group for reference, _ in links if before <= reference.start < cue.start]
        # B도 만났다, B와 C도 만났다, but D도 E를 만났다
        another = not SUBJECT.isdisjoint(here) or ("도" in here and any(group != "도" for group in here))
        links = tuple(link for link in links if link[0].start >= before or not (_is_partner(link[0]) or (another and _is_subject(link[0]))))
    # A host and his guests may still be together: 'A를 초청한 B는 C와 점심을 했다'.
    met = {verb_of(found, other) for other in telling if other.kind != "host"}
    behind = _behind_relative(found, [index for index in others if index < own and index in met], links)
    if behind and any(start > behind for start in partners):
        links = tuple(link for link in links if link[0].start >= behind or not _is_partner(link[0]))
    last = _close(found, own)
    if (has_partner(cue) or _with_its_own("event", found, cue, partners)) and last is not None and any(index > last for index in others):
        end = found.predicates[last].end
        if any(start < end for start in partners):
            links = tuple(link for link in links if link[0].start < end)
    return links


def verb_of(found: Clauses, cue: Cue) -> int:
    """The index of the predicate that a cue is or hangs on: of several words (점심은 B와 들었) the last."""
    return found.after(max(cue.start, cue.end - 2))


def _verb_is_to_come(at: Scene, cue: Cue) -> bool:
    """Whether a noun has its verb only with the next one: 오찬을 in 'A와 오찬을, B와 만찬을 했다'."""
    tokens = at.sentence.tokens
    first = bisect_left(tokens, cue.end, key=lambda token: token.start)
    after = tokens[first : first + 2]
    return [token.tag for token in after] == ["JKO", "SP"] and after[0].start == cue.end


def _without_next_subject(at: Scene, own: int, cue: Cue, links: Links) -> Links:
    """The links without the subject of the next clause, where two have met before it: 'A와 B가 만났고, C는 환영했다', '… 만나자 C가'.

    Whom a clause describes is its own (A가 만난 B는), and so is who was on the spot (그 자리에 있던 C는).
    """
    found = at.clauses
    before = [reference for reference, _ in links if reference.kind != "carried" and reference.start < cue.start]
    told = len({name for reference in before for name in reference.names}) > 1 and any(_is_subject(reference) for reference in before)
    if not told or own >= len(found.predicates) or found.predicates[own].kind == "relative":
        return links
    end = found.predicates[own].end
    there = [token.start for token in at.sentence.tokens if token.form == "자리" and token.start >= end]
    return tuple(link for link in links if link[0].start < end or not _is_subject(link[0]) or any(place < link[0].start for place in there))


def _of_own_subject(at: Scene, own: int, cue: Cue, cues: Sequence[Cue], links: Links) -> Links:
    """The links without the subject of another clause that tells of a meeting of its own: 'A는 기업인들을 만났고 B는 직원들을 만났다'."""
    found = at.clauses
    if not (cue.kind in OF_TWO or _shares_meal(at, cue)) or sum(reference.marker in SUBJECT for reference, _ in links) < 2:
        return links
    others = {verb_of(found, other) for other in cues if other.kind in OF_TWO} - {own}
    mine = {found.after(reference.start) for reference, _ in links if reference.marker in SUBJECT}
    if own not in mine:
        return links
    return tuple(link for link in links if link[0].marker not in SUBJECT or found.after(link[0].start) not in others)


def _of_next_time(at: Scene, cue: Cue, cues: Sequence[Cue], links: Links) -> Links:
    """The links of its own of two encounters, where those who meet agree on the next: 'A는 B를 만나 다음 달 C를 만나기로 했다'."""
    found = at.clauses
    agreed = [one for one in cues if one.stem == MEETS and _is_agreed(at, verb_of(found, one))]
    first = next((one for one in cues if one.stem == MEETS and agreed and verb_of(found, one) < verb_of(found, agreed[0])), None)
    if first is None or cue.stem != MEETS or verb_of(found, first) >= len(found.predicates):
        return links
    end = found.predicates[verb_of(found, first)].end
    behind = [link for link in links if link[0].start >= end]
    if not any(_is_partner(link[0]) for link in behind):
        return links
    if cue.start < end:
        return tuple(link for link in links if link not in behind)
    return tuple(link for link in links if link[0].start >= end or not _is_partner(link[0]))


def _is_agreed(at: Scene, index: int) -> bool:
    """Whether a predicate is what is agreed on: 만나기로."""
    if index >= len(at.clauses.predicates) or at.clauses.predicates[index].kind != "noun":
        return False
    end = at.clauses.predicates[index].end
    return any(token.start == end and token.form == "로" for token in at.sentence.tokens)


def _without_earlier_subject(found: Clauses, cue: Cue, links: Links) -> Links:
    """The links without the subject of an earlier clause, where the cue's own has one who is not named: 'B와의 미팅은 B가 독감에 걸려
    불발됐고, 대신 실무진이 A를 찾아왔다'."""
    own = verb_of(found, cue)
    end = max((found.predicates[index].end for index in range(min(own, len(found.predicates))) if sets_apart(found, index)), default=-1)
    here = [place for place, marker, _ in found.subjects if end < place < cue.start and marker == "가"]
    if end < 0 or not here or not any(_is_partner(one) and end <= one.start < cue.start for one, _ in links):
        return links
    named = any(one.start < place <= one.end + 1 for place in here for one, _ in links)
    return links if named else tuple(link for link in links if link[0].start >= end or link[0].group != "가")


def _of_own_visit(found: Clauses, cue: Cue, links: Links) -> Links:
    """The links without the subject of a later clause, where nobody is met: 'A는 공장을 방문했고, B는 출국했다'."""
    if cue.kind != "visit" or not all(_is_subject(reference) and reference.kind == "name" for reference, _ in links):
        return links
    own = verb_of(found, cue)
    return tuple(link for link in links if link[0].start < cue.start or found.after(link[0].start) <= own)


def _without_last_subject(found: Clauses, cue: Cue, cues: Sequence[Cue], links: Links) -> Links:
    """The links without the subject of an earlier clause that tells no encounter, where nobody is met: 'A는 출국했고, B는 공장을
    둘러봤다'."""
    if cue.kind in OF_ALL or len(links) < 2 or not all(one.marker in SUBJECT and one.kind == "name" for one, _ in links):
        return links
    last = max(reference.start for reference, _ in links)
    return links if last >= cue.start else tuple(link for link in links if not is_of_last(found, link[0].start, last, cues))


def is_of_last(found: Clauses, one: int, other: int, cues: Sequence[Cue]) -> bool:
    """Whether between two subjects ends a clause that tells no encounter of the first, and not that he came to where the other was:
    'A가 들어섰고 B가 맞았다'."""
    between = [predicate for predicate in found.predicates if one < predicate.start and predicate.end <= other]
    ends = [predicate.end for predicate in between if predicate.ending in COORDINATE and predicate.stem not in COMES]
    return bool(ends) and not any(one < cue.start < ends[-1] for cue in cues)


def _shares_meal(at: Scene, cue: Cue) -> bool:
    """Whether what is done together is a meal of its own, and no coming along: 'A는 그를 접견했고, B는 오찬을 함께했다'."""
    before = [token.form for token in at.sentence.tokens if token.end <= cue.start][-2:]
    return cue.kind == "joint" and len(before) > 1 and before[0] in MEALS and before[1] in ("을", "를")


def _of_relative(found: Clauses, own: int, cue: Cue, links: Links) -> Links:
    """The links of a cue whose clause says more of somebody, without whom that one meets then: 'A를 만난 B는 C와도 점심을 했다'."""
    if cue.kind not in WITH_PARTNER or cue.kind == "host" or own >= len(found.predicates) or found.predicates[own].kind != "relative":
        return links
    end = found.predicates[own].end
    if not any(_is_partner(reference) and reference.end <= cue.start for reference, _ in links):
        return links
    head = next((reference for reference, _ in links if reference.start >= end and _is_subject(reference)), None)
    return links if head is None else tuple(link for link in links if link[0].start <= head.start or not _is_partner(link[0]))


def _behind_relative(found: Clauses, others: Sequence[int], links: Links) -> int:
    """Where the last clause of another encounter ends that says more of the subject ('A를 만난 B는 …'), 0 where there is none."""
    ends = [found.predicates[index].end for index in others if found.predicates[index].kind == "relative"]
    linked = [reference.start for reference, _ in links if _is_subject(reference)]
    # 'A와 공장을 둘러본 그는 …': whom the clause is about is a subject, linked or not.
    named = [place for place, _, _ in found.subjects if ends and place > ends[-1]] if not linked else []
    subject = max(linked, default=named[0] if named else 0)
    return max((end for end in ends if end <= subject), default=0)


def _close(found: Clauses, own: int) -> int | None:
    """The predicate that closes off what the one of ``own`` tells ('공장을 찾아 A와 면담한 뒤': 면담한), None where none does."""
    for index in range(own, len(found.predicates)):
        if sets_apart(found, index):
            return index
        if found.predicates[index].kind != "joined":
            return None
    return None


def _with_its_own(kind: str, found: Clauses, cue: Cue, partners: Sequence[int]) -> bool:
    """Whether a cue of this kind has a partner in its clause: an event ('B와 정상회담을 한다'), something joint ('B와 나란히 앉았다')."""
    index = verb_of(found, cue)
    low = found.predicates[index - 1].end if index else -1
    return cue.kind == kind and any(low <= start < cue.start for start in partners)


def has_partner(cue: Cue) -> bool:
    """Whether a cue tells an encounter with a partner of its own; a handshake here and a word there are one occasion."""
    return cue.kind in WITH_PARTNER or cue.stem == FACING


def _held_first(found: Clauses, cue: Cue) -> bool:
    """Whether an event is told to have been held before the next thing: 'A와 간담회를 연 데 이어', '연 뒤'."""
    index = verb_of(found, cue)
    if cue.kind != "event" or index >= len(found.predicates):
        return False
    return found.predicates[index].kind == "joined" and found.predicates[index].ending in ADNOMINAL


def _is_partner(reference: Reference) -> bool:
    return reference.kind != "carried" and reference.group in PARTNER


def _is_subject(reference: Reference) -> bool:
    return reference.group in SUBJECT


def sets_apart(found: Clauses, index: int) -> bool:
    """Whether the clause of a predicate ends so that the next one tells something else."""
    if index >= len(found.predicates):
        return False
    predicate: Predicate = found.predicates[index]
    if predicate.stem in BRINGS and not predicate.past:
        return False
    if predicate.kind == "other":
        return True
    # joined by an adnominal ending before 뒤, 후, 데: 만난 뒤
    return predicate.kind == "joined" and (predicate.ending in APART or not predicate.ending.startswith(TOGETHER))


def without_newcomer(at: Scene, links: Links, index: int, told: Sequence[Telling]) -> Links:
    """The links of a cue without somebody unspoken, where the same people are told in the same sentence to have met without him:
    'B와 C가 따로 만나 의견을 나눴다'. ``told`` are the tellings so far, ``index`` is the sentence's."""
    if at.serial or at.anaphoric or not any(reference.kind == "carried" for reference, _ in links):
        return links
    named = tuple(link for link in links if link[0].kind != "carried")
    together = set(names_of(named))
    before = (one for one in reversed(told) if one.index == index and _is_whole(one))
    return named if len(together) > 1 and any(together == set(one.names) for one in before) else links


def without_third(text: str, cue: Cue, links: Links) -> Links:
    """The links of a cue without somebody unspoken, where the noun that it is has both sides before it: 'B와 C의 회동', 'B와 C 간 회동'.

    Not where it is come to ('B와 C의 서명식에 임석했다'). By left-out writers attendance .8192 → .8202 in 1,611 encounters.
    """
    named = [link for link in links if link[0].kind != "carried"]
    last = max((reference.end for reference, _ in named if reference.end <= cue.start), default=cue.start)
    between = BETWEEN.search(text[max(0, last - len(" 간의")) : cue.start]) is not None
    whose = names_of([link for link in named if between or link[0].group == "의"])
    return links if len(whose) < SIDES or text.startswith("에", cue.end) else tuple(named)


def _is_whole(told: Telling) -> bool:
    """Whether the words before a cue name both who met and whom: 'A와 B가 만나', 'A는 B를 불러'."""
    if told.cue.kind not in WITH_PARTNER | {"face"} or any(reference.kind == "carried" for reference, _ in told.links):
        return False
    before = all(reference.start < told.cue.start for reference, _ in told.links)
    return before and len(told.names) > 1 and any(_is_subject(reference) for reference, _ in told.links)
