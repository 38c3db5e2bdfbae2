"""Guesses found by where they stand: a line of names holds thousands, and each new one is held only against those that it overlaps."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence

from graphing.extract.names.tagger import Guess

# Names are shorter than this (characters), so that each stands in one stretch or two.
_STRETCH = 64


def outside(guesses: Iterable[Guess], spans: Sequence[tuple[int, int]]) -> list[Guess]:
    """The guesses that overlap none of ``spans``, which stand in order and apart."""
    starts = [start for start, _ in spans]
    last = ((guess, bisect_left(starts, guess.end) - 1) for guess in guesses)
    return [guess for guess, at in last if at < 0 or spans[at][1] <= guess.start]


class Standing:
    """Guesses that come and go, in no order."""

    def __init__(self, guesses: Iterable[Guess]) -> None:
        self._count: dict[Guess, int] = {}
        self._within: dict[int, list[Guess]] = defaultdict(list)
        for guess in guesses:
            self.add(guess)

    def over(self, one: Guess) -> list[Guess]:
        """Those that overlap ``one``, each once."""
        near = dict.fromkeys(guess for stretch in _stretches(one) for guess in self._within.get(stretch, ()))
        return [guess for guess in near if guess.start < one.end and one.start < guess.end]

    def add(self, guess: Guess) -> None:
        """Take in a guess."""
        if guess in self._count:
            self._count[guess] += 1
            return
        self._count[guess] = 1
        for stretch in _stretches(guess):
            self._within[stretch].append(guess)

    def remove(self, guesses: Iterable[Guess]) -> None:
        """Leave out guesses that are here, however often."""
        for guess in guesses:
            if self._count.pop(guess, 0):
                for stretch in _stretches(guess):
                    self._within[stretch].remove(guess)

    def all(self) -> list[Guess]:
        """All of them, sorted."""
        return sorted(guess for guess, count in self._count.items() for _ in range(count))


def _stretches(guess: Guess) -> range:
    return range(guess.start // _STRETCH, (guess.end - 1) // _STRETCH + 1)
