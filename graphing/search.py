"""Finding names as they are typed: initial consonants (ㅊㅌㅇ → 최태원), without blanks, in any script, under any known form.

A consonant that stands alone stands for every syllable that begins with it; consonants and syllables mix (최ㅌㅇ), also as a keyboard
puts them together: ㄱ and ㅅ become ㄳ, 최 and ㅌ become 쵵. A hanja stands for itself and for every syllable that it is read as (高道潤 →
고도윤). Blanks, case, dots and hyphens don't count. Pure: forms in, ids out.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache, lru_cache
from heapq import nsmallest
from itertools import accumulate

from rapidfuzz.fuzz import ratio

from graphing.lexicon import table

# The initial consonants in the order in which Unicode composes syllables; each begins 588 of them.
INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
FIRST_SYLLABLE = 0xAC00
SYLLABLES = 588
# What a syllable ends in, in the order of Unicode; the first ends in nothing.
FINALS = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
PAIRS = {
    "ㄳ": "ㄱㅅ", "ㄵ": "ㄴㅈ", "ㄶ": "ㄴㅎ", "ㄺ": "ㄹㄱ", "ㄻ": "ㄹㅁ", "ㄼ": "ㄹㅂ", "ㄽ": "ㄹㅅ", "ㄾ": "ㄹㅌ", "ㄿ": "ㄹㅍ",
    "ㅀ": "ㄹㅎ", "ㅄ": "ㅂㅅ",
}  # fmt: skip
_LOOSE = re.compile(r"[\s·ㆍ∙・.,\-‐–'’‘\"“”()]+")
_BETWEEN = "\n"
ALIKE = 72  # percent of the letters (consonants and vowels apart) that two names share in the same order; 최태완 and 최태원 share 88


@lru_cache(maxsize=200_000)
def folded(text: str) -> str:
    """``text`` as it is compared: composed, in lower case, without blanks and marks."""
    # NFKC would turn the lone consonants that people type into parts of syllables.
    return _LOOSE.sub("", unicodedata.normalize("NFC", text).casefold())


@lru_cache(maxsize=1_000)
def pattern(query: str) -> re.Pattern[str]:
    """What finds ``query`` in folded text. A query of nothing but blanks and marks finds everything."""
    letters = folded(query)
    # 만남 is no 만나며: ends may begin the next syllable only where somebody types consonants.
    lone = any(letter in INITIALS or letter in PAIRS for letter in letters)
    return re.compile("".join(_syllables(letter, lone) for letter in letters))


def _syllables(letter: str, lone: bool = True) -> str:
    at = INITIALS.find(letter)
    if at >= 0:
        first = FIRST_SYLLABLE + at * SYLLABLES
        return f"[{letter}{chr(first)}-{chr(first + SYLLABLES - 1)}]"
    if letter in PAIRS:
        return "".join(map(_syllables, PAIRS[letter]))
    end = (ord(letter) - FIRST_SYLLABLE) % len(FINALS)
    if lone and end and FIRST_SYLLABLE <= ord(letter) < FIRST_SYLLABLE + len(INITIALS) * SYLLABLES:
        return f"(?:{letter}|{'|'.join(_parts(letter, end))})"
    read = _hanja().get(letter)
    return f"[{letter}{read}]" if read else re.escape(letter)


def _parts(letter: str, end: int) -> Iterator[str]:
    """What a syllable with an end is where that begins the next one: 쵵 may be 최 and ㅌ, 닭 달 and ㄱ or 다, ㄹ and ㄱ."""
    bare, last = chr(ord(letter) - end), FINALS[end]
    yield bare + _syllables(last)
    if last in PAIRS:
        yield chr(ord(bare) + FINALS.index(PAIRS[last][0])) + _syllables(PAIRS[last][1])


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
        self._forms = [(ident, place, form) for ident, names in forms.items() for place, form in enumerate(names)]
        lines = [(ident, place, folded(form)) for ident, place, form in self._forms]
        # One text that is searched in one go: 300,000 names take a tenth of a second so, and ten times that one by one.
        self._text = _BETWEEN.join(line for *_, line in lines)
        self._starts = [0, *accumulate(len(line) + 1 for *_, line in lines)]
        # The lines of one thing stand together.
        self._firsts = [line for line, (_, place, _) in enumerate(self._forms) if not place] + [len(lines)]
        self._weights = weights

    def find(self, query: str, limit: int = 8, among: Collection[int] | None = None) -> list[int]:
        """The ids whose names hold ``query``: first those it begins, under their own name before others, then by weight, then id.

        After them come those that hold every word of it, in whichever of their names (전 회장 고도윤), under their own name first. Where
        nobody does, whose whole name is one of its words: what else was typed may be no post that an article tells. ``among``: nobody
        but these is looked for, and the limit is theirs.
        """
        wanted = folded(query)
        if not wanted:
            return []
        words = sorted({folded(word) for word in query.split()} - {""}, key=lambda word: (-len(word), word))
        best: dict[int, tuple[int, ...]] = {}
        for line, start, _ in self._hits(pattern(query)):
            ident, place, form = self._forms[line]
            if among is not None and ident not in among:
                continue
            if len(words) > 1 and not _parted(form, start):
                continue  # 전 회장 is not in 삼전 회장
            rank = (min(start, 1), min(place, 1), -self._weights.get(ident, 0), ident)
            best[ident] = min(best.get(ident, rank), rank)
        if len(best) < limit and len(words) > 1:
            for ident, place in self._holding(words) or self._named(words):
                if among is not None and ident not in among:
                    continue
                best.setdefault(ident, (2, place, -self._weights.get(ident, 0), ident))
        return nsmallest(limit, best, key=best.__getitem__)

    def near(self, query: str, limit: int = 3) -> list[int]:
        """The ids whose name, in either script, is spelled much like ``query`` (최태완 → 최태원), the most alike first, then by weight."""
        wanted = folded(query)
        if not wanted:
            return []
        letters, spelled = set(wanted), unicodedata.normalize("NFD", wanted)
        best: dict[int, tuple[float, int, int]] = {}
        for ident, place, form in self._forms:
            line = folded(form) if place < 2 else ""  # the others are posts
            # Most differ too much to be looked at closely.
            if abs(len(line) - len(wanted)) > 2 or 2 * len(letters.intersection(line)) < len(letters):
                continue
            if alike := ratio(unicodedata.normalize("NFD", line), spelled, score_cutoff=ALIKE):
                rank = (-alike, -self._weights.get(ident, 0), ident)
                best[ident] = min(best.get(ident, rank), rank)
        return nsmallest(limit, best, key=best.__getitem__)

    def _hits(self, wanted: re.Pattern[str]) -> Iterator[tuple[int, int, int]]:
        """Each line that holds it: (line, from where, to where in it)."""
        at = 0
        while (found := wanted.search(self._text, at)) and found.start() < len(self._text):
            line = bisect_right(self._starts, found.start()) - 1
            yield line, found.start() - self._starts[line], found.end() - self._starts[line]
            # On to the next line: one hit in a name is enough.
            at = self._starts[line + 1]

    def _holding(self, words: list[str]) -> list[tuple[int, int]]:
        """(id, 0 where its own name holds one of the words, else 1) of whose names hold every word. The first is the rarest."""
        rarest, *others = map(pattern, words)
        found = []
        at = 0
        while hit := rarest.search(self._text, at):
            block = bisect_right(self._firsts, bisect_right(self._starts, hit.start()) - 1)
            first = self._firsts[block - 1]
            start, at = self._starts[first], self._starts[self._firsts[block]]
            if all(other.search(self._text, start, at) for other in others):
                own = any(one.search(self._text, start, self._starts[first + 1]) for one in (rarest, *others))
                found.append((self._forms[first][0], int(not own)))
        return found

    def _named(self, words: list[str]) -> list[tuple[int, int]]:
        """(id, 0) of whom one of the words names whole."""
        whole = {line for word in words for line, start, end in self._hits(pattern(word)) if not start and self._ends(line, end)}
        return [(self._forms[line][0], 0) for line in sorted(whole)]

    def _ends(self, line: int, at: int) -> bool:
        return self._starts[line] + at + 1 == self._starts[line + 1]


def _parted(form: str, at: int) -> bool:
    """Whether a word of ``form`` begins at this place of it, folded."""
    return at in accumulate((len(folded(word)) for word in form.split()), initial=0)
