"""One instrument: what is chosen in one part shows in the others, stands in the address, and comes back with it."""

from __future__ import annotations

import re
from io import BytesIO
from statistics import correlation

import pytest
from PIL import Image
from playwright.sync_api import Browser, expect

from dashboard import Dashboard, query, violations
from graphing.view.component import source


def test_the_four_readings_keep_what_is_chosen(dashboard: Dashboard) -> None:
    dashboard.show()
    dashboard.click_node("최태원")
    expect(dashboard.proofs).to_contain_text("최태원")
    met = dashboard.lit()
    for reading, label in (("회사", "오픈AI"), ("회동", "최태원"), ("주변 관계", "곽노정"), ("인물", "이복현")):
        dashboard.read_as(reading)
        dashboard.page.wait_for_function("label => __hoedong.positions().nodes.some((node) => node.label === label)", arg=label)
        expect(dashboard.proofs).to_contain_text("최태원")
        assert dashboard.lit() == met
    assert len(met) == 3


def test_the_centre_of_the_surroundings_is_marked_whoever_is_chosen(dashboard: Dashboard) -> None:
    dashboard.show()
    centre, other = (dashboard.nodes()[name]["id"] for name in ("최태원", "샘 올트먼"))
    dashboard.show(f"?view=around&around={centre}&choice=person:{other}")
    expect(dashboard.page.get_by_test_id("centre")).to_have_text("최태원 주변 관계")
    darkest = {}
    for name in ("최태원", "샘 올트먼"):
        node = dashboard.nodes()[name]
        clip = {"x": node["x"] - 1, "y": node["y"] - 26, "width": 2, "height": 26}
        darkest[name] = Image.open(BytesIO(dashboard.page.screenshot(clip=clip))).convert("L").getextrema()[0]  # type: ignore[arg-type]
    assert darkest["최태원"] < 60 < darkest["샘 올트먼"]
    dashboard.page.get_by_role("button", name="주변 관계 보기", exact=True).click()
    expect(dashboard.page.get_by_test_id("centre")).to_have_text("샘 올트먼 주변 관계")


def test_in_the_surroundings_of_who_is_chosen_nothing_steps_back_and_all_are_named(dashboard: Dashboard) -> None:
    dashboard.show()
    centre, near, far = (dashboard.nodes()[name]["id"] for name in ("최태원", "샘 올트먼", "정신아"))

    def darkest() -> dict[str, int]:
        dashboard.drawn()
        dashboard.page.wait_for_timeout(300)
        # To its rim: who is two steps away is hollow.
        there = dashboard.nodes().values()
        clips = {str(node["id"]): {"x": node["x"] - 1, "y": node["y"] - 1, "width": node["size"] + 4, "height": 2} for node in there}
        taken = {node: Image.open(BytesIO(dashboard.page.screenshot(clip=clip))) for node, clip in clips.items()}  # type: ignore[arg-type]
        return {node: int(shot.convert("L").getextrema()[0]) for node, shot in taken.items()}  # type: ignore[arg-type]

    dashboard.go(f"?view=around&around={centre}&steps=3&choice=person:{centre}")
    shown = darkest()
    assert str(far) in shown
    assert max(shown.values()) < 160
    assert {one["id"] for one in dashboard.labels()} == shown.keys()
    # Another one who is chosen there stands out as elsewhere.
    dashboard.go(f"?view=around&around={centre}&steps=3&choice=person:{far}")
    other = darkest()
    assert other[str(near)] < 160
    assert max(other.values()) > 180
    assert {one["id"] for one in dashboard.labels()} < other.keys()


def test_groups_fold(dashboard: Dashboard) -> None:
    dashboard.show("?view=companies")
    assert {"SK하이닉스", "SK텔레콤"} <= set(dashboard.nodes())
    dashboard.page.get_by_test_id("stCheckbox").get_by_text("그룹으로 묶기").click()
    dashboard.page.wait_for_function("!__hoedong.positions().nodes.some((node) => node.label === 'SK텔레콤')")
    dashboard.click_node("SK그룹")
    expect(dashboard.proofs).to_contain_text("SK텔레콤")


def test_back_and_forward_walk_through_what_was_seen(dashboard: Dashboard) -> None:
    dashboard.show()
    dashboard.click_node("이재용")
    expect(dashboard.proofs.locator("h3")).to_contain_text("이재용")
    dashboard.settle()
    dashboard.click_node("최태원")
    expect(dashboard.proofs.locator("h3")).to_contain_text("최태원")
    dashboard.settle()
    dashboard.page.go_back()
    expect(dashboard.proofs.locator("h3")).to_contain_text("이재용")
    dashboard.settle()
    dashboard.page.go_forward()
    expect(dashboard.proofs.locator("h3")).to_contain_text("최태원")
    dashboard.settle()
    dashboard.page.get_by_role("button", name="한 단계 되돌리기").click()
    expect(dashboard.proofs.locator("h3")).to_contain_text("이재용")


def test_a_copied_link_opens_the_same_picture(dashboard: Dashboard, browser: Browser) -> None:
    dashboard.show("?lang=en&view=companies&lanes=person&dates=2024-01-01~2024-12-31")
    dashboard.page.get_by_test_id("meetings").locator("button").first.click()
    expect(dashboard.proofs).to_contain_text("Certainty")
    dashboard.settle()
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    other = Dashboard(page, dashboard.page.url)
    other.show()
    expect(other.proofs.locator("h3")).to_have_text(dashboard.proofs.locator("h3").inner_text())
    control = "JSON.stringify(__hoedong.control)"
    page.wait_for_function(f"wanted => {control} === wanted", arg=dashboard.page.evaluate(control))
    assert other.arrangement() == dashboard.arrangement()
    page.close()


def test_initials_find_a_person_and_words_filter_the_meetings(dashboard: Dashboard) -> None:
    dashboard.show()
    found = dashboard.find("ㅊㅌㅇ")
    expect(found.get_by_role("option").first).to_contain_text("최태원")
    dashboard.page.keyboard.press("Enter")
    expect(dashboard.proofs.locator("h3")).to_contain_text("최태원")
    dashboard.settle()
    found = dashboard.find("플라자호텔")
    found.get_by_role("option").last.click()
    fitting = dashboard.page.get_by_test_id("stSidebarUserContent").get_by_text("회동 5건 가운데 2건")
    expect(fitting).to_be_visible()
    assert query(dashboard)["q"] == "플라자호텔"
    dashboard.press("필터 초기화")
    expect(fitting).to_have_count(0)


def test_enter_chooses_who_is_found_however_fast_it_is_pressed(dashboard: Dashboard) -> None:
    dashboard.show()
    box = dashboard.page.get_by_test_id("finder")
    for typed, found in (("정신아", {"choice"}), ("플라자호텔", {"choice", "q"})):
        box.fill(typed)
        box.press("Enter")
        dashboard.page.wait_for_function("count => [...new URLSearchParams(location.search)].length === count", arg=len(found))
        dashboard.settle()
        assert query(dashboard).keys() == found
    expect(dashboard.proofs.locator("h3")).to_contain_text("정신아")
    assert query(dashboard)["q"] == "플라자호텔"


def test_finding_who_is_in_sight_moves_nothing_and_who_is_not_is_brought_there(dashboard: Dashboard) -> None:
    dashboard.show()
    before = dashboard.places()
    dashboard.find("ㅊㅌㅇ").get_by_role("option").first.click()
    expect(dashboard.proofs).to_contain_text("최태원")
    dashboard.settle()
    assert dashboard.places() == before
    panel = dashboard.network.locator("canvas").bounding_box()
    assert panel
    low = (panel["x"] + 30, panel["y"] + panel["height"] - 30)
    for _ in range(2):
        dashboard.drag(low, (low[0], panel["y"] + 20))
    assert dashboard.nodes()["정신아"]["y"] < panel["y"]
    dashboard.find("정신아").get_by_role("option").first.click()
    expect(dashboard.proofs).to_contain_text("정신아")
    dashboard.settle()
    dashboard.page.wait_for_timeout(400)
    assert panel["y"] < dashboard.nodes()["정신아"]["y"] < panel["y"] + panel["height"]


def test_a_name_in_the_text_chooses_who_bears_it(dashboard: Dashboard) -> None:
    dashboard.show()
    dashboard.click_node("최태원")
    dashboard.proofs.locator("article p button[value]", has_text="올트먼").first.click()
    expect(dashboard.proofs.locator("h3")).to_contain_text("샘 올트먼")


def test_a_quote_is_copied_with_its_citation(dashboard: Dashboard) -> None:
    dashboard.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    dashboard.show()
    dashboard.click_node("정신아")
    dashboard.proofs.get_by_role("button", name="인용 복사").first.click()
    expect(dashboard.proofs.get_by_role("button", name="복사했습니다")).to_be_visible()
    copied = dashboard.page.evaluate("navigator.clipboard.readText()")
    assert re.fullmatch(r"“.+” — metroseoul, .*2025\.02\.05", copied, re.DOTALL)
    paragraph = dashboard.proofs.locator("p:has(button.copy)").first.inner_text()
    quoted = copied[1:].partition("” — ")[0]
    # Whole sentences of the paragraph, and no words of the page's own.
    assert quoted in paragraph
    assert quoted.endswith((".", "다"))
    assert "복사" not in quoted


def test_each_sentence_that_tells_is_copied_by_itself(dashboard: Dashboard) -> None:
    dashboard.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    dashboard.show()
    dashboard.click_node("최태원")
    paragraph = dashboard.proofs.locator("article p", has_text="플라자호텔에서 최 회장과 회동을 가졌다").first
    buttons = paragraph.locator("button.copy")
    expect(buttons.nth(2)).to_be_visible()
    copied = []
    for at in range(buttons.count()):
        expect(buttons.nth(at)).to_have_accessible_name("인용 복사")
        buttons.nth(at).click()
        expect(buttons.nth(at)).to_have_text("복사했습니다")
        copied.append(dashboard.page.evaluate("navigator.clipboard.readText()"))
    sentences = [one[1:].partition("” — ")[0] for one in copied]
    assert sentences[1].startswith("먼저 올트먼 CEO 등")
    assert sentences[1].endswith("최 회장과 회동을 가졌다.")
    assert all(one.count(".") == 1 for one in sentences)
    assert len(set(sentences)) == len(sentences)
    assert all("” — metroseoul" in one for one in copied)


def test_the_whole_article_opens_where_the_proof_stands(dashboard: Dashboard) -> None:
    dashboard.show()
    dashboard.click_node("정신아")
    dashboard.proofs.get_by_role("button", name="기사 전문").first.click()
    text = dashboard.page.get_by_test_id("article-text")
    expect(text.locator("p.reached")).to_be_in_viewport()
    assert text.locator("p").count() > 5
    dashboard.settle()
    dashboard.press("근거로 돌아가기")
    expect(dashboard.proofs.locator("h3")).to_contain_text("정신아")


def test_the_timeline_has_lanes_and_a_zoom_that_the_address_keeps(dashboard: Dashboard) -> None:
    dashboard.show()
    whole = len(dashboard.entries())
    dashboard.page.get_by_role("button", name="인물별").click()
    dashboard.page.wait_for_function("count => __hoedong.entries().length > count", arg=whole)
    for _ in range(12):
        dashboard.page.get_by_role("button", name="연표 확대").click()
    dashboard.page.wait_for_function(
        "() => { const [from, to] = (new URLSearchParams(location.search).get('zoom') ?? '0~9').split('~'); return to - from < 2; }"
    )
    assert query(dashboard)["lanes"] == "person"


def test_playing_grows_the_network_with_time(dashboard: Dashboard) -> None:
    dashboard.show()
    whole = len(dashboard.edges())
    dashboard.page.get_by_role("button", name="시간 순서로 재생").click()
    dashboard.page.wait_for_function("count => __hoedong.positions().edges.length < count", arg=whole)
    dashboard.page.get_by_role("button", name="멈춤").click()
    dashboard.page.wait_for_function("new URLSearchParams(location.search).has('dates')")


def test_the_table_sorts_filters_and_chooses(dashboard: Dashboard) -> None:
    dashboard.show("?table=meetings")
    table = dashboard.page.get_by_test_id("sheet")
    rows = table.locator("tbody tr")
    expect(rows).to_have_count(5)
    dates = rows.locator("td.date")
    assert dates.first.inner_text().startswith("2025.02.04")
    table.get_by_role("button", name="날짜", exact=True).click()
    expect(dates.first).to_have_text("2024.01")
    expect(table.locator("th[data-column=date]")).to_have_attribute("aria-sort", "ascending")
    dashboard.page.get_by_test_id("sheet-filter").fill("ㅈㅅㅇ")
    expect(rows).to_have_count(1)
    rows.first.click()
    expect(dashboard.proofs.locator("h3")).to_contain_text("정신아")
    expect(rows.first).to_have_attribute("aria-selected", "true")
    dashboard.page.wait_for_function("new URLSearchParams(location.search).has('find')")
    dashboard.settle()
    assert (query(dashboard)["sort"], query(dashboard)["find"]) == ("date", "ㅈㅅㅇ")
    dashboard.page.reload()
    dashboard.drawn()
    expect(dashboard.page.get_by_test_id("sheet-filter")).to_have_value("ㅈㅅㅇ")
    expect(rows).to_have_count(1)


@pytest.mark.parametrize("theme", ["dashboard", "dark"])
@pytest.mark.parametrize("path", ["", "?choice=meeting:1&table=meetings&lanes=person", "?view=companies&lang=en"])
def test_axe_finds_no_serious_violation(request: pytest.FixtureRequest, theme: str, path: str) -> None:
    dashboard: Dashboard = request.getfixturevalue(theme)
    dashboard.show(path)
    # The timeline comes in a mount of its own, and what it shows with its words.
    expect(dashboard.timeline).to_have_attribute("aria-label", re.compile("."))
    assert violations(dashboard.page) == []


@pytest.mark.parametrize("part", ["finder", "network", "sheet", "timeline"])
def test_what_has_no_words_yet_waits_out_of_sight(browser: Browser, part: str) -> None:
    page = browser.new_page()
    html, css = (source(f"graphing.view.{part}", f"{part}.{kind}") for kind in ("html", "css"))
    page.set_content(f'<html lang="ko"><title>{part}</title><style>{css}</style><main><h1>{part}</h1>{html}</main></html>')
    assert violations(page) == []
    # Nothing is hidden that has words.
    for control in page.locator("button:not([hidden]), input").all():
        control.evaluate("node => { node.textContent ||= 'x'; node.setAttribute('aria-label', 'x'); }")
        assert control.evaluate("node => getComputedStyle(node).visibility") == "visible"
    page.close()


def test_the_network_fills_the_screen_and_comes_back(dashboard: Dashboard) -> None:
    dashboard.show()
    dashboard.page.get_by_role("button", name="전체 화면").click()
    dashboard.page.wait_for_function("document.fullscreenElement !== null")
    dashboard.page.get_by_role("button", name="전체 화면").click()
    dashboard.page.wait_for_function("document.fullscreenElement === null")


def test_a_full_screen_shows_the_same_picture_larger(dashboard: Dashboard) -> None:
    dashboard.show()
    before, small = dashboard.arrangement(), dashboard.places()
    dashboard.page.get_by_role("button", name="전체 화면").click()
    dashboard.page.wait_for_function("document.fullscreenElement !== null")
    dashboard.page.wait_for_timeout(500)
    panel = dashboard.network.locator("canvas").bounding_box()
    across = [x for x, _ in dashboard.places().values()]
    assert panel
    assert max(across) - min(across) > 0.75 * panel["width"], "as wide as the screen"
    high, low = ([y for _, y in places.values()] for places in (dashboard.places(), small))
    assert max(high) - min(high) > 1.1 * (max(low) - min(low))
    for node, place in dashboard.arrangement().items():
        assert place == pytest.approx(before[node], abs=0.005)
    dashboard.page.get_by_role("button", name="전체 화면").click()
    dashboard.page.wait_for_function("document.fullscreenElement === null")
    dashboard.page.wait_for_timeout(500)
    for node, place in dashboard.arrangement().items():
        assert place == pytest.approx(before[node], abs=0.005)


def same_side(one: dict[str, tuple[float, float]], other: dict[str, tuple[float, float]]) -> list[float]:
    """How the places of those who stand in both pictures agree, across and down: 1.0 where nobody changes sides."""
    both = sorted(one.keys() & other.keys())
    assert len(both) >= 4
    return [correlation([one[node][axis] for node in both], [other[node][axis] for node in both]) for axis in (0, 1)]


@pytest.mark.parametrize("size", [(1280, 720), (820, 1180)])
def test_readings_are_switched_without_losing_place(dashboard: Dashboard, size: tuple[int, int]) -> None:
    dashboard.page.set_viewport_size({"width": size[0], "height": size[1]})
    dashboard.show()
    people = dashboard.places()
    for reading in ("주변 관계", "회동", "회사"):
        dashboard.read_as(reading)
        assert min(same_side(people, dashboard.places())) > 0.9, reading
    unfolded = dashboard.places()
    dashboard.page.get_by_text("그룹으로 묶기").click()
    dashboard.settle()
    assert min(same_side(unfolded, dashboard.places())) > 0.9


def test_another_reading_is_looked_at_as_near(dashboard: Dashboard) -> None:
    dashboard.show("?choice=person:34")
    for _ in range(3):
        dashboard.page.locator(".tools .closer").click()
    dashboard.read_as("회동")
    panel = dashboard.network.locator("canvas").bounding_box()
    assert panel
    chosen = dashboard.nodes()["최태원"]
    assert chosen["x"] == pytest.approx(panel["x"] + panel["width"] / 2, abs=3)
    assert chosen["y"] == pytest.approx(panel["y"] + panel["height"] / 2, abs=3)
    others = [one for label, one in dashboard.nodes().items() if label]
    assert any(not panel["x"] < one["x"] < panel["x"] + panel["width"] for one in others), "it is still looked at from near"


def test_zooming_keeps_who_is_chosen_where_it_is(dashboard: Dashboard) -> None:
    dashboard.show()
    dashboard.click_node("이재용")
    expect(dashboard.proofs.locator("h3")).to_contain_text("이재용")
    dashboard.settle()
    before = dashboard.nodes()["이재용"]
    for button in ("closer", "closer", "closer", "farther"):
        dashboard.page.locator(f".tools .{button}").click()
        now = dashboard.nodes()["이재용"]
        assert (now["x"], now["y"]) == pytest.approx((before["x"], before["y"]), abs=2)
