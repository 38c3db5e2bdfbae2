"""Which of an article's places is that of an encounter told in a clause."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from graphing.extract.dates.choice import CLAUSE_END
from graphing.extract.dates.finding import DateMention
from graphing.extract.occasions import OCCASION
from graphing.extract.places.finding import PlaceMention
from graphing.model import Article, DateRange, Place, Sentence, Span

_RANK = {"venue": 0.0, "city": 1.0, "region": 2.0, "country": 3.0}
# By telephone or on a screen: nobody is anywhere together.
_REMOTE = re.compile(
    r"화상(?:으로|회의|통화|면담|회담)|전화를 걸|전화로|전화 통화|통화(?:하|했|를|로)|유선으로|온라인으로|화면으로|화면 너머|"
    r"by phone|video call|phone call"
)
# An encounter told beside another (…과도 만났다, 앞서, 따로) or one that failed need not be where that one was.
_ELSEWHERE = re.compile(
    r"[과와]도\s|으?로\s(?:이동|옮겨|옮긴|건너가|넘어가|자리를 옮)|"
    r"(?<!에 )앞서\s(?!도착|와|온)|따로 만|번째 (?:자리|만남|회동)[은는]|려 했지만|"
    r"무산|불발|이뤄지지 않|취소|없다|없다고|적이 없|일이 없|방한|귀국|"
    r"이튿날|다음 ?날|(?:하루|이틀|사흘|나흘|닷새|엿새|열흘|보름|일주일|한 달|\d+일|\d+개월) ?(?:뒤|후)에?"
)
# A caption that says where the scene is: `11일 저녁 가람공항.`
_CAPTION = 60
# A denial of the very encounter told before (그날, 그때) is of one in that place.
_THEN = re.compile(r"그날|그때|그 자리|그곳")
# Where somebody speaks of an encounter, and what is only to be done in a place. Not where a press conference was held (…에서 열린): the
# picture that shows them together was taken there.
# Nor where something was done that is told of: …에서 협상했다고 밝혔다.
_SPEAKING = re.compile(
    r"에서(?:는)?\s(?:(?!열린|열리는|[^\s.,]*[았었했였됐났갔왔봤섰췄졌냈렸겼켰쳤뤘눴꿨줬]다고\s)[^\s.,]+\s){0,2}?"
    r"(?:밝혔|밝힌|말했|전했|설명했|취재진|기자)"
)
_INTENDED = re.compile(r"[^.]{0,60}?(?:기로\s(?:했|한|하고|뜻|합의)|계획|겠다|방안)")
# `시화공단에 있는 구내식당`: the place of a place.
_HOLDING = re.compile(r"\s?(?:에\s(?:있는|위치한|자리한|자리 잡은|들어선)|\s?내)\s")
# Where one clause of a sentence ends and another begins: places on both sides are those of two scenes.
_BREAK = re.compile(r"(?:고|며|자|지만|[는은한인]데|뒤|후|다가|더니|으나|[아어해가와서려]서|다음),?\s")
# A sentence that goes on about the encounter just told, and one that says where it was.
_OF_IT = re.compile(rf"(?:이날 |이번 |두 사람의 )?(?:{OCCASION}|장소)[은는이가] ")
_WHERE = re.compile(
    rf"(?:이날 |이번 |두 사람의 )?{OCCASION}?\s?(?:장소|무대)(?:로[는도]?|[은는이가]) |"
    r"(?:두 사람|세 사람|이들|양측|둘)[이은] (?:[^\s.]+ ){0,2}?(?:만난|만났던|만날|마주한|앉은|앉았던|모인|모였던|찾은|향한) "
    r"(?:곳|장소|식당|데)[은는] "
)
# `옥 회장은 곧장 함부르크로 날아갔다.`: where a sentence ends is where the next one begins.
_MOVED = re.compile(
    r"(?:으로|로|에)\s(?:[가-힣]+\s){0,2}?(?:날아|건너|내려|올라|넘어|달려|찾아|옮겨)?(?:갔|왔|향했|이동했|옮겼|직행했|도착했|이어졌|돌렸)(?:다|습니다)\.?\s*"
)
# How many sentences back a place is still that of the scene.
_SENTENCES_BACK = 6
# How far behind the clause, in characters, its place may follow.
_NEAR = 30


def place_for(
    clause: Span,
    places: Sequence[PlaceMention],
    article: Article,
    sentences: Sequence[Sentence],
    *,
    cue: Span | None = None,
    dates: Sequence[DateMention] = (),
    when: DateRange | None = None,
) -> Place | None:
    """The place of the encounter that article.text[clause.start:clause.end] tells; None where untold.

    ``places`` are those of ``find_places``. The clause comes first, a venue before a city before a country; then its sentence; then
    the sentences before it, unless it tells a date of its own (``dates``) and so opens another scene, or they tell of another day than
    the encounter's (``when``). An encounter by telephone or on a screen has no place.
    """
    text = article.text
    first = max(0, bisect_right(sentences, clause.start, key=lambda sentence: sentence.start) - 1)
    opens = min(clause.start, sentences[first].start) if sentences else clause.start
    begin = _scene_start(text, Span(opens, clause.end), cue, dates)
    if _REMOTE.search(text, max(clause.start, begin), clause.end):
        return None
    places = [mention for mention in places if not _SPEAKING.match(text, mention.end)]
    starts = [mention.start for mention in places]
    inside = places[bisect_left(starts, clause.start) : bisect_left(starts, clause.end)]
    inside = [mention for mention in inside if mention.start >= begin and not (cue and _is_intended(text, mention, cue))]
    chosen = _best(text, inside, cue) if inside else None
    if chosen is not None and chosen.named:
        return _place(chosen)
    if not sentences:
        return _place(chosen) if chosen else None
    last = max(first, bisect_left(sentences, clause.end, key=lambda sentence: sentence.start) - 1)
    before = places[bisect_left(starts, max(begin, sentences[first].start)) : bisect_left(starts, clause.start)]
    if before and (chosen is None or any(mention.named for mention in before)):
        return _place(_best(text, before, Span(clause.start, clause.start)))
    after = places[bisect_left(starts, clause.end) : bisect_left(starts, sentences[last].end)]
    if chosen is None and after and after[0].start - clause.end < _NEAR:
        return _place(after[0])
    apart = _ELSEWHERE.search(text, clause.start, clause.end) and not _THEN.search(text, sentences[first].start, clause.end)
    own = [mention for mention in dates if sentences[first].start <= mention.start < clause.end and not mention.anchored]
    reached = _reached(text, places, starts, sentences, first) if chosen is None and not own else None
    if reached is not None and (reached.kind != "venue" or not apart):
        return _place(reached)
    caption = _caption(text, places, starts, sentences, first) if chosen is None else None
    if caption is not None:
        return _place(caption)
    if apart:
        return _place(chosen) if chosen else None
    scene = [] if own else _of_day(places, starts, sentences, dates, first, when)
    chosen = chosen if own else _from_scene(text, scene, sentences, first) or chosen
    chosen = chosen or _told_next(text, places, starts, sentences, last)
    return _place(chosen) if chosen else None


def _scene_start(text: str, clause: Span, cue: Span | None, dates: Sequence[DateMention]) -> int:
    """Where the scene of the cue begins in its clause: at a date after a clause's end (`6월에는 …를 봤고, 11월에는 …를 만났다`)."""
    if cue is None:
        return 0
    for date in reversed([date for date in dates if clause.start <= date.start < cue.start and date.kind == "event"]):
        ends = [found.end() for found in CLAUSE_END.finditer(text, clause.start, date.start)]
        if ends:
            return ends[-1]
    return 0


def _is_intended(text: str, mention: PlaceMention, cue: Span) -> bool:
    """Whether a place behind the cue is one of plans made (만나 베트남에서 사업을 하기로 했다)."""
    return mention.start >= cue.end and bool(_INTENDED.match(text, mention.end))


def _of_day(
    places: Sequence[PlaceMention],
    starts: Sequence[int],
    sentences: Sequence[Sentence],
    dates: Sequence[DateMention],
    at: int,
    when: DateRange | None,
) -> list[PlaceMention]:
    """The places of the last sentences before one that tell of no other day than ``when``."""
    found: list[PlaceMention] = []
    for sentence in sentences[max(0, at - _SENTENCES_BACK) : at]:
        told = [d.when.iso() for d in dates if sentence.start <= d.start < sentence.end and d.kind == "event" and d.when is not None]
        if when is None or not told or any(day.startswith(when.iso()) or when.iso().startswith(day) for day in told):
            found += places[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
    return found


def _from_scene(text: str, places: Sequence[PlaceMention], sentences: Sequence[Sentence], at: int) -> PlaceMention | None:
    """The place told last before a sentence: in its paragraph, or a venue by name in the one before.

    One known by its kind alone (곧장 위층 회의실로 향했다) is in the house that was named before it.
    """
    paragraph = sentences[at].paragraph
    part: PlaceMention | None = None
    for index in range(at - 1, max(-1, at - 1 - _SENTENCES_BACK), -1):
        sentence = sentences[index]
        told = [m for m in places if sentence.start <= m.start < sentence.end and not m.weak]
        if sentence.paragraph != paragraph:
            told = [mention for mention in told if mention.kind == "venue" and mention.named]
        if told:
            found = _best("", [m for m in told[:-1] if not _HOLDING.match(text, m.end)] + told[-1:], None)
            if found.named:
                return found
            part = part or found
    return part


def _reached(
    text: str, places: Sequence[PlaceMention], starts: Sequence[int], sentences: Sequence[Sentence], at: int
) -> PlaceMention | None:
    """Where the sentence before says at its end that somebody went: '곧장 함부르크로 날아갔다.'"""
    before = sentences[at - 1] if at else None
    told = places[bisect_left(starts, before.start) : bisect_left(starts, before.end)] if before else []
    return told[-1] if before and told and told[-1].named and _MOVED.fullmatch(text, told[-1].end, before.end) else None


def _told_next(
    text: str, places: Sequence[PlaceMention], starts: Sequence[int], sentences: Sequence[Sentence], at: int
) -> PlaceMention | None:
    """The venue that the next sentence tells of the same encounter: '면담은 더한호텔에서 진행됐다', '장소는 더한호텔이었다'."""
    following = sentences[at + 1] if at + 1 < len(sentences) else None
    if following is None or following.paragraph != sentences[at].paragraph:
        return None
    where = _WHERE.match(text, following.start)
    if not where and not _OF_IT.match(text, following.start):
        return None
    told = [m for m in places[bisect_left(starts, following.start) : bisect_left(starts, following.end)] if not m.weak]
    return next((mention for mention in told if mention.kind == "venue"), told[0] if where and told else None)


def _caption(
    text: str, places: Sequence[PlaceMention], starts: Sequence[int], sentences: Sequence[Sentence], at: int
) -> PlaceMention | None:
    """The place that the sentence before ends in, where that sentence is no more than a caption: '11일 저녁 가람공항.'"""
    before = sentences[at - 1] if at else None
    if before is None or before.paragraph != sentences[at].paragraph or before.end - before.start > _CAPTION:
        return None
    told = places[bisect_left(starts, before.start) : bisect_left(starts, before.end)]
    return told[-1] if told and not text[told[-1].end : before.end].strip(" .") else None


def _best(text: str, mentions: Sequence[PlaceMention], cue: Span | None) -> PlaceMention:
    """The most exact kind of place, nearest before the cue where one is given, else the first."""
    rank = min(_rank(mention) for mention in mentions)
    same = [mention for mention in mentions if _rank(mention) == rank]
    if cue is not None:
        before = [mention for mention in same if mention.start <= cue.start]
        nearer = [mention for mention in mentions if mention.named and before and before[-1].end <= mention.start <= cue.start]
        if nearer and _rank(nearer[-1]) < _RANK["country"] and _BREAK.search(text, before[-1].end, nearer[-1].start):
            return nearer[-1]
        if before:
            return before[-1]
    return same[0]


def exactness(mention: PlaceMention) -> float:
    """How exact a place is: 0 a venue by name, 1 a city, 1.5 a house known by its kind alone, 2 a region, 3 a country."""
    return _RANK[mention.kind] + 1.5 * (not mention.named)


def _rank(mention: PlaceMention) -> float:
    """How exact a place is, an office that may be acting less than a house that is a place for sure."""
    return exactness(mention) + 0.5 * mention.weak


def _place(mention: PlaceMention) -> Place:
    return Place(mention.name, Span(mention.start, mention.end))
