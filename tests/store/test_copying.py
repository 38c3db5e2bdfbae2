"""Whole stores from one database to another, to a file and back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from graphing.decisions import making
from graphing.errors import StoreError
from graphing.model import Extraction
from graphing.store import Store, back_up, copy_store, open_store, restore

Make = Callable[..., Extraction]


def fill(store: Store, make: Make) -> Extraction:
    met = {"who": ["김가온", "박다솔"], "day": date(2025, 2, 4)}
    given = [make({"김가온": [("누리전자", "회장")], "박다솔": []}, met, tail=f"{number}번째 글") for number in range(3)]
    store.add(given)
    store.decide(making.dated(given[0], given[0].meetings[0], "2025-01", "박", "정정"))
    store.undo(store.decide(making.rejected(given[1], given[1].meetings[0], "이", "잘못"))[0].id, "이")
    return given[0]


def all_of(store: Store) -> object:
    return (list(store.readings()), store.snapshot().meetings, store.snapshot().entities, store.decisions(), store.articles("번째"))


@pytest.fixture
def kept(url: str) -> str:
    if url == "sqlite://":
        pytest.skip("a database in memory has one store")
    return url


def test_everything_is_copied_and_goes_on(kept: str, make: Make, tmp_path: Path) -> None:
    other = f"sqlite:///{tmp_path / 'other.sqlite'}"
    with open_store(kept) as store:
        fill(store, make)
        before = all_of(store)
    assert copy_store(kept, other).articles == 3
    with open_store(other) as store:
        assert all_of(store) == before
        (fresh,) = store.add([make({"최라온": []})]).articles
        assert fresh == 4
    with pytest.raises(StoreError, match="holds something already"):
        copy_store(other, kept)
    with open_store(kept) as store:
        assert all_of(store) == before
    copy_store(other, kept, replace=True)
    with open_store(kept) as store, open_store(other) as copied:
        assert all_of(store) == all_of(copied)
        assert store.counts().articles == 4


def test_a_backup_brings_back_what_was_lost(kept: str, make: Make, tmp_path: Path) -> None:
    file = tmp_path / "saved.sqlite"
    with open_store(kept) as store:
        fill(store, make)
        before, revision = all_of(store), store.revision()
        back_up(kept, file)
        for row in store.articles():
            store.remove(row.id)
        with pytest.raises(StoreError, match="holds something already"):
            restore(file, kept)
        restore(file, kept, replace=True)
        assert all_of(store) == before
        assert store.revision() > revision
    assert [path.name for path in tmp_path.glob("saved*")] == ["saved.sqlite"]


def test_a_backup_that_fails_leaves_the_one_before(tmp_path: Path, make: Make) -> None:
    url, file = f"sqlite:///{tmp_path / 'news.sqlite'}", tmp_path / "saved.sqlite"
    with open_store(url) as store:
        fill(store, make)
    back_up(url, file)
    before = file.read_bytes()
    with pytest.raises(StoreError):
        back_up("postgresql://nobody@127.0.0.1:1/news", file)
    assert file.read_bytes() == before
    with pytest.raises(StoreError, match="cannot be written"):
        back_up(url, tmp_path)
    assert [path.name for path in tmp_path.parent.glob(f"{tmp_path.name}*")] == [tmp_path.name]
    with pytest.raises(StoreError, match="is no file"):
        restore(tmp_path / "none.sqlite", url)
    with pytest.raises(StoreError, match="onto itself"):
        copy_store(url, url)
