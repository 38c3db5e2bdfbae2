"""What the name tagger sees of a unit: its form, its place in its word, titles near by, and the same word elsewhere in the article.

A feature is a short string. What depends on one form or one word alone is kept (forms come back all the time); the rest is put
together for each word or unit.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from graphing.extract.tagger_evidence import Surroundings
from graphing.extract.tagger_lexicons import suffix_of, suffixes, surname_of
from graphing.extract.tagger_units import Unit
from graphing.extract.tagger_words import JOINTS, Features, Word, shape


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


def features(units: Sequence[Unit], words: Sequence[Word], around: Surroundings, chosen: Sequence[int]) -> list[list[str]]:
    """One list of features for every chosen unit of a sentence (``active``)."""
    count = len(units)
    kinds = [of_form(unit.form, unit.tag) for unit in units]
    final = any(unit.tag == "EF" for unit in units[-4:])
    gaps = {"": "g", "s": "gs", "n": "gn"} if final else {"": "hg", "s": "hgs", "n": "hgn"}
    rows: list[list[str]] = []
    number = 0
    word = words[0]
    shared: list[str] | None = None
    for index in chosen:
        while index > word.last:
            number += 1
            word = words[number]
            shared = None
        if shared is None:
            shared = _of_place(number, units, words, around)
        rows.append(
            [
                *kinds[index][0],
                *(kinds[index - 1][1] if index else START),
                *(kinds[index + 1][2] if index + 1 < count else END),
                *(kinds[index - 2][3] if index > 1 else ()),
                *(kinds[index + 2][4] if index + 2 < count else ()),
                *shared,
                gaps[units[index].gap],
                _position(index, word),
            ]
        )
    _mark_listed(units, rows, around, chosen)
    return rows


START = ("-w=<",)
END = ("+w=>",)


def _position(index: int, word: Word) -> str:
    if index > word.core_last:
        return "pJ"
    if word.first == word.core_last:
        return "pS"
    return "pB" if index == word.first else "pL" if index == word.core_last else "pI"


def _of_place(number: int, units: Sequence[Unit], words: Sequence[Word], around: Surroundings) -> list[str]:
    """What a word's neighbours and its other places tell of it."""
    word = words[number]
    first = units[word.first]
    build = word.build
    shared = list(word.known)
    title_at = around.title_at
    total = len(words)
    place = ""
    if first.start in title_at:
        place = "in"
    else:
        for ahead in range(number + 1, min(number + 5, total)):
            start = units[words[ahead].first]
            if start.start in title_at:
                place = f"{ahead - number}{start.gap}"
                if ahead == number + 1:
                    shared.append("tn=" + around.title_names[start.start][-2:])
                else:
                    shared.append("tb=" + words[number + 1].build + place)
                break
            if start.tag in JOINTS and start.tag != "SSO":
                break
    shared.append("T=" + place)
    shared.append("Tc=" + place + build)
    if number:
        previous = words[number - 1]
        if first.gap and units[word.first - 1].end in around.title_ends:
            shared.append("tp1" + place)
        elif first.start in around.title_ends:
            shared.append("tp0=" + around.title_names[around.title_ends[first.start]])
        else:
            shared.append("pb=" + previous.build[-1] + previous.particle + "|" + place)
    if number + 1 < total:
        shared.append("nb=" + words[number + 1].build)
    told = around.evidence.get(word.core)
    if told is not None:
        for fact in sorted(told):
            shared.append(fact)
            shared.append(fact + build)
    if len(word.core) > 1 and word.core[0] in around.surnames_before_title:
        shared.append("ds" + build)
    return shared


def _mark_listed(units: Sequence[Unit], rows: list[list[str]], around: Surroundings, chosen: Sequence[int]) -> None:
    """Marks the units of listed organisations' names (B, I, L, S; c: also an ordinary word) and of those fused with a title."""
    opened = listed_end = -1
    doubt = ""
    for index, row in zip(chosen, rows, strict=True):
        unit = units[index]
        if unit.start >= listed_end and unit.start in around.listed_at:
            opened = unit.start
            listed_end, common = around.listed_at[opened]
            doubt = "c" if common else ""
        if unit.start < listed_end:
            last = unit.end == listed_end
            row.append("l" + (("S" if last else "B") if unit.start == opened else "L" if last else "I") + doubt)
        if unit.end in around.fused_ends:
            row.append("fe")
