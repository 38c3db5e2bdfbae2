"""What the name tagger sees of a unit: its form, its place in its word, titles near by, and the same word elsewhere in the article.

A feature is a short string. What depends on one form or one word alone is kept (forms come back all the time); the rest is put
together for each unit.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from graphing.extract.tagger_units import Unit
from graphing.lexicon import listed, table

Features = tuple[str, ...]
HANGUL = re.compile(r"[가-힣]+")
HANJA = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+")
LATIN = re.compile(r"[A-Za-zÀ-ɏ&.\-]+")
# Syllables of Korean given names and of Sino-Korean words; what a foreign name has beyond them marks it.
KOREAN_SYLLABLES = frozenset(
    "가강건겸경고관광교구국군권규균근금기길김나남노다단달담대덕도동두라란래량려령로록룡류리린림마만명모무문미민박반발방배백범법별병보복봉부북분빈사산삼상새서석선설섭성세소손송수"
    "숙순승시식신심아안애양어언여연열엽영예오옥온완왕외요용우욱운웅원위유육윤율은음의이인일임자장재전정제조종주준중지진차찬창채천철청초촌최추춘충치태택통평포표품풍하학한함합해행향허혁현형혜호홍화환황회효후훈휘흥희"
)


@cache
def surnames() -> frozenset[str]:
    """Korean surnames of one or two syllables."""
    return frozenset(row["surname"] for row in table("surnames"))


@cache
def surname_hanja() -> frozenset[str]:
    """Surnames as headlines write them: 李, 尹."""
    return frozenset(hanja for row in table("surnames") for hanja in listed(row["hanja"]))


@cache
def suffixes() -> dict[str, str]:
    """The last words of organisations' names, and what they tell."""
    return {row["suffix"]: row["kind"] for row in table("organization_suffixes")}


@cache
def geography() -> frozenset[str]:
    """Countries and cities."""
    return frozenset(name for row in table("geography") for name in listed(row["names"]))


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


@lru_cache(maxsize=60_000)
def of_form(form: str, tag: str) -> tuple[Features, Features, Features, Features, Features]:
    """What a form tells of itself, of the unit after it, before it, two after it and two before it."""
    kind = shape(form)
    own = ["w=" + form, "t=" + tag + kind]
    if kind[0] == "h":
        length = len(form)
        own.append("a=" + form[0])
        own.append("z=" + form[-1])
        if length > 1:
            own.append("z2=" + form[-2:])
        if length <= 4 and surname_of(form):
            own.append(f"n{kind}")
        suffix = suffix_of(form)
        if suffix or form in suffixes():
            own.append("o=" + (suffixes()[suffix] if suffix else "=" + suffixes()[form]))
    near = kind if kind[0] != "h" else tag
    return (
        tuple(own),
        ("-w=" + form, "-t=" + tag + kind),
        ("+w=" + form, "+t=" + tag + kind),
        ("-2w=" + form, "-2t=" + near),
        ("+2w=" + form, "+2t=" + near),
    )


@cache
def foreign_syllables() -> frozenset[str]:
    """Syllables of foreign names that Korean names and Sino-Korean words hardly have."""
    foreign = Counter(letter for row in table("foreign_names") if row["language"] != "chinese" for letter in row["names"])
    return frozenset(letter for letter, count in foreign.items() if count >= 3 and letter not in KOREAN_SYLLABLES and letter != "|")


@lru_cache(maxsize=60_000)
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


@dataclass(slots=True)
class Surroundings:
    """What an article tells beyond the sentence. Offsets are characters of the article's text."""

    title_at: dict[int, int] = field(default_factory=dict)
    title_ends: dict[int, int] = field(default_factory=dict)
    title_names: dict[int, str] = field(default_factory=dict)
    fused_ends: set[int] = field(default_factory=set)
    listed_at: dict[int, tuple[int, bool]] = field(default_factory=dict)
    before_title: set[str] = field(default_factory=set)
    surnames_before_title: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Word:
    """Units index..last (inclusive) written without a blank between them; ``core`` leaves off the particles at its end."""

    first: int
    last: int
    core: str
    core_last: int
    particle: str


PARTICLE = frozenset({"JKS", "JKO", "JKG", "JKB", "JX", "JC", "JKC", "JKV", "JKQ", "VCP", "EF", "EC", "ETM", "EP"})
JOINTS = frozenset({"SP", "SO", "SSO", "SSC", "SS", "SF", "SE", "SW", "SB"})


def words(units: Sequence[Unit], titles: dict[int, int]) -> list[Word]:
    """The words of a sentence: runs of units without blank, sign or title border between them."""
    found: list[Word] = []
    first = 0
    count = len(units)
    while first < count:
        last = first
        if units[first].tag not in JOINTS:
            while last + 1 < count:
                following = units[last + 1]
                if following.gap or following.tag in JOINTS or following.start in titles or units[first].start in titles:
                    break
                last += 1
        core = last
        while core > first and units[core].tag in PARTICLE:
            core -= 1
        form = units[first].form if core == first else "".join([unit.form for unit in units[first : core + 1]])
        particle = "".join([unit.form for unit in units[core + 1 : last + 1]]) if core < last else ""
        found.append(Word(first, last, form, core, particle))
        first = last + 1
    return found


def features(units: Sequence[Unit], around: Surroundings) -> list[list[str]]:
    """One list of features for every unit of a sentence."""
    if not units:
        return []
    kinds = [of_form(unit.form, unit.tag) for unit in units]
    rows: list[list[str]] = []
    blank: Features = ()
    count = len(units)
    for index, unit in enumerate(units):
        row = [*kinds[index][0]]
        row += kinds[index - 1][1] if index else ("-w=<",)
        row += kinds[index + 1][2] if index + 1 < count else ("+w=>",)
        row += kinds[index - 2][3] if index > 1 else blank
        row += kinds[index + 2][4] if index + 2 < count else blank
        row.append("g" + unit.gap)
        rows.append(row)
    _word_features(units, rows, around)
    final = any(unit.tag == "EF" for unit in units[-4:])
    if not final:
        for row in rows:
            row.append("headline")
    return rows


def _word_features(units: Sequence[Unit], rows: list[list[str]], around: Surroundings) -> None:
    title_at, title_ends, title_names = around.title_at, around.title_ends, around.title_names
    parts = words(units, title_at)
    total = len(parts)
    listed_end = -1
    listed_common = ""
    opened = -1
    before = around.before_title
    short = around.surnames_before_title
    builds = [of_word(word.core, word.particle, units[word.first].tag if word.core_last == word.first else "m") for word in parts]
    for number, word in enumerate(parts):
        first = units[word.first]
        build, known = builds[number]
        shared: list[str] = list(known)
        place = ""
        if first.start in title_at:
            place = "in"
        else:
            for ahead in range(number + 1, min(number + 5, total)):
                start = units[parts[ahead].first]
                if start.start in title_at:
                    place = f"{ahead - number}{start.gap}"
                    if ahead == number + 1:
                        shared.append("tn=" + title_names[start.start][-2:])
                    else:
                        shared.append("tb=" + builds[number + 1][0] + place)
                    break
                if start.tag in JOINTS and start.tag != "SSO":
                    break
        shared.append("T=" + place)
        shared.append("Tc=" + place + build)
        if number:
            previous = parts[number - 1]
            if first.gap and units[word.first - 1].end in title_ends:
                shared.append("tp1" + place)
            elif first.start in title_ends:
                shared.append("tp0=" + title_names[title_ends[first.start]])
            else:
                shared.append("pb=" + builds[number - 1][0][-1] + previous.particle + "|" + place)
        if number + 1 < total:
            shared.append("nb=" + builds[number + 1][0])
        if word.core in before:
            shared.append("dt" + build)
        if len(word.core) > 1 and word.core[0] in short:
            shared.append("ds" + build)
        for index in range(word.first, word.last + 1):
            row = rows[index]
            row += shared
            unit = units[index]
            if word.first != word.core_last:
                row.append("p" + ("B" if index == word.first else "I" if index < word.core_last else "L" if index == word.core_last else "J"))
            else:
                row.append("pS" if index == word.first else "pJ")
            if unit.start >= listed_end and unit.start in around.listed_at:
                listed_end, common = around.listed_at[unit.start]
                listed_common = "c" if common else ""
                opened = unit.start
            if unit.start < listed_end:
                end = unit.end == listed_end
                mark = ("S" if end else "B") if unit.start == opened else "L" if end else "I" if unit.end < listed_end else "X"
                row.append("l" + mark + listed_common)
            if unit.end in around.fused_ends:
                row.append("fe")


@cache
def listed_names() -> tuple[dict[str, bool], dict[str, tuple[int, ...]]]:
    """Listed organisations' names (True: also an ordinary word), and by first two characters the lengths to try, longest first."""
    names: dict[str, bool] = {}
    for row in table("organizations"):
        for name in (row["name"], *listed(row["aliases"])):
            names[name] = bool(row.get("common"))
    lengths: dict[str, set[int]] = {}
    for name in names:
        lengths.setdefault(name[:2], set()).add(len(name))
    return names, {start: tuple(sorted(sizes, reverse=True)) for start, sizes in lengths.items()}


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


def nearest(offsets: Sequence[int], offset: int) -> int:
    """The index of the first of ``offsets`` (ascending) that is at least ``offset``."""
    return bisect_left(offsets, offset)
