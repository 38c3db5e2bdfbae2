"""Rich text (.rtf), by striprtf."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphing.articles.readers.base import File, Settings, content
from graphing.articles.readers.encodings import decoded
from graphing.articles.readers.kinds import RICH
from graphing.errors import InputError
from graphing.model import Document

# Bytes of one letter that a line's end parts: it means nothing there.
_PARTED = re.compile(r"(\\'[0-9a-fA-F]{2})[\r\n]+(?=\\')")
_CELL = re.compile(r"\\(?:nest)?cell(?![a-z])")
_CHARSET = re.compile(r"\\fcharset\d+")
_KOREAN = ("\\ansicpg949", "\\fcharset129")


def rich_text(file: File, settings: Settings) -> Iterator[Document]:
    """The paragraphs of rich text. Raises InputError where it is none, or holds no text."""
    from striprtf.striprtf import rtf_to_text  # noqa: PLC0415  (only where there is one)

    data = content(file, settings.limits)
    if not data.lstrip().startswith(RICH):
        raise InputError("is not rich text; if it is plain text, rename it to .txt")
    markup = _CELL.sub(r"\\tab", _PARTED.sub(r"\1", _markup(data)))
    if any(mark in markup for mark in _KOREAN):
        # Word writes Korean under fonts that it declares Western: which one counts stands in marks that the library passes over.
        markup = _CHARSET.sub(r"\\fcharset129", markup)
    told: str = rtf_to_text(markup, encoding="cp949", errors="replace")  # type: ignore[no-untyped-call]
    text = "\n\n".join(filter(None, (line.strip() for line in told.replace("\x00", "").split("\n"))))
    if not text:
        raise InputError("contains no text; if it shows pictures of text, run text recognition (OCR) on them first")
    yield Document(file.name, text + "\n")


def _markup(data: bytes) -> str:
    """The markup is ASCII, as a rule; some write Korean into it as it is, and pictures hold any bytes."""
    try:
        return decoded(data)
    except InputError:
        return data.decode("latin-1")
