"""Which stored article an incoming one is, where the same text comes a second time and only one of the two names its outlet or its date.

Each function works within the caller's transaction.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from graphing.articles import likeness
from graphing.decisions import Decision
from graphing.decisions.addressing import computed
from graphing.errors import ConflictError
from graphing.model import Extraction
from graphing.store import deciding, packing, reading
from graphing.store.grouping import chunks
from graphing.store.packing import Packed
from graphing.store.schema import articles, bands, texts


class Known(NamedTuple):
    """An article of a text: stored under ``id``, or come in just before (0, with its reading)."""

    id: int
    digest: str
    outlet: str | None
    published: date | None
    read: Extraction | None = None


def identified(connection: Connection, packed: Iterable[Packed]) -> list[Packed]:
    """The incoming articles, each under the identity by which its text is known already in its outlet, or where one of the two tells none.

    Of two that are one the outlet stays known, and with it the date.
    """
    given = list(packed)
    stored = reading.stored(connection, (one.digest for one in given))
    before: dict[str, list[Known]] = defaultdict(list)
    told = _told(connection, [one.text["text"] for one in given if one.digest not in stored])
    found: list[Packed] = []
    for one in given:
        bare = computed(one.text["text"], None)
        row = stored.get(one.digest)
        same = Known(row["id"], one.digest, row["outlet"], row["published"]) if row else None
        known = same or _same(one, before[bare]) or _same(one, told.get(bare, []))
        made = one if known is None else _completed(connection, one, known)
        before[bare].append(Known(0, made.digest, made.article["outlet"], made.article["published"], made.extraction))
        found.append(made)
    return found


def check_twins(connection: Connection, made: Iterable[Decision]) -> None:
    """Raises ConflictError where an article is now said to be of an outlet of which the same text is stored already."""
    changed = (digest for one in made if one.what in {"article", "undo"} for digest in one.articles())
    for digest, row in reading.stored(connection, changed).items():
        if row["outlet"] is None:
            continue
        text = connection.execute(select(texts.c.text).where(texts.c.article == row["id"])).scalar_one()
        told = _told(connection, [text]).get(computed(text, None), [])
        twins = (one for one in told if one.outlet == row["outlet"] and one.digest != digest)
        for _ in twins:
            raise ConflictError(
                "another stored article from {outlet} has exactly the same text: remove one of the two, or name another outlet",
                outlet=row["outlet"],
            )


def _same(one: Packed, known: list[Known]) -> Known | None:
    outlet = one.article["outlet"]
    alike = [other for other in known if other.outlet == outlet] or [other for other in known if outlet is None or other.outlet is None]
    return alike[0] if alike else None


def _told(connection: Connection, sought: Iterable[str]) -> dict[str, list[Known]]:
    """Text without outlet (``computed``) → the stored articles of it, blanks aside, by id; asked for many texts at once."""
    banded: set[str] = set()
    lengths: set[int] = set()
    for text in sought:
        if names := likeness.bands(text):
            banded.add(names[0])
        else:  # so short that it has none
            lengths.add(len(text))
    columns = (articles.c.id, articles.c.digest, articles.c.outlet, articles.c.published, texts.c.text)
    asked = select(*columns).join(texts)
    by_band = asked.join(bands, bands.c.article == articles.c.id)
    wanted = [by_band.where(bands.c.band.in_(chunk)) for chunk in chunks(sorted(banded))]
    wanted += [asked.where(articles.c.characters.in_(chunk)) for chunk in chunks(sorted(lengths))]
    found: dict[str, dict[int, Known]] = defaultdict(dict)
    for statement in wanted:
        for row in connection.execute(statement):
            found[computed(row.text, None)].setdefault(row.id, Known(*row[:4]))
    return {bare: [known for _, known in sorted(rows.items())] for bare, rows in found.items()}


def _completed(connection: Connection, one: Packed, known: Known) -> Packed:
    """An incoming article as the known one that it is."""
    article = one.extraction.article
    outlet = article.outlet or known.outlet
    if known.published and not article.published and outlet and not known.outlet:
        # It tells the outlet, but its relative dates are unresolved: what was read by the date stays.
        whole = known.read or deciding.read(connection, known.id)
        return packing.pack(replace(whole, article=replace(whole.article, outlet=outlet, identity=known.digest)))
    if outlet == article.outlet and one.digest == known.digest:
        return one
    return packing.pack(replace(one.extraction, article=replace(article, outlet=outlet, identity=known.digest)))


def completes(one: Packed, row: Mapping[str, Any]) -> bool:
    """Whether an article tells an outlet where the stored one has none."""
    return bool(one.article["outlet"]) and not row["outlet"]
