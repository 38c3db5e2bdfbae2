"""The page that adds articles, opened: reading and the store are stand-ins."""

from __future__ import annotations

from typing import Any

import pytest
from adding import PAGE, Store, extraction
from streamlit.testing.v1 import AppTest

from graphing.store.engine import Database
from graphing.view import columns, deciding, drafts, piles, preview, upload
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
