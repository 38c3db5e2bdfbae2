"""Answers in one form, whether annotated by hand or extracted: what an article says, as plain names and offsets of its document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from graphing.model import Span


@dataclass(frozen=True, slots=True)
class Role:
    """A post: its organisation and its title ('' where untold)."""

    organization: str
    title: str


@dataclass(frozen=True, slots=True)
class Entity:
    """A person or an organisation: ``forms`` are its aliases in the text and other common spellings."""

    name: str
    forms: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    mentions: frozenset[Span] = frozenset()


@dataclass(frozen=True, slots=True)
class Encounter:
    """A meeting: ``date`` is '2025-02-04', '2025-02', '2025' or None; ``certainty`` is 1 where a person annotated it."""

    participants: tuple[str, ...]
    orgs: tuple[str, ...]
    status: str
    date: str | None
    place: str | None
    evidence: tuple[Span, ...]
    certainty: float = 1.0


@dataclass(frozen=True, slots=True)
class Answers:
    """What is said of one article, document[start:end].

    ``mentions`` of the answers given by hand are by kind, 'P' and 'O'. ``spans_only``: nothing but mentions is known;
    ``has_spans``: mentions are known.
    """

    start: int
    end: int
    people: tuple[Entity, ...] = ()
    organizations: tuple[Entity, ...] = ()
    meetings: tuple[Encounter, ...] = ()
    spans: Mapping[str, frozenset[Span]] | None = None
    spans_only: bool = False


def extracted(record: Mapping[str, Any]) -> Answers:
    """The answers of a record of ``export.record``."""
    return Answers(
        record["start"],
        record["end"],
        tuple(entity(one) for one in record["people"]),
        tuple(entity(one) for one in record["organizations"]),
        tuple(encounter(one, tuple(Span(*span) for span in one["evidence"])) for one in record["meetings"]),
    )


def entity(record: Mapping[str, Any]) -> Entity:
    """A person or organisation of a record; roles without an organisation are left out, for they name no post that can be matched."""
    roles = tuple(Role(role["org"], role.get("title") or "") for role in record.get("roles", ()) if role.get("org"))
    forms = (*record.get("aliases", ()), *record.get("variants", ()))
    return Entity(record["name"], forms, roles, frozenset(Span(*mention) for mention in record.get("mentions", ())))


def encounter(record: Mapping[str, Any], evidence: tuple[Span, ...]) -> Encounter:
    """A meeting of a record, with the ranges that prove it."""
    return Encounter(
        tuple(record["participants"]),
        tuple(record.get("orgs", ())),
        record["status"],
        record.get("date"),
        record.get("place"),
        evidence,
        record.get("certainty", 1.0),
    )


def joined(pieces: Iterable[Answers]) -> Answers:
    """The answers of one article that was cut into pieces: equal names become one."""
    people: dict[str, Entity] = {}
    organizations: dict[str, Entity] = {}
    meetings: list[Encounter] = []
    start, end = 0, 0
    for piece in pieces:
        start, end = piece.start, piece.end
        for store, many in ((people, piece.people), (organizations, piece.organizations)):
            for one in many:
                had = store.get(one.name, Entity(one.name))
                store[one.name] = Entity(one.name, had.forms + one.forms, had.roles + one.roles, had.mentions | one.mentions)
        meetings += piece.meetings
    return Answers(start, end, tuple(people.values()), tuple(organizations.values()), tuple(meetings))
