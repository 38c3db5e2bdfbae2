"""Lists of those who came: below what they came to, in the sentence after it, in the row of a photograph."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from graphing.extract.frames.discourse import BULLET
from graphing.extract.frames.linking import ABSENT, ROW
from graphing.extract.frames.references import Reference
from graphing.extract.frames.substitutes import is_sent, stands_in
from graphing.extract.frames.telling import Reading
from graphing.extract.meetings.encounters import Encounter
from graphing.extract.occasions import OCCASION

# So many sentences after the one that tells an encounter a list of its own may say who came.
REACH_ON = 4
# A line of a list of those who came: '△한결 콩알 대표'.
ROLL = re.compile(r"참석|명단|간담회|회동|만찬|오찬|조찬|회의|모임|자리|라운드테이블|차담회|상견례|협약식")
# The heading of such a list: '◇참석자'; and a line that is one by itself: '▲참석자: A 회장, B 사장'.
HEADING = re.compile(r"\s*[◇◆■□●○▲△▶▷]?\s?(?:주요 |이날 )?(?:참석|배석|참가)(?:자|자들)?(?: ?명단)?\s*(?:[:：]|\n|\Z)")
# Who was invited to what is to come, told after it: 'A 사장과 B 사장이 초청장을 받았다', 'C 회장도 초대됐다'.
INVITED = re.compile(r"[^.“”\"]{0,80}?(?:초청|초대)(?:장|명단)?(?:[을를에이]? ?(?:받(?!지)|올랐|들었|포함)|됐|되었|돼 ?있|받(?!지))")
# 'A시에서는 B 시장과 C 국장이 나왔다', '사절단에는 C도 포함됐다': a side, and those of it who came.
SIDE = re.compile(
    r"\s*(?:이어 |또 |반면 |또한 |그리고 )?(?:[^\s,.“”\"]+ ){0,3}?[^\s,.“”\"]*?"
    r"(?:(?<=[^\s,.“”\"])(?:에서는|에서도|에선|측은|측에선|쪽은|쪽에선)|"
    r"(?:[절표문찾방미한중일]단|수행단|일행|수행원|출장|출장길|방문|순방)(?:에는|에도|엔|으로는|에)) "
    r"(?:[^\s,.“”\"]+ (?:외에|말고도|뿐 아니라|[을를] 비롯해) |[^\s,.“”\"]+(?:인|[을를] 맡은) ){0,2}?"
)
CAME = re.compile(
    r"[^.,“”\"]{0,10}?(?:자리(?:[해했하한]|[를에] (?:함께|같이|했|지[켜켰]))|나[와왔온올]|나섰|나선|참석|참여|참가|배석|동석|"
    r"함께[했한할하였]|합류|포함(?!되지|하지)|끼(?:었|어|였)|있었|따라[갔왔나]|수행[했한하]|동행|(?:일행|손님|그|그들)을? 맞|들어[왔갔간]|"
    r"앉)"
)
# 'A를 안내한 하늘조선 C 사장은', 'A와 함께 온 C가': what stands between them.
WITH_HIM = re.compile(
    r"(?:[을를] (?:직접 |현장에서 |따로 |함께 )?(?:(?:안내|수행|영접|보좌|배웅|맞이)(?:한|했던|하던)|따라온|따라간|따라나선|"
    r"모시고 온|맞은)|"
    r"[과와] (?:동행한|(?:함께|나란히|같이) (?:온|간|찾은|앉은|나온|들어온|방문한|자리한)|함께한)) (?:[^\s,.“”\"]+(?<![은는]) ){0,4}"
)
# 'A 회장을 비롯해 B 회장, C 사장입니다': a sentence that is a list.
IS_LIST = re.compile(r"(?:등)?(?:이|입니)?(?:다|었다|었습니다)[.…”\"]*\s*$")
LISTED = 3
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
AT_IT = re.compile(
    rf"\s*(?:이|그|이날|이번|해당) ?{OCCASION}에서(?:는)? \Z"
)
# Particles of those who came.
CAME_AS = frozenset({"가", "도", "는", "등+가", "등+는", "등+도"})


def before_list(text: str, readings: Sequence[Reading], index: int) -> int | None:
    """The sentence that a line of a list of names hangs on: the one before the list's first line; None where it is no such line."""
    place = index
    while place >= 0 and BULLET.match(text, readings[place].scene.sentence.start):
        if place < index and HEADING.match(text, readings[place].scene.sentence.start, readings[place].scene.sentence.end):
            break
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
    if HEADING.match(text, reading.scene.sentence.start, reading.scene.sentence.end):
        return any(0 <= host - told <= REACH_ON for told in encounter.indexes)
    # '참석자는 다음과 같다' may stand some sentences below what they came to.
    reach = REACH_ON if any(cue.kind == "attend" for cue in readings[host].cues) else 2
    told = any(0 <= host - dated.telling.index <= reach for dated in encounter.tellings)
    return told and ROLL.search(text, above.start, above.end) is not None


def listed_next(text: str, readings: Sequence[Reading], reading: Reading, encounter: Encounter) -> bool:
    """Whether a sentence is but a list, and the one before it says that so many came: '16명이 참석했다. A 회장, B 회장, C 사장이다'."""
    index = bisect_left(readings, reading.scene.sentence.start, key=lambda one: one.scene.sentence.start)
    names = [reference for reference in reading.references if reference.kind == "name"]
    if index == 0 or reading.cues or len(names) < LISTED:
        return False
    if not any(0 <= index - 1 - told <= REACH_ON for told in encounter.indexes):
        return False
    above = readings[index - 1]
    start, end = above.scene.sentence.start, above.scene.sentence.end
    if above.references or ABSENT.search(text, start, end) or ROLL.search(text, start, end) is None:
        return False
    return IS_LIST.fullmatch(text, names[-1].phrase_end, reading.scene.sentence.end) is not None


def invited_to(text: str, reading: Reading, reference: Reference, features: Sequence[str], encounter: Encounter) -> bool:
    """Whether a sentence says that somebody was invited to an encounter that is still to come."""
    if encounter.status != "planned" or {"d=back", "between=1", "date=0"} & set(features):
        return False
    if reference.kind != "name" or reference.group not in CAME_AS | {","}:
        return False
    # '7일 B를 초대했다'; the words that say who was invited are a cue themselves.
    others = any(not text.startswith(("초청", "초대"), cue.start) for cue in reading.cues)
    return not others and INVITED.match(text, reference.phrase_end, reading.scene.sentence.end) is not None


def of_side(text: str, reading: Reading, reference: Reference, features: Sequence[str]) -> bool:
    """Whether a sentence right after one that tells the encounter names those of one side who came."""
    away = {"between=1", "date=0"} & set(features)
    return not away and bool({"d=1", "d=2"} & set(features)) and names_side(text, reading, reference)


def accompanied(text: str, reading: Reading, reference: Reference, features: Sequence[str], encounter: Encounter) -> bool:
    """Whether somebody is said in passing to have shown one of those who met around, or to have come with him: 'A를 안내한 C는 …'."""
    if not {"d=same", "d=1", "d=2"} & set(features) or {"between=1", "date=0"} & set(features) or reference.group not in CAME_AS:
        return False
    before = [one for one in reading.references if one.end <= reference.start][-1:]
    with_one = before and set(before[0].names) <= set(encounter.told)
    return bool(with_one) and WITH_HIM.fullmatch(text, before[0].phrase_end, reference.start) is not None


def names_side(text: str, reading: Reading, reference: Reference) -> bool:
    """Whether a sentence tells who of one side came, and somebody is one of them: '당에서는 A 의장과 B 실장이 따라갔다'."""
    if reference.kind != "name" or reference.group not in CAME_AS:
        return False
    sentence = reading.scene.sentence
    first = next((one for one in reading.references if one.group == reference.group), reference)
    last = next((one for one in reversed(reading.references) if one.group == reference.group), reference)
    side = SIDE.match(text, sentence.start, first.start)
    if side is None or side.end() != first.start or any(
        one.group not in CAME_AS for one in reading.references if first.start <= one.start < last.start
    ):
        return False
    return CAME.match(text, last.phrase_end, sentence.end) is not None


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
