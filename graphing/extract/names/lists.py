"""Organisations told by the list they stand in (하람생명·누리생명·가람생명 사장단), or by what they have (나래소재의 부스)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from graphing.extract.names.foreign import is_place
from graphing.extract.names.generic import generic_words
from graphing.extract.names.kinds import is_foreign, is_native
from graphing.extract.names.people import ordinary
from graphing.extract.names.standing import outside
from graphing.extract.names.tagger import Guess
from graphing.extract.names.tagger_lexicons import listed_names, suffix_of
from graphing.extract.names.told import is_company

FIRM = 0.8
# A list of which so many are organisations is one of organisations, if so large a share of it are.
LEAST, SHARE = 4, 0.6
_ITEM = "[가-힣A-Za-z0-9&]{1,14}"
_SIGN = "[·ㆍ‧∙]"
_NOTED = rf"{_ITEM}(?:\([A-Za-z가-힣]{{1,10}}\))?"
_DOTTED = re.compile(rf"(?<![가-힣A-Za-z0-9&·ㆍ‧∙]){_NOTED}(?:{_SIGN}{_NOTED}){{1,40}}")
_COMMAS = re.compile(rf"(?<![가-힣A-Za-z0-9&·ㆍ‧∙,]){_ITEM}(?:, {_ITEM}){{1,20}}(?= 등)")
_DESCRIPTION = re.compile(r"(?<![가-힣A-Za-z0-9&])([가-힣A-Za-z0-9&]{2,14})\(([가-힣A-Za-z·& ]{3,14})\)")
_DESCRIBED = re.compile(rf"{_DESCRIPTION.pattern}(?:(?:, ?|[·ㆍ]){_DESCRIPTION.pattern}){{2,20}}")
_ONE = re.compile(rf"{_ITEM}(?![^()]*\))")
# Whose these are is a company, whatever it is called.
_OWNED = re.compile(
    r"(?<![가-힣A-Za-z0-9·ㆍ])((?:[가-힣A-Za-z0-9]{3,10}?(?:[와과] |, ?|[·ㆍ])){0,4}[가-힣A-Za-z0-9]{3,10}?)(?:의)? "
    r"(?:부스|전시관|전시장|홍보관|경영진|임원진|최고경영진)(?=[를을에의과와은는이가도, ]|들)"
)
_OF_LIST = re.compile(r"[와과] |, ?|[·ㆍ]")
# What companies make, of which their names end as things do.
_MADE = ("소재", "장비", "설비", "부품", "로봇", "필름", "칩스", "센서", "공구", "화학", "정밀", "광학", "기공", "기전", "계전", "랩스")
# What is made of, or for what: 반도체소재, 건설장비.
_THING = frozenset(
    ("반도체", "자동차", "철강", "로봇", "배터리", "이차전지", "건설", "농업", "의료", "첨단", "핵심", "친환경", "전자", "기계",
     "산업", "공장", "광학", "석유", "정밀", "방송", "통신", "군사", "방산", "원전", "전기차", "디스플레이", "화학", "바이오",
     "안전", "생산", "제조", "국내", "협동", "서비스", "해외", "시중", "지방", "대형", "중소", "외국계", "국책", "민간", "인터넷",
     "산업용", "신소재", "나노", "금속", "탄소", "소방", "항공", "조선", "선박", "전기", "전력", "태양광", "수소", "운동")
)
# Words of companies' names in English, which no person bears.
_CORPORATE = frozenset(
    ("코리아", "재팬", "차이나", "아메리카", "글로벌", "인터내셔널", "홀딩스", "디벨롭먼트", "에너지", "파트너스", "캐피탈",
     "캐피털", "인베스트먼트", "테크놀로지", "테크놀로지스", "엔지니어링", "솔루션", "솔루션스", "솔루션즈", "시스템즈",
     "시스템스", "서비스", "그룹", "컴퍼니", "코퍼레이션", "네트웍스", "네트워크스", "매니지먼트", "어드바이저스", "엔터테인먼트",
     "파이낸셜", "뱅크", "파워", "모터스", "일렉트릭", "일렉트로닉스")
)


def in_lists(text: str, guesses: Sequence[Guess]) -> Iterator[Guess]:
    """What stands with organisations in a list and looks like one, or stands among so many that it must be one."""
    at = {guess.start: guess for guess in guesses}
    for pattern in (_DOTTED, _COMMAS):
        for chain in pattern.finditer(text):
            yield from _of_list(text, list(_ONE.finditer(text, *chain.span())), at)


def described(text: str, guesses: Sequence[Guess]) -> list[Guess]:
    """The guesses with the companies of a list that says what each does: 다온(물류로봇), 가람틱스(영상), 누리(AI 검사).

    Half of them are known to be companies or look like ones, and none is called like a Korean; what the brackets say is none.
    """
    kinds = {guess.start: guess for guess in guesses}
    told: list[tuple[int, int]] = []
    firms: list[Guess] = []
    for chain in _DESCRIBED.finditer(text):
        items = list(_DESCRIPTION.finditer(text, *chain.span()))
        known = [kinds.get(item.start(1)) for item in items]
        native = any(guess and guess.kind == "person" and is_native(text[guess.start : guess.end]) for guess in known)
        companies = sum(guess is not None and guess.kind == "organization" for guess in known)
        shaped = sum(is_company(item[1]) or is_foreign(item[1]) or not item[1].isalpha() for item in items)
        other = any(item[2] in listed_names()[0] or item[2].isascii() for item in items)
        if native or other or not companies or 2 * max(companies, shaped) < len(items):
            continue
        told.append(chain.span())
        firms += [Guess(*item.span(1), "organization", FIRM) for item in items]
    return sorted([*outside(guesses, told), *firms])


def _of_list(text: str, items: list[re.Match[str]], at: dict[int, Guess]) -> Iterator[Guess]:
    known = [item.start() in at and at[item.start()].kind == "organization" for item in items]
    people = sum(item.start() in at and at[item.start()].kind == "person" for item in items)
    if not any(known):
        return
    among = len(items) > LEAST and sum(known) >= SHARE * len(items) and people < 2
    kinds = {suffix_of(text[at[item.start()].start : at[item.start()].end]) for item, told in zip(items, known, strict=True) if told}
    # the last may wear a particle
    bare = among and text[items[-1].end() : items[-1].end() + 1] == " " and items[-1][0][-1] not in "은는을를의과와도에"
    for item, told in zip(items[:-1] + items[-1:] * bare, known, strict=False):
        form = item[0]
        if told or (item.start() in at and not among) or is_place(form) or form in generic_words() or form in ordinary():
            continue
        if (is_company(form) and suffix_of(form) in kinds) or (among and not is_native(form)):
            yield Guess(*item.span(), "organization", FIRM)


def owners(text: str) -> Iterator[Guess]:
    """나래소재와 한울장비의 부스: companies by what they are told to have, if they end like companies."""
    for match in _OWNED.finditer(text):
        start = match.start(1)
        for word in _OF_LIST.split(match[1]):
            at = text.index(word, start)
            start = at + len(word)
            made = suffix_of(word) if is_company(word) else next((end for end in _MADE if word.endswith(end)), "")
            stem = word[: -len(made)] if made else ""
            if len(stem) > 1 and stem not in _THING and not is_place(stem) and stem not in generic_words() | ordinary():
                yield Guess(at, start, "organization", FIRM)


def corporate(text: str, guesses: Sequence[Guess], title_starts: frozenset[int]) -> list[Guess]:
    """The guesses with companies for people who bear words of companies: 최다온 {하람 파워 코리아 디벨롭먼트} 대표; sorted.

    ``title_starts``: offsets at which titles begin.
    """
    found: list[Guess] = []
    shaped = -1
    for read in sorted(guesses):
        guess, form = read, text[read.start : read.end]
        last = found[-1] if found else None
        if last is not None and guess.start < last.end:
            continue
        run = _run().match(text, guess.end) if guess.kind == "person" and form[3:4] == " " else None
        if run and is_native(form[:3]) and not is_native(form[4:]) and " " not in form[4:]:
            # {최다온 벤투스} {글로벌 에너지} 대표
            found += [guess._replace(end=guess.start + 3), Guess(guess.start + 4, run.end(), "organization", FIRM)]
            continue
        if last is not None and last.end == shaped and guess.start == shaped + 1 and guess.kind == "organization" and is_native(form):
            # {하람 파워 코리아} {최다온} 대표
            guess = guess._replace(kind="person")
        if guess.kind != "person" or " " not in form or _CORPORATE.isdisjoint(form.split(" ")):
            joined = last is not None and last.kind == "organization" and last.end + 1 == guess.start and guess.kind == "organization"
            if joined and last is not None and form in _CORPORATE and text[last.end] == " ":
                found[-1] = last._replace(end=guess.end)
            else:
                found.append(guess)
            continue
        start = guess.start
        if last is not None and last.kind == "organization" and last.end + 1 == start and text[last.end] == " ":
            start = found.pop().start
        found.append(Guess(start, guess.end, "organization", FIRM))
        shaped = guess.end
    return found


@cache
def _run() -> re.Pattern[str]:
    """Words of companies."""
    return re.compile(rf"(?: (?:{'|'.join(sorted(_CORPORATE, key=len, reverse=True))}))+(?= )")
