"""The shapes of Korean date phrases: where in a text one stands and which parts it has. Nothing is resolved here.

Rules of the written language, not of any text: `년 월 일` with their stand-ins (지난해, 이달, 같은 달), offsets counted from another
day (사흘 뒤, 3년 전), words for days (이날, 전날), weeks and weekdays, and the two lunar holidays. Durations (`4일간`, `100일 만에`,
`3일차`, `12월 결산`) are no dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from graphing.lexicon import table

PhraseKind = Literal["calendar", "numeric", "offset", "word", "week", "weekday", "holiday", "feast", "recurring", "english"]


class Phrase(NamedTuple):
    """A date phrase: text[start:end], its kind and its named parts (absent parts are missing)."""

    start: int
    end: int
    kind: PhraseKind
    parts: dict[str, str]


NATIVE_DAYS = {
    "하루": 1, "이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "엿새": 6, "이레": 7, "여드레": 8, "아흐레": 9, "열흘": 10, "보름": 15,
}  # fmt: skip
NATIVE_NUMBERS = {
    "한": 1, "두": 2, "세": 3, "석": 3, "서": 3, "네": 4, "넉": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9, "열": 10,
    "일": 1, "이": 2, "삼": 3, "사": 4, "오": 5,
}  # fmt: skip
_NUMBER = "|".join(sorted(NATIVE_NUMBERS, key=len, reverse=True))

# What follows `4일` when it counts days instead of naming one.
_COUNTED = (
    r"(?!간(?!담)|\s?간(?=[\s의,.])|째|차(?!관|장)|치(?=[\s의,.])|씩|짜리|본|반(?=[\s의])|당(?=\s)|여(?=\s)|"
    r"\s?(?:동안|만에|만의|만이|만인|만\s|연속|이내|이상(?=[\s이의])|가량|정도|안에|넘[게은]|남[은았겨]|앞두|앞둔|앞선|앞으로|내내|평균|[이을]\s?(?:걸[리렸]|지[나난]|남[았은]|넘|보[냈내])))"
)
_FROM_HERE = r"(?!\s?(?:뒤(?!늦)|후(?=[\s에인엔의,.]|$)|전(?=[\s에인엔의,.날]|부터|까지|$)))"
# Written apart, these may be somebody's surname: '10월 기 대표와', '2019년 차 회장이'.
_MONTHS_COUNTED = r"(?!기(?=[\s,)의])|\s?결산|물(?=[\s,)])|호(?=[\s,)에])|분(?=[\s,)의을])|생(?=[\s,)]))"
_YEARS_COUNTED = (
    r"(?!\s?(?:간(?=[\s의])|동안|만에|만의|만이|이상)|대(?=[\s에의,초중후])|째|여\s|차(?=[\s에])|산(?=\s)|생(?=[\s,)])|형(?=\s))"
)

_YEAR = (
    rf"(?:(?:(?P<year>(?:19|20)\d\d)|[’'‘](?P<short>\d\d)"
    # 99년 1월, 97년말: of the last century, in whose papers years stand so.
    r"|(?P<bare>[6-9]\d)(?=년(?:\s?\d{1,2}월|\s?[말초]|\s?[상하]반기))"
    # 23년 5월, and no term of '징역 12년 6월'.
    r"|(?<!징역\s)(?<!금고\s)(?<!형량\s)(?P<recent>[0-3]\d)(?=년\s?\d{1,2}월(?!간)))"
    rf"\s?년도?{_YEARS_COUNTED}"
    r"|(?P<yearword>지지난해|지난해|지난 해|작년|재작년|올해|금년|내년|이듬해|그 ?전해|그해|그 해|같은 해"
    r"|올(?=\s?(?:\d|초|봄|여름|가을|겨울|연말|상반기|하반기|들어)))"
    rf"|(?P<yearsago>\d{{1,2}}|{_NUMBER})\s?(?:년|해)\s전(?=\s\d{{1,2}}월))"
)
_MONTH = (
    # 7∼8월: somewhere in two months.
    rf"(?:(?:(?P<month1>1[0-2]|[1-9])\s?월?\s?[∼~～〜–−-]\s?(?=(?:1[0-2]|[1-9])\s?월(?!\s?\d)))?(?P<month>1[0-2]|0?[1-9])\s?월{_MONTHS_COUNTED}"
    r"|(?P<monthword>지지난달|지난달|지난 달(?=\s)|이달|이번 달|이번달|다음 달|다음달|내달|같은 달|그달|그 달|전달(?=\s\d)))"
)
_TILDE = r"\s?[∼~～〜–−-]\s?"
_DAY = (
    rf"(?:(?P<day>[1-9]\d?)\s?일?(?:{_TILDE}|일?부터\s)(?:(?P<month2>1[0-2]|[1-9])월\s?)?(?P<last>[1-9]\d?)\s?일(?:까지)?(?!\s?간\s전)"
    r"|(?P<dots>[1-9]\d?(?:\s?[·ㆍ,]\s?[1-9]\d?){1,12})\s?일(?=[\s에과의께경쯤(,.]|$)"
    rf"|(?P<only>[0-9]\d?)\s?일{_COUNTED}(?(month)|(?(monthword)|{_FROM_HERE}))|(?P<final>마지막\s?날|말일))"
)
_VAGUE = (
    r"(?P<vague>초순|중순|하순|초(?=[\s에엔부까,.]|$)|말(?=[\s에엔부까,.]|$)|상반기|하반기|[1-4]분기|봄|여름|가을|겨울"
    r"|연말|연초|이맘때)"
)
_MODIFIER = r"(?P<{}>지난|오는|다가오는|이번|돌아오는)\s?(?=\d|봄|여름|가을|겨울|연말|연초|상반기|하반기)"

CALENDAR = re.compile(
    rf"(?:{_YEAR}(?:\([^)\d]{{1,8}}\))?(?:에는?(?=\s\d{{1,2}}월))?)?\s?(?:{_MODIFIER.format('mod')})?"
    rf"(?:{_MONTH})?\s?(?:{_MODIFIER.format('daymod')})?(?:{_DAY}|{_VAGUE})?"
)
NUMERIC = re.compile(
    r"(?P<year>(?:19|20)\d\d)\s?[.\-/]\s?(?P<month>\d{1,2})\s?[.\-/]\s?(?P<only>\d{1,2})(?!\d)"
    rf"(?:{_TILDE}(?:(?P<month2>1[0-2]|[1-9])\s?[.\-/]\s?)?(?P<last>[1-9]\d?)(?![\d.]))?"
)
OFFSET = re.compile(
    rf"(?P<count>{'|'.join(NATIVE_DAYS)}|반|(?:\d{{1,3}}|{_NUMBER})(?=\s?(?:일|주|달|개월|년|해)))\s?(?P<unit>주일|일|주|달|개월|년|해)?"
    r"\s?(?P<way>만(?=이[었다라])|뒤(?!늦)|후(?=[\s에인엔의,.]|$)|전(?=[\s에인엔의,.날]|부터|$)(?!\s\d{1,2}월))날?"
)
WORD = re.compile(
    r"(?P<word>이날(?!치)|같은\s?날|그날|당일(?!치)|전날(?!보다|\s대비|\s종가|과 비교)|이튿날|그?\s?다음\s?날|익일"
    r"|첫날|첫째\s?날|둘째\s?날|셋째\s?날|마지막\s?날"
    # As notices say it.
    r"|(?:금일|작일|명일)(?=[\s(])|전일(?=\(|\s(?:아침|오전|오후|낮|저녁|밤))"
    r"|오늘(?!날|의)|어제|어젯밤|지난밤|간밤|내일(?=[\s은도의,까부(]|$)|모레|그제|그저께|[이같]은?\s기간)"
)
WEEK = re.compile(
    r"(?P<week>지지난\s?주|지난\s?주(?=[\s에엔말초,]|$)|이번\s?주|금주(?=[\s에])|다음\s?주|내주(?=[\s에])|차주(?=\s(?:초|중반|말|[월화수목금토일]요일)))"
    r"\s?(?P<part>말|초|중반)?(?:\s?(?P<weekday>[월화수목금토일])요일)?"
)
WEEKDAY = re.compile(r"(?P<mod>지난|오는|이번)\s?(?P<weekday>[월화수목금토일])요일")
_OF_YEAR = r"(?:(?P<mod>지난해|지난|작년|올해|올|이번|오는|내년)\s)?"
_FEASTS = "|".join(sorted((*(re.escape(row["name"]) for row in table("feasts")), "설날", "추석날"), key=len, reverse=True))
HOLIDAY = re.compile(rf"{_OF_YEAR}(?P<holiday>추석|한가위|설)(?!날)\s?(?P<tail>연휴|명절|직전|직후)?")
# A holiday is a day where something is told to have been on it, and no name of a present, a speech or a match (광복절 경축사).
FEAST = re.compile(
    rf"{_OF_YEAR}(?P<feast>{_FEASTS})(?:\s?(?P<eve>전날|전야|이브))?"
    r"(?=\s?(?:에|엔|당일|아침|오전|오후|낮|저녁|밤|새벽)|[,(]|인 |(?(mod)\s|(?!)))"
)
RECURRING = re.compile(r"(?:매년|매달|매월|해마다|달마다)\s?(?:\d{1,2}월)?\s?(?:\d{1,2}일)?")

# One pass over the text finds the places where any of the above can begin.
TRIGGER = re.compile(
    r"\d{1,4}\s?(?:[년월일∼~～〜–−./·ㆍ,-]|주|개월|달\s)|[’'‘]\d\d년|지지난|지난|작년|재작년|올해|올\s?[\d초봄여가겨연상하들]|연[초말](?=에|엔|께)|금년|내년|이듬해|그\s?(?:전\s?)?해|같은\s[해달날기]|같은날"
    r"|이달|이번\s?[달주월화수목금토일추설]|다음\s?[달주날]|내[달주일]|그\s?달|그\s다음|전달\s\d|오는|다가오는|돌아오는|이날|그날|당일|[전금작명]일|전날|이튿날|익일|첫날|첫째\s?날|둘째\s?날"
    r"|셋째\s?날|마지막\s?날|오늘|어제|어젯밤|간밤|모레|그제|그저께|이\s기간|금주|차주|추석|한가위|설\s(?:연휴|명절)|매년|매달|매월|해마다|달마다"
    r"|하루|이틀|사흘|나흘|닷새|엿새|이레|여드레|아흐레|열흘|보름|반년|(?:한|두|세|석|네|넉|다섯|여섯|일곱|여덟|아홉|열|일|이|삼)\s?(?:주|달|해|년|개월)"
    rf"|{_FEASTS}"
)
_SHAPES: tuple[tuple[PhraseKind, re.Pattern[str]], ...] = (
    ("recurring", RECURRING), ("numeric", NUMERIC), ("week", WEEK), ("weekday", WEEKDAY), ("feast", FEAST), ("holiday", HOLIDAY),
    ("word", WORD), ("offset", OFFSET),
)  # fmt: skip
_HANGUL_OR_DIGIT = re.compile(r"[가-힣\dA-Za-z]")
_COUNTER_BEFORE = re.compile(r"(?<![가-힣])(?:약|만|총|첫|단|박|제|하루|앞으로|최대|최소|최장|꼬박)[ ]?\Z|(?:[\d.,+]|D-)\Z")
_GLUED_BEFORE = re.compile(r"(?:지난|오는|이달|지난달|다음달|내달|월|년|해|은|는|이|가|서|인|와|과|의|달)\Z")


def phrases(text: str) -> Iterator[Phrase]:
    """The date phrases of a text, in order, none overlapping."""
    position = 0
    while found := TRIGGER.search(text, position):
        phrase = _phrase_at(text, found.start())
        if phrase is None:
            position = found.end() if not found.group()[0].isdigit() else _after_digits(text, found.start())
            continue
        yield phrase
        position = phrase.end


def _after_digits(text: str, position: int) -> int:
    while position < len(text) and text[position].isdigit():
        position += 1
    return position


def _phrase_at(text: str, start: int) -> Phrase | None:
    before = text[max(0, start - 6) : start]
    digit = text[start].isdigit()
    if before and _HANGUL_OR_DIGIT.match(before[-1]) and not (digit and _GLUED_BEFORE.search(before)):
        return None
    for kind, shape in _SHAPES:
        found = shape.match(text, start)
        if found and _holds(kind, found, before):
            return Phrase(start, start + len(found.group().rstrip()), kind, _parts(found))
    found = CALENDAR.match(text, start)
    if found is None:
        return None
    parts = _parts(found)
    if not parts.keys() - {"mod", "daymod", "vague"} and not _stands_alone(parts):
        return None
    if (
        parts.keys() & {"only", "day", "dots"}
        and not parts.keys() & {"month", "monthword", "mod", "daymod"}
        and _COUNTER_BEFORE.search(before)
    ):
        return None
    return Phrase(start, start + len(found.group().rstrip()), "calendar", parts)


def _stands_alone(parts: dict[str, str]) -> bool:
    """Whether a part of the year says which (지난봄, 지난 연말, 연초에), and does not only qualify (하반기 실적)."""
    part = parts.get("vague", "")
    return part in {"연초", "연말"} or ("mod" in parts and part in {"봄", "여름", "가을", "겨울", "상반기", "하반기"})


_SINCE = re.compile(r"지 (?:꼭|겨우|불과|딱)?\s?$")


def _holds(kind: PhraseKind, found: re.Match[str], before: str) -> bool:
    if kind == "holiday":
        return bool(found["mod"] or found["tail"])
    if kind == "feast":
        # '2019년 광복절에', '그해 성탄절에': the year that stands before it dates it.
        return bool(found["mod"]) or re.search(r"[년해][의에]? $", before) is None
    if kind == "offset":
        if found["way"] == "만" and not _SINCE.search(before):
            return False
        unitless = found["count"] in NATIVE_DAYS
        return unitless == (found["unit"] is None) and not (found["count"].isdigit() and _COUNTER_BEFORE.search(before))
    return True


def _parts(found: re.Match[str]) -> dict[str, str]:
    return {name: value for name, value in found.groupdict().items() if value is not None}
