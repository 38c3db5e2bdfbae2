"""On a tablet, where the panels stand one under the other."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from dashboard import Dashboard


def box(part: Locator) -> dict[str, float]:
    found = part.bounding_box()
    assert found
    return dict(found)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_on_a_tablet_the_way_to_the_proofs_lies_on_nobody_and_moves_nothing(dashboard: Dashboard, language: str) -> None:
    dashboard.page.set_viewport_size({"width": 820, "height": 1180})
    dashboard.show(f"?lang={language}")
    before, places = box(dashboard.network), dashboard.places()
    way = dashboard.network.locator("xpath=..").locator(".down")
    expect(way).to_be_hidden()
    node = dashboard.nodes()["최태원" if language == "ko" else "Chey Tae-won"]
    dashboard.page.mouse.click(node["x"], node["y"])
    expect(way).to_be_visible()
    dashboard.settle()
    assert box(dashboard.network) == before
    assert dashboard.places() == places
    assert box(way)["y"] >= before["y"] + before["height"], "beside the picture, not on it"
    tools = box(dashboard.network.locator("xpath=..").locator(".tools"))
    assert box(way)["x"] + box(way)["width"] <= tools["x"]
    assert tools["x"] + tools["width"] <= before["x"] + before["width"]
