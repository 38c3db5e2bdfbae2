"""Whom a chosen one met and the network does not draw: told with the choice, more of them when asked for, until another is chosen."""

from __future__ import annotations

import json
import shutil
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zlib import decompress

import pytest
import streamlit as st
from mounting import counted, mounted, pictured
from streamlit.testing.v1 import AppTest

from graphing.view import projection
from graphing.view.guests import AT_ONCE
from graphing.view.session import Choice, Key

APP = Path(__file__).resolve().parents[2] / "app.py"


@pytest.fixture
def hubs(crowded: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """The app on a crowd; the ids of those who met most."""
    file = shutil.copy(crowded, tmp_path / "crowd.sqlite")
    monkeypatch.setenv("HOEDONG_DATABASE_URL", f"sqlite:///{file}")
    st.cache_resource.clear()
    scene = projection.scene()
    yield [one for one in scene.ranked["person"] if one in projection.part(scene, scene.key, projection.PEOPLE)]
    st.cache_resource.clear()


def test_the_rest_is_offered_with_the_choice_and_comes_when_it_is_asked_for(hubs: list[int]) -> None:
    app = pictured(APP, choice=f"person:{hubs[0]}", lang="en")

    def told() -> dict[str, str]:
        control: Any = mounted(app)["hoedong_control"]
        return dict(control.get("guests") or {})

    few = told()
    assert few["more"].endswith("more people they met")
    app.session_state[Key.GUESTS] = 4 * AT_ONCE
    app.run()
    everyone = told()
    assert len(everyone["rows"]) > len(few["rows"])
    assert "more" not in everyone
    assert app.query_params["guests"] == str(4 * AT_ONCE)
    app.session_state[Key.CHOICE] = None
    app.run()
    assert told() == {}


def test_a_link_brings_as_many_as_whoever_copied_it_had_asked_for(hubs: list[int]) -> None:
    app = pictured(APP, choice=f"person:{hubs[0]}", guests=str(4 * AT_ONCE))
    assert "more" not in mounted(app)["hoedong_control"]["guests"]


def test_another_choice_brings_as_many_as_at_first() -> None:
    def choosing() -> None:
        import streamlit as st  # noqa: PLC0415

        from graphing.view.session import Choice, choose  # noqa: PLC0415

        choose(Choice("person", st.query_params["choice"]))

    app = AppTest.from_function(choosing)
    app.session_state[Key.CHOICE], app.session_state[Key.GUESTS] = Choice("person", "1"), 240
    for choice, kept in (("1", 240), ("2", 0)):
        app.query_params["choice"] = choice
        assert app.run().session_state[Key.GUESTS] == kept


def seen(app: AppTest) -> dict[str, Any]:
    network: Any = mounted(app)["hoedong_network"]
    return dict(network)


def test_who_comes_with_a_choice_is_counted_where_a_link_brought_it(hubs: list[int]) -> None:
    app = pictured(APP, choice=f"person:{hubs[0]}", lang="ko")
    rows = json.loads(decompress(b64decode(mounted(app)["hoedong_control"]["guests"]["rows"])))
    kinds = [*seen(app)["nodes"]["kind"], *rows["nodes"]["kind"]]
    meetings = {one for edges in (seen(app)["edges"], rows["edges"]) for met in edges["meetings"] for one in met}
    bodies = len(kinds) - kinds.count("person")
    assert counted(app) == f"인물 323 중 {kinds.count('person')} · 회사·기관 126 중 {bodies} · 회동 1,000 중 {len(meetings)}"


def test_what_brings_more_says_how_many_and_how_many_are_left(hubs: list[int]) -> None:
    app = pictured(APP, lang="en")

    def more() -> str | None:
        return next((one.label for one in app.button if one.key == "more_drawn"), None)

    before = len(seen(app)["nodes"]["id"])
    assert more() == "Show 119 more of 329"
    app.button(key="more_drawn").click().run()
    assert len(seen(app)["nodes"]["id"]) - before == 119
    assert more() == "Show the other 210"
    app.button(key="more_drawn").click().run()
    assert len(seen(app)["nodes"]["id"]) - before == 329
    assert more() is None
    assert "329개 중 119개 더 보기" in [one.label for one in pictured(APP, lang="ko").button]


def test_the_tables_tell_of_those_alone_who_met_so_often(hubs: list[int]) -> None:
    people, links = (pictured(APP, often="8", table=table) for table in ("people", "links"))
    drawn = seen(people)["nodes"]
    assert drawn["kind"].count("person") == 2
    rows: Any = mounted(people)["hoedong_sheet"]
    assert {*rows["rows"]["name"]} == {label for label, kind in zip(drawn["label"], drawn["kind"], strict=True) if kind == "person"}
    assert len(rows["rows"]["name"]) == 2
    told: Any = mounted(links)["hoedong_sheet"]
    met = [{one for one in ids if one.startswith("met")} for ids in (told["rows"]["id"], seen(people)["edges"]["id"])]
    assert met[0] == met[1]
