"""A web page that was saved as one file (.mhtml, .mht): the page in it, which is read as a saved one is."""

from __future__ import annotations

from collections.abc import Iterator
from email import policy
from email.errors import MessageError
from email.parser import BytesParser

from graphing.articles.readers.base import File, Settings, content
from graphing.articles.readers.encodings import decoded_as
from graphing.articles.readers.pages import document, html_text
from graphing.errors import InputError
from graphing.model import Document

_ADDRESSES = ("Snapshot-Content-Location", "Content-Location")
_SAFE = ("http://", "https://")


def snapshot(file: File, settings: Settings) -> Iterator[Document]:
    """The article of the first page in the file. Raises InputError where there is none."""
    try:
        message = BytesParser(policy=policy.default).parsebytes(content(file, settings.limits))
        page = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
        payload = page.get_payload(decode=True) if page is not None else None
    except (MessageError, ValueError) as error:
        raise InputError("cannot be read as a saved web page ({error}); save it again as .html", error=error) from None
    if page is None or not isinstance(payload, bytes):
        raise InputError("is not a web page: it contains no HTML; if it is plain text, rename it to .txt")
    charset = page.get_content_charset() or ""
    said = [str(one) for part in (message, page) for name in _ADDRESSES if (one := part[name])]
    address = next((one.strip() for one in said if one.strip().lower().startswith(_SAFE)), None)
    yield document(file.name, decoded_as(payload, charset) if charset else html_text(payload), address)
