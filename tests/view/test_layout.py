"""Where nodes stand: the same each time, apart from each other, and where they were when others come."""

from __future__ import annotations

import math

import networkx as nx
import pytest

from graphing.view.network.layout import CLEAR, ROOMY, beside, place, room, wrapped


def random_graph(nodes: int, edges: int) -> tuple[nx.MultiGraph, dict[int, str]]:
    graph = nx.MultiGraph(nx.gnm_random_graph(nodes, edges, seed=3))
    return graph, {node: "가나다라마"[: 2 + node % 4] for node in graph}


@pytest.mark.parametrize(("nodes", "edges"), [(1, 0), (2, 1), (9, 4), (40, 60), (260, 400)])
def test_the_same_graph_is_laid_the_same_way(nodes: int, edges: int) -> None:
    graph, labels = random_graph(nodes, edges)
    places = place(graph, labels)
    assert set(places) == set(graph)
    assert len(set(places.values())) == nodes
    assert place(graph, labels) == places


def test_no_label_lies_on_another() -> None:
    graph, labels = random_graph(40, 55)
    places = place(graph, labels)
    for one in graph:
        for other in range(one + 1, len(graph)):
            wide = room(labels[one])[0] + room(labels[other])[0] - abs(places[one][0] - places[other][0])
            high = room(labels[one])[1] + room(labels[other])[1] - abs(places[one][1] - places[other][1])
            assert min(wide, high) <= 1.0, (one, other)


def test_who_has_a_place_keeps_it_and_newcomers_stand_by_their_neighbours() -> None:
    graph, labels = random_graph(12, 16)
    before = place(graph, labels)
    graph.add_edge(3, 100)
    graph.add_node(101)
    after = place(graph, {**labels, 100: "새사람", 101: "혼자"}, before)
    assert {node: after[node] for node in before} == before
    assert abs(after[100][0] - before[3][0]) + abs(after[100][1] - before[3][1]) < 500
    assert after[101] not in before.values()


def test_a_meeting_stands_amid_its_guests_and_its_spokes_pass_others_by() -> None:
    graph = nx.MultiGraph()
    graph.add_nodes_from(range(1, 22), kind="person")
    graph.add_node(-1, kind="meeting")
    graph.add_edges_from((guest, -1) for guest in range(1, 21))
    labels = dict.fromkeys(range(1, 22), "고도윤") | {-1: "2025.02.04 한빛호텔"}
    circle = {guest: (400 * math.cos(guest * math.pi / 10), 400 * math.sin(guest * math.pi / 10)) for guest in range(1, 21)}
    x, y = place(graph, labels, {**circle, 21: (900.0, 0.0)})[-1]
    assert math.hypot(x, y) < 60
    # Somebody else stands in the middle of two: the meeting goes round.
    pair = nx.MultiGraph([(1, -1), (2, -1)])
    pair.add_node(3)
    pair.nodes[-1]["kind"] = "meeting"
    places = place(pair, {}, {1: (0.0, 0.0), 2: (300.0, 0.0), 3: (150.0, 0.0)})
    x, y = places[-1]
    assert 0 < x < 300
    assert 20 < abs(y) < 150


def test_a_newcomer_that_belongs_somewhere_stands_there_or_next_to_it() -> None:
    graph, labels = random_graph(12, 16)
    before = place(graph, labels)
    graph.add_edge(3, 100)
    free, taken = (5000.0, 5000.0), before[7]
    assert place(graph, {**labels, 100: "그룹"}, before, {100: free})[100] == free
    x, y = place(graph, {**labels, 100: "그룹"}, before, {100: taken})[100]
    assert 20 < math.dist((x, y), taken) < 400


def passing(graph: nx.MultiGraph, places: dict[int, tuple[float, float]], among: set[int]) -> list[tuple[int, int, int]]:
    """Lines that run through a node that they do not lead to, where an end or that node is of ``among``."""
    found = []
    for one, other in {(min(edge), max(edge)) for edge in graph.edges()}:
        (x, y), (right, low) = places[one], places[other]
        for node in set(graph) - {one, other}:
            at = places[node]
            share = ((at[0] - x) * (right - x) + (at[1] - y) * (low - y)) / (math.dist((x, y), (right, low)) ** 2 or 1.0)
            nearest = (x + share * (right - x), y + share * (low - y))
            if 0 < share < 1 and math.dist(nearest, at) < CLEAR and among & {one, other, node}:
                found.append((one, other, node))
    return found


@pytest.mark.parametrize(
    ("joined", "near"),
    [
        # One comes beside two; the next would stand on the line of the first to the third.
        ([(100, 1), (100, 3), (101, 1), (101, 100)], {}),
        # Somebody stands between a newcomer and whom it is joined to.
        ([(100, 1), (100, 2), (100, 3), (100, 4)], {}),
        ([(100, 1), (101, 2), (102, 3), (100, 102), (101, 102)], {}),
        # Who belongs on a line stands next to it.
        ([(100, 4)], {100: (150.0, 0.0)}),
    ],
)
def test_no_line_runs_through_a_node_after_newcomers_came(
    joined: list[tuple[int, int]], near: dict[int, tuple[float, float]]
) -> None:
    stood = {1: (0.0, 0.0), 2: (300.0, 0.0), 3: (600.0, 40.0), 4: (300.0, 300.0), 5: (150.0, 150.0), 6: (450.0, -120.0)}
    graph = nx.MultiGraph([(1, 2), (2, 3), (2, 4), *joined])
    graph.add_nodes_from(stood)
    places = place(graph, dict.fromkeys(graph, "고도윤"), stood, near)
    assert {node: places[node] for node in stood} == stood
    assert passing(graph, places, set(graph) - set(stood)) == []


def test_more_of_a_crowd_finds_places_inside_of_the_picture_that_stands() -> None:
    graph, labels = random_graph(900, 2500)
    core = graph.subgraph(range(100))
    before = place(core, labels)
    after = beside(graph, before)
    assert set(after) == set(graph)
    assert {node: after[node] for node in core} == before
    assert beside(graph, dict(reversed(before.items()))) == after
    for axis in (0, 1):
        old, new = ([point[axis] for point in places.values()] for places in (before, after))
        assert (min(new), max(new)) == (min(old), max(old))
    assert len(set(after.values())) > 0.98 * len(after)


def test_who_is_joined_to_nobody_takes_little_of_a_crowds_picture() -> None:
    graph, labels = random_graph(ROOMY, 200)
    graph.add_nodes_from(range(1000, 1040))
    labels.update(dict.fromkeys(range(1000, 1040), "가나다라마"))
    places = place(graph, labels)
    joined = [places[node][1] for node in graph if graph[node]]
    alone = [places[node][1] for node in graph if not graph[node]]
    assert max(alone) - max(joined) < 0.3 * (max(joined) - min(joined))


def test_an_empty_graph_has_no_places() -> None:
    assert place(nx.MultiGraph(), {}) == {}


@pytest.mark.parametrize(
    ("label", "expected"),
    [("이재용", "이재용"), ("Radio Promotion Agency", "Radio Promotion\nAgency"), ("Supercalifragilistic", "Supercalifragilistic")],
)
def test_long_names_stand_on_two_lines(label: str, expected: str) -> None:
    assert wrapped(label) == expected
