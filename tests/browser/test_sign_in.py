"""Signing in through a real OpenID Connect provider: who may do what, and whose name a decision bears. The people are made up."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from oidc_provider_mock import User, run_server_in_thread
from papers import told
from playwright.sync_api import Browser, Page, Route, expect

from dashboard import Dashboard
from graphing.store import open_store
from serving import ROOT, free_port, serve

PEOPLE = {"owner": "주인영", "curator": "구라온", "reader": "독자윤"}
SECRETS = """[auth]
redirect_uri = "{app}oauth2callback"
cookie_secret = "a secret of this test, and of nobody else's"
client_id = "hoedong"
client_secret = "not asked for"
server_metadata_url = "{provider}/.well-known/openid-configuration"

[roles]
owner = ["owner@example.org"]
curator = ["curator@example.org"]
"""


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The app behind a provider that knows the three: its address, and its SQLite file."""
    folder = tmp_path_factory.mktemp("signed")
    database, secrets, port = folder / "signed.sqlite", folder / "secrets.toml", free_port()
    with open_store(f"sqlite:///{database}") as store:
        store.add([told("새벽신문"), told("한낮일보", ("탁현서", "고도윤"), day=9)])
    known = [User(sub=role, claims={"name": name, "email": f"{role}@example.org", "email_verified": True}) for role, name in PEOPLE.items()]
    with run_server_in_thread(user_claims=known) as provider:
        secrets.write_text(
            SECRETS.format(app=f"http://localhost:{port}/", provider=f"http://localhost:{provider.server_port}"), encoding="utf-8"
        )
        options = ("--secrets.files", str(secrets))
        with serve(ROOT / "app.py", folder / "server.log", f"sqlite:///{database}", port, options) as address:
            yield address, database


def local(route: Route) -> None:
    """The provider's page would dress itself from another machine."""
    if urlsplit(route.request.url).hostname == "localhost":
        route.continue_()
    else:
        route.abort()


def signed_in(browser: Browser, address: str, role: str) -> Dashboard:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="ko-KR")
    context.route("**/*", local)
    page = context.new_page()
    dashboard = Dashboard(page, address)
    dashboard.open()
    expect(page.get_by_test_id("network")).to_have_count(0)
    page.get_by_role("button", name="로그인").click()
    page.get_by_role("button", name=role, exact=True).click()
    expect(page.get_by_text(PEOPLE[role], exact=False)).to_be_visible()
    dashboard.settle()
    return dashboard


def turn(dashboard: Dashboard, page: str) -> Page:
    dashboard.turn_to(page)
    expect(dashboard.page.get_by_role("heading", name=page, exact=True)).to_be_visible()
    dashboard.settle()
    return dashboard.page


def test_a_page_that_a_new_server_runs_alone_asks_for_the_sign_in_too(browser: Browser, app: tuple[str, Path]) -> None:
    """The first test here: only until app.py has run, Streamlit takes pages/network.py for a page that stands by itself."""
    page = browser.new_page(locale="ko-KR")
    dashboard = Dashboard(page, app[0])
    dashboard.open("network")
    expect(page.get_by_role("button", name="로그인")).to_be_visible()
    expect(page.get_by_test_id("network")).to_have_count(0)
    page.close()


def test_a_reader_looks_and_changes_nothing(browser: Browser, app: tuple[str, Path]) -> None:
    dashboard = signed_in(browser, app[0], "reader")
    expect(dashboard.page.get_by_text("독자윤 · 읽기")).to_be_visible()
    page = turn(dashboard, "검토")
    expect(page.get_by_text("보기만 할 수 있는 계정입니다.")).to_be_visible()
    expect(page.get_by_role("button", name="맞음")).to_have_count(0)
    page = turn(dashboard, "기사 넣기")
    expect(page.get_by_label("기사 본문")).to_have_count(0)
    page = turn(dashboard, "기사 목록")
    dashboard.open_first_row()
    expect(page.get_by_test_id("article-text")).to_be_visible()
    expect(page.get_by_test_id("marker")).to_have_count(0)
    expect(page.get_by_role("button", name="삭제")).to_have_count(0)
    page.get_by_role("button", name="로그아웃").click()
    expect(page.get_by_role("heading", name="End Session")).to_be_visible()  # the provider's own page
    dashboard.open()
    expect(page.get_by_role("button", name="로그인")).to_be_visible()
    page.context.close()


def test_a_curator_decides_in_their_own_name_and_removes_nothing(browser: Browser, app: tuple[str, Path]) -> None:
    dashboard = signed_in(browser, app[0], "curator")
    expect(dashboard.page.get_by_text("구라온 · 검토")).to_be_visible()
    page = turn(dashboard, "검토")
    shown = page.locator('[class*="st-key-review_meeting_"]')
    before = shown.get_attribute("class") or ""
    page.get_by_role("button", name="맞음").click()
    expect(shown).not_to_have_class(before)
    page.get_by_role("button", name="결정", exact=True).click()
    expect(page.get_by_test_id("decision")).to_contain_text("구라온")
    with open_store(f"sqlite:///{app[1]}") as store:
        assert [(one.what, one.by) for one in store.decisions()] == [("accept", "구라온")]
    page = turn(dashboard, "기사 목록")
    dashboard.open_first_row()
    expect(page.get_by_test_id("marker")).to_be_visible()
    expect(page.get_by_role("button", name="삭제")).to_have_count(0)
    page.context.close()


def test_an_owner_also_removes(browser: Browser, app: tuple[str, Path]) -> None:
    dashboard = signed_in(browser, app[0], "owner")
    expect(dashboard.page.get_by_text("주인영 · 관리")).to_be_visible()
    page = turn(dashboard, "기사 목록")
    dashboard.open_first_row()
    expect(page.get_by_role("button", name="삭제")).to_be_visible()
    page.context.close()
