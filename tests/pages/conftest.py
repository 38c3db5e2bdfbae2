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
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """An empty database that the app opens; what earlier tests have cached is forgotten. No seeds."""
    url = f"sqlite:///{tmp_path / 'test.sqlite'}"
    monkeypatch.setenv("HOEDONG_DATABASE_URL", url)
    monkeypatch.setattr(seeds, "SEEDS", tmp_path / "none")
    st.cache_resource.clear()
    yield url
    st.cache_resource.clear()


@pytest.fixture
def database(bare: str) -> str:
    """The same with the sample."""
    with open_store(bare) as store:
        store.add(extractions())
    return bare
