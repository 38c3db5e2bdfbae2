"""A paragraph as HTML: what is named in it marked by kind. Article text reaches a page's HTML through here only, escaped."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from html import escape
from itertools import groupby, pairwise
from operator import itemgetter
from typing import Any, Literal, NamedTuple, TypeVar

MarkKind = Literal["person", "company", "agency", "place", "date", "cue"]
Reach = TypeVar("Reach", bound=tuple[Any, ...])
_BEGIN = itemgetter(0)
KINDS: tuple[MarkKind, ...] = ("person", "company", "agency", "place", "date", "cue")


class Mark(NamedTuple):
    """text[start:end] is one of ``KINDS``. Of a name ``bearer`` is the id of the stored entity that a click on it chooses (None: nobody),
    ``whose`` the name that an article gives its bearer, for who unmarks it there ('person:하도윤')."""

    start: int
    end: int
    kind: MarkKind
    bearer: int | None = None
    whose: str = ""


def highlight(text: str, start: int, end: int, marks: Iterable[Mark], telling: Iterable[tuple[int, int]] = ()) -> str:
    """text[start:end] as HTML: marks in ``<mark class=kind>``, the telling clauses in ``<span class=telling>``.

    A mark with a bearer is a button instead, of whose value the letter tells the kind and the number who it is. Of marks that overlap
    the longer wins (a place that begins with a company's name is a place), but a cue gives way to any other (where somebody added a
    meeting, its cue is the whole sentence). Marks and clauses may reach beyond the range; what lies outside is cut off. Everything is
    escaped.
    """
    parts: list[str] = []
    for tells, clause in groupby(pieces(text, start, end, marks, telling), key=lambda piece: piece.telling):
        html = "".join(_marked(piece) for piece in clause)
        parts.append(f'<span class="telling">{html}</span>' if tells else html)
    return "".join(parts)


class Piece(NamedTuple):
    """A stretch of text, the mark on it (None: none), and whether it stands in a telling clause."""

    text: str
    mark: Mark | None
    telling: bool


def pieces(text: str, start: int, end: int, marks: Iterable[Mark], telling: Iterable[tuple[int, int]] = ()) -> list[Piece]:
    """text[start:end] cut as ``highlight`` shows it, for a component that builds its own elements. Together they are the text."""
    chosen = _apart(marks, start, end)
    clauses = _joined((max(low, start), min(high, end)) for low, high in telling)
    cuts = sorted({start, end, *(at for one in chosen for at in one[:2]), *(at for clause in clauses for at in clause)})
    return [Piece(text[low:high], _over(chosen, low), _over(clauses, low) is not None) for low, high in pairwise(cuts)]


def by_stretch(stretches: Iterable[tuple[int, int]], ranges: Iterable[Reach]) -> list[list[Reach]]:
    """For each of these stretches of a text (in order, apart) the marks or clauses that reach into it, in the order given.

    What stands in one of a thousand paragraphs need not be looked at for the others.
    """
    cut = list(stretches)
    begins, ends = [begin for begin, _ in cut], [end for _, end in cut]
    found: list[list[Reach]] = [[] for _ in cut]
    for one in ranges:
        for number in range(bisect_right(ends, one[0]), bisect_left(begins, one[1])):
            found[number].append(one)
    return found


def _over(apart: Sequence[Reach], place: int) -> Reach | None:
    """Which of these ranges (in order, apart) holds the letter; None where none does."""
    before = bisect_right(apart, place, key=_BEGIN)
    return apart[before - 1] if before and place < apart[before - 1][1] else None


def _apart(marks: Iterable[Mark], start: int, end: int) -> list[Mark]:
    cut = dict.fromkeys(mark._replace(start=max(mark.start, start), end=min(mark.end, end)) for mark in marks)
    taken: list[Mark] = []
    for mark in sorted(cut, key=lambda mark: (mark.kind == "cue", mark.start - mark.end, mark.start, KINDS.index(mark.kind))):
        # What is taken stands in order and apart: only the two neighbours can be in the way.
        place = bisect_left(taken, mark.start, key=_BEGIN)
        free = (not place or taken[place - 1].end <= mark.start) and (place == len(taken) or mark.end <= taken[place].start)
        if mark.start < mark.end and free:
            taken.insert(place, mark)
    return taken


def _joined(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for low, high in sorted(span for span in ranges if span[0] < span[1]):
        if joined and low <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(high, joined[-1][1]))
        else:
            joined.append((low, high))
    return joined


def _marked(piece: Piece) -> str:
    text, mark = escape(piece.text), piece.mark
    if mark is None:
        return text
    if mark.bearer is None:
        return f'<mark class="{mark.kind}">{text}</mark>'
    # One element for both, as short as can be: a click sends a hundred of them.
    return f"<button value={mark.kind[0]}{mark.bearer}>{text}</button>"
