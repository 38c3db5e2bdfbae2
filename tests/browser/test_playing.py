"""Time is played: over all, or within the span that is brushed."""

from __future__ import annotations

from datetime import date, timedelta

from playwright.sync_api import expect

from dashboard import Dashboard, query

EPOCH = date(1970, 1, 1)
FIRST, LAST = date(2021, 1, 25), date(2021, 2, 24)
# Notes at each step of time that is played: its range, and how many lines the network has.
NOTED = """() => {
  globalThis.__hoedongPlayed = [];
  __hoedong.bus.addEventListener("range", () => __hoedongPlayed.push([__hoedong.control.range, __hoedong.positions().edges.length]));
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
    many.open(f"?dates={FIRST}~{LAST}&person=강태린")
    many.drawn()
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
