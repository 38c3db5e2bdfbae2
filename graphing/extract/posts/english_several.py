"""Posts that English sentences tell of several at once: the chiefs of Garam and Duru, Ok and Ma; Garam co-CEOs Ok and Ma."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graphing.extract.posts.pieces import Piece, Post
from graphing.extract.posts.titles import Title
from graphing.model import Span

if TYPE_CHECKING:
    from graphing.extract.posts.finding import Reader

_SEVERAL = (
    r"(?P<title>(?:co-|vice |deputy |executive )*(?:chairmen|chairwomen|chairs|presidents|chiefs|heads|leaders|CEOs|CFOs|chief executives"
    r"|founders|directors|governors|bosses|owners|spokesmen|commissioners|secretaries))"
)
# The chiefs of –, – and –, Ok and Ma.
_OF = re.compile(rf"\b{_SEVERAL} of (?:the )?$", re.IGNORECASE)
# Garam's co-CEOs, Ok and Ma.
_OWN = re.compile(rf"(?:['’]s?)? (?:(?:two|three|four|former|new|joint) )?{_SEVERAL},? ", re.IGNORECASE)
_JOINS = re.compile(r", (?:and )?(?:the )?| and (?:the )?")
_ONE = re.compile("(?<=ss)es$|(?<!s)s$")


def told_of_several(reader: Reader, place: int) -> dict[int, Post]:
    """The posts of the names of a list that begins at ``place``, each by its place; empty where none is told so."""
    items, text = reader.items, reader.text
    if not place or items[place - 1].kind != "O":
        return {}
    names, bodies = _row(reader, place, 1), _row(reader, place - 1, -1)
    if len(names) < 2:
        return {}
    gap = text[items[place - 1].end : items[place].start]
    own = _OWN.fullmatch(gap)
    of = _OF.search(text, max(0, items[bodies[-1]].start - 60), items[bodies[-1]].start) if gap == ", " else None
    if own is not None:
        return {at: _post(reader, own["title"], items[place - 1], items[at]) for at in names}
    if of is None or len(bodies) not in (1, len(names)):
        return {}
    employers = bodies[::-1] * (len(names) if len(bodies) == 1 else 1)
    return {at: _post(reader, of["title"], items[body], items[at]) for at, body in zip(names, employers, strict=True)}


def _row(reader: Reader, place: int, step: int) -> list[int]:
    """The places of the pieces of one kind that a list joins, from ``place`` on (``step`` 1) or back (-1)."""
    items, row = reader.items, [place]
    while 0 <= row[-1] + step < len(items) and items[row[-1] + step].kind == items[place].kind:
        left, right = sorted((items[row[-1]], items[row[-1] + step]), key=lambda piece: piece.start)
        if not _JOINS.fullmatch(reader.text[left.end : right.start]):
            break
        row.append(row[-1] + step)
    return row


def _post(reader: Reader, title: str, body: Piece, person: Piece) -> Post:
    stem = re.sub("men$", "man", title) if title.endswith("men") else _ONE.sub("", title)
    own = Title(person.start, person.start, stem, stem, rank=1, kind="executive")
    low, high = sorted((person, body), key=lambda piece: piece.start)
    return Post(own, body.index, False, Span(low.start, high.end), True, True)
