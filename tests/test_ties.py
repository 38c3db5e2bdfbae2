"""Parts of a network, asked for without drawing the whole: the very parts that the whole has."""

from __future__ import annotations

import networkx as nx
import pytest
from society import society

from graphing import graph as graphs
from graphing.store import Snapshot, open_store
from graphing.ties import Ties


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    with open_store("sqlite://") as store:
        store.add(list(society(300, 200)))
        return store.snapshot()


def told(graph: nx.MultiGraph) -> tuple[object, ...]:
    edges = {(frozenset((one, other)), kind): row for one, other, kind, row in graph.edges(keys=True, data=True)}
    return dict(graph.nodes(data=True)), edges


@pytest.mark.parametrize("count", [1, 20, 57, 120, 1000])
def test_the_busiest_of_a_crowd_are_those_of_the_whole(snapshot: Snapshot, count: int) -> None:
    whole, ties = graphs.network(snapshot), Ties(snapshot)
    assert len(ties) == len(whole)
    assert told(ties.network(ties.busiest(count))) == told(graphs.busiest(whole, count))


@pytest.mark.parametrize("steps", [1, 2, 3])
def test_the_surroundings_of_somebody_are_those_of_the_whole(snapshot: Snapshot, steps: int) -> None:
    whole, ties = graphs.network(snapshot), Ties(snapshot)
    for node in list(whole)[::40]:
        assert node in ties
        reached = set(nx.single_source_shortest_path_length(whole, node, steps))
        people = {one for one in reached if whole.nodes[one]["kind"] == "person"}
        near = reached | {other for one in people for _, other, kind in whole.edges(one, keys=True) if kind == "post"}
        assert told(ties.network(ties.within(node, steps))) == told(whole.subgraph(near))


def test_a_star_has_somebodys_lines_as_the_whole_has_them(snapshot: Snapshot) -> None:
    whole, ties = graphs.network(snapshot), Ties(snapshot)
    for node in list(whole)[::20]:
        theirs = whole.edge_subgraph(whole.edges(node, keys=True)) if whole[node] else whole.subgraph([node])
        assert told(ties.star(node)) == told(theirs)
        posts = {other for _, other, kind in whole.edges(node, keys=True) if kind == "post"}
        assert ties.people_of(node) == (set() if whole.nodes[node]["kind"] == "person" else posts)


def test_the_outline_joins_whom_the_whole_joins(snapshot: Snapshot) -> None:
    whole, outline = graphs.network(snapshot), Ties(snapshot).outline()
    assert {node: set(whole[node]) for node in whole} == {node: set(outline[node]) for node in outline}
    assert dict(outline.nodes(data="kind")) == dict(whole.nodes(data="kind"))
