"""Plain text and Markdown: one page a file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphing.articles.readers.base import File, Settings, content
from graphing.articles.readers.days import day_of
from graphing.articles.readers.encodings import decoded, lines
from graphing.model import Document

_FENCE = re.compile(r"(?m)\A---\n(.*?)\n(?:---|\.\.\.)\n", re.DOTALL)
_FIELD = re.compile(r"(?m)^([A-Za-z]+):[ \t]*[\"']?(?![\[{|>])(.+)$")
_FIELDS = {
    "title": ("title",),
    "published": ("published", "date", "pubdate"),
    "outlet": ("outlet", "publisher", "source", "press", "media"),
    "url": ("url", "link", "canonical"),
    "author": ("author", "byline"),
}
# No mark looks beyond the next one of its kind for its end: lines are long where a page is one line.
_TARGET = r"\((?:[^()\n]|\([^()\n]*\))*\)"
_LINKED = re.compile(rf"(?m)^[ ]{{0,3}}[-*+][ \t]+\[[^\]\n]+\]{_TARGET}[ \t]*$")
_HEAD = re.compile(r"(?m)^[ ]{0,3}#{1,6}[ \t]+(.*)$")
_UNDERLINE = re.compile(r"(?m)^(?=\S)(.+)\n(?:=+|-{3,})[ \t]*$")
_PICTURE = re.compile(rf"!\[([^\[\]\n]*)\]{_TARGET}")
_LINK = re.compile(rf"\[([^\[\]\n]+)\]{_TARGET}|<(?:https?|mailto):[^<>\n]*>")
_STRONG = re.compile(r"\*\*(?=\S)((?:[^*\n]|\*(?!\*))+)(?<=\S)\*\*|__(?=\S)((?:[^_\n]|_(?!_))+)(?<=\S)__")
_WEAK = re.compile(r"(?<![\w*])([*_])(?=\S)([^*_\n]+?)(?<=\S)\1(?![\w*])")
_QUOTED = re.compile(r"(?m)^[ ]{0,3}>[ ]?")
_RULE = re.compile(r"(?m)^[ ]{0,3}(?:[-*_][ \t]*){3,}$")


def plain(file: File, settings: Settings) -> Iterator[Document]:
    """The page in a text file; newlines become '\\n'. Raises InputError where it is no text."""
    yield Document(file.name, lines(decoded(content(file, settings.limits))))


def markdown(file: File, settings: Settings) -> Iterator[Document]:
    """The page in a Markdown file, without its marks and without items that are nothing but a link: those name other articles.

    Its first heading is the title, else what its front matter says, which also tells day, outlet and link. Raises InputError where it is
    no text.
    """
    raw = lines(decoded(content(file, settings.limits))).removeprefix("\ufeff")
    fence = _FENCE.match(raw)
    raw = raw[fence.end() :] if fence else raw
    heads = sorted([*_HEAD.finditer(raw), *_UNDERLINE.finditer(raw)], key=lambda match: match.start())
    title = unmarked(_heading(heads[0])).strip() if heads else ""
    told = {match[1].lower(): _value(match[2]) for match in _FIELD.finditer(fence[1])} if fence else {}
    said = {field: next(filter(None, map(told.get, names)), None) for field, names in _FIELDS.items()}
    day = day_of(said["published"] or "")
    yield Document(
        file.name,
        unmarked(_LINKED.sub("", raw)) or unmarked(raw),
        day,
        title or said["title"],
        said["outlet"],
        said["url"],
        published_from="record" if day else None,
        outlet_from="record" if said["outlet"] else None,
        author=said["author"],
    )


def unmarked(text: str) -> str:
    """Markdown text without the marks of headings, links, pictures, emphasis, quotations and rules."""
    text = _UNDERLINE.sub(r"\n\1\n", _HEAD.sub(lambda match: f"\n{_heading(match)}\n", text))
    text = _QUOTED.sub("", _RULE.sub("", text))
    text = _LINK.sub(lambda match: match[1] or "", _PICTURE.sub(r"\1", text))
    text = _WEAK.sub(r"\2", _STRONG.sub(lambda match: match[1] or match[2], text))
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n") + "\n" if text.strip() else ""


def _heading(match: re.Match[str]) -> str:
    """A heading's text, without the marks that may close it."""
    return match[1].rstrip(" \t").rstrip("#").rstrip(" \t")


def _value(said: str) -> str:
    """What front matter says of something, without the quotation mark that closes it."""
    value = said.rstrip(" \t")
    return value[:-1] if value.endswith(("'", '"')) else value
