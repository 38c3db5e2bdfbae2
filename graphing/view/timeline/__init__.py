"""The timeline on the page, with the list of meetings under it: both drawn by one component, from one payload."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from graphing.labels import place_label
from graphing.store import MeetingRow
from graphing.timeline import Part
from graphing.view import names
from graphing.view.component import columns, packed, source
from graphing.view.reasons import certainty_text
from graphing.view.session import Key, Language
from graphing.view.words import word

BINS = 72  # of the histogram (overview.js)
FIELDS = (
    "id", "first", "last", "precision", "status", "who", "everyone", "date", "detail", "place", "topic", "outlet", "certainty",
    "people", "sides",
)  # fmt: skip
WORDS = (
    "timeline", "meetings", "undated", "more", "held", "planned", "cancelled", "dates", "from", "until", "today",
    "play", "pause", "lanes", "lanes_none", "lanes_person", "lanes_company", "rest", "histogram", "date_form",
    "date_wrong", "date_reversed", "timeline_span", "stretch_empty", "timeline_empty", "more_left", "nothing", "clear",
    "around_listed",
)  # fmt: skip

SCRIPTS = (
    "ticks.js", "axis.js", "dates.js", "places.js", "beside.js", "lanes.js", "marks.js", "sheet.js", "overview.js", "play.js",
    "keys.js", "aim.js", "timeline.js", "list.js",
)  # fmt: skip

_component = st.components.v2.component(
    "hoedong_timeline",
    html=source("graphing.view.timeline", "timeline.html"),
    css=source("graphing.view.timeline", "timeline.css") + "\n" + source("graphing.view", "tip.css", "nothing.css"),
    js=source("graphing.view", "page.js", "tip.js", "nothing.js") + "\n" + source("graphing.view.timeline", *SCRIPTS),
)


def show(payload: bytes, brushed: Callable[[], None], seen: Callable[[], None], more: Callable[[], None]) -> None:
    """Draw a payload. A brush calls ``brushed`` ([first, last] or [] as ``range``), another stretch or other lanes ``seen``
    ({window, lanes} as ``sight``), a wish for more of a crowd's meetings ``more``. A click goes to ``component.control``."""
    _component(key=Key.TIMELINE, data=payload, on_range_change=brushed, on_sight_change=seen, on_more_change=more)


@dataclass(frozen=True, slots=True)
class Whole:
    """What of many meetings is told where only a part is shown: ``days`` (the first and last, in days since 1970-01-01), ``counts`` for the
    histogram, which are ``marked`` and which ``listed`` (ids), how many are ``left``, and whether any is ``undated``."""

    days: tuple[int, int]
    counts: tuple[int, ...]
    marked: frozenset[int]
    listed: frozenset[int]
    left: int
    undated: bool

    @classmethod
    def of(cls, meetings: Sequence[MeetingRow], some: Part) -> Whole | None:
        """What is told of all ``meetings``, of which ``some`` are shown; None where none is dated: those need no time."""
        starts = [names.days(row.first) for row in meetings if row.first]
        if not starts:
            return None
        first, last = min(starts), max(names.days(row.last) for row in meetings if row.last)
        # As the browser does it (timeline.js, overview.js): a margin at both ends.
        margin = max(10.0, (last - first) * 0.05)
        begin, wide = first - margin, last + 1 - first + 2 * margin
        counted = Counter(min(BINS - 1, int((start - begin) / wide * BINS)) for start in starts)
        counts = tuple(counted[at] for at in range(BINS))
        return cls((first, last), counts, some.marked, some.listed, some.left, len(starts) < len(meetings))


def payload(
    frame: pd.DataFrame, labels: Mapping[int, str], homes: Mapping[int, tuple[int, ...]], groups: Mapping[int, str], language: Language,
    whole: Whole | None = None,
) -> bytes:  # fmt: skip
    """All that the component draws of a frame of meetings (``graphing.timeline.meetings``); ``labels`` names every entity, ``homes`` says
    where people have posts, ``groups`` names the business group of each organisation that has one. ``whole`` tells of the meetings that
    the frame is a part of."""
    entries = [_entry(row, labels, language) for row in frame.to_dict("records")]
    people = sorted({one for entry in entries for one in entry["people"]})
    held = {str(person): homes[person] for person in people if homes.get(person)}
    named = {*people, *(one for entry in entries for one in entry["sides"]), *(body for bodies in held.values() for body in bodies)}
    said = {key: word(key, language, n="{n}") if key == "more_left" else word(key, language) for key in WORDS}
    renamed = {"all": "all_dates", "closer": "time_closer", "farther": "time_farther"}
    said |= {name: word(key, language) for name, key in renamed.items()}
    called = {str(one): labels[one] for one in sorted(named)}
    grouped = {str(body): group for body, group in groups.items()}
    told = whole and {
        "days": whole.days, "counts": whole.counts, "left": whole.left, "undated": whole.undated,
        "marked": [int(entry["id"]) in whole.marked for entry in entries],
        "listed": [int(entry["id"]) in whole.listed for entry in entries],
    }  # fmt: skip
    return packed({
        "whole": told, "entries": columns(entries, FIELDS), "names": called, "homes": held, "groups": grouped, "words": said,
        "language": language, "papers": names.originals({one for outlets in frame["outlets"] for one in outlets}, language),
    })  # fmt: skip


def attended(row: Mapping[str, Any], labels: Mapping[int, str], language: Language) -> list[str]:
    """Who was there, in words: the people, then the sides whose people are unnamed."""
    return [labels[entity] for entity in row["people"]] + [word("side", language, name=labels[entity]) for entity in row["organizations"]]


def _entry(row: Mapping[str, Any], labels: Mapping[int, str], language: Language) -> dict[str, Any]:
    there = attended(row, labels, language)
    known = not pd.isna(row["first"])
    date = names.when(row["first"].date() if known else None, row["precision"] if known else None, language)
    outlets = names.listed((names.outlet(one, language) for one in row["outlets"]), language)
    place = place_label(row["place"] or "", language)
    detail = " · ".join(part for part in (place, row["topic"], outlets) if part)
    everyone = names.listed(there, language)
    return {
        "id": str(row["id"]),
        "first": names.days(row["first"].date()) if known else None,
        "last": names.days(row["last"].date()) if known else None,
        "precision": row["precision"] if known else None,
        "status": row["status"],
        "who": names.several(there, language),
        "everyone": everyone,
        "date": date,
        "detail": detail,
        "place": place,
        "topic": row["topic"] or "",
        "outlet": outlets,
        "certainty": certainty_text(row["certainty"]),
        "people": sorted(set(row["people"])),
        "sides": sorted(set(row["organizations"])),
    }
