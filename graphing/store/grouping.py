"""Which entity each profile belongs to: ``resolve.cluster`` run again for the names that a change touched, and only for them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from sqlalchemy import Connection, and_, bindparam, delete, func, insert, select, update

from graphing.model import MentionKind
from graphing.resolve import Ruling, Verdict, cluster
from graphing.store.packing import block_of, unpack_profile
from graphing.store.schema import counters, entities, judgements, profiles

Block = tuple[MentionKind, str]
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


def rulings(connection: Connection) -> dict[tuple[str, str], Verdict]:
    """What counts of all that was judged: of each pair of appearances the latest. People judge thousands of pairs, not millions."""
    rows = connection.execute(select(judgements.c.a, judgements.c.b, judgements.c.value).order_by(judgements.c.id))
    return {(a, b): value for a, b, value in rows}


def regroup(connection: Connection, blocks: set[Block], judged: Mapping[tuple[str, str], Verdict], hints: Mapping[int, int]) -> None:
    """Gives every profile of these names its entity again, and forgets profiles and entities that nothing is left of.

    An entity keeps its id with the group that holds most of its articles. ``hints`` (profile id → entity id) tell what a new profile
    was called before its article was read again.
    """
    connected = _connected(blocks, judged)
    rows = _profiles(connection, connected)
    if gone := [row["id"] for row in rows if row["articles"] == 0]:
        for chunk in chunks(gone):
            connection.execute(delete(profiles).where(profiles.c.id.in_(chunk)))
    left = [row for row in rows if row["articles"] > 0]
    groups = _groups(left, judged)
    _assign(connection, groups, hints, {row["entity"] for row in rows if row["entity"] is not None})


def _connected(blocks: set[Block], judged: Mapping[tuple[str, str], Verdict]) -> set[Block]:
    """The blocks, and those that judgements of sameness tie to them."""
    ties: dict[Block, set[Block]] = defaultdict(set)
    for (a, b), verdict in judged.items():
        if verdict == "same" and (one := block_of(a)) != (other := block_of(b)):
            ties[one].add(other)
            ties[other].add(one)
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


def _assign(connection: Connection, groups: list[list[Any]], hints: Mapping[int, int], before: set[int]) -> None:
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
    values = {chosen[number]: _entity(chosen[number], group) for number, group in enumerate(groups)}
    known = _known(connection, values)
    if new := [row for ident, row in values.items() if ident not in known]:
        connection.execute(insert(entities), new)
    if changed := [row for ident, row in values.items() if ident in known and known[ident] != row]:
        columns: dict[str, Any] = {name: bindparam(f"new_{name}") for name in values[changed[0]["id"]] if name != "id"}
        statement = update(entities).where(entities.c.id == bindparam("entity_id")).values(columns)
        connection.execute(statement, [{"entity_id": row["id"], **{f"new_{name}": row[name] for name in columns}} for row in changed])
    moved = [(row["id"], chosen[number]) for number, group in enumerate(groups) for row in group if row["entity"] != chosen[number]]
    if moved:
        statement = update(profiles).where(profiles.c.id == bindparam("profile_id")).values(entity=bindparam("new_entity"))
        connection.execute(statement, [{"profile_id": profile, "new_entity": entity} for profile, entity in moved])
    # Only of entities seen here can nothing be left; an id hinted at may still have profiles under another name.
    for chunk in chunks(sorted((before | set(hints.values())) - set(values))):
        used = select(profiles.c.id).where(profiles.c.entity == entities.c.id).exists()
        connection.execute(delete(entities).where(and_(entities.c.id.in_(chunk), ~used)))


def _entity(ident: int, group: list[Any]) -> dict[str, Any]:
    """An entity is called as the profile of most articles is; an organisation's type is that profile's too."""
    best = min(group, key=lambda row: (-row["articles"], row["name"], row["id"]))
    return {
        "id": ident,
        "kind": best["kind"],
        "key": best["key"],
        "name": best["name"],
        "type": best["type"],
        "articles": sum(row["articles"] for row in group),
        "meetings": sum(row["meetings"] for row in group),
    }


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
