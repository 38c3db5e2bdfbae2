"""The rings of chosen marks on the timeline do not cross each other."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from dashboard import Dashboard

# How much of a place of the timeline's canvas has a colour #rrggbb, or nearly.
SHARE = """(canvas, [x, y, wide, high, colour]) => {
  const share = canvas.width / canvas.clientWidth;
  const box = [x - wide / 2, y - high / 2, wide, high].map((length) => Math.round(length * share));
  const { data } = canvas.getContext("2d").getImageData(...box);
  const parts = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
  let count = 0;
  for (let at = 0; at < data.length; at += 4) count += parts.every((part, one) => Math.abs(part - data[at + one]) < 60);
  return count / (data.length / 4);
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_between_chosen_marks_that_stand_close_no_ring_is_drawn(dashboard: Dashboard, scheme: Any) -> None:
    dashboard.page.emulate_media(color_scheme=scheme)
    dashboard.page.set_viewport_size({"width": 1280, "height": 720})
    dashboard.open("?person=샘 올트먼&lang=en")
    dashboard.still()
    lit = dashboard.lit()
    marks = [one for one in dashboard.entries() if str(one["id"]) in lit]
    columns: dict[int, list[float]] = {}
    for one in marks:
        columns.setdefault(round(float(str(one["x"]))), []).append(float(str(one["y"])))
    x, heights = max(columns.items(), key=lambda column: len(column[1]))
    close = [(high, low) for high, low in pairwise(sorted(heights)) if low - high < 18]
    assert close
    canvas = dashboard.timeline
    at = canvas.bounding_box()
    assert at
    ring = dashboard.page.evaluate("__hoedong.theme.ring")
    # Where the corner of each ring would lie, within that of the other.
    corners = [corner for high, low in close for corner in (high + 9.5, low - 9.5)]
    assert [canvas.evaluate(SHARE, [x - at["x"], corner - at["y"], 2, 3, ring]) for corner in corners] == [0] * len(corners)
    top = min(heights)
    assert canvas.evaluate(SHARE, [x - at["x"], top - at["y"] - 9, 8, 10, ring]) > 0.1, "all of them have one"
