"""The database: how it is reached, and the two kinds of transaction in which everything happens."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from sqlalchemy import URL, Connection, Engine, StaticPool, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, OperationalError, SQLAlchemyError

from graphing.errors import StoreError
from graphing.store import migrations

# How long a writer waits for another before it gives up, and one whom somebody waits for in turn.
BUSY_SECONDS = 30
SOON_SECONDS = 1
# Any number that nobody else locks with: writers of PostgreSQL queue behind it, as SQLite's do behind BEGIN IMMEDIATE.
LOCK = 0x686F6564
# SQLite's codes for a file that is damaged (SQLITE_CORRUPT), and for one that is no database (SQLITE_NOTADB).
_DAMAGED = (11, 26)


class Database:
    """A database, migrated unless told not to. Writers follow one another; readers see one state throughout and wait for nobody.

    ``existing``: StoreError where no store is there yet; nothing is made.
    """

    def __init__(self, url: str, migrate: bool = True, existing: bool = False) -> None:
        self._url = _understood(url)
        self.shown = _shown(self._url)
        self.sqlite = self._url.get_backend_name() == "sqlite"
        # A database in memory lives in one connection, which threads must take turns with.
        self._turn: AbstractContextManager[Any] = threading.RLock() if self.sqlite and not _file(self._url) else nullcontext()
        try:
            if existing and self.sqlite and not ((file := _file(self._url)) and file.is_file()):
                raise self._missing()
            self._engine = self._connect()
            if existing:
                self._look()
            if migrate:
                self._migrate()
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        if engine := getattr(self, "_engine", None):
            engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that reads: one state of the database throughout."""
        with self._transaction("BEGIN" if self.sqlite else "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY") as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """The one transaction that writes: all of it is kept, or (on any error) nothing."""
        with self._transaction(self._turn_to_write) as connection:
            yield connection

    @contextmanager
    def writing_soon(self) -> Iterator[Connection]:
        """``writing`` of what can be done without: StoreError where another writes for longer than ``SOON_SECONDS``."""
        hurry = "PRAGMA busy_timeout={:.0f}" if self.sqlite else "SET LOCAL lock_timeout = {:.0f}"
        calm = hurry.format(BUSY_SECONDS * 1000) if self.sqlite else ""
        with self._transaction(hurry.format(SOON_SECONDS * 1000), self._turn_to_write, ending=calm) as connection:
            yield connection

    @property
    def _turn_to_write(self) -> str:
        return "BEGIN IMMEDIATE" if self.sqlite else f"SELECT pg_advisory_xact_lock({LOCK})"

    @contextmanager
    def rehearsing(self) -> Iterator[Connection]:
        """A transaction that writes, and of which nothing is kept."""
        with self.writing() as connection:
            trial = connection.begin_nested()
            yield connection
            trial.rollback()

    @contextmanager
    def _transaction(self, *opening: str, ending: str = "") -> Iterator[Connection]:
        """``opening`` are the statements that begin it; ``ending`` is said after it, however it ended."""
        try:
            with self._turn, self._engine.connect() as connection:
                try:
                    with connection.begin():
                        for statement in opening:
                            connection.exec_driver_sql(statement).close()
                        yield connection
                finally:
                    if ending:
                        connection.exec_driver_sql(ending).close()
        except OperationalError as error:
            raise StoreError(
                "the database {shown} cannot be used: {fault}; check that it is running, reachable and writable",
                shown=self.shown,
                fault=_first_line(error),
            ) from error
        except SQLAlchemyError as error:
            if is_damaged(error):
                raise StoreError(
                    "the database {shown} is damaged or is not an SQLite database ({fault}); name another, or restore a backup "
                    "under another name: python -m graphing restore BACKUP --database sqlite:///NEW",
                    shown=self.shown,
                    fault=_first_line(error),
                ) from error
            raise StoreError("the database {shown} refused the request: {fault}", shown=self.shown, fault=_first_line(error)) from error

    def _connect(self) -> Engine:
        options: dict[str, Any] = {}
        if self.sqlite:
            options["connect_args"] = {"timeout": BUSY_SECONDS, "check_same_thread": False}
            path = _file(self._url)
            if path is None:
                options["poolclass"] = StaticPool
            else:
                try:
                    path.parent.mkdir(parents=True, exist_ok=True)
                except OSError as error:
                    raise StoreError(
                        "the folder {folder} for the database cannot be created: {fault}; name another",
                        folder=path.parent,
                        fault=error.strerror,
                    ) from error
        try:
            engine = create_engine(self._url, **options)
        except (ModuleNotFoundError, NoSuchModuleError) as error:
            raise StoreError(
                "the database {shown} needs a driver that is not installed ({error}); for PostgreSQL: pip install 'psycopg[binary]'",
                shown=self.shown,
                error=error,
            ) from error
        if self.sqlite:
            event.listen(engine, "connect", _prepare_sqlite)
        return engine

    def _look(self) -> None:
        with self.reading() as connection:
            if migrations.revision(connection) == migrations.EMPTY:
                raise self._missing()

    def _missing(self) -> StoreError:
        return StoreError("{shown} contains no store: check the name for a typo", shown=self.shown)

    def _migrate(self) -> None:
        with self.reading() as connection:
            if migrations.check(connection, self.shown):
                return
        with self.writing() as connection:
            # Looked at again under the lock: another process may have done it meanwhile.
            if not migrations.check(connection, self.shown):
                migrations.migrate(connection)


def is_damaged(error: BaseException | None) -> bool:
    """Whether an error says that a file holds no whole SQLite database."""
    code = getattr(error.orig, "sqlite_errorcode", 0) if isinstance(error, DBAPIError) else 0
    return code & 0xFF in _DAMAGED


def file_of(url: str) -> Path | None:
    """The file of a database; None where it is none, or is in memory. Raises StoreError for what is no address of a database."""
    parsed = _understood(url)
    return _file(parsed) if parsed.get_backend_name() == "sqlite" else None


def shown(url: str) -> str:
    """The address of a database as people named it, without its password. Raises StoreError for what is no address of one."""
    return _shown(_understood(url))


def _shown(url: URL) -> str:
    # Korean names of files as they are written.
    return unquote(url.set(drivername=url.get_backend_name()).render_as_string(hide_password=True))


def _understood(url: str) -> URL:
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise StoreError(
            "{url!r} does not name a database: expected sqlite:///FILE or postgresql://USER:PASSWORD@HOST/NAME", url=url
        ) from None
    if parsed.drivername in {"postgresql", "postgres"}:
        parsed = parsed.set(drivername="postgresql+psycopg")
    if parsed.get_backend_name() not in {"sqlite", "postgresql"}:
        raise StoreError(
            "databases of kind {drivername!r} are not supported: expected sqlite:///FILE or postgresql://…", drivername=parsed.drivername
        )
    return parsed


def _file(url: URL) -> Path | None:
    """The file of an SQLite database; None for one in memory."""
    return Path(url.database) if url.database not in {None, "", ":memory:"} else None


def _prepare_sqlite(connection: Any, _: object) -> None:
    # SQLite's own knows no letters beyond ASCII.
    connection.create_function("lower", 1, _small, deterministic=True)
    connection.isolation_level = None  # transactions begin where ``Database`` says, not where the driver guesses
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", f"busy_timeout={BUSY_SECONDS * 1000}"):
        connection.execute(f"PRAGMA {pragma}").close()


def _small(value: Any) -> Any:
    return value.lower() if isinstance(value, str) else value


def _first_line(error: SQLAlchemyError) -> str:
    cause = error.orig if isinstance(error, DBAPIError) and error.orig else error
    return str(cause).strip().splitlines()[0] if str(cause).strip() else type(cause).__name__
