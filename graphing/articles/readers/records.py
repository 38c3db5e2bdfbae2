"""JSON Lines, and the .json that stands beside a file and tells its particulars."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from graphing.articles.readers.base import File, Problem, Settings, Undated, checked, content, unread
from graphing.articles.readers.days import counted, korean_day
from graphing.articles.readers.encodings import decoded, lines
from graphing.articles.readers.renaming import renamed
from graphing.errors import InputError
from graphing.model import Document, Origin

FIELDS = ("title", "outlet", "url", "author")


def records(file: File, settings: Settings) -> Iterator[Document | Problem]:
    """One document a line: {"id", "text", "published", "title", "outlet", "url", "author"}, of which only text is required. Each may also
    go by a name that other tools give it (``renaming``).

    It is read line by line, however long it is; a bad line is a Problem with its number.
    """
    unused: dict[str, None] = {}
    undated = Undated(file.name)
    for number, line in enumerate(file.stream, 1):
        if not line.strip(b" \t\r\n\xef\xbb\xbf"):
            continue
        try:
            record, left, doubtful = renamed(_object(_line(line)))
            unused.update(dict.fromkeys(left))
            yield checked(_record(record, f"{file.name}:{number}"), settings.limits)
        except InputError as error:
            yield Problem(file.name, number, error)
            continue
        if doubtful is not None:
            yield from undated.row(number, doubtful)
    yield from undated.rest()
    if unused and settings.notes:
        yield unread(file.name, unused)


def sidecar(file: File, settings: Settings) -> dict[str, Any]:
    """What the .json beside a file tells: published, outlet, title, url, author. Raises InputError, which names the sidecar."""
    try:
        said = _object(lines(decoded(content(file, settings.limits))))
        _fields(said)
    except InputError as error:
        raise InputError("its sidecar {name}: {error}", name=file.name, error=error) from None
    return said


def told(document: Document, said: dict[str, Any]) -> Document:
    """The document, with what its sidecar says in place of what was found in it."""
    published, fields = _fields(said)
    return replace(
        document,
        published=published or document.published,
        published_from=_origin(said["published"]) if published else document.published_from,
        outlet=fields["outlet"] or document.outlet,
        outlet_from="record" if fields["outlet"] else document.outlet_from,
        title=fields["title"] or document.title,
        url=fields["url"] or document.url,
        author=fields["author"] or document.author,
    )


def _line(line: bytes) -> str:
    try:
        return line.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError("byte {start} is not valid UTF-8; save the file as UTF-8", start=error.start) from None


def _record(record: dict[str, Any], fallback: str) -> Document:
    text = record.get("text")
    if not isinstance(text, str):
        raise InputError('"text" is {value}; expected a string with the article', value=_shown(text))
    name = record.get("id")
    if name is not None and (isinstance(name, bool) or not isinstance(name, str | int)):
        raise InputError('"id" is {value}; expected a string or a whole number', value=_shown(name))
    return told(Document(fallback if name is None or name == "" else str(name), text), record)


def _fields(said: dict[str, Any]) -> tuple[date | None, dict[str, str | None]]:
    fields: dict[str, str | None] = {}
    for field in FIELDS:
        value = said.get(field)
        if value is not None and not isinstance(value, str):
            raise InputError('"{field}" is {value}; expected a string or null', field=field, value=_shown(value))
        fields[field] = value or None
    return _published(said.get("published")), fields


def _origin(published: object) -> Origin:
    return "epoch" if counted(published) else "record"


def _published(value: object) -> date | None:
    if value is None or value == "":
        return None
    if day := counted(value):
        return day
    if isinstance(value, str) and value[10:11] in ("", "T", " "):
        try:
            return korean_day(date.fromisoformat(value[:10]), value[10:])
        except ValueError:
            pass
    raise InputError('"published" is {value}; expected a date such as "2025-02-05", or null', value=_shown(value))


def _object(text: str) -> dict[str, Any]:
    try:
        value = json.loads(text.lstrip("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise InputError("not valid JSON ({error}); expected one object {{…}} per line", error=error) from None
    if not isinstance(value, dict):
        raise InputError("is {value}; expected a JSON object {{…}}", value=_shown(value))
    return value


def _shown(value: object) -> str:
    shown = json.dumps(value, ensure_ascii=False)
    return shown if len(shown) <= 60 else shown[:60] + "…"
