"""A telling: one cue with the people it links, and what its certainty is judged by."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from graphing.extract.frames.cues import Cue
from graphing.extract.frames.denials import RUMOUR
from graphing.extract.frames.linking import PARTNER, Scene, inside
from graphing.extract.frames.phrases import Reference
from graphing.model import MeetingStatus, Span

NEGATION = re.compile(r"않|못하|못한|못했|없|아니|안 ")
CONDITION = re.compile(r"[가-힣]{0,2}(?:면|려면|다면|거든|더라도|야)(?: |,)")
HABIT = re.compile(r"매년|매달|매주|정기적|수시로|자주|종종|늘 |해마다|번번이")
PAST = re.compile(r"[았었였했됐났갔왔봤섰췄졌냈렸겼켰쳤뤘눴꿨줬]")
SUBJECT = frozenset({"는", "가", "도", "에서는", "까지", "마저"})
UNSPOKEN = ("carried", "pair")
# The mark of who alone is the subject of what the last sentence tells: whom the next one leaves out, before his partners there.
ACTS = "acts"
# Kinds that tell an encounter by themselves.
STRONG = frozenset({"meet", "face", "talk", "meal", "host", "phone"})
# What a noun that can tell an encounter is said to have been: 회동을 갖다, 면담을 요청하다, 회동설이 돌다.
LIGHT = re.compile(
    r"\s?(?:[은는이가을를도]|에서|에는?|으?로|장에서|자리에서|자리를)? ?"
    r"(?:직접 |따로 |잠시 |짧게 |비공개로 |다시 |처음 |함께 |비공개 |[가-힣]+ 동안 )*"
    r"(?P<verb>(?P<do>하|했|한|할|해|가졌|갖|가진|가질|나눴|나누|나눈|열었|열고|열어|연|열렸|열린|이뤄|이어|마치|마친|마쳤|진행|성사)"
    r"|(?P<ask>요청|제안|제의|신청|추진|희망|원하|요구|주선|청)|(?P<of>결과|메뉴|내용|일정|장소|시간|자료|직전|직후|전|뒤|후|당시|때|중)"
    r"|(?P<say>설[이은을]|의혹|여부|가능성|필요|이유|배경|목적))"
)
# Words that fix when something happened; a habit or an aim has none.
FIXED = re.compile(r"\d ?일|\d ?월|이날|전날|지난|당시|오전|오후|아침|저녁|이튿날|같은 날|작년|올해|그해")
REPORTING = re.compile(r"(?:말했|밝혔|전했|덧붙였|설명했|강조했|답했|평가했|분석했|내다봤|지적했|주장했|말한|전한)다[.”\"]?\s*$")
# What shares or posts change hands in a sentence that tells of no encounter.
TRADE = re.compile(r"지분|주식|인수(?:했|한|하)|승진|선임|임명|부임|발령|취임|합병|매각|상장|기소|구속|재판|선고|소송|고발|혐의")
CROWD = re.compile(
    r"(?:수백|수천|수만|\d{3,}(?:여)?|\d천(?:여)?) ?명|"
    r"신년인사회|시무식|하례회|전시회|박람회|콘퍼런스|컨퍼런스|총회|축제|연설|강연|기조"
)

# How sure it is that a side of unnamed people takes part, where words like '하늘은행 경영진과' name it: it weighs in the features
# as a named partner's chance does. With it 13 of 44 encounters of one person and a side are whole, before it 12.
SIDE = 0.85

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
    # Whether it is one of several encounters that a relay tells (차례로 만났다).
    part: bool = False
    # The part of its sentence that tells it, where others tell of other encounters ('A는 B와 만났고, C는 D를 만났다').
    within: Span | None = None
    # The people linked, each once: asked for again and again.
    names: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "names", names_of(self.links))


# The feature of what an English sentence tells.
ENGLISH = "english"


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


def telling_features(
    text: str, at: Scene, cue: Cue, links: Links, orgs: int, tail: str, status: str, cues: Sequence[Cue] = (), spoken_of: int = 0
) -> list[str]:
    """What the certainty of a telling is judged by.

    ``cues`` are all of the sentence; ``spoken_of`` is of how many people it speaks, linked or not.
    """
    # A side of unnamed people takes part as surely as a partner whose name is read well.
    chances = sorted([*(chance for _, chance in links), *[SIDE] * orgs], reverse=True)
    names = len({name for reference, _ in links for name in reference.names}) + orgs
    second = chances[1] if len(chances) > 1 else chances[0] if chances and names > 1 else 0.0
    past = int(PAST.search(tail) is not None)
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
        f"past={past}",
        f"past,k={past},{cue.kind}",
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
    partner = orgs > 0 or any(r.group in PARTNER for r, _ in links)
    features.append(f"roles={int(subject)}{int(partner)}")
    features.append(f"roles,k={int(subject)}{int(partner)},{cue.kind}")
    for reference, _ in links[:4]:
        features.append(f"g={reference.group}")
    features.append("gs=" + "|".join(sorted({r.group for r, _ in links})[:4]))
    if HABIT.search(text[at.sentence.start : at.sentence.end]):
        features.append("habit")
    features += _context_features(text, at, cue, links, tail, status, cues)
    features += at.arguments.get(cue.start, ())
    features.append(f"unlinked={min(max(spoken_of - names, 0), 3)},{min(names, 3)}")
    if tail[:4].strip().startswith(("면", "으면", "고 싶", "려면", "자고")):
        features.append("wish")
    return features


def _context_features(text: str, at: Scene, cue: Cue, links: Links, tail: str, status: str, cues: Sequence[Cue]) -> list[str]:
    """What the words around a cue say of it: what a noun does, what it is joined to, and what else its sentence tells."""
    start, end = at.sentence.start, at.sentence.end
    words = text[start:end]
    groups = {reference.group for reference, _ in links}
    before = text[cue.start - 1 : cue.start] if cue.start > start else ""
    light = LIGHT.match(text, cue.end, end)
    does = next((name for name in ("do", "ask", "of", "say") if light.group(name)), "none") if light else "none"
    joined = "word" if before.isalnum() else "blank"
    second = sorted((chance for _, chance in links), reverse=True)[1:2]
    features = [
        f"does={does},{cue.kind}",
        f"joined={joined},{cue.stem}",
        f"fixed={int(bool(FIXED.search(words)))},{cue.kind}",
        f"with={int(bool(groups & PARTNER))}{int(bool(groups & SUBJECT))},{cue.stem}",
        f"row={min(sum(1 for other in cues if other.kind in STRONG), 2)},{int(cue.kind in STRONG)}",
        f"status,s={status},{cue.stem}",
    ]
    features += [f"second>{limit}" for limit in (0.6, 0.7, 0.8, 0.9, 0.95, 0.98) if second and second[0] > limit]
    if before.isalnum() and text[cue.end : cue.end + 1].isalnum():
        features.append("within a word")
    for name, pattern in (("reporting", REPORTING), ("trade", TRADE), ("crowd", CROWD)):
        if pattern.search(words):
            features += [name, f"{name},{cue.kind}"]
    return features
