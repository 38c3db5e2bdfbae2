"""Guessed organisations that are none: nouns for bodies of a kind, parts of companies, events, buildings, countries, outlets."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from functools import cache

from graphing.extract.names.tagger import Guess
from graphing.extract.names.tagger_lexicons import geography, listed_names, towns
from graphing.lexicon import listed, table

# 인천시, 플로리다주, 후쿠오카현, 베트남 국가: a place and the word for its government.
_GOVERNMENT = re.compile(r"(.{2,}?)(?:특별시|광역시|특별자치시|특별자치도|시|도|주|현|성|군| ?(?:정부|당국|국가|왕실|의회|대표단|사절단))$")
# 홍콩본사, 도쿄지사: where an office of somebody's is.
_OFFICE = re.compile(r"(.{2,}?) ?(?:본사|지사|지점|사무소|사무실|현지법인|법인|공장|사옥)$")
# 다온바이오 R&D 총괄: the field of a title.
_FIELD = re.compile(r"(?<=[가-힣A-Za-z]{2}) (?:R&D|ESG|IR|PR|HR|M&A|CSR|SCM)$")
_PART = re.compile(r"(?:부문|센터|사업부|본부|팀|실|담당|솔루션|경험)$")

LEFT = 0.6
LONGEST_TITLE = 5
# 파리서, 남산서: where, in a headline's short form; no name has a word with such a particle.
_AT = re.compile(r"([가-힣]{2,5})서(?: |$)")
_WHERE = re.compile(r".*[가-힣](?:에서|에게|까지|부터) ")
# 보건의료정책실장, 미래전략수석: the field of a post of the government, which is written together with it.
_OF_POST = re.compile(r"[가-힣]{0,4}(?:실장|국장|정책관|기획관|수석|팀장|단장)(?![가-힣]{2})")
# 한식당 다온재에서, 다온호텔서 만나: a house that somebody is in.
_HOUSE = re.compile(r"(?:식당|일식집|한정식집|고깃집|횟집|밥집|국숫집|카페|찻집|커피숍|주점|음식점|레스토랑|와인바) [‘'“\"]?$")
_AT_HOTEL = re.compile(".{2,}호텔[선서]")
_HOTELS = frozenset({"호텔신라", "호텔롯데"})
_THERE = re.compile(r"(?: 영빈관| [가-힣]+홀| [가-힣]+룸)?에서?는? ")
# 임다온 경제학부 교수: a part of a university
_FACULTY = re.compile("[가-힣]{2,}학[부과]")
# 품질혁신실 금동수 부사장: what ends so is a part of a house, but for the offices of a government.
_ROOM = re.compile(r"[가-힣A-Z]{2,}(?<!대통령)(?<!총리)(?<!비서)(?<!안보)(?<!조정)(?<!왕)실")
# 4대그룹, 5대 은행
_COUNTED = re.compile(r"\d{1,3}대 ?[가-힣]{2,6}")


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(word for row in table("generic_organizations") if row["kind"] == kind for word in listed(row["words"]))


@cache
def _districts() -> frozenset[str]:
    """Cities, counties and districts of Korea: 신안군."""
    return frozenset(word for row in table("no_people") if row["kind"] == "place" for word in listed(row["words"]))


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
    bare = (guess if guess.kind == "person" else _without_field(text, guess, title_starts) for guess in guesses)
    return [guess for guess in bare if guess.kind != "organization" or not _generic(text, guess, title_starts)]


def _without_field(text: str, guess: Guess, title_starts: frozenset[int]) -> Guess:
    field = _FIELD.search(text, guess.start, guess.end) if guess.end + 1 in title_starts else None
    return guess._replace(end=field.start()) if field else guess


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
        where = _WHERE.match(form) if guess.kind == "person" else None
        if where:
            found.append(guess._replace(start=guess.start + where.end()))
            continue
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
    if _COUNTED.fullmatch(form) or _FACULTY.fullmatch(form) or (_ROOM.fullmatch(form) and form not in listed_names()[0]):
        return True
    if form.endswith(_endings("outlet")):
        return guess.end not in title_starts and guess.end + 1 not in title_starts
    if form in _governments() or _AT_HOTEL.fullmatch(form) or (form in _HOTELS and _THERE.match(text, guess.end)):
        return True
    if form in listed_names()[0]:
        return False
    if _OF_POST.match(text, guess.end) or _HOUSE.search(text, max(0, guess.start - 8), guess.start):
        return True
    if form.endswith(_endings("committee")) or (len(form) > 2 and form.endswith(_endings("ending"))):
        return True
    office = _OFFICE.fullmatch(form)
    if office and office[1] in geography():
        return True
    government = _GOVERNMENT.fullmatch(form)
    if form in _districts():
        return True
    if (government and government[1] in geography()) or form in geography():
        return True
    # 미디어솔루션센터(MSC): the short name of a part of a company
    bracketed = form.isascii() and text[guess.start - 1 : guess.start] == "("
    return bracketed and bool(_PART.search(text, max(0, guess.start - 6), guess.start - 1))
