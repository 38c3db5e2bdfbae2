"""What a sentence says of the meeting that somebody saw in it: a proposal, also where the reading is too unsure to be reported."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graphing import language
from graphing.extract.dates.finding import find_dates
from graphing.extract.frames.clauses import clauses
from graphing.extract.frames.cues import Cue, find_cues
from graphing.extract.frames.linking import scene
from graphing.extract.frames.modality import following_text, read_status, tails
from graphing.extract.frames.telling import STRONG, Telling
from graphing.extract.frames.tellings import tellings
from graphing.extract.meetings.encounters import Encounter
from graphing.extract.meetings.finding import Models, as_meeting, shipped
from graphing.extract.meetings.telling_dates import dated_tellings
from graphing.extract.places.finding import find_places
from graphing.model import Extraction, Meeting, Participant, Sentence, Span


def proposed(found: Extraction, told: Span, models: Models | None = None) -> Meeting | None:
    """The meeting that ``told`` (sentences of the article) tells, by the names that ``found`` has; None where there is nothing to read.

    ``cue`` are the words that give the status. Where the sentence links fewer than two, all whom it names may have taken part.
    ``certainty`` is 0: somebody else must say that it took place.
    """
    article = found.article
    sentences = language.sentences(article)
    here = [number for number, one in enumerate(sentences) if one.start < told.end and told.start < one.end]
    if not here:
        return None
    ends = {mention.end for person in found.people for mention in person.mentions}
    places = [place for place in find_places(article, sentences) if place.end not in ends]
    dates = find_dates(article, sentences)
    linking, telling, _, _ = models or shipped()
    every, _ = tellings(article, sentences, found.people, found.organizations, linking, telling)
    own = [one for one in every if one.index in here]
    lead = max(own, key=lambda one: (len(one.names) + len(one.orgs) > 1, one.certainty), default=None)
    one = lead or _bare(found, sentences, here)
    dated = next(iter(dated_tellings(article, sentences, one, dates, places)))
    posts = {person.name: frozenset(post.organization for post in person.affiliations) for person in found.people}
    meeting = as_meeting(article, Encounter([dated]), 0.0, posts)
    if len(meeting.participants) + len(meeting.orgs) < 2:
        linked = {participant.name for participant in meeting.participants}
        more = (participant for participant in _named(found, sentences, here) if participant.name not in linked)
        meeting = replace(meeting, participants=(*meeting.participants, *more))
    return replace(meeting, evidence=(told,))


def _bare(found: Extraction, sentences: Sequence[Sentence], here: Sequence[int]) -> Telling:
    """A telling that links nobody: by the word of the sentences that tells a meeting soonest, else by their last predicate."""
    text = found.article.text
    cues = [(number, cue) for number in here for cue in find_cues(text, sentences[number].start, sentences[number].end)]
    number, cue = next((pair for pair in cues if pair[1].kind in STRONG), None) or next(iter(cues), (here[-1], None))
    sentence = sentences[number]
    read = clauses(sentence.tokens)
    if cue is None:
        last = read.predicates[-1] if read.predicates else sentence
        cue = Cue(last.start, last.start + 1, "joint", text[last.start : last.start + 1])
    kind = found.article.paragraphs[sentence.paragraph].kind
    at = scene(text, sentence, headline=kind == "headline", caption=kind == "caption", first=number < 3, clauses=read)
    ahead = following_text(text, sentences, number), following_text(text, sentences, number + 1)
    status = read_status(text, at, cue, *tails(text, at, cue), *ahead)
    return Telling(number, at, cue, (), (), status, (), text[sentence.start : cue.end])


def _named(found: Extraction, sentences: Sequence[Sentence], here: Sequence[int]) -> tuple[Participant, ...]:
    """All whom the sentences name."""
    start, end = sentences[here[0]].start, sentences[here[-1]].end
    first = ((one.name, next((at for at in one.mentions if start <= at.start < end), None)) for one in found.people)
    there = sorted((at.start, at.end, name) for name, at in first if at is not None)
    return tuple(Participant(name, Span(low, high)) for low, high, name in there)
