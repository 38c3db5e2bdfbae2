"""Time is played: over all, or within the span that is brushed."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from playwright.sync_api import expect

from dashboard import Dashboard, query

EPOCH = date(1970, 1, 1)
FIRST, LAST = date(2021, 1, 25), date(2021, 2, 24)
# Notes at each step of time that is played: its range, and how many lines the network has.
NOTED = """() => {
  globalThis.__hoedongPlayed = [];
  __hoedong.bus.addEventListener("range", () => __hoedongPlayed.push([__hoedong.control.range, __hoedong.positions().edges.length]));
}"""
# Notes what the proofs say each time they follow: the last day that they are of, how far is played then, when, and of which days they tell.
FOLLOWED = """() => {
  globalThis.__hoedongFollowed = [];
  let last = "";
  // On a busy machine the line above the proofs outlasts the play for a moment: then all is played.
  const played = () => __hoedong.control.range?.[1] ?? Infinity;
  const look = () => {
    const panel = document.querySelector(".st-key-proofs");
    const [, until] = panel?.innerText.match(/재생 중: ([\\d.]+)까지/) ?? [];
    const days = [...(panel?.querySelectorAll(".told time") ?? [])].map((one) => one.textContent);
    const said = JSON.stringify([until, days]);
    // The line above the proofs is there a frame before them.
    if (until && said !== last && __hoedongFollowed.at(-1)?.until === until) __hoedongFollowed.pop();
    if (until && said !== last) __hoedongFollowed.push({ until, days, at: performance.now(), played: played() });
    last = until ? said : last;
    requestAnimationFrame(look);
  };
  look();
}"""
BEYOND = "day => __hoedong.control.range?.[1] > day"


def day(one: date) -> int:
    return (one - EPOCH).days


def told(dashboard: Dashboard) -> list[date]:
    """The days of the meetings of which there are proofs."""
    said = dashboard.proofs.locator(".told time").all_inner_texts()
    return [date(*map(int, one.split("."))) for one in said]


def test_a_span_is_played_from_its_first_day_to_its_last_and_is_then_as_it_was(many: Dashboard) -> None:
    page = many.page
    play, pause = (page.get_by_role("button", name=name, exact=True) for name in ("시간 순서로 재생", "멈춤"))
    many.show(f"?dates={FIRST}~{LAST}&person=강태린")
    whole, days = len(many.edges()), told(many)
    page.evaluate(NOTED)
    play.click()
    page.wait_for_function(BEYOND, arg=day(FIRST) + 4)
    pause.click()
    page.wait_for_function("last => !location.search.includes(last)", arg=str(LAST))
    many.settle()
    (first, last), some = page.evaluate("__hoedongPlayed.at(-1)")
    assert first == day(FIRST)
    assert some < whole
    assert query(many)["dates"] == f"{FIRST}~{EPOCH + timedelta(days=last)}"
    assert told(many) == [one for one in days if day(one) <= last] != days, "the proofs are of the days that were played"
    # What was paused goes on to the end of the span, also in the network, which had been sent that part alone.
    play.click()
    page.wait_for_function(BEYOND, arg=day(LAST) - 1)
    expect(play).to_be_visible()
    many.settle()
    played = page.evaluate("__hoedongPlayed")
    assert {first for (first, _), _ in played} == {day(FIRST)}
    assert max(last for (_, last), _ in played) == day(LAST)
    counts = [count for _, count in played]
    assert counts[0] < counts[-1] == whole
    assert len(set(counts)) >= 4, "the network grows step by step"
    assert query(many)["dates"] == f"{FIRST}~{LAST}"
    assert page.evaluate("__hoedong.control.range") == [day(FIRST), day(LAST)]
    assert told(many) == days


def test_the_proofs_follow_calmly_while_time_is_played_and_send_little(many: Dashboard) -> None:
    page = many.page
    received: list[int] = []
    page.on("websocket", lambda socket: socket.on("framereceived", lambda frame: received.append(len(frame))))
    many.show("?person=강태린")
    whole, address = told(many), page.url
    # The mouse rests in them: whoever reads there keeps what is there.
    many.proofs.hover()
    page.evaluate(FOLLOWED)
    page.get_by_role("button", name="시간 순서로 재생", exact=True).press("Enter")
    page.get_by_role("button", name="멈춤", exact=True).blur()
    page.wait_for_timeout(1500)
    assert page.evaluate("__hoedongFollowed") == []
    page.mouse.move(2, 2)
    received.clear()
    page.wait_for_function("__hoedongFollowed.length >= 4")
    sent = sum(received)
    followed = page.evaluate("__hoedongFollowed")
    assert page.url == address, "no step of it is one to take back"
    untils = [date(*map(int, one["until"].split("."))) for one in followed]
    assert untils == sorted(untils)
    for one, until in zip(followed, untils, strict=True):
        days = [date(*map(int, (said + ".01.01").split(".")[:3])) for said in one["days"] if said[0].isdigit()]
        assert all(first <= until for first in days)
        assert day(until) <= one["played"]
    assert all(after["at"] - before["at"] > 700 for before, after in pairwise(followed))
    assert 0 < sent < 20_000 * len(followed), "each as little as a click"
    # Played to the end, they are of all that is chosen, and say nothing of it any more.
    expect(page.get_by_text("재생 중:")).to_have_count(0, timeout=20_000)
    many.settle()
    assert told(many) == whole
    assert page.url == address
