"""The decision as a row, which of many stand, and their form in JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from itertools import product
from typing import Any, Literal

from graphing.decisions import shapes
from graphing.errors import InputError

What = Literal[
    "accept", "reject", "participants", "date", "place", "status", "add",  # of a meeting
    "post", "mark", "unmark",  # of a name in one article
    "name", "same", "different", "unsure", "group",  # of a person or organisation of all articles
    "together", "apart",  # of two meetings, each of another article
    "article", "remove",  # of an article: its date, outlet, title and author; that it goes
    "undo",
]  # fmt: skip
ENTITY_KINDS: frozenset[What] = frozenset({"name", "same", "different", "unsure", "group"})
TELLING_KINDS: frozenset[What] = frozenset({"together", "apart"})
MEETING_KINDS: frozenset[What] = frozenset({"accept", "reject", "participants", "date", "place", "status", "add"})
ARTICLE_KINDS: frozenset[What] = frozenset({"article", "remove"})


@dataclass(frozen=True, slots=True)
class Decision:
    """One thing that somebody decided.

    ``article`` is the digest of the article it is about, '' where it is about no single one. ``about`` is equal for decisions about the
    same thing: two curators who decide about it at once are told. ``subject`` and ``value`` are JSON: what is meant, in its own
    words, and what is to hold. ``why`` may be ''. ``id`` and ``decided`` (UTC) are given by the store; 0 and None before.
    """

    what: What
    article: str
    about: str
    subject: str
    value: str
    by: str
    why: str = ""
    id: int = 0
    decided: datetime | None = None

    @property
    def moment(self) -> datetime | None:
        """When it was decided, with the zone that it is stored in, for whoever reads another clock."""
        return self.decided and self.decided.replace(tzinfo=UTC)

    def told(self) -> Any:
        """The value, read."""
        return json.loads(self.value)

    def meant(self) -> Any:
        """The subject, read."""
        return json.loads(self.subject)

    def articles(self) -> tuple[str, ...]:
        """The digests of the articles whose words it is about, each once; none of one about a person or organisation of all."""
        if self.what in TELLING_KINDS:
            subject = self.meant()
            return tuple(dict.fromkeys(side["article"] for part in ("a", "b") for side in subject[part]))
        return (self.article,) if self.article else ()


def written(value: object) -> str:
    """JSON in one form, so that equal things are equal texts."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def undoing(decision: Decision, by: str, why: str = "") -> Decision:
    """The decision that undoes another; undone itself, it brings the other back."""
    return Decision("undo", decision.article, decision.about, written({"of": decision.id}), "null", by, why)


def undone(decisions: Iterable[Decision]) -> dict[int, Decision]:
    """What was taken back (its id), undos among it → the standing undo of lowest id that did."""
    gone: dict[int, Decision] = {}
    for decision in sorted(decisions, key=lambda one: one.id, reverse=True):
        if decision.what == "undo" and decision.id not in gone:
            gone[decision.meant()["of"]] = decision
    return gone


def standing(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Those that no standing undo takes back, in the order they were decided, the undoing ones left out.

    Ids tell the order of one store; who brings in those of another brings in older ones behind newer ones. Not yet kept ones come last.
    """
    made = list(decisions)
    gone = undone(made)
    left = [one for one in made if one.what != "undo" and one.id not in gone]
    return tuple(sorted(left, key=lambda one: (one.decided or datetime.max, one.id)))


def whom(decision: Decision) -> list[str]:
    """The appearances (keys) that a decision about an entity, or about two, names."""
    subject = decision.meant()
    if decision.what in {"name", "group"}:
        # Earlier releases named one appearance only.
        return [subject["appearance"], *subject.get("also", ())]
    return [*subject["a"], *subject["b"]]


def questions(decision: Decision) -> set[tuple[str, ...]]:
    """What a decision answers: of two that answer the same question the later holds."""
    what, subject, value = decision.what, decision.meant(), decision.told()
    if what == "name":
        said = [part for part in ("name", "english") if value[part] is not None]
        said += [f"alias {alias}" for part in ("aliases", "without") for alias in value.get(part, ())]
        return {(part, key) for part in said for key in whom(decision)}
    if what == "group":
        return {("group", key) for key in whom(decision)}
    if what in ENTITY_KINDS:
        return {("same", min(a, b), max(a, b)) for a, b in product(subject["a"], subject["b"])}
    if what in TELLING_KINDS:
        return {("together", *sorted((a["about"], b["about"]))) for a, b in product(subject["a"], subject["b"])}
    if what in MEETING_KINDS:
        # A rejected meeting has no date; one that is dated is not rejected.
        return {(decision.about, one) for one in (MEETING_KINDS if what == "reject" else {what})}
    if what in ARTICLE_KINDS:
        return {(decision.about, field) for field in (value or ("remove",))}
    return {(decision.about, decision.subject if what == "post" else "mark")}


def by_article(decisions: Iterable[Decision]) -> dict[str, list[Decision]]:
    """The decisions by the article (its digest) that each is about, in the order given."""
    found: dict[str, list[Decision]] = {}
    for decision in decisions:
        found.setdefault(decision.article, []).append(decision)
    return found


def line(decision: Decision) -> str:
    """The decision as a line of JSON Lines, without the line's end."""
    record = asdict(decision) | {"subject": decision.meant(), "value": decision.told()}
    record["decided"] = decision.decided.isoformat() if decision.decided else None
    return json.dumps(record, ensure_ascii=False)


def holds_together(decision: Decision) -> bool:
    """Whether a decision says what one of its kind must; a row that a release before let in may not."""
    try:
        shapes.check(decision.what, decision.article, decision.meant(), decision.told())
    except ValueError:
        return False
    return True


def _moment(said: str | None) -> datetime | None:
    """When something was decided, in UTC and without its zone, as stores keep it."""
    moment = datetime.fromisoformat(said) if said else None
    return moment.astimezone(UTC).replace(tzinfo=None) if moment and moment.tzinfo else moment


def parse(text: str, where: str) -> Decision:
    """The decision of a line. Raises InputError, which names ``where``, for one that is none."""
    try:
        record: Mapping[str, Any] = json.loads(text)
        written(record).encode()  # halves of characters, which no database can hold
        shapes.check(record["what"], record["article"], record["subject"], record["value"])
        return Decision(
            record["what"],
            str(record["article"]),
            str(record["about"]),
            written(record["subject"]),
            written(record["value"]),
            str(record["by"]),
            str(record.get("why", "")),
            int(record["id"]),
            _moment(record.get("decided")),
        )
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        fault = f"{error} is missing" if isinstance(error, KeyError) else str(error)
        raise InputError(
            "{where}: {fault}; expected a line as written by `python -m graphing decisions export`", where=where, fault=fault
        ) from None
