"""The tables beside that of the meetings: whole rows choose, what is chosen elsewhere is marked in them, and nothing is sent twice."""

from __future__ import annotations

import csv
import io

import pytest
from playwright.sync_api import Locator, expect

from dashboard import Dashboard, query


def row(dashboard: Dashboard, name: str) -> Locator:
    return dashboard.page.get_by_test_id("sheet").locator("tbody tr").filter(has_text=name)


def marked(dashboard: Dashboard) -> Locator:
    return dashboard.page.get_by_test_id("sheet").locator("tr[aria-selected=true]")


def test_any_cell_of_a_row_chooses_and_a_choice_elsewhere_marks_its_row(dashboard: Dashboard) -> None:
    dashboard.show("?table=people")
    row(dashboard, "샘 올트먼").locator("td.posts").click()
    expect(dashboard.proofs.locator("h3")).to_contain_text("샘 올트먼")
    expect(marked(dashboard)).to_have_count(1)
    expect(marked(dashboard).locator("td").first).to_have_text("샘 올트먼")
    dashboard.settle()
    dashboard.network.scroll_into_view_if_needed()
    dashboard.page.evaluate("document.querySelector('[data-testid=stMain]').scrollTo(0, 0)")
    dashboard.click_node("이재용")
    expect(marked(dashboard).locator("td").first).to_have_text("이재용")
    dashboard.settle()
    # A meeting marks who was there.
    dashboard.page.get_by_role("button", name="회동 목록으로").click()
    dashboard.page.get_by_test_id("meetings").locator("button").filter(has_text="정신아").click()
    expect(marked(dashboard)).to_have_count(2)
    dashboard.page.keyboard.press("Escape")


def test_a_table_is_sorted_searched_and_found_again_by_its_address(dashboard: Dashboard) -> None:
    dashboard.show("?table=organizations")
    rows = dashboard.page.get_by_test_id("sheet").locator("tbody tr")
    numbers = [int(text) for text in rows.locator("td.number").all_inner_texts()]
    assert numbers == sorted(numbers, reverse=True)
    # Whose people met, not only unnamed sides.
    assert numbers[0] > 1
    dashboard.page.get_by_test_id("sheet").get_by_role("button", name="이름", exact=True).click()
    dashboard.page.get_by_test_id("sheet-filter").fill("ㅅㅅㅈㅈ")
    expect(rows).to_have_count(1)
    dashboard.page.wait_for_function("new URLSearchParams(location.search).get('find') === 'ㅅㅅㅈㅈ'")
    dashboard.settle()
    assert query(dashboard)["sort"] == "name"
    dashboard.page.reload()
    dashboard.drawn()
    expect(rows).to_have_count(1)
    expect(dashboard.page.locator("th[data-column=name]")).to_have_attribute("aria-sort", "ascending")
    rows.first.locator("td.kind").click()
    expect(dashboard.proofs.locator("h3")).to_contain_text("삼성전자")


@pytest.mark.parametrize("which", ["people", "organizations", "links", "meetings"])
def test_a_row_is_chosen_by_keyboard(dashboard: Dashboard, which: str) -> None:
    dashboard.show(f"?table={which}")
    button = dashboard.page.get_by_test_id("sheet").locator("tbody tr button").first
    button.focus()
    dashboard.page.keyboard.press("Enter")
    expect(dashboard.proofs).to_be_visible()
    expect(marked(dashboard)).not_to_have_count(0)


def in_sight(dashboard: Dashboard, part: Locator) -> bool:
    box, size = part.bounding_box(), dashboard.page.viewport_size
    return bool(box and size and box["y"] >= 0 and box["y"] + min(box["height"], 60) <= size["height"])


def test_a_table_that_is_asked_for_comes_into_sight_and_one_of_an_address_does_not(dashboard: Dashboard) -> None:
    dashboard.page.set_viewport_size({"width": 1280, "height": 720})
    dashboard.show("?table=people")
    assert dashboard.page.get_by_test_id("stMain").evaluate("main => main.scrollTop") == 0
    for table in ("회동", "연결"):
        dashboard.page.evaluate("document.querySelector('[data-testid=stMain]').scrollTo(0, 0)")
        dashboard.page.get_by_role("radio", name=table, exact=True).last.click()
        dashboard.settle()
        assert in_sight(dashboard, dashboard.page.locator(".st-key-tables"))
        assert in_sight(dashboard, dashboard.page.get_by_test_id("sheet").locator("tbody tr").nth(2))


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (820, 1180)])
@pytest.mark.parametrize("which", ["meetings", "people"])
def test_the_proofs_of_a_row_come_into_sight_with_a_way_back_to_it(dashboard: Dashboard, which: str, size: tuple[int, int]) -> None:
    dashboard.page.set_viewport_size({"width": size[0], "height": size[1]})
    dashboard.show(f"?table={which}")
    line = dashboard.page.get_by_test_id("sheet").locator("tbody tr").nth(1)
    line.locator("button").focus()
    dashboard.page.keyboard.press("Enter")
    head = dashboard.proofs.locator("h3")
    expect(head).to_be_focused()
    expect(head).to_be_in_viewport(ratio=1)
    dashboard.settle()
    dashboard.page.get_by_role("button", name="표의 행으로", exact=True).click()
    expect(line.locator("button")).to_be_focused()
    assert in_sight(dashboard, line)
    # What is chosen elsewhere has no row to go back to.
    dashboard.page.evaluate("document.querySelector('[data-testid=stMain]').scrollTo(0, 0)")
    dashboard.proofs.locator("h3 button, dd button").first.click()
    expect(dashboard.page.get_by_role("button", name="표의 행으로", exact=True)).to_have_count(0)


def test_what_is_short_stays_on_one_line_at_1280(many: Dashboard) -> None:
    many.page.set_viewport_size({"width": 1280, "height": 720})
    many.show("?table=meetings")
    topic = many.page.get_by_test_id("sheet").locator("td.topic").filter(has_text="공동 마케팅 방안").first
    of = "cell => { const all = document.createRange(); all.selectNodeContents(cell); return all.getClientRects().length; }"
    lines = topic.evaluate(of)
    assert lines == 1
    widths = many.page.get_by_test_id("sheet").evaluate(
        "table => [...table.tHead.rows[0].cells].map((cell) => cell.offsetWidth / table.offsetWidth)"
    )
    assert widths[1] < 0.42


@pytest.mark.parametrize(
    ("which", "asked", "button"),
    [("people", "find=삼성", "CSV로 내려받기"), ("meetings", "status=held", "CSV로 내려받기"), ("links", "lang=en", "Download as CSV")],
)
def test_what_a_table_shows_is_downloaded(dashboard: Dashboard, which: str, asked: str, button: str) -> None:
    dashboard.show(f"?table={which}&{asked}")
    with dashboard.page.expect_download() as waited:
        dashboard.press(button)
    path = waited.value.path()
    assert waited.value.suggested_filename.endswith(".csv")
    heads, *rows = csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline=""))
    table = dashboard.page.get_by_test_id("sheet")
    assert heads == [text.strip() for text in table.locator("th button").all_inner_texts()]
    shown = [line.locator("td").all_inner_texts() for line in table.locator("tbody tr").all()]
    assert len(rows) == len(shown) > 0
    assert [row[0] for row in rows] == [line[0] for line in shown]
    assert rows == shown
