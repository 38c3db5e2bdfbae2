"""What stands below an article on a page that was copied whole: other headlines, rankings, comments.

It ends where the next article begins, or, in the midst of one, where its prose goes on.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from graphing.articles import residue
from graphing.articles.lines import Line, ends_sentence

# Prose of so many characters below such a heading is an article again: in the midst of one, behind its end, where more prose follows near.
LONGEST_SUMMARY, LONGEST_COMMENT, NEAR = 100, 50, 3
# A headline has at most so many lines.
LONGEST_HEADLINE = 3
_BETWEEN = frozenset(("byline", "stamp", "jump from", "kicker", "furniture"))


class Marked(Protocol):
    """A line with its kind."""

    @property
    def line(self) -> Line: ...
    @property
    def kind(self) -> str: ...
    @property
    def string(self) -> str: ...


def tails(signs: Sequence[Marked]) -> frozenset[int]:
    """The indexes of the lines that belong to no article: from a heading of comments or of a ranking on, or, below a copyright line, of
    related articles.
    """
    found: set[int] = set()
    told = ended = False
    heading = -1
    for index, sign in enumerate(signs):
        if heading >= 0:
            if not _is_article(signs, index, ended):
                continue
            first = _headline(signs, heading, index)
            found.update(range(heading, first))
            heading, ended, told = -1, False, True
        elif told and (residue.is_tail_heading(sign.string) or (ended and residue.is_part_heading(sign.string))):
            heading = index
        elif sign.kind == "copyright":
            ended = told
        elif sign.kind == "body":
            told, ended = True, False
    if heading >= 0:
        found.update(range(heading, len(signs)))
    return frozenset(found)


def _is_article(signs: Sequence[Marked], index: int, ended: bool) -> bool:
    """Whether the line is prose of an article, not of a comment or of the summary below a headline."""
    if not _is_prose(signs[index]) or residue.is_spoken_line(signs[index - 1].string):
        return False
    if not ended or len(signs[index].string) > LONGEST_SUMMARY:
        return True
    return any(_is_prose(sign) for sign in signs[index + 1 : index + 1 + NEAR])


def _is_prose(sign: Marked) -> bool:
    return sign.kind == "body" and len(sign.string) >= LONGEST_COMMENT and ends_sentence(sign.string)


def _headline(signs: Sequence[Marked], heading: int, prose: int) -> int:
    """Where the article whose prose begins at ``prose`` begins: at its headline, if one stands between."""
    last = prose - 1
    while last > heading and (signs[last].kind in _BETWEEN or residue.is_section(signs[last].string)):
        last -= 1
    first = last
    while last - first < LONGEST_HEADLINE - 1 and first - 1 > heading and not signs[first].line.apart and signs[first - 1].kind == "short":
        first -= 1
    if first <= heading or signs[last].kind != "short":
        return prose if last == prose - 1 else last + 1
    if signs[first].line.apart or signs[first - 1].kind != "short":
        # A list that no blank line parts from its heading, and that the prose is apart from, goes to the heading.
        listed = not any(sign.line.apart for sign in signs[heading + 1 : prose]) and signs[prose].line.apart and last == prose - 1
        return prose if listed else first
    return last if not signs[prose].line.apart or last < prose - 1 else prose
