"""The real app in a real Chromium: one server with the seed page for all tests that only look, own copies for those that save."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Request, expect, sync_playwright
from society import society

from dashboard import FIRST_START, Dashboard
from graphing.store import open_store
from serving import CHROMIUM_FLAGS, ROOT, chromium, serve


@dataclass(frozen=True)
class Server:
    """A running app and the SQLite file it keeps."""

    address: str
    database: Path


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium(), args=list(CHROMIUM_FLAGS))
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def seeded(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The app on a database of its own, opened once, so that its first start has read the seed page."""
    folder = tmp_path_factory.mktemp("seeded")
    database = folder / "seeded.sqlite"
    with serve(ROOT / "app.py", folder / "server.log", f"sqlite:///{database}") as address:
        page = browser.new_page(locale="ko-KR")
        page.goto(address)
        expect(page.get_by_text("첫 기사를 읽는 중")).to_be_visible(timeout=FIRST_START)
        expect(page.get_by_test_id("network").locator("canvas")).to_be_visible(timeout=FIRST_START)
        page.close()
        yield Server(address, database)


@pytest.fixture(scope="session")
def thousand(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app on 1,000 made-up meetings, for tests that only look."""
    folder = tmp_path_factory.mktemp("society")
    database = f"sqlite:///{folder / 'society.sqlite'}"
    with open_store(database) as store:
        store.add(list(society(1000)))
    with serve(ROOT / "app.py", folder / "server.log", database) as address:
        yield address


@pytest.fixture(scope="module")
def own(seeded: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The app on a copy of the seeded database, for tests that change it."""
    folder = tmp_path_factory.mktemp("own")
    database = folder / "own.sqlite"
    shutil.copy(seeded.database, database)
    with serve(ROOT / "app.py", folder / "server.log", f"sqlite:///{database}") as address:
        yield Server(address, database)


@pytest.fixture(scope="session")
def window(browser: Browser) -> Iterator[BrowserContext]:
    """The context in which the tests' pages are opened one after another: a page of its own that stays keeps its window and its compiled
    scripts, with which a page loads with 1.6 seconds of processor time instead of 2.6."""
    opened = browser.new_context(viewport={"width": 1440, "height": 900}, locale="ko-KR")
    opened.new_page()
    yield opened
    opened.close()


def _watched(window: BrowserContext, server: Server, dark: bool = False) -> Iterator[Dashboard]:
    """A dashboard that fails its test where the console told an error or a request left the machine. Nothing that a page stored and none
    of its permissions outlives the test."""
    before = set(window.pages)
    page = window.new_page()
    if dark:
        page.emulate_media(color_scheme="dark")
    dashboard = Dashboard(page, server.address)
    page.on("console", lambda message: dashboard.errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: dashboard.errors.append(str(error)))
    page.on("websocket", lambda socket: dashboard.far.append(socket.url) if _is_far(socket.url) else None)

    def note(request: Request) -> None:
        if _is_far(request.url):
            dashboard.far.append(request.url)

    window.on("request", note)
    yield dashboard
    window.remove_listener("request", note)
    session = window.new_cdp_session(page)
    session.send("Storage.clearDataForOrigin", {"origin": server.address.rstrip("/"), "storageTypes": "all"})
    for opened in set(window.pages) - before:
        opened.close()
    window.clear_cookies()
    window.clear_permissions()
    assert dashboard.errors == []
    assert dashboard.far == []


def _is_far(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme not in {"data", "blob"} and parts.hostname not in {"localhost", "127.0.0.1"}


@pytest.fixture
def watch(window: BrowserContext) -> Callable[[str, Path], AbstractContextManager[Dashboard]]:
    """What opens an app that a test serves itself (its address, its SQLite file) in a fresh tab."""
    return lambda address, database: contextmanager(_watched)(window, Server(address, database))


@pytest.fixture
def dashboard(window: BrowserContext, seeded: Server) -> Iterator[Dashboard]:
    """The seeded app in a fresh tab."""
    yield from _watched(window, seeded)


@pytest.fixture
def many(window: BrowserContext, thousand: str) -> Iterator[Dashboard]:
    """The app on 1,000 meetings in a fresh tab."""
    yield from _watched(window, Server(thousand, Path()))


@pytest.fixture
def dark(window: BrowserContext, seeded: Server) -> Iterator[Dashboard]:
    """The seeded app for a reader whose system is dark."""
    yield from _watched(window, seeded, dark=True)


@pytest.fixture
def editable(window: BrowserContext, own: Server) -> Iterator[Dashboard]:
    """An app whose database a test may change, in a fresh tab."""
    yield from _watched(window, own)
