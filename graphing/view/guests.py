"""Whom a chosen one met and a crowd's picture does not draw: they come beside it with the choice, and the picture is not sent anew."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from zlib import compress

import networkx as nx
import streamlit as st

from graphing.view import projection
from graphing.view.bringing import meant
from graphing.view.component import packed
from graphing.view.fitting import ties
from graphing.view.projection import Picture, Scene
from graphing.view.scene import BY_WORDS
from graphing.view.session import Choice, Language
from graphing.view.words import word

AT_ONCE = 60  # nodes that come with a choice: a click sends little
GATHERINGS = 10  # meetings among them, at first; each comes with all its guests


@dataclass(frozen=True)
class Guests:
    """Who comes beside a picture: ``graph`` has them and the lines to whom they come for; ``left`` others would come, too.

    ``turns`` has them in the order in which they come, so that whoever has come keeps the place where more do.
    """

    graph: nx.MultiGraph
    turns: tuple[int, ...]
    left: int

    @property
    def nodes(self) -> frozenset[int]:
        return frozenset(self.turns)


def guests(scene: Scene, choice: Choice | None, picture: Picture, most: int = AT_ONCE) -> Guests | None:
    """Whom the chosen person, company or group met and ``picture`` does not draw, most often met first; where meetings are nodes, its
    latest with all their guests. Of a company in the picture of people also its own people, and whom these met.

    None where all are drawn. What the filters leave out does not come.
    """
    if choice is None or choice.kind in {"meeting", "edge"}:
        return None
    shown = projection.part(scene, scene.key, picture)
    if len(shown) == projection.size(scene, scene.key, picture):
        return None
    whole, hosts = _surroundings(scene, picture, {node for node in meant(scene, choice, picture) if node in shown})
    ranked = [node for node in _ranked(whole, hosts) if node not in shown]
    taken: dict[int, None] = {}
    for node in ranked:
        fresh = [one for one in (node, *(sorted(whole[node]) if node < 0 else ())) if one not in shown]
        if taken and (len({*taken, *fresh}) > most or sum(one < 0 for one in taken) * AT_ONCE >= GATHERINGS * most):
            break
        taken.update(dict.fromkeys(fresh))
    if not taken:
        return None
    told = {node for node in taken if node < 0} or hosts
    graph = nx.MultiGraph()
    for node in {*taken} | set(whole).intersection(told):
        graph.add_node(node, **whole.nodes[node])
    for one, other, kind, row in whole.edges(told, keys=True, data=True):
        if (one in taken or other in taken) and all(end in taken or end in shown for end in (one, other)):
            for end in (one, other):
                graph.add_node(end, **whole.nodes[end])
            graph.add_edge(one, other, key=kind, **row)
    return Guests(graph, tuple(taken), len([node for node in ranked if node not in taken]))


def beside(scene: Scene, choice: Choice | None, picture: Picture, part: nx.MultiGraph, most: int = AT_ONCE) -> nx.MultiGraph:
    """What a reader sees of a picture: the ``part`` of it that is drawn, with whoever comes beside that."""
    found = _found(scene, scene.key, choice, picture, most)
    return nx.compose(found.graph, part) if found else part


@st.cache_resource(show_spinner=False, max_entries=100, hash_funcs=BY_WORDS)
def _found(_scene: Scene, key: str, choice: Choice | None, picture: Picture, most: int) -> Guests | None:
    return guests(_scene, choice, picture, most)


@st.cache_resource(show_spinner=False, max_entries=100, hash_funcs=BY_WORDS)
def payload(_scene: Scene, key: str, choice: Choice | None, picture: Picture, most: int, language: Language) -> dict[str, str] | None:
    """What the network is told of them: ``rows``, nodes and lines as it is sent its own, packed; ``more``, where there are more, the words
    of what brings them. ``key`` is the scene's."""
    found = _found(_scene, key, choice, picture, most)
    if found is None:
        return None
    rows = packed(projection.apart(_scene, key, language, picture, found.graph, found.turns))
    told = {"rows": b64encode(compress(rows, 9)).decode()}
    if found.left:
        others = "more_met_companies" if picture.reading == "companies" else "more_met"
        told["more"] = word("more_met_meetings" if min(found.nodes) < 0 else others, language, n=found.left)
    return told


def _surroundings(scene: Scene, picture: Picture, chosen: set[int]) -> tuple[nx.MultiGraph, set[int]]:
    """A graph that has all lines of who is chosen, and whose lines are meant."""
    if picture.reading == "companies":
        return projection.graph(scene, scene.key, picture), chosen
    joined = ties(scene, scene.key, replace(picture.conditions, without=()))
    own = {person for node in chosen if scene.entities[node].kind != "person" for person in joined.people_of(node)}
    if picture.reading in {"meetings", "around"}:
        whole = projection.graph(scene, scene.key, picture)
        return whole, {node for node in chosen | own if node in whole}
    stars = [joined.star(node) for node in sorted(chosen | own)]
    whole = projection.of_kinds(nx.compose_all(stars) if stars else nx.MultiGraph(), picture.kinds)
    return whole, {node for node in chosen | own if node in whole}


def _ranked(whole: nx.MultiGraph, hosts: Collection[int]) -> list[int]:
    """Who is joined to the hosts: their own people first, then whom they met most often; where meetings are nodes, these, the latest
    first."""
    there = {node for host in hosts for node in whole[host]}
    meetings = [node for node in there if node < 0]
    if meetings:
        last = {node: next((day for *_, day in whole.edges(node, data="last") if day), date.min) for node in meetings}
        return sorted(meetings, key=lambda node: (-last[node].toordinal(), node))
    times = {node: sum(row.get("n", 0) for host in hosts for row in whole.get_edge_data(host, node, default={}).values()) for node in there}
    return sorted({*there, *hosts}, key=lambda node: (node not in hosts, -times.get(node, 0), node))
