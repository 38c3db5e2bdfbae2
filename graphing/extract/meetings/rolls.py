"""Lists of those who came: below what they came to, in the sentence after it, in the row of a photograph."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from graphing.extract.frames.discourse import BULLET
from graphing.extract.frames.linking import ROW
from graphing.extract.frames.phrases import Reference
from graphing.extract.frames.substitutes import is_sent, stands_in
from graphing.extract.frames.telling import Reading
from graphing.extract.meetings.encounters import Encounter
from graphing.extract.occasions import OCCASION

# So many sentences after the one that tells an encounter a list of its own may say who came.
REACH_ON = 4
# A line of a list of those who came: '△한결 콩알 대표'.
ROLL = re.compile(r"참석|명단|간담회|회동|만찬|오찬|조찬|회의|모임|자리|라운드테이블|차담회|상견례|협약식")
# Who opens an event, or speaks at it by these words, is there: 'A 회장은 인사말에서 …'.
SPEECH = re.compile(
    r"[은는이가도] (?:(?!서면|영상|대독)[^\s,.“”\"]+ ){0,2}?(?<![가-힣])"
    r"(?:인사말|모두 ?발언|개회사|환영사|축사|건배사|답사|격려사|마무리 ?발언|맺음말)"
    r"(?:에서|을 통해|[을를]|[으]?로) ?(?!보내|전해|대독)"
)
# Words that say of their subject that he was there, though he did not sit among the others: 'A 회장은 화상으로 참석했다'.
BY_SCREEN = re.compile(
    r"[은는이가도] (?:[^\s,.“”\"]+에서 )?(?:화상|영상|온라인|원격)(?:으로|을 통해) (?:참석|참여|함께|연결|자리|합류)[가-힣]{0,2}[했한하됐]"
)
# Who took the chair or was the host: '사회는 A 회장이 맡았다', '이번 행사의 호스트는 A 회장'.
IN_CHAIR = re.compile(
    r"(?<![가-힣])(?:사회|진행|좌장|호스트|주최자|주빈|(?:기조)?발제자로)[은는] (?:[^\s,.“”\"]+ ){0,1}?\Z"
)
CHAIRED = re.compile(r"[이가] (?:나[서선섰]|맡[았는]|보[았는]|봤|본다|했)|(?:이다|이었다|였다|다)?[.]")
# Kinds of what speeches are made at.
OF_MANY = frozenset({"event", "meal", "sign"})
# 'A 장관은 … 열었다. 이 자리에서 B 사장은 …': who did something there.
AT_IT = re.compile(rf"\s*(?:이|그|이날|이번|해당) ?{OCCASION}에서(?:는)? \Z")
# Particles of those who came.
CAME_AS = frozenset({"가", "도", "는", "등+가", "등+는", "등+도"})


def before_list(text: str, readings: Sequence[Reading], index: int) -> int | None:
    """The sentence that a line of a list of names hangs on: the one before the list's first line; None where it is no such line."""
    place = index
    while place >= 0 and BULLET.match(text, readings[place].scene.sentence.start):
        place -= 1
    return place if 0 <= place < index else None


def listed_below(text: str, readings: Sequence[Reading], reading: Reading, encounter: Encounter) -> bool:
    """Whether a sentence is a line of a list of names below one that tells an encounter, or below one after it that says who came."""
    if not BULLET.match(text, reading.scene.sentence.start):
        return False
    host = before_list(text, readings, bisect_left(readings, reading.scene.sentence.start, key=lambda one: one.scene.sentence.start))
    if host is None:
        return False
    above = readings[host].scene.sentence
    # '참석자는 다음과 같다' may stand some sentences below what they came to.
    reach = REACH_ON if any(cue.kind == "attend" for cue in readings[host].cues) else 2
    told = any(0 <= host - dated.telling.index <= reach for dated in encounter.tellings)
    return told and ROLL.search(text, above.start, above.end) is not None


def in_row(text: str, reading: Reading, reference: Reference, features: Sequence[str], encounter: Encounter) -> bool:
    """Whether somebody stands in a photograph's row that belongs to the encounter told in or just before the same sentence.

    One that shows of those who are told to have met only one, and others beside him, shows something else; and none shows what is to come.
    """
    row = ROW.search(text, reading.scene.sentence.start, reference.start)
    if row is None or reference.kind != "name" or not {"d=same", "d=1", "d=back"} & set(features) or encounter.status == "planned":
        return False
    shown = {name for one in reading.references if one.start >= row.end() for name in one.names}
    return "d=same" in features or len(encounter.told) < 2 or len(shown & set(encounter.told)) > 1



def came_for(text: str, reference: Reference, features: Sequence[str]) -> bool:
    """Whether somebody came in another's place to the encounter told in or just before the same sentence."""
    near = {"d=same", "d=1", "d=2"} & set(features) and "between=1" not in features and "date=0" not in features
    return bool(near) and (is_sent(text, reference) or stands_in(text, reference))


def was_there(text: str, reading: Reading, reference: Reference, features: Sequence[str], encounter: Encounter) -> bool:
    """Whether words of its own say that somebody was at the encounter told before: that he spoke, was in the chair, or did something."""
    if {"between=1", "date=0"} & set(features):
        return False
    if not {"d=same", "d=1", "d=2", "d=3", "d=back"} & set(features) or reference.kind not in ("name", "title"):
        return False
    start, end = reading.scene.sentence.start, reading.scene.sentence.end
    told = (one.telling.scene for one in encounter.tellings if not one.telling.scene.headline)
    if not any(one.sentence.start <= start for one in told):
        # Only the headline has told of it so far.
        return False
    if IN_CHAIR.search(text, start, reference.start):
        return CHAIRED.match(text, reference.phrase_end, end) is not None
    if reference.group not in CAME_AS or encounter.status == "planned":
        return False
    if BY_SCREEN.match(text, reference.phrase_end, end) or AT_IT.fullmatch(text, start, reference.start):
        return True
    of_event = any(one.telling.cue.kind in OF_MANY or "announced" in one.telling.features for one in encounter.tellings)
    return of_event and "d=3" not in features and _speaks(text, reading, reference)


def _speaks(text: str, reading: Reading, reference: Reference) -> bool:
    """Whether somebody is told to have made a speech: 'A 회장은 모두발언에서 …', but not '… 이날 국무회의 모두발언에서'."""
    speech = SPEECH.match(text, reference.phrase_end, reading.scene.sentence.end)
    return speech is not None and (ROLL.search(text, reference.phrase_end, speech.end()) is None or reading.scene.anaphoric)
