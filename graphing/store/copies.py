"""One text in several outlets: the articles of a *family*, and which of their meetings are one. Works within the caller's transaction.

The first article of a family leads it (``copy_of`` of the others names it). A meeting that a copy tells again names the first telling in
``same_as``: it is another source of that meeting, and none of its own where meetings are listed and counted.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from heapq import nsmallest
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, bindparam, delete, func, insert, or_, select, update

from graphing.articles import likeness
from graphing.store import deciding
from graphing.store.grouping import chunks
from graphing.store.schema import articles, attendances, bands, counters, meetings, texts

# How many articles that share bands with a new one are compared with it, and how many days apart two undated meetings may be told.
CANDIDATES = 12
NEAR_DAYS = 3
# Of those stored before who share a band or piece so many, the latest, are looked at: copies come within days, a phrase of the trade
# is everywhere.
COMMON = 30
# One band, or so many pieces and such a share of the shorter text's, make a candidate: where a word is changed here and there, half of
# the pieces are gone.
PIECES, SHARE = 2, 0.25
# The counter that says which bands stored articles have: those of an earlier release are made anew.
BANDED, KIND_OF_BANDS = "banded", 3
BATCH = 200
# The id of a text that is not stored.
BEHIND_ALL = sys.maxsize


class _Shared(NamedTuple):
    """What two articles share."""

    bands: int
    pieces: int

    def tells(self, one: int, other: int) -> bool:
        """Whether they may be one text, by the number of pieces of each."""
        return self.bands > 0 or self.pieces >= max(PIECES, SHARE * min(one, other))


def _held(chunk: Sequence[str], apart: Sequence[int]) -> Select[str, int]:
    """(band, article): the latest COMMON articles that have each of these bands; those ``apart`` are not looked at."""
    place = func.row_number().over(partition_by=bands.c.band, order_by=bands.c.article.desc()).label("place")
    others = bands.c.band.in_(chunk) & bands.c.article.not_in(apart)
    ranked = select(bands.c.band, bands.c.article, place).where(others).subquery()
    return select(ranked.c.band, ranked.c.article).where(ranked.c.place <= COMMON)


class _Told(NamedTuple):
    """A meeting as an article tells it, and whether somebody has decided about it."""

    id: int
    article: int
    published: date | None
    status: str
    day: date | None
    precision: str | None
    names: frozenset[str]
    decided: bool = False


def join(connection: Connection, fresh: Mapping[int, str], known: Iterable[int]) -> set[int]:
    """Finds the families of new articles (id → text); returns the leaders of those and of the ``known`` articles that have copies."""
    catch_up(connection, set(fresh))
    found = {ident: likeness.bands(text) for ident, text in fresh.items()}
    _insert(connection, found)
    close = _close(connection, found)
    leaders: set[int] = set()
    shingled = _shingled(connection, {*close, *(other for near in close.values() for other in near)})
    for ident, near in sorted(close.items()):
        for other in near:
            if likeness.share_enough(shingled[ident], shingled[other]):
                leader = _leader(connection, other)
                connection.execute(update(articles).where(articles.c.id == ident).values(copy_of=leader))
                leaders.add(leader)
                break
    for chunk in chunks(known):
        rows = select(func.coalesce(articles.c.copy_of, articles.c.id)).where(articles.c.id.in_(chunk)).distinct()
        leaders.update(connection.execute(rows).scalars())
    return {leader for leader in leaders if len(members(connection, {leader})) > 1}


def _close(connection: Connection, found: Mapping[int, tuple[str, ...]]) -> dict[int, list[int]]:
    """Text (its id and its bands) → the articles before it that may be the same, likeliest first; texts that have none are left out."""
    holders: dict[str, list[int]] = defaultdict(list)
    for ident, names in found.items():
        for band in names:
            holders[band].append(ident)
    stored = [ident for ident in found if ident != BEHIND_ALL]
    for chunk in chunks(sorted(holders)):
        for band, article in connection.execute(_held(chunk, stored)):
            holders[band].append(article)
    likely = {ident: _likely(ident, names, holders) for ident, names in found.items()}
    held = _pieces_held(connection, {other for shared in likely.values() for other in shared})
    size = {**held, **{ident: sum(map(likeness.is_piece, names)) for ident, names in found.items()}}
    return {
        ident: near
        for ident, shared in likely.items()
        if (near := [other for other, share in shared.items() if share.tells(size[ident], size[other])])
    }


def _likely(ident: int, names: Iterable[str], holders: Mapping[str, list[int]]) -> dict[int, _Shared]:
    """The articles before it that an article most shares with, most first."""
    bands_with: Counter[int] = Counter()
    pieces_with: Counter[int] = Counter()
    for band in names:
        counted = pieces_with if likeness.is_piece(band) else bands_with
        counted.update(other for other in holders[band] if other < ident)
    worth = pieces_with.copy()
    for other, count in bands_with.items():
        worth[other] += PIECES * count
    likeliest = nsmallest(CANDIDATES, worth, key=lambda other: (-worth[other], other))
    return {other: _Shared(bands_with[other], pieces_with[other]) for other in likeliest}


def _pieces_held(connection: Connection, idents: Iterable[int]) -> dict[int, int]:
    """How many kept pieces each of these articles has."""
    found: dict[int, int] = {}
    for chunk in chunks(sorted(idents)):
        counted = select(bands.c.article, func.count()).where(bands.c.article.in_(chunk)).group_by(bands.c.article)
        found.update((ident, number - likeness.BANDS) for ident, number in connection.execute(counted))
    return found


def _shingled(connection: Connection, idents: Iterable[int]) -> dict[int, frozenset[str]]:
    found: dict[int, frozenset[str]] = {}
    for chunk in chunks(sorted(idents)):
        told = select(texts.c.article, texts.c.text).where(texts.c.article.in_(chunk))
        found.update((ident, likeness.shingles(text)) for ident, text in connection.execute(told))
    return found


def members(connection: Connection, leaders: Iterable[int]) -> set[int]:
    """The articles of these families."""
    found: set[int] = set()
    for chunk in chunks(leaders):
        here = or_(articles.c.id.in_(chunk), articles.c.copy_of.in_(chunk))
        found.update(connection.execute(select(articles.c.id).where(here)).scalars())
    return found


def family(connection: Connection, article: int) -> set[int]:
    """The article and its copies."""
    return members(connection, {_leader(connection, article)})


def lead(connection: Connection, rest: set[int]) -> set[int]:
    """Gives a family that has lost an article its leader (none where nothing is left); returns the leader as a set."""
    if not rest:
        return set()
    first = min(rest)
    connection.execute(update(articles).where(articles.c.id == first).values(copy_of=None))
    if others := sorted(rest - {first}):
        connection.execute(update(articles).where(articles.c.id.in_(others)).values(copy_of=first))
    return {first}


def mark(connection: Connection, leaders: Iterable[int]) -> None:
    """Says of every meeting of these families which other one it is.

    That one stands for all, so it is one that somebody has decided about where there is such a one, else the earliest. What is corrected
    in one outlet's copy was read alike in the others': they are compared as they were read. Of two decided ones each stands for itself
    unless they are alike as decided. What somebody has decided to be two is not one, alike as it may be.
    """
    families = [members(connection, {leader}) for leader in sorted(leaders)]
    apart = deciding.parted(connection, set().union(*families)) if families else frozenset()
    for articles_of in families:
        told = _told(connection, articles_of)
        read = _read(connection, told)
        same: dict[int, int | None] = {}
        first: list[_Told] = []
        taken: set[tuple[int, int]] = set()
        for one in sorted(told, key=lambda one: not one.decided):
            free = [other for other in first if (other.id, one.article) not in taken and _pair(other, one) not in apart]
            match = next((other for other in free if _is_same(*_as_compared(other, one, read))), None)
            same[one.id] = match.id if match else None
            taken.add((match.id if match else one.id, one.article))
            if match is None:
                first.append(one)
        if same:
            statement = update(meetings).where(meetings.c.id == bindparam("meeting_id")).values(same_as=bindparam("first_id"))
            connection.execute(statement, [{"meeting_id": one, "first_id": other} for one, other in same.items()])


def alike(connection: Connection, text: str) -> int | None:
    """The leader of the family that an article with this text would join; None where it would be the first."""
    for other in _close(connection, {BEHIND_ALL: likeness.bands(text)}).get(BEHIND_ALL, ()):
        if likeness.is_same(text, connection.execute(select(texts.c.text).where(texts.c.article == other)).scalar_one()):
            return _leader(connection, other)
    return None


def _leader(connection: Connection, article: int) -> int:
    leader = select(func.coalesce(articles.c.copy_of, articles.c.id)).where(articles.c.id == article)
    return int(connection.execute(leader).scalar_one())


def _insert(connection: Connection, found: Mapping[int, tuple[str, ...]]) -> None:
    rows = [{"band": band, "article": ident} for ident, names in found.items() for band in names]
    if rows:
        connection.execute(insert(bands), rows)


def catch_up(connection: Connection, fresh: Collection[int] = ()) -> None:
    """Gives the articles that an earlier release has stored their bands, once; not the ``fresh`` ones, which get theirs as they come."""
    kind = connection.execute(select(counters.c.value).where(counters.c.name == BANDED)).scalar()
    if kind == KIND_OF_BANDS:
        return
    connection.execute(delete(bands))
    connection.execute(delete(counters).where(counters.c.name == BANDED))
    connection.execute(insert(counters).values(name=BANDED, value=KIND_OF_BANDS))
    idents = [ident for ident in connection.execute(select(articles.c.id)).scalars() if ident not in fresh]
    for chunk in chunks(idents, BATCH):
        rows = connection.execute(select(texts.c.article, texts.c.text).where(texts.c.article.in_(chunk)))
        _insert(connection, {ident: likeness.bands(text) for ident, text in rows})


def _told(connection: Connection, idents: set[int]) -> list[_Told]:
    """The meetings of these articles, in order."""
    names: dict[int, set[str]] = defaultdict(set)
    rows: list[Any] = []
    for chunk in chunks(sorted(idents)):
        who = select(attendances.c.meeting, attendances.c.name).join(meetings).where(meetings.c.article.in_(chunk))
        for meeting, name in connection.execute(who):
            names[meeting].add(name)
        columns = (meetings.c.id, meetings.c.article, articles.c.published, meetings.c.status, meetings.c.first_day, meetings.c.precision)
        rows.extend(connection.execute(select(*columns, meetings.c.decided).join(articles).where(meetings.c.article.in_(chunk))))
    told = [
        _Told(
            row.id, row.article, row.published, row.status, row.first_day, row.precision, frozenset(names[row.id]), row.decided is not None
        )
        for row in rows
    ]
    return sorted(told, key=lambda one: (one.article, one.id))


def _read(connection: Connection, told: Iterable[_Told]) -> dict[int, _Told]:
    """Those of these that somebody has decided about, as they were read, by id; not those that were not read."""
    decided = {one.id: one for one in told if one.decided}
    found: dict[int, _Told] = {}
    for curated, idents in deciding.curated_many(connection, (one.article for one in decided.values())).values():
        for trace, ident in zip(curated.traces, idents, strict=True):
            if trace.read is None or ident not in decided:
                continue
            when = trace.read.when
            found[ident] = decided[ident]._replace(
                status=trace.read.status,
                day=when.first if when else None,
                precision=when.precision if when else None,
                names=frozenset((*(who.name for who in trace.read.participants), *trace.read.orgs)),
            )
    return found


def _as_compared(first: _Told, other: _Told, read: Mapping[int, _Told]) -> tuple[_Told, _Told]:
    return (first, other) if first.decided and other.decided else (read.get(first.id, first), read.get(other.id, other))


def _pair(one: _Told, other: _Told) -> tuple[int, int]:
    return min(one.id, other.id), max(one.id, other.id)


def _is_same(first: _Told, other: _Told) -> bool:
    if first.article == other.article or first.names != other.names or first.status != other.status:
        return False
    if first.day and other.day:
        return (first.day, first.precision) == (other.day, other.precision)
    return not (first.published and other.published) or abs((first.published - other.published).days) <= NEAR_DAYS
