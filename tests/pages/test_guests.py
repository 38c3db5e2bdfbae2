"""Whom a chosen one met and the network does not draw: told with the choice, more of them when asked for, until another is chosen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from mounting import mounted, pictured
from society import society
from streamlit.testing.v1 import AppTest

from graphing.store import open_store
from graphing.view import projection
from graphing.view.guests import AT_ONCE
from graphing.view.session import Choice, Key

APP = Path(__file__).resolve().parents[2] / "app.py"


@pytest.fixture
def hubs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """The app on a crowd; the ids of those who met most."""
    url = f"sqlite:///{tmp_path / 'crowd.sqlite'}"
    monkeypatch.setenv("HOEDONG_DATABASE_URL", url)
    st.cache_resource.clear()
    with open_store(url) as store:
        store.add(list(society(1000)))
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
