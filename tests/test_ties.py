"""Parts of a network, asked for without drawing the whole: the very parts that the whole has."""

from __future__ import annotations

import networkx as nx
import pytest
from society import society

from graphing import graph as graphs
from graphing.store import AffiliationRow, EntityRow, MeetingRow, Snapshot, open_store
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
        # A company's own people stand with it: they are no step.
        own = {other for _, other, kind in whole.edges(node, keys=True) if kind == "post" and whole.nodes[other]["kind"] == "person"}
        reached = set(nx.multi_source_dijkstra_path_length(whole, {node, *own}, steps, lambda *_: 1))
        people = {one for one in reached if whole.nodes[one]["kind"] == "person"}
        near = reached | {other for one in people for _, other, kind in whole.edges(one, keys=True) if kind == "post"}
        assert told(ties.network(ties.within(node, steps))) == told(whole.subgraph(near))


def made(posts: dict[int, tuple[tuple[int, bool], ...]], meetings: tuple[tuple[int, ...], ...]) -> Snapshot:
    """People of these numbers with posts (in what, a former one), who met; what they hold posts in has numbers from 100 on."""
    bodies = {body for held in posts.values() for body, _ in held}
    rows = [EntityRow(one, "person", str(one), str(one), None, 1, 1) for one in posts]
    rows += [EntityRow(body, "organization", str(body), str(body), "company", 1, 0) for body in sorted(bodies)]
    held = [AffiliationRow(one, body, "사장", former, 1, None, None) for one, of in posts.items() for body, former in of]
    met = [
        MeetingRow(number, number, "held", None, None, None, None, None, 0.9, "", people, (), None, None)
        for number, people in enumerate(meetings, 1)
    ]
    return Snapshot(tuple(rows), tuple(held), tuple(met), 1)


def test_a_companys_own_people_are_no_step_but_who_left_it_is_one() -> None:
    # 1 and 2 hold posts in 100; 3 left it for 101. 1 met 4, who met 5; 3 met 6.
    posts: dict[int, tuple[tuple[int, bool], ...]] = {1: ((100, False),), 2: ((100, False),), 3: ((100, True), (101, False))}
    ties = Ties(made({**posts, 4: (), 5: (), 6: ()}, ((1, 4), (4, 5), (3, 6))))
    assert ties.within(100, 1) == {100, 1, 2, 3, 101, 4}
    assert ties.within(100, 2) == {100, 1, 2, 3, 101, 4, 5, 6}
    assert ties.within(1, 1) == {1, 100, 4}


def test_of_many_around_somebody_those_in_fewer_steps_come_first_then_those_who_met_the_nearer_more_often() -> None:
    # 1 met 2; 2 met 3 once and 4 twice; 5 met 6 often, but nobody who is nearer more than once.
    often = ((5, 6),) * 5
    ties = Ties(made({1: (), 2: (), 3: (), 4: ((100, False),), 5: (), 6: ()}, ((1, 2), (2, 3), (2, 4), (2, 4), (2, 5), *often)))
    assert ties.within(1, 2) == {1, 2, 3, 4, 100, 5}
    assert [ties.nearest(1, 3, count) for count in (1, 2, 4, 5)] == [{1}, {1, 2}, {1, 2, 4, 100}, {1, 2, 4, 100, 5}]
    assert ties.nearest(1, 3, 99) == ties.within(1, 3)
    # How far each is; and of the people among them alone as many, nearest first.
    assert ties.far(1, 3) == {1: 0, 2: 1, 3: 2, 4: 2, 100: 2, 5: 2, 6: 3}
    assert ties.far(9, 3) == ties.far(None, 3) == {}
    assert [ties.nearest(1, 3, count, ties.of(["person"])) for count in (2, 3, 4)] == [{1, 2}, {1, 2, 4}, {1, 2, 4, 5}]
    assert ties.busiest(2, ties.of(["person"])) == {2, 5}


def test_nodes_of_a_kind_are_those_that_the_whole_has_of_it(snapshot: Snapshot) -> None:
    whole, ties = graphs.network(snapshot), Ties(snapshot)
    for kinds in (["person"], ["company", "agency"], []):
        assert ties.of(kinds) == {node for node, kind in whole.nodes(data="kind") if not kinds or kind in kinds}


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
