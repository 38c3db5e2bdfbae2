"""The rows of a table in text, with the lines they stand in. A quotation mark that is not closed costs its own row, not those behind it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from graphing.errors import InputError

# Above the headers may stand a title, a date of export, an empty row. The widest of these rows tells how many cells a whole one has.
HEADER_ROWS = 10
NARROWEST = 2
# So many times the letters of a table are looked at again for rows that an open quotation mark has taken in.
AGAIN = 8


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows, the line of the file that each begins in (from 1), and what is wrong in some: (line, why). A row that is wrong is empty."""

    rows: list[list[str]] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    wrong: list[tuple[int, InputError]] = field(default_factory=list)


class _Lines(Iterator[str]):
    """Lines that can be gone back in; ``over``: more were asked for than there are."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines, self.at, self.over = lines, 0, False

    def __next__(self) -> str:
        self.over = self.at >= len(self._lines)
        if self.over:
            raise StopIteration
        self.at += 1
        return self._lines[self.at - 1]


def rows_of(text: str, cut: str) -> Rows:
    """The rows of a table whose cells are parted by ``cut``. Raises ``csv.Error`` where it is none.

    A quotation mark that nothing closes, or that only the opening one of a later row does, would take the rows between into its cell:
    that row is told as wrong, and reading goes on with the next whole one.
    """
    lines = list(io.StringIO(text, newline=""))
    left, width = AGAIN * len(text), NARROWEST
    source, found = _Lines(lines), Rows()
    reader = csv.reader(source, delimiter=cut)
    while True:
        start = source.at
        row = next(reader, None)
        if row is None:
            return found
        found.lines.append(start + 1)
        taken = lines[start : source.at]
        whole = _next_whole(taken, cut, width, source.over)
        if whole == 0:
            if len(found.rows) < HEADER_ROWS:
                width = max(width, len(row))
            found.rows.append(row)
            continue
        found.rows.append([])
        left -= sum(map(len, taken))
        source.at = start + whole if whole else len(lines)
        if left < 0:
            source.at = len(lines)
        found.wrong.append((start + 1, _why(source.at, len(lines))))


def _why(at: int, end: int) -> InputError:
    if at == end:
        return InputError("has an unclosed quotation mark, so nothing from here on was read; close it and add the file again")
    return InputError(
        "has an unclosed quotation mark, so this row was skipped and reading resumed at line {line}; close it and add the file again",
        line=at + 1,
    )


def _next_whole(taken: Sequence[str], cut: str, width: int, over: bool) -> int | None:
    """Where in the lines of a row, which it may have ``taken`` from others, the next whole row begins; 0 where they are its own.

    ``over``: it took all there were, and would have more; None where none of them is a whole row.
    """
    if not over and (len(taken) == 1 or _is_strict(taken, cut) or not any(_opens(line, cut) for line in taken[1:])):
        return 0
    after = (number for number, line in enumerate(taken[1:], 1) if len(next(csv.reader([line], delimiter=cut), ())) >= width)
    return next(after, None if over else 0)


def _is_strict(taken: Sequence[str], cut: str) -> bool:
    """Whether every quotation mark in a row opens a cell, closes one, or is doubled."""
    try:
        return bool(list(csv.reader(taken, delimiter=cut, strict=True)))
    except csv.Error:
        return False


def _opens(line: str, cut: str) -> bool:
    """Whether the first quotation mark of a line opens a cell: within a text that does not double them it stands behind a word."""
    before, mark, _ = line.partition('"')
    return bool(mark) and (not before or before.endswith(cut))
