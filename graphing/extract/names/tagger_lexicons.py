"""The word lists of the name tagger: surnames, last words of organisations, countries and cities, listed organisations."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from graphing.extract.names.tagger_units import Unit
from graphing.lexicon import listed, table
from graphing.lexicon.words import surnames

# Syllables of Korean given names and of Sino-Korean words; what a foreign name has beyond them marks it.
KOREAN_SYLLABLES = frozenset(
    "가강건겸경고관광교구국군권규균근금기길김나남노다단달담대덕도동두라란래량려령로록룡류리린림마만명모무문미민박반발방배백범법별병보복봉부북분빈사산삼상새서석선설섭성세소손송수"
    "숙순승시식신심아안애양어언여연열엽영예오옥온완왕외요용우욱운웅원위유육윤율은음의이인일임자장재전정제조종주준중지진차찬창채천철청초촌최추춘충치태택통평포표품풍하학한함합해행향허혁현형혜호홍화환황회효후훈휘흥희"
)

SCRIPT_BORDER = re.compile(r"[A-Za-z](?=[가-힣])|[가-힣](?=[A-Za-z])")


@cache
def doubtful_surnames() -> frozenset[str]:
    """Surnames that are also words before titles: 전 회장, 두 회장."""
    return frozenset(row["surname"] for row in table("surnames") if row["common"])


@cache
def surname_hanja() -> frozenset[str]:
    """Surnames as headlines write them: 李, 尹."""
    return frozenset(hanja for row in table("surnames") for hanja in listed(row["hanja"]))


@cache
def surnames_of_hanja() -> dict[str, frozenset[str]]:
    """The Korean surnames that a Chinese character stands for: 柳 → 류, 유."""
    found: dict[str, set[str]] = {}
    for row in table("surnames"):
        for hanja in listed(row["hanja"]):
            found.setdefault(hanja, set()).add(row["surname"])
    return {hanja: frozenset(names) for hanja, names in found.items()}


@cache
def suffixes() -> dict[str, str]:
    """The last words of organisations' names, and what they tell."""
    return {row["suffix"]: row["kind"] for row in table("organization_suffixes")}


@cache
def geography() -> frozenset[str]:
    """Countries and cities."""
    return frozenset(name for row in table("geography") for name in listed(row["names"]))


@cache
def towns() -> frozenset[str]:
    """Countries, regions, cities and well-known quarters: where somebody may be (파리, 남산)."""
    return geography() | frozenset(row["name"] for row in table("places") if row["kind"] in {"country", "region", "city"})


def surname_of(word: str) -> str:
    """The Korean surname that ``word`` begins with, '' for none."""
    known = surnames()
    if word[:2] in known and len(word) > 2:
        return word[:2]
    return word[:1] if word[:1] in known else ""


def suffix_of(word: str) -> str:
    """The longest listed last word of an organisation that ends ``word`` and is not all of it, '' for none."""
    known = suffixes()
    for length in range(min(5, len(word) - 1), 0, -1):
        if word[-length:] in known:
            return word[-length:]
    return ""


@cache
def foreign_syllables() -> frozenset[str]:
    """Syllables of foreign names that Korean names and Sino-Korean words hardly have."""
    foreign = Counter(letter for row in table("foreign_names") if row["language"] != "chinese" for letter in row["names"])
    return frozenset(letter for letter, count in foreign.items() if count >= 3 and letter not in KOREAN_SYLLABLES and letter != "|")


@cache
def listed_names() -> tuple[dict[str, bool], dict[str, tuple[int, ...]]]:
    """Listed organisations' names (True: a form of theirs is an ordinary word), and by two first characters the lengths, longest first.

    A name is also there with the blank that papers put between its script borders or before its last word (SK 하이닉스, 소프트뱅크 그룹).
    """
    names: dict[str, bool] = {}
    for row in table("organizations"):
        for name in (row["name"], *listed(row["aliases"])):
            names[name] = bool(row["common"])
    for name in tuple(names):
        for spaced in _spaced(name, names):
            names.setdefault(spaced, names[name])
    lengths: dict[str, set[int]] = {}
    for name in names:
        lengths.setdefault(name[:2], set()).add(len(name))
    return names, {start: tuple(sorted(sizes, reverse=True)) for start, sizes in lengths.items()}


def _spaced(name: str, names: dict[str, bool]) -> Iterator[str]:
    """``name`` with one blank: where Hangul meets Latin letters, and before a last word if what stands before it is no ordinary word."""
    if len(name) < 4 or " " in name:
        return
    border = SCRIPT_BORDER.search(name)
    if border:
        yield f"{name[: border.end()]} {name[border.end() :]}"
    suffix = suffix_of(name)
    first = name[: len(name) - len(suffix)]
    if len(suffix) > 1 and len(first) > 1 and (len(first) > 3 or names.get(first) is False) and first not in geography():
        yield f"{first} {suffix}"


@cache
def ordinary_names() -> frozenset[str]:
    """Listed organisations' names that are also an ordinary word, a place or a person's name."""
    return frozenset(name for row in table("organizations") for name in listed(row["common"]))


def listed_at(text: str, sentences: Sequence[Sequence[Unit]]) -> dict[int, tuple[int, bool]]:
    """Where a listed organisation's name begins: offset of its end, and whether the form is also an ordinary word."""
    names, lengths = listed_names()
    found: dict[int, tuple[int, bool]] = {}
    for units in sentences:
        ends = {unit.end for unit in units}
        for unit in units:
            sizes = lengths.get(text[unit.start : unit.start + 2])
            if sizes is None:
                continue
            for size in sizes:
                end = unit.start + size
                if end in ends and text[unit.start : end] in names:
                    found[unit.start] = (end, names[text[unit.start : end]])
                    break
    return found
