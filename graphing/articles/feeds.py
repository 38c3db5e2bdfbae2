"""RSS and Atom feeds, by feedparser: the entries of a feed that was fetched or stands in a file."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

from graphing.articles import fetch
from graphing.articles.readers import Problem, Settings
from graphing.articles.readers.days import KOREA
from graphing.articles.readers.pages import document as page
from graphing.articles.readers.pages import html_text
from graphing.errors import InputError
from graphing.model import Document

# What lxml refuses to write, and yet finds in what it reads.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
# So much text (characters) in an entry itself is the whole article, less a teaser.
WHOLE = 600


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a feed. ``text`` is what the feed itself holds of the article, often a teaser only."""

    link: str
    title: str | None
    published: date | None
    outlet: str | None
    text: str
    author: str | None = None


def entries(data: bytes, address: str) -> tuple[Entry, ...]:
    """The entries of a feed, in its order. Raises InputError where the bytes are none."""
    import feedparser  # noqa: PLC0415  (only where there is a feed)

    feed = feedparser.parse(data)
    if not feed.version:
        raise InputError("{address} is not an RSS or Atom feed; look for a link named RSS on the site", address=address)
    outlet = " ".join(str(feed.feed.get("title", "")).split()) or None
    return tuple(
        Entry(one.get("link", ""), _line(one, "title"), _day(one), outlet, _text(one), _line(one, "author")) for one in feed.entries
    )


def documents(
    feed: str, settings: Settings, known: Callable[[str], bool], get: Callable[..., Any] = fetch.get
) -> Iterator[Document | Problem]:
    """The articles of a feed's entries whose links are not ``known``; a page that cannot be fetched is a Problem with its link.

    The feed's date and name count where the page tells none. Raises InputError where the feed itself cannot be read.
    """
    data, _, address = get(feed, settings)
    for entry in entries(data, address):
        if not entry.link or known(entry.link):
            continue
        try:
            yield _document(entry, settings, get)
        except InputError as error:
            yield Problem(entry.link, None, error)


def _document(entry: Entry, settings: Settings, get: Callable[..., Any]) -> Document:
    if len(entry.text) >= WHOLE:
        text = entry.text if not entry.title or entry.text.startswith(entry.title) else f"{entry.title}\n\n{entry.text}"
        found = Document(entry.link, text, title=entry.title, url=entry.link)
    else:
        data, _, address = get(entry.link, settings)
        found = replace(page(entry.link, html_text(data), address), source=entry.link)
    if found.published is None and entry.published:
        found = replace(found, published=entry.published, published_from="feed")
    if found.outlet is None and entry.outlet:
        found = replace(found, outlet=entry.outlet, outlet_from="feed")
    return found if found.author or not entry.author else replace(found, author=entry.author)


def _line(entry: Any, name: str) -> str | None:
    return " ".join(str(entry.get(name, "")).split()) or None


def _day(entry: Any) -> date | None:
    # Korean feeds mean the day in Korea, and feedparser turns all times into UTC.
    told = entry.get("published_parsed") or entry.get("updated_parsed")
    return datetime.fromtimestamp(calendar.timegm(told), UTC).astimezone(KOREA).date() if told else None


def _text(entry: Any) -> str:
    """The longest text of an entry, without markup."""
    from lxml.html import fromstring  # noqa: PLC0415

    parts: Iterable[str] = [*(one.get("value", "") for one in entry.get("content", ())), entry.get("summary", "")]
    longest = max(parts, key=len, default="")
    if not longest.strip():
        return ""
    root = fromstring(f"<div>{longest}</div>")
    for tag in root.iter("p", "br", "div", "li"):
        tag.tail = "\n\n" + _CONTROL.sub(" ", tag.tail or "")
    return "\n\n".join(line for line in (" ".join(part.split()) for part in _CONTROL.sub(" ", root.text_content()).split("\n")) if line)
