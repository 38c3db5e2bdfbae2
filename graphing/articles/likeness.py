"""Whether two articles are one text: a wire story that several outlets print, cut and titled anew, or a short excerpt of it.

MinHash (Broder, 1997) by rensa finds candidates, the share of common pieces decides. Bands of a text's signature find texts of about
one length; of an excerpt, which shares little of what both have, they find nothing. That is found by what the same paper gives for
containment: of all hashes of a text's pieces those that a number divides, so that what is in both is chosen in both.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from hashlib import blake2b
from typing import Any

# Pieces of so many characters without blanks and marks; Korean words are short, and particles differ more than the rest.
SHINGLE = 6
# Bands × rows = the numbers of a signature. Two texts that share half of their pieces meet in some band in 9 of 10 cases, those that
# share three quarters practically always.
BANDS, ROWS = 32, 4
# Of pieces so long, which hardly two writers have in common by chance, every so manieth is kept: of a hundred letters some five.
LONG_SHINGLE, KEPT = 12, 16
# From this share of common pieces on (of the shorter text's), two articles are one text; shorter ones (letters) must be the very
# same.
SAME, SHORTEST = 0.7, 100
_NO_LETTER = re.compile(r"[\W_]+")


# Asked twice of each text of a batch that is stored.
@lru_cache(maxsize=128)
def bands(text: str) -> tuple[str, ...]:
    """Names of the bands and of the kept pieces of a text: two texts that share one may be the same, or one part of the other.

    Of a text too short for its pieces to tell, the one name of the whole of it; none for a text without letters.
    """
    bare = _bare(text)
    if len(bare) < SHORTEST:
        return (blake2b(bare.encode(), digest_size=9).hexdigest(),) if bare else ()
    signature = _minhash()(BANDS * ROWS, 1)
    signature.update(list(_pieces(bare, SHINGLE)))
    numbers = signature.digest()
    version = _minhash().ALGORITHM_VERSION
    (hashes,) = _minhash().hash_token_sets([list(_pieces(bare, LONG_SHINGLE))])
    kept = sorted(f"{version}.{number:x}" for number in hashes if number % KEPT == 0)
    return (*(_name(version, number, numbers[number * ROWS : (number + 1) * ROWS]) for number in range(BANDS)), *kept)


def is_piece(band: str) -> bool:
    """Whether what ``bands`` gives is a kept piece, and no band: two texts may share one by chance."""
    return "." in band


def is_same(one: str, other: str) -> bool:
    """Whether the shorter text is, but for words changed here and there, told by the longer."""
    return share_enough(shingles(one), shingles(other))


def share_enough(one: frozenset[str], other: frozenset[str]) -> bool:
    """``is_same`` for who compares a text with many: by what ``shingles`` gives of each."""
    return bool(one and other) and len(one & other) >= SAME * min(len(one), len(other))


def shingles(text: str) -> frozenset[str]:
    """The pieces of a text, blanks and marks aside; one that is too short for its pieces to tell is one piece, which no other text has."""
    bare = _bare(text)
    if len(bare) < SHORTEST:
        return frozenset({f"={bare}"} if bare else ())
    return _pieces(bare, SHINGLE)


def _bare(text: str) -> str:
    return _NO_LETTER.sub("", text).casefold()


def _pieces(bare: str, length: int) -> frozenset[str]:
    return frozenset([bare[start : start + length] for start in range(len(bare) - length + 1)])


def _name(version: int, number: int, row: list[int]) -> str:
    return blake2b(f"{version}/{number}/{row}".encode(), digest_size=9).hexdigest()


@cache
def _minhash() -> Any:
    from rensa import RMinHash  # noqa: PLC0415  (only where articles are stored)

    return RMinHash
