"""Alembic revisions that bring any older database to this program's tables, and back.

A revision that has been released is never edited: another is put behind it (``versions``). They run in the caller's transaction, so
that a database is at one revision or another, never between. Alembic is loaded only where there is something to do.
"""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

from graphing.errors import StoreError

if TYPE_CHECKING:
    from alembic.config import Config

# The newest revision; revisions are numbers, each one above the one before.
HEAD = "9"
EMPTY = "0"
HERE = Path(__file__).parent
# Alembic keeps the environment that it works in for the whole process.
_TURN = threading.Lock()


def revision(connection: Connection) -> str:
    """The revision that the database is at; '0' for an empty one. A store of the first release is at '1'."""
    found = inspect(connection)
    if found.has_table("alembic_version"):
        return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar() or EMPTY)
    return "1" if found.has_table("migrations") else EMPTY


def check(connection: Connection, shown: str) -> bool:
    """Whether the database is at ``HEAD``. Raises StoreError where it is beyond."""
    found = revision(connection)
    if not found.isdecimal() or int(found) > int(HEAD):
        raise StoreError(
            "the database {shown} is at version {found}, but this program knows versions only up to {newest}: a newer Hoedong "
            "wrote it; update this one, or name another database",
            shown=shown,
            found=found,
            newest=HEAD,
        )
    return found == HEAD


def migrate(connection: Connection, target: str = HEAD) -> None:
    """Takes the database to a revision, up or down; the caller commits all of the way or nothing."""
    from alembic import command  # noqa: PLC0415  (0.2 s that an up-to-date database does without)

    with _TURN:
        before = revision(connection)
        config = _config(connection)
        if before == "1" and not inspect(connection).has_table("alembic_version"):
            command.stamp(config, "1")
        if int(target) >= int(before):
            command.upgrade(config, target)
        else:
            command.downgrade(config, "base" if target == EMPTY else target)


def _config(connection: Connection) -> Config:
    from alembic.config import Config  # noqa: PLC0415

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(HERE).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config
