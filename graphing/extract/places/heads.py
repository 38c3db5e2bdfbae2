"""The words of a noun phrase that name its place: the house's, without the city before it and the floor after it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from graphing.extract.places.words import COUNTY, GEOGRAPHY, Kind, Word, endings, known_alone, words_of
from graphing.model import Token

# A part of a house, which need not be named where the house is.
_PART = re.compile(r"(?:부스|실|라운지|강당|매장|복도|로비|주차장|(?:직원|사내|임원|구내) ?식당)$")
# Where the reader is: a visitor's coming there tells no place.
_HOME = frozenset({"한국", "대한민국"})
_OF_EVENT = re.compile(r"(?:행사장|전시장|박람회장|개막식장|시상식장|회담장|회의장)$")
# Something is held there.
_HELD = re.compile(
    r"에서\s(?:[^\s.,“”]+\s){0,4}?(?:열린|열려|열렸|열리|연\s|열고|개최|진행|마련|가진|가졌|갖고)|"
    r"에서\s(?:만나|만났|만난|마주|회동|면담|회담)"
)
# What kind of firm a name is that of: `농기계 업체 나래농기`; and a firm known only by its kind and its town.
_FIRM = re.compile(r"(?:업체|기업|회사|제조사|부품사|제작사|개발사|협력사|공급사|스타트업|벤처)$")
_UNIVERSITY = re.compile(r"^[가-힣]{3,}대$")
_BESIDE = frozenset({"인근", "주변", "근처", "부근", "앞", "옆", "뒤", "소재"})
_SIDE = re.compile(r"^(?:동부|서부|남부|북부|중부|동남부|남동부|북동부|북서부|남서부|서해안|동해안|남해안)$")
_CITY_NOUN = frozenset({"자매도시", "국경도시", "관문도시", "공업도시", "주도", "수도", "도시", "항구도시", "소도시", "휴양지", "관광지"})
_VISITED = re.compile(r"[을를]\s(?:직접\s|함께\s)?(?:찾아(?!가|와|온)|찾은|찾았|방문)")
_MEETING = re.compile(
    r"\S{0,2}\s(?:[^\s.,]+\s){0,6}?(?:만나|만났|만난|마주|인사를|열린|열려|열리|회동|면담|회담|저녁|점심|아침을|식사|오찬|만찬|"
    r"환담|머리를 맞|악수|손을 맞|손을 잡|둘러|대면|독대|접견|예방|간담|나란히|잔을|차를|골프|진행|이뤄|이루어)"
)
_DOING = re.compile(r"(?:현장|[오만조]찬장|회[의담]장|행사장|간담회장|[가-힣]식장|협상장|면담장)$")
_HOMES = frozenset({"자택", "집", "사저", "저택", "빈소", "별장", "생가"})
_QUARTER = re.compile(r"^[가-힣]{1,4}(?:동|가|읍|면|리)$")
# 총리 공관, 대사 관저: whose seat it is belongs to the name.
_SEATS = frozenset({"공관", "관저"})
_OFFICE = re.compile(r"(?:의장|총리|대통령|대사|장관|지사|시장|총장|사령관)$")
_TITLE = re.compile(
    r"(?:회장|부회장|사장|대표|의장|총재|장관|차관|총리|대통령|지사|시장|씨|교수|감독|원장|이사장|행장|위원장|"
    r"전무|상무|여사|실장|부장|팀장|국장|의원|위원|변호사)$"
)
# Of these, those that no place's name ends in, as a market's and a branch's do (시장, 지사).
_RANK = re.compile(r"(?:회장|부회장|사장|의장|총재|장관|차관|총리|대통령|위원장|전무|상무|여사|실장|부장|팀장|국장|변호사)$")


class Head(NamedTuple):
    """The place of a phrase: text[start:end]. ``named``: known by name, not only by its last word."""

    start: int
    end: int
    kind: Kind
    named: bool
    weak: bool = False
    demonstrative: bool = False


def head_of(text: str, tokens: Sequence[Token], start: int, end: int, moving: bool = False) -> Head | None:
    """The place that a noun phrase names, None where it names none. ``moving``: someone goes there, so it can be nothing else."""
    words = words_of(text, tokens, start, end)
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
        venue = _venue(words, text)
        # `가람연합회 16층에서는`: what has floors is the house, and not the office.
        return _with_quarter(words, venue._replace(weak=False) if venue and floored else venue)
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
            and not (moving and COUNTY.match(last.text))
            and not (len(words) > 1 and words[-2].kind in {"city", "region", "country"})
            and not _is_proper(tokens, last)
        ):
            return None
        return Head(last.start, last.end, GEOGRAPHY.get(last.kind, "city"), True)
    if last.kind == "other":
        return _unknown(text, words, tokens, floored, moving)
    if last.kind == "event":
        for word in reversed(words[:-1]):
            if word.kind in {"building", "venue"} or (word.kind == "generic" and len(words) > 2):
                return _venue(words[: words.index(word) + 1], text)
            if word.kind in {"city", "region"}:
                return Head(word.start, word.end, GEOGRAPHY[word.kind], True, weak=True)
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
    if met and quoted and (before is None or before.kind in GEOGRAPHY):
        return Head(last.start, last.end, "venue", True)
    if before is None:
        if floored:
            return Head(last.start, last.end, "venue", True)
        return Head(last.start, last.end, "city", True, weak=True) if met and len(last.text) >= 3 and _is_proper(tokens, last) else None
    if _SIDE.match(last.text) and before.kind in {"country", "region"}:
        return Head(before.start, last.end, "region", True)
    if before.text in _CITY_NOUN:
        return Head(last.start, last.end, "city", True)
    if before.kind == "generic" and not before.owner and (text.startswith("에서", after) or not _is_noun(tokens, last)):
        return Head(last.start, last.end, "venue", True)
    if before.kind == "building" and quoted:
        return Head(before.start, last.end, "venue", True)
    first = len(words) - 1
    while first and words[first - 1].kind == "other" and first > len(words) - 2:
        first -= 1
    if (_TITLE.search(words[first].text) or _RANK.search(last.text)) and not floored:
        # `이서현 전무의 손을 잡고`, `한빛전자 전무까지 나왔다`
        return None
    if first and words[first - 1].kind in {"city", "shaped"} and (floored or met or first < len(words) - 1 or _is_proper(tokens, last)):
        return Head(words[first].start, last.end, "venue", True)
    if met and words[first].kind == "other" and not _TITLE.search(words[first].text) and _is_proper(tokens, words[first]):
        return Head(words[first].start, last.end, "venue", True, weak=True)
    return Head(words[first].start, last.end, "venue", True) if floored else None


def _firm(text: str, words: Sequence[Word], after: int) -> Head | None:
    """A firm gone to: by its name behind its kind, from its town on where told (`순천의 농기계 업체 나래농기`), or only the town."""
    last = len(words) - 1
    town = next((word for word in reversed(words[:-1]) if word.owner), None)
    if town is None or town.kind not in {"city", "region", "shaped", "building", "venue"}:
        named = not _FIRM.search(words[last].text) and _VISITED.match(text, after) and not _TITLE.search(words[last].text)
        return Head(words[last].start, words[last].end, "venue", True, weak=True) if named else None
    if _FIRM.search(words[last].text):
        house = town.kind in {"building", "venue"}
        return Head(town.start, town.end, "venue" if house else GEOGRAPHY.get(town.kind, "city"), True)
    return Head(town.start, words[last].end, "venue", True)


def _qualifies(word: Word) -> bool:
    """Whether a word before a venue's belongs to its name: no title, no geography, no time."""
    joins = word.kind in {"other", "building", "generic", "institution", "venue", "link"} or word.text in _BESIDE
    return joins and not _TITLE.search(word.text)


def _venue(words: Sequence[Word], text: str) -> Head | None:
    last = len(words) - 1
    if words[last].kind == "room" and last and words[last - 1].kind == "building" and words[last - 1].text not in endings()[1]:
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
    if (around := _around_town(words, first, last)) is not None:
        return Head(words[around].start, words[last].end, "venue", True)
    chosen = words[first : last + 1]
    geography = first and words[first - 1].kind in {"city", "region", "country", "shaped"}
    bare = all(
        word.kind in {"generic", "room", "link"}
        or (word.kind in {"building", "institution"} and word.text in endings()[1] and word.text not in known_alone("name"))
        for word in chosen
    )
    bare = bare and not (len(chosen) > 1 and any(word.kind == "institution" for word in chosen[:-1]) and chosen[-1].kind == "building")
    # `비축기지`: nothing but common nouns says which house, and its town does; `경쟁사 부스`: a part of a house told elsewhere.
    common = not any(word.proper for word in chosen) and all(
        word.kind in {"other", "generic", "room", "link"} or _is_common(word) for word in chosen
    )
    # … nor does what is done there: `반도체 생산 현장`, `계약식장`.
    vague = common and (_PART.search(text[chosen[0].start : chosen[-1].end]) or _DOING.search(words[last].text)) is not None
    unique = len(chosen) == 1 and words[last].kind == "building" and not vague and words[last].text not in known_alone("common")
    named = (not bare and not vague) or unique or bool(geography) or (bare and len(chosen) > 1 and not vague)
    if (bare or (common and first == last)) and geography:
        first -= 1
        if first and words[first - 1].kind == "other" and not words[first - 1].owner and words[last].text in endings()[1]:
            first -= 1
    described = False
    if not bare and geography and words[first - 1].owner and first < last and not any(word.proper for word in words[first:last]):
        # `함부르크의 한 생선 요릿집`: nothing but the city says which.
        described = all(word.kind in {"other", "link"} for word in words[first:last])
        first -= described and words[last].text in endings()[1]
    demonstrative = (bare and words[first].text in {"이", "그"}) or bool(first and words[first - 1].text in {"이", "그"})
    while first < last and words[first].kind == "link":
        first += 1
    if first and words[first - 1].kind == "city" and not words[first - 1].owner and _OF_EVENT.search(words[last].text) and not common:
        # `바르셀로나 MWC 행사장`: the event goes from town to town.
        return Head(words[first - 1].start, words[last].end, "venue", True)
    if not bare and not described:
        first = _after_owner(words, first, last)
    if words[last].text in endings()[1] and words[last].text in known_alone("never") and first == last:
        return None
    # `서울 가람상공회의소에서`, `가람상공회의소에서 열린`: the house of an office that may otherwise be acting.
    weak = words[last].kind == "institution" and not (geography or _HELD.match(text, words[last].end))
    return Head(words[first].start, words[last].end, "venue", named, weak=weak, demonstrative=demonstrative)


def _around_town(words: Sequence[Word], first: int, last: int) -> int | None:
    """Index of the town near or in which a house is that nothing else names: `다보스 시내의 한 호텔`; None where there is none."""
    town = first - 1
    while town >= 0 and words[town].kind == "aside":
        town -= 1
    if town < 0 or town == first - 1 or words[town].owner or words[town].kind not in {"city", "region", "shaped"}:
        return None
    nameless = all(word.kind in {"generic", "link"} or word.text in endings()[1] for word in words[first : last + 1])
    return town if nameless and any(word.kind == "link" for word in words[first:last]) else None


def _with_quarter(words: Sequence[Word], head: Head | None) -> Head | None:
    """Somebody's home with the quarter that it is in, which says where, as whose it is does not: `성북동 고인의 자택`."""
    if head is None or words[-1].text not in _HOMES:
        return head
    before = [word for word in words if word.start < head.start]
    quarter = next((word for word in reversed(before[-3:]) if _QUARTER.match(word.text) and not word.owner), None)
    return head._replace(start=quarter.start) if quarter else head


def _is_common(word: Word) -> bool:
    """Whether a word is a kind of house with another common noun before it (비축기지)."""
    found = endings()[0].search(word.text)
    return found is not None and endings()[1][found.group()] == "generic"


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
            return index + 1 if len(rest) > 1 or rest[0].text not in endings()[1] else first
    return first


def _without_floor(words: list[Word]) -> tuple[list[Word], bool]:
    """The words before a floor, and whether there was one: what has floors is a house."""
    while words and words[0].kind == "floor":
        words = words[1:]
    for index, word in enumerate(words):
        if word.kind == "floor":
            return words[:index], True
    return words, False


def _is_noun(tokens: Sequence[Token], word: Word) -> bool:
    """Whether the analyser takes the word for one common noun (시설, 점검)."""
    return any(token.tag == "NNG" and token.start == word.start and token.end == word.end for token in tokens)


def _is_proper(tokens: Sequence[Token], word: Word) -> bool:
    """Whether the analyser takes the word for a proper noun."""
    return any(token.tag in {"NNP", "SL"} and token.start == word.start for token in tokens)
