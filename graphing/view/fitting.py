"""The meetings that fit conditions, with who attends them: asked for by every picture and table, and worked out once."""

from __future__ import annotations

from collections.abc import Collection

import streamlit as st

from graphing.sieve import EVERYTHING, Conditions, narrowed, paired
from graphing.store import Snapshot
from graphing.ties import Ties
from graphing.view.scene import BY_WORDS, Scene


@st.cache_resource(show_spinner=False, max_entries=32, hash_funcs=BY_WORDS)
def kept(_scene: Scene, key: str, conditions: Conditions) -> Snapshot:
    """The meetings that fit, and who attends them. ``key`` is the scene's."""
    return narrowed(_scene.snapshot, _scene.sieve.kept(conditions))


def met(scene: Scene, key: str, conditions: Conditions) -> Snapshot:
    """The meetings that fit, between those two alone who met as often as is asked for, as networks draw them. ``key`` is the scene's."""
    return kept(scene, key, conditions) if conditions.often <= 1 else _met(scene, key, conditions)


@st.cache_resource(show_spinner=False, max_entries=4, hash_funcs=BY_WORDS)
def _met(_scene: Scene, key: str, conditions: Conditions) -> Snapshot:
    return paired(kept(_scene, key, conditions), conditions.often)


def kept_ids(scene: Scene, key: str, conditions: Conditions) -> Collection[int]:
    """The ids of the meetings that fit. ``key`` is the scene's."""
    return scene.meetings if conditions == EVERYTHING else _kept_ids(scene, key, conditions)


@st.cache_resource(show_spinner=False, max_entries=8, hash_funcs=BY_WORDS)
def _kept_ids(_scene: Scene, key: str, conditions: Conditions) -> frozenset[int]:
    return frozenset(row.id for row in kept(_scene, key, conditions).meetings)


def ties(scene: Scene, key: str, conditions: Conditions) -> Ties:
    """Who is joined to whom by what fits. ``key`` is the scene's."""
    return scene.ties if conditions == EVERYTHING else _ties(scene, key, conditions)


@st.cache_resource(show_spinner=False, max_entries=4, hash_funcs=BY_WORDS)
def _ties(_scene: Scene, key: str, conditions: Conditions) -> Ties:
    return Ties(met(_scene, key, conditions))
