"""Decisions in the database, and what they make of the readings they are about. Each function works within the caller's transaction.

The tables of findings hold what stands: the reading as corrected. The reading itself is kept beside it as long as anything stands.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from itertools import product
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, delete, func, insert, or_, select

from graphing.decisions import ENTITY_KINDS, TELLING_KINDS, Curated, Decision, What, apply, by_article, standing, traced
from graphing.decisions.addressing import UNSTORABLE, digest
from graphing.decisions.conflicting import conflict
from graphing.decisions.rows import holds_together, questions, undone, whom, written
from graphing.errors import ConflictError, NotFoundError
from graphing.model import Extraction
from graphing.resolve import Verdict
from graphing.store import packing, reading
from graphing.store.grouping import Called, Naming, Ruled, called_by, chunks, meant, take_ids
from graphing.store.packing import Packed, block_of
from graphing.store.schema import articles, decisions, meetings, readings
from graphing.store.wholes import pack_whole, unpack_whole

# Articles that are read whole at a time.
FEW = 200
# By how many appearances a decision names an entity. It holds as long as one of them is stored, so one is too few; each keeps a profile
# to itself and is told apart from all others whenever its name is grouped, so thousands are too many.
ADDRESSES = 5


@dataclass(frozen=True, slots=True)
class Touched:
    """What must be made anew after decisions: articles (their digests) and names (keys of appearances)."""

    articles: frozenset[str]
    appearances: frozenset[str]


def rows(connection: Connection, article: str | None = None, kinds: Collection[What] | None = None) -> tuple[Decision, ...]:
    """All decisions, of these ``kinds`` or about one article ('': about no single one) where asked, in the order they were made, undone
    ones and undoing ones among them. One that sets a meeting of an article beside another's is about it, too.

    A row that is no decision counts for nothing.
    """
    statement = select(decisions).order_by(decisions.c.id)
    if article is not None:
        statement = statement.where(or_(decisions.c.article == article, _tells(article)) if article else decisions.c.article == "")
    if kinds is not None:
        statement = statement.where(decisions.c.what.in_(kinds))
    return tuple(_made(connection, statement))


def _tells(article: str) -> ColumnElement[bool]:
    """Of a decision: whether it sets a meeting of this article beside another's, or undoes (or brings back) one that does."""
    two = decisions.alias()
    about = select(two.c.about).where(two.c.article == "", two.c.what.in_(TELLING_KINDS), two.c.subject.contains(article, autoescape=True))
    return and_(decisions.c.article == "", decisions.c.what.in_((*TELLING_KINDS, "undo")), decisions.c.about.in_(about))


def keep(connection: Connection, made: Iterable[Decision], seen: int | None) -> tuple[Decision, ...]:
    """Appends the decisions; returns them with their ids and the time.

    ``seen`` is the id of the latest decision that whoever decides knew of (None: they are not asked). Raises ConflictError where a
    later one is about the same thing, NotFoundError where an undo is of none.
    """
    fresh = list(made)
    if seen is not None:
        _check_seen(connection, fresh, seen)
    known = {one.meant()["of"] for one in fresh if one.what == "undo"}
    found = set(connection.execute(select(decisions.c.id).where(decisions.c.id.in_(known))).scalars()) if known else set()
    if known - found:
        raise NotFoundError("there is no decision {decision}: expected the id of one in the list", decision=min(known - found))
    first = take_ids(connection, "decisions", len(fresh)) if fresh else 0
    now = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    numbered = tuple(replace(one, id=first + number, decided=one.decided or now) for number, one in enumerate(fresh))
    if numbered:
        connection.execute(insert(decisions), [asdict(one) for one in numbered])
    return numbered


def _check_seen(connection: Connection, made: Iterable[Decision], seen: int) -> None:
    """Raises ConflictError where a decision later than ``seen`` and one of these would take something from each other."""
    statement = select(decisions).where(decisions.c.id > seen).order_by(decisions.c.id.desc())
    later = list(_made(connection, statement))
    meant = {row.id: _undone(connection, row) for row in later}
    for one, row in product([_undone(connection, one) for one in made], later):
        if conflict(one, meant[row.id]):
            raise ConflictError(
                "{by} has decided about this in the meantime ({when:%Y-%m-%d %H:%M}{why}); look at how it stands now, then decide again",
                by=row.by,
                when=row.moment,
                why=", " + row.why if row.why else "",
            )


def _undone(connection: Connection, one: Decision) -> Decision:
    """The decision itself; of an undo the one that is undone (through undos of undos), or the undo where that is not kept."""
    whole = one
    while whole.what == "undo":
        found = next(_made(connection, select(decisions).where(decisions.c.id == whole.meant()["of"])), None)
        if found is None:
            return one
        whole = found
    return whole


def check_undos(connection: Connection, made: Iterable[Decision]) -> None:
    """Raises ConflictError where one of these undos takes back what somebody has taken back already."""
    wanted = [one.meant()["of"] for one in made if one.what == "undo"]
    gone = undone(rows(connection)) if wanted else {}
    for earlier in (gone[of] for of in wanted if of in gone):
        raise ConflictError(
            "{by} has already done this ({when:%Y-%m-%d %H:%M}); look at how it stands now", by=earlier.by, when=earlier.moment
        )


def latest(connection: Connection) -> int:
    """The id of the latest decision; 0 where there is none."""
    return int(connection.execute(select(func.coalesce(func.max(decisions.c.id), 0))).scalar_one())


def merge(connection: Connection, made: Iterable[Decision]) -> tuple[tuple[Decision, ...], frozenset[int]]:
    """Appends those that are not there yet; undos are led to what they undo. Of an undo whose decision is not among them the id is told.

    They hold by when they were decided, not by when they came.
    """
    known = {_content(one): one.id for one in rows(connection) if one.what != "undo"}
    taken = {(one.meant()["of"], one.by, one.decided) for one in rows(connection) if one.what == "undo"}
    numbers: dict[int, int] = {}
    kept: list[Decision] = []
    loose: set[int] = set()
    for one in sorted(made, key=lambda decision: decision.id):
        fresh = one
        if one.what == "undo":
            of = numbers.get(one.meant()["of"])
            if of is None:
                loose.add(one.id)
                continue
            if (of, one.by, one.decided) in taken:
                continue
            fresh = replace(one, subject=written({"of": of}))
        elif _content(one) in known:
            numbers[one.id] = known[_content(one)]
            continue
        kept.extend(keep(connection, [fresh], None))
        numbers[one.id] = kept[-1].id
    return tuple(kept), frozenset(loose)


def outdated(connection: Connection, made: Iterable[Decision]) -> int:
    """How many of these kept decisions stand but hold no more, for a later one of the others has decided about the same."""
    idents = {one.id for one in made}
    later: set[tuple[str, ...]] = set()
    found = 0
    for one in reversed(standing(rows(connection))):
        if one.id not in idents:
            later |= questions(one)
        elif questions(one) & later:
            found += 1
    return found


def _content(one: Decision) -> Decision:
    return replace(one, id=0)


def touched(connection: Connection, made: Iterable[Decision]) -> Touched:
    """What decisions change: of an undo, what the undone one is about (through undos of undos)."""
    about: set[str] = set()
    keys: set[str] = set()
    for one in made:
        whole = _undone(connection, one)
        # Of one text in two outlets the store itself says whether they tell one meeting.
        about.update(whole.articles())
        if whole.what in ENTITY_KINDS:
            keys.update(keys_of(whole))
    return Touched(frozenset(about), frozenset(keys))


def keys_of(one: Decision) -> list[str]:
    """The appearances that a decision is about; none for one about an article, or for an undo."""
    return whom(one) if one.what in ENTITY_KINDS else []


def ruled(connection: Connection) -> Ruled:
    """What stands about entities. People judge thousands of pairs, not millions."""
    pairs: dict[tuple[str, str], Verdict] = {}
    names: dict[str, tuple[Naming, ...]] = {}
    for place, one in enumerate(standing(rows(connection, ""))):
        subject = one.meant()
        if one.what in {"name", "group"}:
            naming = _naming(place, one)
            names.update((key, (*names.get(key, ()), naming)) for key in naming.whom)
        elif one.what in {"same", "different", "unsure"}:
            for a, b in product(subject["a"], subject["b"]):
                pairs[min(a, b), max(a, b)] = one.what
            if lead := one.told():
                naming = Naming(place, tuple(dict.fromkeys((lead, *whom(one)))), lead=block_of(lead))
                names.update((key, (*names.get(key, ()), naming)) for key in naming.whom)
    return Ruled(pairs, names)


def _naming(place: int, one: Decision) -> Naming:
    keys, value = tuple(whom(one)), one.told()
    if one.what == "group":
        return Naming(place, keys, group=value or "")
    # Earlier releases had no way to take an alias away.
    return Naming(place, keys, value["name"], value["english"], tuple(value["aliases"]), tuple(value.get("without", ())))


def called(connection: Connection, ident: int) -> Called:
    """How somebody decided that an entity is called. Raises NotFoundError."""
    names = ruled(connection).names
    said = {naming for one in reading.appearance_rows(connection, ident) for naming in names.get(one.key, ())}
    owners: dict[str, int] = {}
    for chunk in chunks(sorted({key.split("/", 1)[0] for naming in said for key in naming.whom})):
        owners.update(reading.owners(connection, chunk))
    return called_by(naming for naming in said if meant(naming, owners) == ident)


def addresses(connection: Connection, ident: int) -> tuple[str, ...]:
    """The appearances (keys) by which a decision about an entity names it, the likeliest to be its own first. Raises NotFoundError.

    The earliest, so that decisions about it are known to be about the same thing; those named before, so that all that was said can be
    taken back; and up to ADDRESSES of other articles, spread over all, because those that came together are also removed together.
    """
    one_each: dict[int, str] = {}
    seen = reading.appearance_rows(connection, ident)
    for one in seen:
        one_each.setdefault(one.article, one.key)
    keys, names = list(one_each.values()), ruled(connection).names
    named = (one.key for one in seen if any(naming.lead is None for naming in names.get(one.key, ())))
    chosen = dict.fromkeys((keys[0], *named))
    for number in range(ADDRESSES):
        if len(chosen) < ADDRESSES:
            chosen.setdefault(keys[number * (len(keys) - 1) // (ADDRESSES - 1)])
    return tuple(chosen)


def paired(connection: Connection) -> tuple[tuple[int, int, bool], ...]:
    """Meetings of which somebody has decided that they are one encounter (True) or two, in the order of the decisions.

    A meeting that a copy tells again stands as the one it copies; what is said of a meeting that is gone counts for nothing.
    """
    found = _told_of(connection)
    first = reading.first_told(connection, (article for a, b, _ in found for article, _ in (a, b)))
    pairs = ((first[a], first[b], one) for (_, a), (_, b), one in found)
    return tuple((a, b, one) for a, b, one in pairs if a != b)


def parted(connection: Connection, copies: Collection[int]) -> frozenset[tuple[int, int]]:
    """Pairs of meetings (lower id first) that these articles tell and somebody has decided to be two, though the text is one."""
    last = {(min(a, b), max(a, b)): one for (_, a), (_, b), one in _told_of(connection, copies)}
    return frozenset(pair for pair, one in last.items() if not one)


def _told_of(connection: Connection, among: Collection[int] | None = None) -> list[tuple[tuple[int, int], tuple[int, int], bool]]:
    """(article, its meeting) of both sides of what stands about tellings, and whether they are one; ``among`` articles (None: all)."""
    made = [one for one in standing(rows(connection, "")) if one.what in TELLING_KINDS]
    if not made:
        return []
    sides = [(a, b, one.what == "together") for one in made for a, b in product(one.meant()["a"], one.meant()["b"])]
    stored = reading.stored(connection, (side["article"] for *pair, _ in sides for side in pair))
    idents = {digest: int(row["id"]) for digest, row in stored.items() if among is None or row["id"] in among}
    asked = [(a, b, one) for a, b, one in sides if a["article"] in idents and b["article"] in idents]
    known = curated_many(connection, {idents[side["article"]] for *pair, _ in asked for side in pair})

    def meeting(side: dict[str, Any]) -> tuple[int, int] | None:
        found, told = known[article := idents[side["article"]]]
        place = traced(side["meeting"], found)
        ident = told[place] if place is not None else None
        return None if ident is None else (article, ident)

    found = ((meeting(a), meeting(b), one) for a, b, one in asked)
    return [(a, b, one) for a, b, one in found if a is not None and b is not None]


def settled(connection: Connection) -> frozenset[tuple[int, int]]:
    """Pairs of entities (lower id first) that somebody has decided to be two, or to be left open."""
    pairs = {pair for pair, verdict in ruled(connection).pairs.items() if verdict != "same"}
    owners: dict[str, int] = {}
    for chunk in chunks(sorted({key.split("/", 1)[0] for pair in pairs for key in pair})):
        owners.update(reading.owners(connection, chunk))
    found = {(owners[a], owners[b]) for a, b in pairs if a in owners and b in owners}
    return frozenset((min(pair), max(pair)) for pair in found if pair[0] != pair[1])


def curate(connection: Connection, packed: list[Packed]) -> dict[str, Packed]:
    """What stands of those of these readings about which something was decided, by digest."""
    about = _about(connection, (one.digest for one in packed))
    return {
        one.digest: _corrected(one, apply(_storable(one.extraction), made))
        for one in packed
        # Of a head that was corrected and is no more the decisions still tell what it was before.
        if standing(made := about.get(one.digest, [])) or any(decision.what == "article" for decision in made)
    }


def keep_readings(connection: Connection, packed: list[Packed], idents: Mapping[str, int], corrected: Collection[str]) -> None:
    """Keeps the readings of which something else was made (their digests), beside it; those of the others are not needed."""
    for chunk in chunks(idents[one.digest] for one in packed):
        connection.execute(delete(readings).where(readings.c.article.in_(chunk)))
    kept = [{"article": idents[one.digest], "reading": pack_whole(_storable(one.extraction))} for one in packed if one.digest in corrected]
    if kept:
        connection.execute(insert(readings), kept)


def _corrected(read: Packed, curated: Curated) -> Packed:
    packed = packing.pack(curated.extraction)
    packed.fingerprint = read.fingerprint
    kept = [trace for trace in curated.traces if trace.now is not None]
    for (row, _), trace in zip(packed.meetings, kept, strict=True):
        row["decided"] = trace.decisions[-1].id if trace.decisions else None
    return packed


def _storable(extraction: Extraction) -> Extraction:
    """The extraction over the text as the database gives it back."""
    article = extraction.article
    text = article.text.translate(UNSTORABLE)
    return extraction if text == article.text else replace(extraction, article=replace(article, text=text))


def read(connection: Connection, ident: int) -> Extraction:
    """What the machine read of an article, whatever was decided about it since. Raises NotFoundError."""
    kept = connection.execute(select(readings.c.reading).where(readings.c.article == ident)).scalar()
    if kept is None:
        return reading.extraction(connection, ident)
    return unpack_whole(reading.article(connection, ident), kept)


def read_many(connection: Connection, after: int, limit: int) -> list[tuple[int, Extraction]]:
    """(id, what the machine read) of the articles behind the id ``after``, at most ``limit``."""
    return _read(connection, articles.c.id > after, limit)


def _read(connection: Connection, chosen: ColumnElement[bool], limit: int) -> list[tuple[int, Extraction]]:
    found = reading.extractions(connection, chosen, limit)
    statement = select(readings.c.article, readings.c.reading).where(readings.c.article.in_([ident for ident, _ in found]))
    kept = {ident: whole for ident, whole in connection.execute(statement)}  # noqa: C416
    return [(ident, unpack_whole(one.article, kept[ident]) if ident in kept else one) for ident, one in found]


def curated(connection: Connection, ident: int) -> tuple[Curated, tuple[int | None, ...]]:
    """An article's reading with what was decided about it, and beside each trace the id of its meeting (None where rejected)."""
    if not (found := curated_many(connection, [ident])):
        reading.article(connection, ident)  # tells that there is none
    return found[ident]


def curated_many(connection: Connection, idents: Iterable[int]) -> dict[int, tuple[Curated, tuple[int | None, ...]]]:
    """``curated`` of each of these articles that is stored."""
    found: dict[int, tuple[Curated, tuple[int | None, ...]]] = {}
    for chunk in chunks(sorted(set(idents)), FEW):
        told = select(meetings.c.article, meetings.c.id).where(meetings.c.article.in_(chunk))
        ids = reading.grouped(connection, told.order_by(meetings.c.ordinal, meetings.c.id))
        whole = _read(connection, articles.c.id.in_(chunk), FEW)
        about = _about(connection, (digest(one.article) for _, one in whole))
        for ident, one in whole:
            applied = apply(one, about.get(digest(one.article), ()))
            its = iter(row["id"] for row in ids[ident])
            found[ident] = applied, tuple(None if trace.now is None else next(its, None) for trace in applied.traces)
    return found


def _about(connection: Connection, digests: Iterable[str]) -> dict[str, list[Decision]]:
    """All decisions about these articles, by digest, in the order they were made."""
    made: list[Decision] = []
    for chunk in chunks(digests):
        found = select(decisions).where(decisions.c.article.in_(chunk)).order_by(decisions.c.id)
        made.extend(_made(connection, found))
    return by_article(made)


def check_appearances(connection: Connection, keys: Iterable[str]) -> None:
    """Raises NotFoundError where a key names no appearance that is stored."""
    wanted = set(keys)
    found = reading.stored(connection, (key.split("/", 1)[0] for key in wanted)).values()
    stored = {key for row in found for key in packing.pack(reading.extraction(connection, row["id"])).appearance_keys()}
    for key in sorted(wanted - stored):
        raise NotFoundError("there is no stored appearance {key!r}: expected a key from Store.appearances", key=key)


def _made(connection: Connection, statement: Select[Any]) -> Iterator[Decision]:
    """The decisions of these rows; an import of an earlier release may have left some that are none."""
    return filter(holds_together, map(_decision, connection.execute(statement).mappings()))


def _decision(row: Any) -> Decision:
    return Decision(**{name: row[name] for name in Decision.__slots__})
