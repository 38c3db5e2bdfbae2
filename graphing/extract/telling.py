"""A telling: one cue with the people it links, and what its certainty is judged by."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from graphing.extract.cues import Cue
from graphing.extract.linking import PARTNER, Scene, inside
from graphing.extract.modality import RUMOUR
from graphing.extract.references import Reference
from graphing.model import MeetingStatus, Span

NEGATION = re.compile(r"않|못하|못한|못했|없|아니|안 ")
CONDITION = re.compile(r"[가-힣]{0,2}(?:면|려면|다면|거든|더라도|야)(?: |,)")
HABIT = re.compile(r"매년|매달|매주|정기적|수시로|자주|종종|늘 |해마다|번번이")
PAST = re.compile(r"[았었였했됐났갔왔봤섰췄졌냈렸겼켰쳤뤘눴꿨줬]")
SUBJECT = frozenset({"는", "가", "도", "에서는"})
UNSPOKEN = ("carried", "pair")

Links = tuple[tuple[Reference, float], ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """One cue and those it links.

    ``index`` is the sentence's; ``links`` are (reference, probability); ``orgs`` the sides whose people are unnamed, with their
    words; ``words`` the sentence up to the end of the cue; ``certainty`` (0–1) that the telling is rightly read.
    """

    index: int
    scene: Scene
    cue: Cue
    links: Links
    orgs: tuple[tuple[str, Span], ...]
    status: MeetingStatus
    features: tuple[str, ...]
    words: str
    certainty: float = 0.0

    @property
    def names(self) -> tuple[str, ...]:
        """The people linked, each once."""
        return names_of(self.links)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a sentence holds: its cues and all whom it speaks of, whether or not they take part in anything."""

    scene: Scene
    cues: tuple[Cue, ...]
    references: tuple[Reference, ...]
    english: bool = False


def names_of(links: Sequence[tuple[Reference, float]]) -> tuple[str, ...]:
    """The people of some links, each once."""
    return tuple(dict.fromkeys(name for reference, _ in links for name in reference.names))


def telling_features(text: str, at: Scene, cue: Cue, links: Links, orgs: int, tail: str, status: str) -> list[str]:
    """What the certainty of a telling is judged by."""
    chances = sorted((chance for _, chance in links), reverse=True)
    names = len({name for reference, _ in links for name in reference.names})
    second = chances[1] if len(chances) > 1 else chances[0] if chances and names > 1 else 0.0
    level = "hi" if second > 0.9 else "mid" if second > 0.75 else "lo"
    features = [
        f"k={cue.kind}",
        f"s={cue.stem}",
        f"n={min(names, 5)}",
        f"k,n={cue.kind},{min(names, 3)}",
        f"o={min(orgs, 1)},{min(names, 2)}",
        f"lv={level}",
        f"lv,k={level},{cue.kind}",
        f"st={status}",
        f"st,k={status},{cue.kind}",
        f"past={int(bool(PAST.search(tail)))}",
        f"past,k={int(bool(PAST.search(tail)))},{cue.kind}",
        f"q={int(inside(cue.start, at.quotes))}",
        f"hl={int(at.headline)}",
        f"cap={int(at.caption)}",
        f"an={int(at.anaphoric)}",
        f"first={int(at.first)}",
        f"tail={tail[:2].strip()}",
        f"carried={int(any(r.kind in ('carried', 'pronoun') for r, _ in links))}",
        f"plural={int(any(r.kind == 'plural' for r, _ in links))}",
    ]
    if NEGATION.search(tail):
        features.append("negated")
        features.append(f"negated,{status}")
    if CONDITION.match(tail):
        features.append("condition")
    if RUMOUR.search(tail):
        features.append("rumour")
    spoken = [reference for reference, _ in links if reference.kind not in UNSPOKEN]
    far = max((max(cue.start - reference.end, reference.start - cue.end) for reference in spoken), default=0)
    features.append(f"far={min(far // 20, 5)}")
    subject = any(r.group in SUBJECT for r, _ in links)
    partner = any(r.group in PARTNER for r, _ in links)
    features.append(f"roles={int(subject)}{int(partner)}")
    features.append(f"roles,k={int(subject)}{int(partner)},{cue.kind}")
    for reference, _ in links[:4]:
        features.append(f"g={reference.group}")
    features.append("gs=" + "|".join(sorted({r.group for r, _ in links})[:4]))
    if HABIT.search(text[at.sentence.start : at.sentence.end]):
        features.append("habit")
    if tail[:4].strip().startswith(("면", "으면", "고 싶", "려면", "자고")):
        features.append("wish")
    return features
