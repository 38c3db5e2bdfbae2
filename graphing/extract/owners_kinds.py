"""Which posts an organisation has by its kind: a 장관 is of a ministry, a 사장 of a company."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from graphing.extract.posts import Post
from graphing.lexicon import listed, table
from graphing.organizations import organization_type

UNION = re.compile("노조|노동조합|지회$|지부$|연대$")
# Bodies whose heads have the titles of a company's.
_CHAIRED = ("협회", "연합회", "중앙회", "상공회의소", "상의", "학회", "연맹", "조합")


def fits(name: str, post: Post, names: Iterable[str] = ()) -> bool:
    """Whether an organisation of the kind of ``name`` has such posts as ``post``; ``names`` are all of the article, if known."""
    title = post.title.text.split("(")[0]
    for ending, bodies in _bodies():
        if title.endswith(ending):
            known = [*names] if "@company" in bodies else []
            company = name in known and organization_type(name) == "company" and not any(map(UNION.search, known))
            return company or any(name.endswith(body) or (body[0] == "*" and body[1:] in name) for body in bodies)
    if post.title.kind == "official":
        return organization_type(name) == "agency"
    if post.title.kind == "executive" and UNION.search(name) and not post.title.unit:
        return False
    if post.title.kind == "executive":
        chaired = name.endswith(_CHAIRED) and title.endswith(("회장", "이사장"))
        return chaired or organization_type(name) == "company" or not any(organization_type(other) == "company" for other in names)
    return True


@cache
def _bodies() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((row["title"], listed(row["bodies"])) for row in table("title_bodies"))
