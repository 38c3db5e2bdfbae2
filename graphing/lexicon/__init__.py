"""The data files that ship with Hoedong: tab-separated, UTF-8, a header line, '#' lines are comments."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from graphing.errors import LexiconError

Row = dict[str, str]


@cache
def table(name: str) -> tuple[Row, ...]:
    """The rows of ``name``.tsv, each a dict of the header's columns (missing cells are '').

    Raises LexiconError where the file is absent or a row has more cells than the header.
    """
    resource = files(__name__).joinpath(f"{name}.tsv")
    try:
        lines = resource.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        raise LexiconError(f"no lexicon {name!r}: expected the file {name}.tsv among Hoedong's data; reinstall Hoedong") from None
    header: list[str] | None = None
    rows: list[Row] = []
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if header is None:
            header = cells
            continue
        if len(cells) > len(header):
            columns = ", ".join(header)
            raise LexiconError(f"{name}.tsv line {number}: {len(cells)} cells, expected at most {len(header)} ({columns}): {line!r}")
        rows.append(dict(zip(header, cells + [""] * (len(header) - len(cells)), strict=True)))
    return tuple(rows)


def listed(cell: str) -> tuple[str, ...]:
    """The values of a cell that holds several, separated by '|'."""
    return tuple(value for value in cell.split("|") if value)
