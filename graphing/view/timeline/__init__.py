"""The timeline on the page, with the list of meetings under it: both drawn by one component, from one payload."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd
import streamlit as st

from graphing.labels import place_label
from graphing.view import names
from graphing.view.component import columns, packed, source
from graphing.view.reasons import certainty_text
from graphing.view.session import Key, Language
from graphing.view.words import word

FIELDS = (
    "id", "first", "last", "precision", "status", "who", "everyone", "date", "detail", "place", "topic", "outlet", "certainty",
    "people", "sides",
)  # fmt: skip
WORDS = (
    "timeline", "meetings", "undated", "more", "held", "planned", "cancelled", "dates", "from", "until", "today",
    "play", "pause", "lanes", "lanes_none", "lanes_person", "lanes_company", "rest", "histogram", "date_form",
    "date_wrong", "date_reversed", "timeline_span", "stretch_empty",
)  # fmt: skip

SCRIPTS = ("axis.js", "dates.js", "places.js", "lanes.js", "marks.js", "overview.js", "play.js", "timeline.js", "list.js")

_component = st.components.v2.component(
    "hoedong_timeline",
    html=source("graphing.view.timeline", "timeline.html"),
    css=source("graphing.view.timeline", "timeline.css") + "\n" + source("graphing.view", "tip.css"),
    js=source("graphing.view", "page.js", "tip.js") + "\n" + source("graphing.view.timeline", *SCRIPTS),
)


def show(payload: bytes, brushed: Callable[[], None], seen: Callable[[], None]) -> None:
    """Draw a payload. A brush calls ``brushed`` ([first, last] or [] as ``range``), another stretch or other lanes ``seen``
    ({window, lanes} as ``sight``). A click goes to ``component.control``."""
    _component(key=Key.TIMELINE, data=payload, on_range_change=brushed, on_sight_change=seen)


def payload(
    frame: pd.DataFrame, labels: Mapping[int, str], homes: Mapping[int, tuple[int, ...]], groups: Mapping[int, str], language: Language
) -> bytes:
    """All that the component draws of a frame of meetings (``graphing.timeline.meetings``); ``labels`` names every entity, ``homes`` says
    where people have posts, ``groups`` names the business group of each organisation that has one."""
    entries = [_entry(row, labels, language) for row in frame.to_dict("records")]
    people = sorted({one for entry in entries for one in entry["people"]})
    held = {str(person): homes[person] for person in people if homes.get(person)}
    named = {*people, *(one for entry in entries for one in entry["sides"]), *(body for bodies in held.values() for body in bodies)}
    said = {key: word(key, language) for key in WORDS}
    renamed = {"all": "all_dates", "closer": "time_closer", "farther": "time_farther"}
    said |= {name: word(key, language) for name, key in renamed.items()}
    called = {str(one): labels[one] for one in sorted(named)}
    grouped = {str(body): group for body, group in groups.items()}
    return packed({
        "entries": columns(entries, FIELDS), "names": called, "homes": held, "groups": grouped, "words": said, "language": language,
    })  # fmt: skip


def attended(row: Mapping[str, Any], labels: Mapping[int, str], language: Language) -> list[str]:
    """Who was there, in words: the people, then the sides whose people are unnamed."""
    return [labels[entity] for entity in row["people"]] + [word("side", language, name=labels[entity]) for entity in row["organizations"]]


def _entry(row: Mapping[str, Any], labels: Mapping[int, str], language: Language) -> dict[str, Any]:
    there = attended(row, labels, language)
    known = not pd.isna(row["first"])
    date = names.when(row["first"].date() if known else None, row["precision"] if known else None, language)
    outlets = names.listed(row["outlets"], language)
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
