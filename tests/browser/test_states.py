"""What Streamlit tells in a window of its own, in English and over all of the page, is told by a calm notice in the reader's language."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from dashboard import FIRST_START, Dashboard, violations
from serving import ROOT, serve

LOST = {"ko": "서버와 연결이 끊겼습니다", "en": "The connection to the server is lost"}
NO_PAGE = {"ko": "이 주소에는 페이지가 없습니다", "en": "There is no page at this address"}


@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_lost_connection_is_told_until_it_is_back(browser: Browser, seeded_copy: str, tmp_path: Path, language: str) -> None:
    page = browser.new_page(locale="ko-KR")
    notice = page.locator(".hoedong-notice")
    with serve(ROOT / "app.py", tmp_path / "first.log", seeded_copy) as address:
        dashboard = Dashboard(page, address)
        dashboard.open(f"?lang={language}&person=최태원")
        dashboard.drawn()
        page.get_by_test_id("finder").focus()
    expect(notice).to_contain_text(LOST[language], timeout=15_000)
    page.wait_for_timeout(6000)  # Streamlit opens its window meanwhile
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_text("Is Streamlit still running")).to_have_count(0)
    expect(notice).to_have_count(1)
    expect(notice).to_have_attribute("role", "alert")
    # What stood there is read on, and the keyboard is where it was.
    expect(dashboard.proofs).to_be_visible()
    expect(page.get_by_test_id("finder")).to_be_focused()
    with serve(ROOT / "app.py", tmp_path / "second.log", seeded_copy, port=int(address.rstrip("/").rpartition(":")[2])):
        expect(notice).to_have_count(0, timeout=FIRST_START)
    page.close()


@pytest.mark.parametrize("language", ["ko", "en"])
def test_an_address_without_a_page_is_told_and_the_network_shown(dashboard: Dashboard, language: str) -> None:
    page = dashboard.page
    dashboard.open(f"nopage?lang={language}")
    dashboard.drawn()
    notice = page.locator(".hoedong-notice")
    expect(notice).to_contain_text(NO_PAGE[language])
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_text("Page not found")).to_have_count(0)
    assert violations(page) == []
    notice.get_by_role("button").click()
    expect(notice).to_have_count(0)
    dashboard.errors.clear()  # the browser's own word of what is not there
