"""What the timeline is sent: all meetings, or of a crowd's a part, and with a choice those that the part leaves out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import streamlit as st

from graphing import timeline as timelines
from graphing.graph import Edge
from graphing.sieve import EVERYTHING, Conditions, group_of
from graphing.store import MeetingRow
from graphing.view import component, names, timeline
from graphing.view.address import STATUSES
from graphing.view.fitting import kept, kept_ids
from graphing.view.scene import BY_WORDS, Scene
from graphing.view.session import Choice, Language

MARKS = 5000  # meetings on the timeline at once; more slow the browser
CHOSEN = 120  # of the meetings of who is chosen that the timeline has not, at a look: a click sends little
PRECISIONS = ("day", "month", "year", None)  # as in beside.js, in the order of its lengths of time


@dataclass(frozen=True, slots=True)
class Stretch:
    """Which meetings the timeline is asked for: those that fit; of more than ``most`` a part, chosen for what is seen of a ``span`` of
    days, ``brushed`` or only looked at. So many ``more`` than at first are listed under it."""

    conditions: Conditions = EVERYTHING
    span: tuple[date, date] | None = None
    brushed: bool = False
    most: int = MARKS
    more: int = 0


def thinned(scene: Scene, key: str, asked: Stretch) -> bool:
    """Whether more meetings fit than the timeline shows. ``key`` is the scene's."""
    return len(kept(scene, key, asked.conditions).meetings) > asked.most + asked.more


@st.cache_resource(show_spinner=False, max_entries=32, hash_funcs=BY_WORDS)
def some(_scene: Scene, key: str, asked: Stretch) -> timelines.Part:
    """The part of a crowd's meetings that the timeline shows. ``key`` is the scene's."""
    return timelines.part(kept(_scene, key, asked.conditions).meetings, asked.most, asked.span, asked.brushed, asked.more)


@st.cache_resource(show_spinner=False, max_entries=32, hash_funcs=BY_WORDS)
def payload(_current: Scene, key: str, language: Language, asked: Stretch) -> bytes:
    """The timeline in one language. ``key`` is the scene's."""
    part = kept(_current, key, asked.conditions)
    whole: timeline.Whole | None = None
    if thinned(_current, key, asked):
        shown = some(_current, key, asked)
        whole = timeline.Whole.of(part.meetings, shown)
        # Without a day there is nothing to draw, and the list is no longer for the lack of time.
        part = replace(part, meetings=shown.meetings) if whole else part
    frame = _current.frame if part is _current.snapshot else timelines.meetings(part)
    groups = {row.id: names.name(group, "organization", language) for row in _current.snapshot.entities if (group := group_of(row))}
    return timeline.payload(frame, _current.labels[language], _current.sieve.homes, groups, language, whole)


def unsent(scene: Scene, key: str, met: Iterable[int], asked: Stretch) -> list[MeetingRow]:
    """Of the meetings ``met`` those that fit and a crowd's timeline does not have, at most ``CHOSEN``: as many everywhere as belong there,
    of the span that is seen before all others. ``key`` is the scene's."""
    there, fitting = some(scene, key, asked).ids, kept_ids(scene, key, asked.conditions)
    lacking = [scene.meetings[one] for one in met if one not in there and one in fitting]
    if len(lacking) <= CHOSEN:
        return lacking
    seen = {row.id for row in lacking if asked.span and timelines.within(row, asked.span)}
    near = timelines.evenly([row for row in lacking if row.id in seen], CHOSEN)
    return [*near, *timelines.evenly([row for row in lacking if row.id not in seen], CHOSEN - len(near))]


def beside(scene: Scene, choice: Choice | None, met: tuple[int, ...] | None, asked: Stretch, language: Language) -> dict[str, Any] | None:
    """What a crowd's timeline is told with a choice: the meetings ``met`` that it does not have, as marks of who is chosen. None where it
    has all of them.

    ``at`` says which of ``met`` they are, ``first`` the first day of each from the day ``since``, ``kind`` its status and precision.
    """
    if choice is None or not met or not thinned(scene, scene.key, asked):
        return None
    rows = unsent(scene, scene.key, met, asked)
    if not rows:
        return None
    place = {one: at for at, one in enumerate(sorted(met))}
    rows.sort(key=lambda row: row.id)
    since = min((names.days(row.first) for row in rows if row.first), default=0)
    return {
        "at": component.gaps(place[row.id] for row in rows),
        "since": since,
        "first": component.letters(names.days(row.first) - since if row.first else 0 for row in rows),
        "kind": component.letters(STATUSES.index(row.status) * len(PRECISIONS) + _precise(row) for row in rows),
        **_ends(scene, choice, rows, language),
    }


def _precise(row: MeetingRow) -> int:
    return PRECISIONS.index(row.precision if row.first else None)


def _ends(scene: Scene, choice: Choice, rows: list[MeetingRow], language: Language) -> Mapping[str, Any]:
    """Who was at all of them: who is chosen, or everyone at a chosen meeting; with their names and where they have posts."""
    if choice.kind == "meeting":
        there = [*rows[0].people, *rows[0].organizations]
    elif choice.kind == "edge":
        edge = Edge.parse(choice.id)
        there = [edge.one, edge.other]
    else:
        there = [int(choice.id)]
    people = [one for one in there if one in scene.entities and scene.entities[one].kind == "person"]
    sides = [one for one in there if one in scene.entities and one not in people]
    labels, homes = scene.labels[language], {one: scene.sieve.homes.get(one, ()) for one in people}
    named = {*people, *sides, *(body for bodies in homes.values() for body in bodies)}
    return {
        "people": people,
        "sides": sides,
        "who": names.several([labels[one] for one in (*people, *sides)], language),
        "names": {str(one): labels[one] for one in sorted(named)},
        "homes": {str(one): bodies for one, bodies in homes.items() if bodies},
    }
