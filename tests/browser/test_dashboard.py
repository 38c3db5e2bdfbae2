"""What a reader does on the first page, with the seed page in the store."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageStat
from playwright.sync_api import WebSocketRoute, expect

from dashboard import FIRST_START, Dashboard
from serving import ROOT, serve

Watch = Callable[[str, Path], AbstractContextManager[Dashboard]]
PEOPLE = {"샘 올트먼", "이재용", "손정의", "최태원", "정신아", "전영현", "곽노정", "유영상"}
COMPANIES = {"오픈AI", "삼성전자", "소프트뱅크그룹", "SK그룹", "SK하이닉스", "SK텔레콤", "카카오"}
ENGLISH = {"Sam Altman", "Lee Jae-yong", "Son Masayoshi", "Chey Tae-won", "Kakao"}
RECALLED = "6월엔 미국 샌프란시스코 오픈AI 본사에서 회동을 가졌다."


def test_the_people_and_companies_of_the_page_are_there(dashboard: Dashboard) -> None:
    dashboard.show()
    assert set(dashboard.nodes()) >= PEOPLE | COMPANIES


def test_the_five_meetings_stand_in_the_timeline(dashboard: Dashboard) -> None:
    dashboard.show()
    dates = dashboard.page.get_by_test_id("meetings").locator("button .date")
    expect(dates).to_have_count(5)
    assert sorted(dates.all_inner_texts()) == ["2024.01", "2024.06", "2025.02.04", "2025.02.04", "2025.02.04"]
    assert len(dashboard.entries()) == 5


def test_a_click_on_a_person_shows_the_paragraphs(dashboard: Dashboard) -> None:
    dashboard.show()
    dashboard.click_node("샘 올트먼")
    proofs = dashboard.proofs
    expect(proofs).to_contain_text("플라자호텔에서 최 회장과 회동을 가졌다")
    expect(proofs).to_contain_text("metroseoul")
    expect(proofs).to_contain_text("2025")
    expect(proofs.locator("p button[value], mark").filter(has_text="올트먼").first).to_be_visible()
    expect(proofs.locator("p button[value], mark").filter(has_text="회동").first).to_be_visible()


def test_a_click_on_a_meeting_in_the_timeline_shows_its_paragraph(dashboard: Dashboard) -> None:
    dashboard.show()
    dashboard.page.get_by_test_id("meetings").locator("button").filter(has_text="2024.06").click()
    expect(dashboard.proofs).to_contain_text(RECALLED)
    dashboard.page.keyboard.press("Escape")


def test_a_click_on_a_mark_of_the_timeline_shows_its_paragraph(dashboard: Dashboard) -> None:
    dashboard.show()
    mark = next(entry for entry in dashboard.entries() if "2024.06" in entry["line"])
    dashboard.page.mouse.click(mark["x"], mark["y"])
    expect(dashboard.proofs).to_contain_text(RECALLED)


def test_a_click_on_an_edge_shows_its_paragraph(dashboard: Dashboard) -> None:
    dashboard.show()
    ends = {dashboard.nodes()[name]["id"] for name in ("이재용", "손정의")}
    edge = dashboard.edge_between(ends)
    dashboard.page.mouse.click(edge["x"], edge["y"])
    expect(dashboard.proofs).to_contain_text("3자 회동")


def test_one_switch_puts_the_labels_into_english_and_back(dashboard: Dashboard) -> None:
    dashboard.show()
    before = dashboard.arrangement()
    dashboard.switch_language("English")
    dashboard.page.wait_for_function("__hoedong.positions().nodes.some((node) => node.label === 'Sam Altman')")
    assert set(dashboard.nodes()) >= ENGLISH
    assert dashboard.arrangement() == before
    dashboard.switch_language("한국어")
    dashboard.page.wait_for_function("__hoedong.positions().nodes.some((node) => node.label === '샘 올트먼')")


def test_a_link_in_english_stays_english_on_other_pages(dashboard: Dashboard) -> None:
    dashboard.open("?lang=en")
    dashboard.turn_to("Articles")
    expect(dashboard.page.get_by_label("Find by title, outlet, author, file name or text")).to_be_visible()
    dashboard.turn_to("Network")
    dashboard.drawn()
    assert "Sam Altman" in dashboard.nodes()


def test_nothing_moves_when_the_page_runs_again(dashboard: Dashboard) -> None:
    dashboard.show()
    before = dashboard.places()
    for name in ("이재용", "최태원"):
        dashboard.click_node(name)
        expect(dashboard.proofs).to_contain_text(name)
        dashboard.settle()
        assert dashboard.places() == before


def test_what_is_chosen_is_still_drawn_after_another_page(dashboard: Dashboard) -> None:
    dashboard.show()
    dashboard.click_node("샘 올트먼")
    expect(dashboard.proofs).to_contain_text("샘 올트먼")
    dashboard.settle()
    dashboard.turn_to("기사 목록")
    expect(dashboard.page.get_by_test_id("stDataFrame")).to_be_visible()
    dashboard.turn_to("관계망")
    dashboard.drawn()
    expect(dashboard.proofs).to_contain_text("샘 올트먼")


# What the pictures ask for by themselves or by a click, and what stands on the page that was left for.
@pytest.mark.parametrize(("name", "value"), [("pictured", True), ("picked", {"kind": "none", "id": ""})])
def test_what_is_still_asked_for_when_the_page_is_left_does_not_blank_the_other(dashboard: Dashboard, name: str, value: object) -> None:
    dashboard.show()
    dashboard.page.evaluate(
        "([name, value]) => {"
        " document.querySelector('[data-testid=stSidebarNavLink][href$=upload]').click();"
        " __hoedong.tell(name, value); }",
        [name, value],
    )
    title = dashboard.page.get_by_role("heading", level=1, name="기사 넣기", exact=True)
    expect(title).to_be_visible()
    dashboard.page.wait_for_timeout(1500)
    dashboard.settle()
    expect(title).to_be_visible()
    # Back at home the pictures are heard again, also by the browser's own way back over another page.
    dashboard.turn_to("기사 목록")
    dashboard.page.go_back()
    expect(title).to_be_visible()
    dashboard.page.go_back()
    dashboard.drawn()
    dashboard.click_node("이재용")
    expect(dashboard.proofs).to_contain_text("이재용")


def test_the_keyboard_reaches_a_person_and_the_proof(dashboard: Dashboard) -> None:
    dashboard.show()
    dashboard.network.focus()
    dashboard.page.keyboard.press("ArrowRight")
    dashboard.page.keyboard.press("Enter")
    expect(dashboard.proofs).to_contain_text("회동")
    dashboard.page.keyboard.press("Escape")
    meeting = dashboard.page.get_by_test_id("meetings").locator("button").first
    expect(meeting).to_be_visible()
    meeting.focus()
    dashboard.page.keyboard.press("ArrowDown")
    dashboard.page.keyboard.press("Enter")
    expect(dashboard.proofs.locator("h3")).to_contain_text("정신아")


def test_a_late_answer_to_an_earlier_choice_changes_nothing(dashboard: Dashboard) -> None:
    held: list[tuple[WebSocketRoute, str | bytes]] = []
    holding = False

    def connect(browser: WebSocketRoute) -> None:
        server = browser.connect_to_server()
        server.on_message(lambda message: held.append((browser, message)) if holding else browser.send(message))

    dashboard.page.route_web_socket("**/_stcore/stream", connect)
    dashboard.show()
    dashboard.page.evaluate(
        """() => {
          globalThis.told = [];
          for (const name of ["choice", "control"]) __hoedong.bus.addEventListener(name, () => told.push(__hoedong.control.choice?.id));
        }"""
    )
    holding = True
    dashboard.click_node("이재용")
    dashboard.page.wait_for_timeout(1500)
    assert held, "the answer to the first choice is on its way"
    dashboard.network.focus()
    dashboard.page.keyboard.press("Escape")
    for browser, message in held:
        browser.send(message)
    holding = False
    expect(dashboard.page.get_by_test_id("meetings").locator("button").first).to_be_visible()
    dashboard.settle()
    told = dashboard.page.evaluate("told")
    assert told[0]
    assert not any(told[1:]), "once let go, it was never shown as chosen again"


@pytest.mark.parametrize(("theme", "is_background"), [("dashboard", lambda level: level > 200), ("dark", lambda level: level < 60)])
def test_the_pictures_follow_the_theme(request: pytest.FixtureRequest, theme: str, is_background: Callable[[float], bool]) -> None:
    dashboard: Dashboard = request.getfixturevalue(theme)
    dashboard.show()
    for picture in (dashboard.network, dashboard.timeline):
        levels = Image.open(BytesIO(picture.screenshot())).convert("L")
        median = ImageStat.Stat(levels).median[0]
        assert is_background(median)
        faintest, boldest = levels.getextrema()
        assert max(median - faintest, boldest - median) > 120, "labels stand out from the background"


def test_the_network_of_the_very_first_start_is_the_one_that_stays(watch: Watch, tmp_path: Path) -> None:
    database = tmp_path / "first.sqlite"
    with serve(ROOT / "app.py", tmp_path / "server.log", f"sqlite:///{database}") as address, watch(address, database) as dashboard:
        dashboard.page.goto(address)
        dashboard.network.evaluate("(network) => (network.first = true)", timeout=FIRST_START)
        dashboard.drawn()
        expect(dashboard.timeline).to_be_visible()
        assert dashboard.network.evaluate("(network) => network.first")


def test_a_link_to_an_article_that_is_gone_says_so_in_the_place_of_the_list(dashboard: Dashboard) -> None:
    dashboard.page.set_viewport_size({"width": 1280, "height": 720})
    dashboard.show("?lang=ko&open=9999999.3")
    expect(dashboard.page.get_by_text("더는 없습니다")).to_be_in_viewport(ratio=1)
    expect(dashboard.page.get_by_test_id("meetings")).to_be_hidden()
    expect(dashboard.page.get_by_test_id("stMain").get_by_role("button", name="고치기")).to_have_count(0)
    dashboard.page.keyboard.press("Escape")
    expect(dashboard.page.get_by_test_id("meetings")).to_be_visible()


def test_escape_in_an_opened_article_leads_back_to_the_proofs(dashboard: Dashboard) -> None:
    dashboard.show()
    dashboard.timeline.press("Escape")
    dashboard.page.get_by_test_id("meetings").locator("button.entry").first.click()
    # From wherever the keyboard is: the article's text, the network, the timeline.
    for picture in (None, dashboard.network, dashboard.timeline):
        dashboard.proofs.get_by_role("button", name="기사 전문").first.click()
        expect(dashboard.page.get_by_test_id("article-text")).to_be_visible()
        dashboard.settle()
        if picture:
            picture.focus()
        dashboard.page.keyboard.press("Escape")
        expect(dashboard.proofs.get_by_role("button", name="기사 전문").first).to_be_visible()
        assert "choice=" in dashboard.page.url
        dashboard.settle()
    dashboard.page.keyboard.press("Escape")
    dashboard.page.wait_for_function("!location.search.includes('choice=')")
