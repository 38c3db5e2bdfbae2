"""The lines of a document; lines that were broken at a fixed width are put together again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from graphing.articles.joints import joint
from graphing.articles.traced import Traced, chain

# Lines as wide as this (in columns; a Hangul syllable takes two) may be a screen's or an e-mail's width, wider ones not.
NARROWEST, WIDEST = 30, 170
FEWEST = 5

_SENTENCE_END = re.compile(r"[.?!…][”’\"')\]〉》」』]*$")
_LAST_LINE = re.compile(r"(?:기자|특파원|금지>?|@[\w.\-]*)$")
_OWN_LINE = re.compile(r"[▲△▼▽◆◇■□●○◎▶▷◀◁☞※·•\-―─–—/〈<\[(【]|\d{1,2}[.)] |[QA][.:] |[▶»]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the tidied document: ``text`` without blanks around, tidied[start:end]; ``apart``: a blank line stood before."""

    text: Traced
    start: int
    end: int
    apart: bool

    @property
    def string(self) -> str:
        return self.text.text


def lines_of(tidied: Traced) -> list[Line]:
    """The lines that are not blank, in order, hard-wrapped ones joined."""
    found: list[Line] = []
    apart = True
    position = 0
    for raw in tidied.text.split("\n"):
        stripped = raw.strip()
        if stripped:
            start = position + raw.index(stripped[0])
            end = start + len(stripped)
            found.append(Line(tidied.cut(start, end), start, end, apart))
            apart = False
        else:
            apart = True
        position += len(raw) + 1
    width = _wrap_width([line.string for line in found], [line.apart for line in found])
    return _unwrapped(found, width, tidied.text) if width else found


def ends_sentence(text: str) -> bool:
    """Whether the text ends as a sentence or a quotation does."""
    return bool(_SENTENCE_END.search(text[-12:])) or text.endswith(("”", '"', "’"))


def columns(text: str) -> int:
    """The width of a text in columns: wide characters (three bytes in UTF-8) take two."""
    return len(text) + (len(text.encode("utf-8", "replace")) - len(text)) // 2


def _wrap_width(texts: list[str], apart: list[bool]) -> int:
    """The width in columns at which the lines were broken, or 0 where they were not."""
    inner = [columns(text) for text, next_apart in zip(texts, apart[1:], strict=False) if not next_apart]
    if len(inner) < FEWEST:
        return 0
    width = sorted(inner)[len(inner) * 9 // 10]
    if not NARROWEST <= width <= WIDEST or max(inner) > width + 12:
        return 0
    full = [
        text
        for text, next_apart in zip(texts, apart[1:], strict=False)
        if not next_apart and columns(text) >= width - 14 and not _OWN_LINE.match(text)
    ]
    broken = sum(not ends_sentence(text) for text in full)
    return width if len(full) >= max(FEWEST, len(inner) * 0.6) and broken >= len(full) * 0.5 else 0


def _unwrapped(lines: list[Line], width: int, whole: str) -> list[Line]:
    widths = [columns(line.string) for line in lines]
    # Broken at blanks, the last word decides how wide a line is; broken anywhere, all full lines are of one width.
    full = [size for size, line in zip(widths, lines[1:], strict=False) if size >= width - 14 and not line.apart]
    anywhere = sum(size >= width - 2 for size in full) >= len(full) * 0.85
    joined: list[list[Line]] = []
    for block in _blocks(lines):
        # One to three lines without the end of a sentence are a headline and its deck: each stays a line.
        prose = len(block) > 3 or any(ends_sentence(line.string) and not line.string.endswith(("”", "’")) for line in block)
        for last, line in zip([None, *block], block, strict=False):
            if last and prose and _is_full(last.string, line.string, width):
                joined[-1].append(line)
            else:
                joined.append([line])
    # Where blanks were kept at some of the breaks, a break without one went through a word.
    breaks = [whole[last.end : line.start] for group in joined for last, line in pairwise(group)]
    kept = anywhere and sum(" " in gap for gap in breaks) * 10 >= len(breaks)
    return [_one(group, anywhere, kept, whole) for group in joined]


def _blocks(lines: list[Line]) -> list[list[Line]]:
    blocks: list[list[Line]] = []
    for line in lines:
        if line.apart or not blocks:
            blocks.append([])
        blocks[-1].append(line)
    return blocks


def _is_full(line: str, after: str, width: int) -> bool:
    """Whether a line ended because it was full, not because its paragraph did."""
    if _OWN_LINE.match(after) or _LAST_LINE.search(line[-40:]):
        return False
    size = columns(line)
    return size >= width - 14 or (not ends_sentence(line) and size + 1 + columns(after.split(" ", 1)[0]) > width)


def _one(group: list[Line], anywhere: bool, kept: bool, whole: str) -> Line:
    parts: list[Traced | str] = [group[0].text]
    for last, line in pairwise(group):
        blank = not anywhere or " " in whole[last.end : line.start]
        parts += [" " if blank else "" if kept else joint(last.string, line.string, whole), line.text]
    return Line(chain(parts), group[0].start, group[-1].end, group[0].apart)
