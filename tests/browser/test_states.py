"""What Streamlit tells in a window of its own, in English and over all of the page, is told by a calm notice in the reader's language."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from dashboard import FIRST_START, Dashboard, violations
from serving import ROOT, serve

LOST = {"ko": "서버와 연결이 끊겼습니다", "en": "Connection to the server lost"}
NO_PAGE = {"ko": "이 주소에는 페이지가 없습니다", "en": "No page at this address"}


def test_a_lost_connection_is_told_in_the_readers_language_until_it_is_back(
    browser: Browser, seeded_copy: str, tmp_path: Path
) -> None:
    pages = {language: browser.new_page(locale="ko-KR") for language in LOST}
    with serve(ROOT / "app.py", tmp_path / "first.log", seeded_copy) as address:
        dashboards = [Dashboard(page, address) for page in pages.values()]
        for language, dashboard in zip(LOST, dashboards, strict=True):
            dashboard.show(f"?lang={language}&person=최태원")
            dashboard.page.get_by_test_id("finder").focus()
    for language, page in pages.items():
        expect(page.locator(".hoedong-notice")).to_contain_text(LOST[language], timeout=15_000)
    page.wait_for_timeout(6000)  # Streamlit opens its windows meanwhile
    for dashboard in dashboards:
        page, notice = dashboard.page, dashboard.page.locator(".hoedong-notice")
        expect(page.get_by_role("dialog")).to_have_count(0)
        expect(page.get_by_text("Is Streamlit still running")).to_have_count(0)
        expect(notice).to_have_count(1)
        expect(notice).to_have_attribute("role", "alert")
        # What stood there is read on, and the keyboard is where it was.
        expect(dashboard.proofs).to_be_visible()
        expect(page.get_by_test_id("finder")).to_be_focused()
    with serve(ROOT / "app.py", tmp_path / "second.log", seeded_copy, port=int(address.rstrip("/").rpartition(":")[2])):
        for page in pages.values():
            expect(page.locator(".hoedong-notice")).to_have_count(0, timeout=FIRST_START)
    for page in pages.values():
        page.close()


@pytest.mark.parametrize("language", ["ko", "en"])
def test_an_address_without_a_page_is_told_and_the_network_shown(dashboard: Dashboard, language: str) -> None:
    page = dashboard.page
    dashboard.show(f"nopage?lang={language}")
    notice = page.locator(".hoedong-notice")
    expect(notice).to_contain_text(NO_PAGE[language])
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_text("Page not found")).to_have_count(0)
    assert violations(page) == []
    notice.get_by_role("button").click()
    expect(notice).to_have_count(0)
    dashboard.errors.clear()  # the browser's own word of what is not there


def test_what_an_address_tells_badly_is_told_once_the_pictures_are_drawn(dashboard: Dashboard) -> None:
    page = dashboard.page
    dashboard.show("?dates=2024")
    told = page.get_by_role("status").filter(has_text="dates=2024")
    expect(told).to_contain_text("2024-01-01~2024-12-31")
    dashboard.turn_to("기사 목록")
    expect(told).to_have_count(0)
    dashboard.open("articles?order=big")
    expect(page.get_by_role("status").filter(has_text="order=big")).to_contain_text("newest")
    page.get_by_role("button", name="닫기").click()
    expect(page.get_by_role("status").filter(has_text="order=big")).to_have_count(0)
    dashboard.errors.clear()  # the browser's own word of what is not under a page's address


def seen_lines(dashboard: Dashboard) -> int:
    """How many lines of the articles' paragraphs stand whole in the panel of proofs and in the window, above where they fade out."""
    return int(dashboard.page.evaluate("""() => {
      const panel = document.querySelector(".st-key-proofs").getBoundingClientRect();
      const end = Math.min(panel.bottom - 20, innerHeight);
      const lines = new Set();
      for (const paragraph of document.querySelectorAll(".proofs article > p")) {
        const text = document.createRange();
        text.selectNodeContents(paragraph);
        for (const box of text.getClientRects()) if (box.height > 10 && box.bottom <= end) lines.add(Math.round(box.bottom / 12));
      }
      return lines.size;
    }"""))


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("choice", ["person=최태원", "choice=meeting:1"])
def test_a_low_window_shows_lines_of_the_article_and_not_only_facts(dashboard: Dashboard, choice: str, language: str) -> None:
    dashboard.page.set_viewport_size({"width": 1280, "height": 720})
    dashboard.show(f"?{choice}&lang={language}")
    expect(dashboard.proofs).to_be_visible()
    assert seen_lines(dashboard) >= 6


@pytest.mark.parametrize("size", [(1280, 720), (820, 1180)])
def test_the_button_that_reads_is_in_sight_wherever_the_form_is(dashboard: Dashboard, size: tuple[int, int]) -> None:
    page = dashboard.page
    page.set_viewport_size({"width": size[0], "height": size[1]})
    dashboard.show()
    dashboard.turn_to("기사 넣기")
    button = page.get_by_role("button", name="읽기", exact=True)
    expect(button).to_be_in_viewport(ratio=1)
    button.click()
    # What is wrong is said beside it; the form's end is not hidden under it.
    expect(page.get_by_test_id("stAlert")).to_be_in_viewport(ratio=1)
    page.get_by_test_id("stMain").evaluate("main => main.scrollTo(0, main.scrollHeight)")
    last = page.get_by_test_id("stTextInput").last.bounding_box()
    reads = button.bounding_box()
    assert last
    assert reads
    assert last["y"] + last["height"] <= reads["y"]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("ko", ("파일 고르기", "여기에 끌어다 놓아도 됩니다. 파일마다 100MB까지", "웹페이지, 메일) 도움말", "너무 큽니다. 100MB까지")),
        ("en", ("Choose files", "or drop them here, up to 100 MB each", "Help for Files (text, ", "too large. The limit is 100 MB")),
    ],
)
def test_who_hears_the_uploader_hears_their_own_language_and_a_true_limit(
    dashboard: Dashboard, tmp_path: Path, language: str, said: tuple[str, ...]
) -> None:
    dashboard.show(f"?lang={language}")
    dashboard.turn_to("기사 넣기" if language == "ko" else "Add articles")
    uploader = dashboard.page.get_by_test_id("stFileUploader")
    expect(uploader.get_by_role("button", name=said[0], exact=True)).to_have_count(2)
    heard = uploader.aria_snapshot()
    assert all(words in heard for words in said[:3])
    for other in ("Upload", "file upload", "200MB"):
        assert other not in heard
    # Another language, without a new page.
    dashboard.switch_language("English" if language == "ko" else "한국어")
    dashboard.settle()
    expect(uploader.get_by_role("button", name="Choose files" if language == "ko" else "파일 고르기", exact=True)).to_have_count(2)
    dashboard.switch_language("한국어" if language == "ko" else "English")
    dashboard.settle()
    # A file that Streamlit does not take: why stands beneath its name, to be seen.
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(201 * 2**20)
    uploader.locator("input").set_input_files(large)
    refused = uploader.get_by_role("alert")
    expect(refused).to_contain_text(said[3])
    box = refused.bounding_box()
    assert box
    assert box["height"] > 12


@pytest.mark.parametrize("theme", ["dashboard", "dark"])
def test_what_is_chosen_of_several_looks_alike_on_every_page(request: pytest.FixtureRequest, theme: str) -> None:
    dashboard: Dashboard = request.getfixturevalue(theme)
    look = "part => { const css = getComputedStyle(part); return [css.color, css.borderTopColor, css.backgroundColor]; }"
    dashboard.show()
    reading = dashboard.page.get_by_test_id("stMain").get_by_role("radio", checked=True).first
    looks = reading.evaluate(look)
    dashboard.turn_to("검토")
    part = dashboard.page.locator("[class*=st-key-review_part_] [data-testid=stBaseButton-primary]")
    assert part.evaluate(look) == looks
