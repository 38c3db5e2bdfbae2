"""Foreign names and what stands beside them told apart: a company read as a name's last word, a last word read as a company.

The tagger judges a row of unknown words by their sound. How names are made tells more: a Korean or a Chinese has one word for a name,
whoever else has several, and a company that stands between a name and a title stands elsewhere in the article without either.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from graphing.extract.names_foreign import is_foreign, is_place, may_be_name
from graphing.extract.tagger import Guess
from graphing.extract.tagger_lexicons import foreign_syllables, suffix_of, surname_of
from graphing.lexicon import listed, table
from graphing.model import Token

# A person whom the tagger is less sure of has likely been cut.
LIKELY = 0.6
SURE = 0.9
# Words of time and place before a name that are no part of it: 봄 빈살렘 하디, 당시 호르헤 무뇨스.
_TIME = frozenset("봄|여름|가을|겨울|초|말|중순|하순|초순|그해|이듬해|당일|전날|이튿날|다음날|당시|측|쪽|등|및|또|한편|특히|이어|역시|바로".split("|"))
# What joins a verb to the next: 건너가, 만나, 맞아; no name ends a clause.
_JOINING = ("EC", "EF")
_HANGUL = re.compile("[가-힣]{2,6}")
_BEFORE = re.compile(r"(?<![가-힣A-Za-z])([가-힣A-Za-z]{1,8}) $")
_OWNER = re.compile(r"의 $")
# Longer words are companies' rather than people's.
LONGEST = 5
# The standard syllables of Chinese given names, as the press spells them.
_CHINESE = frozenset(
    "가강거건결겅계고곤관광구군궁궈구이귀그간강가오거나난낭나오네이넌녕눙누다단당다이더덩뎌뎬두둥디딩러란랑라이레이렁려롄량랴오료뤄루룽룬뤼뤠리린링류마만망마이머먼멍메이몐모무먀오미민밍바반방바이보부베이번빈빙"
    "비볜샤산상샤오샹서선성세센셰수순솽쉐쉬쉰쉔쉥스시신싱슈슝쑤쑨쑹쓰아안아이야얀양야오어언얼예옌오용우운원웡위웨웨이위안유윈융이인잉인자장자오잔저전정제젠졔조주준중쥐쥔쥬즈즈이지진징줘줴쥐안쩌쩡쭌쭝쯔차찬창차오처천청체첸촨촹추춘충취치친칭츠칭카칸캉카이커컹쿤쿵쿠콰이콴"
    "쾅타탄탕타오터텅톄톈투퉁팅판팡파오페펀펑페이펜푸핀핑퍄오피하한항하오허헝헤이호화환황후훙훠훼후이휘흐"
)
# The syllables of which the press makes Japanese names that look like Chinese ones: 이즈미.
_KANA = frozenset(
    "아이우에오가기구게고카키쿠케코사시스세소자지즈제조다데도타치쓰테토나니누네노하히후헤호바비부베보파피푸페포마미무메모야유요라리루레로와"
)


@cache
def _names(part: str) -> frozenset[str]:
    return frozenset(name for row in table("foreign_names") if row["part"] == part for name in listed(row["names"]))


@cache
def _chinese() -> tuple[str, ...]:
    return tuple(row["reading"] for row in table("surnames_chinese"))


def is_chinese(form: str) -> bool:
    """Whether one word is a whole Chinese name to look at: 장메이링, 런정페이; not 리처드 or 마쓰다."""
    if not 3 <= len(form) <= 5 or form in _names("first") or form in _names("last") or _KANA.issuperset(form):
        return False
    surname = max((reading for reading in _chinese() if form.startswith(reading)), key=len, default="")
    return bool(surname) and is_foreign(form) and all(letter in _CHINESE for letter in form[len(surname) :])


def is_native(form: str) -> bool:
    """Whether one word of three syllables is a whole Korean name to look at, rare syllables allowed: 최은탁; not 오바마 or 조지프."""
    listed_foreign = form in _names("first") or form in _names("last")
    return len(form) == 3 and bool(surname_of(form)) and not listed_foreign and foreign_syllables().isdisjoint(form)


def parted(text: str, guesses: Sequence[Guess], title_starts: frozenset[int], proper: Mapping[int, Token]) -> list[Guess]:
    """The guesses with foreign names apart from what stands beside them, and whole; sorted.

    ``title_starts``: offsets at which titles begin. ``proper``: ``proper_nouns`` of the sentences.
    """
    pieces = sorted(piece for read in guesses for piece in _parted(text, read, title_starts))
    whole = _whole_companies(text, _joined(text, pieces, title_starts, proper))
    told = [_his(text, one, two, title_starts) for one, two in pairwise([Guess(-1, -1, "person", 0), *whole])]
    companies = set(_of_bearers(text, told, title_starts))
    return [guess._replace(kind="organization") if text[guess.start : guess.end] in companies else guess for guess in told]


def _titled(text: str, end: int, title_starts: frozenset[int]) -> bool:
    return end in title_starts or (end + 1 in title_starts and text[end] == " ")


def _elsewhere(text: str, form: str, before: str, title_starts: frozenset[int]) -> bool:
    """Whether ``form`` stands somewhere as a word of its own, with neither ``before`` it nor a title after it."""
    for match in re.finditer(rf"(?<![가-힣A-Za-z]){re.escape(form)}(?=[은는이가을를의과와도에로,. ’'”\"]|$)", text):
        alone = not text.endswith(f"{before} ", 0, match.start())
        if alone and not _titled(text, match.end(), title_starts):
            return True
    return False


def _parted(text: str, guess: Guess, title_starts: frozenset[int]) -> Iterator[Guess]:
    """{최은탁 모카랑} 회장, {장메이링 톈하이} 총괄, {호르헤 무뇨스 코델코} 본부장: a name and the company of its bearer; {봄 빈살렘} without the season."""
    form = text[guess.start : guess.end]
    if guess.kind != "person" or " " not in form:
        yield guess
        return
    first, _, rest = form.partition(" ")
    if first in _TIME and len(rest) > 1:
        guess, form = guess._replace(start=guess.start + len(first) + 1), rest
    head, _, last = form.rpartition(" ")
    titled = _titled(text, guess.end, title_starts)
    if head and titled and _HANGUL.fullmatch(last) and not is_place(last) and _is_whole(text, head, last, title_starts):
        yield guess._replace(end=guess.start + len(head))
        yield guess._replace(start=guess.start + len(head) + 1, kind="organization")
    else:
        yield guess


def _is_whole(text: str, head: str, last: str, title_starts: frozenset[int]) -> bool:
    """Whether ``head`` is a whole name without ``last``."""
    known = last in _names("first") or last in _names("last")
    if is_chinese(head):
        return not known
    if is_native(head):
        return not known and (is_foreign(last) or bool(suffix_of(last))) and _elsewhere(text, last, head, title_starts)
    words = head.split(" ")
    return len(words) == 2 and not known and words[0] in _names("first") and words[1] in _names("last")


def _joined(text: str, guesses: list[Guess], title_starts: frozenset[int], proper: Mapping[int, Token]) -> list[Guess]:
    """{나이젤} {파커} 회장, {워런} {버핏}: a foreign first name and the word after it, which was read as a company.

    A word of its own elsewhere is none, nor is what is listed or ends like a company.
    """
    found: list[Guess] = []
    for guess in guesses:
        last = found[-1] if found else None
        if last is not None and last.kind == "person" and guess.kind == "organization" and last.end + 1 == guess.start and text[last.end] == " ":
            before, form = text[last.start : last.end], text[guess.start : guess.end]
            western = is_foreign(before) and _HANGUL.fullmatch(before) and not before.endswith("의") and not is_native(before)
            heard = before in _names("first") or form in _names("last") or last.probability < LIKELY
            western = western and heard and not is_chinese(before)
            unlisted = _HANGUL.fullmatch(form) and may_be_name(form) and len(form) <= LONGEST and guess.start in proper
            if western and unlisted and not _elsewhere(text, form, before, title_starts):
                found[-1] = last._replace(end=guess.end, probability=max(last.probability, guess.probability))
                continue
        found.append(guess)
    return found


def _his(text: str, before: Guess, guess: Guess, title_starts: frozenset[int]) -> Guess:
    """화웨이의 {런정페이} 회장: who stands between the organisation whose he is and a title is a person."""
    if guess.kind != "organization" or before.kind != "organization" or not _titled(text, guess.end, title_starts):
        return guess
    form = text[guess.start : guess.end]
    alike = is_chinese(form) or (is_foreign(form) and len(form) <= LONGEST)
    his = text[before.end : guess.start] == "의 " and _HANGUL.fullmatch(form) and alike and may_be_name(form)
    return guess._replace(kind="person") if his and not _elsewhere(text, form, "", title_starts) else guess


def _whole_companies(text: str, guesses: Iterable[Guess]) -> list[Guess]:
    """{네레이드마리}타임 as {네레이드마리타임}, where that is an organisation elsewhere in the article; in order."""
    read = list(guesses)
    forms = {text[guess.start : guess.end] for guess in read if guess.kind == "organization"}
    found: list[Guess] = []
    for guess in read:
        form = text[guess.start : guess.end]
        if guess.kind == "organization" and guess.probability < LIKELY and text[guess.end : guess.end + 1].isalnum():
            longer = max((other for other in forms if other.startswith(form) and text.startswith(other, guess.start)), key=len, default=form)
            guess = guess._replace(end=guess.start + len(longer))
        if not found or guess.start >= found[-1].end:
            found.append(guess)
    return found


def _of_bearers(text: str, guesses: Sequence[Guess], title_starts: frozenset[int]) -> Iterator[str]:
    """모카랑 of {최은탁} {모카랑} 회장: what stands between a whole Korean or Chinese name and a title, read as an organisation there."""
    for one, two in pairwise(guesses):
        if one.kind == "person" and two.kind == "organization" and one.end + 1 == two.start and _titled(text, two.end, title_starts):
            name, form = text[one.start : one.end], text[two.start : two.end]
            if one.probability >= SURE and two.probability >= SURE and len(form) > 1 and (is_native(name) or is_chinese(name)):
                yield form
