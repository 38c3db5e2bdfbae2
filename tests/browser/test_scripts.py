"""What Python and a script in the browser both do comes to the same."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from graphing.search import FINALS, INITIALS, PAIRS, folded, pattern
from graphing.view.component import LETTERS, constants, gaps, source

NAMES = ("최태원", "곽노정", "이재용", "정신아", "달군학", "다라광현", "강승연", "SK하이닉스", "Sam", "J.P. Morgan", "한국(서울)", "a+b")
QUERIES = ("ㅊㅌㅇ", "쵵ㅇ", "ㅊ탱", "최 태원", "ㄱㄵ", "ㅇ쟁", "닭ㅎ", "ㄳㅇ", "sam", "jp", "한국서울", "a+", "[", "정신아", "젓ㅇ", "")


@pytest.fixture
def blank(browser: Browser) -> Iterator[Page]:
    """A page with nothing in it."""
    page = browser.new_page()
    yield page
    page.close()


def test_a_short_list_finds_in_the_browser_what_python_would_find(blank: Page) -> None:
    given = constants(STYLE="", INITIALS=INITIALS, FINALS=FINALS, PAIRS=PAIRS)
    script = given + source("graphing.view.chooser", "chooser.js")
    found = "queries.map((query) => names.map((name) => pattern(query).test(folded(name))))"
    told = blank.evaluate(f"([queries, names]) => {{\n{script}\nreturn {found};\n}}", [QUERIES, NAMES])
    assert told == [[pattern(query).search(folded(name)) is not None for name in NAMES] for query in QUERIES]
    assert {True, False} == {one for row in told for one in row}


def test_the_browser_reads_the_ids_that_are_written_short(blank: Page) -> None:
    script = constants(LETTERS=LETTERS) + source("graphing.view", "proofs.js")
    ids = [0, 1, 31, 32, 33, 1_056, 1_057, 40_000, 2**31, 2**50]
    assert blank.evaluate(f"(told) => {{\n{script}\nreturn ungapped(told);\n}}", gaps(ids)) == ids


SIFTED = """
(asked) => {
    const row = (id, kind, days) => ({ id, kind, days });
    const day = (first, status = "held", last = first) => [first, last, status];
    const people = new Map([row("1", "person", [day(10), day(20, "planned")]), row("2", "person", [day(10)]),
        row("3", "person", [day(20, "planned"), day(null)]), row("4", "company", [day(null)])].map((one) => [one.id, one]));
    const link = (id, kind, from, to, days) => ({ id, kind, from, to, days });
    const links = [
        link("a", "met", "1", "2", [day(10)]), link("b", "met", "1", "3", [day(20, "planned"), day(20, "cancelled")]),
        link("c", "side", "3", "4", [day(null)]), link("d", "post", "2", "4", []), link("e", "met", "2", "3", [day(12, "cancelled", 30)]),
    ];
    return asked.map((control) => {
        const { near, changed } = sift(links, people, control);
        return [links.map(({ open, firmest }) => [open, firmest ?? null]), [...near], changed.map(({ id }) => id)];
    });
}
"""


def test_a_step_of_the_brush_marks_what_fits_and_tells_of_nothing_but_what_it_changes(blank: Page) -> None:
    script = source("graphing.view.network", "open.js")
    asked = [{}, {"range": [5, 11]}, {"range": [4, 11]}, {"range": [25, 40]}, {"statuses": ["planned"]}, {"kinds": ["person"]}]
    told = blank.evaluate(f"(asked) => {{\n{script}\nreturn ({SIFTED})(asked);\n}}", asked)
    whole, first, same, later, planned, people = told
    assert whole == [
        [[True, "held"], [True, "planned"], [True, "held"], [True, None], [True, "cancelled"]],
        ["1", "2", "3", "4"],
        ["a", "b", "c", "e", "d"],
    ]
    assert first == [[[True, "held"], [False, None], [False, None], [True, None], [False, None]], ["1", "2", "4"], ["b", "c", "e"]]
    assert same == [first[0], first[1], []]
    assert later == [[[False, None], [False, None], [False, None], [True, None], [True, "cancelled"]], ["2", "3", "4"], ["a", "e"]]
    assert planned == [[[False, None], [True, "planned"], [False, None], [False, None], [False, None]], ["1", "3"], ["b", "e", "d"]]
    assert people == [
        [[True, "held"], [True, "planned"], [False, "held"], [False, None], [True, "cancelled"]], ["1", "2", "3"], ["a", "c", "e"]
    ]  # fmt: skip


# Of 900 lines on a circle each stands for a meeting of its own day, some for a second, planned one two hundred days later; 100 are posts.
BRUSHED = """
(ranges) => {
    const at = (turn) => ({ x: 150 + 140 * Math.cos(turn), y: 150 + 140 * Math.sin(turn) });
    const ids = Array.from({ length: 1000 }, (_, place) => String(place));
    const row = (id) => ({ id, kind: "person", days: [] });
    const people = new Map(ids.map((id) => [id, row(id)]));
    const options = (colour) => ({ color: { color: colour, opacity: 0.5 }, width: 2, dashes: false });
    const links = ids.map((id, place) => ({
        id, from: ids[place % 900], to: ids[(place + 1) % 900], kind: place < 900 ? "met" : "post",
        days: place < 900 ? [[place, place, "held"], ...(place % 9 ? [] : [[place + 200, place + 200, "planned"]])] : [],
        line: { from: at(place), to: at(place * 1.7), options: options("green") },
    }));
    const view = { links, people, network: {}, open() {}, redraw() {}, data: { nodes: { kind: ["group"] } }, theme: { alone: "#a66021" } };
    const canvas = Object.assign(document.createElement("canvas"), { width: 300, height: 300 });
    const context = canvas.getContext("2d");
    const { lineTo } = OffscreenCanvasRenderingContext2D.prototype;
    let drawn = 0;
    OffscreenCanvasRenderingContext2D.prototype.lineTo = function (...told) { drawn += 1; return lineTo.apply(this, told); };
    const step = (sketch, range) => {
        const { changed } = sift(links, people, { range });
        sketch.changed(changed);
        for (const link of changed) {
            if (!link.firmest || link.told === link.firmest) continue;
            Object.assign(link, { told: link.firmest, pen: null });
            link.line.options = options({ held: "green", planned: "blue" }[link.firmest]);
        }
        drawn = 0;
        context.clearRect(0, 0, 300, 300);
        sketch.draw(context);
        return drawn;
    };
    const sketch = new Sketch(view);
    const told = ranges.map((range) => {
        sketch.begin();
        const count = step(sketch, range);
        const picture = canvas.toDataURL();
        const pens = links.map(({ pen }) => pen);
        for (const link of links) link.pen = null;
        const anew = new Sketch(view);
        anew.begin();
        step(anew, range);
        for (const [at, link] of links.entries()) link.pen = pens[at];
        clearTimeout(anew.rest);
        return [count, links.filter(({ open }) => open).length, picture === canvas.toDataURL()];
    });
    OffscreenCanvasRenderingContext2D.prototype.lineTo = lineTo;
    return told;
}
"""


def test_a_brush_draws_what_it_adds_and_little_else_where_it_takes_away(blank: Page) -> None:
    script = source("graphing.view.network", "open.js", "sketch.js")
    ranges = [[0, 1200], [0, 850], [0, 840], [20, 840], [200, 700], [210, 700], [210, 760]]
    told = blank.evaluate(f"(ranges) => {{\n{script}\nreturn ({BRUSHED})(ranges);\n}}", ranges)
    (count, there, _), *steps, (grown, _, _) = told
    assert count == there == 1000
    assert [same for _, _, same in steps] == [True] * len(steps), "as if drawn whole"
    drawn = {tuple(span): count / there for span, (count, there, _) in zip(ranges, told, strict=True)}
    assert all(drawn[span] < 0.5 for span in ((0, 840), (20, 840), (210, 700))), drawn
    assert grown < 80, "60 lines more, of which some meet for the second time"


HANDED = """
([sizes]) => {
    const input = document.querySelector("input"), over = new DataTransfer();
    for (const [number, size] of sizes.entries()) over.items.add(new File(["x".repeat(size)], `${number}.txt`));
    const seen = [];
    input.addEventListener("change", () => seen.push([...input.files].map((file) => file.name)));
    input.files = over.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
    return seen;
}
"""


@pytest.mark.parametrize(
    ("sizes", "seen"),
    [
        ([5] * 2, ["0.txt", "1.txt"]),
        ([5] * 3, ["2 files", "2.txt"]),
        ([5, 5, 5, 20, 1, 1], ["2 files", "2.txt", "3.txt", "2 files"]),
        ([20] * 4, ["0.txt", "1.txt", "2.txt", "3.txt"]),
    ],
)
def test_many_files_are_handed_on_together_once_and_large_ones_alone(blank: Page, sizes: list[int], seen: list[str]) -> None:
    given = constants(KIND="x/files", MANY=3, MOST_BYTES=10, NAME="# files")
    blank.set_content('<div data-testid="stFileUploaderDropzone"><input type="file" multiple></div>')
    blank.evaluate(f"() => {{\n{given}{source('graphing.view', 'bundles.js')}}}")
    assert blank.evaluate(HANDED, [sizes]) == [seen]


# Of 900 marks some stand for months and years; each range brightens what lies in it.
MARKED = """
(ranges) => {
    const statuses = ["held", "planned", "cancelled"];
    const places = Array.from({ length: 900 }, (_, at) => {
        const long = at % 50 === 0 ? 60 : 0;
        const entry = { id: at, first: at % 31 ? at : null, last: at + long, status: statuses[at % 3] };
        return { entry, left: at, width: long || 4, y: 10 + (at % 9) * 14, size: at % 2 ? 2 : 5, bar: long > 0, text: null };
    });
    const theme = { background: "#ffffff", met: "#2E8B6B", cancelled: "#A8566B", ring: "#D33A3A", text: "#222222" };
    const make = () => Object.assign(document.createElement("canvas"), { width: 1000, height: 160 });
    const shown = (canvas) => ({
        canvas: { matches: () => false }, context: canvas.getContext("2d"), places, theme, left: 0, right: 960, top: 4, width: 1000,
        high: 160, focused: null, lanes: null, apart: false, chosen: () => false,
    });
    let drawn = 0;
    for (const kind of [CanvasRenderingContext2D, OffscreenCanvasRenderingContext2D]) {
        for (const name of ["fillRect", "stroke", "strokeRect"]) {
            const own = kind.prototype[name];
            kind.prototype[name] = function (...told) { drawn += 1; return own.apply(this, told); };
        }
    }
    const fits = ({ first, last }, [from, to]) => first !== null && last >= from && first <= to;
    const bright = (range) => new Set(places.map(({ entry }) => entry).filter((entry) => fits(entry, range)));
    const step = (sheet, canvas, range) => {
        const paper = canvas.getContext("2d");
        paper.fillStyle = "#ffffff";
        paper.fillRect(0, 0, 1000, 160);
        drawn = 0;
        sheet.draw(shown(canvas), bright(range));
        return drawn;
    };
    const [sheet, canvas] = [new Sheet(), make()];
    return ranges.map((range) => {
        const count = step(sheet, canvas, range);
        const other = make();
        const whole = step(new Sheet(), other, range);
        const [one, two] = [canvas, other].map((each) => each.getContext("2d").getImageData(0, 0, 1000, 160).data);
        return [count / whole, one.reduce((most, shade, at) => Math.max(most, Math.abs(shade - two[at])), 0)];
    });
}
"""


def test_a_step_of_the_brush_draws_those_marks_only_that_it_turns_bright_or_pale(blank: Page) -> None:
    script = "const page = { control: {} };\n" + source("graphing.view.timeline", "marks.js", "sheet.js")
    ranges = [[0, 900], [0, 870], [0, 860], [20, 860], [20, 861], [40, 861], [300, 700]]
    told = blank.evaluate(f"(ranges) => {{\n{script}\nreturn ({MARKED})(ranges);\n}}", ranges)
    # The rim of a mark is smoothed a shade otherwise within a strip; bright and pale are more than a hundred apart.
    assert max(apart for _, apart in told) <= 32, "as if drawn whole"
    shares = [share for share, _ in told]
    assert max(shares[1:6]) < 0.25, shares
    assert shares[6] < 0.8


# A timeline of a low window, with so many days within two weeks at its right end and a month at its left.
LOW = """
(days) => {
    const context = Object.assign(document.createElement("canvas")).getContext("2d");
    context.font = "12px sans-serif";
    const entry = (id, first, last, precision) => ({ id, first, last, precision, status: "held", who: `Kang Ha-neul, Seo Ji-hu +${id}` });
    const each = Array.from({ length: days }, (_, at) => entry(at + 1, 20380 + at, 20380 + at, "day"));
    const dated = [entry(0, 20000, 20029, "month"), ...each];
    const shown = (high) => ({
        context, dated, entries: dated, view: [19980, 20410], home: [19980, 20410], left: 16, right: 358, width: 374, apart: false,
        many: false, top: OVERVIEW + 4, bottom: high - 28,
        x(day) { return 16 + ((day - this.view[0]) / (this.view[1] - this.view[0])) * 342; },
    });
    const more = growth(shown(146), 146);
    return [more, heaped(shown(146 + more)).filter(({ words }) => words).length];
}
"""


@pytest.mark.parametrize(("days", "grows"), [(4, False), (6, True), (7, True)])
def test_a_low_timeline_grows_by_two_rows_at_most_so_that_each_of_few_has_its_words(blank: Page, days: int, grows: bool) -> None:
    given = "const page = { control: {} }; const FONT = 'sans-serif'; const [AXIS, UNDATED] = [26, 66];\n"
    script = given + source("graphing.view.timeline", "ticks.js", "axis.js", "places.js", "marks.js", "overview.js")
    more, named = blank.evaluate(f"(days) => {{\n{script}\nreturn ({LOW})(days);\n}}", days)
    assert (0 < more <= 28) if grows else more == 0
    assert named == days + 1
