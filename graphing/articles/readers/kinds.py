"""What a file is by its content, where its name says otherwise: a PDF that is called .txt, a workbook that is called .csv."""

from __future__ import annotations

import re
import zipfile
from typing import BinaryIO

# How rich text begins.
RICH = b"{\\rtf"
# So many bytes tell a kind.
_HEAD = 512
_HTML = re.compile(rb"(?i)(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html[\s>])")
# Documents that are archives inside, by a file that stands in all of a kind.
_PACKAGES = {"word/document.xml": ".docx", "xl/workbook.xml": ".xlsx", "Contents/section0.xml": ".hwpx"}
_TEXTS = frozenset((".txt", ".md", ".csv", ".tsv", ".jsonl"))
# Names that say little: a web page, too, is handed round as a Word document.
LOOSE = _TEXTS | {"", ".doc", ".rtf"}
# Workbooks with macros are read as they are named.
_SAME = frozenset((".xlsm", ".xlsb"))


def kind_of(suffix: str, stream: BinaryIO) -> str:
    """The ending by whose reader a file is to be read: ``suffix``, unless the content can only be of another kind."""
    head = stream.read(_HEAD)
    stream.seek(0)
    if head.startswith(b"%PDF-"):
        return ".pdf"
    if head.startswith(b"PK\x03\x04"):
        return suffix if suffix in _SAME else _packed(stream) or (".zip" if suffix in _TEXTS else suffix)
    if head.startswith(RICH):
        return ".rtf"
    return ".html" if suffix in LOOSE and _HTML.match(head) else suffix


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
