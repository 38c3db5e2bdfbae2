"""A table that sorts and searches by itself. The rows of meetings are what the timeline was sent, those of other tables come with it.

Of a long one a page of rows comes, and Python is asked for another order, search or more rows (``graphing.view.tables``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Literal

import streamlit as st

from graphing.view.component import columns, packed, source
from graphing.view.session import Key, Language
from graphing.view.words import word

What = Literal["meetings", "people", "organizations", "links"]
COLUMNS: dict[What, tuple[str, ...]] = {
    "meetings": ("date", "participants", "status", "place", "topic", "outlet", "certainty"),
    "people": ("name", "posts", "number", "status", "articles"),
    "organizations": ("name", "kind", "number", "status", "articles"),
    "links": ("name", "with", "kind", "number", "post_or_status", "date"),
}
# What a row opens.
OPENS = {"meetings": "meeting", "people": "person", "organizations": "organization", "links": "edge"}
# Of rows that come with their table, beside what is shown: by what the row is chosen, and its first and last day.
HIDDEN = ("id", "first", "last")
NONE: Mapping[str, str] = {}
WORDS = ("held", "planned", "cancelled", "more", "nothing", "table_filter")

_component = st.components.v2.component(
    "hoedong_sheet",
    html=source("graphing.view.sheet", "sheet.html"),
    css=source("graphing.view.sheet", "sheet.css"),
    js=source("graphing.view", "page.js") + "\n" + source("graphing.view.sheet", "sheet.js"),
)


def show(payload: bytes, arranged: Callable[[], None], more: Callable[[], None]) -> None:
    """Draw a table. Another order or search calls ``arranged`` ({order, find} as ``arranged``), a wish for more rows of a long one
    ``more``; a click goes to ``component.control``."""
    _component(key=Key.SHEET, data=payload, on_arranged_change=arranged, on_more_change=more)


def payload(
    what: What, rows: Iterable[Mapping[str, Any]] | None, language: Language, total: int | None = None, papers: Mapping[str, str] = NONE,
    shown: Sequence[str] = (),
) -> bytes:  # fmt: skip
    """All that the component draws; ``rows`` is None where the timeline has them, ``total`` tells how many there are of which ``rows`` are
    the first, sorted and found already; ``papers`` what outlets call themselves (``names.originals``); ``shown`` the columns, where they
    are not those that the table always has."""
    shown = shown or COLUMNS[what]
    words = {key: word(key, language) for key in dict.fromkeys((*WORDS, *shown, what))}
    counted = "table_count" if what == "meetings" else f"count_{what}"
    words |= {"count": word(counted, language, n="{n}"), "count_one": word(counted, language, n=1)}
    sent = None if rows is None else columns(rows, (*HIDDEN, *shown) if what in {"links", "meetings"} else ("id", *shown))
    told = {"what": what, "opens": OPENS[what], "columns": shown, "rows": sent, "total": total, "words": words}
    return packed({**told, "language": language, "papers": papers})
