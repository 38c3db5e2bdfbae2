"""Which posts an organisation has by its kind: a 장관 is of a ministry, a 사장 of a company."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache

from graphing.extract.names.foreign import is_place
from graphing.extract.posts.finding import Post
from graphing.extract.posts.named import UNION, Named
from graphing.lexicon import listed, table
from graphing.model import Span
from graphing.organizations import organization_type

# Of a government, which is no organisation of the news: 시의 최하람 국장, 시 관계자인 최하람.
_GOVERNMENT = re.compile(
    "(?<![^ ,])(?:시|도|군|구|성|주|정부|주정부|시청|도청|구청|군청)(?:의| (?:관계자|공무원|간부)인) $"
)
# Whom somebody comes for: 몬태나 측에서는 최하람 국장이.
_SIDE = re.compile(
    "(?<![가-힣])([가-힣A-Za-z]{2,12}?)(?:( ?[측쪽])(?:에서는?|에선|의|은|는|,)?|에서는|에선) "
)
_GOVERNED = ("도", "시", "군", "구", "주")
_OFFICIALS = ("국장", "실장", "과장", "기획관", "정책관", "담당관", "부지사", "부시장")
_AUTHORITY = ("정부", "대사관", "시청", "도청")
# Bodies whose heads have the titles of a company's.
_CHAIRED = ("협회", "연합회", "중앙회", "상공회의소", "상의", "학회", "연맹", "조합")


def fits(name: str, post: Post, names: Named | None = None) -> bool:
    """Whether an organisation of the kind of ``name`` has such posts as ``post``; ``names`` are all of the article, if known."""
    title = post.title.text.split("(")[0]
    for ending, bodies in _bodies():
        if title.endswith(ending):
            known = names is not None and "@company" in bodies and name in names.frequency and names.union is None
            company = known and organization_type(name) == "company"
            return company or any(name.endswith(body) or (body[0] == "*" and body[1:] in name) for body in bodies)
    if post.title.kind == "official":
        return organization_type(name) == "agency"
    if post.title.kind == "executive" and UNION.search(name) and not post.title.unit:
        return False
    if post.title.kind == "executive":
        chaired = name.endswith(_CHAIRED) and title.endswith(("회장", "이사장"))
        return chaired or organization_type(name) == "company" or names is None or names.employer is None
    return True


def of_a_government(text: str, name: Span, post: Post, ends: Collection[int], low: int) -> bool:
    """Whether somebody is of a government or embassy by the words around ``name``: 최하람 경기도 경제실장, 시의 최하람 국장.

    ``ends``: where organisations end; ``low``: where the sentence begins.
    """
    placed = text[name.end : post.title.start].strip()
    official = placed[-1:] in _GOVERNED and is_place(placed) and post.title.text.endswith(_OFFICIALS)
    if official or _GOVERNMENT.search(text, low, name.start):
        return True
    sides = list(_SIDE.finditer(text, low, name.start))
    if not sides or sides[-1].end(1) in ends:
        return False
    return sides[-1][1].endswith(_AUTHORITY) or (sides[-1][2] is not None and is_place(sides[-1][1]))


@cache
def _bodies() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((row["title"], listed(row["bodies"])) for row in table("title_bodies"))
