"""Characters with places become text in reading order: lines, columns, paragraphs. Pure geometry; y grows downwards, units are the page's.

A page is cut where white runs through it, as *XY-cut* does (Nagy and Seth, 1984): above a headline; else between columns, from left to
right; else above and below the tallest band that falls into columns.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from graphing.articles.joints import joint
from graphing.articles.lines import ends_sentence

# In heights of a character: what parts two pieces of a line, two columns, two paragraphs; how far a first line is set in; how much
# shorter than its column a paragraph's last line is, and how much shorter one may be that breaks off: not all columns are set flush.
PIECE_GAP, COLUMN_GAP, PARAGRAPH_GAP, INDENT, SHORT, RAGGED = 1.6, 0.7, 0.75, 0.6, 1.6, 4.0
# Nor is it shorter by more than this share of the column.
RAGGED_SHARE = 0.3
# Letters of another size than this share of a line's are another text: a headline, a caption.
SAME_SIZE = 1.18
# How deep a page is cut at most.
DEEPEST = 40
# Letters so many times as large as most are a headline's.
HEADLINE = 1.5
# Where a file has blanks at the ends of lines (so many, and this share of all), a line without one ends within a word.
PARTED, PARTED_SHARE = 2, 0.04


class Glyph(NamedTuple):
    """A character and its box. ``made``: the file does not hold it, somebody has put it in (a blank at a line's end)."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    made: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one line; ``size`` is the height of its letters. ``parted``: the file has a blank behind it."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    parted: bool = False


def text_of(glyphs: Iterable[Glyph]) -> str:
    """The text of a page, a blank line between paragraphs."""
    found = pieces(glyphs)
    # Not with blanks: a word that is broken at a line's end would be spelt in two.
    near = "\n".join(piece.text for piece in found)
    parted = sum(piece.parted for piece in found)
    tells = parted >= max(PARTED, PARTED_SHARE * len(found))
    paragraphs: list[str] = []
    before: Piece | None = None
    for block in blocks(found):
        lines = _lines(block)
        edges: dict[float, tuple[float, float]] = {}
        for number, line in enumerate(lines):
            # A headline over a few lines is wider than their column.
            if line.size not in edges:
                column = [other for other in lines if _alike(line, other)]
                edges[line.size] = min(other.left for other in column), max(other.right for other in column)
            left, right = edges[line.size]
            if before is not None and _goes_on(before, line, number == 0, left):
                between = joint(paragraphs[-1], line.text, near) if not tells else " " if before.parted else ""
                paragraphs[-1] += between + line.text
            else:
                paragraphs.append(line.text)
            # A line that ends before its column does is a paragraph's last.
            white, most = right - line.right, min(RAGGED * line.size, RAGGED_SHARE * (right - left))
            before = line if white < SHORT * line.size or (white < most and not ends_sentence(line.text)) else None
    return "\n\n".join(paragraphs)


def pieces(glyphs: Iterable[Glyph]) -> list[Piece]:
    """The stretches of lines, in the order of the file: what follows on the same line without a wide gap."""
    found: list[Piece] = []
    run: list[Glyph] = []
    blank = real = False
    for glyph in glyphs:
        if glyph.text.isspace() or not glyph.text.isprintable():
            blank, real = True, real or not glyph.made
            continue
        if run and not _follows(run[-1], glyph):
            found.append(_piece(run, real))
            run, blank = [], False
        if blank and run:
            run.append(Glyph(" ", run[-1].right, run[-1].top, glyph.left, run[-1].bottom))
        run.append(glyph)
        blank = real = False
    if run:
        found.append(_piece(run, real))
    return [piece for piece in found if piece.text]


def blocks(found: Sequence[Piece]) -> list[list[Piece]]:
    """The pieces in reading order, by columns."""
    return _cut(list(found), DEEPEST) if found else []


def _follows(last: Glyph, glyph: Glyph) -> bool:
    size = max(last.bottom - last.top, glyph.bottom - glyph.top)
    level = min(last.bottom, glyph.bottom) - max(last.top, glyph.top) > 0.5 * min(last.bottom - last.top, glyph.bottom - glyph.top)
    return level and -size < glyph.left - last.right < PIECE_GAP * size


def _piece(run: list[Glyph], parted: bool) -> Piece:
    inked = [glyph for glyph in run if glyph.text != " "]
    return Piece(
        "".join(glyph.text for glyph in run).strip(),
        min(glyph.left for glyph in inked),
        min(glyph.top for glyph in inked),
        max(glyph.right for glyph in inked),
        max(glyph.bottom for glyph in inked),
        median(glyph.bottom - glyph.top for glyph in inked),
        parted,
    )


def _cut(found: list[Piece], depth: int) -> list[list[Piece]]:
    if len(found) < 2 or depth == 0:
        return [found] if found else []
    rows = _rows(found)
    cuts: tuple[list[Piece], ...] | None = _above_headline(rows)
    if cuts is None and (gutter := _gutter(found)) is not None:
        cuts = [piece for piece in found if piece.right <= gutter], [piece for piece in found if piece.right > gutter]
    if cuts is None and (band := _band(rows)) is not None:
        first, last = band
        cuts = _flat(rows[:first]), _flat(rows[first:last]), _flat(rows[last:])
    if cuts is None:
        return [found]
    return [block for part in cuts for block in _cut(part, depth - 1)]


def _rows(found: list[Piece]) -> list[list[Piece]]:
    """The pieces between which white runs from left to right, from top to bottom."""
    rows: list[list[Piece]] = []
    bottom = float("-inf")
    for piece in sorted(found, key=lambda piece: piece.top):
        if piece.top >= bottom - 0.15 * piece.size:
            rows.append([])
        rows[-1].append(piece)
        bottom = max(bottom, piece.bottom)
    return rows


def _flat(rows: list[list[Piece]]) -> list[Piece]:
    return [piece for row in rows for piece in row]


def _above_headline(rows: list[list[Piece]]) -> tuple[list[Piece], list[Piece]] | None:
    """The rows above and below the first white above a headline: letters much larger than most, under text as small as most."""
    usual = median(piece.size for row in rows for piece in row)
    for number, (before, row) in enumerate(pairwise(rows), 1):
        white = min(piece.top for piece in row) - max(piece.bottom for piece in before)
        if max(piece.size for piece in row) >= HEADLINE * usual >= HEADLINE / SAME_SIZE * before[-1].size and white >= 0.5 * usual:
            return _flat(rows[:number]), _flat(rows[number:])
    return None


def _band(rows: list[list[Piece]]) -> tuple[int, int] | None:
    """First row and row after the last of the tallest band that falls into columns."""
    best, tallest = None, 0.0
    last = 0
    for first in range(len(rows)):
        last = max(last, first + 1)
        while last < len(rows) and _gutter(_flat(rows[first : last + 1]), lines=1) is not None:
            last += 1
        band = _flat(rows[first:last])
        height = max(piece.bottom for piece in band) - min(piece.top for piece in band)
        if height > tallest and last - first < len(rows) and _gutter(band) is not None:
            best, tallest = (first, last), height
    return best


def _gutter(found: list[Piece], lines: int = 2) -> float | None:
    """Where white runs from top to bottom between two columns: the widest such place. Each side must hold so many lines."""
    ordered = sorted(found, key=lambda piece: piece.left)
    best, widest = None, COLUMN_GAP * median(piece.size for piece in found)
    right = ordered[0].right
    for number, piece in enumerate(ordered[1:], 1):
        gap = piece.left - right
        if gap > widest and (lines < 2 or (_two_lines(ordered[:number]) and _two_lines(ordered[number:]))):
            best, widest = right + gap / 2, gap
        right = max(right, piece.right)
    return best


def _two_lines(found: Sequence[Piece]) -> bool:
    """Whether the pieces stand on more than one line."""
    first = found[0]
    return any(piece.top > first.bottom - 0.3 * first.size or piece.bottom < first.top + 0.3 * first.size for piece in found)


def _lines(block: list[Piece]) -> list[Piece]:
    """The lines of a block from top to bottom, pieces on one level put together."""
    lines: list[list[Piece]] = []
    for piece in sorted(block, key=lambda piece: (piece.top + piece.bottom, piece.left)):
        last = lines[-1][-1] if lines else None
        if last and min(last.bottom, piece.bottom) - max(last.top, piece.top) > 0.5 * min(last.size, piece.size):
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return [_joined(sorted(line, key=lambda piece: piece.left)) for line in lines]


def _joined(line: list[Piece]) -> Piece:
    text = "  ".join(piece.text for piece in line)
    left, right = line[0].left, max(piece.right for piece in line)
    top, bottom = min(piece.top for piece in line), max(piece.bottom for piece in line)
    return Piece(text, left, top, right, bottom, max(piece.size for piece in line), line[-1].parted)


def _alike(one: Piece, other: Piece) -> bool:
    """Whether the letters of two pieces are of one size: those of a headline or caption are not."""
    return max(one.size, other.size) <= SAME_SIZE * min(one.size, other.size)


def _goes_on(before: Piece, line: Piece, first: bool, left: float) -> bool:
    """Whether a line goes on with the paragraph of the line before, which reached the end of its column."""
    if not _alike(before, line) or line.left > left + INDENT * line.size:
        return False
    if first:  # in the next column: a sentence that is not over goes on there
        return not ends_sentence(before.text)
    return line.top - before.bottom < PARAGRAPH_GAP * line.size
