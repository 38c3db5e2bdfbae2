"""The timeline as it is drawn: what stands on its canvas, and in which colour."""

from __future__ import annotations

from typing import Any

from dashboard import Dashboard

# Red, green and blue in the middle of a mark, on white.
PAINTED = """([x, y]) => {
  const box = __hoedongTimeline().getBoundingClientRect();
  const [...seen] = __hoedongTimeline().getContext("2d").getImageData(x - box.left - 1, y - box.top - 1, 1, 1).data;
  return seen.slice(0, 3).map((one) => 255 + ((one - 255) * seen[3]) / 255);
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
    dashboard.open(path)
    dashboard.drawn()
    return dashboard.entries()


def meetings(dashboard: Dashboard) -> dict[str, dict[str, Any]]:
    return {one["id"]: one for one in dashboard.page.evaluate("__hoedong.meetings()")}
