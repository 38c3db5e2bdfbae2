"""Databases older and newer than the program, and what goes wrong on the way to one."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Inspector, create_engine, inspect, text

from graphing.errors import StoreError
from graphing.store import default_url, migrations, open_store
from graphing.store.engine import Database
from graphing.store.schema import metadata

NEXT = "CREATE TABLE later (id BIGINT NOT NULL PRIMARY KEY); INSERT INTO later VALUES (7)"
KNOWN = len(migrations.MIGRATIONS)


def steps_taken(database: Database) -> int:
    with database.reading() as connection:
        return migrations.version(connection)


def test_the_steps_make_the_tables_that_queries_expect(url: str) -> None:
    database = Database(url)
    with database.reading() as connection:
        made = {table: shape(inspect(connection), table) for table in inspect(connection).get_table_names() if table != "migrations"}
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
    indexes = [index for index in found.get_indexes(table) if not index.get("duplicates_constraint")]
    return (
        {column["name"]: column["nullable"] for column in found.get_columns(table)},
        {(index["name"], tuple(index["column_names"])) for index in indexes},
        found.get_pk_constraint(table)["constrained_columns"],
        {(column, key["referred_table"]) for key in found.get_foreign_keys(table) for column in key["constrained_columns"]},
    )


def test_an_older_database_is_brought_forward_once(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'old.sqlite'}"
    with open_store(url) as store:
        before = store.revision()
    for _ in range(2):
        database = Database(url, (*migrations.MIGRATIONS, NEXT))
        assert steps_taken(database) == len(migrations.MIGRATIONS) + 1
        with database.reading() as connection:
            assert connection.execute(text("SELECT count(*) FROM later")).scalar() == 1
        database.close()
    assert before == 0


def test_a_step_that_fails_leaves_the_database_at_the_one_before(url: str) -> None:
    if url == "sqlite://":
        pytest.skip("a database in memory is gone when it is closed")
    Database(url).close()
    with pytest.raises(StoreError, match="nowhere"):
        Database(url, (*migrations.MIGRATIONS, NEXT + "; INSERT INTO nowhere VALUES (1)"))
    database = Database(url)
    assert steps_taken(database) == len(migrations.MIGRATIONS)
    with database.reading() as connection:
        assert not inspect(connection).has_table("later")
    database.close()


def test_a_newer_database_is_refused(url: str) -> None:
    if url == "sqlite://":
        pytest.skip("a database in memory is gone when it is closed")
    Database(url, (*migrations.MIGRATIONS, NEXT)).close()
    with pytest.raises(StoreError, match=rf"version {KNOWN + 1}, this program knows versions up to {KNOWN}.*update"):
        open_store(url)


@pytest.mark.parametrize(
    ("url", "complaint"),
    [
        ("news.sqlite", "names no database"),
        ("mysql://root@localhost/news", "not supported"),
        ("sqlite:////proc/nowhere/news.sqlite", "cannot be made"),
        ("postgresql://hoedong:geheim@127.0.0.1:1/news", "cannot be used"),
    ],
)
def test_databases_that_cannot_be_opened(url: str, complaint: str) -> None:
    with pytest.raises(StoreError, match=complaint) as told:
        open_store(url)
    assert "geheim" not in str(told.value)


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
