"""The timeline: every meeting can be told from the others and reached, whether five of them are shown or a thousand."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from canvas import Crowd, Watch, looked_at, meetings, opened, painted
from playwright.sync_api import expect

from dashboard import Dashboard

# Two months of the society, with days, months, years, and somebody's meetings in it.
STRETCH = "zoom=19600~19660"


def lanes(dashboard: Dashboard) -> list[int]:
    """Whose lanes have marks, from the top."""
    marks = sorted(dashboard.entries(), key=lambda mark: mark["y"])  # type: ignore[arg-type,return-value]
    return list(dict.fromkeys(mark["whose"] for mark in marks))  # type: ignore[misc]


@pytest.fixture(scope="module")
def crowd(watch: Watch, thousand: str) -> Callable[[str], Crowd]:
    """The crowd at an address, for tests that only look: opened once for all of them."""
    return looked_at(watch, thousand)


# All words that are drawn on any canvas.
WRITTEN = """
globalThis.__hoedongWritten = new Set();
const { fillText } = CanvasRenderingContext2D.prototype;
CanvasRenderingContext2D.prototype.fillText = function (words, ...place) {
  __hoedongWritten.add(words);
  return fillText.call(this, words, ...place);
};
"""


@pytest.mark.parametrize("path", ["?", "?" + STRETCH])
def test_held_planned_and_cancelled_look_different_however_small(crowd: Callable[[str], Crowd], path: str) -> None:
    # Beside the time stand the undated, with nothing near them.
    seen = crowd(path).coloured(lambda one: one["first"] is None)
    assert all(seen.values())
    assert all(green > red + 40 for red, green, _ in seen["held"]), "filled"
    assert all(red > green + 25 for red, green, _ in seen["cancelled"]), "a cross in the colour of what was called off"
    # Without colour too: hollow is lighter than filled.
    assert min(sum(colour) for colour in seen["planned"]) > max(sum(colour) for colour in seen["held"]) + 90


def test_planned_and_cancelled_stand_out_of_a_crowd(crowd: Callable[[str], Crowd]) -> None:
    seen = crowd("?").coloured(lambda one: one["precision"] == "day")
    held = max(sum(colour) for colour in seen["held"])
    hollow = [sum(colour) > held + 90 for colour in seen["planned"]]
    crossed = [red > green + 25 for red, green, _ in seen["cancelled"]]
    assert hollow
    assert crossed
    assert sum(hollow) >= 0.9 * len(hollow)
    assert sum(crossed) >= 0.9 * len(crossed)


def test_the_undated_are_diamonds_as_the_legend_has_them(crowd: Callable[[str], Crowd]) -> None:
    seen = crowd("?")
    never = 0
    for mark, middle, corner in zip(seen.marks, seen.middles, seen.corners, strict=True):
        one = seen.meetings[mark["id"]]
        if one["first"] is None and one["status"] == "held":
            never += 1
            assert sum(corner) > sum(middle) + 90, mark
    assert never


def test_a_legend_tells_the_marks_that_there_are(dashboard: Dashboard, many: Dashboard) -> None:
    opened(many)
    signs = many.page.locator(".signs")
    for said in ("만남", "예정", "무산", "월·연도만 알려짐"):
        expect(signs.get_by_text(said, exact=True)).to_be_visible()
    opened(dashboard)
    known = {one["status"] for one in meetings(dashboard).values()}
    for status in ("held", "planned", "cancelled"):
        expect(dashboard.page.locator(f"[data-sign={status}]")).to_be_visible(visible=status in known)


def test_the_legend_stands_free_of_what_is_under_it(dashboard: Dashboard) -> None:
    opened(dashboard)
    parts = (dashboard.timeline, dashboard.page.locator(".signs"), dashboard.page.locator(".frame > .dates"))
    over, legend, under = (part.bounding_box() for part in parts)
    assert over
    assert legend
    assert under
    assert legend["y"] - over["y"] - over["height"] >= 4
    assert under["y"] - legend["y"] - legend["height"] >= 5


def test_words_come_where_few_are_in_sight_however_many_there_are(many: Dashboard, crowd: Callable[[str], Crowd]) -> None:
    assert not any(mark["words"] for mark in crowd("?").marks)
    assert any(mark["words"] for mark in opened(many, "?" + STRETCH, (1920, 1080)))
    assert any(mark["words"] for mark in opened(many, "?zoom=19600~19610"))


def days_in_sight(dashboard: Dashboard) -> list[dict[str, object]]:
    known = meetings(dashboard)
    return [mark for mark in dashboard.entries() if known[str(mark["id"])]["precision"] == "day"]


@pytest.mark.parametrize(("path", "share"), [("zoom=19600~19630", 0.6), ("zoom=19165~19215&lang=en", 0.6), ("zoom=19600~19603", 1)])
def test_few_days_in_sight_are_named_whatever_months_there_are(many: Dashboard, path: str, share: float) -> None:
    opened(many, "?" + path)
    days = days_in_sight(many)
    assert days
    assert sum(bool(mark["words"]) for mark in days) >= share * len(days)


def test_what_is_chosen_has_its_words_first(many: Dashboard) -> None:
    opened(many, "?zoom=19600~19690&person=강태린")
    days, chosen = days_in_sight(many), many.lit()
    own = [mark for mark in days if mark["id"] in chosen]
    assert 3 < len(own) < len(days) / 3
    assert all(mark["words"] for mark in own)
    before = [(mark["id"], mark["x"], mark["y"]) for mark in days]
    many.timeline.press("Escape")
    many.page.wait_for_function("!__hoedong.control.choice && !location.search.includes('person')")
    many.settle()
    after = days_in_sight(many)
    assert [(mark["id"], mark["x"], mark["y"]) for mark in after] == before, "the marks stay"
    named = {mark["id"] for mark in after if mark["words"]}
    assert not {mark["id"] for mark in own} <= named


def test_what_goes_on_beyond_all_that_is_shown_is_named_on_itself(crowd: Callable[[str], Crowd]) -> None:
    seen = crowd("?zoom=18488.4~18488.6")
    there = [mark for mark in seen.marks if seen.meetings[mark["id"]]["first"] is not None]
    assert there
    assert all(mark["words"] for mark in there)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_few_have_their_words_and_months_their_width_in_each_language(dashboard: Dashboard, language: str) -> None:
    marks = opened(dashboard, f"?lang={language}")
    assert len(marks) == 5
    assert all(mark["words"] and "…" not in mark["words"] for mark in marks)


def test_days_stand_above_months_and_years(crowd: Callable[[str], Crowd]) -> None:
    seen = crowd("?" + STRETCH)
    days, spans = (
        [mark["y"] for mark in seen.marks if seen.meetings[mark["id"]]["precision"] in told] for told in (("day",), ("month", "year"))
    )
    assert days
    assert spans
    assert max(days) < min(spans)


def test_a_tall_window_gives_a_crowd_more_room(many: Dashboard) -> None:
    opened(many, "", (1920, 1080))
    assert many.timeline.evaluate("one => one.clientHeight") > 240


def test_every_lane_can_be_reached(many: Dashboard) -> None:
    opened(many, "?lanes=person")
    first = lanes(many)
    box = many.timeline.bounding_box()
    assert box
    many.page.mouse.move(box["x"] + 30, box["y"] + 90)
    many.page.mouse.wheel(0, 100)
    many.page.wait_for_timeout(200)
    assert lanes(many)[: len(first) - 1] == first[1:]
    many.timeline.press("PageDown")
    many.page.wait_for_timeout(200)
    assert not set(lanes(many)) & set(first[1:])
    assert "/ " in many.page.locator(".panel ~ .said").inner_text()


def test_by_person_there_are_as_many_lanes_as_people(many: Dashboard) -> None:
    opened(many, "?lanes=person")
    many.timeline.press("PageDown")
    many.page.wait_for_timeout(200)
    people = {one for entry in meetings(many).values() for one in entry["people"]}
    assert f"/ {len(people)}:" in many.page.locator(".panel ~ .said").inner_text()


def test_lanes_are_of_those_who_met_in_the_time_that_is_shown(many: Dashboard) -> None:
    opened(many, "?lanes=person&" + STRETCH)
    known = meetings(many)
    there = [one for one in known.values() if one["first"] is not None and one["last"] + 1 >= 19600 and one["first"] <= 19660]
    assert {mark["id"] for mark in many.entries()} & {one["id"] for one in there}
    count = {who: sum(who in (*one["people"], *one["sides"]) for one in there) for who in lanes(many)}
    assert all(count.values())
    assert list(count.values()) == sorted(count.values(), reverse=True)


def test_a_chosen_persons_company_has_the_first_lane(dashboard: Dashboard) -> None:
    opened(dashboard, "?lanes=company")
    person = dashboard.nodes()["정신아"]["id"]
    opened(dashboard, f"?lanes=company&choice=person:{person}")
    assert lanes(dashboard)[0] == int(dashboard.nodes()["카카오"]["id"])


def test_a_chosen_group_has_a_lane_of_its_own(dashboard: Dashboard) -> None:
    opened(dashboard, "?view=companies&folded=1&lanes=company")
    groups = dashboard.page.evaluate("__hoedong.positions().nodes.map(one => one.id)")
    for group in groups:
        opened(dashboard, f"?view=companies&folded=1&lanes=company&choice=group:{group}")
        if "group" in lanes(dashboard):
            assert lanes(dashboard)[0] == "group"
            return
    pytest.fail("no group has a lane")


def test_a_zoomed_timeline_has_a_way_back_and_ends_at_the_whole(dashboard: Dashboard) -> None:
    opened(dashboard)
    whole = dashboard.page.get_by_role("button", name="전체 기간", exact=True)
    closer, farther = (dashboard.page.get_by_role("button", name=name, exact=True) for name in ("연표 확대", "연표 축소"))
    expect(whole).to_be_hidden()
    expect(farther).to_be_disabled()
    before = [(mark["x"], mark["y"]) for mark in dashboard.entries()]
    closer.click()
    expect(whole).to_be_visible()
    farther.click()
    expect(farther).to_be_disabled()
    assert [(mark["x"], mark["y"]) for mark in dashboard.entries()] == before
    closer.click()
    whole.click()
    expect(whole).to_be_hidden()
    dashboard.page.wait_for_function("!new URLSearchParams(location.search).has('zoom')")


def in_sight(dashboard: Dashboard) -> set[str]:
    """The ids of the dated meetings whose marks are drawn."""
    known = meetings(dashboard)
    return {str(mark["id"]) for mark in dashboard.entries() if known[str(mark["id"])]["first"] is not None}


def test_nearer_leads_to_the_marks_and_to_what_is_chosen(dashboard: Dashboard) -> None:
    opened(dashboard)
    every = in_sight(dashboard)
    closer = dashboard.page.get_by_role("button", name="연표 확대", exact=True)
    closer.click()
    assert len(in_sight(dashboard)) > len(every) / 2, "most of them stand on one day at the end"
    for _ in range(5):
        closer.click()
    newest = in_sight(dashboard)
    assert len(newest) > 1
    # By keyboard too; what is chosen goes before what is many.
    for chosen in every - newest:
        opened(dashboard, f"?choice=meeting:{chosen}")
        for _ in range(6):
            dashboard.timeline.press("+")
        assert in_sight(dashboard) == {chosen}
        dashboard.timeline.press("-")
        assert chosen in in_sight(dashboard)


def test_the_wheel_zooms_and_leaves_the_whole_to_the_page(dashboard: Dashboard) -> None:
    opened(dashboard, "?table=meetings")
    box = dashboard.timeline.bounding_box()
    assert box
    dashboard.page.mouse.move(box["x"] + 150, box["y"] + 80)
    dashboard.page.mouse.wheel(0, -100)
    dashboard.page.wait_for_function("new URLSearchParams(location.search).has('zoom')")
    dashboard.page.mouse.wheel(0, 100)
    dashboard.page.mouse.wheel(0, 100)
    dashboard.page.wait_for_function("!new URLSearchParams(location.search).has('zoom')")


def test_the_wheel_comes_down_to_hours(dashboard: Dashboard) -> None:
    dashboard.page.add_init_script(WRITTEN)
    mark = next(one for one in opened(dashboard, "?zoom=20116~20130") if "2025.02.04" in one["line"])
    dashboard.page.mouse.move(mark["x"], mark["y"])
    hours = "[...__hoedongWritten].some((words) => /^[012]\\d:00$/.test(words))"
    assert not dashboard.page.evaluate(hours)
    day = "() => { const [from, to] = (new URLSearchParams(location.search).get('zoom') ?? '0~9').split('~'); return to - from < 1; }"
    dashboard.page.mouse.wheel(0, -200)
    # The other turns are told to the page itself: under load the browser takes a second to answer one that comes from outside.
    turn = "new WheelEvent('wheel', { deltaY: -200, clientX, clientY, bubbles: true, cancelable: true })"
    dashboard.timeline.evaluate(
        f"(canvas, [clientX, clientY]) => {{ for (let n = 0; n < 50; n += 1) canvas.dispatchEvent({turn}); }}", [mark["x"], mark["y"]]
    )
    dashboard.page.wait_for_function(hours)
    dashboard.page.wait_for_function(day)
    dashboard.page.get_by_role("button", name="전체 기간", exact=True).click()
    dashboard.page.wait_for_function("!new URLSearchParams(location.search).has('zoom')")


def test_an_empty_stretch_of_time_says_so(dashboard: Dashboard) -> None:
    script = "const draw = CanvasRenderingContext2D.prototype.fillText; globalThis.told = []; "
    script += "CanvasRenderingContext2D.prototype.fillText = function (text, ...at) { told.push(text); draw.call(this, text, ...at); };"
    dashboard.page.add_init_script(script)
    opened(dashboard, "?zoom=15000~15100")
    assert "이 기간에는 회동이 없습니다" in dashboard.page.evaluate("told")
    expect(dashboard.page.get_by_role("button", name="전체 기간", exact=True)).to_be_visible()


def test_a_mark_tells_what_it_is_in_the_pictures_own_tip(dashboard: Dashboard) -> None:
    mark = next(one for one in opened(dashboard) if "2025.02.04" in one["line"])
    tip = dashboard.page.locator(".panel .tip")
    expect(tip).to_be_hidden()
    dashboard.page.mouse.move(mark["x"], mark["y"])
    expect(tip).to_contain_text("2025.02.04")
    assert not dashboard.timeline.get_attribute("title")
    dashboard.page.mouse.move(mark["x"], mark["y"] - 400)
    expect(tip).to_be_hidden()


def test_the_keyboard_comes_back_to_the_line_that_it_chose(dashboard: Dashboard) -> None:
    opened(dashboard)
    lines = dashboard.page.get_by_test_id("meetings").locator("button.entry")
    lines.nth(0).focus()
    dashboard.page.keyboard.press("ArrowDown")
    dashboard.page.keyboard.press("Enter")
    expect(dashboard.proofs).to_be_visible()
    expect(dashboard.timeline).to_be_focused()
    dashboard.page.keyboard.press("Escape")
    expect(dashboard.proofs).to_be_hidden()
    expect(lines.nth(1)).to_be_focused()


def test_escape_lets_go_of_what_is_chosen_from_anywhere_but_a_text_field(dashboard: Dashboard) -> None:
    opened(dashboard, "?choice=meeting:1")
    expect(dashboard.proofs).to_be_visible()
    dashboard.page.get_by_test_id("finder").focus()
    dashboard.page.keyboard.press("Escape")
    dashboard.settle()
    expect(dashboard.proofs).to_be_visible()
    dashboard.page.get_by_role("button", name="연표 확대").focus()
    dashboard.page.keyboard.press("Escape")
    expect(dashboard.proofs).to_be_hidden()


def test_a_chosen_companys_people_have_the_first_lanes(dashboard: Dashboard) -> None:
    opened(dashboard)
    company, person = (dashboard.nodes()[name]["id"] for name in ("카카오", "정신아"))
    opened(dashboard, f"?lanes=person&choice=organization:{company}")
    assert lanes(dashboard)[0] == int(person)
    top = dashboard.timeline.bounding_box()
    assert top
    # No lane without a mark stands above it.
    assert min(float(str(mark["y"])) for mark in dashboard.entries()) - top["y"] < 50


def test_a_chosen_meeting_whose_lanes_are_out_of_sight_has_them_on_top(many: Dashboard) -> None:
    opened(many, "?lanes=person")
    before = lanes(many)
    known = meetings(many)
    seen, unseen = (
        next(one for one in known.values() if one["first"] and bool({*one["people"]} & {*before}) is there) for there in (True, False)
    )
    opened(many, f"?lanes=person&choice=meeting:{unseen['id']}")
    assert set(lanes(many)[: len(unseen["people"])]) <= {*unseen["people"]}
    assert any(mark["id"] == unseen["id"] for mark in many.entries())
    opened(many, f"?lanes=person&choice=meeting:{seen['id']}")
    assert lanes(many) == before


def test_a_choice_that_is_gone_pales_nothing(dashboard: Dashboard) -> None:
    colours = []
    for path in ("", "?choice=meeting:99999", "?choice=person:99999"):
        colours.append(painted(dashboard, opened(dashboard, path)))
    assert colours[0] == colours[1] == colours[2]


@pytest.mark.parametrize(("language", "words"), [("ko", "보여 줄 회동이 없습니다"), ("en", "No meetings to show")])
def test_a_timeline_without_any_meeting_says_so(dashboard: Dashboard, language: str, words: str) -> None:
    dashboard.page.add_init_script(WRITTEN)
    dashboard.open(f"?lang={language}&q=zzzz")
    expect(dashboard.timeline).to_be_visible()
    dashboard.page.wait_for_function("(words) => globalThis.__hoedongWritten.has(words)", arg=words)
    expect(dashboard.page.locator(".said", has_text=words)).to_have_count(1)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_words_of_few_meetings_have_rows_as_high_as_their_letters(dashboard: Dashboard, language: str) -> None:
    rows = sorted({round(float(str(mark["y"])), 1) for mark in opened(dashboard, f"?lang={language}") if mark["words"]})
    assert len(rows) > 3
    assert min(low - high for high, low in pairwise(rows)) >= 14, "13 pixels of letters, and the ring of a chosen mark"
