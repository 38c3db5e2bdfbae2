"""Which meeting each cue of the training articles tells, as annotators said: ``training/tellings.tsv``.

The answers of an annotated article quote one telling of each meeting. All others (이 자리에서, 회동은 비공개로) would have to be guessed,
and a
model that is fitted on guesses learns them. So every cue was read once more and labelled. A line of the table holds the document, which
of its
articles (from 0), the character of the article at which the cue begins, and a label: numbers of the article's meetings, from 0, joined by
commas; ``-`` where the cue tells none; ``?`` where it tells one that the answers do not hold. ``~`` after a number: the clause gives that
meeting another status than it turned out to have (the plan that was told before it).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

from graphing.errors import LexiconError


@dataclass(frozen=True, slots=True)
class Label:
    """What a cue tells: ``meetings`` are numbers of the article's answers, ``otherwise`` those it gives another status than theirs;
    ``sure`` is False where the cue tells an encounter that the answers leave out."""

    meetings: frozenset[int] = frozenset()
    otherwise: frozenset[int] = frozenset()
    sure: bool = True


NOTHING = Label()

# (document, number of the article in it) → character at which a cue begins → label.
Labels = Mapping[tuple[str, int], Mapping[int, Label]]


def parse_label(words: str) -> Label:
    """``words`` as a label; raises ValueError where it is none."""
    if words in ("-", "?"):
        return Label(sure=words == "-")
    numbers = words.split(",")
    otherwise = frozenset(int(number[:-1]) for number in numbers if number.endswith("~"))
    return Label(frozenset(int(number.rstrip("~")) for number in numbers), otherwise)


def load_labels() -> Labels:
    """The labels that ship. Raises LexiconError, naming the line, where one is malformed."""
    found: dict[tuple[str, int], dict[int, Label]] = defaultdict(dict)
    table = files("graphing.extract").joinpath("training", "tellings.tsv").read_text(encoding="utf-8")
    for number, line in enumerate(table.splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        try:
            document, article, place, words = line.split("\t")
            found[document, int(article)][int(place)] = parse_label(words)
        except ValueError as error:
            raise LexiconError(
                f"tellings.tsv, line {number}: {line!r} is malformed ({error}); "
                "expected document, article, character and label, set apart by tabs"
            ) from error
    return found
