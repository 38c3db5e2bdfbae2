"""Each telling with its day and place; one that lists several earlier dates is as many encounters."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from operator import attrgetter
from typing import TypeVar

from graphing.extract.dates.choice import date_for, itinerary_day
from graphing.extract.dates.finding import DateMention
from graphing.extract.frames.diaries import AHEAD, DIARY, place_in
from graphing.extract.frames.headlines import PARTS
from graphing.extract.frames.modality import is_outlook
from graphing.extract.frames.telling import Telling
from graphing.extract.meetings.encounters import Dated
from graphing.extract.meetings.looks_back import counted_from, enumerated, is_last_time, is_theirs
from graphing.extract.places.choice import exactness, place_for
from graphing.extract.places.finding import PlaceMention
from graphing.model import Article, DateRange, MeetingStatus, Place, Sentence, Span

# Cues whose encounter a list of earlier dates recalls: '만남은 1월과 6월에 이어 세 번째다'.
RECALLED = frozenset({"meet", "face", "talk", "meal"})
EARLIER = re.compile(r"(?:\s?[^,.\d]{0,30}?)(?:에|에서|회의|행사|때)\s?(?:이어|이은)")
FIRST_CLAUSE = re.compile(r"(?:[을를] (?:함께 )?)?\S{0,4} (?:뒤|후|직후|다음|데 이어) |하고 |에서 |[을를] (?:갖|열|가지|마치)고 ")
# Behind a date: the day to which it is put off, not the one that is called off.
PUT_OFF_TO = re.compile(r"(?:으로|로) ?(?:[가-힣]+ )?(?:연기|미[뤄뤘룬루]|늦[춰췄추춘]|순연)")
# Behind what was to take place, a date and what was decided on it: 'A와 B의 면담은 3일 결국 취소됐다'.
CALLED_OFF_ON = re.compile(r"(?:에)? (?:[가-힣]+ )?(?:취소|연기|백지화)[됐했돼되하]")
# What ends a sentence that only says when or where something was, and how long such a sentence may be (characters).
_TIME = r"[일월년말초밤낮쯤]|중순|초순|하순|오전|오후|저녁|아침|무렵|때|에서"
IT_WAS = re.compile(
    rf"(?:(?:{_TIME})(?:였|이었|이)?|날이?었?|(?:의|던) 일이?었?)(?:다|습니다|어요)[.\s”]*$|"
    rf"(?:{_TIME}|의 일)(?:입니다|이에요|예요|(?:이었|였)?을 (?:겁니다|것이다|것입니다|거예요))[.\s”]*$|"
    # '이달 18일로 잡혔다', '25일 오후로 정해졌습니다'
    r"로 (?:[가-힣]+ )?(?:잡[혔았]|정해졌|정했|확정[됐했]|못박았|예정돼 있|예정됐)(?:다|습니다)[.\s”]*$"
)
# Words for the encounter itself, or its time, at the head of such a sentence.
ITSELF = re.compile(
    r"[\s“]*(?:(?:날짜|시기|시점|때|일시|시간|장소|그때|그날|약속|일정|회동|만남|면담|회담|자리)[은는이가]|그게|그것이|그건) "
)
LONGEST_AFTER = 90
# Whatever has a subject tells of something else ('회사가 문을 연 것은 2019년이었다') or of a meeting by itself ('앞선 만남은 …').
SUBJECT = re.compile(r"(?<=[가-힣])(?:[은는이가을를]|[도과와])(?= )|처음|지난번|앞서")
# What joins two days and names no place between them.
AND = re.compile(r"(?:과|와|,|·|및)\s?")
M = TypeVar("M", bound=DateMention | PlaceMention)
# What lies ahead of an encounter that has been: '28일 열리는 회담에 앞서 만났다', '다음 달 3일 개막하는 박람회를 앞두고'.
AHEAD_OF = re.compile(
    r"[^.“”\n]{0,40}?(?:에 앞[서선]|기 위해|[을를] (?:[가-힣\d]+ )?앞[두둔]|로 (?:다가온|예정된)|에 대비|[을를] (?:[가-힣]+ )?준비)"
)
# So many mentions before and after a sentence, and of the beginning, are looked at.
IN_SIGHT, FIRST = 40, 20
ORDINAL = re.compile(r"(?:번째|차례|(?:년|달|월|주|일) ?만(?:이|에|의|인))")
# Partners whose date and place follow them: 'A는 2월에', 'B와는 5일 부산에서'.
NEAR_BEHIND = 24
# Who met and with whom: where a body's people were met, there is but the first.
PAIR = 2
HALLS = frozenset({"만찬장", "오찬장", "회의장", "행사장", "회담장", "면담장", "간담회장", "현장"})
AFTER = frozenset({"는", "가", "와는"})
BEHIND = re.compile(r"(?:을|를|과|와)?\s(?:[^\s,을를과와]+\s)?")
ITS_OWN = re.compile(r"(?:[^,을를“”]{0,16}?)에서(?:,|\s(?:각각|따로|차례로|잇달아|연달아|만나|만났|면담|접견|마주))")
JOINS = re.compile(r"(?:[^,.\d“”]{0,24}?(?:과|와|,|및|·|에 이어|에서|에)\s?)")


def clause_of(told: Telling) -> Span:
    """The words that tell the encounter: from the first link or clause border before the cue to the end of its verb."""
    sentence = told.scene.sentence
    before = [border for border in told.scene.borders if border < told.cue.start]
    first = min((reference.start for reference, _ in told.links if reference.kind != "carried"), default=told.cue.start)
    start = min(first, told.cue.start)
    if before and before[-1] < start:
        start = before[-1] + 1
    elif not before or start <= before[0]:
        start = sentence.start
    end = min((border + 1 for border in told.scene.borders if border >= told.cue.end), default=sentence.end)
    return Span(start, max(end, told.cue.end))


def dated_tellings(
    article: Article, sentences: Sequence[Sentence], told: Telling, dates: Sequence[DateMention], places: Sequence[PlaceMention]
) -> list[Dated]:
    """A telling with its date and place; one that lists several dates (지난해 1월과 같은 해 6월에 이어 세 번째) is as many encounters."""
    sentence = told.scene.sentence
    if DIARY in told.features:
        # 'A 장관, B 회장 면담(16:30, 정부서울청사)': no other line tells where that is.
        further = told.links[0][0].kind == "carried"
        places = [] if further else [place for place in places if sentence.start <= place.start < sentence.end]
        noted = _dated(article, sentences, told, clause_of(told), dates, places)
        over = noted.when is not None and article.published is not None and noted.when.first < article.published
        status: MeetingStatus = "planned" if AHEAD in told.features and not over and noted.status == "held" else noted.status
        return [replace(noted, place=place_in(article.text, sentence) or noted.place, status=status)]
    dates, places = _of_its_clause(told, _in_sight(dates, sentence)), _of_its_clause(told, _in_sight(places, sentence))
    here = [date for date in dates if sentence.start <= date.start < sentence.end and date.kind == "event" and date.when is not None]
    clause = clause_of(told)
    counted = counted_from(article.text, told, here)
    if counted is not None:
        return _since(article, sentences, told, clause, counted, dates, places)
    each = enumerated(article.text, told, here)
    if each:
        return [_recalled(told, date, border, places) for date, border in each]
    # A relay dates each of its partners; only a list of dates without partners between is many encounters of the same people.
    for chain in [] if told.scene.serial or told.part else _chains(article.text, here, told):
        before = EARLIER.match(article.text, chain[-1].end) is not None
        if (len(chain) < 2 and not (before and ORDINAL.search(article.text, chain[-1].end, sentence.end))) or told.cue.kind not in RECALLED:
            continue
        if before and _described(told, chain[-1].end, "relative"):
            continue
        if told.status == "planned" and not before:
            # 'A는 4일 B와 6일 만찬을 한다고 밝혔다': when that was said, and when they will meet.
            continue
        if not (before or (chain[-1].end <= told.cue.start and not _described(told, chain[-1].end))):
            continue
        borders = [date.start for date in chain[1:]] + [_place_border(told, chain[-1])]
        recalled = [_recalled(told, date, border, places) for date, border in zip(chain, borders, strict=True)]
        if all(AND.fullmatch(article.text, date.end, after.start) for date, after in pairwise(chain)):
            # '3일과 4일 가람호텔에서 만났다': both were there.
            recalled = [replace(one, place=recalled[-1].place) for one in recalled]
        if not before:
            return recalled
        others = [date for date in dates if date not in chain]
        return [_dated(article, sentences, told, clause, others, places), *recalled]
    return [_dated(article, sentences, told, clause, dates, places)]


def _in_sight(mentions: Sequence[M], sentence: Sentence) -> Sequence[M]:
    """The first mentions of an article, which say what it is about, and those around a sentence: others tell nothing of it."""
    at: int = bisect_left(mentions, sentence.start, key=attrgetter("start"))
    end: int = bisect_left(mentions, sentence.end, key=attrgetter("start"))
    low = max(0, at - IN_SIGHT)
    return (*mentions[: min(low, FIRST)], *mentions[low : end + IN_SIGHT])


def _of_its_clause(told: Telling, mentions: Sequence[M]) -> Sequence[M]:
    """The mentions without those of other clauses of its sentence that tell of other encounters, where its own clause has one; never
    those of a clause after it: 'A는 B와 만났고, 20일에는 C를 만난다'."""
    within, sentence = told.within, told.scene.sentence
    if within is None:
        return mentions
    own = any(within.start <= one.start < within.end for one in mentions)
    low = within.start if own else sentence.start
    return [one for one in mentions if not sentence.start <= one.start < sentence.end or low <= one.start < within.end]


def _described(told: Telling, end: int, kind: str = "") -> bool:
    """Whether the dates that end at ``end`` belong to another predicate (of a kind) before the cue: '2004년과 2019년 의장국을 지낸 …'."""
    found = told.scene.clauses.predicates
    # '1월과 6월에 서울로 건너와 만났다': what is joined to the telling has its dates.
    return any(end <= one.start and one.end <= told.cue.start and one.kind.startswith(kind) and one.kind != "joined" for one in found)


def _place_border(told: Telling, date: DateMention) -> int:
    """How far behind a date its place may stand: up to the cue that follows, or close by ('만남은 지난해 9월 베를린 이후')."""
    return told.cue.start if told.cue.start > date.end else date.end + 20


def _recalled(told: Telling, date: DateMention, border: int, places: Sequence[PlaceMention]) -> Dated:
    """An earlier encounter of the same people on ``date``, at a place that is named before ``border``."""
    sentence = told.scene.sentence
    venue = next((place for place in places if date.end <= place.start < border), None)
    place = Place(venue.name, Span(venue.start, venue.end)) if venue else None
    return Dated(told, date.when, True, place, Span(sentence.start, sentence.end), "held", recalled=True)


def _since(
    article: Article,
    sentences: Sequence[Sentence],
    told: Telling,
    clause: Span,
    counted: DateMention,
    dates: Sequence[DateMention],
    places: Sequence[PlaceMention],
) -> list[Dated]:
    """A telling whose sentence counts the time from an earlier encounter: that one where it was theirs, and this one where it is told."""
    sentence = told.scene.sentence
    earlier = (
        [_recalled(told, counted, _place_border(told, counted), places)]
        if told.cue.kind in RECALLED and is_theirs(article.text, told, counted, places)
        else []
    )
    others = [date for date in dates if date is not counted]
    if not any(sentence.start <= date.start < sentence.end and date.kind == "event" for date in others):
        # 'X의 만남은 … 이후 8개월 만이다' says of this meeting no more than that it is one.
        return earlier
    return [_dated(article, sentences, told, clause, others, places), *earlier]


def _chains(text: str, dates: Sequence[DateMention], told: Telling) -> list[list[DateMention]]:
    """Dates joined by 과, 와 or a comma, with at most a place between, and no verb ('4일 A와 만났고, 6일에는')."""
    ends = [predicate.end for predicate in told.scene.clauses.predicates]
    chains: list[list[DateMention]] = []
    for date in dates:
        last = chains[-1][-1].end if chains else 0
        if chains and JOINS.fullmatch(text, last, date.start) and not any(last <= end <= date.start for end in ends):
            chains[-1].append(date)
        else:
            chains.append([date])
    return chains


def _dated(
    article: Article,
    sentences: Sequence[Sentence],
    told: Telling,
    clause: Span,
    dates: Sequence[DateMention],
    places: Sequence[PlaceMention],
) -> Dated:
    cue = Span(told.cue.start, told.cue.end)
    dates = _without_next(told, dates)
    if told.scene.headline:
        dates, places = _of_its_part(article.text, told, dates), _of_its_part(article.text, told, places)
    quote = next(((low, high) for low, high in told.scene.quotes if low < told.cue.start < high), None)
    if quote is not None:
        # '20일 국회에서 “A를 만났다”고 말했다': the day and the place of what is said are not those of what it tells.
        dates = [date for date in dates if not _beside(date.start, told, quote)]
        places = [place for place in places if not _beside(place.start, told, quote)]
    elif told.scene.quotes:
        # '식사에 앞선 인사말에서 “교역이 지난해 …”라고 했다': nor is what is said the time of where it is said.
        dates = [date for date in dates if not any(low < date.start < high for low, high in told.scene.quotes)]
    if told.status == "cancelled":
        dates = [date for date in dates if not PUT_OFF_TO.match(article.text, date.end) and not _called_off_on(article.text, told, date)]
    if told.status == "held" and article.published is not None:
        dates = [date for date in dates if not _is_ahead(article.text, told, date, article.published)]
    elif told.status == "planned" and article.published is not None:
        dates = _of_plan(told, dates, article.published)
    sentence = told.scene.sentence
    after = _told_after(article.text, sentences, told)
    day, spot = _first_in(after, sentence, [one for one in dates if one.kind == "event"]), _first_in(after, sentence, places)
    if day is not None:
        when: DateRange | None = day.when
    else:
        when = _own_date(told, dates) or date_for(clause, dates, article, sentences, cue=cue, status=told.status)
    if spot is not None:
        place: Place | None = Place(spot.name, Span(spot.start, spot.end))
    else:
        place = _own_place(article.text, told, places) or place_for(
            clause, places, article, sentences, cue=cue, dates=dates, when=when
        )
    words = when.words if when is not None else None
    own = words is not None and sentence.start <= words.start < sentence.end
    own = own or day is not None
    fixed = own and any(words is not None and date.start <= words.start < date.end and not date.anchored for date in dates)
    status: MeetingStatus = told.status
    if own and is_outlook(article.text, told.cue):
        # '노조가 7일 파업하겠다고 해 이번 만남이 실마리가 될지 눈길이 쏠린다': the day is not its own.
        when, own, fixed = None, False, False
    if status == "held" and own and when is not None and article.published is not None and _to_come(when, article.published):
        # What is told as past on the day after the article appeared was written ahead for that day.
        ahead = (when.first - article.published).days == 1 and "past=1" in told.features
        status = "held" if ahead else "planned"
    elif status == "held" and when is not None and article.published is not None and _to_come(when, article.published):
        # A line of an itinerary tells without a tense what is to come.
        status = "planned" if itinerary_day(clause, dates, article.text) else status
    elif status == "planned" and own and FIRST_CLAUSE.match(article.text, told.cue.end) and _is_past(when, article.published):
        # '3일 A를 만난 뒤 7일 출국할 예정이다': what comes later is planned, the day of the first is past.
        status = "held"
    elif status == "planned" and own and _is_past(when, article.published):
        # '7일 기자들에게 … 만남을 예고했다': the day of the announcement; nobody plans for a day that is past.
        when, own, fixed = None, False, False
    venue = next(
        (
            mention.name
            for mention in places
            if place is not None
            and mention.start == place.words.start
            and mention.kind == "venue"
            # A hall (만찬장) is in whatever house another sentence names.
            and (mention.named or mention.name not in HALLS)
            and sentence.start <= mention.start < sentence.end
        ),
        None,
    )
    chosen = next((mention for mention in places if place is not None and mention.start == place.words.start), None)
    recalled = own and status == "held" and is_last_time(article.text, told)
    return Dated(told, when, fixed, place, clause, status, venue, exactness(chosen) if chosen else 0.0, own, recalled)


def _of_plan(told: Telling, dates: Sequence[DateMention], published: datetime.date) -> Sequence[DateMention]:
    """The dates without those of its sentence that are past, where one before its verb is to come: '20일 만나 내달 다시 만나기로 했다'."""
    sentence = told.scene.sentence
    here = [date for date in dates if sentence.start <= date.start < sentence.end and date.kind == "event" and date.when is not None]
    if not any(date.when is not None and _to_come(date.when, published) and date.end <= told.cue.start for date in here):
        return dates
    return [date for date in dates if date not in here or not _is_past(date.when, published)]


def _is_ahead(text: str, told: Telling, date: DateMention, published: datetime.date) -> bool:
    """Whether a date is that of something still to come, in view of which people have met."""
    here = told.scene.sentence.start <= date.start and date.end <= told.cue.start
    return here and date.when is not None and _to_come(date.when, published) and AHEAD_OF.match(text, date.end, told.cue.start) is not None


def _called_off_on(text: str, told: Telling, date: DateMention) -> bool:
    """Whether a date is the day on which an encounter was called off, and says nothing of when it was to be."""
    return told.cue.end <= date.start < told.scene.sentence.end and CALLED_OFF_ON.match(text, date.end) is not None


def _told_after(text: str, sentences: Sequence[Sentence], told: Telling) -> Sentence | None:
    """The sentence that only says when and where the one before it was: 'A와 B가 만났다. 7일 가람호텔에서다'; None where there is none."""
    following = sentences[told.index + 1] if told.index + 1 < len(sentences) else None
    here = told.scene.sentence
    if following is None or following.paragraph != here.paragraph or following.end - following.start > LONGEST_AFTER:
        return None
    said = None if told.scene.headline else IT_WAS.search(text, following.start, following.end)
    if said is None:
        return None
    itself = ITSELF.match(text, following.start)
    return None if SUBJECT.search(text, itself.end() if itself else following.start, said.start()) else following


def _first_in(after: Sentence | None, own: Sentence, mentions: Sequence[M]) -> M | None:
    """The first of ``mentions`` within ``after``, where a telling's ``own`` sentence has none."""
    if after is None or any(own.start <= one.start < own.end for one in mentions):
        return None
    return next((one for one in mentions if after.start <= one.start < after.end), None)


def _beside(place: int, told: Telling, quote: tuple[int, int]) -> bool:
    """Whether a place lies in the telling's sentence, before the quotation that tells the encounter."""
    return told.scene.sentence.start <= place < quote[0]


def _own_date(told: Telling, dates: Sequence[DateMention]) -> DateRange | None:
    """The date of one partner of a relay that dates each of them: '6월에는 A를, 7월에는 B를 각각', 'A는 2월, B는 3월에 각각'."""
    sentence = told.scene.sentence
    here = [d for d in dates if sentence.start <= d.start < sentence.end and d.kind == "event" and d.when is not None]
    if not (told.scene.serial or told.part) or len(told.links) != 2 or len(here) < 2:
        return None
    partner = told.links[-1][0]
    if partner.group in AFTER:
        found = next((d for d in here if partner.end <= d.start <= partner.end + 12), None)
    else:
        found = next((d for d in reversed(here) if d.end <= partner.start), None)
    # 'A와 B는 10일 부산에서 만난 데 이어 24일 서울에서 만난다': the first day is that of the other verb.
    return found.when if found is not None and not _described(told, found.end, "") else None


def _of_its_part(text: str, told: Telling, mentions: Sequence[M]) -> Sequence[M]:
    """The mentions without those of another part of a headline: 'A, B·C와 차례로 만나… 3일엔 평택행'."""
    sentence, cue = told.scene.sentence, told.cue

    def apart(one: M) -> bool:
        here = sentence.start <= one.start < sentence.end
        return here and PARTS.search(text, *sorted((one.end if one.end <= cue.start else cue.end, max(one.start, cue.start)))) is not None

    return [one for one in mentions if not apart(one)]


def _without_next(told: Telling, dates: Sequence[DateMention]) -> Sequence[DateMention]:
    """The dates without that of the next partner of a relay: '개막일에는 B를, 14일에는 C를 각각 만났다'."""
    partner = told.links[-1][0] if told.part and told.links else None
    if partner is None or len(told.links) < PAIR or partner.group in AFTER or partner.kind == "carried":
        return dates
    return [date for date in dates if not partner.end <= date.start < told.cue.start]


def _own_place(text: str, told: Telling, places: Sequence[PlaceMention]) -> Place | None:
    """The place of one partner of a relay that places each of them: '국회에서 A를, 가람호텔에서 B를 만났다', or behind each partner."""
    sentence = told.scene.sentence
    here = [place for place in places if sentence.start <= place.start < sentence.end and place.kind in ("venue", "city")]
    if not (told.scene.serial or told.part) or len(told.links) != 2 or len(here) < 2:
        return None
    partner = told.links[-1][0]
    after = next((place for place in here if partner.end <= place.start <= partner.end + NEAR_BEHIND), None)
    # 'A를 찻집에서, B를 집무실에서 따로 만났다'
    behind = after is not None and BEHIND.fullmatch(text, partner.end, after.start) and ITS_OWN.match(text, after.end)
    if partner.group == "와는" or behind:
        return Place(after.name, Span(after.start, after.end)) if after else None
    before = [place for place in here if place.end <= partner.start]
    return Place(before[-1].name, Span(before[-1].start, before[-1].end)) if before else None


def _is_past(when: DateRange | None, published: datetime.date | None) -> bool:
    """Whether a date is a day before the publication."""
    return when is not None and published is not None and when.precision == "day" and when.first < published


def _to_come(when: DateRange, published: datetime.date) -> bool:
    """Whether all of a date lies after the publication."""
    size = {"day": 10, "month": 7, "year": 4}[when.precision]
    return when.iso() > published.isoformat()[:size]
