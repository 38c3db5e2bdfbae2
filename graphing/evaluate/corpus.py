"""Annotated articles: folders of pairs NAME.txt and NAME.json, or JSON Lines.

A NAME.json holds "published", "people", "organizations" and "meetings" (README.md shows them), with "mentions"
([start, end, "P" or "O", …]) where the places of the names are marked. A page of several articles holds a list "articles" of such
objects, each with "start" and "end". In JSON Lines every line is such an object with "id" and "text"; it may hold mentions only.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from graphing.errors import InputError
from graphing.evaluate.answers import Answers, encounter, entity
from graphing.model import Document, Span


@dataclass(frozen=True, slots=True)
class Annotated:
    """A document and the right answers for each of its articles, in order."""

    document: Document
    answers: tuple[Answers, ...]

    @property
    def name(self) -> str:
        return self.document.source


def read_corpus(path: Path) -> tuple[Annotated, ...]:
    """The annotated documents of a folder (by name) or of a JSON Lines file. Raises InputError where one is malformed or none is there."""
    if not path.exists():
        raise InputError(f"{path} does not exist; name a folder of NAME.txt and NAME.json pairs, or a .jsonl file")
    found = tuple(_folder(path) if path.is_dir() else _lines(path))
    if not found:
        raise InputError(f'{path} contains no annotated articles; expected pairs NAME.txt and NAME.json, or lines with "text" and answers')
    return found


def _folder(path: Path) -> Iterator[Annotated]:
    for answers in sorted(path.glob("*.json")):
        text = answers.with_suffix(".txt")
        if not text.is_file():
            raise InputError(f"{answers} has no text next to it; add {text.name}")
        yield _annotated(answers.stem, _read(text), _object(_read(answers), str(answers)), str(answers))


def _lines(path: Path) -> Iterator[Annotated]:
    for number, line in enumerate(_read(path).split("\n"), 1):
        if not line.strip():
            continue
        where = f"{path}, line {number}"
        record = _object(line, where)
        if not isinstance(record.get("text"), str):
            raise InputError(f'{where}: "text" is {record.get("text")!r}; expected a string with the article')
        yield _annotated(str(record.get("id", number)), record["text"], record, where)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise InputError(f"{path} cannot be read ({error.strerror}); check the name and the permissions") from None
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: byte {error.start} is not valid UTF-8; save the file as UTF-8") from None


def _object(text: str, where: str) -> dict[str, Any]:
    try:
        record = json.loads(text)
    except ValueError as error:
        raise InputError(f"{where}: not valid JSON ({error})") from None
    if not isinstance(record, dict):
        raise InputError(f"{where}: is a {type(record).__name__}; expected an object with people, organizations and meetings")
    return record


def _annotated(name: str, text: str, record: Mapping[str, Any], where: str) -> Annotated:
    parts = record.get("articles") or [{**record, "start": 0, "end": len(text)}]
    try:
        told = record.get("published") or next((part.get("published") for part in parts if part.get("published")), None)
        published = date.fromisoformat(told) if told else None
        answers = tuple(_answers(part, text) for part in parts)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        what = f"{error} is missing" if isinstance(error, KeyError) else str(error)
        raise InputError(f"{where}: {what}; expected people, organizations and meetings as README.md shows them") from None
    return Annotated(Document(name, text, published), answers)


def _answers(part: Mapping[str, Any], text: str) -> Answers:
    spans = None
    if "mentions" in part:
        spans = {kind: frozenset(Span(m[0], m[1]) for m in part["mentions"] if m[2] == kind) for kind in ("P", "O")}
    if "people" not in part and spans is not None:
        return Answers(part["start"], part["end"], spans=spans, spans_only=True)
    return Answers(
        part["start"],
        part["end"],
        tuple(entity({**one, "mentions": ()}) for one in part["people"]),
        tuple(entity({**one, "mentions": ()}) for one in part["organizations"]),
        tuple(encounter(one, _evidence(one.get("evidence"), text)) for one in part["meetings"]),
        spans,
    )


def _evidence(told: str | list[list[int]] | None, text: str) -> tuple[Span, ...]:
    """Evidence is an exact piece of the text, or a list of ranges."""
    if isinstance(told, str):
        start = text.find(told)
        return (Span(start, start + len(told)),) if start >= 0 else ()
    return tuple(Span(start, end) for start, end in told or ())
