"""The panel of proofs beside the network: asks the store for what is chosen and shows it, more articles on demand."""

from __future__ import annotations

import streamlit as st

from graphing.errors import NotFoundError
from graphing.graph import Edge
from graphing.store import Evidence
from graphing.view import curator, review, session
from graphing.view.evidence import Proofs
from graphing.view.projection import Scene
from graphing.view.session import Choice, Key, Language
from graphing.view.words import word

FIRST = 5  # articles shown at once
MORE = 10
SMALL = 40  # nodes that are read at a glance


def proofs(scene: Scene, choice: Choice, language: Language) -> None:
    """What is chosen and its paragraphs, with a way back to the list of meetings."""
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        st.button(
            word("back", language), key=Key.BACK, icon=":material/arrow_back:", type="tertiary", on_click=session.choose, args=(None,)
        )
        if choice.kind in {"person", "organization"} and choice.id.isdecimal() and len(scene.graph) > SMALL:
            _surroundings(scene, int(choice.id), language)
    shown = st.session_state.get(Key.SHOWN) or FIRST
    try:
        html, more = _html(scene, scene.key, choice, language, shown)
    except (NotFoundError, KeyError, ValueError):
        st.info(word("gone", language))
        return
    with st.container(key=Key.PROOFS):
        if choice.kind == "meeting" and curator.current().decides:
            review.hook(int(choice.id), language)
        st.html(html)
        if more:
            st.button(word("more_proofs", language), key=Key.MORE, on_click=_show, args=(shown + MORE,))


def _show(count: int) -> None:
    st.session_state[Key.SHOWN] = count


def _surroundings(scene: Scene, entity: int, language: Language) -> None:
    if entity not in scene.graph:
        return
    current = st.session_state.get(Key.AROUND)
    label = word("whole", language) if current == entity else word("around", language)
    st.button(label, key=Key.AROUND_SWITCH, type="tertiary", on_click=_look, args=(None if current == entity else entity,))


def _look(entity: int | None) -> None:
    st.session_state[Key.AROUND] = entity
    st.session_state[Key.FOCUS] = None


@st.cache_resource(show_spinner=False, max_entries=500)
def _html(_scene: Scene, key: str, choice: Choice, language: Language, shown: int) -> tuple[str, bool]:
    """The panel's HTML, and whether there are more articles than are shown. Raises NotFoundError where the choice is gone.

    ``key`` is the scene's: what was written for one revision of the store is good for all readers of it.
    """
    store = session.store()
    words = Proofs(_scene.entities, _scene.meetings, _scene.labels[language], language)
    posts = _scene.snapshot.affiliations
    if choice.kind == "edge":
        edge = Edge.parse(choice.id)
        evidence, more = _cut(store.evidence(pair=(edge.one, edge.other), limit=shown + 1), shown)
        return words.edge(edge, posts, evidence), more
    if choice.kind == "meeting":
        meeting = _scene.meetings[int(choice.id)]
        evidence, more = _cut(store.evidence(meeting=meeting.id, limit=shown + 1), shown)
        return words.meeting(meeting.id, store.extraction(meeting.article), evidence), more
    entity = int(choice.id)
    evidence, more = _cut(store.evidence(entity=entity, limit=shown + 1), shown)
    return words.person_or_organization(entity, posts, evidence), more


def _cut(evidence: tuple[Evidence, ...], shown: int) -> tuple[tuple[Evidence, ...], bool]:
    """The paragraphs of the first ``shown`` articles, and whether there are others."""
    articles = list(dict.fromkeys(row.article for row in evidence))
    kept = set(articles[:shown])
    return tuple(row for row in evidence if row.article in kept), len(articles) > shown
