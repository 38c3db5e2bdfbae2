"""The day and place of what an English sentence tells: those of its clause first, then those of the sentences before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from graphing.extract.dates.finding import DateMention
from graphing.extract.frames.clauses_english import Border, borders, clause_at, standing
from graphing.extract.frames.telling import Telling
from graphing.extract.meetings.encounters import Dated
from graphing.extract.places.finding import PlaceMention
from graphing.model import Article, DateRange, Place, Sentence, Span

# Between the dates of two encounters of the same people: 'in 2005 and again in 2007', 'in March and again in August'.
_AGAIN = re.compile(
    r"(?:,? (?:at|in) [^,.;]{3,60}?)?,? and(?: (?:once|again|then|later))*(?: (?:on the|in|on|at [^,.;]{3,50} (?:in|on(?: the)?)))? "
)
# What looks back without saying when has no day of this story.
_BACK = re.compile(
    r"\b(?:first|earlier|previous(?:ly)?|once|last time|had (?:already |also )?(?:met|seen|held|had|hosted)|used to|years ago|in the past"
    r"|before)\b"
)
_WEEKDAY = re.compile(r"(?:[Oo]n )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day")
# 'canceled a meeting scheduled for Thursday', where the day is still to come.
_SET_FOR = re.compile(r"(?<!had been )(?<!was )(?<!were )\b(?:scheduled|planned|set|slated) for $")
# 'met Lee, who is visiting Seoul, on Monday'
_WHO = re.compile(r",? who [^,.;]{3,90}, (?:(?:on|in|at|early|late) )?")
_LATTER = re.compile(r"\b(?:second|latter|later|last|latest) (?:meeting|session|dinner|lunch|luncheon|talks|encounter|occasion|round)\b")
_RANGE = re.compile(r"\bfrom (?:\w+day|[A-Z][a-z]+\.? \d{1,2}) (?:to|through|until) $")
_HAD = re.compile(r"\b(?:had|first|last|once|earlier|previously)\b")
# '…, which is set for Wednesday': when the encounter itself is.
_OF_IT = re.compile(
    r", which (?:is|was|will|had been|took|takes|were|are)\b|, (?:originally )?(?:scheduled|planned|set|slated) for\b"
    r"|,? (?:that|which) (?:is|was|were|had been) (?:\w+ly )?(?:scheduled|planned|set|due|slated)\b"
    r"|,? (?:ahead of|before|after|prior to|following) (?:their|the) (?:[\w-]+ )?(?:talks|meeting|dinner|lunch|luncheon|summit|ceremony)\b"
    r"(?! (?:with|between))"
)
# A caption tells of what its picture stands beside, and where and when that was: 'pose for a photo before a luncheon in Seoul on Friday'.
_BESIDE = re.compile(
    r",? (?:before|after|ahead of|prior to|following|during) (?:(?:attending|holding|signing|having|concluding|wrapping up)\b"
    r"|(?:an?|the|their|his|her|lunch|dinner|breakfast|talks|bilateral)\b)"
)
_SHOWN = re.compile(r"(?:shakes?|shaking|greets?|chats?|talks?|poses?|smiles?|toasts?|embraces?|hugs?|welcomes?|walks?|inspects?|tours?)\b")
# What goes on with the day told before.
_THEN = re.compile(
    r"\b(?:then|later|also|separately|meanwhile|afterwards?|same day|that day|the (?:meeting|talks|dinner|lunch(?:eon)?|session|event"
    r"|ceremony)|during|"
    r"instead|earlier in the day|there|before|after)\b",
    re.IGNORECASE,
)
_THERE = re.compile(r"\b(?:there|here)\b")
# A trip whose end the date tells: on some day before it they met.
_ENDED = re.compile(r"\b(?:returned|back|flew home|wrapped up|ended|concluded|arrived home|came home)\b")
# 'BANGKOK -- ': what happened here.
_DATELINE = re.compile(r"^\W{0,3}(?P<town>[A-Z][A-Z .'-]{2,30}?)(?:, [^\n–—]{2,30}?)? (?:--|—|–) ", re.MULTILINE)
_WITHIN = re.compile(r"\b(?:in|on|during) (?:which|where)\b|\bwhere\b")
_WHERE = re.compile(r",? (?:during |at |in |on )?(?:where|when|which)\b(?= (?:he|she|they|the|his|her|[A-Z]))")
# What was talked about may be anywhere.
_ABOUT = re.compile(r"\b(?:about|under|regarding|concerning)\b")
# 'by phone on Tuesday' is on Tuesday, but 'by Tuesday' is not.
_SINCE = re.compile(
    r"\b(?:since|until|ahead of|before|after(?! the other)|than|compared with)\b[^,.;]*$|\b(?:from|by)(?: (?:the|early|late|mid|end|of))* $"
    r"|\bfrom [^,.;]{3,20} (?:to|through|until) $"
)
PLACE_KINDS = ("venue", "city", "region", "country")
# So many sentences before a telling may give its day.
REACH = 4
# What an article tells of the last so many days is its news.
NEWS = 7
# So many characters stand between two dates that are joined, and so many dates are joined at most.
NEXT, CHAINED = 120, 8
# So many characters before a sentence stands the place that 'there' means.
THERE_WITHIN = 400


@dataclass(frozen=True, slots=True)
class StoryDates:
    """The dates of an article in order, and those of them that may be the day of what a sentence goes on with."""

    all: Sequence[DateMention]
    past: Sequence[DateMention]
    coming: Sequence[DateMention]


def story_dates(article: Article, dates: Sequence[DateMention]) -> StoryDates:
    """The dates of an article, looked through once for all its tellings."""
    # a year measures or compares, 'since' tells how long; neither is a day of the story
    usable = [d for d in dates if d.kind in ("event", "span") and d.when and d.when.precision != "year"]
    usable = [d for d in usable if not _SINCE.search(article.text, max(0, d.start - 80), d.start)]
    past, coming = ([d for d in usable if d.when and _agrees(d.when, article, planned=planned)] for planned in (False, True))
    return StoryDates(dates, past, coming)


def dated_english(
    article: Article, sentences: Sequence[Sentence], told: Telling, dates: StoryDates, places: Sequence[PlaceMention]
) -> list[Dated]:
    """A telling with its date and place; one that names two dates of the same people is two encounters."""
    text, sentence = article.text, told.scene.sentence
    parted = borders(text, sentence, [reference for reference, _ in told.links])
    here = [d for d in standing(dates.all, sentence.start, sentence.end) if d.kind in ("event", "span") and d.when is not None]
    low, high = _window(text, told, parted)
    found = _nearest(text, told, here, parted, low, high)
    place = _place(text, told, places, parted, low, high)
    evidence = Span(sentence.start, sentence.end)
    many = _chain(text, here, found, parted) if found is not None else []
    if len(many) > 1:
        return [Dated(told, d.when, True, place if n == 0 else None, evidence, told.status, recalled=n > 0) for n, d in enumerate(many)]
    when, own = (found.when, True) if found is not None else (_of_story(article, sentences, told, dates, parted), False)
    if told.cue.kind == "attend" and _LATTER.search(text, sentence.start, sentence.end):
        # 'met in February and again on March 30. At the second session, …'
        before = standing(dates.past, sentences[max(0, told.index - 1)].start, sentence.start)
        found, when, own = (None, before[-1].when, True) if len(before) > 1 else (found, when, own)
    if found is not None and when is not None:
        when = _by_status(found, when, told, article)
    if found is not None and when is not None and when.precision == "day" and _is_of_trip(text, found, told, parted):
        when = replace(when, first=when.first.replace(day=1), precision="month")
    if place is None and not own and when is not None and when.words is not None:
        place = _place_of_story(sentences, told, places, when.words.start)
    venue = next(iter(standing(places, place.words.start, place.words.start + 1)), None) if place else None
    name = venue.name if venue and venue.kind == "venue" else None
    had = told.cue.stem == "before it" or (told.cue.stem != "by day" and _HAD.search(text, low, told.cue.start) is not None)
    back = own and told.status == "held" and had
    return [Dated(told, when, own, place, evidence, told.status, name, PLACE_KINDS.index(venue.kind) if venue else 0, recalled=back)]


def _window(text: str, told: Telling, parted: Sequence[Border]) -> tuple[int, int]:
    """The clause of a telling, and how far behind its partners its date and place may stand."""
    cue = told.cue
    low = max((b.start for b in parted if b.start <= cue.start), default=told.scene.sentence.start)
    last = max([cue.end, *(r.end for r, _ in told.links if r.start >= cue.start)])
    # past a clause about the partner: 'met Son, who is visiting Seoul, on July 4'
    after = [b for b in parted if b.start >= last]
    shown = cue.kind == "face" or _SHOWN.match(text, cue.start) is not None
    about_it = after and after[0].kind in ("relative", "under", "close") and _OF_IT.match(text, after[0].start)
    # 'The meeting, which brought together Ko and Seo, was held on Monday'
    number = clause_at(parted, cue.start)
    of_it = after and after[0].kind == "close" and text.startswith(", which ", parted[number].start)
    if about_it or of_it or (after and shown and _BESIDE.match(text, after[0].start)):
        after = after[1:]
    return low, min((b.start for b in after), default=told.scene.sentence.end)


def _nearest(
    text: str, told: Telling, here: Sequence[DateMention], parted: Sequence[Border], low: int, high: int
) -> DateMention | None:
    """The date of the telling's clause: behind its partners, beside its cue, before it, or at the head of what it goes on from."""
    cue = told.cue
    last = max([cue.end, *(r.end for r, _ in told.links if r.start >= cue.start)])
    partner = min([r.start for r, _ in told.links if r.start >= cue.end], default=last)
    for inside in (
        _exact(standing(here, last, high)),
        _past_who(text, standing(here, high, high + NEXT), high),
        standing(here, cue.start, min(last, partner) if told.part else last)[-1:],
        standing(here, low, cue.start)[-1:],
    ):
        if inside:
            return inside[0]
    number = clause_at(parted, cue.start)
    if parted[number].kind in ("close", "main"):
        # past the clause about somebody: 'In January Min, who chaired the board, invited Ha'
        number = max((i for i in range(number) if parted[i].kind == "relative"), default=number)
        inside = standing(here, parted[number - 1].start, parted[number].start)
        if inside:
            return inside[-1]
    while number > 0 and parted[number].kind != "relative":
        inside = standing(here, parted[number - 1].start, parted[number].start)
        if inside:
            return inside[-1]
        number -= 1
    if number > 0 and _WITHIN.search(told.words[parted[number].start - told.scene.sentence.start :]):
        inside = standing(here, 0, parted[number].start)
        return inside[-1] if inside else None
    return None


def _past_who(text: str, behind: Sequence[DateMention], high: int) -> list[DateMention]:
    """The date right behind a clause about the partner at ``high``: 'met Lee, who is visiting Seoul, on Monday'."""
    return [date for date in behind[:2] if _WHO.fullmatch(text, high, date.start)][:1]


def _exact(behind: Sequence[DateMention]) -> list[DateMention]:
    """The first date, or a more exact one that follows and agrees: 'twice this year, in March and again in August'."""
    first = behind[0] if behind else None
    if first is None or first.when is None:
        return []
    told = first.when.iso()
    better = next((d for d in behind[1:] if d.when and d.when.iso() != told and d.when.iso().startswith(told)), None)
    return [better or first]


def _by_status(found: DateMention, when: DateRange, told: Telling, article: Article) -> DateRange:
    """A bare weekday as the status has it: what is planned comes on the next one, what was held came on the last."""
    if when.precision == "day" and _RANGE.search(article.text, max(0, found.start - 40), found.start):
        # 'the trip, which ran from Wednesday to Friday': on some day of it
        return replace(when, first=when.first.replace(day=1), precision="month")
    if article.published is None or when.precision != "day" or not _WEEKDAY.fullmatch(found.text):
        return when
    set_for = told.status == "cancelled" and _SET_FOR.search(article.text, max(0, found.start - 40), found.start)
    ahead = told.status == "planned" or set_for
    week = 7 if ahead and when.first < article.published else -7 if when.first > article.published else 0
    return replace(when, first=when.first + timedelta(days=week)) if week and (week > 0 or told.status == "held") else when


def _is_of_trip(text: str, found: DateMention, told: Telling, parted: Sequence[Border]) -> bool:
    """Whether a date is that of coming home from the trip on which people met."""
    between = any(found.end <= b.start <= told.cue.start for b in parted)
    return between and found.start < told.cue.start and _ENDED.search(text, told.scene.sentence.start, told.cue.start) is not None


def _chain(text: str, here: Sequence[DateMention], found: DateMention, parted: Sequence[Border]) -> list[DateMention]:
    """The dates joined to one: 'in 2005 and again in 2007'."""
    chain = [found]
    for date in standing(here, found.end + 1, found.end + NEXT * CHAINED):
        if any(b.start <= date.start < b.end for b in parted):
            # 'met Ko on Jan. 9, and three days later dined with Seo'
            break
        if chain[-1].end < date.start < chain[-1].end + NEXT and len(chain) < CHAINED and _AGAIN.fullmatch(text, chain[-1].end, date.start):
            chain.append(date)
    return chain


def _of_story(
    article: Article, sentences: Sequence[Sentence], told: Telling, dates: StoryDates, parted: Sequence[Border]
) -> DateRange | None:
    """The date of the sentences before, where the telling goes on with what they tell; None where it looks back."""
    text, sentence = article.text, told.scene.sentence
    clause = text[max((b.start for b in parted if b.start <= told.cue.start), default=sentence.start) : sentence.end]
    if told.status == "cancelled" or (_BACK.search(clause) and not _THEN.search(clause)):
        return None
    usable = dates.coming if told.status == "planned" else dates.past
    lead = next((d for d in usable if d.when and d.when.precision == "day"), None)
    lead = lead if lead and lead.start < sentence.start else None
    near = [(s, d) for s in sentences[max(0, told.index - REACH) : told.index] for d in standing(usable, s.start, s.end)]
    near = [(s, d) for s, d in near if d.when and (lead is None or d.when.precision == "day")]
    same = [d for s, d in near if s.paragraph == sentence.paragraph]
    if same:
        return _carried(same[-1])
    if told.scene.headline:
        return None
    goes_on = _THEN.search(text, sentence.start, sentence.end) is not None
    if near and (goes_on or told.cue.kind == "attend" or told.index <= REACH):
        return _carried(near[-1][1])
    of_news = lead and lead.when and article.published and abs((article.published - lead.when.first).days) <= NEWS
    return _carried(lead) if lead and of_news and told.status == "held" else None


def _agrees(when: DateRange, article: Article, *, planned: bool) -> bool:
    """Whether what is planned lies ahead of publication, and what was held behind it."""
    if article.published is None:
        return True
    told_on, today = when.iso(), article.published.isoformat()[: len(when.iso())]
    return told_on >= today if planned else told_on <= today


def _carried(mention: DateMention) -> DateRange | None:
    return replace(mention.when, reason=f"{mention.text}, told in an earlier sentence; {mention.when.reason}") if mention.when else None


def _telling(place: PlaceMention) -> tuple[int, int]:
    """How much a place tells: a venue with a name before a city, and that before a house known by its kind ('his office in Seoul')."""
    return (1 if place.kind != "venue" else 0 if place.named else 2), place.start


def _place_of_story(sentences: Sequence[Sentence], told: Telling, places: Sequence[PlaceMention], day: int) -> Place | None:
    """The place of the sentence of the same paragraph that gives a telling its day: 'On Tuesday Chey was in Davos. He saw Tan'."""
    of_day = next((one for one in sentences[max(0, told.index - REACH) : told.index] if one.start <= day < one.end), None)
    if of_day is None or of_day.paragraph != told.scene.sentence.paragraph or told.cue.kind == "phone":
        return None
    best = min(standing(places, of_day.start, of_day.end), key=_telling, default=None)
    return Place(best.name, Span(best.start, best.end)) if best else None


def _place(
    text: str, told: Telling, places: Sequence[PlaceMention], parted: Sequence[Border], low: int, high: int
) -> Place | None:
    """Where the clause says that it was: behind its partners before what stands earlier, a venue before a city."""
    cue, sentence = told.cue, told.scene.sentence
    last = max([cue.end, *(r.end for r, _ in told.links if r.start >= cue.start)])
    taken = [r for r, _ in told.links]
    here = [p for p in standing(places, sentence.start, sentence.end) if not any(r.start <= p.start < r.end for r in taken)]
    number = clause_at(parted, cue.start)
    about = _ABOUT.search(text, last, high)
    opening = parted[number - 1].start if number and parted[number].kind in ("and", "close", "main") else low
    for inside in (
        standing(here, last, min(high, about.end()) if about else high),
        standing(here, cue.start, last),
        standing(here, low, cue.start),
        standing(here, opening, low),
    ):
        if inside:
            best = min(inside, key=_telling)
            return Place(best.name, Span(best.start, best.end))
    beside = next((b for b in parted if b.start >= last), None)
    if parted[number].kind in ("relative", "under") and number and _WHERE.search(text, parted[number].start, cue.start):
        # 'was in Beijing on Wednesday, where she signed a deal with Sun'
        inside = standing(here, parted[number - 1].start, parted[number].start)
    elif beside is not None and _WHERE.match(text, beside.start):
        # 'had last seen each other in April, when Do showed him around the plant in Osong'
        inside = standing(here, beside.start, next((b.start for b in parted if b.start > beside.start), sentence.end))
    else:
        inside = ()
    if inside and told.cue.kind != "phone":
        best = min(inside, key=_telling)
        return Place(best.name, Span(best.start, best.end))
    there = _THERE.search(text, low, high)
    dateline = _DATELINE.search(text, 0, sentence.end) if there and there[0] == "here" else None
    if dateline:
        return Place(dateline["town"], Span(*dateline.span("town")))
    if there:
        before = standing(places, sentence.start - THERE_WITHIN + 1, sentence.start)
        return Place(before[-1].name, Span(before[-1].start, before[-1].end)) if before else None
    return None
