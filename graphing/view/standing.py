"""Where nodes stand: where somebody was told first, by this server or another on the same store, since it was started or before.

The store keeps it. Where that cannot be (it is read only, or another writes for long) this server goes by what it told itself, and keeps
that when it can.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field

import streamlit as st

from graphing.errors import StoreError
from graphing.store import Point
from graphing.view.session import store

# So often a picture is laid out again because others have been told of meanwhile.
TRIES = 5

Lay = Callable[[Mapping[int, Point]], Mapping[int, Point]]


@dataclass
class _Picture:
    """What this server knows of a picture: where its nodes stood when it last looked (``key``: at which revision of the store), the
    store's number for that, and which of them the store has not got. One thread at a time looks or keeps; none waits while another
    lays out."""

    name: str
    around: int | None
    turn: threading.Lock = field(default_factory=threading.Lock)
    key: str = ""
    latest: int = 0
    points: Mapping[int, Point] = field(default_factory=dict)
    unkept: Mapping[int, Point] = field(default_factory=dict)

    def seen(self, key: str) -> Mapping[int, Point]:
        """Who stands where, as the store knows it at this revision or later."""
        with self.turn:
            if self.key != key:
                self._look()
                self.key = key
                if self.unkept and not self._kept({}):
                    self._look()
            return self.points

    def keep(self, points: Mapping[int, Point], fresh: Mapping[int, Point]) -> bool:
        """Whether these hold, who were laid out about ``points``: not where others have been told of meanwhile."""
        with self.turn:
            if self.points is points and self._kept(fresh):
                return True
            self._look()
            return False

    def hold(self, fresh: Mapping[int, Point]) -> None:
        """Go by these, though the store has not got them."""
        with self.turn:
            self.unkept, self.points = {**fresh, **self.unkept}, {**fresh, **self.points}

    def _look(self) -> None:
        """Learn what others have kept: whom they told first holds."""
        found = store().places(self.name)
        self.unkept = {node: point for node, point in self.unkept.items() if node not in found.points}
        points, self.latest = {**self.unkept, **found.points}, found.latest
        if points != self.points:
            self.points = points

    def _kept(self, fresh: Mapping[int, Point]) -> bool:
        unkept = {**self.unkept, **fresh}
        try:
            latest = store().keep_places(self.name, unkept, self.latest, self.around)
        except StoreError:
            self.unkept = unkept
        else:
            if latest is None:
                return False
            self.latest, self.unkept = latest, {}
        self.points = {**self.points, **fresh}
        return True


def standing(key: str, name: str, nodes: Collection[int], lay: Lay, around: int | None = None) -> Mapping[int, Point]:
    """Where everybody stands who has a place in the picture called ``name``; all of ``nodes`` have one then.

    ``lay`` is told who stands where and gives those a place who have none. ``key`` is the scene's; ``around`` is the entity that the
    picture is about, if it is about one. Raises StoreError where the store cannot be read.
    """
    picture = _pictures(key.rpartition(" ")[0]).setdefault(name, _Picture(name, around))
    wanted = set(nodes)
    fresh: dict[int, Point] = {}
    for _ in range(TRIES):
        points = picture.seen(key)
        if points.keys() >= wanted:
            return points
        fresh = {node: point for node, point in lay(points).items() if node not in points}
        if picture.keep(points, fresh):
            return picture.points
    picture.hold(fresh)
    return picture.points


@st.cache_resource(show_spinner=False)
def _pictures(url: str) -> dict[str, _Picture]:
    """What this server knows of all pictures of a store."""
    return {}
