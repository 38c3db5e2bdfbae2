"""Whether two articles are one text: a wire story that several outlets print, cut and titled anew.

MinHash (Broder, 1997) by rensa: bands of a text's signature find candidates, the share of common pieces decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from typing import Any

# Pieces of so many characters without blanks and marks; Korean words are short, and particles differ more than the rest.
SHINGLE = 6
# Bands × rows = the numbers of a signature. Two texts that share half of their pieces meet in some band in 9 of 10 cases, those that
# share three quarters practically always.
BANDS, ROWS = 32, 4
# From this share of common pieces on (of the shorter text's), two articles are one text; so long (characters) they must be.
SAME, SHORTEST = 0.7, 100
_NO_LETTER = re.compile(r"[\W_]+")


def bands(text: str) -> tuple[str, ...]:
    """Names of the bands of a text: two texts that share one may be the same. None for a text too short to tell."""
    pieces = shingles(text)
    if not pieces:
        return ()
    signature = _minhash()(BANDS * ROWS, 1)
    signature.update(sorted(pieces))
    numbers = signature.digest()
    version = _minhash().ALGORITHM_VERSION
    return tuple(_name(version, number, numbers[number * ROWS : (number + 1) * ROWS]) for number in range(BANDS))


def is_same(one: str, other: str) -> bool:
    """Whether the shorter text is, but for words changed here and there, told by the longer."""
    a, b = shingles(one), shingles(other)
    return bool(a and b) and len(a & b) >= SAME * min(len(a), len(b))


def shingles(text: str) -> frozenset[str]:
    """The pieces of a text, blanks and marks aside; none where it is too short to tell."""
    bare = _NO_LETTER.sub("", text).casefold()
    return frozenset(_pieces(bare)) if len(bare) >= SHORTEST else frozenset()


def _pieces(bare: str) -> Iterator[str]:
    return (bare[start : start + SHINGLE] for start in range(len(bare) - SHINGLE + 1))


def _name(version: int, number: int, row: list[int]) -> str:
    return blake2b(f"{version}/{number}/{row}".encode(), digest_size=9).hexdigest()


@cache
def _minhash() -> Any:
    from rensa import RMinHash  # noqa: PLC0415  (only where articles are stored)

    return RMinHash
