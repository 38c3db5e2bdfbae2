"""What stands around a cue in its own clause: the nouns that hang on it with their particles, and the predicate that it is part of.

'전시장을 찾았다' visits a thing and '회장을 찾았다' a person; '회동을 요청했다' tells none and '회동을 가졌다' does. Which of these words
tell an encounter is learnt from the labelled articles, not written here.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from graphing.extract.frames.clauses import Clauses
from graphing.extract.frames.cues import Cue
from graphing.extract.frames.phrases import Reference, plain
from graphing.model import Sentence, Token

# Particles that say what a noun is to the predicate; of the others (까지, 부터, 만 …) nothing is told.
SAYING = frozenset({"가", "는", "를", "와", "에", "에게", "에서", "으로", "의", "도"})


def argument_features(at: Sentence, found: Clauses, cue: Cue, references: Sequence[Reference]) -> list[str]:
    """Features of the clause around a cue, the same for all of its pairs: what fills each particle (a person, or the noun itself), the
    words beside the cue, and its predicate's stem and ending."""
    tokens = at.tokens
    own = found.after(cue.start)
    predicate = found.predicates[own] if own < len(found.predicates) else None
    low = found.predicates[own - 1].end if own else at.start
    people = [(reference.start, reference.phrase_end) for reference in references if reference.kind not in ("carried", "pair")]
    features = []
    first = bisect_left(tokens, low, key=_start)
    cue_at = bisect_left(tokens, cue.start, key=_start)
    for index in range(first + 1, min(cue_at, len(tokens))):
        token = tokens[index]
        particle = _particle(token)
        if particle in SAYING:
            noun = tokens[index - 1]
            person = any(start <= noun.start and noun.end <= end for start, end in people)
            features.append(f"a.{particle}={'P' if person else noun.tag[:2]},{cue.kind}")
            if not person:
                features.append(f"a.{particle}:{noun.form}")
    before = tokens[cue_at - 1] if cue_at else None
    after_at = bisect_left(tokens, cue.end, key=_start)
    following = tokens[after_at : after_at + 2]
    features.append(f"b4={before.form if before else '<'},{cue.stem}")
    features.append(f"b4t={before.tag if before else '<'},{cue.stem}")
    features += [f"nx{place}={token.form},{cue.kind}" for place, token in enumerate(following)]
    if predicate:
        features += [f"pr={predicate.stem},{predicate.kind}", f"pr={predicate.stem}", f"pe={predicate.ending},{int(predicate.past)}"]
    last = found.predicates[-1] if found.predicates else None
    if last is not None and last is not predicate:
        features.append(f"fin={last.stem}")
    return features


def path_features(found: Clauses, cue: Cue, reference: Reference, cues: Sequence[Cue]) -> list[str]:
    """Features of the way from a reference before a cue to it: the endings passed, and whether the reference's own predicate tells an
    encounter by another cue ('A를 만났고, B와 식사했다')."""
    own, first = found.after(cue.start), found.after(reference.phrase_end)
    between = found.predicates[first:own]
    if not between:
        return ["way=own"]
    group = reference.group
    tensed = any(predicate.past and predicate.kind != "relative" for predicate in between)
    end = between[0].end
    other = next((one.kind for one in reversed(cues) if reference.phrase_end <= one.start < end and one is not cue), "none")
    return [
        f"way={between[0].ending},{int(between[0].past)}",
        f"way.g={int(tensed)},{group}",
        f"way.last={between[-1].ending},{int(between[-1].past)}",
        f"way.cue={other},{group}",
        f"way.cue,t={other != 'none'},{int(tensed)},{group}",
        f"way.cue,e={other != 'none'},{between[0].ending},{int(between[0].past)}",
    ]


def _start(token: Token) -> int:
    return token.start


def _particle(token: Token) -> str:
    if not token.tag.startswith(("JK", "JC", "JX")):
        return ""
    return "으로" if token.form == "로" else plain(token.form)
