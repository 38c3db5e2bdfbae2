"""How many frames a second the network makes while it is panned.

    .venv/bin/python tests/bench/pan.py [--nodes 5000] [--meetings 15000] [--people 0]

The mouse drags the background; each step waits for the next frame of the browser. ``--people`` fills the store with so many people.
Limit: 20 frames a second.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from brush import fill

from dashboard import Dashboard
from serving import CHROMIUM_FLAGS, ROOT, chromium, serve

LIMIT = 20.0
STEPS = 80
# Counts the frames that the browser makes from now on.
COUNT = """
() => {
    window.made = 0;
    const look = () => {
        window.made += 1;
        requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
}
"""


def main() -> int:
    options = argparse.ArgumentParser(description="frames a second while the network is panned")
    options.add_argument("--nodes", type=int, default=5000)
    options.add_argument("--meetings", type=int, default=15_000)
    options.add_argument("--people", type=int, default=0)
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        url = f"sqlite:///{folder}/society.sqlite"
        fill(url, asked.meetings, asked.people)
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(CHROMIUM_FLAGS))
        page = browser.new_page(viewport={"width": 1440, "height": 900}, locale="ko-KR")
        with serve(ROOT / "app.py", Path(folder, "app.log"), url) as address:
            dashboard = Dashboard(page, address)
            dashboard.open(f"?drawn={asked.nodes}")
            dashboard.drawn()
            page.wait_for_timeout(1000)
            nodes = dashboard.places()
            box = dashboard.network.locator("canvas").bounding_box()
            assert box
            x, y = box["x"] + 6, box["y"] + 6  # a corner, where nobody stands
            page.mouse.move(x, y)
            page.mouse.down()
            page.mouse.move(x + 10, y)
            page.evaluate(COUNT)
            begin = time.perf_counter()
            for step in range(STEPS):
                page.mouse.move(x + 10 + 3 * step, y + 2 * step)
            frames = int(page.evaluate("new Promise((done) => requestAnimationFrame(() => done(window.made)))"))
            rate = frames / (time.perf_counter() - begin)
            page.mouse.up()
        browser.close()
    print(f"{f'panning {len(nodes)} nodes':<40}{rate:>8.1f} frames a second (limit {LIMIT:.0f})")
    return int(rate < LIMIT)


if __name__ == "__main__":
    sys.exit(main())
