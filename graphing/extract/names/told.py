"""Names told by the words around them: 제작사 다온, 다온을 창업한, 한가람(다온 사장), 다온 대표 한가람은, 한가람 하람은행장.

What stands there can be nothing but a name, however it sounds; the analyser calls it one proper noun, or tears it where a name of
ordinary syllables is torn (백 종일).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise

from graphing.extract.names.foreign import is_embassy, is_place, may_be_name
from graphing.extract.names.generic import generic_words
from graphing.extract.names.kinds import RARE_SURNAMES, foreign_names, is_chinese, is_foreign, is_native
from graphing.extract.names.people import ordinary
from graphing.extract.names.standing import Standing
from graphing.extract.names.tagger import Guess
from graphing.extract.names.tagger_lexicons import doubtful_surnames, geography, listed_names, suffix_of, surname_of
from graphing.lexicon import table
from graphing.model import Sentence, Token

FIRM = 0.8
SURE = 0.9
# What is told to be a company is one wherever the article has it.
CERTAIN = 0.98
KIND = re.compile(
    r"(?:제작|운용|게임|제약|건설|시공|시행|자문|제조|개발|자회|모회|회|투자|배급|출판|기획|여행|협력|납품|운영|판매|부품|선)사 |"
    r"(?:업체|기업|스타트업|프랜차이즈|로펌|[가-힣]구단|구단|체인|플랫폼|연구기업|벤처) "
)
QUOTED = re.compile(r"[‘'“\"]([가-힣A-Za-z0-9&]{2,12})[’'”\"]")
FOUNDS = re.compile(
    r"(?<![가-힣A-Za-z0-9])([가-힣A-Za-z0-9&]{2,12})[을를] (?:[^\s,.을를]+ ){0,2}?"
    r"(?:이끄는|이끌던|이끌고 있는|이끌어 온|창업한|창업했|설립한|설립했|세운|차린|차렸|경영하는|경영하던|경영한다)"
)
LED = re.compile(r"[이가] (?:이끄는|이끌던|이끌고 있는|창업한|설립한|차린|세운|경영하는|운영하는) ")
NOTE = re.compile(r" ?[(（](?:전|현|前|現)? ?([가-힣A-Za-z0-9&]{2,12}) ")
ENVOY = re.compile(r"(?<![가-힣A-Za-z0-9])([가-힣]{2,4}) 주([가-힣]{1,6}|[A-Z]{2,4}) ?(?:한국 ?)?(?:대사|공사|총영사)(?![가-힣]{2})")
# Countries by the syllable that stands for them: 주미 대사.
POSTED = frozenset("미중일영불독러")
WHOLE = re.compile(r"(?<![가-힣A-Za-z0-9])([가-힣]{3}) (?:㈜|\(주\) ?)?$")
SHOWN = re.compile(r" ([가-힣]{3})(?=(?:은|는|이|가|의|도|을|를|과|와|에게)[ ,]|씨|,|\()")
# Who is the head of something, before the name: 다온전자의 대표인 한가람은.
BEING = re.compile(
    r"(?:인|이자|이던|이었던|이기도 한|[을를] (?:지낸|맡은|맡고 있는|역임한|겸하는|겸한)) "
    r"([가-힣]{3})(?=(?:은|는|이|가|의|을|를|과|와|도|에게)[ ,])"
)
# Last words of companies that are things as well: 비트코인투자, 신약개발.
_THINGS = frozenset(
    ("그룹", "투자", "개발", "금융", "에너지", "시스템", "솔루션", "데이터", "게임", "반도체", "통신", "로봇", "배터리", "미디어",
     "물류", "유통", "보험", "카드", "펀드")
)
HEADS = frozenset({"대표", "대표이사", "회장", "사장", "부회장", "부사장", "의장", "창업자"})
# Whose head somebody is: 다온의 수장 한가람.
HEADED = re.compile(r"(?<![가-힣A-Za-z0-9])([가-힣A-Za-z0-9&]{2,12})의 (?:수장|총수|창업자|창업주|설립자)(?:인)? (?=[가-힣])")
# Vietnamese names in one word; the surnames of ``WEAK`` begin Korean words as well, so that one of ``SPELLED`` must follow.
WEAK = frozenset("레또보판당도딘")
SPELLED = frozenset("꽝꾸꾹끄끼끽낌냐냔년녓뚜뚝뚱뜨뜩띠띤따딴땀떠띄띵럼썬썸쑤쑨쩌쩐쩡쫑쭈쭉쭝쯔쯩찌찐엉옌응흐흥훙퐁푹틴팟")
VIETNAMESE = re.compile(
    "(?<![가-힣])(응우옌|응웬|응엔|쩐|팜|호앙|후인|부이|응오|즈엉|딘|쯔엉|레|또|보|판|당|도)([가-힣]{2,5})(?= |회장|총리|주석)"
)
# A Chinese name before an office that no company has: 왕다온 장쑤성장, 왕다온 당시 총리, 왕다온(王多溫) 외교부장.
CHINESE_OFFICE = re.compile(
    r"(?<![가-힣])([가-힣]{3,5})(?:\([^()\n]{2,5}\))? (?:(?:당시|전|신임|중국) )?"
    r"(?:[가-힣]{1,5}성(?:장| 성장| ?당서기| ?서기)(?![가-힣]{2})|성장(?=[은는이가과와을를의에도 ,.])|"
    r"국가주석|국가부주석|주석|(?:국무원 )?(?:부?총리|국무위원)|(?:외교|상무|국방|공안|재정)부장|정치국 ?(?:상무)?위원)"
)
DEPARTMENT = re.compile(r" ([가-힣]{2,8}) ")
OF = re.compile(r"의 ([가-힣]{3,5})(?= )")
TWO_TONGUES = re.compile(r" ([가-힣]{2,5} [가-힣])(?=(?:은|는|이|가|을|를|과|와|의|도|에게)?[ .,]|씨)")
WHO = ("제작자", "주주", "투자자", "디자이너", "배우", "가수", "작가", "감독", "전략가", "경제학자", "변호인", "상속녀")
CHINESE = frozenset("첸콴쉬쉔펑챈웡창팡쩡")
OF_COUNTRY = re.compile(r"(?<![가-힣])([가-힣]{2,6}) ([가-힣A-Za-z]{2,8}(?: [가-힣A-Za-z]{2,8})?)의 $")
TWO_WORDS = re.compile(r"(?<![가-힣])([가-힣]{2,6}) ([가-힣]{2,6})$")
BEGINNING = re.compile(r"(?:^|[.!?”]\s+|\n\s*|[과와], |[과와] )([가-힣]{3}) [가-힣]{2,7}$")
# The borders of words that are no names: particles and endings written like the last syllable of a name.
_LAST = frozenset("은는을를에와과고며면서한된던할될적들쯤씩께")


class Words:
    """The tokens of Korean sentences, found by where they stand."""

    def __init__(self, sentences: Iterable[Sentence]) -> None:
        self.tokens = [token for sentence in sentences for token in sentence.tokens]
        self.starts = [token.start for token in self.tokens]

    def within(self, start: int, end: int) -> Sequence[Token]:
        """The tokens that begin in text[start:end]."""
        return self.tokens[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def proper(self, text: str, start: int) -> int:
        """Where the word of one proper noun that begins at ``start`` ends, without its particle; -1 for another."""
        at = bisect_left(self.starts, start)
        if at == len(self.tokens) or self.starts[at] != start or self.tokens[at].tag != "NNP":
            return -1
        end = self.tokens[at].end
        after = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        joined = after is not None and after.start == end and text[end : end + 1].isalnum()
        return end if end - start > 1 and not (joined and after is not None and not after.tag.startswith(("J", "VCP"))) else -1


    def sentence(self, text: str, start: int) -> int:
        """Where the word at ``start`` ends without its particle, if a clause is written in it without a blank (푸른고래); else -1."""
        at = first = bisect_left(self.starts, start)
        while at < len(self.tokens) and (at == first or text[self.starts[at] - 1].isalnum()):
            if self.tokens[at].tag.startswith(("J", "VCP", "S")):
                break
            at += 1
        inside = self.tokens[first:at]
        torn = any(one.tag == "ETM" and two.tag.startswith("NN") for one, two in pairwise(inside))
        return inside[-1].end if torn and inside[-1].tag.startswith("NN") and inside[0].start == start else -1


def told(
    text: str, guesses: Sequence[Guess], title_at: dict[int, int], fused: Iterable[int], words: Words
) -> list[Guess]:
    """The guesses and the names that their surroundings tell, sorted.

    ``title_at``: where titles begin → where they end; ``fused``: where organisations end that are written together with a title.
    """
    known = sorted(guesses)
    standing: Standing | None = None
    foreign = (_vietnamese, _chinese, _his, _of_two_tongues, _joined)
    finders = (_being, _envoys, *foreign, _before_offices, _beginning, _after_titles, _noted, _of_kind, _founded)
    ends = frozenset(fused)
    for find in finders:
        gone: set[Guess] = set()
        new: list[Guess] = []
        for one in find(text, known, title_at, ends, words):
            standing = standing or Standing(known)
            over = standing.over(one)
            if all(guess.probability < max(SURE, one.probability) and guess.kind != one.kind for guess in over):
                gone.update(over)
                new.append(one)
        if standing and new:
            standing.remove(gone)
            for one in new:
                standing.add(one)
            known = standing.all()
    return known


def _may_be_company(text: str, start: int, end: int) -> bool:
    form = text[start:end]
    return not is_place(form) and not is_embassy(form) and form not in generic_words() and form not in ordinary() and form not in _markets()


@cache
def _ends() -> frozenset[str]:
    return frozenset(row["suffix"] for row in table("organization_suffixes") if row["kind"] == "c") - _THINGS


def is_company(form: str) -> bool:
    """Whether a last word tells a company behind two syllables of whatever sound: 다온전자."""
    suffix = suffix_of(form)
    return suffix in _ends() and len(form) > len(suffix) + 1


@cache
def _markets() -> frozenset[str]:
    return frozenset(("코스닥", "코스피", "나스닥", "코넥스", "유니콘", "인터넷", "온라인"))


def _being(text: str, guesses: Sequence[Guess], title_at: dict[int, int], fused: frozenset[int], words: Words) -> Iterator[Guess]:
    """다온전자의 대표인 한가람은: who a title is told to be of."""
    for end in title_at.values():
        match = BEING.match(text, end)
        if match and match.start(1) not in title_at and unlike_words(text, *match.span(1), words):
            # whatever the tagger takes it for: who has a post is no company
            yield Guess(*match.span(1), "person", 1.0)


def _before_offices(
    text: str, guesses: Sequence[Guess], title_at: dict[int, int], fused: frozenset[int], words: Words
) -> Iterator[Guess]:
    """백종일 전북은행장, 정의롬 나눔펀드 대표: a word of three syllables with a surname before an organisation with a title."""
    for guess in guesses:
        if guess.kind != "organization" or not (guess.end + 1 in title_at or guess.end in title_at or guess.end in fused):
            continue
        match = WHOLE.search(text, max(0, guess.start - 9), guess.start)
        if match and match.start(1) not in title_at and unlike_words(text, *match.span(1), words):
            yield Guess(*match.span(1), "person", FIRM)


def _envoys(
    text: str, guesses: Sequence[Guess], title_at: dict[int, int], fused: frozenset[int], words: Words
) -> Iterator[Guess]:
    """최다온 주베트남 공사, 조헌 주인도 한국대사: a word with a surname before where an envoy is posted.

    What is not of three syllables must be no noun (신임 주미대사), and stand before a country that is known.
    """
    for match in ENVOY.finditer(text):
        form, country = match[1], match[2]
        sent = country in POSTED or country in geography() or country.isascii()
        whole = [token for token in words.within(*match.span(1)) if (token.start, token.end) == match.span(1)]
        alone = sent and not any(token.tag == "NNG" or token.tag.startswith(("M", "V")) for token in whole)
        torn = unlike_words(text, *match.span(1), words) or is_native(form) if len(form) == 3 else alone
        if torn and form[-1] not in _LAST and surname_of(form) and may_be_name(form) and form not in ordinary():
            yield Guess(*match.span(1), "person", CERTAIN)


def _vietnamese(
    text: str, guesses: Sequence[Guess], title_at: dict[int, int], fused: frozenset[int], words: Words
) -> Iterator[Guess]:
    """즈엉티하인 총리, 쩐비엣흥 재무부 장관: a Vietnamese name in one word, before a title, a country or a ministry."""
    offices = {guess.start for guess in guesses if guess.kind == "organization"}
    for match in VIETNAMESE.finditer(text):
        end = match.end()
        word = DEPARTMENT.match(text, end)
        city = any(place in fused for place in range(end + 2, end + 8))
        ahead = city or end in title_at or end + 1 in title_at or end + 1 in offices
        ahead = ahead or bool(word and (word[1] in geography() or word[1][-1] == "부"))
        weak = match[1] in WEAK and (SPELLED.isdisjoint(match[2]) or words.proper(text, match.start()) != end)
        if ahead and not is_place(match[0]) and not weak:
            yield Guess(*match.span(), "person", CERTAIN)


def _chinese(
    text: str, guesses: Sequence[Guess], title_at: dict[int, int], fused: frozenset[int], words: Words
) -> Iterator[Guess]:
    """스타이펑 장쑤성장: a word like a Chinese name before an office of China's state or party."""
    if "성" in text or "총리" in text or "주석" in text or "부장" in text or "위원" in text:
        for match in CHINESE_OFFICE.finditer(text):
            if is_chinese(match[1]) and not is_place(match[1]) and match.start(1) not in title_at:
                yield Guess(*match.span(1), "person", CERTAIN)


def _his(text: str, guesses: Sequence[Guess], title_at: dict[int, int], fused: frozenset[int], words: Words) -> Iterator[Guess]:
    """화웨이의 쑹민쉐 회장: a word like a Chinese name between the organisation whose he is and a title.

    독일 하르모 켈러의 카린 포크트 이사: what foreign words of one country name is where a foreigner has a title.
    """
    for guess in guesses:
        named = guess.kind == "person" and " " in text[guess.start : guess.end]
        titled = named and any(place in title_at for place in range(guess.end, guess.end + 7))
        if titled and text.endswith("의 ", 0, guess.start):
            owner = OF_COUNTRY.search(text, max(0, guess.start - 24), guess.start)
            parts = owner[2].split(" ") if owner else []
            last = parts[-1] if parts else ""
            proper = owner and (is_foreign(last) or words.proper(text, owner.end(2) - len(last)) == owner.end(2))
            if owner and proper and owner[1] in geography() and any(map(is_foreign, parts)) and not is_place(last):
                yield Guess(*owner.span(2), "organization", FIRM)
    for guess in guesses:
        match = OF.match(text, guess.end) if guess.kind == "organization" else None
        if match and match.end() + 1 in title_at and is_chinese(match[1]) and may_be_name(match[1]):
            yield Guess(*match.span(1), "person", CERTAIN)


def _of_two_tongues(
    text: str, guesses: Sequence[Guess], title_at: dict[int, int], fused: frozenset[int], words: Words
) -> Iterator[Guess]:
    """대표 줄리아 박은: a foreign first name and a Korean or Chinese surname after a title or what somebody is."""
    ends = frozenset(title_at.values())
    for match in TWO_TONGUES.finditer(text):
        start, end = match.span(1)
        first, _, last = match[1].partition(" ")
        known = first in foreign_names("first")
        told_before = match.start() in ends or text.endswith(WHO, 0, match.start())
        proper = words.proper(text, start) == start + len(first) and may_be_name(first)
        surname = (surname_of(last) or last in CHINESE) and last not in doubtful_surnames()
        if surname and proper and (known or (told_before and (is_foreign(first) or not surname_of(first)))):
            yield Guess(start, end, "person", CERTAIN)


def _joined(text: str, guesses: Sequence[Guess], title_at: dict[int, int], fused: frozenset[int], words: Words) -> Iterator[Guess]:
    """해롤드 버크만회장: two foreign words, the second written together with a title."""
    for end in title_at:
        match = TWO_WORDS.search(text, max(0, end - 14), end)
        if match is None or match.start() in title_at or not (is_foreign(match[1]) and is_foreign(match[2])):
            continue
        listed_before = match[1] in listed_names()[0] or is_place(match[1])
        if not listed_before and may_be_name(match[2]) and words.proper(text, match.start()) == match.end(1):
            yield Guess(*match.span(), "person", CERTAIN)


def _beginning(
    text: str, guesses: Sequence[Guess], title_at: dict[int, int], fused: frozenset[int], words: Words
) -> Iterator[Guess]:
    """빈소라 물가위원장: three syllables that the analyser tears behind the surname, before an office, at the beginning of a sentence."""
    for end in fused:
        match = BEGINNING.search(text, max(0, end - 16), end)
        named = match and match[1] not in ordinary() and may_be_name(match[1])
        if match and named and surname_of(match[1]) and match[1][0] not in doubtful_surnames():
            start = match.start(1)
            inner = words.within(start, start + 3)
            torn = inner and inner[0].end == start + 1 and inner[-1].end == start + 3
            if torn and inner[0].tag not in ("MM", "XPN", "NP", "NR", "SN") and not inner[-1].tag.startswith("E"):
                yield Guess(start, start + 3, "person", FIRM)


def unlike_words(text: str, start: int, end: int, words: Words) -> bool:
    """Whether three syllables are a name rather than a word with its particle or ending (정부는, 만나던, 한국계)."""
    form = text[start:end]
    surname = surname_of(form) or form[0] in RARE_SURNAMES
    if not surname or not may_be_name(form) or form in ordinary() or form[:2] in geography() or form in generic_words():
        return False
    tokens = words.within(start, end)
    if not tokens or tokens[0].start != start or tokens[0].tag in ("SN", "SL"):
        return False
    if any(token.tag.startswith("Z_") for token in tokens):
        return True
    if len(tokens) == 1:
        return tokens[0].tag == "NNP" and tokens[0].end == end
    first, last = tokens[0], tokens[-1]
    if last.end > end or form[-1] in _LAST or any(token.tag in ("XSN", "NNB") for token in tokens[1:]):
        return False
    if first.end - first.start == 1:
        # 백 종일, 편 도식; not 신 사업, 전 직원, 이 회사
        noun = all(token.tag.startswith("NN") for token in tokens[1:])
        return first.tag not in ("MM", "XPN", "NP") and noun and first.end == tokens[1].start
    # 옥지 만, 설미 이라
    return last.form in ("만", "라") and first.tag.startswith("NN") and not is_place(first.form) and len(first.form) == 2


def _after_titles(
    text: str, guesses: Sequence[Guess], title_at: dict[int, int], fused: frozenset[int], words: Words
) -> Iterator[Guess]:
    """가람고무 대표 편도식은: a name after an organisation and its title, and an unknown organisation before the title of a name."""
    people = {guess.start for guess in guesses if guess.kind == "person"}
    ends = {guess.end for guess in guesses if guess.kind == "organization"}
    for start, end in title_at.items():
        if text[start - 1 : start] != " ":
            continue
        shown = SHOWN.match(text, end)
        known = start - 1 in ends
        named = end + 1 in people and text[end] == " "
        if not named and shown and shown.start(1) not in title_at and unlike_words(text, *shown.span(1), words):
            before = words.within(max(0, start - 12), start - 1)
            unknown = before and before[-1].tag == "NNP" and before[-1].end == start - 1
            if known or (unknown and text[start:end] in HEADS):
                yield Guess(*shown.span(1), "person", FIRM)
                named = True
        if named and not known:
            before = words.within(max(0, start - 12), start - 1)
            if before and before[-1].end == start - 1 and before[-1].tag == "NNP" and len(before[-1].form) > 2:
                at = before[-1].start
                alone = not text[at - 1 : at].isalnum() and not is_native(text[at : start - 1])
                if alone and _may_be_company(text, at, start - 1):
                    yield Guess(at, start - 1, "organization", FIRM)


def _noted(
    text: str, guesses: Sequence[Guess], title_at: dict[int, int], fused: frozenset[int], words: Words
) -> Iterator[Guess]:
    """한가람(다온 사장): what stands with a title in the bracket after a name is where he has it, if it is a proper noun."""
    for guess in guesses:
        match = NOTE.match(text, guess.end) if guess.kind == "person" else None
        closed = title_at.get(match.end(), -1) if match else -1
        if match is None or closed < 0 or text[closed : closed + 1] not in tuple(")）·,"):
            continue
        start, end = match.span(1)
        if words.proper(text, start) == end and _may_be_company(text, start, end):
            yield Guess(start, end, "organization", CERTAIN)


def _of_kind(
    text: str, guesses: Sequence[Guess], title_at: dict[int, int], fused: frozenset[int], words: Words
) -> Iterator[Guess]:
    """제작사 다온이, 스타트업 ‘다온’의: a proper noun, or anything in quotes, behind the word for what it is."""
    for match in KIND.finditer(text):
        quoted = QUOTED.match(text, match.end())
        if quoted and quoted[1] not in generic_words():
            yield Guess(*quoted.span(1), "organization", CERTAIN)
            continue
        start = match.end()
        end = max(words.proper(text, start), words.sentence(text, start))
        if end < 0 or not _may_be_company(text, start, end):
            continue
        titled = end in title_at or (text[end : end + 1] == " " and end + 1 in title_at)
        if not (titled and surname_of(text[start:end]) and end - start < 5):
            yield Guess(start, end, "organization", CERTAIN)


def _founded(
    text: str, guesses: Sequence[Guess], title_at: dict[int, int], fused: frozenset[int], words: Words
) -> Iterator[Guess]:
    """다온을 창업한 한가람, 한가람이 이끄는 다온: whom somebody leads or has founded, if it is a proper noun."""
    named_here = (guess for guess in guesses if guess.kind == "person")
    people = {guess.start for guess in named_here if guess.probability >= CERTAIN or is_native(text[guess.start : guess.end])}
    for match in (*FOUNDS.finditer(text), *HEADED.finditer(text)):
        start, end = match.span(1)
        named = words.proper(text, start) == end and end - start > 2
        if (named or (is_company(match[1]) and end - start > 3)) and start not in people and _may_be_company(text, start, end):
            yield Guess(start, end, "organization", CERTAIN)
    ends = {guess.end for guess in guesses if guess.kind == "person"} | set(title_at.values())
    for match in LED.finditer(text):
        end = words.proper(text, match.end())
        if match.start() in ends and end - match.end() > 2 and match.end() not in people and _may_be_company(text, match.end(), end):
            yield Guess(match.end(), end, "organization", CERTAIN)
