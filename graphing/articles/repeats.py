"""Passages printed twice: a column breaks, and the next one begins with what the last one already told."""

from __future__ import annotations

# A repetition is sought among the last so many characters, and must be so long (blanks not counted).
REACH = 4_000
SHORTEST = 16


class Told:
    """The prose told so far, without blanks."""

    def __init__(self) -> None:
        self._text = ""

    def add(self, text: str) -> None:
        self._text = (self._text + _squeezed(text)[-REACH:])[-REACH:]

    def repeated(self, text: str) -> tuple[int, bool]:
        """How many characters of ``text``, from its start, were told before, and whether they reach the end of what was told.

        The number is 0, all, or up to where the telling broke off.
        """
        squeezed = _squeezed(text)
        if len(squeezed) < SHORTEST:
            return 0, False
        at = self._text.find(squeezed[:SHORTEST])
        if at < 0:
            return 0, False
        same = _shared(self._text[at : at + len(squeezed)], squeezed)
        last = at + same == len(self._text)
        if same == len(squeezed):
            return len(text), last
        return (_unsqueezed(text, same), True) if last else (0, False)


def _shared(left: str, right: str) -> int:
    """How many characters both begin with."""
    if right.startswith(left):
        return len(left)
    return next((index for index, (one, other) in enumerate(zip(left, right, strict=False)) if one != other), min(len(left), len(right)))


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _unsqueezed(text: str, count: int) -> int:
    """The position in ``text`` after its first ``count`` characters that are no blanks."""
    for position, letter in enumerate(text):
        if not letter.isspace():
            count -= 1
            if count == 0:
                return position + 1
    return len(text)
