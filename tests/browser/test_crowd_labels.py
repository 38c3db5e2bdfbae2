"""Where the names of a crowd stand: on nobody, beside their own node, the most connected first; none is read as another node's."""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from naming import LARGE, SMALL, Looked, Watch, looked_at, off, overlap
from playwright.sync_api import ViewportSize

from dashboard import Dashboard

AROUND = "?view=around&around={0}"


def address(view: str, lang: str) -> str:
    return f"?view={view}&lang={lang}"


@pytest.fixture(scope="module")
def looked(watch: Watch, thousand: str) -> Callable[[str], Looked]:
    """The crowd at an address: opened once for all who only look at it."""
    return looked_at(watch, thousand)


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


# Each is opened in a window of the first size, which is then made one of the second.
@pytest.mark.parametrize(
    ("store", "path", "sizes"),
    [
        ("dashboard", "", (SMALL, LARGE)),
        ("dashboard", "?view=companies", (LARGE, SMALL)),
        ("dashboard", "?view=meetings", (SMALL, LARGE)),
        ("dashboard", "?view=around&around=1&steps=2", (LARGE, SMALL)),
        ("many", "?view=companies", (LARGE, SMALL)),
        ("many", "?view=around&around=1&steps=2", (LARGE, SMALL)),
    ],
)
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
        assert covered(found) == [], size


@pytest.mark.parametrize("view", ["people", "meetings"])
def test_no_label_of_a_crowd_covers_another(looked: Callable[[str], Looked], view: str) -> None:
    there = looked(address(view, "ko"))
    for picture in (there.small, there.large):
        assert len(picture.labels) > 3, picture.size
        assert covered(picture.labels) == [], picture.size


def covered(labels: list[dict[str, Any]]) -> list[tuple[str, str]]:
    return [(one["id"], other["id"]) for one, other in combinations(labels, 2) if overlap(one, other)]


def nearest(label: dict[str, Any], nodes: list[dict[str, Any]]) -> str:
    return str(min(nodes, key=lambda node: off(label, node))["id"])


def within(label: dict[str, Any], node: dict[str, Any]) -> bool:
    return all(label["from"][axis] < node[axis] < label["to"][axis] for axis in "xy")


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
    looked: Callable[[str], Looked], view: str, lang: str
) -> None:
    there = looked(address(view, lang))
    for picture in (there.small, there.large):
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
    looked: Callable[[str], Looked], view: str, lang: str
) -> None:
    there = looked(address(view, lang))
    for picture, least in ((there.small, {"ko": 19, "en": 16}[lang]), (there.large, 19)):
        nodes = sorted(picture.nodes, key=lambda node: (-node["ties"], -node["size"]))
        named = {label["id"] for label in picture.labels}
        assert len([node for node in nodes[:20] if node["id"] in named]) >= least, picture.size


@pytest.mark.parametrize("lang", ["ko", "en"])
@pytest.mark.parametrize("path", [AROUND + "&steps=1", AROUND + "&steps=2", AROUND + "&choice=person:{0}", "?choice=person:{0}"])
def test_who_is_chosen_or_in_the_middle_and_whom_that_one_met_most_always_have_names(
    looked: Callable[[str], Looked], centre: tuple[str, list[str]], path: str, lang: str
) -> None:
    one, met = centre
    there = looked(f"{path.format(one)}&lang={lang}")
    for picture, least in ((there.small, 12), (there.large, 17)):
        named = {label["id"] for label in picture.labels}
        assert {one, *met} - named == set(), picture.size
        nodes = sorted(picture.nodes, key=lambda node: (-node["ties"], -node["size"]))
        assert len([node for node in nodes[:20] if node["id"] in named]) >= least, picture.size
    assert one in there.nearer


def misnaming(labels: list[dict[str, Any]], nodes: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """(whose label, whose node): labels that stand nearer to another's node than to their own, and as near as a name stands to its node,
    where that other one has no name of its own so near."""
    named = {str(label["id"]): label for label in labels}
    own = {str(node["id"]): node for node in nodes}

    def read(label: dict[str, Any], node: dict[str, Any]) -> bool:
        far = off(label, node)
        theirs = named.get(str(node["id"]))
        return far < min(12, off(label, own[str(label["id"])])) and (theirs is None or off(theirs, node) >= far)

    return [(label["id"], node["id"]) for label in labels for node in nodes if node["id"] != label["id"] and read(label, node)]


def beside_another(labels: list[dict[str, Any]], nodes: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """(whose label, whose node): labels that stand beside another's node and farther from their own, whether that other is named or not."""
    own = {str(node["id"]): node for node in nodes}

    def nearest(label: dict[str, Any]) -> dict[str, Any]:
        return min((node for node in nodes if node["id"] != label["id"]), key=lambda node: off(label, node))

    pairs = [(label, nearest(label)) for label in labels]
    return [(label["id"], node["id"]) for label, node in pairs if off(label, node) < min(12, off(label, own[str(label["id"])]) - 1)]


@pytest.mark.parametrize("lang", ["ko", "en"])
@pytest.mark.parametrize("view", ["people", "companies", "meetings", *(f"{AROUND}&steps={steps}" for steps in (1, 2, 3))])
def test_a_name_stands_nearest_to_its_own_node_in_every_reading_and_the_largest_have_theirs(
    looked: Callable[[str], Looked], centre: tuple[str, list[str]], view: str, lang: str
) -> None:
    whom = centre[0] if "around" in view else ""
    there = looked(f"{view.format(whom)}&lang={lang}" if whom else address(view, lang))
    for picture in (there.small, there.large):
        size, nodes, labels = picture.size, picture.nodes, picture.labels
        assert len(beside_another(labels, nodes)) <= 1, size
        assert [label["id"] for label in labels if any(off(label, node) < 0 for node in nodes)] == [], "on somebody's node"
        named = {str(label["id"]) for label in labels}
        for first, second in (("ties", "size"), ("size", "ties")):
            largest = sorted(nodes, key=lambda node: (-node[first], -node[second]))[:10]
            assert {str(node["id"]) for node in largest} - named == set(), size
        assert not whom or whom in named, size
        if size is SMALL and view in ("people", "meetings"):
            _reads_well(labels, nodes, lang)


def _reads_well(labels: list[dict[str, Any]], nodes: list[dict[str, Any]], lang: str) -> None:
    """Of a whole crowd many are named, hardly any by a line that leads there, and of the busiest twenty all."""
    least, most = {"ko": (90, 0), "en": (58, 2)}[lang]
    assert len(misnaming(labels, nodes)) <= most
    assert len([label for label in labels if "way" in label]) <= 2 * most, "calm"
    assert len(labels) >= least
    ranked = sorted(nodes, key=lambda node: (-node["ties"], -node["size"]))
    assert {node["id"] for node in ranked[:20]} <= {label["id"] for label in labels}


@pytest.mark.parametrize(("lang", "most"), [("ko", 2), ("en", 6)])
@pytest.mark.parametrize("path", ["?choice=person:{0}", "?view=meetings&choice=person:{0}"])
def test_with_somebody_chosen_names_read_as_those_of_their_nodes_and_the_most_connected_have_theirs(
    looked: Callable[[str], Looked], centre: tuple[str, list[str]], path: str, lang: str, most: int
) -> None:
    choice = centre[0]
    there = looked(f"{path.format(choice)}&lang={lang}").small
    ends = [{str(edge["from"]), str(edge["to"])} for edge in there.edges]
    lit = {end for pair in ends if choice in pair for end in pair}
    lit |= {end for pair in ends if any(one in lit and one.startswith("-") for one in pair) for end in pair}
    bright = [node for node in there.nodes if node["id"] in lit]
    found = [label for label in there.labels if label["id"] in lit]
    assert len({label for label, _ in misnaming(found, bright)}) <= most
    ranked = sorted(bright, key=lambda node: (-node["ties"], -node["size"]))
    assert {node["id"] for node in ranked[:20]} <= {label["id"] for label in found}


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
