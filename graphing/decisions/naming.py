"""Decisions about the names of one article: what is a name and what is not, and who holds which post."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from graphing.decisions.addressing import Letters
from graphing.decisions.rows import Decision
from graphing.model import Affiliation, Extraction, Meeting, Mention, MentionKind, Organization, Person, Span


def mark(found: Extraction, one: Decision, letters: Letters) -> Extraction:
    """The name is one, at the given places; a name that was known gets them in addition. One that stood there only was wrong: it goes."""
    subject, value = one.meant(), one.told()
    text = found.article.text
    spans = [letters.loose(tight) for tight in value["spans"]]
    mentions = [Mention(*span, text[slice(*span)], subject["kind"]) for span in spans if span.end > span.start]
    whole = _marked(found, subject["kind"], subject["name"], mentions, value.get("type"))
    wrong = {(kind, name) for kind, name in _named(found) - _named(whole) if (kind, name) != (subject["kind"], subject["name"])}
    bodies = {name for kind, name in wrong if kind == "organization"}
    # Who held a post there holds it where the name is right now, or where nobody knows.
    right = subject["name"] if subject["kind"] == "organization" else None
    return replace(
        whole,
        people=tuple(
            _moved(person, bodies, right)
            for person in whole.people
            if ("person", person.name) not in wrong
        ),
        organizations=tuple(body for body in whole.organizations if body.name not in bodies),
    )


def _moved(person: Person, bodies: set[str], right: str | None) -> Person:
    return replace(
        person, affiliations=tuple(replace(one, organization=right) if one.organization in bodies else one for one in person.affiliations)
    )


def replaced(before: Extraction, after: Extraction) -> list[tuple[MentionKind, str]]:
    """Whom a mark has put another name in place of: they are named no more."""
    return sorted(_named(before) - _named(after))


def _named(found: Extraction) -> set[tuple[MentionKind, str]]:
    """Those whose names stand somewhere in the text."""
    people: set[tuple[MentionKind, str]] = {("person", one.name) for one in found.people if one.mentions}
    return people | {("organization", one.name) for one in found.organizations if one.mentions}


def _marked(found: Extraction, kind: MentionKind, name: str, mentions: list[Mention], type_: str | None = None) -> Extraction:
    # What now is somebody's name, or part of it, is nobody else's.
    taken = {(mention.start, mention.end) for mention in mentions}
    people = tuple(replace(one, mentions=_without(one.mentions, taken)) for one in found.people)
    bodies = tuple(replace(one, mentions=_without(one.mentions, taken)) for one in found.organizations)
    if kind == "person":
        known = next((one for one in people if one.name == name), None)
        fresh = replace(known or Person(name), mentions=_ordered(known.mentions if known else (), mentions))
        people = tuple(fresh if one is known else one for one in people) if known else (*people, fresh)
    else:
        body = next((one for one in bodies if one.name == name), None)
        made = replace(body or Organization(name), mentions=_ordered(body.mentions if body else (), mentions))
        made = replace(made, type=type_) if type_ in {"company", "agency"} else made  # type: ignore[arg-type]
        bodies = tuple(made if one is body else one for one in bodies) if body else (*bodies, made)
    return replace(found, people=people, organizations=bodies)


def unmark(found: Extraction, one: Decision, letters: Letters) -> Extraction:
    """The name is none: it goes, with its posts."""
    subject = one.meant()
    if subject["kind"] == "person":
        return replace(found, people=tuple(person for person in found.people if person.name != subject["name"]))
    bodies = tuple(body for body in found.organizations if body.name != subject["name"])
    people = tuple(
        replace(person, affiliations=tuple(post for post in person.affiliations if post.organization != subject["name"]))
        for person in found.people
    )
    return replace(found, people=people, organizations=bodies)


def post(found: Extraction, one: Decision, letters: Letters) -> Extraction:
    """A post is another one, or none (value null); one that was not read (subject's title null) is added."""
    subject, value = one.meant(), one.told()
    made = Affiliation(value["organization"], value["title"], value["former"]) if value else None
    people = []
    for person in found.people:
        if person.name != subject["person"]:
            people.append(person)
            continue
        posts: list[Affiliation] = []
        for held in person.affiliations:
            if (held.organization, held.title, held.former) != (subject["organization"], subject["title"], subject["former"]):
                posts.append(held)
            elif made:
                posts.append(replace(made, evidence=held.evidence))
        if made and subject["title"] is None:
            posts.append(made)
        people.append(replace(person, affiliations=tuple(dict.fromkeys(posts))))
    return replace(found, people=tuple(people))


def with_present(found: Extraction, meetings: Iterable[Meeting]) -> Extraction:
    """Also those whom a decision put into a meeting are people (or organisations) of the article, wherever it names them."""
    text = found.article.text
    for meeting in meetings:
        people = {form for one in found.people for form in (one.name, *one.aliases)}
        bodies = {form for one in found.organizations for form in (one.name, *one.aliases)}
        wanted: list[tuple[MentionKind, str, list[Span]]] = [
            ("person", who.name, [who.words] if who.name in people else occurrences(text, who.name)) for who in meeting.participants
        ]
        wanted += [("organization", name, occurrences(text, name)) for name in meeting.orgs if name not in bodies]
        for kind, name, places in wanted:
            taken = {(one.start, one.end) for person in found.people for one in person.mentions}
            taken |= {(one.start, one.end) for body in found.organizations for one in body.mentions}
            mentions = [Mention(*span, name, kind) for span in places if text[slice(*span)] == name and span not in taken]
            if mentions:
                found = _marked(found, kind, name, mentions)
    return found


def occurrences(text: str, words: str) -> list[Span]:
    """Where the words stand in the text, letter by letter; nowhere where they are blank."""
    spans: list[Span] = []
    at = text.find(words) if words.strip() else -1
    while at >= 0:
        spans.append(Span(at, at + len(words)))
        at = text.find(words, at + len(words))
    return spans


def _without(mentions: tuple[Mention, ...], taken: set[tuple[int, int]]) -> tuple[Mention, ...]:
    return tuple(one for one in mentions if not any(start <= one.start and one.end <= end for start, end in taken))


def _ordered(known: tuple[Mention, ...], more: Iterable[Mention]) -> tuple[Mention, ...]:
    return tuple(sorted({*known, *more}, key=lambda one: (one.start, one.end)))
