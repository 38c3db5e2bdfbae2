"""Decisions about an article itself: when it appeared, in which outlet, under which title, by whom; and that it was removed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from graphing.decisions.addressing import digest
from graphing.decisions.rows import Decision, standing, written
from graphing.decisions.shapes import HEAD
from graphing.errors import InputError
from graphing.model import Article


def corrected(article: Article, said: Mapping[str, date | str | None], by: str, why: str = "") -> Decision:
    """What ``said`` holds of HEAD is right of the article (None: nobody knows). Raises InputError where that is so already."""
    now = _facts(article)
    fresh = {field: _plain(value) for field, value in said.items() if field in HEAD and _plain(value) != now[field]}
    if not fresh:
        raise InputError("nothing was corrected: change the date, outlet, title or author of the article")
    own = digest(article)
    return Decision("article", own, f"{own}/article", written(now), written(fresh), by, why.strip())


def removed(article: Article, by: str, why: str = "") -> Decision:
    """The article is taken out of the store."""
    own = digest(article)
    return Decision("remove", own, f"{own}/article", written(_facts(article)), "null", by, why.strip())


def headed(article: Article, decisions: Iterable[Decision]) -> Article:
    """The article under what was decided about its head; where that was undone, as it was before anybody had decided. It stays the same
    article."""
    own = digest(article)
    made = [one for one in decisions if one.article == own]
    told = [one for one in made if one.what == "article"]
    if not told:
        return article
    facts: dict[str, Any] = {}
    for one in sorted(told, key=lambda one: one.id, reverse=True):
        before = one.meant()
        facts.update((field, before[field]) for field in one.told())
    for one in standing(made):
        if one.what == "article":
            facts.update(one.told())
    if "published" in facts and facts["published"] is not None:
        facts["published"] = date.fromisoformat(facts["published"])
    return replace(article, identity=own, **facts)


def _facts(article: Article) -> dict[str, str | None]:
    return {field: _plain(getattr(article, field)) for field in HEAD}


def _plain(value: date | str | None) -> str | None:
    return value.isoformat() if isinstance(value, date) else (value or "").strip() or None
