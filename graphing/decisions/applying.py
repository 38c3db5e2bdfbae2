"""A reading and the decisions about it → what holds. The reading is never changed; without decisions it is what holds."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Any

from graphing.decisions import naming
from graphing.decisions.addressing import Letters, date_of, digest, likeness, meeting_of, meeting_record
from graphing.decisions.heading import headed
from graphing.decisions.rows import ARTICLE_KINDS, Decision, standing
from graphing.model import NOWHERE, Extraction, Meeting, MentionKind, Participant, Place, Span

NAMES = {"post": naming.post, "mark": naming.mark, "unmark": naming.unmark}


@dataclass(frozen=True, slots=True)
class Trace:
    """A meeting and how it came to be what it is.

    ``read`` is the machine's reading (None where a person added the meeting, or where the machine no longer finds it), ``now`` what
    holds (None where it was rejected), ``decisions`` those that stand about it, in order. ``named`` is what a further decision must be
    made about.
    """

    named: Meeting
    read: Meeting | None
    now: Meeting | None
    decisions: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True)
class Curated:
    """What holds of an article. ``extraction.meetings`` are those of ``traces`` that were not rejected, in order."""

    extraction: Extraction
    traces: tuple[Trace, ...]


def apply(reading: Extraction, decisions: Iterable[Decision]) -> Curated:
    """What holds of a reading under these decisions; those about other articles or undone count for nothing.

    A publication date that was corrected is that of the article; dates that the text tells relative to it take another reading.
    """
    own = digest(reading.article)
    about = [one for one in decisions if one.article == own]
    article = headed(reading.article, about)
    reading = reading if article is reading.article else replace(reading, article=article)
    valid = [one for one in standing(about) if one.what not in ARTICLE_KINDS]
    if not valid:
        return Curated(reading, tuple(Trace(meeting, meeting, meeting) for meeting in reading.meetings))
    letters = Letters(reading.article.text)
    found = reading
    traces = [_Tracing(meeting, meeting, meeting_record(meeting, letters), meeting) for meeting in reading.meetings]
    for one in valid:
        if change := NAMES.get(one.what):
            before, found = found, change(found, one, letters)
            if one.what == "mark":
                for trace in traces:
                    trace.rename(naming.replaced(before, found), one.meant(), found)
            if one.what == "unmark":
                for trace in traces:
                    trace.leave(one.meant())
        else:
            _decide(traces, one, letters, found)
    kept = [trace for trace in traces if trace.now is not None]
    found = naming.with_present(found, [trace.now for trace in kept if trace.now is not None])
    return Curated(replace(found, meetings=tuple(trace.now for trace in kept if trace.now)), tuple(trace.trace() for trace in traces))


def traced(record: dict[str, Any], curated: Curated) -> int | None:
    """Which of the traces a meeting's record means (its place in ``curated.traces``); None where none is like it."""
    letters = Letters(curated.extraction.article.text)
    scores = ((likeness(record, meeting_record(trace.named, letters)), -number) for number, trace in enumerate(curated.traces))
    likely = [(score, number) for score, number in scores if score is not None]
    return -max(likely)[1] if likely else None


@dataclass(slots=True)
class _Tracing:
    named: Meeting
    read: Meeting | None
    record: dict[str, Any]
    now: Meeting | None
    decisions: list[Decision] | None = None

    def trace(self) -> Trace:
        return Trace(self.named, self.read, self.now, tuple(self.decisions or ()))

    def rename(self, gone: list[tuple[MentionKind, str]], right: dict[str, str], found: Extraction) -> None:
        """Puts a name that is right in place of those that stood in its letters and are none."""
        if self.now is None or not any((kind, name) in gone for kind, name in _present(self.now)):
            return
        name = right["name"]
        people = [one for one in self.now.participants if ("person", one.name) not in gone and one.name != name]
        orgs = [one for one in self.now.orgs if ("organization", one) not in gone and one != name]
        if right["kind"] == "person":
            people.append(Participant(name, _words(found, name, self.now)))
        else:
            orgs.append(name)
        self.now = replace(self.now, participants=tuple(people), orgs=tuple(orgs))

    def leave(self, who: dict[str, str]) -> None:
        """Takes out somebody who is no person (or organisation) after all; a meeting of nobody is none."""
        if self.now is None:
            return
        if who["kind"] == "person":
            self.now = replace(self.now, participants=tuple(one for one in self.now.participants if one.name != who["name"]))
        else:
            self.now = replace(self.now, orgs=tuple(name for name in self.now.orgs if name != who["name"]))
        if not self.now.participants and not self.now.orgs:
            self.now = None


def _present(meeting: Meeting) -> list[tuple[MentionKind, str]]:
    return [*(("person", one.name) for one in meeting.participants), *(("organization", name) for name in meeting.orgs)]


def _decide(traces: list[_Tracing], one: Decision, letters: Letters, found: Extraction) -> None:
    subject = one.meant()
    likely = [(score, -number) for number, trace in enumerate(traces) if (score := likeness(subject, trace.record)) is not None]
    if likely:
        trace = traces[-max(likely)[1]]
    elif one.what == "reject":
        return  # what the machine no longer finds need not be rejected
    else:
        # A person has seen it in the text: it stays, whatever the machine finds now.
        named = meeting_of(subject, letters, "")
        trace = _Tracing(named, None, subject, named)
        traces.append(trace)
    trace.decisions = [*(trace.decisions or ()), one]
    if one.what == "reject":
        trace.now = None
        return
    trace.now = _changed(trace.now or trace.named, one, found)


def _changed(meeting: Meeting, one: Decision, found: Extraction) -> Meeting:
    value = one.told()
    changed = meeting
    if one.what == "participants":
        known = {who.name: who for who in meeting.participants}
        people = tuple(known.get(name) or Participant(name, _words(found, name, meeting)) for name in value["people"])
        changed = replace(meeting, participants=people, orgs=tuple(value["orgs"]))
    elif one.what == "date":
        changed = replace(meeting, when=date_of(value))
    elif one.what == "place":
        changed = replace(meeting, place=_place(value, meeting, found) if value else None)
    elif one.what == "status":
        changed = replace(meeting, status=value)
    elif one.what == "add":
        changed = _as_added(meeting, meeting_of(one.meant(), Letters(found.article.text), ""), (value or {}).get("open", ()))
    mark = "added" if one.what == "add" else "confirmed" if changed == meeting else "corrected"
    codes = [code for code in changed.reason.split() if code != "confirmed"]
    if mark not in codes and not (mark == "confirmed" and {"corrected", "added"} & set(codes)):
        codes.append(mark)
    return replace(changed, certainty=1.0, reason=" ".join(codes))


def _as_added(meeting: Meeting, said: Meeting, left: Collection[str]) -> Meeting:
    """A meeting that somebody added and that the machine finds by now: what was said of it holds, also what was ``left`` open."""
    same = meeting.when is not None and said.when is not None and meeting.when.iso() == said.when.iso()
    return replace(
        meeting,
        participants=said.participants,
        orgs=said.orgs,
        status=said.status,
        when=None if "date" in left else meeting.when if same else said.when or meeting.when,
        place=None if "place" in left else said.place or meeting.place,
        topic=None if "topic" in left else said.topic or meeting.topic,
    )


def _words(found: Extraction, name: str, meeting: Meeting) -> Span:
    """Where the text names somebody, the telling clauses first; ``NOWHERE`` where it does not."""
    mentions = next((person.mentions for person in found.people if person.name == name), ())
    spans = [Span(mention.start, mention.end) for mention in mentions] or naming.occurrences(found.article.text, name)
    near = [span for span in spans if any(clause.start <= span.start < clause.end for clause in meeting.evidence)]
    return next(iter([*near, *spans]), NOWHERE)


def _place(name: str, meeting: Meeting, found: Extraction) -> Place:
    spans = naming.occurrences(found.article.text, name)
    near = [span for span in spans if any(clause.start <= span.start < clause.end for clause in meeting.evidence)]
    return Place(name, next(iter([*near, *spans]), NOWHERE))
