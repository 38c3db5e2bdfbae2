"""E-mails (.eml): the article in their body, and the files that hang on them."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from datetime import date
from email import policy
from email.errors import MessageError
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parsedate_to_datetime
from pathlib import PurePath

from graphing.articles.readers.archives import Read
from graphing.articles.readers.base import File, Problem, Settings, content
from graphing.articles.readers.encodings import decoded_as, lines
from graphing.articles.readers.pages import document as page
from graphing.errors import InputError
from graphing.model import Document

# A shorter text in the body (characters) is a covering note where a file hangs on the e-mail.
SHORTEST = 200


def mail(file: File, settings: Settings, read: Read, readable: Callable[[str], bool]) -> Iterator[Document | Problem]:
    """The body of an e-mail, its subject first, dated by its head; then what is attached, by the readers of each.

    The date is the day of the sender's clock. Raises InputError where it is no e-mail or holds nothing to read.
    """
    data = content(file, settings.limits)
    try:
        message = BytesParser(policy=policy.default).parsebytes(data)
    except (MessageError, ValueError) as error:
        raise InputError("is no e-mail that can be read ({error}); save it again as .eml", error=error) from None
    if not isinstance(message, EmailMessage) or not (message["from"] or message["subject"] or message["date"]):
        raise InputError("is no e-mail: it has no head (From, Subject, Date); if it is plain text, name it .txt")
    attached = [part for part in message.iter_attachments() if readable(part.get_filename() or "")]
    subject = " ".join(str(message["subject"] or "").split())
    body = _body(message, file.name)
    if body and (len(body) >= SHORTEST or not attached):
        text = body if not subject or body.lstrip().startswith(subject) else f"{subject}\n\n{body}"
        published = _day(message)
        yield Document(file.name, text, published, subject or None, published_from="mail" if published else None)
    elif not attached:
        raise InputError("holds no text and no file that is read; if the text is a picture, turn it into text first")
    for part in attached:
        name = PurePath(part.get_filename() or "").name
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes):
            yield from read(File(f"{file.name}/{name}", io.BytesIO(payload)), settings, None)


def _body(message: EmailMessage, name: str) -> str:
    part = message.get_body(preferencelist=("plain", "html"))
    payload = part.get_payload(decode=True) if part is not None else None
    if part is None or not isinstance(payload, bytes) or not payload.strip():
        return ""
    text = decoded_as(payload, part.get_content_charset() or "")
    if part.get_content_subtype() != "html":
        return lines(text)
    try:
        return page(name, text).text
    except InputError:
        return ""


def _day(message: EmailMessage) -> date | None:
    try:
        return parsedate_to_datetime(str(message["date"])).date()
    except (TypeError, ValueError, IndexError):
        return None
