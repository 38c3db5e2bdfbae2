"""What is pointed at in the network is what is seen there."""

from __future__ import annotations

import math

from playwright.sync_api import expect

from dashboard import Dashboard


def test_the_middle_of_a_thick_line_chooses_it_whatever_crosses_it_there(many: Dashboard) -> None:
    many.open()
    many.still()
    nodes = list(many.nodes().values())
    met = [edge for edge in many.edges() if str(edge["id"]).startswith("met")]
    free = [one for one in met if all(math.dist((one["x"], one["y"]), (node["x"], node["y"])) > node["size"] + 6 for node in nodes)]
    thickest = sorted(free, key=lambda edge: -edge["width"])[:6]
    for edge in thickest:
        many.page.mouse.click(round(edge["x"]), round(edge["y"]))
        many.page.wait_for_function("__hoedong.control.choice?.kind === 'edge'")
        assert many.page.evaluate("__hoedong.control.choice.id") == edge["id"]
        many.settle()
        many.page.keyboard.press("Escape")
        many.page.wait_for_function("!__hoedong.control.choice")
        many.settle()


def test_a_fine_line_is_chosen_where_it_is_seen(dashboard: Dashboard) -> None:
    dashboard.open()
    dashboard.still()
    edge = next(edge for edge in dashboard.edges() if str(edge["id"]).startswith("post"))
    dashboard.page.mouse.click(edge["x"], edge["y"] + 3)
    expect(dashboard.proofs).to_be_visible()
    assert dashboard.page.evaluate("__hoedong.control.choice.id") == edge["id"]
