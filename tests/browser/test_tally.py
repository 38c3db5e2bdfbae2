"""The line under the network tells how much of all that is stored is drawn, also while that is being changed."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, expect

from dashboard import Dashboard

# How many people and organisations stand in the network.
STANDING = """() => {
  const ids = new Set(__hoedong.positions().nodes.map((one) => one.id));
  return ids.size;
}"""


def line(dashboard: Dashboard) -> Locator:
    return dashboard.page.get_by_test_id("seen")


def told(text: str) -> list[tuple[int, int]]:
    """(how many, of how many) of each kind that the line tells."""
    parts = [[int(number.replace(",", "")) for number in re.findall(r"[\d,]+", part)] for part in text.split(" · ")]
    return [(part[-1], part[0]) if len(part) == 2 else (part[0], part[0]) for part in parts]


@pytest.mark.parametrize(
    ("language", "words"),
    [("ko", "인물 12 · 회사·기관 23 중 9 · 회동 5"), ("en", "12 people · 9 of 23 organizations · 5 meetings")],
)  # fmt: skip
def test_what_is_not_drawn_is_not_told_as_seen(dashboard: Dashboard, language: str, words: str) -> None:
    dashboard.show(f"?lang={language}")
    expect(line(dashboard)).to_contain_text(words)


def test_the_line_follows_a_brush_while_it_is_drawn(dashboard: Dashboard) -> None:
    dashboard.show()
    before = line(dashboard).inner_text()
    mark = next(one for one in dashboard.entries() if "2025.02.04" in str(one["line"]))
    box = dashboard.timeline.bounding_box()
    assert box
    dashboard.page.mouse.move(float(str(mark["x"])) - 30, box["y"] + box["height"] - 40)
    dashboard.page.mouse.down()
    dashboard.page.mouse.move(float(str(mark["x"])) + 20, box["y"] + box["height"] - 40, steps=6)
    expect(line(dashboard)).to_contain_text("회동 5 중 3")
    during = line(dashboard).inner_text()
    assert during != before
    people, organizations, _ = told(during)
    assert people[0] + organizations[0] == dashboard.page.evaluate(STANDING)
    dashboard.page.mouse.up()
    dashboard.settle()
    # The page counts as the browser did.
    expect(line(dashboard)).to_have_text(during)
    dashboard.page.reload()
    dashboard.drawn()
    expect(line(dashboard)).to_have_text(during)


def test_the_line_follows_time_as_it_is_played(many: Dashboard) -> None:
    many.show()
    many.page.get_by_role("button", name="시간 순서로 재생", exact=True).click()
    many.page.wait_for_function("() => /회동 1,000 중 \\d{1,2}$/.test(document.querySelector('[data-testid=seen]').textContent)")


def test_a_link_counts_whoever_comes_with_the_choice_as_the_click_did(many: Dashboard) -> None:
    many.show()
    before = line(many).inner_text()
    many.click_node("류은담")
    expect(many.proofs.locator("h3")).to_contain_text("류은담")
    many.settle()
    expect(line(many)).not_to_have_text(before)
    clicked = line(many).inner_text()
    people, organizations, _ = told(clicked)
    assert people[0] + organizations[0] == many.page.evaluate(STANDING)
    many.page.reload()
    many.drawn()
    many.page.wait_for_timeout(500)
    assert line(many).inner_text() == clicked
    many.page.keyboard.press("Escape")
    many.settle()
    expect(line(many)).to_have_text(before)


def test_somebodys_surroundings_are_told_as_a_part_of_the_whole(many: Dashboard) -> None:
    many.show()
    whom = next(iter(many.nodes().values()))["id"]
    many.show(f"?view=around&around={whom}&steps=1")
    people, organizations, meetings = told(line(many).inner_text())
    assert people[0] + organizations[0] == many.page.evaluate(STANDING)
    assert (people[1], meetings[1]) == (323, 1000)
    assert meetings[0] < 1000


@pytest.mark.parametrize("path", ["lang=en&without=모의경제", "lang=en&view=around&around=19", "view=around&around=19&without=모의경제"])
def test_the_line_is_in_sight_on_a_laptop_and_beside_the_sidebar_of_a_tablet(many: Dashboard, path: str) -> None:
    many.page.set_viewport_size({"width": 1280, "height": 720})
    many.show(f"?{path}")
    for size in ((1280, 720), (1024, 768)):
        many.page.set_viewport_size({"width": size[0], "height": size[1]})
        expect(many.page.get_by_test_id("stSidebar")).to_have_attribute("data-collapsed", "false")
        expect(line(many)).to_be_in_viewport(ratio=1)
        box, under = (part.bounding_box() for part in (line(many), many.page.locator(".st-key-under")))
        assert box
        assert under
        assert box["x"] >= under["x"]
        assert box["x"] + box["width"] <= under["x"] + under["width"] + 1
        if "without" in path:
            expect(many.page.locator(".st-key-lost button")).to_be_in_viewport(ratio=1)


def test_what_only_a_left_out_outlet_tells_is_listed_at_a_click_and_each_opens(many: Dashboard) -> None:
    many.page.set_viewport_size({"width": 1280, "height": 720})
    many.show("?without=모의경제&lang=en")
    way = many.page.locator(".st-key-lost button")
    count = way.inner_text().split()[0]
    way.click()
    sheet = many.page.get_by_test_id("sheet")
    expect(sheet.locator("xpath=../..").locator(".count")).to_have_text(f"{count} links")
    expect(sheet.locator("tbody tr").first).to_be_in_viewport(ratio=1)
    assert set(sheet.locator("td.told_by").all_inner_texts()) == {"Only excluded outlets"}
    expect(sheet.locator("xpath=..")).to_be_focused()
    sheet.locator("tbody tr button").first.click()
    expect(many.proofs.locator("article p").first).to_be_visible()
