"""Files and uploads become documents: .txt in the encodings Korean text comes in, and JSON Lines."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from graphing.errors import InputError
from graphing.model import Document

FIELDS = ("title", "outlet", "url")
_CONTROLS = bytes(code for code in range(0x20) if code not in b"\t\n\v\f\r\x1a\x1b")


@dataclass(frozen=True, slots=True)
class Problem:
    """Input that could not be read: the file, the line (counted from 1; None where it is the whole file) and why."""

    source: str
    line: int | None
    message: str

    def __str__(self) -> str:
        return f"{self.source}{'' if self.line is None else f', line {self.line}'}: {self.message}"


def read_documents(paths: Iterable[Path], published: date | None = None) -> Iterator[Document | Problem]:
    """The documents of the .txt and .jsonl files at ``paths``, one at a time; what cannot be read comes as a Problem.

    ``published``, where given, is said by the person at hand and wins over sidecars and records. A .txt file may have a
    sidecar (NAME.json beside NAME.txt) with published, outlet, title and url. A .jsonl file holds one object a line:
    {"id", "text", "published", "title", "outlet", "url"}, of which only text is required; it is read line by line.
    """
    for path in map(Path, paths):
        try:
            if path.suffix.lower() == ".jsonl":
                yield from _records(path, published)
            elif path.suffix.lower() == ".txt":
                yield _with_sidecar(path, published)
            else:
                yield Problem(str(path), None, f"is a {path.suffix or 'nameless'} file; expected .txt or .jsonl")
        except InputError as error:
            yield Problem(str(path), None, str(error))
        except OSError as error:
            yield Problem(str(path), None, f"cannot be read ({error.strerror or error}); check the name and the permissions")


def read_text(name: str, content: bytes) -> Document:
    """The document in the bytes of an uploaded text file; newlines become '\\n', as ``open(…).read()`` makes them.

    UTF-8, UTF-16 with a byte order mark, and CP949 (which holds EUC-KR) are tried in this order; a UTF-8 byte order mark
    stays the first character, so that offsets are those of ``open(…, encoding="utf-8")``. Raises InputError for others.
    """
    return Document(source=name, text=_decoded(content, "it").replace("\r\n", "\n").replace("\r", "\n"))


def _decoded(content: bytes, what: str) -> str:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return content.decode("utf-16")
        except UnicodeDecodeError:
            raise InputError(f"{what} begins like UTF-16 text but breaks off; save it again as UTF-8") from None
    # Text has next to no control characters; CP949 alone would pass much that is none.
    if len(content) - len(content.translate(None, _CONTROLS)) <= len(content) // 500:
        for encoding in ("utf-8", "cp949"):
            try:
                return content.decode(encoding)
            except UnicodeDecodeError:
                continue
    raise InputError(f"{what} is not text in UTF-8, UTF-16 or CP949 (EUC-KR) but looks binary; save it as UTF-8 text")


def _with_sidecar(path: Path, published: date | None) -> Document:
    document = read_text(path.name, path.read_bytes())
    sidecar = path.with_suffix(".json")
    if not sidecar.is_file():
        return Document(document.source, document.text, published)
    try:
        said = _object(_decoded(sidecar.read_bytes(), f"the sidecar {sidecar.name}"))
        return _document(document.source, document.text, said, published)
    except InputError as error:
        raise InputError(f"its sidecar {sidecar.name}: {error}") from None


def _records(path: Path, published: date | None) -> Iterator[Document | Problem]:
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip(b" \t\r\n\xef\xbb\xbf"):
                continue
            try:
                yield _record(line, f"{path.name}:{number}", published)
            except InputError as error:
                yield Problem(str(path), number, str(error))


def _record(line: bytes, fallback: str, published: date | None) -> Document:
    try:
        decoded = line.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"byte {error.start} is not UTF-8; JSON Lines are UTF-8") from None
    record = _object(decoded)
    text = record.get("text")
    if not isinstance(text, str):
        raise InputError(f'"text" is {_shown(text)}; expected a string with the article')
    name = record.get("id")
    if name is not None and (isinstance(name, bool) or not isinstance(name, str | int)):
        raise InputError(f'"id" is {_shown(name)}; expected a string or a whole number')
    return _document(fallback if name is None or name == "" else str(name), text, record, published)


def _document(source: str, text: str, said: dict[str, Any], published: date | None) -> Document:
    fields: dict[str, str | None] = {}
    for field in FIELDS:
        value = said.get(field)
        if value is not None and not isinstance(value, str):
            raise InputError(f'"{field}" is {_shown(value)}; expected a string or null')
        fields[field] = value or None
    for value in (source, text, *fields.values()):
        if value and not _whole_characters(value):
            raise InputError("it holds half a character (a lone surrogate, \\ud800–\\udfff); write the text out again as UTF-8")
    return Document(source, text, published or _published(said.get("published")), **fields)


def _published(value: object) -> date | None:
    if value is None or value == "":
        return None
    if isinstance(value, str) and value[10:11] in ("", "T", " "):
        try:
            return date.fromisoformat(value[:10])
        except ValueError:
            pass
    raise InputError(f'"published" is {_shown(value)}; expected a date such as "2025-02-05", or null')


def _object(text: str) -> dict[str, Any]:
    try:
        value = json.loads(text.lstrip("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise InputError(f"not JSON ({error}); expected an object {{…}} on one line") from None
    if not isinstance(value, dict):
        raise InputError(f"is {_shown(value)}; expected a JSON object {{…}}")
    return value


def _whole_characters(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _shown(value: object) -> str:
    shown = json.dumps(value, ensure_ascii=False)
    return shown if len(shown) <= 60 else shown[:60] + "…"
