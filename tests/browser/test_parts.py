"""More meetings and rows than are sent at once: a part comes, the rest on demand, and who is chosen is marked all the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect
from society import society

from dashboard import Dashboard, query, violations
from graphing.store import open_store
from serving import ROOT, serve

Watch = Callable[[str, Path], AbstractContextManager[Dashboard]]
MEETINGS = 400
SENT = 100
LISTED = SENT // 10


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("parts")
    database = f"sqlite:///{Path(folder, 'parts.sqlite')}"
    with open_store(database) as store:
        store.add(list(society(MEETINGS, 300)))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOEDONG_AT_ONCE_MARKS", str(SENT))
        patch.setenv("HOEDONG_AT_ONCE_ROWS", "50")
        with serve(ROOT / "app.py", folder / "server.log", database) as address:
            yield address


@pytest.fixture
def parts(watch: Watch, crowd: str) -> Iterator[Dashboard]:
    with watch(crowd, Path()) as dashboard:
        yield dashboard


def lines(dashboard: Dashboard) -> Locator:
    return dashboard.page.get_by_test_id("meetings").locator("[data-meeting]")


def told(dashboard: Dashboard) -> list[str]:
    return [str(one.get_attribute("data-meeting")) for one in lines(dashboard).all()]


def marks(dashboard: Dashboard) -> dict[str, tuple[object, object]]:
    return {str(entry["id"]): (entry["x"], entry["y"]) for entry in dashboard.entries()}


def test_more_of_a_crowds_meetings_are_listed_in_place(parts: Dashboard) -> None:
    parts.show()
    assert SENT * 0.7 <= len(parts.entries()) <= SENT
    expect(lines(parts)).to_have_count(LISTED)
    first = told(parts)
    places = marks(parts)
    more = parts.page.get_by_test_id("meetings").locator("button.more")
    expect(more).to_have_text(f"더 불러오기 ({MEETINGS - LISTED}건 남음)")
    more.focus()
    parts.page.keyboard.press("Enter")
    expect(lines(parts)).to_have_count(2 * LISTED)
    assert told(parts)[:LISTED] == first
    expect(more).to_have_text(f"더 불러오기 ({MEETINGS - 2 * LISTED}건 남음)")
    # The keyboard goes on where the new ones begin.
    assert parts.page.evaluate("document.activeElement.shadowRoot?.activeElement?.dataset.meeting") == told(parts)[LISTED]
    days = lines(parts).locator(".date").all_inner_texts()
    assert days == sorted(days, reverse=True)
    # The newest are not heaped up: what is listed weighs no more than what is not.
    assert marks(parts).keys() == places.keys()
    parts.settle()
    more.click()
    expect(lines(parts)).to_have_count(3 * LISTED)
    lines(parts).nth(2 * LISTED).click()
    expect(parts.proofs).to_be_visible()
    # What is being drawn anew is pale.
    parts.settle()
    parts.page.wait_for_timeout(500)
    assert violations(parts.page) == []


def test_a_brushed_span_lists_its_own_meetings(parts: Dashboard) -> None:
    parts.show("?dates=2018-01-01~2018-12-31")
    days = lines(parts).locator(".date").all_inner_texts()
    assert len(days) > LISTED
    assert {day[:4] for day in days} == {"2018"}
    expect(parts.page.get_by_test_id("meetings").locator("button.more")).to_have_count(0)


@pytest.mark.parametrize("lanes", ["", "&lanes=person", "&lanes=company"])
def test_all_meetings_of_who_is_chosen_are_marked(parts: Dashboard, lanes: str) -> None:
    parts.show(f"?{lanes}")
    before = marks(parts)
    nodes: list[dict[str, object]] = parts.page.evaluate("__hoedong.positions().nodes")
    whom = max(nodes, key=lambda node: float(str(node["size"])))
    parts.click_node(str(whom["label"]))
    expect(parts.proofs.locator("h3")).to_contain_text(str(whom["label"]))
    parts.settle()
    lit = parts.lit()
    assert lit - before.keys()
    after = marks(parts)
    assert lit <= after.keys()
    if not lanes:
        # Nothing makes room for them.
        assert {one: place for one, place in after.items() if one in before} == before
    else:
        whose = {entry["whose"] for entry in parts.entries() if entry["id"] in lit}
        assert len(whose) >= 1
    box = parts.timeline.bounding_box()
    assert box
    one = next(one for one in sorted(lit - before.keys()) if box["x"] < float(str(after[one][0])) < box["x"] + box["width"] - 70)
    entry = next(entry for entry in parts.entries() if entry["id"] == one)
    assert str(whom["label"]) in str(entry["line"])
    parts.press("회동 목록으로")
    parts.settle()
    assert marks(parts).keys() == before.keys()


def test_a_mark_that_came_with_a_choice_is_clicked_and_found_again_by_its_address(parts: Dashboard) -> None:
    parts.show()
    before = marks(parts)
    nodes: list[dict[str, object]] = parts.page.evaluate("__hoedong.positions().nodes")
    parts.click_node(str(max(nodes, key=lambda node: float(str(node["size"])))["label"]))
    expect(parts.proofs.locator("h3")).to_be_visible()
    parts.settle()
    new = {one: place for one, place in marks(parts).items() if one not in before}
    x, y = max(new.values(), key=lambda place: -float(str(place[1])))
    parts.page.mouse.click(float(str(x)), float(str(y)))
    parts.page.wait_for_function("location.search.includes('meeting')")
    parts.settle()
    (meeting,) = parts.lit()
    assert meeting not in before
    assert meeting in marks(parts)
    parts.page.reload()
    parts.drawn()
    assert meeting in marks(parts)


def rows(dashboard: Dashboard) -> Locator:
    return dashboard.page.get_by_test_id("sheet").locator("tbody tr")


def count(dashboard: Dashboard) -> int:
    said = dashboard.page.locator(".frame", has=dashboard.page.get_by_test_id("sheet")).locator(".count")
    expect(said).to_have_text(re.compile(r"\d"))
    return int(re.sub(r"\D", "", said.inner_text()))


def test_a_long_table_is_sorted_searched_and_paged(parts: Dashboard) -> None:
    parts.show("?table=people")
    expect(rows(parts)).to_have_count(100)
    assert count(parts) == 300
    numbers = [int(text) for text in rows(parts).locator("td.number").all_inner_texts()]
    assert numbers == sorted(numbers, reverse=True)
    sheet = parts.page.get_by_test_id("sheet")
    more = parts.page.locator(".frame", has=sheet).locator(".more")
    first = rows(parts).locator("td.name").all_inner_texts()
    more.click()
    expect(rows(parts)).to_have_count(200)
    assert rows(parts).locator("td.name").all_inner_texts()[:100] == first
    more.click()
    expect(rows(parts)).to_have_count(300)
    expect(more).to_be_hidden()
    everybody = rows(parts).locator("td.name").all_inner_texts()
    sheet.get_by_role("button", name="이름", exact=True).click()
    parts.page.wait_for_function("new URLSearchParams(location.search).get('sort') === 'name'")
    parts.settle()
    expect(rows(parts)).to_have_count(100)
    named = rows(parts).locator("td.name").all_inner_texts()
    assert named == sorted(everybody)[:100]
    expect(parts.page.locator("th[data-column=name]")).to_have_attribute("aria-sort", "ascending")
    parts.page.get_by_test_id("sheet-filter").fill(named[3])
    expect(rows(parts)).to_have_count(1)
    assert count(parts) == 1
    parts.settle()
    assert query(parts)["find"] == named[3]
    parts.page.reload()
    parts.drawn()
    expect(rows(parts)).to_have_count(1)
    rows(parts).first.locator("td.posts").click()
    expect(parts.proofs.locator("h3")).to_contain_text(named[3])
    expect(sheet.locator("tr[aria-selected=true]")).to_have_count(1)
    # What is being drawn anew is pale.
    parts.settle()
    parts.page.wait_for_timeout(500)
    assert violations(parts.page) == []


def test_the_table_of_meetings_holds_all_that_fit_though_the_timeline_does_not(parts: Dashboard) -> None:
    parts.show("?table=meetings")
    assert count(parts) == MEETINGS
    expect(rows(parts)).to_have_count(100)
    days = [day for day in rows(parts).locator("td.date").all_inner_texts() if day[:1].isdigit()]
    assert [day[:4] for day in days] == sorted((day[:4] for day in days), reverse=True)
    # Few enough to be sent whole: in words, in order, and sorted by the browser.
    parts.show("?table=meetings&dates=2018-01-01~2018-12-31")
    expect(rows(parts)).to_have_count(count(parts))
    assert {day[:4] for day in rows(parts).locator("td.date").all_inner_texts()} == {"2018"}
    assert set(rows(parts).locator("td.status").all_inner_texts()) <= {"만남", "예정", "무산"}
    assert all(rows(parts).locator("td.participants").all_inner_texts())
    days = rows(parts).locator("td.date").all_inner_texts()
    parts.page.get_by_test_id("sheet").get_by_role("button", name="날짜", exact=True).click()
    parts.settle()
    assert rows(parts).locator("td.date").all_inner_texts() != days
