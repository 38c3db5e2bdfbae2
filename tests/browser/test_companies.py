"""The reading of companies: what stands for who is chosen elsewhere, groups found by name, a legend of what there is."""

from __future__ import annotations

from playwright.sync_api import expect

from dashboard import Dashboard, query

OWN = "__hoedong.control.own ?? []"


def test_a_chosen_persons_company_is_marked_and_whom_it_met_there(dashboard: Dashboard) -> None:
    dashboard.show()
    chosen = dashboard.nodes()["정신아"]["id"]
    dashboard.show(f"?view=companies&choice=person:{chosen}")
    nodes = dashboard.nodes()
    assert dashboard.page.evaluate(OWN) == [nodes["카카오"]["id"]]
    dashboard.show(f"?view=companies&folded=1&choice=organization:{nodes['SK텔레콤']['id']}")
    assert dashboard.page.evaluate(OWN) == [dashboard.nodes()["SK그룹"]["id"]]
    # What is chosen and drawn stands for itself.
    dashboard.click_node("카카오")
    dashboard.settle()
    assert dashboard.page.evaluate(OWN) == []


def test_a_group_is_found_by_its_name(dashboard: Dashboard) -> None:
    dashboard.show()
    found = dashboard.find("SK그룹").get_by_role("option").locator("span")
    found.filter(has_text="그룹").last.click()
    dashboard.page.wait_for_function("__hoedong.positions().nodes.some((node) => node.label === 'SK그룹')")
    expect(dashboard.proofs).to_contain_text("SK텔레콤")
    dashboard.settle()
    assert (query(dashboard)["view"], query(dashboard)["folded"]) == ("companies", "1")
    assert query(dashboard)["choice"].startswith("group:")
    assert "SK텔레콤" not in dashboard.nodes()


def test_the_legend_tells_of_no_plans_where_there_are_none(dashboard: Dashboard) -> None:
    dashboard.show()
    legend = dashboard.page.locator(".legend")
    expect(legend.get_by_text("만남", exact=True)).to_be_visible()
    for absent in ("예정", "무산"):
        expect(legend.get_by_text(absent, exact=True)).to_be_hidden()


def test_a_long_name_in_the_list_ends_in_an_ellipsis_within_it(dashboard: Dashboard) -> None:
    dashboard.page.set_viewport_size({"width": 1280, "height": 720})
    dashboard.show("?lang=en")
    option = dashboard.find("손정의").get_by_role("option").first
    name = option.locator("b")
    name.evaluate("part => (part.textContent = 'Alexandros Constantinopoulos von Neumann-Grothendieck the Younger of the Two')")
    assert name.evaluate("part => part.scrollWidth > part.clientWidth && getComputedStyle(part).textOverflow === 'ellipsis'")
    box, listed = name.bounding_box(), option.bounding_box()
    assert box
    assert listed
    assert box["x"] + box["width"] <= listed["x"] + listed["width"]
