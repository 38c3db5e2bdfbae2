"""Dropped files are opened: with a bar from the first on, and a button that stops it. What was opened until then stays."""

from __future__ import annotations

from dataclasses import dataclass, replace
from time import monotonic

import streamlit as st

from graphing.articles import Settings
from graphing.errors import HoedongError
from graphing.view import drafts
from graphing.view.session import Key, Language
from graphing.view.words import told, word

# Seconds from one step of the bar to the next: at each of them a press on anything ends the run.
SHOWN_EVERY = 0.2


@dataclass(slots=True)
class Opening:
    """Files that are being opened, kept in the session: a run that is interrupted is gone on with by the next.

    ``before``: what was here before; ``turn``: the number of the uploader's next turn (None: they came otherwise).
    """

    uploads: tuple[drafts.Upload, ...]
    before: drafts.Pile
    turn: int | None = None
    opened: tuple[drafts.Opened, ...] = ()
    stopped: bool = False


def going_on() -> Opening | None:
    """What an interrupted run has left."""
    left: Opening | None = st.session_state.get(Key.UPLOAD_OPENING)
    return left


def opened(asked: Opening, settings: Settings, language: Language) -> None:
    """Open these files; what the last run has opened of the same is not opened again. Ends the run, but where it fails.

    The uploader is emptied when all is done: whoever presses something meanwhile loses none.
    """
    last = going_on()
    if last and last.uploads == asked.uploads:
        asked = replace(asked, opened=last.opened, stopped=last.stopped)
    elif last:
        # Other files have come: of those before only what is still wanted counts.
        asked = replace(asked, before=drafts.Pile((*asked.before.files, *last.opened)))
    st.session_state[Key.UPLOAD_OPENING] = asked
    if asked.stopped:
        _keep(drafts.stopped(asked.uploads, asked.opened, asked.before), asked)
    with st.container(horizontal=True, vertical_alignment="center"):
        bar = st.progress(0.0, word("reading_files", language))
        st.button(word("stop", language), key=f"{Key.UPLOAD_OPENING}_stop", icon=":material/stop_circle:", on_click=_stop)
    shown, count = 0.0, len(asked.uploads)

    def show(number: int, documents: int) -> None:
        nonlocal shown
        if monotonic() - shown > SHOWN_EVERY:
            shown = monotonic()
            name = word("reading_file", language, number=number, all=count)
            more = word("reading_documents", language, n=documents) if documents > 1 else ""
            bar.progress((number - 1) / count, " · ".join(filter(None, (name, more))))

    def done(one: drafts.Opened) -> None:
        asked.opened = (*asked.opened, one)

    try:
        pile = drafts.pile(asked.uploads, settings, asked.before, show, done, asked.opened)
    except HoedongError as error:
        st.session_state[Key.UPLOAD_OPENING] = None
        st.error(word("not_read", language), icon=":material/error:")
        st.text(told(error, language))
        return
    _keep(pile, asked)


def _keep(pile: drafts.Pile, asked: Opening) -> None:
    st.session_state[Key.UPLOAD_FILES] = pile
    st.session_state[Key.UPLOAD_OPENING] = None
    if asked.turn is not None:
        st.session_state[Key.UPLOAD_DROP] = asked.turn
    st.rerun()


def _stop() -> None:
    if left := going_on():
        left.stopped = True
