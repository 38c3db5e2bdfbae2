"""Each filter by itself, set as a hand does: all parts show what fits it and nothing else, and it is cleared."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, expect

from dashboard import KEY, Dashboard, query

Meeting = dict[str, Any]
# The meetings that the page shows: what a date or a status leaves out, the browser hides itself.
SHOWN = """() => {
    const { statuses, range } = __hoedong.control;
    const fits = ({ status, first, last }) =>
        (!statuses || statuses.includes(status)) && (!range || (first !== null && last >= range[0] && first <= range[1]));
    return __hoedong.meetings().filter(fits).map((one) => ({ ...one, firms: __hoedong.firms(one) }));
}"""
COUNTED = "() => document.querySelector('[data-testid=stSidebarUserContent]').innerText.match(/회동 ([\\d,]+)건 가운데 ([\\d,]+)건/)?.[2]"


def chosen(label: str, typed: str) -> Callable[[Dashboard, Locator], None]:
    """Types into a list of the sidebar and takes the first that it finds."""

    def set_it(dashboard: Dashboard, sidebar: Locator) -> None:
        box = sidebar.get_by_role("combobox", name=label, exact=True)
        box.scroll_into_view_if_needed()
        box.press_sequentially(typed, delay=KEY)
        expect(dashboard.page.get_by_role("option").first).to_contain_text(typed)
        dashboard.page.keyboard.press("Enter")
        dashboard.page.keyboard.press("Escape")

    return set_it


def pill(group: str, *names: str) -> Callable[[Dashboard, Locator], None]:
    """Presses pills of a line of them: what is lit goes out, what is not is lit."""

    def set_it(dashboard: Dashboard, sidebar: Locator) -> None:
        pills = sidebar.get_by_test_id("stButtonGroup").filter(has=dashboard.page.get_by_text(group, exact=True))
        for name in names:
            pills.get_by_role("button", name=name, exact=True).click()
            dashboard.settle()

    return set_it


def slid(label: str, steps: int) -> Callable[[Dashboard, Locator], None]:
    """Moves a slider by keyboard."""

    def set_it(dashboard: Dashboard, sidebar: Locator) -> None:
        slider = sidebar.get_by_test_id("stSlider").filter(has_text=label).get_by_role("slider")
        slider.focus()
        for _ in range(steps):
            dashboard.page.keyboard.press("ArrowRight")

    return set_it


def topic(dashboard: Dashboard, sidebar: Locator) -> None:
    box = sidebar.get_by_role("textbox", name="화제")
    box.fill("위성 통신망")
    box.press("Enter")


def words(dashboard: Dashboard, _: Locator) -> None:
    dashboard.find("한빛호텔").get_by_role("option").last.click()


def dates(dashboard: Dashboard, _: Locator) -> None:
    for name in ("시작일", "종료일"):
        field = dashboard.page.get_by_role("textbox", name=name)
        field.fill("2021")
        field.press("Enter")
        dashboard.settle()


@dataclass(frozen=True)
class Filter:
    """What is set, how, and which of all meetings fit it, told what then stands in the address."""

    name: str
    set_it: Callable[[Dashboard, Locator], None]
    fitting: Callable[[list[Meeting], str], set[str]]
    folded: bool = False


def of(fits: Callable[[Meeting, str], bool]) -> Callable[[list[Meeting], str], set[str]]:
    return lambda everything, told: {one["id"] for one in everything if fits(one, told)}


def in_2021(one: Meeting, _: str) -> bool:
    first, last = 18628, 18992  # 2021-01-01 and 2021-12-31 in days
    return one["first"] is not None and one["last"] >= first and one["first"] <= last


def met_twice(everything: list[Meeting], _: str) -> set[str]:
    pairs = {one["id"]: set(combinations(sorted({*one["people"], *one["sides"]}), 2)) for one in everything}
    held = {one["id"] for one in everything if one["status"] == "held"}
    times = Counter(pair for one, met in pairs.items() if one in held for pair in met)
    return {one for one, met in pairs.items() if any(times[pair] >= 2 for pair in met)}


FILTERS = (
    Filter("q", words, of(lambda one, _: one["place"] == "한빛호텔")),
    Filter("who", chosen("인물", "강태린"), of(lambda one, told: int(told) in one["people"])),
    Filter("firm", chosen("회사", "가람전자"), of(lambda one, told: int(told) in one["firms"])),
    Filter("agency", chosen("기관", "물류안전청"), of(lambda one, told: int(told) in one["firms"])),
    Filter("without", chosen("제외할 매체", "모의경제"), of(lambda one, _: one["outlet"] != "모의경제")),
    Filter("status", pill("성사 여부", "만남"), of(lambda one, _: one["status"] != "held")),
    Filter("dates", dates, of(in_2021)),
    Filter("place", chosen("장소", "남산클럽"), of(lambda one, _: one["place"] == "남산클럽"), folded=True),
    Filter("topic", topic, of(lambda one, _: one["topic"] == "위성 통신망 구축"), folded=True),
    Filter("outlet", chosen("매체", "표본통신"), of(lambda one, _: one["outlet"] == "표본통신"), folded=True),
    # Each of these made-up articles tells one meeting, and the two are numbered alike.
    Filter("article", chosen("기사", "만남 99"), of(lambda one, told: str(one["id"]) == told), folded=True),
    # An agency comes by its unnamed side alone here.
    Filter("with", pill("상대의 종류", "기관"), of(lambda one, _: bool(one["sides"])), folded=True),
    Filter("often", slid("만난 횟수", 1), met_twice, folded=True),
)


@pytest.mark.parametrize("folded", [False, True])
def test_one_filter_alone_leaves_what_fits_it_in_all_parts(many: Dashboard, browser: Browser, folded: bool) -> None:
    page = many.page
    many.show("?table=meetings")
    everything = page.evaluate(SHOWN)
    assert len(everything) == 1000
    if folded:
        page.get_by_test_id("stSidebar").get_by_text("필터 더 보기").click()
        many.settle()
    for asked in FILTERS:
        if asked.folded is folded:
            one_filter(many, browser, everything, asked)


def one_filter(many: Dashboard, browser: Browser, everything: list[Meeting], asked: Filter) -> None:
    """Set it on a page that shows everything, look, and take it back."""
    page, sidebar = many.page, many.page.get_by_test_id("stSidebar")
    asked.set_it(many, sidebar)
    page.wait_for_function("name => new URLSearchParams(location.search).has(name)", arg=asked.name)
    many.drawn()
    told = query(many)[asked.name]
    fitting = asked.fitting(everything, told)
    assert 0 < len(fitting) < 1000, asked.name
    holds(many, fitting, asked.name)
    if asked.name == "topic":
        # The address alone makes the same picture, whatever is in it: one filter stands for all.
        other = Dashboard(browser.new_page(viewport={"width": 1440, "height": 900}, locale="ko-KR"), page.url)
        other.show()
        holds(other, fitting, asked.name)
        assert other.places().keys() == many.places().keys()
        other.page.close()
    sidebar.get_by_role("button", name="필터 초기화").click()
    page.wait_for_function("name => !new URLSearchParams(location.search).has(name)", arg=asked.name)
    wait_for(many, 1000)
    if asked.name == "topic":
        page.go_back()
        page.wait_for_function("name => new URLSearchParams(location.search).has(name)", arg=asked.name)
        many.drawn()
        holds(many, fitting, asked.name)
        page.go_forward()
        wait_for(many, 1000)


def wait_for(dashboard: Dashboard, count: int) -> None:
    """Wait until so many meetings are shown and drawn: the address is there before what it tells of has come."""
    shown = f"([count]) => globalThis.__hoedong?.meetings !== undefined && ({SHOWN})().length === count"
    dashboard.page.wait_for_function(shown, arg=[count])
    dashboard.drawn()


def holds(dashboard: Dashboard, fitting: set[str], name: str) -> None:
    """Timeline, list, count, network and table show these meetings and no others."""
    page = dashboard.page
    wait_for(dashboard, len(fitting))
    shown = page.evaluate(SHOWN)
    assert {one["id"] for one in shown} == fitting, name
    page.wait_for_function(f"([count]) => ({COUNTED})() === count", arg=[f"{len(fitting):,}"])
    lines = page.get_by_test_id("meetings").locator("[data-meeting]")
    listed = set(lines.evaluate_all("all => all.map(one => one.dataset.meeting)"))
    assert len(listed) == min(60, len(fitting)), name
    assert listed <= {str(one) for one in fitting}, name
    there = {str(person) for one in shown for person in one["people"]}
    edges = [str(edge["id"]).split(":") for edge in dashboard.edges()]
    assert all(set(ends) <= there for kind, *ends in edges if kind == "met"), f"{name}: no line of a meeting that does not fit"
    expect(page.locator(".head .count")).to_contain_text(f"{len(fitting):,}")


def test_a_kind_that_is_left_out_is_in_the_network_no_more(many: Dashboard) -> None:
    many.show()
    pill("종류", "회사")(many, many.page.get_by_test_id("stSidebar"))
    assert query(many)["kind"] == "person~agency"
    many.page.wait_for_function("__hoedong.control.kinds?.join() === 'person,agency'")
    meetings = many.page.evaluate(SHOWN)
    sides = {str(side) for one in meetings for side in one["sides"]}
    people = {str(person) for one in meetings for person in one["people"]}
    assert set(many.places()) <= people | sides
    assert set(many.places()) & people
    assert len(many.page.evaluate(SHOWN)) == 1000, "kinds are of what is drawn, not of meetings"


@pytest.mark.parametrize(
    ("name", "set_it", "people"),
    [("group", chosen("그룹", "SK그룹"), {"최태원", "유영상", "곽노정"}), ("sure", slid("확실성", 5), set())],
)
def test_groups_and_certainty_are_filtered(dashboard: Dashboard, name: str, set_it: Callable[..., None], people: set[str]) -> None:
    page = dashboard.page
    dashboard.show()
    everything = page.evaluate(SHOWN)
    sidebar = page.get_by_test_id("stSidebar")
    sidebar.get_by_text("필터 더 보기").click()
    dashboard.settle()
    set_it(dashboard, sidebar)
    page.wait_for_function("name => new URLSearchParams(location.search).has(name)", arg=name)
    page.wait_for_function(f"([count]) => ({SHOWN})().length < count", arg=[len(everything)])
    dashboard.settle()
    shown = page.evaluate(SHOWN)
    if name == "group":
        assert 0 < len(shown) < len(everything)
        assert all(people & set(re.split(r"[·, ]+", one["everyone"])) for one in shown)
    else:
        assert query(dashboard)["sure"] == "90"
        assert [one["id"] for one in shown] == [one["id"] for one in everything if int(one["certainty"].rstrip("%")) >= 90]
