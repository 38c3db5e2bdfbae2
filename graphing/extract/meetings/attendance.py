"""Those who attended: named in sentences after the one that tells the encounter (이 자리에는 … 배석했다, 한국 측에서는 …)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, zip_longest
from types import MappingProxyType

from graphing.extract.dates.finding import DateMention
from graphing.extract.frames.diaries import is_entry
from graphing.extract.frames.discourse import is_item
from graphing.extract.frames.linker import left_out
from graphing.extract.frames.linking import ABSENT, STAYED_AWAY, inside
from graphing.extract.frames.logistic import LogisticModel
from graphing.extract.frames.outsiders import comments, is_aside, reacts, speaks_for
from graphing.extract.frames.own_clause import OF_ALL, is_of_last
from graphing.extract.frames.phrases import Reference
from graphing.extract.frames.strangers import is_new_topic, is_of_its_own
from graphing.extract.frames.substitutes import substitute_of
from graphing.extract.frames.telling import Reading, Telling
from graphing.extract.meetings.encounters import (
    Encounter,
    agree,
    is_attendance,
    is_beside,
)
from graphing.extract.meetings.gathering import Known
from graphing.extract.meetings.others import Others, There, another_is_nearer, told_there
from graphing.extract.meetings.photographs import is_portrait, with_photographed
from graphing.extract.meetings.rolls import (
    REACH_ON,
    before_list,
    came_for,
    in_row,
    listed_below,
    was_there,
)
from graphing.extract.meetings.throughout import with_those_throughout
from graphing.extract.occasions import OCCASION
from graphing.model import Article, MeetingStatus, Span

# So many sentences before and after the one that tells an encounter may name those who attended it.
REACH_BACK = 1
# Between two tellings of an encounter others may stand who attended it, so many sentences after the former.
REACH_BETWEEN = 12
# So many are told to have met where somebody else may have been with them.
MET = 2
# The mean log-odds above which a list of people attended (about 60 in a hundred).
ATTENDS = 0.4

SIDE = re.compile(r"(?:측|쪽)(?:에서는|에서도|에선|에서|은|는)")
PLACE = re.compile(rf"(?:{OCCASION}|현장)(?:에는|에도|엔|에서는|에)\s")
ALSO = re.compile(r"함께|동행|수행|배석|동석|참석|자리했|자리를|나왔|합류|함께였|같이했|앉았|맞았|지켜봤|모습을")
SPEECH = re.compile(r"말했|밝혔|설명했|덧붙|강조했|평가했|내다봤|지적했|답했|귀띔|반박|해명|분석했|주장했|꼬집|전망했")
MANY = re.compile(r"들[과와을를이은에 ]|\d+(?:여)? ?(?:명|곳|개사|개 사|인)|수장|총수|대표단|경영진|단체장|일행")

# By person, the bodies that he has posts at.
Posts = Mapping[str, Collection[str | None]]
NO_POSTS: Posts = MappingProxyType({})
NOT_NAMED: Mapping[str, int] = MappingProxyType({})


def stayed_away(text: str, reading: Reading, reference: Reference) -> bool:
    """Whether what is said of somebody, up to the next person of another role, is that he did not come."""
    end = reading.scene.sentence.end
    others = (other.start for other in reading.references if other.start > reference.end and other.group != reference.group)
    said = [quote for quote in reading.scene.quotes if quote[0] >= reference.end]
    away = STAYED_AWAY.finditer(text, reference.end, min(others, default=end))
    return any(not inside(one.start(), said) for one in away)


def _is_elsewhere(text: str, reading: Reading, reference: Reference) -> bool:
    """Whether the words say that somebody did not come, only speaks of it or for others, only brought them together, or sent another."""
    at = reading.scene
    away = stayed_away(text, reading, reference) or is_aside(text, reference) or left_out(text, reference)
    speaks = away or comments(text, at, reference) or speaks_for(text, at, reference)
    speaks = speaks or reacts(text, reading.cues, reference, at.sentence.end)
    return speaks or substitute_of(text, reference, reading.references) is not None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sentence stands to an encounter: so many sentences after its nearest telling, in the same paragraph or not, whether its dates
    agree (2 yes, 1 none told, 0 no), and whether another encounter is told in between."""

    distance: int
    same_paragraph: bool
    dates_agree: int
    between: bool


def attendance_features(
    text: str, encounter: Encounter, reading: Reading, reference: Reference, where: Place, posts: Posts = NO_POSTS
) -> list[str]:
    """What tells whether somebody named in a neighbouring sentence attended an encounter; ``posts`` are the bodies people are of."""
    at = reading.scene
    words = text[at.sentence.start : at.sentence.end]
    distance, same_paragraph, dates_agree = where.distance, where.same_paragraph, where.dates_agree
    members = set(encounter.told)
    # 'A가 하늘협회 회장단을 접견했다': they are with him; but not the less of use is who names one of them: 'B 하늘협회장은 …'.
    faceless = 0 if any(body in posts.get(name, ()) for name in reference.names for body in encounter.orgs) else len(encounter.orgs)
    here = {name for other in reading.references for name in other.names}
    listed = sum(1 for other in reading.references if other.group == reference.group)
    kinds = {cue.kind for cue in reading.cues}
    last = next((token.form for token in reversed(at.sentence.tokens) if token.tag[:2] in ("VV", "NN", "XR")), "")
    place = "same" if distance == 0 else "back" if distance < 0 else str(min(distance, 3))
    lead = encounter.tellings[0].telling
    after = next((cue.kind for cue in reading.cues if cue.start >= reference.end), "none")
    side = bool(SIDE.search(words))
    event = bool(PLACE.search(words))
    features = [
        f"d={place}",
        f"p={int(same_paragraph)},{place}",
        f"an={int(at.anaphoric)}",
        f"side={int(side)}",
        f"event={int(event)}",
        f"also={int(bool(ALSO.search(words)))}",
        f"g={reference.group}",
        f"t={reference.tail}",
        f"kind={reference.kind}",
        f"last={last}",
        f"in={min(len(members & here), 2)}",
        f"in,d={min(len(members & here), 2)},{place}",
        f"list={min(listed, 4)}",
        f"list,side={min(listed, 3)},{int(side)}",
        f"q={int(inside(reference.start, at.quotes))}",
        f"date={dates_agree}",
        f"hl={int(at.headline)}{int(at.caption)}",
        f"status={encounter.status}",
        f"members={min(len(members) + faceless, 4)}",
        f"an,also={int(at.anaphoric or event or side)},{int(bool(ALSO.search(words)))}",
        f"cue={int(bool(reading.cues))}",
        f"between={int(where.between)}",
        f"speech={int(bool(SPEECH.search(words)))},{reference.group}",
        f"many={int(bool(MANY.search(lead.words)))},{min(listed, 3)}",
        f"after={after}",
        f"lead={lead.cue.kind}",
        *(f"k={kind}" for kind in kinds),
        *(f"k,d={kind},{place}" for kind in kinds),
    ]
    if ABSENT.search(text[reference.end : reference.end + 16]):
        features.append("absent")
    if not kinds & {"attend", "joint", "face", "visit", "host", "meet", "talk", "meal"}:
        features.append("nocue")
    return features


Statuses = Mapping[int, frozenset[MeetingStatus]]


def statuses_of(told: Sequence[Telling]) -> Statuses:
    """By sentence, whether what its tellings tell took place."""
    found: dict[int, set[MeetingStatus]] = defaultdict(set)
    for one in told:
        found[one.index].add(one.status)
    return {index: frozenset(statuses) for index, statuses in found.items()}


def told_at(encounters: Sequence[Encounter]) -> dict[int, list[Encounter]]:
    """By sentence, the encounters told there."""
    found: dict[int, list[Encounter]] = defaultdict(list)
    for encounter in encounters:
        for index in {dated.telling.index for dated in encounter.tellings}:
            found[index].append(encounter)
    return found


# Particles of the subject of a clause of its own.
ALONE = frozenset({"는", "가"})
def is_of_first_clause(encounter: Encounter, reading: Reading, reference: Reference, index: int) -> bool:
    """Whether somebody is the subject of a clause before the one of sentence ``index`` whose subject alone is told: 'A는 출국했고, B는
    공장을 둘러봤다'."""
    here = [dated.telling for dated in encounter.tellings if dated.telling.index == index]
    if reference.marker not in ALONE or len(encounter.told) > 1 or any(one.cue.kind in OF_ALL for one in here):
        return False
    subjects = [link.start for one in here for link, _ in one.links if link.marker in ALONE]
    return any(is_of_last(reading.scene.clauses, reference.start, start, reading.cues) for start in subjects)


def candidates(
    article: Article,
    encounter: Encounter,
    readings: Sequence[Reading],
    dates: Sequence[DateMention],
    statuses: Statuses,
    elsewhere: There,
    posts: Posts = NO_POSTS,
    first_named: Mapping[str, int] = NOT_NAMED,
) -> list[tuple[Reading, Reference, list[str]]]:
    """Those who may have attended, with features, nearest sentences first. ``dates`` stand in their order in the text; ``posts`` are the
    bodies that people have posts at, ``first_named`` where in the text they are first named."""
    lead = next((dated for dated in encounter.tellings if not dated.telling.scene.headline), encounter.tellings[0]).telling
    told = {dated.telling.index for dated in encounter.tellings}
    places = sorted(told)
    others = Others.of(encounter)
    alone = len(others.members) == 1 and all(dated.telling.cue.kind == "visit" for dated in encounter.tellings)
    begins = readings[places[0]]
    own_story = is_beside(lead) or is_of_its_own(article.text, begins.scene, begins.cues, begins.references, first_named)
    found = []
    end = places[-1] + REACH_ON + 1
    while end < len(readings) and before_list(article.text, readings, end) is not None:
        end += 1
    for index in _around(places, lead.index - REACH_BACK, min(len(readings), end)):
        reading = readings[index]
        # Who is to attend the next dinner did not attend the last.
        if reading.scene.headline or not reading.references or encounter.status not in statuses.get(index, {encounter.status}):
            continue
        if is_portrait(reading) or (own_story and index < places[0]):
            continue
        # The next item of a list of news (▲A는 …) is of others.
        if index not in told and (is_item(article.text, reading.scene.sentence) or is_entry(article.text, reading.scene.sentence)):
            continue
        # An English sentence names attendants by words of its own only: the features below know Korean particles.
        if reading.english and not any(cue.kind == "attend" for cue in reading.cues):
            continue
        after = bisect_left(places, index)
        nearest = min(places[max(0, after - 1) : after + 1], key=lambda place: abs(index - place))
        distance = index - nearest
        sentence = reading.scene.sentence
        first, last = (bisect_left(dates, place, key=lambda date: date.start) for place in (sentence.start, sentence.end))
        own = [date.when for date in dates[first:last] if date.when and date.kind == "event" and not date.anchored]
        dates_agree = 1 if not own else 2 if any(agree(when, encounter.when) for when in own) else 0
        near = range(nearest + 1, index) if distance > 0 else range(index + 1, nearest)
        if distance > 0 and another_is_nearer(encounter, nearest, elsewhere):
            continue
        if distance < 0 and _ends_another(encounter, index, readings, elsewhere):
            continue
        others_there = [other for place in near for other, _ in elsewhere.get(place, ()) if other is not encounter]
        if distance > 0 and reading.scene.anaphoric and any(len(other.told) >= MET for other in others_there):
            # '이 자리에는 …' is said of what was told last.
            continue
        between = bool(others_there)
        same = sentence.paragraph == readings[nearest].scene.sentence.paragraph
        where = Place(distance, same, dates_agree, between)
        for reference in reading.references:
            if reference.kind not in ("name", "title") or others.members & set(reference.names):
                continue
            if _is_elsewhere(article.text, reading, reference):
                continue
            # Somebody new of whom a sentence farther on is: 22 of 68 had been there, by left-out writers; 3 of 14 in the same sentence.
            if distance not in (1, -REACH_BACK) and not reading.scene.anaphoric and is_new_topic(reading.scene, reference, first_named):
                continue
            if index in told and is_of_first_clause(encounter, reading, reference, index):
                continue
            if others.met(reference, index, elsewhere) or (alone and index in told and _is_afterwards(reading, reference)):
                continue
            found.append((reading, reference, attendance_features(article.text, encounter, reading, reference, where, posts)))
    return found


def _ends_another(encounter: Encounter, index: int, readings: Sequence[Reading], elsewhere: There) -> bool:
    """Whether the sentence before one that tells an encounter is of another, which it goes on to tell ('A가 B를 만났다. 한국 측에서는 C와
    D가 배석했다. A는 14일 …'), or which is told above it in a paragraph that it ends: 'A가 B를 만났다. C와 D가 곁에 앉았다.'"""
    if any(other is not encounter and _was_attended(other, index) for other, _ in elsewhere.get(index, ())):
        return True
    paragraph = readings[index].scene.sentence.paragraph
    if index + 1 >= len(readings) or readings[index + 1].scene.sentence.paragraph == paragraph:
        return False
    place = index
    while place > 0 and readings[place - 1].scene.sentence.paragraph == paragraph:
        place -= 1
        if any(other is not encounter for other, _ in elsewhere.get(place, ())):
            return True
    return False


def _was_attended(other: Encounter, index: int) -> bool:
    """Whether sentence ``index`` tells who attended an encounter whose people are told in the sentence before."""
    told = [dated.telling for dated in other.tellings]
    before = (one for one in told if one.index == index - 1 and not is_attendance(one) and not one.scene.headline)
    met = any(len(one.names) + len(one.orgs) >= MET for one in before)
    return met and any(one.index == index and is_attendance(one) for one in told)


def _is_afterwards(reading: Reading, reference: Reference) -> bool:
    """Whether somebody is the subject of a clause after all that a sentence tells: 'A는 공장을 둘러봤고, B는 출국했다'."""
    return reference.marker in ALONE and bool(reading.cues) and all(cue.end <= reference.start for cue in reading.cues)


def _around(places: Sequence[int], first: int, end: int) -> Iterator[int]:
    """The sentences around those at ``places``, from ``first`` to before ``end``, in order."""
    done = max(0, first)
    for place, after in zip_longest(places, places[1:]):
        last = end if after is None else min(end, after, place + 1 + REACH_BETWEEN)
        yield from range(max(done, place - REACH_BACK), last)
        done = max(done, last)


def attend(
    article: Article,
    encounters: Sequence[Encounter],
    readings: Sequence[Reading],
    dates: Sequence[DateMention],
    model: LogisticModel,
    statuses: Statuses,
    posts: Posts = NO_POSTS,
    first_named: Mapping[str, int] = NOT_NAMED,
) -> list[Encounter]:
    """The encounters with those who attended them; those told in parts are one, those with a single member are dropped."""
    elsewhere = told_there(encounters)
    for encounter in encounters:
        if encounter.recalled:
            continue
        rows = candidates(article, encounter, readings, dates, statuses, elsewhere, posts, first_named)
        for (reading, _), listed in groupby(rows, key=lambda row: (row[0], row[1].group)):
            together = list(listed)
            # Those of one list attended together or not at all.
            below = listed_below(article.text, readings, reading, encounter)
            encounter.listed = encounter.listed or below
            odds = sum(model.log_odds(features) for _, _, features in together) / len(together)
            for _, reference, features in together:
                if odds > ATTENDS or below or _is_told(article.text, reading, reference, features, encounter):
                    for name in reference.names:
                        encounter.attendants.setdefault(name, Span(reference.start, reference.end))
                    encounter.attended.append(Span(reading.scene.sentence.start, reading.scene.sentence.end))
    kept = Known()
    for encounter in encounters:
        near = kept.sharing(encounter.names, 1)
        same = next((other for other in near if _one_meeting(other, encounter) or _is_faced(other, encounter, posts)), None)
        if same is None:
            kept.add(encounter)
        else:
            same.tellings += encounter.tellings
            same.attended += encounter.attended
            for name, words in encounter.attendants.items():
                same.attendants.setdefault(name, words)
            kept.note(same)
    with_photographed(article.text, kept.all, readings)
    with_those_throughout(article.text, kept.all, readings)
    return [encounter for encounter in kept.all if encounter.names and len(encounter.names) + len(encounter.orgs) >= 2]


def _is_told(text: str, reading: Reading, reference: Reference, features: Sequence[str], encounter: Encounter) -> bool:
    """Whether the words themselves say that somebody took part: in a photograph, in another's place, by what he did there."""
    if in_row(text, reading, reference, features, encounter) or came_for(text, reference, features):
        return True
    return was_there(text, reading, reference, features, encounter)


def _is_faced(a: Encounter, b: Encounter, posts: Posts) -> bool:
    """Whether one tells by name of whom the other speaks only as a body: '하늘대는 A를 초청했다. B 하늘대 총장은 A와 환담했다'."""
    if a.status != b.status or not agree(a.when, b.when) or min(abs(i - j) for i in a.indexes for j in b.indexes) > REACH_BACK + 1:
        return False
    less, more = (a, b) if len(a.names) < len(b.names) else (b, a)
    faces = {body for name in set(more.names) - set(less.names) for body in posts.get(name, ())}
    return bool(less.orgs) and set(less.names) <= set(more.names) and faces.issuperset(less.orgs)


def _one_meeting(a: Encounter, b: Encounter) -> bool:
    """Whether two encounters are one whose people were told in parts: they share attendants, and one of them only tells attendance.

    A relay on one day shares at most its hub, or aides who went along; those stay apart.
    """
    if a.status != b.status or not agree(a.when, b.when) or (set(a.orgs) - set(b.orgs) and set(b.orgs) - set(a.orgs)):
        return False
    common = set(a.names) & set(b.names)
    by_attendance = common & (set(a.attendants) | set(b.attendants))
    only_attends = any(all(is_attendance(dated.telling) for dated in one.tellings) for one in (a, b))
    smaller = min(len(a.names), len(b.names))
    return bool(by_attendance) and (len(common) == smaller or (only_attends and 2 * len(common) >= smaller))
