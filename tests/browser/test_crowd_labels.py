"""Where the names of a crowd stand: on nobody, beside their own node, the most connected first."""

from __future__ import annotations

import math
from itertools import combinations
from typing import Any

import pytest
from playwright.sync_api import ViewportSize

from dashboard import Dashboard

SMALL = ViewportSize(width=1280, height=720)
LARGE = ViewportSize(width=1920, height=1080)


def overlap(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return all(one["from"][axis] < other["to"][axis] - 1 and other["from"][axis] < one["to"][axis] - 1 for axis in "xy")


# Each is opened in a window of the first size, which is then made one of the second.
@pytest.mark.parametrize(
    ("path", "sizes"),
    [
        ("", (SMALL, LARGE)),
        ("?view=companies", (LARGE, SMALL)),
        ("?view=meetings", (SMALL, LARGE)),
        ("?view=around&around=1&steps=2", (LARGE, SMALL)),
    ],
)
@pytest.mark.parametrize("store", ["dashboard", "many"])
def test_no_label_covers_another(request: pytest.FixtureRequest, store: str, path: str, sizes: tuple[ViewportSize, ...]) -> None:
    dashboard: Dashboard = request.getfixturevalue(store)
    dashboard.page.set_viewport_size(sizes[0])
    dashboard.open(path)
    for size in sizes:
        dashboard.page.set_viewport_size(size)
        dashboard.drawn()
        dashboard.page.wait_for_timeout(300)
        found = dashboard.labels()
        assert len(found) > 3, size
        assert [(one["id"], other["id"]) for one, other in combinations(found, 2) if overlap(one, other)] == [], size


def off(label: dict[str, Any], node: dict[str, Any]) -> float:
    """How far the rim of a node is from a label."""
    aside = max(label["from"]["x"] - node["x"], 0.0, node["x"] - label["to"]["x"])
    down = max(label["from"]["y"] - node["y"], 0.0, node["y"] - label["to"]["y"])
    return math.hypot(aside, down) - float(node["size"])


def nearest(label: dict[str, Any], nodes: list[dict[str, Any]]) -> str:
    return str(min(nodes, key=lambda node: off(label, node))["id"])


def within(label: dict[str, Any], node: dict[str, Any]) -> bool:
    return all(label["from"][axis] < node[axis] < label["to"][axis] for axis in "xy")


@pytest.mark.parametrize("path", ["?lang=ko", "?lang=en", "?view=companies&lang=en", "?view=meetings&lang=ko", "?view=meetings&lang=en"])
def test_a_label_lies_on_nobodys_node_and_its_own_is_the_nearest(many: Dashboard, path: str) -> None:
    many.page.set_viewport_size(SMALL)
    many.open(path)
    for size in (SMALL, LARGE):
        many.page.set_viewport_size(size)
        many.still()
        nodes: list[dict[str, Any]] = many.page.evaluate("__hoedong.positions().nodes")
        found = many.labels()
        assert len(found) > 30, size
        near = {label["id"]: nearest(label, nodes) for label in found}
        assert {label: node for label, node in near.items() if label != node} == {}, size
        assert min(off(label, node) for label in found for node in nodes) > 0, size
        assert not any(within(label, node) for label in found for node in nodes), size
        if "meetings" in path:
            # The largest of them are named first.
            gatherings = {node["id"]: float(node["size"]) for node in nodes if int(node["id"]) < 0}
            largest = {one for one, wide in gatherings.items() if wide > 1.01 * min(gatherings.values())}
            named = gatherings.keys() & {label["id"] for label in found}
            assert len(largest) > 3, "of more than two guests"
            assert len(largest & named) > 0.6 * len(largest), size
            assert len(named) >= 7, size


# What is stroked in the colour of labels, and with which dashes.
STROKED = """
window.stroked = new Set();
const paint = document.createElement("canvas").getContext("2d");
const same = (colour) => (paint.strokeStyle = colour) && paint.strokeStyle;
const stroke = CanvasRenderingContext2D.prototype.stroke;
CanvasRenderingContext2D.prototype.stroke = function (...told) {
  if (this.strokeStyle === same(globalThis.__hoedong?.theme?.text ?? "#123456")) window.stroked.add(JSON.stringify(this.getLineDash()));
  return stroke.apply(this, told);
};
"""


def test_the_way_to_a_label_that_stands_farther_away_looks_like_no_line_between_nodes(many: Dashboard) -> None:
    many.page.add_init_script(STROKED)
    many.open("?person=강태린&lang=ko")
    many.still()
    many.page.evaluate("window.stroked.clear(), __hoedong.bus.dispatchEvent(new Event('choice'))")
    many.page.wait_for_timeout(300)
    assert many.page.evaluate("[...window.stroked]") == ["[0,4]"]


@pytest.mark.parametrize(
    ("store", "path", "who"),
    [
        ("many", "?view=around&around={}", "강태린"),
        ("many", "?choice=person:{}", "강태린"),
        ("dashboard", "?choice=person:{}&lang=ko", "최태원"),
    ],
)
def test_no_label_lies_on_a_ring(request: pytest.FixtureRequest, store: str, path: str, who: str) -> None:
    dashboard: Dashboard = request.getfixturevalue(store)
    dashboard.open()
    dashboard.drawn()
    dashboard.open(path.format(dashboard.nodes()[who]["id"]))
    dashboard.drawn()
    dashboard.page.wait_for_timeout(400)
    node = dashboard.nodes()[who]
    reach = node["size"] + 3
    ring = {"from": {axis: node[axis] - reach for axis in "xy"}, "to": {axis: node[axis] + reach for axis in "xy"}}
    assert [label["id"] for label in dashboard.labels() if overlap(ring, label)] == []


def test_labels_come_with_the_zoom_and_the_most_connected_have_theirs_first(many: Dashboard) -> None:
    many.open()
    many.drawn()
    many.page.wait_for_timeout(300)
    first = {one["id"] for one in many.labels()}
    sizes: dict[str, float] = {node["id"]: node["size"] for node in many.page.evaluate("__hoedong.positions().nodes")}
    assert max(sizes, key=lambda node: sizes[node]) in first
    assert len(first) < len(sizes)
    high = next(one["to"]["y"] - one["from"]["y"] for one in many.labels())
    for _ in range(5):
        many.page.get_by_role("button", name="확대", exact=True).click()
    many.page.wait_for_timeout(300)
    assert {one["id"] for one in many.labels()} > first
    assert next(one["to"]["y"] - one["from"]["y"] for one in many.labels()) > high
    many.page.get_by_role("button", name="전체 보기").click()
    many.page.wait_for_timeout(300)
    assert {one["id"] for one in many.labels()} == first


def test_who_met_most_is_largest_and_named_and_names_lie_on_nobody(many: Dashboard) -> None:
    many.open()
    many.still()
    nodes: list[dict[str, Any]] = many.page.evaluate("__hoedong.positions().nodes")
    ends = [end for edge in many.edges() if str(edge["id"]).startswith("met") for end in (edge["from"], edge["to"])]
    people = sorted({str(end) for end in ends}, key=lambda one: -ends.count(one))
    sizes = {node["id"]: node["size"] for node in nodes}
    assert sum(sizes[one] for one in people[:10]) > 1.3 * sum(sizes[one] for one in people[-10:])
    found = many.labels()
    assert set(people[:8]) <= {label["id"] for label in found}
    assert min(off(label, node) for label in found for node in nodes if node["id"] != label["id"]) > 0
    apart = [(a["x"] - b["x"]) ** 2 + (a["y"] - b["y"]) ** 2 >= (a["size"] + b["size"]) ** 2 for a, b in combinations(nodes, 2)]
    assert all(apart)
