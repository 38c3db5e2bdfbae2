"""The meetings as a table that sorts and searches by itself; its rows are what the timeline was sent."""

from __future__ import annotations

import streamlit as st

from graphing.view.component import source
from graphing.view.session import Key, Language
from graphing.view.words import word

COLUMNS = ("date", "participants", "status", "place", "topic", "outlet", "certainty")
WORDS = (*COLUMNS, "held", "planned", "cancelled", "meetings", "more", "nothing", "table_filter")

_component = st.components.v2.component(
    "hoedong_sheet",
    html=source("graphing.view.sheet", "sheet.html"),
    css=source("graphing.view.sheet", "sheet.css"),
    js=source("graphing.view", "page.js") + "\n" + source("graphing.view.sheet", "sheet.js"),
)


def show(language: Language) -> None:
    """Draw the table. A click on a row goes to ``component.control``."""
    words = {key: word(key, language) for key in WORDS} | {
        "table_count": word("table_count", language, n="{n}"),
        "table_count_one": word("table_count", language, n=1),
    }
    _component(key=Key.SHEET, data={"columns": list(COLUMNS), "words": words})
