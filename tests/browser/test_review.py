"""Correcting what was read: by keyboard, undone with one click, and still there when the app starts again. The people are made up."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from playwright.sync_api import Locator, expect

from dashboard import Dashboard
from serving import ROOT, serve

SHOWN = '[class*="st-key-review_meeting_"]'
Watch = Callable[[str, Path], AbstractContextManager[Dashboard]]

FIRST = """가람전자 하도윤 회장, 나루은행장과 회동

하도윤 가람전자 회장이 4일 서울 중구 나루은행 본점에서 민서율 나루은행장을 만나 투자 방안을 논의했다.
노유찬 한별해운 대표는 기자들에게 새 배를 짓겠다고 말했다.
"""
SECOND = """하도운 회장, 다솔중공업 방문

하도운 가람전자 회장은 지난 3일 부산에서 표지안 다솔중공업 대표와 회동했다. 두 회사는 공장을 함께 짓기로 했다.
"""


def add(dashboard: Dashboard, text: str) -> None:
    dashboard.open()
    dashboard.turn_to("기사 넣기")
    dashboard.page.get_by_label("기사 본문").fill(text)
    dashboard.type_date("20250205")
    dashboard.press("읽기")
    expect(dashboard.page.get_by_test_id("understood")).to_contain_text("하도", timeout=60_000)
    dashboard.press("저장")
    expect(dashboard.page.get_by_test_id("stAlert")).to_contain_text("새 기사 1편")


def to_part(dashboard: Dashboard, name: str) -> None:
    button = dashboard.page.get_by_role("button", name=name, exact=True)
    button.click()
    expect(button).to_have_attribute("kind", "primary")
    dashboard.settle()


def choose(dashboard: Dashboard, label: str, words: str) -> None:
    """Choose in a list by typing."""
    box = dashboard.page.get_by_role("combobox", name=label).first
    box.click()
    dashboard.page.keyboard.type(words)
    dashboard.page.get_by_role("option").filter(has_text=words).first.click()
    dashboard.page.keyboard.press("Escape")  # the list stays open for more
    dashboard.settle()


def decisions(dashboard: Dashboard) -> Locator:
    to_part(dashboard, "결정")
    return dashboard.page.get_by_test_id("decision")


def shown_meeting(dashboard: Dashboard) -> Locator:
    return dashboard.page.get_by_test_id("understood")


def until(dashboard: Dashboard, words: str) -> None:
    """Pass meetings by keyboard until the one that tells the words is on the screen."""
    for _ in range(30):
        dashboard.settle()
        if words in (shown_meeting(dashboard).inner_text()):
            return
        before = dashboard.page.locator(SHOWN).get_attribute("class") or ""
        dashboard.page.keyboard.press("n")
        expect(dashboard.page.locator(SHOWN)).not_to_have_class(before)
    raise AssertionError(f"no meeting tells {words}")


def test_a_walk_of_corrections_outlives_the_app(watch: Watch, seeded: object, tmp_path: Path) -> None:
    database = tmp_path / "walk.sqlite"
    seeded.copy(database)  # type: ignore[attr-defined]
    with serve(ROOT / "app.py", tmp_path / "first.log", f"sqlite:///{database}") as address, watch(address, database) as dashboard:
        add(dashboard, FIRST)
        add(dashboard, SECOND)
        _correct_a_participant(dashboard)
        _merge_two_spellings(dashboard)
        _undo_and_apply_again(dashboard)
    with serve(ROOT / "app.py", tmp_path / "second.log", f"sqlite:///{database}") as address, watch(address, database) as dashboard:
        dashboard.open()
        dashboard.turn_to("검토")
        expect(decisions(dashboard)).to_have_count(3)
        dashboard.turn_to("관계망")
        dashboard.drawn()
        assert {"노유찬", "표지안"} <= set(dashboard.nodes())
        assert len({"하도윤", "하도운"} & set(dashboard.nodes())) == 1


def _correct_a_participant(dashboard: Dashboard) -> None:
    dashboard.turn_to("검토")
    until(dashboard, "하도윤·민서율")
    expect(shown_meeting(dashboard).locator("mark.person").filter(has_text="민서율")).to_be_visible()
    choose(dashboard, "만난 사람", "노유찬")
    dashboard.press("고친 대로 저장")
    expect(shown_meeting(dashboard)).not_to_contain_text("민서율")
    expect(decisions(dashboard)).to_contain_text(["하도윤·민서율 → 하도윤·민서율·노유찬"])
    to_part(dashboard, "회동")
    until(dashboard, "표지안")
    dashboard.page.keyboard.press("a")
    expect(shown_meeting(dashboard)).not_to_contain_text("표지안")
    expect(decisions(dashboard)).to_have_count(2)


def _merge_two_spellings(dashboard: Dashboard) -> None:
    to_part(dashboard, "같은 이름")
    pair = dashboard.page.locator('[class*="st-key-review_names_pair_"]').filter(has_text="하도운")
    expect(pair).to_contain_text("하도윤")
    expect(pair).to_contain_text("가람전자")
    pair.get_by_role("button", name="같음", exact=True).click()
    dashboard.settle()
    expect(dashboard.page.get_by_test_id("candidate").filter(has_text="하도운")).to_have_count(0)


def _undo_and_apply_again(dashboard: Dashboard) -> None:
    expect(decisions(dashboard)).to_have_count(3)
    # Their kinds are chosen from a list that speaks Korean.
    dashboard.page.get_by_test_id("stMultiSelect").locator("input").focus()
    dashboard.page.keyboard.press("ArrowDown")
    expect(dashboard.page.get_by_role("listbox").get_by_role("option").first).to_have_text("모두 고르기")
    dashboard.page.keyboard.press("Escape")
    dashboard.page.get_by_role("button", name="되돌리기").first.click()
    dashboard.settle()
    expect(dashboard.page.get_by_text("되돌림", exact=False)).to_have_count(1)
    to_part(dashboard, "같은 이름")
    expect(dashboard.page.get_by_test_id("candidate").filter(has_text="하도운").first).to_be_visible()
    to_part(dashboard, "결정")
    dashboard.page.get_by_role("button", name="다시 적용").click()
    dashboard.settle()
    expect(dashboard.page.get_by_text("되돌림", exact=False)).to_have_count(0)


def test_a_new_name_shows_where_it_was_given_and_after_a_click_in_another_tab(editable: Dashboard) -> None:
    editable.show()
    other = editable.page.context.new_page()
    tab = Dashboard(other, editable.address)
    tab.open("review")
    to_part(tab, "같은 이름")
    box = other.get_by_role("combobox", name="이름").first
    box.click()
    other.keyboard.type("정신아")
    other.get_by_role("option").filter(has_text="정신아").first.click()
    other.get_by_label("보일 이름").fill("정신하")
    tab.press("이름 저장")
    expect(other.get_by_test_id("stToast")).to_contain_text("저장했습니다")
    expect(other.get_by_role("button", name=re.compile("^정신하 .*빼기$"))).to_be_visible()
    editable.click_node("정신아")
    expect(editable.proofs.locator("h3")).to_contain_text("정신하")
    editable.page.wait_for_function("__hoedong.positions().nodes.some((node) => node.label === '정신하')")


def test_the_way_back_from_an_article_keeps_the_filters_of_the_decisions(editable: Dashboard) -> None:
    page = editable.page
    add(editable, FIRST.replace("하도윤", "하도연").replace("민서율", "민서하"))
    editable.turn_to("검토")
    to_part(editable, "회동")
    until(editable, "하도연")
    page.keyboard.press("a")
    expect(page.get_by_test_id("stToast")).to_contain_text("저장했습니다")
    told = decisions(editable)
    search = page.get_by_label("이름·내용·이유·기사로 찾기")
    search.fill("하도연 민서하")
    search.press("Enter")
    expect(told).to_have_count(1)
    editable.settle()
    page.get_by_role("button", name=re.compile("나루은행장과 회동")).click()
    editable.press("검토로 돌아가기")
    expect(search).to_have_value("하도연 민서하")
    expect(told).to_have_count(1)


def test_a_name_that_is_typed_and_not_yet_taken_is_saved_with_the_form(editable: Dashboard) -> None:
    page = editable.page
    add(editable, FIRST.replace("하도윤", "하도경").replace("민서율", "민서진"))
    editable.turn_to("검토")
    to_part(editable, "회동")
    until(editable, "하도경")
    field = page.get_by_role("combobox", name="만난 사람").first
    button = page.get_by_role("button", name="고친 대로 저장")
    field.press_sequentially("탁새봄")
    button.hover()
    page.mouse.down()
    before = button.bounding_box()
    page.wait_for_timeout(100)
    assert button.bounding_box() == before, "the button does not move away from who presses it"
    page.mouse.up()
    expect(page.get_by_test_id("stToast")).to_contain_text("저장했습니다")
    expect(decisions(editable).first).to_contain_text("탁새봄")


def test_a_name_that_is_typed_in_part_or_let_go_is_not_taken(editable: Dashboard) -> None:
    editable.open()
    editable.turn_to("검토")
    to_part(editable, "회동")
    page = editable.page
    field, chips = page.get_by_role("combobox", name="만난 사람").first, page.get_by_role("button", name=re.compile("빼기$"))
    before = chips.count()
    field.click()
    part = page.get_by_role("listbox").get_by_role("option").first.inner_text()[:-1]
    for typed, key in (("탁새봄", "Escape"), (part, "Tab")):
        field.press_sequentially(typed)
        page.keyboard.press(key)
        page.keyboard.press("Tab")
        page.wait_for_timeout(500)
        assert chips.count() == before
    field.press_sequentially("탁새봄")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="탁새봄 빼기")).to_be_visible()


def test_the_way_to_the_article_stands_beside_a_headline_however_long(editable: Dashboard) -> None:
    head = "가람전자·나루은행 손잡는다… 하도윤 회장 “함께 새 공장 짓겠다” 민서율 행장 “끝까지 돕겠다” 두 회사 주가 나란히 올라 업계 술렁"
    add(editable, FIRST.replace("가람전자 하도윤 회장, 나루은행장과 회동", head).replace("하도윤", "하도빈").replace("4일", "1일"))
    editable.turn_to("검토")
    page = editable.page
    for width in (1440, 1024):
        page.set_viewport_size({"width": width, "height": 900})
        to_part(editable, "회동")
        for _ in range(12):
            shown = page.locator(SHOWN)
            if "손잡는다…" in shown.inner_text():
                break
            before = shown.get_attribute("class") or ""
            page.keyboard.press("n")
            expect(shown).not_to_have_class(before)
            editable.settle()
        headline, button = (one.bounding_box() for one in (shown.locator("b").first, shown.get_by_role("button", name="기사 전문")))
        assert headline
        assert button
        assert button["y"] < headline["y"] + headline["height"], "not under it"
        assert button["x"] >= headline["x"] + headline["width"] - 1
