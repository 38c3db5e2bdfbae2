"""Which entity each profile belongs to: ``resolve.cluster`` run again for the names that a change touched, and only for them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from sqlalchemy import Connection, and_, bindparam, delete, func, insert, or_, select, update

from graphing.model import MentionKind
from graphing.resolve import Ruling, Verdict, cluster
from graphing.store.packing import block_of, unpack_profile
from graphing.store.schema import appearances, attendances, counters, entities, meetings, profiles

Block = tuple[MentionKind, str]
# Profile id → articles and meetings gained (or lost).
Counts = Mapping[int, tuple[int, int]]
# Values in one IN (…); SQLite takes 32,766 parameters in a statement.
CHUNK = 500


def chunks(values: Iterable[Any], size: int = CHUNK) -> Iterator[list[Any]]:
    """The values in lists of at most ``size``."""
    iterator = iter(values)
    while chunk := list(islice(iterator, size)):
        yield chunk


def take_ids(connection: Connection, name: str, number: int) -> int:
    """The first of ``number`` new ids that follow one another."""
    row = counters.c.name == name
    if connection.execute(update(counters).where(row).values(value=counters.c.value + number)).rowcount == 0:
        connection.execute(insert(counters).values(name=name, value=number))
    return int(connection.execute(select(counters.c.value).where(row)).scalar_one()) - number + 1


@dataclass(frozen=True, slots=True)
class Naming:
    """What one decision says of what an entity is called or belongs to: of the one that has the first of the appearances ``whom`` (keys)
    that is stored. ``place`` is its place among all that stand: the later counts. None leaves a part as it stood before, '' leaves it to
    the articles (of ``group``: is in none); ``aliases`` come in addition, ``without`` go. ``lead``: of the names that articles give, one of
    these is shown."""

    place: int
    whom: tuple[str, ...]
    name: str | None = None
    english: str | None = None
    aliases: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    group: str | None = None
    lead: Block | None = None


@dataclass(frozen=True, slots=True)
class Called:
    """How an entity is called by all that was decided (None: as the articles do), its business group ('' for none; None: open), and by
    which of its names it is known (None: that of most articles)."""

    name: str | None = None
    english: str | None = None
    aliases: tuple[str, ...] = ()
    group: str | None = None
    lead: Block | None = None

    def forms(self) -> list[str]:
        """All of it under which one may look for somebody."""
        return [form for form in (self.name, self.english, *self.aliases) if form]


@dataclass(frozen=True, slots=True)
class Ruled:
    """What stands of all decisions about entities: of each pair of appearances (keys, a < b) the latest; by appearance all that was
    said of what it is called or belongs to."""

    pairs: Mapping[tuple[str, str], Verdict] = field(default_factory=dict)
    names: Mapping[str, tuple[Naming, ...]] = field(default_factory=dict)

    def appearances(self) -> frozenset[str]:
        """The appearances that somebody has decided about."""
        return frozenset(key for pair in self.pairs for key in pair) | frozenset(self.names)

    def ties(self) -> dict[Block, set[Block]]:
        """Which names (as blocks) must be looked at together with which: those judged to be the same, and those of one naming."""
        alike = {(block_of(a), block_of(b)) for (a, b), verdict in self.pairs.items() if verdict == "same"}
        alike |= {(block_of(key), block_of(other)) for key, namings in self.names.items() for one in namings for other in one.whom}
        ties: dict[Block, set[Block]] = defaultdict(set)
        for one, other in alike:
            if one != other:
                ties[one].add(other)
                ties[other].add(one)
        return ties


def regroup(connection: Connection, counts: Counts, ruled: Ruled, hints: Mapping[int, int], also: Iterable[Block] = ()) -> None:
    """Gives the profiles that a change touched their entities, and forgets profiles and entities that nothing is left of.

    ``counts`` tell what each has gained and lost. A name is grouped anew as a whole only where it must be: where a profile is gone, where
    one with an organisation is new, or where somebody has judged. New profiles without organisation are led to the groups that
    there are; for a profile met before, its entity is one article richer. So a famous name costs no more than a rare one.

    An entity keeps its id with the group that holds most of its articles. ``hints`` (profile id → entity id) tell what a new profile
    was called before its article was read again. The names of ``also`` are grouped anew whatever has changed.
    """
    touched = _touched(connection, counts)
    judged = ruled.pairs
    decided = {block_of(key) for key in ruled.appearances()}
    whole = {_block(row) for row in touched if row["articles"] == 0 or row["id"] in hints or _block(row) in decided} | set(also)
    whole |= {_block(row) for row in touched if row["entity"] is None and (row["level"] == 2 or row["kind"] == "organization")}
    whole |= _lead(connection, {_block(row) for row in touched if row["entity"] is None} - whole)
    whole = _connected(whole, ruled.ties())
    _enrich(connection, counts, [row["id"] for row in touched if _block(row) not in whole])
    rows = _profiles(connection, whole)
    for chunk in chunks(row["id"] for row in rows if row["articles"] == 0):
        connection.execute(delete(profiles).where(profiles.c.id.in_(chunk)))
    groups = _groups([row for row in rows if row["articles"] > 0], judged)
    _assign(connection, groups, ruled, hints, {row["entity"] for row in rows if row["entity"] is not None})


def _block(row: Any) -> Block:
    return row["kind"], row["key"]


def _touched(connection: Connection, idents: Iterable[int]) -> list[Any]:
    columns = (profiles.c.id, profiles.c.kind, profiles.c.key, profiles.c.level, profiles.c.articles, profiles.c.entity)
    rows: list[Any] = []
    for chunk in chunks(sorted(idents)):
        rows.extend(connection.execute(select(*columns).where(profiles.c.id.in_(chunk))).mappings())
    return rows


def _lead(connection: Connection, blocks: set[Block]) -> set[Block]:
    """Leads new people without organisation to the groups of their names; returns the names where that would change other groups.

    What such a person joins, and what joins them, is decided by all profiles with organisations, and by one for each entity and set of
    titles of the others.
    """
    found: dict[Block, list[Any]] = defaultdict(list)
    for keys in chunks(sorted(key for _, key in blocks)):
        here = select(profiles).where(profiles.c.kind == "person", profiles.c.key.in_(keys))
        for row in connection.execute(here.where(or_(profiles.c.level == 2, profiles.c.entity.is_(None)))).mappings():
            found[_block(row)].append(row)
        # Who is known by name alone says nothing to a newcomer where a namesake has an organisation.
        posted = {key for (_, key), rows in found.items() if any(row["level"] == 2 for row in rows)}
        tells = or_(profiles.c.level == 1, and_(profiles.c.level == 0, profiles.c.key.not_in(sorted(posted))))
        others = select(func.min(profiles.c.id)).group_by(profiles.c.key, profiles.c.level, profiles.c.shape, profiles.c.entity)
        others = others.where(profiles.c.kind == "person", profiles.c.key.in_(keys), tells, profiles.c.entity.is_not(None))
        idents = list(connection.execute(others).scalars())
        for chunk in chunks(idents):
            for row in connection.execute(select(profiles).where(profiles.c.id.in_(chunk))).mappings():
                found[_block(row)].append(row)
    unled: set[Block] = set()
    led: list[tuple[list[int], int | None, Any]] = []
    for block, rows in found.items():
        groups = [(group, {row["entity"] for row in group} - {None}) for group in _groups(rows, {})]
        known = [entity for _, entities_here in groups for entity in entities_here]
        if len(known) > len(set(known)) or any(len(entities_here) > 1 for _, entities_here in groups):
            unled.add(block)
            continue
        for group, entities_here in groups:
            if new := [row["id"] for row in group if row["entity"] is None]:
                led.append((new, next(iter(entities_here), None), group[0]))
    _settle(connection, led)
    return unled


def _settle(connection: Connection, led: list[tuple[list[int], int | None, Any]]) -> None:
    """Writes down whom (profile ids) belongs to which entity (None: one of their own, called as the row is)."""
    first = take_ids(connection, "entities", sum(entity is None for _, entity, _ in led)) if led else 0
    moves: list[tuple[int, int]] = []
    fresh: list[dict[str, Any]] = []
    for idents, known, row in led:
        entity = known
        if entity is None:
            entity = first + len(fresh)
            fresh.append({"id": entity, **{name: row[name] for name in ("kind", "key", "name", "type")}, "articles": 0, "meetings": 0})
        moves.extend((ident, entity) for ident in idents)
    if fresh:
        connection.execute(insert(entities), fresh)
    _move(connection, moves)


def _move(connection: Connection, moves: list[tuple[int, int]]) -> None:
    """Gives profiles (id, …) their entities (…, id)."""
    if moves:
        statement = update(profiles).where(profiles.c.id == bindparam("profile_id")).values(entity=bindparam("new_entity"))
        connection.execute(statement, [{"profile_id": profile, "new_entity": entity} for profile, entity in moves])


def _enrich(connection: Connection, counts: Counts, idents: list[int]) -> None:
    """Adds what these profiles have gained to their entities."""
    gained: dict[int, list[int]] = defaultdict(lambda: [0, 0])
    for row in _touched(connection, idents):
        for place, number in enumerate(counts[row["id"]]):
            gained[row["entity"]][place] += number
    changes = [{"entity_id": entity, "more_articles": more[0], "more_meetings": more[1]} for entity, more in gained.items() if any(more)]
    if changes:
        more = {"articles": entities.c.articles + bindparam("more_articles"), "meetings": entities.c.meetings + bindparam("more_meetings")}
        connection.execute(update(entities).where(entities.c.id == bindparam("entity_id")).values(more), changes)


def _connected(blocks: set[Block], ties: Mapping[Block, set[Block]]) -> set[Block]:
    """The blocks, and those that are tied to them."""
    found, open_ends = set(blocks), list(blocks)
    while open_ends:
        fresh = ties.get(open_ends.pop(), set()) - found
        found |= fresh
        open_ends.extend(fresh)
    return found


def _profiles(connection: Connection, blocks: set[Block]) -> list[Any]:
    rows: list[Any] = []
    for kind in ("person", "organization"):
        for keys in chunks(sorted(key for of, key in blocks if of == kind)):
            rows.extend(connection.execute(select(profiles).where(profiles.c.kind == kind, profiles.c.key.in_(keys))).mappings())
    return rows


def _groups(rows: list[Any], judged: Mapping[tuple[str, str], Verdict]) -> list[list[Any]]:
    """The rows of one entity each; most names have one row, and nothing to think about."""
    found = {profile.id: (profile, row) for row in rows for profile in [unpack_profile(row["kind"], row["key"], row["profile"])]}
    owners = {profile.appearance: profile.id for profile, _ in found.values() if profile.appearance}
    applied = [Ruling(owners[a], owners[b], verdict) for (a, b), verdict in judged.items() if a in owners and b in owners]
    return [[found[ident][1] for ident in sorted(group)] for group in cluster((profile for profile, _ in found.values()), applied)]


def _assign(
    connection: Connection, groups: list[list[Any]], ruled: Ruled, hints: Mapping[int, int], before: set[int]
) -> None:
    claims: list[tuple[int, int, int]] = []
    for number, group in enumerate(groups):
        weights: dict[int, int] = defaultdict(int)
        for row in group:
            entity = row["entity"] if row["entity"] is not None else hints.get(row["id"])
            if entity is not None:
                weights[entity] += row["articles"] if row["entity"] is not None else 0
        claims.extend((-weight, entity, number) for entity, weight in weights.items())
    chosen: dict[int, int] = {}
    taken: set[int] = set()
    for _, entity, number in sorted(claims):
        if entity not in taken and number not in chosen:
            chosen[number] = entity
            taken.add(entity)
    fresh = [number for number in range(len(groups)) if number not in chosen]
    if fresh:
        first = take_ids(connection, "entities", len(fresh))
        chosen.update((number, first + position) for position, number in enumerate(fresh))
    said = _said(groups, ruled.names) if ruled.names else {}
    values = {chosen[number]: _entity(chosen[number], group, called_by(said.get(number, ()))) for number, group in enumerate(groups)}
    judged = frozenset(key for pair in ruled.pairs for key in pair)
    for number, group in enumerate(groups):
        if judged and _merged(group, judged):
            values[chosen[number]].update(_counted(connection, group))
    known = _known(connection, values)
    if new := [row for ident, row in values.items() if ident not in known]:
        connection.execute(insert(entities), new)
    if changed := [row for ident, row in values.items() if ident in known and known[ident] != row]:
        columns: dict[str, Any] = {name: bindparam(f"new_{name}") for name in values[changed[0]["id"]] if name != "id"}
        statement = update(entities).where(entities.c.id == bindparam("entity_id")).values(columns)
        connection.execute(statement, [{"entity_id": row["id"], **{f"new_{name}": row[name] for name in columns}} for row in changed])
    _move(
        connection, [(row["id"], chosen[number]) for number, group in enumerate(groups) for row in group if row["entity"] != chosen[number]]
    )
    # Only of entities seen here can nothing be left; an id hinted at may still have profiles under another name.
    for chunk in chunks(sorted((before | set(hints.values())) - set(values))):
        used = select(profiles.c.id).where(profiles.c.entity == entities.c.id).exists()
        connection.execute(delete(entities).where(and_(entities.c.id.in_(chunk), ~used)))


def _merged(group: list[Any], judged: frozenset[str]) -> bool:
    """Whether somebody has judged about one of several: only then two of them can stand in one article."""
    return len(group) > 1 and any(unpack_profile(row["kind"], row["key"], row["profile"]).appearance in judged for row in group)


def _counted(connection: Connection, group: list[Any]) -> dict[str, int]:
    """In how many articles and at how many meetings these are, each counted once."""
    found: dict[str, set[int]] = {"articles": set(), "meetings": set()}
    for chunk in chunks(row["id"] for row in group):
        here = appearances.c.profile.in_(chunk)
        found["articles"].update(connection.execute(select(appearances.c.article).where(here)).scalars())
        attended = appearances.join(attendances).join(meetings, attendances.c.meeting == meetings.c.id)
        told = select(meetings.c.id).select_from(attended).where(here, meetings.c.same_as.is_(None))
        found["meetings"].update(connection.execute(told).scalars())
    return {name: len(idents) for name, idents in found.items()}


def _said(groups: list[list[Any]], names: Mapping[str, tuple[Naming, ...]]) -> dict[int, list[Naming]]:
    """Which group (its place) each of these namings means. All appearances of one are among those given, for the ties between names."""
    owners: dict[str, int] = {}
    for number, group in enumerate(groups):
        for row in group:
            if key := unpack_profile(row["kind"], row["key"], row["profile"]).appearance:
                owners[key] = number
    said: dict[int, list[Naming]] = defaultdict(list)
    for one in {naming for key in owners for naming in names.get(key, ())}:
        said[meant(one, owners)].append(one)
    return said


def meant(one: Naming, owners: Mapping[str, int]) -> int:
    """Whom of the owners of appearances a naming means; one of its appearances must be among theirs."""
    return next(owners[key] for key in one.whom if key in owners)


def _entity(ident: int, group: list[Any], called: Called) -> dict[str, Any]:
    """An entity is called as somebody decided, else as the profile of most articles is; an organisation's type is that profile's. Who is
    there twice in an article (``_merged``) is counted anew."""
    known = [row for row in group if _block(row) == called.lead] or group
    best = min(known, key=lambda row: (-row["articles"], row["name"], row["id"]))
    return {
        "id": ident,
        "kind": best["kind"],
        "key": best["key"],
        "name": called.name or best["name"],
        "type": best["type"],
        "english": called.english,
        "group": called.group,
        "articles": sum(row["articles"] for row in group),
        "meetings": sum(row["meetings"] for row in group),
    }


def called_by(namings: Iterable[Naming]) -> Called:
    """What these make of a name: of each of its parts what was said of it last."""
    called = Called()
    for one in sorted(namings, key=lambda one: one.place):
        left = (alias for alias in called.aliases if alias not in one.without)
        called = Called(
            called.name if one.name is None else one.name or None,
            called.english if one.english is None else one.english or None,
            tuple(dict.fromkeys((*left, *one.aliases))),
            called.group if one.group is None else one.group,
            one.lead or called.lead,
        )
    return called


def _known(connection: Connection, idents: Iterable[int]) -> dict[int, dict[str, Any]]:
    rows: dict[int, dict[str, Any]] = {}
    for chunk in chunks(sorted(idents)):
        found = connection.execute(select(entities).where(entities.c.id.in_(chunk))).mappings()
        rows.update((int(row["id"]), dict(row)) for row in found)
    return rows


def bump(connection: Connection) -> None:
    """Marks a change: what others computed from the store is out of date."""
    take_ids(connection, "revision", 1)


def revision(connection: Connection) -> int:
    """The number of changes so far."""
    return int(connection.execute(select(func.coalesce(func.max(counters.c.value), 0)).where(counters.c.name == "revision")).scalar_one())
