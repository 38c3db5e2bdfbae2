"""What a file is by its content, where its name says otherwise: a PDF that is called .txt, a workbook that is called .csv."""

from __future__ import annotations

import re
import zipfile
from typing import BinaryIO

# So many bytes tell a kind.
_HEAD = 512
_HTML = re.compile(rb"(?i)(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html[\s>])")
# Documents that are archives inside, by a file that stands in all of a kind.
_PACKAGES = {"word/document.xml": ".docx", "xl/workbook.xml": ".xlsx", "Contents/section0.xml": ".hwpx"}
_TEXTS = frozenset((".txt", ".md", ".csv", ".tsv", ".jsonl"))


def kind_of(suffix: str, stream: BinaryIO) -> str:
    """The ending by whose reader a file is to be read: ``suffix``, unless the content can only be of another kind."""
    head = stream.read(_HEAD)
    stream.seek(0)
    if head.startswith(b"%PDF-"):
        return ".pdf"
    if head.startswith(b"PK\x03\x04"):
        return _packed(stream) or (".zip" if suffix in _TEXTS else suffix)
    return ".html" if suffix in _TEXTS and _HTML.match(head) else suffix


def _packed(stream: BinaryIO) -> str | None:
    """Which kind of document an archive is; None where it is none, or cannot be opened."""
    try:
        with zipfile.ZipFile(stream) as opened:
            names = frozenset(opened.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return None
    finally:
        stream.seek(0)
    return next((kind for name, kind in _PACKAGES.items() if name in names), None)
