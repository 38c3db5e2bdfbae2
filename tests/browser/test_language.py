"""In which language a page opens, and that it stays."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, expect

from dashboard import Dashboard, query, violations


@pytest.mark.parametrize(
    ("locale", "path", "language"),
    [("en-GB", "", "en"), ("de-DE", "", "ko"), ("ko-KR", "", "ko"), ("en-GB", "?lanes=person", "ko"), ("ko-KR", "?lang=en", "en")],
)
def test_a_bare_address_opens_in_the_browsers_language_and_every_other_in_its_own(
    browser: Browser, dashboard: Dashboard, locale: str, path: str, language: str
) -> None:
    page = browser.new_page(viewport={"width": 1440, "height": 900}, locale=locale)
    other = Dashboard(page, dashboard.address)
    other.show(path)
    name = {"ko": "인물·회사 찾기", "en": "Find a person or company"}[language]
    expect(page.get_by_placeholder(name)).to_be_visible()
    other.settle()
    # The address stays as it was opened, so that back leads out.
    assert page.url == dashboard.address + path
    page.close()


def test_the_language_stays_when_another_page_is_loaded_anew(dashboard: Dashboard) -> None:
    dashboard.show("?lang=en&lanes=person")
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


OWN_NAMES = {
    "Moui Economy": "모의경제", "Pyobon News Agency": "표본통신", "Gasang Ilbo": "가상일보", "Yesi Shinmun": "예시신문",
    "Gyeonbon Times": "견본타임스",
}  # fmt: skip


def test_outlets_stand_in_latin_letters_in_english_lists_and_tell_their_own_names(many: Dashboard) -> None:
    page = many.page
    many.show("?lang=en&table=meetings")
    listed = page.get_by_test_id("meetings").locator(".outlet")
    told = page.locator("td.outlet")
    for papers in (listed, told):
        expect(papers.first).to_be_visible()
        shown = {(one.inner_text(), one.get_attribute("title")) for one in papers.all()[:40]}
        assert len(shown) >= 3
        assert all(OWN_NAMES[said] == title for said, title in shown)
    # Nothing says what a topic is in English: it is told as Korean.
    for topics in (page.get_by_test_id("meetings").locator(".topic"), page.locator("td.topic")):
        assert {one.get_attribute("lang") for one in topics.all()[:40] if one.inner_text()} == {"ko"}
    line = page.get_by_test_id("meetings").locator("[data-meeting]").first
    assert line.get_attribute("aria-label") is None, "it is heard in the languages of its parts"
    for said in (line.locator(".date").inner_text(), "Held", listed.first.inner_text()):
        expect(line).to_have_accessible_name(re.compile(re.escape(said)))
    # By its own name it is found as well.
    without = page.get_by_test_id("stSidebar").get_by_role("combobox", name="Exclude outlets")
    without.fill("표본")
    expect(page.get_by_role("option")).to_have_text(["Pyobon News Agency"])
    without.press("Enter")
    page.wait_for_function("new URLSearchParams(location.search).get('without') === '표본통신'")
    many.settle()
    many.show("?lang=en&choice=meeting:7")
    outlet = many.proofs.locator("[data-cite=outlet]").first
    assert OWN_NAMES[outlet.inner_text()] == outlet.get_attribute("title")
    assert many.proofs.locator("article header > span").first.get_attribute("lang") == "en"
    assert violations(page) == []
