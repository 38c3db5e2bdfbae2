"""What is asked of the database: lists, meetings, posts, whole extractions. Each function works within the caller's transaction."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Select, and_, case, distinct, func, or_, select

from graphing.errors import NotFoundError
from graphing.model import Article, Extraction, MentionKind
from graphing.store import packing
from graphing.store.grouping import chunks, revision
from graphing.store.rows import (
    OPENING,
    AffiliationRow,
    Appearance,
    ArticleOrder,
    ArticleRow,
    Counts,
    EntityRow,
    Filters,
    MeetingRow,
    Shelf,
    Snapshot,
)
from graphing.store.schema import (
    appearances,
    articles,
    attendances,
    entities,
    forms,
    meetings,
    posts,
    profiles,
    table_columns,
    texts,
)
from graphing.store.searching import asked, holding, holds

_BEGINNING = select(func.substr(texts.c.text, 1, OPENING)).where(texts.c.article == articles.c.id).scalar_subquery()
_ARTICLE = (*(articles.c[name] for name in ArticleRow.__slots__[:-1]), case((articles.c.title.is_(None), _BEGINNING)))
# Undated articles come last.
NEWEST_FIRST = (articles.c.day.desc(), articles.c.id.desc())
_ORDERS: dict[ArticleOrder, tuple[Any, ...]] = {
    "newest": NEWEST_FIRST,
    "oldest": (articles.c.day == 0, articles.c.day, articles.c.id),
    "added": (articles.c.id.desc(),),
    "meetings": (articles.c.meetings.desc(), *NEWEST_FIRST),
    "title": (func.coalesce(articles.c.title, ""), *NEWEST_FIRST),
    "outlet": (func.coalesce(articles.c.outlet, ""), *NEWEST_FIRST),
}
_ENTITY = tuple(entities.c[name] for name in EntityRow.__slots__)


def article_rows(connection: Connection, query: str | None, limit: int, shelf: Shelf) -> tuple[ArticleRow, ...]:
    found = select(*_ARTICLE).order_by(*_ORDERS[shelf.order]).limit(limit)
    if shelf.undated:
        found = found.where(articles.c.day == 0)
    if shelf.outlet is not None:
        found = found.where(articles.c.outlet == shelf.outlet)
    for words in asked(query or ""):
        heads = (holds(articles.c[name], words) for name in ("title", "outlet", "author", "source"))
        found = found.where(or_(*heads, articles.c.id.in_(holding(connection, words))))
    return tuple(ArticleRow(*row) for row in connection.execute(found))


def article_row(connection: Connection, ident: int) -> ArticleRow:
    """One article without its text, which must be stored."""
    return ArticleRow(*connection.execute(select(*_ARTICLE).where(articles.c.id == ident)).one())


def rows_of_digests(connection: Connection, digests: Iterable[str]) -> dict[str, ArticleRow]:
    found: dict[str, ArticleRow] = {}
    for chunk in chunks(sorted(set(digests))):
        told = select(articles.c.digest, *_ARTICLE).where(articles.c.digest.in_(chunk))
        found.update((digest, ArticleRow(*row)) for digest, *row in connection.execute(told))
    return found


def knows_url(connection: Connection, url: str) -> bool:
    named = select(articles.c.id).where(or_(articles.c.url == url, articles.c.source == url))
    return connection.execute(named.limit(1)).first() is not None


def article(connection: Connection, ident: int) -> Article:
    row = connection.execute(select(articles, texts).join(texts).where(articles.c.id == ident)).mappings().first()
    if row is None:
        raise NotFoundError("there is no stored article {ident!r}: expected the id of a stored one; it may have been removed", ident=ident)
    return packing.unpack_article(dict(row))


def stored(connection: Connection, digests: Iterable[str]) -> dict[str, Mapping[str, Any]]:
    """Digest → id, publication date and outlet, fingerprint and version of the extraction, of the articles that are stored."""
    names = ("id", "digest", "fingerprint", "version", "published", "outlet")
    columns = select(*(articles.c[name] for name in names))
    rows: dict[str, Mapping[str, Any]] = {}
    for chunk in chunks(sorted(set(digests))):
        rows.update((row["digest"], dict(row)) for row in connection.execute(columns.where(articles.c.digest.in_(chunk))).mappings())
    return rows


def extraction(connection: Connection, ident: int) -> Extraction:
    found = extractions(connection, articles.c.id == ident, 1)
    if not found:
        article(connection, ident)
    return found[0][1]


def extractions(connection: Connection, chosen: ColumnElement[bool], limit: int) -> list[tuple[int, Extraction]]:
    """(article's id, its extraction) of the chosen articles, at most ``limit``, by id."""
    heads = connection.execute(select(articles, texts).join(texts).where(chosen).order_by(articles.c.id).limit(limit)).mappings().all()
    idents = [row["id"] for row in heads]
    named = by_article(connection, appearances, idents)
    held = by_article(connection, posts, idents)
    encounters = select(meetings).where(meetings.c.article.in_(idents))
    told = grouped(connection, encounters.order_by(meetings.c.ordinal, meetings.c.id))
    joined = attendances.join(appearances)
    columns = (attendances, appearances.c.article, appearances.c.kind)
    where = select(*columns).select_from(joined).where(appearances.c.article.in_(idents))
    present = grouped(connection, where.order_by(attendances.c.meeting, attendances.c.ordinal))
    return [(row["id"], packing.unpack(dict(row), named[row["id"]], held[row["id"]], told[row["id"]], present[row["id"]])) for row in heads]


def by_article(connection: Connection, table: FromClause, idents: list[int]) -> dict[int, list[Mapping[str, Any]]]:
    return grouped(connection, select(table).where(table.c.article.in_(idents)).order_by(table.c.id))


def grouped(connection: Connection, statement: Select[Any]) -> dict[int, list[Mapping[str, Any]]]:
    """The rows by their column ``article``."""
    rows: dict[int, list[Mapping[str, Any]]] = defaultdict(list)
    for row in connection.execute(statement).mappings():
        rows[row["article"]].append(dict(row))
    return rows


def entity_rows(connection: Connection, kind: MentionKind | None, query: str | None, limit: int) -> tuple[EntityRow, ...]:
    weight = (entities.c.meetings, entities.c.articles, entities.c.id)
    found = select(*_ENTITY).order_by(weight[0].desc(), weight[1].desc(), weight[2]).limit(limit)
    if kind:
        found = found.where(entities.c.kind == kind)
    if query:
        named = select(profiles.c.entity).join(forms).where(holds(forms.c.form, query))
        found = found.where(entities.c.id.in_(named))
    return tuple(EntityRow(*row) for row in connection.execute(found))


def forms_of_entities(connection: Connection) -> dict[int, tuple[str, ...]]:
    found: dict[int, list[str]] = defaultdict(list)
    named = select(profiles.c.entity, forms.c.form).join(forms).where(func.length(forms.c.form) > 1).distinct()
    for ident, form in connection.execute(named.order_by(profiles.c.entity, forms.c.form)):
        found[ident].append(form)
    return {ident: tuple(names) for ident, names in found.items()}


def named_in(connection: Connection, article: int, kind: MentionKind) -> tuple[int, ...]:
    named = select(profiles.c.entity).select_from(appearances.join(profiles, appearances.c.profile == profiles.c.id))
    chosen = named.where(appearances.c.article == article, appearances.c.kind == kind, appearances.c.implied.is_(False))
    return tuple(dict.fromkeys(connection.execute(chosen.order_by(appearances.c.ordinal, appearances.c.id)).scalars()))


def entity(connection: Connection, ident: int) -> EntityRow:
    row = connection.execute(select(*_ENTITY).where(entities.c.id == ident)).first()
    if row is None:
        raise NotFoundError(
            "there is no stored person or organisation {ident!r}: expected the id of a stored one; it may have been merged with another",
            ident=ident,
        )
    return EntityRow(*row)


def appearance_rows(connection: Connection, ident: int) -> tuple[Appearance, ...]:
    entity(connection, ident)
    before = appearances.alias()
    same = (before.c.article == appearances.c.article, before.c.kind == appearances.c.kind, before.c.name == appearances.c.name)
    number = select(func.count()).select_from(before).where(*same, before.c.id <= appearances.c.id).scalar_subquery()
    statement = (
        select(articles.c.digest, appearances.c.article, appearances.c.kind, appearances.c.name, appearances.c.aliases, number)
        .select_from(appearances.join(articles).join(profiles, appearances.c.profile == profiles.c.id))
        .where(profiles.c.entity == ident)
        .order_by(appearances.c.article, appearances.c.id)
    )
    return tuple(
        Appearance(packing.appearance_key(digest, kind, name, place), article, ident, name, tuple(packing.forms_of(name, aliases)[1:]))
        for digest, article, kind, name, aliases, place in connection.execute(statement)
    )


def owners(connection: Connection, digests: list[str]) -> dict[str, int]:
    """Key of each appearance of these articles → its entity."""
    statement = (
        select(articles.c.digest, appearances.c.kind, appearances.c.name, profiles.c.entity)
        .select_from(appearances.join(articles).join(profiles, appearances.c.profile == profiles.c.id))
        .where(articles.c.digest.in_(digests))
        .order_by(appearances.c.id)
    )
    seen: Counter[tuple[str, str, str]] = Counter()
    found: dict[str, int] = {}
    for digest, kind, name, entity in connection.execute(statement):
        seen[digest, kind, name] += 1
        found[packing.appearance_key(digest, kind, name, seen[digest, kind, name])] = entity
    return found


def affiliation_rows(connection: Connection, people: Iterable[int] | None = None) -> tuple[AffiliationRow, ...]:
    """Posts of these people, or of all, by person, organisation, title."""
    holder, body = appearances.alias(), appearances.alias()
    who, where = profiles.alias(), profiles.alias()
    key = (who.c.entity, where.c.entity, posts.c.title, posts.c.former)
    statement = (
        select(*key, func.count(distinct(posts.c.article)), func.min(articles.c.published), func.max(articles.c.published))
        .select_from(posts)
        .join(articles, posts.c.article == articles.c.id)
        .join(holder, posts.c.person == holder.c.id)
        .join(who, holder.c.profile == who.c.id)
        .outerjoin(body, posts.c.organization == body.c.id)
        .outerjoin(where, body.c.profile == where.c.id)
        .group_by(*key)
    )
    asked = [statement] if people is None else [statement.where(who.c.entity.in_(chunk)) for chunk in chunks(sorted(set(people)))]
    rows = [AffiliationRow(*row) for part in asked for row in connection.execute(part)]
    return tuple(sorted(rows, key=lambda row: (row.person, row.organization or 0, row.title, row.former)))


def chosen_meetings(filters: Filters) -> Select[Any]:
    """The ids of the meetings that the filters keep."""
    found = select(meetings.c.id)
    for ident in filters.people:
        there = attendances.join(appearances).join(profiles)
        mine = select(attendances.c.meeting).select_from(there).where(profiles.c.entity == ident)
        # Who was there is said by the telling that stands for all: a copy may have been read otherwise.
        alone = meetings.c.same_as.is_(None)
        found = found.where(or_(and_(alone, meetings.c.id.in_(mine)), meetings.c.same_as.in_(mine)))
    if filters.between is not None:
        first, last = filters.between
        found = found.where(meetings.c.first_day.is_not(None))
        found = found if first is None else found.where(meetings.c.last_day >= first)
        found = found if last is None else found.where(meetings.c.first_day <= last)
    if filters.statuses:
        found = found.where(meetings.c.status.in_(filters.statuses))
    if filters.articles:
        found = found.where(meetings.c.article.in_(filters.articles))
    if filters.outlets:
        found = found.where(meetings.c.article.in_(select(articles.c.id).where(articles.c.outlet.in_(filters.outlets))))
    return found if filters.certainty <= 0 else found.where(meetings.c.certainty >= filters.certainty)


def meeting_rows(connection: Connection, chosen: Select[Any] | None) -> tuple[MeetingRow, ...]:
    """The chosen meetings (None: all) by first day, undated last, then id. One that only a copy tells is the one it copies."""
    there = select(attendances.c.meeting, appearances.c.kind, profiles.c.entity).select_from(attendances.join(appearances).join(profiles))
    told = select(meetings, articles.c.published, articles.c.outlet).join(articles)
    again = select(meetings.c.same_as, meetings.c.article, articles.c.outlet).join(articles)
    again = again.where(meetings.c.same_as.is_not(None)).order_by(meetings.c.article)
    if chosen is None:
        told = told.where(meetings.c.same_as.is_(None))
    else:
        copied = meetings.alias()
        first = select(func.coalesce(copied.c.same_as, copied.c.id)).where(copied.c.id.in_(chosen))
        there = there.where(attendances.c.meeting.in_(first))
        told = told.where(meetings.c.id.in_(first))
        again = again.where(meetings.c.same_as.in_(first))
    sources: dict[int, list[int]] = defaultdict(list)
    outlets_of: dict[int, list[str | None]] = defaultdict(list)
    for meeting, source, outlet in connection.execute(again):
        sources[meeting].append(source)
        outlets_of[meeting].append(outlet)
    people: dict[int, list[int]] = defaultdict(list)
    sides: dict[int, list[int]] = defaultdict(list)
    for meeting, kind, ident in connection.execute(there.order_by(attendances.c.meeting, attendances.c.ordinal)):
        (people if kind == "person" else sides)[meeting].append(ident)
    return tuple(
        MeetingRow(
            row["id"],
            row["article"],
            row["status"],
            row["first_day"],
            row["last_day"],
            row["precision"],
            row["place"],
            row["topic"],
            row["certainty"],
            row["reason"],
            tuple(dict.fromkeys(people[row["id"]])),
            tuple(dict.fromkeys(sides[row["id"]])),
            row["published"],
            row["outlet"],
            row["decided"],
            (row["article"], *sources[row["id"]]),
            (row["outlet"], *outlets_of[row["id"]]),
        )
        for row in connection.execute(told.order_by(meetings.c.first_day.asc().nulls_last(), meetings.c.id)).mappings()
    )


def meetings_told(connection: Connection, idents: Iterable[int]) -> dict[int, tuple[int, ...]]:
    """Article → the meetings that it tells, in its order; of one that it only tells again the first telling."""
    found: dict[int, tuple[int, ...]] = {}
    first = func.coalesce(meetings.c.same_as, meetings.c.id)
    for chunk in chunks(sorted(set(idents))):
        found.update((ident, ()) for ident in chunk)
        told = select(meetings.c.article, first).where(meetings.c.article.in_(chunk))
        for article, meeting in connection.execute(told.order_by(meetings.c.article, meetings.c.ordinal, meetings.c.id)):
            found[article] = (*found[article], meeting)
    return found


def told_in(connection: Connection, article: int, meeting: int) -> int | None:
    """The meeting of an article that is this one or tells it again."""
    same = or_(meetings.c.id == meeting, meetings.c.same_as == meeting)
    found = connection.execute(select(meetings.c.id).where(meetings.c.article == article, same).order_by(meetings.c.id)).first()
    return None if found is None else int(found[0])


def first_told(connection: Connection, idents: Iterable[int]) -> dict[int, int]:
    """Meeting of one of these articles → the one that it tells again, or itself."""
    found: dict[int, int] = {}
    for chunk in chunks(sorted(set(idents))):
        told = select(meetings.c.id, func.coalesce(meetings.c.same_as, meetings.c.id)).where(meetings.c.article.in_(chunk))
        found.update((ident, first) for ident, first in connection.execute(told))
    return found


def meeting(connection: Connection, ident: int) -> MeetingRow:
    found = meeting_rows(connection, select(meetings.c.id).where(meetings.c.id == ident))
    if not found:
        raise NotFoundError(
            "there is no stored meeting {ident!r}: expected the id of a stored one; its article may have been removed",
            ident=ident,
        )
    return found[0]


def snapshot(connection: Connection, filters: Filters) -> Snapshot:
    everything = filters == Filters()
    told = meeting_rows(connection, None if everything else chosen_meetings(filters))
    if everything:
        rows = [EntityRow(*row) for row in connection.execute(select(*_ENTITY).order_by(entities.c.id))]
        return Snapshot(tuple(rows), affiliation_rows(connection), told, revision(connection))
    people = {ident for meeting in told for ident in meeting.people}
    held = affiliation_rows(connection, people)
    named = people | {ident for meeting in told for ident in meeting.organizations} | {row.organization for row in held}
    found = [
        EntityRow(*row)
        for chunk in chunks(sorted(ident for ident in named if ident is not None))
        for row in connection.execute(select(*_ENTITY).where(entities.c.id.in_(chunk)).order_by(entities.c.id))
    ]
    return Snapshot(tuple(found), held, told, revision(connection))


def counts(connection: Connection) -> Counts:
    def number(table: FromClause, *where: ColumnElement[bool]) -> int:
        return int(connection.execute(select(func.count()).select_from(table).where(*where)).scalar_one())

    people, organizations = (number(entities, entities.c.kind == kind) for kind in ("person", "organization"))
    return Counts(number(articles), people, organizations, number(posts), number(meetings, meetings.c.same_as.is_(None)))


def outlets(connection: Connection) -> tuple[str, ...]:
    named = select(articles.c.outlet).where(articles.c.outlet.is_not(None)).distinct()
    return tuple(sorted(connection.execute(named).scalars()))


def columns_said(connection: Connection) -> dict[tuple[str, ...], dict[str, str]]:
    """Headers of a table → field → header, as somebody has said."""
    rows = connection.execute(select(table_columns.c.headers, table_columns.c.columns))
    return {tuple(json.loads(headers)): json.loads(columns) for headers, columns in rows}
