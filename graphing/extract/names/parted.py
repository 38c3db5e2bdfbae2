"""Foreign names and what stands beside them told apart: a company read as a name's last word, a last word read as a company.

The tagger judges a row of unknown words by their sound. How names are made tells more: a Korean or a Chinese has one word for a name,
whoever else has several, and a company that stands between a name and a title stands elsewhere in the article without either.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from graphing.extract.names.consistency import AFTER_NAME
from graphing.extract.names.foreign import is_place, may_be_name
from graphing.extract.names.kinds import foreign_names, is_chinese, is_foreign, is_native
from graphing.extract.names.tagger import Guess
from graphing.extract.names.tagger_lexicons import geography, listed_names
from graphing.model import Token

# A person whom the tagger is less sure of has likely been cut.
LIKELY, DOUBTFUL = 0.6, 0.7
SURE = 0.9
# Words of time and place before a name that are no part of it: 봄 빈살렘 하디, 당시 호르헤 무뇨스.
_TIME = frozenset(
    ("봄", "여름", "가을", "겨울", "초", "말", "중순", "하순", "초순",
     "그해", "이듬해", "당일", "전날", "이튿날", "다음날", "당시", "측", "쪽", "등", "및", "또", "한편", "특히", "이어", "역시", "바로")
)
_DAYS = frozenset(("전날", "이튿날", "다음날", "당일"))
_HANGUL = re.compile("[가-힣]{2,6}")
TITLE = re.compile(r" [가-힣A-Z]{2,8} ")
# Longer words are companies' rather than people's.
LONGEST = 5


def parted(text: str, guesses: Sequence[Guess], title_starts: frozenset[int], proper: Mapping[int, Token]) -> list[Guess]:
    """The guesses with foreign names apart from what stands beside them, and whole; sorted.

    ``title_starts``: offsets at which titles begin. ``proper``: ``proper_nouns`` of the sentences.
    """
    pieces = sorted(piece for read in guesses for piece in _parted(text, read, title_starts))
    whole = _whole_companies(text, _joined(text, pieces, title_starts, proper))
    told = [_his(text, one, two, title_starts) for one, two in pairwise([Guess(-1, -1, "person", 0), *whole])]
    companies = {*_of_bearers(text, told, title_starts), *_of_heads(text, told, title_starts)}
    return [guess._replace(kind="organization") if text[guess.start : guess.end] in companies else guess for guess in told]


def _titled(text: str, end: int, title_starts: frozenset[int]) -> bool:
    return end in title_starts or (end + 1 in title_starts and text[end] == " ")


def _parted(text: str, guess: Guess, title_starts: frozenset[int]) -> Iterator[Guess]:
    """{최은탁 모카랑} 회장, {호르헤 무뇨스 코델코} 본부장: a name and the company of its bearer; {봄 빈살렘} without the season."""
    form = text[guess.start : guess.end]
    if guess.kind == "person" and guess.end in title_starts:
        # 아지즈 카리모프우즈베키스탄대통령
        country = max((name for name in geography() if form.endswith(name) and len(form) - len(name) > 2), key=len, default="")
        guess = guess._replace(end=guess.end - len(country.strip()))
    if guess.kind == "person" and " " in form and form[-1] in "을를":
        guess, form = guess._replace(end=guess.end - 1), form[:-1]
    if guess.kind == "person" and form in _DAYS:
        # 전날 양 사장은
        return
    if guess.kind != "person" or " " not in form:
        yield guess
        return
    first, _, rest = form.partition(" ")
    if first in _TIME and len(rest) > 1:
        guess, form = guess._replace(start=guess.start + len(first) + 1), rest
    if first.endswith("의") and " " in rest:
        # {라스토의 롤란트 부슈}
        guess, form = guess._replace(start=guess.start + len(first) + 1), rest
    head, _, last = form.rpartition(" ")
    titled = _titled(text, guess.end, title_starts)
    if head and titled and _HANGUL.fullmatch(last) and not is_place(last) and _is_whole(head, last):
        yield guess._replace(end=guess.start + len(head))
        yield guess._replace(start=guess.start + len(head) + 1, kind="organization")
    else:
        yield guess


def _is_whole(head: str, last: str) -> bool:
    """Whether ``head`` is a whole name without ``last``."""
    known = last in foreign_names("first") or last in foreign_names("last")
    if is_chinese(head) and len(head) > 3:
        # shorter ones sound like a first name as well: 마커스
        return not known
    words = head.split(" ")
    return len(words) == 2 and not known and words[0] in foreign_names("first") and words[1] in foreign_names("last")


def _joined(text: str, guesses: list[Guess], title_starts: frozenset[int], proper: Mapping[int, Token]) -> list[Guess]:
    """{나이젤} {파커} 회장, {올리비에} 블랑회장: a foreign first name and the word after it, unread or read as a company."""
    found: list[Guess] = []
    starts = {guess.start for guess in guesses}
    for read in guesses:
        guess = read
        first = text[guess.start : guess.end]
        token = proper.get(guess.end + 1) if first in foreign_names("first") and is_foreign(first) and text[guess.end] == " " else None
        if token and token.start not in starts and _titled(text, token.end, title_starts) and may_be_name(text[token.start : token.end]):
            guess = guess._replace(end=token.end, kind="person", probability=max(LIKELY, guess.probability))
        if found and _goes_on(text, found[-1], guess, proper):
            found[-1] = found[-1]._replace(end=guess.end, probability=max(found[-1].probability, guess.probability))
        else:
            found.append(guess)
    return found


def _goes_on(text: str, one: Guess, two: Guess, proper: Mapping[int, Token]) -> bool:
    """Whether an organisation right after a foreign first name is the rest of it."""
    if (one.kind, two.kind) != ("person", "organization") or text[one.end : two.start] != " ":
        return False
    before, form = text[one.start : one.end], text[two.start : two.end]
    listed = before in foreign_names("first") or form in foreign_names("last")
    western = is_foreign(before) and _HANGUL.fullmatch(before) and not before.endswith("의") and (listed or not is_native(before))
    heard = listed or one.probability < DOUBTFUL
    unlisted = _HANGUL.fullmatch(form) and may_be_name(form) and len(form) <= LONGEST and two.start in proper
    return bool(western and heard and unlisted) and not is_chinese(before)


def _his(text: str, before: Guess, guess: Guess, title_starts: frozenset[int]) -> Guess:
    """화웨이의 {런정페이} 회장: who stands between the organisation whose he is and a title is a person."""
    if guess.kind != "organization" or before.kind != "organization" or not _titled(text, guess.end, title_starts):
        return guess
    form = text[guess.start : guess.end]
    alike = is_chinese(form) or (is_foreign(form) and len(form) <= LONGEST and may_be_name(form))
    his = text[before.end : guess.start] == "의 " and _HANGUL.fullmatch(form) and alike
    return guess._replace(kind="person") if his else guess


def _whole_companies(text: str, guesses: Iterable[Guess]) -> list[Guess]:
    """{네레이드마리}타임 as {네레이드마리타임}, where that is an organisation elsewhere in the article; in order."""
    read = list(guesses)
    forms = {text[guess.start : guess.end] for guess in read if guess.kind == "organization"}
    found: list[Guess] = []
    for guess in read:
        form = longer = text[guess.start : guess.end]
        if guess.kind == "organization" and guess.probability < LIKELY and text[guess.end : guess.end + 1].isalnum():
            here = (other for other in forms if other.startswith(form) and text.startswith(other, guess.start))
            longer = max(here, key=len, default=form)
        if not found or guess.start >= found[-1].end:
            found.append(guess._replace(end=guess.start + len(longer)))
    return found


def _of_bearers(text: str, guesses: Sequence[Guess], title_starts: frozenset[int]) -> Iterator[str]:
    """모카랑 of {최은탁} {모카랑} 회장: what stands between a whole Korean or Chinese name and a title, read as an organisation there."""
    for one, two in pairwise(guesses):
        if one.kind == "person" and two.kind == "organization" and one.end + 1 == two.start and _titled(text, two.end, title_starts):
            name, form = text[one.start : one.end], text[two.start : two.end]
            if one.probability >= SURE and two.probability >= SURE and len(form) > 1 and (is_native(name) or is_chinese(name)):
                yield form


def _of_heads(text: str, guesses: Sequence[Guess], title_starts: frozenset[int]) -> Iterator[str]:
    """코르바 of {코르바} 대표 {유다온}은: one title has one bearer, and a word before both that is no whole name is where."""
    for one, two in pairwise(guesses):
        if one.kind == two.kind == "person" and one.end + 1 in title_starts and TITLE.fullmatch(text, one.end, two.start):
            form, name = text[one.start : one.end], text[two.start : two.end]
            alone = len(form) > 1 and " " not in form and not is_native(form) and not is_chinese(form)
            if alone and (is_native(name) or " " in name) and text[two.end : two.end + 1] in tuple("은는이가과와의을를도,"):
                yield form


def by_last_names(text: str, guesses: Sequence[Guess], titles: Mapping[int, int]) -> list[Guess]:
    """The guesses with people for what is called like one named before: 라퐁은 after 피에르 라퐁; sorted, not overlapping.

    Neither what is listed or told surely as a company somewhere nor what has a head of its own is one. ``titles``: their ends by their
    starts. A title behind which no name comes makes no company: 라퐁 CEO와, where nothing else tells of a company 라퐁.
    """
    sure = (guess for guess in guesses if guess.kind == "organization" and guess.probability >= SURE)
    companies = {text[guess.start : guess.end] for guess in sure if not _alone(text, guess, titles)}
    people = {guess.start for guess in guesses if guess.kind == "person"}
    found: list[Guess] = []
    lasts: set[str] = set()
    for read in sorted(guesses):
        guess, form = read, text[read.start : read.end]
        if found and guess.start < found[-1].end:
            continue
        heads = guess.end + 1 in titles and not _alone(text, guess, titles, people)
        named = form in lasts - companies and form not in listed_names()[0] and not heads
        if guess.kind == "organization" and named:
            guess = guess._replace(kind="person")
        if guess.kind == "person" and " " in form:
            lasts.add(form.rpartition(" ")[2])
        found.append(guess)
    return found


def _alone(text: str, guess: Guess, titles: Mapping[int, int], people: Collection[int] = ()) -> bool:
    """Whether a title stands behind a form and no name behind that: 라퐁 CEO와, not 라퐁 CEO 최하람은."""
    end = titles.get(guess.end + 1)
    return end is not None and end + 1 not in people and AFTER_NAME.match(text, end) is not None
