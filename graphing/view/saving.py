"""A table as a file for spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

BOM = "\ufeff"  # by which Excel knows UTF-8
# What a spreadsheet takes for a formula where a cell begins with it, also as East Asian keyboards write it.
FORMULA = tuple("=+-@\t\r\n＝＋－＠")


def csv_file(heads: Sequence[str], rows: Iterable[Iterable[str | int | None]]) -> bytes:
    """Comma-separated values in UTF-8, a line of ``heads`` first. What is untold (None) is empty.

    The texts come from articles that anybody may have written: one that would be a formula begins with an apostrophe, by which a
    spreadsheet takes it for text.
    """
    written = io.StringIO(BOM, newline="")
    written.seek(0, io.SEEK_END)
    csv.writer(written).writerows([harmless(cell) for cell in row] for row in (heads, *rows))
    return written.getvalue().encode()


def harmless(cell: str | int | None) -> str | int | None:
    """A cell that no spreadsheet computes."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell
