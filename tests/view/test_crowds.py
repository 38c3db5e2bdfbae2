"""Stores with more meetings and people than are sent at once: what a click and a rerun cost hangs on what they show."""

from __future__ import annotations

import gc
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from society import society

from graphing.sieve import EVERYTHING, Conditions
from graphing.store import open_store
from graphing.view import panel, projection, session, tables
from graphing.view import scene as scenes
from graphing.view.projection import PEOPLE
from graphing.view.session import Choice


@pytest.fixture
def scene(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[projection.Scene]:
    url = f"sqlite:///{tmp_path / 'crowd.sqlite'}"
    monkeypatch.setenv(session.DATABASE_URL, url)
    st.cache_resource.clear()
    with open_store(url) as store:
        store.add(list(society(400, 300)))
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
        html, *_ = panel._html(scene, scene.key, Choice("person", str(one)), PEOPLE, EVERYTHING, "ko", 5)
        assert scene.labels["ko"][one] in html


def told(scene: projection.Scene, conditions: Conditions = EVERYTHING, most: int = 100) -> dict[str, Any]:
    return dict(json.loads(projection.timeline_payload(scene, scene.key, "ko", conditions, most)))


def test_the_timeline_of_a_crowd_is_sent_in_part_and_counts_all(scene: projection.Scene) -> None:
    assert told(scene, most=10_000)["whole"] is None
    part = told(scene)
    assert len(part["entries"]["id"]) <= 100
    dated = [row for row in scene.snapshot.meetings if row.first]
    assert sum(part["whole"]["counts"]) == len(dated)
    assert len(part["whole"]["counts"]) == 72
    assert part["whole"]["left"] == len(scene.snapshot.meetings) - sum(part["whole"]["listed"])


def sheet(scene: projection.Scene, which: str, order: str | None = None, find: str = "", rows: int = 100) -> dict[str, Any]:
    return dict(json.loads(tables.table(scene, scene.key, which, "ko", EVERYTHING, (order, find, rows))))  # type: ignore[arg-type]


@pytest.mark.parametrize("which", ["people", "organizations", "links", "meetings"])
def test_a_long_table_is_sent_by_the_page_as_a_short_one_shows_it(
    scene: projection.Scene, which: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = tables.listing(scene, scene.key, which, "ko", EVERYTHING)  # type: ignore[arg-type]
    assert sheet(scene, which)["total"] is None
    monkeypatch.setattr(tables, "WHOLE", 10)
    monkeypatch.setattr(projection, "thinned", lambda *_: True)
    first = sheet(scene, which, rows=20)
    assert first["total"] == len(whole.rows)
    assert len(first["rows"]["id"]) == 20
    assert sheet(scene, which, rows=40)["rows"]["id"][:20] == first["rows"]["id"]
    if which != "meetings":
        numbers = [int(number or 0) for number in first["rows"]["number"]]
        assert numbers == sorted(numbers, reverse=True)
    name = str(first["rows"]["participants" if which == "meetings" else "name"][5]).split("·")[0]
    found = sheet(scene, which, find=name)
    assert 0 < found["total"] < first["total"]
    assert all(name in row for row in found["rows"]["participants" if which == "meetings" else "name"] if which == "organizations")


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
