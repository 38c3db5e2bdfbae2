"""Guessed organisations that are none: nouns for bodies of a kind, parts of companies, events, buildings, countries, outlets."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from functools import cache

from graphing.extract.names.tagger import Guess
from graphing.extract.names.tagger_lexicons import geography, listed_names, towns
from graphing.lexicon import listed, table
from graphing.lexicon.words import districts

# 인천시, 플로리다주, 후쿠오카현, 베트남 국가: a place and the word for its government.
_GOVERNMENT = re.compile(r"(.{2,}?)(?:특별시|광역시|특별자치시|특별자치도|시|도|주|현|성|군| ?(?:정부|당국|국가|왕실|의회|대표단|사절단))$")
# 홍콩본사, 도쿄지사: where an office of somebody's is.
_OFFICE = re.compile(r"(.{2,}?) ?(?:본사|지사|지점|사무소|사무실|현지법인|법인|공장|사옥)$")

LEFT = 0.6
LONGEST_TITLE = 5
# 파리서, 남산서: where, in a headline's short form; no name has a word with such a particle.
_AT = re.compile(r"([가-힣]{2,5})서(?: |$)")
# 보건의료정책실장, 미래전략수석: the field of a post of the government, which is written together with it.
_OF_POST = re.compile(r"[가-힣]{0,4}(?:실장|국장|정책관|기획관|수석|팀장|단장)(?![가-힣]{2})")
# 품질혁신실 금동수 부사장: what ends so is a part of a house, but for the offices of a government.
_ROOM = re.compile(r"[가-힣A-Z]{2,}(?<!대통령)(?<!총리)(?<!비서)(?<!안보)(?<!조정)(?<!왕)실")


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(word for row in table("generic_organizations") if row["kind"] == kind for word in listed(row["words"]))


@cache
def _governments() -> frozenset[str]:
    """Cities, provinces, counties and districts among the listed organisations: what governs a place is no organisation of the news."""
    rows = (row for row in table("organizations") if row["type"] == "agency")
    return frozenset(name for row in rows for name in listed(row["common"]) if name[-1] in "시도군구" and len(name) > 2)


def generic_words() -> frozenset[str]:
    """Nouns for any body of its kind: 정부, 은행, 계열사."""
    return _words("whole")


@cache
def _endings(kind: str) -> tuple[str, ...]:
    return tuple(_words(kind))


def without_generic(text: str, guesses: Iterable[Guess], title_starts: frozenset[int]) -> list[Guess]:
    """The guesses without those organisations that name none. ``title_starts``: offsets at which titles begin.

    A news outlet is an organisation of the news only where someone's post at it is told (최도윤 다온일보 사장).
    """
    return [guess for guess in guesses if guess.kind != "organization" or not _generic(text, guess, title_starts)]


def without_offices(
    text: str, guesses: Iterable[Guess], title_ends: Mapping[int, int], fused: Collection[int]
) -> list[Guess]:
    """The guesses without the title that was read as an organisation (울릉군수), and names without the place before them (파리서 가람).

    ``title_ends``: where titles end → where they begin behind the organisation they are written together with; ``fused``: those begins.
    """
    found = []
    for read in guesses:
        guess = read
        begun = title_ends.get(guess.end, -1)
        if guess.kind == "organization" and begun in fused and guess.start < begun:
            continue
        if guess.kind == "organization" and guess.start + 2 < begun and text[begun - 1] == " " and guess.end - begun <= LONGEST_TITLE:
            # 전국인민대표대회 상무위원장: without the title of its head; not 금속노조 다온조선지부장
            guess = guess._replace(end=begun - 1)
        form = text[guess.start : guess.end]
        placed = _AT.match(form)
        if placed is None or placed[1] not in towns():
            found.append(guess)
        elif placed.end() < len(form):
            # What is left may as well be the other kind: its other places tell.
            found.append(guess._replace(start=guess.start + placed.end(), probability=min(guess.probability, LEFT)))
    return found


def _generic(text: str, guess: Guess, title_starts: frozenset[int]) -> bool:
    form = text[guess.start : guess.end]
    if form in _words("whole") or form in _words("term"):
        return True
    if _ROOM.fullmatch(form) and form not in listed_names()[0]:
        return True
    if form.endswith(_endings("outlet")):
        return guess.end not in title_starts and guess.end + 1 not in title_starts
    if form in _governments():
        return True
    if form in listed_names()[0]:
        return False
    if _OF_POST.match(text, guess.end):
        return True
    if form.endswith(_endings("committee")) or (len(form) > 2 and form.endswith(_endings("ending"))):
        return True
    office = _OFFICE.fullmatch(form)
    if office and office[1] in geography():
        return True
    government = _GOVERNMENT.fullmatch(form)
    if form in districts():
        return True
    return (government is not None and government[1] in geography()) or form in geography()
