"""A page saved from a news site: its headline, text, date, outlet, author and canonical link, by trafilatura."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from graphing.articles.readers.base import File, Settings, content
from graphing.articles.readers.encodings import decoded_as
from graphing.articles.readers.markup import prepared
from graphing.errors import InputError
from graphing.model import Document

_CHARSET = re.compile(rb"""(?i)<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)""")
_TAG = re.compile(r"<[a-zA-Z!/]")
_AUTHORS = frozenset(("author", "byl", "article:author", "og:article:author", "dable:author"))


def saved_page(file: File, settings: Settings) -> Iterator[Document]:
    """The article of an HTML file. Raises InputError where it holds none."""
    yield document(file.name, html_text(content(file, settings.limits)))


def html_text(data: bytes) -> str:
    """The markup in these bytes, in the encoding that it names itself, else in one that fits. Raises InputError."""
    named = _CHARSET.search(data[:4_096])
    return decoded_as(data, named[1].decode("ascii") if named else "")


def document(name: str, html: str, url: str | None = None) -> Document:
    """The article of a web page, its headline first. ``url`` is where it was fetched from, if it was; the page's own link wins.

    A date counts only where the page's markup says that it is the publication's. Raises InputError where there is no article.
    """
    if not _TAG.search(html):
        raise InputError("is no web page: it holds no HTML; if it is plain text, name it .txt")
    found = _extracted(html, url)
    body = (found.text or "").strip() if found else ""
    if not found or not body:
        raise InputError("no article text was found in this web page; copy the text and paste it, or save it as .txt")
    title = " ".join((found.title or "").split()) or None
    outlet = _outlet(found.sitename, found.hostname) or _publisher(html)
    published = _day(found.date)
    paragraphs = [line.strip() for line in body.split("\n") if line.strip()]
    if title and title not in paragraphs[:2]:
        paragraphs.insert(0, title)
    return Document(
        name,
        "\n\n".join(paragraphs) + "\n",
        published,
        title,
        outlet,
        found.url or url,
        published_from="page" if published else None,
        outlet_from="page" if outlet else None,
        author=found.author or _author(html),
    )


def _extracted(html: str, url: str | None) -> Any:
    """What trafilatura finds. Its usual settings, on a page made ready, keep what a setting for more text does, and no menus."""
    from trafilatura import bare_extraction  # noqa: PLC0415  (costs a second: only where there is a web page)
    from trafilatura.utils import load_html  # noqa: PLC0415

    dates = {"extensive_search": False, "original_date": True, "outputformat": "%Y-%m-%d"}
    tree = load_html(html)
    if tree is None:
        return None
    return bare_extraction(
        prepared(tree), url=url, with_metadata=True, include_comments=False, include_tables=True, date_extraction_params=dates
    )


def _publisher(html: str) -> str | None:
    """Who publishes the page by its data for search engines (schema.org): trafilatura reads them only with their @context."""
    for script in _tree(html).iter("script"):
        if script.get("type") != "application/ld+json":
            continue
        try:
            told = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        graph = told.get("@graph", [told]) if isinstance(told, dict) else told
        for one in graph if isinstance(graph, list) else ():
            publisher = one.get("publisher") if isinstance(one, dict) else None
            name = publisher.get("name") if isinstance(publisher, dict) else None
            if isinstance(name, str) and name.strip():
                return " ".join(name.split())
    return None


def _tree(html: str) -> Any:
    from lxml.html import HTMLParser, fromstring  # noqa: PLC0415  (comes with trafilatura)

    return fromstring(html.encode("utf-8", "replace"), parser=HTMLParser(encoding="utf-8"))


def _author(html: str) -> str | None:
    """The author that the page's head names: trafilatura takes only names of several words, and 김다솔 is one."""
    for tag in _tree(html).iter("meta"):
        name = (tag.get("name") or tag.get("property") or "").lower()
        told = " ".join((tag.get("content") or "").split())
        if name in _AUTHORS and told and "/" not in told:
            return told
    return None


def _outlet(site: str | None, host: str | None) -> str | None:
    """The site's name; a bare host name tells no outlet."""
    name = " ".join((site or "").split()).lstrip("@")
    return name if name and name.lower() not in {(host or "").lower(), "www." + (host or "").lower()} else None


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None
