"""Whole stores from one database to another, to a file and back."""

from __future__ import annotations

import sqlite3
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
    with pytest.raises(StoreError, match="is not empty"):
        copy_store(other, kept)
    with open_store(kept) as store:
        assert all_of(store) == before
    copy_store(other, kept, replace=True)
    with open_store(kept) as store, open_store(other) as copied:
        assert all_of(store) == all_of(copied)
        assert store.counts().articles == 4


def test_a_store_is_not_copied_onto_itself_and_its_password_is_not_told() -> None:
    url = "postgresql://kim:geheim@localhost/news"
    with pytest.raises(StoreError, match=r"postgresql://kim:\*\*\*@localhost/news cannot be copied onto itself"):
        copy_store(url, url)


def test_a_backup_brings_back_what_was_lost(kept: str, make: Make, tmp_path: Path) -> None:
    file = tmp_path / "saved.sqlite"
    with open_store(kept) as store:
        fill(store, make)
        before, revision = all_of(store), store.revision()
        back_up(kept, file)
        for row in store.articles():
            store.remove(row.id)
        with pytest.raises(StoreError, match="is not empty"):
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
        back_up("postgresql://nobody@127.0.0.1:1/news", file, replace=True)
    assert file.read_bytes() == before
    with pytest.raises(StoreError, match="cannot be written"):
        back_up(url, tmp_path)
    assert [path.name for path in tmp_path.parent.glob(f"{tmp_path.name}*")] == [tmp_path.name]
    with pytest.raises(StoreError, match="is not a file"):
        restore(tmp_path / "none.sqlite", url)
    with pytest.raises(StoreError, match="onto itself"):
        copy_store(url, url)


def test_a_backup_is_replaced_only_where_that_is_said(tmp_path: Path, make: Make) -> None:
    url, file = f"sqlite:///{tmp_path / 'news.sqlite'}", tmp_path / "saved.sqlite"
    with open_store(url) as store:
        fill(store, make)
        back_up(url, file)
        before = file.read_bytes()
        store.remove(store.articles()[0].id)
    with pytest.raises(StoreError, match=r"saved\.sqlite already exists.*--replace"):
        back_up(url, file)
    assert file.read_bytes() == before
    assert back_up(url, file, replace=True).articles == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["news.sqlite", "saved.sqlite"]


@pytest.mark.parametrize("found", [None, b"", "sqlite"])
def test_what_holds_no_store_is_no_source(tmp_path: Path, make: Make, found: bytes | str | None) -> None:
    url, file = f"sqlite:///{tmp_path / 'news.sqlite'}", tmp_path / "saved.sqlite"
    with open_store(url) as store:
        fill(store, make)
        before = all_of(store)
    back_up(url, file)
    saved = file.read_bytes()
    wrong = tmp_path / "typo.sqlite" if found is not None else tmp_path / "nowhere" / "typo.sqlite"
    if isinstance(found, bytes):
        wrong.write_bytes(found)
    elif found:
        connection = sqlite3.connect(wrong)
        connection.execute("CREATE TABLE notes (id INTEGER)")
        connection.close()
    names = {path.name for path in tmp_path.iterdir()}
    with pytest.raises(StoreError, match=r"typo.*contains no store"):
        back_up(f"sqlite:///{wrong}", file, replace=True)
    with pytest.raises(StoreError, match=r"typo.*contains no store"):
        copy_store(f"sqlite:///{wrong}", f"sqlite:///{tmp_path / 'other.sqlite'}")
    with pytest.raises(StoreError, match=r"typo.*contains no store|typo.*is not a file"):
        restore(wrong, url, replace=True)
    assert {path.name for path in tmp_path.iterdir()} == names
    assert file.read_bytes() == saved
    with open_store(url) as store:
        assert all_of(store) == before


def letter(whole: bytes) -> bytes:
    return "이것은 데이터베이스가 아니다. ".encode() * 99


def cut(whole: bytes) -> bytes:
    return whole[: len(whole) // 2]


def overwritten(whole: bytes) -> bytes:
    """A page in the middle is another."""
    middle = len(whole) // 2 // 4096 * 4096
    return whole[:middle] + b"A" * 4096 + whole[middle + 4096 :]


@pytest.mark.parametrize("harm", [letter, cut, overwritten])
def test_what_is_no_whole_backup_is_told_to_be_none(tmp_path: Path, make: Make, harm: Callable[[bytes], bytes]) -> None:
    url, file, new = f"sqlite:///{tmp_path / 'news.sqlite'}", tmp_path / "saved.sqlite", tmp_path / "new.sqlite"
    with open_store(url) as store:
        fill(store, make)
    back_up(url, file)
    file.write_bytes(harm(file.read_bytes()))
    with pytest.raises(StoreError, match=r"saved\.sqlite is not a complete backup .*graphing backup.*name another") as told:
        restore(file, f"sqlite:///{new}")
    assert "\n" not in str(told.value)
    assert not new.exists()


def test_a_file_that_is_no_database_is_told_what_to_do(tmp_path: Path) -> None:
    file = tmp_path / "글.txt"
    file.write_bytes(letter(b""))
    with pytest.raises(StoreError, match=r"글\.txt is damaged or is not an SQLite database .*name another"):
        open_store(f"sqlite:///{file}")


def test_a_database_without_a_store_is_no_source(url: str, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="contains no store"):
        back_up(url, tmp_path / "saved.sqlite")
    assert list(tmp_path.iterdir()) == []


def test_a_store_is_not_copied_onto_itself_under_another_name(tmp_path: Path, make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    file, link = tmp_path / "news.sqlite", tmp_path / "link.sqlite"
    url = f"sqlite:///{file}"
    with open_store(url) as store:
        fill(store, make)
        before = all_of(store)
        link.symlink_to(file)
        monkeypatch.chdir(tmp_path)
        for name in (file, link, Path("news.sqlite")):
            with pytest.raises(StoreError, match="is the database itself"):
                back_up(url, name)
            with pytest.raises(StoreError, match="onto itself"):
                restore(name, url, replace=True)
        assert all_of(store) == before
    assert link.is_symlink()
