"""Meetings and posts as a graph: what joins whom, and what an edge knows."""

from __future__ import annotations

from datetime import date

import networkx as nx
import pytest
from sample import extractions

from graphing import graph
from graphing.errors import NotFoundError
from graphing.graph import Edge
from graphing.store import Snapshot, open_store


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    with open_store("sqlite://") as store:
        store.add(extractions())
        return store.snapshot()


@pytest.fixture(scope="module")
def drawn(snapshot: Snapshot) -> nx.MultiGraph:
    return graph.network(snapshot)


def ids(drawn: nx.MultiGraph) -> dict[str, int]:
    return {name: node for node, name in drawn.nodes(data="name")}


def test_people_and_their_organizations_are_nodes_of_their_kinds(drawn: nx.MultiGraph) -> None:
    kinds = {name: drawn.nodes[node]["kind"] for name, node in ids(drawn).items()}
    assert kinds == {
        "고도윤": "person", "남궁설": "person", "탁현서": "person",
        "가람전자": "company", "누리통신": "company", "라온은행": "company", "전파진흥원": "agency",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("pair", "known"),
    [
        (("고도윤", "남궁설"), (2, date(2024, 6, 1), date(2025, 3, 4), "held")),
        (("탁현서", "고도윤"), (2, date(2025, 1, 1), date(2025, 12, 31), "held")),
    ],
)
def test_people_who_met_are_joined_once(drawn: nx.MultiGraph, pair: tuple[str, str], known: tuple[object, ...]) -> None:
    one, other = (ids(drawn)[name] for name in pair)
    edge = drawn.edges[one, other, "met"]
    assert (edge["n"], edge["first"], edge["last"], edge["status"]) == known
    assert len(edge["meetings"]) == edge["n"]


def test_a_side_without_people_is_joined_to_the_people_of_the_meeting(drawn: nx.MultiGraph) -> None:
    ends = ids(drawn)
    assert drawn.edges[ends["고도윤"], ends["전파진흥원"], "side"]["status"] == "planned"
    assert len(drawn.nodes[ends["전파진흥원"]]["meetings"]) == 1


def test_posts_join_people_to_organizations(drawn: nx.MultiGraph) -> None:
    ends = ids(drawn)
    edge = drawn.edges[ends["탁현서"], ends["라온은행"], "post"]
    assert [post.title for post in edge["posts"]] == ["은행장"]
    assert edge["former"] is False
    assert not drawn.has_edge(ends["탁현서"], ends["가람전자"])


def test_an_organization_that_nothing_joins_is_left_out_of_the_whole() -> None:
    with open_store("sqlite://") as store:
        store.add([extractions()[0]])
        snapshot = store.snapshot()
    kept = Snapshot(snapshot.entities, (), (), snapshot.revision)
    assert {kind for _, kind in graph.network(kept).nodes(data="kind")} == {"person"}
    assert len(graph.network(kept, among=[row.id for row in snapshot.entities])) == len(snapshot.entities)


def test_the_busiest_come_first(drawn: nx.MultiGraph) -> None:
    assert {name for _, name in graph.busiest(drawn, 2).nodes(data="name")} == {"고도윤", "가람전자"}
    assert len(graph.busiest(drawn, 5)) <= 5
    assert len(graph.busiest(drawn, 100)) == len(drawn)


def test_an_edge_is_named_and_found_by_its_name() -> None:
    assert Edge.parse(str(Edge("met", 3, 7))) == Edge("met", 3, 7)
    for bad in ("", "met:3", "meet:3:7", "met:3:7:9", "met:-1:2", "met:x:2"):
        with pytest.raises(NotFoundError, match="no edge"):
            Edge.parse(bad)


def test_an_empty_store_is_an_empty_graph() -> None:
    assert len(graph.network(Snapshot((), (), (), 0))) == 0
