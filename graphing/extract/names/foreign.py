"""Foreign names made whole: parts read apart, Vietnamese names, names whose Chinese characters stand in brackets after them.

A foreign name has as many words as its language likes, and none of them looks like a Korean name; the tagger cuts such a name where a
word is new to it. Two people never stand side by side without a sign between them, and the article's other places tell which words
belong together.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from graphing.extract.names.kinds import is_chinese, is_foreign, is_native
from graphing.extract.names.tagger import Guess
from graphing.extract.names.tagger_lexicons import KOREAN_SYLLABLES, geography, listed_names, suffix_of, surname_of
from graphing.lexicon import listed, table
from graphing.lexicon.words import districts
from graphing.model import Sentence, Token

FIRM = 0.8
# Longer words after a foreign name are companies rather than its last word.
SHORT = 4
_HANJA = re.compile(
    r"(?<![가-힣])([가-힣]{2,6}) ?\(([\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]{2,4})\)(?P<place>[성시현구진향도만항촌](?!장))?"
)
# 광둥성 푸저우(福州)시, 황산(黃山): what stands before a place's kind or ends as places end.
_ENDS_PLACES = frozenset("州山縣市省城界港島")
_ENDS_SHORT_PLACES = frozenset("江海河南東北西浦川門口湖灣津")


# De, van, von, bin, al … before a family name.
_PARTICLED = re.compile(r" (?:데|드|반|판|폰|디|델|빈|이븐|알|엘|르|두|도스)$")
CITY = re.compile(" (?:시장|주지사)(?=[은는이가과와을를의에도 ,.]|$)")
_FAMILY = re.compile(r" [가-힣]{2,6}(?= )")


@cache
def _chinese_surnames() -> Mapping[str, frozenset[str]]:
    return {row["reading"]: frozenset(listed(row["hanja"])) for row in table("surnames_chinese")}


@cache
def _foreign_words() -> frozenset[str]:
    """Listed foreign first and last names that are no Korean words to look at."""
    return frozenset(
        name for row in table("foreign_names") for name in listed(row["names"]) if any(letter not in KOREAN_SYLLABLES for letter in name)
    )


@cache
def _places() -> tuple[str, ...]:
    """What may follow a foreign name before its title: 응우옌 득 민 베트남 총리."""
    return tuple(geography())


def is_korean(form: str) -> bool:
    """Whether a form looks like a Korean name: 최다온."""
    return 2 <= len(form) <= 4 and bool(surname_of(form)) and all(letter in KOREAN_SYLLABLES for letter in form)


def with_whole_foreign(text: str, guesses: Sequence[Guess], title_starts: frozenset[int]) -> list[Guess]:
    """The guesses with foreign names whole, sorted and not overlapping. ``title_starts``: offsets at which titles begin."""
    found = _joined(text, list(guesses))
    added = [*chinese_names(text), *_vietnamese(text, title_starts, {guess.start for guess in found if guess.kind == "organization"})]
    for name in added:
        # a guess of half the name gives way to the whole
        if not any(guess.start <= name.start and name.end <= guess.end and guess[:2] != name[:2] for guess in found):
            found = [guess for guess in found if guess.end <= name.start or name.end <= guess.start]
            found.append(name)
    return sorted(found) if added else found


def _joined(text: str, guesses: list[Guess]) -> list[Guess]:
    """{호세} {두아르테} side by side, where one of the two stands nowhere without the other, is one name."""
    pairs = [
        (one, two)
        for one, two in pairwise(guesses)
        if one.kind == two.kind == "person" and one.end + 1 == two.start and text[one.end] == " "
    ]
    if not pairs:
        return guesses
    together: dict[str, int] = defaultdict(int)
    alone: dict[str, int] = defaultdict(int)
    for one, two in pairs:
        together[text[one.start : one.end]] += 1
        together[text[two.start : two.end]] += 1
    for guess in guesses:
        alone[text[guess.start : guess.end]] += 1
    found: list[Guess] = []
    for guess in guesses:
        last = found[-1] if found else None
        if last is not None and any(one.end == last.end and two is guess for one, two in pairs):
            before, after = text[last.start : last.end], text[guess.start : guess.end]
            inseparable = alone[before] <= together[before] or alone[after] <= together[after]
            whole = "一" <= before[0] <= "鿿" or is_korean(before.rpartition(" ")[2]) or is_native(before) or is_chinese(before)
            if inseparable and not whole and not is_korean(after):
                found[-1] = last._replace(end=guess.end, probability=max(last.probability, guess.probability))
                continue
        found.append(guess)
    return found


@cache
def _vietnamese_surnames() -> re.Pattern[str]:
    listed_surnames = next(row for row in table("foreign_names") if row["part"] == "last" and row["language"] == "vietnamese")
    names = sorted((name for name in listed(listed_surnames["names"]) if name in _foreign_words()), key=len, reverse=True)
    return re.compile(rf"(?<![가-힣])(?:{'|'.join(names)})((?: [가-힣]{{1,3}}){{1,4}})(?= )")


def _vietnamese(text: str, title_starts: frozenset[int], organizations: set[int]) -> Iterator[Guess]:
    """응우옌 득 민 베트남 총리: short words after a Vietnamese surname, up to a country, an organisation or a title."""
    for match in _vietnamese_surnames().finditer(text):
        end, words, stopped = match.start(1), 0, False
        for word in match[1].split(" ")[1:]:
            at = end + 1
            # 하남성 인민위원장: the province of the title
            placed = len(word) > 2 and word[-1] in "성시" and at + len(word) + 1 in title_starts
            if word in geography() or at in title_starts or at in organizations or is_embassy(word) or placed:
                stopped = placed
                break
            end, words = at + len(word), words + 1
        stopped = stopped or end + 1 in title_starts or end + 1 in organizations or text.startswith(_places(), end + 1)
        stopped = stopped or is_embassy(text[end + 1 :].split(" ", 1)[0])
        # 여야 5당 대표와 국회: a surname that begins a title is none
        # 같은 당 조민경 의원, 당 말을 들은 조문규 위원장: nor one before a whole Korean name
        last = text[match.start(1) + 1 : end].rpartition(" ")[2]
        native = is_native(last) and (words == 1 or len(last) == 3)
        if stopped and 1 <= words <= 3 and match.start() not in title_starts and not native:
            yield Guess(match.start(), end, "person", FIRM)


def chinese_names(text: str) -> Iterator[Guess]:
    """리자룽(李家榮): a name spelled as the Chinese say it, and the same name in its characters, which begin with that surname."""
    if "(" not in text:
        return
    surnames = _chinese_surnames()
    for match in _HANJA.finditer(text):
        form, hanja = match[1], match[2]
        place = match["place"] or hanja[-1] in _ENDS_PLACES or (len(hanja) == 2 and hanja[-1] in _ENDS_SHORT_PLACES)
        if place or form in geography():
            continue
        if any(hanja.startswith(character) for length in (1, 2) for character in surnames.get(form[:length], ())):
            yield Guess(*match.span(1), "person", FIRM)
            yield Guess(*match.span(2), "person", FIRM)


def proper_nouns(sentences: Iterable[Sentence]) -> dict[int, Token]:
    """Proper nouns of two syllables and more by the offset of their first character."""
    return {token.start: token for sentence in sentences for token in sentence.tokens if token.tag == "NNP" and token.end - token.start > 1}


def is_place(form: str) -> bool:
    """Whether a form is a country, a city, a region or a district of Korea: 싱가포르, 후쿠오카현, 호찌민시, 울진군."""
    return form in geography() or (form[-1:] in "현시성주도" and form[:-1] in geography()) or form in districts()


def is_embassy(form: str) -> bool:
    """Whether a form says where an ambassador is: 주호주, 주한."""
    return form[:1] == "주" and (form[1:] in geography() or (len(form) == 2 and form[1] in "한미중일러영독불"))


def last_words(text: str, guesses: Iterable[Guess]) -> set[str]:
    """The last words of people's names of several words, which tell them further on: 얀센 of 헨드릭 얀센."""
    forms = (text[guess.start : guess.end] for guess in guesses if guess.kind == "person")
    return {form.rpartition(" ")[2] for form in forms if " " in form}


def may_be_name(form: str) -> bool:
    """Whether a form is neither a place nor, by the lists, an organisation, nor a team (구매팀)."""
    return not is_place(form) and not (len(form) == 3 and form[-1] == "팀") and form not in listed_names()[0] and not suffix_of(form)


def lengthened(text: str, guesses: Sequence[Guess], title_starts: frozenset[int], proper: Mapping[int, Token]) -> list[Guess]:
    """The guesses with the last word of a foreign name that was left out of it or read as its organisation's first.

    {아구스 구미왕} {카르타스미타 산업부} 장관, {로베르트} 라이트하이저 {미국 무역부} 대표: a foreign word before an organisation, a
    country or a title, right after a name that is none of Korean form.
    """
    found: list[Guess] = []
    guesses = [_with_family_name(text, guess, title_starts) for guess in guesses]
    starts = {guess.start: guess for guess in guesses}
    moved: dict[int, Guess] = {}
    dropped: set[int] = set()
    for read in sorted(guesses):
        if read.start in dropped:
            continue
        guess = moved.pop(read.start, read)
        token = proper.get(guess.end + 1) if guess.kind == "person" and text.startswith(" ", guess.end) else None
        if token and text.startswith(" ", token.end) and _is_foreign_name(text[guess.start : guess.end]):
            form, after = text[token.start : token.end], starts.get(token.start)
            rest = text[token.end + 1 : after.end] if after and after.end > token.end else ""
            # 아라이 다쓰오 사장: what is hardly a company, and is told but once
            doubtful = after is not None and after.end == token.end and after.probability < FIRM and after.end + 1 in title_starts
            doubtful = doubtful and " " not in text[guess.start : guess.end] and len(form) <= SHORT and text.count(form) == 1
            named = after is not None and after.kind == "organization" and (rest in listed_names()[0] or bool(suffix_of(rest)))
            parted = after is None or doubtful or named
            # 마레크 노바크 브로츠와프 시장: the city of the title
            parted = parted and not (" " in text[guess.start : guess.end] and CITY.match(text, token.end))
            ahead = bool(rest) or token.end + 1 in title_starts or token.end + 1 in starts or text.startswith(_places(), token.end + 1)
            if len(form) > 2 and is_foreign(form) and may_be_name(form) and parted and ahead:
                if doubtful:
                    dropped.add(token.start)
                elif after is not None:
                    moved[after.start] = after._replace(start=token.end + 1)
                guess = guess._replace(end=token.end)
        found.append(guess)
    return found


def _with_family_name(text: str, guess: Guess, title_starts: frozenset[int]) -> Guess:
    """빌럼 데 스메트 사장: what such a little word begins goes on."""
    family = _FAMILY.match(text, guess.end) if guess.kind == "person" and _PARTICLED.search(text, guess.start, guess.end) else None
    return guess._replace(end=family.end()) if family and family.end() + 1 in title_starts else guess


def _is_foreign_name(form: str) -> bool:
    if is_chinese(form):
        return False
    return (is_foreign(form.replace(" ", "")) and not is_korean(form)) or (" " not in form and not surname_of(form))
