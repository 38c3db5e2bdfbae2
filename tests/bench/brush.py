"""How long one step of the brush takes at so many meetings, and how much a click sends where no data has changed.

    .venv/bin/python tests/bench/brush.py [--meetings 3000] [--nodes 1000] [--people 0]

A step moves the range: the time counts that the browser then works, at once and in the frame in which network, timeline and list are
drawn. Sixty are timed of each way in which a range is dragged, over all of the time there is. The click's bytes are those that the
server sends over its socket until the script has ended. They hang on who is clicked: ``CLICKED`` is always the same one, wherever the
layout puts the node; who met most has the longest proofs. Limits: 30 ms, 20 KB for both. ``--people`` fills the store with so many
people: the limits are the same.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from pathlib import Path
from statistics import median

from playwright.sync_api import WebSocket, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from society import society

from dashboard import Dashboard
from graphing.store import open_store
from serving import CHROMIUM_FLAGS, ROOT, chromium, serve

STEP_LIMIT = 30.0  # milliseconds
CLICK_LIMIT = 20_000  # bytes
BATCH = 500
STORES = "HOEDONG_BENCH_STORES"
CLICKED = "강태린"  # of the made-up people; at 3,000 meetings in 195 of them, more than all but one
# The id of who took part in most meetings.
BUSIEST = """
() => {
    const count = new Map();
    for (const one of globalThis.__hoedong.meetings()) for (const id of one.people) count.set(id, (count.get(id) ?? 0) + 1);
    return String([...count].sort((one, other) => other[1] - one[1] || one[0] - other[0])[0][0]);
}
"""
STEPS = """
async () => {
    const page = globalThis.__hoedong;
    const dated = page.meetings().filter((one) => one.first !== null);
    const [first, last] = [Math.min(...dated.map((one) => one.first)), Math.max(...dated.map((one) => one.last))];
    const at = (part) => Math.round(first + (last - first) * part);
    const ways = {
        grows: (part) => [first, at(part)],
        "shrinks from its end": (part) => [first, at(1 - part)],
        "shrinks from its beginning": (part) => [at(part), last],
        "moves": (part) => [at(part * 0.75), at(part * 0.75 + 0.25)],
    };
    const spent = {};
    for (const [way, range] of Object.entries(ways)) {
        spent[way] = [];
        for (let step = 0; step <= 60; step += 1) {
            const begin = performance.now();
            page.control = { ...page.control, range: range(step / 60) };
            page.bus.dispatchEvent(new Event("range"));
            const worked = performance.now() - begin;
            // Asked for last, so called when what is drawn in this frame is drawn.
            const drawn = await new Promise((done) => requestAnimationFrame((start) => done(performance.now() - start)));
            // The first step of a way changes more than one step does.
            if (step) spent[way].push(worked + drawn);
        }
    }
    page.control = { ...page.control, range: null };
    page.bus.dispatchEvent(new Event("range"));
    return spent;
}
"""


def fill(url: str, meetings: int, people: int = 0) -> None:
    """Put a made-up society of so many meetings (and people, see ``society``) into a new store.

    100,000 people take five minutes: where HOEDONG_BENCH_STORES names a folder, what was filled once is kept there for the next time.
    """
    kept = Path(folder, f"society-{meetings}-{people}.sqlite") if (folder := os.environ.get(STORES)) else None
    if kept is None:
        return _filled(url, meetings, people)
    if not kept.is_file():
        half = kept.with_suffix(".half")
        half.unlink(missing_ok=True)
        _filled(f"sqlite:///{half}", meetings, people)
        half.rename(kept)
    shutil.copyfile(kept, url.removeprefix("sqlite:///"))


def _filled(url: str, meetings: int, people: int) -> None:
    batch = []
    with open_store(url) as store:
        for one in society(meetings, people):
            batch.append(one)
            if len(batch) == BATCH:
                store.add(batch)
                batch = []
        store.add(batch)


def crowd(nodes: int, people: int) -> int:
    """How many meetings a society has, that so many nodes are drawn of so many people: three for two of them, and at least for a node."""
    return max(3 * people // 2, 3 * nodes)


def clicked(dashboard: Dashboard, name: str, received: list[int]) -> int:
    """The bytes that the server sends for a click on somebody, by name, until their proofs stand."""
    received.clear()
    dashboard.click_node(name)
    dashboard.proofs.locator("h3", has_text=name).wait_for()
    dashboard.settle()
    dashboard.page.wait_for_timeout(500)
    return sum(received)


def main() -> int:
    options = argparse.ArgumentParser(description="a step of the brush, and the bytes of a click")
    options.add_argument("--meetings", type=int, default=3000)
    options.add_argument("--nodes", type=int, default=1000)
    options.add_argument("--people", type=int, default=0)
    asked = options.parse_args()
    received: list[int] = []
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        url = f"sqlite:///{folder}/society.sqlite"
        fill(url, max(asked.meetings, crowd(asked.nodes, asked.people)), asked.people)
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(CHROMIUM_FLAGS))
        page = browser.new_page(viewport={"width": 1440, "height": 900}, locale="ko-KR")

        def listen(socket: WebSocket) -> None:
            socket.on("framereceived", lambda frame: received.append(len(frame)))

        page.on("websocket", listen)
        with serve(ROOT / "app.py", Path(folder, "app.log"), url) as address:
            dashboard = Dashboard(page, address)
            dashboard.open(f"?drawn={asked.nodes}")
            dashboard.drawn()
            page.wait_for_timeout(1000)
            nodes = dashboard.nodes()
            spent = {way: median(steps) for way, steps in page.evaluate(STEPS).items()}
            # Before a click: the meetings of who is chosen come with it.
            most = page.evaluate(BUSIEST)
            sent = clicked(dashboard, CLICKED, received)
            busiest = next(label for label, node in nodes.items() if str(node["id"]) == most)
            page.keyboard.press("Escape")
            dashboard.settle()
            worst = clicked(dashboard, busiest, received)
        browser.close()
    for way, step in spent.items():
        print(f"{f'a step of a brush that {way}, {len(nodes)} nodes, median':<72}{step:>8.1f} ms (limit {STEP_LIMIT:.0f})")
    print(f"{f'a click on {CLICKED} that changes no data':<72}{sent / 1000:>8.1f} KB (limit {CLICK_LIMIT / 1000:.0f})")
    print(f"{f'the same on {busiest}, who met most':<72}{worst / 1000:>8.1f} KB (limit {CLICK_LIMIT / 1000:.0f})")
    return int(max(spent.values()) > STEP_LIMIT or max(sent, worst) > CLICK_LIMIT)


if __name__ == "__main__":
    sys.exit(main())
