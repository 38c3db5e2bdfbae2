"""Shapes of personal names: which form is full, which shortens which. Korean, foreign in Hangul, Latin, hanja surnames."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from graphing.lexicon import listed, table
from graphing.lexicon.words import japanese_surnames, surnames

# So many syllables has a Chinese name in Hangul whose surname has two.
LIKE_CHINESE = range(3, 6)


@dataclass(frozen=True, slots=True)
class Form:
    """A name as written. ``key`` is its spelling without spaces and dots; a headline's hanja surname reads as Hangul."""

    key: str
    tokens: tuple[str, ...]
    latin: bool
    hanja: bool
    compound: bool

    @property
    def is_short(self) -> bool:
        """A surname alone, by its shape: 정, 남궁, 李."""
        return len(self.key) == 1 or self.compound

    @property
    def fullness(self) -> tuple[bool, bool, int, int]:
        """How well the form names its bearer, for comparison with other forms of the same person."""
        return (not self.latin and not self.hanja, not self.is_short, len(self.tokens), len(self.key))

    @property
    def runs(self) -> tuple[str, ...]:
        """Keys of runs of two or more tokens, not of all: 빈살만 in 무함마드 빈 살만."""
        n = len(self.tokens)
        return tuple("".join(self.tokens[a:b]) for a in range(n) for b in range(a + 2, n + 1) if b - a < n)

    def given_of(self, keys: Iterable[str]) -> bool:
        """A given name that ends exactly one of the full names ``keys``, and begins with no surname: 종훈 of 임종훈."""
        if len(self.key) != 2 or self.latin or self.key[0] in surnames():
            return False
        return sum(key != self.key and len(key) == 3 and key.endswith(self.key) for key in keys) == 1

    @property
    def family(self) -> str:
        """The Japanese or longer Chinese family name that a name written without a blank begins with: 아베 of 아베신조, 저우 of 저우하이펑;
        '' for another."""
        if len(self.tokens) != 1 or self.latin:
            return ""
        if self.key[:2] in chinese() and len(self.key) in LIKE_CHINESE:
            return self.key[:2]
        return next((self.key[:n] for n in (3, 2) if self.key[:n] in japanese_surnames() and len(self.key) - n > 1), "")

    @property
    def shorts(self) -> set[str]:
        """Keys of all forms that may be short for this; ``shortens`` decides."""
        return {self.key, self.key[:1], self.key[:2], self.key[-2:], self.family, *self.tokens, *self.runs}

    def shortens(self, full: Form) -> bool:
        """Whether this may stand for ``full``: 정 for 정의선, 올트먼 for 샘 올트먼, 곽 for 안소니 곽, 링 for 링하오."""
        if self.key == full.key:
            return True
        if len(full.tokens) > 1 or full.latin:
            if self.key in full.tokens or self.key in full.runs:
                return True
            chinese = len(self.key) == 1 and len(full.key) <= 4 and self.key in surnames()
            return chinese and not full.latin and full.tokens[0].startswith(self.key)
        if len(self.key) >= len(full.key):
            return False
        if self.key == full.family:
            return True
        if self.is_short:
            return full.key.startswith(self.key) and not (len(self.key) == 1 and full.key[:2] in compounds() and len(full.key) > 3)
        return len(self.key) == 2 and len(full.key) == 3 and full.key.endswith(self.key)

    def nearly_shortens(self, full: Form) -> bool:
        """As ``shortens``, with one letter off (올트만 for 샘 올트먼), or a given name of one syllable (별 of 류별)."""
        if len(self.key) >= 3:
            return any(_close(self.key, token) for token in full.tokens) and len(full.tokens) > 1
        return len(self.key) == 1 and self.key not in surnames() and len(full.tokens) == 1 and full.key.endswith(self.key)


@lru_cache(maxsize=4096)
def read_form(text: str) -> Form:
    """The form of a mention's text."""
    hanja = all("一" <= character <= "鿿" for character in text) and len(text) <= 2
    if "一" <= text[:1] <= "鿿" and " " not in text:
        surname = text if text in _hanja() else text[:2] if text[:2] in _hanja() else text[:1]
        if surname in _hanja():
            # 閔동철, 河光洙: by the surname as it is read, 민 회장 is he
            text, hanja = _hanja()[surname] + text[len(surname) :], True
    tokens = tuple(token for token in text.replace("·", " ").replace("-", " ").split() if token)
    latin = bool(tokens) and all(character.isascii() or not "가" <= character <= "힣" for character in "".join(tokens)) and not hanja
    if latin:
        tokens = tuple(token.lower().strip(".") for token in tokens)
    key = "".join(tokens)
    if len(key) <= 3 and not latin and len(tokens) > 1 and tokens[0] in surnames():
        tokens = (key,)
    return Form(key, tokens, latin, hanja, key in compounds())


def near(one: Form, other: Form) -> bool:
    """Two spellings of one foreign name: 샘 올트먼, 샘 올트만. Korean names that differ are different people."""
    if len(one.tokens) != len(other.tokens) or len(one.tokens) < 2 or one.latin != other.latin:
        return False
    return all(a == b or _close(a, b) for a, b in zip(one.tokens, other.tokens, strict=True))


def _close(a: str, b: str) -> bool:
    """At most one letter apart, the first the same, and long enough for that to mean little."""
    if a == b:
        return True
    if abs(len(a) - len(b)) > 1 or min(len(a), len(b)) < 2 or a[0] != b[0]:
        return False
    if len(a) == len(b):
        return sum(x != y for x, y in zip(a, b, strict=True)) == 1
    long, short = (a, b) if len(a) > len(b) else (b, a)
    return len(short) > 2 and any(long[:i] + long[i + 1 :] == short for i in range(len(long)))


@cache
def chinese() -> frozenset[str]:
    """Chinese surnames that Hangul writes with two syllables."""
    return frozenset(row["reading"] for row in table("surnames_chinese") if len(row["reading"]) > 1)


@cache
def compounds() -> frozenset[str]:
    """Korean surnames of two syllables."""
    return frozenset(surname for surname in surnames() if len(surname) > 1)


@cache
def _hanja() -> dict[str, str]:
    return {hanja: row["surname"] for name in ("surnames_hanja", "surnames") for row in table(name) for hanja in listed(row["hanja"])}
