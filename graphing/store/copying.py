"""One store into another, row by row: from SQLite to PostgreSQL and back, to a file and from it. Ids stay what they are."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, func, insert, select

from graphing.errors import StoreError
from graphing.store.engine import Database, file_of, is_damaged, shown
from graphing.store.grouping import revision, take_ids
from graphing.store.reading import counts
from graphing.store.rows import Counts
from graphing.store.schema import articles, decisions, metadata

BATCH = 1000


def copy_store(source: str, target: str, replace: bool = False) -> Counts:
    """Copies everything, in one transaction of either: articles, readings, findings, decisions, places. Returns how much that is.

    Raises StoreError where there is no ``source``, or ``target`` holds something already, unless ``replace``: then that is gone, but only
    if all arrives.
    """
    if source == target or _is_file(file_of(source), file_of(target)):
        raise StoreError("{source} cannot be copied onto itself: name two different databases", source=shown(source))
    origin = Database(source, existing=True)
    goal = Database(target)
    try:
        with origin.reading() as here, goal.writing() as there:
            if not replace and any(there.execute(select(func.count()).select_from(table)).scalar() for table in (articles, decisions)):
                raise StoreError(
                    "the database {shown} is not empty: name an empty one, or overwrite this one with --replace",
                    shown=goal.shown,
                )
            before = revision(there)
            for table in reversed(metadata.sorted_tables):
                there.execute(table.delete())
            for table in metadata.sorted_tables:
                _rows(here, there, table.name)
            _count_on(there, before)
            return counts(there)
    finally:
        origin.close()
        goal.close()


def back_up(source: str, file: Path, replace: bool = False) -> Counts:
    """Everything into one SQLite file, which stands whole or not at all. Raises StoreError, also where the file is the database itself,
    or is there already, unless ``replace``: then it stays until the new one is whole."""
    if _is_file(file_of(source), file):
        raise StoreError("{file} is the database itself: name another file for the backup", file=file)
    if file.is_file() and not replace:
        raise StoreError("{file} already exists: name another file, or overwrite this one with --replace", file=file)
    part = file.with_name(f"{file.name}.part")
    try:
        part.unlink(missing_ok=True)
        try:
            kept = copy_store(source, f"sqlite:///{part}")
            os.replace(part, file)
        finally:
            for left in (part, *(part.with_name(part.name + end) for end in ("-wal", "-shm"))):
                left.unlink(missing_ok=True)
    except OSError as error:
        raise StoreError("{file} cannot be written ({fault}); name another file", file=file, fault=error.strerror) from None
    return kept


def restore(file: Path, target: str, replace: bool = False) -> Counts:
    """Everything of a backup into a database. Raises StoreError where there is no such file, or it is none that is whole, or ``target``
    is not empty."""
    if not file.is_file():
        raise StoreError("{file} is not a file: name one made by `python -m graphing backup`", file=file)
    source = f"sqlite:///{file}"
    if _is_file(file_of(target), file):
        raise StoreError("{source} cannot be copied onto itself: name two different databases", source=shown(source))
    _check_backup(source, file)
    return copy_store(source, target, replace)


def _check_backup(source: str, file: Path) -> None:
    """Raises StoreError where a file holds no whole store; looked at before anything is made where it is to go."""
    try:
        with closing(Database(source, existing=True)) as origin, origin.reading() as here:
            fault = " ".join(str(here.exec_driver_sql("PRAGMA quick_check(1)").scalar()).split())
    except StoreError as error:
        if not is_damaged(error.__cause__):
            raise
        fault = str(error.values["fault"])
    if fault != "ok":
        raise StoreError(
            "{file} is not a complete backup ({fault}): expected a file made by `python -m graphing backup`; name another, or copy "
            "this one again",
            file=file,
            fault=fault,
        )


def _is_file(one: Path | None, other: Path | None) -> bool:
    """Whether two names mean one file that is there."""
    return one is not None and other is not None and one.exists() and other.exists() and one.samefile(other)


def _rows(here: Connection, there: Connection, name: str) -> None:
    table = metadata.tables[name]
    found = here.execution_options(yield_per=BATCH).execute(select(table).order_by(*table.primary_key.columns)).mappings()
    for part in found.partitions(BATCH):
        there.execute(insert(table), [dict(row) for row in part])


def _count_on(there: Connection, before: int) -> None:
    """Whoever looks at the target sees that it has changed: its revision rises above both that it had and that it got."""
    take_ids(there, "revision", max(1, before - revision(there) + 1))
