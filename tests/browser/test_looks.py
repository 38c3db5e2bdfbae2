"""What is drawn is drawn whole: labels, words and controls are neither cut nor blurred, on a laptop's screen and on a tablet's."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, expect

from dashboard import Dashboard

LAPTOP = (1280, 720)
TABLET = (820, 1180)


def opened(dashboard: Dashboard, path: str, size: tuple[int, int] = LAPTOP) -> Dashboard:
    dashboard.page.set_viewport_size({"width": size[0], "height": size[1]})
    dashboard.show(path)
    return dashboard


def box(part: Locator) -> dict[str, float]:
    found = part.bounding_box()
    assert found
    return dict(found)


def resized(dashboard: Dashboard, path: str, *sizes: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """A path opened and drawn in a window of the first size, then in the same window made one of the next."""
    dashboard.page.set_viewport_size({"width": sizes[0][0], "height": sizes[0][1]})
    dashboard.go(path)
    for size in sizes:
        dashboard.page.set_viewport_size({"width": size[0], "height": size[1]})
        dashboard.drawn()
        dashboard.page.wait_for_timeout(300)
        yield size


@pytest.mark.parametrize(
    ("path", "sizes"),
    [
        ("?lang=ko", (LAPTOP, TABLET)),
        ("?lang=en", (TABLET, LAPTOP)),
        ("?view=companies", (TABLET, LAPTOP)),
        ("?view=meetings&lang=en", (LAPTOP, TABLET)),
    ],
)
def test_every_label_is_whole_inside_of_the_network(dashboard: Dashboard, path: str, sizes: tuple[tuple[int, int], ...]) -> None:
    for size in resized(dashboard, path, *sizes):
        panel = box(dashboard.network.locator("canvas"))
        labels = dashboard.page.evaluate("__hoedong.positions().labels")
        assert len(labels) > 3
        for label in labels:
            for axis, length in (("x", "width"), ("y", "height")):
                assert panel[axis] <= label["from"][axis], size
                assert label["to"][axis] <= panel[axis] + panel[length], size


@pytest.mark.parametrize("lanes", ["", "?lanes=person"])
def test_the_timeline_is_drawn_as_large_as_it_is_shown(dashboard: Dashboard, lanes: str) -> None:
    opened(dashboard, lanes)
    drawn, shown = dashboard.timeline.evaluate("one => [[one.width, one.height], [one.clientWidth, one.clientHeight]]")
    assert drawn == shown


def test_few_lanes_take_no_more_room_than_they_need(dashboard: Dashboard) -> None:
    opened(dashboard, "?lanes=company&lang=en")
    high = box(dashboard.timeline)["height"]
    assert high < 220
    dashboard.page.get_by_role("textbox", name="Until").fill("2024")
    dashboard.page.keyboard.press("Enter")
    dashboard.settle()
    assert box(dashboard.timeline)["height"] == high


def test_the_way_back_to_all_dates_stands_beside_the_dates_on_one_line(dashboard: Dashboard) -> None:
    opened(dashboard, "?lang=en&dates=2024-01-01~2024-12-31")
    every, last = dashboard.page.get_by_role("button", name="All dates"), dashboard.page.get_by_role("textbox", name="Until")
    assert box(every)["height"] == box(last)["height"]
    assert box(every)["y"] == box(last)["y"]
    every.click()
    expect(every).to_be_hidden()


def test_on_a_tablet_the_halves_of_a_page_stand_one_under_the_other(dashboard: Dashboard) -> None:
    opened(dashboard, "", TABLET)
    dashboard.turn_to("검토")
    form = dashboard.page.get_by_test_id("stForm")
    expect(form).to_be_visible()
    dashboard.settle()
    assert box(form)["width"] > 450
    dashboard.turn_to("기사 넣기")
    text = dashboard.page.get_by_role("textbox", name="기사 본문")
    expect(text).to_be_visible()
    dashboard.settle()
    assert box(text)["width"] > 450


@pytest.mark.parametrize("size", [LAPTOP, TABLET])
def test_the_product_is_told_beside_the_pages(dashboard: Dashboard, size: tuple[int, int]) -> None:
    for path in ("?lang=ko", "?view=meetings&lang=en"):
        opened(dashboard, path, size)
        logo = dashboard.page.locator("[data-testid=stSidebarLogo], [data-testid=stHeaderLogo]").locator("visible=true")
        expect(logo).to_have_count(1)
        # A picture that could not be fetched or read is there too, but of no size.
        assert logo.evaluate("picture => picture.complete && picture.naturalWidth > 0")


# What is read out or shown outside of our own pictures, but for the languages' own names.
SAID = """() => {
  const said = [];
  for (const part of document.querySelectorAll("[aria-label], [alt], [title]"))
    for (const name of ["aria-label", "alt", "title"]) said.push(part.getAttribute(name));
  const texts = document.createTreeWalker(document.querySelector("#root"), NodeFilter.SHOW_TEXT);
  const silent = "style, script, [data-testid=stIconMaterial]";
  for (let text; (text = texts.nextNode()); ) if (!text.parentElement.closest(silent)) said.push(text.data.trim());
  for (const text of document.querySelectorAll("[data-live-announcer] div, [role=listbox] span")) said.push(text.textContent);
  return [...new Set(said)].filter((text) => text && /[A-Za-z]{3}/.test(text) && text !== "English");
}"""


@pytest.mark.parametrize("label", ["만난 사람", "아니라고 보는 이유"])
def test_lists_that_take_what_is_new_and_captions_are_in_the_readers_language(dashboard: Dashboard, label: str) -> None:
    opened(dashboard, "")
    dashboard.turn_to("검토")
    field = dashboard.page.get_by_role("combobox", name=label).first
    field.focus()
    added = dashboard.page.get_by_role("listbox").get_by_role("option").filter(has_text="넣기")
    typed = ""
    for letter in "나가":
        field.press_sequentially(letter)
        typed += letter
        expect(added).to_have_text(f"“{typed}” 넣기")
    dashboard.page.keyboard.press("Escape")
    caption = dashboard.page.get_by_test_id("stCaptionContainer").locator("p").first
    assert caption.evaluate("part => getComputedStyle(part).wordBreak") == "keep-all", "Korean is broken between words"


def test_a_list_that_is_typed_into_stands_in_line_with_streamlits_fields_empty_and_chosen(dashboard: Dashboard) -> None:
    page = dashboard.page
    opened(dashboard, "")
    dashboard.turn_to("기사 목록")
    page.set_viewport_size({"width": 1110, "height": 720})
    order = page.get_by_test_id("stSelectbox")
    field = page.get_by_role("combobox", name="매체")
    box = page.locator(".box").filter(has=field)
    pairs = [(box, order.get_by_role("combobox").locator("..")), (page.locator("label[for=typed]"), order.get_by_test_id("stWidgetLabel"))]

    def level() -> bool:
        found = [[one.evaluate("part => [part.getBoundingClientRect().y, part.offsetHeight]") for one in pair] for pair in pairs]
        return all(abs(mine - its) < 1 for own, other in found for mine, its in zip(own, other, strict=True))

    expect(field).to_be_visible()
    assert level()
    field.focus()
    for key in ("ArrowDown", "ArrowDown", "Enter"):
        page.keyboard.press(key)
    expect(box.get_by_role("button")).to_be_visible()
    dashboard.settle()
    expect(page.locator("label[for=typed]")).to_have_count(1)
    assert level(), "one that is chosen leaves no empty line"


def test_streamlit_speaks_the_readers_language_too(dashboard: Dashboard) -> None:
    opened(dashboard, "")
    assert dashboard.page.evaluate(SAID) == []
    people = dashboard.page.get_by_test_id("stSidebar").get_by_role("combobox", name="인물")
    people.focus()
    dashboard.page.keyboard.press("ArrowDown")
    options = dashboard.page.get_by_role("listbox").get_by_role("option")
    expect(options.first).to_contain_text("샘 올트먼")
    dashboard.page.wait_for_timeout(400)
    assert dashboard.page.evaluate(SAID) == []
    people.press_sequentially("없는이름")
    expect(dashboard.page.get_by_role("listbox")).to_contain_text("찾은 것이 없습니다")
    assert dashboard.page.evaluate(SAID) == []
    dashboard.page.keyboard.press("Escape")
    dashboard.switch_language("English")
    expect(dashboard.page.get_by_role("navigation", name="App pages")).to_be_visible()
    expect(dashboard.page.get_by_test_id("stSidebar")).to_have_attribute("aria-label", "Sidebar")
    dashboard.settle()
    dashboard.switch_language("한국어")
    expect(dashboard.page.get_by_role("navigation", name="페이지")).to_be_visible()
    dashboard.settle()
    assert dashboard.page.evaluate(SAID) == []


# How many pixels of paragraphs are seen under what is told of them, and of all proofs.
SEEN = """() => {
  const panel = document.querySelector(".st-key-proofs").getBoundingClientRect();
  const low = Math.min(panel.bottom, innerHeight);
  return [low - document.querySelector(".st-key-proofs article p:not(.headline)").getBoundingClientRect().top, low - panel.top];
}"""


@pytest.mark.parametrize(("path", "lines"), [("?choice=person:34", 4), ("?choice=meeting:3&lanes=person", 3), ("?choice=meeting:3", 4)])
def test_on_a_laptop_a_third_of_the_height_is_evidence(dashboard: Dashboard, path: str, lines: int) -> None:
    opened(dashboard, path)
    expect(dashboard.proofs).to_be_visible()
    paragraphs, all_of_it = dashboard.page.evaluate(SEEN)
    assert paragraphs > 25 * lines
    assert all_of_it > LAPTOP[1] / 3


@pytest.mark.parametrize("language", ["ko", "en"])
def test_on_a_tablet_beside_the_sidebar_no_reading_and_no_sign_is_cut_off(many: Dashboard, language: str) -> None:
    opened(many, f"?lang={language}", (1024, 768))
    unfold = many.page.get_by_test_id("stExpandSidebarButton")
    unfold.click()
    many.page.wait_for_timeout(500)
    many.settle()
    edge = box(many.network)["x"] + box(many.network)["width"] + 2
    readings = many.page.locator(".st-key-head").get_by_role("radio")
    assert [box(one)["x"] + box(one)["width"] < edge for one in readings.all()] == [True] * 4
    signs = many.page.locator(".signs")
    assert signs.evaluate("part => part.scrollWidth <= part.clientWidth")
    assert many.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("size", [LAPTOP, (1024, 768)])
@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_ways_from_a_meeting_stand_on_one_line_within_it(many: Dashboard, language: str, size: tuple[int, int]) -> None:
    opened(many, f"?lang={language}&choice=meeting:7", size)
    ways = many.page.locator(".st-key-ways")
    buttons = [box(one) for one in ways.get_by_role("button").all()]
    assert len(buttons) == 3
    assert len({round(one["y"] + one["height"] / 2) for one in buttons}) == 1
    assert buttons[-1]["x"] + buttons[-1]["width"] <= box(ways)["x"] + box(ways)["width"] + 1


@pytest.mark.parametrize("theme", ["dashboard", "dark"])
def test_what_is_scrolled_is_not_read_through_the_logo(request: pytest.FixtureRequest, theme: str) -> None:
    dashboard: Dashboard = request.getfixturevalue(theme)
    colour = "part => getComputedStyle(part).backgroundColor"
    header, page = dashboard.page.get_by_test_id("stHeader"), dashboard.page.get_by_test_id("stApp")
    opened(dashboard, "?choice=person:34", TABLET)
    assert header.evaluate(colour) == page.evaluate(colour)
    opened(dashboard, "", LAPTOP)
    dashboard.page.get_by_role("button", name="사이드바 펴기").click()
    expect(header).to_have_css("background-color", "rgba(0, 0, 0, 0)")


def test_what_was_folded_in_a_line_is_parted_from_its_count_once_it_is_open(dashboard: Dashboard) -> None:
    opened(dashboard, "?choice=meeting:3")
    line = '<details class="rest"><summary>나머지 1건</summary>대한상공회의소 회장</details>'
    dashboard.proofs.evaluate("(part, line) => part.insertAdjacentHTML('afterbegin', line)", line)
    count = dashboard.proofs.locator("details.rest > summary").first
    said = "part => getComputedStyle(part, '::after').content"
    assert count.evaluate(said) == "none"
    count.click()
    assert count.evaluate(said).startswith('": "')


def test_nothing_stands_above_the_board_but_what_the_folded_sidebar_leaves(dashboard: Dashboard) -> None:
    opened(dashboard, "")
    box_of = dashboard.page.get_by_test_id("finder")
    assert box(box_of)["y"] < 30
    box_of.click()
    dashboard.page.get_by_test_id("stSidebar").hover()
    dashboard.page.get_by_role("button", name="사이드바 접기").click()
    unfold = dashboard.page.get_by_role("button", name="사이드바 펴기")
    expect(unfold).to_be_visible()
    dashboard.page.wait_for_timeout(400)
    assert box(unfold)["y"] + box(unfold)["height"] < box(box_of)["y"]


def test_on_a_small_screen_the_buttons_of_time_stay_together_and_the_legend_on_two_lines(dashboard: Dashboard) -> None:
    opened(dashboard, "", (1024, 768))
    names = ("시간 순서로 재생", "연표 확대", "연표 축소")
    tops = {box(dashboard.page.locator(f".moves [aria-label={name!r}]"))["y"] for name in names}
    assert len(tops) == 1
    legend = box(dashboard.page.locator(".legend"))
    assert legend["height"] < 50


@pytest.mark.parametrize("language", ["ko", "en"])
def test_on_a_laptop_the_legend_stands_on_one_line_and_no_list_ends_within_a_line(dashboard: Dashboard, language: str) -> None:
    opened(dashboard, f"?person=최태원&lang={language}")
    signs = dashboard.page.locator(".legend span:visible")
    assert len(signs.all()) > 4
    assert len({round(box(sign)["y"]) for sign in signs.all()}) == 1
    for part in (".st-key-proofs", "ol[data-testid=meetings]"):
        style = "part => [getComputedStyle(part).maskImage, getComputedStyle(part).paddingBottom]"
        fades, room = dashboard.page.locator(part).evaluate(style)
        assert "gradient" in fades
        assert room == "20px", "the last line stands above what fades"
    # Whoever is chosen, each name stands beside its own node.
    for name in ("전영현", "카카오") if language == "ko" else ("Jun Young-hyun", "Kakao"):
        dashboard.click_node(name)
        dashboard.page.wait_for_function("(id) => __hoedong.control.choice?.id === id", arg=dashboard.nodes()[name]["id"])
        dashboard.settle()
        assert len(dashboard.labels()) > 2
        assert [label["lines"] for label in dashboard.labels() if "way" in label] == []


BOXES = "(all) => all.map((one) => one.getBoundingClientRect().toJSON())"


@pytest.mark.parametrize(("path", "lines"), [("", 1), ("&view=meetings", 1), ("&view=companies", 1), ("&without=가상일보", 2)])
def test_a_legend_of_every_kind_of_line_stands_on_one_line_on_a_laptop(many: Dashboard, path: str, lines: int) -> None:
    # Opened in one language, and turned to the other.
    first, then = (("ko", "en"), ("en", "ko"))[lines - 1]
    opened(many, f"?lang={first}{path}")
    for language in (first, then):
        if language == then:
            many.switch_language({"ko": "한국어", "en": "English"}[then])
            expect(many.page.get_by_placeholder({"ko": "인물·회사 찾기", "en": "Find a person or company"}[then])).to_be_visible()
            many.drawn()
        signs = many.page.locator(".legend span:visible").evaluate_all(BOXES)
        assert signs, language
        assert len({round(sign["y"]) for sign in signs}) <= lines, language
        foot, tools = box(many.page.locator(".foot")), box(many.page.locator(".tools"))
        assert all(sign["x"] + sign["width"] <= tools["x"] for sign in signs), language
        assert tools["x"] + tools["width"] <= foot["x"] + foot["width"], language


@pytest.mark.parametrize("language", ["ko", "en"])
def test_today_is_told_apart_from_the_marks_where_it_lies_beyond_what_is_shown(dashboard: Dashboard, language: str) -> None:
    script = "const draw = CanvasRenderingContext2D.prototype.fillText; globalThis.told = []; "
    script += "CanvasRenderingContext2D.prototype.fillText = function (text, ...at) { told.push(text); draw.call(this, text, ...at); };"
    dashboard.page.add_init_script(script)
    called = {"ko": "오늘", "en": "Today"}[language]
    for path, said in (("", f"{called} →"), ("&zoom=30000~40000", f"← {called}"), ("&zoom=18000~30000", called)):
        opened(dashboard, f"?lang={language}{path}")
        beside = dashboard.page.locator(".signs .today:visible")
        within = {words for words in dashboard.page.evaluate("told") if called in words}
        assert [*within, *beside.all_inner_texts()] == [said], path
        for there in beside.all():
            # Under the panel, in line with its signs, and none of them is cut off for it.
            assert box(there)["y"] > box(dashboard.timeline)["y"] + box(dashboard.timeline)["height"]
            assert dashboard.page.locator(".signs").evaluate("line => line.scrollWidth <= line.clientWidth")


def test_the_legend_tells_every_kind_of_line_by_its_pattern_too(dashboard: Dashboard) -> None:
    opened(dashboard, "")
    legend = dashboard.page.locator(".legend")
    expect(legend.get_by_text("전 직책", exact=True)).to_be_visible()
    expect(legend.get_by_text("제외한 매체만 전한 연결")).to_be_hidden()
    opened(dashboard, "?without=metroseoul")
    alone = legend.locator("[data-of=alone]")
    expect(alone).to_be_visible()
    patterns = legend.locator("svg.line").evaluate_all("all => all.map(one => one.querySelector('path').getAttribute('stroke-dasharray'))")
    assert patterns[-1] is not None
    assert patterns.count(patterns[-1]) == 1


@pytest.mark.parametrize("size", [(820, 1180), (1024, 768)])
def test_on_a_tablet_the_sidebar_begins_folded_and_stays_as_the_reader_leaves_it(dashboard: Dashboard, size: tuple[int, int]) -> None:
    opened(dashboard, "", size)
    sidebar = dashboard.page.get_by_test_id("stSidebar")
    expect(sidebar).to_have_attribute("data-collapsed", "true")
    dashboard.page.get_by_role("button", name="사이드바 펴기").click()
    expect(sidebar).to_have_attribute("data-collapsed", "false")
    dashboard.show()
    expect(sidebar).to_have_attribute("data-collapsed", "false")


def test_a_profile_tells_a_meeting_a_line_in_a_low_window(many: Dashboard) -> None:
    many.page.set_viewport_size({"width": LAPTOP[0], "height": LAPTOP[1]})
    many.show("?person=강태린")
    many.proofs.locator("summary").first.click()
    lines = many.proofs.locator("dd > ol > li")
    expect(lines.first).to_be_visible()
    box = many.proofs.bounding_box()
    assert box
    boxes = [seen for line in lines.all()[:5] if (seen := line.bounding_box())]
    assert all(seen["width"] > 0.9 * box["width"] for seen in boxes)
    # A luncheon of many has more than one.
    assert sum(seen["height"] < 26 for seen in boxes) >= 3


# Where the network stands from when it is there, and the heading of the filters.
STANDS = """
globalThis.__hoedongStood = { network: new Set(), filters: new Set() };
const look = () => {
  const top = (part) => Math.round(part.getBoundingClientRect().top);
  const [network, filters] = [document.querySelector(".st-key-network"), document.querySelector(".st-key-filters_head")];
  const drawn = [...(network?.querySelectorAll("*") ?? [])].some(({ shadowRoot }) => shadowRoot?.querySelector("canvas"));
  if (drawn) __hoedongStood.network.add(top(network));
  if (filters) __hoedongStood.filters.add(top(filters));
  requestAnimationFrame(look);
};
requestAnimationFrame(look);
"""


def test_nothing_moves_up_or_down_while_the_buttons_above_it_load(dashboard: Dashboard) -> None:
    page = dashboard.page
    page.set_viewport_size({"width": LAPTOP[0], "height": LAPTOP[1]})
    page.add_init_script(STANDS)
    dashboard.show("?lang=ko")
    stood = page.evaluate("Object.fromEntries(Object.entries(__hoedongStood).map(([part, tops]) => [part, [...tops]]))")
    assert {part: len(tops) for part, tops in stood.items()} == {"network": 1, "filters": 1}, stood
