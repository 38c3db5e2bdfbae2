"""A table that is too long to be sent whole: sorted and searched here as the browser does with a short one (sheet.js), page by page."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from graphing.search import FIRST_SYLLABLE, INITIALS, SYLLABLES

Said = str | int | None
_LOOSE = re.compile(r"[\s·,.]")
_CONSONANTS = {FIRST_SYLLABLE + at: INITIALS[at // SYLLABLES] for at in range(len(INITIALS) * SYLLABLES)}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: row → its value, and value → what is shown of it, asked once for each value. ``rank`` sorts the values that are shown
    otherwise than they are sorted (None: the value is not known), ``sought`` says whether the search looks there."""

    value: Callable[[Any], Hashable]
    said: Callable[[Any], Said] = lambda value: value
    rank: Callable[[Any], Any] | None = None
    sought: bool = True


@dataclass(frozen=True)
class Listing:
    """The rows of a table as they are, put into words only where they are shown. ``ident`` is by what a row is chosen, ``first`` and
    ``last`` its days since 1970-01-01, None where untold."""

    rows: Sequence[Any]
    ident: Callable[[Any], str]
    columns: Mapping[str, Column]
    days: Callable[[Any], tuple[int | None, int | None]] = lambda _: (None, None)

    def told(self, rows: Iterable[Any]) -> Iterable[dict[str, Any]]:
        """The rows in words."""
        for row in rows:
            first, last = self.days(row)
            cells = {name: column.said(column.value(row)) for name, column in self.columns.items()}
            yield {"id": self.ident(row), **cells, "first": first, "last": last}

    def arranged(self, by: str, down: bool, query: str) -> list[Any]:
        """The rows that hold ``query``, sorted by a column; what is untold there comes last, whichever way the rest is sorted."""
        column = self.columns[by]
        ranks: dict[Hashable, Any] = {}
        known: list[tuple[Any, int, int]] = []
        unknown: list[int] = []
        for at in self._found(query):
            row = self.rows[at]
            value = column.value(row)
            if value not in ranks:
                ranks[value] = column.rank(value) if column.rank else _rank(column.said(value))
            if ranks[value] is None:
                unknown.append(at)
            else:
                known.append((ranks[value], self.days(row)[0] or 0, at))
        known.sort(key=lambda one: one[:2], reverse=down)
        return [self.rows[at] for at in (*(at for *_, at in known), *unknown)]

    def _found(self, query: str) -> Iterable[int]:
        wanted = _bare(query)
        if not wanted:
            return range(len(self.rows))
        lone = all(letter in INITIALS for letter in wanted)
        return [at for at, text in enumerate(self._texts) if wanted in text or (lone and wanted in self._initials[at])]

    @cached_property
    def _texts(self) -> list[str]:
        columns: list[tuple[Column, dict[Hashable, str]]] = [(column, {}) for column in self.columns.values() if column.sought]

        def text(row: Any) -> str:
            parts = []
            for column, known in columns:
                value = column.value(row)
                if value not in known:
                    said = column.said(value)
                    known[value] = "" if said is None else _bare(str(said))
                parts.append(known[value])
            return "".join(parts)

        return [text(row) for row in self.rows]

    @cached_property
    def _initials(self) -> list[str]:
        return [text.translate(_CONSONANTS) for text in self._texts]


def _bare(text: str) -> str:
    return _LOOSE.sub("", text.lower())


def _rank(said: Said) -> Any:
    """Hangul before other letters, as Korean lists do; numbers by themselves."""
    if not isinstance(said, str):
        return said
    return (_CONSONANTS.get(ord(said[0])) is None, said.casefold()) if said else None
