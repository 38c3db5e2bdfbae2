"""How long until the network is first visible, its data warm, against an empty Streamlit page and a static page with the same data.

    .venv/bin/python tests/bench/first_network.py [--pairs 5] [--nodes 200 1000] [--people 0]

Three pages in turns in one Chromium, each load in a fresh browser context: an empty Streamlit page until its text stands; a file with
vis-network (the one that pyvis brings) and the nodes, places and lines that the dashboard has drawn, until it has drawn them; the
dashboard, until its network has. Limit: dashboard ≤ empty + 0.9 × static, as medians. ``--people`` fills the store with so many
people: the limit is the same.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from importlib.resources import files
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from brush import crowd, fill

from dashboard import Dashboard
from serving import CHROMIUM_FLAGS, ROOT, chromium, serve

SHARE = 0.9
EMPTY = "import streamlit as st\nst.set_page_config(layout='wide')\nst.write('ready')\n"
STATIC = """<!doctype html><meta charset="utf-8"><body style="margin:0"><div id="net" style="width:800px;height:620px"></div>
<script>{library}</script><script>
const network = new vis.Network(document.getElementById("net"), {data}, {{ physics: false, layout: {{ improvedLayout: false }} }});
network.once("afterDrawing", () => requestAnimationFrame(() => (window.drawn = performance.now())));
</script>"""
# The data of the dashboard's picture as vis-network takes it.
DATA = """
() => {
    const { nodes, edges } = __hoedong.positions();
    return {
        nodes: nodes.map(({ id, label, size, x, y }) => ({ id, label, size, x, y, shape: "dot" })),
        edges: edges.map(({ id, from, to }) => ({ id, from, to, smooth: false })),
    };
}
"""
# When the picture is there: asked at every frame from the first script on.
WATCH = """
const look = () => {
    if (globalThis.__hoedong?.positions?.().nodes.length) requestAnimationFrame(() => (window.drawn = performance.now()));
    else if (document.querySelector("[data-testid=stMarkdown]")?.textContent.includes("ready")) window.drawn = performance.now();
    else requestAnimationFrame(look);
};
requestAnimationFrame(look);
"""


def load(browser: Browser, address: str, watched: bool) -> float:
    """Milliseconds from the start of the navigation until the page has drawn what it is for."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="ko-KR")
    page: Page = context.new_page()
    if watched:
        page.add_init_script(WATCH)
    page.goto(address, wait_until="commit")
    spent = float(page.wait_for_function("window.drawn", timeout=120_000).json_value())
    context.close()
    return spent


def measure(browser: Browser, folder: Path, nodes: int, meetings: int, people: int, pairs: int) -> tuple[float, float, float, int]:
    """Medians of the empty page, the static page and the dashboard, in milliseconds; and how many nodes are drawn."""
    database = f"sqlite:///{folder}/{meetings}-{people}.sqlite"
    fill(database, meetings, people)
    empty, static = folder / "empty.py", folder / f"static-{nodes}.html"
    empty.write_text(EMPTY, encoding="utf-8")
    with serve(empty, folder / "empty.log") as bare, serve(ROOT / "app.py", folder / "app.log", database) as address:
        page = browser.new_page(viewport={"width": 1440, "height": 900}, locale="ko-KR")
        dashboard = Dashboard(page, address)
        dashboard.open(f"?drawn={nodes}")
        dashboard.drawn()
        data = page.evaluate(DATA)
        page.close()
        library = files("pyvis").joinpath("lib/vis-9.1.2/vis-network.min.js").read_text(encoding="utf-8")
        static.write_text(STATIC.format(library=library, data=json.dumps(data, ensure_ascii=False)), encoding="utf-8")
        pages = [(bare, True), (static.as_uri(), False), (f"{address}?drawn={nodes}", True)]
        times: list[list[float]] = [[], [], []]
        for number in range(pairs + 1):
            for at, (where, watched) in enumerate(pages):
                spent = load(browser, where, watched)
                if number:
                    times[at].append(spent)
    return median(times[0]), median(times[1]), median(times[2]), len(data["nodes"])


def main() -> int:
    options = argparse.ArgumentParser(description="the first network against an empty and a static page")
    options.add_argument("--pairs", type=int, default=5)
    options.add_argument("--nodes", type=int, nargs="+", default=[200, 1000])
    options.add_argument("--people", type=int, default=0)
    asked = options.parse_args()
    failed = False
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(CHROMIUM_FLAGS))
        for nodes in asked.nodes:
            meetings = crowd(nodes, asked.people)
            empty, static, ours, drawn = measure(browser, Path(folder), nodes, meetings, asked.people, asked.pairs)
            limit = empty + SHARE * static
            failed |= ours > limit
            print(f"{drawn:>6} nodes: empty {empty:.0f} ms, static {static:.0f} ms, dashboard {ours:.0f} ms", end="; ")
            print(f"of the limit ({limit:.0f} ms): {ours / limit:.2f}")
        browser.close()
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
