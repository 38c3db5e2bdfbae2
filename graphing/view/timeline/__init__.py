"""The timeline on the page, with the list of meetings under it: both drawn by one component, from one payload."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd
import streamlit as st

from graphing.view import names
from graphing.view.component import columns, packed, source
from graphing.view.session import Key, Language
from graphing.view.words import word

FIELDS = ("id", "first", "last", "precision", "status", "who", "everyone", "date", "detail", "people", "sides")
WORDS = (
    "timeline", "meetings", "undated", "nothing", "more", "held", "planned", "cancelled", "dates", "from", "until",
)  # fmt: skip

_component = st.components.v2.component(
    "hoedong_timeline",
    html=source("graphing.view.timeline", "timeline.html"),
    css=source("graphing.view.timeline", "timeline.css"),
    js=source("graphing.view", "page.js") + "\n" + source("graphing.view.timeline", "axis.js", "timeline.js", "list.js"),
)


def show(payload: bytes, chosen: Callable[[], None], brushed: Callable[[], None]) -> None:
    """Draw a payload. A click calls ``chosen`` ({kind, id} as ``choice``), a brush ``brushed`` ([first, last] or [] as ``range``)."""
    _component(key=Key.TIMELINE, data=payload, on_choice_change=chosen, on_range_change=brushed)


def payload(frame: pd.DataFrame, labels: Mapping[int, str], language: Language) -> bytes:
    """All that the component draws of a frame of meetings (``graphing.timeline.meetings``); ``labels`` names every entity."""
    entries = [_entry(row, labels, language) for row in frame.to_dict("records")]
    said = {key: word(key, language) for key in WORDS}
    renamed = {"all": "all_dates", "closer": "time_closer", "farther": "time_farther"}
    said |= {name: word(key, language) for name, key in renamed.items()}
    return packed({"entries": columns(entries, FIELDS), "words": said})


def attended(row: Mapping[str, Any], labels: Mapping[int, str], language: Language) -> list[str]:
    """Who was there, in words: the people, then the sides whose people are unnamed."""
    return [labels[entity] for entity in row["people"]] + [word("side", language, name=labels[entity]) for entity in row["organizations"]]


def _entry(row: Mapping[str, Any], labels: Mapping[int, str], language: Language) -> dict[str, Any]:
    there = attended(row, labels, language)
    known = not pd.isna(row["first"])
    date = row["date"] or word("undated", language)
    detail = " · ".join(part for part in (row["place"], row["topic"], row["outlet"]) if part)
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
        "people": sorted(set(row["people"])),
        "sides": sorted(set(row["organizations"])),
    }
