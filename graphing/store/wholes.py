"""A whole extraction as one text, beside its article: what the machine read, kept while decisions make something else of it."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from graphing.model import (
    Affiliation,
    Article,
    DateRange,
    Extraction,
    Meeting,
    Mention,
    Organization,
    Participant,
    Person,
    Place,
    Span,
)


def pack_whole(extraction: Extraction) -> str:
    """All but the article, as JSON."""
    return json.dumps(
        {
            "people": [
                [
                    one.name,
                    one.aliases,
                    [[post.organization, post.title, post.former, post.evidence] for post in one.affiliations],
                    _mentions(one.mentions),
                ]
                for one in extraction.people
            ],
            "organizations": [[one.name, one.type, one.aliases, _mentions(one.mentions)] for one in extraction.organizations],
            "meetings": [_meeting(one) for one in extraction.meetings],
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


def unpack_whole(article: Article, packed: str) -> Extraction:
    """The extraction of its JSON and its article."""
    found = json.loads(packed)
    people = (
        Person(
            name,
            tuple(aliases),
            tuple(Affiliation(organization, title, former, Span(*span)) for organization, title, former, span in posts),
            tuple(Mention(start, end, article.text[start:end], "person") for start, end in mentions),
        )
        for name, aliases, posts, mentions in found["people"]
    )
    bodies = (
        Organization(
            name, kind, tuple(aliases), tuple(Mention(start, end, article.text[start:end], "organization") for start, end in mentions)
        )
        for name, kind, aliases, mentions in found["organizations"]
    )
    return Extraction(article, tuple(people), tuple(bodies), tuple(_meeting_of(one) for one in found["meetings"]))


def _mentions(mentions: tuple[Mention, ...]) -> list[tuple[int, int]]:
    return [(one.start, one.end) for one in mentions]


def _meeting(one: Meeting) -> dict[str, Any]:
    when, place = one.when, one.place
    return {
        "participants": [[who.name, who.words] for who in one.participants],
        "status": one.status,
        "evidence": one.evidence,
        "cue": one.cue,
        "orgs": one.orgs,
        "when": [when.first.isoformat(), when.precision, when.words, when.reason] if when else None,
        "place": [place.name, place.words] if place else None,
        "topic": one.topic,
        "certainty": one.certainty,
        "reason": one.reason,
    }


def _meeting_of(record: dict[str, Any]) -> Meeting:
    when, place, topic = record["when"], record["place"], record["topic"]
    return Meeting(
        tuple(Participant(name, Span(*words)) for name, words in record["participants"]),
        record["status"],
        tuple(Span(*span) for span in record["evidence"]),
        Span(*record["cue"]),
        tuple(record["orgs"]),
        DateRange(date.fromisoformat(when[0]), when[1], Span(*when[2]) if when[2] else None, when[3]) if when else None,
        Place(place[0], Span(*place[1])) if place else None,
        Span(*topic) if topic else None,
        record["certainty"],
        record["reason"],
    )
