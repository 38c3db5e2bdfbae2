"""A name of a crowd is not read as that of another node than its own."""

from __future__ import annotations

import math
from typing import Any

import pytest
from playwright.sync_api import ViewportSize

from dashboard import Dashboard

SMALL = ViewportSize(width=1280, height=720)
LARGE = ViewportSize(width=1920, height=1080)


def off(label: dict[str, Any], node: dict[str, Any]) -> float:
    """How far the rim of a node is from a label."""
    aside = max(label["from"]["x"] - node["x"], 0.0, node["x"] - label["to"]["x"])
    down = max(label["from"]["y"] - node["y"], 0.0, node["y"] - label["to"]["y"])
    return math.hypot(aside, down) - float(node["size"])


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


def astray(labels: list[dict[str, Any]], nodes: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """(whose label, whose node): labels that stand beside another's node and farther from their own, whether that other is named or not."""
    own = {str(node["id"]): node for node in nodes}

    def nearest(label: dict[str, Any]) -> dict[str, Any]:
        return min((node for node in nodes if node["id"] != label["id"]), key=lambda node: off(label, node))

    pairs = [(label, nearest(label)) for label in labels]
    return [(label["id"], node["id"]) for label, node in pairs if off(label, node) < min(12, off(label, own[str(label["id"])]) - 1)]


HUB: list[str] = []


def _hub(many: Dashboard) -> str:
    """Who has met most: asked once."""
    if not HUB:
        many.show("?person=강태린")
        HUB.append(str(many.page.evaluate("__hoedong.control.choice.id")))
    return HUB[0]


@pytest.mark.parametrize("lang", ["ko", "en"])
@pytest.mark.parametrize(
    "path",
    ["?view=people", "?view=companies", "?view=meetings", *(f"?view=around&around={{}}&steps={steps}" for steps in (1, 2, 3))],
)
def test_a_name_stands_nearest_to_its_own_node_in_every_reading_and_the_largest_have_theirs(many: Dashboard, path: str, lang: str) -> None:
    whom = _hub(many) if "around" in path else ""
    many.page.set_viewport_size(SMALL)
    many.go(f"{path.format(whom)}&lang={lang}")
    for size in (SMALL, LARGE):
        many.page.set_viewport_size(size)
        many.still()
        labels = many.labels()
        nodes: list[dict[str, Any]] = many.page.evaluate("__hoedong.positions().nodes")
        assert len(astray(labels, nodes)) <= 1, size
        assert [label["id"] for label in labels if any(off(label, node) < 0 for node in nodes)] == [], "on somebody's node"
        named = {str(label["id"]) for label in labels}
        for first, second in (("ties", "size"), ("size", "ties")):
            largest = sorted(nodes, key=lambda node: (-node[first], -node[second]))[:10]
            assert {str(node["id"]) for node in largest} - named == set(), size
        assert "around" not in path or whom in named, size
        if size is SMALL and path in ("?view=people", "?view=meetings"):
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
@pytest.mark.parametrize("path", ["?choice=person:{}", "?view=meetings&choice=person:{}"])
def test_with_somebody_chosen_names_read_as_those_of_their_nodes_and_the_most_connected_have_theirs(
    many: Dashboard, path: str, lang: str, most: int
) -> None:
    many.page.set_viewport_size(SMALL)
    choice = _hub(many)
    many.go(f"{path.format(choice)}&lang={lang}")
    many.still()
    ends = [{str(edge["from"]), str(edge["to"])} for edge in many.edges()]
    lit = {end for pair in ends if choice in pair for end in pair}
    lit |= {end for pair in ends if any(one in lit and one.startswith("-") for one in pair) for end in pair}
    bright = [node for node in many.page.evaluate("__hoedong.positions().nodes") if node["id"] in lit]
    found = [label for label in many.labels() if label["id"] in lit]
    assert len({label for label, _ in misnaming(found, bright)}) <= most
    ranked = sorted(bright, key=lambda node: (-node["ties"], -node["size"]))
    assert {node["id"] for node in ranked[:20]} <= {label["id"] for label in found}
