"""The twin of the pictures: the same people, organisations, meetings and links as tables, each row opening its proofs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import streamlit as st

from graphing import graph as graphs
from graphing import timeline as timelines
from graphing.graph import Edge, EdgeKind
from graphing.sieve import Conditions
from graphing.view import address, controls, names, projection, sheet
from graphing.view.projection import Scene
from graphing.view.session import Key, Language
from graphing.view.sheet import What
from graphing.view.words import word

Row = dict[str, Any]


def tables(scene: Scene, language: Language) -> None:
    """A row of tables to choose from, and the one that is chosen; nothing is made or sent before.

    The meetings' table shows what the timeline shows; those of people, organisations and links show those of the meetings that fit.
    """
    which = st.pills(
        word("tables", language), list(sheet.COLUMNS), key=Key.TABLE, format_func=lambda one: word(one, language),
        on_change=controls.another_table,
    )  # fmt: skip
    if which is not None:
        sheet.show(table(scene, scene.key, which, language, address.conditions(live=True)), controls.arranged)


@st.cache_resource(show_spinner=False, max_entries=16)
def table(_scene: Scene, key: str, which: What, language: Language, conditions: Conditions) -> bytes:
    """A table in one language, of what fits all filters, dates and statuses too. ``key`` is the scene's."""
    if which == "meetings":
        return sheet.payload(which, None, language)
    made = {"people": people, "organizations": organizations, "links": links}[which]
    return sheet.payload(which, made(_scene, conditions, language), language)


def people(scene: Scene, conditions: Conditions, language: Language) -> Iterator[Row]:
    """Everyone, with their posts."""
    labels = scene.labels[language]
    for row in timelines.people(projection.kept(scene, scene.key, conditions)).to_dict("records"):
        posts = (names.title(post, labels.get(post.organization or 0), language) for post in row["posts"])
        yield _met(row, labels[row["id"]]) | {"posts": names.listed(posts, language)}


def organizations(scene: Scene, conditions: Conditions, language: Language) -> Iterator[Row]:
    """Every company and agency, also those that the network leaves out because nothing joins them to anybody."""
    frame = timelines.organizations(projection.kept(scene, scene.key, conditions), scene.sieve.homes)
    for row in frame.to_dict("records"):
        yield _met(row, scene.labels[language][row["id"]]) | {"kind": word(row["type"], language)}


def _met(row: dict[Any, Any], name: str) -> Row:
    return {"id": str(row["id"]), "name": name, "number": row["meetings"], "articles": row["articles"]}


def links(scene: Scene, conditions: Conditions, language: Language) -> Iterator[Row]:
    """Every edge of the network, also of the part that is not drawn."""
    labels = scene.labels[language]
    kinds = {"met": "meeting", "side": "meeting", "post": "post"}
    kind: EdgeKind
    part = projection.kept(scene, scene.key, conditions)
    graph = scene.graph if part is scene.snapshot else graphs.network(part)
    for one, other, kind, row in graph.edges(keys=True, data=True):
        first, second = (one, other) if graph.nodes[one]["kind"] == "person" else (other, one)
        posts = " · ".join(names.title(post, None, language) for post in row.get("posts", ()))
        days = [row.get("first"), row.get("last")]
        yield {
            "id": str(Edge(kind, first, second)),
            "name": labels[first],
            "with": labels[second],
            "kind": word(kinds[kind], language),
            "number": row.get("n"),
            "post_or_status": posts or word(row.get("status", "held"), language),
            "date": " – ".join(dict.fromkeys(_dates(scene, row.get("meetings", ()), language))),
            "first": days[0] and names.days(days[0]),
            "last": days[1] and names.days(days[1]),
        }


def _dates(scene: Scene, meetings: tuple[int, ...], language: Language) -> list[str]:
    """The dates, as told, of the first and the last dated of some meetings."""
    known = sorted((row.first, row.precision) for row in (scene.meetings[one] for one in meetings) if row.first and row.precision)
    return [names.told(*one, language) for one in (known[0], known[-1])] if known else []
