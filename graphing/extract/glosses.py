"""Brackets that say a name once more, in Latin letters or as a code, price or form of a company: 메타(Meta), 다온전자(001230), 다온(주).

Some papers put them behind every name that comes first, others never do. A sentence is read as if they were not there; what one spells
becomes another name of whoever stands before it, and what it tells of the words before it stays told. Kept are abbreviations (MS) and
what an article says again without its bracket.
Of 148 annotated articles with such a bracket put behind every company 22 (Latin) and 20 (codes) told of other people before, one or none
now.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Any

from graphing.extract.names.brackets import PRICE
from graphing.extract.names.listed import legal
from graphing.extract.names.tagger import Guess
from graphing.model import Extraction, Mention, MentionKind, Organization, Person, Span
from graphing.romanize import romanize

_LATIN = re.compile(r"(?<=[가-힣A-Za-z0-9&])\((?=[A-Z])(?=[^()\n]*[a-z])([A-Z0-9][A-Za-z0-9&'’.,\- ]{1,59})\)")
_CODE = re.compile(r"(?<=[가-힣A-Za-z&])\(\d{4}[\dA-Z]\d\)")
_FORM = "(주)"
_WORD = re.compile(r"[A-Za-z0-9]+")
_COMPANY = re.compile(r"(?<![가-힣A-Za-z0-9&·])[가-힣A-Za-z&][가-힣A-Za-z0-9&·]{1,19}\Z")
_WORDS = re.compile(r"(?<![가-힣])[가-힣]+(?: [가-힣]+)*\Z")
_LONGEST = 60  # characters before a bracket that are looked at
# Consonants that one sound of a foreign name becomes in either script: 빅터 Victor, 필립 Philip.
_SOUNDS = (
    ("ph", "p"), ("[cs]h", "s"), ("[bfv]", "p"), ("d", "t"), ("[gcqx]", "k"), ("[zj]", "s"), ("l", "r"), ("[^kmnprst]", ""),
    (r"(.)\1+", r"\1"),
)  # fmt: skip
_ALIKE = 0.6  # of the consonants of a word: 어니스트 / Ernest, but not 전자 / Electronics


@dataclass(frozen=True, slots=True)
class Gloss:
    """Where a bracket stands, from ( to ), what it is (Latin letters, or a company's), and, where told, who stands before it."""

    bracket: Span
    latin: bool
    kind: MentionKind | None = None
    named: Span | None = None


def glosses(text: str) -> Iterator[Gloss]:
    """The brackets of a text that are passed over in reading, ascending."""
    if "(" not in text and "[" not in text:
        return
    found = {Span(*match.span()) for match in _CODE.finditer(text)}
    found |= {Span(*match.span()) for match in PRICE.finditer(text) if match.start() and text[match.start() - 1].isalnum()}
    told = [_company(text, span) for span in found]
    told += [gloss for guess in legal(text) if (gloss := _formed(text, guess))]
    times = Counter(_WORD.findall(text))
    told += [_spelled(text, match) for match in _LATIN.finditer(text) if any(times[word] == 1 for word in _WORD.findall(match[1]))]
    yield from sorted(told, key=lambda gloss: gloss.bracket)


def with_glosses(found: Extraction, read: Sequence[Gloss]) -> Extraction:
    """``found``, read without them, with what they spell as mentions and other names of whoever is named right before."""
    text = found.article.text
    spelled = [Span(gloss.bracket.start + 1, gloss.bracket.end - 1) for gloss in read if gloss.latin]
    if not spelled:
        return found
    at = {span.start - 1: Mention(*span, text[slice(*span)], "person") for span in spelled}
    people = tuple(replace(one, **_more(one, at)) for one in found.people)
    organizations = tuple(replace(one, **_more(one, at)) for one in found.organizations)
    return replace(found, people=people, organizations=organizations)


def _company(text: str, bracket: Span) -> Gloss:
    before = max(0, bracket.start - _LONGEST)
    match = _COMPANY.search(text[before : bracket.start])
    if match is None or match[0].isdigit():
        return Gloss(bracket, latin=False)
    return Gloss(bracket, False, "organization", Span(before + match.start(), bracket.start))


def _formed(text: str, company: Guess) -> Gloss | None:
    """(주)다온, 다온(주); None where its form is a word (주식회사 다온)."""
    for start in (company.start - len(_FORM), company.end):
        if text[max(0, start) : start + len(_FORM)] == _FORM:
            return Gloss(Span(start, start + len(_FORM)), False, "organization", Span(company.start, company.end))
    return None


def _spelled(text: str, match: re.Match[str]) -> Gloss:
    """A name of several words that is written as many in Latin letters, each like its own, is a person's: 카타리나 로언(Katarina Rowan)."""
    bracket = Span(*match.span())
    latin = match[1].split()
    before = max(0, bracket.start - _LONGEST)
    words = _WORDS.search(text[before : bracket.start])
    named = words[0].split(" ")[-len(latin) :] if words else []
    if len(latin) < 2 or len(named) < len(latin) or not all(_sounds_like(*pair) for pair in zip(named, latin, strict=True)):
        return Gloss(bracket, latin=True)
    return Gloss(bracket, True, "person", Span(bracket.start - len(" ".join(named)), bracket.start))


def _sounds_like(hangul: str, latin: str) -> bool:
    first, second = _consonants(romanize(hangul)), _consonants(latin)
    return first == second or SequenceMatcher(None, first, second, autojunk=False).ratio() >= _ALIKE


def _consonants(word: str) -> str:
    plain = word.lower()
    for letters, sound in _SOUNDS:
        plain = re.sub(letters, sound, plain)
    return plain


def _more(named: Person | Organization, at: dict[int, Mention]) -> dict[str, Any]:
    """What changes of whoever has such brackets behind mentions."""
    spelled = [replace(at[mention.end], kind=mention.kind) for mention in named.mentions if mention.end in at]
    mentions = sorted([*named.mentions, *spelled], key=lambda mention: mention.start)
    aliases = dict.fromkeys([*named.aliases, *(mention.text for mention in spelled)])
    return {"mentions": tuple(mentions), "aliases": tuple(aliases)} if spelled else {}
