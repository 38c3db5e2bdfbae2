"""What several pages are tested with: an empty store for a curator of a made-up name, and one that holds the sample, without seeds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from sample import extractions

from graphing.store import Store, open_store
from graphing.view import curator, seeds, session


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    monkeypatch.setenv("HOEDONG_DATABASE_URL", f"sqlite:///{tmp_path / 'test.sqlite'}")
    monkeypatch.setattr(seeds, "SEEDS", tmp_path / "none")
    monkeypatch.setattr(curator, "_account", lambda: "박검토")
    session.store.clear()
    return open_store()


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    url = f"sqlite:///{tmp_path / 'test.sqlite'}"
    monkeypatch.setenv("HOEDONG_DATABASE_URL", url)
    monkeypatch.setattr(seeds, "SEEDS", tmp_path / "none")
    st.cache_resource.clear()
    with open_store(url) as store:
        store.add(extractions())
    yield url
    st.cache_resource.clear()
