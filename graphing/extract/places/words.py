"""What each word of a noun phrase is to a place: a venue's word, geography, a floor, a room, a time, none of these."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal, NamedTuple

from graphing.lexicon import table
from graphing.model import Token

Kind = Literal["venue", "city", "region", "country"]
GEOGRAPHY: dict[str, Kind] = {"city": "city", "region": "region", "country": "country"}
_TIME = re.compile(
    r"^\d{1,4}[년월일시분]|^(?:오전|오후|상오|하오|새벽|아침|저녁|밤|낮)\d{1,2}시|^(?:오전|오후|상오|하오|새벽|아침|저녁|점심|밤|낮|정오|당일|이날|그날|전날|다음날|날|이튿날|사흘|나흘|하루|오늘|어제|어젯밤|그제|내일|모레|"
    r"처음|봄|여름|가을|겨울|지난해|올해|내년|작년|재작년|이달|지난달|다음달|지난주|이번주|다음주|주말|지난|오는|같은|해|달|주|현지시간|최근|당시|현지|시각|무렵|시절|께|쯤|동안|사이|"
    r"차례|번|번째|여러|전|후|뒤|직전|직후|이어|앞서|초|말|초순|중순|하순|연초|연말)$"
)
# `미 워싱턴DC`, `中 베이징`: a country by its first syllable.
_SYLLABLE = frozenset("미중일영독불러프美中日英獨佛露印韓")
# Rooms by their own names after a house's (본관 충무전실, 도청 사림실).
_ROOM = re.compile(r"^[가-힣]{2,4}[실홀]$")
# Whoever sits there, it is a room: 청장실, 의원실, 부총재실.
_SEAT_ROOM = re.compile(r"^(?!화장실|현장실|분장실|탈의장실)[가-힣]{1,6}(?:장|의원|총재|대표|총리|장관|차관|감사|총장)실$")
# `4번 도크`, `2호 라인`: which of a house's parts, not which house.
_NUMBERED = re.compile(r"^제?\d{1,2}(?:번|호)$")
_FLOOR = re.compile(r"^(?:지하\s?)?\d{1,3}층$|^지하$|^옥상$|^\d{1,4}호$")
_ASIDE = re.compile(
    r"^(?:앞|옆|뒤|안|인근|주변|근처|부근|일대|정문|후문|현관|로비|내|안팎|입구|문|마당|앞마당|곳곳|모처|지역|시내|도심|한복판|등지|상공|부지|위층|아래층|층|"
    r"야드|생산라인|라인|벤치|도착|착륙|방문|이후|\d+번지)$"
)
_SHAPED = re.compile(r"^[가-힣]{2,}(?:시|군|구|읍|면|동|리|주|현|성)$|^[중동서남북]구$")
_EVENT = re.compile(
    r"(?:회담|회의|서밋|포럼|콘퍼런스|컨퍼런스|총회|박람회|전시회|엑스포|올림픽|대회|준공식|기공식|착공식|개점식|개소식|개막식|출범식|체결식|서명식|기념식|명명식|선언식|전달식|조인식|시상식|협약식|발대식|수여식|축제|행사|영화제|방문|시찰|견학|순방|세미나|심포지엄|콩그레스|공모전|쇼|"
    r"만찬|오찬|조찬|회동|면담|간담회|만남|접견|모임|차담|차담회|미팅|담판|협상|예방)$"
)
# A store's branch, by the quarter it is in (잠실점); a university by its short name; what introduces a city.
_BRANCH = re.compile(r"^([가-힣]{2,})(?:점|신항|항|역|성)$")
_SHOP = re.compile(
    r"^(?!.*(?:관점|시점|지점|장점|단점|초점|거점|이점|허점|쟁점|강점|약점|접점|제점|통점|이점|환점|발점|종점|원점|평점|학점|득점|중점|합의점)$)[가-힣]{2,}점$"
)
COUNTY = re.compile(
    r"^(?!.*(?:도시|감시|전시|접시|임시|잠시|동시|당시|일시|지시|제시|게시|예시|암시|응시|무시|택시|표시|공군|해군|육군|미군|장군|국군|후보군|제품군|직군|산업군|학군|고객군)$)[가-힣]{2,}[시군]$"
)
# Who presides over an assembly (국회의장), and no hall where there are meetings (회의장).
_SPEAKER = re.compile(r"(?:국회|의회|협의회|위원회|평의회)의장$")
# A market by its name (남대문시장), which the analyser takes for a proper noun; a city's is its mayor (성남시장), an exchange is no house.
_MARKET = re.compile(r"^(?!(?:코스닥|코스피|나스닥|코넥스|유가증권)시장$)([가-힣]{2,})시장$")
_AGENCY = re.compile(r"^(?!.*(?:요청|신청|초청|하청|재청|시청|도청|청청)$)[가-힣]{2,}청$")


class Word(NamedTuple):
    """A word of a phrase between blanks, without a particle `의`: text[start:end], what it is, and whether it holds a proper noun."""

    start: int
    end: int
    text: str
    kind: str
    owner: bool
    proper: bool = False


@cache
def _names() -> dict[str, str]:
    return {row["name"]: row["kind"] for row in table("places")}


@cache
def endings() -> tuple[re.Pattern[str], dict[str, str]]:
    kinds = {row["ending"]: row["kind"] for row in table("venues")}
    longest = sorted(kinds, key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(re.escape(ending) for ending in longest)})$"), kinds


@cache
def known_alone(manner: str) -> frozenset[str]:
    return frozenset(row["ending"] for row in table("venues") if row["alone"] == manner)


def geography_of(word: str) -> Kind | None:
    """The kind of a place that is known by this very name; None where no list holds it."""
    kind = _names().get(word)
    if kind is None:
        return None
    return "venue" if kind == "venue" else GEOGRAPHY.get(kind)


def words_of(text: str, tokens: Sequence[Token], start: int, end: int) -> list[Word]:
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
        if kind == "other" and found and found[-1].kind in {"building", "venue", "institution"} and _ROOM.match(word):
            kind = "room"
        if kind == "shaped" and not COUNTY.match(word) and not any(token.tag == "NNP" and token.start == word_start for token in tokens):
            kind = "other"
        proper = any(token.tag in {"NNP", "SL", "SH"} and word_start <= token.start < bare_end for token in tokens)
        if kind == "other" and proper and (market := _MARKET.match(word)) and geography_of(market.group(1)) is None:
            kind = "building"
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
    if _SPEAKER.search(word):
        return "other"
    pattern, kinds = endings()
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
