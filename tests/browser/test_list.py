"""The list of articles on a laptop, and the fields that ask for dates."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from dashboard import Dashboard
from graphing.view import library


def opened(dashboard: Dashboard, path: str) -> Dashboard:
    dashboard.page.set_viewport_size({"width": 1280, "height": 720})
    dashboard.show(path)
    return dashboard


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_list_of_articles_is_whole_on_a_laptop_and_beside_the_sidebar_of_a_tablet(dashboard: Dashboard, language: str) -> None:
    opened(dashboard, f"?lang={language}")
    dashboard.turn_to({"ko": "기사 목록", "en": "Articles"}[language])
    table = dashboard.page.get_by_test_id("stDataFrame").locator(".dvn-scroller")
    expect(table).to_be_visible()
    for size in ((1280, 720), (1024, 768)):
        dashboard.page.set_viewport_size({"width": size[0], "height": size[1]})
        dashboard.page.wait_for_timeout(500)
        expect(dashboard.page.get_by_test_id("stSidebar")).to_have_attribute("data-collapsed", "false")
        assert table.evaluate("part => part.scrollWidth <= part.clientWidth"), size


# What is drawn on a canvas, and how wide.
DRAWS = """
const draw = CanvasRenderingContext2D.prototype.fillText;
globalThis.drawn = [];
CanvasRenderingContext2D.prototype.fillText = function (text, ...at) {
  drawn.push([text, this.measureText(text).width]);
  draw.call(this, text, ...at);
};
"""


def test_a_long_headline_in_the_list_of_articles_is_broken_into_lines_and_nothing_floats_over_the_page(dashboard: Dashboard) -> None:
    dashboard.page.add_init_script(DRAWS)
    opened(dashboard, "")
    dashboard.turn_to("기사 목록")
    table = dashboard.page.get_by_test_id("stDataFrame")
    expect(table.locator("canvas").first).to_be_visible()
    dashboard.page.wait_for_timeout(500)
    table.hover()
    drawn = dict(dashboard.page.evaluate("drawn"))
    assert [text for text in drawn if "만들까" in text and "추진" not in text], "the headline takes a second line"
    columns = (library.PUBLISHED, library.HEADLINE, library.OUTLET, library.AUTHOR, library.PEOPLE, library.ORGANIZATIONS,
               library.MEETINGS, library.SOURCE)  # fmt: skip
    left = table.locator(".dvn-scroller").evaluate("part => part.clientWidth") - sum(columns)
    # Between the edges of its column, which has its share of what the window leaves.
    assert max(drawn.values()) < library.HEADLINE + left / len(columns) - 16
    expect(dashboard.page.get_by_test_id("stElementToolbar")).to_be_hidden()


@pytest.mark.parametrize(
    ("language", "page", "asked", "parts"),
    [("ko", "기사 넣기", "연.월.일", ["연", "월", "일"]), ("en", "Add articles", "yyyy-mm-dd", ["yyyy", "mm", "dd"])],
)
def test_a_date_field_asks_as_the_timelines_does(
    dashboard: Dashboard, language: str, page: str, asked: str, parts: list[str]
) -> None:
    opened(dashboard, f"?lang={language}")
    expect(dashboard.page.get_by_placeholder(asked)).to_have_count(2)
    dashboard.turn_to(page)
    field = dashboard.page.get_by_test_id("stDateInput").first
    expect(field.get_by_role("spinbutton")).to_have_text(parts)
    # Of what is typed and taken out again too.
    field.get_by_role("spinbutton").first.focus()
    dashboard.page.keyboard.type("2025")
    dashboard.page.keyboard.press("ArrowLeft")
    for _ in range(4):
        dashboard.page.keyboard.press("Backspace")
    expect(field.get_by_role("spinbutton")).to_have_text(parts)
