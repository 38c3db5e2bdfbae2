"""Whether certainties can be trusted: of the meetings said to be so sure, how many are right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

# Borders of the bands; a certainty lies in the band that begins at or below it.
BORDERS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)


@dataclass(frozen=True, slots=True)
class Band:
    """The ``n`` meetings with a certainty from ``low`` up to ``high``: ``said`` is their mean certainty, ``right`` how many are right."""

    low: float
    high: float
    n: int
    said: float
    right: int

    @property
    def share(self) -> float:
        """The share that is right, 0–1; 0 where there is none."""
        return self.right / self.n if self.n else 0.0


def reliability(judged: Iterable[tuple[float, bool]]) -> tuple[Band, ...]:
    """The bands of (certainty, whether right); certainties below the lowest border count in the lowest band."""
    known = list(judged)
    bands = []
    for number, (low, high) in enumerate(pairwise(BORDERS)):
        first, last = number == 0, number == len(BORDERS) - 2
        inside = [(sure, right) for sure, right in known if (first or sure >= low) and (last or sure < high)]
        said = sum(sure for sure, _ in inside) / len(inside) if inside else 0.0
        bands.append(Band(low, high, len(inside), said, sum(right for _, right in inside)))
    return tuple(bands)
