"""Who might be one: pairs of people or organisations that a person should look at, with a score and the reasons. Nothing is merged here.

Two of one name, and two whose names are spelt alike and who share posts or partners. Who met each other are never one. Names of
three syllables that differ in one letter belong to two people as a rule, so spelling alone suggests only long names; of organisations
what stands before the words of their trade.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from typing import Literal, NamedTuple

from numpy import argwhere
from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import cdist

from graphing.lexicon import table
from graphing.store import EntityRow, Snapshot

ReasonKind = Literal["namesake", "spelling", "post", "partner", "apart"]
Pair = tuple[int, int]

# What a reason is worth: a score is the chance that not all of them mislead (noisy or).
WORTH: dict[ReasonKind, float] = {"namesake": 0.5, "spelling": 0.4, "post": 0.45, "partner": 0.3}
# Posts at different organisations speak against two namesakes.
APART = 0.6
ALIKE = 0.8
# Letters (jamo) of a name that spelling alone may suggest.
LONG = 10
# More members than this say nothing about a pair of them.
CROWD = 150
_similarity = Levenshtein.normalized_similarity


class Reason(NamedTuple):
    """Why two might be one, or might not ('apart'): names of what they share, or the likeness of the spelling (0–1)."""

    kind: ReasonKind
    names: tuple[str, ...] = ()
    likeness: float = 1.0


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two of one kind that might be one. ``score`` (0–1) orders suggestions; it is no probability."""

    one: EntityRow
    other: EntityRow
    score: float
    reasons: tuple[Reason, ...]


def suggest(snapshot: Snapshot, settled: Iterable[Pair] = (), limit: int = 100) -> tuple[Suggestion, ...]:
    """The likeliest pairs, best first, without those that somebody has ``settled`` (pairs of entity ids)."""
    entities = {row.id: row for row in snapshot.entities}
    posts, partners = _posts(snapshot), _partners(snapshot)
    done = {(min(pair), max(pair)) for pair in settled}
    found = []
    for a, b in sorted(_candidates(entities, posts, partners) - done):
        if b in partners[a]:
            continue
        reasons = _reasons(entities[a], entities[b], posts, partners, entities)
        if reasons and (telling := _telling(entities[a], entities[b], reasons)):
            found.append(Suggestion(entities[a], entities[b], _score(reasons) * telling, reasons))
    return tuple(sorted(found, key=lambda one: (-one.score, -one.one.articles - one.other.articles, one.one.id, one.other.id))[:limit])


def likeness(name: str, other: str) -> float:
    """How alike two names are spelt, 0–1: by their letters (jamo), without blanks and case."""
    return _similarity(_letters(name), _letters(other))


def _letters(name: str) -> str:
    return unicodedata.normalize("NFD", "".join(name.split()).casefold())


def _posts(snapshot: Snapshot) -> dict[int, set[int]]:
    """Person → organisations of its posts, and organisation → people who hold posts there."""
    held: dict[int, set[int]] = defaultdict(set)
    for post in snapshot.affiliations:
        if post.organization is not None:
            held[post.person].add(post.organization)
            held[post.organization].add(post.person)
    return held


def _partners(snapshot: Snapshot) -> dict[int, set[int]]:
    met: dict[int, set[int]] = defaultdict(set)
    for meeting in snapshot.meetings:
        everyone = {*meeting.people, *meeting.organizations}
        for one in everyone:
            met[one] |= everyone - {one}
    return met


def _candidates(entities: dict[int, EntityRow], posts: dict[int, set[int]], partners: dict[int, set[int]]) -> set[Pair]:
    groups: dict[object, set[int]] = defaultdict(set)
    near: dict[object, set[int]] = defaultdict(set)
    spelt = {ident: _letters(row.name) for ident, row in entities.items()}
    for ident, row in entities.items():
        groups[row.kind, row.key].add(ident)
        letters = spelt[ident]
        if len(letters) >= LONG:
            near[row.kind, letters[:2]].add(ident)
            near[row.kind, letters[-3:], "end"].add(ident)
        for other in posts[ident] | partners[ident]:
            near[row.kind, other].add(ident)
    pairs = {pair for members in groups.values() if len(members) <= CROWD for pair in combinations(sorted(members), 2)}
    for members in near.values():
        if 1 < len(members) <= CROWD:
            pairs.update(_alike(sorted(members), spelt))
    return pairs


def _alike(members: list[int], spelt: Mapping[int, str]) -> Iterator[Pair]:
    """The pairs of names that are spelt alike. All at once: of 20,000 people there are millions of pairs."""
    letters = [spelt[one] for one in members]
    # Rounded otherwise than one pair is: who may be alike is compared once more.
    near = cdist(letters, letters, scorer=_similarity, score_cutoff=ALIKE - 0.01)
    for a, b in argwhere(near).tolist():
        if a < b and _similarity(letters[a], letters[b]) >= ALIKE:
            yield members[a], members[b]


def _reasons(
    one: EntityRow, other: EntityRow, posts: dict[int, set[int]], partners: dict[int, set[int]], entities: dict[int, EntityRow]
) -> tuple[Reason, ...]:
    def named(idents: set[int]) -> tuple[str, ...]:
        return tuple(sorted(entities[ident].name for ident in idents if ident in entities))

    reasons = [Reason("namesake") if one.key == other.key else Reason("spelling", (), likeness(one.name, other.name))]
    held = posts[one.id] & posts[other.id]
    if held:
        reasons.append(Reason("post", named(held)))
    if both := partners[one.id] & partners[other.id]:
        reasons.append(Reason("partner", named(both)))
    if one.key != other.key and len(reasons) == 1 and min(len(_letters(one.name)), len(_letters(other.name))) < LONG:
        return ()
    if one.kind == "person" and not held and posts[one.id] and posts[other.id]:
        reasons.append(Reason("apart", (named(posts[one.id])[0], named(posts[other.id])[0])))
    return tuple(reasons)


def _telling(one: EntityRow, other: EntityRow, reasons: tuple[Reason, ...]) -> float:
    """How much the spelling alone of two organisations says, 0–1: by what differs in them, without the words of their trade that both end
    with. 다온바이오 and 라온바이오 differ in one of five letters, and names of five letters are alike by chance."""
    if one.kind != "organization" or [reason.kind for reason in reasons] != ["spelling"]:
        return 1.0
    own, others = _distinctive(one.name, other.name)
    alike = _similarity(own, others)
    return alike * min(1.0, len(min(own, others, key=len)) / LONG) if alike >= ALIKE else 0.0


def _distinctive(name: str, other: str) -> tuple[str, str]:
    """The letters of two names without the words (전자, 바이오) that both end with."""
    bare, others = "".join(name.split()), "".join(other.split())
    while shared := next((word for word in _trades() if bare.endswith(word) and others.endswith(word) and word not in {bare, others}), ""):
        bare, others = bare.removesuffix(shared), others.removesuffix(shared)
    return _letters(bare), _letters(others)


@cache
def _trades() -> tuple[str, ...]:
    """The words that names of organisations end with, the longest first."""
    return tuple(sorted((row["word"] for row in table("organization_words")), key=len, reverse=True))


def _score(reasons: Iterable[Reason]) -> float:
    doubt, weight = 1.0, 1.0
    for reason in reasons:
        if reason.kind == "apart":
            weight = APART
        else:
            doubt *= 1 - WORTH[reason.kind] * reason.likeness
    return (1 - doubt) * weight
