"""Captions of photographs and the credits that end them."""

from __future__ import annotations

import re
from functools import cache

from graphing.articles.bylines import byline_tail
from graphing.lexicon import table

# Captions are one to three sentences; a longer paragraph that ends in a credit is prose.
LONGEST = 400

_LABELLED = re.compile(
    r"(?:\[(?:사진|자료사진|Photo)[^\]\n]{0,20}\]|[(〈<]사진\s?(?:설명)?[^)〉>\n]{0,12}[)〉>]"
    r"|사진\s?(?:설명)?\s?[=:]|(?:Photo|Caption)\s?:)\s*"
)
_POINTED = re.compile(r"[▲▼◀▶◁▽△▷]\s?(?![^=]{0,25}=)")
_POSITION = re.compile(
    r"\((?:맨\s?)?(?:왼쪽|오른쪽|가운데|앞줄|뒷줄|뒤쪽|앞쪽|위쪽?|아래쪽?|좌측?|우측?|사진|left|right|center|centre)[^()\n]{0,15}\)"
    r"|(?:왼쪽|오른쪽|앞줄|뒷줄)(?:부터|은|는|에서)|from left"
)
_SENTENCE = re.compile(r"[가-힣]\.(?=\s|$)|[a-z)]\.(?=\s|$)")
_ONGOING = re.compile(r"고\s?있다\.?$")
_SCENE = re.compile(r"\d{1,2}일|에서|있는")
_CREDITS = (
    re.compile(r"\s*[\[(<〈]\s*(?:사진|자료|출처|Photo)[^\[\]()<>〈〉\n]{0,40}[\])>〉]$"),
    re.compile(r"\s*(?:/\s?)?사진(?:\s?제공)?\s?[=:/|ㅣ]\s?[^.\n]{1,30}$"),
    # What is left of a table cell that held photograph and caption.
    re.compile(r"\s*\|$"),
    re.compile(r"\s*[ⓒ©]\s?[가-힣A-Za-z0-9·& ]{2,20}$"),
    re.compile(r"(?<=[.)\]”’])\s*(?:\d{4}\.\d{1,2}\.\d{1,2}\.?\s*)?(?P<bare>(?:/\s?)?[\[(<]?[가-힣A-Za-z0-9·]{2,12}[\])>]?)$"),
)
_SLASHED = re.compile(r"(?<=[.)\]”’])\s*/\s?[가-힣A-Za-z0-9·&.]{2,14}(?: [가-힣A-Za-z0-9·&.]{1,10}){0,2}$")
_PROVIDED = re.compile(
    r"(?:(?<=[.)\]”’])|\s)\s*[\[(/]?\s?(?:사진\s?[=:]?\s?)?[가-힣A-Za-z0-9·&() ]{2,20}\s제공\s?[\])]?$"
    r"|\s사진\s?제공\s?[=:]?\s?\S{2,20}$"
)


@cache
def _sources() -> frozenset[str]:
    return frozenset(row["source"] for row in table("photo_sources"))


@cache
def _poses() -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(row["pose"].replace(" ", r"\s?") for row in table("poses")) + r")고\s?있다\.?$")


def credit_start(text: str) -> int:
    """Where the photo credit that ends a text begins; len(text) where none does.

    A provider ('한국은행 제공') is no credit here: it names a party of the news and stays in the text.
    """
    tail = text[-60:]
    if provided(text):
        return len(text)
    for shape in _CREDITS:
        match = shape.search(tail)
        if not match or (match.start() == 0 and len(text) <= 60):
            continue
        if "bare" in shape.groupindex and match["bare"].strip("/[]()<> ") not in _sources():
            continue
        return len(text) - len(tail) + match.start()
    return byline_tail(text)


def provided(text: str) -> bool:
    """Whether the text ends by saying who gave the picture."""
    if _SLASHED.search(text[-40:]):
        return text[text.rindex("/") + 1 :].strip() not in _sources() and byline_tail(text) == len(text)
    return bool(_PROVIDED.search(text[-40:]))


def is_credit(text: str) -> bool:
    """Whether a line is a photo credit and nothing else ('사진=공동취재단', '/뉴시스', '[연합뉴스]')."""
    if len(text) > 40:
        return False
    return text.strip("/[]()<>ⓒ ") in _sources() or bool(re.match(r"[\[(<]?사진(?:\s?제공)?\s?[=:|ㅣ]\s?[^.\n]{1,25}$", text))


def is_caption(text: str) -> bool:
    """Whether a paragraph describes a photograph."""
    if len(text) > LONGEST:
        return False
    credit = credit_start(text)
    bare = text[:credit].rstrip()
    sentences = len(_SENTENCE.findall(bare))
    if _LABELLED.match(text):
        return len(text) > 15 and (sentences > 0 or credit < len(text) or provided(text))
    if sentences > 3:
        return False
    credited = credit < len(text) or provided(text)
    ongoing = bool(_ONGOING.search(bare))
    if _POINTED.match(text) and not re.search(r"[▲▼◀▶△▷].*[▲▼◀▶△▷]", text):
        return credited or ongoing or (text[0] in "▼◀▶◁▲▷" and text.endswith(".") and (bool(_POSITION.search(text)) or text[0] in "◀▼▶"))
    scene = sentences == 1 and ongoing and bool(_SCENE.search(bare)) and bool(_poses().search(bare))
    if credited and (byline_tail(text) == len(text) or scene):
        return True
    if _POSITION.search(bare) and sentences <= 2 and (ongoing or not bare.endswith("다.")):
        return ongoing or (sentences == 1 and bare.endswith("."))
    if scene:
        return True
    return bare.startswith(("왼쪽부터 ", "왼쪽에서 ", "앞줄 왼쪽", "뒷줄 왼쪽")) and sentences <= 2
