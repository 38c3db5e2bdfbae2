"""E-mails (.eml): the article in their body, and the files that hang on them."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from email import policy
from email.errors import MessageError
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parsedate_to_datetime
from mimetypes import guess_type
from pathlib import PurePath
from typing import Any

from graphing.articles.imprint import imprint
from graphing.articles.readers.archives import Read
from graphing.articles.readers.base import File, Problem, Settings, content, setting
from graphing.articles.readers.days import day_of
from graphing.articles.readers.encodings import decoded_as, lines
from graphing.articles.readers.forwarded import forwarded, is_note, own_subject, stands_in
from graphing.articles.readers.kinds import kind_of
from graphing.articles.readers.pages import document
from graphing.errors import InputError
from graphing.model import Document

# Plain text with less than this share of what the e-mail says in HTML is cut short.
STANDS_IN = 0.5
LETTER = ".eml"


def mail(file: File, settings: Settings, read: Read, readable: Callable[[str], bool]) -> Iterator[Document | Problem]:
    """The body of an e-mail, its subject first, dated by its head; then what is attached, by the readers of each.

    The date is the day of the sender's clock, of what was forwarded whole that of its first sender; what is attached has it too, where it
    says none. A covering note is left out where something hangs on it; a file of a kind that is not read is a Problem, save for pictures.

    Raises InputError where it is no e-mail or holds nothing to read.
    """
    data = content(file, settings.limits)
    try:
        message = BytesParser(policy=policy.default).parsebytes(data)
    except (MessageError, ValueError) as error:
        raise InputError("cannot be read as an e-mail ({error}); save it again as .eml", error=error) from None
    if not isinstance(message, EmailMessage) or not (message["from"] or message["subject"] or message["date"]):
        raise InputError("is not an e-mail: it has no headers (From, Subject, Date); if it is plain text, rename it to .txt")
    published = _day(message)
    parts = list(message.iter_attachments())
    attached = [(name, part) for part in parts if (name := _name(part)) and _is_read(name, part, readable)]
    subject = own_subject(" ".join(str(message["subject"] or "").split()))
    body, sent = _body(message, file.name)
    if body and not (attached and is_note(body)):
        text = body if not subject or body.lstrip().startswith(subject) else f"{subject}\n\n{body}"
        day = sent or published
        yield Document(file.name, text, day, subject or None, published_from="mail" if day else None)
    elif not attached:
        raise InputError(
            "contains no text and no file that can be read; if the text is a picture, run text recognition (OCR) on "
            "it first"
        )
    for name, part in attached:
        for found in _attached(File(f"{file.name}/{name}", io.BytesIO(_data(part))), settings, read):
            dated = isinstance(found, Document) and published and not imprint(found).published and not found.published
            yield replace(found, published=published, published_from="mail") if dated and isinstance(found, Document) else found
    for part in parts:
        if (name := _name(part)) and not _is_read(name, part, readable) and not _is_picture(part, name):
            # Which tells what to do with it.
            yield from read(File(f"{file.name}/{name}", io.BytesIO(_data(part))), settings, None)


def _attached(file: File, settings: Settings, read: Read) -> Iterator[Document | Problem]:
    """What is in an attached file. An e-mail in an e-mail counts as an archive in an archive."""
    if not file.name.endswith(LETTER):
        yield from read(file, settings, None)
    elif settings.depth >= settings.limits.zip_depth:
        why = InputError(
            "is nested more than {depth} archives deep; unpack it first, or raise {setting}",
            depth=settings.limits.zip_depth,
            setting=setting("zip_depth"),
        )
        yield Problem(file.name, None, why)
    else:
        yield from read(file, replace(settings, depth=settings.depth + 1), None)


def _is_read(name: str, part: EmailMessage, readable: Callable[[str], bool]) -> bool:
    """Whether a file is read: by its name, or as what it is, a page that is called .doc."""
    if readable(name) or _is_picture(part, name):
        return readable(name)
    kind = kind_of(PurePath(name).suffix.lower(), io.BytesIO(_data(part)))
    return readable(f"{name}{kind}")


def _is_picture(part: EmailMessage, name: str) -> bool:
    return part.get_content_maintype() == "image" or (guess_type(name)[0] or "").startswith("image/")


def _name(part: EmailMessage) -> str:
    """What an attachment is called; an e-mail that hangs on an e-mail may have no name."""
    name = PurePath(part.get_filename() or "").name
    if part.get_content_type() == "message/rfc822" and not name.lower().endswith(LETTER):
        name += LETTER if name else "message" + LETTER
    return name


def _data(part: EmailMessage) -> bytes:
    if part.get_content_type() == "message/rfc822":
        return b"".join(bytes(inner) for inner in part.iter_parts())
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _body(message: EmailMessage, name: str) -> tuple[str, date | None]:
    """The text of an e-mail, in plain text or in HTML: in whichever says (much) more; '' where there is none. And the day on which it was
    first sent, where it was forwarded."""
    plain = _text(message.get_body(preferencelist=("plain",)))
    html = _text(message.get_body(preferencelist=("html",)))
    try:
        page = forwarded(document(name, html).text) if html else ("", None)
    except InputError:
        page = "", None
    body = forwarded(lines(plain)) if plain.strip() else ("", None)
    return page if len(body[0]) < STANDS_IN * len(page[0]) or (page[0] and stands_in(body[0])) else body


def _text(part: Any) -> str:
    payload = part.get_payload(decode=True) if part is not None else None
    return decoded_as(payload, part.get_content_charset() or "") if isinstance(payload, bytes) else ""


def _day(message: EmailMessage) -> date | None:
    try:
        return day_of(parsedate_to_datetime(str(message["date"])))
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
