"""The network on the page: pyvis builds nodes, edges and options; the component draws them and tells what is clicked."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any

import networkx as nx
import streamlit as st
from pyvis.network import Network

from graphing.graph import Edge, EdgeKind
from graphing.labels import place_label
from graphing.model import Precision, outcomes
from graphing.store import AffiliationRow, MeetingRow
from graphing.view import names
from graphing.view.component import columns, packed, source
from graphing.view.network.berths import berths
from graphing.view.network.layout import ROOMY, Point, room, wrapped
from graphing.view.session import Key, Language
from graphing.view.words import word

NODE_FIELDS = ("id", "label", "lines", "brief", "kind", "far", "size", "x", "y", "room", "share", "hint", "meetings", "days")
GROUND_FIELDS = ("id", "x", "y", "share")
ROOM_FIELDS = ("room", "size", "lines")
EDGE_FIELDS = ("id", "from", "to", "kind", "width", "status", "former", "bent", "alone", "meetings", "days", "hint")
WORDS = (
    "network", "fit", "closer", "farther", "undo_step", "fullscreen", "person", "company", "company_brief", "agency", "group", "meeting",
    "held", "planned", "cancelled", "post", "former_post", "alone", "to_proofs", "pin", "pinned", "nothing", "clear",
    "far1", "far2", "far3",
)  # fmt: skip
SCRIPTS = (
    "settle.js", "sight.js", "bends.js", "dress.js", "strokes.js", "places.js", "berths.js", "seats.js", "captions.js", "lettering.js",
    "lights.js", "legend.js", "open.js", "sketch.js", "glide.js", "glance.js", "pins.js", "guests.js", "tally.js", "steps.js", "keys.js",
    "hover.js", "pointing.js", "spots.js", "network.js",
)  # fmt: skip
SHARES = (0.25, 2.0)  # how wide a place in a crowd is of who is joined to least and to most: who met many are many to tell apart
OPTIONS = """{"nodes": {"borderWidth": 0, "scaling": {"label": {"drawThreshold": 7}}}}"""

_component = st.components.v2.component(
    "hoedong_network",
    html=source("graphing.view.network", "network.html"),
    css=source("graphing.view.network", "network.css") + "\n" + source("graphing.view", "tip.css", "nothing.css"),
    js=source("graphing.view", "page.js", "tip.js", "nothing.js") + "\n" + source("graphing.view.network", *SCRIPTS),
)


def show(payload: bytes, undone: Callable[[], None]) -> None:
    """Draw a payload. ``undone`` is called where a reader wants back what was seen before the last step, and that was none of the
    picture's own. A click goes to ``component.control``."""
    _component(key=Key.NETWORK, data=payload, on_undo_change=undone)


@dataclass(frozen=True)
class Ground:
    """What a picture is a part of, so that its nodes stand where they stand in the whole, and what it is looked at from.

    ``graph`` is the whole, or of a crowd its busiest part; ``within`` the nodes that dates and status choose from, all of which are in
    sight from the first; None where that is the whole. ``count``: how many nodes share the panel, by which they are drawn smaller.
    """

    graph: nx.MultiGraph
    within: Collection[int] | None
    count: int


@dataclass(frozen=True)
class Drawing:
    """A graph and what it takes to put it into words; ``labels`` names every node, ``meetings`` every meeting of its edges."""

    graph: nx.MultiGraph
    meetings: Mapping[int, MeetingRow]
    labels: Mapping[int, str]
    language: Language
    ground: Ground
    # Edges (ends, kind) that only outlets tell which are left out.
    alone: frozenset[tuple[int, int, str]] = frozenset()
    # Those of its nodes that it was reduced to; none: it has all.
    kinds: tuple[str, ...] = ()
    # How many steps from the one in the middle each stands, where that is told.
    far: Mapping[int, int] = field(default_factory=dict)
    # The one in the middle.
    around: int | None = None

    @cached_property
    def most(self) -> int:
        """The meetings of who has most, whatever is filtered."""
        return max((len(meetings) for _, meetings in self.ground.graph.nodes(data="meetings")), default=0) or 1

    def payload(self, positions: Mapping[int, Point], widest: Mapping[int, str], view: str = "", lying: bool = True) -> bytes:
        """All that the component draws. ``widest`` are the labels, in whatever language, that each node needs room for; like
        ``positions`` they tell of all nodes of the ``ground`` too.

        ``view`` names the picture, ``lying`` tells whether it is one that is turned in a standing panel: all readings of one store are, or
        none, so that who stands in two of them does so at the same side.
        """
        net = Network()
        net.set_options(OPTIONS)
        for node, row in self.graph.nodes(data=True):
            at = {"x": positions[node][0], "y": positions[node][1], "room": room(widest[node])[0], "share": self._share(node)}
            net.add_node(str(node), **self._node(node, row), **at)
        # pyvis looks through all edges before it adds one; appending leaves out the look.
        net.edges.extend(self._edge(one, other, key, row) for one, other, key, row in self.graph.edges(keys=True, data=True))
        return packed(
            {
                "view": view,
                "lying": lying,
                "count": self.ground.count,
                "kinds": self.kinds or None,
                "ground": None if self.ground.graph is self.graph else self._ground(positions, widest),
                "berths": berths(self.ground.graph, widest, self.around),
                "frame": None if self.ground.within is None else _frame(self.ground.within, positions),
                "nodes": columns(net.nodes, NODE_FIELDS),
                "edges": columns(net.edges, EDGE_FIELDS),
                "options": net.options,
                "words": {key: word(key, self.language) for key in WORDS},
            }
        )

    def beside(self, positions: Mapping[int, Point], widest: Mapping[int, str], nodes: Sequence[int]) -> dict[str, dict[str, list[Any]]]:
        """The rows of ``nodes``, in their order, and of all edges, for a picture that has the others already. Of their meetings the nodes
        tell those of the edges only: the least that filters need."""
        rows = []
        for node in nodes:
            row = self.graph.nodes[node]
            seen = {meeting for *_, told in self.graph.edges(node, data="meetings") for meeting in told or ()}
            short = {"meetings": [str(one) for one in sorted(seen)], "days": [_days(self.meetings[one]) for one in sorted(seen)]}
            at = {"x": positions[node][0], "y": positions[node][1], "room": room(widest[node])[0], "share": 1}
            rows.append({"id": str(node), **self._node(node, row), **(short if node >= 0 else {}), **at})
        edges = [self._edge(one, other, key, row) for one, other, key, row in self.graph.edges(keys=True, data=True)]
        return {"nodes": columns(rows, NODE_FIELDS), "edges": columns(edges, EDGE_FIELDS)}

    def _node(self, node: int, row: Mapping[str, Any]) -> dict[str, Any]:
        label = self.labels[node]
        return {
            "label": label,
            "lines": wrapped(label),
            "brief": self._brief(self.meetings[-node]) if node < 0 else "",
            "kind": row["kind"],
            "far": self.far.get(node, 0),
            "size": self._size(node, row),
            "hint": self._hint(node),
            "meetings": [str(meeting) for meeting in row["meetings"]],
            "days": [_days(self.meetings[meeting]) for meeting in row["meetings"]],
        }

    @cached_property
    def _joined(self) -> int:
        """To how many the most connected of the ground is joined."""
        return max((len(others) for _, others in self.ground.graph.adjacency()), default=0) or 1

    def _share(self, node: int) -> float:
        """How wide a place a node of the ground takes in a crowd, of a usual one; 0 where it is joined to nobody."""
        joined = len(self.ground.graph[node]) if node in self.ground.graph else 0
        return round(max(SHARES[0], SHARES[1] * (joined / self._joined) ** 0.75), 2) if joined else 0

    def _size(self, node: int, row: Mapping[str, Any]) -> float:
        """Larger with more meetings; a meeting itself with more guests."""
        if row["kind"] == "meeting":
            return round(5.6 + 1.1 * math.sqrt(self.graph.degree(node)), 1)
        root = math.sqrt(min(len(row["meetings"]), 25))
        if len(self.ground.graph) > ROOMY:
            # In a crowd, as large as compared with the busiest, and smaller: 150 large dots hide each other.
            root = 3 * math.sqrt(min(1.0, len(row["meetings"]) / self.most)) - 1.5
        return round(9 + 3 * root if row["kind"] == "person" else 8 + root, 1)

    def _ground(self, positions: Mapping[int, Point], widest: Mapping[int, str]) -> dict[str, list[Any]]:
        """Where all of the whole stands; where labels find room beside each other also how much each takes."""
        whole = self.ground.graph
        drawing = replace(self, graph=whole)
        fields = GROUND_FIELDS if len(whole) > ROOMY else (*GROUND_FIELDS, *ROOM_FIELDS)
        rows = []
        for node, row in whole.nodes(data=True):
            at = {"id": str(node), "x": positions[node][0], "y": positions[node][1], "share": self._share(node)}
            own = {} if len(whole) > ROOMY else drawing._node(node, row)
            rows.append({**own, **at, "room": room(widest[node])[0]})
        return columns(rows, fields)

    def _hint(self, node: int) -> str:
        if self.graph.nodes[node]["kind"] == "meeting":
            return self._gathering(self.meetings[-node])
        lines = [self.labels[node]]
        members = self.graph.nodes[node].get("members", ())
        if len(members) > 1:
            lines.append(names.listed((self.labels[member] for member in members if member != node), self.language))
        for _, other, posts in self.graph.edges(node, data="posts"):
            lines.extend(self._title(post, other) for post in posts or () if post.person == node)
        if there := self.graph.nodes[node]["meetings"]:
            lines.append(self._outcomes(self.meetings[one] for one in there))
        return "\n".join(lines)

    def _gathering(self, meeting: MeetingRow) -> str:
        there = [self.labels[one] for one in (*meeting.people, *meeting.organizations)]
        when = names.when(meeting.first, meeting.precision, self.language)
        status = "" if meeting.status == "held" else word(meeting.status, self.language)
        facts = " · ".join(part for part in (when, status, place_label(meeting.place or "", self.language)) if part)
        return f"{facts}\n{names.several(there, self.language, 6)}"

    def _brief(self, meeting: MeetingRow) -> str:
        """What a meeting is called where its name has no room: its date."""
        return names.told(meeting.first, meeting.precision, self.language)

    def _title(self, post: AffiliationRow, organization: int) -> str:
        return names.title(post, self.labels[organization], self.language)

    def _edge(self, one: int, other: int, kind: EdgeKind, row: Mapping[str, Any]) -> dict[str, Any]:
        alone = (one, other, kind) in self.alone
        # networkx gives the ends in the order of its nodes; a person stands first, a meeting last, of two alike the lower id.
        one, other = sorted((one, other), key=lambda node: (node < 0, self.graph.nodes[node]["kind"] != "person", node))
        met = [self.meetings[meeting] for meeting in row.get("meetings", ())]
        return {
            "id": str(Edge(kind, one, abs(other))),
            "from": str(one),
            "to": str(other),
            "kind": kind,
            "width": 1.4 if not met else round(1.1 + 1.1 * math.sqrt(min(len(met), 36)), 2),
            "status": row.get("status"),
            "former": row.get("former", False),
            "alone": alone,
            "bent": kind == "side" and self.graph.has_edge(one, other, "post"),
            "meetings": [str(meeting.id) for meeting in met],
            "days": [_days(meeting) for meeting in met],
            "hint": self._pair(one, other, kind, row, met),
        }

    def _pair(self, one: int, other: int, kind: EdgeKind, row: Mapping[str, Any], met: list[MeetingRow]) -> str:
        if kind == "post":
            return "\n".join(f"{self.labels[one]} — {self._title(post, other)}" for post in row["posts"])
        if kind == "spoke":
            return self._gathering(met[0])
        ends = {"a": self.labels[one], "b": self.labels[other]}
        told = {"outcomes": self._outcomes(met), "dates": _dates(met, self.language)}
        return word("hint_met" if kind == "firms" else f"hint_{kind}", self.language, **ends, **told)

    def _outcomes(self, met: Iterable[MeetingRow]) -> str:
        return names.outcomes(outcomes(row.status for row in met), self.language)




def _frame(nodes: Collection[int], positions: Mapping[int, Point]) -> dict[str, Any]:
    """The corners of what is looked at, and of few nodes which they are: these may be pushed apart."""
    points = [positions[node] for node in nodes]
    low, high = ([limit(point[axis] for point in points) for axis in (0, 1)] for limit in (min, max))
    return {"corners": [low, high], "ids": [str(node) for node in nodes] if len(nodes) <= ROOMY else []}


def _days(meeting: MeetingRow) -> tuple[int | None, int | None, str]:
    if meeting.first is None or meeting.last is None:
        return None, None, meeting.status
    return names.days(meeting.first), names.days(meeting.last), meeting.status


def _dates(meetings: list[MeetingRow], language: Language) -> str:
    """'2024.01 – 2025.02.04': the first and the last date, each as exact as told."""
    known: list[tuple[date, Precision]] = sorted((row.first, row.precision) for row in meetings if row.first and row.precision)
    if not known:
        return word("undated", language)
    first, last = names.told(*known[0], language), names.told(*known[-1], language)
    return first if first == last else f"{first} – {last}"
