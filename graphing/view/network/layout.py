"""Where each node stands: computed here, once, so that the picture is still from its first moment.

Measured: Kamada–Kawai reads best, with overlaps removed while there is room for all labels (above some 80 nodes that makes
false columns; the page then shows only the labels that fit). Above 300 nodes only Fruchterman–Reingold on a grid is fast
enough (0.4 s at 5,000 nodes). Units are pixels at zoom 1, y pointing down.
"""

from __future__ import annotations

import math
import random
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import igraph
import networkx as nx

Point = tuple[float, float]

READABLE = 300
ROOMY = 80
PANEL: Point = (760.0, 620.0)
SPACING = 92.0  # pixels between the ends of an edge
LINE = 34.0  # pixels between two labels, one above the other
NEAR = 90.0
CLEAR = 22.0  # what a line keeps from a node that it does not lead to
RINGS = 8
AROUND = 4  # so many circles farther out a place is looked for where no line runs through a node
LONG = 13  # characters that stand on one line
WIDE = 190.0  # the longest line of a label, in pixels; the page shortens what is longer
LOOSE: Point = (15.0, 12.0)  # half the room of who is joined to nobody, in a crowd
STEPS = 120  # places that are tried, on a spiral, for who comes into a crowd
HOME = 3  # so many gaps apart two belong to one place
GOLDEN = math.pi * (3 - math.sqrt(5))  # the turn that leaves no gaps on a spiral
SEED = 4


def middle(points: Sequence[Point]) -> Point:
    """The mean of some points, at least one."""
    return sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)


def place(
    graph: nx.MultiGraph, labels: Mapping[int, str], placed: Mapping[int, Point] | None = None, near: Mapping[int, Point] | None = None
) -> dict[int, Point]:
    """The position of every node of ``graph``: those of ``placed`` stay where they are, new ones come beside their neighbours.

    New ones in ``near`` come there instead, or where there is room next to it. In a picture of up to ``ROOMY`` nodes they come where no
    line runs through a node that it does not lead to, if there is such a place at hand.
    ``labels`` gives the words under each node, for the room that they need. The same input gives the same output.
    """
    known = {node: point for node, point in (placed or {}).items() if node in graph}
    if not known:
        return _fresh(graph, labels)
    free = [node for node in sorted(graph) if node not in known]
    positions = dict(known)
    while free:
        # The best-connected first: a node whose neighbours have places finds its own beside them.
        node = max(free, key=lambda candidate: sum(other in positions for other in graph[candidate]))
        free.remove(node)
        if near and node in near:
            positions[node] = _free(node, near[node], labels, positions, first=0, lines=_lines(node, graph, positions))
            continue
        find = _amid if graph.nodes[node].get("kind") == "meeting" else _beside
        positions[node] = find(node, graph, labels, positions)
    return positions


def beside(graph: nx.Graph, placed: Mapping[int, Point]) -> dict[int, Point]:
    """A place for every node of ``graph``, of however many: who is not ``placed`` stands by the neighbours, inside of the picture.

    So the picture that stands need neither move nor shrink where more of it is shown.
    """
    positions = dict(placed)
    left, right = min(x for x, _ in placed.values()), max(x for x, _ in placed.values())
    top, bottom = min(y for _, y in placed.values()), max(y for _, y in placed.values())
    gap = min(NEAR / 2, max(1.0, 0.6 * math.sqrt((right - left) * (bottom - top) / len(graph))))
    cells: dict[tuple[int, int], list[Point]] = {}
    # How far out the last one came to stand of those who belong there: what is nearer is mostly taken, and need not be tried by each.
    outs: dict[tuple[int, int], int] = {}

    def cell(at: Point) -> tuple[int, int]:
        return int(at[0] // gap), int(at[1] // gap)

    def free(at: Point) -> bool:
        column, line = cell(at)
        # Asked a hundred thousand times of a thousand nodes: plain loops take half of the time.
        for x in (column - 1, column, column + 1):
            for y in (line - 1, line, line + 1):
                for other in cells.get((x, y), ()):
                    if math.dist(at, other) < gap:
                        return False
        return True

    def settle(node: int, middle: Point) -> None:
        turn, home = _angle(node), (int(middle[0] // (HOME * gap)), int(middle[1] // (HOME * gap)))
        for step in range(outs.get(home, 1), STEPS):
            angle, far = turn + step * GOLDEN, gap * math.sqrt(step)
            at = (middle[0] + far * math.cos(angle), middle[1] + far * math.sin(angle))
            at = (round(min(right, max(left, at[0])), 1), round(min(bottom, max(top, at[1])), 1))
            if free(at):
                break
        outs[home] = step
        positions[node] = at
        cells.setdefault(cell(at), []).append(at)

    for point in placed.values():
        cells.setdefault(cell(point), []).append(point)
    # Meetings last: they stand amid their guests.
    rank = {node: (kind == "meeting", -len(graph[node]), node) for node, kind in graph.nodes(data="kind")}
    waiting = [node for node in sorted(rank, key=rank.__getitem__) if node not in positions]
    while waiting:
        later = []
        for node in waiting:
            around = [positions[other] for other in graph[node] if other in positions]
            if around:
                settle(node, (sum(x for x, _ in around) / len(around), sum(y for _, y in around) / len(around)))
            else:
                later.append(node)
        if len(later) == len(waiting):
            # Joined to nobody who has a place: anywhere, but always there.
            draw = random.Random(str(later[0]))
            settle(later.pop(0), (draw.uniform(left, right), draw.uniform(top, bottom)))
        waiting = later
    return positions


def lies(places: Mapping[int, Point]) -> bool:
    """Whether a picture is wider than it is high."""
    wide, high = (max(of, default=0.0) - min(of, default=0.0) for of in ([point[axis] for point in places.values()] for axis in (0, 1)))
    return wide > high


def _fresh(graph: nx.MultiGraph, labels: Mapping[int, str]) -> dict[int, Point]:
    if len(graph) > READABLE:
        points = _drawn(graph, sorted(graph), grid=True)
        return _scaled(points, SPACING * 0.62 * math.sqrt(len(graph)))
    parts = sorted(nx.connected_components(graph), key=lambda part: (-len(part), min(part)))
    blocks = [_part(graph, sorted(part)) for part in parts]
    rooms = {node: room(labels.get(node, "")) for node in graph}
    if len(graph) <= ROOMY:
        blocks = [_apart(block, rooms) for block in blocks]
    else:
        # A crowd's labels are those that fit: who is joined to nobody needs no room for one beside those who are.
        rooms.update({node: LOOSE for node in graph if not graph[node]})
    return _packed(blocks, rooms)


def _drawn(graph: nx.MultiGraph, nodes: Sequence[int], grid: bool = False) -> dict[int, Point]:
    at = {node: index for index, node in enumerate(nodes)}
    pairs = sorted({(min(at[a], at[b]), max(at[a], at[b])) for a, b in graph.subgraph(nodes).edges() if a != b})
    picture = igraph.Graph(n=len(nodes), edges=pairs)
    # igraph draws its random numbers from Python's; a seeded generator of our own keeps runs alike.
    igraph.set_random_number_generator(random.Random(SEED))
    layout = picture.layout_fruchterman_reingold(grid="grid") if grid else picture.layout_kamada_kawai()
    igraph.set_random_number_generator(random)
    return {node: (float(x), float(y)) for node, (x, y) in zip(nodes, layout.coords, strict=True)}


def _part(graph: nx.MultiGraph, nodes: Sequence[int]) -> dict[int, Point]:
    """One connected part, its longer side lying, its edges about ``SPACING`` long."""
    if len(nodes) == 1:
        return {nodes[0]: (0.0, 0.0)}
    points = _level(_drawn(graph, nodes))
    lengths = sorted(math.dist(points[a], points[b]) for a, b in graph.subgraph(nodes).edges() if a != b)
    middle = lengths[len(lengths) // 2] or 1.0
    factor = SPACING * (2.0 if len(nodes) > ROOMY else 1.0) / middle
    return {node: (x * factor * 1.15, y * factor * 0.9) for node, (x, y) in points.items()}


def _level(points: Mapping[int, Point]) -> dict[int, Point]:
    """Turned so that the longest extent lies from left to right, as panels and labels do."""
    middle_x = sum(x for x, _ in points.values()) / len(points)
    middle_y = sum(y for _, y in points.values()) / len(points)
    flat = {node: (x - middle_x, y - middle_y) for node, (x, y) in points.items()}
    across = sum(x * x for x, _ in flat.values())
    down = sum(y * y for _, y in flat.values())
    both = sum(x * y for x, y in flat.values())
    angle = -0.5 * math.atan2(2 * both, across - down)
    turn, lift = math.cos(angle), math.sin(angle)
    return {node: (x * turn - y * lift, x * lift + y * turn) for node, (x, y) in flat.items()}


def room(label: str) -> Point:
    """Half the width and half the height that a node with its label takes (Hangul is twice as wide as Latin)."""
    lines = [sum(14.0 if ord(letter) > 0x1100 else 8.0 for letter in line) for line in wrapped(label).split("\n")]
    return min(max(*lines, 28.0), WIDE) / 2 + 5, 20.0 + 7.0 * len(lines)


def wrapped(label: str) -> str:
    """A long name on two lines, broken at the blank nearest to its middle."""
    blanks = [index for index, letter in enumerate(label) if letter == " "]
    if len(label) <= LONG or not blanks:
        return label
    middle = min(blanks, key=lambda index: abs(index - len(label) / 2))
    return f"{label[:middle]}\n{label[middle + 1 :]}"


def _apart(points: Mapping[int, Point], rooms: Mapping[int, Point]) -> dict[int, Point]:
    """Nodes moved, pair by pair and by the least distance, until no label lies on another node or label."""
    moved = {node: [x, y] for node, (x, y) in points.items()}
    nodes = sorted(points)
    for _ in range(60):
        still = True
        for index, one in enumerate(nodes):
            for other in nodes[index + 1 :]:
                wide = rooms[one][0] + rooms[other][0] - abs(moved[one][0] - moved[other][0])
                high = rooms[one][1] + rooms[other][1] - abs(moved[one][1] - moved[other][1])
                if wide <= 0.5 or high <= 0.5:
                    continue
                still = False
                axis, push = (0, wide) if wide < high else (1, high)
                sign = 1 if moved[one][axis] <= moved[other][axis] else -1
                moved[one][axis] -= sign * push / 2
                moved[other][axis] += sign * push / 2
        if still:
            break
    return {node: (x, y) for node, (x, y) in moved.items()}


def _packed(blocks: Iterable[Mapping[int, Point]], rooms: Mapping[int, Point]) -> dict[int, Point]:
    """The parts side by side on shelves, the largest first, in a sheet shaped like the panel."""
    boxes = []
    for block in blocks:
        left = min(x - rooms[node][0] for node, (x, _) in block.items())
        top = min(y - rooms[node][1] for node, (_, y) in block.items())
        right = max(x + rooms[node][0] for node, (x, _) in block.items())
        bottom = max(y + rooms[node][1] for node, (_, y) in block.items())
        line = 0.0 if [rooms[node] for node in block] == [LOOSE] else LINE
        boxes.append((block, left, top, right - left + line, bottom - top + line))
    area = sum(wide * high for *_, wide, high in boxes)
    sheet = max([math.sqrt(area * PANEL[0] / PANEL[1]) * 1.1, *(wide for *_, wide, _ in boxes)])
    positions: dict[int, Point] = {}
    x = y = shelf = 0.0
    for block, left, top, wide, high in boxes:
        if x and x + wide > sheet:
            x, y, shelf = 0.0, y + shelf, 0.0
        positions.update({node: (round(at_x - left + x, 1), round(at_y - top + y, 1)) for node, (at_x, at_y) in block.items()})
        x, shelf = x + wide, max(shelf, high)
    return positions


def _scaled(points: Mapping[int, Point], width: float) -> dict[int, Point]:
    left, top = min(x for x, _ in points.values()), min(y for _, y in points.values())
    extent = max(max(x for x, _ in points.values()) - left, max(y for _, y in points.values()) - top) or 1.0
    return {node: (round((x - left) / extent * width, 1), round((y - top) / extent * width, 1)) for node, (x, y) in points.items()}


def _beside(node: int, graph: nx.MultiGraph, labels: Mapping[int, str], positions: Mapping[int, Point]) -> Point:
    """A free place by the neighbours' middle, or below all where there are none."""
    around = [positions[other] for other in graph[node] if other in positions]
    if around:
        middle = (sum(x for x, _ in around) / len(around), sum(y for _, y in around) / len(around))
    else:
        points = positions.values()
        middle = (min((x for x, _ in points), default=0.0) + NEAR, max((y for _, y in points), default=0.0) + NEAR)
    return _free(node, middle, labels, positions, lines=_lines(node, graph, positions))


@dataclass(frozen=True)
class _Lines:
    """The lines of a picture about a node that has no place yet: those that stand, and to where its own lead, past whom."""

    standing: Sequence[tuple[Point, Point]] = ()
    ends: Sequence[Point] = ()
    strangers: Sequence[Point] = ()

    def wrong(self, at: Point) -> int:
        """How many lines run through a node that they do not lead to, if the new one stands there."""
        through = sum(_passes(one, other, at) for one, other in self.standing)
        return through + sum(_passes(at, end, node) for end in self.ends for node in (*self.strangers, *self.ends) if node != end)


def _lines(node: int, graph: nx.MultiGraph, positions: Mapping[int, Point]) -> _Lines:
    """None in a crowd: there are too many to tell them apart, and to try."""
    if len(graph) > ROOMY:
        return _Lines()
    pairs = {(min(one, other), max(one, other)) for one, other in graph.edges() if one in positions and other in positions}
    ends = [other for other in graph[node] if other in positions]
    return _Lines(
        [(positions[one], positions[other]) for one, other in sorted(pairs)],
        [positions[end] for end in ends],
        [at for other, at in positions.items() if other not in ends],
    )


def _free(
    node: int, middle: Point, labels: Mapping[int, str], positions: Mapping[int, Point], first: int = 1, lines: _Lines = _Lines()
) -> Point:
    """The first free place on widening circles about a middle, from the ``first`` of them on (0: the middle itself), where no line runs
    through a node; the one of ``AROUND`` circles from the first free place on where the fewest do."""
    wide, high = room(labels.get(node, ""))
    crowd = [(x, y, *room(labels.get(other, ""))) for other, (x, y) in positions.items()]
    turn = _angle(node)
    found: list[tuple[int, Point]] = []
    last = 40
    for ring in range(first, 40):
        if ring > last:
            break
        for step in range(6 + 2 * ring):
            angle = turn + 2 * math.pi * step / (6 + 2 * ring)
            x, y = middle[0] + ring * 0.6 * NEAR * math.cos(angle), middle[1] + ring * 0.6 * NEAR * math.sin(angle)
            if all(abs(x - a) >= wide + b or abs(y - c) >= high + d for a, c, b, d in crowd):
                at = (round(x, 1), round(y, 1))
                if not (wrong := lines.wrong(at)):
                    return at
                found.append((wrong, at))
                last = min(last, ring + AROUND)
    if found:
        return min(found, key=lambda place: place[0])[1]
    return round(middle[0], 1), round(middle[1] + 40 * NEAR, 1)


def _amid(node: int, graph: nx.MultiGraph, labels: Mapping[int, str], positions: Mapping[int, Point]) -> Point:
    """A meeting's place: near the middle of its guests, where it covers little and few of its spokes run through others.

    In a picture of more than ``ROOMY`` nodes spokes are not followed: there are too many to tell them apart, and to try.
    """
    guests = [positions[other] for other in graph[node] if other in positions]
    if not guests:
        return _beside(node, graph, labels, positions)
    middle = (sum(x for x, _ in guests) / len(guests), sum(y for _, y in guests) / len(guests))
    wide, high = room(labels.get(node, ""))
    clear = len(graph) <= ROOMY
    reach = 3 * NEAR + max(math.dist(middle, guest) for guest in guests)
    others = [
        (x, y, *room(labels.get(other, "")))
        for other, (x, y) in positions.items()
        if math.dist(middle, (x, y)) < reach
    ]

    def cost(at: Point) -> float:
        covered = sum(max(0.0, wide + b - abs(at[0] - x)) * max(0.0, high + d - abs(at[1] - y)) for x, y, b, d in others)
        passed = sum(_passes(at, end, (x, y)) for x, y, *_ in others for end in guests if (x, y) != end) if clear else 0
        return 1.6 * math.dist(at, middle) / NEAR + 0.4 * covered / (wide * high) + 0.5 * passed

    tried = [middle]
    for ring in range(1, RINGS):
        turns = (2 * math.pi * step / (4 + 2 * ring) for step in range(4 + 2 * ring))
        tried.extend((middle[0] + 0.35 * ring * NEAR * math.cos(turn), middle[1] + 0.35 * ring * NEAR * math.sin(turn)) for turn in turns)
    x, y = min(tried, key=cost)
    return round(x, 1), round(y, 1)


def _passes(start: Point, end: Point, node: Point) -> bool:
    """Whether a straight line runs through a node's disc or the line under it that its label takes."""
    along = (end[0] - start[0], end[1] - start[1])
    length = math.hypot(*along)
    if not length:
        return False
    share = ((node[0] - start[0]) * along[0] + (node[1] - start[1]) * along[1]) / length**2
    nearest = (start[0] + share * along[0], start[1] + share * along[1])
    return 0 < share < 1 and math.dist(nearest, node) < CLEAR


def _angle(node: Hashable) -> float:
    return random.Random(str(node)).random() * 2 * math.pi
