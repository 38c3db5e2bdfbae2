"""The names of a crowd as they stand in the network: what there is to look at, and how a name lies to a node."""

from __future__ import annotations

import math
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import ViewportSize

from dashboard import Dashboard

Watch = Callable[[str, Path], AbstractContextManager[Dashboard]]
SMALL = ViewportSize(width=1280, height=720)
LARGE = ViewportSize(width=1920, height=1080)


@dataclass(frozen=True)
class Picture:
    """What stands in a window once nothing moves."""

    size: ViewportSize
    nodes: list[dict[str, Any]]
    edges: list[dict[str, Any]]
    labels: list[dict[str, Any]]


@dataclass(frozen=True)
class Looked:
    """An address opened in a small window, then in the same window made large, and whose names there are after a step nearer."""

    small: Picture
    large: Picture
    nearer: set[str]


def looked_at(watch: Watch, address: str) -> Callable[[str], Looked]:
    """What opens each address of the crowd once, for all tests that only look."""

    @cache
    def looked(path: str) -> Looked:
        with watch(address, Path()) as many:
            found = []
            many.page.set_viewport_size(SMALL)
            many.go(path)
            for size in (SMALL, LARGE):
                many.page.set_viewport_size(size)
                many.still()
                found.append(Picture(size, many.page.evaluate("__hoedong.positions().nodes"), many.edges(), many.labels()))
            many.page.get_by_role("button", name="Zoom in" if "lang=en" in path else "확대", exact=True).click()
            many.page.wait_for_timeout(400)
            return Looked(found[0], found[1], {str(label["id"]) for label in many.labels()})

    return looked


def overlap(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return all(one["from"][axis] < other["to"][axis] - 1 and other["from"][axis] < one["to"][axis] - 1 for axis in "xy")


def off(label: dict[str, Any], node: dict[str, Any]) -> float:
    """How far the rim of a node is from a label."""
    aside = max(label["from"]["x"] - node["x"], 0.0, node["x"] - label["to"]["x"])
    down = max(label["from"]["y"] - node["y"], 0.0, node["y"] - label["to"]["y"])
    return math.hypot(aside, down) - float(node["size"])
