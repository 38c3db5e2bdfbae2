"""The twin of the pictures: the same people, organisations, meetings and links as tables, each row opening its proofs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from typing import Any, get_args

import networkx as nx
import streamlit as st

from graphing import graph as graphs
from graphing import timeline as timelines
from graphing.graph import Edge, EdgeKind
from graphing.labels import place_label
from graphing.model import MeetingStatus, Precision
from graphing.sieve import Conditions
from graphing.store import MeetingRow
from graphing.view import address, controls, differences, names, projection, session, sheet, stretch, timeline
from graphing.view.fitting import kept, met
from graphing.view.listing import Column, Listing
from graphing.view.projection import Picture, Scene
from graphing.view.reasons import certainty_text
from graphing.view.saving import csv_file
from graphing.view.scene import BY_WORDS
from graphing.view.session import Key, Language
from graphing.view.sheet import What
from graphing.view.words import word

WHOLE = 2000  # rows that are sent at once: a browser that has them all sorts and searches them by itself
PAGE = 100  # of more rows
# Of which kind, from whom to whom, the edge, and whether an outlet tells it that is not left out.
Link = tuple[EdgeKind, int, int, dict[str, Any], bool]
Asked = tuple[str | None, str, int]
Ends = tuple[date | None, date | None, tuple[str, ...]]


def tables(scene: Scene, language: Language) -> None:
    """A row of tables to choose from, and the one that is chosen; nothing is made or sent before.

    The meetings' table shows what the timeline shows; those of people, organisations and links show those of the meetings that fit.
    """
    head = st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom", key="tables")
    which = head.pills(
        word("tables", language), list(sheet.COLUMNS), key=Key.TABLE, format_func=lambda one: word(one, language),
        on_change=controls.another_table, width="content",
    )  # fmt: skip
    if which is None:
        return
    state = st.session_state
    asked = (state.get(Key.ORDER), (state.get(Key.SOUGHT) or "").strip(), state.get(Key.ROWS) or PAGE)
    sampled = stretch.thinned(scene, scene.key, controls.stretch(scene))
    conditions = address.conditions(live=True)
    # Written where it is asked for only.
    head.download_button(
        word("save_table", language), partial(saved, scene, which, language, conditions, *asked[:2]), f"{word(which, language)}.csv",
        "text/csv", key="save_table", on_click="ignore", type="tertiary", icon=":material/download:",
    )  # fmt: skip
    sheet.show(table(scene, scene.key, which, language, conditions, asked, sampled), controls.arranged, more)


def saved(scene: Scene, which: What, language: Language, conditions: Conditions, order: str | None, find: str) -> bytes:
    """A table as a file: all of its rows that fit and hold what is searched, in its order, however few of them are shown."""
    found = listing(scene, scene.key, which, language, conditions)
    shown = tuple(found.columns)
    arranged = _arranged(scene, scene.key, which, language, conditions, order, find)
    rows = found.told(arranged)
    return csv_file([word(name, language) for name in shown], ([row[name] for name in shown] for row in rows))


def more() -> None:
    """Show more rows of a long table."""
    st.session_state[Key.ROWS] = (st.session_state.get(Key.ROWS) or PAGE) + PAGE


def table(
    scene: Scene, key: str, which: What, language: Language, conditions: Conditions, asked: Asked, sampled: bool = False
) -> bytes:
    """A table in one language, of what fits all filters, dates and statuses too. ``key`` is the scene's.

    ``asked``: the order, what is searched and how many rows are shown, which a short table decides in the browser. ``sampled``: the
    timeline has a part of the meetings only.
    """
    if which == "meetings" and not sampled:
        return _whole(scene, key, which, language, None)
    if len(listing(scene, key, which, language, conditions).rows) <= session.at_once("ROWS", WHOLE):
        return _whole(scene, key, which, language, conditions)
    return _page(scene, key, which, language, conditions, *asked)


@st.cache_resource(show_spinner=False, max_entries=16, hash_funcs=BY_WORDS)
def _whole(_scene: Scene, key: str, which: What, language: Language, conditions: Conditions | None) -> bytes:
    """All rows; none of the meetings' (no ``conditions``), which the timeline has."""
    papers = names.originals(_scene.outlets, language) if which == "meetings" else {}
    if conditions is None:
        return sheet.payload(which, None, language, papers=papers)
    found = listing(_scene, key, which, language, conditions)
    return sheet.payload(which, found.told(found.rows), language, papers=papers, shown=tuple(found.columns))


@st.cache_resource(show_spinner=False, max_entries=32, hash_funcs=BY_WORDS)
def _page(
    _scene: Scene, key: str, which: What, language: Language, conditions: Conditions, order: str | None, find: str, rows: int
) -> bytes:
    arranged = _arranged(_scene, key, which, language, conditions, order, find)
    found = listing(_scene, key, which, language, conditions)
    papers = names.originals(_scene.outlets, language) if which == "meetings" else {}
    return sheet.payload(which, found.told(arranged[:rows]), language, len(arranged), papers, tuple(found.columns))


@st.cache_resource(show_spinner=False, max_entries=4, hash_funcs=BY_WORDS)
def _arranged(
    _scene: Scene, key: str, which: What, language: Language, conditions: Conditions, order: str | None, find: str
) -> list[Any]:
    found = listing(_scene, key, which, language, conditions)
    by = (order or "").removeprefix("-")
    if by in found.columns:
        return found.arranged(by, (order or "").startswith("-"), find)
    return found.arranged("date" if which == "meetings" else "number", True, find)


@st.cache_resource(show_spinner=False, max_entries=8, hash_funcs=BY_WORDS)
def listing(_scene: Scene, key: str, which: What, language: Language, conditions: Conditions) -> Listing:
    """The rows of a table, in words where they are asked for. ``key`` is the scene's."""
    return {"people": people, "organizations": organizations, "links": links, "meetings": meetings}[which](_scene, conditions, language)


def people(scene: Scene, conditions: Conditions, language: Language) -> Listing:
    """Everyone, with their posts."""
    labels = scene.labels[language]

    def posts(held: Iterable[Any]) -> str:
        return names.listed((names.title(post, labels.get(post.organization or 0), language) for post in held), language)

    frame = timelines.people(met(scene, scene.key, conditions))
    return _met(frame.to_dict("records"), scene, language, "posts", Column(lambda row: row["posts"], posts))


def organizations(scene: Scene, conditions: Conditions, language: Language) -> Listing:
    """Every company and agency, also those that the network leaves out because nothing joins them to anybody."""
    frame = timelines.organizations(met(scene, scene.key, conditions), scene.sieve.homes)
    kind = Column(lambda row: row["type"], lambda kind: word(kind, language))
    return _met(frame.to_dict("records"), scene, language, "kind", kind)


def _met(rows: list[dict[Any, Any]], scene: Scene, language: Language, what: str, told: Column) -> Listing:
    columns = {
        "name": Column(lambda row: row["id"], scene.labels[language].__getitem__),
        what: told,
        "number": Column(lambda row: row["met"]),
        "status": Column(lambda row: _firmness(row["outcomes"]), partial(_turned_out, language)),
        "articles": Column(lambda row: row["articles"]),
    }
    return Listing(rows, lambda row: str(row["id"]), columns)


def lost(scene: Scene, conditions: Conditions) -> list[Link]:
    """The connections that only outlets tell that are left out: the network draws them, so that one sees what stands on these alone."""
    whole = projection.graph(scene, scene.key, Picture(conditions=conditions))
    return list(_linked(whole, projection.alone(whole, conditions.without), told=False))


def _linked(graph: nx.MultiGraph, edges: Iterable[tuple[int, int, Any]], told: bool) -> Iterator[Link]:
    """Edges as rows, a person first; ``told`` whether an outlet tells them that is not left out."""
    for one, other, kind in edges:
        first, second = (one, other) if graph.nodes[one]["kind"] == "person" else (other, one)
        yield kind, first, second, graph.edges[one, other, kind], told


def links(scene: Scene, conditions: Conditions, language: Language) -> Listing:
    """Every edge of the network, also of the part that is not drawn; where outlets are left out, those too that only these tell."""
    labels = scene.labels[language]
    kinds = {"met": "meeting", "side": "meeting", "post": "post"}
    part = met(scene, scene.key, conditions)
    graph = scene.graph if part is scene.snapshot else graphs.network(part)
    rows = [*_linked(graph, graph.edges(keys=True), told=True), *(lost(scene, conditions) if conditions.without else ())]

    def said(value: Any) -> str:
        posts, firm = value
        return " · ".join(names.title(post, None, language) for post in posts) or _turned_out(language, firm)

    columns = {
        "name": Column(lambda row: row[1], labels.__getitem__),
        "with": Column(lambda row: row[2], labels.__getitem__),
        "kind": Column(lambda row: kinds[row[0]], lambda kind: word(kind, language)),
        "number": Column(lambda row: row[3]["outcomes"]["held"] if "outcomes" in row[3] else None),
        "post_or_status": Column(lambda row: (row[3].get("posts", ()), _firmness(row[3].get("outcomes", {}))), said),
        "date": Column(lambda row: _ends(scene, row[3], language), lambda ends: " – ".join(ends[2]), _in_time),
    }
    if conditions.without:
        columns["told_by"] = Column(lambda row: row[4], lambda told: "" if told else word("told_by_lost", language))
    return Listing(rows, lambda row: str(Edge(row[0], row[1], row[2])), columns, lambda row: _days(row[3].get("first"), row[3].get("last")))


def meetings(scene: Scene, conditions: Conditions, language: Language) -> Listing:
    """Every meeting, as the timeline tells it."""
    labels = scene.labels[language]

    def there(who: Any) -> str:
        return names.listed(timeline.attended({"people": who[0], "organizations": who[1]}, labels, language), language)

    def when(row: MeetingRow) -> Ends:
        return row.first, row.last, (names.when(row.first, row.precision, language),)

    columns = {
        "date": Column(when, lambda ends: ends[2][0], _in_time),
        "participants": Column(lambda row: (row.people, row.organizations), there),
        "status": Column(lambda row: row.status, lambda status: word(status, language)),
        "place": Column(lambda row: row.place or "", lambda place: place_label(place, language)),
        "topic": Column(lambda row: row.topic or ""),
        "outlet": Column(lambda row: row.outlets, lambda outlets: differences.printed(outlets, language)),
        "certainty": Column(lambda row: row.certainty, certainty_text, lambda certainty: certainty, sought=False),
    }
    rows = kept(scene, scene.key, conditions).meetings
    return Listing(rows, lambda row: str(row.id), columns, lambda row: _days(row.first, row.last))


def _firmness(outcomes: Mapping[MeetingStatus, int]) -> tuple[int, ...]:
    """How many were held, are planned and fell through: by these it is sorted."""
    return tuple(outcomes.get(status, 0) for status in get_args(MeetingStatus))


def _turned_out(language: Language, firm: tuple[int, ...]) -> str:
    return names.outcomes(dict(zip(get_args(MeetingStatus), firm, strict=True)), language)


def _days(first: date | None, last: date | None) -> tuple[int | None, int | None]:
    return names.days(first) if first else None, names.days(last) if last else None


def _in_time(ends: Ends) -> Any:
    return ends[:2] if ends[0] else None


def _ends(scene: Scene, row: dict[str, Any], language: Language) -> Ends:
    """The first and the last day of an edge's meetings, and in words the dates of the first and the last dated of them."""
    known: list[tuple[date, Precision]] = sorted(
        (meeting.first, meeting.precision)
        for meeting in (scene.meetings[one] for one in row.get("meetings", ()))
        if meeting.first and meeting.precision
    )
    told = dict.fromkeys(names.told(*one, language) for one in (known[0], known[-1])) if known else ()
    return row.get("first"), row.get("last"), tuple(told)
