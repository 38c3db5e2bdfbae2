"""The real app in a real Chromium: one server with the seed page for all tests that only look, own copies for those that save."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect, sync_playwright
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


def _watched(browser: Browser, server: Server, **context: object) -> Iterator[Dashboard]:
    """A dashboard that fails its test where the console told an error or a request left the machine."""
    opened = browser.new_context(viewport={"width": 1440, "height": 900}, locale="ko-KR", **context)  # type: ignore[arg-type]
    page = opened.new_page()
    dashboard = Dashboard(page, server.address)
    page.on("console", lambda message: dashboard.errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: dashboard.errors.append(str(error)))
    opened.on("request", lambda request: dashboard.far.append(request.url) if _is_far(request.url) else None)
    page.on("websocket", lambda socket: dashboard.far.append(socket.url) if _is_far(socket.url) else None)
    yield dashboard
    opened.close()
    assert dashboard.errors == []
    assert dashboard.far == []


def _is_far(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme not in {"data", "blob"} and parts.hostname not in {"localhost", "127.0.0.1"}


@pytest.fixture
def watch(browser: Browser) -> Callable[[str, Path], AbstractContextManager[Dashboard]]:
    """What opens an app that a test serves itself (its address, its SQLite file) in a fresh browser context."""
    return lambda address, database: contextmanager(_watched)(browser, Server(address, database))


@pytest.fixture
def dashboard(browser: Browser, seeded: Server) -> Iterator[Dashboard]:
    """The seeded app in a fresh browser context."""
    yield from _watched(browser, seeded)


@pytest.fixture
def many(browser: Browser, thousand: str) -> Iterator[Dashboard]:
    """The app on 1,000 meetings in a fresh browser context."""
    yield from _watched(browser, Server(thousand, Path()))


@pytest.fixture
def dark(browser: Browser, seeded: Server) -> Iterator[Dashboard]:
    """The seeded app for a reader whose system is dark."""
    yield from _watched(browser, seeded, color_scheme="dark")


@pytest.fixture
def editable(browser: Browser, own: Server) -> Iterator[Dashboard]:
    """An app whose database a test may change, in a fresh browser context."""
    yield from _watched(browser, own)
