"""The name tagger's model, asked quickly: what a word's features weigh together is worked out once and kept, not looked up name by name.

CRFsuite looks up every feature of every unit as a string, which costs more than all the rest of tagging. A unit's score for a label is
only the sum of its features' weights, so the sums are made here, and CRFsuite gets each under a feature that speaks for that label
alone (its *carrier*), divided by the carrier's weight. Labels and probabilities are the same.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Hashable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import pycrfsuite
from numpy.typing import NDArray

from graphing.errors import LexiconError
from graphing.extract.names.tagger_features import END, NONE, OF_WORD, START, Bundles, of_form
from graphing.extract.names.tagger_words import Features

OUTSIDE = "-"
# Sums that are kept; above that all are forgotten, so that memory stays flat (about 30 MB).
KEPT = 50_000


class Weights:
    """What the features of one model weigh. ``carriers`` are the names under which a unit's scores reach CRFsuite."""

    def __init__(self, tagger: pycrfsuite.Tagger) -> None:
        by_feature: dict[str, dict[str, float]] = {}
        for feature, label, weight in state_features(tagger):
            by_feature.setdefault(feature, {})[label] = weight
        # A score counts against that for OUTSIDE: the same number taken from all labels of a unit changes nothing.
        labels = sorted(label for label in tagger.labels() if label != OUTSIDE)
        carriers = _carriers(by_feature, labels)
        self.carriers = tuple(carriers[label][0].encode() for label in labels)
        scale = np.array([carriers[label][1] for label in labels])
        table = np.array([weights.get(label, 0.0) for weights in by_feature.values() for label in (*labels, OUTSIDE)])
        table = table.reshape(len(by_feature), -1)
        self._rows = dict(zip(by_feature, (table[:, :-1] - table[:, -1:]) / scale, strict=True))
        self._nothing = np.zeros(len(labels))
        self._forms: dict[Hashable, bytes] = {}
        self._sums: dict[Hashable, bytes] = {}

    def scores(self, sentences: Sequence[Bundles]) -> Iterator[list[list[float]]]:
        """For every sentence, for every chosen unit, a score for each of the ``carriers``."""
        if not sentences:
            return
        forms: list[tuple[str, str] | None] = []
        places: list[int] = []
        of_units: list[Features] = []
        of_words: list[Features] = []
        word_of: list[int] = []
        for sentence in sentences:
            # Two nothings stand before and after every sentence, so that each unit has its neighbours two places on and back.
            first, first_word = len(forms) + 2, len(of_words) // OF_WORD
            forms += (None, BEFORE, *sentence.forms, AFTER, None)
            places += [first + place for place in sentence.chosen]
            of_units += sentence.of_units
            of_words += sentence.of_words
            word_of += [first_word + place for place in sentence.word_of]
        width = len(self.carriers)
        around = self._packed(self._forms, forms, self._form).reshape(-1, 5, width)
        at = np.array(places)
        rows = around[at, 0] + around[at - 1, 1] + around[at + 1, 2] + around[at - 2, 3] + around[at + 2, 4]
        rows += self._packed(self._sums, of_units, self._sum).reshape(-1, width)
        rows += self._packed(self._sums, of_words, self._sum).reshape(-1, OF_WORD, width).sum(axis=1)[word_of]
        listed = rows.tolist()
        done = 0
        for sentence in sentences:
            yield listed[done : done + len(sentence.chosen)]
            done += len(sentence.chosen)

    @staticmethod
    def _packed(sums: dict[Hashable, bytes], keys: Sequence[Hashable], work_out: Callable[[Any], bytes]) -> NDArray[np.float64]:
        """The sums of ``keys``, one after the other; those not known yet are worked out."""
        try:
            packed = b"".join([sums[key] for key in keys])
        except KeyError:
            if len(sums) > KEPT:
                sums.clear()
            for key in set(keys).difference(sums):
                sums[key] = work_out(key)
            packed = b"".join([sums[key] for key in keys])
        return np.frombuffer(packed)

    def _form(self, form: tuple[str, str] | None) -> bytes:
        """What a form (None: nothing) weighs for itself, the unit after it, before it, two after it and two before it."""
        if form is None:
            groups: Sequence[Features] = (NONE,) * 5
        elif form in (BEFORE, AFTER):
            groups = (NONE, START, NONE, NONE, NONE) if form == BEFORE else (NONE, NONE, END, NONE, NONE)
        else:
            groups = of_form(*form)
        return b"".join(map(self._sum, groups))

    def _sum(self, group: Features) -> bytes:
        total = self._nothing
        for feature in group:
            row = self._rows.get(feature)
            if row is not None:
                total = total + row
        return total.tobytes()


# A line of what CRFsuite tells of a model: '  (1) form=회장 --> B-P: 0.123456'.
_STATE_FEATURE = re.compile(r"^\s*\(\d+\) (.+) --> (.+): ([+-]?\d+\.\d+)", re.MULTILINE)


def state_features(tagger: pycrfsuite.Tagger) -> Iterator[tuple[str, str, float]]:
    """(feature, label, weight) of all that a model weighs. As its ``info()`` tells them, which reads line by line and takes ten times as
    long."""
    with tempfile.TemporaryDirectory() as folder:
        dump = Path(folder, "dump")
        tagger.dump(str(dump))
        told = dump.read_bytes().decode()
    for feature, label, weight in _STATE_FEATURE.findall(told, told.index("STATE_FEATURES = {")):
        yield feature, label, float(weight)


# Where a sentence begins and ends; no tag is empty.
BEFORE, AFTER = ("<", ""), (">", "")


def _carriers(by_feature: dict[str, dict[str, float]], labels: Sequence[str]) -> dict[str, tuple[str, float]]:
    """For every label the feature that speaks for it alone, the weightiest of these, with its weight."""
    best: dict[str, tuple[str, float]] = {}
    for feature, weights in by_feature.items():
        if len(weights) == 1:
            ((label, weight),) = weights.items()
            if abs(weight) > abs(best.get(label, ("", 0.0))[1]):
                best[label] = (feature, weight)
    for label in labels:
        if label not in best:
            raise LexiconError(f"the name model has no feature for the label {label!r} alone, expected one; train it on more texts")
    return best


@lru_cache(maxsize=4)
def weights_of(tagger: pycrfsuite.Tagger) -> Weights:
    """The weights of an open tagger. Raises LexiconError where the model is too small to have carriers."""
    return Weights(tagger)
