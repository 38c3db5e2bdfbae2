"""At 1280 × 720 what belongs to the pictures is in sight with them, and stays there whatever is opened or let go."""

from __future__ import annotations

import pytest
from playwright.sync_api import ViewportSize, expect

from dashboard import Dashboard

SMALL = ViewportSize(width=1280, height=720)

# Where the words of a part begin.
START = "part => { const all = document.createRange(); all.selectNodeContents(part); return all.getBoundingClientRect().left; }"


def scrolled(dashboard: Dashboard) -> int:
    return int(dashboard.page.get_by_test_id("stMain").evaluate("main => main.scrollTop"))


@pytest.mark.parametrize("lang", ["ko", "en"])
@pytest.mark.parametrize("steps", [1, 2, 3])
def test_how_much_of_somebodys_surroundings_is_drawn_is_in_sight_with_them(many: Dashboard, steps: int, lang: str) -> None:
    many.page.set_viewport_size(SMALL)
    many.open("?person=강태린")
    many.drawn()
    whom = many.page.evaluate("__hoedong.control.choice.id")
    many.open(f"?view=around&around={whom}&steps={steps}&lang={lang}")
    many.still()
    counts = many.page.get_by_test_id("seen")
    box = counts.bounding_box()
    assert box
    assert box["y"] + box["height"] <= SMALL["height"]
    # Of how many a number tells stands on its line, and the dot between two ends a line rather than begins it.
    parts = counts.locator("span")
    assert len([part for part in parts.all_inner_texts() if part[0].isdigit()]) >= 3
    assert [part for part in parts.all_inner_texts() if part.startswith("·")] == []
    assert all(part.evaluate("part => part.getClientRects().length") == 1 for part in parts.all())


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_what_is_told_of_an_address_takes_no_height_from_the_pictures_and_goes(many: Dashboard, lang: str) -> None:
    many.page.set_viewport_size(SMALL)
    many.open(f"?lang={lang}")
    many.still()
    foot = many.page.locator(".foot").bounding_box()
    many.open(f"?lang={lang}&view=blah&kind=foo&sure=900&zoom=a~b")
    many.still()
    told = many.page.locator(".st-key-ignored")
    expect(told).to_be_in_viewport(ratio=1)
    assert many.page.locator(".foot").bounding_box() == foot
    lid, network = told.bounding_box(), many.network.bounding_box()
    assert lid
    assert network
    assert lid["x"] > network["x"] + network["width"], "beside the network"
    told.get_by_role("button").click()
    expect(told).to_have_count(0)


def test_that_there_is_nothing_to_read_stands_where_paragraphs_begin(many: Dashboard) -> None:
    many.page.set_viewport_size(SMALL)
    many.open("?person=강태린")
    many.drawn()
    whom = many.page.evaluate("__hoedong.control.choice.id")
    # Before the first of all meetings.
    many.open(f"?choice=person:{whom}&dates=1990-01-01~1990-12-31")
    nothing = many.proofs.locator(".nothing")
    expect(nothing).to_be_visible()
    starts = [part.evaluate(START) for part in (nothing, many.proofs.locator("h3"))]
    assert abs(starts[0] - starts[1]) < 2


def test_the_page_stays_where_it_is_when_an_article_is_opened_and_a_choice_let_go(many: Dashboard) -> None:
    many.page.set_viewport_size(SMALL)
    many.open("?person=강태린")
    many.still()
    many.proofs.get_by_role("button", name="기사 전문").first.click()
    expect(many.page.get_by_test_id("article-text")).to_be_visible()
    many.settle()
    many.page.wait_for_timeout(600)
    assert scrolled(many) == 0
    many.network.focus()
    many.page.keyboard.press("Escape")
    many.settle()
    many.page.wait_for_timeout(400)
    assert scrolled(many) == 0
    many.network.locator("canvas").focus()
    many.network.press("Escape")
    many.settle()
    many.page.wait_for_timeout(600)
    assert scrolled(many) == 0
