"""Whose names have room of their own in a crowd, and how much."""

from __future__ import annotations

import networkx as nx

from graphing.view.network.berths import COMPANIONS, HUBS, berths


def crowd(size: int, meetings: int = 0) -> tuple[nx.MultiGraph, dict[int, str]]:
    """So many people, of whom a later one has more meetings, and as many ``meetings`` as nodes with three guests more each."""
    graph = nx.MultiGraph()
    for node in range(1, size + 1):
        graph.add_node(node, kind="person", meetings=list(range(node)))
    for node in range(1, meetings + 1):
        graph.add_node(-node, kind="meeting", meetings=[node])
        for guest in range(1, 3 * node + 1):
            graph.add_edge(guest, -node, key="spoke", meetings=[node])
    return graph, {node: f"사람 {node}" for node in graph}


def test_in_a_picture_of_few_all_have_room() -> None:
    assert berths(*crowd(80)) == []


def test_who_has_most_meetings_has_room_first() -> None:
    assert [node for node, *_ in berths(*crowd(100))] == [str(node) for node in range(100, 100 - HUBS, -1)]


def test_where_meetings_are_nodes_those_of_most_guests_come_first() -> None:
    assert [node for node, *_ in berths(*crowd(100, 6))][:3] == ["-6", "-5", "-4"]


def test_before_them_come_the_one_in_the_middle_and_whom_that_one_met_most() -> None:
    graph, names = crowd(100)
    for other, times in ((7, 2), (9, 5), (11, 1), (13, 3)):
        graph.add_edge(3, other, key="met", meetings=list(range(times)))
    graph.add_edge(3, 15, key="post", posts=[])
    found = [node for node, *_ in berths(graph, names, 3)]
    assert found[: 1 + COMPANIONS] == ["3", "9", "13", "7"]
    assert len(found) == HUBS


def test_a_long_name_takes_two_lines() -> None:
    graph, names = crowd(100)
    names |= {100: "Saeron Construction", 99: "강태린"}
    (_, wide, high), (_, narrow, low) = berths(graph, names)[:2]
    assert high == 2 * low - 1 or high == 2 * low
    assert 80 < wide < 100
    assert 30 < narrow < 45
