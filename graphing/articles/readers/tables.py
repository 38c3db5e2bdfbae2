"""Tables (.xlsx, .xlsb, .xls, .ods by calamine; .csv, .tsv): one document a row, by what the columns' headers say.

The export of BigKinds (일자, 언론사, 기고자, 제목, 본문, URL) is known by its headers, as are other usual names of columns (lexicon:
table_columns). Of other tables somebody says once what the columns mean.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from pathlib import PurePath

from graphing.articles.bylines import without_mail
from graphing.articles.readers.archives import check_package
from graphing.articles.readers.base import (
    TABLE_FIELDS,
    Columns,
    File,
    KnownTable,
    Note,
    PassedTable,
    Problem,
    SaidTable,
    Settings,
    Undated,
    UnknownTable,
    checked,
    composed,
    content,
    setting,
    unread,
    unread_columns,
)
from graphing.articles.readers.binary import has_short_cells
from graphing.articles.readers.days import counted, day_of, is_day_first, is_no_day
from graphing.articles.readers.encodings import decoded
from graphing.articles.readers.encodings import lines as single_lines
from graphing.articles.readers.separated import HEADER_ROWS, rows_of
from graphing.errors import InputError
from graphing.lexicon import table
from graphing.model import Document

SAMPLE_ROWS = 3
SAMPLE_CHARACTERS = 80
# So many letters in a cell are more than a name or a number.
SENTENCE = 30
_BLANKS = re.compile(r"[\s_()\[\].:/-]+")
# So many rows are looked at for the column that holds the texts.
PROBED_ROWS = 50
# What marks a workbook that is encrypted: the name of the part that holds it, in a file of Microsoft's older kind.
_OLD, _ENCRYPTED = b"\xd0\xcf\x11\xe0", "EncryptedPackage".encode("utf-16-le")
# Marks of BigKinds on rows that are no articles of their own: told twice, or left out of its analyses.
_LEFT_OUT = frozenset(("중복", "예외"))
# BigKinds exports of each text the first 200 characters or so: how long the longest of them is.
_CUT = range(180, 231)

Row = Sequence[object]


def sheets(file: File, settings: Settings) -> Iterator[Document | Problem]:
    """The rows of a workbook's sheets. A sheet without a table of articles is passed over where another has one; who asks for notes is
    told of those that hold texts."""
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError  # noqa: PLC0415  (only where there is one)

    data = content(file, settings.limits)
    if data.startswith(b"PK"):
        check_package(data, settings.limits)
        if has_short_cells(data):
            raise InputError("has cells that would be skipped; open it and save it again as .xlsx")
    elif data.startswith(_OLD) and _ENCRYPTED in data:
        raise InputError("is password-protected; save it again without a password")
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        found: list[tuple[str, Sequence[Row]]] = [
            (name, workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)) for name in workbook.sheet_names
        ]
    except PasswordError:
        raise InputError("is password-protected; save it again without a password") from None
    except (CalamineError, ValueError, OSError) as error:
        raise InputError("cannot be opened as a workbook ({error}); save it again as .xlsx or .csv", error=error) from None
    known: list[tuple[str, Sequence[Row], int, Columns]] = []
    wrong: InputError | None = None
    for name, rows in found:
        try:
            if header := header_of(rows, settings):
                known.append((name, rows, *header))
        except InputError as error:
            # What is said fits another sheet, perhaps: one of numbers beside the articles has a column of days, too.
            wrong = error
    if wrong and not known:
        raise wrong
    texts = [(name, rows) for name, rows in found if not any(name == one[0] for one in known) and _holds_texts(rows)]
    if not known:
        largest = max(found, key=lambda sheet: len(sheet[1]), default=("", []))
        asked = texts if len(texts) > 1 else [largest]
        for name, rows in asked:
            yield _unknown(file.name if len(asked) == 1 else f"{file.name}/{name}", rows)
        return
    for name, rows in texts if settings.notes else ():
        yield from _passed(_unknown(f"{file.name}/{name}", rows))
    for name, rows, number, columns in known:
        label = file.name if len(known) == 1 else f"{file.name}/{name}"
        yield from _documents(label, rows, number, columns, settings)


def separated(file: File, settings: Settings) -> Iterator[Document | Problem]:
    """The rows of a text table. Comma, semicolon, tab or bar: what the first row is cut by most often."""
    text = decoded(content(file, settings.limits)).lstrip("\ufeff")
    first = text[: text.find("\n")] if "\n" in text else text
    cut = "\t" if PurePath(file.name).suffix.lower() == ".tsv" else max(",;\t|", key=first.count)
    csv.field_size_limit(settings.limits.file_bytes)
    try:
        found = rows_of(text, cut)
    except csv.Error as error:
        raise InputError("cannot be read as a table ({error}); save it again as CSV in UTF-8", error=error) from None
    yield from (Problem(file.name, line, why) for line, why in found.wrong)
    header = header_of(found.rows, settings)
    if header is None:
        yield _unknown(file.name, found.rows)
        return
    yield from _documents(file.name, found.rows, *header, settings, found.lines)


def header_of(rows: Sequence[Row], settings: Settings) -> tuple[int, Columns] | None:
    """The index of the row of headers and which header tells what; None where no row names a column with the text.

    What somebody has said of these headers wins over what the lexicon knows; of what is said now, the rest stays. Raises InputError where
    that makes no sense.
    """
    for number, row in enumerate(rows[:HEADER_ROWS]):
        headers = headers_of(row)
        said, wanted = settings.columns.get(headers), settings.wanted
        if wanted and frozenset(wanted.values()) <= frozenset(headers):
            rest = {field: header for field, header in (said or usual(headers)).items() if header not in wanted.values()}
            told = {**rest, **wanted}
            checked_columns(headers, {field: header for field, header in told.items() if field in wanted or field == "text"})
            return number, told
        if said:
            return number, said
    for number, row in enumerate(rows[:HEADER_ROWS]):
        columns = usual(headers_of(row))
        if "text" in columns and len(columns) > 1:
            return number, columns
    return None


def headers_of(row: Row) -> tuple[str, ...]:
    """The headers in a row, in composed letters, blanks tidied; a column without one is called by its number (#2)."""
    return tuple(composed(" ".join(str(cell).split())) or f"#{number}" for number, cell in enumerate(_trimmed(row), 1))


def usual(headers: Iterable[str]) -> Columns:
    """Field → header, of headers by usual names; of two for one field the first. An id tells only that these are rows of articles.

    A summary counts as the text where there is no other.
    """
    columns: dict[str, str] = {}
    for header in headers:
        if field := field_of(header):
            columns.setdefault(field, header)
    summary = columns.pop("summary", None)
    return columns if summary is None or "text" in columns else {**columns, "text": summary}


def checked_columns(headers: Sequence[str], columns: Mapping[str, str]) -> Columns:
    """The mapping as it is. Raises InputError where it names a field or a header that is none, or no text."""
    for field, header in columns.items():
        if field not in TABLE_FIELDS:
            raise InputError(
                "{field!r} is not something a column can hold; expected one of {list}", field=field, list=", ".join(TABLE_FIELDS)
            )
        if header not in headers:
            raise InputError("the table has no column {header!r}; expected one of {list}", header=header, list=", ".join(headers))
    if "text" not in columns:
        raise InputError("no column was given for the text of the articles; give one, such as text=본문")
    return dict(columns)


def _documents(
    name: str, rows: Sequence[Row], header: int, columns: Columns, settings: Settings, lines: Sequence[int] = ()
) -> Iterator[Document | Problem]:
    """The rows below the headers. ``lines``: in which line each row stands, where that is not its number."""
    headers = headers_of(rows[header])
    places = {field: headers.index(told) for field, told in columns.items() if told in headers}
    count = left_out = longest = 0
    undated = Undated(name)
    days = places.get("published")
    day_first = is_day_first(row[days] for row in rows[header + 1 :] if days < len(row)) if days is not None else None
    for number, row in enumerate(rows[header + 1 :], header + 2):
        line = lines[number - 1] if lines else number
        cells = {field: row[place] if place < len(row) else "" for field, place in places.items()}
        if not any(str(cell).strip() for cell in row):
            continue
        count += 1
        if count > settings.limits.documents:
            most = f"{settings.limits.documents:,}"
            yield Problem(
                name,
                line,
                InputError("has more than {most} rows; split it, or raise {setting}", most=most, setting=setting("documents")),
            )
            break
        if any(mark.strip() in _LEFT_OUT for mark in str(cells.get("excluded", "")).split(",")):
            left_out += 1
            continue
        try:
            document = checked(_document(name, number, cells, day_first), settings.limits)
        except InputError as error:
            yield Problem(name, line, error)
            continue
        yield document
        longest = max(longest, len(_words(cells.get("text", ""))))
        said = cells.get("published", "")
        if document.published is None and not is_no_day(said):
            yield from undated.row(line, _words(said)[:40])
    yield from undated.rest()
    if left_out:
        yield Note(name, None, InputError(
            "has {count} rows marked 중복 (duplicate) or 예외 (excluded); they were left out", count=left_out
        ))
    if settings.notes and "excluded" in columns and longest in _CUT:
        yield Note(
            name,
            None,
            InputError(
                "contains only the first {count} characters of each text, as BigKinds exports them, so nothing beyond them was "
                "read; add the link to get the whole article",
                count=longest,
            ),
        )
    after = rows[header + 1 :]
    now = bool(settings.wanted) and settings.wanted.items() <= columns.items()
    said_before = now or bool(settings.columns.get(headers))
    if settings.notes and said_before:
        yield _said(name, headers, columns, after)
    unused = [header for number, header in enumerate(headers, 1) if header not in columns.values() and header != f"#{number}"]
    if unused and settings.notes:
        # An export of BigKinds has many, and there is nothing to say of them.
        known = not said_before and "excluded" not in columns
        yield KnownTable(name, None, unread_columns(unused), headers, _sample(headers, after)) if known else unread(name, unused)


def _said(name: str, headers: tuple[str, ...], columns: Columns, rows: Iterable[Row]) -> Note:
    listed = ", ".join(f"{field}={header}" for field, header in columns.items())
    why = InputError("was read with the columns as you set them: {list}", list=listed)
    return SaidTable(name, None, why, headers, tuple(columns.items()), _sample(headers, rows))


def _document(name: str, number: int, cells: dict[str, object], day_first: bool | None) -> Document:
    told = {field: _words(cell) for field, cell in cells.items()}
    body, title = told.get("text", ""), told.get("title", "")
    if not body.strip():
        raise InputError("has nothing in its text column; fill it in or remove the row")
    said = cells.get("published", "")
    moment = counted(said)
    published = moment or day_of(said, day_first)
    # The headline tells as much as the text does: it stands first, as on a page.
    text = body if not title or body.lstrip().startswith(title) else f"{title}\n\n{body}"
    outlet = told.get("outlet") or None
    source = f"{name}:{number}"
    return Document(
        source,
        text,
        published,
        title or None,
        outlet,
        told.get("url") or None,
        published_from="epoch" if moment else "table" if published else None,
        outlet_from="table" if outlet else None,
        author=_unmailed(told.get("author", "")) or None,
    )


def _unmailed(author: str) -> str:
    """Who wrote it, without e-mail addresses."""
    for start, end in reversed(without_mail(author)):
        author = f"{author[:start]} {author[end:]}"
    return " ".join(author.split()).strip(" ,;/|·")


def _unknown(name: str, rows: Sequence[Row]) -> Problem:
    filled = [row for row in rows if any(str(cell).strip() for cell in row)]
    if not filled:
        return Problem(name, None, InputError("is an empty table; check that it is the right file"))
    widest = max(len(_trimmed(row)) for row in filled[:HEADER_ROWS])
    header = next(row for row in filled if len(_trimmed(row)) == widest)
    after = filled[filled.index(header) + 1 :]
    headers = headers_of(header)
    return UnknownTable(
        name,
        None,
        InputError(
            "is a table whose columns ({list}) are not recognised; say which one holds the text, such as text={first}",
            list=", ".join(headers[:12]),
            first=_longest(headers, after[:PROBED_ROWS]),
        ),
        headers,
        _sample(headers, after),
    )


def _holds_texts(rows: Sequence[Row]) -> bool:
    """Whether a sheet may be a table of articles: below a row of several headers stands a sentence."""
    found = _unknown("", rows)
    if not isinstance(found, UnknownTable) or len(found.headers) < 2:
        return False
    return any(len(cell) >= SENTENCE for row in found.sample for cell in row)


def _passed(found: Problem) -> Iterator[Note]:
    if isinstance(found, UnknownTable):
        why = InputError(
            "is a sheet that was skipped: its columns ({list}) are not recognised, and other sheets of the file were read",
            list=", ".join(found.headers[:12]),
        )
        yield PassedTable(found.source, None, why, found.headers, found.sample)


def _sample(headers: Sequence[str], rows: Iterable[Row]) -> tuple[tuple[str, ...], ...]:
    """The first rows that hold something, as they are shown to who is asked what the columns mean."""
    filled = (row for row in rows if any(str(cell).strip() for cell in row))
    return tuple(tuple(_words(cell)[:SAMPLE_CHARACTERS] for cell in row[: len(headers)]) for row in islice(filled, SAMPLE_ROWS))


def _longest(headers: Sequence[str], rows: Iterable[Row]) -> str:
    """The header of the column with the longest texts."""
    letters = [0] * len(headers)
    for row in rows:
        for place, cell in enumerate(row[: len(headers)]):
            letters[place] += len(str(cell))
    return headers[letters.index(max(letters))]


def _trimmed(row: Row) -> Row:
    end = len(row)
    while end and not str(row[end - 1]).strip():
        end -= 1
    return row[:end]


def _words(cell: object) -> str:
    """A cell as text. Numbers that are whole are told without a point; the underscored line break of old exports is one."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return single_lines(str(cell)).replace("_x000D_", "").strip()


def field_of(header: str) -> str | None:
    """What a column or field of a usual name tells: a field of documents, 'summary', 'excluded'; None of any other name."""
    return _usual().get(_BLANKS.sub("", composed(header)).casefold())


@cache
def _usual() -> Mapping[str, str]:
    return {row["header"]: row["field"] for row in table("table_columns")}
