"""What is drawn is drawn whole: labels, words and controls are neither cut nor blurred, on a laptop's screen and on a tablet's."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from dashboard import Dashboard

LAPTOP = (1280, 720)
TABLET = (820, 1180)


def opened(dashboard: Dashboard, path: str, size: tuple[int, int] = LAPTOP) -> Dashboard:
    dashboard.page.set_viewport_size({"width": size[0], "height": size[1]})
    dashboard.open(path)
    return dashboard


def box(part: Locator) -> dict[str, float]:
    found = part.bounding_box()
    assert found
    return dict(found)


@pytest.mark.parametrize("size", [LAPTOP, TABLET])
@pytest.mark.parametrize("path", ["?lang=ko", "?lang=en", "?view=companies", "?view=meetings&lang=en"])
def test_every_label_is_whole_inside_of_the_network(dashboard: Dashboard, path: str, size: tuple[int, int]) -> None:
    opened(dashboard, path, size).drawn()
    dashboard.page.wait_for_timeout(300)
    panel = box(dashboard.network.locator("canvas"))
    labels = dashboard.page.evaluate("__hoedong.positions().labels")
    assert len(labels) > 3
    for label in labels:
        for axis, length in (("x", "width"), ("y", "height")):
            assert panel[axis] <= label["from"][axis]
            assert label["to"][axis] <= panel[axis] + panel[length]


@pytest.mark.parametrize("lanes", ["", "?lanes=person"])
def test_the_timeline_is_drawn_as_large_as_it_is_shown(dashboard: Dashboard, lanes: str) -> None:
    opened(dashboard, lanes).drawn()
    drawn, shown = dashboard.timeline.evaluate("one => [[one.width, one.height], [one.clientWidth, one.clientHeight]]")
    assert drawn == shown


def test_few_lanes_take_no_more_room_than_they_need(dashboard: Dashboard) -> None:
    opened(dashboard, "?lanes=company&lang=en").drawn()
    high = box(dashboard.timeline)["height"]
    assert high < 220
    dashboard.page.get_by_role("textbox", name="Until").fill("2024")
    dashboard.page.keyboard.press("Enter")
    dashboard.settle()
    assert box(dashboard.timeline)["height"] == high


def test_the_way_back_to_all_dates_stands_beside_the_dates_on_one_line(dashboard: Dashboard) -> None:
    opened(dashboard, "?lang=en&dates=2024-01-01~2024-12-31").drawn()
    every, last = dashboard.page.get_by_role("button", name="All dates"), dashboard.page.get_by_role("textbox", name="Until")
    assert box(every)["height"] == box(last)["height"]
    assert box(every)["y"] == box(last)["y"]
    every.click()
    expect(every).to_be_hidden()


def test_on_a_tablet_the_halves_of_a_page_stand_one_under_the_other(dashboard: Dashboard) -> None:
    opened(dashboard, "", TABLET).drawn()
    dashboard.turn_to("검토")
    form = dashboard.page.get_by_test_id("stForm")
    expect(form).to_be_visible()
    dashboard.settle()
    assert box(form)["width"] > 450
    dashboard.turn_to("기사 넣기")
    text = dashboard.page.get_by_role("textbox", name="기사 본문")
    expect(text).to_be_visible()
    dashboard.settle()
    assert box(text)["width"] > 450


@pytest.mark.parametrize("size", [LAPTOP, TABLET])
def test_the_product_is_told_beside_the_pages(dashboard: Dashboard, size: tuple[int, int]) -> None:
    for path in ("?lang=ko", "?view=meetings&lang=en"):
        opened(dashboard, path, size)
        logo = dashboard.page.locator("[data-testid=stSidebarLogo], [data-testid=stHeaderLogo]").locator("visible=true")
        expect(logo).to_have_count(1)
        # A picture that could not be fetched or read is there too, but of no size.
        assert logo.evaluate("picture => picture.complete && picture.naturalWidth > 0")
