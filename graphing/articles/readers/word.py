"""Word documents (.docx), by python-docx."""

from __future__ import annotations

import io
from collections.abc import Iterator
from zipfile import BadZipFile

from graphing.articles.readers.archives import check_package
from graphing.articles.readers.base import File, Settings, content
from graphing.errors import InputError
from graphing.model import Document


def word_document(file: File, settings: Settings) -> Iterator[Document]:
    """The paragraphs and table cells of a Word document, in order. Raises InputError where it is none, or is protected."""
    from docx import Document as open_docx  # noqa: PLC0415  (only where there is one)
    from docx.opc.exceptions import PackageNotFoundError  # noqa: PLC0415
    from docx.table import Table  # noqa: PLC0415

    data = content(file, settings.limits)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise InputError("is an old .doc file or is password-protected; save it again as .docx without a password")
    check_package(data, settings.limits)
    try:
        opened = open_docx(io.BytesIO(data))
        parts: list[str] = []
        for block in opened.iter_inner_content():
            if isinstance(block, Table):
                parts.extend("  ".join(_cells(row.cells)) for row in block.rows)
            else:
                parts.append(block.text)
        title = (opened.core_properties.title or "").strip()
    except (BadZipFile, PackageNotFoundError, KeyError, ValueError, SyntaxError) as error:
        raise InputError(
            "cannot be opened as a Word document ({fault}); save it again as .docx", fault=error or type(error).__name__
        ) from None
    text = "\n\n".join(part.strip() for part in parts if part.strip())
    if not text:
        raise InputError("contains no text; if it shows pictures of text, run text recognition (OCR) on them first")
    yield Document(file.name, text + "\n", title=title if title and title in text else None)


def _cells(cells: object) -> list[str]:
    """The texts of a row; a cell that spans several columns comes once."""
    told: list[str] = []
    last: object = None
    for cell in cells:  # type: ignore[attr-defined]
        if cell._tc is not last:
            told.append(" ".join(cell.text.split()))
        last = cell._tc
    return [one for one in told if one]
