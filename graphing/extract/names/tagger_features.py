"""What the name tagger sees of a unit: its form, its place in its word, titles near by, and the same word elsewhere in the article.

A feature is a short string. What depends on one form or one word alone is kept (forms come back all the time); the rest is put
together for each word or unit.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from graphing.extract.names.tagger_evidence import Surroundings
from graphing.extract.names.tagger_lexicons import suffix_of, suffixes, surname_of
from graphing.extract.names.tagger_units import Unit
from graphing.extract.names.tagger_words import JOINTS, Features, Word, shape


@lru_cache(maxsize=8_000)
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


# Tags of words that are hardly ever (part of) a name unless a title stands near by.
INERT = frozenset(
    {"VV", "VA", "VX", "VCN", "VCP", "VV-R", "VV-I", "VA-R", "VA-I", "VX-R", "MAG", "MAJ", "NNB", "SN", "NP", "NR", "XR"}
    | {"EF", "EC", "EP", "ETM", "ETN", "SF", "SE", "SP", "SSO", "SSC", "SS", "SW", "W_EMAIL", "W_URL", "W_SERIAL"}
)
TELLING = frozenset({"e=title", "e=XNT", "e=ONT", "e=NXT", "e=NOT", "e=Mr", "e=to"})


def active(units: Sequence[Unit], words: Sequence[Word], around: Surroundings) -> list[int]:
    """The indices of the units that may belong to a name, and one more on either side; the others are not looked at.

    Headlines and captions, which are no sentences, are looked at whole. Elsewhere more than half of all words are predicates, numbers
    and ordinary nouns away from titles; leaving them out halves the time and costs nothing in F1.
    """
    if not any(unit.tag == "EF" for unit in units[-4:]):
        return list(range(len(units)))
    marks = bytearray(len(units) + 2)
    evidence, listed_at = around.evidence, around.listed_at
    for word in words:
        first = units[word.first]
        tag = first.tag
        if tag in INERT or (tag == "NNG" and word.core_last == word.first and word.build[:2] != "31"):
            told = evidence.get(word.core)
            if (told is None or told.isdisjoint(TELLING)) and first.start not in listed_at and first.start not in around.title_ends:
                continue
        for index in range(word.first, word.last + 3):
            marks[index] = 1
    return [index for index in range(len(units)) if marks[index + 1]]


# So many groups of features tell of a word and its surroundings.
OF_WORD = 5
NONE: Features = ()
START, END = ("-w=<",), ("+w=>",)


class Bundles(NamedTuple):
    """The features of a sentence's chosen units in groups that come back all the time.

    ``forms`` are all units' (form, tag), which tell of the unit and its neighbours (``of_form``); ``of_units`` has one more group for each
    chosen unit, ``of_words`` OF_WORD groups for each word that a chosen unit is in; ``word_of`` tells which word each belongs to.
    """

    forms: list[tuple[str, str]]
    chosen: Sequence[int]
    of_units: list[Features]
    of_words: list[Features]
    word_of: list[int]


def features(units: Sequence[Unit], words: Sequence[Word], around: Surroundings, chosen: Sequence[int]) -> list[list[str]]:
    """One list of features for every chosen unit of a sentence (``active``)."""
    found = bundles(units, words, around, chosen)
    forms = [of_form(*form) for form in found.forms]
    rows = []
    for index, spot, word in zip(chosen, found.of_units, found.word_of, strict=True):
        row = [
            *forms[index][0],
            *(forms[index - 1][1] if index else START),
            *(forms[index + 1][2] if index + 1 < len(forms) else END),
            *(forms[index - 2][3] if index > 1 else ()),
            *(forms[index + 2][4] if index + 2 < len(forms) else ()),
            *spot,
            *chain.from_iterable(found.of_words[word * OF_WORD : (word + 1) * OF_WORD]),
        ]
        rows.append(row)
    return rows


def bundles(units: Sequence[Unit], words: Sequence[Word], around: Surroundings, chosen: Sequence[int]) -> Bundles:
    """The features of every chosen unit of a sentence (``active``), in groups."""
    final = any(unit.tag == "EF" for unit in units[-4:])
    listed_at, fused_ends = around.listed_at, around.fused_ends
    of_units: list[Features] = []
    of_words: list[Features] = []
    word_of: list[int] = []
    number, described, count = 0, -1, -1
    word = words[0]
    opened = listed_end = -1
    doubt = ""
    for index in chosen:
        while index > word.last:
            number += 1
            word = words[number]
        if described != number:
            described = number
            count += 1
            of_words += _of_place(number, units, words, around)
        word_of.append(count)
        start, end, _, _, gap = units[index]
        mark = ""
        if start >= listed_end and start in listed_at:
            opened = start
            listed_end, common = listed_at[opened]
            doubt = "c" if common else ""
        if start < listed_end:
            last = end == listed_end
            mark = ("S" if last else "B") if start == opened else "L" if last else "I"
            mark += doubt
        if index > word.core_last:
            position = "pJ"
        elif word.first == word.core_last:
            position = "pS"
        else:
            position = "pB" if index == word.first else "pL" if index == word.core_last else "pI"
        of_units.append(_of_spot(gap, position, final, mark, end in fused_ends))
    return Bundles([unit[2:4] for unit in units], chosen, of_units, of_words, word_of)


@lru_cache(maxsize=1_000)
def _of_spot(gap: str, position: str, final: bool, mark: str, fused: bool) -> Features:
    """Where in its word and sentence a unit stands, and in a listed organisation's name (B, I, L, S; c: also an ordinary word)."""
    found = [("g" if final else "hg") + gap, position]
    if mark:
        found.append("l" + mark)
    if fused:
        found.append("fe")
    return tuple(found)


def _of_place(number: int, units: Sequence[Unit], words: Sequence[Word], around: Surroundings) -> tuple[Features, ...]:
    """What a word tells, what its neighbours tell of it and what its other places do."""
    word = words[number]
    first = units[word.first]
    build = word.build
    title_at = around.title_at
    total = len(words)
    place = title = ""
    if first.start in title_at:
        place = "in"
    else:
        for ahead in range(number + 1, min(number + 5, total)):
            start = units[words[ahead].first]
            if start.start in title_at:
                place = f"{ahead - number}{start.gap}"
                beside = ahead == number + 1
                title = "tn=" + around.title_names[start.start][-2:] if beside else "tb=" + words[number + 1].build + place
                break
            if start.tag in JOINTS and start.tag != "SSO":
                break
    before = NONE
    if number:
        previous = words[number - 1]
        if first.gap and units[word.first - 1].end in around.title_ends:
            before = ("tp1" + place,)
        elif first.start in around.title_ends:
            before = ("tp0=" + around.title_names[around.title_ends[first.start]],)
        else:
            before = ("pb=" + previous.build[-1] + previous.particle + "|" + place,)
    after = ("nb=" + words[number + 1].build,) if number + 1 < total else NONE
    told = around.evidence.get(word.core)
    surname = bool(around.surnames_before_title) and len(word.core) > 1 and word.core[0] in around.surnames_before_title
    elsewhere = _of_evidence(frozenset(told or ()), build, surname) if told or surname else NONE
    return word.known, _of_title(place, build, title), before, after, elsewhere


@lru_cache(maxsize=20_000)
def _of_title(place: str, build: str, title: str) -> Features:
    return (title, "T=" + place, "Tc=" + place + build) if title else ("T=" + place, "Tc=" + place + build)


@lru_cache(maxsize=20_000)
def _of_evidence(told: frozenset[str], build: str, surname: bool) -> Features:
    found = [feature for fact in sorted(told) for feature in (fact, fact + build)]
    return (*found, "ds" + build) if surname else tuple(found)
