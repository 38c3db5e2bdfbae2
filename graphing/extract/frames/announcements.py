"""Encounters that a sentence tells without naming anybody who was there ('13일 저녁 만찬이 열렸다'): those who came are named next."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graphing.extract.frames.cues import Cue
from graphing.extract.frames.linking import Scene, inside
from graphing.extract.frames.phrases import Reference
from graphing.extract.frames.telling import CROWD, Links, Telling
from graphing.model import MeetingStatus

# What names an event by itself; '논의했다' or '방문했다' without people is told of companies.
NAMING = frozenset({"event", "talk", "meal", "sign", "face"})
# What is said of an event that takes place, up to its verb.
TAKES_PLACE = re.compile(
    r"(?:[이가은는을를도]|에서|장에서)? ?(?:[^\s.,“”\"]+ ){0,4}?"
    r"(?:열[렸린릴려리었고어]|열 (?:예정|계획)|연다|연 |예정[돼되]|개최|"
    r"가졌|가진|가질|갖|진행|이뤄|이루어|마련|있었|있다|성사|시작|막을 올|막이 올|"
    r"닻을 올|벌였|벌인|치렀|치러|맺|주재|했다|했고|한다|끝났|마쳤)"
)
# Where many listen to a few, who came is not told to have met.
LECTURES = re.compile(r"세미나|심포지엄|포럼|박람회|전시회|콘퍼런스|컨퍼런스")
# '11일 A 장관 주재로 회의가 열렸다': who holds it stands beside no verb.
HELD_BY = re.compile(r" ?(?:주재|주최|초청|초대)(?:로|[ 하아]{1,2}래?에|의| ) ?")
HELD_CHANCE = 0.9
HOSTS = re.compile(r"(?:[을를])? ?(?:[^\s.,“”\"]+ ){0,2}?(?:열[었고어린]|연 |연다|개최|주재|마련|가졌|가진|갖|베풀|주최|소집)")
# So far after an encounter that came to nothing stands who would have come; so far where the same word names it (만찬에는 …).
RIGHT_AFTER, NAMED_AGAIN = 2, 8
# So many sentences after a telling, an event is the one just told.
STILL_THE_SAME = 3
# An event without people is believed once somebody is said to have been there.
CERTAINTY = 0.5


def announced(
    text: str,
    index: int,
    at: Scene,
    cues: Sequence[Cue],
    told: Sequence[Telling],
    statuses: Sequence[MeetingStatus | None],
    references: Sequence[Reference] = (),
) -> list[Telling]:
    """The telling of an event of which a sentence names no member but by whom it was held (A 장관 주재로); none where it tells no event,
    or one told in the sentences before.

    ``statuses`` are what the sentence says of each cue, None where a cue is only an aim or a habit.
    """
    if at.headline or any(one.names and index - one.index <= STILL_THE_SAME for one in told):
        return []
    if CROWD.search(text, at.sentence.start, at.sentence.end):
        return []
    for cue, status in zip(cues, statuses, strict=True):
        named = cue.kind in NAMING and status is not None and not inside(cue.start, at.quotes)
        if LECTURES.match(text, cue.start):
            continue
        if named and status is not None and TAKES_PLACE.match(text, cue.end, at.sentence.end):
            by = held_by(text, at, cue, references)
            return [Telling(index, at, cue, by, (), status, ("announced",), text[at.sentence.start : cue.end], CERTAINTY)]
    return []


def held_by(text: str, at: Scene, cue: Cue, references: Sequence[Reference]) -> Links:
    """By whom an event is said to be held, besides whom the sentence names nobody: 'A 장관 주재로', 'A 장관은 협약식을 열었다'."""
    named = [one for one in references if one.kind in ("name", "title") and len(one.names) == 1]
    by = [one for one in named if HELD_BY.match(text, one.phrase_end)]
    if not by and len(named) == 1 and named[0].group in ("는", "가") and HOSTS.match(text, cue.end, at.sentence.end):
        by = [one for one in named if one.end <= cue.start and cue.kind in NAMING]
    return tuple((one, HELD_CHANCE) for one in by[:1])


def hosts_event(text: str, cue: Cue, end: int) -> bool:
    """Whether the words after a cue say that somebody holds the event: '간담회를 열었다', '만찬을 베풀었다'."""
    return cue.kind in ("event", "meal") and HOSTS.match(text, cue.end, end) is not None


def came_to_nothing(told: Sequence[Telling], index: int, cue: Cue) -> bool:
    """Whether the encounter of which a sentence tells what was planned for it is told to have come to nothing."""
    if not told:
        return False
    if told[-1].status == "cancelled" and index - told[-1].index <= RIGHT_AFTER:
        return True
    same = next((one for one in reversed(told) if one.cue.stem == cue.stem), None) if cue.kind in NAMING else None
    return same is not None and same.status == "cancelled" and index - same.index <= NAMED_AGAIN
