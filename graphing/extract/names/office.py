"""People told by the office beside them: 장하동 가람은행 회장, 가람은행 장하동 은행장, 최다온전경련회장.

The tagger hears of most of them. What it misses is mostly a name new to it, in forms of the daily press that the texts it has learnt
from hardly have; the analyser then still calls it one proper noun, and between its neighbours it can be nothing but a name.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache

from graphing.extract.names.foreign import is_place, may_be_name
from graphing.extract.names.generic import generic_words
from graphing.extract.names.kinds import is_chinese, is_foreign
from graphing.extract.names.people import ordinary
from graphing.extract.names.tagger import Guess
from graphing.extract.names.tagger_lexicons import geography, listed_names, suffix_of, surname_of
from graphing.lexicon import listed, table
from graphing.lexicon.words import japanese_surnames
from graphing.model import Token

FIRM = 0.8
# Titles before which the place of an office may stand.
PLACED = ("지점장", "점장", "센터장", "지사장", "공장장", "법인장", "본부장", "지부장", "지회장", "소장")
BEFORE = re.compile(r" (?:[가-힣]{2,4}[시군구] )?(?:㈜|\(주\)|주식회사 )?$")
WORD = re.compile(r"(?<![가-힣A-Za-z])([가-힣]{3})([가-힣A-Z]{2,10})$")
# The next of a list: …회장, 빈대인 나라금융지주 회장.
NEXT = re.compile(r"(?:, ?| 및 )([가-힣]{3})$")
FAMILY = re.compile(r"(?<![가-힣])([가-힣]{2,4}) $")
COUNTRY = re.compile(r"(?<![가-힣])([가-힣]{2,6}) $")
COOPERATIVES = ("농협조합", "수협조합", "축협조합", "신협조합")
BODY_ENDS = frozenset("부성청위처원회")
MINISTRY = re.compile(
    r"(?<![가-힣])([가-힣]{2,6}) ([가-힣]{2,8}[부성])(?= (?:제[12]|수석)?(?:장관|차관|부장관|부상|부장)(?![가-힣]{2}))|"
    # 중국 외교부장: in China whoever heads a ministry is 부장, which elsewhere heads a part of a company
    r"(?<![가-힣])(중국) ((?:외교|상무|국방|공안|재정|선전|조직|과학기술|공업정보화|교통운수|농업농촌|생태환경|통일전선)부)(?=장(?!관))"
)
# 왕다온(王多溫) 외교부장: a Chinese minister's, whose country the text has told before
CHINESE_MINISTRY = re.compile(
    r"(?:\([^()\n]{2,5}\))? (?:전 |신임 )?"
    r"((?:외교|상무|국방|공안|재정|선전|조직|과학기술|공업정보화|교통운수|농업농촌|생태환경)부)(?=장(?!관))"
)
# 레티투하 기획투자부 장관: whatever a minister is of is a ministry.
DEPARTMENT = re.compile(r"(?<![가-힣])([가-힣]{2,9}부)(?= (?:장관|차관|부장관)(?![가-힣]{2}))")
NO_DEPARTMENT = frozenset({"일부", "내부", "외부", "간부", "대부", "전부", "행정부", "입법부", "사법부"})
NAME = re.compile("[가-힣]{3}")
DOTTED = re.compile(r"(?<![가-힣·ㆍ])[가-힣]{3}(?:[·ㆍ][가-힣]{3}){2,}(?![가-힣·ㆍ])")


_MISSION = r"(?:(?:한국|대한민국) ?)?(?:부대사|대사|총영사|공사|대표부|상무관)(?!관)"
MISSION = re.compile(f" {_MISSION}")
# The rest of a country's word, where it is torn.
TORN = re.compile(rf"([가-힣]{{0,4}}?) ?{_MISSION}")


@cache
def _countries() -> frozenset[str]:
    return frozenset(name for row in table("geography") if row["kind"] == "country" for name in listed(row["names"])) - {"한국"}


def with_countries(text: str, guesses: Iterable[Guess], fused: Collection[int]) -> list[Guess]:
    """The guesses with the country before a body of its government that is written together with a title: 중국 외교부장 is of 중국 외교부.

    ``fused``: where such bodies end.
    """
    found = []
    for guess in guesses:
        if guess.kind == "organization" and text.endswith(COOPERATIVES, guess.start, guess.end) and text.startswith("장", guess.end):
            # 미르농협조합장: the head of a 미르농협
            found.append(guess._replace(end=guess.end - 2))
            continue
        of_title = guess.kind == "organization" and guess.end in fused and text[guess.end - 1] in BODY_ENDS
        before = COUNTRY.search(text, max(0, guess.start - 8), guess.start) if of_title else None
        found.append(guess._replace(start=before.start(1)) if before and before[1] in _countries() else guess)
    return found


def without_missions(text: str, guesses: Iterable[Guess]) -> list[Guess]:
    """The guesses without the country that an ambassador is sent to: {탁은정 주라오스} 대사, {주헝가리} 한국 대사."""
    found: list[Guess] = []
    for guess in guesses:
        name, _, sent = text[guess.start : guess.end].rpartition(" ")
        # {조헌 주인}도 한국대사: a country of which the word is torn.
        torn = sent.startswith("주") and TORN.match(text, guess.end)
        if torn and name and sent[1:] + torn[1] in geography():
            found.append(guess._replace(end=guess.start + len(name)))
        elif not (sent.startswith("주") and MISSION.match(text, guess.end)):
            found.append(guess)
        elif name:
            found.append(guess._replace(end=guess.start + len(name)))
        elif sent[1:] not in geography() and not (found and found[-1].kind == "person" and found[-1].end + 1 == guess.start):
            found.append(guess)
    return found


def ministries(text: str) -> Iterator[Guess]:
    """몽골 광물부 장관: the ministry of another country, whatever it is called."""
    for match in MINISTRY.finditer(text):
        if (match[1] or match[3]) in _countries():
            yield Guess(*match.span(), "organization", FIRM)


def ministers(text: str, guesses: Iterable[Guess]) -> Iterator[Guess]:
    """외교부 of 왕다온 외교부장, who is Chinese by his name."""
    for guess in guesses:
        if guess.kind == "person" and is_chinese(text[guess.start : guess.end]):
            match = CHINESE_MINISTRY.match(text, guess.end)
            if match:
                yield Guess(*match.span(1), "organization", FIRM)


def departments(text: str) -> Iterator[Guess]:
    """레티투하 기획투자부 장관: a ministry told without its country."""
    for match in DEPARTMENT.finditer(text):
        if match[1] not in NO_DEPARTMENT and match[1] not in generic_words():
            yield Guess(*match.span(1), "organization", FIRM)


def _korean(form: str) -> bool:
    return len(form) == 3 and bool(surname_of(form))


def between(text: str, guesses: Iterable[Guess], title_starts: frozenset[int], proper: Mapping[int, Token]) -> Iterator[Guess]:
    """가람은행 장하동 은행장: a proper noun of three syllables with a surname, between an organisation and a title, is a person.

    A quarter or a town is none (가람은행 청하동 지점장). ``proper``: ``proper_nouns`` of the Korean sentences.
    """
    for guess in guesses:
        token = proper.get(guess.end + 1) if guess.kind == "organization" and text.startswith(" ", guess.end) else None
        if token and token.end + 1 in title_starts and text[token.end] == " " and not text.startswith(PLACED, token.end + 1):
            form = text[token.start : token.end]
            if _korean(form) and may_be_name(form) and form not in ordinary():
                yield Guess(token.start, token.end, "person", FIRM)


def before(
    text: str,
    guesses: Iterable[Guess],
    title_starts: frozenset[int],
    title_ends: frozenset[int],
    proper: Mapping[int, Token],
    doubted: Iterable[Guess],
) -> Iterator[Guess]:
    """장하동 가람은행 회장, 샤오둥 가람시위원회 서기: a whole word before an organisation with a title that looks like a name.

    It is a proper noun, or ``doubted``: taken for a person by the tagger, but not surely enough to stand alone; or it follows on
    another's title in a list (…회장, 장하동 가람은행 회장).
    """
    ends = {token.end: token.start for token in proper.values()} | {guess.end: guess.start for guess in doubted}
    for guess in guesses:
        # 장하동 가람은행 회장, 장하동 가람건설사장
        if guess.kind != "organization" or (guess.end + 1 not in title_starts and guess.end not in title_starts):
            continue
        gap = BEFORE.search(text, max(0, guess.start - 10), guess.start)
        start = ends.get(gap.start(), -1) if gap else -1
        next_one = NEXT.search(text, max(0, gap.start() - 7), gap.start()) if gap else None
        listed_here = next_one is not None and next_one.start() in title_ends
        if next_one and listed_here and start < 0:
            start = next_one.start(1)
        # 가람항공 상무는 하람공업 전무로: a title with its particle is no name
        if gap is None or start < 0 or text[start - 1 : start].isalnum() or start in title_starts:
            continue
        family = FAMILY.search(text, max(0, start - 6), start)
        if family and family[1] in japanese_surnames():
            start = family.start(1)
        form = text[start : gap.start()]
        # 최광회 in a list: one syllable that ends bodies as well ends a name there
        ends_so = listed_here and not is_place(form) and form not in listed_names()[0] and len(suffix_of(form)) == 1
        named = may_be_name(form) or ends_so
        if (_korean(form) or is_foreign(form)) and named and form not in ordinary():
            yield Guess(start, start + len(form), "person", FIRM)


def glued(text: str, title_starts: Iterable[int]) -> Iterator[Guess]:
    """최다온전경련회장, 한가람삼성회장: a name, an organisation and a title as one word, as papers saved blanks until the 1990s."""
    known = listed_names()[0]
    for titled in title_starts:
        start = end = titled
        if text.startswith("그룹", titled):
            start, end = titled - (text[titled - 1] == " "), titled + 2
        match = WORD.search(text, max(0, start - 14), start)
        if match is None or match[0] in known or match[0] + "그룹" in known or text.count(match[0]) > 1:
            continue
        if surname_of(match[1]) and (match[2] in known or match[2] + "그룹" in known):
            yield Guess(*match.span(1), "person", FIRM)
            yield Guess(match.start(2), end, "organization", FIRM)


def noted(text: str, guesses: Iterable[Guess], title_starts: frozenset[int], title_ends: frozenset[int]) -> list[Guess]:
    """The guesses with an organisation for a person in 장하동 조합 이사장(엔코 사장): a bracket after a title tells another post of his.

    What has the three syllables of a Korean name stays one: 다온그룹 총수(장하람 회장).
    """
    return [
        guess._replace(kind="organization")
        if guess.kind == "person"
        and guess.start - 1 in title_ends
        and text[guess.start - 1] in "(（"
        and guess.end + 1 in title_starts
        and not _korean(text[guess.start : guess.end])
        and " " not in text[guess.start : guess.end]
        else guess
        for guess in guesses
    ]


def dotted(text: str, guesses: Sequence[Guess]) -> Iterator[Guess]:
    """유상대 in 허진호·유상대·정규일 부총재보: what stands with people between dots and looks like a name is one, if two thirds are."""
    people = {guess.start for guess in guesses if guess.kind == "person"}
    for chain in DOTTED.finditer(text):
        items = list(NAME.finditer(text, *chain.span()))
        known = sum(item.start() in people for item in items)
        if known < len(items) <= known * 3 / 2 and all(_korean(item[0]) and item[0] not in listed_names()[0] for item in items):
            yield from (Guess(*item.span(), "person", FIRM) for item in items)
