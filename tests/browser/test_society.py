"""A store of 1,000 made-up meetings: what is drawn can be read, the rest is one step away, and other windows and readers get the same."""

from __future__ import annotations

import re
from itertools import combinations
from typing import Any

import pytest
from playwright.sync_api import Browser, ViewportSize, expect

from dashboard import Dashboard, violations

BUSIEST = """
() => {
    const count = new Map();
    for (const one of __hoedong.meetings()) for (const id of one.people) count.set(id, (count.get(id) ?? 0) + 1);
    return String([...count].sort((one, other) => other[1] - one[1])[0][0]);
}
"""
# When the first sight of a crowd is taken away: how many of its points vis-network has drawn otherwise.
COMPARED = """
const remove = Element.prototype.remove;
Element.prototype.remove = function () {
    if (this.className === "glance") {
        const points = (canvas) => new Uint32Array(canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data.buffer);
        const [first, then] = [points(this), points(this.parentElement.querySelector(".canvas canvas"))];
        const count = (fits) => first.filter((point, at) => fits(point, then[at])).length;
        window.glanced = { size: first.length - then.length, drawn: count((point) => point), other: count((point, own) => point !== own) };
    }
    return remove.call(this);
};
"""


def labels(dashboard: Dashboard) -> list[dict[str, Any]]:
    return list(dashboard.page.evaluate("__hoedong.positions().labels"))


def overlap(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return all(one["from"][axis] < other["to"][axis] - 1 and other["from"][axis] < one["to"][axis] - 1 for axis in "xy")


SMALL = ViewportSize(width=1280, height=720)
LARGE = ViewportSize(width=1920, height=1080)


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
    dashboard.open(path)
    for size in sizes:
        dashboard.page.set_viewport_size(size)
        dashboard.drawn()
        dashboard.page.wait_for_timeout(300)
        found = labels(dashboard)
        assert len(found) > 3, size
        assert [(one["id"], other["id"]) for one, other in combinations(found, 2) if overlap(one, other)] == [], size


@pytest.mark.parametrize(
    ("store", "path", "who"),
    [
        ("many", "?view=around&around={}", "강태린"),
        ("many", "?choice=person:{}", "강태린"),
        ("dashboard", "?choice=person:{}&lang=ko", "최태원"),
    ],
)
def test_no_label_lies_on_a_ring(request: pytest.FixtureRequest, store: str, path: str, who: str) -> None:
    dashboard: Dashboard = request.getfixturevalue(store)
    dashboard.open()
    dashboard.drawn()
    dashboard.open(path.format(dashboard.nodes()[who]["id"]))
    dashboard.drawn()
    dashboard.page.wait_for_timeout(400)
    node = dashboard.nodes()[who]
    reach = node["size"] + 3
    ring = {"from": {axis: node[axis] - reach for axis in "xy"}, "to": {axis: node[axis] + reach for axis in "xy"}}
    assert [label["id"] for label in labels(dashboard) if overlap(ring, label)] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["", "?drawn=1000", "?view=companies&lang=en"])
def test_a_crowds_first_sight_is_what_vis_network_then_draws(many: Dashboard, path: str, scheme: Any) -> None:
    many.page.add_init_script(COMPARED)
    many.page.emulate_media(color_scheme=scheme)
    many.open(path)
    many.drawn()
    glanced = many.page.evaluate("window.glanced")
    assert glanced.pop("drawn") > 10_000
    assert glanced == {"size": 0, "other": 0}
    expect(many.page.locator(".glance")).to_have_count(0)


def test_labels_come_with_the_zoom_and_the_most_connected_have_theirs_first(many: Dashboard) -> None:
    many.open()
    many.drawn()
    many.page.wait_for_timeout(300)
    first = {one["id"] for one in labels(many)}
    sizes: dict[str, float] = {node["id"]: node["size"] for node in many.page.evaluate("__hoedong.positions().nodes")}
    assert max(sizes, key=lambda node: sizes[node]) in first
    assert len(first) < len(sizes)
    high = next(one["to"]["y"] - one["from"]["y"] for one in labels(many))
    for _ in range(5):
        many.page.get_by_role("button", name="확대", exact=True).click()
    many.page.wait_for_timeout(300)
    assert {one["id"] for one in labels(many)} > first
    assert next(one["to"]["y"] - one["from"]["y"] for one in labels(many)) > high
    many.page.get_by_role("button", name="전체 보기").click()
    many.page.wait_for_timeout(300)
    assert {one["id"] for one in labels(many)} == first


def still(dashboard: Dashboard) -> dict[str, tuple[float, float]]:
    dashboard.drawn()
    dashboard.page.wait_for_timeout(400)
    dashboard.page.locator("[data-testid=stMain]").evaluate("main => main.scrollTo(0, 0)")
    return dashboard.places()


def agree(one: dict[str, tuple[float, float]], other: dict[str, tuple[float, float]]) -> int:
    """How many stand in both, all of them at the same place."""
    both = one.keys() & other.keys()
    assert [node for node in both if one[node] != pytest.approx(other[node], abs=0.5)] == []
    return len(both)


@pytest.mark.parametrize("path", ["", "?view=companies", "?q=배터리", "?drawn=240"])
def test_the_same_address_is_the_same_picture_however_it_was_come_by(many: Dashboard, path: str) -> None:
    many.open(path)
    whole = still(many)
    many.page.get_by_test_id("stSidebar").get_by_role("button", name="만남").click()
    many.page.wait_for_function("location.search.includes('status=')")
    left = still(many)
    assert agree(whole, left) > 2
    many.page.reload()
    assert agree(left, still(many)) == len(left)
    box = many.network.locator("canvas").bounding_box()
    assert box
    for x, y in left.values():
        assert box["x"] < x < box["x"] + box["width"]
        assert box["y"] < y < box["y"] + box["height"]


def test_who_met_most_is_largest_and_named_and_names_lie_on_nobody(many: Dashboard) -> None:
    many.open()
    still(many)
    nodes: list[dict[str, Any]] = many.page.evaluate("__hoedong.positions().nodes")
    ends = [end for edge in many.edges() if str(edge["id"]).startswith("met") for end in (edge["from"], edge["to"])]
    people = sorted({str(end) for end in ends}, key=lambda one: -ends.count(one))
    sizes = {node["id"]: node["size"] for node in nodes}
    assert sum(sizes[one] for one in people[:10]) > 1.3 * sum(sizes[one] for one in people[-10:])
    found = labels(many)
    assert set(people[:8]) <= {label["id"] for label in found}
    covered = [
        label["id"]
        for label in found
        if any(node["id"] != label["id"] and all(label["from"][axis] < node[axis] < label["to"][axis] for axis in "xy") for node in nodes)
    ]
    assert len(covered) <= 3
    apart = [(a["x"] - b["x"]) ** 2 + (a["y"] - b["y"]) ** 2 >= (a["size"] + b["size"]) ** 2 for a, b in combinations(nodes, 2)]
    assert all(apart)


@pytest.mark.parametrize("path", ["?lang=en", "?lang=en&view=companies", "?lang=en&view=meetings"])
def test_nobodys_name_lies_on_their_own_node(many: Dashboard, path: str) -> None:
    many.page.set_viewport_size({"width": 1280, "height": 720})
    many.open(path)
    still(many)
    nodes = {node["id"]: node for node in many.page.evaluate("__hoedong.positions().nodes")}
    found = labels(many)
    assert len(found) > 20
    on = [label["id"] for label in found if all(label["from"][axis] < nodes[label["id"]][axis] < label["to"][axis] for axis in "xy")]
    assert on == []


def test_whom_somebody_met_is_named_and_meetings_are_stronger_than_posts(many: Dashboard) -> None:
    many.open()
    still(many)
    faint = {kind: [edge["opacity"] for edge in many.edges() if str(edge["id"]).startswith(kind)] for kind in ("met", "post")}
    assert min(faint["met"]) > 1.4 * max(faint["post"])
    assert min(faint["met"]) > 0.3
    met = [edge for edge in many.edges() if str(edge["id"]).startswith("met")]
    ends = [end for edge in met for end in (edge["from"], edge["to"])]
    whom = sorted(set(ends), key=ends.count)[len(set(ends)) // 2]
    node = next(one for one in many.nodes().values() if one["id"] == whom)
    many.page.mouse.click(node["x"], node["y"])
    expect(many.proofs.locator("h3")).to_be_visible()
    many.settle()
    around = {end for edge in met if whom in (edge["from"], edge["to"]) for end in (edge["from"], edge["to"])}
    named = {label["id"] for label in labels(many)}
    assert len(around & named) >= 0.9 * len(around)


def opacities(dashboard: Dashboard) -> dict[str, float]:
    """How opaque each line of meetings is."""
    return {str(edge["id"]): edge["opacity"] for edge in dashboard.edges() if str(edge["id"]).startswith("met")}


@pytest.mark.parametrize(("store", "outlet"), [("many", "가상일보"), ("dashboard", "metroseoul")])
def test_what_a_left_out_outlet_tells_alone_is_paler_than_what_remains(request: pytest.FixtureRequest, store: str, outlet: str) -> None:
    dashboard: Dashboard = request.getfixturevalue(store)
    dashboard.open()
    dashboard.drawn()
    before = opacities(dashboard)
    dashboard.open(f"?without={outlet}")
    dashboard.drawn()
    after = opacities(dashboard)
    colour = dashboard.page.evaluate("__hoedong.theme.alone")
    alone = {str(edge["id"]) for edge in dashboard.edges() if edge["colour"] == colour} & after.keys()
    assert alone
    assert after.keys() == before.keys()
    assert all(after[edge] < 0.8 * before[edge] for edge in alone)
    remain = after.keys() - alone
    assert {edge: after[edge] for edge in remain} == {edge: before[edge] for edge in remain}
    assert max(after[edge] for edge in alone) < min((after[edge] for edge in remain), default=1)


def test_a_line_that_was_only_called_off_is_crossed_out(many: Dashboard) -> None:
    many.open()
    many.drawn()
    off = many.page.evaluate("__hoedong.positions().edges.filter((edge) => edge.colour === __hoedong.theme.cancelled)")
    assert off
    assert all(edge["dashes"] == [2, 5] for edge in off)
    many.page.get_by_test_id("stSidebar").get_by_role("button", name="무산").click()
    many.page.wait_for_function("!__hoedong.positions().edges.some((edge) => edge.colour === __hoedong.theme.cancelled)")
    many.drawn()


# How many points of the network's canvas are not background, when it is first drawn and once vis-network has been told of the lines.
INK = """
() => {
  const within = (root) => [...root.querySelectorAll("*")].flatMap((part) => [part, ...(part.shadowRoot ? within(part.shadowRoot) : [])]);
  const canvas = within(document).find((part) => part.matches?.("[data-testid=network] canvas, .canvas canvas"));
  if (!canvas) return 0;
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  let count = 0;
  for (let at = 0; at < data.length; at += 4) count += data[at + 3] > 0 && (data[at] + data[at + 1] + data[at + 2] < 740);
  return count;
}
"""
FIRST = f"""
globalThis.__hoedong = {{ bus: new EventTarget(), control: {{}} }};
globalThis.__hoedong.bus.addEventListener("drawn", () => (globalThis.firstInk = ({INK})()), {{ once: true }});
"""


def test_the_lines_of_a_crowd_are_there_with_the_first_picture_and_can_be_clicked(many: Dashboard) -> None:
    many.page.add_init_script(FIRST)
    many.open("?drawn=200")
    many.drawn()
    assert len(many.edges()) >= 400
    many.page.wait_for_timeout(600)
    first, rested = many.page.evaluate("firstInk"), many.page.evaluate(INK)
    assert rested > 20_000
    assert 0.8 * rested < first < 1.25 * rested
    nodes = list(many.nodes().values())
    free = [edge for edge in many.edges() if all(abs(edge["x"] - node["x"]) + abs(edge["y"] - node["y"]) > 24 for node in nodes)]
    many.page.mouse.click(free[0]["x"], free[0]["y"])
    many.page.wait_for_function("__hoedong.control.choice?.kind === 'edge'")
    expect(many.proofs).to_be_visible()


def test_whoever_is_chosen_anywhere_comes_into_the_network_and_nobody_moves(many: Dashboard) -> None:
    many.open()
    before = still(many)
    known = many.page.evaluate("__hoedong.meetings()")
    absent = next(one for one in known if not {str(who) for who in one["people"]} & before.keys())
    many.open(f"?choice=meeting:{absent['id']}")
    there = still(many)
    assert set(map(str, absent["people"])) <= there.keys()
    assert agree(before, there) == len(before)
    name = many.proofs.locator("article p button[value^=p]").first
    whom = str(name.get_attribute("value"))[1:]
    assert whom not in before
    name.click()
    many.page.wait_for_function("(id) => __hoedong.control.choice?.id === id", arg=whom)
    after = still(many)
    assert whom in after
    assert whom in {label["id"] for label in labels(many)}
    assert agree(before, after) == len(before)
    many.page.get_by_role("button", name="회동 목록으로").click()
    many.page.wait_for_function("(count) => __hoedong.positions().nodes.length === count", arg=len(before))


def test_more_of_a_crowd_opens_in_place(many: Dashboard) -> None:
    many.open()
    many.drawn()
    before = still(many)
    many.page.get_by_role("button", name="개 더 보기").click()
    many.page.wait_for_function("count => __hoedong.positions().nodes.length > count", arg=len(before))
    many.settle()
    assert agree(before, still(many)) == len(before)


def test_thousands_are_written_alike_with_and_without_filters(many: Dashboard) -> None:
    many.open()
    many.drawn()
    expect(many.page.locator(".counts")).to_contain_text("회동 1,000")
    many.open("?status=cancelled")
    many.drawn()
    expect(many.page.locator(".counts")).to_contain_text("회동 1,000 중")
    expect(many.page.get_by_test_id("stSidebar")).to_contain_text("회동 1,000건 가운데")


def test_where_nothing_fits_the_filters_are_cleared_with_one_click(many: Dashboard) -> None:
    many.open("?q=없는말")
    many.page.get_by_test_id("stMain").get_by_role("button", name="필터 초기화").first.click()
    many.drawn()
    assert "q=" not in many.page.url


def test_a_tablet_has_everything(browser: Browser, thousand: str) -> None:
    page = browser.new_page(viewport={"width": 820, "height": 1180}, locale="ko-KR", has_touch=True)
    dashboard = Dashboard(page, thousand)
    dashboard.open()
    dashboard.drawn()
    node = max(page.evaluate("__hoedong.positions().nodes"), key=lambda one: one["size"])
    page.touchscreen.tap(node["x"], node["y"])
    # Above the finger, and not for ever.
    tip = page.locator(".frame > .tip")
    expect(tip).to_contain_text(node["label"])
    box = tip.bounding_box()
    assert box
    assert box["y"] + box["height"] < node["y"]
    expect(tip).to_be_hidden(timeout=5000)
    expect(dashboard.proofs.locator("h3")).to_contain_text(node["label"])
    page.get_by_role("button", name="근거 보기").tap()
    expect(dashboard.proofs.locator("h3")).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth <= innerWidth")
    page.close()


@pytest.mark.parametrize("theme", ["dashboard", "dark"])
def test_axe_finds_no_serious_violation_on_any_page(request: pytest.FixtureRequest, theme: str) -> None:
    dashboard: Dashboard = request.getfixturevalue(theme)
    dashboard.open()
    for title in ("기사 넣기", "기사 목록", "검토", "정확도"):
        dashboard.turn_to(title)
        expect(dashboard.page.get_by_role("heading", level=1)).to_contain_text(title)
        dashboard.settle()
        dashboard.page.wait_for_timeout(500)
        assert violations(dashboard.page) == [], title


def test_nothing_of_streamlits_furniture_shows(dashboard: Dashboard) -> None:
    dashboard.open()
    dashboard.drawn()
    for part in ("stAppDeployButton", "stMainMenu", "stToolbarActions", "stDecoration"):
        expect(dashboard.page.get_by_test_id(part)).to_have_count(0)
    expect(dashboard.page.get_by_text("Deploy", exact=True)).to_have_count(0)


def test_a_luncheon_is_in_the_first_picture_and_a_click_brings_a_small_meeting_with_its_guests(many: Dashboard) -> None:
    many.open("?view=meetings")
    many.drawn()
    before = {str(edge["to"]) for edge in many.edges() if str(edge["id"]).startswith("spoke")}
    guests = [sum(edge["to"] == meeting for edge in many.edges()) for meeting in before]
    assert sorted(guests)[-3] >= 20
    many.page.get_by_test_id("meetings").locator("button").first.click()
    many.page.wait_for_function("count => __hoedong.positions().nodes.filter(({ id }) => id < 0).length > count", arg=len(before))
    many.settle()
    meeting = "-" + many.page.url.rpartition("%3A")[2]
    assert meeting not in before
    assert {edge["to"] for edge in many.edges() if str(edge["id"]).startswith("spoke")} == {*before, meeting}


def test_a_click_on_who_met_most_sends_less_than_20_kb(many: Dashboard) -> None:
    received: list[int] = []
    many.page.on("websocket", lambda socket: socket.on("framereceived", lambda frame: received.append(len(frame))))
    many.open()
    many.drawn()
    many.page.wait_for_timeout(500)
    most = many.page.evaluate(BUSIEST)
    received.clear()
    many.click_node(next(label for label, node in many.nodes().items() if str(node["id"]) == most))
    expect(many.proofs.locator("article p button[value]").first).to_be_visible()
    many.settle()
    assert 0 < sum(received) < 20_000
    many.proofs.locator("article p button[value^=c]").first.click()
    expect(many.page).to_have_url(re.compile("organization"))
