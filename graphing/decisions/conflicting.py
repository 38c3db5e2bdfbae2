"""Which of two decisions, neither of which was made in sight of the other, would take something from the other: whoever decides is told."""

from __future__ import annotations

from itertools import product
from typing import Any

from graphing.decisions.addressing import likeness
from graphing.decisions.rows import ENTITY_KINDS, MEETING_KINDS, TELLING_KINDS, Decision, questions, whom

NAME_KINDS = frozenset({"mark", "unmark", "post"})
# They bring or take whole persons: who is named or grouped meanwhile may be another now.
JUDGED = frozenset({"same", "different", "unsure"})


def conflict(one: Decision, other: Decision) -> bool:
    """Whether two decisions are about the same thing, or one says something of what the other takes away; of undos ask what they undo."""
    if one.about == other.about:
        return True
    kinds = {one.what, other.what}
    if kinds <= ENTITY_KINDS:
        return _of_entities(one, other)
    if kinds <= TELLING_KINDS:
        return not questions(one).isdisjoint(questions(other))
    if not one.article or one.article != other.article:
        return False
    if kinds <= MEETING_KINDS:
        return likeness(one.meant(), other.meant()) is not None
    if kinds <= NAME_KINDS:
        return _of_names(one, other)
    return _who_was_there(one, other) or _who_was_there(other, one)


def _of_entities(one: Decision, other: Decision) -> bool:
    """Names of one entity; its groups; and what makes one of it and others, beside all of these. Two judgements of the same pair."""
    if {one.what, other.what} == {"name", "group"} or set(whom(one)).isdisjoint(whom(other)):
        return False
    if one.what not in JUDGED or other.what not in JUDGED or one.what == other.what == "same":
        # That two are apart says nothing of what one of them is called.
        return not {one.what, other.what} & {"different", "unsure"}
    here, there = one.meant(), other.meant()
    return any(
        not set(here[a]).isdisjoint(there[x]) and not set(here[b]).isdisjoint(there[y])
        for (a, b), (x, y) in product([("a", "b")], [("a", "b"), ("b", "a")])
    )


def _of_names(one: Decision, other: Decision) -> bool:
    """The same name, whatever kind of name, or words of which one holds the other."""
    if _named(one) == _named(other):
        return True
    places: list[list[list[int]]] = [made.told()["spans"] for made in (one, other) if made.what == "mark"]
    return len(places) == 2 and any(a[0] < b[1] and b[0] < a[1] for a, b in product(*places))


def _named(one: Decision) -> str:
    subject = one.meant()
    return str(subject["person"] if one.what == "post" else subject["name"])


def _who_was_there(one: Decision, other: Decision) -> bool:
    """Whether one says who was at a meeting, and the other that somebody of these is no name, or another kind of name."""
    said: dict[str, Any]
    if one.what not in {"participants", "add"} or other.what not in {"mark", "unmark"}:
        return False
    if one.what == "participants":
        said = one.told()
        people, bodies = set(said["people"]), set(said["orgs"])
    else:
        said = one.meant()
        people, bodies = {who for who, *_ in said["people"]}, set(said["orgs"])
    there = people if (other.meant()["kind"] == "person") == (other.what == "unmark") else bodies
    return _named(other) in there
