"""A page saved from a news site: its headline, text, date, outlet, author and canonical link, by trafilatura."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from graphing.articles.readers.base import File, Settings, content
from graphing.articles.readers.days import day_of
from graphing.articles.readers.encodings import decoded_as
from graphing.articles.readers.markup import prepared
from graphing.errors import InputError
from graphing.lexicon import table
from graphing.model import Document

_CHARSET = re.compile(rb"""(?i)<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)""")
_TAG = re.compile(r"<[a-zA-Z!/]")
_AUTHORS = frozenset(("author", "byl", "article:author", "og:article:author", "dable:author"))
# Where portals say whose article it is, and when it came in.
_MEDIA, _PAPERS, _CAME = "article:media_name", ("og:article:author", "twitter:creator"), "og:regdate"
_ONLY_CELL = re.compile(r"\|\s?((?:[^|\\]|\\.)*)\|")
# What a page's head puts between several names.
_BETWEEN_NAMES = re.compile(r"\s*[|;]\s*")


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
        raise InputError("is not a web page: it contains no HTML; if it is plain text, rename it to .txt")
    found = _extracted(html, url)
    body = (found.text or "").strip() if found else ""
    if not found or not body:
        raise InputError("no article text was found in this web page; copy the text and paste it, or save it as .txt")
    title = " ".join((found.title or "").split()) or None
    tree = _tree(html)
    head = _head(tree)
    outlet = _outlet(found.sitename, found.hostname, head) or _publisher(tree)
    published = day_of(found.date or "") or day_of(head.get(_CAME, ""))
    paragraphs = [cell for line in body.split("\n") if (cell := _cell(line.strip()))]
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
        author=_people(found.author or "", outlet) or _author(head, outlet),
    )


def _extracted(html: str, url: str | None) -> Any:
    """What trafilatura finds. Its usual settings, on a page made ready, keep what a setting for more text does, and no menus."""
    from trafilatura import bare_extraction  # noqa: PLC0415  (costs a second: only where there is a web page)
    from trafilatura.utils import load_html  # noqa: PLC0415

    dates = {"extensive_search": False, "original_date": True, "outputformat": "%Y-%m-%dT%H:%M:%S%z"}
    tree = load_html(html)
    if tree is None:
        return None
    return bare_extraction(
        prepared(tree), url=url, with_metadata=True, include_comments=False, include_tables=True, date_extraction_params=dates
    )


def _cell(line: str) -> str:
    """A line of a table of one column, as older sites lay out their pages, is a paragraph as any other."""
    only = _ONLY_CELL.fullmatch(line)
    return only[1].replace("\\|", "|").strip() if only else line


def _publisher(tree: Any) -> str | None:
    """Who publishes the page by its data for search engines (schema.org): trafilatura reads them only with their @context."""
    for script in tree.iter("script"):
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
            if isinstance(name, str) and name.strip() and not _is_portal(name):
                return " ".join(name.split())
    return None


def _tree(html: str) -> Any:
    from lxml.html import HTMLParser, fromstring  # noqa: PLC0415  (comes with trafilatura)

    return fromstring(html.encode("utf-8", "replace"), parser=HTMLParser(encoding="utf-8"))


def _head(tree: Any) -> dict[str, str]:
    """What the page's head says of it: name in small letters → the first that is said."""
    told: dict[str, str] = {}
    for tag in tree.iter("meta"):
        value = " ".join((tag.get("content") or "").split())
        if value:
            told.setdefault((tag.get("name") or tag.get("property") or "").lower(), value)
    return told


def _author(head: dict[str, str], outlet: str | None) -> str | None:
    """The author that the page's head names: trafilatura takes only names of several words, and 김다솔 is one."""
    said = (value for name, value in head.items() if name in _AUTHORS and "/" not in value)
    return next(filter(None, (_people(one, outlet) for one in said)), None)


def _people(names: str, outlet: str | None) -> str | None:
    """The names without those of the outlet and of portals, which say there whose article it is."""
    kept = [one for one in _BETWEEN_NAMES.split(names) if one and one != outlet and not _is_portal(one)]
    return "; ".join(kept) or None


def _outlet(site: str | None, host: str | None, head: dict[str, str]) -> str | None:
    """The site's name; of a portal, whose article it shows. A bare host name tells no outlet."""
    if media := head.get(_MEDIA):
        return media
    name = " ".join((site or "").split()).lstrip("@")
    said = [_BETWEEN_NAMES.split(head.get(one, "")) for one in _PAPERS]
    if _is_portal(name) or any(_is_portal(one) for names in said for one in names):
        papers = (one for names in said for one in names if one and not one.startswith("@") and not _is_portal(one))
        return next(papers, None)
    domain = (host or "").lower()
    return name if name and not (domain and f".{name.lower()}".endswith(f".{domain}")) else None


@cache
def _portals() -> frozenset[str]:
    return frozenset(_letters(row["name"]) for row in table("portals"))


def _letters(name: str) -> str:
    return "".join(letter for letter in name if letter.isalpha()).casefold()


def _is_portal(name: str) -> bool:
    """Whether it is a site that shows the articles of many papers."""
    return _letters(name) in _portals()
