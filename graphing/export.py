"""Extractions as plain records for JSON Lines; offsets are characters of the document that the article was cut from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from graphing.model import Article, Extraction, Meeting, Mention, Organization, Person

Record = dict[str, Any]


def record(extraction: Extraction) -> Record:
    """The record of one article::

        {"source", "start", "end", "title", "published", "outlet", "author",
         "people": [{"name", "aliases", "roles": [{"org", "title", "former"}], "mentions": [[start, end]]}],
         "organizations": [{"name", "aliases", "type", "mentions"}],
         "meetings": [{"participants": [name], "orgs": [name], "status", "date", "place", "topic", "evidence": [[start, end]],
                       "certainty"}]}

    ``published`` is an ISO date, a meeting's ``date`` as exact as known ('2025-02-04', '2025-02', '2025'); both, as ``title``, ``outlet``,
    ``author``, ``place``, ``topic`` and a role's ``org``, are None where unknown. A range covers also what was set aside between its ends.
    Those whose names the text keeps back (A씨, 김모씨) come last among the people, with ``"unnamed": true``.
    """
    article = extraction.article
    return {
        "source": article.source,
        "start": article.start,
        "end": article.end,
        "title": article.title,
        "published": article.published.isoformat() if article.published else None,
        "outlet": article.outlet,
        "author": article.author,
        "people": [
            *(_person(person, article) for person in extraction.people),
            *({**_person(person, article), "unnamed": True} for person in extraction.unnamed),
        ],
        "organizations": [_organization(organization, article) for organization in extraction.organizations],
        "meetings": [_meeting(meeting, article) for meeting in extraction.meetings],
    }


def _person(person: Person, article: Article) -> Record:
    roles = [{"org": post.organization, "title": post.title, "former": post.former} for post in person.affiliations]
    return {"name": person.name, "aliases": list(person.aliases), "roles": roles, "mentions": _mentions(person.mentions, article)}


def _organization(organization: Organization, article: Article) -> Record:
    return {
        "name": organization.name,
        "aliases": list(organization.aliases),
        "type": organization.type,
        "mentions": _mentions(organization.mentions, article),
    }


def _meeting(meeting: Meeting, article: Article) -> Record:
    return {
        "participants": [participant.name for participant in meeting.participants],
        "orgs": list(meeting.orgs),
        "status": meeting.status,
        "date": meeting.when.iso() if meeting.when else None,
        "place": meeting.place.name if meeting.place else None,
        "topic": article.text[meeting.topic.start : meeting.topic.end] if meeting.topic else None,
        "evidence": [list(article.original_hull(span.start, span.end)) for span in meeting.evidence],
        "certainty": round(meeting.certainty, 3),
    }


def _mentions(mentions: Iterable[Mention], article: Article) -> list[list[int]]:
    return [list(article.original_hull(mention.start, mention.end)) for mention in mentions]
