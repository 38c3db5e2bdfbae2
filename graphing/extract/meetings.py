"""Who met whom: tellings are found clause by clause, dated and placed, gathered into encounters, and judged."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from functools import cache

from graphing.extract.attendance import attend, statuses_of
from graphing.extract.dates import DateMention
from graphing.extract.dates_choice import date_for
from graphing.extract.encounters import Dated, Encounter, gather
from graphing.extract.frames import tellings
from graphing.extract.linking import inside
from graphing.extract.logistic import LogisticModel, load_model
from graphing.extract.places import PlaceMention
from graphing.extract.places_choice import place_for
from graphing.extract.telling import Telling
from graphing.model import Article, DateRange, Meeting, MeetingStatus, Organization, Participant, Person, Place, Sentence, Span

# The encounter model is fitted on articles whose names are right. On names found by models that never saw the writer it is too sure;
# certainty = sigmoid(slope · log-odds + offset), fitted on the others of six writers, is as often right as it says (``accuracy``).
CALIBRATION = (0.33, 0.11)
# An encounter less sure than this is not reported: of those below, most are none (measured on authors left out of training).
REPORTED = 0.56
# A telling less sure than this does not even support another.
HEARD = 0.3

# Cues whose encounter a list of earlier dates recalls: '만남은 1월과 6월에 이어 세 번째다'.
RECALLED = frozenset({"meet", "face", "talk", "meal"})
EARLIER = re.compile(r"(?:\s?[^,.\d]{0,30}?)(?:에|에서|회의|행사|때)\s?(?:이어|이은)")
ORDINAL = re.compile(r"(?:번째|차례)")
JOINS = re.compile(r"(?:[^,.\d“”]{0,24}?(?:과|와|,|및|·|에 이어|에서|에)\s?)")

TOPIC = re.compile(
    r"((?:[^\s,.“”\"\n]+ ){0,7}?[^\s,.“”\"\n]+?)(?:에 대해|에 대한|에 관해|에 관한|[을를] 놓고|[을를] 두고|[을를])\s?"
    r"(?:서로 |함께 |집중 |심도 있게 |폭넓게 |깊이 있는 |구체적인 )?(?:논의|협의|의견을|이야기를|얘기를|대화를|모색|상의|조율)"
)
TALKED = re.compile(r"논의|협의|의견을|이야기를|얘기를|대화를|모색|상의|조율")
# So many blanks may stand between the beginning of a topic and what is said to have been talked about.
TOPIC_BLANKS = 12
# Where a topic cannot reach back over: particles and endings of what stands before it.
BEFORE_TOPIC = re.compile(r".*(?:[은는이가께]|에게|에서|에서는|과|와|과의|와의|만나|만난 뒤|며|하고|했고|해|갖고|앉아|찾아|열고|후|뒤) ")


Models = tuple[LogisticModel, LogisticModel, LogisticModel, LogisticModel]


@cache
def _models() -> Models:
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
    linking, telling, attendance, encounter = models or _models()
    told, readings = tellings(article, sentences, people, organizations, linking, telling)
    heard = [one for one in told if one.certainty >= HEARD]
    gathered = gather([dated for one in heard for dated in dated_tellings(article, sentences, one, dates, places)])
    gathered = attend(article, gathered, readings, dates, attendance, statuses_of(told))
    posts = {person.name: frozenset(post.organization for post in person.affiliations) for person in people}
    meetings = (_meeting(article, found, encounter, posts) for found in gathered)
    return tuple(meeting for meeting in meetings if meeting.certainty >= REPORTED and len(meeting.participants) + len(meeting.orgs) >= 2)


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
    here = [date for date in dates if sentence.start <= date.start < sentence.end and date.kind == "event" and date.when is not None]
    clause = clause_of(told)
    # A relay dates each of its partners; only a list of dates without partners between is many encounters of the same people.
    for chain in [] if told.scene.serial else _chains(article.text, here):
        before = EARLIER.match(article.text, chain[-1].end) is not None
        if (len(chain) < 2 and not (before and ORDINAL.search(article.text, chain[-1].end, sentence.end))) or told.cue.kind not in RECALLED:
            continue
        if not (before or chain[-1].end <= told.cue.start):
            continue
        borders = [date.start for date in chain[1:]] + [told.cue.start if told.cue.start > chain[-1].end else chain[-1].end + 20]
        recalled = []
        for date, border in zip(chain, borders, strict=True):
            venue = next((place for place in places if date.end <= place.start < border), None)
            place = Place(venue.name, Span(venue.start, venue.end)) if venue else None
            recalled.append(Dated(told, date.when, True, place, Span(sentence.start, sentence.end), "held"))
        if not before:
            return recalled
        others = [date for date in dates if date not in chain]
        return [_dated(article, sentences, told, clause, others, places), *recalled]
    return [_dated(article, sentences, told, clause, dates, places)]


def _chains(text: str, dates: Sequence[DateMention]) -> list[list[DateMention]]:
    """Dates joined by 과, 와 or a comma, with at most a place between."""
    chains: list[list[DateMention]] = []
    for date in dates:
        if chains and JOINS.fullmatch(text, chains[-1][-1].end, date.start):
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
    when = _own_date(told, dates) or date_for(clause, dates, article, sentences, cue=cue, status=told.status)
    place = _own_place(told, places) or place_for(clause, places, article, sentences, cue=cue, dates=dates)
    sentence = told.scene.sentence
    words = when.words if when is not None else None
    own = words is not None and sentence.start <= words.start < sentence.end
    fixed = own and any(words is not None and date.start <= words.start < date.end and not date.anchored for date in dates)
    status: MeetingStatus = told.status
    if status == "held" and own and when is not None and article.published is not None and _to_come(when, article.published):
        status = "planned"
    venue = next(
        (
            mention.name
            for mention in places
            if place is not None
            and mention.start == place.words.start
            and mention.kind == "venue"
            and sentence.start <= mention.start < sentence.end
        ),
        None,
    )
    return Dated(told, when, fixed, place, clause, status, venue, own)


def _own_date(told: Telling, dates: Sequence[DateMention]) -> DateRange | None:
    """The date of one partner of a relay that dates each of them: '6월에는 A를, 7월에는 B를 각각', 'A는 2월, B는 3월에 각각'."""
    sentence = told.scene.sentence
    here = [d for d in dates if sentence.start <= d.start < sentence.end and d.kind == "event" and d.when is not None]
    if not told.scene.serial or len(told.links) != 2 or len(here) < 2:
        return None
    partner = told.links[-1][0]
    if partner.group in ("는", "가"):
        after = next((d for d in here if partner.end <= d.start <= partner.end + 12), None)
        return after.when if after else None
    before = [d for d in here if d.end <= partner.start]
    return before[-1].when if before else None


def _own_place(told: Telling, places: Sequence[PlaceMention]) -> Place | None:
    """The place of one partner of a relay that places each of them: '국회에서 A를, 가람호텔에서 B를 각각 만났다'."""
    sentence = told.scene.sentence
    here = [place for place in places if sentence.start <= place.start < sentence.end and place.kind in ("venue", "city")]
    if not told.scene.serial or len(told.links) != 2 or len(here) < 2:
        return None
    before = [place for place in here if place.end <= told.links[-1][0].start]
    return Place(before[-1].name, Span(before[-1].start, before[-1].end)) if before else None


def _to_come(when: DateRange, published: datetime.date) -> bool:
    """Whether all of a date lies after the publication."""
    size = {"day": 10, "month": 7, "year": 4}[when.precision]
    return when.iso() > published.isoformat()[:size]


def encounter_features(found: Encounter, *, datable: bool = True) -> list[str]:
    """What the certainty of an encounter is judged by.

    ``datable`` is False where nobody has said when the article appeared: that a day is not known then says nothing of the encounter.
    """
    chances = sorted((dated.telling.certainty for dated in found.tellings), reverse=True)
    top = chances[0]
    when = found.when
    told = 2 if any(dated.own for dated in found.tellings) else int(any(dated.here for dated in found.tellings))
    return [
        f"top={int(top * 10)}",
        *(f"top>{limit}" for limit in (0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95) if top > limit),
        f"told={min(len(chances), 4)}",
        f"second={int(chances[1] * 5) if len(chances) > 1 else 'none'}",
        f"n={min(len(found.names), 5)}",
        f"orgs={int(bool(found.orgs))}",
        f"status={found.status}",
        f"date={when.precision if when else 'none'},{told}" if when or datable else "date=day,2",
        f"place={int(found.place is not None)}",
        f"headline={int(all(dated.telling.scene.headline for dated in found.tellings))}",
        f"quoted={int(all('q=1' in dated.telling.features for dated in found.tellings))}",
        f"kinds={'|'.join(sorted({dated.telling.cue.kind for dated in found.tellings})[:2])}",
        *(f"kind={kind}" for kind in {dated.telling.cue.kind for dated in found.tellings}),
    ]


def _meeting(article: Article, found: Encounter, model: LogisticModel, posts: Mapping[str, frozenset[str | None]]) -> Meeting:
    # A side of which somebody is named has a face; only the others are sides of unnamed people.
    orgs = tuple(org for org in found.orgs if not any(org in posts.get(name, ()) for name in found.names))
    lead = max(found.tellings, key=lambda dated: (not dated.telling.scene.headline, dated.telling.certainty))
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
    bodies = [dated for dated in found.tellings if not dated.telling.scene.headline] or found.tellings
    evidence = _joined([Span(dated.telling.scene.sentence.start, dated.telling.scene.sentence.end) for dated in bodies] + found.attended)
    certainty = LogisticModel(
        {}, CALIBRATION[0] * model.log_odds(encounter_features(found, datable=article.published is not None)) + CALIBRATION[1]
    ).probability(())
    return Meeting(
        participants=tuple(Participant(name, words[name]) for name in found.names),
        status=found.status,
        evidence=evidence,
        cue=Span(lead.telling.cue.start, lead.telling.cue.end),
        orgs=orgs,
        when=found.when,
        place=found.place,
        topic=_topic(article, found),
        certainty=round(certainty, 3),
        reason=_reason(found),
    )


def _joined(spans: Sequence[Span]) -> tuple[Span, ...]:
    """The spans in order, overlapping ones joined."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)


def _topic(article: Article, found: Encounter) -> Span | None:
    for dated in found.tellings:
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


def _reason(found: Encounter) -> str:
    """Why the encounter is believed as far as it is: codes, set apart by blanks, that the dashboard puts into words.

    told=N: in how many clauses; carried: somebody is meant without being named there; attended: somebody is named in a sentence
    about who else was there; headline, quoted, caption: told nowhere else; undated: no date told.
    """
    scenes = [dated.telling.scene for dated in found.tellings]
    links = [reference for dated in found.tellings for reference, _ in dated.telling.links]
    codes = {
        f"told={len({(dated.telling.index, dated.evidence.start) for dated in found.tellings})}": True,
        "carried": any(reference.kind != "name" for reference in links),
        "attended": bool(found.attendants),
        "headline": all(scene.headline for scene in scenes),
        "caption": all(scene.caption for scene in scenes),
        "quoted": all(inside(dated.telling.cue.start, dated.telling.scene.quotes) for dated in found.tellings),
        "undated": found.when is None,
    }
    return " ".join(code for code, holds in codes.items() if holds)


__all__ = ["clause_of", "encounter_features", "find_meetings"]
