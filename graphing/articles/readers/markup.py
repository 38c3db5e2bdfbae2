"""The markup of a saved page, made ready for trafilatura: without other articles and comments, its bare text in paragraphs."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from graphing.articles.residue import is_part_heading
from graphing.lexicon import table

# What stands within a line; everything else ends one.
_INLINE = frozenset(("a", "abbr", "b", "big", "em", "font", "i", "mark", "s", "small", "span", "strong", "sub", "sup", "u"))
_HOLDERS = ("article", "section", "main", "div")
_HEADINGS = ("h2", "h3", "h4", "h5", "h6", "dt")
# A part of a page that holds one of these holds the article, whatever it is called.
_ARTICLE = "descendant-or-self::*[self::body or self::article or self::main or self::h1 or @itemprop='articleBody']"
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|\d+")


@cache
def _names() -> frozenset[str]:
    return frozenset(row["word"] for row in table("page_parts") if row["where"] == "class")


def prepared(tree: Any) -> Any:
    """The tree (lxml) of a page, changed: parts with other articles, rankings and comments are gone, and the text that stands bare in an
    element, or between line breaks, is in paragraphs of its own. Trafilatura drops some of it (in an <article> all before the first <br>).
    """
    left, gone = _undivided(tree), set()
    for element in [*tree.iter(*_HOLDERS, "ul", "ol", "dl", "aside", "nav", "p", "span")]:
        if not _is_other(element) or element.xpath(_ARTICLE) or any(up in gone for up in element.iterancestors()):
            continue
        told = 0 if left is None else len(_told(element))
        if left is None or 2 * told < left:
            _dropped(element)
            gone.add(element)
            left = None if left is None else left - told
    for element in tree.iter(*_HOLDERS):
        if _is_bare(element):
            _wrapped(element)
    return tree


def _is_other(element: Any) -> bool:
    """Whether an element is, by its class, its id or its first heading, a part of the page with other articles or what readers say."""
    words = {word.lower() for word in _WORD.findall(f"{element.get('class', '')} {element.get('id', '')}")}
    if words & _names():
        return True
    first = element[0] if len(element) and not (element.text or "").strip() else None
    return first is not None and first.tag in _HEADINGS and is_part_heading(_told(first))


def _undivided(tree: Any) -> int | None:
    """How many letters a page holds that does not say which part is its article: of it no half is taken for something else; else None."""
    body = tree.find(".//body")
    if body is None or body.xpath("descendant::*[self::article or self::main or self::h1 or @itemprop='articleBody']"):
        return None
    return len(_told(body))


def _dropped(element: Any) -> None:
    """Takes an element out of its page; what stands behind it stays."""
    parent = element.getparent()
    if parent is None:
        return
    before, tail = element.getprevious(), element.tail or ""
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(element)


def _is_bare(element: Any) -> bool:
    """Whether text stands in the element without a paragraph: by itself in an <article>, between line breaks elsewhere."""
    bare = (element.text or "").strip() or any((child.tail or "").strip() for child in element)
    return bool(bare) and (element.tag != "div" or element.find("br") is not None)


def _wrapped(element: Any) -> None:
    """Puts the runs of bare text and of what stands within lines into paragraphs; a line break ends one."""
    children = list(element)
    text, element.text = element.text or "", None
    for child in children:
        element.remove(child)
    paragraph: Any = None

    def say(words: str) -> None:
        nonlocal paragraph
        if paragraph is None:
            if not words.strip():
                return
            paragraph = element.makeelement("p")
            element.append(paragraph)
        if len(paragraph):
            paragraph[-1].tail = (paragraph[-1].tail or "") + words
        else:
            paragraph.text = (paragraph.text or "") + words

    say(text)
    for child in children:
        tail, child.tail = child.tail or "", None
        if child.tag == "br":
            paragraph = None
        elif child.tag in _INLINE and not any(inner.tag not in _INLINE for inner in child.iterdescendants()):
            if paragraph is None:
                paragraph = element.makeelement("p")
                element.append(paragraph)
            paragraph.append(child)
        else:
            paragraph = None
            element.append(child)
        say(tail)


def _told(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())
