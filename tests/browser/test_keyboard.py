"""Everything by keyboard alone: Tab comes to every control there is and shows where it is, and each does what the mouse does."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from dashboard import KEY, Dashboard, violations

# What can be reached by Tab, in and outside of the components; of a group of radio buttons the chosen one stands for all. While a part
# has the keyboard, what it and the boxes around it look like is kept, and compared once it has lost it.
WALK = """() => {
    const all = (root) => [...root.querySelectorAll("*")].flatMap((one) => [one, ...(one.shadowRoot ? all(one.shadowRoot) : [])]);
    const over = (one) => one.parentElement ?? one.getRootNode().host;
    const seen = (one) => {
        const box = one.getBoundingClientRect();
        return box.width > 2 && box.height > 2 && one.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    };
    const named = (one) => [one.tagName, one.getAttribute("aria-label") ?? one.textContent.trim(), one.dataset.testid].join(" ");
    const look = (one) => {
        const told = one.tagName === "CANVAS" ? [one.toDataURL()] : [];
        for (let part = one, up = 0; part && up < 5; part = over(part), up += 1) {
            const css = getComputedStyle(part);
            told.push(css.outlineStyle, css.outlineWidth, css.boxShadow, css.borderColor, css.backgroundColor, css.opacity);
        }
        return told.join("|");
    };
    const now = () => {
        let one = document.activeElement;
        while (one?.shadowRoot?.activeElement) one = one.shadowRoot.activeElement;
        // The cells of a table are named within its canvas, which shows where one is.
        return one?.closest("canvas") ?? one;
    };
    const control = (one) => one.matches("button, a[href], input, select, textarea, [tabindex]") && one.tabIndex >= 0 && !one.disabled;
    const wanted = all(document.body).filter((one) => control(one) && seen(one) && !(one.type === "radio" && !one.checked));
    // The arrow keys go on within a group that Tab has come to.
    const beside = (one) => [...(one.closest("[role=radiogroup], [role=toolbar], [role=group]")?.querySelectorAll("button") ?? [])]
        .some((other) => walk.visited.has(other));
    const walk = { visited: new Set(), unseen: [], last: null };
    globalThis.__walk = {
        async step() {
            // What is drawn where the keyboard is comes with the next frame.
            await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
            const one = now();
            const { one: before, looked } = walk.last ?? {};
            if (before && before !== one && before.isConnected && look(before) === looked) walk.unseen.push(named(before));
            if (!one || one === document.body) return (walk.last = null), false;
            walk.last = { one, looked: look(one) };
            const again = walk.visited.has(one);
            walk.visited.add(one);
            return again;
        },
        left: () => wanted.filter((one) => one.isConnected && !walk.visited.has(one) && !beside(one)).map(named),
        unseen: () => walk.unseen,
        count: wanted.length,
    };
}"""


@pytest.mark.parametrize("path", ["", "?choice=person:34&table=people", "?choice=meeting:1&lanes=person&view=around&lang=en"])
def test_tab_comes_to_every_control_and_shows_where_it_is(dashboard: Dashboard, path: str) -> None:
    dashboard.show(path)
    walk(dashboard)


@pytest.mark.parametrize("title", ["기사 넣기", "기사 목록", "검토", "정확도"])
def test_tab_comes_to_every_control_of_the_other_pages(dashboard: Dashboard, title: str) -> None:
    dashboard.open()
    dashboard.turn_to(title)
    walk(dashboard)


def walk(dashboard: Dashboard) -> None:
    """Go through the page by Tab until every control had the keyboard, and see each where it is."""
    page = dashboard.page
    page.wait_for_timeout(500)
    page.evaluate(WALK)
    count = page.evaluate("__walk.count")
    assert count >= 10
    for _ in range(2 * count + 40):
        page.keyboard.press("Tab")
        page.evaluate("__walk.step()")
        if not page.evaluate("__walk.left()"):
            break
    page.keyboard.press("Tab")
    page.wait_for_timeout(250)
    page.evaluate("__walk.step()")
    assert page.evaluate("__walk.left()") == [], "never reached"
    assert page.evaluate("__walk.unseen()") == [], "not to be seen where the keyboard is"


def test_what_a_mouse_does_is_done_by_keyboard(dashboard: Dashboard) -> None:
    page = dashboard.page
    keys = page.keyboard
    dashboard.show()
    # Another reading, by the arrow keys of its group.
    page.locator(".st-key-head").get_by_role("radio", name="인물", exact=True).focus()
    keys.press("ArrowRight")
    keys.press("Space")
    page.wait_for_function("new URLSearchParams(location.search).get('view') === 'companies'")
    dashboard.settle()
    keys.press("ArrowLeft")
    keys.press("Space")
    page.wait_for_function("!new URLSearchParams(location.search).has('view')")
    dashboard.settle()
    # Somebody, by the search; what was chosen is taken back.
    page.get_by_test_id("finder").focus()
    keys.type("ㅈㅅㅇ", delay=KEY)
    expect(page.get_by_test_id("found").get_by_role("option").first).to_contain_text("정신아")
    keys.press("Enter")
    expect(dashboard.proofs.locator("h3")).to_contain_text("정신아")
    dashboard.settle()
    # A name in the proofs chooses who bears it, and a sentence is copied.
    name = dashboard.proofs.locator("button[value]", has_text="올트먼").first
    name.focus()
    keys.press("Enter")
    expect(dashboard.proofs.locator("h3")).to_contain_text("올트먼")
    dashboard.settle()
    copied = dashboard.proofs.locator("button.copy").first
    copied.focus()
    keys.press("Enter")
    expect(copied).to_have_class("copy done")
    # The article, and back.
    dashboard.proofs.locator("[data-open]").first.focus()
    keys.press("Enter")
    expect(page.get_by_test_id("article-text")).to_be_visible()
    dashboard.settle()
    page.get_by_role("button", name="근거로 돌아가기").focus()
    keys.press("Enter")
    expect(page.get_by_test_id("article-text")).to_have_count(0)
    dashboard.settle()


def test_timeline_and_network_are_worked_by_keyboard(dashboard: Dashboard) -> None:
    page = dashboard.page
    keys = page.keyboard
    dashboard.show()
    # The timeline: lanes, a span, all of it again.
    page.get_by_role("button", name="인물별", exact=True).focus()
    keys.press("Enter")
    page.wait_for_function("new URLSearchParams(location.search).get('lanes') === 'person'")
    dashboard.timeline.focus()
    for _ in range(2):
        keys.press("ArrowRight")
    keys.press("Shift+ArrowRight")
    page.wait_for_function("new URLSearchParams(location.search).has('dates')")
    dashboard.settle()
    dashboard.timeline.focus()
    keys.press("0")
    page.wait_for_function("!new URLSearchParams(location.search).has('dates')")
    dashboard.settle()
    # The network: nearer, pinned, taken back.
    before = dashboard.places()
    dashboard.network.focus()
    keys.press("+")
    page.wait_for_timeout(300)
    assert dashboard.places() != before
    keys.press("Control+z")
    page.wait_for_timeout(300)
    for node, place in dashboard.places().items():
        assert place == pytest.approx(before[node], abs=1)
    keys.press("ArrowRight")
    keys.press("p")
    expect(page.get_by_role("button", name="제자리에 고정하거나 풀기")).to_have_attribute("aria-pressed", "true")
    keys.press("p")
    keys.press("Escape")
    keys.press("Enter")
    expect(dashboard.proofs).to_be_visible()
    dashboard.settle()
    keys.press("Escape")
    page.wait_for_function("location.search === '?lanes=person'")


def test_a_name_that_nobody_has_is_told_and_one_like_it_is_taken_by_keyboard(dashboard: Dashboard) -> None:
    dashboard.show()
    found = dashboard.find("최태완")
    expect(found.get_by_role("option")).to_have_count(3)
    expect(found.locator("[aria-disabled=true]")).to_have_text("이름이 “최태완”인 인물·회사는 이 기사들에 없습니다")
    assert violations(dashboard.page) == []
    dashboard.page.keyboard.press("ArrowDown")
    expect(found.locator("[aria-selected=true]")).to_contain_text("최태원")
    dashboard.page.keyboard.press("Enter")
    expect(dashboard.proofs.locator("h3")).to_contain_text("최태원")


# In which order the ring of the keyboard and names are drawn.
DRAWN = """
window.inked = [];
const [stroke, words] = ["stroke", "fillText"].map((name) => CanvasRenderingContext2D.prototype[name]);
CanvasRenderingContext2D.prototype.stroke = function (...told) {
  if (this.getLineDash().join() === "4,3") window.inked.push("ring");
  return stroke.apply(this, told);
};
CanvasRenderingContext2D.prototype.fillText = function (...told) {
  window.inked.push("name");
  return words.apply(this, told);
};
"""


@pytest.mark.parametrize("choose", [False, True])
def test_the_ring_of_the_keyboard_lies_under_the_names(dashboard: Dashboard, choose: bool) -> None:
    dashboard.page.add_init_script(DRAWN)
    dashboard.show()
    dashboard.network.focus()
    dashboard.page.keyboard.press("ArrowRight")
    if choose:
        dashboard.page.keyboard.press("Enter")
        dashboard.settle()
    dashboard.page.evaluate("window.inked.length = 0")
    dashboard.page.keyboard.press("ArrowDown")
    dashboard.page.wait_for_function("window.inked.includes('name')")
    inked = dashboard.page.evaluate("window.inked")
    assert "name" in inked[inked.index("ring") :]
    assert "ring" not in inked[inked.index("name") :]
