"""The network as a projection of the store: people and organisations joined by meetings and posts. Nothing here is stored.

A meeting is an event, not an edge; a pair's edge carries the ids of the meetings that it stands for, and they carry the proof.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Literal, get_args

import networkx as nx

from graphing.errors import NotFoundError
from graphing.model import MeetingStatus, outcomes
from graphing.store import AffiliationRow, MeetingRow, Snapshot

NodeKind = Literal["person", "company", "agency", "group", "meeting"]
EdgeKind = Literal["met", "side", "post", "firms", "spoke"]
EDGE_KINDS: tuple[EdgeKind, ...] = get_args(EdgeKind)
# A pair that met stays joined by a solid line, whatever else is planned or fell through.
WEIGHT: dict[MeetingStatus, int] = {"held": 2, "planned": 1, "cancelled": 0}


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge's ends (entity ids; a person stands first) and its kind: its name in the picture and in addresses."""

    kind: EdgeKind
    one: int
    other: int

    def __str__(self) -> str:
        return f"{self.kind}:{self.one}:{self.other}"

    @classmethod
    def parse(cls, text: str) -> Edge:
        """The edge named by ``str(edge)``. Raises NotFoundError for a text that names none."""
        kind, *ends = text.split(":")
        for known in EDGE_KINDS:
            if kind == known and len(ends) == 2 and all(end.isdecimal() for end in ends):
                return cls(known, int(ends[0]), int(ends[1]))
        raise NotFoundError(
            "there is no edge {text!r}: expected a name such as met:3:7 (kind and two entity ids); choose an edge in the network", text=text
        )


def network(snapshot: Snapshot, among: Collection[int] | None = None) -> nx.MultiGraph:
    """The graph of a snapshot; nodes are entity ids, edge keys are the kinds.

    - nodes: ``name``, ``kind`` (person, company, agency), ``meetings`` (ids, in order of time), ``articles`` (a count);
    - ``met`` (person – person) and ``side`` (person – organisation whose people are unnamed): ``meetings`` (ids), ``n``, ``first``,
      ``last`` (days, None where no meeting is dated), ``outcomes`` (how many were held, are planned, fell through), ``status`` (the firmest
      of them), ``outlets`` (of their articles, None among them);
    - ``post`` (person – organisation): ``posts`` (AffiliationRow, those held now first), ``former`` (none of them is held now).

    Organisations that nothing joins to anybody are left out. ``among``: nobody but these is drawn, each of them is.
    """
    graph = nx.MultiGraph()
    attended: dict[int, list[int]] = defaultdict(list)
    for meeting in snapshot.meetings:
        for attendant in dict.fromkeys((*meeting.people, *meeting.organizations)):
            attended[attendant].append(meeting.id)
    for entity in snapshot.entities:
        kind: NodeKind = "person" if entity.kind == "person" else entity.type or "company"
        graph.add_node(entity.id, name=entity.name, kind=kind, meetings=tuple(attended[entity.id]), articles=entity.articles)
    for edge, meetings in _meetings_by_pair(snapshot.meetings, among).items():
        graph.add_edge(edge.one, edge.other, key=edge.kind, **encounters(meetings))
    for (person, organization), posts in posts_by_pair(snapshot.affiliations).items():
        if among is not None and organization not in among:
            continue
        graph.add_edge(person, organization, key="post", posts=posts, former=all(post.former for post in posts))
    if among is None:
        graph.remove_nodes_from([node for node, kind in graph.nodes(data="kind") if kind != "person" and not graph[node]])
    return graph


def _meetings_by_pair(meetings: Iterable[MeetingRow], among: Collection[int] | None) -> dict[Edge, list[MeetingRow]]:
    pairs: dict[Edge, list[MeetingRow]] = defaultdict(list)
    for meeting in meetings:
        edges: dict[Edge, None] = {}
        for told in meeting.told:
            people, sides = (sorted({one for one in of if among is None or one in among}) for of in (told.people, told.organizations))
            edges |= dict.fromkeys(Edge("met", one, other) for one, other in combinations(people, 2))
            edges |= dict.fromkeys(Edge("side", person, side) for person in people for side in sides)
        for edge in edges:
            pairs[edge].append(meeting)
    return pairs


def encounters(meetings: list[MeetingRow]) -> dict[str, object]:
    """What an edge tells of the meetings that it stands for: ``meetings`` (ids), ``n``, ``first``, ``last``, ``outcomes``, ``status``,
    ``outlets``."""
    days: list[date] = [day for meeting in meetings for day in (meeting.first, meeting.last) if day is not None]
    return {
        "meetings": tuple(meeting.id for meeting in meetings),
        "n": len(meetings),
        "first": min(days, default=None),
        "last": max(days, default=None),
        "outcomes": outcomes(meeting.status for meeting in meetings),
        "status": max((meeting.status for meeting in meetings), key=WEIGHT.__getitem__),
        "outlets": frozenset(outlet for meeting in meetings for outlet in meeting.outlets),
    }


def posts_by_pair(affiliations: Iterable[AffiliationRow]) -> dict[tuple[int, int], tuple[AffiliationRow, ...]]:
    """(person, organisation) → the posts that the one has or had in the other, those held now first."""
    pairs: dict[tuple[int, int], list[AffiliationRow]] = defaultdict(list)
    for post in sorted(affiliations, key=lambda post: post.former):
        if post.organization is not None:
            pairs[post.person, post.organization].append(post)
    return {pair: tuple(posts) for pair, posts in pairs.items()}


def busiest(graph: nx.MultiGraph, count: int) -> nx.MultiGraph:
    """The part with those who took part in most meetings (then have most neighbours, then the lowest ids) and where they hold posts.

    At most ``count`` nodes.
    """
    ranked = sorted(graph, key=lambda node: (-len(graph.nodes[node]["meetings"]), -len(graph[node]), node))
    kept: set[int] = set()
    for node in ranked:
        posts = {other for _, other, kind in graph.edges(node, keys=True) if kind == "post" and graph.nodes[node]["kind"] == "person"}
        if len(kept | {node} | posts) > count:
            break
        kept |= {node} | posts
    return graph.subgraph(kept)
