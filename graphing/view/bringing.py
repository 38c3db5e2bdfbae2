"""Who comes into a crowd's picture with a choice: what was chosen in a text, a table or the timeline is seen in the network too."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import networkx as nx

from graphing.errors import NotFoundError
from graphing.graph import Edge
from graphing.view.projection import Picture, Scene, graph, group_members, part, size, surroundings
from graphing.view.session import Choice

BESIDE = 30  # whom the chosen one met, at most
LATEST = 10  # meetings of the chosen one, where meetings are nodes


def brought(scene: Scene, choice: Choice | None, picture: Picture) -> tuple[int, ...]:
    """The nodes that a choice is about and a picture does not draw, with whom they met; what the filters leave out does not come.

    Nobody where all that is chosen is drawn already: then a choice changes no picture. ``picture`` is as it is without a choice.
    """
    if choice is None:
        return ()
    shown = part(scene, scene.key, picture)
    if len(shown) == size(scene, scene.key, picture):
        return ()
    absent = [node for node in meant(scene, choice, picture) if node not in shown]
    # Most choices are of somebody who is drawn: whom they met comes beside the picture (``guests``).
    if not absent:
        return ()
    whole = surroundings(scene, scene.key, picture, absent)
    missing = [node for node in absent if node in whole]
    found = set(missing)
    if choice.kind not in {"meeting", "edge"}:
        for node in missing:
            found.update(_beside(node, whole))
    for node in [node for node in found if node < 0]:
        found.update(whole[node])
    return tuple(sorted(found - set(shown)))


def meant(scene: Scene, choice: Choice, picture: Picture) -> Iterable[int]:
    """The nodes that stand for a choice in a reading. None where it is gone."""
    try:
        if choice.kind == "meeting":
            told = int(choice.id)
            row = scene.meetings[scene.encounter_of.get(told, told)]
            ends: tuple[int, ...] = (-row.id,) if picture.reading == "meetings" else (*row.people, *row.organizations)
        elif choice.kind == "edge":
            edge = Edge.parse(choice.id)
            ends = (edge.one, edge.other)
        else:
            ends = group_members(scene, int(choice.id)) if choice.kind == "group" else (int(choice.id),)
    except (KeyError, ValueError, NotFoundError):
        return ()
    if picture.reading != "companies":
        return ends
    bodies = {home for end in ends for home in scene.sieve.homes.get(end, (end,))}
    if not picture.folded:
        return bodies
    whole = graph(scene, scene.key, picture)
    return [node for node, members in whole.nodes(data="members") if not bodies.isdisjoint(members)]


def _beside(node: int, whole: nx.MultiGraph) -> list[int]:
    """Whom a node met, most often first; where meetings are nodes, its latest."""
    meetings = [other for other in whole[node] if other < 0]
    if meetings:
        last = {other: next((day for *_, day in whole.edges(other, data="last") if day), date.min) for other in meetings}
        return sorted(meetings, key=lambda one: (-last[one].toordinal(), one))[:LATEST]
    times = {other: sum(row.get("n", 0) for row in lines.values()) for other, lines in whole[node].items()}
    return sorted(times, key=lambda one: (-times[one], one))[:BESIDE]
