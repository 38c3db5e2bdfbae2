"""Other readings of the same meetings: companies whose people met, meetings as nodes of their own, the steps around somebody.

Nodes are integers throughout: an entity's id, or, for a meeting, its id with a minus sign.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from itertools import product

import networkx as nx

from graphing.errors import NotFoundError
from graphing.graph import Edge, NodeKind, encounters, posts_by_pair
from graphing.sieve import group_of
from graphing.store import EntityRow, MeetingRow, Snapshot

# The share of the nodes of a crowd that is left for where its guests hold posts.
POSTS = 0.25


def homes_at(meeting: MeetingRow, homes: Mapping[int, tuple[int, ...]]) -> list[tuple[int, ...]]:
    """What each attendant stands for: an unnamed side for itself, a person for the organisations where they have posts."""
    return [*((side,) for side in meeting.organizations), *(homes.get(person, ()) for person in meeting.people)]


def companies(snapshot: Snapshot, homes: Mapping[int, tuple[int, ...]], folded: bool = False) -> nx.MultiGraph:
    """Organisations whose people met. ``homes``: person → where they have posts (``Sieve.homes``).

    - nodes: ``name``, ``kind`` (company, agency, group), ``meetings``, ``articles``, ``members`` (ids; of a group that is ``folded``,
      its companies; the node is the group's own entity where there is one, else its busiest company);
    - ``firms``: ``meetings``, ``n``, ``first``, ``last``, ``status`` as in ``graph.network``.

    One person with two posts makes no two companies meet, and no group meets itself.
    """
    entities = {row.id: row for row in snapshot.entities}
    at = {meeting.id: [homes_at(told, homes) for told in meeting.told] for meeting in snapshot.meetings}
    present: dict[int, list[int]] = defaultdict(list)
    for ident, tellings in at.items():
        for body in sorted({body for standing in tellings for bodies in standing for body in bodies}):
            present[body].append(ident)
    nodes = _folds(entities, present) if folded else {body: body for body in present}
    pairs: dict[tuple[int, int], dict[int, MeetingRow]] = defaultdict(dict)
    for meeting in snapshot.meetings:
        for standing in at[meeting.id]:
            sides = [{nodes[body] for body in bodies} for bodies in standing]
            for place, ours in enumerate(sides):
                for theirs in sides[place + 1 :]:
                    for a, b in product(ours - theirs, theirs - ours):
                        pairs[min(a, b), max(a, b)][meeting.id] = meeting
    graph = nx.MultiGraph()
    members: dict[int, list[int]] = defaultdict(list)
    for body, node in sorted(nodes.items()):
        members[node].append(body)
    for node, inside in members.items():
        row = entities[node]
        group = group_of(row) if folded else ""
        kind: NodeKind = "group" if group and len(inside) > 1 else row.type or "company"
        met = {ident for body in inside for ident in present[body]}
        graph.add_node(
            node, name=group if kind == "group" else row.name, kind=kind, members=tuple(inside), articles=row.articles,
            meetings=tuple(meeting.id for meeting in snapshot.meetings if meeting.id in met) if len(inside) > 1 else tuple(present[node]),
        )  # fmt: skip
    for (one, other), rows in pairs.items():
        graph.add_edge(one, other, key="firms", **encounters(list(rows.values())))
    return graph


def _folds(entities: Mapping[int, EntityRow], present: Mapping[int, list[int]]) -> dict[int, int]:
    """Organisation → the one that stands for its group."""
    groups: dict[str, list[int]] = defaultdict(list)
    for body in present:
        if group := group_of(entities[body]):
            groups[group].append(body)
    found = {body: body for body in present}
    for group, bodies in groups.items():
        chief = min(bodies, key=lambda body: (entities[body].name != group, -len(present[body]), body))
        found.update(dict.fromkeys(bodies, chief))
    return found


def gatherings(snapshot: Snapshot) -> nx.MultiGraph:
    """Meetings as nodes: a luncheon of twenty is one node with twenty spokes.

    - nodes: ``name``, ``kind`` (person, company, agency, meeting), ``meetings``, ``articles``; a meeting's node is its id with a minus;
    - ``spoke`` (who attends – meeting): ``meetings`` (the one), ``n``, ``first``, ``last``, ``status``;
    - ``post`` (who attends – organisation): ``posts``, ``former``, as in ``graph.network``.
    """
    graph = nx.MultiGraph()
    entities = {row.id: row for row in snapshot.entities}
    attended: dict[int, list[int]] = defaultdict(list)
    for meeting in snapshot.meetings:
        for attendant in dict.fromkeys((*meeting.people, *meeting.organizations)):
            attended[attendant].append(meeting.id)
    held = {pair: posts for pair, posts in posts_by_pair(snapshot.affiliations).items() if pair[0] in attended}
    for node in dict.fromkeys((*attended, *(body for _, body in held))):
        row = entities[node]
        kind: NodeKind = "person" if row.kind == "person" else row.type or "company"
        graph.add_node(node, name=row.name, kind=kind, meetings=tuple(attended.get(node, ())), articles=row.articles)
    for meeting in snapshot.meetings:
        graph.add_node(-meeting.id, name="", kind="meeting", meetings=(meeting.id,), articles=len(meeting.sources))
        for attendant in dict.fromkeys((*meeting.people, *meeting.organizations)):
            graph.add_edge(attendant, -meeting.id, key="spoke", **encounters([meeting]))
    for (person, body), posts in held.items():
        graph.add_edge(person, body, key="post", posts=posts, former=all(post.former for post in posts))
    return graph


def busiest_gatherings(
    graph: nx.MultiGraph, count: int, crowd: int, first: int | None = None, of: nx.MultiGraph | None = None
) -> nx.MultiGraph:
    """The part of ``gatherings`` that can be read: all up to ``count`` nodes; of more, who meets, and where most of them hold posts.

    Where meetings and guests alone are more than ``crowd``, about ``count`` are left: the meetings of most guests (then the latest), each
    with all its guests, and for each guest one that these had among themselves. ``first`` is whose meetings come before all others, ``of``
    the graph whose part ``graph`` is, by which it is told whether they are more than ``crowd``.
    """
    if len(graph) <= count:
        return graph
    gatherings = [node for node, kind in graph.nodes(data="kind") if kind == "meeting"]
    there = _there(graph)
    if len(there) > min(count, crowd) and len(_there(graph if of is None else of)) > crowd:
        there = _largest(graph, gatherings, int(count * (1 - POSTS)), first)
    posts = _posts(graph, there, max(int(count * POSTS), count - len(there)))
    return graph.subgraph(there | posts)


def _there(graph: nx.MultiGraph) -> set[int]:
    """The meetings of a graph and their guests."""
    gatherings = [node for node, kind in graph.nodes(data="kind") if kind == "meeting"]
    return {guest for node in gatherings for guest in graph[node]}.union(gatherings)


def _largest(graph: nx.MultiGraph, gatherings: Iterable[int], count: int, first: int | None) -> set[int]:
    """Meetings with all their guests, ``count`` nodes at most. After each of the largest the latest of those come that its guests, and who
    was there before, had among themselves: so guests take half of the room at most, where there are such meetings."""
    dated = {node: next((last for *_, last in graph.edges(node, data="last") if last), date.min) for node in gatherings}
    taken: set[int] = set()

    def latest(node: int) -> tuple[bool, int, int]:
        return first not in graph[node], -dated[node].toordinal(), -node

    def rank(node: int) -> tuple[bool, int, int, int]:
        return first not in graph[node], -len(graph[node]), -dated[node].toordinal(), -node

    among: set[int] = set()
    due = 0
    for node in sorted(gatherings, key=rank):
        fresh = {node, *graph[node]} - taken
        if not fresh or (taken and len(taken) + len(fresh) > count):
            continue
        taken |= fresh
        among = {one for one in among.union(*(graph[guest] for guest in fresh)) if one in dated and one not in taken}
        asked = first in graph[node]
        own = sorted((one for one in among if taken.issuperset(graph[one]) and asked <= (first in graph[one])), key=latest)
        due += len(fresh) - 2  # its guests, but the meeting itself is one, too
        come = own[: max(0, min(due, count - len(taken)))]
        taken.update(come)
        due -= len(come)
    return taken


def _posts(graph: nx.MultiGraph, guests: set[int], count: int) -> set[int]:
    """So many organisations, at most, where most of the guests hold posts."""
    held = Counter(body for _, body, kind in graph.edges(guests, keys=True) if kind == "post" and body not in guests)
    ranked = sorted(held, key=lambda body: (-held[body], -graph.nodes[body]["articles"], body))
    return set(ranked[:count])


def meetings_of(edge: Edge, graph: nx.MultiGraph) -> tuple[int, ...]:
    """The meetings that an edge of a graph stands for. Raises NotFoundError where the graph has no such edge."""
    data = graph.get_edge_data(edge.one, edge.other, edge.kind)
    if data is None:
        raise NotFoundError("there is no edge {edge} in this view of the network; choose one that is drawn", edge=edge)
    return tuple(data.get("meetings", ()))
