"""The training texts that ship: sentences written for the name tagger, with the names marked in place.

A file ``training/*.txt`` holds short texts with a blank line between them; every line is a paragraph and a line that begins with ``#``
tells what the file is about. ``{최다온} <한들전자> 회장`` marks a person and an organisation. Everyone and everything in them is made up,
apart from names that are on everybody's lips (KBS, 두산, 쇼팽).

Within a text a form belongs to the longest name of its kind that it begins or ends (최, 다온 and 최다온), so that a copy of the text under
other names (``training.augmentation``) renames them together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files
from typing import NamedTuple

from graphing.errors import LexiconError
from graphing.extract.training.augmentation import Annotation

_MARK = re.compile(r"\{([^{}<>\n]+)\}|<([^{}<>\n]+)>")


class Annotated(NamedTuple):
    """A text with its marked names, offsets in characters of ``text``."""

    name: str
    text: str
    marks: tuple[Annotation, ...]


def shipped() -> Iterator[Annotated]:
    """The texts that ship, in the order of the files' names. Raises LexiconError where a mark is left open."""
    folder = files("graphing.extract").joinpath("training")
    for file in sorted((entry for entry in folder.iterdir() if entry.name.endswith(".txt")), key=lambda entry: entry.name):
        yield from read_marked(file.name.removesuffix(".txt"), file.read_text(encoding="utf-8"))


def read_marked(name: str, marked: str) -> Iterator[Annotated]:
    """The texts of a file with marks in place ("{최다온}은 <한들>의"). Raises LexiconError where a mark is left open."""
    lines = "\n".join(line for line in marked.split("\n") if not line.startswith("#"))
    for number, block in enumerate(filter(None, (block.strip("\n") for block in re.split(r"\n{2,}", lines)))):
        yield _plain(f"{name}#{number}", block)


def _plain(name: str, marked: str) -> Annotated:
    pieces: list[str] = []
    found: list[tuple[int, int, str, str]] = []
    position = length = 0
    for match in _MARK.finditer(marked):
        kind, form = ("P", match[1]) if match[1] else ("O", match[2])
        pieces += (marked[position : match.start()], form)
        length += match.start() - position
        found.append((length, length + len(form), kind, form))
        length += len(form)
        position = match.end()
    pieces.append(marked[position:])
    text = "".join(pieces)
    left = re.search(r"[{}<>]", text)
    if left:
        raise LexiconError(f"training text {name}: a mark is left open near {text[max(0, left.start() - 9) : left.end() + 9]!r}; close it")
    forms = {kind: sorted({form for _, _, of, form in found if of == kind}, key=lambda form: (-len(form), form)) for kind in "PO"}
    return Annotated(name, text, tuple(Annotation(start, end, kind, _whole(form, forms[kind])) for start, end, kind, form in found))


def _whole(form: str, forms: list[str]) -> str:
    """The longest of the forms that ``form`` begins or ends."""
    return next(longer for longer in forms if longer.startswith(form) or longer.endswith(form))
