"""What a sentence leaves in mind for those after it: whom it spoke of, who met, and who stayed away."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graphing.extract.frames.clauses import UNREAD, Clauses, clauses
from graphing.extract.frames.cues import Cue
from graphing.extract.frames.discourse import Sightings
from graphing.extract.frames.linker import meets_group, stayed_away
from graphing.extract.frames.linking import AT_WHICH, STAYED_AWAY, Scene, inside
from graphing.extract.frames.outsiders import is_dead
from graphing.extract.frames.phrases import Reference

WHO = re.compile(r"(?<![가-힣])(?:이|사람|인물|쪽|것|주인공|장본인|주인|손님)[은는] ")
IS_HE = re.compile(r"(?:이|이었|였|입니|이었습니|였습니)?(?:다|습니다)[.”\"]*\s*$|[”\"]?\.\s*$")
# 'A를 만난 지 2년 만', 'A가 찾아온 뒤 6년 만': the encounter is only what the time is counted from.
SINCE = re.compile(r"[^.,]{0,12}(?:지|뒤|후|이후) [^.,]{1,10}만(?:의|에|이)")


def _aside(text: str, at: Scene, cue: Cue) -> bool:
    """Whether an encounter is told only in passing: inside a relative clause, or as the last before another."""
    found = at.clauses
    index = found.after(cue.start)
    relative = index + 1 < len(found.predicates) and found.predicates[index].kind == "relative"
    return relative or SINCE.match(text, cue.end, at.sentence.end) is not None


def remember_together(text: str, at: Scene, cue: Cue, names: tuple[str, ...], sightings: Sightings) -> None:
    """Takes note of those whom 두 사람 or 양사 may look back to; not of those who only attended."""
    if len(names) == 1 and cue.kind == "face" and not at.headline and meets_group(text, cue, at.sentence.start):
        # 'A는 총수들과 마주 앉았다': whoever met before is not meant by what they did next.
        sightings.meet_unnamed()
    if len(names) < 2 or at.headline or cue.kind == "attend":
        return
    # '회동에는 C도 동석했다': with those who held it, of whom the words may bring but one to mind.
    all_there = (*sightings.pair(), *names) if AT_WHICH.match(text, cue.end) else names
    sightings.tell(tuple(dict.fromkeys(all_there)), aside=_aside(text, at, cue))


def remember(
    text: str, at: Scene, references: Sequence[Reference], sightings: Sightings, unspoken: str | None = None, *, attended: bool = False,
    acting: str | None = None, beside: bool = False,
) -> None:
    """Takes note of whom a sentence spoke of; who only ``attended`` what others held (회의에는 C와 D가) is no pair.

    It goes on about whom the text is about where it only tells who was ``beside`` those who met (C 대표가 동석했다).

    It is still about ``unspoken``, who takes part in what it tells, where it has no subject of its own.
    """
    spoken = tuple(dict.fromkeys(name for reference in references for name in reference.names if not is_dead(text, reference)))
    if not spoken or at.headline or at.caption:
        return
    sightings.stay_away(tuple(name for reference in references if stays_away(text, at, reference) for name in reference.names))
    subjects = [r for r in references if r.group in ("는", "가") and not inside(r.start, at.quotes)]
    single = [r for r in subjects if len(r.names) == 1 and r.marker == r.group]
    if len(single) > 1:
        # The topic of the main clause, before the subject of a relative clause and of a report (…고 A가 전했다).
        found = at.clauses if at.clauses.predicates else clauses(at.sentence.tokens)
        last = len(found.predicates) - 1
        single.sort(key=lambda r: (found.closed(r.phrase_end, r.marker, last) or _reports(found, r), r.marker != "는"))
    named = _named_last(text, at, references) if not single else None
    listed = subjects if subjects and not attended and subjects[0].marker != subjects[0].group else []
    together = tuple(dict.fromkeys(name for reference in listed for name in reference.names))
    goes_on = unspoken if unspoken == sightings.topic() else None
    topic, firm = (single[0].names[0], single[0].marker == "는") if single else (named or goes_on, goes_on is not None)
    if beside:
        topic, firm = sightings.topic() or topic, False
    sightings.hear(spoken, topic, together, at.sentence.paragraph, firm=firm, acting=acting)


def stays_away(text: str, at: Scene, reference: Reference) -> bool:
    """Whether a sentence says of one of its subjects that he did not come."""
    if reference.group not in ("는", "가", "도") or not STAYED_AWAY.search(text, reference.phrase_end, at.sentence.end):
        return False
    read = at if at.clauses is not UNREAD else replace(at, clauses=clauses(at.sentence.tokens))
    return stayed_away(text, read, None, reference)


def _named_last(text: str, at: Scene, references: Sequence[Reference]) -> str | None:
    """Whom a sentence names as its last word, and so speaks of: '대신 나온 이는 B 전무였다'; None where it names nobody so."""
    last = references[-1]
    if last.kind != "name" or len(last.names) > 1 or not IS_HE.match(text, last.phrase_end, at.sentence.end):
        return None
    return last.names[0] if WHO.search(text, at.sentence.start, last.start) else None


def _reports(found: Clauses, reference: Reference) -> bool:
    """Whether a subject only reports what was said before: '…다고 A가 전했다'."""
    first = found.after(reference.phrase_end)
    return reference.marker == "가" and 0 < first == len(found.predicates) - 1 and found.predicates[first - 1].kind == "said"
