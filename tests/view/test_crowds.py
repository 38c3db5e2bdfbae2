"""Stores with more meetings and people than are sent at once: what a click and a rerun cost hangs on what they show."""

from __future__ import annotations

import csv
import gc
import io
import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from society import society

from graphing.sieve import EVERYTHING, Conditions
from graphing.store import open_store
from graphing.timeline import part, within
from graphing.view import panel, projection, session, stretch, tables
from graphing.view import scene as scenes
from graphing.view.projection import PEOPLE
from graphing.view.session import Choice


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that is copied for each test."""
    file = tmp_path_factory.mktemp("written") / "crowd.sqlite"
    with open_store(f"sqlite:///{file}") as store:
        store.add(list(society(400, 300)))
    return file


@pytest.fixture
def scene(written: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[projection.Scene]:
    file = shutil.copy(written, tmp_path / "crowd.sqlite")
    monkeypatch.setenv(session.DATABASE_URL, f"sqlite:///{file}")
    st.cache_resource.clear()
    yield projection.scene()
    st.cache_resource.clear()


class Guarded(tuple[Any, ...]):
    """Rows that nobody may walk through."""

    def __iter__(self) -> Iterator[Any]:
        raise AssertionError("all of the store was looked through")


def test_a_click_looks_at_no_meeting_and_no_post_but_those_of_who_is_clicked(scene: projection.Scene) -> None:
    people = [row.id for row in scene.snapshot.entities if row.kind == "person"]
    for known in ("attending", "held", "encounter_of", "sieve", "until", "frame"):
        getattr(scene, known)
    object.__setattr__(scene.snapshot, "meetings", Guarded(scene.snapshot.meetings))
    object.__setattr__(scene.snapshot, "affiliations", Guarded(scene.snapshot.affiliations))
    object.__setattr__(scene.snapshot, "entities", Guarded(scene.snapshot.entities))
    for one in people[:3]:
        html, more, _ = panel._html(scene, scene.key, Choice("person", str(one)), PEOPLE, EVERYTHING, "ko", 5, date(2025, 7, 1))
        assert scene.labels["ko"][one] in html
        left = len(scene.attending[one]) - 5
        assert more == (("more_meetings_left", left) if left > 0 else more)


def told(scene: projection.Scene, conditions: Conditions = EVERYTHING, most: int = 100) -> dict[str, Any]:
    return dict(json.loads(stretch.payload(scene, scene.key, "ko", stretch.Stretch(conditions, most=most))))


def test_the_timeline_of_a_crowd_is_sent_in_part_and_counts_all(scene: projection.Scene) -> None:
    assert told(scene, most=10_000)["whole"] is None
    some = told(scene)
    assert len(some["entries"]["id"]) <= 100
    dated = [row for row in scene.snapshot.meetings if row.first]
    assert sum(some["whole"]["counts"]) == len(dated)
    assert len(some["whole"]["counts"]) == 72
    assert some["whole"]["left"] == len(scene.snapshot.meetings) - sum(some["whole"]["listed"])


def test_a_crowd_without_days_is_sent_whole(scene: projection.Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    bare = tuple(replace(row, first=None, last=None) for row in scene.snapshot.meetings)
    kept = replace(scene.snapshot, meetings=bare)
    monkeypatch.setattr(stretch, "kept", lambda *_: kept)
    monkeypatch.setattr(stretch, "some", lambda *_: part(bare, 100))
    monkeypatch.setattr(stretch, "thinned", lambda *_: True)
    sent = told(scene)
    assert (len(sent["entries"]["id"]), sent["whole"]) == (len(bare), None)


def busiest(scene: projection.Scene) -> tuple[Choice, tuple[int, ...]]:
    one = scene.ranked["person"][0]
    choice = Choice("person", str(one))
    met = projection.attended(scene, choice, PEOPLE)
    assert met is not None
    return choice, met


@pytest.mark.parametrize(
    "choice", [Choice("person", "99999"), Choice("organization", "99999"), Choice("group", "99999"), Choice("edge", "met:99998:99999"),
               Choice("meeting", "99999"), Choice("person", "nobody")],
)  # fmt: skip
def test_who_is_gone_was_nowhere_and_nothing_steps_back_behind(scene: projection.Scene, choice: Choice) -> None:
    assert projection.attended(scene, choice, PEOPLE) is None


def test_with_a_choice_come_the_meetings_that_the_timeline_does_not_have(scene: projection.Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    choice, met = busiest(scene)
    asked = stretch.Stretch(most=100)
    there = stretch.some(scene, scene.key, asked).ids
    lacking = {row.id for row in stretch.unsent(scene, scene.key, met, asked)}
    assert lacking
    assert set(met) <= there | lacking
    assert not there & lacking
    told = stretch.beside(scene, choice, met, asked, "ko")
    assert told is not None
    assert told["people"] == [int(choice.id)]
    assert told["names"][choice.id] == scene.labels["ko"][int(choice.id)]
    assert len(json.dumps(told)) < 12 * len(lacking) + 1_000
    # Of an ordinary store's timeline nothing is missing.
    assert stretch.beside(scene, choice, met, stretch.Stretch(most=10_000), "ko") is None
    assert stretch.beside(scene, None, None, asked, "ko") is None
    # Of very many some everywhere, where it is looked at all of them.
    monkeypatch.setattr(stretch, "CHOSEN", 10)
    few = stretch.unsent(scene, scene.key, met, asked)
    assert 5 <= len(few) <= 10
    days = [row.first for row in few if row.first]
    near = replace(asked, span=(days[3], days[4]))
    seen = stretch.unsent(scene, scene.key, met, near)
    assert len(seen) <= 10
    inside = {one for one in met if within(scene.meetings[one], (days[3], days[4]))}
    assert inside <= stretch.some(scene, scene.key, near).ids | {row.id for row in seen}


def test_what_the_filters_leave_out_does_not_come_with_a_choice(scene: projection.Scene) -> None:
    _, met = busiest(scene)
    held = stretch.Stretch(Conditions(statuses=("planned",)), most=10)
    found = stretch.unsent(scene, scene.key, met, held)
    assert {row.status for row in found} <= {"planned"}


def test_a_chosen_meeting_comes_with_everyone_who_was_there(scene: projection.Scene) -> None:
    asked = stretch.Stretch(most=100)
    there = stretch.some(scene, scene.key, asked).ids
    row = next(row for row in scene.snapshot.meetings if row.id not in there and len(row.people) > 2)
    told = stretch.beside(scene, Choice("meeting", str(row.id)), (row.id,), asked, "en")
    assert told is not None
    assert told["people"] == list(row.people)
    assert set(told["names"]) >= {str(one) for one in row.people}


@pytest.mark.parametrize(("said", "taken"), [("200", 200), ("1_000", 1000), ("0", 7), ("-3", 7), ("many", 7), ("", 7)])
def test_how_much_is_sent_at_once_is_a_setting(said: str, taken: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOEDONG_AT_ONCE_MARKS", said)
    assert session.at_once("MARKS", 7) == taken


def sheet(scene: projection.Scene, which: str, find: str = "", rows: int = 100, sampled: bool = True) -> dict[str, Any]:
    asked = (None, find, rows)
    return dict(json.loads(tables.table(scene, scene.key, which, "ko", EVERYTHING, asked, sampled)))  # type: ignore[arg-type]


@pytest.mark.parametrize("which", ["people", "organizations", "links", "meetings"])
def test_a_long_table_is_sent_by_the_page_as_a_short_one_shows_it(
    scene: projection.Scene, which: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = tables.listing(scene, scene.key, which, "ko", EVERYTHING)  # type: ignore[arg-type]
    assert sheet(scene, which, sampled=False)["total"] is None
    monkeypatch.setattr(tables, "WHOLE", 10)
    first = sheet(scene, which, rows=20)
    assert first["total"] == len(whole.rows)
    assert len(first["rows"]["id"]) == 20
    assert sheet(scene, which, rows=40)["rows"]["id"][:20] == first["rows"]["id"]
    if which != "meetings":
        numbers = [int(number or 0) for number in first["rows"]["number"]]
        assert numbers == sorted(numbers, reverse=True)
    column = "participants" if which == "meetings" else "name"
    name = str(first["rows"][column][5]).split("·")[0]
    found = sheet(scene, which, find=name)
    assert 0 < found["total"] < first["total"]
    assert which in ("meetings", "links") or all(name in row for row in found["rows"][column])


def test_who_can_be_filtered_by_is_ranked_once(scene: projection.Scene) -> None:
    assert scene.ranked is scene.ranked
    people = scene.ranked["person"]
    met = [scene.sieve.met[one] for one in people]
    assert met == sorted(met, reverse=True)
    assert scene.found_of("person", scene.labels["ko"][people[0]])[0] == people[0]
    assert not set(scene.found_of("company", scene.labels["ko"][people[0]])) & set(people)


def test_the_collector_does_not_look_on_while_a_scene_is_made(scene: projection.Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    collects: list[bool] = []
    gathered = scenes.gathered
    monkeypatch.setattr(scenes, "gathered", lambda snapshot: collects.append(gc.isenabled()) or gathered(snapshot))
    st.cache_resource.clear()
    assert projection.scene().snapshot == scene.snapshot
    assert collects == [False]


@pytest.mark.parametrize("which", ["meetings", "people", "organizations", "links"])
def test_a_saved_table_holds_all_rows_that_fit(scene: projection.Scene, monkeypatch: pytest.MonkeyPatch, which: Any) -> None:
    monkeypatch.setenv(session.AT_ONCE + "ROWS", "10")
    conditions = replace(EVERYTHING, statuses=frozenset({"planned"}))
    file = tables.saved(scene, which, "ko", conditions, None, "").decode("utf-8-sig")
    heads, *rows = csv.reader(io.StringIO(file, newline=""))
    shown = json.loads(tables.table(scene, scene.key, which, "ko", conditions, (None, "", 10), sampled=True))
    assert heads == [shown["words"][name] for name in shown["columns"]]
    assert len(rows) == shown["total"] > 10
    first = ["" if cell is None else str(cell) for cell in (shown["rows"][name][0] for name in shown["columns"])]
    assert rows[0] == first
    sought = tables.saved(scene, which, "ko", conditions, None, rows[0][1]).decode("utf-8-sig")
    assert 0 < len(list(csv.reader(io.StringIO(sought, newline="")))) - 1 < len(rows)
