"""Where the nodes of pictures stand, as readers were told first. Each function works within the caller's transaction.

Packed, a hundred thousand nodes are 1.6 MB that are written in 0.05 s and read in 0.06; a row each would be 2.4 MB, 0.6 and 0.1 s. What
comes to a picture is a row behind its others, so that a few more cost as little in a large one; now and then they are made one.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from itertools import accumulate

from sqlalchemy import Connection, delete, func, insert, select

from graphing.store.grouping import take_ids
from graphing.store.rows import Places, Point
from graphing.store.schema import entities, meetings, places

# Pictures about somebody may be as many as there are people, three times. So many bytes of them are kept: mostly of some 3,000 pictures,
# and of those that show all of a crowd of a hundred thousand, of ten. What goes is laid out anew, and as before while nothing is added.
ROOM = 16_000_000
# A picture is read from so many rows at most.
PARTS = 50
# A node's number and its place, in tenths of a pixel.
NODE = struct.calcsize("<qii")
TENTH = 10


def kept(connection: Connection, picture: str) -> Places:
    """All that is kept of a picture. What was kept first of a node holds."""
    found = select(places.c.number, places.c.nodes).where(places.c.picture == picture).order_by(places.c.number.desc())
    rows = connection.execute(found).all()
    points: dict[int, Point] = {}
    for _, nodes in rows:
        points.update(_unpacked(nodes))
    return Places(points, rows[0].number if rows else 0)


def keep(connection: Connection, picture: str, points: Mapping[int, Point], seen: int, around: int | None) -> int | None:
    """Keeps where further nodes of a picture stand, and tells its new ``Places.latest``; None, and keeps nothing, where that is not
    ``seen`` any more."""
    rows = select(func.count(), func.coalesce(func.max(places.c.number), 0)).where(places.c.picture == picture)
    parts, latest = connection.execute(rows).one()
    if latest != seen:
        return None
    whole = points
    if parts >= PARTS:
        whole = _there(connection, {**points, **kept(connection, picture).points})
        connection.execute(delete(places).where(places.c.picture == picture))
    number = take_ids(connection, "places", 1)
    connection.execute(insert(places).values(number=number, picture=picture, around=around, nodes=_packed(whole)))
    if around is not None:
        _make_room(connection)
    return number


def _there(connection: Connection, points: Mapping[int, Point]) -> dict[int, Point]:
    """Without those that have gone: their ids don't come again."""
    alive = {*connection.execute(select(entities.c.id)).scalars(), *(-one for one in connection.execute(select(meetings.c.id)).scalars())}
    return {node: point for node, point in points.items() if node in alive}


def _make_room(connection: Connection) -> None:
    """Of the pictures about somebody only the newest stay."""
    size, latest = func.sum(func.length(places.c.nodes)), func.max(places.c.number)
    asked = select(places.c.picture, size).where(places.c.around.is_not(None)).group_by(places.c.picture).order_by(latest.desc())
    rows = connection.execute(asked).all()
    for (picture, _), taken in list(zip(rows, accumulate(int(bytes_) for _, bytes_ in rows), strict=True))[1:]:
        if taken > ROOM:
            connection.execute(delete(places).where(places.c.picture == picture))


def _packed(points: Mapping[int, Point]) -> bytes:
    """First all nodes, then how far to the right each is, then how far down."""
    nodes = sorted(points)
    across, down = ([round(points[node][axis] * TENTH) for node in nodes] for axis in (0, 1))
    return struct.pack(f"<{len(nodes)}q{2 * len(nodes)}i", *nodes, *across, *down)


def _unpacked(packed: bytes) -> dict[int, Point]:
    count = len(packed) // NODE
    told = struct.unpack_from(f"<{count}q{2 * count}i", packed)
    across, down = ([value / TENTH for value in told[start : start + count]] for start in (count, 2 * count))
    return dict(zip(told[:count], zip(across, down, strict=True), strict=True))
