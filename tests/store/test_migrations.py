"""Databases older and newer than the program, and what goes wrong on the way to one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Inspector, create_engine, inspect, text

from graphing.decisions import making
from graphing.errors import StoreError
from graphing.model import Extraction
from graphing.store import default_url, migrations, open_store
from graphing.store.engine import Database
from graphing.store.schema import metadata

Make = Callable[..., Extraction]

# The tables that Alembic and the search keep for themselves.
OWN = ("alembic_version", "texts_search")


def test_the_steps_make_the_tables_that_queries_expect(url: str) -> None:
    database = Database(url)
    with database.reading() as connection:
        names = [name for name in inspect(connection).get_table_names() if not name.startswith(OWN)]
        made = {table: shape(inspect(connection), table) for table in names}
    database.close()
    expected = {
        table.name: (
            {column.name: column.nullable for column in table.columns},
            {(index.name, tuple(column.name for column in index.columns)) for index in table.indexes},
            [column.name for column in table.primary_key],
            {(key.parent.name, key.column.table.name) for key in table.foreign_keys},
        )
        for table in metadata.tables.values()
    }
    assert made == expected


def shape(found: Inspector, table: str) -> tuple[object, ...]:
    """Columns and whether they may be empty, indexes, primary key, references: all that SQLite, too, tells of a table."""
    indexes = [index for index in found.get_indexes(table) if not (index.get("duplicates_constraint") or index["name"].startswith(OWN))]
    return (
        {column["name"]: column["nullable"] for column in found.get_columns(table)},
        {(index["name"], tuple(index["column_names"])) for index in indexes},
        found.get_pk_constraint(table)["constrained_columns"],
        {(column, key["referred_table"]) for key in found.get_foreign_keys(table) for column in key["constrained_columns"]},
    )


def at(database: Database) -> str:
    with database.reading() as connection:
        return migrations.revision(connection)


def moved(url: str, *targets: str) -> None:
    """Takes a database to one revision after the other."""
    database = Database(url)
    for target in targets:
        with database.writing() as connection:
            migrations.migrate(connection, target)
        assert at(database) == target
    database.close()


@pytest.fixture
def kept_url(url: str) -> str:
    if url == "sqlite://":
        pytest.skip("a database in memory is gone when it is closed")
    return url


def first_release(url: str) -> None:
    """An empty database as the first release left it: its tables, and its own table of steps in place of Alembic's."""
    moved(url, "1")
    database = Database(url, migrate=False)
    with database.writing() as connection:
        connection.execute(text("DROP TABLE alembic_version"))
    database.close()


def test_a_store_of_the_first_release_opens_with_all_that_is_in_it(kept_url: str, make: Make) -> None:
    given = [make({"김가온": [("누리전자", "회장")]}, {"who": ["김가온"]}), make({"김가온": [("해솔대학교", "교수")]})]
    with open_store(kept_url) as store:
        store.add(given)
        a, b = (store.appearances(row.id)[0].key for row in store.entities("person"))
        store.decide(making.compared("same", [a], [b], "분석가", "동일인"))
        before = store.snapshot()
    first_release(kept_url)
    with open_store(kept_url) as store:
        assert (store.snapshot(), [one for _, one in store.readings()]) == (before, given)
        (kept,) = store.decisions()
        assert (kept.what, kept.meant(), kept.why) == ("same", {"a": [min(a, b)], "b": [max(a, b)]}, "동일인")
        assert [row.source for row in store.articles("누리전자")] == ["가.txt"]
        store.undo(kept.id, "분석가")
        assert len(store.entities("person")) == 2
        assert store.decisions()[-1].id == kept.id + 1


def test_of_a_merge_by_several_appearances_the_first_release_keeps_one(kept_url: str, make: Make) -> None:
    with open_store(kept_url) as store:
        for name in ("김가온", "김가은"):
            store.add([make({name: [("누리전자", "회장")]}, tail=f"{number}번째 글") for number in range(2)])
        a, b = (store.addresses(row.id) for row in store.entities("person"))
        store.decide(making.compared("same", a, b, "분석가"))
    first_release(kept_url)
    with open_store(kept_url) as store:
        assert [one.what for one in store.decisions()] == ["same"]
        assert len(store.entities("person")) == 1


def test_revisions_lead_both_ways(kept_url: str) -> None:
    with open_store(kept_url):
        pass
    moved(kept_url, *reversed([str(number) for number in range(int(migrations.HEAD))]), migrations.HEAD)
    with open_store(kept_url) as store:
        assert store.counts().articles == 0


def test_a_revision_that_fails_leaves_the_database_at_the_one_before(kept_url: str) -> None:
    first_release(kept_url)
    database = Database(kept_url, migrate=False)
    with database.writing() as connection:
        connection.execute(text("CREATE TABLE readings (id BIGINT NOT NULL PRIMARY KEY)"))
    with pytest.raises(StoreError, match="readings"):
        open_store(kept_url)
    assert at(database) == "1"
    with database.reading() as connection:
        assert not inspect(connection).has_table("decisions")
    database.close()


def test_a_newer_database_is_refused(kept_url: str) -> None:
    database = Database(kept_url)
    with database.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '99'"))
    database.close()
    with pytest.raises(StoreError, match=rf"version 99, but this program knows versions only up to {migrations.HEAD}.*update"):
        open_store(kept_url)


@pytest.mark.parametrize(
    ("url", "complaint"),
    [
        ("news.sqlite", "does not name a database"),
        ("mysql://root@localhost/news", "not supported"),
        ("sqlite:////proc/nowhere/news.sqlite", "cannot be created"),
        ("postgresql://hoedong:geheim@127.0.0.1:1/news", "cannot be used"),
    ],
)
def test_databases_that_cannot_be_opened(url: str, complaint: str) -> None:
    with pytest.raises(StoreError, match=complaint) as told:
        open_store(url)
    assert "geheim" not in str(told.value)


def test_a_database_is_called_as_it_was_named_without_its_password() -> None:
    pytest.importorskip("psycopg")
    with pytest.raises(StoreError, match=r"postgresql://kim:\*\*\*@localhost:1/news cannot be used"):
        open_store("postgresql://kim:geheim@localhost:1/news")


def test_a_file_that_is_no_database_is_left_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("이것은 데이터베이스가 아니다. " * 50, encoding="utf-8")
    before = file.read_bytes()
    with pytest.raises(StoreError, match=r"letter\.txt"):
        open_store(f"sqlite:///{file}")
    assert file.read_bytes() == before


def test_sqlite_settings(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'news.sqlite'}")
    with database.reading() as connection:
        settings = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in ("journal_mode", "foreign_keys", "busy_timeout")
        }
    assert settings == {"journal_mode": "wal", "foreign_keys": 1, "busy_timeout": 30_000}
    database.close()


def test_the_environment_names_the_database(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOEDONG_DATABASE_URL", f"sqlite:///{tmp_path / 'named.sqlite'}")
    open_store().close()
    assert inspect(create_engine(default_url())).has_table("articles")
    monkeypatch.delenv("HOEDONG_DATABASE_URL")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert default_url() == f"sqlite:///{tmp_path / 'hoedong' / 'hoedong.sqlite'}"
