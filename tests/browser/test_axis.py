"""The axis of the timeline: it tells where one is at every zoom, and the whole above it has its scale."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import cache
from itertools import pairwise, product
from pathlib import Path
from typing import Any

import pytest
from canvas import CANVAS, opened

from dashboard import Dashboard

# Looks at a stretch of time, divided or not; gives the words under the marks, from the left, with where each begins and ends.
LOOKED = """([window, lanes]) => {
  const canvas = __hoedongTimeline();
  const words = [];
  const { fillText } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.fillText = function (said, x, y) {
    if (this.canvas === canvas && y > canvas.clientHeight - 20) words.push({ said, left: x, right: x + this.measureText(said).width });
    return fillText.call(this, said, x, y);
  };
  __hoedong.control = { ...__hoedong.control, window, lanes };
  __hoedong.bus.dispatchEvent(new Event("control"));
  CanvasRenderingContext2D.prototype.fillText = fillText;
  return words.sort((one, other) => one.left - other.left);
}"""
WHOLE = {"ko": r"\d{4}(\.\d\d|년)?(\.\d\d)?", "en": r"(\d{1,2} )?([A-Z][a-z]{2} )?\d{4}"}
BESIDE_THE_AXIS = ("오늘", "Today", "날짜 미상", "Undated", " / ")


Window = tuple[float, float]
Said = dict[tuple[Window, str | None], list[dict[str, Any]]]
DAYS = (0.25, 0.5, 1, 2, 4, 9, 20, 45, 90, 150, 300, 500, 800, 1500, 2900, 3900)
STARTS = (16436.3, 17521.97, 18250.6, 18488.37)  # a new year begins soon after the first and the last
CLOSE = {(days, start): (start, min(start + days, 20500)) for days, start in product(DAYS, STARTS)}
LEFT: list[tuple[Window, str, str]] = [
    ((20123.3, 20123.7), "ko", "2025.02.04"),
    ((20122.995, 20123.3), "ko", "2025.02.04"),
    ((20123.3, 20123.7), "en", "4 Feb 2025"),
    ((20123, 20150), "ko", "2025년"),
    ((20080, 20100), "en", "2024"),
]


@pytest.fixture(scope="module")
def said(watch: Callable[[str, Path], AbstractContextManager[Dashboard]], thousand: str) -> Callable[[str], Said]:
    """What stands under the marks of the crowd in a language, at every stretch of time that is looked at here: once for all tests."""

    @cache
    def all_of(language: str) -> Said:
        stretches = [*product(CLOSE.values(), (None, "person")), *((window, None) for window, told, _ in LEFT if told == language)]
        with watch(thousand, Path()) as many:
            opened(many, f"?lang={language}")
            many.page.evaluate(CANVAS)
            return {(window, lanes): many.page.evaluate(LOOKED, [list(window), lanes]) for window, lanes in stretches}

    return all_of


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_axis_tells_where_one_is_however_close_one_looks(said: Callable[[str], Said], language: str) -> None:
    for lanes, ((days, start), window) in product((None, "person"), CLOSE.items()):
        told = said(language)[window, lanes]
        axis = [one for one in told if not any(words in one["said"] for words in BESIDE_THE_AXIS)]
        names = [one["said"] for one in axis]
        assert len(names) >= 3, (lanes, days, start, names)
        assert re.fullmatch(WHOLE[language], names[0]), (lanes, days, start, names)
        if days < 2:
            assert dated(names[0], language), (lanes, days, start, names)
        assert all(one["right"] + 4 < other["left"] for one, other in pairwise(axis)), names


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("which", ["dashboard", "many"])
def test_nothing_takes_the_place_of_a_year(which: str, language: str, request: pytest.FixtureRequest) -> None:
    seen: Dashboard = request.getfixturevalue(which)
    opened(seen, f"?lang={language}")
    seen.page.evaluate(CANVAS)
    for window in (None, [19400, 20500]):
        told = seen.page.evaluate(LOOKED, [window, None])
        axis = [one for one in told if not any(words in one["said"] for words in BESIDE_THE_AXIS)]
        (*_, other, last) = axis
        border = seen.page.evaluate("__hoedongTimeline().clientWidth") - (80 if which == "many" else 12)
        assert last["right"] + last["left"] - other["left"] > border, [one["said"] for one in told]


def dated(words: str, language: str) -> bool:
    """Whether words tell a day, its month and its year."""
    return len(words.split("." if language == "ko" else " ")) == 3


@pytest.mark.parametrize(("window", "language", "expected"), LEFT)
def test_the_left_end_of_the_axis_tells_what_its_ticks_leave_out(
    said: Callable[[str], Said], window: Window, language: str, expected: str
) -> None:
    assert said(language)[window, None][0]["said"] == expected


# Brushes; gives the left and the right end of all that is shaded for it.
SHADED = """([range, lanes]) => {
  const canvas = __hoedongTimeline();
  const shades = [];
  const { fillRect } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.fillRect = function (x, y, width, height) {
    if (this.canvas === canvas && String(this.fillStyle).length === 9) shades.push([x, x + width]);
    else if (this.canvas === canvas && String(this.fillStyle).startsWith("rgba")) shades.push([x, x + width]);
    return fillRect.call(this, x, y, width, height);
  };
  __hoedong.control = { ...__hoedong.control, range, lanes };
  __hoedong.bus.dispatchEvent(new Event("control"));
  CanvasRenderingContext2D.prototype.fillRect = fillRect;
  return shades;
}"""


@pytest.mark.parametrize("lanes", [None, "person"])
def test_the_whole_and_the_marks_under_it_have_one_scale(many: Dashboard, lanes: str | None) -> None:
    opened(many)
    many.page.evaluate(CANVAS)
    over, under = many.page.evaluate(SHADED, [[18000, 19000], lanes])
    assert over == pytest.approx(under, abs=0.01)
