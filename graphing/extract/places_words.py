"""Which words of a noun phrase name a place: the venue's words, the geography before them, the floor and room after them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal, NamedTuple

from graphing.lexicon import table
from graphing.model import Token

Kind = Literal["venue", "city", "region", "country"]


class Head(NamedTuple):
    """The place of a phrase: text[start:end]. ``named``: known by name, not only by its last word."""

    start: int
    end: int
    kind: Kind
    named: bool
    weak: bool = False
    demonstrative: bool = False


class Word(NamedTuple):
    """A word of a phrase between blanks, without a particle `의`: text[start:end], what it is, and whether it holds a proper noun."""

    start: int
    end: int
    text: str
    kind: str
    owner: bool
    proper: bool = False


_GEOGRAPHY: dict[str, Kind] = {"city": "city", "region": "region", "country": "country"}
_TIME = re.compile(
    r"^\d{1,4}[년월일시분]|^(?:오전|오후|상오|하오|새벽|아침|저녁|점심|밤|낮|정오|당일|이날|그날|전날|다음날|날|이튿날|사흘|나흘|하루|오늘|어제|어젯밤|그제|내일|모레|"
    r"처음|봄|여름|가을|겨울|지난해|올해|내년|작년|재작년|이달|지난달|다음달|지난주|이번주|다음주|주말|지난|오는|같은|해|달|주|현지시간|최근|당시|현지|시각|무렵|께|쯤|동안|사이|"
    r"전|후|뒤|직전|직후|이어|앞서)$"
)
# `미 워싱턴DC`, `中 베이징`: a country by its first syllable.
_SYLLABLE = frozenset("미중일영독불러프美中日英獨佛露印韓")
# Rooms by their own names after a house's (본관 충무전실, 도청 사림실).
_ROOM = re.compile(r"^[가-힣]{2,4}[실홀]$")
_NO_ROOM = re.compile(r"(?:비서|안보|정책|기획|조정|전략|현|사|진|부|상|손|과|내|확|충|절|구|견|결|종교|홍보|경영|지원)실$")
# Whoever sits there, it is a room: 청장실, 의원실, 부총재실.
_SEAT_ROOM = re.compile(r"^(?!화장실|현장실|분장실|탈의장실)[가-힣]{1,6}(?:장|의원|총재|대표|총리|장관|차관|감사|총장)실$")
# `4번 도크`, `2호 라인`: which of a house's parts, not which house.
_NUMBERED = re.compile(r"^제?\d{1,2}(?:번|호)$")
_FLOOR = re.compile(r"^(?:지하\s?)?\d{1,3}층$|^지하$|^옥상$|^\d{1,4}호$")
_ASIDE = re.compile(
    r"^(?:앞|옆|뒤|안|인근|주변|근처|부근|일대|정문|후문|현관|로비|내|안팎|입구|문|마당|앞마당|곳곳|모처|지역|시내|도심|한복판|등지|상공|부지|위층|아래층|층|"
    r"야드|생산라인|라인|벤치|도착|착륙|방문|이후|\d+번지)$"
)
_SHAPED = re.compile(r"^[가-힣]{2,}(?:시|군|구|읍|면|동|리|주|현|성)$")
# Where the reader is: a visitor's coming there tells no place.
_HOME = frozenset({"한국", "대한민국"})
# Something is held there.
_HELD = re.compile(
    r"에서\s(?:[^\s.,“”]+\s){0,4}?(?:열린|열려|열렸|열리|연\s|열고|개최|진행|마련|가진|가졌|갖고)|"
    r"에서\s(?:만나|만났|만난|마주|회동|면담|회담)"
)
_EVENT = re.compile(
    r"(?:회담|회의|서밋|포럼|콘퍼런스|컨퍼런스|총회|박람회|전시회|엑스포|올림픽|대회|준공식|기공식|착공식|개점식|개소식|개막식|출범식|체결식|서명식|기념식|명명식|선언식|전달식|조인식|시상식|협약식|발대식|수여식|축제|행사|영화제|방문|시찰|견학|순방|세미나|심포지엄|콩그레스|공모전|쇼|"
    r"만찬|오찬|조찬|회동|면담|간담회|만남|접견|모임|차담|차담회|미팅|담판|협상|예방)$"
)
# A store's branch, by the quarter it is in (잠실점); a university by its short name; what introduces a city.
_BRANCH = re.compile(r"^([가-힣]{2,})(?:점|신항|항|역|성)$")
_SHOP = re.compile(
    r"^(?!.*(?:관점|시점|지점|장점|단점|초점|거점|이점|허점|쟁점|강점|약점|접점|제점|통점|이점|환점|발점|종점|원점|평점|학점|득점|중점|합의점)$)[가-힣]{2,}점$"
)
# What kind of firm a name is that of: `농기계 업체 나래농기`; and a firm known only by its kind and its town.
_FIRM = re.compile(r"(?:업체|기업|회사|제조사|부품사|제작사|개발사|협력사|공급사|스타트업|벤처)$")
_UNIVERSITY = re.compile(r"^[가-힣]{3,}대$")
_COUNTY = re.compile(
    r"^(?!.*(?:도시|감시|전시|접시|임시|잠시|동시|당시|일시|지시|제시|게시|예시|암시|응시|무시|택시|표시|공군|해군|육군|미군|장군|국군|후보군|제품군|직군|산업군|학군|고객군)$)[가-힣]{2,}[시군]$"
)
_BESIDE = frozenset({"인근", "주변", "근처", "부근", "앞", "옆", "뒤", "소재"})
# Events that houses are named for (콩그레스 센터, 엑스포 광장).
_HOUSED = re.compile(r"^(?:콩그레스|컨벤션|콘퍼런스|컨퍼런스|엑스포|올림픽|회의|포럼|전시회|박람회)$")
_SIDE = re.compile(r"^(?:동부|서부|남부|북부|중부|동남부|남동부|북동부|북서부|남서부|서해안|동해안|남해안)$")
_CITY_NOUN = frozenset({"자매도시", "국경도시", "관문도시", "공업도시", "주도", "수도", "도시", "항구도시", "소도시", "휴양지", "관광지"})
_AGENCY = re.compile(r"^(?!.*(?:요청|신청|초청|하청|재청|시청|도청|청청)$)[가-힣]{2,}청$")
_VISITED = re.compile(r"[을를]\s(?:직접\s|함께\s)?(?:찾아(?!가|와|온)|찾은|찾았|방문)")
_MEETING = re.compile(
    r"\S{0,2}\s(?:[^\s.,]+\s){0,6}?(?:만나|만났|만난|마주|인사를|열린|열려|열리|회동|면담|회담|저녁|점심|아침을|식사|오찬|만찬|"
    r"환담|머리를 맞|악수|손을 맞|손을 잡|둘러|대면|독대|접견|간담|나란히|잔을|차를|골프)"
)
# 총리 공관, 대사 관저: whose seat it is belongs to the name.
_SEATS = frozenset({"공관", "관저"})
_OFFICE = re.compile(r"(?:의장|총리|대통령|대사|장관|지사|시장|총장|사령관)$")
_TITLE = re.compile(r"(?:회장|부회장|사장|대표|의장|총재|장관|총리|대통령|지사|시장|씨|교수|감독|원장|이사장|행장|위원장)$")


@cache
def _names() -> dict[str, str]:
    return {row["name"]: row["kind"] for row in table("places")}


@cache
def _endings() -> tuple[re.Pattern[str], dict[str, str]]:
    kinds = {row["ending"]: row["kind"] for row in table("venues")}
    longest = sorted(kinds, key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(re.escape(ending) for ending in longest)})$"), kinds


@cache
def _alone(manner: str) -> frozenset[str]:
    return frozenset(row["ending"] for row in table("venues") if row["alone"] == manner)


def geography_of(word: str) -> Kind | None:
    """The kind of a place that is known by this very name; None where no list holds it."""
    kind = _names().get(word)
    if kind is None:
        return None
    return "venue" if kind == "venue" else _GEOGRAPHY.get(kind)


def head_of(text: str, tokens: Sequence[Token], start: int, end: int, moving: bool = False) -> Head | None:
    """The place that a noun phrase names, None where it names none. ``moving``: someone goes there, so it can be nothing else."""
    words = _words(text, tokens, start, end)
    while words and (words[0].kind == "time" or words[0].kind == "aside"):
        words = words[1:]
    for index in range(len(words) - 1, -1, -1):
        if words[index].kind == "time":
            words = words[index + 1 :]
            break
    if not words:
        return None
    words, floored = _without_floor(words)
    for index in range(1, len(words) - 1):
        if words[index].text in {"안", "내"} and words[index - 1].kind in {"building", "venue"}:
            words = words[:index]
            break
    while words and words[-1].kind == "aside":
        words = words[:-1]
    if not words:
        return None
    last = words[-1]
    if last.kind in {"building", "generic", "room", "institution", "venue"}:
        return _venue(words, text)
    if last.kind == "city" and len(words) > 1 and words[-2].kind in {"venue", "building"} and not words[-2].owner:
        first = len(words) - 2
        while first and words[first - 1].kind in {"other", "building"} and words[first - 1].proper and not words[first - 1].owner:
            first -= 1
        return Head(words[first].start, last.end, "venue", True)
    if last.text in _HOME:
        return None
    if last.kind in {"city", "region", "country", "shaped"}:
        if (
            last.kind == "shaped"
            and not (moving and _COUNTY.match(last.text))
            and not (len(words) > 1 and words[-2].kind in {"city", "region", "country"})
            and not _is_proper(tokens, last)
        ):
            return None
        return Head(last.start, last.end, _GEOGRAPHY.get(last.kind, "city"), True)
    if last.kind == "other":
        return _unknown(text, words, tokens, floored, moving)
    if last.kind == "event":
        for word in reversed(words[:-1]):
            if word.kind in {"building", "venue"} or (word.kind == "generic" and len(words) > 2):
                return _venue(words[: words.index(word) + 1], text)
            if word.kind in {"city", "region"}:
                return Head(word.start, word.end, _GEOGRAPHY[word.kind], True, weak=True)
            if word.kind == "country":
                return None
    return None


def _unknown(text: str, words: Sequence[Word], tokens: Sequence[Token], floored: bool, moving: bool) -> Head | None:
    """A name that no list holds, known for a place by what stands around it: a city, a kind of house, a floor."""
    last = words[-1]
    quoted = last.start > 0 and text[last.start - 1] in "‘'“"
    # Where the particle stands, behind the quotation mark.
    after = last.end + (quoted and text[last.end : last.end + 1] in tuple("’'”"))
    if last.text[0].isdigit() and not floored and not quoted:
        return None
    before = words[-2] if len(words) > 1 else None
    if _UNIVERSITY.match(last.text) and _is_proper(tokens, last):
        return Head(last.start, last.end, "venue", True, weak=True)
    if (moving or text.startswith("에서", after)) and (_FIRM.search(last.text) or (moving and before and _FIRM.search(before.text))):
        return _firm(text, words, after)
    if moving and before is None and len(last.text) >= 4 and _VISITED.match(text, last.end) and not _TITLE.search(last.text):
        return Head(last.start, last.end, "venue", True, weak=True) if _is_proper(tokens, last) else None
    met = not _TITLE.search(last.text) and text.startswith("에서", after) and bool(_MEETING.match(text, after + 2))
    if met and quoted and (before is None or before.kind in _GEOGRAPHY):
        return Head(last.start, last.end, "venue", True)
    if before is None:
        if floored:
            return Head(last.start, last.end, "venue", True)
        return Head(last.start, last.end, "city", True, weak=True) if met and len(last.text) >= 3 and _is_proper(tokens, last) else None
    if _SIDE.match(last.text) and before.kind in {"country", "region"}:
        return Head(before.start, last.end, "region", True)
    if before.text in _CITY_NOUN:
        return Head(last.start, last.end, "city", True)
    if before.kind == "generic" and not before.owner:
        return Head(last.start, last.end, "venue", True)
    if before.kind == "building" and quoted:
        return Head(before.start, last.end, "venue", True)
    first = len(words) - 1
    while first and words[first - 1].kind == "other" and first > len(words) - 2:
        first -= 1
    if first and words[first - 1].kind in {"city", "shaped"} and (floored or met or first < len(words) - 1 or _is_proper(tokens, last)):
        return Head(words[first].start, last.end, "venue", True)
    if met and words[first].kind == "other" and not _TITLE.search(words[first].text) and _is_proper(tokens, words[first]):
        return Head(words[first].start, last.end, "venue", True, weak=True)
    return Head(words[first].start, last.end, "venue", True) if floored else None


def _firm(text: str, words: Sequence[Word], after: int) -> Head | None:
    """A firm gone to: by its name behind its kind, from its town on where told (`순천의 농기계 업체 나래농기`), or only the town."""
    last = len(words) - 1
    town = next((index for index in range(last - 1, -1, -1) if words[index].owner), None)
    told = town is not None and words[town].kind in {"city", "region", "shaped", "building", "venue"}
    if not told:
        named = not _FIRM.search(words[last].text) and _VISITED.match(text, after) and not _TITLE.search(words[last].text)
        return Head(words[last].start, words[last].end, "venue", True, weak=True) if named else None
    if _FIRM.search(words[last].text):
        house = words[town].kind in {"building", "venue"}
        return Head(words[town].start, words[town].end, "venue" if house else _GEOGRAPHY.get(words[town].kind, "city"), True)
    return Head(words[town].start, words[last].end, "venue", True)


def _qualifies(word: Word) -> bool:
    """Whether a word before a venue's belongs to its name: no title, no geography, no time."""
    joins = (
        word.kind in {"other", "building", "generic", "institution", "venue", "link"} or word.text in _BESIDE or _HOUSED.match(word.text)
    )
    return bool(joins) and not _TITLE.search(word.text)


def _venue(words: Sequence[Word], text: str) -> Head | None:
    last = len(words) - 1
    if words[last].kind == "room" and last and words[last - 1].kind == "building" and words[last - 1].text not in _endings()[1]:
        last -= 1
    first = last
    while first and _qualifies(words[first - 1]):
        first -= 1
    for index in range(first, last):
        if words[index].text in _BESIDE and not _alone_generic(words, index + 1, last):
            first = index + 1
    while first < last and words[first].text in _BESIDE:
        first += 1
    if first and first == last and words[last].text in _SEATS and _OFFICE.search(words[first - 1].text) and not words[first - 1].owner:
        return Head(words[first - 1].start, words[last].end, "venue", True)
    if first > 1 and first == last and _TITLE.search(words[first - 1].text) and not words[first - 1].owner and _is_house(words[first - 2]):
        # `과천청사 장관 집무실`: whose room in which house.
        first -= 2
        while first and _qualifies(words[first - 1]) and not words[first - 1].owner:
            first -= 1
        return Head(words[first].start, words[last].end, "venue", True)
    if first and _TITLE.search(words[first - 1].text) and words[last].kind == "generic":
        first -= 1
        while first and words[first - 1].kind == "other":
            first -= 1
        while first and words[first - 1].kind in {"city", "shaped"}:
            first -= 1
        return Head(words[first].start, words[last].end, "venue", True)
    chosen = words[first : last + 1]
    geography = first and words[first - 1].kind in {"city", "region", "country", "shaped"}
    bare = all(
        word.kind in {"generic", "room", "link"} or (word.kind in {"building", "institution"} and word.text in _endings()[1])
        for word in chosen
    )
    bare = bare and not (len(chosen) > 1 and any(word.kind == "institution" for word in chosen[:-1]) and chosen[-1].kind == "building")
    unique = len(chosen) == 1 and words[last].kind == "building" and words[last].text not in _alone("common")
    named = not bare or unique or bool(geography) or len(chosen) > 1
    if bare and geography:
        first -= 1
        if first and words[first - 1].kind == "other" and not words[first - 1].owner and words[last].text in _endings()[1]:
            first -= 1
    described = False
    if not bare and geography and words[first - 1].owner and first < last and not any(word.proper for word in words[first:last]):
        # `함부르크의 한 생선 요릿집`: nothing but the city says which.
        described = all(word.kind in {"other", "link"} for word in words[first:last])
        first -= described and words[last].text in _endings()[1]
    demonstrative = (bare and words[first].text in {"이", "그"}) or bool(first and words[first - 1].text in {"이", "그"})
    while first < last and words[first].kind == "link":
        first += 1
    if not bare and not described:
        first = _after_owner(words, first, last)
    if words[last].text in _endings()[1] and words[last].text in _alone("never") and first == last:
        return None
    # `서울 가람상공회의소에서`, `가람상공회의소에서 열린`: the house of an office that may otherwise be acting.
    weak = words[last].kind == "institution" and not (geography or _HELD.match(text, words[last].end))
    return Head(words[first].start, words[last].end, "venue", named, weak=weak, demonstrative=demonstrative)


def _is_house(word: Word) -> bool:
    return word.kind in {"building", "venue", "institution"} and not word.owner


def _alone_generic(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether the words from first to last say no name of their own (숭례문 인근 식당)."""
    return all(word.kind in {"generic", "room", "link"} for word in words[first : last + 1])


def _after_owner(words: Sequence[Word], first: int, last: int) -> int:
    """Leaves out words before the last `의` (옹기종기의 이천 물류센터), where what is left still says which."""
    for index in range(last - 1, first - 1, -1):
        if words[index].owner:
            rest = words[index + 1 : last + 1]
            return index + 1 if len(rest) > 1 or rest[0].text not in _endings()[1] else first
    return first


def _without_floor(words: list[Word]) -> tuple[list[Word], bool]:
    """The words before a floor, and whether there was one: what has floors is a house."""
    while words and words[0].kind == "floor":
        words = words[1:]
    for index, word in enumerate(words):
        if word.kind == "floor":
            return words[:index], True
    return words, False


def _words(text: str, tokens: Sequence[Token], start: int, end: int) -> list[Word]:
    found: list[Word] = []
    if end - start > 2 and text[end - 1] == ")" and (bracket := text.rfind("(", start + 1, end)) > 0:
        end = bracket
    for piece in re.finditer(r"[^\s,]+", text[start:end]):
        word_start, word_end = start + piece.start(), start + piece.end()
        while word_start < word_end and text[word_start] in "‘’“”'\"(〈《「[":
            word_start += 1
        word_start = max(word_start, text.rfind("=", word_start, word_end) + 1)
        bracket = text.find("(", word_start, word_end)
        if bracket > word_start:
            word_end = bracket
        while word_end > word_start and text[word_end - 1] in "‘’“”'\")〉》」]":
            word_end -= 1
        if word_end <= word_start or not any(character.isalnum() for character in text[word_start:word_end]):
            continue
        owner = text[word_end - 1] == "의" and any(token.tag == "JKG" and token.start == word_end - 1 for token in tokens)
        bare_end = word_end - 1 if owner and word_end - 1 > word_start else word_end
        word = text[word_start:bare_end]
        kind = _kind(word)
        if (
            kind == "other"
            and found
            and found[-1].kind in {"building", "venue", "institution"}
            and _ROOM.match(word)
            and not _NO_ROOM.search(word)
        ):
            kind = "room"
        if kind == "shaped" and not _COUNTY.match(word) and not any(token.tag == "NNP" and token.start == word_start for token in tokens):
            kind = "other"
        proper = any(token.tag in {"NNP", "SL", "SH"} and word_start <= token.start < bare_end for token in tokens)
        found.append(Word(word_start, bare_end, word, kind, owner, proper))
    return found


@cache
def _kind(word: str) -> str:
    if kind := _names().get(word):
        return kind
    if word in {"한", "옛", "이", "그", "모", "어느"} or _NUMBERED.match(word):
        return "link"
    if word in _SYLLABLE:
        return "abbreviation"
    if _TIME.match(word):
        return "time"
    if _FLOOR.match(word):
        return "floor"
    if _ASIDE.match(word):
        return "aside"
    if _SEAT_ROOM.match(word):
        return "room"
    pattern, kinds = _endings()
    found = pattern.search(word)
    if found and kinds[found.group()] != "none":
        kind = kinds[found.group()]
        return "building" if kind == "generic" and len(word) - len(found.group()) >= 2 else kind
    if word.startswith("호텔") and len(word) > 3:
        return "building"
    if (branch := _BRANCH.match(word)) and branch.group(1) in _names():
        return "building"
    if _SHOP.match(word):
        return "building"
    if _AGENCY.match(word):
        return "institution"
    if _EVENT.search(word):
        return "event"
    if _SHAPED.match(word):
        return "shaped"
    return "other"


def _is_proper(tokens: Sequence[Token], word: Word) -> bool:
    """Whether the analyser takes the word for a proper noun."""
    return any(token.tag in {"NNP", "SL"} and token.start == word.start for token in tokens)
