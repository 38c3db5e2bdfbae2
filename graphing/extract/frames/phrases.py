"""A reference to somebody in a sentence: where its noun phrase ends, and what particles it has: 등+와 of '민도영 한빛전자 회장 등과'."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from graphing.model import Token


@dataclass(frozen=True, slots=True)
class Reference:
    """Words that speak of people. ``names`` are the people meant; ``marker`` the particles or marks that follow the noun
    phrase, ``group`` those that follow the whole list the phrase stands in; ``tail`` the next content word."""

    start: int
    end: int
    phrase_end: int
    names: tuple[str, ...]
    kind: str
    marker: str
    group: str
    tail: str


# Words at the end of a noun phrase that add others to the one named.
WITH_OTHERS = [
    (suffix, re.compile(rf"(?:^|\s|\d+[명개곳]? ?){suffix}(?:\s|$)|{suffix}$")) for suffix in ("등", "측", "쪽", "일행", "부부", "내외")
]
# What may stand inside one noun phrase after a name: nouns, numbers, brackets and what is in them.
NOUN_TAGS = frozenset({"NNG", "NNP", "NNB", "NR", "SL", "SN", "SH", "XSN", "XPN", "MM", "XR", "SB", "SO"})
# No noun phrase has more tokens; lists of nouns without end (tables) must not be read to their end from every name in them.
LONGEST_PHRASE = 100
MIDDLE_DOTS = frozenset("·ㆍ∙‧")
PARTICLES = ("JKS", "JKO", "JKB", "JKG", "JX", "JC", "JKQ", "JKV")


def noun_phrase_end(tokens: Sequence[Token], index: int, cue_starts: frozenset[int], text: str) -> int:
    """The index of the first token after the noun phrase that begins at tokens[index]."""
    depth, first = 0, index
    stop = min(len(tokens), index + LONGEST_PHRASE)
    while index < stop:
        token = tokens[index]
        if index > first and _joins_nouns(tokens, index):
            # 현대·기아차, 한·미재계회의: one name of a body.
            index += 1
            continue
        if token.tag == "SSO" and token.form in "([〈<":
            depth += 1
        elif token.tag == "SSC" and token.form in ")]〉>" and depth:
            depth -= 1
        elif depth == 0 and (token.start in cue_starts or token.tag not in NOUN_TAGS):
            break
        index += 1
    return index


def _joins_nouns(tokens: Sequence[Token], index: int) -> bool:
    """Whether tokens[index] is a middle dot between two nouns, with no blank on either side."""
    if tokens[index].form not in MIDDLE_DOTS or index + 1 >= len(tokens):
        return False
    before, dot, after = tokens[index - 1 : index + 2]
    return before.end == dot.start and dot.end == after.start and before.tag in NOUN_TAGS and after.tag in NOUN_TAGS


def particles(tokens: Sequence[Token], index: int) -> tuple[str, int]:
    """The particles or the list mark at tokens[index], written together ('와도', ','), and the index after them."""
    if index < len(tokens) and tokens[index].tag in ("SP", "SO", "SC") and tokens[index].form in ",·/、ㆍ∙-‧":
        return ",", index + 1
    if index < len(tokens) and tokens[index].form == "=":
        # An item of a diary: '김민호 회장 = 13일 오후 …를 만난다'.
        return "는", index + 1
    forms: list[str] = []
    while index < len(tokens) and tokens[index].tag.startswith(PARTICLES) and len(forms) < 3:
        forms.append(tokens[index].form)
        index += 1
    return "".join(plain(form) for form in forms), index


ALLOMORPHS = {
    "이": "가",
    "은": "는",
    "을": "를",
    "과": "와",
    "ᆫ": "는",
    "ᆯ": "를",
    "께서": "가",
    "께": "에게",
    "한테": "에게",
    "이랑": "와",
    "랑": "와",
    "하고": "와",
}


def plain(form: str) -> str:
    """A particle in the one form that stands for all it has: 이 and 께서 as 가, 은 as 는."""
    return ALLOMORPHS.get(form, form)


WITH_HIM = ("등+", "일행+", "부부+", "내외+")


def bare(marker: str) -> str:
    """A marker or group without those who are there with the one named: 일행+는 as 는; 측+는, which leaves him out, as it is."""
    return marker.split("+", 1)[1] if marker.startswith(WITH_HIM) else marker


def content_after(tokens: Sequence[Token], index: int) -> str:
    """The next verb or noun within three tokens, '' where there is none: 비롯, 시작, 대신, 잇 …"""
    for token in tokens[index : index + 3]:
        if token.tag[:2] in ("VV", "NN", "MA") or token.tag == "XR":
            return token.form
    return ""
