"""What a reader sets on the home page: filters, search, clicks. The pictures are told by ``component.control``."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from graphing.model import MeetingStatus
from graphing.view import names, session
from graphing.view.projection import Scene
from graphing.view.session import Choice, Key, Language
from graphing.view.words import word

STATUSES: tuple[MeetingStatus, ...] = ("held", "planned", "cancelled")
KINDS = ("person", "company", "agency")
OFFERED = 3_000
PERSON = "person"  # in the address


def filters(language: Language) -> tuple[Sequence[str] | None, Sequence[str] | None]:
    """Kinds and statuses that are to be shown, None where nothing is left out; in the sidebar. (The range is the timeline's.)"""
    with st.sidebar:
        st.subheader(word("filters", language))
        statuses = _pills("status", STATUSES, Key.STATUSES, language)
        kinds = _pills("kind", KINDS, Key.KINDS, language)
    return kinds, statuses


def _pills(label: str, offered: Sequence[str], key: Key, language: Language) -> Sequence[str] | None:
    st.session_state.setdefault(key, list(offered))
    chosen = st.pills(word(label, language), offered, selection_mode="multi", key=key, format_func=lambda one: word(one, language))
    return None if not chosen or len(chosen) == len(offered) else chosen


def brushed() -> None:
    """Take over the range of days that was brushed or typed on the timeline."""
    st.session_state[Key.RANGE] = st.session_state[Key.TIMELINE]["range"] or None


def clicked(key: Key) -> None:
    """Take over what was clicked in the component ``key``."""
    picked = st.session_state[key]["choice"]
    session.choose(Choice(picked["kind"], picked["id"]) if picked and picked["kind"] != "none" else None)
    st.session_state[Key.FOCUS] = None


def search(scene: Scene, language: Language) -> None:
    """A box that finds a person, company or agency by its name in either language, and chooses it."""
    ranked = sorted(scene.entities.values(), key=lambda row: (-row.meetings, -row.articles, row.name))[:OFFERED]
    posts = {post.person: post for post in scene.snapshot.affiliations if not post.former}
    labels = scene.labels[language]

    def shown(entity: int) -> str:
        row = scene.entities[entity]
        note = names.title(posts[entity], labels.get(posts[entity].organization or 0), language) if entity in posts else ""
        written = row.name if labels[entity] != row.name else ""
        return " · ".join(part for part in (labels[entity], written, note) if part)

    label = word("search", language)
    st.selectbox(
        label, [row.id for row in ranked], index=None, format_func=shown, key=Key.SEARCH, on_change=_found, args=(scene,),
        placeholder=label, label_visibility="collapsed",
    )  # fmt: skip


def _found(scene: Scene) -> None:
    entity = st.session_state[Key.SEARCH]
    if entity is None:
        return
    choose_entity(scene, entity)
    st.session_state[Key.SEARCH] = None


def linked(scene: Scene) -> None:
    """Choose whom the address names (?person=샘 올트먼, also a company), in either language; once, before anything is chosen."""
    named = st.query_params.get(PERSON)
    if not named or Key.CHOICE in st.session_state:
        return
    for entity in scene.entities:
        if named in (labels[entity] for labels in scene.labels.values()):
            choose_entity(scene, entity)
            return


def choose_entity(scene: Scene, entity: int) -> None:
    """Choose a person or organisation and move the network to it; in a crowd, to its surroundings."""
    kind = scene.entities[entity].kind
    session.choose(Choice(kind, str(entity)))
    st.session_state[Key.FOCUS] = str(entity)
    if scene.crowded:
        st.session_state[Key.AROUND] = entity
