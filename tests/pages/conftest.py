"""What several pages are tested with: an empty store that the app opens, without seeds, for a curator of a made-up name."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphing.store import Store, open_store
from graphing.view import curator, seeds, session


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    monkeypatch.setenv("HOEDONG_DATABASE_URL", f"sqlite:///{tmp_path / 'test.sqlite'}")
    monkeypatch.setattr(seeds, "SEEDS", tmp_path / "none")
    monkeypatch.setattr(curator, "_account", lambda: "박검토")
    session.store.clear()
    return open_store()
