"""Encounters that another sentence of the article calls off or denies, without telling them once more.

'A 차관이 2일 B를 면담한다고 알렸다. … 그런데 이튿날 면담은 없던 일이 됐다': the plan is told where its people are named, its end where they
are not. 'A와 B가 만났다는 보도는 사실이 아니다. 앞서 한 매체는 두 사람이 12일 마주 앉았다고 보도했다': what is denied and what was reported
are one encounter, which did not take place.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from graphing.extract.dates.finding import DateMention
from graphing.extract.frames.cues import denied, dropped_at
from graphing.extract.frames.telling import Reading
from graphing.extract.meetings.encounters import Encounter, agree
from graphing.extract.meetings.others import told_there
from graphing.model import Sentence, Span

# What people meet for, as the subject, topic or object of a sentence that says it came to nothing; a promise (약속) may be of anything.
_OCCASION = re.compile(
    r"(?:면담|회동|회담|만남|독대|접견|예방|모임|오찬|만찬|조찬|점심|저녁|식사|골프|라운딩|간담회|차담회?|좌담회?|토론회|라운드테이블|미팅|"
    r"상견례|서명식|협약식|체결식|조인식|통화)(?:[은는이가을를도]| 자체[가를])? "
)
# Whose it was is told by somebody who is not named, or it is of another time: '노조와의 면담은', '다음 회동은', '지난해 간담회는'.
_OF_OTHERS = re.compile(r"[과와](?:의)? ?(?:[가-힣]+ )?$|(?:다음|다른|별도|지난해|작년|내년|예년|나머지|추가|후속|차기) ?(?:[가-힣]+ )?$")
# It did not come to that, or is not sure to: '취소되지 않았다', '취소될 수 있다'.
_UNSURE = re.compile(
    r"(?:취소|무산|연기|불발)(?:[되하]지 ?(?:는|도)? ?않|[될할] (?:수|가능성|뻔|위기|공산)|되면|되더라도|하려|설|[될할]지|하라|해야)"
)
# A day stands so many characters before what was to be on it: '28일 만남은'.
_BESIDE = 4
# So many sentences on, what fell through is the encounter told last, whatever others are planned.
_RIGHT_AFTER = 2
# What others have reported, who may be wrong: '마주 앉았다고 보도했다'.
_REPORTED = re.compile(r"(?:고|것으로) (?:[가-힣\d]+ ){0,3}?(?:보도|전)했|보도(?:된|됐|했)|소문|[회면]동설|알려졌|전해졌")


def fallen_through(
    text: str, encounters: Sequence[Encounter], readings: Sequence[Reading], dates: Sequence[DateMention]
) -> list[Encounter]:
    """The encounters of a story: those planned that a sentence calls off are cancelled, and what is told of them again is one with them.

    ``dates`` stand in their order in the text.
    """
    planned = [one for one in encounters if one.status == "planned"]
    there = told_there(encounters) if planned else {}
    misread: list[Encounter] = []
    for index, reading in enumerate(readings if planned else ()):
        sentence = reading.scene.sentence
        place = _fell_through(text, sentence)
        if place is None or reading.scene.caption:
            continue
        told = [one for one, _ in there.get(index, ())]
        if any(one.indexes != {index} or not _names_nobody(one) for one in told):
            continue
        found = _meant(planned, index, reading, place, dates, by_day=bool(told))
        if found is not None:
            found.tellings = [replace(dated, status="cancelled") for dated in found.tellings]
            found.attended.append(Span(sentence.start, sentence.end))
            planned.remove(found)
            misread += told
    return _told_once(text, [one for one in encounters if not any(one is other for other in misread)])


def _names_nobody(encounter: Encounter) -> bool:
    """Whether all who are told to have met are meant without being named: those told last, who need not be meant."""
    return all(reference.kind not in ("name", "title") for dated in encounter.tellings for reference, _ in dated.telling.links)


def _fell_through(text: str, sentence: Sentence) -> int | None:
    """Where a sentence names an occasion that came to nothing; None where it names none, or whose it was."""
    words = text[sentence.start : sentence.end]
    at = dropped_at(words)
    if at is None or _OCCASION.match(words, at) is None or _UNSURE.search(words, at) or _OF_OTHERS.search(words[:at]):
        return None
    return sentence.start + at


def _meant(
    planned: Sequence[Encounter], index: int, reading: Reading, place: int, dates: Sequence[DateMention], *, by_day: bool
) -> Encounter | None:
    """The planned encounter that fell through by a sentence; None where more than one can be meant. ``by_day``: one of that day alone."""
    named = {name for reference in reading.references for name in reference.names}
    here = _within(reading, dates)
    if any(date.kind == "recurring" for date in here):
        return None
    days = [date for date in here if place - _BESIDE <= date.end <= place and date.when is not None]
    fitting = [one for one in planned if named <= set(one.names) and all(agree(one.when, day.when) for day in days)]
    on_day = [one for one in fitting if days and one.when is not None]
    # 'A와 B의 회담은 폭설로 무산됐다. … 두 사람은 다음 달 만나기로 했다': what is agreed on afterwards stands.
    fitting = on_day if on_day or by_day else [one for one in fitting if index > min(one.indexes)]
    if len(fitting) > 1:
        fitting = [one for one in fitting if 0 < index - one.last <= _RIGHT_AFTER]
    return fitting[0] if len(fitting) == 1 else None


def _within(reading: Reading, dates: Sequence[DateMention]) -> list[DateMention]:
    sentence = reading.scene.sentence
    return [date for date in dates if sentence.start <= date.start < sentence.end]


def _told_once(text: str, encounters: Sequence[Encounter]) -> list[Encounter]:
    """The encounters without those that are told once more as called off or denied, which have their day and place."""
    ends: dict[frozenset[str], list[Encounter]] = defaultdict(list)
    for one in encounters:
        if one.status == "cancelled":
            ends[frozenset(one.names)].append(one)
    kept: list[Encounter] = []
    for encounter in encounters:
        same = next((one for one in ends.get(frozenset(encounter.names), ()) if _is_end_of(text, one, encounter)), None)
        if same is None:
            kept.append(encounter)
            continue
        same.attended += [Span(one.scene.sentence.start, one.scene.sentence.end) for one in (dated.telling for dated in same.tellings)]
        more = [replace(dated, status="cancelled") for dated in encounter.tellings]
        same.tellings = sorted((*same.tellings, *more), key=lambda dated: dated.telling.index)
        same.attendants = {**encounter.attendants, **same.attendants}
        same.attended += encounter.attended
    return kept


def _is_end_of(text: str, cancelled: Encounter, other: Encounter) -> bool:
    """Whether ``cancelled``, of the same people, is the end of the very encounter ``other``, planned or only reported."""
    if other.status == "cancelled" or not agree(cancelled.when, other.when) or set(cancelled.orgs) != set(other.orgs):
        return False
    if other.status == "planned":
        return other.last <= min(cancelled.indexes)
    reported = all(_REPORTED.search(_sentence(text, dated.telling.scene.sentence)) for dated in other.tellings)
    return reported and any(denied(_sentence(text, dated.telling.scene.sentence)) for dated in cancelled.tellings)


def _sentence(text: str, sentence: Sentence) -> str:
    return text[sentence.start : sentence.end]
