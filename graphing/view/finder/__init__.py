"""The search box: finds people, organisations and business groups as they are typed, or takes what is typed as a search in the meetings."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from graphing.view import names, projection
from graphing.view.component import source
from graphing.view.projection import Scene
from graphing.view.session import Key, Language
from graphing.view.words import word

NEAR = 3  # names like one that nobody has
GROUPS = 3  # business groups, after the names that are found

_component = st.components.v2.component(
    "hoedong_finder",
    html=source("graphing.view.finder", "finder.html"),
    css=source("graphing.view.finder", "finder.css"),
    js=source("graphing.view.finder", "finder.js"),
)


def show(scene: Scene, language: Language, asked: Callable[[], None], chosen: Callable[[], None], searched: Callable[[], None]) -> None:
    """Draw the box. Typing calls ``asked`` (``query``), a choice ``chosen`` ({kind, id} as ``choice``), Enter ``searched`` (``text``)."""
    query = st.session_state.get(Key.QUERY) or ""
    found = [_row(scene, entity, language) for entity in scene.names.find(query)] if query else []
    found += [_group(scene, scene.sieve.groups[at], language) for at in scene.group_names.find(query, GROUPS)] if query else []
    # Of one letter nearly every name is like.
    near = [_row(scene, entity, language) for entity in scene.names.near(query, NEAR)] if len(query) > 1 and not found else []
    nobody = word("nobody_found", language, text=query) if query and not found else ""
    data = {
        "query": query,
        "text": st.session_state.get(Key.TEXT) or "",
        "found": found,
        "near": near,
        "nobody": nobody,
        "said": nobody or word("found_count", language, n=len(found)),
        "words": {"search": word("search", language), "found": word("found", language), "in_text": word("search_in_text", language)},
    }
    _component(key=Key.FINDER, data=data, on_query_change=asked, on_choice_change=chosen, on_text_change=searched)


def _group(scene: Scene, group: str, language: Language) -> dict[str, str]:
    label = names.name(group, "organization", language)
    return {"kind": "group", "id": str(projection.stands_for(scene, group)), "label": label, "note": word("group", language)}


def _row(scene: Scene, entity: int, language: Language) -> dict[str, str]:
    row = scene.entities[entity]
    label = scene.labels[language][entity]
    posts = scene.posts.get(entity)
    post = names.title(posts[0], scene.labels[language].get(posts[0].organization or 0), language) if posts else ""
    kind = word(row.type or "company", language) if row.kind == "organization" else ""
    written = row.name if row.name != label else ""
    return {"kind": row.kind, "id": str(entity), "label": label, "note": " · ".join(part for part in (written, post, kind) if part)}
