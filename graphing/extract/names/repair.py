"""Repairs of single guesses by what cannot be: half a word, a reporter's byline, a country."""

from __future__ import annotations

import re
from collections.abc import Iterable

from graphing.extract.names.hanja import may_stand_alone
from graphing.extract.names.kinds import is_kana, is_native
from graphing.extract.names.tagger import Guess
from graphing.extract.names.tagger_lexicons import doubtful_surnames, geography, surname_of, surnames_of_hanja

HANGUL_BACK = re.compile(r"[가-힣]{1,4}$")
HANGUL_ON = re.compile(r"[가-힣]{1,3}")
REPORTER = re.compile(r"(?:\([^)\n]{1,12}\))? ?(?:(?:객원|수습|선임|전문|인턴|사진) ?)?(?:기자|특파원|논설위원)(?![가-힣]{2})")
CREDIT = re.compile(r"(?:글|사진|편집|그래픽|대담|정리|취재|영상|일러스트)(?:\s?[=/·:|]\s?| )$")
KEPT_BACK = re.compile(r" ?(?:\([^()\n]{1,14}\) ?)?[가-힣]")
# Syllables that begin a word oftener than they are a surname: 범 현대가, 왕회장, 친노조.
PREFIXES = frozenset("왕범친총반탈")
# Particles behind a name: after a closed syllable, after an open one, after both.
AFTER_CLOSED, BOTH = frozenset("은이을과"), frozenset("도의")
PARTICLES = AFTER_CLOSED | BOTH | frozenset("는가를와")
SHORTEST = 2
# '싱가포르의 루프톱 바에서': nobody is a place.
AT = re.compile(r"에서(?:는|도|만)?(?= )")
# '태성이앤씨': letters of a company's name (E&C), the last of which looks like how a person is addressed.
AND_C = re.compile(r"[가-힣A-Za-z]*(?:[가-힣A-Za-z]이|씨|디|티|비|피|아이|에이|케이)앤씨")
# '다음 주 톰 리', '금주 톰 리': a week, and not the first name of whoever comes then.
WEEK = re.compile(
    r"(?:(?<=다음 )|(?<=이번 )|(?<=지난 )|(?<=오는 )|(?<=매 )|(?<=그 )|(?<=첫 )|(?<=둘째 )|(?<=셋째 )|(?<=마지막 ))주 |"
    r"(?:금|내|차|매|다음|이번|지난)주 "
)
HANJA = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")


def repaired(text: str, guesses: Iterable[Guess], title_starts: frozenset[int]) -> list[Guess]:
    """The guesses that can be, in order. ``title_starts``: offsets at which titles begin."""
    whole = [_whole(text, guess, title_starts) for guess in sorted(guesses)]
    forms = {text[guess.start : guess.end] for guess in whole if guess.kind == "person"}
    found = [_without_particle(text, guess, forms) for guess in whole]
    people = [text[guess.start : guess.end] for guess in found if guess.kind == "person"]
    surnames = {surname for form in people if len(form) > 1 for surname in surnames_of_hanja().get(form[0], [surname_of(form)])}
    ends = {guess.end for guess in found if guess.kind == "person"}
    found = [guess for guess in found if not _impossible(text, guess, surnames, title_starts) and not _adverb(text, guess, surnames, ends)]
    return _without_bylines(text, found)


def _whole(text: str, guess: Guess, title_starts: frozenset[int]) -> Guess:
    """The whole word where the guess is one end of a Korean name (라 in 심보라 차관, 나 in 나일도 지부장) or of a company (태성이앤씨)."""
    if guess.kind != "person":
        return guess
    week = WEEK.match(text, guess.start)
    if week and week.end() < guess.end:
        guess = guess._replace(start=week.end())
    word = max(guess.start, text.rfind(" ", guess.start, guess.end) + 1)
    if (company := AND_C.match(text, word)) and company.end() == guess.end + 1:
        return guess._replace(start=word, end=company.end(), kind="organization")
    if guess.end - guess.start > 2:
        return guess
    back = HANGUL_BACK.search(text, max(0, guess.start - 4), guess.start)
    if back and guess.start not in title_starts:
        form = text[back.start() : guess.end]
        if len(form) == 3 and surname_of(form) and not text[back.start() - 1 : back.start()].isalpha():
            return guess._replace(start=back.start())
    on = HANGUL_ON.match(text, guess.end)
    if on and guess.end not in title_starts and on.end() + 1 in title_starts and text[on.end()] == " ":
        form = text[guess.start : on.end()]
        if 2 <= len(form) <= 3 and surname_of(form):
            return guess._replace(end=on.end())
    return guess


def _without_particle(text: str, guess: Guess, people: set[str]) -> Guess:
    """{하연정이} as {하연정}이: a Korean name of four syllables whose surname has one ends in its particle, as one does that is a person's
    without it; not 하세가와, who is Japanese."""
    form = text[guess.start : guess.end]
    name, particle = form[:-1], form[-1]
    if guess.kind != "person" or particle not in PARTICLES or len(name) < SHORTEST or text[guess.end : guess.end + 1].isalnum():
        return guess
    agrees = particle in BOTH or (particle in AFTER_CLOSED) == ((ord(name[-1]) - ord("가")) % 28 != 0)
    korean = is_native(name) and len(surname_of(form)) == 1 and not is_kana(form)
    return guess._replace(end=guess.end - 1) if agrees and (korean or name in people) else guess


def _impossible(text: str, guess: Guess, surnames: set[str], title_starts: frozenset[int]) -> bool:
    """A country, a place; a lone syllable of nobody's surname, before no title and nothing as 씨 (“어, 정말?”)."""
    if guess.kind != "person":
        return False
    form = text[guess.start : guess.end]
    if AT.match(text, guess.end):
        return True
    if len(form) == 1 and HANJA.match(form):
        return surnames.isdisjoint(surnames_of_hanja().get(form, ())) and not (guess.end in title_starts and may_stand_alone(form))
    if form in PREFIXES and form not in surnames:
        return not (guess.end + 1 in title_starts and text[guess.end] == " ")
    if len(form) == 1 and "가" <= form <= "힣" and form not in surnames:
        return guess.end not in title_starts and guess.end + 1 not in title_starts and not KEPT_BACK.match(text, guess.end)
    return len(form) > 1 and form in geography()


def _adverb(text: str, guess: Guess, surnames: set[str], ends: set[int]) -> bool:
    """전 and 두 before a title, where no one of that surname is in the article or a name stands just before (홍 전 본부장)."""
    form = text[guess.start : guess.end]
    if guess.kind != "person" or form not in doubtful_surnames():
        return False
    return form not in surnames or (text[guess.start - 1 : guess.start] == " " and guess.start - 1 in ends)


def _without_bylines(text: str, guesses: list[Guess]) -> list[Guess]:
    """Leaves out reporters, the first of two as well (홍길동·성춘향 기자)."""
    kept: list[Guess] = []
    dropped = -1
    for guess in reversed(guesses):
        byline = guess.kind == "person" and (
            REPORTER.match(text, guess.end)
            or CREDIT.search(text, max(0, guess.start - 6), guess.start)
            or (dropped - guess.end in {1, 2} and text[guess.end] in "·,/ ")
        )
        if byline:
            dropped = guess.start
        else:
            kept.append(guess)
    kept.reverse()
    return kept
