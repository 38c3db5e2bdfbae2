"""How a crowd's lines look: each kind is seen, told from the others, and as the legend shows it."""

from __future__ import annotations

import math
from typing import Any

import pytest
from playwright.sync_api import expect

from dashboard import Dashboard

SHARES = (0.2126, 0.7152, 0.0722)  # of red, green and blue in what is seen as light


def light(colour: str) -> float:
    """The relative luminance of #rrggbb (WCAG 2.2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(share * part for share, part in zip(SHARES, linear, strict=True))


def seen(edge: dict[str, Any], ground: str) -> str:
    """The colour of a line on its ground, as #rrggbb."""
    share = float(edge["opacity"])
    mixed = [share * int(edge["colour"][at : at + 2], 16) + (1 - share) * int(ground[at : at + 2], 16) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(part):02x}" for part in mixed)


def contrast(edge: dict[str, Any], ground: str) -> float:
    low, high = sorted(light(colour) + 0.05 for colour in (seen(edge, ground), ground))
    return high / low


def ink(edge: dict[str, Any], ground: str) -> float:
    """How much darker than its ground a line makes what it runs through."""
    return abs(light(seen(edge, ground)) - light(ground)) * float(edge["width"])


def opacities(dashboard: Dashboard) -> dict[str, float]:
    """How opaque each line of meetings is."""
    return {str(edge["id"]): edge["opacity"] for edge in dashboard.edges() if str(edge["id"]).startswith("met")}


def test_whom_somebody_met_is_named_and_meetings_are_stronger_than_posts(many: Dashboard) -> None:
    many.go()
    many.still()
    ground = many.page.evaluate("__hoedong.theme.background")
    inks = {kind: [ink(edge, ground) for edge in many.edges() if str(edge["id"]).startswith(kind)] for kind in ("met", "post")}
    assert min(inks["met"]) > 1.15 * max(inks["post"])
    assert min(opacities(many).values()) > 0.3
    met = [edge for edge in many.edges() if str(edge["id"]).startswith("met")]
    ends = [end for edge in met for end in (edge["from"], edge["to"])]
    whom = sorted(set(ends), key=ends.count)[len(set(ends)) // 2]
    node = next(one for one in many.nodes().values() if one["id"] == whom)
    many.page.mouse.click(node["x"], node["y"])
    expect(many.proofs.locator("h3")).to_be_visible()
    many.settle()
    around = {end for edge in met if whom in (edge["from"], edge["to"]) for end in (edge["from"], edge["to"])}
    named = {label["id"] for label in many.labels()}
    assert len(around & named) >= 0.9 * len(around)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pairs_that_met_often_stand_out_of_those_that_met_once_which_are_seen(many: Dashboard, scheme: Any) -> None:
    many.page.emulate_media(color_scheme=scheme)
    many.page.set_viewport_size({"width": 1280, "height": 720})
    many.go()
    many.still()
    ground = many.page.evaluate("__hoedong.theme.background")
    met = [edge for edge in many.edges() if str(edge["id"]).startswith("met")]
    often = [edge for edge in met if edge["meetings"] >= 5]
    once = [edge for edge in met if edge["meetings"] == 1]
    assert len(once) > len(met) / 2
    assert len(often) > 10
    assert min(ink(edge, ground) for edge in often) > 2.4 * max(ink(edge, ground) for edge in once)
    assert min(contrast(edge, ground) for edge in once) > 1.4
    # Over all that met less often.
    assert [edge["meetings"] for edge in met] == sorted(edge["meetings"] for edge in met)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("store", "outlet"), [("many", "가상일보"), ("dashboard", "metroseoul")])
def test_what_a_left_out_outlet_tells_alone_lies_over_what_remains_and_stands_out(
    request: pytest.FixtureRequest, store: str, outlet: str, scheme: Any
) -> None:
    dashboard: Dashboard = request.getfixturevalue(store)
    dashboard.page.emulate_media(color_scheme=scheme)
    dashboard.show()
    before = opacities(dashboard)
    dashboard.show(f"?without={outlet}")
    after = opacities(dashboard)
    theme = dashboard.page.evaluate("__hoedong.theme")
    order = [edge for edge in dashboard.edges() if str(edge["id"]).startswith(("met", "side"))]
    alone = [edge for edge in order if edge["colour"] == theme["alone"]]
    assert alone
    assert order[-len(alone) :] == alone
    assert min(contrast(edge, theme["background"]) for edge in alone) >= 3
    assert after.keys() == before.keys()
    remain = after.keys() - {str(edge["id"]) for edge in alone}
    assert {edge: after[edge] for edge in remain} == {edge: before[edge] for edge in remain}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["", "?drawn=240"])
def test_posts_are_seen_however_many_lines_there_are_as_the_legend_shows_them(many: Dashboard, path: str, scheme: Any) -> None:
    many.page.emulate_media(color_scheme=scheme)
    many.go(path)
    many.still()
    theme = many.page.evaluate("__hoedong.theme")
    lines = {kind: [edge for edge in many.edges() if str(edge["id"]).startswith(kind)] for kind in ("met", "post")}
    assert min(contrast(edge, theme["background"]) for edge in lines["post"]) >= 2
    sample = many.page.locator(".legend .post").first
    assert sample.evaluate("(path) => getComputedStyle(path).stroke") == "rgb({}, {}, {})".format(*bytes.fromhex(theme["post"][1:]))
    assert float(sample.evaluate("(path) => parseFloat(getComputedStyle(path).strokeWidth)")) < 1.5
    # Thin: every meeting is wider.
    assert max(float(edge["width"]) for edge in lines["post"]) < min(float(edge["width"]) for edge in lines["met"])


def test_a_line_that_was_only_called_off_is_crossed_out(many: Dashboard) -> None:
    many.show()
    off = many.page.evaluate("__hoedong.positions().edges.filter((edge) => edge.colour === __hoedong.theme.cancelled)")
    assert off
    assert all(edge["dashes"] == [2, 5] for edge in off)
    many.page.get_by_test_id("stSidebar").get_by_role("button", name="무산").click()
    many.page.wait_for_function("!__hoedong.positions().edges.some((edge) => edge.colour === __hoedong.theme.cancelled)")
    many.drawn()


@pytest.mark.parametrize("view", ["people", "companies", "around"])
def test_the_cross_of_a_cancelled_meeting_lies_on_nobodys_node(many: Dashboard, view: str) -> None:
    many.page.set_viewport_size({"width": 1280, "height": 720})
    many.go(f"?view={view}")
    many.still()
    nodes = many.page.evaluate("__hoedong.positions().nodes")
    crosses = many.page.evaluate("__hoedong.positions().crosses")
    assert len(crosses) > 5
    covered = [one for one in crosses for node in nodes if math.dist((one["x"], one["y"]), (node["x"], node["y"])) < node["size"] + 2]
    assert len(covered) <= len(crosses) // 50, "some lines are so short, or so crowded, that there is no free place"
