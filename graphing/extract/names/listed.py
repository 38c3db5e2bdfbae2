"""What general knowledge and fixed forms of the press settle without the tagger: listed organisations, legal forms, lists of names.

The tagger weighs; here nothing is weighed. Listed names of four characters and more are what the list says; a word with ㈜ is a company;
동양·ABL생명 is two insurers; a line of nothing but surnames with given names is a list of people.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache

from graphing.extract.names.foreign import last_words
from graphing.extract.names.kinds import foreign_names
from graphing.extract.names.standing import outside
from graphing.extract.names.tagger import Guess
from graphing.extract.names.tagger_lexicons import (
    doubtful_surnames,
    geography,
    listed_names,
    ordinary_names,
    suffix_of,
    surname_of,
    surnames_of_hanja,
)
from graphing.lexicon import listed, table
from graphing.lexicon.words import surnames
from graphing.model import Sentence

LEGAL = re.compile(r"(?:㈜|\(주\)|주식회사 )([가-힣A-Za-z0-9&]{2,20})|(?<![가-힣A-Za-z0-9&])([가-힣A-Za-z0-9&]{2,20}?)(?:㈜|\(주\))")
# 외환은행 노조, 다온항공 조종사노조, 하람저축은행 피해자모임; also in 외환은행 노조위원장
BODY = re.compile(
    r" (?:[가-힣]{2,4})?(?:(?:노조|노동조합)(?:(?=위원장|지부장|지회장)|(?![가-힣]{3}))"
    r"|(?:소액주주연대|주주연대|피해자모임|피해자연대)(?![가-힣]{3}))"
)
UNIONS = ("노총", "노조", "노련", "노동조합", "총연맹", "연맹")
NAME_BEFORE = re.compile(r"(?<![가-힣])([가-힣]{3}) $")
GAPPED = re.compile(r"(?<![가-힣A-Za-z0-9&])([가-힣A-Za-z&]{2,8})[·ㆍ‧∙]$")
NAME_LINE = re.compile(r"^[^\S\n]*((?:[가-힣]{3}[ ,·]{1,2}){2,}[가-힣]{3})[^\S\n]*$", re.M)
HANJA_NAME = re.compile(r"(?<![가-힣])([가-힣]{2,4}) ?\(([\u4e00-\u9fff\uf900-\ufaff]{2,4})\)")
BROADCAST = re.compile(r"\[([가-힣]{2,4}) ?/ ?(?=[가-힣A-Za-z])")
# 도모(47·회사원)씨, A(30·여)씨, B양, 이모(18)군: those whom the press does not name. A bare surname with 씨 is left to the tagger.
UNNAMED = re.compile(
    r"(?<![가-힣A-Za-z0-9])(?:([가-힣]{1,2})모(?: ?\([^()\n]{1,14}\))? ?(?:씨|군|양)"
    r"|([A-Zㄱ-ㅎ])(?: ?\([^()\n]{1,14}\))? ?(?:씨|군(?!단)|양))"
    r"(?:에게서|에게|와|과|이|가|은|는|을|를|의|도|만|로부터|측)?(?:는|은|도)?(?![가-힣])"
)
PARTICLE = re.compile(r"(?:으로|에서|에게|은|는|이|가|을|를|과|와|의|도|에|로)$")
HEADLINE = re.compile("[선서]$")
LAW_FIRM = re.compile(r"(?:법무법인|회계법인|특허법인) [가-힣]{2,}의")
# Offices whose heads are said to be of the president's.
PRESIDENTIAL = frozenset({"대통령비서실", "국가안보실", "대통령경호처", "대통령경호실"})
FIRM = 0.8
# 다온공사(사장 장하람), 다온공사(사장·장하람·오른쪽); not 다온시(시장 장하람)
HEADED = re.compile(
    r"(?<![가-힣A-Za-z0-9&·])([가-힣A-Za-z0-9&]{3,20}(?<![시군구도]))[(（]([^()（）\n]{2,14}?[ ·ㆍ/]([가-힣]{2,5}))(?=[)）ㆍ·, ])"
)
NOTED = re.compile(r"[(（]((?!\d)[가-힣A-Za-z0-9&]{2,12})[)）]")
SURE = 0.89


def settled(
    text: str, guesses: Sequence[Guess], listed_at: Mapping[int, tuple[int, bool]], title_starts: frozenset[int] = frozenset()
) -> list[Guess]:
    """The guesses corrected by listed names: {올트먼 오픈} <AI> CEO is {올트먼} <오픈 AI> CEO; sorted, not overlapping.

    ``listed_at``: ``names.tagger_lexicons.listed_at``. A listed name that is also an ordinary word settles nothing.
    ``title_starts``: offsets at which titles begin.
    """
    spans = sorted((start, end) for start, (end, _) in listed_at.items() if text[start:end] not in ordinary_names())
    found: list[Guess] = []
    index = 0
    lasts = last_words(text, guesses)
    for guess in sorted(piece for read in guesses for piece in _name_before(text, read, title_starts)):
        while index < len(spans) and spans[index][1] <= guess.start:
            index += 1
        pieces = [guess]
        # 얀센 차관 after 헨드릭 얀센 is he, whatever company is called so.
        surname = guess.kind == "person" and text[guess.start : guess.end] in lasts
        if index < len(spans) and spans[index][0] < guess.end and not surname:
            pieces = list(_apart(text, guess, *spans[index]))
        for piece in pieces:
            if found and piece.start < found[-1].end:
                if piece.kind == found[-1].kind and piece.end <= found[-1].end:
                    continue
                found.pop()
            found.append(piece)
    return found


def _apart(text: str, guess: Guess, start: int, end: int) -> Iterator[Guess]:
    whole = guess._replace(start=start, end=end, kind="organization")
    if guess.start == start and guess.end == end:
        yield whole
    elif _leads_foreign(text, guess, start, end):
        yield whole
        yield guess._replace(start=end + 1)
    elif end - start < 4 or (" " in text[start:end] and text[start:end].split(" ", maxsplit=1)[0] in geography()):
        yield guess
    elif guess.kind == "person":
        before = text[guess.start : start].strip()
        if len(before) > 1 and text[start - 1] == " ":
            yield guess._replace(end=guess.start + len(before))
        if start >= guess.start or guess.end <= end:
            yield whole
    elif guess.start >= start and guess.end <= end:
        yield whole
    else:
        yield guess


def _leads_foreign(text: str, guess: Guess, start: int, end: int) -> bool:
    """지멘스 올가 페트로바: whether a listed company stands in a guess before a foreign name of two words and more."""
    if guess.kind != "person" or start != guess.start or end - start < 3:
        return False
    named = text[start:end] in foreign_names("first") or text[start:end] in foreign_names("last")
    return not named and text[end] == " " and " " in text[end + 1 : guess.end]


def _name_before(text: str, guess: Guess, title_starts: frozenset[int]) -> list[Guess]:
    """최다온 신보 이사장: a listed short name between a name and a title is no person, the word before it is one."""
    if guess.kind != "person" or text[guess.start : guess.end] not in listed_names()[0] or guess.end + 1 not in title_starts:
        return [guess]
    match = NAME_BEFORE.search(text, max(0, guess.start - 6), guess.start)
    if not match or not surname_of(match[1]) or match.start(1) in title_starts:
        return [guess]
    return [guess._replace(start=match.start(1), end=match.end(1)), guess._replace(kind="organization")]


def completed(text: str, guesses: Iterable[Guess], title_starts: frozenset[int], shaped: Iterable[Guess] = ()) -> list[Guess]:
    """The guesses and what fixed forms add to them, sorted and not overlapping.

    ``title_starts``: offsets at which titles begin. ``shaped``: names told by their shape, taken where nothing else was found.
    """
    first = list(guesses)
    forms = {text[guess.start : guess.end] for guess in first if guess.kind == "organization"}
    people = {text[guess.start : guess.end] for guess in first if guess.kind == "person"}
    sure = {text[guess.start : guess.end] for guess in first if guess.kind == "organization" and guess.probability > SURE} - people
    # 조지 브루크필드가 …: where a particle stands after a name, its last word is no company's
    sure -= last_words(text, (guess for guess in first if not text.startswith(" ", guess.end) and guess.end not in title_starts))
    names = {guess.start for guess in first if guess.kind == "organization"}
    parted = [piece for read in first for piece in _split(text, read, sure, forms - people, title_starts, names)]
    found = _with_bodies(text, [_bare(text, guess, forms) for guess in _called_by_first_name(text, parted)])
    taken = bytearray(len(text))
    for guess in found:
        taken[guess.start : guess.end] = b"\x01" * (guess.end - guess.start)
    added = [
        *(guess for guess in legal(text) if guess.start not in title_starts),
        *_broadcast(text),
        *_gapped(text, found),
        *_with_hanja(text),
        *shaped,
    ]
    found = without_overlap(found, list(_unnamed(text)))
    for one in added:
        whole = _with_body(text, one)
        guess = one if any(taken[whole.start : whole.end]) else whole
        if not any(taken[guess.start : guess.end]):
            found.append(guess)
            taken[guess.start : guess.end] = b"\x01" * (guess.end - guess.start)
    return sorted(_with_name_lines(text, found))


def without_overlap(guesses: Iterable[Guess], told: Sequence[Guess]) -> list[Guess]:
    """The guesses, but where one of ``told`` stands, that one; sorted where any is told."""
    covered = {place for one in told for place in range(one.start, one.end)}
    kept = [guess for guess in guesses if covered.isdisjoint(range(guess.start, guess.end))]
    return sorted((*kept, *told)) if told else kept


def _with_body(text: str, guess: Guess) -> Guess:
    match = BODY.match(text, guess.end) if guess.kind == "organization" and not text.endswith(UNIONS, guess.start, guess.end) else None
    return guess._replace(end=match.end()) if match else guess


def _with_bodies(text: str, guesses: Iterable[Guess]) -> list[Guess]:
    """The guesses, in order, with the body that belongs to each (현대제철 금속노조); that body is no guess of its own then."""
    found: list[Guess] = []
    for guess in sorted(guesses):
        if not found or guess.start >= found[-1].end:
            found.append(_with_body(text, guess))
    return found


def _bare(text: str, guess: Guess, forms: set[str]) -> Guess:
    """The organisation without a particle that was read as its last syllable: 청와대로, 다온전자의 beside 다온전자, 법무법인 다온의."""
    if guess.kind != "organization" or guess.end - guess.start < 3 or text[guess.end : guess.end + 1].isalpha():
        return guess
    form = text[guess.start : guess.end]
    # 다온전자선 최하람 사장: who came for whom, in a headline's short form
    match = PARTICLE.search(form, 2) or (HEADLINE.search(form, 2) if form[:-1] in listed_names()[0] else None)
    if not match or form in listed_names()[0]:
        return guess
    if match[0] in "선서":
        return guess._replace(end=guess.end - 1)
    bare = form[: match.start()]
    known = bare in forms or (len(bare) > 2 and bare in listed_names()[0]) or (match[0] == "의" and len(suffix_of(bare)) > 1)
    return guess._replace(end=guess.start + match.start()) if known or LAW_FIRM.fullmatch(form) else guess


def legal(text: str) -> Iterator[Guess]:
    """㈜다온, 다온(주), 주식회사 다온: what its legal form tells to be a company."""
    if "㈜" not in text and "(주)" not in text and "주식회사" not in text:
        return
    for match in LEGAL.finditer(text):
        start, end = match.span(1 if match[1] else 2)
        if match[2] or not text[end : end + 1].isalpha():
            yield Guess(start, end if match[2] else _without_particle(text, start, end), "organization", FIRM)


def _without_particle(text: str, start: int, end: int) -> int:
    match = PARTICLE.search(text, start + 2, end)
    return match.start() if match else end


def _broadcast(text: str) -> Iterator[Guess]:
    """[최도윤 / 가람전자 대표 : “…”], as broadcasters write who speaks."""
    for match in BROADCAST.finditer(text):
        if surname_of(match[1]):
            yield Guess(match.start(1), match.end(1), "person", FIRM)


def _unnamed(text: str) -> Iterator[Guess]:
    if "씨" in text or "모" in text or "양" in text:
        for match in UNNAMED.finditer(text):
            if match[2] or match[1] in surnames():
                yield Guess(*match.span(2 if match[2] else 1), "person", FIRM)


def _with_hanja(text: str) -> Iterator[Guess]:
    """최다온(崔多溫): a name and the same name in Chinese characters, as many as syllables, the first of them its surname's."""
    for match in HANJA_NAME.finditer(text):
        surname = surname_of(match[1])
        if surname and len(match[1]) == len(match[2]) and surname in surnames_of_hanja().get(match[2][: len(surname)], ()):
            yield Guess(*match.span(1), "person", FIRM)
            yield Guess(*match.span(2), "person", FIRM)


def _split(text: str, guess: Guess, sure: set[str], forms: set[str], title_starts: frozenset[int], names: set[int]) -> Iterator[Guess]:
    """다이룽 하람스타 회장 read as one person, where 하람스타 is an organisation elsewhere in the article, is a person and his company.

    With a particle right after it (파올로 벨리니와) or an organisation (at one of ``names``) it is a name that a company bears as well.
    한빛-두리 read as one organisation, where each is one elsewhere in the article, are two.
    """
    form = text[guess.start : guess.end]
    if guess.kind == "organization" and "-" in form and all(half in forms for half in form.split("-")):
        start = guess.start
        for half in form.split("-"):
            yield guess._replace(start=start, end=start + len(half))
            start += len(half) + 1
        return
    words = form.split(" ")
    if guess.kind == "person" and len(words) > 1:
        start, end = guess.start, guess.end
        if words[-1] in sure and not _is_first_name(words) and end + 1 not in names and (text.startswith(" ", end) or end in title_starts):
            end -= len(words[-1])
            yield guess._replace(start=end, kind="organization")
            end -= 1
        elif words[0] in sure and words[0] not in foreign_names("last") and not _is_first_name(words):
            start += len(words[0])
            yield guess._replace(end=start, kind="organization")
            start += 1
        yield guess._replace(start=start, end=end)
    else:
        yield guess


def _is_first_name(words: Sequence[str]) -> bool:
    """존 키트너: whether the first of two words is the first name of the second, whatever else is called so (키트너 그룹)."""
    if len(words) != 2 or words[0] in listed_names()[0]:
        return False
    # 젠슨 황: nor is what stands before a surname of one syllable
    return words[1] in surnames() if len(words[1]) == 1 else words[0] in foreign_names("first") and not suffix_of(words[1])


def _called_by_first_name(text: str, guesses: Iterable[Guess]) -> list[Guess]:
    """The guesses with the first name of somebody for an organisation called so: “젠슨이 시켜서” beside 젠슨 황."""
    known = list(guesses)
    names = (text[guess.start : guess.end].split(" ") for guess in known if guess.kind == "person")
    firsts = {words[0] for words in names if _is_first_name(words) and len(words[0]) > 1}
    return [guess._replace(kind="person") if text[guess.start : guess.end] in firsts else guess for guess in known]


def _gapped(text: str, guesses: Sequence[Guess]) -> Iterator[Guess]:
    """동양 in 동양·ABL생명: with the last word of the name after it, what stands before the dot is a listed name or one of the article."""
    known = listed_names()[0]
    forms = {text[guess.start : guess.end] for guess in guesses if guess.kind == "organization"}
    for guess in guesses:
        suffix = suffix_of(text[guess.start : guess.end]) if guess.kind == "organization" else ""
        end = guess.start
        while suffix:
            match = GAPPED.search(text, max(0, end - 10), end)
            if not match or (match[1] + suffix not in known and match[1] + suffix not in forms):
                break
            end = match.start(1)
            yield Guess(end, match.end(1), "organization", FIRM)


def headed(
    text: str, guesses: Iterable[Guess], title_starts: frozenset[int], title_ends: frozenset[int] = frozenset()
) -> Iterator[Guess]:
    """다온공사(사장 장하람): what is told with its head in a bracket is an organisation, if no place. ``guesses``: names found so far.

    So is what a bracket after a title tells, where it is listed or ends like one: 장하람 회장(한들), 장하람 사장(다온통신).
    """
    people = {guess.end: guess.start for guess in guesses if guess.kind == "person"}
    for match in HEADED.finditer(text):
        start = people.get(match.end(3), -1)
        if match.start(2) in title_starts and match.start(2) < start and match[1] not in geography():
            yield Guess(*match.span(1), "organization", FIRM)
    for match in NOTED.finditer(text):
        if match.start() in title_ends and (match[1] in listed_names()[0] or suffix_of(match[1])) and match[1] not in geography():
            yield Guess(*match.span(1), "organization", FIRM)


def _with_name_lines(text: str, guesses: list[Guess]) -> list[Guess]:
    """Lines of nothing but Korean names (이다온 최하람 한보라 …), as lists of promotions have them."""
    lines = [match.span(1) for match in NAME_LINE.finditer(text) if _all_names(match[1])]
    words = (word.span() for line in lines for word in re.compile(r"[가-힣]{3}").finditer(text, *line))
    return [*outside(guesses, lines), *(Guess(*word, "person", FIRM) for word in words)]


def _all_names(line: str) -> bool:
    words = re.findall(r"[가-힣]{3}", line)
    return len(words) > 2 and all(surname_of(word) for word in words) and sum(word[0] in doubtful_surnames() for word in words) < len(words)


@cache
def _companies() -> frozenset[str]:
    return frozenset(name for row in table("organizations") if row["type"] == "company" for name in (row["name"], *listed(row["aliases"])))


def listed_bodies(text: str, listed_at: Mapping[int, tuple[int, bool]], fused: Collection[int]) -> Iterator[Guess]:
    """국무조정실 of 국무조정실장: a listed name of four syllables and more written together with a title. ``fused``: where it ends."""
    for start, (end, common) in listed_at.items():
        whole = end - start > 3 and not common and not text[max(0, start - 1) : start].isalnum()
        if whole and end in fused and text[start:end] not in PRESIDENTIAL:
            yield Guess(start, end, "organization", FIRM)


def listed_companies(text: str, listed_at: Mapping[int, tuple[int, bool]], sentences: Iterable[Sentence]) -> Iterator[Guess]:
    """Listed companies of four characters and more whose names are no ordinary words, where they are a whole word but for a particle."""
    tokens = [token for sentence in sentences for token in sentence.tokens]
    joined = {token.start for token in tokens if token.tag.startswith(("J", "VCP")) or token.form in {"측", "쪽"}}
    for start, (end, common) in listed_at.items():
        form = text[start:end]
        whole = not text[max(0, start - 1) : start].isalnum() and (not text[end : end + 1].isalnum() or end in joined)
        if end - start > 3 and not common and form in _companies() and whole:
            yield Guess(start, end, "organization", FIRM)
