"""What the home page draws, made from the store once for each of its revisions and kept for all sessions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import networkx as nx
import pandas as pd
import streamlit as st

from graphing import graph as graphs
from graphing import timeline as timelines
from graphing.store import EntityRow, MeetingRow, Snapshot, default_url
from graphing.view import names, network, timeline
from graphing.view.network.layout import Point, place
from graphing.view.session import LANGUAGES, Language, database_url, store

# More nodes than ``CROWD`` are not read at once, and slow the browser: the busiest are drawn, and anyone's surroundings on demand.
CROWD = 300
DRAWN = 150


@dataclass(frozen=True)
class Scene:
    """One revision of the store as the page needs it. ``loose`` also holds the organisations that nothing joins to anybody."""

    snapshot: Snapshot
    graph: nx.MultiGraph
    frame: pd.DataFrame
    entities: Mapping[int, EntityRow]
    meetings: Mapping[int, MeetingRow]
    labels: Mapping[Language, Mapping[int, str]]
    articles: int
    key: str

    @property
    def crowded(self) -> bool:
        """There are more nodes than are drawn at once."""
        return len(self.graph) > CROWD


def scene() -> Scene:
    """The store as it is now. Raises StoreError where it cannot be reached."""
    return _scene(database_url() or default_url(), store().revision())


@st.cache_resource(show_spinner=False, max_entries=2)
def _scene(url: str, revision: int) -> Scene:
    snapshot = store().snapshot()
    labels = {language: {row.id: names.called(row, language) for row in snapshot.entities} for language in LANGUAGES}
    return Scene(
        snapshot=snapshot,
        graph=graphs.network(snapshot),
        frame=timelines.meetings(snapshot),
        entities={row.id: row for row in snapshot.entities},
        meetings={row.id: row for row in snapshot.meetings},
        labels=labels,
        articles=store().counts().articles,
        key=f"{url} {revision}",
    )


def drawn(current: Scene, around: int | None) -> nx.MultiGraph:
    """The part of the graph that is drawn: about one node, or all, or the busiest where there are too many."""
    if around is not None and around in current.graph:
        part = graphs.around(current.graph, around)
        return part if len(part) <= CROWD else graphs.busiest(part, CROWD)
    return graphs.busiest(current.graph, DRAWN) if current.crowded else current.graph


@st.cache_resource(show_spinner=False)
def _placed(url: str) -> dict[int, Point]:
    """Where the nodes of the whole view stand: kept from revision to revision, so that what a reader knows stays put."""
    return {}


@st.cache_resource(show_spinner=False, max_entries=32)
def network_payload(_current: Scene, key: str, language: Language, around: int | None) -> bytes:
    """The network in one language. ``key`` is the scene's."""
    part = drawn(_current, around)
    # Room for the longer of both languages: the switch moves nothing.
    widest = {node: max((_current.labels[one][node] for one in LANGUAGES), key=_width) for node in part}
    if around is None:
        kept = _placed(key.rpartition(" ")[0])
        kept.update(place(part, widest, kept))
        positions: Mapping[int, Point] = kept
    else:
        positions = place(part, widest)
    return network.Drawing(part, _current.meetings, _current.labels[language], language).payload(positions, widest, str(around or ""))


@st.cache_resource(show_spinner=False, max_entries=8)
def timeline_payload(_current: Scene, key: str, language: Language) -> bytes:
    """The timeline in one language. ``key`` is the scene's."""
    return timeline.payload(_current.frame, _current.labels[language], language)


def _width(label: str) -> int:
    return sum(2 if ord(letter) > 0x1100 else 1 for letter in label)
