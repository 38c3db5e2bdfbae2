"""How long until the dashboard can be used, against an empty Streamlit page: interleaved pairs in one Chromium, one ratio.

    .venv/bin/python tests/bench/page_load.py [--pairs 12]

The dashboard holds the seed page, which its first start has extracted (told apart below: that start waits for Kiwi, no later
one does). Every load has a fresh browser context, so nothing comes from a cache. Both times run from the start of the
navigation until the script has ended and, on the dashboard, network and timeline have drawn. Limit: 1.6.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from serving import CHROMIUM_FLAGS, ROOT, chromium, serve

LIMIT = 1.6
EMPTY = "import streamlit as st\nst.set_page_config(layout='wide')\nst.write('ready')\n"
IDLE = '[data-testid="stApp"][data-test-script-state="notRunning"]'


def load(browser: Browser, address: str, drawn: tuple[str, ...]) -> float:
    """Milliseconds from the start of the navigation until all of ``drawn`` is visible and the script has ended."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="ko-KR")
    page = context.new_page()
    page.goto(address, wait_until="commit")
    for selector in drawn:
        page.locator(selector).first.wait_for(timeout=120_000)
    page.locator(IDLE).wait_for(timeout=120_000)
    spent = float(page.evaluate("performance.now()"))
    context.close()
    return spent


def main() -> int:
    options = argparse.ArgumentParser(description="dashboard load against an empty Streamlit page")
    options.add_argument("--pairs", type=int, default=12)
    pairs = options.parse_args().pairs
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        here = Path(folder)
        (here / "empty.py").write_text(EMPTY, encoding="utf-8")
        with (
            serve(here / "empty.py", here / "empty.log") as empty,
            serve(ROOT / "app.py", here / "app.log", f"sqlite:///{here / 'seed.sqlite'}") as dashboard,
        ):
            browser = playwright.chromium.launch(executable_path=chromium(), args=list(CHROMIUM_FLAGS))
            shown = {empty: ("text=ready",), dashboard: ("[data-testid=network] canvas", "canvas[data-testid=timeline]")}
            first = load(browser, dashboard, shown[dashboard])
            load(browser, empty, shown[empty])
            times: dict[str, list[float]] = {empty: [], dashboard: []}
            for number in range(pairs):
                for address in (empty, dashboard) if number % 2 else (dashboard, empty):
                    times[address].append(load(browser, address, shown[address]))
            browser.close()
    ratio = median(ours / theirs for ours, theirs in zip(times[dashboard], times[empty], strict=True))
    print(f"{'first start (extracts the seed page)':<40}{first:>8.0f} ms")
    print(f"{'empty Streamlit page, median':<40}{median(times[empty]):>8.0f} ms")
    print(f"{'dashboard, median':<40}{median(times[dashboard]):>8.0f} ms")
    print(f"{f'ratio, median of {pairs} pairs (limit {LIMIT})':<40}{ratio:>8.2f}")
    return int(ratio > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
