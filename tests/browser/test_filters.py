"""The filters in the browser: what they leave, what they say where that is nothing, and the way back."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, expect

from dashboard import KEY, Dashboard, query, violations


def test_a_list_of_the_filters_opens_and_is_no_article(dashboard: Dashboard) -> None:
    dashboard.show()
    for label in ("인물", "회사"):
        dashboard.page.get_by_test_id("stSidebar").get_by_role("combobox", name=label).click()
        expect(dashboard.page.get_by_role("option").first).to_be_visible()
        # Once more, now that the list stands open.
        dashboard.page.get_by_test_id("stSidebar").get_by_role("combobox", name=label).click()
        dashboard.page.keyboard.press("Escape")
        dashboard.settle()
    expect(dashboard.page.get_by_test_id("stException")).to_have_count(0)
    dashboard.page.evaluate("__hoedong.tell('opened', [NaN])")
    dashboard.page.wait_for_timeout(500)
    dashboard.settle()
    expect(dashboard.page.get_by_test_id("stException")).to_have_count(0)
    expect(dashboard.page.get_by_test_id("meetings").locator("button").first).to_be_visible()


def test_a_list_of_the_filters_understands_initial_consonants_and_other_scripts(dashboard: Dashboard) -> None:
    dashboard.show()
    page = dashboard.page
    people = page.get_by_test_id("stSidebar").get_by_role("combobox", name="인물")
    for typed in ("ㅊㅌㅇ", "쵵ㅇ", "최 태원", "Chey", "崔泰源"):
        people.press_sequentially(typed, delay=KEY)
        expect(page.get_by_role("option"), typed).to_have_text(["최태원"])
        if typed == "ㅊㅌㅇ":
            assert violations(page) == []
        page.keyboard.press("Enter")
        page.wait_for_function("new URLSearchParams(location.search).has('who')")
        expect(people, typed).to_be_focused()
        page.keyboard.press("Escape")
        expect(page.get_by_role("listbox"), typed).to_be_hidden()
        dashboard.settle()
        if typed == "ㅊㅌㅇ":
            page.reload()
            dashboard.drawn()
        page.get_by_role("button", name="최태원 빼기").click()
        page.wait_for_function("!new URLSearchParams(location.search).has('who')")
        dashboard.settle()


def test_a_list_is_chosen_from_and_emptied_by_keyboard_and_cleared_with_all_filters(dashboard: Dashboard) -> None:
    dashboard.show()
    page = dashboard.page
    companies = page.get_by_test_id("stSidebar").get_by_role("combobox", name="회사")
    for _ in range(2):
        companies.focus()
        page.keyboard.press("ArrowDown")
        expect(page.get_by_role("option").first).to_be_visible()
        for key in ("ArrowDown", "Enter", "Escape"):
            page.keyboard.press(key)
        page.wait_for_function("new URLSearchParams(location.search).has('firm')")
        dashboard.settle()
        page.get_by_test_id("stSidebar").get_by_role("button", name="필터 초기화").click()
        page.wait_for_function("location.search === ''")
        expect(page.get_by_role("button", name=re.compile(" 빼기$"))).to_have_count(0)
        dashboard.settle()
    companies.focus()
    for key in ("ArrowDown", "ArrowDown", "Enter", "Backspace"):
        page.keyboard.press(key)
        page.wait_for_timeout(300)
    page.wait_for_function("location.search === ''")


def test_dates_are_typed_as_exact_as_one_knows(dashboard: Dashboard) -> None:
    dashboard.show()
    first, last = (dashboard.page.get_by_role("textbox", name=name) for name in ("시작일", "종료일"))
    last.fill("2024")
    last.press("Enter")
    dashboard.page.wait_for_function("new URLSearchParams(location.search).get('dates')?.endsWith('2024-12-31')")
    first.fill("2024.6")
    first.press("Enter")
    dashboard.page.wait_for_function("new URLSearchParams(location.search).get('dates') === '2024-06-01~2024-12-31'")
    first.fill("2024.13")
    first.press("Enter")
    expect(first).to_have_attribute("aria-invalid", "true")
    assert query(dashboard)["dates"] == "2024-06-01~2024-12-31"
    dashboard.settle()
    dashboard.switch_language("English")
    expect(dashboard.page.get_by_role("textbox", name="Until")).to_have_value("31 Dec 2024")
    expect(dashboard.page.get_by_test_id("meetings").locator("button .date").first).to_have_text("Jun 2024")


def test_english_months_have_three_letters(dashboard: Dashboard) -> None:
    dashboard.open("?lang=en&dates=~2024-09-30")
    expect(dashboard.page.get_by_role("textbox", name="Until")).to_have_value("30 Sep 2024")
    expect(dashboard.page.get_by_role("textbox", name="From")).to_have_value("")


def test_dates_that_say_nothing_stay_where_they_were_typed_and_are_explained(dashboard: Dashboard) -> None:
    dashboard.show()
    first, last = (dashboard.page.get_by_role("textbox", name=name) for name in ("시작일", "종료일"))
    wrong = dashboard.page.get_by_role("alert").filter(has_text=re.compile("."))
    first.fill("2024.6")
    first.press("Enter")
    dashboard.page.wait_for_function("new URLSearchParams(location.search).get('dates')?.startsWith('2024-06-01')")
    for typed, told in (("2023", "종료일이 시작일보다 앞섭니다"), ("어제", "2024-06-05처럼")):
        last.fill(typed)
        last.press("Tab")
        expect(wrong).to_contain_text(told)
        dashboard.settle()
        # Whatever is drawn meanwhile.
        dashboard.page.get_by_role("button", name="연표 확대").click()
        dashboard.settle()
        expect(last).to_have_value(typed)
        expect(last).to_have_attribute("aria-invalid", "true")
        expect(first).to_have_value("2024.06.01")
        expect(first).to_have_attribute("aria-invalid", "false")
        assert query(dashboard)["dates"].startswith("2024-06-01")
    assert violations(dashboard.page) == []
    last.fill("2024")
    last.press("Enter")
    dashboard.page.wait_for_function("new URLSearchParams(location.search).get('dates') === '2024-06-01~2024-12-31'")
    expect(wrong).to_have_count(0)
    # Another range takes the place of what was wrong.
    last.fill("어제")
    last.press("Tab")
    expect(wrong).to_have_count(1)
    dashboard.page.get_by_role("button", name="전체 기간").click()
    expect(wrong).to_have_count(0)
    expect(last).to_have_value("")


NOTHING = "필터에 맞는 회동이 없습니다. 필터를 넓혀 보세요."
CAUSES = [
    ("?status=planned", "성사 여부 예정"),
    ("?q=없는말", "검색어 “없는말”"),
    ("?status=planned&q=없는말", "검색어 “없는말”, 성사 여부 예정"),
    ("?dates=2019-01-01~2019-12-31", "기간 2019.01.01–2019.12.31"),
]


def middle(dashboard: Dashboard) -> Locator:
    """Where the network says that it has nothing to show: in its own place, or in its stead."""
    return dashboard.page.locator(".st-key-nothing").or_(dashboard.page.locator(".frame > .nothing:visible"))


@pytest.mark.parametrize(("query", "named"), CAUSES)
@pytest.mark.parametrize("where", ["network", "list"])
def test_whatever_hides_everything_is_named_in_both_columns_above_the_way_back(
    dashboard: Dashboard, query: str, named: str, where: str
) -> None:
    dashboard.open(query)
    page = dashboard.page
    columns = {"network": middle(dashboard), "list": page.get_by_test_id("meetings")}
    for part in columns.values():
        expect(part.get_by_text(NOTHING, exact=True)).to_be_visible()
        expect(part.get_by_text(f"적용된 필터: {named}", exact=True)).to_be_visible()
        expect(part.get_by_role("button", name="필터 초기화")).to_have_count(1)
    looks = "one => { const { fontSize, opacity } = getComputedStyle(one); return [fontSize, opacity]; }"
    assert len({str(part.get_by_text(NOTHING, exact=True).evaluate(looks)) for part in columns.values()}) == 1
    expect(page.get_by_text("적용된 필터:")).to_have_count(2)
    expect(page.locator(".legend:visible")).to_have_count(0)
    assert violations(page) == []
    columns[where].get_by_role("button", name="필터 초기화").click()
    dashboard.drawn()
    page.wait_for_function("location.search === ''")
    expect(page.get_by_text(NOTHING).locator("visible=true")).to_have_count(0)
    expect(page.locator(".legend")).to_be_visible()
    expect(page.get_by_test_id("meetings").locator("button .date")).to_have_count(5)


def test_dates_that_are_dragged_to_where_nothing_is_say_so_before_they_are_let_go(dashboard: Dashboard) -> None:
    dashboard.show()
    page = dashboard.page
    frame = dashboard.timeline.bounding_box()
    assert frame
    at = {one["line"][:7]: one["x"] for one in dashboard.entries()}  # type: ignore[index]
    between = (at["2024.01"] + 40, (at["2024.01"] + at["2024.06"]) / 2)  # type: ignore[operator]
    page.mouse.move(between[0], frame["y"] + 50)
    page.mouse.down()
    page.mouse.move(between[1], frame["y"] + 50, steps=4)
    for part in (middle(dashboard), page.get_by_test_id("meetings")):
        expect(part.get_by_text(NOTHING, exact=True)).to_be_visible()
    expect(page.get_by_text("적용된 필터:").locator("visible=true")).to_have_count(0)
    page.mouse.up()
    expect(page.get_by_text("적용된 필터: 기간 2024.").locator("visible=true")).to_have_count(2)


def test_where_nothing_has_a_date_the_timeline_neither_plays_nor_zooms(dashboard: Dashboard) -> None:
    buttons = [dashboard.page.get_by_role("button", name=name) for name in ("시간 순서로 재생", "연표 확대", "연표 축소")]
    for path, there in (("?q=없는말", 0), ("", 2)):
        dashboard.open(path)
        expect(dashboard.timeline).to_have_attribute("aria-label", re.compile("."))
        dashboard.settle()
        assert [button.is_enabled() for button in buttons] == [True] * there + [False] * (3 - there)


def test_the_last_pill_stays_lit(dashboard: Dashboard) -> None:
    dashboard.show()
    pills = dashboard.page.get_by_test_id("stSidebar").get_by_test_id("stButtonGroup").filter(has_text="무산")
    for name in ("만남", "예정", "무산"):
        pills.get_by_role("button", name=name, exact=True).click()
        dashboard.settle()
    expect(pills.get_by_role("button", name="무산", exact=True)).to_have_attribute("aria-pressed", "true")
    why = dashboard.page.get_by_test_id("stSidebar").get_by_text("하나는 켜져 있어야 합니다.")
    expect(why).to_be_visible()
    assert query(dashboard)["status"] == "cancelled"
    assert dashboard.page.evaluate("__hoedong.control.statuses") == ["cancelled"]
    pills.get_by_role("button", name="만남", exact=True).click()
    expect(why).to_have_count(0)


def test_the_way_back_from_all_filters_stands_at_their_head_and_moves_none_of_them(dashboard: Dashboard) -> None:
    page = dashboard.page
    page.set_viewport_size({"width": 1280, "height": 720})
    for language, clear in (("ko", "필터 초기화"), ("en", "Clear filters")):
        dashboard.show(f"?lang={language}")
        sidebar = page.get_by_test_id("stSidebar")
        status = sidebar.locator(".st-key-statuses")
        before = status.bounding_box()
        status.get_by_role("button").last.click()
        back = sidebar.get_by_role("button", name=clear)
        expect(back).to_be_in_viewport(ratio=1)
        dashboard.settle()
        room, shown = sidebar.bounding_box(), back.bounding_box()
        assert room
        assert shown
        assert shown["x"] + shown["width"] <= room["x"] + room["width"]
        assert status.bounding_box() == before
        back.click()
        expect(back).to_have_count(0)


def test_nothing_chosen_to_be_left_out_is_told_as_nothing(dashboard: Dashboard) -> None:
    dashboard.show()
    boxes = dashboard.page.get_by_test_id("stSidebar").get_by_role("combobox")
    expect(boxes.and_(dashboard.page.get_by_label("제외할 매체"))).to_have_attribute("placeholder", "없음")
    expect(boxes.and_(dashboard.page.get_by_label("기관"))).to_have_attribute("placeholder", "모두")
