"""Lines in a small picture: none runs through the node of somebody whom it does not lead to, whoever came later."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest
from society import society

from dashboard import Dashboard
from graphing.store import open_store
from serving import ROOT, serve

FIRST, ALL = 6, 14  # meetings
FEW = 80  # nodes of a picture in which lines are followed one by one


@pytest.fixture(scope="module")
def growing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """The app on few meetings, and where they are stored."""
    folder = tmp_path_factory.mktemp("growing")
    database = f"sqlite:///{Path(folder, 'growing.sqlite')}"
    with open_store(database) as store:
        store.add(list(society(ALL))[:FIRST])
    with serve(ROOT / "app.py", folder / "server.log", database) as address:
        yield address, database


def points(edge: dict[str, Any], ends: dict[str, dict[str, Any]]) -> list[tuple[float, float]]:
    """Points of a line from end to end, in pixels of the window."""
    start, end = ends[edge["from"]], ends[edge["to"]]
    via = edge.get("via") or {axis: (start[axis] + end[axis]) / 2 for axis in "xy"}
    shares = [step / 100 for step in range(1, 100)]
    at = {axis: [(1 - s) ** 2 * start[axis] + 2 * s * (1 - s) * via[axis] + s * s * end[axis] for s in shares] for axis in "xy"}
    return list(zip(at["x"], at["y"], strict=True))


def through(dashboard: Dashboard) -> tuple[int, list[tuple[str, str]]]:
    """How many lines there are, and those that run through a node, with whose."""
    seen = dashboard.page.evaluate("__hoedong.positions()")
    ends = {node["id"]: node for node in seen["nodes"]}
    assert len(ends) <= FEW
    run = [
        (edge["id"], node["label"])
        for edge in seen["edges"]
        for node in seen["nodes"]
        if node["id"] not in (edge["from"], edge["to"])
        and any(math.dist(point, (node["x"], node["y"])) < node["size"] for point in points(edge, ends))
    ]
    return len(seen["edges"]), run


def test_a_line_goes_round_who_stands_on_its_way(watch: Callable[..., AbstractContextManager[Dashboard]], growing: tuple[str, str]) -> None:
    address, database = growing
    with watch(address, Path()) as dashboard:
        dashboard.show()
        assert through(dashboard)[1] == []
        with open_store(database) as store:
            store.add(list(society(ALL))[FIRST:])
        for path in ("", "?lang=en", "?view=meetings", "?view=companies"):
            dashboard.show(path)
            lines, run = through(dashboard)
            assert lines
            assert run == [], path
            if not path:
                straight = [edge for edge in dashboard.edges() if not edge.get("via")]
                assert len(straight) > 0.7 * lines, "a line is bent only where it must be"
                and_round_who_is_dragged_there(dashboard)


def and_round_who_is_dragged_there(dashboard: Dashboard) -> None:
    """Somebody is dragged onto the middle of a line of others, and taken back."""
    before = dashboard.edges()
    nodes = dashboard.nodes().values()

    def room(edge: dict[str, Any]) -> float:
        return min(math.dist((edge["x"], edge["y"]), (node["x"], node["y"])) for node in nodes)

    line: dict[str, Any] = max((edge for edge in before if not edge.get("via")), key=room)
    who = next(node for node in nodes if node["id"] not in (line["from"], line["to"]))
    dashboard.drag_node(who["label"], line["x"] - who["x"] + 2, line["y"] - who["y"] + 2)
    dashboard.page.wait_for_timeout(300)
    assert through(dashboard)[1] == []
    dashboard.page.get_by_role("button", name="한 단계 되돌리기").click()
    dashboard.page.wait_for_timeout(300)
    assert [edge.get("via") is None for edge in dashboard.edges()] == [edge.get("via") is None for edge in before]
