"""Which database is meant where nobody names one."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path

from platformdirs import user_data_dir

from graphing.errors import StoreError

DATABASE_URL = "HOEDONG_DATABASE_URL"


def default_url() -> str:
    """The database named by HOEDONG_DATABASE_URL, in the environment or where the dashboard reads its secrets (``.streamlit/secrets.toml``
    in this folder, then in the user's home), else hoedong.sqlite in the user's data directory. StoreError where secrets cannot be read."""
    if named := os.environ.get(DATABASE_URL):
        return named
    for folder in (Path(), Path(os.path.expanduser("~"))):
        if named := _secret(folder / ".streamlit" / "secrets.toml"):
            return named
    return f"sqlite:///{Path(user_data_dir('hoedong', appauthor=False)) / 'hoedong.sqlite'}"


def _secret(file: Path) -> str | None:
    """The database that a file of secrets names; None where it names none, or is not there."""
    try:
        named = tomllib.loads(file.read_text(encoding="utf-8")).get(DATABASE_URL)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError) as error:
        raise StoreError(
            "{file} cannot be read ({error}), and it may name the database: fix the file, or name the database in HOEDONG_DATABASE_URL",
            file=file,
            error=error,
        ) from None
    return named if isinstance(named, str) and named else None
