"""The timeline as it is drawn: what stands on its canvas, and in which colour."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from dashboard import Dashboard

Watch = Callable[[str, Path], AbstractContextManager[Dashboard]]
Colour = list[float]

# Red, green and blue at each of these places, on white.
PAINTED = """(places) => {
  const box = __hoedongTimeline().getBoundingClientRect();
  const context = __hoedongTimeline().getContext("2d");
  return places.map(([x, y]) => {
    const [...seen] = context.getImageData(x - box.left - 1, y - box.top - 1, 1, 1).data;
    return seen.slice(0, 3).map((one) => 255 + ((one - 255) * seen[3]) / 255);
  });
}"""
CANVAS = """() => {
  const find = (root) => {
    const found = root.querySelector("[data-testid=timeline]");
    if (found) return found;
    for (const one of root.querySelectorAll("*")) if (one.shadowRoot && find(one.shadowRoot)) return find(one.shadowRoot);
  };
  globalThis.__hoedongTimeline = () => find(document);
}"""


def opened(dashboard: Dashboard, path: str = "", size: tuple[int, int] = (1280, 720)) -> list[dict[str, Any]]:
    """Opens a path at a size, waits until it is drawn, and gives the marks."""
    dashboard.page.set_viewport_size({"width": size[0], "height": size[1]})
    dashboard.show(path)
    return dashboard.entries()


def meetings(dashboard: Dashboard) -> dict[str, dict[str, Any]]:
    return {one["id"]: one for one in dashboard.page.evaluate("__hoedong.meetings()")}


def painted(dashboard: Dashboard, marks: list[dict[str, Any]], off: float = 0) -> list[Colour]:
    """The colour of each mark in its middle, or so many pixels right of it and below."""
    dashboard.page.evaluate(CANVAS)
    return list(dashboard.page.evaluate(PAINTED, [[mark["x"] + off, mark["y"] + off] for mark in marks]))


@dataclass(frozen=True)
class Crowd:
    """The timeline of the crowd as it is drawn at an address: its marks, the meetings by their ids, the colour of each mark in its middle
    and 1.9 pixels off it."""

    marks: list[dict[str, Any]]
    meetings: dict[str, dict[str, Any]]
    middles: list[Colour]
    corners: list[Colour]

    def coloured(self, fits: Callable[[dict[str, Any]], bool]) -> dict[str, list[Colour]]:
        """status → the colours of the marks of its meetings that fit."""
        seen: dict[str, list[Colour]] = {"held": [], "planned": [], "cancelled": []}
        for mark, colour in zip(self.marks, self.middles, strict=True):
            one = self.meetings[mark["id"]]
            if fits(one):
                seen[one["status"]].append(colour)
        return seen


def looked_at(watch: Watch, address: str) -> Callable[[str], Crowd]:
    """What looks at the crowd at each path once, for all tests that only look."""

    @cache
    def crowd(path: str) -> Crowd:
        with watch(address, Path()) as many:
            marks = opened(many, path)
            return Crowd(marks, meetings(many), painted(many, marks), painted(many, marks, 1.9))

    return crowd
