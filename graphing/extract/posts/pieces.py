"""People, organisations and titles of a text in one row, as ``posts`` reads them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from graphing.extract.posts.titles import Title
from graphing.model import Mention, Span


@dataclass(frozen=True, slots=True)
class Piece:
    """text[start:end]; ``index`` points into the mentions (P, O) or into ``Pieces.titles`` (T)."""

    start: int
    end: int
    kind: Literal["P", "O", "T"]
    index: int


@dataclass(frozen=True, slots=True)
class Post:
    """A title beside a name, with the index of the organisation's mention where the words name one.

    ``stated`` is False where only a possessor (우리은행의 손태승 전 회장) or a leading verb names the organisation.
    ``after`` is True where the title follows the name; ``given`` where a sentence only then gives it to a person known by another.
    """

    title: Title
    organization: int | None
    former: bool
    evidence: Span
    stated: bool = True
    after: bool = True
    given: bool = False


@dataclass(slots=True)
class Pieces:
    """``row`` in the order of the text; ``fused`` gives the organisation's mention that a title is written together with."""

    row: list[Piece] = field(default_factory=list)
    titles: list[Title] = field(default_factory=list)
    fused: dict[int, int] = field(default_factory=dict)


def arrange(text: str, mentions: Sequence[Mention], titles: Sequence[Title]) -> Pieces:
    """Mentions and titles in one row. Titles inside mentions are dropped, titles that overlap a person begin after the name.

    An organisation inside a title (우리은행 in 우리은행장) is no piece of its own.
    """
    pieces = Pieces()
    inside: set[int] = set()
    order = sorted(range(len(mentions)), key=lambda i: mentions[i].start)
    starts = [mentions[i].start for i in order]
    for found in titles:
        over = _overlapping(found, mentions, order, starts)
        title = _after_names(text, found, [i for i in over if mentions[i].kind == "person"], mentions)
        if title is None:
            continue
        over = [i for i in over if mentions[i].kind != "person" and mentions[i].end > title.start]
        if over:
            mention = mentions[over[-1]]
            if mention.end >= title.end:
                continue
            if mention.start == title.start and text[mention.end] == " ":
                title = replace(title, start=mention.end + 1, text=text[mention.end + 1 : title.end])
            else:
                pieces.fused[len(pieces.titles)] = over[-1]
                inside.add(over[-1])
                # 한가람그룹|회장, where 그룹회장 is a title: what the organisation's name has is none of it
                rest = text[mention.end : title.end].strip()
                name = rest if mention.start < title.start and len(rest) > 1 else title.name
                title = replace(title, start=min(title.start, mention.start), name=name)
        elif not title.certain and title.start and text[title.start - 1].isalnum():
            title = _whole_word(text, title, [mentions[i].end for i in order], starts)
        pieces.row.append(Piece(title.start, title.end, "T", len(pieces.titles)))
        pieces.titles.append(title)
    for i, mention in enumerate(mentions):
        if i not in inside:
            pieces.row.append(Piece(mention.start, mention.end, "P" if mention.kind == "person" else "O", i))
    pieces.row.sort(key=lambda piece: (piece.start, -piece.end))
    return pieces


def _overlapping(title: Title, mentions: Sequence[Mention], order: list[int], starts: list[int]) -> list[int]:
    over: list[int] = []
    for i in order[max(0, bisect_left(starts, title.start) - 2) :]:
        if mentions[i].start >= title.end:
            break
        if mentions[i].end > title.start:
            over.append(i)
    return over


def _after_names(text: str, title: Title, people: list[int], mentions: Sequence[Mention]) -> Title | None:
    """The part of the title that stands after the names it overlaps, or None where nothing is left."""
    if not people:
        return title
    last = max(mentions[i].end for i in people)
    rest = text[last : title.end].strip()
    if not rest:
        return None
    name = rest if title.start < last else title.name
    return replace(title, start=title.end - len(rest), text=rest, name=name, organization=None)


def _whole_word(text: str, title: Title, ends: list[int], starts: list[int]) -> Title:
    """투자총괄대표: the rest of the title's word, unless a mention stands there."""
    start = title.start
    while start and (text[start - 1].isalnum() or text[start - 1] in "·ㆍ&"):
        start -= 1
    place = bisect_left(starts, title.start) - 1
    if place >= 0 and ends[place] > start:
        return title
    whole = text[start : title.end]
    # 보건의료정책실장 is of a ministry, whoever 정책실장 is of
    bare = title.bare and not (title.text == "정책실장" and start < title.start)
    return replace(title, start=start, text=whole, name=whole, unit=True, certain=title.certain or title.kind == "executive", bare=bare)
