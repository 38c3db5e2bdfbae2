"""Kinds of nodes that are ticked off take no place in the picture: what is drawn, how much more there is, the fit and the legend tell of
what is shown."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import ViewportSize, expect

from dashboard import Dashboard

SMALL = ViewportSize(width=1280, height=720)
PEOPLE = 323  # of the made-up society
KINDS = "Object.fromEntries(__hoedong.meetings().flatMap(({ people }) => people).map((id) => [id, 1]))"


def drawn(dashboard: Dashboard) -> list[dict[str, Any]]:
    return list(dashboard.page.evaluate("__hoedong.positions().nodes"))


def span(nodes: list[dict[str, Any]], axis: str) -> float:
    return float(max(node[axis] for node in nodes) - min(node[axis] for node in nodes))


def numbers(text: str) -> list[int]:
    return [int(number.replace(",", "")) for number in re.findall(r"[\d,]+", text)]


def legend(dashboard: Dashboard) -> set[str]:
    return set(dashboard.page.locator("[data-of]:not([hidden])").evaluate_all("(parts) => parts.map((part) => part.dataset.of)"))


def test_of_a_crowd_as_many_people_are_drawn_as_there_would_be_nodes_and_as_many_more_announced_as_come(many: Dashboard) -> None:
    many.page.set_viewport_size(SMALL)
    many.go()
    many.still()
    whole = drawn(many)
    many.go("?kind=person")
    many.still()
    people = set(many.page.evaluate(KINDS))
    nodes = drawn(many)
    assert len(nodes) == 120
    assert {node["id"] for node in nodes} <= people
    panel = many.network.locator("canvas").bounding_box()
    assert panel
    assert span(nodes, "y") > 0.8 * panel["height"]
    assert legend(many) == {"person", "held", "planned", "cancelled"}
    more = many.page.get_by_test_id("stMain").locator(".st-key-more_drawn button")
    left, coming = numbers(more.inner_text())
    assert (left, coming) == (PEOPLE - 120, 120)
    assert many.page.get_by_test_id("seen").inner_text().startswith(f"인물 {PEOPLE} 중 120 · 회동")
    # Who stays stands where he stood but for the zoom: as far from each other, times what that is.
    both = sorted({node["id"] for node in whole} & {node["id"] for node in nodes})
    assert len(both) > 40
    for axis in ("x", "y"):
        before, after = ({node["id"]: node[axis] for node in of} for of in (whole, nodes))
        zooms = [(after[one] - after[both[0]]) / (before[one] - before[both[0]]) for one in both if abs(before[one] - before[both[0]]) > 60]
        assert max(zooms) - min(zooms) < 0.08
    more.click()
    many.page.wait_for_function("__hoedong.positions().nodes.length === 240")
    many.settle()
    assert numbers(more.inner_text()) == [PEOPLE - 240]


def test_companies_alone_are_those_whose_people_met_in_a_range_of_dates(many: Dashboard) -> None:
    many.show("?kind=company")
    whole = {node["id"] for node in drawn(many)}
    assert len(whole) > 100
    assert legend(many) == {"company"}
    many.show("?kind=company&dates=2024-01-01~2024-01-31")
    some = {node["id"] for node in drawn(many)}
    assert some
    assert len(some) < len(whole) / 2
    assert numbers(many.page.get_by_test_id("seen").inner_text())[1] == len(some)


def test_meetings_stand_with_those_of_their_guests_who_are_asked_for(many: Dashboard) -> None:
    many.show("?view=meetings&kind=person")
    ids = [int(node["id"]) for node in drawn(many)]
    assert len([one for one in ids if one < 0]) > 20
    assert len([one for one in ids if one > 0]) > 20
    assert legend(many) >= {"person", "meeting"}
    assert not legend(many) & {"company", "agency", "post"}


@pytest.mark.parametrize(("lang", "off"), [("ko", ("회사", "기관")), ("en", ("Company", "Agency"))])
def test_the_legend_explains_what_is_ticked_and_no_more(dashboard: Dashboard, lang: str, off: tuple[str, str]) -> None:
    dashboard.show(f"?lang={lang}")
    assert {"person", "company", "agency", "post"} <= legend(dashboard)
    for kind in off:
        dashboard.page.get_by_test_id("stSidebar").get_by_role("button", name=kind, exact=True).click()
        dashboard.settle()
    expect(dashboard.page.locator("[data-of=company]")).to_be_hidden()
    assert legend(dashboard) == {"person", "held"} | (legend(dashboard) & {"planned", "cancelled"})
    people = {node["id"] for node in drawn(dashboard)}
    assert len(people) == 12
    for kind in off:
        dashboard.page.get_by_test_id("stSidebar").get_by_role("button", name=kind, exact=True).click()
        dashboard.settle()
    expect(dashboard.page.get_by_test_id("seen")).to_contain_text("12")
    assert {"person", "company", "agency", "post"} <= legend(dashboard)
