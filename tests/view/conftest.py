"""The page that adds articles, opened: reading and the store are stand-ins. And a crowd, from a store of its own."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from adding import PAGE, Store, extraction
from streamlit.testing.v1 import AppTest

from graphing.store.engine import Database
from graphing.view import columns, deciding, drafts, piles, preview, projection, session, upload
from graphing.view.projection import Scene
from graphing.view.session import Key


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> Store:
    made = Store(Database("sqlite://"))
    for module in (upload, piles, columns, preview, deciding):
        monkeypatch.setattr(module, "store", lambda: made)
    return made


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, ...]]:
    """The documents of each reading."""
    readings: list[tuple[Any, ...]] = []

    def stand_in(documents: tuple[Any, ...], told: Any, *_: object) -> drafts.Reading:
        for number, _ in enumerate(documents, 1):
            told(number, 0.5)
        readings.append(documents)
        return drafts.Reading(drafts.key(documents), tuple(extraction(one.source) for one in documents))

    monkeypatch.setattr(drafts, "read", stand_in)
    return readings


@pytest.fixture
def page(store: Store, read: list[tuple[Any, ...]]) -> AppTest:
    opened = AppTest.from_file(PAGE, default_timeout=20)
    opened.session_state[Key.LANGUAGE_SWITCH] = "ko"
    return opened.run()


@pytest.fixture(scope="module")
def crowd(crowded: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    """A thousand meetings, as the pages know them."""
    file = shutil.copy(crowded, tmp_path_factory.mktemp("crowd") / "crowd.sqlite")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(session.DATABASE_URL, f"sqlite:///{file}")
        st.cache_resource.clear()
        yield projection.scene()
    st.cache_resource.clear()
