"""The page of the figures, run by Streamlit's own test harness, and its parts."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from graphing.evaluate.figures import Figures
from graphing.evaluate.reliability import Band
from graphing.evaluate.shipped import Accuracy, accuracy
from graphing.view import accuracy as view
from graphing.view import names, seeds
from graphing.view.session import Key, Language

APP = Path(__file__).resolve().parents[2] / "app.py"
TOLD = Accuracy(
    date(2025, 2, 5),
    12,
    34,
    (Figures("people", 50, 0.954, 0.96, 0.948), Figures("titles", 40, 0.9)),
    {"x": (Figures("people", 20, 0.9, 0.9, 0.9),), "y": (Figures("people", 30, 0.97, 0.97, 0.97),)},
    (Band(0.8, 0.9, 20, 0.85, 15), Band(0.9, 0.95, 0, 0.0, 0), Band(0.95, 1.0, 10, 0.97, 9)),
)


def cells(html: str) -> list[list[str]]:
    """The text of every cell of every row."""
    rows = re.findall(r"<tr>(.*?)</tr>", html)
    return [[re.sub(r"<small>.*?</small>|<[^>]+>", "", cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)] for row in rows]


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setenv("HOEDONG_DATABASE_URL", f"sqlite:///{tmp_path / 'test.sqlite'}")
    monkeypatch.setattr(seeds, "SEEDS", tmp_path / "none")
    return AppTest.from_file(str(APP), default_timeout=30).run().switch_page("pages/accuracy.py").run()


def test_the_page_shows_the_figures_that_ship(app: AppTest) -> None:
    assert not app.exception
    assert app.title[0].value == "정확도"
    html = "\n".join(element.proto.body for element in app.get("html"))
    told = accuracy()
    shown = {row[0]: row[1:] for row in cells(html)}
    people = next(one for one in told.figures if one.field == "people")
    assert people.precision is not None
    assert shown["인물"][0] == f"{people.precision:.2f}"
    assert shown["인물"][2] == f"{people.value:.2f}"
    assert f"기사 {told.articles}편" in html
    assert names.told(told.made, "day", "ko") in html
    assert html.count("<li>") == len(view.LIMITS)


def test_the_page_speaks_english(app: AppTest) -> None:
    app.session_state[Key.LANGUAGE] = "en"
    app.run()
    assert not app.exception
    assert app.title[0].value == "Accuracy"
    html = "\n".join(element.proto.body for element in app.get("html") if "<style>" not in element.proto.body)
    assert not re.search(r"[가-힣]", html)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_field_tells_its_range_over_the_writers_and_a_share_has_no_precision(language: Language) -> None:
    _, people, titles = cells(view.figures(TOLD, language))
    assert people[1:] == ["0.96", "0.95", "0.95", "0.90 – 0.97", "50"]
    assert titles[1:] == ["", "", "0.90", "", "40"]


def test_certainties_that_nobody_was_given_are_left_out() -> None:
    html = view.certainty(TOLD.bands, "en")
    assert [row[:3] for row in cells(html)[1:]] == [["80% – 90%", "20", "75%"], ["95% – 100%", "10", "90%"]]
    assert "width:75%" in html
    assert "left:85%" in html


def test_certainties_that_are_too_high_are_told() -> None:
    assert view.too_sure(TOLD.bands) == pytest.approx((0.85 * 20 + 0.97 * 10 - 24) / 30)
    assert "9 points" in view.certainty(TOLD.bands, "en")
    assert "points" not in view.certainty((Band(0.8, 0.9, 20, 0.85, 17),), "en")
    assert view.too_sure(()) == 0


def test_every_field_that_ships_has_its_words() -> None:
    html = view.figures(accuracy(), "en")
    assert len(cells(html)) == 1 + len(view.SHOWN)
