"""What stands behind a link whose address has no ending that says so: by its first bytes, else by the media type it is sent with."""

from __future__ import annotations

import io
import json

from graphing.articles.readers.kinds import kind_of

_OFFICE, _OPEN = "application/vnd.openxmlformats-officedocument", "application/vnd.oasis.opendocument"
# Media type → the ending of a file of the kind, as IANA lists them and as Korean servers say them.
_ENDINGS = {
    "application/pdf": ".pdf",
    "application/x-pdf": ".pdf",
    f"{_OFFICE}.wordprocessingml.document": ".docx",
    f"{_OFFICE}.spreadsheetml.sheet": ".xlsx",
    "application/vnd.ms-excel.sheet.macroenabled.12": ".xlsm",
    "application/vnd.ms-excel.sheet.binary.macroenabled.12": ".xlsb",
    f"{_OPEN}.text": ".odt",
    f"{_OPEN}.spreadsheet": ".ods",
    "application/rtf": ".rtf",
    "text/rtf": ".rtf",
    "application/hwp+zip": ".hwpx",
    "application/vnd.hancom.hwpx": ".hwpx",
    "application/x-hwp": ".hwp",
    "application/haansofthwp": ".hwp",
    "application/vnd.hancom.hwp": ".hwp",
    # A workbook begins like one; what does not and is sent so is a table in text.
    "application/vnd.ms-excel": ".csv",
    "text/csv": ".csv",
    "application/csv": ".csv",
    "text/tab-separated-values": ".tsv",
    "application/json": ".jsonl",
    "application/jsonl": ".jsonl",
    "application/x-jsonlines": ".jsonl",
    "application/x-ndjson": ".jsonl",
    "message/rfc822": ".eml",
    "multipart/related": ".mhtml",
    "application/x-mimearchive": ".mhtml",
    "application/zip": ".zip",
    "application/x-zip-compressed": ".zip",
    "text/markdown": ".md",
    "text/plain": ".txt",
}
# How the older binary documents begin, and the names of parts that tell them apart.
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PARTS = {"HwpSummaryInformation": ".hwp", "Workbook": ".xls", "WordDocument": ".doc"}
# What a text tells of itself only by how it is sent.
_TOLD = ".txt"


def ending(media: str, data: bytes) -> str | None:
    """The ending that a file of this content, sent as ``media``, would have; None for a web page and for what nobody knows."""
    media = media.split(";", maxsplit=1)[0].strip().lower()
    content = _compound(data) or kind_of(_TOLD, io.BytesIO(data))
    if content == ".html":
        return None
    return _ENDINGS.get(media) if content == _TOLD else content


def in_lines(data: bytes) -> bytes:
    """The objects of a JSON text one a line, as records are read; what is no such text, or is so already, as it is."""
    try:
        told = json.loads(data)
    except (ValueError, RecursionError):
        return data
    return "\n".join(json.dumps(one, ensure_ascii=False) for one in (told if isinstance(told, list) else [told])).encode()


def _compound(data: bytes) -> str | None:
    if not data.startswith(_COMPOUND):
        return None
    return next((kind for name, kind in _PARTS.items() if name.encode("utf-16-le") in data), None)
