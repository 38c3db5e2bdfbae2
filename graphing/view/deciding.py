"""Keeping decisions from a page: who decides, what they had seen, and what is said where it cannot be kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from graphing.decisions import Decision
from graphing.errors import HoedongError
from graphing.view import curator, names, words
from graphing.view.session import Key, Language, store
from graphing.view.words import word


def seen(about: str) -> int:
    """The latest decision that was known when ``about`` (what is looked at) came on the screen."""
    kept = st.session_state.get(Key.REVIEW_SEEN)
    if kept is None or kept[0] != about:
        st.session_state[Key.REVIEW_SEEN] = kept = (about, store().latest())
        st.session_state[Key.REVIEW_BEGAN] = {}
    return int(kept[1])


def forget() -> None:
    """What is on the screen is looked at anew."""
    look_again()
    taken()


def look_again() -> None:
    """What is on the screen is held to be known as it stands now; what was typed stays."""
    st.session_state[Key.REVIEW_SEEN] = None


def began(form: str, fields: Mapping[str, Any]) -> Mapping[str, Any]:
    """What a form held when it was first drawn: a run that it is sent to may know of later decisions."""
    known: dict[str, Mapping[str, Any]] = st.session_state.setdefault(Key.REVIEW_BEGAN, {})
    return known.setdefault(form, fields)


def sent(form: str, **fields: object) -> None:
    """Remember what is typed into a form that is sent, as far as it differs from what the form began with."""
    st.session_state[Key.REVIEW_TYPED] = (form, fields)


def typed(form: str) -> Mapping[str, Any]:
    """What was typed into a form and is not kept: where somebody else decided meanwhile, it stands in the form that begins anew."""
    last = st.session_state.get(Key.REVIEW_TYPED)
    return last[1] if last is not None and last[0] == form else {}


def taken() -> None:
    """What was typed is kept, or let go."""
    st.session_state[Key.REVIEW_TYPED] = None


def keep(made: list[Decision], known: int, note: str = "decided") -> bool:
    """Keep decisions and remember what to say; whether they were kept.

    Where they conflict, what stands now is shown next, and beside it what was typed.
    """
    look_again()
    try:
        store().decide(*made, seen=known)
    except HoedongError as error:
        st.session_state[Key.REVIEW_TOLD] = ("not_decided", error)
        return False
    forget()
    st.session_state[Key.REVIEW_TOLD] = (note, None)
    return True


# What makes decisions in somebody's name (HoedongError where they are none), and what becomes of it: kept, or put by for later.
Make = Callable[[str], list[Decision]]
Keeper = Callable[[Make], None]


def keeper(known: int) -> Keeper:
    """Keeps what is decided at once, for who knew of the decisions up to ``known``, and draws the page anew."""

    def kept(make: Make) -> None:
        pressed(make, known)
        st.rerun()

    return kept


def pressed(make: Make, known: int) -> None:
    """Keeps what a button decides, called before the page is drawn anew: where somebody else decided meanwhile the button may be gone by
    then, and whoever pressed it is told so."""
    try:
        made = make(curator.current().name)
    except HoedongError as error:
        refused(error)
    else:
        keep(made, known)


def refused(error: HoedongError) -> None:
    """Remember to say that a decision was none."""
    st.session_state[Key.REVIEW_TOLD] = ("not_decided", error)


def fault(make: Callable[[], object], place: DeltaGenerator, language: Language) -> bool:
    """Whether ``make`` makes no decision of what was typed; the reason is told at once in ``place``, where it was typed."""
    try:
        make()
    except HoedongError as error:
        with place:
            _refusal("not_decided", error, language)
        return True
    return False


def _refusal(note: str, error: HoedongError, language: Language) -> None:
    st.error(word(note, language), icon=":material/error:")
    st.text(words.told(error, language))


def told(language: Language) -> None:
    """Say, once, what became of the last decision."""
    note = st.session_state.pop(Key.REVIEW_TOLD, None)
    if note is None:
        return
    if note[1] is not None:
        _refusal(note[0], note[1], language)
        # What was pressed can be a long way below.
        st.toast(names.plain(words.told(note[1], language)), icon=":material/error:", duration="long")
    else:
        st.toast(word(note[0], language), icon=":material/check:")


def may_decide(language: Language) -> bool:
    """Whether the reader may; says so where not."""
    if curator.current().decides:
        return True
    st.info(word("reader_only", language))
    return False
