"""The twin of the pictures: the same people, organisations, meetings and links as tables, each row opening its proofs."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pandas as pd
import streamlit as st

from graphing import graph as graphs
from graphing import timeline as timelines
from graphing.graph import Edge, EdgeKind
from graphing.store import Snapshot
from graphing.view import address, names, projection, session, sheet
from graphing.view.projection import Scene
from graphing.view.session import Choice, Key, Language
from graphing.view.words import word

# A table's rows as they are shown, and for each row what it opens.
Table = tuple[pd.DataFrame, list[Choice]]


def tables(scene: Scene, language: Language) -> None:
    """A row of tables to choose from, and the one that is chosen; nothing is made or sent before.

    The meetings' table shows what the timeline shows; those of people, organisations and links show those of the meetings that fit.
    """
    made: dict[str, Callable[[Scene, Language], Table]] = {"people": people, "organizations": organizations, "links": links}
    offered = ["meetings", *made]
    which = st.pills(word("tables", language), offered, key=Key.TABLE, format_func=lambda one: word(one, language))
    if which is None:
        return
    if which == "meetings":
        sheet.show(language)
        return
    frame, choices = made[which](scene, language)
    st.caption(word("tables_hint", language))
    st.dataframe(
        frame, hide_index=True, key=f"{Key.ROWS}_{which}", selection_mode="single-row",
        on_select=partial(_chosen, which, choices),
    )  # fmt: skip


def _fitting(scene: Scene) -> Snapshot:
    """What fits all filters, dates and statuses too."""
    return projection.kept(scene, scene.key, address.conditions(live=True))


def _chosen(which: str, choices: list[Choice]) -> None:
    rows = st.session_state[f"{Key.ROWS}_{which}"]["selection"]["rows"]
    picked = choices[rows[0]] if rows else None
    session.choose(picked)
    st.session_state[Key.FOCUS] = picked.id if picked and picked.kind in {"person", "organization"} else None


def people(scene: Scene, language: Language) -> Table:
    """Everyone, with their posts."""
    labels = scene.labels[language]
    frame = timelines.people(_fitting(scene))
    rows = [
        (
            labels[row["id"]],
            names.listed((names.title(post, labels.get(post.organization or 0), language) for post in row["posts"]), language),
            row["meetings"],
            row["articles"],
        )
        for row in frame.to_dict("records")
    ]
    heads = _heads(("name", "posts", "number", "articles"), language)
    return pd.DataFrame(rows, columns=heads), [Choice("person", str(entity)) for entity in frame["id"]]


def organizations(scene: Scene, language: Language) -> Table:
    """Every company and agency, also those that the network leaves out because nothing joins them to anybody."""
    frame = timelines.organizations(_fitting(scene), scene.sieve.homes)
    labels = scene.labels[language]
    rows = [(labels[row["id"]], word(row["type"], language), row["meetings"], row["articles"]) for row in frame.to_dict("records")]
    heads = _heads(("name", "kind", "number", "articles"), language)
    return pd.DataFrame(rows, columns=heads), [Choice("organization", str(entity)) for entity in frame["id"]]


def links(scene: Scene, language: Language) -> Table:
    """Every edge of the network, also of the part that is not drawn."""
    labels = scene.labels[language]
    kinds = {"met": "meeting", "side": "meeting", "post": "post"}
    rows: list[tuple[str, str, str, str, str, str]] = []
    choices: list[Choice] = []
    kind: EdgeKind
    part = _fitting(scene)
    graph = scene.graph if part is scene.snapshot else graphs.network(part)
    for one, other, kind, row in graph.edges(keys=True, data=True):
        first, second = (one, other) if graph.nodes[one]["kind"] == "person" else (other, one)
        detail = " · ".join(names.title(post, None, language) for post in row.get("posts", ())) or word(row.get("status", "held"), language)
        dates = " – ".join(dict.fromkeys(_dates(scene, row.get("meetings", ()), language)))
        rows.append((labels[first], labels[second], word(kinds[kind], language), str(row.get("n", "")), detail, dates))
        choices.append(Choice("edge", str(Edge(kind, first, second))))
    heads = _heads(("name", "with", "kind", "number", "post_or_status", "date"), language)
    return pd.DataFrame(rows, columns=heads), choices


def _dates(scene: Scene, meetings: tuple[int, ...], language: Language) -> list[str]:
    """The dates, as told, of the first and the last dated of some meetings."""
    known = sorted((row.first, row.precision) for row in (scene.meetings[one] for one in meetings) if row.first and row.precision)
    return [names.told(*one, language) for one in (known[0], known[-1])] if known else []


def _heads(keys: tuple[str, ...], language: Language) -> list[str]:
    return [word(key, language) for key in keys]
