"""What an address tells of the session's state, field by field: how each is named there, read and written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from graphing.view.session import Key

SEPARATOR = "~"
# The same within one of several values, and what that begins with.
_WITHIN, _PERCENT = "%7E", "%25"
# The largest id that a database holds.
LARGEST = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Field:
    """One thing of the session's state in the address. ``read`` raises ValueError for a value that says nothing; ``expected`` is what one
    that says something looks like, in no language."""

    name: str
    key: Key
    default: Any = None
    read: Callable[[str], Any] = str
    write: Callable[[Any], str] = str
    expected: str = ""

    def first(self) -> Any:
        """What holds where the address says nothing of it; of a list a new one, which its holder may change."""
        return list(self.default) if isinstance(self.default, list) else self.default


def written(fields: Iterable[Field], state: Mapping[Any, Any]) -> dict[str, str]:
    """The state as an address tells it; what is empty, or as it is at first, is left out: nothing ticked asks the same as all ticked."""
    held = [(one, state.get(one.key, one.default)) for one in fields]
    return {one.name: one.write(value) for one, value in held if value and value != one.default}


def read(fields: Iterable[Field], asked: Mapping[str, str]) -> dict[Key, Any]:
    """The state that an address tells, whole; what it tells badly is as it is at first."""
    return {one.key: _told(one, asked)[0] for one in fields}


def ignored(fields: Iterable[Field], asked: Mapping[str, str]) -> list[tuple[str, str]]:
    """What an address tells badly, as it stands there ('often=much'), each with what would be expected."""
    return [(f"{one.name}={asked[one.name]}", one.expected) for one in fields if not _told(one, asked)[1]]


def _told(one: Field, asked: Mapping[str, str]) -> tuple[Any, bool]:
    """The value that an address tells, or that holds at first; and whether what it tells can be understood."""
    if one.name not in asked:
        return one.first(), True
    try:
        return one.read(asked[one.name]), True
    except (ValueError, OverflowError):
        return one.first(), False


def joined(values: Iterable[object]) -> str:
    """Several values as one text, as ``texts`` reads it."""
    return SEPARATOR.join(str(value).replace("%", _PERCENT).replace(SEPARATOR, _WITHIN) for value in values)


def texts(text: str) -> list[str]:
    """The texts that ``joined`` put together, without empty ones."""
    # Only what ``joined`` writes: a single % stands in addresses of before.
    return [part.replace(_WITHIN, SEPARATOR).replace(_PERCENT, "%") for part in text.split(SEPARATOR) if part]


def ident(text: str) -> int:
    """The id of something that is stored."""
    if not 0 < int(text) <= LARGEST:
        raise ValueError(text)
    return int(text)


def some(name: str, key: Key, each: Callable[[str], Any] = str, default: Sequence[Any] = (), expected: Sequence[object] = (3, 12)) -> Field:
    """Several values, each read by ``each``; of none the ``default`` holds."""
    return Field(name, key, list(default), lambda text: [each(part) for part in texts(text)] or list(default), joined, joined(expected))


def within(least: int, most: int | None = None) -> Callable[[str], int]:
    """Reads a whole number from ``least`` to ``most``, where there is such an end."""

    def read_one(text: str) -> int:
        if int(text) < least or (most is not None and int(text) > most):
            raise ValueError(text)
        return int(text)

    return read_one


def among(offered: Sequence[str]) -> Callable[[str], str]:
    """Reads one of these texts."""

    def read_one(text: str) -> str:
        if text not in offered:
            raise ValueError(text)
        return text

    return read_one


def one_of(name: str, key: Key, offered: Sequence[str], default: str | None = None) -> Field:
    """One of these texts."""
    return Field(name, key, default, among(offered), expected=", ".join(offered))


def number(name: str, key: Key) -> Field:
    """The id of something that is stored."""
    return Field(name, key, None, ident, expected="12")


def day(name: str, key: Key) -> Field:
    """A day."""
    return Field(name, key, None, date.fromisoformat, date.isoformat, "2024-12-31")


def flag(name: str, key: Key) -> Field:
    """Whether something is ticked."""
    return Field(name, key, False, lambda text: text == "1", lambda ticked: "1")
