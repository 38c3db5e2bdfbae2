"""What each line of a page is, told by its shape alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from graphing.articles import residue
from graphing.articles.bylines import byline_tail, is_byline
from graphing.articles.captions import is_caption, is_credit
from graphing.articles.lines import Line, ends_sentence
from graphing.articles.tails import tails

# short: a line that could be a headline or a subhead; item: a line of a list or table; kicker: '〈소프트뱅크 회장〉';
# related: the headline of another article; furniture: buttons, paths, end marks.
Kind = Literal[
    "body", "short", "subhead", "item", "kicker", "caption", "credit", "byline", "copyright",
    "jump from", "jump to", "page head", "stamp", "furniture", "related head", "related", "ticker",
]  # fmt: skip

# Longer lines (characters) are prose, even where they don't end as a sentence does.
LONGEST_HEADLINE = 90
LONGEST_ENGLISH_HEADLINE = 130

_KICKER = re.compile(r"[〈<《\[(【][^〈〉<>《》\[\]()【】]{1,30}[〉>》\])】](?:\s+[〈<《][^〈〉<>《》]{1,30}[〉>》])*$")
_SUBHEAD = re.compile(r"[◇◆■□●○◎▣▶▷◈★☆]\s?\S")
_ITEM = re.compile(r"[▲△▽▼▷▶☞·•\-–—※*＊○●]\s?\S|\d{1,2}[.)]\s|[①-⑳]")
_IN_LIST = re.compile(r"[▲△▽▷▶]\s?\S")
_QUESTION = re.compile(r"[―─–—\-]\s?\S.*[.?]$|[QA문답]\s?[.:]")
_PHOTO_TAG = re.compile(r"\[(?:포토|화보|사진|포토뉴스|그래픽|카드뉴스|영상)[^\]\n]{0,12}\]")
_LETTERS = re.compile(r"[가-힣\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class Sign:
    """A line and its kind; ``signed``: it ends with a byline (at which the article can end)."""

    line: Line
    kind: Kind
    signed: bool = False

    @property
    def string(self) -> str:
        return self.line.string


def signs_of(lines: list[Line]) -> list[Sign]:
    """The lines with their kinds."""
    found: list[Sign] = []
    listing = False
    for line in lines:
        text = line.string
        kind = kind_of(text)
        listing = listing and not line.apart and not text.endswith(("다.", "다.”")) and len(text) <= LONGEST_ENGLISH_HEADLINE
        if listing and kind in ("short", "item", "subhead"):
            kind = "related"
        elif kind == "related head":
            listing = True
        elif kind == "item" and found and found[-1].kind in ("related", "related head") and residue.is_item(text):
            kind = "related"
        signed = (kind == "byline" and _writes(text)) or (kind in ("body", "item", "ticker") and byline_tail(text) < len(text))
        found.append(Sign(line, kind, signed))
    outside = tails(found)
    return [Sign(sign.line, "furniture") if index in outside else sign for index, sign in enumerate(found)]


def kind_of(text: str) -> Kind:
    """The kind of one line."""
    if residue.is_copyright(text):
        return "copyright"
    way = residue.jump(text)
    if way:
        return "jump from" if way == "from" else "jump to"
    if residue.is_stamp(text):
        return "stamp"
    if residue.is_page_head(text):
        return "page head"
    if residue.is_related_head(text):
        return "related head"
    if residue.is_furniture(text):
        return "furniture"
    if residue.is_related(text):
        return "related"
    if is_credit(text):
        return "credit"
    if is_byline(_bare(text)):
        return "byline"
    if _KICKER.match(text):
        return "kicker"
    if is_caption(text[: residue.copyright_start(text)].rstrip() or text):
        return "caption"
    if residue.is_ticker(text):
        return "ticker"
    return _prose(text[: byline_tail(text)].rstrip())


def is_photo_headline(text: str) -> bool:
    """Whether a headline opens an article that is a photograph with its caption."""
    return bool(_PHOTO_TAG.match(text))


def _prose(text: str) -> Kind:
    finished = ends_sentence(text) and not text.endswith(("”", '"', "’", "…", "?", "!"))
    if text.startswith("#") and text.count("#") > 1:
        return "item"
    if _QUESTION.match(text):
        return "body"
    if _SUBHEAD.match(text) and len(text) <= 60 and not finished and len(_IN_LIST.findall(text)) < 2:
        return "subhead" if text[0] not in "▶▷" else "item"
    if (_ITEM.match(text) or _SUBHEAD.match(text)) and finished and len(text) > 40:
        return "body"
    if _ITEM.match(text) or _SUBHEAD.match(text) or (re.search(r"\S {3,}\S", text) and not finished and len(text) < 120):
        return "item"
    longest = LONGEST_HEADLINE if _LETTERS.search(text) else LONGEST_ENGLISH_HEADLINE
    if len(text) > longest or finished or "다. " in text or (text.startswith(("“", '"')) and _told(text)):
        return "body"
    return "short"


def _told(text: str) -> bool:
    """Whether quoted sentences make a paragraph: '“…했다. …한다.”'"""
    return bool(re.search(r"[가-힣a-z][.]\s?[”\"]$", text))


def _bare(text: str) -> str:
    """Without what stands after a byline: a copyright notice, an end mark."""
    bare = text[: residue.copyright_start(text)].rstrip()
    return bare[: residue.end_mark(bare)]


def _writes(text: str) -> bool:
    """Whether a byline names a writer; a photographer's alone ends no article."""
    return "사진" not in text or "기자" in text
