"""Organisations told by what is written with them: 공정거래위 of 공정거래위원장, 체코 총리실, NHN USA 대표, 법무법인 다온 한가람 변호사."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache

from graphing.extract.names.foreign import is_place, may_be_name
from graphing.extract.names.generic import generic_words
from graphing.extract.names.kinds import is_native
from graphing.extract.names.people import ordinary
from graphing.extract.names.tagger import Guess
from graphing.extract.names.tagger_lexicons import listed_names, suffix_of, surname_of
from graphing.lexicon import listed, table

FIRM = 0.98
_COMMISSION = re.compile(r"(?<![가-힣A-Za-z0-9])([가-힣]{2,10}위)(?=원장(?![가-힣]{2}))")
# Two car makers whom papers name as one.
_JOINT = re.compile(r"(?<![가-힣])현대[·ㆍ‧]기아(?:자동차|차)(?:그룹)?")
_PREMIER = re.compile(r"(?<![가-힣])([가-힣]{2,6}) (?:총리실|대통령실)(?=[은는이가의과와도,. ]|에서)")
# A branch of a union with the union, also in the title of its head: 금속노조 다온조선지부장.
_BRANCH = re.compile(
    r"(?<![가-힣A-Za-z])([가-힣]{2,8}(?:노조|노동조합|노련|연맹) [가-힣A-Z]{2,10}지부)(?=장|[은는이가의와과를도에 ,.)](?! ?장))"
)
# 방성욱 디지털그룹 부행장, 허민 영남그룹장: only banks have such posts, of which a group is a part.
_BANK_PART = re.compile("장(?![학비악애])| 부행장")
_DEPUTIES = re.compile(" (?:부사장|전무|상무|이사|대표)")
_OF_FIRM = re.compile(r"(?<![가-힣])((?:법무|회계|특허|세무|노무)법인 [가-힣A-Za-z&]{1,8}) ([가-힣]{3}) ")
_AT_FIRM = re.compile(r"(?<![가-힣])(?:([가-힣]{3}) )?((?:법무|회계|특허|세무|노무)법인 ([가-힣A-Za-z&]{1,8})) ")
# 버지니아 알링턴의 한 호텔
_REGION = re.compile(r"(?<![가-힣])([가-힣]{2,6}) $")
_LOCAL = re.compile(
    r"(?:의 (?:한|공장|[^\s]{1,6}(?:호텔|식당|공장|자택|사무실|연구소))[ 으에을]|에서 |에 (?:있는|위치한|들어선|내려|도착)"
    r"|[를을] (?:찾|방문)|으?로 (?:날아|건너|향|이동|옮))"
)
# Words in Latin letters, one of them in capitals or a word of companies.
_LATIN = re.compile(r"(?<![A-Za-z0-9가-힣&.\-])([A-Z][A-Za-z&\-]*(?: [A-Z][A-Za-z&\-]+){1,3}) (?=[가-힣])")
_CAPITALS = re.compile(r"[A-Z&\-]{2,}")
_NO_COMPANY = frozenset({"CEO", "CTO", "CFO", "COO", "CSO", "CMO", "CIO", "VP", "AI", "IT", "TV", "vs", "VS"})
# 사진=대통령실 제공
_CREDIT = re.compile(r"(?:[/=ㅣ|(（·\n] ?)$")
_GIVEN_BY = re.compile(r" 제공(?=[)）\]\n/.·]|$)")


@cache
def _commissions() -> frozenset[str]:
    """Listed commissions as they stand before 원장: 금융위, 공정거래위; not those of parliament, of which a head is a member."""
    rows = (row for row in table("organizations") if not row["name"].startswith("국회 "))
    names = {name for row in rows for name in (row["name"], *listed(row["aliases"])) if " " not in name}
    whole = {name.removesuffix("원회") for name in names if name.endswith("위원회")}
    return frozenset(whole | {name for name in names if name.endswith("위") and len(name) > 2}) - {"국방위"}


@cache
def _countries() -> frozenset[str]:
    return frozenset(name for row in table("geography") if row["kind"] == "country" for name in listed(row["names"]))


def commissions(text: str) -> Iterator[Guess]:
    """공정거래위 of 공정거래위원장: listed commissions by their heads, which are written without their last syllables."""
    for match in _COMMISSION.finditer(text):
        if match[1] in _commissions():
            yield Guess(*match.span(1), "organization", FIRM)


def without_towns(text: str, guesses: Sequence[Guess], titles: Collection[int]) -> list[Guess]:
    """The guesses without towns: 버지니아 {알링턴}의 한 호텔, 오하이오주 {신시내티}를 찾아, wherever the article has them.

    ``titles``: where titles begin; what somebody is the head of is no town, nor is what is listed or ends like a company.
    """
    firms = [guess for guess in guesses if guess.kind == "organization"]
    headed = {text[guess.start : guess.end] for guess in firms if guess.end + 1 in titles and text[guess.end] == " "}
    towns = set()
    for guess in firms:
        if _LOCAL.match(text, guess.end):
            region, _, last = text[guess.start : guess.end].rpartition(" ")
            before = _REGION.search(text, max(0, guess.start - 8), guess.start)
            region = region or (before[1] if before else "")
            if region and is_place(region) and region not in _countries() and last not in listed_names()[0] and not suffix_of(last):
                towns.add(text[guess.start : guess.end])
    towns -= headed
    return [guess for guess in guesses if guess.kind == "person" or text[guess.start : guess.end] not in towns] if towns else list(guesses)


def branches(text: str) -> Iterator[Guess]:
    """금속노조 다온조선지부: a branch is named with its union."""
    if "지부" in text:
        for match in _BRANCH.finditer(text):
            yield Guess(*match.span(1), "organization", FIRM)


def joint(text: str) -> Iterator[Guess]:
    """현대·기아차, and the office of another country's head of government (체코 총리실)."""
    for match in _JOINT.finditer(text):
        yield Guess(*match.span(), "organization", FIRM)
    for match in _PREMIER.finditer(text):
        if match[1] in _countries() and match[1] != "한국":
            yield Guess(*match.span(), "organization", FIRM)


def latin(text: str, guesses: Iterable[Guess], titles: Collection[int]) -> Iterator[Guess]:
    """NHN USA 대표, LG LCD 최다온 사장: words in Latin letters before a title, or before a name with one.

    ``titles``: where titles begin.
    """
    people = {guess.start: guess.end for guess in guesses if guess.kind == "person"}
    for match in _LATIN.finditer(text):
        end = match.end()
        words = match[1].split(" ")
        if end not in titles and people.get(end, -2) + 1 not in titles:
            continue
        if _NO_COMPANY.isdisjoint(words) and any(_CAPITALS.fullmatch(word) for word in words):
            yield Guess(*match.span(1), "organization", FIRM)


def told(text: str) -> Iterator[Guess]:
    """Commissions by the titles of their heads, and what is named as one."""
    yield from commissions(text)
    yield from joint(text)
    yield from branches(text)


def no_people(text: str, guesses: Iterable[Guess]) -> list[Guess]:
    """The guesses with organisations for what looks like people: 스탠더드 앤드 푸어스."""
    joined = " 앤드 "
    return [guess._replace(kind="organization") if joined in text[guess.start : guess.end] else guess for guess in guesses]


def without_units(text: str, guesses: Iterable[Guess]) -> list[Guess]:
    """The guesses without parts of banks that are called groups: {디지털그룹} 부행장."""
    found: list[Guess] = []
    for guess in guesses:
        if not (guess.kind == "organization" and text.endswith("그룹", guess.start, guess.end) and _is_part(text, guess, found[-2:])):
            found.append(guess)
    return found


def _is_part(text: str, guess: Guess, before: Sequence[Guess]) -> bool:
    """Whether what is called a group is a part of a bank: {하늘은행} {방성욱} {디지털그룹} 상무, with the bank before the name."""
    if _BANK_PART.match(text, guess.end):
        return True
    told = [one.kind for one in before] == ["organization", "person"] and _DEPUTIES.match(text, guess.end)
    return bool(told) and text[before[1].end : guess.start] == " " and text[before[0].end : before[1].start] in (" ", "의 ")


def firms(text: str, titles: Collection[int]) -> Iterator[Guess]:
    """법무법인 다온 and 한가람 of 법무법인 다온 한가람 변호사, whatever the two are called. ``titles``: where titles begin."""
    if "법인 " in text:
        for match in _OF_FIRM.finditer(text):
            named = surname_of(match[2]) and match.start(2) not in titles and match[2] not in ordinary()
            if named and match.end() in titles and match.start(1) + len("법무법인 ") not in titles:
                yield Guess(*match.span(1), "organization", FIRM)
                yield Guess(*match.span(2), "person", FIRM)
        for match in _AT_FIRM.finditer(text):
            # 한가람 법무법인 다온 변호사
            if match.end() in titles and match.start(3) not in titles and match[3] not in ordinary() and match[3] not in generic_words():
                yield Guess(*match.span(2), "organization", FIRM)
                native = match[1] and is_native(match[1]) and may_be_name(match[1])
                if native and match[1] not in ordinary() and match.start(1) not in titles:
                    yield Guess(*match.span(1), "person", FIRM)


def without_credits(text: str, guesses: Iterable[Guess]) -> list[Guess]:
    """The guesses without those whom a picture is from: (사진=대통령실 제공)."""
    return [
        guess
        for guess in guesses
        if guess.kind != "organization"
        or not _GIVEN_BY.match(text, guess.end)
        or not _CREDIT.search(text, max(0, guess.start - 2), guess.start)
    ]
