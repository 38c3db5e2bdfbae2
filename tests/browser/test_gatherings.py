"""The reading of meetings as nodes: a luncheon, who attends it, and where they hold posts."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import expect

from dashboard import Dashboard


def test_a_luncheon_is_one_node_with_a_spoke_for_each_guest(dashboard: Dashboard) -> None:
    dashboard.show("?view=meetings")
    meetings = [edge for edge in dashboard.edges() if str(edge["id"]).startswith("spoke")]
    assert len(meetings) == 4 + 2 + 4 + 2 + 2
    assert {"오픈AI", "삼성전자", "2024.06 오픈AI 본사"} <= set(dashboard.nodes())
    dashboard.page.mouse.click(meetings[0]["x"], meetings[0]["y"])
    expect(dashboard.proofs.locator("dl")).to_contain_text("확실성")


def test_whom_a_chosen_person_met_is_lit_behind_their_meetings(dashboard: Dashboard) -> None:
    dashboard.show("?view=meetings")

    def strength(name: str) -> int:
        node = dashboard.nodes()[name]
        clip = {"x": node["x"] - 2, "y": node["y"] - 2, "width": 4, "height": 4}
        return int(Image.open(BytesIO(dashboard.page.screenshot(clip=clip))).convert("L").getextrema()[0])  # type: ignore[arg-type]

    dashboard.click_node("정신아")
    expect(dashboard.proofs.locator("h3")).to_contain_text("정신아")
    dashboard.settle()
    dashboard.page.wait_for_timeout(300)
    assert strength("샘 올트먼") < 130
    assert strength("전영현") > 180


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_a_meeting_is_named_whole_or_by_its_date_alone(many: Dashboard, lang: str) -> None:
    many.show(f"?lang={lang}&view=meetings")
    many.still()
    nodes = {node["id"]: node["label"] for node in many.page.evaluate("__hoedong.positions().nodes")}
    named = {one["id"]: " ".join(one["lines"]) for one in many.labels() if one["id"].startswith("-")}
    assert named
    date = r"(\d{1,2} )?([A-Z][a-z]{2} )?\d{4}" if lang == "en" else r"\d{4}(\.\d\d){0,2}"
    cut = [text for one, text in named.items() if text != nodes[one] and not text.endswith("…") and not re.fullmatch(date, text)]
    assert cut == []
    assert any(text != nodes[one] for one, text in named.items())
