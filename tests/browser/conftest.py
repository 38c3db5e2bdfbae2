"""The real app in a real Chromium: one server with the seed page for all tests that only look, own copies for those that save."""

from __future__ import annotations

import fcntl
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, WebError, WebSocket, expect, sync_playwright

from dashboard import FIRST_START, Dashboard
from serving import CHROMIUM_FLAGS, ROOT, chromium, serve

WINDOW = (1440, 900)


@dataclass(frozen=True)
class Server:
    """A running app and the SQLite file it keeps."""

    address: str
    database: Path

    def copy(self, to: Path) -> None:
        """Copy what it keeps while it runs: much of it stands in SQLite's log, which a copy of the file alone leaves behind."""
        with closing(sqlite3.connect(self.database)) as kept, closing(sqlite3.connect(to)) as copied:
            kept.backup(copied)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium(), args=list(CHROMIUM_FLAGS))
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def seeds(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of which the app's first start has read the seed page: that of whichever process comes first, for all of a run."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    kept = shared / "seeds.sqlite"
    with (shared / "seeds.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not kept.exists():
            folder = tmp_path_factory.mktemp("seeds")
            database = folder / "first.sqlite"
            with serve(ROOT / "app.py", folder / "server.log", f"sqlite:///{database}") as address:
                page = browser.new_page(locale="ko-KR")
                page.goto(address)
                expect(page.get_by_text("첫 기사를 읽는 중")).to_be_visible(timeout=FIRST_START)
                expect(page.get_by_test_id("network").locator("canvas")).to_be_visible(timeout=FIRST_START)
                page.close()
                Server(address, database).copy(folder / "whole.sqlite")
            (folder / "whole.sqlite").rename(kept)
    return kept


@pytest.fixture(scope="session")
def seeded(seeds: Path, browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The app with the seed page, opened once, so that no test waits for what a server does first."""
    folder = tmp_path_factory.mktemp("seeded")
    database = folder / "seeded.sqlite"
    shutil.copy(seeds, database)
    with serve(ROOT / "app.py", folder / "server.log", f"sqlite:///{database}") as address:
        page = browser.new_page(locale="ko-KR")
        page.goto(address)
        expect(page.get_by_test_id("network").locator("canvas")).to_be_visible(timeout=FIRST_START)
        page.close()
        yield Server(address, database)


@pytest.fixture(scope="session")
def seeded_copy(seeded: Server, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The database URL of a copy of the seeded database, for servers that a test starts and stops."""
    database = tmp_path_factory.mktemp("copied") / "copied.sqlite"
    seeded.copy(database)
    return f"sqlite:///{database}"


@pytest.fixture(scope="session")
def thousand(crowded: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app on 1,000 made-up meetings, for tests that only look."""
    folder = tmp_path_factory.mktemp("society")
    database = shutil.copy(crowded, folder / "society.sqlite")
    with serve(ROOT / "app.py", folder / "server.log", f"sqlite:///{database}") as address:
        yield address


@pytest.fixture(scope="module")
def own(seeded: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The app on a copy of the seeded database, for tests that change it."""
    folder = tmp_path_factory.mktemp("own")
    database = folder / "own.sqlite"
    seeded.copy(database)
    with serve(ROOT / "app.py", folder / "server.log", f"sqlite:///{database}") as address:
        yield Server(address, database)


class Tab:
    """A tab that one test after another uses: a page loads with 1.2 seconds of processor time where another was, with 1.9 in a new tab.
    What a test hung on it (a script for every page, a route, a listener) is taken off; where that cannot be, the tab is closed."""

    SPOILS = ("route_web_socket", "expose_function", "expose_binding", "once")

    def __init__(self, window: BrowserContext) -> None:
        self.window = window
        self.page = window.new_page()
        self.session = window.new_cdp_session(self.page)
        self.spoilt = False
        self.hung: list[Callable[[], Any]] = []
        for name in self.SPOILS:
            setattr(self.page, name, self._spoiling(getattr(self.page, name)))
        for name in ("add_init_script", "route"):
            setattr(self.page, name, self._hanging(getattr(self.page, name)))
        self.page.on = self._listening(self.page.on)  # type: ignore[method-assign,assignment]

    def _spoiling(self, own: Callable[..., Any]) -> Callable[..., Any]:
        def spoil(*told: Any, **named: Any) -> Any:
            self.spoilt = True
            return own(*told, **named)

        return spoil

    def _hanging(self, own: Callable[..., Any]) -> Callable[..., Any]:
        def hang(*told: Any, **named: Any) -> Any:
            made = own(*told, **named)
            self.hung.append(made.close)
            return made

        return hang

    def _listening(self, own: Callable[..., Any]) -> Callable[..., Any]:
        def listen(event: Any, heard: Any) -> None:
            own(event, heard)
            self.hung.append(lambda: self.page.remove_listener(event, heard))

        return listen

    def leave(self, address: str) -> bool:
        """Leave the page and what it stored, as new as a tab can be; whether another test may have it."""
        origin = {"origin": address.rstrip("/"), "storageTypes": "all"}
        while self.hung:
            self.hung.pop()()
        if self.spoilt:
            self.session.send("Storage.clearDataForOrigin", origin)
            self.page.close()
            return False
        if self.page.url.startswith(address):
            self.page.evaluate("sessionStorage.clear()")
        self.page.goto("about:blank")
        self.session.send("Storage.clearDataForOrigin", origin)
        self.session.send("Page.resetNavigationHistory")
        self.page.mouse.move(-1, -1)
        self.page.emulate_media(color_scheme="light", media="null", reduced_motion="null", forced_colors="null")
        self.page.set_viewport_size({"width": WINDOW[0], "height": WINDOW[1]})
        return True


class Tabs:
    """The tabs in which the tests' pages are opened, in a context that lasts: it keeps its window and its compiled scripts."""

    def __init__(self, window: BrowserContext) -> None:
        self.window = window
        self.free: list[Tab] = []
        self.lasting = set(window.pages)

    @contextmanager
    def watched(self, server: Server, dark: bool = False) -> Iterator[Dashboard]:
        """A dashboard that fails its test where the console told an error or a request left the machine. Nothing that a page stored and
        none of its permissions outlives the test."""
        tab = self.free.pop() if self.free else Tab(self.window)
        page = tab.page
        self.lasting.add(page)
        if dark:
            page.emulate_media(color_scheme="dark")
        dashboard = Dashboard(page, server.address)

        def far(told: Request | WebSocket) -> None:
            if _is_far(told.url):
                dashboard.far.append(told.url)

        def error(message: ConsoleMessage) -> None:
            if message.page == page and message.type == "error":
                dashboard.errors.append(message.text)

        def uncaught(told: WebError) -> None:
            if told.page == page:
                dashboard.errors.append(str(told.error))

        listeners: dict[Any, Any] = {"request": far, "console": error, "weberror": uncaught}
        for event, listener in listeners.items():
            self.window.on(event, listener)
        Page.on(page, "websocket", far)
        try:
            yield dashboard
        finally:
            for event, listener in listeners.items():
                self.window.remove_listener(event, listener)
            Page.remove_listener(page, "websocket", far)
            for opened in set(self.window.pages) - self.lasting:
                opened.close()
            if tab.leave(server.address):
                self.free.append(tab)
            else:
                self.lasting.remove(page)
            self.window.clear_cookies()
            self.window.clear_permissions()
        assert dashboard.errors == []
        assert dashboard.far == []


@pytest.fixture(scope="session")
def tabs(browser: Browser) -> Iterator[Tabs]:
    opened = browser.new_context(viewport={"width": WINDOW[0], "height": WINDOW[1]}, locale="ko-KR")
    opened.new_page()  # stays, and the window with it, when the tab of a test is closed
    yield Tabs(opened)
    opened.close()


def _is_far(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme not in {"data", "blob"} and parts.hostname not in {"localhost", "127.0.0.1"}


@pytest.fixture(scope="session")
def watch(tabs: Tabs) -> Callable[[str, Path], AbstractContextManager[Dashboard]]:
    """What opens an app that runs (its address, its SQLite file): one that a test serves itself, or one for what several tests look at."""
    return lambda address, database: tabs.watched(Server(address, database))


@pytest.fixture
def dashboard(tabs: Tabs, seeded: Server) -> Iterator[Dashboard]:
    """The seeded app."""
    with tabs.watched(seeded) as opened:
        yield opened


@pytest.fixture
def many(tabs: Tabs, thousand: str) -> Iterator[Dashboard]:
    """The app on 1,000 meetings."""
    with tabs.watched(Server(thousand, Path())) as opened:
        yield opened


@pytest.fixture
def dark(tabs: Tabs, seeded: Server) -> Iterator[Dashboard]:
    """The seeded app for a reader whose system is dark."""
    with tabs.watched(seeded, dark=True) as opened:
        yield opened


@pytest.fixture
def editable(tabs: Tabs, own: Server) -> Iterator[Dashboard]:
    """An app whose database a test may change."""
    with tabs.watched(own) as opened:
        yield opened
