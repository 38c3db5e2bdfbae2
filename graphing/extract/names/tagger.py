"""The name tagger: sentences in, guessed names out. A conditional random field over Kiwi's tokens, trained by ``training.names``."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import as_file, files
from typing import NamedTuple, Protocol

import pycrfsuite

from graphing.errors import LexiconError
from graphing.extract.names.tagger_evidence import Surroundings, gather
from graphing.extract.names.tagger_features import active, bundles
from graphing.extract.names.tagger_lexicons import listed_at
from graphing.extract.names.tagger_units import Unit, borders, units
from graphing.extract.names.tagger_weights import weights_of
from graphing.extract.names.tagger_words import Word, words
from graphing.model import MentionKind, Sentence, Span

MODEL = "names.model"
KINDS: dict[str, MentionKind] = {"P": "person", "O": "organization"}


class TitleLike(Protocol):
    """What the tagger uses of a title (``titles.Title``)."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def name(self) -> str: ...
    @property
    def organization(self) -> Span | None: ...


class Guess(NamedTuple):
    """A name as the tagger reads it: text[start:end], its kind, and the probability (0–1) of its least sure token."""

    start: int
    end: int
    kind: MentionKind
    probability: float


class Prepared(NamedTuple):
    """A sentence as the tagger takes it."""

    units: list[Unit]
    words: list[Word]


def prepare(text: str, sentences: Sequence[Sentence], titles: Sequence[TitleLike]) -> tuple[list[Prepared], Surroundings]:
    """The units and words of every sentence, and what the article tells about them."""
    around = Surroundings()
    pairs: list[tuple[int, int]] = []
    for title in titles:
        start = title.start if title.organization is None else max(title.start, title.organization.end)
        if start >= title.end:
            continue
        pairs.append((start, title.end))
        around.title_at[start] = title.end
        around.title_ends[title.end] = start
        around.title_names[start] = title.name
        if title.organization is not None:
            around.fused_ends.add(title.organization.end)
    cuts = borders(pairs)
    cut = [units(text, sentence, cuts) for sentence in sentences]
    prepared = [Prepared(of_sentence, words(of_sentence, around.title_at)) for of_sentence in cut if of_sentence]
    around.listed_at = listed_at(text, cut)
    gather(around, prepared)
    return prepared, around


def labels(cut: Sequence[Unit], names: dict[int, tuple[int, str]]) -> list[str]:
    """The label of every unit, for training: B, I, E (begins, goes on, ends) or S (alone) with P or O, and '-' outside names.

    ``names``: offset of a name's start → (offset of its end, 'P' or 'O').
    """
    given: list[str] = []
    end, kind = -1, ""
    for unit in cut:
        if unit.start >= end:
            if unit.start not in names:
                given.append("-")
                continue
            end, kind = names[unit.start]
            given.append(("S" if unit.end >= end else "B") + kind)
        else:
            given.append(("E" if unit.end >= end else "I") + kind)
    return given


def guesses(prepared: Sequence[Prepared], around: Surroundings, tagger: pycrfsuite.Tagger | None = None) -> list[Guess]:
    """The names that the tagger (by default the one that ships) reads in an article, in order and not overlapping."""
    tagger = tagger or model()
    weights = weights_of(tagger)
    carriers = weights.carriers
    looked_at = [
        (cut, chosen, bundles(cut, its_words, around, chosen)) for cut, its_words in prepared if (chosen := active(cut, its_words, around))
    ]
    found: list[Guess] = []
    for (cut, chosen, _), rows in zip(looked_at, weights.scores([bundled for _, _, bundled in looked_at]), strict=True):
        tagged = tagger.tag([dict(zip(carriers, row, strict=True)) for row in rows])
        start = -1
        for place, label in enumerate(tagged):
            if label == "-":
                continue
            if label[0] in "BS":
                start = place
            if label[0] in "ES" and start >= 0:
                sure = min(tagger.marginal(tagged[inner], inner) for inner in range(start, place + 1))
                found.append(Guess(cut[chosen[start]].start, cut[chosen[place]].end, KINDS[label[1]], sure))
                start = -1
    return found


@lru_cache(maxsize=1)
def model() -> pycrfsuite.Tagger:
    """The trained model that ships with Hoedong. Raises LexiconError where it is missing."""
    resource = files("graphing.extract").joinpath("models", MODEL)
    if not resource.is_file():
        raise LexiconError(f"no name model {MODEL!r}: expected it among Hoedong's data; reinstall or run graphing.extract.training.names")
    tagger = pycrfsuite.Tagger()
    with as_file(resource) as path:
        tagger.open(str(path))
    return tagger
