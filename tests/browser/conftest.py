"""The real app in a real Chromium: one server with the seed page for all tests that only look, own copies for those that save."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright
from serving import CHROMIUM_FLAGS, ROOT, chromium, serve

WAIT = 20_000
FIRST_START = 120_000
IDLE = '[data-testid="stApp"][data-test-script-state="notRunning"]'

expect.set_options(timeout=WAIT)


@dataclass(frozen=True)
class Server:
    """A running app and the SQLite file it keeps."""

    address: str
    database: Path


@dataclass
class Dashboard:
    """A page of the app, and what a reader does with it. ``errors`` and ``far`` fill while it is open; both must stay empty."""

    page: Page
    address: str
    errors: list[str] = field(default_factory=list)
    far: list[str] = field(default_factory=list)

    @property
    def network(self) -> Locator:
        return self.page.get_by_test_id("network")

    @property
    def timeline(self) -> Locator:
        return self.page.get_by_test_id("timeline")

    @property
    def proofs(self) -> Locator:
        return self.page.get_by_test_id("proofs")

    def open(self, path: str = "") -> None:
        """Open a page of the app and wait until its script has ended."""
        self.page.goto(self.address + path)
        self.settle()

    def settle(self) -> None:
        expect(self.page.locator(IDLE)).to_have_count(1, timeout=FIRST_START)

    def drawn(self) -> None:
        """Wait until the network has drawn and knows where its nodes are."""
        expect(self.network.locator("canvas")).to_be_visible(timeout=FIRST_START)
        self.page.wait_for_function("globalThis.__hoedong?.positions?.().nodes.length > 0", timeout=WAIT)

    def nodes(self) -> dict[str, dict[str, float]]:
        """label → {id, x, y} in pixels of the window, of the nodes that are shown."""
        return {node["label"]: node for node in self.page.evaluate("__hoedong.positions().nodes")}

    def edges(self) -> list[dict[str, float]]:
        """{id, x, y} of a point on each edge that is shown."""
        return list(self.page.evaluate("__hoedong.positions().edges"))

    def click_node(self, label: str) -> None:
        node = self.nodes()[label]
        self.page.mouse.click(node["x"], node["y"])


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
        page = browser.new_page()
        page.goto(address)
        expect(page.get_by_test_id("network").locator("canvas")).to_be_visible(timeout=FIRST_START)
        page.close()
        yield Server(address, database)


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
def dashboard(browser: Browser, seeded: Server) -> Iterator[Dashboard]:
    """The seeded app in a fresh browser context."""
    yield from _watched(browser, seeded)


@pytest.fixture
def dark(browser: Browser, seeded: Server) -> Iterator[Dashboard]:
    """The seeded app for a reader whose system is dark."""
    yield from _watched(browser, seeded, color_scheme="dark")


@pytest.fixture
def editable(browser: Browser, own: Server) -> Iterator[Dashboard]:
    """An app whose database a test may change, in a fresh browser context."""
    yield from _watched(browser, own)


@pytest.fixture
def is_far() -> Callable[[str], bool]:
    return _is_far
