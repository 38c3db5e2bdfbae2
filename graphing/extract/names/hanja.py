"""Names in Chinese characters, whole or by their surname: 閔동철회장, 朴장관, 河光洙; and bodies so written: 通産部.

Papers printed the surname in hanja and the given name in Hangul until the 1990s, written together with the title.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from graphing.extract.names.tagger import Guess
from graphing.extract.names.tagger_lexicons import listed_names
from graphing.lexicon import listed, table

SURE = 0.99
_HAN = "\u4e00-\u9fff\uf900-\ufaff"
HAN = re.compile(f"[{_HAN}]")
# What a surname alone is hardly seen in: these characters stand for countries, sides and ordinary words before a title (韓대표).
_DOUBTFUL = frozenset("韓南大全化平明元石表連樓影舍")
# 通産部, 全經聯, 韓銀: the last characters of bodies' names, with which hardly any given name ends.
_BODY = "商議|貿協|經總|聯合會|協議會|中央會|部|院|廳|處|黨|社|銀|聯|委|協|勞總|銀行|會議所|公社|大學|財團|聯盟|協會"
_BODIES = re.compile(f"(?<![{_HAN}가-힣A-Za-z])([{_HAN}]{{1,6}}(?:{_BODY}))(?=의? )")
_NO_BODY = frozenset(
    ("同社", "本社", "會社", "兩社", "各社", "支社", "他社", "自社", "與黨", "野黨", "兩黨", "各黨", "全黨", "新黨", "創黨", "入黨", "脫黨",
     "本部", "支部", "內部", "外部", "一部", "幹部", "全部", "大部", "學部", "法院", "病院", "議院", "學院", "政府", "與野黨", "巨大野黨",
     "對處", "各處", "某處", "出處", "善處")
)
# Headlines' short forms, whole (三星, 靑) or by the last character (현대車, 외환銀), and what they stand for.
_WHOLE_NAMES = {
    "靑": "청와대", "三星": "삼성", "現代": "현대", "大宇": "대우", "韓進": "한진", "雙龍": "쌍용", "鮮京": "선경", "斗山": "두산",
    "曉星": "효성", "錦湖": "금호", "浦鐵": "포철", "韓電": "한전", "韓銀": "한은", "全經聯": "전경련",
}
_LAST_CHARACTERS = {"車": "차", "電": "전자", "銀": "은행", "重": "중공업", "證": "증권"}
_HEADLINE = re.compile(
    f"(?<![{_HAN}가-힣A-Za-z])(?:({'|'.join(_WHOLE_NAMES)})|([가-힣A-Z]{{2,6}}[{''.join(_LAST_CHARACTERS)}]))"
    r"(?=(?:[선서은는이가의도]|에서|과|와)?(?:[ ,·…’'”]|$)|(?:회장|사장|행장)(?![가-힣]{2}))"
)


@cache
def surnames() -> dict[str, tuple[str, ...]]:
    """How each surname in Chinese characters is read, the commonest reading first."""
    found: dict[str, list[str]] = {}
    for row in (*table("surnames"), *table("surnames_hanja")):
        for hanja in listed(row["hanja"]):
            found.setdefault(hanja, []).append(row["surname"])
    return {hanja: tuple(dict.fromkeys(names)) for hanja, names in found.items()}


@cache
def _offices() -> tuple[str, ...]:
    return tuple(row["word"] for row in table("title_modifiers") if row["kind"] == "office")


@cache
def _mixed() -> re.Pattern[str]:
    known = "|".join(sorted(surnames(), key=len, reverse=True))
    return re.compile(f"(?<![{_HAN}가-힣A-Za-z0-9])({known})([가-힣]+)")


@cache
def _alone() -> re.Pattern[str]:
    known = "|".join(sorted(surnames(), key=len, reverse=True))
    return re.compile(f"(?<![{_HAN}가-힣A-Za-z0-9])(?:{known}) ?$")


def given_end(text: str, start: int, end: int) -> int:
    """Where the given name ends that begins at ``start`` after a surname in Chinese characters, in text[start:end] before a title.

    It is ``start`` where the surname stands alone (李외무장관), -1 where no such surname stands there.
    """
    if start < 1 or not HAN.match(text, start - 1) or not _alone().search(text, max(0, start - 3), start):
        return -1
    word = text[start:end]
    if len(word) < 2:
        return end if word not in ("부", "총", "전", "현", "신", "여", "야", "각", "양") else start
    if word.startswith(_offices()):
        return start
    return start + 2


def hanja_names(text: str, title_at: Mapping[int, int]) -> list[Guess]:
    """The names with a surname in Chinese characters that a title tells, wherever they stand; the organisation between, too.

    ``title_at``: where titles begin and end.
    """
    if not HAN.search(text):
        return []
    found: list[Guess] = []
    forms: set[str] = set()
    for match in _mixed().finditer(text):
        start, at, end = match.start(), *match.span(2)
        titled = next((place for place in range(at, min(end, at + 9) + 1) if place in title_at), -1)
        if titled == at:
            continue
        if titled > at:
            given = given_end(text, at, titled)
            between = text[given:titled]
            if given > at and (not between or between in listed_names()[0] or between.startswith(_offices())):
                forms.add(text[start:given])
                if between in listed_names()[0]:
                    found.append(Guess(given, titled, "organization", SURE))
    for form in forms:
        for place in re.finditer(rf"(?<![{_HAN}가-힣A-Za-z0-9]){form}", text):
            found.append(Guess(*place.span(), "person", SURE))
    return sorted(found)


def may_stand_alone(form: str) -> bool:
    """Whether a surname in Chinese characters tells a person before a title without any full name: 崔회장; not 韓대표."""
    return form in surnames() and form not in _DOUBTFUL


def lone_surnames(text: str, title_at: Iterable[int]) -> Iterator[Guess]:
    """崔 of 崔회장: a surname in Chinese characters that is written together with a title."""
    if not HAN.search(text):
        return
    for start in title_at:
        match = _alone().search(text, max(0, start - 3), start)
        if match and not match[0].endswith(" ") and may_stand_alone(match[0]):
            yield Guess(*match.span(), "person", SURE)


def reading(form: str) -> str:
    """What a headline's short form in Chinese characters stands for: 현대차 for 현대車, 청와대 for 靑; ``form`` itself where it is none."""
    if len(form) > 2 and form[-1] in _LAST_CHARACTERS and not HAN.search(form[:-1]):
        return form[:-1] + _LAST_CHARACTERS[form[-1]]
    return _WHOLE_NAMES.get(form, form)


def hanja_bodies(text: str) -> Iterator[Guess]:
    """通産部, 韓銀: what its last character tells to be an organisation."""
    if not HAN.search(text):
        return
    for match in _BODIES.finditer(text):
        if match[1] not in _NO_BODY:
            yield Guess(*match.span(1), "organization", SURE)
    for match in _HEADLINE.finditer(text):
        if match[1] or reading(match[2]) in listed_names()[0]:
            yield Guess(*match.span(match.lastindex or 0), "organization", SURE)
