"""What a reader moves in the picture (a drag, a wheel, a pin) stays, and is taken back step by step."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from dashboard import Dashboard


def test_what_is_dragged_stays_and_comes_back_by_undo(dashboard: Dashboard) -> None:
    dashboard.show()
    before = dashboard.drag_node("정신아", 60, 40)
    dragged = dashboard.nodes()["정신아"]
    assert dragged["x"] - before["x"] > 40
    dashboard.click_node("최태원")
    expect(dashboard.proofs.locator("h3")).to_contain_text("최태원")
    assert dashboard.nodes()["정신아"]["x"] == pytest.approx(dragged["x"], abs=1)
    # The click came last.
    dashboard.settle()
    dashboard.page.get_by_role("button", name="한 단계 되돌리기").click()
    expect(dashboard.proofs.locator("h3")).to_have_count(0)
    dashboard.settle()
    dashboard.page.get_by_role("button", name="한 단계 되돌리기").click()
    assert dashboard.nodes()["정신아"]["x"] == pytest.approx(before["x"], abs=1)


def test_undo_takes_back_what_was_done_last(dashboard: Dashboard) -> None:
    dashboard.show()
    undo = dashboard.page.get_by_role("button", name="한 단계 되돌리기")
    expect(undo).to_be_disabled()
    home = dashboard.drag_node("정신아", 60, 40)
    dragged = dashboard.places()
    dashboard.click_node("최태원")
    expect(dashboard.proofs.locator("h3")).to_contain_text("최태원")
    dashboard.settle()
    undo.click()
    expect(dashboard.proofs.locator("h3")).to_have_count(0)
    dashboard.settle()
    assert dashboard.places() == dragged, "the drag came before the click"
    undo.click()
    assert dashboard.nodes()["정신아"]["x"] == pytest.approx(home["x"], abs=1)
    expect(undo).to_be_disabled()


def test_the_turn_of_a_wheel_is_taken_back(dashboard: Dashboard) -> None:
    dashboard.show()
    before = dashboard.places()
    panel = dashboard.network.locator("canvas").bounding_box()
    assert panel
    dashboard.page.mouse.move(panel["x"] + 60, panel["y"] + panel["height"] / 2)
    for _ in range(3):
        dashboard.page.mouse.wheel(0, -200)
    dashboard.page.wait_for_timeout(300)
    assert dashboard.places() != before
    dashboard.page.get_by_role("button", name="한 단계 되돌리기").click()
    for node, place in dashboard.places().items():
        assert place == pytest.approx(before[node], abs=1)


def test_a_pinned_node_keeps_its_place_until_it_is_let_go(dashboard: Dashboard) -> None:
    dashboard.show()
    home = dashboard.drag_node("정신아", 70, 30)
    put = dashboard.nodes()["정신아"]
    pin = dashboard.page.get_by_role("button", name="제자리에 고정하거나 풀기")
    expect(pin).to_be_disabled()
    dashboard.click_node("정신아")
    expect(dashboard.proofs.locator("h3")).to_contain_text("정신아")
    expect(pin).to_have_attribute("aria-pressed", "true")
    dashboard.settle()
    # Another page, another reading, another visit: it stands where it was put.
    dashboard.turn_to("기사 목록")
    expect(dashboard.page.get_by_test_id("stDataFrame")).to_be_visible()
    dashboard.turn_to("관계망")
    dashboard.drawn()
    dashboard.read_as("회사")
    dashboard.read_as("인물")
    dashboard.page.wait_for_function("!location.search.includes('view=companies')")
    dashboard.page.reload()
    dashboard.drawn()
    dashboard.page.wait_for_function("__hoedong.positions().nodes.some((node) => node.label === '정신아')")
    others = dashboard.nodes()
    assert others["정신아"]["x"] - others["최태원"]["x"] == pytest.approx(put["x"] - dashboard.nodes()["최태원"]["x"], abs=2)
    pin.click()
    expect(pin).to_have_attribute("aria-pressed", "false")
    assert dashboard.nodes()["정신아"]["x"] == pytest.approx(home["x"], abs=2)
    # And by the keyboard.
    dashboard.network.focus()
    dashboard.page.keyboard.press("ArrowRight")
    dashboard.page.keyboard.press("p")
    expect(dashboard.network.locator("xpath=..").locator(".said")).to_contain_text("고정")


def test_fit_brings_back_the_whole_and_of_dates_what_they_leave(dashboard: Dashboard) -> None:
    dashboard.go()
    before = dashboard.still()
    box = dashboard.network.bounding_box()
    assert box
    for way in ("button", "0"):
        for _ in range(4):
            dashboard.page.get_by_role("button", name="확대", exact=True).click()
        dashboard.page.wait_for_timeout(300)
        away = dashboard.places()
        assert any(not box["x"] <= x <= box["x"] + box["width"] for x, _ in away.values()), "nearer, and some are out of sight"
        if way == "button":
            dashboard.page.get_by_role("button", name="전체 보기").click()
        else:
            dashboard.network.press(way)
        dashboard.page.wait_for_timeout(300)
        for node, place in dashboard.places().items():
            assert place == pytest.approx(before[node], abs=1)
    dashboard.go("?dates=2024-01-01~2024-12-31")
    left = dashboard.still()
    dashboard.page.get_by_role("button", name="전체 보기").click()
    dashboard.page.wait_for_timeout(300)
    fitted = dashboard.places()
    assert set(fitted) == set(left)
    assert 0 < len(left) < len(before)
    assert all(box["x"] < x < box["x"] + box["width"] and box["y"] < y < box["y"] + box["height"] for x, y in fitted.values())
    assert reach(fitted) > 1.2 * reach(left), "what is left of the picture is seen from nearer"


def reach(places: dict[str, tuple[float, float]]) -> float:
    return max(x for x, _ in places.values()) - min(x for x, _ in places.values())
