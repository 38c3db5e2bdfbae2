"""What all readers share: the file they are given, the settings they keep to, and the problem they tell."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from typing import BinaryIO

from graphing.errors import HoedongError, InputError
from graphing.model import Document

# Limits in the environment are named by their fields: HOEDONG_MAX_FILE_BYTES=80000000.
PREFIX = "HOEDONG_MAX_"
# NAME.json beside NAME.txt tells of it what the text does not.
SIDECAR = ".json"
# The fields of a document that a table's columns can tell.
TABLE_FIELDS = ("text", "title", "published", "outlet", "url", "author")
# So many columns or files that are not read, or rows without a date, are named.
NAMED = 20
# Field of a document → header of the column that tells it.
Columns = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Problem:
    """Input that could not be read: the file, the line (counted from 1; None where it is the whole file) and why."""

    source: str
    line: int | None
    why: HoedongError

    @property
    def message(self) -> str:
        """Why, in English."""
        return str(self.why)

    def __str__(self) -> str:
        # What went wrong with an address mostly names it.
        named = self.line is None and self.message.startswith(self.source)
        return self.message if named else f"{self.source}{'' if self.line is None else f', line {self.line}'}: {self.message}"


@dataclass(frozen=True, slots=True)
class UnknownTable(Problem):
    """A table of which nobody has said yet what its columns mean. ``sample`` holds its first rows."""

    headers: tuple[str, ...] = ()
    sample: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Note(Problem):
    """What somebody should know of what was read; it is no fault. What most files have is told only where ``Settings.notes`` asks."""


@dataclass(frozen=True, slots=True)
class SaidTable(Note):
    """A table that was read by what somebody has said of its columns: field of a document → header. ``sample`` holds its first rows."""

    headers: tuple[str, ...] = ()
    columns: tuple[tuple[str, str], ...] = ()
    sample: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class PassedTable(Note):
    """A sheet with texts that was passed over, for nobody knows its columns and others of its workbook were read. ``sample`` holds its
    first rows."""

    headers: tuple[str, ...] = ()
    sample: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class KnownTable(Note):
    """A table that was read by the usual names of its columns, of which some are not read. ``sample`` holds its first rows."""

    headers: tuple[str, ...] = ()
    sample: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Limits:
    """What is read at most. Sizes are in bytes, texts in characters; a limit that is passed is named in the message.

    ``zip_ratio`` is how many times its packed size a file of an archive may have, ``zip_depth`` how deep archives stand in archives,
    ``zip_bytes`` what all files of an archive may have together.
    """

    file_bytes: int = 100_000_000
    text_characters: int = 2_000_000
    documents: int = 20_000
    pages: int = 1_000
    zip_ratio: int = 200
    zip_files: int = 5_000
    zip_depth: int = 2
    zip_bytes: int = 500_000_000


@dataclass(frozen=True, slots=True)
class Settings:
    """How files are read. ``columns`` says of tables that were met before (by their headers) what their columns mean, ``wanted`` what the
    person at hand says of all tables that have these columns: that counts first."""

    limits: Limits = Limits()
    columns: Mapping[tuple[str, ...], Columns] = field(default_factory=dict)
    wanted: Columns = field(default_factory=dict)
    depth: int = 0
    notes: bool = False


@dataclass(frozen=True, slots=True)
class File:
    """A file to be read: its name as people know it, and its bytes."""

    name: str
    stream: BinaryIO


Reader = Callable[[File, Settings], Iterator[Document | Problem]]


def composed(name: str) -> str:
    """A name in composed letters: what a Mac writes letter by letter is the same name (NFC)."""
    return unicodedata.normalize("NFC", name)


def limits_of(environment: Mapping[str, str]) -> Limits:
    """The limits, with what an environment says of them. Raises InputError where it is no whole number above 0."""
    said: dict[str, int] = {}
    for one in fields(Limits):
        name = PREFIX + one.name.upper()
        value = environment.get(name, "").strip().replace("_", "")
        if not value:
            continue
        if not value.isdecimal() or int(value) < 1:
            raise InputError(
                "the setting {name} is {value!r}; expected a whole number above 0, such as {default:_}",
                name=name,
                value=environment[name],
                default=one.default,
            )
        said[one.name] = int(value)
    return Limits(**said)


def setting(name: str) -> str:
    """What a limit is called in the environment."""
    return PREFIX + name.upper()


def unread(name: str, columns: Iterable[str]) -> Note:
    """What stands in a table, or in records, and is not read."""
    return Note(name, None, unread_columns(columns))


def unread_columns(columns: Iterable[str]) -> InputError:
    """What is said of columns that are not read."""
    return InputError("has columns that were not read: {list}", list=some(columns))


class Undated:
    """Rows that are taken without a date, for what stands there tells none for sure: the first are told one by one, the rest is counted."""

    def __init__(self, name: str) -> None:
        self._name, self._count = name, 0

    def row(self, number: int, said: object) -> Iterator[Note]:
        """What is said of one row, or line."""
        self._count += 1
        if self._count <= NAMED:
            yield Note(
                self._name,
                number,
                InputError(
                    "was read without a date: {said!r} is not a clear date; write it like 2025-02-05 and add it again, or date the "
                    "article later",
                    said=said,
                ),
            )

    def rest(self) -> Iterator[Note]:
        """What is said after the last row."""
        if self._count > NAMED:
            yield Note(self._name, None, InputError("has {count:,} more rows that were read without a date", count=self._count - NAMED))


def some(names: Iterable[str]) -> str:
    """The first of these, as they are named to people."""
    found = [name.encode("utf-8", "replace").decode() for name in names]
    return ", ".join(found[:NAMED]) + (" …" if len(found) > NAMED else "")


def content(file: File, limits: Limits) -> bytes:
    """All bytes of a file. Raises InputError where there are more than the limit."""
    data = file.stream.read(limits.file_bytes + 1)
    if len(data) > limits.file_bytes:
        raise InputError(
            "is larger than {most:,} bytes; split it, or raise {setting}", most=limits.file_bytes, setting=setting("file_bytes")
        )
    return data


def checked(document: Document, limits: Limits) -> Document:
    """The document as it is. Raises InputError where its text is longer than the limit, or holds half a character."""
    if len(document.text) > limits.text_characters:
        raise InputError(
            "its text has {count:,} characters, but at most {most:,} are read as one document; split it, or raise {setting}",
            count=len(document.text),
            most=limits.text_characters,
            setting=setting("text_characters"),
        )
    for value in (document.source, document.text, document.title, document.outlet, document.url, document.author):
        if value and not _whole_characters(value):
            raise InputError("it contains half a character (a lone surrogate, \\ud800–\\udfff); export the text again as UTF-8")
    return document


def _whole_characters(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
