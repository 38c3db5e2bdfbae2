"""Guessed people who are none: ordinary words before titles, particles, verbs before a name, English terms in brackets."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from graphing.extract.names.foreign import is_embassy, is_korean, is_place
from graphing.extract.names.generic import generic_words
from graphing.extract.names.kinds import is_chinese
from graphing.extract.names.tagger import Guess, Prepared
from graphing.extract.names.tagger_lexicons import geography, listed_names, surname_of
from graphing.lexicon import listed, table
from graphing.lexicon.words import surnames

# A person whom the tagger is less sure of is oftener a noun than a name: leaving those out gave people .02 of F1 (precision up .04, recall
# down by less than .01). The limit was chosen among six on the very texts that this was measured on, so expect less elsewhere.
LIKELY = 0.6
# A name of several words is doubtful for its border, hardly for being one.
# So is a whole Chinese name.
LIKELY_OF_SEVERAL = 0.4
# The probability that none of several doubtful places of one form is a name.
LEFT_DOUBT = 0.2
# Syllables that are a particle or an ending where Hangul stands right before them, and a surname elsewhere: 법인장이 전무에서.
_GLUED = frozenset("이은도만나가을를의과와에로")
_REPORTING = re.compile(r"(?:기자|특파원|앵커|아나운서|리포터)(?!회견|단|실|들|간담회)")
_REPORTER = re.compile(r"(?<![가-힣])([가-힣]{2,4}) ?$")
_WORD_BEFORE = re.compile(r"(?<![가-힣])([가-힣]{1,4}) [‘'“\"]?$")
LONGEST_BRACKET = 60  # characters
# What is told so often is somebody, whatever else the word means.
OFTEN = 3
_LATIN = re.compile(r"[A-Za-z][A-Za-z.\- ]*")
_VERBAL = frozenset({"VV", "VV-R", "VV-I", "VA", "VA-R", "VA-I", "ETM"})
_JOINING = frozenset({"VV", "VX", "EC"})
_DERIVED = frozenset({"XSV", "XSA", "XSA-R", "XSA-I", "ETM"})
# 잰 오도널 미 국무장관: the country of the title, after a foreign name.
_COUNTRY = re.compile(r"(?<=..) [미중일영독불러]$")
# 오너 존 키트너 회장: what somebody is, before a foreign name.
_IS = frozenset(
    ("오너", "총수", "창업자", "창업주", "설립자", "공동창업자", "최대주주", "대주주", "사업가", "재벌", "부호", "거부", "선박왕", "투자자",
     "후계자")
)
# Last syllables of parts of a house, and of ranks and trades: 구매팀, 상무급.
_PARTS = frozenset("팀실급업적직")
# 당 한가람 의원, 고 한가람 회장.
BEFORE = frozenset({"당", "전", "현", "고", "故"})
# Hotels and palaces that bear people's names.
_NAMESAKES = frozenset(("콘래드", "윌러드", "엘리제", "페어몬트"))
# 삼성 이어 다온도: what leads on from a company to the next.
_NEXT = frozenset({"이어", "대신", "등", "비롯", "제치고", "따라", "맞서", "이후"})
HOURS = frozenset({"낮", "밤", "아침", "저녁", "새벽", "오전", "오후"})
_PARTICLE = re.compile(r"(?<=..)(?:의|은|는|을|를)$")
# 하정목은 미즈하라, 은행장은 응우옌: the particle of the name or title before a foreign name.
_TOPIC = re.compile(r"([가-힣]{1,4}?)(?:은|는|이|가|과|와|도) ")


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(word for row in table("no_people") if row["kind"] == kind for word in listed(row["words"]))


@cache
def _countries() -> frozenset[str]:
    """Countries and houses of parliament: beside a foreign name they belong to its title (미하일 고르바초프 소련 대통령)."""
    return _words("state") | frozenset(name for row in table("geography") if row["kind"] == "country" for name in listed(row["names"]))


@cache
def _houses() -> frozenset[str]:
    """Single houses known by their names: 코엑스, 킨텍스."""
    return frozenset(row["name"] for row in table("places") if row["kind"] == "venue") - _NAMESAKES


@cache
def ordinary() -> frozenset[str]:
    """Words that stand before titles and name nobody."""
    return _words("noun") | generic_words()


def likely(text: str, guesses: Sequence[Guess]) -> list[Guess]:
    """The guesses without people that are rather nouns: doubtful ones whom no other place of the article makes likely.

    Another place speaks for a guess where it is likely there, where a word of it is a likely name of its own
    (호아킨 두아르테, 두아르테 회장), or where its places together leave little doubt.
    """
    doubt: dict[str, float] = {}
    for guess in guesses:
        if guess.kind == "person":
            form = text[guess.start : guess.end]
            doubt[form] = doubt.get(form, 1.0) * (1 - guess.probability)
    sure = {text[guess.start : guess.end] for guess in guesses if guess.kind == "person" and guess.probability >= LIKELY}
    found = []
    for guess in guesses:
        form = text[guess.start : guess.end]
        told = guess.kind == "organization" or form in sure or (len(form) > 1 and doubt[form] <= LEFT_DOUBT)
        whole = " " in form or is_chinese(form)
        if told or (whole and (guess.probability >= LIKELY_OF_SEVERAL or not sure.isdisjoint(form.split(" ")))):
            found.append(guess)
    return found


def without_ordinary(
    text: str, guesses: Sequence[Guess], prepared: Sequence[Prepared], title_starts: frozenset[int], title_ends: frozenset[int]
) -> list[Guess]:
    """The guesses without people that are ordinary words, and people without the verb that is no part of their name (나온 옐런 장관).

    ``prepared``: the sentences with their units; ``title_starts``, ``title_ends``: offsets at which titles begin and end.
    """
    times = Counter(text[guess.start : guess.end] for guess in guesses if guess.kind == "person")
    ends = {guess.end for guess in guesses if guess.kind == "person"}
    of_people = {surname_of(form) for form in times if len(form) > 1}
    places = (match.start() for match in _REPORTING.finditer(text))
    bylines = (_REPORTER.search(text, max(0, place - 6), place) for place in places)
    reporters = {byline[1] for byline in bylines if byline}
    opened = [of_sentence.units[0].start for of_sentence in prepared]
    found: list[Guess] = []
    for read in guesses:
        guess = read
        if guess.kind != "person":
            if not _spells(text, guess, ends):
                found.append(guess)
            continue
        form = text[guess.start : guess.end].rstrip(" ,")
        guess = guess._replace(end=guess.start + len(form))
        before = text[guess.start - 1 : guess.start]
        if _is_no_person(form, times[form]) or (form in _words("country") and form not in of_people):
            continue
        told = _WORD_BEFORE.search(text, max(0, guess.start - 7), guess.start)
        untitled = guess.end not in title_starts and guess.end + 1 not in title_starts
        if told and told[1] in _words("told") and times[form] < 2 and untitled:
            continue
        if form in reporters and (untitled or _REPORTING.match(text, guess.end + 1)):
            continue
        of_sentence = prepared[bisect_right(opened, guess.start) - 1]
        if times[form] < 2 and _is_part(guess, of_sentence):
            continue
        if len(form) == 1 and "가" <= form <= "힣" and form not in surnames() and text[guess.end : guess.end + 1] == "씨":
            continue
        if form in _GLUED and "가" <= before <= "힣" and guess.start not in title_ends:
            continue
        if _LATIN.fullmatch(form) and (opened_at := _in_bracket(text, guess.start)) >= 0 and opened_at not in ends:
            continue
        bare = _PARTICLE.sub("", form)
        if " " in form:
            told_first, several = _of_several_words(text, guess, times, title_starts)
            found += told_first
            if several is None:
                continue
            name = several
        else:
            name = guess._replace(end=guess.start + len(bare)) if bare != form and times[bare] else guess
        start = _after_verb(name, of_sentence) if len(form) > 1 else guess.start
        if start < name.end:
            found.append(name._replace(start=start))
    return found


def _is_no_person(form: str, times: int) -> bool:
    """Whether a form is an ordinary word, a place or house, an embassy (주호주), or several companies (현대 삼성)."""
    if form in ordinary() and (times < OFTEN or form in generic_words()):
        return True
    if '"' in form or is_embassy(form) or form in _words("place"):
        return True
    if len(form) > 2 and form[-1] in "도시군구" and form[:-1] in geography():
        return True
    if form in _houses():
        return True
    names = listed_names()[0]
    first, _, last = form.rpartition(" ")
    if last in _NEXT and (first in names or first + "그룹" in names):
        return True
    return " " in form and all(word in names or word + "그룹" in names for word in form.split(" "))


def _of_several_words(
    text: str, guess: Guess, times: Mapping[str, int], title_starts: frozenset[int]
) -> tuple[list[Guess], Guess | None]:
    """Who was read into a guess of several words before its name, and the name; None where it names a place or a house.

    ``times``: how often each form is told in the article.
    """
    form = text[guess.start : guess.end]
    state, _, house = form.partition(" ")
    if state in _words("country") and house in listed_names()[0]:
        # 중 정협 부주석
        return [guess._replace(start=guess.start + len(state) + 1, kind="organization")], None
    start = guess.start
    first = _TOPIC.match(form)
    of_title = start in title_starts
    if first is None or not (times.get(first[1]) or of_title):
        return [], _without_state(text, guess._replace(start=start), title_starts)
    before = [] if of_title else [guess._replace(start=start, end=start + len(first[1]))]
    return before, _without_state(text, guess._replace(start=start + first.end()), title_starts)


def _without_state(text: str, guess: Guess, title_starts: frozenset[int]) -> Guess:
    """A name of several words without the country at its border, which belongs to the title (미하일 고르바초프 소련 대통령).

    Nor is 딸 part of it, or the company that has him (필립스의).

    In a list it loses the particle of the name before the comma as well: 에드윈 퍼렐와, 오도널 ….
    """
    start, form = guess.start, text[guess.start : guess.end]
    told_with = form.endswith("와") and text.startswith(", ", guess.end)
    form = _COUNTRY.sub("", form[:-1] if told_with else form)
    first, _, rest = form.partition(" ")
    of_company = first.endswith("의") and first[:-1] in listed_names()[0]
    before_it = (first in BEFORE and is_korean(rest)) or first in HOURS or first in _IS
    if (first in _countries() or first in _words("kin") or of_company or before_it) and len(rest) > 1:
        start, form = start + len(first) + 1, rest
    head, _, last = form.rpartition(" ")
    # 이연재 현대미포조선: a Korean name, and the word that a listed company's begins with
    company = len(head) == 3 and is_korean(head) and (last in listed_names()[0] or last + "그룹" in listed_names()[0])
    # 아소 와타루 후쿠오카현 지사: the place of the title
    placed = guess.end + 1 in title_starts and is_place(last)
    form = head if len(head) > 1 and (last in _countries() or is_embassy(last) or company or placed) else form
    return guess._replace(start=start, end=start + len(form))


def _spells(text: str, guess: Guess, people_end: set[int]) -> bool:
    """Whether Latin words stand in the bracket right after a person, whose name they spell: 코르티소(Laurentino "Nito" Cortizo)."""
    if not text[guess.start : guess.start + 1].isascii() or not _LATIN.fullmatch(text, guess.start, guess.end):
        return False
    opened = text.rfind("(", max(0, guess.start - LONGEST_BRACKET), guess.start)
    return opened in people_end and ")" not in text[opened : guess.start]


def _in_bracket(text: str, place: int) -> int:
    """Where the bracket opens in which ``place`` lies, -1 outside of one. What it opens right at ends where a name may end."""
    opened = text.rfind("(", max(0, place - LONGEST_BRACKET), place)
    if opened < 0 or ")" in text[opened:place] or "\n" in text[opened:place]:
        return -1
    # (Laurentino "Nito" Cortizo Cohen), (ICS, International Chamber of Shipping): what follows there is never a name of its own
    return opened if opened == place - 1 else len(text)


def _is_part(guess: Guess, sentence: Prepared) -> bool:
    """구매팀 상무, 비서실 임원, 정보화 본부장: a part of a house, or a rank, or what is done there, whose first syllable is a surname."""
    first = bisect_right(sentence.units, guess.start, key=lambda unit: unit.start) - 1
    inside = [unit for unit in sentence.units[first : first + 2] if unit.end <= guess.end]
    if guess.end - guess.start != 3 or not inside or (inside[0].start, inside[-1].end) != (guess.start, guess.end):
        return False
    if inside[-1].form[-1] == "팀":
        return True
    tags = [unit.tag for unit in inside]
    if tags == ["NNG", "XSN"]:
        return len(inside[0].form) == 2 and inside[1].form in ("화", "적", "급")
    return inside[-1].form[-1] in _PARTS and (tags == ["NNG"] or (tags == ["NNG", "NNG"] and len(inside[0].form) == 2))


def _after_verb(guess: Guess, sentence: Prepared) -> int:
    """Where the name begins after a verb that was read as part of it; the end of the guess where it is nothing but a verb."""
    units = sentence.units
    index = bisect_right(units, guess.start, key=lambda unit: unit.start) - 1
    verbal = units[index].tag in _VERBAL
    while index + 1 < len(units) and not units[index + 1].gap and units[index + 1].start < guess.end:
        index += 1
        verbal = verbal or units[index].tag in _DERIVED
    last = units[index]
    if last.end == guess.end and last.tag == "ETM" and last.form[-1] == "는":
        return guess.end  # 단장으로 하는 방문단
    after = units[index + 1] if index + 1 < len(units) else None
    if last.tag in _JOINING and after is not None and after.tag == "NNP" and after.start < guess.end and guess.probability < LIKELY:
        return after.start  # 건너가 고바야시
    # the adnominal endings ㄴ and ㄹ: 나온, 기소된, 맡을
    if not verbal or (ord(last.form[-1]) - 0xAC00) % 28 not in {4, 8}:
        return guess.start
    if index + 1 < len(units) and units[index + 1].start < guess.end:
        return units[index + 1].start
    return guess.end if last.end == guess.end and last.form[-1] in "된될" else guess.start
