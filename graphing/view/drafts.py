"""What a reader is about to add: the pasted text and the dropped files as documents, read but not yet saved. Free of Streamlit."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path, PurePath

from graphing.articles import Problem, printed_date, read_documents
from graphing.errors import InputError
from graphing.model import Document, Extraction
from graphing.pipeline import extractions

DOCUMENT_ENDINGS = (".txt", ".jsonl")
SIDECAR_ENDING = ".json"
LONGEST_STEM = 60
# Pasted text is named by its content behind this.
PASTED = "pasted-"
# Reading takes some 25 µs a character; past this a page waits for minutes, and the command line is the better place.
MOST_CHARACTERS = 8_000_000


@dataclass(frozen=True, slots=True)
class Upload:
    """A dropped file: its name without folders, and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Draft:
    """A document as it came in, the file it came from (None for pasted text), and the date printed in its text, if any."""

    document: Document
    printed: date | None
    file: str | None = None


@dataclass(frozen=True, slots=True)
class Pile:
    """The dropped files, the documents in them, and what could not be read."""

    uploads: tuple[Upload, ...] = ()
    drafts: tuple[Draft, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Details:
    """What the reader says of documents that don't say it themselves. ``printed``: take the date printed in the text, where one is."""

    published: date | None = None
    printed: bool = False
    outlet: str | None = None
    title: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What was understood, and what could not be. ``key`` tells whether the draft is still the one that was read."""

    key: int
    extractions: tuple[Extraction, ...]
    problems: tuple[Problem, ...] = ()


def pile(uploads: Iterable[Upload]) -> Pile:
    """The documents in the dropped files. Of two files of one name the later counts; a .json belongs to the .txt of its name."""
    latest = {upload.name: upload for upload in uploads}
    drafts: list[Draft] = []
    problems: list[Problem] = []
    with tempfile.TemporaryDirectory() as folder:
        for number, upload in enumerate(latest.values()):
            name = PurePath(upload.name)
            if name.suffix.lower() == SIDECAR_ENDING:
                if not any(other != upload.name and _stem(other) == name.stem for other in latest):
                    problems.append(Problem(upload.name, None, f"belongs to a {name.stem}.txt that is not here; drop that file too"))
                continue
            # Each file lies in a folder of its own: names that differ in case only, or end in both .txt and .jsonl, don't meet.
            own = Path(folder, str(number))
            own.mkdir()
            # A file system takes 255 bytes of name: 85 syllables, which a headline as a file name can pass.
            path = own / (name.stem[:LONGEST_STEM] + name.suffix)
            path.write_bytes(upload.data)
            if sidecar := latest.get(name.stem + SIDECAR_ENDING):
                path.with_suffix(SIDECAR_ENDING).write_bytes(sidecar.data)
            for found in read_documents([path]):
                if isinstance(found, Document):
                    drafts.append(Draft(found, printed_date(found), upload.name))
                else:
                    problems.append(replace(found, source=upload.name))
    return Pile(tuple(latest.values()), tuple(drafts), tuple(problems))


def pasted(text: str) -> Draft | None:
    """The pasted text as a document named by its content, so that pasting it again is the same; None where it is blank."""
    if not text.strip():
        return None
    document = Document(f"{PASTED}{sha256(text.encode('utf-8', 'replace')).hexdigest()[:12]}", text)
    return Draft(document, printed_date(document))


def undated(drafts: Iterable[Draft], printed: bool) -> int:
    """How many documents say no publication date; with ``printed`` a date printed in the text counts as said."""
    return sum(one.document.published is None and not (printed and one.printed) for one in drafts)


def printed_dates(drafts: Iterable[Draft]) -> tuple[date, ...]:
    """The dates printed in those documents that say none otherwise, each once: proposals, for the reader to confirm."""
    return tuple(sorted({one.printed for one in drafts if one.printed and one.document.published is None}))


def completed(drafts: Iterable[Draft], details: Details) -> tuple[Document, ...]:
    """The documents, with what the reader said put where they say nothing themselves."""
    return tuple(
        replace(
            one.document,
            published=one.document.published or (one.printed if details.printed else None) or details.published,
            outlet=one.document.outlet or details.outlet,
            title=one.document.title or details.title,
            url=one.document.url or details.url,
        )
        for one in drafts
    )


def key(documents: tuple[Document, ...]) -> int:
    """Equal for equal documents: whether what was read is what would be read now. (Python keeps a text's hash: this stays fast.)"""
    return hash(documents)


def read(documents: tuple[Document, ...], told: Callable[[int, float], object]) -> Reading:
    """Understand the documents, one after the other; before each ``told`` hears its number (from 1) and the share done (0–1).

    Raises InputError where there is more than a page can wait for.
    """
    characters = sum(len(one.text) for one in documents)
    if characters > MOST_CHARACTERS:
        raise InputError(
            f"{characters:,} characters in {len(documents):,} documents are too many for this page (at most {MOST_CHARACTERS:,}); "
            "add them on the command line: python -m graphing add FILE"
        )
    found: list[Extraction] = []
    problems: list[Problem] = []
    done = 0
    for number, one in enumerate(documents, 1):
        told(number, done / max(1, characters))
        for result in extractions([one]):
            if isinstance(result, Problem):
                problems.append(result)
            else:
                found.append(result)
        done += len(one.text)
    return Reading(key(documents), tuple(found), tuple(problems))


def _stem(name: str) -> str:
    path = PurePath(name)
    return path.stem if path.suffix.lower() in DOCUMENT_ENDINGS else ""
