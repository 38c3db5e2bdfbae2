"""What an address tells that cannot be understood: the page is shown without it, and says so in a line that can be put away."""

from __future__ import annotations

from html import escape

import streamlit as st

from graphing.view.session import Key, Language
from graphing.view.words import word

LONG = 40  # characters of an address that still say which part of it is meant


def show(language: Language) -> None:
    """What was left out, and what would be expected in its place; nothing where all was understood."""
    told: list[tuple[str, str]] | None = st.session_state.get(Key.IGNORED)
    if not told:
        return
    with st.container(horizontal=True, vertical_alignment="center", key=Key.IGNORED):
        lines = (word("address_ignored", language, text=_short(text), expected=expected) for text, expected in told)
        st.html("".join(f'<p role="status">{escape(line)}</p>' for line in lines), width="content")
        st.button(word("dismiss", language), key="ignored_gone", type="tertiary", icon=":material/close:", on_click=_forget)


def _short(text: str) -> str:
    return text if len(text) <= LONG else f"{text[:LONG]}…"


def _forget() -> None:
    st.session_state[Key.IGNORED] = None
