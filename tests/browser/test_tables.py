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
    dashboard.open("?table=people")
    dashboard.drawn()
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
    dashboard.open("?table=organizations")
    dashboard.drawn()
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
    dashboard.open(f"?table={which}")
    dashboard.drawn()
    button = dashboard.page.get_by_test_id("sheet").locator("tbody tr button").first
    button.focus()
    dashboard.page.keyboard.press("Enter")
    expect(dashboard.proofs).to_be_visible()
    expect(marked(dashboard)).not_to_have_count(0)


@pytest.mark.parametrize(
    ("which", "asked", "button"),
    [("people", "find=삼성", "CSV로 내려받기"), ("meetings", "status=held", "CSV로 내려받기"), ("links", "lang=en", "Download as CSV")],
)
def test_what_a_table_shows_is_downloaded(dashboard: Dashboard, which: str, asked: str, button: str) -> None:
    dashboard.open(f"?table={which}&{asked}")
    dashboard.drawn()
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
