"""A page of the app in the browser, and what a reader does with it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

WAIT = 20_000
FIRST_START = 120_000
KEY = 40  # milliseconds between two keys: a date field on a slow machine loses what comes faster than it draws
IDLE = '[data-testid="stApp"][data-test-script-state="notRunning"]'
# The network and the timeline are mounted one by one, after the run that sends them.
DRAWN = "globalThis.__hoedong?.positions?.().nodes.length > 0 && __hoedong.late === false && __hoedong.meetings && __hoedong.entries"
STILL = 300  # milliseconds
# Resolves once what the selector means has stood there for so long.
STOOD = """async ([selector, still]) => {
  let since = performance.now();
  while (performance.now() - since < still) {
    if (!document.querySelector(selector)) since = performance.now();
    await new Promise((next) => setTimeout(next, 20));
  }
  return true;
}"""
SERIOUS = {"serious", "critical"}

expect.set_options(timeout=WAIT)


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

    def go(self, path: str = "") -> None:
        """Go to a page of the app and wait for nothing: what follows waits for what it means."""
        self.page.goto(self.address + path)

    def open(self, path: str = "") -> None:
        """Open a page of the app and wait until its script has ended."""
        self.go(path)
        self.settle()

    def show(self, path: str = "") -> None:
        """Open the home page and wait until its pictures are drawn."""
        self.go(path)
        self.drawn()

    def settle(self) -> None:
        """Wait until no run has gone on for a while: what was done last may be on its way, and its run not begun."""
        self.page.wait_for_function(STOOD, arg=[IDLE, STILL], timeout=FIRST_START)

    def drawn(self) -> None:
        """Wait until the network has drawn and knows where its nodes are, and what waited for it is there."""
        # While the rest of a page is being placed, the network it showed first may still stand beside the one that stays.
        expect(self.network.locator("canvas")).to_have_count(1, timeout=FIRST_START)
        self.page.wait_for_function(DRAWN, timeout=FIRST_START)
        self.settle()

    def nodes(self) -> dict[str, dict[str, float]]:
        """label → {id, x, y} in pixels of the window, of the nodes that are shown."""
        return {node["label"]: node for node in self.page.evaluate("__hoedong.positions().nodes")}

    def edges(self) -> list[dict[str, float]]:
        """{id, x, y} of a point on each edge that is shown."""
        return list(self.page.evaluate("__hoedong.positions().edges"))

    def entries(self) -> list[dict[str, object]]:
        """{id, line, x, y} of each mark on the timeline."""
        self.page.wait_for_function("globalThis.__hoedong?.entries")
        return list(self.page.evaluate("__hoedong.entries()"))

    def places(self) -> dict[str, tuple[float, float]]:
        """id → (x, y) of the nodes that are shown."""
        return {str(node["id"]): (node["x"], node["y"]) for node in self.nodes().values()}

    def still(self) -> dict[str, tuple[float, float]]:
        """Wait until nothing moves, with the page at its top; gives ``places``."""
        self.drawn()
        self.page.wait_for_timeout(400)
        self.page.locator("[data-testid=stMain]").evaluate("main => main.scrollTo(0, 0)")
        return self.places()

    def labels(self) -> list[dict[str, Any]]:
        """{id, from, to}, the corners of each label that is drawn."""
        return list(self.page.evaluate("__hoedong.positions().labels"))

    def arrangement(self) -> dict[str, tuple[float, float]]:
        """``places`` in units of the picture they span: equal while only the zoom differs (longer labels need more room)."""
        places = self.places()
        left, top = (min(place[axis] for place in places.values()) for axis in (0, 1))
        width, height = (max(place[axis] for place in places.values()) - low for axis, low in enumerate((left, top)))
        return {node: (round((x - left) / width, 4), round((y - top) / height, 4)) for node, (x, y) in places.items()}

    def read_as(self, reading: str) -> None:
        """Switch to one of the four readings by its name, and wait until it is drawn."""
        self.page.get_by_test_id("stMain").get_by_role("radiogroup").first.get_by_role("radio", name=reading, exact=True).click()
        self.settle()
        self.page.wait_for_timeout(200)

    def find(self, query: str) -> Locator:
        """Type into the search box as a reader does; gives the list of what is found."""
        box = self.page.get_by_test_id("finder")
        box.click()
        box.press_sequentially(query, delay=KEY)
        found = self.page.get_by_test_id("found")
        expect(found).to_be_visible()
        return found

    def lit(self) -> set[str]:
        """The ids of the meetings that the pictures show as chosen."""
        return set(self.page.evaluate("__hoedong.control.met ?? []"))

    def turn_to(self, page: str) -> None:
        """Go to a page of the app by its name in the sidebar, and wait until it stands there whole."""
        if self.page.get_by_test_id("stSidebar").get_attribute("data-collapsed") == "true":
            self.page.get_by_test_id("stExpandSidebarButton").click()
        self.page.get_by_test_id("stSidebarNav").get_by_text(page, exact=True).click()
        home = page in ("관계망", "Network")
        whole = self.network if home else self.page.get_by_role("heading", level=1, name=page, exact=True)
        expect(whole).to_be_visible(timeout=FIRST_START)
        self.settle()

    def press(self, button: str) -> None:
        """Press a button of the page once it stands still: it moves while what is above it is being drawn."""
        self.settle()
        self.page.get_by_role("button", name=button, exact=True).click()

    def type_date(self, day: str) -> None:
        """Type a date (YYYYMMDD) into the date field of the page, as a keyboard does."""
        self.page.get_by_test_id("stDateInput").get_by_role("spinbutton").first.focus()
        # What stood in the field left was taken in by then: nobody types eight digits before the page has answered.
        self.settle()
        self.page.keyboard.type(day, delay=KEY)
        self.page.keyboard.press("Escape")
        expect(self.page.get_by_test_id("stDateInput").get_by_role("spinbutton").first).to_have_text(day[:4])
        self.settle()

    def drop(self, *files: tuple[str, bytes]) -> None:
        """Hand files (name, bytes) to the uploader, and wait until the page tells what it found in them."""
        self.page.locator("input[type=file]").set_input_files(
            [{"name": name, "mimeType": "text/plain", "buffer": data} for name, data in files]
        )
        expect(self.page.get_by_text(re.compile(rf"{re.escape(files[0][0])} · ")).first).to_be_visible()
        self.settle()

    def find_article(self, words: str) -> None:
        """From the page that tells what was saved: open the article in whose title, outlet or file name these words stand."""
        self.press("기사 목록에서 보기")
        self.page.get_by_label("제목·매체·글쓴이·파일 이름·본문으로 찾기").fill(words)
        self.page.keyboard.press("Enter")
        self.settle()
        self.open_first_row()

    def open_first_row(self) -> None:
        """Choose the first row of the table of the page: its box stands left under the head, in the middle of two lines."""
        box = self.page.get_by_test_id("stDataFrame").bounding_box()
        assert box
        self.page.mouse.click(box["x"] + 16, box["y"] + 69)

    def edge_between(self, ends: set[str]) -> dict[str, float]:
        """The line that stands for the meetings of two people, by their ids."""
        return next(edge for edge in self.edges() if set(str(edge["id"]).split(":")[1:]) == ends and str(edge["id"]).startswith("met"))

    def switch_language(self, name: str) -> None:
        self.page.get_by_text(name, exact=True).click()

    def drag(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """Drag from one point of the window to another, in some steps, as a hand does."""
        self.page.mouse.move(*start)
        self.page.mouse.down()
        self.page.mouse.move(*end, steps=6)
        self.page.mouse.up()

    def drag_node(self, label: str, right: float, down: float) -> dict[str, float]:
        """Drag a node so many pixels; gives where it stood."""
        node = self.nodes()[label]
        self.drag((node["x"], node["y"]), (node["x"] + right, node["y"] + down))
        return node

    def click_node(self, label: str) -> None:
        node = self.nodes()[label]
        self.page.mouse.click(node["x"], node["y"])


def violations(page: Page) -> list[tuple[str, str]]:
    """(rule, element) of each serious violation that axe finds."""
    found = Axe().run(page).response["violations"]
    return [(one["id"], node["html"][:120]) for one in found if one["impact"] in SERIOUS for node in one["nodes"]]


def query(dashboard: Dashboard) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(dashboard.page.url).query).items()}
