"""Sentences that look back: those that count the time from an earlier encounter, and those that list earlier ones with their dates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from graphing.extract.dates.finding import DateMention
from graphing.extract.frames.linking import PARTNER
from graphing.extract.frames.telling import Telling
from graphing.extract.occasions import OCCASION
from graphing.extract.places.finding import PlaceMention

# '지난해 6월 이후 8개월 만이다', '2021년 비공개 식사 이후 약 4년 만에 처음', '2019년 소송이 시작된 뒤 둘이 만난 것은 이날이 처음이다';
# what stands between says what happened on that date.
COUNTED = re.compile(
    rf"(?P<since>(?P<what>[^.,“”\"]{{0,40}}?)\s?(?:이후|이래|(?:뒤|후)로|(?:만난|방문|[가-힣]*{OCCASION}) (?:뒤|후)|(?P<then>뒤|후)))로?,? "
    r"(?:[가-힣]{1,3} |[^.,“”\"]{1,30}?(?:것은|건|기는) (?:[이그]번이 |[이그]날이 )?)?"
    r"(?:(?:[\d가-힣]+ ?(?:년|해|달|월|주|일|시간)[여쯤]?|[가-힣]{1,4}) ?만(?:[에의이인입]|,)|처음)"
)
# Offices, whoever holds them: that 'the two heads' met in 2013 does not say that these two did.
OFFICES = re.compile(r"수장|정상|기관장|총수|양국|양측|양 기관|두 기관")
# A relative clause right before a date, and one that tells of an encounter.
DESCRIBED = re.compile(r"[가-힣]*[한된진난린킨친선든]\s$")
MET = re.compile(
    r"만난|마주|뵌|본 $|회동|면담|대좌|찾은|방문한|"
    r"논의한|협의한|체결한|서명한|식사한|함께한|[온간] $|앉은|가진|나눈|열린|초청|들른|지난 $|앞선 $"
)
EVENT = re.compile(rf"{OCCASION}|점심|저녁|차를 (?:나|마)|번개|골프")
# Where two may have met, though it was not for that: '2022년 방한 이후 처음'.
OF_MANY = re.compile(r"포럼|방문|방[한미일중북러]|순방|(?:나란히|함께) ")
ENDED = re.compile(r"있었|가졌|했다|했습니다|열렸|이뤄졌|만났|나눴|갖고|가진 데|한 데|이어졌|함께했")
# '첫인사를 나눈 지 닷새 만이다', '처음 만난 지 두 달 만에': the cue is that of the earlier encounter.
LAST_TIME = re.compile(r"[가-힣]{0,3}[한난눈된은든진온간본친] (?:지|데 이어|뒤|후) [^.,“”]{1,14}? ?만(?:에|의|이[다며었고]|인)")
# So many people at most have a list of meetings of theirs: more are many pairs.
FEW = 2


def counted_from(text: str, told: Telling, here: Sequence[DateMention]) -> DateMention | None:
    """The date of a telling's sentence from which it counts the time that has passed; None where it counts none."""
    return next((date for date in here if _counts(text, told, date)), None)


def _counts(text: str, told: Telling, date: DateMention) -> bool:
    """Whether a telling's time is counted from a date: from a day only by 이후, as '4일 공장을 둘러본 뒤 처음' tells of that day."""
    match = COUNTED.match(text, date.end, told.scene.sentence.end)
    if match is None or match["then"] is None:
        return match is not None
    of_then = date.end <= told.cue.start < match.end("what")
    return bool(match["what"].strip()) and not of_then and date.when is not None and date.when.precision != "day"


def is_last_time(text: str, told: Telling) -> bool:
    """Whether a telling is of the time before, from which its sentence counts: '지난 8일 첫인사를 나눈 지 닷새 만이다'."""
    return LAST_TIME.match(text, told.cue.end - 1, told.scene.sentence.end) is not None


def is_theirs(text: str, told: Telling, date: DateMention, places: Sequence[PlaceMention] = ()) -> bool:
    """Whether what happened on the date from which the time is counted was an encounter of the very people of the telling.

    It was where nothing else is said to have happened: only where that was, or what they met for; not 지난해 9월 임시주총 이후,
    2019년 소송이 시작된 뒤.
    """
    match = COUNTED.match(text, date.end, told.scene.sentence.end)
    if match is None:
        return False
    what, end = match["what"].strip(), match.end("what")
    placed = any(date.end <= place.start < end >= place.end for place in places)
    if what and not placed and not any(pattern.search(match["since"]) for pattern in (EVENT, MET, OF_MANY)):
        return False
    before = DESCRIBED.search(text, told.scene.sentence.start, date.start)
    if before and not EVENT.search(match["what"]) and not MET.search(before[0]):
        # '분쟁이 터진 2015년 7월 이후': that month is told for something else.
        return False
    words = [text[reference.start : reference.phrase_end] for reference, _ in told.links if reference.kind != "name"]
    if any(OFFICES.search(word) for word in words):
        return False
    # Somebody else who is named there was the one who came or met then: '2014년 4월 유 전 총재 이후'.
    return not re.search(r"(?:^|\s)전 [가-힣]+$", match["what"].strip())


def enumerated(text: str, told: Telling, here: Sequence[DateMention]) -> list[tuple[DateMention, int]]:
    """The dates of a sentence that lists earlier encounters of the same people, each with the place where its words end.

    'A와 B는 6월 첫 회동에 이어 8월 16일 오찬, 같은 달 28일 저녁 식사를 가졌다': every date has an encounter of its own after it, and no
    partner of its own. Empty where a sentence is no such list.
    """
    sentence = told.scene.sentence
    here = _finest(text, here)
    if len(here) < 2 or told.status != "held" or len(told.names) > FEW:
        return []
    borders = [*(date.start for date in here[1:]), sentence.end]
    found = list(zip(here, borders, strict=True))
    if not all(EVENT.search(text, date.end, border) for date, border in found):
        return []
    if ENDED.search(text, here[-1].end, sentence.end) is None:
        return []
    # A partner named after the first date has a date of his own: '1월에는 A와, 2월에는 B와 오찬을 했다'.
    partners = [reference.start for reference, _ in told.links if reference.group in PARTNER] + [words.start for _, words in told.orgs]
    return [] if any(start >= here[0].end for start in partners) else found


def _finest(text: str, here: Sequence[DateMention]) -> list[DateMention]:
    """The dates without a year that only opens a list of days: 올해 in '올해는 1월 4일 조찬을, 2월 9일 차담을 했다'."""
    kept = []
    for date, following in zip_longest(here, here[1:]):
        opens = date.when is not None and date.when.precision == "year" and following is not None
        if opens and following is not None and EVENT.search(text, date.end, following.start) is None:
            continue
        kept.append(date)
    return kept
