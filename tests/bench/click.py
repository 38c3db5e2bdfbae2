"""How long from a click on a person to the paragraphs, against a bare Streamlit button that writes the same paragraphs.

    .venv/bin/python tests/bench/click.py [--pairs 20] [--meetings 1000] [--people 0]

One Chromium, two servers, clicks in turns. Both are timed in the browser, from the mouse button's release to the first frame in
which the last paragraph of the new proofs stands in the page. The bare page is a button, a fragment and ``st.html``, all as
Streamlit has it: also its full garbage collection after each run, which the dashboard cuts short (``graphing.view.memory``).
Two people are clicked in turn, so that every click changes what is shown. Without ``--meetings`` the store holds the seed page, else a
made-up society, with ``--people`` one of so many people. Limit: 1.3.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from statistics import median

from playwright.sync_api import Page, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from brush import crowd, fill

from dashboard import IDLE, Dashboard
from serving import CHROMIUM_FLAGS, ROOT, chromium, serve

LIMIT = 1.3
PEOPLE = ("이재용", "최태원")
BARE = """
import streamlit as st

PROOFS = {proofs!r}

@st.fragment
def page():
    turn = st.session_state.get("turn", 0)
    if st.button("show"):
        st.session_state["turn"] = turn + 1
        st.html(PROOFS[turn % 2])

st.set_page_config(layout="wide")
page()
"""
# Waits for the release of the mouse, then for the frame in which the proofs hold `last` and no longer `former`.
WATCH = """
([last, former]) => {
    window.__clicked = new Promise((done) => {
        window.addEventListener("pointerup", () => {
            const begin = performance.now();
            const look = () => {
                const proofs = document.querySelector("[data-testid=proofs]")?.textContent ?? "";
                if (proofs.includes(last) && !(former && proofs.includes(former))) done(performance.now() - begin);
                else requestAnimationFrame(look);
            };
            requestAnimationFrame(look);
        }, { capture: true, once: true });
    });
}
"""


def timed(page: Page, at: tuple[float, float], last: str, former: str | None) -> float:
    """Milliseconds from a click at a point of the window until ``last`` is in the proofs."""
    page.evaluate(WATCH, [last, former])
    # A reader's pointer rests on what it presses.
    page.mouse.move(*at)
    page.wait_for_timeout(150)
    page.mouse.down()
    page.mouse.up()
    spent = float(page.evaluate("window.__clicked"))
    page.locator(IDLE).wait_for()
    return spent


def two_of(dashboard: Dashboard) -> tuple[str, ...]:
    """Two people to click: those of the seed page, else two that are drawn apart."""
    nodes = dashboard.nodes()
    if set(PEOPLE) <= set(nodes):
        return PEOPLE
    people = [name for name in nodes if len(name) == 3]
    return min(people, key=lambda name: nodes[name]["x"]), max(people, key=lambda name: nodes[name]["x"])


def proofs_of(dashboard: Dashboard, people: tuple[str, ...]) -> tuple[list[str], list[str]]:
    """The HTML of each person's proofs, and a heading that only those proofs have."""
    html, heads = [], []
    for person in people:
        dashboard.click_node(person)
        heading = dashboard.proofs.locator("h3", has_text=person)
        heading.wait_for()
        dashboard.settle()
        html.append(str(dashboard.proofs.evaluate("part => part.outerHTML")))
        heads.append(heading.inner_text())
    return html, heads


def main() -> int:
    options = argparse.ArgumentParser(description="click to paragraphs against a bare Streamlit button")
    options.add_argument("--pairs", type=int, default=20)
    options.add_argument("--meetings", type=int, default=0)
    options.add_argument("--people", type=int, default=0)
    asked = options.parse_args()
    pairs = asked.pairs
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        here = Path(folder)
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(CHROMIUM_FLAGS))
        database = f"sqlite:///{here / 'seed.sqlite'}"
        if asked.meetings or asked.people:
            fill(database, max(asked.meetings, crowd(0, asked.people)), asked.people)
        with serve(ROOT / "app.py", here / "app.log", database) as address:
            dashboard = Dashboard(browser.new_page(viewport={"width": 1440, "height": 900}, locale="ko-KR"), address)
            dashboard.open()
            dashboard.drawn()
            people = two_of(dashboard)
            html, heads = proofs_of(dashboard, people)
            (here / "bare.py").write_text(BARE.format(proofs=html), encoding="utf-8")
            with serve(here / "bare.py", here / "bare.log") as bare_address:
                bare = browser.new_page(viewport={"width": 1440, "height": 900}, locale="ko-KR")
                bare.goto(bare_address)
                button = bare.get_by_role("button", name="show").bounding_box()
                assert button
                middle = (button["x"] + button["width"] / 2, button["y"] + button["height"] / 2)
                ours, theirs = [], []
                for number in range(pairs + 2):
                    last, former = heads[number % 2], heads[1 - number % 2] if number else None
                    bare.bring_to_front()
                    theirs.append(timed(bare, middle, last, former))
                    dashboard.page.bring_to_front()
                    node = dashboard.nodes()[people[number % 2]]
                    ours.append(timed(dashboard.page, (node["x"], node["y"]), last, heads[1 - number % 2]))
        browser.close()
    ours, theirs = ours[2:], theirs[2:]
    ratio = median(one / other for one, other in zip(ours, theirs, strict=True))
    print(f"{'bare button, median':<48}{median(theirs):>8.0f} ms")
    print(f"{'click on a person, median':<48}{median(ours):>8.0f} ms")
    print(f"{f'ratio, median of {pairs} pairs (limit {LIMIT})':<48}{ratio:>8.2f}")
    quick = [sorted(times)[len(times) // 4] for times in (ours, theirs)]
    print(f"{'the same of the faster quarters (busy machine)':<48}{quick[0] / quick[1]:>8.2f}")
    return int(ratio > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
