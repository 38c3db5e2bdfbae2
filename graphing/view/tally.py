"""How much of all that is stored a picture shows, as the line under the network tells it.

The browser tells it anew while dates and status are changed (network/tally.js): it is handed the words for it, and counts alike.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from html import escape

import networkx as nx

from graphing.store import EntityRow, MeetingRow
from graphing.view.session import Language
from graphing.view.words import counts, word

# What stands on one line: '9 of 23', a word, and behind each the dot between two (tally.js knows the same).
_PARTS = re.compile(r"(?:[\d,]+(?: \S{1,2} [\d,]+)?(?!\S)|\S+)(?: ·)?")


@dataclass(frozen=True, slots=True)
class Seen:
    """What a picture shows: people, organisations (a folded group is one) and meetings, those between two who are shown."""

    people: int
    organizations: int
    meetings: int


def seen(part: nx.MultiGraph, fitting: Collection[int] | None, kinds: Collection[str] | None) -> Seen:
    """What of a drawn graph is left by dates and status (``fitting``: the ids of the meetings that these leave) and by the kinds of nodes
    that are ticked; None leaves out nothing."""
    hidden = {node for node, kind in part.nodes(data="kind") if kinds is not None and _plain(kind) not in (*kinds, "meeting")}
    lines = [(one, other, row.get("meetings") or ()) for one, other, kind, row in part.edges(keys=True, data=True) if kind != "post"]
    open_lines = [(one, other, left) for one, other, met in lines if (left := _left(met, fitting))]
    near = set(part)
    if fitting is not None:
        near = {end for one, other, _ in open_lines for end in (one, other)}
        # A part of these kinds alone (projection.of_kinds) lacks lines that tell who is near, and where nobody has any knows of nobody
        # who is not.
        near |= {node for node, row in part.nodes(data=True) if (row["kind"] == "person" or kinds) and _left(row["meetings"], fitting)}
        if kinds and not part.number_of_edges():
            near |= {node for node, kind in part.nodes(data="kind") if kind != "person"}
        met = {node for node in near if part.nodes[node]["kind"] == "person"}
        near |= {end for one, other, kind in part.edges(keys=True) if kind == "post" and {one, other} & met for end in (one, other)}
    shown = near - hidden
    told = {meeting for one, other, left in open_lines if not {one, other} & hidden for meeting in left}
    kept = [part.nodes[node]["kind"] for node in shown]
    return Seen(kept.count("person"), sum(kind not in {"person", "meeting"} for kind in kept), len(told))


def _plain(kind: str) -> str:
    return "company" if kind == "group" else kind


def listed(part: nx.MultiGraph) -> set[int]:
    """The meetings that the lines of a drawn graph stand for."""
    return {meeting for *_, kind, row in part.edges(keys=True, data=True) if kind != "post" for meeting in row.get("meetings") or ()}


def _left(meetings: Collection[int], fitting: Collection[int] | None) -> Collection[int]:
    return meetings if fitting is None else [one for one in meetings if one in fitting]


def line(
    shown: Seen,
    part: nx.MultiGraph,
    entities: Collection[EntityRow],
    meetings: Mapping[int, MeetingRow],
    articles: int,
    language: Language,
    note: str = "",
) -> str:
    """'9 of 23 organizations': how much of each the picture shows, as HTML with what it takes to tell it anew. Of what a picture has no
    nodes for (people in one of companies) it tells nothing; of the articles only where no meeting is left out. ``note`` stands behind."""
    kinds = set(dict(part.nodes(data="kind")).values())
    people = sum(row.kind == "person" for row in entities)
    all_of = {"people": people, "organizations": len(entities) - people, "meetings": len(meetings)}
    there = {"people": "person" in kinds, "organizations": bool(kinds - {"person", "meeting"}), "meetings": True}
    said = [
        {"what": what, "all": count, "whole": counts(language, **{what: count}), "part": _part(what, count, language)}
        for what, count in all_of.items()
        if there[what]
    ]
    numbers = {"people": shown.people, "organizations": shown.organizations, "meetings": shown.meetings}
    told = [str(one["whole"]) if numbers[str(one["what"])] == one["all"] else _filled(one, numbers) for one in said]
    last = counts(language, articles=articles)
    if shown.meetings == len(meetings):
        told.append(last)
    if note:
        told.append(note)
    packed = escape(json.dumps({"said": said, "last": last, "note": note}, ensure_ascii=False))
    hint = escape(word("seen_hint", language))
    parts = " ".join(f"<span>{escape(part)}</span>" for part in _PARTS.findall(" · ".join(told)))
    return f'<p class="counts" data-testid="seen" data-seen="{packed}" title="{hint}">{parts}</p>'


def farthest(far: Mapping[int, int], part: nx.MultiGraph, steps: int, language: Language) -> str:
    """Where so many steps show nobody whom fewer do not: that nobody stands so far, or how many do and are not drawn; else ''. ``far``
    tells how many steps away each stands."""
    there = [node for node, step in far.items() if step == steps]
    if steps == 1 or any(node in part for node in there):
        return ""
    return word("step_undrawn", language, n=len(there), step=steps) if there else word("step_nobody", language, step=steps)


def _part(what: str, count: int, language: Language) -> str:
    return word(f"seen_{what}", language, n="{n}", all=f"{count:,}")


def _filled(one: Mapping[str, object], numbers: Mapping[str, int]) -> str:
    return str(one["part"]).replace("{n}", f"{numbers[str(one['what'])]:,}")
