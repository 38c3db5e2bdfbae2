"""Records of other tools under our own names: body, source, date, link … mean what they mean as columns of tables (lexicon: table_columns).

So are read what news APIs, crawlers and trafilatura write, and what schema.org says of an article.
"""

from __future__ import annotations

from typing import Any

from graphing.articles.readers.days import counted, day_of, is_no_day
from graphing.articles.readers.tables import field_of

OWN = frozenset(("id", "text", "published", "title", "outlet", "url", "author"))
WORDS = frozenset(("text", "title", "outlet", "url", "author"))
NOTHING: tuple[object, ...] = (None, "", [], {})
# As many characters of what is no day are shown.
SHOWN = 40


def renamed(record: dict[str, Any]) -> tuple[dict[str, Any], list[str], str | None]:
    """The record under our own names; the fields that are not read; what is told in place of a day and leaves in doubt which (else None).

    What stands under our own name counts; else the first field of another name that tells something. A summary is the text of a record
    that has no other.
    """
    own = {name: value for name, value in record.items() if name in OWN}
    for name in WORDS - {"text"}:
        if isinstance(own.get(name), dict | list):
            own.update(_told_as(name, own[name]))
    others = sorted((name for name in record if name not in OWN and record[name] not in NOTHING), key=_late)
    read, doubtful = set(OWN), None
    for name in others:
        field = "text" if _late(name) else field_of(name) or ""
        if field == "published" and own.get("published") in NOTHING and _day(record[name]) is None and not is_no_day(record[name]):
            doubtful = doubtful or str(record[name])[:SHOWN]
        for key, value in _told_as(field, record[name]).items():
            if own.get(key) in NOTHING:
                own[key] = value
                read.add(name)
    return own, [name for name in record if name not in read], None if own.get("published") else doubtful


def _late(name: str) -> bool:
    return field_of(name) == "summary"


def _told_as(field: str, value: object) -> dict[str, object]:
    """What the value of a field tells, under our own names; nothing where it tells nothing."""
    if field == "published":
        return {field: day} if (day := _day(value)) else {}
    if field == "id":
        return {field: value} if isinstance(value, str | int) and not isinstance(value, bool) else {}
    # An outlet or author can be an object with a name, and authors a list.
    names = [one.get("name") if isinstance(one, dict) else one for one in (value if isinstance(value, list) else [value])]
    words = ", ".join(one.strip() for one in names if isinstance(one, str) and one.strip())
    # trafilatura calls the address of an article its source.
    if field == "outlet" and words.lower().startswith(("https://", "http://")):
        field = "url"
    return {field: words} if words and field in WORDS else {}


def _day(value: object) -> object:
    """A day as text, or the number that can only be a count of seconds or milliseconds, as it is; None where neither is told."""
    if counted(value):
        return value
    day = day_of(value) if isinstance(value, str | int) and not isinstance(value, bool) else None
    return day.isoformat() if day else None
