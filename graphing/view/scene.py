"""One revision of the store as the pages need it, made once and kept for all sessions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import networkx as nx
import pandas as pd
import streamlit as st

from graphing import graph as graphs
from graphing import readings
from graphing import timeline as timelines
from graphing.profile import newest
from graphing.search import Names
from graphing.sieve import Kind, Sieve
from graphing.store import AffiliationRow, EntityRow, MeetingRow, Snapshot, default_url
from graphing.tellings import gathered
from graphing.ties import Ties
from graphing.view import memory, names
from graphing.view.chooser import FOUND
from graphing.view.session import LANGUAGES, Language, database_url, store

# How what is asked of a scene is known again in Streamlit's caches: by what it says. Streamlit would look through every field of it, which
# takes thirty times as long, dozens of times a page.
BY_WORDS: dict[str | type, Callable[[Any], Any]] = {
    f"graphing.{name}": repr for name in ("sieve.Conditions", "view.projection.Picture", "view.stretch.Stretch", "view.session.Choice")
}


@dataclass(frozen=True)
class Scene:
    """One revision of the store as the page needs it. A meeting is an encounter, whether one article tells it or several."""

    snapshot: Snapshot
    entities: Mapping[int, EntityRow]
    meetings: Mapping[int, MeetingRow]
    labels: Mapping[Language, Mapping[int, str]]
    articles: int
    key: str

    @cached_property
    def encounter_of(self) -> Mapping[int, int]:
        """Telling → the meeting that it tells."""
        return {one.id: row.id for row in self.snapshot.meetings for one in row.told}

    @cached_property
    def attending(self) -> Mapping[int, list[MeetingRow]]:
        """Person or organisation → the meetings where it was, an organisation also by its people, in the snapshot's order."""
        found: dict[int, list[MeetingRow]] = defaultdict(list)
        homes = self.sieve.homes
        for row in self.snapshot.meetings:
            for one in {*row.people, *(body for bodies in readings.homes_at(row, homes) for body in bodies)}:
                found[one].append(row)
        return dict(found)

    def attended_by(self, *bodies: int) -> list[MeetingRow]:
        """The meetings where one of these was, in the snapshot's order."""
        if len(bodies) == 1:
            return self.attending.get(bodies[0], [])
        rows = {row.id: row for body in bodies for row in self.attending.get(body, ())}
        return sorted(rows.values(), key=lambda row: (row.first or date.max, row.id))

    @cached_property
    def ties(self) -> Ties:
        """Who is joined to whom, unfiltered."""
        return Ties(self.snapshot)

    @cached_property
    def graph(self) -> nx.MultiGraph:
        """People and organisations, unfiltered."""
        return graphs.network(self.snapshot)

    @cached_property
    def frame(self) -> pd.DataFrame:
        """The meetings in time, unfiltered."""
        return timelines.meetings(self.snapshot)

    @cached_property
    def held(self) -> Mapping[int, list[AffiliationRow]]:
        """Person or organisation → the posts that it has or that are in it, in the snapshot's order."""
        found: dict[int, list[AffiliationRow]] = defaultdict(list)
        for post in self.snapshot.affiliations:
            found[post.person].append(post)
            if post.organization is not None:
                found[post.organization].append(post)
        return dict(found)

    @cached_property
    def posts(self) -> Mapping[int, list[AffiliationRow]]:
        """Person → posts, those held now first, then those that most articles tell."""
        found: dict[int, list[AffiliationRow]] = {}
        for post in sorted(self.snapshot.affiliations, key=lambda post: (post.former, -post.articles)):
            found.setdefault(post.person, []).append(post)
        return found

    @cached_property
    def forms(self) -> Mapping[int, tuple[str, ...]]:
        """Every name of everybody: as it is shown and known, as articles write it (李在鎔), with the posts they have or had."""
        written = store().forms()
        rows = self.snapshot.entities
        named = {row.id: tuple(dict.fromkeys((*names.forms(row.name, row.kind), *written.get(row.id, ())))) for row in rows}
        held: dict[int, list[str]] = {}
        for post in self.snapshot.affiliations:
            home = post.organization or 0
            forms = names.post_forms(post, named.get(home, ()), self.labels["en"].get(home))
            # Their own name before it: nobody sets blanks as they are told to (최태원회장).
            held.setdefault(post.person, []).extend((*forms, f"{self.entities[post.person].name} {post.title}"))
        return {entity: tuple(dict.fromkeys((*own, *held.get(entity, ())))) for entity, own in named.items()}

    @cached_property
    def names(self) -> Names:
        """Finds people and organisations as they are typed."""
        return Names(self.forms, {row.id: 100 * row.meetings + row.articles for row in self.snapshot.entities})

    @cached_property
    def outlets(self) -> tuple[str, ...]:
        """Whoever prints what is stored."""
        return store().outlets()

    @cached_property
    def ranked(self) -> Mapping[Kind, list[int]]:
        """Everybody of a kind, whom most meetings have first."""
        met = self.sieve.met
        found: dict[Kind, list[int]] = defaultdict(list)
        for row in sorted(self.entities.values(), key=lambda row: (-met[row.id], -row.articles, row.name)):
            found["person" if row.kind == "person" else row.type or "company"].append(row.id)
        return dict(found)

    @cached_property
    def _kinds(self) -> Mapping[Kind, frozenset[int]]:
        return {kind: frozenset(listed) for kind, listed in self.ranked.items()}

    def found(self, among: Collection[int], query: str) -> list[int]:
        """Who of ``among`` is found under any of their names, the best first."""
        return self.names.find(query, FOUND, among)

    def found_of(self, kind: Kind, query: str) -> list[int]:
        """Who of a kind is found under any of their names, the best first."""
        return self.found(self._kinds.get(kind, frozenset()), query)

    @cached_property
    def group_names(self) -> Names:
        """Finds business groups, by their place in ``sieve.groups``."""
        return Names({at: names.forms(group, "organization") for at, group in enumerate(self.sieve.groups)}, {})

    @cached_property
    def sieve(self) -> Sieve:
        """Finds the meetings that fit conditions."""
        return Sieve(self.snapshot, lambda: self.forms, lambda word: store().telling(word))

    @cached_property
    def until(self) -> date | None:
        """The newest day that an article tells."""
        return newest(self.snapshot.meetings)


def scene() -> Scene:
    """The store as it is now. Raises StoreError where it cannot be reached."""
    return _scene(database_url() or default_url(), store().revision())


@st.cache_resource(show_spinner=False, max_entries=2)
def _scene(url: str, revision: int) -> Scene:
    with memory.undisturbed():
        snapshot = gathered(store().snapshot())
        return Scene(
            snapshot=snapshot,
            entities={row.id: row for row in snapshot.entities},
            meetings={row.id: row for row in snapshot.meetings},
            labels={language: {row.id: names.called(row, language) for row in snapshot.entities} for language in LANGUAGES},
            articles=store().counts().articles,
            key=f"{url} {revision}",
        )
