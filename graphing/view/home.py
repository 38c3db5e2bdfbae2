"""The home page's parts, in the order they stand: head, network beside timeline and proofs, tables."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from html import escape

import streamlit as st

from graphing.view import component, controls, memory, network, panel, projection, session, timeline
from graphing.view.projection import Scene
from graphing.view.session import Key, Language
from graphing.view.words import word


def head(scene: Scene, language: Language) -> None:
    """Search, and how much there is."""
    box, note = st.columns([3, 4], vertical_alignment="center", gap="medium")
    with box:
        controls.search(scene, language)
    people = sum(row.kind == "person" for row in scene.entities.values())
    numbers = {"people": people, "organizations": len(scene.entities) - people, "meetings": len(scene.meetings), "articles": scene.articles}
    note.html(f'<p class="counts">{escape(word("counts", language, **numbers))}</p>')


Shown = tuple[Sequence[str] | None, Sequence[str] | None]


@st.fragment
def board(language: Language, shown: Shown) -> None:
    """The network; beside it the timeline, and under that the meetings or, where something is chosen, its proofs.

    A fragment: a click runs this and not the page. ``shown`` are kinds and statuses as ``controls.filters`` gives them.
    """
    scene = projection.scene()
    choice = session.choice()
    around = st.session_state.get(Key.AROUND)
    with st.container(key=Key.BOARD):
        picture, side = st.columns([3, 2], gap="medium")
    pictured = side.container()
    # What was asked for comes first: the pictures follow in the same run, and mostly say that nothing changed.
    if choice:
        with side:
            panel.proofs(scene, choice, language)
    component.control(choice, st.session_state.get(Key.FOCUS), *shown, st.session_state.get(Key.RANGE))
    with picture:
        network.show(projection.network_payload(scene, scene.key, language, around), partial(controls.clicked, Key.NETWORK))
        if scene.crowded and around is None:
            st.caption(word("limited", language, n=projection.DRAWN))
    with pictured:
        entries = projection.timeline_payload(scene, scene.key, language)
        timeline.show(entries, partial(controls.clicked, Key.TIMELINE), controls.brushed)
    memory.settle(scene.key)


def empty(language: Language) -> None:
    """What to do where nothing has been read yet."""
    title, text = escape(word("empty_title", language)), escape(word("empty_text", language))
    st.html(f'<div class="empty"><h2>{title}</h2><p>{text}</p></div>')
    st.page_link("pages/upload.py", label=word("empty_action", language), icon=":material/note_add:")
