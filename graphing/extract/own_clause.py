"""Whom each of two encounters in one sentence was with: 'A는 B를 만났고, 이튿날 C와 면담했다' tells of B first and of C then.

The model that links judges cue by cue, and links B to both. Clauses joined by 고, 며, 지만 or 뒤 share their subject and not their
partners; those joined by 어 (C를 불러 D와 함께 점심을 들었다) tell one encounter.
"""

from __future__ import annotations

from collections.abc import Sequence

from graphing.extract.clauses import Clauses, Predicate
from graphing.extract.cues import Cue
from graphing.extract.linking import PARTNER, Scene
from graphing.extract.references import Reference
from graphing.extract.telling import Links

# Kinds that tell an encounter with a partner of its own.
WITH_PARTNER = frozenset({"meet", "talk", "meal", "host", "phone", "visit", "sign"})
# Kinds that tell of all who were there: who came, and what was done side by side.
OF_ALL = frozenset({"attend", "joint", "face"})
ADNOMINAL = frozenset({"ᆫ", "은"})
FACING = "마주"
# A subject and a partner for each of two.
LEAST = 3
SUBJECT = frozenset({"는", "가", "에서는"})
# Endings of clauses that tell one thing: 불러, 만나러, 만나려고.
TOGETHER = ("어", "아", "여", "러", "려", "면", "으")
APART = frozenset({"고", "며", "으며", "고서", "고는"})


def of_own_clause(at: Scene, cue: Cue, cues: Sequence[Cue], links: Links) -> Links:
    """The links of a cue without the partners of another cue's clause, where both clauses have partners of their own."""
    if len(links) < LEAST or (cue.kind in OF_ALL and cue.stem != FACING):
        return links
    found = at.clauses
    own = found.after(cue.start)
    others = sorted({found.after(other.start) for other in cues if _has_partner(other) or _held_first(found, other)} - {own})
    before = max((found.predicates[index].end for index in others if index < own and _sets_apart(found, index)), default=-1)
    if before >= 0 and any(_is_partner(reference) and before <= reference.start < cue.start for reference, _ in links):
        here = [reference.group for reference, _ in links if before <= reference.start < cue.start]
        # B도 만났다, but C도 D를 만났다
        another = not SUBJECT.isdisjoint(here) or ("도" in here and len(here) > 1)
        links = tuple(link for link in links if link[0].start >= before or not (_is_partner(link[0]) or (another and _is_subject(link[0]))))
    if _has_partner(cue) and own < len(found.predicates) and _sets_apart(found, own) and any(index > own for index in others):
        end = found.predicates[own].end
        if any(_is_partner(reference) and reference.end <= cue.start for reference, _ in links):
            links = tuple(link for link in links if link[0].start < end)
    return links


def _has_partner(cue: Cue) -> bool:
    """Whether a cue tells an encounter with a partner of its own; a handshake here and a word there are one occasion."""
    return cue.kind in WITH_PARTNER or cue.stem == FACING


def _held_first(found: Clauses, cue: Cue) -> bool:
    """Whether an event is told to have been held before the next thing: 'A와 간담회를 연 데 이어', '연 뒤'."""
    index = found.after(cue.start)
    if cue.kind != "event" or index >= len(found.predicates):
        return False
    return found.predicates[index].kind == "joined" and found.predicates[index].ending in ADNOMINAL


def _is_partner(reference: Reference) -> bool:
    return reference.kind != "carried" and reference.group in PARTNER


def _is_subject(reference: Reference) -> bool:
    return reference.group in SUBJECT


def _sets_apart(found: Clauses, index: int) -> bool:
    """Whether the clause of a predicate ends so that the next one tells something else."""
    if index >= len(found.predicates):
        return False
    predicate: Predicate = found.predicates[index]
    if predicate.kind == "other":
        return True
    # joined by an adnominal ending before 뒤, 후, 데: 만난 뒤
    return predicate.kind == "joined" and (predicate.ending in APART or not predicate.ending.startswith(TOGETHER))
