"""Hangul documents (.hwp of version 5, .hwpx), by extract-hwp."""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Iterator
from pathlib import Path, PurePath

from graphing.articles.readers.archives import check_package
from graphing.articles.readers.base import File, Settings, content
from graphing.articles.readers.encodings import lines
from graphing.errors import InputError
from graphing.model import Document

# It complains to the root of all logs, and so to standard error, of what is also told by its answer; here it complains to this one.
_LOG = logging.getLogger("extract_hwp")
_LOG.addHandler(logging.NullHandler())
_LOG.propagate = False


def hangul_document(file: File, settings: Settings) -> Iterator[Document]:
    """The text of a Hangul document. Raises InputError where it is none, is protected, or holds no text."""
    from extract_hwp import (  # noqa: PLC0415  (only where there is one)
        HwpReadLimitError,
        extract_text_from_hwp5,
        extract_text_from_hwpx,
        is_hwp_file_password_protected,
    )

    _quieten()
    data = content(file, settings.limits)
    ending = ".hwpx" if data.startswith(b"PK") else ".hwp"
    if ending == ".hwpx":
        check_package(data, settings.limits)
    elif data.startswith(b"HWP Document File V"):
        raise InputError("was written by Hangul 3 or older; open it in a newer Hangul and save it as .hwpx")
    elif not data.startswith(b"\xd0\xcf\x11\xe0"):
        raise InputError(
            "is not a Hangul document, although its name ends in {suffix}; check where it comes from", suffix=PurePath(file.name).suffix
        )
    with tempfile.TemporaryDirectory(prefix="hoedong-") as folder:
        path = Path(folder, f"file{ending}")
        path.write_bytes(data)
        try:
            if is_hwp_file_password_protected(str(path)):
                raise InputError("is password-protected; save it again without a password")
            read = extract_text_from_hwpx if ending == ".hwpx" else extract_text_from_hwp5
            text = lines(str(read(str(path)))).strip()
        except HwpReadLimitError as error:
            raise InputError("unpacks to more than can be read ({error}); save its text as .txt", error=error) from None
    if not text:
        raise InputError("no text can be extracted from it: it is damaged, protected or empty; open it in Hangul and save it as .hwpx")
    yield Document(file.name, "\n\n".join(line.strip() for line in text.split("\n") if line.strip()) + "\n")


def _quieten() -> None:
    from extract_hwp import core, hwp5, hwpx, password  # noqa: PLC0415

    for module in (core, hwp5, hwpx, password):
        module.logging = _LOG
