"""In which language a page opens, and that it stays."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from dashboard import Dashboard, query


@pytest.mark.parametrize(
    ("locale", "path", "language"),
    [("en-GB", "", "en"), ("de-DE", "", "ko"), ("ko-KR", "", "ko"), ("en-GB", "?lanes=person", "ko"), ("ko-KR", "?lang=en", "en")],
)
def test_a_bare_address_opens_in_the_browsers_language_and_every_other_in_its_own(
    browser: Browser, dashboard: Dashboard, locale: str, path: str, language: str
) -> None:
    page = browser.new_page(viewport={"width": 1440, "height": 900}, locale=locale)
    other = Dashboard(page, dashboard.address)
    other.open(path)
    other.drawn()
    name = {"ko": "인물·회사 찾기", "en": "Find a person or company"}[language]
    expect(page.get_by_placeholder(name)).to_be_visible()
    other.settle()
    # The address stays as it was opened, so that back leads out.
    assert page.url == dashboard.address + path
    page.close()


def test_the_language_stays_when_another_page_is_loaded_anew(dashboard: Dashboard) -> None:
    dashboard.open("?lang=en&lanes=person")
    dashboard.drawn()
    dashboard.turn_to("Articles")
    expect(dashboard.page.get_by_role("heading", level=1)).to_contain_text("Articles")
    dashboard.page.wait_for_function("new URLSearchParams(location.search).get('lang') === 'en'")
    dashboard.page.reload()
    expect(dashboard.page.get_by_role("heading", level=1)).to_contain_text("Articles")
    # Streamlit looks for its server below a page's own path first.
    assert all("404" in error for error in dashboard.errors)
    dashboard.errors.clear()
    dashboard.page.go_back()
    dashboard.drawn()
    assert query(dashboard) == {"lang": "en", "lanes": "person"}
