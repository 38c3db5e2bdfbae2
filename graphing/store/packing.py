"""Extractions as rows and back. Pure: no database, and ``unpack`` undoes ``pack``."""

from __future__ import annotations

import calendar
import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from graphing.decisions.addressing import UNSTORABLE, computed, digest
from graphing.model import (
    Affiliation,
    Article,
    DateRange,
    Extraction,
    Meeting,
    Mention,
    MentionKind,
    Organization,
    Paragraph,
    Participant,
    Person,
    Place,
    Run,
    Span,
)
from graphing.organizations import canonical_key, organization_type
from graphing.resolve import Profile, organization_profile, person_key, person_profile

Row = dict[str, Any]

@dataclass(slots=True)
class Packed:
    """The rows of an extraction, without ids: ``posts`` and ``attendances`` name appearances by their index in ``appearances``."""

    extraction: Extraction
    digest: str
    fingerprint: str
    article: Row
    text: Row
    appearances: list[Row]
    people: list[tuple[int, Person]]
    posts: list[Row] = field(default_factory=list)
    meetings: list[tuple[Row, list[Row]]] = field(default_factory=list)

    def appearance_keys(self) -> list[str]:
        """The keys of the appearances: they outlive another extraction of the same text."""
        seen: Counter[tuple[str, str]] = Counter()
        keys: list[str] = []
        for row in self.appearances:
            seen[row["kind"], row["name"]] += 1
            number = seen[row["kind"], row["name"]]
            keys.append(appearance_key(self.digest, row["kind"], row["name"], number))
        return keys


def appearance_key(digest: str, kind: str, name: str, number: int = 1) -> str:
    """The key of the ``number``-th appearance of a name in an article."""
    return f"{digest}/{kind}/{name}" + (f"#{number}" if number > 1 else "")


def block_of(key: str) -> tuple[MentionKind, str]:
    """(kind, key of the name) under which the appearance of this key is grouped."""
    _, kind, name = key.split("/", 2)
    name = name.rsplit("#", 1)[0] if name.rsplit("#", 1)[-1].isdecimal() else name
    return ("person", person_key(name)) if kind == "person" else ("organization", canonical_key(name))


def pack(extraction: Extraction) -> Packed:
    """The rows of an extraction. Characters that cannot be stored (NUL, lone surrogates) become U+FFFD."""
    article = extraction.article
    text = article.text.translate(UNSTORABLE)
    head: Row = {
        "source": _clean(article.source),
        "range_start": article.start,
        "range_end": article.end,
        "title": _clean(article.title),
        "outlet": _clean(article.outlet),
        "url": _clean(article.url),
        "author": _clean(article.author),
        "published": article.published,
        "day": day_of(article.published),
        "characters": len(text),
        "people": len(extraction.people),
        "organizations": len(extraction.organizations),
        "meetings": len(extraction.meetings),
    }
    body: Row = {"text": text, "runs": _json(article.runs), "paragraphs": _json([[p.start, p.end, p.kind] for p in article.paragraphs])}
    packed = Packed(extraction, digest(article), "", head, body, [], [])
    people, organizations = _appearances(extraction, packed)
    _posts(packed, organizations)
    for number, meeting in enumerate(extraction.meetings):
        row = {**_meeting(meeting, text), "ordinal": number, "decided": None}
        packed.meetings.append((row, _attendances(meeting, people, organizations)))
    # Without an author as it was before articles had one: what is stored unchanged is told to be so.
    known = head if head["author"] else {name: value for name, value in head.items() if name != "author"}
    told = [known, body, packed.appearances, packed.posts, packed.meetings]
    packed.fingerprint = _hash([json.dumps(told, ensure_ascii=False, sort_keys=True, default=str)])
    return packed


def profiles(packed: Packed, judged: frozenset[str] = frozenset()) -> list[Profile]:
    """The profile of every appearance; those whose keys are ``judged`` keep one to themselves."""
    keys = packed.appearance_keys()
    found = [
        organization_profile(canonical_key(row["name"]), key if key in judged else None)
        for row, key in zip(packed.appearances, keys, strict=True)
    ]
    context = [profile.name for profile, row in zip(found, packed.appearances, strict=True) if row["kind"] == "organization"]
    owners: dict[int, dict[str, str]] = {}
    for post in packed.posts:
        if post["organization"] is not None:
            owners.setdefault(post["person"], {})[post["organization_name"]] = found[post["organization"]].name
    names = Counter(person_key(person.name) for _, person in packed.people)
    for index, person in packed.people:
        alone = keys[index] in judged or names[person_key(person.name)] > 1
        found[index] = person_profile(person, owners.get(index, {}), context, keys[index], alone)
    return found


def pack_profile(profile: Profile) -> Row:
    """The columns of ``profiles`` that hold a profile."""
    organizations, titles = sorted(profile.organizations), sorted(profile.titles)
    return {
        "kind": profile.kind,
        "key": profile.name,
        "digest": profile_digest(profile),
        "profile": _json([profile.id, organizations, titles, sorted(profile.context), profile.appearance, profile.full]),
        "level": -1 if not profile.full else 2 if organizations else 1 if titles else 0,
        "shape": _hash([_json([organizations, titles, profile.full])]),
    }


def unpack_profile(kind: MentionKind, name: str, packed: str) -> Profile:
    """The profile of its JSON."""
    ident, organizations, titles, context, appearance, full = json.loads(packed)
    return Profile(ident, kind, name, frozenset(organizations), frozenset(titles), frozenset(context), appearance, full)


def profile_digest(profile: Profile) -> str:
    """A short name of a profile, however long its own id is."""
    return _hash([profile.kind, profile.id])


def cue_of(spans: str) -> str:
    """What tells a meeting from others of its article: where its cue stands, as text."""
    return "{}-{}".format(*json.loads(spans)["cue"])


def forms_of(name: str, aliases: str) -> list[str]:
    """All forms of an appearance: its name and those of the JSON of its aliases."""
    return [name, *json.loads(aliases)]


def unpack_article(row: Mapping[str, Any]) -> Article:
    """The article of a row that joins ``articles`` and ``texts``."""
    known = row["digest"] != computed(row["text"], row["outlet"])
    return Article(
        row["source"],
        row["range_start"],
        row["range_end"],
        row["text"],
        tuple(Run(*run) for run in json.loads(row["runs"])),
        tuple(Paragraph(*paragraph) for paragraph in json.loads(row["paragraphs"])),
        row["title"],
        row["published"],
        row["outlet"],
        row["url"],
        row["author"],
        row["digest"] if known else None,
    )


def unpack(
    article: Mapping[str, Any],
    appearances: Iterable[Mapping[str, Any]],
    posts: Iterable[Mapping[str, Any]],
    meetings: Iterable[Mapping[str, Any]],
    attendances: Iterable[Mapping[str, Any]],
) -> Extraction:
    """The extraction of an article's rows: appearances and posts in the order of ids, meetings and attendances of ordinals."""
    whole = unpack_article(article)
    held: dict[int, list[Affiliation]] = {}
    for post in posts:
        affiliation = Affiliation(post["organization_name"], post["title"], post["former"], Span(post["start"], post["end"]))
        held.setdefault(post["person"], []).append(affiliation)
    present: dict[int, list[Mapping[str, Any]]] = {}
    for attendance in attendances:
        present.setdefault(attendance["meeting"], []).append(attendance)
    people: list[Person] = []
    organizations: list[Organization] = []
    for row in appearances:
        if row["implied"]:
            continue
        mentions = tuple(Mention(start, end, whole.text[start:end], row["kind"]) for start, end in json.loads(row["mentions"]))
        aliases = tuple(json.loads(row["aliases"]))
        if row["kind"] == "person":
            people.append(Person(row["name"], aliases, tuple(held.get(row["id"], ())), mentions))
        else:
            organizations.append(Organization(row["name"], row["type"], aliases, mentions))
    encounters = tuple(_unpack_meeting(row, present.get(row["id"], [])) for row in meetings)
    return Extraction(whole, tuple(people), tuple(organizations), encounters)


def _appearances(extraction: Extraction, packed: Packed) -> tuple[Callable[[str], int], Callable[[str], int]]:
    """Fills in the appearances; returns what finds a person's or an organisation's index by a name, implying one where none has it."""
    for number, person in enumerate(extraction.people):
        packed.people.append((len(packed.appearances), person))
        packed.appearances.append(_appearance("person", number, person))
    for number, body in enumerate(extraction.organizations):
        packed.appearances.append(_appearance("organization", number, body))
    indexes: dict[tuple[str, str], int] = {}
    for index, row in enumerate(packed.appearances):
        indexes.setdefault((row["kind"], row["name"]), index)
    for index, row in enumerate(packed.appearances):
        for alias in json.loads(row["aliases"]):
            indexes.setdefault((row["kind"], alias), index)
    for index, row in enumerate(packed.appearances):
        if row["kind"] == "organization":
            indexes.setdefault(("organization", canonical_key(row["name"])), index)

    def find(kind: MentionKind, name: str) -> int:
        index = indexes.get((kind, name))
        if index is None and kind == "organization":
            index = indexes.get((kind, canonical_key(name)))
        if index is None:
            index = len(packed.appearances)
            found = Person(name) if kind == "person" else Organization(name, organization_type(name))
            packed.appearances.append(_appearance(kind, index, found, implied=True))
            if isinstance(found, Person):
                packed.people.append((index, found))
        indexes[kind, name] = index
        return index

    return lambda name: find("person", name), lambda name: find("organization", name)


def _appearance(kind: MentionKind, ordinal: int, found: Person | Organization, implied: bool = False) -> Row:
    return {
        "kind": kind,
        "ordinal": ordinal,
        "name": _clean(found.name),
        "type": found.type if isinstance(found, Organization) else None,
        "aliases": _json([_clean(alias) for alias in found.aliases]),
        "mentions": _json([[mention.start, mention.end] for mention in found.mentions]),
        "implied": implied,
    }


def _posts(packed: Packed, organization: Callable[[str], int]) -> None:
    for index, person in list(packed.people):
        for post in person.affiliations:
            packed.posts.append(
                {
                    "person": index,
                    "organization": None if post.organization is None else organization(post.organization),
                    "organization_name": _clean(post.organization),
                    "title": _clean(post.title),
                    "former": post.former,
                    "start": post.evidence.start,
                    "end": post.evidence.end,
                }
            )


def _meeting(meeting: Meeting, text: str) -> Row:
    when, place, topic = meeting.when, meeting.place, meeting.topic
    spans = {
        "evidence": meeting.evidence,
        "cue": meeting.cue,
        "date": when.words if when else None,
        "date_reason": when.reason if when else "",
        "place": place.words if place else None,
        "topic": topic,
    }
    return {
        "status": meeting.status,
        "first_day": when.first if when else None,
        "last_day": last_day(when) if when else None,
        "precision": when.precision if when else None,
        "place": _clean(place.name) if place else None,
        "topic": text[topic.start : topic.end] if topic else None,
        "certainty": float(meeting.certainty),
        "reason": _clean(meeting.reason),
        "spans": _json(spans),
    }


def _attendances(meeting: Meeting, person: Callable[[str], int], organization: Callable[[str], int]) -> list[Row]:
    people = [(person(who.name), who.name, who.words.start, who.words.end) for who in meeting.participants]
    sides = [(organization(name), name, None, None) for name in meeting.orgs]
    return [
        {"ordinal": ordinal, "appearance": index, "name": _clean(name), "start": start, "end": end}
        for ordinal, (index, name, start, end) in enumerate([*people, *sides])
    ]


def _unpack_meeting(row: Mapping[str, Any], present: list[Mapping[str, Any]]) -> Meeting:
    spans = json.loads(row["spans"])
    when = None
    if row["first_day"] is not None:
        when = DateRange(row["first_day"], row["precision"], _span(spans["date"]), spans["date_reason"])
    place = _span(spans["place"])
    return Meeting(
        participants=tuple(Participant(who["name"], Span(who["start"], who["end"])) for who in present if who["kind"] == "person"),
        status=row["status"],
        evidence=tuple(Span(*span) for span in spans["evidence"]),
        cue=Span(*spans["cue"]),
        orgs=tuple(who["name"] for who in present if who["kind"] == "organization"),
        when=when,
        place=Place(row["place"], place) if place else None,
        topic=_span(spans["topic"]),
        certainty=row["certainty"],
        reason=row["reason"],
    )


def day_of(published: date | None) -> int:
    """The number that articles are ordered by: days since the year 1, 0 for undated ones."""
    return published.toordinal() if published else 0


def last_day(when: DateRange) -> date:
    """The last day of the day, month or year meant."""
    if when.precision == "day":
        return when.first
    month = when.first.month if when.precision == "month" else 12
    return date(when.first.year, month, calendar.monthrange(when.first.year, month)[1])


def _span(found: list[int] | None) -> Span | None:
    return Span(*found) if found else None


def _clean(text: str | None) -> Any:
    return text.translate(UNSTORABLE) if text is not None else None


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _hash(parts: Iterable[str]) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8")).hexdigest()[:40]
