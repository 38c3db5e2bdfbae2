"""How much room the names take of those who met most: in a crowd it is kept beside their nodes (berths.js)."""

from __future__ import annotations

from collections.abc import Mapping

import networkx as nx

from graphing.view.network.layout import ROOMY, wrapped

HUBS = 20  # so many have room of their own
COMPANIONS = 3  # so many of those whom the one in the middle met most are among them
LETTER = {"latin": 7.0, "hangul": 12.5}  # pixels that a letter of a crowd's names takes at most, on the mean
LINE = 15.6  # pixels from line to line


def berths(graph: nx.MultiGraph, widest: Mapping[int, str], first: int | None = None) -> list[tuple[str, int, int]]:
    """(node, the pixels that its name takes across, and down) of the ``HUBS`` that have most meetings (where meetings are nodes: guests),
    the first before others; before them ``first``, whose surroundings they are, and whom that one met most. None in a picture of few,
    where all have room.

    ``widest`` has the name of every node in the language in which it takes most.
    """
    if len(graph) <= ROOMY:
        return []
    gatherings = any(node < 0 for node in graph)
    counts = {node: graph.degree(node) if gatherings else len(met) for node, met in graph.nodes(data="meetings")}
    ranked = sorted(graph, key=lambda node: (-counts[node], node))
    ahead = [first, *_companions(graph, first)] if first in graph else []
    return [(str(node), *_room(widest[node])) for node in list(dict.fromkeys([*ahead, *ranked]))[:HUBS]]


def _companions(graph: nx.MultiGraph, first: int | None) -> list[int]:
    times: dict[int, int] = {}
    for _, other, kind, met in graph.edges(first, keys=True, data="meetings"):
        if kind != "post":
            times[other] = times.get(other, 0) + len(met or ())
    return sorted(times, key=lambda node: (-times[node], node))[:COMPANIONS]


def _room(label: str) -> tuple[int, int]:
    lines = wrapped(label).split("\n")
    wide = max(sum(LETTER["hangul" if ord(letter) > 0x1100 else "latin"] for letter in line) for line in lines)
    return round(wide), round(LINE * len(lines))
