"""The reading of companies: what stands for who is chosen elsewhere, groups found by name, a legend of what there is."""

from __future__ import annotations

from dashboard import Dashboard

OWN = "__hoedong.control.own ?? []"


def test_a_chosen_persons_company_is_marked_and_whom_it_met_there(dashboard: Dashboard) -> None:
    dashboard.open()
    dashboard.drawn()
    chosen = dashboard.nodes()["정신아"]["id"]
    dashboard.open(f"?view=companies&choice=person:{chosen}")
    dashboard.drawn()
    nodes = dashboard.nodes()
    assert dashboard.page.evaluate(OWN) == [nodes["카카오"]["id"]]
    dashboard.open(f"?view=companies&folded=1&choice=organization:{nodes['SK텔레콤']['id']}")
    dashboard.drawn()
    assert dashboard.page.evaluate(OWN) == [dashboard.nodes()["SK그룹"]["id"]]
    # What is chosen and drawn stands for itself.
    dashboard.click_node("카카오")
    dashboard.settle()
    assert dashboard.page.evaluate(OWN) == []
