"""Decisions as cases: an article whose every meeting somebody has judged is a text with its right answers, as ``evaluate`` reads them."""

from __future__ import annotations

from typing import Any

from graphing.decisions.applying import Curated
from graphing.model import Meeting


def case(curated: Curated) -> dict[str, Any] | None:
    """The answers to ``curated.extraction.article.text``; None where a meeting of the article stands unjudged, or none does.

    People, organisations and posts are given as they stand: those that nobody has corrected count as right.
    """
    if not curated.traces or not all(trace.decisions for trace in curated.traces):
        return None
    found = curated.extraction
    return {
        "published": found.article.published.isoformat() if found.article.published else None,
        "people": [
            {
                "name": one.name,
                "aliases": list(one.aliases),
                "roles": [{"org": post.organization, "title": post.title, "former": post.former} for post in one.affiliations],
            }
            for one in found.people
        ],
        "organizations": [{"name": one.name, "aliases": list(one.aliases), "type": one.type} for one in found.organizations],
        "meetings": [_meeting(one) for one in found.meetings],
    }


def _meeting(one: Meeting) -> dict[str, Any]:
    return {
        "participants": [who.name for who in one.participants],
        "orgs": list(one.orgs),
        "status": one.status,
        "date": one.when.iso() if one.when else None,
        "place": one.place.name if one.place else None,
        "evidence": [list(span) for span in one.evidence],
    }
