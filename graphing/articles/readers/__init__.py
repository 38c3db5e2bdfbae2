"""Files and uploads become documents: one small function a format, behind one registry.

    READERS[".pdf"](File("page.pdf", stream), Settings())       # -> Iterator[Document | Problem]
    read_documents([Path("news/a.hwpx"), Path("b.zip")])        # the same, by name, with the .json beside each

What cannot be read comes as a ``Problem`` in its place; nothing stops the rest.
"""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path, PurePath
from types import MappingProxyType

from graphing.articles.readers import archives, mail, records
from graphing.articles.readers.base import (
    SIDECAR,
    TABLE_FIELDS,
    Columns,
    File,
    KnownTable,
    Limits,
    Note,
    PassedTable,
    Problem,
    Reader,
    SaidTable,
    Settings,
    UnknownTable,
    checked,
    composed,
    limits_of,
    setting,
    some,
)
from graphing.articles.readers.hangul import hangul_document
from graphing.articles.readers.kinds import kind_of
from graphing.articles.readers.opendocument import open_document
from graphing.articles.readers.others import refused
from graphing.articles.readers.pages import saved_page
from graphing.articles.readers.pdf import pdf_pages
from graphing.articles.readers.rich import rich_text
from graphing.articles.readers.snapshots import snapshot
from graphing.articles.readers.tables import checked_columns, separated, sheets, usual
from graphing.articles.readers.text import markdown, plain
from graphing.articles.readers.word import word_document
from graphing.errors import InputError
from graphing.model import Document

__all__ = [
    "ENDINGS",
    "READERS",
    "TABLE_FIELDS",
    "Columns",
    "File",
    "KnownTable",
    "Limits",
    "Note",
    "PassedTable",
    "Problem",
    "Reader",
    "SaidTable",
    "Settings",
    "UnknownTable",
    "checked_columns",
    "composed",
    "is_readable",
    "left_alone",
    "limits_of",
    "other_files",
    "read_bytes",
    "read_documents",
    "read_text",
    "setting",
    "sidecar_of",
    "usual",
]


def _archive(file: File, settings: Settings) -> Iterator[Document | Problem]:
    return archives.archive(file, settings, read_file, is_readable)


def _mail(file: File, settings: Settings) -> Iterator[Document | Problem]:
    return mail.mail(file, settings, read_file, is_readable)


READERS: Mapping[str, Reader] = MappingProxyType(
    {
        ".txt": plain,
        ".md": markdown,
        ".html": saved_page,
        ".htm": saved_page,
        ".mhtml": snapshot,
        ".mht": snapshot,
        ".pdf": pdf_pages,
        ".docx": word_document,
        ".odt": open_document,
        ".rtf": rich_text,
        ".hwp": hangul_document,
        ".hwpx": hangul_document,
        ".xlsx": sheets,
        ".xlsm": sheets,
        ".xlsb": sheets,
        ".xls": sheets,
        ".ods": sheets,
        ".csv": separated,
        ".tsv": separated,
        ".jsonl": records.records,
        ".eml": _mail,
        ".zip": _archive,
    }
)
ENDINGS = tuple(READERS)


def is_readable(name: str) -> bool:
    """Whether there is a reader for files of such a name."""
    return PurePath(name).suffix.lower() in READERS


def other_files(path: Path) -> list[str]:
    """The files in a folder that nothing reads, by their places in it; without hidden ones and particulars beside others (.json)."""
    if not path.is_dir():
        return []
    found = (file.relative_to(path) for file in sorted(path.rglob("*")) if file.is_file() and not is_readable(file.name))
    return [str(one) for one in found if one.suffix.lower() != SIDECAR and not any(part.startswith((".", "~$")) for part in one.parts)]


def left_alone(folder: str, files: list[str]) -> Note:
    """What is said of files in a folder that nothing reads."""
    return Note(folder, None, InputError(
        "contains files of types that cannot be read ({count}): {list}", count=len(files), list=some(files)
    ))


def read_file(file: File, settings: Settings, beside: File | None = None) -> Iterator[Document | Problem]:
    """The documents of one file; ``beside`` is the .json that tells its particulars. A bad file is a Problem with its name.

    Whose content is of another kind than its name says is read as what it is.
    """
    suffix = PurePath(file.name).suffix.lower()
    try:
        kind = kind_of(suffix, file.stream)
        if kind not in READERS:
            raise refused(file.name, ENDINGS)
        reader, named = READERS[kind], READERS.get(suffix)
        said = records.sidecar(beside, settings) if beside else None
        nothing = True
        for found in reader(file, settings):
            nothing = False
            if isinstance(found, Problem):
                yield found
            else:
                document = found if said is None else records.told(found, said)
                yield checked(document, settings.limits)
        if nothing:
            raise InputError("contains nothing to read; check that it is the right file")
        if reader is not named and settings.notes:
            yield Note(file.name, None, InputError("is a {ending} file, judging by its content, and was read as one", ending=kind))
    except InputError as error:
        yield Problem(file.name, None, error)
    except (MemoryError, RecursionError) as error:
        too_much = InputError(
            "is too large or too deeply nested for this machine ({kind}); split it into smaller files", kind=type(error).__name__
        )
        yield Problem(file.name, None, too_much)
    except Exception as error:  # a library that trips over one file must not cost the others
        fault = f"{type(error).__name__}: {error}"
        yield Problem(file.name, None, InputError("cannot be read ({fault}); it may be damaged: open it and save it again", fault=fault))


def read_bytes(name: str, data: bytes, settings: Settings | None = None, beside: bytes | None = None) -> Iterator[Document | Problem]:
    """The documents of a file that was handed over as bytes; ``beside`` holds the .json that belongs to it, if any."""
    along = None if beside is None else File(PurePath(name).with_suffix(SIDECAR).name, io.BytesIO(beside))
    return read_file(File(name, io.BytesIO(data)), settings or Settings(), along)


def read_documents(paths: Iterable[Path], settings: Settings | None = None) -> Iterator[Document | Problem]:
    """The documents of the files at ``paths``, one file at a time; what cannot be read comes as a Problem.

    A file may have a sidecar (NAME.json beside NAME.txt) with published, outlet, title, url and author.
    """
    for path in map(Path, paths):
        yield from _from_disk(path, settings or Settings())


def read_text(name: str, data: bytes) -> Document:
    """The document in the bytes of a text file. Raises InputError where they are no text."""
    return next(plain(File(name, io.BytesIO(data)), Settings()))


def sidecar_of(path: Path) -> Path | None:
    """The .json that stands beside a file, under its name in whatever form of its letters; None where there is none.

    Files of records tell all themselves.
    """
    if path.suffix.lower() == ".jsonl":
        return None
    name = path.with_suffix(SIDECAR).name
    forms = dict.fromkeys((name, composed(name), unicodedata.normalize("NFD", name)))
    return next((found for form in forms if (found := path.with_name(form)).is_file()), None)


def _from_disk(path: Path, settings: Settings) -> Iterator[Document | Problem]:
    """What ``read_file`` finds; documents are named by the file alone, problems by its whole path."""
    try:
        with path.open("rb") as stream:
            sidecar = sidecar_of(path)
            beside = File(sidecar.name, io.BytesIO(sidecar.read_bytes())) if sidecar else None
            for found in read_file(File(path.name, stream), settings, beside):
                yield replace(found, source=str(path.parent / found.source)) if isinstance(found, Problem) else found
    except OSError as error:
        yield Problem(
            str(path), None, InputError("cannot be read ({fault}); check the name and the permissions", fault=error.strerror or error)
        )
