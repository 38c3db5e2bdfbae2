"""What moves under the mouse: the network follows a brushed span, and goes with its background, at few meetings and at a thousand."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from playwright.sync_api import expect

from dashboard import Dashboard, query

EPOCH = date(1970, 1, 1)
# The network's own canvas, and how many of its points look like lines of meetings: green on white, however pale.
CANVAS = """() => {
  const find = (root) => {
    const found = root.querySelector("[data-testid=network] canvas");
    if (found) return found;
    for (const one of root.querySelectorAll("*")) if (one.shadowRoot && find(one.shadowRoot)) return find(one.shadowRoot);
  };
  const canvas = find(document);
  globalThis.__hoedongLines = () => {
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    let count = 0;
    for (let at = 0; at < data.length; at += 4) {
      const [red, green, blue, seen] = data.slice(at, at + 4);
      count += seen > 40 && green > red + 40 && green > blue + 10;
    }
    return count;
  };
  // Whether a point of the window has the colour of people.
  globalThis.__hoedongBlue = ({ x, y }) => {
    const box = canvas.getBoundingClientRect();
    const [red, , blue] = canvas.getContext("2d").getImageData(x - box.left, y - box.top, 1, 1).data;
    return blue > red + 60;
  };
  globalThis.__hoedongArcs = 0;
  const { arc } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.arc = function (...told) {
    globalThis.__hoedongArcs += this.canvas === canvas;
    return arc.apply(this, told);
  };
}"""
FRAMES = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


def there(meetings: list[dict[str, Any]], span: list[int]) -> set[str]:
    """The ids of who took part in a meeting of these days."""
    fit = (one for one in meetings if one["first"] is not None and one["last"] >= span[0] and one["first"] <= span[1])
    return {str(person) for one in fit for person in one["people"]}


@pytest.mark.parametrize("which", ["dashboard", "many"])
def test_the_network_follows_a_brushed_span_and_the_address_holds_it(which: str, request: pytest.FixtureRequest) -> None:
    dashboard: Dashboard = request.getfixturevalue(which)
    page = dashboard.page
    dashboard.show()
    page.evaluate(CANVAS)
    whole = set(dashboard.places())
    meetings = page.evaluate("__hoedong.meetings()")
    people = {str(person) for one in meetings for person in one["people"]}
    box = dashboard.timeline.bounding_box()
    assert box
    dated = {one["id"] for one in meetings if one["first"] is not None}
    marks = sorted(float(str(mark["x"])) for mark in dashboard.entries() if mark["id"] in dated)
    down = box["y"] + box["height"] * 0.4
    page.mouse.move(marks[0] - 6, down)
    page.mouse.down()
    seen = []
    for across in (marks[0] + 8, marks[-1] + 4):
        page.mouse.move(across, down, steps=8)
        page.evaluate(FRAMES)
        span = page.evaluate("__hoedong.control.range")
        shown = set(dashboard.places())
        assert shown & people == there(meetings, span) & whole, "while the mouse is down"
        drawn = [page.evaluate("__hoedongBlue", node) for node in dashboard.nodes().values() if str(node["id"]) in people]
        assert sum(drawn) >= 0.7 * len(drawn), "and drawn, but where a label or a cross lies"
        seen.append((span, shown, page.evaluate("__hoedongLines()")))
    (short, few, pale), (long, more, full) = seen
    assert short[0] == long[0]
    assert short[1] < long[1]
    assert few < more <= whole
    assert pale < full
    assert "dates" not in query(dashboard)
    page.mouse.up()
    page.wait_for_function("new URLSearchParams(location.search).has('dates')")
    dashboard.settle()
    first, last = (EPOCH + timedelta(days=day) for day in long)
    assert query(dashboard)["dates"] == f"{first}~{last}"
    # Of a crowd, the busiest of that time.
    stayed = set(dashboard.places())
    assert stayed == more if which == "dashboard" else stayed & people <= there(meetings, long)
    page.reload()
    dashboard.drawn()
    assert page.evaluate("__hoedong.control.range") == long
    assert set(dashboard.places()) == stayed


def test_a_crowd_goes_with_its_background_as_it_is(many: Dashboard) -> None:
    page = many.page
    many.show("?drawn=400")
    page.wait_for_timeout(1000)
    page.evaluate(CANVAS)
    before, lines = many.places(), page.evaluate("__hoedongLines()")
    box = many.network.locator("canvas").bounding_box()
    assert box
    assert len(before) > 300
    page.mouse.move(box["x"] + 6, box["y"] + 6)  # a corner, where nobody stands
    page.mouse.down()
    arcs = []
    for step in range(1, 11):
        page.evaluate("__hoedongArcs = 0")
        page.mouse.move(box["x"] + 6 + 4 * step, box["y"] + 6 + 3 * step)
        page.evaluate(FRAMES)
        arcs.append(page.evaluate("__hoedongArcs"))
    held = page.evaluate("__hoedongLines()")
    # Once: a slow machine may take a step for a rest, after which all is drawn.
    assert min(arcs) < len(before) / 10, "nobody is drawn anew who is there"
    assert held > 0.8 * lines, "the lines stay"
    page.mouse.up()
    many.settle()
    moved = many.places()
    assert all(abs(moved[node][0] - x - 40) < 12 and abs(moved[node][1] - y - 30) < 12 for node, (x, y) in before.items())
    assert page.evaluate("__hoedongLines()") > 0.8 * lines


def test_who_comes_in_at_the_rim_is_drawn_while_the_background_goes(many: Dashboard) -> None:
    page = many.page
    many.show("?drawn=400")
    page.wait_for_timeout(1000)
    page.evaluate(CANVAS)
    box = many.network.locator("canvas").bounding_box()
    assert box
    start = (box["x"] + box["width"] - 6, box["y"] + 6)
    many.drag(start, (start[0] - box["width"] * 0.6, start[1]))
    many.settle()
    # Half of them are out of sight; now they come back in.
    page.mouse.move(start[0] - box["width"] * 0.9, start[1])
    page.mouse.down()
    page.mouse.move(start[0] - box["width"] * 0.3, start[1], steps=6)
    page.evaluate(FRAMES)
    inside = [
        node
        for node in many.nodes().values()
        if box["x"] + 20 < node["x"] < box["x"] + box["width"] - 20 and box["y"] + 20 < node["y"] < box["y"] + box["height"] - 20
    ]
    drawn = [page.evaluate("__hoedongBlue", node) for node in inside]
    page.mouse.up()
    page.evaluate(FRAMES)
    settled = [page.evaluate("__hoedongBlue", node) for node in inside]
    assert sum(settled) > 100
    assert sum(drawn) >= 0.9 * sum(settled)


def test_who_is_clicked_while_a_span_grows_is_chosen(many: Dashboard) -> None:
    page = many.page
    many.show("?drawn=400")
    page.wait_for_timeout(1000)
    node = max(many.nodes().values(), key=lambda one: one["size"])
    # As the player does, without end.
    page.evaluate(
        """() => {
          const [first] = __hoedong.meetings().map(({ first }) => first).filter((day) => day !== null).sort((one, other) => one - other);
          let last = first + 5000;
          setInterval(() => {
            __hoedong.control = { ...__hoedong.control, range: [first, (last += 1)] };
            __hoedong.bus.dispatchEvent(new Event("range"));
          }, 60);
        }"""
    )
    page.wait_for_timeout(500)
    page.mouse.click(node["x"], node["y"])
    page.wait_for_function("id => __hoedong.control.choice?.id === id", arg=str(node["id"]), timeout=5000)


def test_what_the_mouse_brings_up_goes_with_it_however_it_leaves(dashboard: Dashboard) -> None:
    page = dashboard.page
    dashboard.go("?lang=ko")
    dashboard.still()
    tip = page.locator(".frame > .tip")
    readings = page.get_by_test_id("stMain").get_by_role("radiogroup").first

    def hover(place: dict[str, Any]) -> None:
        page.mouse.move(place["x"] - 3, place["y"])
        page.mouse.move(place["x"], place["y"])
        expect(tip).to_be_visible()
        assert page.evaluate("__hoedong.positions().hovered")

    def gone() -> None:
        expect(tip).to_be_hidden()
        page.wait_for_function("!__hoedong.positions().hovered.length")

    # In one jump, off a node and off a line.
    for place in (next(iter(dashboard.nodes().values())), next(edge for edge in dashboard.edges() if str(edge["id"]).startswith("met"))):
        hover(place)
        page.mouse.move(1, 1)
        gone()
    # It stays, and another is chosen by the keyboard; or the picture becomes another.
    hover(next(iter(dashboard.nodes().values())))
    dashboard.network.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    gone()
    page.keyboard.press("Escape")
    dashboard.settle()
    page.mouse.move(1, 1)
    hover(next(iter(dashboard.nodes().values())))
    readings.get_by_role("radio", name="회동", exact=True).dispatch_event("click")
    dashboard.settle()
    gone()


def within(dashboard: Dashboard) -> set[str]:
    """Who stands in sight, by id."""
    panel = dashboard.network.locator("canvas").bounding_box()
    assert panel
    right, low = panel["x"] + panel["width"], panel["y"] + panel["height"]
    return {node for node, (x, y) in dashboard.places().items() if panel["x"] <= x <= right and panel["y"] <= y <= low}


def fill(dashboard: Dashboard, whole: bool) -> None:
    dashboard.page.get_by_role("button", name="전체 화면").click()
    dashboard.page.wait_for_function(f"(document.fullscreenElement !== null) === {str(whole).lower()}")
    dashboard.page.wait_for_timeout(500)


@pytest.mark.parametrize("moved", ["a node", "nearer", "nothing"])
def test_all_that_is_in_sight_stays_there_on_a_full_screen_and_after_it(dashboard: Dashboard, moved: str) -> None:
    dashboard.go()
    dashboard.still()
    if moved == "a node":
        dashboard.drag_node("샘 올트먼", 20, 10)
    elif moved == "nearer":
        for _ in range(2):
            dashboard.page.get_by_role("button", name="확대", exact=True).click()
    dashboard.page.wait_for_timeout(300)
    before, seen = dashboard.places(), within(dashboard)
    fill(dashboard, True)
    assert seen <= within(dashboard)
    fill(dashboard, False)
    for node, place in dashboard.places().items():
        assert place == pytest.approx(before[node], abs=3), "as it was"
    # And who has moved something there only.
    fill(dashboard, True)
    dashboard.drag_node("샘 올트먼", 30, 10)
    seen = within(dashboard)
    fill(dashboard, False)
    assert seen <= within(dashboard)
