"""What changes the database: articles in, articles out. Each function works within the caller's transaction."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection, bindparam, delete, distinct, func, insert, select, text, update

from graphing.errors import NotFoundError
from graphing.resolve import Profile
from graphing.store import copies, deciding, packing, reading
from graphing.store.grouping import Block, Ruled, bump, called_by, chunks, regroup, take_ids
from graphing.store.identity import completes
from graphing.store.packing import Packed
from graphing.store.rows import Added
from graphing.store.schema import appearances, articles, attendances, forms, meetings, posts, profiles, table_columns, texts

Cue = tuple[int, str]


@dataclass(slots=True)
class _Leftovers:
    """What a deleted extraction leaves for the next: what the profiles lost, whose names were whose, which meeting had which id."""

    counts: dict[int, tuple[int, int]]
    entities: dict[tuple[int, str, str], int]
    meetings: dict[Cue, list[int]]


def add(connection: Connection, packed: list[Packed], version: int, force: bool = False, also: Iterable[Block] = ()) -> Added:
    """Adds or replaces readings, as corrected by what was decided about them.

    ``force`` replaces also what is unchanged (decisions may be others); the names of ``also`` are grouped anew.
    """
    stored = reading.stored(connection, (one.digest for one in packed))
    latest: dict[str, Packed] = {}
    for one in packed:
        if (before := latest.get(one.digest)) is None or not _loses_date(one, before.article["published"]):
            latest[one.digest] = one
    fresh = [one for digest, one in latest.items() if digest not in stored]
    other = [one for digest, one in latest.items() if digest in stored and (force or _replaces(one, version, stored[digest]))]
    idents = {digest: int(row["id"]) for digest, row in stored.items()}
    if fresh:
        first = take_ids(connection, "articles", len(fresh))
        idents.update((one.digest, first + number) for number, one in enumerate(fresh))
    if fresh or other or also:
        ruled = deciding.ruled(connection)
        leftovers = _clear(connection, [idents[one.digest] for one in other])
        corrected = deciding.curate(connection, [*fresh, *other])
        new, again = ([corrected.get(one.digest, one) for one in many] for many in (fresh, other))
        _insert_articles(connection, new, again, idents, version)
        deciding.keep_readings(connection, [*fresh, *other], idents, corrected)
        texts_of = {idents[one.digest]: one.text["text"] for one in fresh}
        families = copies.join(connection, texts_of, [idents[one.digest] for one in other])
        changed = [idents[one.digest] for one in (*fresh, *other)]
        relatives = sorted(copies.members(connection, families) - set(changed))
        for chunk in chunks(relatives):
            _count(connection, chunk, -1, leftovers.counts)
        hints = _insert_findings(connection, [*new, *again], idents, ruled, leftovers)
        copies.mark(connection, families)
        for chunk in chunks([*changed, *relatives]):
            _count(connection, chunk, 1, leftovers.counts)
        regroup(connection, leftovers.counts, ruled, hints, also)
        bump(connection)
    unchanged = len(packed) - len(fresh) - len(other)
    copied = _copies(connection, [idents[one.digest] for one in fresh])
    completed = sum(completes(one, stored[one.digest]) for one in other)
    return Added(len(fresh), unchanged, len(other), tuple(idents[one.digest] for one in packed), copied, completed)


def _replaces(one: Packed, version: int, known: Mapping[str, Any]) -> bool:
    """Whether a reading says anything new of a stored article."""
    return known["fingerprint"] != one.fingerprint and known["version"] <= version and not _loses_date(one, known["published"])


def _loses_date(one: Packed, known: date | None) -> bool:
    """Whether a copy without date would stand where the date is known: a file that is read again does not know what was said since."""
    return known is not None and one.article["published"] is None


def remove(connection: Connection, article: int) -> None:
    """Deletes an article and all that hangs on it. Raises NotFoundError."""
    if connection.execute(select(articles.c.id).where(articles.c.id == article)).first() is None:
        raise NotFoundError("there is no stored article {article!r}: expected the id of a stored one; list them first", article=article)
    relatives = copies.family(connection, article) - {article}
    leftovers = _clear(connection, [article])
    for chunk in chunks(sorted(relatives)):
        _count(connection, chunk, -1, leftovers.counts)
    connection.execute(delete(articles).where(articles.c.id == article))
    copies.mark(connection, copies.lead(connection, relatives))
    for chunk in chunks(sorted(relatives)):
        _count(connection, chunk, 1, leftovers.counts)
    regroup(connection, leftovers.counts, deciding.ruled(connection), {})
    bump(connection)


def remember_columns(connection: Connection, headers: str, columns: str) -> None:
    """Keeps what the columns of tables with these headers mean; said again, the later counts."""
    connection.execute(delete(table_columns).where(table_columns.c.headers == headers))
    connection.execute(insert(table_columns).values(headers=headers, columns=columns))


def _copies(connection: Connection, idents: list[int]) -> int:
    """How many of these articles are copies."""
    rows = [select(func.count()).where(articles.c.id.in_(chunk), articles.c.copy_of.is_not(None)) for chunk in chunks(idents)]
    return sum(int(connection.execute(row).scalar_one()) for row in rows)


def now() -> datetime:
    """The time, UTC."""
    return datetime.now(UTC).replace(tzinfo=None)


def _clear(connection: Connection, idents: list[int]) -> _Leftovers:
    """Deletes what was understood of these articles, but not the articles."""
    left = _Leftovers({}, {}, defaultdict(list))
    for chunk in chunks(idents):
        here = appearances.c.article.in_(chunk)
        named = select(appearances.c.article, appearances.c.kind, appearances.c.name, profiles.c.id, profiles.c.entity)
        touched: set[int] = set()
        for article, kind, name, profile, entity in connection.execute(named.join(profiles).where(here)):
            left.entities.setdefault((article, kind, name), entity)
            touched.add(profile)
        cues = select(meetings.c.id, meetings.c.article, meetings.c.spans).where(meetings.c.article.in_(chunk)).order_by(meetings.c.id)
        for ident, article, spans in connection.execute(cues):
            left.meetings[article, packing.cue_of(spans)].append(ident)
        _count(connection, chunk, -1, left.counts)
        for table in (meetings, posts, appearances):
            connection.execute(delete(table).where(table.c.article.in_(chunk)))
        _refresh_forms(connection, touched)
    return left


def _refresh_forms(connection: Connection, touched: set[int]) -> None:
    for chunk in chunks(sorted(touched)):
        connection.execute(delete(forms).where(forms.c.profile.in_(chunk)))
        rest = select(appearances.c.profile, appearances.c.name, appearances.c.aliases).where(appearances.c.profile.in_(chunk)).distinct()
        _insert_forms(connection, {(profile, form) for profile, *names in connection.execute(rest) for form in packing.forms_of(*names)})


def _insert_forms(connection: Connection, rows: set[tuple[int, str]]) -> None:
    if rows:
        statement = text("INSERT INTO forms (profile, form) VALUES (:profile, :form) ON CONFLICT DO NOTHING")
        connection.execute(statement, [{"profile": profile, "form": form} for profile, form in sorted(rows)])


def _count(connection: Connection, idents: list[int], sign: int, counts: dict[int, tuple[int, int]]) -> None:
    """Adds to (or takes from) the counts of the profiles what these articles hold, and notes it in ``counts``."""
    here = appearances.c.article.in_(idents)
    whose = appearances.c.profile
    in_articles = select(whose, func.count(distinct(appearances.c.article))).where(here).group_by(whose)
    # A meeting that a copy tells again has been counted where it was told first.
    first = meetings.c.same_as.is_(None)
    attended = appearances.join(attendances).join(meetings, attendances.c.meeting == meetings.c.id)
    at_meetings = select(whose, func.count(distinct(attendances.c.meeting))).select_from(attended).where(here, first).group_by(whose)
    held: dict[int, int] = {profile: number for profile, number in connection.execute(at_meetings)}  # noqa: C416
    changes = []
    for profile, number in connection.execute(in_articles):
        more = sign * number, sign * held.get(profile, 0)
        before = counts.get(profile, (0, 0))
        counts[profile] = before[0] + more[0], before[1] + more[1]
        changes.append({"profile_id": profile, "more_articles": more[0], "more_meetings": more[1]})
    if changes:
        sums = {"articles": profiles.c.articles + bindparam("more_articles"), "meetings": profiles.c.meetings + bindparam("more_meetings")}
        connection.execute(update(profiles).where(profiles.c.id == bindparam("profile_id")).values(sums), changes)


def _insert_articles(connection: Connection, fresh: list[Packed], other: list[Packed], idents: dict[str, int], version: int) -> None:
    added = now()
    if fresh:
        rows = [{"id": idents[one.digest], "digest": one.digest, "added": added, **_understood(one, version)} for one in fresh]
        connection.execute(insert(articles), rows)
        connection.execute(insert(texts), [{"article": idents[one.digest], **one.text} for one in fresh])
    for one in other:
        ident = idents[one.digest]
        connection.execute(update(articles).where(articles.c.id == ident).values(**_understood(one, version)))
        connection.execute(update(texts).where(texts.c.article == ident).values(**one.text))


def _understood(one: Packed, version: int) -> dict[str, Any]:
    return {"fingerprint": one.fingerprint, "version": version, **one.article}


def _insert_findings(
    connection: Connection, packed: list[Packed], idents: dict[str, int], ruled: Ruled, left: _Leftovers
) -> dict[int, int]:
    """Inserts appearances, posts and meetings; returns which entity each new profile stood for before."""
    found = {one.digest: packing.profiles(one, ruled.appearances()) for one in packed}
    profile_ids, created = _profile_ids(connection, packed, found)
    rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
    hints: dict[int, int] = {}
    names: set[tuple[int, str]] = set()
    first_appearance = take_ids(connection, "appearances", sum(len(one.appearances) for one in packed))
    post = take_ids(connection, "posts", sum(len(one.posts) for one in packed))
    meeting_ids = _meeting_ids(connection, packed, idents, left)
    for one in packed:
        article = idents[one.digest]
        for number, (row, profile) in enumerate(zip(one.appearances, found[one.digest], strict=True)):
            profile_id = profile_ids[profile.id, profile.kind]
            rows["appearances"].append({"id": first_appearance + number, "article": article, "profile": profile_id, **row})
            names.update((profile_id, form) for form in packing.forms_of(row["name"], row["aliases"]))
            said = ruled.names.get(profile.appearance or "", ())
            names.update((profile_id, form) for form in called_by(said).forms())
            before = left.entities.get((article, row["kind"], row["name"]))
            if before is not None and profile_id in created:
                hints[profile_id] = before
        for row in one.posts:
            organization = None if row["organization"] is None else first_appearance + row["organization"]
            ends = {"person": first_appearance + row["person"], "organization": organization}
            rows["posts"].append({**row, **ends, "id": post, "article": article})
            post += 1
        for (meeting, present), ident in zip(one.meetings, meeting_ids[one.digest], strict=True):
            rows["meetings"].append({"id": ident, "article": article, **meeting})
            rows["attendances"].extend({**who, "meeting": ident, "appearance": first_appearance + who["appearance"]} for who in present)
        first_appearance += len(one.appearances)
    for table in (appearances, posts, meetings, attendances):
        if rows[table.name]:
            connection.execute(insert(table), rows[table.name])
    _insert_forms(connection, names)
    return hints


def _profile_ids(
    connection: Connection, packed: list[Packed], found: dict[str, list[Profile]]
) -> tuple[dict[tuple[str, str], int], set[int]]:
    """(profile's id, kind) → its row's id, rows made where absent; and the ids made."""
    wanted: dict[str, tuple[Profile, dict[str, Any]]] = {}
    for one in packed:
        for profile, row in zip(found[one.digest], one.appearances, strict=True):
            wanted.setdefault(packing.profile_digest(profile), (profile, row))
    idents: dict[str, int] = {}
    for chunk in chunks(wanted):
        known = select(profiles.c.digest, profiles.c.id).where(profiles.c.digest.in_(chunk))
        idents.update((digest, ident) for digest, ident in connection.execute(known))
    absent = [digest for digest in wanted if digest not in idents]
    created: set[int] = set()
    if absent:
        first = take_ids(connection, "profiles", len(absent))
        created = set(range(first, first + len(absent)))
        idents.update((digest, first + number) for number, digest in enumerate(absent))
        connection.execute(insert(profiles), [_profile_row(idents[digest], *wanted[digest]) for digest in absent])
    return {(profile.id, profile.kind): idents[digest] for digest, (profile, _) in wanted.items()}, created


def _profile_row(ident: int, profile: Profile, appearance: dict[str, Any]) -> dict[str, Any]:
    named = {"name": appearance["name"], "type": appearance["type"]}
    return {"id": ident, **packing.pack_profile(profile), **named, "articles": 0, "meetings": 0, "entity": None}


def _meeting_ids(connection: Connection, packed: list[Packed], idents: dict[str, int], left: _Leftovers) -> dict[str, list[int]]:
    """An id for each meeting: the one that a meeting told by the same words had before, else a new one."""
    found: dict[str, list[int]] = {}
    fresh: Counter[str] = Counter()
    for one in packed:
        cues = [(idents[one.digest], packing.cue_of(meeting["spans"])) for meeting, _ in one.meetings]
        found[one.digest] = [left.meetings[cue].pop(0) if left.meetings.get(cue) else 0 for cue in cues]
        fresh[one.digest] = found[one.digest].count(0)
    ident = take_ids(connection, "meetings", fresh.total()) if fresh.total() else 0
    for idents_here in found.values():
        for position, known in enumerate(idents_here):
            if not known:
                idents_here[position] = ident
                ident += 1
    return found
