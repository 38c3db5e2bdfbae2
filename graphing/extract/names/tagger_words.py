"""Words as the name tagger sees them: an eojeol without its particles, and how it is built."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from graphing.extract.names.tagger_lexicons import (
    foreign_syllables,
    geography,
    suffix_of,
    suffixes,
    surname_hanja,
    surname_of,
)
from graphing.extract.names.tagger_units import Unit

Features = tuple[str, ...]
HANGUL = re.compile(r"[가-힣]+")
HANJA = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+")
LATIN = re.compile(r"[A-Za-zÀ-ɏ&.\-]+")
PARTICLE = frozenset({"JKS", "JKO", "JKG", "JKB", "JX", "JC", "JKC", "JKV", "JKQ", "VCP", "EF", "EC", "ETM", "EP"})
JOINTS = frozenset({"SP", "SO", "SSO", "SSC", "SS", "SF", "SE", "SW", "SB"})


class Word(NamedTuple):
    """Units first..last (inclusive) written without a blank between them; ``core`` leaves off the particles at its end.

    ``build`` is a short description of the core, ``known`` the features that the core and its particles give alone.
    """

    first: int
    last: int
    core: str
    core_last: int
    particle: str
    build: str
    known: Features


def shape(form: str) -> str:
    """Script and length: 'h3' three syllables of Hangul, 'c' Chinese, 'A'/'a' Latin capital or small, '9' digits, else the sign itself."""
    if HANGUL.fullmatch(form):
        return f"h{min(len(form), 6)}"
    if " " in form and HANGUL.match(form):
        return "hs"
    if HANJA.fullmatch(form):
        return "c1" if form in surname_hanja() else "c"
    if LATIN.fullmatch(form):
        return ("AA" if form.isupper() else "A") if form[0].isupper() else "a"
    if form[0].isdigit():
        return "9"
    return form[0] if len(form) == 1 else "x"


@lru_cache(maxsize=20_000)
def of_word(word: str, particle: str, pieces: str) -> tuple[str, Features]:
    """What the word (an eojeol without its particles) tells of the units in it: a short description of its build, and features."""
    if not HANGUL.fullmatch(word):
        build = "x" + shape(word[0])
        return build, ("c=" + build, "cj=" + particle)
    length = min(len(word), 7)
    surname = len(surname_of(word)) if length <= 4 else 0
    alien = sum(letter in foreign_syllables() for letter in word)
    strange = 0 if not alien else 1 if alien * 2 <= len(word) else 2
    build = f"{length}{surname}{strange}{pieces}"
    suffix = suffix_of(word) if length > 2 else ""
    if word in geography():
        build = "geo"
    known = ["c=" + build, "cj=" + particle, "cjb=" + build + particle]
    if suffix:
        known.append("cz=" + suffix)
        known.append("cs=" + suffixes()[suffix])
        build += suffixes()[suffix]
    return build, tuple(known)


def words(units: Sequence[Unit], titles: Container[int]) -> list[Word]:
    """The words of a sentence: runs of units without blank, sign or title border between them. ``titles``: where titles begin."""
    firsts: list[int] = []
    after_joint = in_title = True
    for index, (start, _, _, tag, gap) in enumerate(units):
        joint = tag in JOINTS
        if gap or joint or after_joint or start in titles or (in_title and tag not in PARTICLE):
            firsts.append(index)
            in_title = start in titles
        after_joint = joint
    found: list[Word] = []
    firsts.append(len(units))
    for first, following in pairwise(firsts):
        unit = units[first]
        core = last = following - 1
        form, tag, particle = unit.form, unit.tag, ""
        if core > first:
            while core > first and units[core].tag in PARTICLE:
                core -= 1
            if core > first:
                form = "".join([unit.form for unit in units[first : core + 1]])
                tag = "m"
            if core < last:
                particle = "".join([unit.form for unit in units[core + 1 : following]])
        build, known = of_word(form, particle, tag)
        found.append(Word(first, last, form, core, particle, build, known))
    return found
