"""The dashboard side by side with three other ways to show a network in Streamlit, on the same graph.

    .venv/bin/pip install streamlit-agraph st-link-analysis     # needed for this alone
    .venv/bin/python tests/bench/peers.py [--nodes 200 1000] [--pairs 5] [--people 0]

The peers are ``streamlit-agraph``, ``st-link-analysis`` and ``components.html`` with what pyvis writes: each a script that draws the nodes,
places and lines of the dashboard's picture, kept ready in memory, with physics off and straight lines, and on the node it is told of writes
the same paragraphs with one ``st.write`` beside the network. All four take turns in one Chromium, each time in a fresh context:

- first drawn: from the start of the navigation until the frame after a canvas has taken as many strokes as there are nodes;
- settled: until the last stroke on any canvas of the page, for the dashboard also its timeline and tables (told, not judged);
- click: from the mouse button's release on a second node until the frame in which its paragraphs have replaced those of the first.

Medians of ``--pairs`` turns, after one that does not count; ``--people`` fills the store with so many people, of whom the peers see
what is drawn. Limit: the dashboard is slower than no peer (a ratio of medians ≤ 1.0).
What is in the peers' favour: nothing but a network and paragraphs is on their pages, st-link-analysis writes no names at this zoom, the
two nodes that are clicked are enlarged, and what pyvis wants from a CDN fails at once. ``components.html`` tells
Streamlit of no click, so it has none.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from brush import crowd, fill
from click import two_of
from first_network import DATA
from peer_pages import COLOURS, FIND, PEERS, PYVIS, script

from dashboard import IDLE, Dashboard
from serving import CHROMIUM_FLAGS, ROOT, chromium, serve

OURS = "dashboard"
MEASURES = DRAWN, SETTLED, CLICK = ("first drawn", "settled", "click")
VIEWPORT: Any = {"width": 1440, "height": 900}
LONG = 120_000
# Nothing but this machine is reached, and what is asked of others fails at once.
ALONE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost"

TOLD = """
() => {
    const part = document.querySelector("[data-testid=proofs]");
    const paragraphs = [...part.querySelectorAll("article p")].map((one) => {
        const text = one.cloneNode(true);
        text.querySelector(".copy")?.remove();
        return text.textContent.trim();
    });
    return [part.querySelector("h3").textContent, paragraphs];
}
"""
# In every frame: counts what is drawn, and tells the page of it. A frame's clock is turned into that of the page.
WATCH = """
(() => {
    const now = () => performance.timeOrigin + performance.now() - top.performance.timeOrigin;
    const seen = (top.__seen ??= { drawn: 0, last: 0, released: 0 });
    let strokes = 0;
    for (const name of ["fill", "stroke", "fillText", "drawImage"]) {
        const draw = CanvasRenderingContext2D.prototype[name];
        CanvasRenderingContext2D.prototype[name] = function (...rest) {
            seen.last = now();
            if (++strokes === NODES) requestAnimationFrame(() => (seen.drawn ||= now()));
            return draw.apply(this, rest);
        };
    }
    addEventListener("pointerup", () => (seen.released = now()), true);
})();
"""
# The last stroke that sixty frames have followed without one: a page that is busy draws no frames.
STILL = """
() => new Promise((done) => {
    let [frames, last] = [0, 0];
    const look = () => {
        frames = last === __seen.last ? frames + 1 : 0;
        last = __seen.last;
        if (frames < 60) requestAnimationFrame(look);
        else done(last);
    };
    look();
})
"""
SHOWN = """
([wanted, former]) => {
    __seen.released = 0;
    window.__shown = new Promise((done, fail) => {
        setTimeout(() => fail(new Error("no paragraphs within a minute of the click")), 60_000);
        const look = () => {
            const text = document.querySelector("[data-testid=proofs], .st-key-proofs")?.textContent ?? "";
            const there = wanted.every((part) => text.includes(part)) && !(former && text.includes(former));
            if (__seen.released && there) done(performance.now() - __seen.released);
            else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
    });
}
"""


@dataclass(frozen=True)
class Graph:
    """What the dashboard has drawn; of two people the name, the heading of the proofs and the paragraphs."""

    nodes: list[dict[str, Any]]
    edges: list[dict[str, Any]]
    people: tuple[str, ...]
    told: list[tuple[str, list[str]]]

    def written(self) -> str:
        """As the peers' scripts read it: the two people are coloured, large enough to hit, and last: no other node covers them."""
        ids = {name: next(row["id"] for row in self.nodes if row["label"] == name) for name in self.people}
        coloured = [{**row, "size": 10, "color": COLOURS[self.people.index(row["label"])]} for row in self.nodes if row["label"] in ids]
        told = {ids[name]: f"### {head}\n\n" + "\n\n".join(parts) for name, (head, parts) in zip(self.people, self.told, strict=True)}
        return json.dumps([[*(row for row in self.nodes if row["label"] not in ids), *coloured], self.edges, told], ensure_ascii=False)


def graph_of(browser: Browser, address: str) -> Graph:
    """What the dashboard draws, and what it tells of two people; its data is warm then."""
    page = browser.new_page(viewport=VIEWPORT, locale="ko-KR")
    dashboard = Dashboard(page, address)
    dashboard.open()
    dashboard.drawn()
    data, people, told = page.evaluate(DATA), two_of(dashboard), []
    for person in people:
        dashboard.click_node(person)
        dashboard.proofs.locator("h3", has_text=person).wait_for()
        dashboard.settle()
        told.append(page.evaluate(TOLD))
    page.close()
    return Graph(data["nodes"], data["edges"], people, told)


def places(page: Page, way: str, people: Sequence[str]) -> list[tuple[float, float]]:
    """Where on the page the two people stand: as the dashboard says, of the peers by their colours."""
    if way == OURS:
        nodes = page.evaluate("__hoedong.positions().nodes")
        return [next((node["x"], node["y"]) for node in nodes if node["label"] == name) for name in people]
    frame = page.frames[-1]
    box = frame.frame_element().bounding_box()
    assert box
    found = [frame.evaluate(FIND, list(bytes.fromhex(colour[1:]))) for colour in COLOURS]
    return [(box["x"] + at["x"], box["y"] + at["y"]) for at in found]


def turn(browser: Browser, way: str, address: str, graph: Graph) -> dict[str, float]:
    """One load and its click, in milliseconds, by ``MEASURES``."""
    context = browser.new_context(viewport=VIEWPORT, locale="ko-KR")
    page = context.new_page()
    page.add_init_script(WATCH.replace("NODES", str(len(graph.nodes))))
    page.goto(address, wait_until="commit")
    spent = {DRAWN: float(page.wait_for_function("window.__seen?.drawn", timeout=LONG).json_value())}
    page.locator(IDLE).wait_for()
    spent[SETTLED] = max(spent[DRAWN], float(page.evaluate(STILL)))
    former = None
    for at, (head, paragraphs) in zip(places(page, way, graph.people), graph.told, strict=True) if way != PYVIS else ():
        page.evaluate(SHOWN, [[head, paragraphs[-1]], former])
        # A reader's pointer rests on what it presses.
        page.mouse.move(*at)
        page.wait_for_timeout(150)
        page.mouse.down()
        page.mouse.up()
        spent[CLICK], former = float(page.evaluate("window.__shown")), head
        page.locator(IDLE).wait_for()
        page.evaluate(STILL)
    context.close()
    return spent


def measure(browser: Browser, folder: Path, nodes: int, pairs: int, people: int) -> tuple[dict[str, dict[str, float]], int]:
    """The medians of each way, by ``MEASURES``; and how many nodes are drawn."""
    database = f"sqlite:///{folder}/{nodes}.sqlite"
    fill(database, crowd(nodes, people), people)
    given = folder / f"{nodes}.json"
    times: dict[str, list[dict[str, float]]] = {}
    with ExitStack() as servers:
        ways = {OURS: servers.enter_context(serve(ROOT / "app.py", folder / "app.log", database)) + f"?drawn={nodes}"}
        graph = graph_of(browser, ways[OURS])
        given.write_text(graph.written(), encoding="utf-8")
        for number, peer in enumerate(PEERS):
            page = folder / f"peer-{number}.py"
            page.write_text(script(peer, str(given)), encoding="utf-8")
            ways[peer] = servers.enter_context(serve(page, folder / f"peer-{number}.log"))
        for number in range(pairs + 1):
            for way, address in ways.items():
                spent = turn(browser, way, address, graph)
                if number:
                    times.setdefault(way, []).append(spent)
    return {way: {name: median(row[name] for row in rows) for name in rows[0]} for way, rows in times.items()}, len(graph.nodes)


def report(medians: dict[str, dict[str, float]], drawn: int) -> bool:
    """Print the medians, in brackets the dashboard's share of each; gives whether the dashboard is slower than a peer."""
    print(f"{f'{drawn} nodes':<24}" + "".join(f"{name:>24}" for name in MEASURES))
    ours, slower = medians[OURS], False
    for way, row in medians.items():
        cells = []
        for name in MEASURES:
            ratio = ours[name] / row[name] if name in row else 0.0
            slower |= ratio > 1.0 and name != SETTLED
            cells.append(f"{row[name]:.0f} ms ({ratio:.2f})" if name in row else "no return")
        print(f"{way:<24}" + "".join(f"{cell:>24}" for cell in cells), flush=True)
    return slower


def main() -> int:
    options = argparse.ArgumentParser(description="the dashboard side by side with other ways to show a network in Streamlit")
    options.add_argument("--pairs", type=int, default=5)
    options.add_argument("--nodes", type=int, nargs="+", default=[200, 1000])
    options.add_argument("--people", type=int, default=0)
    asked = options.parse_args()
    if absent := [name for name in ("streamlit_agraph", "st_link_analysis") if not find_spec(name)]:
        options.error(f"{' and '.join(absent)} not found; .venv/bin/pip install streamlit-agraph st-link-analysis")
    slower = False
    print("medians; in brackets the dashboard's share of each")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=[*CHROMIUM_FLAGS, ALONE])
        for nodes in asked.nodes:
            slower |= report(*measure(browser, Path(folder), nodes, asked.pairs, asked.people))
        browser.close()
    return int(slower)


if __name__ == "__main__":
    sys.exit(main())
