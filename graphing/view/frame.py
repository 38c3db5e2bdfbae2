"""What surrounds every page: title, style, language switch. Imports nothing heavy, so that a page shows at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from html import escape
from importlib.resources import files
from typing import Any

import streamlit as st

from graphing.errors import StoreError
from graphing.view import session
from graphing.view.session import LANGUAGES, Key, Language
from graphing.view.words import told, word

SPOKEN: dict[Language, str] = {"ko": "한국어", "en": "English"}
# What Streamlit says itself, and lets nobody set → the text of ours.
FURNITURE = {
    "Sidebar": "furniture_sidebar",
    "Collapse sidebar": "furniture_collapse",
    "Expand sidebar": "furniture_expand",
    "App pages": "furniture_pages",
    "Skip to main content": "furniture_skip",
    "Logo": "app",
    "Open": "furniture_open",
    "Dismiss": "furniture_dismiss",
    "Close": "furniture_close",
    "Clear all": "furniture_clear_all",
    "Clear value": "furniture_clear",
    "Clear date": "furniture_clear",
    "Clear entry": "furniture_clear",
    "Selected values": "furniture_selected",
    "Choose date": "furniture_choose_date",
    "yyyy": "furniture_year",
    "mm": "furniture_month",
    "dd": "furniture_day",
    "No results": "furniture_no_results",
    "Select all": "furniture_select_all",
    "Select {n} matches": "furniture_select_matches",
    "Help for {name}": "furniture_help",
    "Add: {name}": "furniture_add",
    "Add files": "furniture_add_files",
    "Remove {name}": "chooser_remove",
    "{n} option available.": "furniture_options",
    "{n} options available.": "furniture_options",
}


# What Streamlit says in a window of its own, over all of the page → the title and text of the notice that stands there instead.
NOTICES = {"Connection error": ("lost_title", "lost_text"), "Page not found": ("no_page_title", "no_page_text")}


def setup() -> Language:
    """Set the page up, in the reader's language; returns it."""
    language = session.language()
    st.session_state[Key.LANGUAGE_SWITCH] = language
    title = "Hoedong" if language == "en" else f"{word('app', language)} · Hoedong"
    st.set_page_config(page_title=title, page_icon=_drawn("icon"), layout="wide")
    st.logo(_drawn("logo"), size="large", icon_image=_drawn("icon"))
    with st.container(key="furniture"):
        told = language if language != session.preferred() else ""
        _furniture()(key=Key.FURNITURE, data={"words": _said(language), "notices": _noticed(language), "language": told})
    return language


@cache
def _drawn(name: str) -> str:
    # A :material/…: icon here would be fetched from Google.
    return str(files("graphing.view").joinpath(f"{name}.svg"))


@cache
def _furniture() -> Callable[..., Any]:
    """The style of all pages, and the script that puts Streamlit's own words into the reader's language, and that into the addresses
    that have to tell it.

    A component, as the pictures are: the browser fetches Streamlit's part for those as soon as a page begins, and needs none for
    ``st.html`` before the network is drawn.
    """
    style, script = (files("graphing.view").joinpath(name).read_text(encoding="utf-8") for name in ("page.css", "furniture.js"))
    return st.components.v2.component("hoedong_furniture", css=style, js=script, isolate_styles=False)


@cache
def _said(language: Language) -> list[list[str]]:
    """[what Streamlit says, what is said instead, what that is in the other languages] each."""
    def say(own: str, one: Language) -> str:
        return word(FURNITURE[own], one, **{part: f"{{{part}}}" for part in ("n", "name") if f"{{{part}}}" in own})

    return [[own, say(own, language), *(say(own, one) for one in LANGUAGES if one != language)] for own in FURNITURE]


@cache
def _noticed(language: Language) -> dict[str, list[str]]:
    """What Streamlit's window is headed by → title and text of the notice, and what its button is called."""
    return {own: [*(word(key, language) for key in keys), word("dismiss", language)] for own, keys in NOTICES.items()}


def failed(error: StoreError, language: Language) -> None:
    """What stands in a page's place where the database cannot be reached: what happened, what can be done, and another try."""
    title, text = escape(word("store_failed", language)), escape(told(error, language))
    st.html(f'<div class="empty" role="alert"><h2>{title}</h2><p>{text}</p></div>')
    with st.container(horizontal=True, horizontal_alignment="center"):
        st.button(word("try_again", language), icon=":material/refresh:", type="primary", key="try_again")


def bring(key: str) -> None:
    """Bring what has this key to the upper edge of the window, once it is drawn."""
    script = f'''<script>(() => {{
const look = (left) => {{
  const found = document.querySelector(".st-key-{key}");
  if (found) found.scrollIntoView({{ block: "start" }});
  else if (left) setTimeout(look, 50, left - 1);
}};
setTimeout(look, 50, 40);
}})();</script>'''
    with st.container(key=f"bring_{key}"):
        st.html(script, unsafe_allow_javascript=True)


def language_switch() -> None:
    """한국어 or English, in the sidebar."""
    current = session.language()
    st.session_state[Key.LANGUAGE_SWITCH] = current
    st.sidebar.segmented_control(
        word("language", current), list(SPOKEN), format_func=SPOKEN.__getitem__, key=Key.LANGUAGE_SWITCH, on_change=_switched,
        label_visibility="collapsed", required=True,
    )  # fmt: skip


def _switched() -> None:
    before = session.language()
    session.set_language(st.session_state[Key.LANGUAGE_SWITCH] or before)
    # What a button has searched in a table is searched in the words of the other language.
    if st.session_state.get(Key.SOUGHT) == word("told_by_lost", before):
        st.session_state[Key.SOUGHT] = word("told_by_lost", session.language())
