"""Where the names of a crowd stand: on nobody, beside their own node, the most connected first."""

from __future__ import annotations

import math
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import ViewportSize

from dashboard import Dashboard

Watch = Callable[[str, Path], AbstractContextManager[Dashboard]]
SMALL = ViewportSize(width=1280, height=720)
LARGE = ViewportSize(width=1920, height=1080)
# So many around one who is chosen, in the longer language, that some are named farther from their nodes.
LED = "?view=around&around=19&steps=2&choice=person:19&lang=en"


def overlap(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return all(one["from"][axis] < other["to"][axis] - 1 and other["from"][axis] < one["to"][axis] - 1 for axis in "xy")


@dataclass(frozen=True)
class Picture:
    """What stands in a window once nothing moves."""

    size: ViewportSize
    nodes: list[dict[str, Any]]
    labels: list[dict[str, Any]]


@pytest.fixture(scope="module")
def pictures(watch: Watch, thousand: str) -> Callable[[str, str], list[Picture]]:
    """A reading of the crowd in a language, opened in a small window that is then made large: once for all who only look at it."""

    @cache
    def taken(view: str, lang: str) -> list[Picture]:
        found = []
        with watch(thousand, Path()) as many:
            many.page.set_viewport_size(SMALL)
            many.go(f"?view={view}&lang={lang}")
            for size in (SMALL, LARGE):
                many.page.set_viewport_size(size)
                many.still()
                found.append(Picture(size, many.page.evaluate("__hoedong.positions().nodes"), many.labels()))
        return found

    return taken


# Of how many meetings that were held each was part with somebody.
MET = """(id) => {
  const times = new Map();
  const theirs = __hoedong.meetings().filter(({ status, people }) => status === "held" && people.includes(id));
  for (const { people } of theirs) for (const other of people) if (other !== id) times.set(other, (times.get(other) ?? 0) + 1);
  return [...times].sort(([, one], [, other]) => other - one).slice(0, 3).map(([other]) => String(other));
}"""


@pytest.fixture(scope="module")
def centre(watch: Watch, thousand: str) -> tuple[str, list[str]]:
    """강태린, of whom the crowd tells most, and whom that one met most, by their ids."""
    with watch(thousand, Path()) as many:
        many.show("?person=강태린")
        one = str(many.page.evaluate("__hoedong.control.choice.id"))
        return one, many.page.evaluate(MET, int(one))


# The colours of the pixels around a place of the network's canvas.
COLOURS = """(canvas, [x, y, reach]) => {
  const share = canvas.width / canvas.clientWidth;
  const box = [x - reach, y - reach, 2 * reach, 2 * reach].map((length) => length * share);
  const { data } = canvas.getContext("2d").getImageData(...box);
  const each = Array.from({ length: data.length / 4 }, (_, at) => [...data.slice(4 * at, 4 * at + 3)]);
  return each.map((parts) => "#" + parts.map((part) => part.toString(16).padStart(2, "0")).join(""));
}"""


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
    dashboard.go(path)
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


def apart(one: str, other: str) -> int:
    """How much two colours #rrggbb differ, of 765."""
    return sum(abs(int(one[at : at + 2], 16) - int(other[at : at + 2], 16)) for at in (1, 3, 5))


def astray(label: dict[str, Any], nodes: list[dict[str, Any]], labels: list[dict[str, Any]]) -> list[str]:
    """What is wrong with the line from a node to its label: where it does not begin or end, what it runs over."""
    ends = [(label["way"][end]["x"], label["way"][end]["y"]) for end in ("from", "to")]
    own = next(node for node in nodes if node["id"] == label["id"])
    steps = max(1, round(math.dist(*ends)))
    points = [tuple(ends[0][axis] + (ends[1][axis] - ends[0][axis]) * step / steps for axis in (0, 1)) for step in range(steps + 1)]

    def reached(box: dict[str, Any]) -> bool:
        return any(box["from"]["x"] < x < box["to"]["x"] and box["from"]["y"] < y < box["to"]["y"] for x, y in points)

    end = {"x": ends[1][0], "y": ends[1][1], "size": 0}
    wrong = [] if abs(math.dist(ends[0], (own["x"], own["y"])) - own["size"]) < 2 else ["begins off its node"]
    wrong += [] if off(label, end) < 1 else ["ends off its label"]
    wrong += [] if steps >= 5 else ["too short to be seen"]
    others = [node for node in nodes if node is not own]
    wrong += [f"over {node['label']}" for node in others if min(math.dist(at, (node["x"], node["y"])) for at in points) < node["size"]]
    return wrong + [f"over the label of {other['id']}" for other in labels if other is not label and reached(other)]


@pytest.mark.parametrize(
    ("view", "lang"), [("people", "ko"), ("people", "en"), ("companies", "en"), ("meetings", "ko"), ("meetings", "en")]
)
def test_a_label_lies_on_nobodys_node_and_its_own_is_the_nearest_or_a_line_leads_to_it(
    pictures: Callable[[str, str], list[Picture]], view: str, lang: str
) -> None:
    for picture in pictures(view, lang):
        size, nodes, found = picture.size, picture.nodes, picture.labels
        assert len(found) > 30, size
        led = [label for label in found if "way" in label]
        assert {label["id"]: wrong for label in led if (wrong := astray(label, nodes, found))} == {}, size
        near = {label["id"]: nearest(label, nodes) for label in found if label not in led}
        assert {label: node for label, node in near.items() if label != node} == {}, size
        assert min(off(label, node) for label in found for node in nodes) > 0, size
        assert not any(within(label, node) for label in found for node in nodes), size
        if view == "meetings":
            # The largest of them are named first.
            gatherings = {node["id"]: float(node["size"]) for node in nodes if int(node["id"]) < 0}
            largest = {one for one, wide in gatherings.items() if wide > 1.01 * min(gatherings.values())}
            named = gatherings.keys() & {label["id"] for label in found}
            assert len(largest) > 3, "of more than two guests"
            assert len(largest & named) >= 0.6 * len(largest), size
            assert len(named) >= 7, size


@pytest.mark.parametrize("lang", ["ko", "en"])
@pytest.mark.parametrize("view", ["people", "companies", "meetings"])
def test_the_most_connected_of_a_crowd_are_named_in_a_small_window_too(
    pictures: Callable[[str, str], list[Picture]], view: str, lang: str
) -> None:
    for picture, least in zip(pictures(view, lang), ({"ko": 19, "en": 16}[lang], 19), strict=True):
        nodes = sorted(picture.nodes, key=lambda node: (-node["ties"], -node["size"]))
        named = {label["id"] for label in picture.labels}
        assert len([node for node in nodes[:20] if node["id"] in named]) >= least, picture.size


def test_the_way_to_a_label_is_seen_on_the_lines_it_runs_over(many: Dashboard) -> None:
    many.page.set_viewport_size(SMALL)
    many.go(LED)
    many.still()
    found = [label["way"] for label in many.labels() if "way" in label]
    assert 3 < len(found) <= 20
    canvas = many.network.locator("canvas")
    at = canvas.bounding_box()
    assert at
    background, text = many.page.evaluate("[__hoedong.theme.background, __hoedong.theme.text]")
    for way in found:
        place = {axis: (way["from"][axis] + way["to"][axis]) / 2 - at[axis] for axis in ("x", "y")}
        seen = canvas.evaluate(COLOURS, [place["x"], place["y"], 6])
        assert max(min(apart(colour, one) for one in seen) for colour in (background, text)) < 100, way


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
    many.page.set_viewport_size(SMALL)
    many.go("?person=강태린&lang=en")
    many.still()
    many.page.evaluate("window.stroked.clear(), __hoedong.bus.dispatchEvent(new Event('choice'))")
    many.page.wait_for_timeout(300)
    assert many.page.evaluate("[...window.stroked]") == ["[0,6]"]


@pytest.mark.parametrize(
    ("store", "path", "who"),
    [
        ("many", "?view=around&around={}", "강태린"),
        ("many", "?choice=person:{}", "강태린"),
        ("dashboard", "?choice=person:{}&lang=ko", "최태원"),
    ],
)
def test_no_label_lies_on_a_ring(request: pytest.FixtureRequest, store: str, path: str, who: str) -> None:
    known = request.getfixturevalue("centre")[0] if store == "many" else None
    dashboard: Dashboard = request.getfixturevalue(store)
    if known is None:
        dashboard.show()
        known = dashboard.nodes()[who]["id"]
    dashboard.show(path.format(known))
    dashboard.page.wait_for_timeout(400)
    node = dashboard.nodes()[who]
    reach = node["size"] + 3
    ring = {"from": {axis: node[axis] - reach for axis in "xy"}, "to": {axis: node[axis] + reach for axis in "xy"}}
    assert [label["id"] for label in dashboard.labels() if overlap(ring, label)] == []


def test_labels_come_with_the_zoom_and_the_most_connected_have_theirs_first(many: Dashboard) -> None:
    many.show()
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
    many.go()
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


def test_lines_lead_to_names_once_a_brush_rests(many: Dashboard) -> None:
    many.page.set_viewport_size(SMALL)
    many.go(LED)
    many.still()
    assert any("way" in label for label in many.labels())
    many.page.evaluate("""() => new Promise((drawn) => {
        __hoedong.bus.dispatchEvent(new Event("range"));
        requestAnimationFrame(() => requestAnimationFrame(drawn));
    })""")
    assert not any("way" in label for label in many.labels())
    many.page.wait_for_function("__hoedong.positions().labels.some((label) => label.way)")


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_lines_lead_to_the_most_connected_of_whom_somebody_met_and_to_no_crowd_of_names(many: Dashboard, lang: str) -> None:
    many.page.set_viewport_size(SMALL)
    many.go(f"?person=강태린&lang={lang}")
    many.still()
    choice = many.page.evaluate("__hoedong.control.choice.id")
    lit = {str(end) for edge in many.edges() for end in (edge["from"], edge["to"]) if choice in {str(edge["from"]), str(edge["to"])}}
    nodes = [node for node in many.page.evaluate("__hoedong.positions().nodes") if str(node["id"]) in lit]
    ranked = [str(node["id"]) for node in sorted(nodes, key=lambda node: (-node["ties"], -node["size"]))]
    assert len(ranked) > 60
    found = many.labels()
    led = {str(label["id"]) for label in found if "way" in label}
    assert led or lang == "ko", "long names have no room beside all nodes"
    assert led <= set(ranked[:31]), "of the others a hint tells the name"
    assert len(found) - len(led) > len(led)


@pytest.mark.parametrize("lang", ["ko", "en"])
@pytest.mark.parametrize(
    "path",
    ["?view=around&around={}", "?view=around&around={}&steps=2", "?view=around&around={0}&choice=person:{0}", "?choice=person:{}"],
)
def test_who_is_chosen_or_in_the_middle_and_whom_that_one_met_most_always_have_names(
    many: Dashboard, centre: tuple[str, list[str]], path: str, lang: str
) -> None:
    one, met = centre
    many.go(f"{path.format(one)}&lang={lang}")
    for size, least in ((SMALL, 12), (LARGE, 17)):
        many.page.set_viewport_size(size)
        many.still()
        named = {label["id"] for label in many.labels()}
        assert {one, *met} - named == set(), size
        nodes = sorted(many.page.evaluate("__hoedong.positions().nodes"), key=lambda node: (-node["ties"], -node["size"]))
        assert len([node for node in nodes[:20] if node["id"] in named]) >= least, size
    many.page.get_by_role("button", name={"ko": "확대", "en": "Zoom in"}[lang], exact=True).click()
    many.page.wait_for_timeout(400)
    assert one in {label["id"] for label in many.labels()}


FRAMED = """
window.framed = [];
const round = CanvasRenderingContext2D.prototype.roundRect;
CanvasRenderingContext2D.prototype.roundRect = function (...told) {
  window.framed.push(told.slice(0, 4));
  return round.apply(this, told);
};
"""


def test_a_label_to_which_a_line_leads_stands_in_a_frame_of_its_own(many: Dashboard) -> None:
    many.page.add_init_script(FRAMED)
    many.page.set_viewport_size(SMALL)
    many.go(LED)
    many.still()
    many.page.evaluate("window.framed.length = 0, __hoedong.bus.dispatchEvent(new Event('choice'))")
    many.page.wait_for_timeout(300)
    led = [label for label in many.labels() if "way" in label]
    assert len(led) > 3
    assert len(many.page.evaluate("window.framed")) >= len(led)
