"""Stored articles read again by this program's extraction: what would change, before anything does. Decisions hold throughout."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from graphing.decisions import apply, by_article
from graphing.decisions.addressing import digest
from graphing.model import Article, Extraction
from graphing.pipeline import save
from graphing.store import Store

Reader = Callable[[Article], Extraction]


@dataclass(frozen=True, slots=True)
class Difference:
    """What another reading changes of an article: lines that begin with '-' (gone) or '+' (new). ``fresh`` is the reading."""

    article: int
    title: str
    lines: tuple[str, ...]
    fresh: Extraction


def differences(store: Store, read: Reader | None = None) -> Iterator[Difference]:
    """The articles that would be read differently now, in the order of their ids, as corrected by what people decided."""
    reader = read or _extract
    decided = by_article(store.decisions())
    for article, before in store.readings():
        fresh = reader(before.article)
        if fresh == before:
            continue
        about = decided.get(digest(before.article), ())
        lines = _lines(apply(before, about).extraction, apply(fresh, about).extraction)
        yield Difference(article, before.article.title or before.article.source, lines, fresh)


def reread(store: Store, changes: Iterator[Difference]) -> int:
    """Takes the new readings over, each article in a transaction of its own; returns how many were."""
    return sum(save(store, [one.fresh]).replaced for one in changes)


def _extract(article: Article) -> Extraction:
    from graphing.extract import extract  # noqa: PLC0415  (brings in Kiwi: only where text must be read)

    return extract(article)


def _lines(before: Extraction, after: Extraction) -> tuple[str, ...]:
    old, new = Counter(_told(before)), Counter(_told(after))
    gone, more = old - new, new - old
    return (*(f"- {line}" for line in gone.elements()), *(f"+ {line}" for line in more.elements()))


def _told(found: Extraction) -> Iterator[str]:
    for meeting in found.meetings:
        who = "·".join([*(one.name for one in meeting.participants), *(f"{name} 측" for name in meeting.orgs)])
        parts = (meeting.when.iso() if meeting.when else None, meeting.place.name if meeting.place else None)
        yield " ".join(["meeting", who, meeting.status, *(part for part in parts if part)])
    for person in found.people:
        yield f"person {person.name}"
        for post in person.affiliations:
            yield " ".join(part for part in ("post", person.name, "former" if post.former else "", post.organization, post.title) if part)
    for body in found.organizations:
        yield f"{body.type} {body.name}"
