"""The lines that lead to names of a crowd: to whom, as what they are seen, and when."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from naming import SMALL, Watch

from dashboard import Dashboard

# So many around one who is chosen, in the longer language, that some are named farther from their nodes.
LED = "?view=around&around=19&steps=2&choice=person:19&lang=en"


@pytest.fixture(scope="module")
def opened(watch: Watch, thousand: str) -> Iterator[Dashboard]:
    with watch(thousand, Path()) as many:
        many.page.set_viewport_size(SMALL)
        many.go(LED)
        yield many


@pytest.fixture
def led(opened: Dashboard) -> Iterator[Dashboard]:
    """A crowd with such lines, opened once for all who look at them: none leaves it otherwise than it was."""
    opened.still()
    before = opened.labels()
    yield opened
    opened.page.wait_for_timeout(300)
    assert opened.labels() == before
    assert opened.errors == []


# The colours of the pixels around a place of the network's canvas.
COLOURS = """(canvas, [x, y, reach]) => {
  const share = canvas.width / canvas.clientWidth;
  const box = [x - reach, y - reach, 2 * reach, 2 * reach].map((length) => length * share);
  const { data } = canvas.getContext("2d").getImageData(...box);
  const each = Array.from({ length: data.length / 4 }, (_, at) => [...data.slice(4 * at, 4 * at + 3)]);
  return each.map((parts) => "#" + parts.map((part) => part.toString(16).padStart(2, "0")).join(""));
}"""


def apart(one: str, other: str) -> int:
    """How much two colours #rrggbb differ, of 765."""
    return sum(abs(int(one[at : at + 2], 16) - int(other[at : at + 2], 16)) for at in (1, 3, 5))


def test_the_way_to_a_label_is_seen_on_the_lines_it_runs_over(led: Dashboard) -> None:
    found = [label["way"] for label in led.labels() if "way" in label]
    assert 3 < len(found) <= 20
    canvas = led.network.locator("canvas")
    at = canvas.bounding_box()
    assert at
    background, text = led.page.evaluate("[__hoedong.theme.background, __hoedong.theme.text]")
    for way in found:
        place = {axis: (way["from"][axis] + way["to"][axis]) / 2 - at[axis] for axis in ("x", "y")}
        seen = canvas.evaluate(COLOURS, [place["x"], place["y"], 6])
        assert max(min(apart(colour, one) for one in seen) for colour in (background, text)) < 100, way


def test_lines_lead_to_names_once_a_brush_rests(led: Dashboard) -> None:
    assert any("way" in label for label in led.labels())
    while_brushed = led.page.evaluate("""() => new Promise((drawn) => {
        __hoedong.bus.dispatchEvent(new Event("range"));
        requestAnimationFrame(() => requestAnimationFrame(() => drawn(__hoedong.positions().labels)));
    })""")
    assert while_brushed
    assert not any("way" in label for label in while_brushed)
    led.page.wait_for_function("__hoedong.positions().labels.some((label) => label.way)")


FRAMED = """() => {
  window.framed = [];
  const round = CanvasRenderingContext2D.prototype.roundRect;
  CanvasRenderingContext2D.prototype.roundRect = function (...told) {
    window.framed.push(told.slice(0, 4));
    return round.apply(this, told);
  };
}"""


def test_a_label_to_which_a_line_leads_stands_in_a_frame_of_its_own(led: Dashboard) -> None:
    led.page.evaluate(FRAMED)
    led.page.evaluate("window.framed.length = 0, __hoedong.bus.dispatchEvent(new Event('choice'))")
    led.page.wait_for_timeout(300)
    found = [label for label in led.labels() if "way" in label]
    assert len(found) > 3
    assert len(led.page.evaluate("window.framed")) >= len(found)


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
