"""Who is joined to whom, asked of a few: parts of the network of a hundred thousand people, without drawing the others."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Set
from dataclasses import replace
from functools import cached_property
from itertools import combinations, groupby

import networkx as nx

from graphing.graph import network
from graphing.sieve import homes
from graphing.store import Snapshot


class Ties:
    """The ties of a snapshot's people and organisations, as ``graph.network`` draws them. Nodes are entity ids."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        # Where each was, by the place among the meetings.
        self._met: dict[int, list[int]] = defaultdict(list)
        self._posts: dict[int, set[int]] = defaultdict(set)
        self._people = {row.id for row in snapshot.entities if row.kind == "person"}
        joined: set[int] = set()
        for at, row in enumerate(snapshot.meetings):
            for one in dict.fromkeys((*row.people, *row.organizations)):
                self._met[one].append(at)
            for told in row.told:
                if told.people:
                    joined.update(told.organizations)
        for post in snapshot.affiliations:
            if post.organization is not None:
                self._posts[post.person].add(post.organization)
                self._posts[post.organization].add(post.person)
                joined.add(post.organization)
        self._nodes = self._people | joined
        self._of: dict[frozenset[str], set[int]] = {}

    def __len__(self) -> int:
        """How many nodes the network has."""
        return len(self._nodes)

    def __contains__(self, node: object) -> bool:
        return node in self._nodes

    def of(self, kinds: Collection[str]) -> Set[int]:
        """The nodes of these kinds (person, company, agency); none named: all."""
        if not kinds:
            return self._nodes
        asked = frozenset(kinds)
        if asked not in self._of:
            kinds_of = ((row.id, "person" if row.kind == "person" else row.type or "company") for row in self._snapshot.entities)
            self._of[asked] = self._nodes & {node for node, kind in kinds_of if kind in asked}
        return self._of[asked]

    def neighbours(self, node: int) -> set[int]:
        """Whom a node is joined to."""
        found = set(self._posts.get(node, ()))
        for at in self._met.get(node, ()):
            for told in self._snapshot.meetings[at].told:
                if node in told.people:
                    found.update((*told.people, *told.organizations))
                elif node in told.organizations:
                    found.update(told.people)
        return found - {node}

    def people_of(self, body: int) -> set[int]:
        """Who has or had a post in an organisation."""
        return self._posts.get(body, set()) & self._people

    def star(self, node: int) -> nx.MultiGraph:
        """The part of ``graph.network`` with a node and whom it is joined to, and of its lines those of this node."""
        among = {node, *self.neighbours(node)}
        shot = self._snapshot
        found = network(
            replace(
                shot,
                entities=tuple(row for row in shot.entities if row.id in among),
                affiliations=tuple(post for post in shot.affiliations if node in (post.person, post.organization)),
                meetings=tuple(shot.meetings[at] for at in self._met.get(node, ())),
            ),
            among=among,
        )
        found.remove_edges_from([edge for edge in found.edges(keys=True) if node not in edge[:2]])
        for one in found:
            found.nodes[one]["meetings"] = tuple(shot.meetings[at].id for at in self._met.get(one, ()))
        return found

    def busiest(self, count: int, among: Set[int] | None = None) -> set[int]:
        """Those of ``graph.busiest``; ``among``: nobody but these is counted."""
        kept: set[int] = set()
        for node in self._ranked():
            if among is not None and node not in among:
                continue
            more = self._with_posts(node, among)
            if len(kept | more) > count:
                break
            kept |= more
        return kept

    def _with_posts(self, node: int, among: Set[int] | None) -> set[int]:
        """Somebody, with where they hold posts."""
        more = {node} | (self._posts[node] if node in self._people and node in self._posts else set())
        return more if among is None else more & among

    def _ranked(self) -> Iterator[int]:
        def met(node: int) -> int:
            return len(self._met.get(node, ()))

        for _, level in groupby(self._by_meetings, met):
            alike = list(level)
            # Whom they are joined to is asked only of those whom nothing else parts.
            yield from sorted(alike, key=lambda node: (-len(self.neighbours(node)), node)) if len(alike) > 1 else alike

    @cached_property
    def _by_meetings(self) -> list[int]:
        return sorted(self._nodes, key=lambda node: (-len(self._met.get(node, ())), node))

    def within(self, node: int, steps: int) -> set[int]:
        """The nodes that ``steps`` lead to from a node; a person's companies count as part of the person, not as a step, and so do the
        own people of the company that is in the middle."""
        return set().union(*self._levels(node, steps))

    def far(self, node: int | None, steps: int) -> dict[int, int]:
        """Those of ``within``, each with how many steps away it stands; nobody where the node is not joined."""
        return {one: step for step, level in enumerate(self._levels(node, steps)) for one in level} if node in self._nodes else {}

    def nearest(self, node: int, steps: int, count: int, among: Set[int] | None = None) -> set[int]:
        """Of ``within`` those who are nearest: in fewer steps, then those who met most often who is a step nearer. A person comes with
        where they hold posts. At most ``count`` nodes, but always the one itself; ``among``: nobody but these is counted."""
        kept: set[int] = {node} if among is None or node in among else set()
        reached: set[int] = set()
        for whole in self._levels(node, steps):
            level = whole if among is None else whole & among
            if len(kept | level) <= count:
                kept |= level
                reached |= whole
                continue
            met = Counter(one for at in {at for near in reached for at in self._met.get(near, ())} for one in self._attending(at))
            for one in sorted(level - kept, key=lambda one: (-met[one], -len(self._met.get(one, ())), one)):
                more = self._with_posts(one, among)
                if len(kept | more) > count:
                    break
                kept |= more
            break
        return kept

    def _levels(self, node: int, steps: int) -> list[set[int]]:
        """Who stands how many steps from a node, with where they hold posts; first itself, with its own people."""
        own = {person for person in self.people_of(node) if node in self._homes.get(person, ())}
        edge = {node} | own
        levels = [edge]
        reached = set(edge)
        for _ in range(steps):
            edge = {other for one in edge for other in self.neighbours(one)} - reached
            reached |= edge
            levels.append(edge)
        found: set[int] = set()
        for place, level in enumerate(levels):
            whole = level.union(*(self._posts.get(one, ()) for one in level & self._people))
            levels[place] = whole - found
            found |= whole
        return levels

    @cached_property
    def _homes(self) -> dict[int, tuple[int, ...]]:
        return homes(self._snapshot.affiliations)

    def _attending(self, at: int) -> set[int]:
        row = self._snapshot.meetings[at]
        return {*row.people, *row.organizations}

    def outline(self) -> nx.Graph:
        """All nodes with their kinds, and who is joined to whom: ``graph.network`` without what its edges tell."""
        graph = nx.Graph()
        kinds = ((row.id, "person" if row.kind == "person" else row.type or "company") for row in self._snapshot.entities)
        graph.add_nodes_from((node, {"kind": kind}) for node, kind in kinds if node in self._nodes)
        for row in self._snapshot.meetings:
            for told in row.told:
                graph.add_edges_from(combinations(sorted(set(told.people)), 2))
                graph.add_edges_from((person, side) for person in told.people for side in told.organizations)
        graph.add_edges_from((person, body) for person in self._people for body in self._posts.get(person, ()))
        return graph

    def network(self, among: Collection[int]) -> nx.MultiGraph:
        """The part of ``graph.network`` with these nodes."""
        shot = self._snapshot
        there = sorted({at for node in among for at in self._met.get(node, ())})
        return network(
            replace(
                shot,
                entities=tuple(row for row in shot.entities if row.id in among),
                affiliations=tuple(post for post in shot.affiliations if post.person in among),
                meetings=tuple(shot.meetings[at] for at in there),
            ),
            among=among,
        )
