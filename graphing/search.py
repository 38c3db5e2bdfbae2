"""Finding names as they are typed: initial consonants (ㅊㅌㅇ → 최태원), without blanks, in any script, under any known form.

A consonant that stands alone stands for every syllable that begins with it; consonants and syllables mix (최ㅌㅇ). A hanja stands for
itself and for every syllable that it is read as (高道潤 → 고도윤). Blanks, case, dots and hyphens don't count. Pure: forms in, ids out.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache

from graphing.lexicon import table

# The initial consonants in the order in which Unicode composes syllables; each begins 588 of them.
INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
FIRST_SYLLABLE = 0xAC00
SYLLABLES = 588
_LOOSE = re.compile(r"[\s·ㆍ∙・.,\-‐–'’‘\"“”()]+")
_BETWEEN = "\n"


@lru_cache(maxsize=200_000)
def folded(text: str) -> str:
    """``text`` as it is compared: composed, in lower case, without blanks and marks."""
    # NFKC would turn the lone consonants that people type into parts of syllables.
    return _LOOSE.sub("", unicodedata.normalize("NFC", text).casefold())


@lru_cache(maxsize=1_000)
def pattern(query: str) -> re.Pattern[str]:
    """What finds ``query`` in folded text. A query of nothing but blanks and marks finds everything."""
    return re.compile("".join(_syllables(letter) for letter in folded(query)))


def _syllables(letter: str) -> str:
    at = INITIALS.find(letter)
    if at < 0:
        read = _hanja().get(letter)
        return f"[{letter}{read}]" if read else re.escape(letter)
    first = FIRST_SYLLABLE + at * SYLLABLES
    return f"[{letter}{chr(first)}-{chr(first + SYLLABLES - 1)}]"


@cache
def _hanja() -> dict[str, str]:
    """Hanja → the syllables that it is read as."""
    read: dict[str, str] = {}
    for row in table("hanja"):
        for letter in row["hanja"]:
            read[letter] = read.get(letter, "") + row["reading"]
    return read


def holds_all(words: str, text: str) -> bool:
    """Whether every word of ``words`` (parted by blanks) stands in ``text``, which is folded already."""
    return all(pattern(word).search(text) for word in words.split())


class Names:
    """Things under all their names. ``forms``: id → its names, the one it is known by first; ``weights``: who comes first among equals."""

    def __init__(self, forms: Mapping[int, Iterable[str]], weights: Mapping[int, int]) -> None:
        lines = [(ident, place, folded(form)) for ident, names in forms.items() for place, form in enumerate(names)]
        # One text that is searched in one go: 300,000 names take a tenth of a second so, and ten times that one by one.
        self._text = _BETWEEN.join(line for *_, line in lines)
        self._of = [(ident, place) for ident, place, _ in lines]
        self._starts: list[int] = []
        at = 0
        for *_, line in lines:
            self._starts.append(at)
            at += len(line) + 1
        self._weights = weights

    def find(self, query: str, limit: int = 8) -> list[int]:
        """The ids whose names hold ``query``: first those it begins, under their own name before others, then by weight, then id."""
        wanted = folded(query)
        if not wanted:
            return []
        best: dict[int, tuple[int, int, int, int]] = {}
        for ident, place, start in self._hits(pattern(query)):
            rank = (min(start, 1), min(place, 1), -self._weights.get(ident, 0), ident)
            best[ident] = min(best.get(ident, rank), rank)
        return sorted(best, key=best.__getitem__)[:limit]

    def _hits(self, wanted: re.Pattern[str]) -> Iterator[tuple[int, int, int]]:
        at = 0
        while found := wanted.search(self._text, at):
            line = bisect_right(self._starts, found.start()) - 1
            yield (*self._of[line], found.start() - self._starts[line])
            # On to the next line: one hit in a name is enough.
            if line + 1 == len(self._starts):
                return
            at = self._starts[line + 1]
