"""Text documents of LibreOffice and others (.odt, OpenDocument): the paragraphs in their content, by lxml."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from graphing.articles.readers.archives import check_package
from graphing.articles.readers.base import File, Settings, content
from graphing.errors import InputError
from graphing.model import Document

_SPACE = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
_TEXT, _OFFICE, _TABLE = (_SPACE % name for name in ("text", "office", "table"))
_PARAGRAPHS = frozenset((f"{_TEXT}p", f"{_TEXT}h"))
_ROW, _CELL = f"{_TABLE}table-row", f"{_TABLE}table-cell"
# What is not the text: remarks, what was taken out, notes, the names of what is drawn.
_BESIDE = frozenset((f"{_OFFICE}annotation", f"{_TEXT}tracked-changes", f"{_TEXT}note", f"{_TEXT}sequence-decls", f"{_TEXT}forms"))
_TITLE = "{http://purl.org/dc/elements/1.1/}title"


def open_document(file: File, settings: Settings) -> Iterator[Document]:
    """The paragraphs and table rows of a text document, in order. Raises InputError where it is none, or is protected."""
    from lxml import etree  # noqa: PLC0415  (only where there is one)

    data = content(file, settings.limits)
    check_package(data, settings.limits)
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        names = frozenset(opened.namelist())
        if "META-INF/manifest.xml" in names and b"encryption-data" in opened.read("META-INF/manifest.xml"):
            raise InputError("is password-protected; save it again without a password")
        try:
            body = _tree(opened.read("content.xml")).find(f".//{_OFFICE}text")
            head = _tree(opened.read("meta.xml")).find(f".//{_TITLE}") if "meta.xml" in names else None
        except (KeyError, etree.XMLSyntaxError, zipfile.BadZipFile, OSError) as error:
            raise InputError("cannot be opened as a text document ({fault}); save it again as .odt or .docx", fault=error) from None
    text = "\n\n".join(filter(None, _parts(body))) if body is not None else ""
    if not text:
        raise InputError("contains no text; if it shows pictures of text, run text recognition (OCR) on them first")
    title = " ".join((head.text or "").split()) if head is not None else ""
    yield Document(file.name, text + "\n", title=title if title and title in text else None)


def _tree(data: bytes) -> Any:
    from lxml import etree  # noqa: PLC0415

    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))


def _parts(node: Any) -> Iterator[str]:
    """The paragraphs under a node; of a table each row."""
    for child in node:
        if child.tag in _BESIDE:
            continue
        if child.tag in _PARAGRAPHS:
            yield " ".join(_words(child).split())
        elif child.tag == _ROW:
            cells = (" ".join(_parts(cell)) for cell in child if cell.tag == _CELL)
            yield "  ".join(filter(None, cells))
        else:
            yield from _parts(child)


def _words(node: Any) -> str:
    """The text of a paragraph; blanks, tabs and line breaks are marks of their own."""
    told = node.text or ""
    for child in node:
        if child.tag in {f"{_TEXT}s", f"{_TEXT}tab", f"{_TEXT}line-break"}:
            told += " "
        elif child.tag not in _BESIDE:
            told += _words(child)
        told += child.tail or ""
    return told
