"""Words of the data files that several parts of the reading ask for, each set made once."""

from __future__ import annotations

from functools import cache

from graphing.lexicon import listed, table


@cache
def surnames() -> frozenset[str]:
    """Korean surnames of one or two syllables."""
    return frozenset(row["surname"] for row in table("surnames"))


@cache
def japanese_surnames() -> frozenset[str]:
    """Japanese family names of two syllables and more, which stand before the given name with a blank."""
    rows = (row for row in table("foreign_names") if row["part"] == "last" and row["language"] == "japanese")
    return frozenset(name for row in rows for name in listed(row["names"]) if len(name) > 1)


@cache
def districts() -> frozenset[str]:
    """Cities, counties and districts of Korea: 신안군."""
    return frozenset(word for row in table("no_people") if row["kind"] == "place" for word in listed(row["words"]))


@cache
def places_in_english() -> frozenset[str]:
    """The English names of listed places; none of them names a body by itself."""
    return frozenset(row["english"] for row in table("places") if row["english"])
