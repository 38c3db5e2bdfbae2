"""Of which language a name is, by how it is made: a Korean or a Chinese has one word for a name, whoever else has several."""

from __future__ import annotations

from functools import cache

from graphing.extract.names.tagger_lexicons import KOREAN_SYLLABLES, foreign_syllables, surname_of
from graphing.lexicon import listed, table

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

# Surnames that few bear, with which words oftener begin than names: they tell a name only where nothing else can stand.
RARE_SURNAMES = frozenset("계초탄태풍필")


def is_kana(form: str) -> bool:
    """Whether a form has no syllables but those of Japanese names: 나오미, 이시구로."""
    return _KANA.issuperset(form)


@cache
def foreign_names(part: str) -> frozenset[str]:
    """Listed foreign names, ``part`` "first" or "last"."""
    return frozenset(name for row in table("foreign_names") if row["part"] == part for name in listed(row["names"]))


@cache
def _chinese() -> frozenset[str]:
    return frozenset(row["reading"] for row in table("surnames_chinese"))


@cache
def _longest_chinese() -> int:
    return max(map(len, _chinese()))


def is_chinese(form: str) -> bool:
    """Whether one word is a whole Chinese name to look at: 장메이링, 런정페이; not 리처드 or 마쓰다."""
    if not 3 <= len(form) <= 5 or form in foreign_names("first") or form in foreign_names("last") or _KANA.issuperset(form):
        return False
    length = next((length for length in range(_longest_chinese(), 0, -1) if form[:length] in _chinese()), 0)
    return bool(length) and is_foreign(form) and all(letter in _CHINESE for letter in form[length:])


@cache
def _surnames() -> frozenset[str]:
    """Korean surnames but the rare ones, with which many a foreign word begins (호아킨, 피셔)."""
    return frozenset(row["surname"] for row in table("surnames") if row["weight"] != "1")


def is_short_native(form: str) -> bool:
    """Whether one word of two syllables may be a whole Korean name, and hardly a foreigner's last: 박현, 허준; not 리나 or 존슨."""
    listed_foreign = form in foreign_names("first") or form in foreign_names("last")
    named = len(form) == 2 and form[0] in _common() and form[1] in KOREAN_SYLLABLES
    return named and not listed_foreign and not is_kana(form) and foreign_syllables().isdisjoint(form)


def is_native(form: str) -> bool:
    """Whether one word of three syllables is a whole Korean name to look at, rare syllables allowed: 최은탁; not 오바마 or 조지프."""
    listed_foreign = form in foreign_names("first") or form in foreign_names("last")
    return len(form) == 3 and surname_of(form) in _surnames() and not listed_foreign and foreign_syllables().isdisjoint(form)


@cache
def _common() -> frozenset[str]:
    return frozenset(row["surname"] for row in table("surnames") if row["weight"] == "3")


def is_surely_native(form: str) -> bool:
    """Whether one word is a whole Korean name with one of the surnames that most bear; not 위차이, as a Thai is called too."""
    return is_native(form) and surname_of(form) in _common() and not is_kana(form)


def is_foreign(form: str) -> bool:
    """Whether a form has syllables that no Korean name has: 카르타스미타."""
    return len(form) > 1 and any(letter not in KOREAN_SYLLABLES for letter in form)
