"""Bytes become text: UTF-8, UTF-16 with or without its mark, and CP949, which holds EUC-KR."""

from __future__ import annotations

import codecs
import re

from graphing.errors import InputError

_CONTROLS = bytes(code for code in range(0x20) if code not in b"\t\n\v\f\r\x1a\x1b")
_COMMON = re.compile(r"[가-힣ㄱ-ㅎA-Za-z0-9 .,\n\r\t]")
# Names for CP949 that pages and e-mails use; what calls itself EUC-KR is often CP949, which holds it.
_KOREAN = frozenset(("ks_c_5601-1987", "ksc5601", "x-windows-949", "euc-kr", "windows-949", "ms949"))
# How much of a text (bytes) tells in which order UTF-16 without a mark has its bytes.
_PROBE = 4_096


def decoded(data: bytes) -> str:
    """The text in these bytes. Raises InputError where they are none.

    A mark at the start decides; then UTF-8, UTF-16 and CP949 are tried in this order. A UTF-8 mark stays the first character, so
    that offsets are those of ``open(…, encoding="utf-8")``.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError:
            raise InputError("it starts as UTF-16 text but is cut off; save it again as UTF-8") from None
    # Text has next to no control characters; CP949 alone would pass much that is none.
    if len(data) - len(data.translate(None, _CONTROLS)) <= len(data) // 500:
        for encoding in ("utf-8", "cp949"):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                continue
    elif unmarked := _utf16(data):
        return unmarked
    raise InputError("it looks binary and is not text in UTF-8, UTF-16 or CP949 (EUC-KR); save it as UTF-8 text")


def decoded_as(data: bytes, encoding: str) -> str:
    """The text in these bytes, in the encoding that is named beside them ('' where none is), else in one that fits. Raises InputError."""
    name = encoding.lower()
    if name:
        try:
            return data.decode("cp949" if name in _KOREAN else name)
        except (LookupError, ValueError):  # none that Python knows, or not that of these bytes
            pass
    return decoded(data)


def lines(text: str) -> str:
    """The text with '\\n' for every kind of line end, as ``open(…).read()`` has it."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _utf16(data: bytes) -> str | None:
    """The text of UTF-16 without a mark: read in one of the two orders it is Korean or English, read in the other next to nothing is."""
    if len(data) % 2 or len(data) < 8:
        return None
    for encoding in ("utf-16-le", "utf-16-be"):
        start = data[:_PROBE].decode(encoding, "replace")
        if len(_COMMON.findall(start)) < len(start) * 0.8:
            continue
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if "\0" in text else text
    return None
