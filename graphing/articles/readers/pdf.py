"""PDF pages, also newspaper pages with columns, by PDFium (pypdfium2)."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Lock
from typing import Any

from graphing.articles.readers.base import File, Settings, content, setting
from graphing.articles.readers.columns import Glyph, text_of
from graphing.errors import InputError
from graphing.model import Document

# PDFium is not made for several threads at once.
_turn = Lock()
# Fewer characters than this on a page (on average) are no text but what a scanner prints beside its picture.
FEWEST = 12


def pdf_pages(file: File, settings: Settings) -> Iterator[Document]:
    """The text of a PDF in reading order, column by column. Raises InputError where it cannot be opened or holds pictures only."""
    data = content(file, settings.limits)
    with _turn:
        pages, title = _read(data, settings.limits.pages)
    text = "\n\n".join(page for page in pages if page)
    if len(text) < FEWEST * len(pages):
        raise InputError("contains scanned pages but no text; run text recognition (OCR) on it first")
    yield Document(file.name, text + "\n", title=title if title and title in text else None)


def _read(data: bytes, most: int) -> tuple[list[str], str]:
    """The text of each page, and the title that the file gives itself."""
    import pypdfium2 as pdfium  # noqa: PLC0415  (only where there is one)

    try:
        opened = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise InputError("is password-protected; save it again without a password") from None
        raise InputError("cannot be opened as a PDF; save it or print it to PDF again") from None
    try:
        if len(opened) > most:
            raise InputError(
                "has {count:,} pages, but at most {most:,} are read; split it, or raise {setting}",
                count=len(opened),
                most=most,
                setting=setting("pages"),
            )
        title = str(opened.get_metadata_dict().get("Title", "")).strip()
        return [text_of(glyphs(opened[number])) for number in range(len(opened))], title
    except pdfium.PdfiumError as error:
        raise InputError("is damaged ({error}); print it to a new PDF", error=error) from None
    finally:
        opened.close()


def glyphs(page: Any) -> list[Glyph]:
    """The characters of a page with their places, in the order of the file; blanks between words come as such."""
    from pypdfium2 import raw  # noqa: PLC0415

    text_page = page.get_textpage()
    height = page.get_height()
    box = raw.FS_RECTF()
    found: list[Glyph] = []
    try:
        for index in range(text_page.count_chars()):
            code = raw.FPDFText_GetUnicode(text_page, index)
            if code in (0, 0xFFFE, 0xFFFF) or 0xD800 <= code < 0xE000:
                continue
            made = raw.FPDFText_IsGenerated(text_page, index) == 1
            if not raw.FPDFText_GetLooseCharBox(text_page, index, box):
                continue
            found.append(Glyph(chr(code), box.left, height - box.top, box.right, height - box.bottom, made))
    finally:
        text_page.close()
        page.close()
    return found
