"""Kinds are told apart without colour: each node is drawn in the shape that the legend has for its kind."""

from __future__ import annotations

import pytest

from dashboard import Dashboard

# Of the node's colour about its middle: how much wider than high that is, how much of its box it fills; and the colour.
FILLED = """(canvas) => {
  const box = canvas.getBoundingClientRect();
  const context = canvas.getContext("2d");
  const kinds = {};
  for (const { x, y, size, label } of __hoedong.positions().nodes) {
    const reach = Math.ceil(1.5 * size);
    const { data } = context.getImageData(Math.round(x - box.left) - reach, Math.round(y - box.top) - reach, 2 * reach + 1, 2 * reach + 1);
    const middle = 4 * (reach * (2 * reach + 1) + reach);
    const own = [...data.slice(middle, middle + 3)];
    const [across, down] = [[], []];
    for (let at = 0; at < data.length; at += 4) {
      if (own.some((part, one) => Math.abs(part - data[at + one]) > 48)) continue;
      across.push((at / 4) % (2 * reach + 1));
      down.push(Math.floor(at / 4 / (2 * reach + 1)));
    }
    const [wide, high] = [across, down].map((found) => Math.max(...found) - Math.min(...found) + 1);
    kinds[label] = [wide / high, across.length / wide / high, own.join()];
  }
  return kinds;
}"""
KINDS = {"샘 올트먼": "circle", "최태원": "circle", "SK텔레콤": "square", "카카오": "square", "금융감독원": "hexagon"}


def shape(wide: float, filled: float) -> str:
    """A circle fills π/4 of its box, a hexagon three quarters of one that is wider than high, a diamond half."""
    if filled > 0.92:
        return "square"
    if filled < 0.62:
        return "diamond"
    return "hexagon" if wide > 1.07 else "circle"


@pytest.mark.parametrize("theme", ["dashboard", "dark"])
def test_each_kind_has_its_shape_and_colour_in_the_picture(request: pytest.FixtureRequest, theme: str) -> None:
    dashboard: Dashboard = request.getfixturevalue(theme)
    dashboard.go()
    dashboard.still()
    canvas = dashboard.network.locator("canvas")
    found = canvas.evaluate(FILLED)
    assert {name: shape(*found[name][:2]) for name in KINDS} == KINDS
    assert len({found[name][2] for name in KINDS}) == 3
    dashboard.read_as("회동")
    dashboard.still()
    meetings = [told for name, told in canvas.evaluate(FILLED).items() if name not in found]
    assert len(meetings) > 3, "two of the five are called alike"
    assert {shape(*told[:2]) for told in meetings} == {"diamond"}
    assert {told[2] for told in meetings}.isdisjoint(found[name][2] for name in KINDS)
