"""Which of an article's places is that of an encounter told in a clause."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from graphing.extract.dates_finding import DateMention
from graphing.extract.places_finding import PlaceMention
from graphing.model import Article, Place, Sentence, Span

_RANK = {"venue": 0.0, "city": 1.0, "region": 2.0, "country": 3.0}
# By telephone or on a screen: nobody is anywhere together.
_REMOTE = re.compile(
    r"화상(?:으로|회의|통화|면담|회담)|전화를 걸|전화로|전화 통화|통화(?:하|했|를|로)|유선으로|온라인으로|화면으로|화면 너머|"
    r"by phone|video call|phone call"
)
# An encounter told beside another (…과도 만났다, 앞서, 따로) or one that failed need not be where that one was.
_ELSEWHERE = re.compile(
    r"[과와]도\s|앞서\s|따로 만|무산|불발|이뤄지지 않|취소|없다|없다고|적이 없|일이 없|방한|귀국|"
    r"이튿날|다음 ?날|(?:하루|이틀|사흘|나흘|닷새|엿새|열흘|보름|일주일|한 달|\d+일|\d+개월) ?(?:뒤|후)에?"
)
# Where one clause of a sentence ends and another begins: places on both sides are those of two scenes.
_BREAK = re.compile(r"(?:고|며|자|지만|[는은한인]데|뒤|후|다가|더니|으나|[아어해가와서려]서|다음),?\s")
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
) -> Place | None:
    """The place of the encounter that article.text[clause.start:clause.end] tells; None where untold.

    ``places`` are those of ``find_places``. The clause comes first, a venue before a city before a country; then its sentence; then
    the sentences before it, unless it tells a date of its own (``dates``) and so opens another scene. An encounter by telephone or
    on a screen has no place.
    """
    text = article.text
    if _REMOTE.search(text, clause.start, clause.end):
        return None
    starts = [mention.start for mention in places]
    inside = places[bisect_left(starts, clause.start) : bisect_left(starts, clause.end)]
    chosen = _best(text, inside, cue) if inside else None
    if chosen is not None and chosen.named:
        return _place(chosen)
    if not sentences:
        return _place(chosen) if chosen else None
    sentence_starts = [sentence.start for sentence in sentences]
    first = max(0, bisect_right(sentence_starts, clause.start) - 1)
    last = max(first, bisect_left(sentence_starts, clause.end) - 1)
    before = places[bisect_left(starts, sentences[first].start) : bisect_left(starts, clause.start)]
    if before and (chosen is None or any(mention.named for mention in before)):
        return _place(_best(text, before, None))
    after = places[bisect_left(starts, clause.end) : bisect_left(starts, sentences[last].end)]
    if chosen is None and after and after[0].start - clause.end < _NEAR:
        return _place(after[0])
    fresh = bool(_ELSEWHERE.search(text, clause.start, clause.end)) or any(
        sentences[first].start <= mention.start < clause.end and not mention.anchored for mention in dates
    )
    if fresh:
        return _place(chosen) if chosen else None
    chosen = _from_scene(places, starts, sentences, first) or chosen
    return _place(chosen) if chosen else None


def _from_scene(places: Sequence[PlaceMention], starts: Sequence[int], sentences: Sequence[Sentence], at: int) -> PlaceMention | None:
    """The place told last before a sentence: in its paragraph, or a venue by name in the one before."""
    paragraph = sentences[at].paragraph
    for index in range(at - 1, max(-1, at - 1 - _SENTENCES_BACK), -1):
        sentence = sentences[index]
        told = [m for m in places[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)] if not m.weak]
        if sentence.paragraph != paragraph:
            told = [mention for mention in told if mention.kind == "venue" and mention.named]
        if told:
            return _best("", told, None)
    return None


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


def _rank(mention: PlaceMention) -> float:
    return _RANK[mention.kind] + 0.5 * mention.weak + 1.5 * (not mention.named)


def _place(mention: PlaceMention) -> Place:
    return Place(mention.name, Span(mention.start, mention.end))
