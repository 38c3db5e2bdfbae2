"""A logistic model over named features: small enough to ship as a text file, quick enough to run on every sentence."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import repeat

import numpy as np

from graphing.errors import LexiconError


@dataclass(frozen=True, slots=True)
class LogisticModel:
    """Weights by feature name; ``bias`` is the log-odds where no feature is known."""

    weights: dict[str, float]
    bias: float

    def log_odds(self, features: Iterable[str]) -> float:
        return self.bias + sum(map(self.weights.get, features, repeat(0.0)))

    def probability(self, features: Iterable[str]) -> float:
        """P(yes) in 0–1."""
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, self.log_odds(features)))))

    def dump(self) -> str:
        """The model as text: a line a feature, 'name<TAB>weight', the bias first."""
        lines = [f"\t{self.bias:.4f}", *(f"{name}\t{weight:.3f}" for name, weight in sorted(self.weights.items()) if abs(weight) >= 0.005)]
        return "\n".join(lines) + "\n"


def load_model(name: str) -> LogisticModel:
    """The model that ships as ``name``.model beside this file. Raises LexiconError where it is absent or malformed."""
    resource = files("graphing.extract").joinpath("models", f"{name}.model")
    weights: dict[str, float] = {}
    try:
        for line in resource.read_text(encoding="utf-8").splitlines():
            feature, _, weight = line.rpartition("\t")
            weights[feature] = float(weight)
        bias = weights.pop("")
    except (FileNotFoundError, ValueError, KeyError) as error:
        raise LexiconError(
            f"{name}.model is absent or malformed ({error}): expected lines of feature, tab, weight; reinstall Hoedong"
        ) from error
    return LogisticModel(weights, bias)


def train(rows: Sequence[Sequence[str]], labels: Sequence[bool], *, l2: float = 1.0, rarest: int = 3, rounds: int = 1000) -> LogisticModel:
    """Fit by gradient descent with momentum on the mean log-loss plus ``l2``/2n · |w|².

    Features seen in fewer than ``rarest`` rows are left out; without any rows everything is even (0.5).
    """
    if not rows:
        return LogisticModel({}, 0.0)
    counts: dict[str, int] = {}
    for row in rows:
        for feature in set(row):
            counts[feature] = counts.get(feature, 0) + 1
    index = {feature: i for i, feature in enumerate(sorted(f for f, n in counts.items() if n >= rarest))}
    # A row has some fifty of thousands of features: only those are kept, as pairs (row, feature).
    columns = [np.array(sorted({index[feature] for feature in row if feature in index}), dtype=np.int64) for row in rows]
    lengths = np.array([len(column) for column in columns])
    of_row, column = np.repeat(np.arange(len(rows)), lengths), np.concatenate(columns)
    target = np.asarray(labels, dtype=np.float64)
    weights = np.zeros(len(index))
    velocity = np.zeros_like(weights)
    bias = bias_velocity = 0.0
    # The loss is bounded by |x|²/4 in curvature, so this step is safe for every row.
    step = 3.0 / float(lengths.mean() + 1.0)
    for _ in range(rounds):
        odds = np.bincount(of_row, weights[column], minlength=len(rows)) + bias
        gap = 1.0 / (1.0 + np.exp(-odds)) - target
        slope = np.bincount(column, gap[of_row], minlength=len(weights))
        velocity = 0.9 * velocity - step * (slope / len(rows) + l2 / len(rows) * weights)
        bias_velocity = 0.9 * bias_velocity - step * float(gap.mean())
        weights = weights + velocity
        bias += bias_velocity
    return LogisticModel({feature: float(weights[i]) for feature, i in index.items()}, bias)
