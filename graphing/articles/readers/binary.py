"""Binary workbooks (.xlsb, [MS-XLSB]): whether they hold cells that calamine passes over without a word."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

# Cells that leave their column out, for it is the next (BrtShortBlank … BrtShortIsst); some programs write them, Excel reads them.
_SHORT = range(12, 20)
# So many records (cells and others) of each sheet are looked at: who writes such cells writes them in each row.
_LOOKED_AT = 2_000


def has_short_cells(data: bytes) -> bool:
    """Whether a sheet of a workbook holds such cells; False for what is no binary workbook. What is packed must have been checked."""
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        sheets = [name for name in opened.namelist() if name.startswith("xl/worksheets/sheet") and name.endswith(".bin")]
        return any(kind in _SHORT for name in sheets for kind in _kinds(opened.read(name)))


def _kinds(data: bytes) -> Iterator[int]:
    """The kinds of the first records: each is its kind (1–2 bytes), its length (1–4), and so many bytes."""
    place = 0
    for _ in range(_LOOKED_AT):
        try:
            kind, place = _number(data, place, 2)
            length, place = _number(data, place, 4)
        except IndexError:
            return
        yield kind
        place += length


def _number(data: bytes, place: int, most: int) -> tuple[int, int]:
    """A number of seven bits a byte, the lowest first, and the place behind it."""
    value = 0
    for count in range(most):
        value |= (data[place + count] & 0x7F) << 7 * count
        if data[place + count] < 0x80:
            return value, place + count + 1
    return value, place + most
