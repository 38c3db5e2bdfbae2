"""What the address of a page beside the home page tells: what is opened there, and which filters hold. A copied link opens the same.

As on the home page the session's state is the one truth while somebody works, and the address is written after it; where the address
alone has changed (a link, back, forward), it is taken over.
"""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from graphing.view import fields, ignored, session
from graphing.view.fields import Field
from graphing.view.session import LANGUAGES, Key


def turned(page: str) -> None:
    """Which page is about to be drawn; the app calls it. Whoever comes from another one finds this as it was left."""
    if st.session_state.get(Key.PAGE) != page:
        # What was told of another page's address is told no more. The home page has its own ways, and no name here.
        if page or st.session_state.get(Key.PAGE):
            st.session_state[Key.IGNORED] = None
        st.session_state[Key.PAGE] = None


def arrive(page: str, told: Sequence[Field]) -> None:
    """Take over the address where a reader came by it, and say what of it could not be understood; called at the start of a page's run."""
    _take(page, told)
    ignored.show(session.language())


def _take(page: str, told: Sequence[Field]) -> None:
    asked = {one.name: st.query_params[one.name] for one in told if one.name in st.query_params}
    stayed = st.session_state.get(Key.PAGE) == page
    last = st.session_state.get(Key.PAGE_TOLD)
    # Who comes by a button of another page brings no address: what that has set is shown.
    if (asked == last or fields.written(told, st.session_state) != last) if stayed else not asked:
        return
    st.session_state[Key.IGNORED] = fields.ignored(told, asked)
    for key, value in fields.read(told, asked).items():
        st.session_state[key] = value


def leave(page: str, told: Sequence[Field]) -> None:
    """Write the address of what is now seen; called at the end of a page's run."""
    mine = fields.written(told, st.session_state)
    st.session_state[Key.PAGE], st.session_state[Key.PAGE_TOLD] = page, mine
    names = {one.name for one in told}
    now = st.query_params.to_dict()
    if {name: text for name, text in now.items() if name in names} == mine:
        return
    # An address that says something, but no language, is Korean.
    language = {"lang": session.language()} if mine and session.language() != LANGUAGES[0] else {}
    st.query_params.from_dict({**{name: text for name, text in now.items() if name not in names}, **language, **mine})
