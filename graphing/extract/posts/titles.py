"""Titles in running text: 회장, 최고경영자(CEO), 네트워크사업부장, 우리은행장.

The words come from ``lexicon/titles.tsv``; this file knows how Korean joins them to names, to units and to each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from graphing.extract.names.hanja import given_end
from graphing.lexicon import Row, table
from graphing.model import Span

# What may follow a title within its word: particles and forms of the copula. Anything else (회장단, 대표팀, 의원실) makes
# another word of it. Source: the particle tables of any grammar of Korean; written-style forms only.
_AFTER = (
    r"(?=(?:들|측|쪽)?(?:에게서|에게|한테|께서|께|과|와|으로부터|로부터|으로서|로서|으로|로|까지|부터|에서|에|처럼|보다|하고|만|마저|조차|이나|라도)?"
    r"(?:은|는|이|가|을|를|과|와|의|도|만|에|로|나|랑|선)?(?![가-힣A-Za-z0-9])"
    r"|(?:이(?:다|며|자|고|던|었|라|란|나|니|지|기|면|든|야|어)|였|인데|인지|인|일지|일|임을|임이|입니다|라고|라는|라며|라면|란)[가-힣]{0,3}(?![가-힣])"
    r"|다(?![가-힣])|뿐|겸(?![직임허손비양하])|등(?![가-힣])|직을|직에|직도|직무대|권한대|대행|서리|내정자|지명자|후보|당선)"
)
# `대통령 직속 일자리위원회`: whose body it is, and nobody's title.
_OF_BODY = re.compile(r"의? ?(?:직속|소속|산하)(?:의|인)? ")
_AFTER_TITLE = re.compile(_AFTER)
# Words after a title that make it a post to come or one held for somebody else; they are part of the title.
_ACTING = re.compile(
    r" ?(직무대행|직무대리|권한대행|대행|서리|내정자|지명자|후보자|최종 ?후보|예비후보|후보|당선인|당선자|예정자)" + _AFTER
)
_FORMER = re.compile(r"(?:(?<![가-힣A-Za-z0-9])(?:전|당시|옛|직전|전임|전직)|前|\(前\)) ?$")
# 불참 의사를 밝혔던: what somebody means to do, no doctor.
_MEANT = re.compile(
    "(?:를|가|도|는|만)? ?(?:거듭 |분명히 |재차 |공식 )?"
    "(?:밝|전달|전했|전한|표명|표시|타진|있|없|내비|굳|접|확인|보였|보인|드러|철회)"
)
_ABBREVIATION = re.compile(r" ?\(([A-Z][A-Za-z·&]{1,6})\)")
_WORD_BACK = re.compile(r"(?:[가-힣A-Za-z0-9·&/\-ㆍ]|\([^\s()]{1,12}\))+$")
_LATIN_SHORT = re.compile(r"[A-Z]{2,5}")
# Longer words before a title are no unit but an unspaced sentence.
LONGEST_PREFIX = 24


@dataclass(frozen=True, slots=True)
class Title:
    """A title where it stands: ``text == article.text[start:end]``, without the 전 or 당시 before it.

    ``name`` is the form it is filed under (CEO → 최고경영자(CEO)); ``organization`` the range of the organisation or place that
    the title is written together with (우리은행 in 우리은행장), else None; ``acting`` marks 직무대행, 후보자 and the like;
    ``rank`` is 1 for heads, 2 for deputies, 3 and 4 below, None for forms of address (씨); ``certain`` is False where the
    words may be no title at all (시장, 이사; 회장 in a longer word), so that only a name beside them makes them one. ``kind`` is
    the lexicon's; ``unit`` is True for heads of a division (사업부장, 총괄),
    ``bare`` for titles that need no organisation (대통령, 의원, 씨).
    """

    start: int
    end: int
    text: str
    name: str
    organization: Span | None = None
    former: bool = False
    acting: bool = False
    rank: int | None = None
    certain: bool = True
    kind: str = "other"
    unit: bool = False
    bare: bool = False


def find_titles(text: str) -> tuple[Title, ...]:
    """All titles of ``text`` in order, not overlapping. Offsets are characters of ``text``.

    A title in brackets after a title is one of its own (부문장(부회장)) unless it abbreviates the first (최고경영자(CEO)).
    """
    found: list[Title] = []
    floor = 0
    for start, end, row in _words(text):
        if start < floor:
            continue
        title = _title(text, start, end, row, floor)
        if title is None:
            continue
        if found and _joins(text, found[-1], title):
            title = _joined(text, found.pop(), title)
        found.append(title)
        floor = title.end
    return tuple(found)


def _words(text: str) -> Iterator[tuple[int, int, Row]]:
    """The lexicon's titles in ``text``, the longest at each place that its word allows."""
    pattern, rows = _compiled()
    at = 0
    while match := pattern.search(text, at):
        start, at = match.start(), match.start() + 1
        for end in range(match.end(), start, -1):
            row = rows.get(text[start:end])
            if row is None:
                continue
            if row["kind"] == "none":
                at = end
            elif _stands(text, start, end, row):
                yield start, end, row
                at = end
            else:
                continue
            break


def _stands(text: str, start: int, end: int, row: Row) -> bool:
    """Whether the letters around a title leave it a word of its own: 회장은, not 회장단."""
    if row["title"].isascii() and not _LATIN_SHORT.fullmatch(row["title"]):
        inside = start > 0 and text[start - 1].isalnum() and text[start - 1].isascii()
        return not inside and not (text[end : end + 1].isascii() and text[end : end + 1].isalnum())
    if row["kind"] == "official" and _OF_BODY.match(text, end):
        return False
    return _AFTER_TITLE.match(text, end) is not None and not (row["title"] == "의사" and _MEANT.match(text, end))


def same_title(one: str, other: str) -> bool:
    """회장 and 소프트뱅크 회장, 대표 and 대표이사, 행장 and 우리은행장; not 회장 and 부회장."""
    a, b = sorted((one.replace(" ", "").removesuffix("이사"), other.replace(" ", "").removesuffix("이사")), key=len)
    if a == b or b.startswith(a + "("):
        return True
    if not b.endswith(a):
        return a[:3] == b[:3] == "대표이" or (a == "대표" and b.startswith("대표"))
    return not b[: -len(a)].endswith(("부", "명예", "전임"))


def _title(text: str, start: int, end: int, row: Row, floor: int) -> Title | None:
    before = text[start - 1] if start > floor else " "
    latin = row["title"].isascii()
    if latin and before.isascii() and before.isalnum():
        return None
    head, certain, organization = start, not row["common"], None
    if row["prefix"]:
        head = _word_start(text, start, floor)
        # 李외무장관, 金한솔외무장관: the name before it is no part of the office
        head = max(head, given_end(text, head, start))
        organization = _organization(head, start, row)
        certain = certain or (head < start and row["prefix"] == "division")
    elif not latin and (before.isalnum() or before == ")"):
        certain = False
    name = row["standard"] or row["title"]
    if head < start:
        name = text[head:end]
    abbreviation = _ABBREVIATION.match(text, end)
    if abbreviation and row["kind"] == "executive":
        end = abbreviation.end()
        if head < start or not row["standard"]:
            name = text[head:end]
    acting = _ACTING.match(text, end)
    if acting and row["title"] != acting[1]:
        end = acting.end(1)
        name = f"{name} {acting[1]}"
    former = bool(_FORMER.search(text, max(floor, head - 5), head))
    rank = int(row["rank"]) if row["rank"] else None
    unit, bare = row["prefix"] == "division", bool(row["bare"])
    kind = row["kind"]
    return Title(head, end, text[head:end], name, organization, former, bool(acting), rank, certain, kind, unit, bare)


def _word_start(text: str, start: int, floor: int) -> int:
    """Where the word begins that ends at ``start``: the unit or organisation written together with the title."""
    low = max(floor, start - LONGEST_PREFIX)
    match = _WORD_BACK.search(text, low, start)
    if match is None or (match.start() == low and low > floor):
        return start
    word = match[0].lstrip("·ㆍ/-&")
    return start - len(word)


def _organization(head: int, start: int, row: Row) -> Span | None:
    keep = int(row["keep"] or 0)
    if row["prefix"] == "division" or (head == start and keep < 3):
        return None
    return Span(head, start + keep)


def _joins(text: str, first: Title, second: Title) -> bool:
    """대표이사 사장, 인사총괄 부사장: a title that only leads up to the next one."""
    if text[first.end : second.start] != " " or second.rank is None or first.acting or not second.certain:
        return False
    bare = re.sub(r"\([^()]*\)$", "", first.text)
    return any(bare.endswith(word) for word in _joining()) and second.kind == "executive" and second.organization is None


def _joined(text: str, first: Title, second: Title) -> Title:
    whole = text[first.start : second.end]
    return replace(second, start=first.start, text=whole, name=whole, organization=first.organization, former=first.former, unit=first.unit)


@cache
def _joining() -> tuple[str, ...]:
    return tuple(row["title"] for row in table("titles") if row["joins"])


@cache
def title_rows() -> dict[str, Row]:
    """The lexicon's rows by title; Latin titles also by their lower-case form. Words that are no titles are left out."""
    return {word: row for word, row in _compiled()[1].items() if row["kind"] != "none"}


@cache
def _compiled() -> tuple[re.Pattern[str], dict[str, Row]]:
    rows: dict[str, Row] = {}
    for row in table("titles"):
        word = row["title"]
        rows[word] = row
        if word.isascii() and not _LATIN_SHORT.fullmatch(word):
            rows.setdefault(word.lower(), row)
            if " and " not in word:
                # co-CEO, deputy CEO
                rows.setdefault(word[0].lower() + word[1:], row)
    return re.compile(_trie(rows)), rows


class _Node(dict[str, "_Node"]):
    """The characters that may come next, each with what follows it; an empty string ends a word."""


def _trie(words: Iterable[str]) -> str:
    """A regular expression that matches the longest of ``words``, with shared beginnings written once."""
    root = _Node()
    for word in words:
        node = root
        for character in word:
            node = node.setdefault(character, _Node())
        node[""] = _Node()
    return _branch(root)


def _branch(node: _Node) -> str:
    options = [re.escape(character) + _branch(child) for character, child in sorted(node.items()) if character]
    if not options:
        return ""
    body = options[0] if len(options) == 1 else f"(?:{'|'.join(options)})"
    return f"(?:{body})?" if "" in node else body
