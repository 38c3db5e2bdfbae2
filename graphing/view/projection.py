"""What the home page draws, made from the store once for each of its revisions and kept for all sessions."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

import networkx as nx
import streamlit as st

from graphing import graph as graphs
from graphing import readings
from graphing.errors import NotFoundError
from graphing.graph import Edge
from graphing.sieve import EVERYTHING, Conditions, Kind, group_of
from graphing.view import names, network
from graphing.view.fitting import kept, met, ties
from graphing.view.network.layout import Point, beside, lies, middle, place
from graphing.view.scene import BY_WORDS, Scene, scene
from graphing.view.session import LANGUAGES, Choice, Language, Reading
from graphing.view.standing import standing

__all__ = ["Scene", "scene"]

# More nodes than ``CROWD`` are not read at once, and slow the browser: the busiest are drawn, more of them and anyone's surroundings on
# demand.
CROWD = 300
DRAWN = 120


@dataclass(frozen=True, slots=True)
class Picture:
    """Which network is asked for: a reading of the meetings that fit, about somebody or not; of a crowd so many nodes.

    ``brought`` are nodes that come with a choice, beside the busiest (``bringing``); ``kinds`` those that are shown, none named: all.
    """

    reading: Reading = "people"
    conditions: Conditions = EVERYTHING
    folded: bool = False
    around: int | None = None
    steps: int = 1
    most: int = DRAWN
    brought: tuple[int, ...] = ()
    kinds: tuple[Kind, ...] = ()

    @property
    def limited(self) -> bool:
        """Whether dates or status leave something out."""
        return self.conditions.between is not None or bool(self.conditions.statuses)

    @property
    def place(self) -> str:
        """Pictures of one name share where their nodes stand (``standing``)."""
        return f"around {self.around} {self.steps}" if self.reading == "around" else f"{self.reading}{' folded' if self.folded else ''}"


PEOPLE = Picture()


def graph(scene: Scene, key: str, picture: Picture) -> nx.MultiGraph:
    """The whole graph of a picture, also what is not drawn. ``key`` is the scene's."""
    return _graph(scene, key, replace(picture, most=DRAWN, brought=()))


@st.cache_resource(show_spinner=False, max_entries=32, hash_funcs=BY_WORDS)
def _graph(_scene: Scene, key: str, picture: Picture) -> nx.MultiGraph:
    if picture.kinds:
        return of_kinds(_graph(_scene, key, replace(picture, kinds=())), picture.kinds)
    # What an outlet alone tells is drawn apart when the outlet is left out, not dropped.
    conditions = replace(picture.conditions, without=())
    if picture.reading == "meetings":
        # A meeting is one node with all its guests.
        return readings.gatherings(kept(_scene, key, conditions))
    part = met(_scene, key, conditions)
    if picture.reading == "companies":
        return readings.companies(part, _scene.sieve.homes, picture.folded)
    if picture.reading == "around" and picture.around is not None:
        joined = ties(_scene, key, conditions)
        if picture.around in joined:
            return joined.network(joined.within(picture.around, picture.steps))
    return _scene.graph if part is _scene.snapshot else graphs.network(part)


@st.cache_resource(show_spinner=False, max_entries=32, hash_funcs=BY_WORDS)
def part(_scene: Scene, key: str, picture: Picture) -> nx.MultiGraph:
    """The part of a picture's graph that is drawn. ``key`` is the scene's."""
    # The whole takes as long as all that it joins: of a crowd it is not drawn.
    among = _among(_scene, key, picture)
    if among is not None:
        return ties(_scene, key, replace(picture.conditions, without=())).network(among)
    return _drawn(_scene, key, picture)


def _among(scene: Scene, key: str, picture: Picture) -> set[int] | None:
    """Who is drawn of a crowd of people, or of those around somebody, the nearest; None where that is no crowd."""
    if picture.reading not in {"people", "around"}:
        return None
    joined = ties(scene, key, replace(picture.conditions, without=()))
    seen = joined.of(picture.kinds)
    on_top = {node for node in (*picture.brought, picture.around) if node is not None and node in seen}
    if picture.reading == "people":
        # Whether they are a crowd does not hang on the kinds: who ticks one off has no more of the others before them.
        crowd = len(ties(scene, key, replace(_unlimited(picture).conditions, without=()))) > max(CROWD, picture.most)
        return joined.busiest(picture.most, seen) | on_top if crowd and len(joined) > picture.most else None
    if picture.around is None or picture.around not in joined:
        return None
    # With more steps no fewer are drawn than with one, whose picture may be as large as can be read.
    most = CROWD * picture.most // DRAWN
    if len(joined.within(picture.around, picture.steps)) <= most:
        return None
    return joined.nearest(picture.around, picture.steps, most, seen) | on_top


@st.cache_resource(show_spinner=False, max_entries=32, hash_funcs=BY_WORDS)
def coming(_scene: Scene, key: str, picture: Picture) -> int:
    """How many nodes come to a picture where more of it is asked for. ``key`` is the scene's."""
    further = replace(picture, most=2 * picture.most)
    among = _among(_scene, key, further)
    after = _drawn(_scene, key, further) if among is None else among
    return len(after) - len(part(_scene, key, picture))


def size(scene: Scene, key: str, picture: Picture) -> int:
    """How many nodes the whole graph of a picture has. ``key`` is the scene's."""
    if picture.reading == "people":
        return len(ties(scene, key, replace(picture.conditions, without=())).of(picture.kinds))
    return len(graph(scene, key, picture))


def surroundings(scene: Scene, key: str, picture: Picture, whom: Iterable[int]) -> nx.MultiGraph:
    """The graph of a picture, of a crowd of people only those of ``whom`` that are in it, and whom they are joined to. ``key`` is the
    scene's."""
    if picture.reading != "people":
        return graph(scene, key, picture)
    joined = ties(scene, key, replace(picture.conditions, without=()))
    seen = joined.of(picture.kinds)
    there = {node for node in whom if node in seen}
    return joined.network(there.union(*(joined.neighbours(node) for node in there)) & seen)


def of_kinds(graph: nx.MultiGraph, kinds: Collection[str]) -> nx.MultiGraph:
    """The part of a graph whose nodes are of ``kinds``, all of it where none is named: a group is a company, and a meeting is there with
    whoever is of them and was there."""
    if not kinds:
        return graph
    seen = {node for node, kind in graph.nodes(data="kind") if kind != "meeting" and (kind if kind != "group" else "company") in kinds}
    return graph.subgraph(seen.union(node for one in seen for node in graph[one] if node < 0)).copy()


def _drawn(scene: Scene, key: str, picture: Picture) -> nx.MultiGraph:
    """The part of a picture that is drawn: all, or where that are too many, the busiest, and who comes with a choice."""
    whole = graph(scene, key, picture)
    crowd = max(CROWD, picture.most)
    all_kinds = replace(_unlimited(picture), kinds=())
    if picture.reading == "meetings":
        of = graph(scene, key, _unlimited(picture))
        part = readings.busiest_gatherings(whole, picture.most, crowd, picture.around, of)
    elif len(whole) <= picture.most or (picture.reading == "around" and picture.around in whole):
        part = whole  # of a crowd around somebody only the nearest are asked for
    else:
        part = whole if len(graph(scene, key, all_kinds)) <= crowd else graphs.busiest(whole, picture.most)
    # On top, so that nothing makes room for it.
    on_top = {node for node in (*picture.brought, picture.around) if node in whole}
    return part if all(node in part for node in on_top) else whole.subgraph({*part, *on_top})


def _unlimited(picture: Picture) -> Picture:
    """A picture without its dates and status. Whether it is one of a crowd is asked of that: while dates are dragged or played the browser
    hides some of those who are drawn, and nobody comes as that rests but who takes a place that is left."""
    return replace(picture, conditions=replace(picture.conditions, between=None, statuses=())) if picture.limited else picture


def alone(whole: nx.MultiGraph, without: tuple[str, ...]) -> set[tuple[int, int, str]]:
    """The edges that stand on the outlets left out alone."""
    if not without:
        return set()
    left = set(without)
    return {(one, other, kind) for one, other, kind, outlets in whole.edges(keys=True, data="outlets") if outlets and outlets <= left}


def attended(scene: Scene, choice: Choice | None, picture: Picture) -> tuple[int, ...] | None:
    """The meetings that a choice is about, by first day; None where nothing is chosen or the choice is gone."""
    if choice is None:
        return None
    return _attended(scene, scene.key, choice, replace(picture, conditions=EVERYTHING, brought=(), kinds=()))


@st.cache_resource(show_spinner=False, max_entries=500, hash_funcs=BY_WORDS)
def _attended(_scene: Scene, key: str, choice: Choice, picture: Picture) -> tuple[int, ...] | None:
    try:
        if choice.kind == "meeting":
            told = int(choice.id)
            meeting = _scene.encounter_of.get(told, told)
            return (meeting,) if meeting in _scene.meetings else None
        if choice.kind == "edge":
            edge = Edge.parse(choice.id)
            if edge.kind == "firms":
                firms = replace(picture, reading="companies", around=None)
                return readings.meetings_of(edge, graph(_scene, key, firms))
            if edge.one not in _scene.entities or edge.other not in _scene.entities:
                return None
            return tuple(row.id for row in _scene.attended_by(edge.one) if row.joins(edge.one, edge.other))
        bodies = group_members(_scene, int(choice.id)) if choice.kind == "group" else (int(choice.id),)
    except (ValueError, NotFoundError):
        return None
    return tuple(row.id for row in _scene.attended_by(*bodies)) if all(one in _scene.entities for one in bodies) else None


def own(scene: Scene, choice: Choice | None, picture: Picture) -> tuple[int, ...]:
    """The companies that stand for who is chosen, in a picture of companies that draws the chosen one under another name or not at all."""
    if picture.reading != "companies" or not choice or choice.kind not in {"person", "organization", "group"}:
        return ()
    shown = part(scene, scene.key, picture)
    try:
        chosen = int(choice.id)
        bodies = set(group_members(scene, chosen) if choice.kind == "group" else scene.sieve.homes.get(chosen, (chosen,)))
    except (ValueError, NotFoundError):
        return ()
    if choice.kind != "person" and chosen in shown:
        return ()
    return tuple(node for node, members in shown.nodes(data="members") if not bodies.isdisjoint(members))


def group_members(scene: Scene, entity: int) -> tuple[int, ...]:
    """The organisations of the business group of an organisation. Raises NotFoundError where there is none."""
    group = group_of(scene.entities[entity]) if entity in scene.entities else ""
    if not group:
        raise NotFoundError("there is no business group for {entity}; choose a group that is drawn", entity=entity)
    return tuple(row.id for row in scene.snapshot.entities if group_of(row) == group)


def stands_for(scene: Scene, group: str) -> int:
    """The organisation that stands for a business group: in the picture of folded companies, where it is drawn there, else its first."""
    folded = graph(scene, scene.key, Picture("companies", folded=True))
    drawn_there = (node for node, row in folded.nodes(data=True) if row["kind"] == "group" and row["name"] == group)
    return next(drawn_there, None) or next(row.id for row in scene.snapshot.entities if group_of(row) == group)


@st.cache_resource(show_spinner=False, max_entries=32, hash_funcs=BY_WORDS)
def network_payload(_current: Scene, key: str, language: Language, picture: Picture) -> bytes:
    """The network in one language. ``key`` is the scene's."""
    shown = part(_current, key, picture)
    base = _base(_current, key, picture)
    asked = replace(picture.conditions, without=(), between=None, statuses=())
    # What dates and status leave out leaves a gap: the picture is looked at from where it is seen without them.
    within = None if asked == EVERYTHING and not picture.kinds else part(_current, key, replace(picture, conditions=asked, brought=()))
    usual = part(_current, key, replace(picture, brought=()))
    brought = set(shown) - set(usual)  # takes no room from the others
    whole = shown if asked == EVERYTHING and not picture.limited and shown.nodes == base.nodes else base
    drawn_parts = [one for one in (base, within, shown) if one is not None]
    labels = dict(_current.labels[language])
    for one in drawn_parts:
        groups = {node: row["name"] for node, row in one.nodes(data=True) if row["kind"] == "group"}
        labels.update({node: names.name(group, "organization", language) for node, group in groups.items()})
        labels.update(_gatherings(_current, one, language))
    widest = _widest(_current, dict.fromkeys(chain(*drawn_parts)))
    places = _places(_current, key, picture, set(chain(*drawn_parts)))
    folded = _folded(graph(_current, key, _unfiltered(picture))) if picture.folded else []
    groups_at = _places(_current, key, picture, [node for node, _ in folded])
    near = {member: groups_at[node] for node, members in folded for member in members}
    for one in drawn_parts:
        places.update(place(one, widest, places, near))
    ground = network.Ground(whole, None if within is None else {*within, *brought}, len(usual if within is None else within))
    lost = frozenset(alone(shown, picture.conditions.without))
    drawing = network.Drawing(
        shown, _current.meetings, labels, language, ground, lost, picture.kinds, far(_current, key, picture), _unfiltered(picture).around
    )
    # Asked once: what is cached costs little, but at thousands of nodes more than the picture.
    lying = lies(_places(_current, key, PEOPLE, _base(_current, key, PEOPLE)))
    return drawing.payload(places, widest, picture.place, lying)


def apart(
    scene: Scene, key: str, language: Language, picture: Picture, graph: nx.MultiGraph, nodes: Sequence[int]
) -> dict[str, dict[str, list[object]]]:
    """``nodes``, in their order, and all lines of ``graph`` as the network is sent its own, to stand beside those of ``picture`` in their
    places. ``key`` is the scene's."""
    base = _base(scene, key, picture)
    labels = {**scene.labels[language], **_gatherings(scene, graph, language)}
    groups = {node: row["name"] for node, row in graph.nodes(data=True) if row["kind"] == "group"}
    labels.update({node: names.name(group, "organization", language) for node, group in groups.items()})
    lost = frozenset(alone(graph, picture.conditions.without))
    ground = network.Ground(base, None, len(base))
    drawing = network.Drawing(graph, scene.meetings, labels, language, ground, lost, far=far(scene, key, picture))
    return drawing.beside(_places(scene, key, picture, nodes), _widest(scene, nodes), nodes)


@st.cache_resource(show_spinner=False, max_entries=8, hash_funcs=BY_WORDS)
def far(_scene: Scene, key: str, picture: Picture) -> dict[int, int]:
    """How many steps from the one in the middle everybody stands whom the picture can show; nobody in pictures of no or one step."""
    joined = ties(_scene, key, replace(picture.conditions, without=()))
    steps = joined.far(picture.around, picture.steps) if picture.reading == "around" and picture.steps > 1 else {}
    return {node: step for node, step in steps.items() if node in joined.of(picture.kinds)}


def _unfiltered(picture: Picture) -> Picture:
    """The picture that all others of its name are parts of, whatever is filtered or chosen, and however many more of it are drawn."""
    return replace(picture, conditions=EVERYTHING, most=DRAWN, around=_about(picture), brought=(), kinds=())


def _base(scene: Scene, key: str, picture: Picture) -> nx.MultiGraph:
    """Of the unfiltered picture what is drawn at first: it is laid out whole, and all else that can be shown finds a place in it."""
    return part(scene, key, _unfiltered(picture))


def _places(scene: Scene, key: str, picture: Picture, whom: Collection[int]) -> dict[int, Point]:
    """Where these stand in a picture, of all whom it can show. Nobody's place hangs on who else is asked for."""
    found = _first(scene, key, picture)
    if not found.keys() >= set(whom):
        found = _all(scene, key, picture)
    return {node: found[node] for node in whom if node in found}


def _first(scene: Scene, key: str, picture: Picture) -> Mapping[int, Point]:
    """Where those stand of whom the picture is laid out, and whoever had a place before. All that a picture can show has a place before
    any of it is shown: what was asked for earlier, and by whom, decides nothing."""
    base = _base(scene, key, picture)
    return standing(key, picture.place, base, lambda places: _laid_out(scene, key, picture, base, places), _about(picture))


def _laid_out(scene: Scene, key: str, picture: Picture, base: nx.MultiGraph, places: Mapping[int, Point]) -> Mapping[int, Point]:
    """Where all of ``base`` stand, beside those who have ``places``."""
    if not places.keys().isdisjoint(base):
        # A group that another of its companies stands for now is where it was.
        chiefs = {node: next((one for one in of if one in places and one not in base), node) for node, of in _folded(base)}
        return place(base, _widest(scene, base), places, {node: places[one] for node, one in chiefs.items() if one in places})
    before: Mapping[int, Point] = {}
    near: Mapping[int, Point] = {}
    if picture.place != PEOPLE.place:
        # Who stands in the reading of people stands there in all others: they are switched without losing place.
        # But a group, which has the lines of all its companies, stands in their middle.
        stood = _base(scene, key, PEOPLE)
        people = _places(scene, key, PEOPLE, stood)
        before = {node: people[node] for node, kind in base.nodes(data="kind") if node in stood and kind != "group"}
        before = before if len(base) <= max(CROWD, 2 * len(before)) else {}
        members = _folded(base)
        inside = _places(scene, key, PEOPLE, {one for _, of in members for one in of if one in ties(scene, key, EVERYTHING)})
        near = {node: middle(known) for node, of in members if (known := [inside[one] for one in of if one in inside])}
    return place(base, _widest(scene, base), before, near)


def _all(scene: Scene, key: str, picture: Picture) -> Mapping[int, Point]:
    """Where everybody stands whom the picture can show: who is drawn on demand only has a place beside the others."""
    _first(scene, key, picture)
    unfiltered = _unfiltered(picture)
    whole = ties(scene, key, EVERYTHING).outline() if picture.reading == "people" else graph(scene, key, unfiltered)
    return standing(key, picture.place, whole, lambda places: beside(whole, places), _about(picture))


def _about(picture: Picture) -> int | None:
    """Whom a picture is about that is about somebody alone."""
    return picture.around if picture.reading == "around" else None


def _folded(shown: nx.MultiGraph) -> list[tuple[int, tuple[int, ...]]]:
    """The groups of a picture, each with its companies."""
    return [(node, row["members"]) for node, row in shown.nodes(data=True) if row["kind"] == "group"]


def _widest(scene: Scene, nodes: Iterable[int]) -> dict[int, str]:
    """Room for the longer of both languages: the switch moves nothing."""
    listed = list(nodes)
    called = [{**scene.labels[one], **_gatherings(scene, listed, one)} for one in LANGUAGES]
    return {node: max((labels.get(node, "") for labels in called), key=_width) for node in listed}


def _gatherings(scene: Scene, nodes: Iterable[int], language: Language) -> dict[int, str]:
    """What those nodes are called that are meetings."""
    return {node: names.gathering(scene.meetings[-node], scene.labels[language], language) for node in nodes if node < 0}


def _width(label: str) -> int:
    return sum(2 if ord(letter) > 0x1100 else 1 for letter in label)
