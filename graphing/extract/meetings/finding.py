"""Who met whom: tellings are found clause by clause, dated and placed, gathered into encounters, and judged."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise

from graphing.extract.dates.finding import DateMention
from graphing.extract.frames.asked import only_asked
from graphing.extract.frames.linking import inside
from graphing.extract.frames.logistic import LogisticModel, load_model
from graphing.extract.frames.sides import surely_met
from graphing.extract.frames.strangers import named_first
from graphing.extract.frames.stretches import in_stretches
from graphing.extract.frames.telling import ENGLISH, STRONG, Reading
from graphing.extract.frames.tellings import tellings
from graphing.extract.frames.tellings_english import settled
from graphing.extract.meetings.absent import without_absent
from graphing.extract.meetings.attendance import attend, statuses_of, told_at
from graphing.extract.meetings.certainty import certainty_of
from graphing.extract.meetings.encounters import LATER, Dated, Encounter, is_attendance
from graphing.extract.meetings.fallen_through import fallen_through
from graphing.extract.meetings.gathering import Known, gather
from graphing.extract.meetings.guests import with_guests
from graphing.extract.meetings.series import in_series
from graphing.extract.meetings.stories import stories
from graphing.extract.meetings.telling_dates import dated_tellings
from graphing.extract.meetings.telling_dates_english import dated_english, story_dates
from graphing.extract.places.finding import PlaceMention
from graphing.model import Article, Meeting, Organization, Participant, Person, Sentence, Span

# An encounter that is sooner wrong than right is not reported: between real people it would be a libel. On articles that no model learnt
# from F1 is flat from .35 to .55, and precision rises.
REPORTED = 0.5
# A telling less sure than this does not even support another.
HEARD = 0.3
# One less sure than this is no proof of an encounter that surer ones prove: of such sentences that name nobody two of five tell another.
PROVES = 0.5

TOPIC = re.compile(
    r"((?:[^\s,.“”\"\n]+ ){0,7}?[^\s,.“”\"\n]+?)(?:에 대해|에 대한|에 관해|에 관한|[을를] 놓고|[을를] 두고|[을를])\s?"
    r"(?:서로 |함께 |집중 |심도 있게 |폭넓게 |깊이 있는 |구체적인 )?(?:논의|협의|의견을|이야기를|얘기를|대화를|모색|상의|조율)"
)
UNION = re.compile("노조|노동조합|지부$|지회$|연대$")
TALKED = re.compile(r"논의|협의|의견을|이야기를|얘기를|대화를|모색|상의|조율")
# So many blanks may stand between the beginning of a topic and what is said to have been talked about.
TOPIC_BLANKS = 12
# Where a topic cannot reach back over: particles and endings of what stands before it.
BEFORE_TOPIC = re.compile(r".*(?:[은는이가께]|에게|에서|에서는|과|와|과의|와의|만나|만난 뒤|며|하고|했고|해|갖고|앉아|찾아|열고|후|뒤) ")


# So many sentences before a telling may stand what it takes its day and place from, and is evidence of.
SOURCE_REACH = 4

Models = tuple[LogisticModel, LogisticModel, LogisticModel, LogisticModel]


@cache
def shipped() -> Models:
    """The models that ship."""
    return load_model("linking"), load_model("telling"), load_model("attendance"), load_model("encounter")


def find_meetings(
    article: Article,
    sentences: Sequence[Sentence],
    people: Sequence[Person],
    organizations: Sequence[Organization],
    dates: Sequence[DateMention],
    places: Sequence[PlaceMention],
    models: Models | None = None,
) -> tuple[Meeting, ...]:
    """The encounters of an article in the order in which they are told.

    ``models`` (linking, telling, attendance, encounter) default to those that ship.

    Every participant's name is a name of ``people``; every span a range of ``article.text``.
    """
    ends = {mention.end for person in people for mention in person.mentions}
    places = [place for place in places if place.end not in ends]
    parts = stories(article, in_stretches(article.text, sentences), people, organizations)
    edges = [0, *(part[0].start for part in parts[1:]), len(article.text)]
    return tuple(
        meeting
        for story, (start, end) in zip(parts, pairwise(edges), strict=True)
        for meeting in _of_story(
            article,
            story,
            people,
            organizations,
            [date for date in dates if start <= date.start < end],
            [place for place in places if start <= place.start < end],
            models or shipped(),
        )
    )


def _of_story(
    article: Article,
    sentences: Sequence[Sentence],
    people: Sequence[Person],
    organizations: Sequence[Organization],
    dates: Sequence[DateMention],
    places: Sequence[PlaceMention],
    models: Models,
) -> tuple[Meeting, ...]:
    """The encounters of one of an article's stories, with the days and places told in it."""
    linking, telling, attendance, encounter = models
    told, readings = tellings(article, sentences, people, organizations, linking, telling)
    told = [surely_met(one) for one in in_series(article.text, told)]
    heard = settled([one for one in told if one.certainty >= HEARD])
    english = {id(one) for one in heard if ENGLISH in one.features}
    story = story_dates(article, dates) if english else None
    gathered = gather(
        [
            dated
            for one in heard
            for dated in (
                dated_english(article, sentences, one, story, places)
                if story and id(one) in english
                else dated_tellings(article, sentences, one, dates, places)
            )
        ]
    )
    posts = {person.name: frozenset(post.organization for post in person.affiliations) for person in people}
    gathered = attend(article, gathered, readings, dates, attendance, statuses_of(told), posts, named_first(people))
    gathered = without_absent(article.text, gathered, readings)
    gathered = fallen_through(article.text, with_guests(article.text, gathered, readings, organizations), readings, dates)
    known, elsewhere, published = Known(gathered), told_at(gathered), article.published
    starts = [reading.scene.sentence.start for reading in readings]
    meetings = (
        as_meeting(
            article, found, certainty_of(found, known, encounter, published=published), posts, sources(found, elsewhere, readings, starts)
        )
        for found in gathered
        if not only_asked(article.text, [dated.telling for dated in found.tellings])
    )
    return tuple(meeting for meeting in meetings if meeting.certainty >= REPORTED and len(meeting.participants) + len(meeting.orgs) >= 2)


def sources(
    found: Encounter, told_there: Mapping[int, Sequence[Encounter]], readings: Sequence[Reading], starts: Sequence[int]
) -> list[Span]:
    """The sentences before or right after a telling that it takes its day or place from.

    '4일 더한호텔에서 간담회가 열렸다. A와 B가 참석했다': the first says what was attended, and when. Sentences of another encounter are
    none, save for those who say that they hang on it (이 자리에는 …). Such a list of guests may be far from the sentence that opens the
    story with one of them: '5일 저녁 A 장관이 업계 대표들과 맥주잔을 기울였다'. ``starts`` are those of the sentences.
    """
    members = set(found.names)
    told: list[Span] = []
    for dated in found.tellings:
        for words in (dated.when and dated.when.words, dated.place and dated.place.words):
            at = bisect_right(starts, words.start) - 1 if words else -1
            if at == dated.telling.index + 1:
                # '… 마주 앉았다. 7일 가람호텔에서다'
                told.append(Span(starts[at], readings[at].scene.sentence.end))
            if dated.own or at < 0 or readings[at].scene.headline:
                continue
            hangs = dated.telling.scene.anaphoric or is_attendance(dated.telling)
            of_another = any(other is not found for other in told_there.get(at, ()))
            opens = hangs and not of_another and any(set(one.names) & members for one in readings[at].references)
            if 0 < dated.telling.index - at <= (LATER if opens else SOURCE_REACH) and (hangs or not of_another):
                told.append(Span(starts[at], readings[at].scene.sentence.end))
    return told


def as_meeting(
    article: Article, found: Encounter, certainty: float, posts: Mapping[str, frozenset[str | None]], told_in: Sequence[Span] = ()
) -> Meeting:
    """An encounter as a meeting; ``posts`` are the organisations that people have posts at, ``told_in`` sentences that tell more of it."""
    # A side of which somebody is named has a face; only the others are sides of unnamed people.
    held = {post for name in found.names for post in posts.get(name, ()) if post}
    # 다온그룹 임원들 beside a head of 다온전자: his name tells the group's people; a union's head does not tell the company's.
    houses = [post for post in held if not UNION.search(post)]
    orgs = tuple(org for org in found.orgs if org not in held and not any(post.startswith(org) for post in houses))
    proofs = _proofs(found)
    # Words that name an encounter by themselves (만나) prove it before those that need one (논의했다).
    lead = max(
        proofs,
        key=lambda dated: (not dated.telling.scene.headline, dated.telling.cue.kind in STRONG, dated.telling.certainty),
    )
    words: dict[str, Span] = {}
    for dated in sorted(found.tellings, key=lambda dated: -dated.telling.certainty):
        for reference, _ in dated.telling.links:
            for name in reference.names:
                if name not in words:
                    words[name] = (
                        Span(reference.start, max(reference.end, reference.start + 1)) if reference.kind != "carried" else lead.evidence
                    )
    for name, where in found.attendants.items():
        words.setdefault(name, where)
    told = [Span(dated.telling.scene.sentence.start, dated.telling.scene.sentence.end) for dated in proofs]
    evidence = _joined([*told, *found.attended, *told_in])
    return Meeting(
        participants=tuple(Participant(name, words[name]) for name in found.names),
        status=found.status,
        evidence=evidence,
        cue=Span(lead.telling.cue.start, lead.telling.cue.end),
        orgs=orgs,
        when=found.when,
        place=found.place,
        topic=_topic(article, proofs),
        certainty=round(certainty, 3),
        reason=_reason(found, proofs),
    )


def _proofs(found: Encounter) -> list[Dated]:
    """The tellings that prove an encounter, the surest first: of those less sure than ``PROVES`` only such as tell somebody, the day or
    the place that no surer one tells. A headline proves only what no sentence tells."""
    given = {part.words for part in (found.when, found.place) if part is not None}
    proofs: list[Dated] = []
    shown: set[str] = set()
    for dated in sorted(found.tellings, key=lambda dated: (dated.telling.scene.headline, -dated.telling.certainty)):
        if dated.telling.scene.headline and proofs:
            break
        members = {*dated.telling.names, *(name for name, _ in dated.telling.orgs)}
        gives = dated.here and any(part is not None and part.words in given for part in (dated.when, dated.place))
        if not proofs or dated.telling.certainty >= PROVES or not members <= shown or gives:
            proofs.append(dated)
            shown |= members
    return proofs


def _joined(spans: Sequence[Span]) -> tuple[Span, ...]:
    """The spans in order, overlapping ones joined."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)


def _topic(article: Article, proofs: Sequence[Dated]) -> Span | None:
    for dated in sorted(proofs, key=lambda dated: dated.telling.cue.start):
        sentence = dated.telling.scene.sentence
        # Most sentences name nothing that is talked about; the first such word bounds where a topic may begin.
        talk = TALKED.search(article.text, sentence.start, sentence.end)
        match = TOPIC.search(article.text, _back(article.text, sentence.start, talk.start()), sentence.end) if talk else None
        if match and not dated.telling.scene.headline:
            border = BEFORE_TOPIC.match(article.text, match.start(1), match.end(1))
            start = border.end() if border else match.start(1)
            if match.end(1) - start >= 4:
                return Span(start, match.end(1))
    return None


def _back(text: str, low: int, place: int) -> int:
    """The place after the blank that stands TOPIC_BLANKS blanks before ``place``, or ``low``."""
    for _ in range(TOPIC_BLANKS):
        place = text.rfind(" ", low, place)
        if place < 0:
            return low
    return place + 1


def _reason(found: Encounter, proofs: Sequence[Dated]) -> str:
    """Why the encounter is believed as far as it is: codes, set apart by blanks, that the dashboard puts into words.

    told=N: in how many clauses that prove it; carried: somebody is meant without being named there; attended: somebody is named in a
    sentence about who else was there; headline, quoted, caption: told nowhere else; undated: no date told.
    """
    scenes = [dated.telling.scene for dated in found.tellings]
    links = [reference for dated in found.tellings for reference, _ in dated.telling.links]
    codes = {
        f"told={len({(dated.telling.index, dated.evidence.start) for dated in proofs})}": True,
        "carried": any(reference.kind != "name" for reference in links),
        "attended": bool(found.attendants),
        "headline": all(scene.headline for scene in scenes),
        "caption": all(scene.caption for scene in scenes),
        "quoted": all(inside(dated.telling.cue.start, dated.telling.scene.quotes) for dated in found.tellings),
        "undated": found.when is None,
    }
    return " ".join(code for code, holds in codes.items() if holds)


__all__ = ["dated_tellings", "find_meetings"]
