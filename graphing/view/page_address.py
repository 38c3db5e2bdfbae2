"""What the address of a page beside the home page tells: what is opened there, and which filters hold. A copied link opens the same.

As on the home page the session's state is the one truth while somebody works, and the address is written after it; where the address
alone has changed (a link, back, forward), it is taken over.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import streamlit as st

from graphing.view import session
from graphing.view.session import LANGUAGES, Key

_SEPARATOR = "~"
# The largest id that a database holds.
LARGEST = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Told:
    """One thing of the session's state in the address. ``read`` raises ValueError for a value that says nothing."""

    name: str
    key: Key
    default: Any
    read: Callable[[str], Any] = str
    write: Callable[[Any], str] = str


def some(name: str, key: Key) -> Told:
    """Several texts."""
    return Told(name, key, [], lambda text: [part for part in text.split(_SEPARATOR) if part], _SEPARATOR.join)


def one_of(name: str, key: Key, offered: Sequence[str], default: str | None) -> Told:
    """One of these texts."""

    def read(text: str) -> str:
        if text not in offered:
            raise ValueError(text)
        return text

    return Told(name, key, default, read)


def number(name: str, key: Key) -> Told:
    """The id of something that is stored."""

    def read(text: str) -> int:
        if not 0 < int(text) <= LARGEST:
            raise ValueError(text)
        return int(text)

    return Told(name, key, None, read)


def day(name: str, key: Key) -> Told:
    """A day."""
    return Told(name, key, None, date.fromisoformat, date.isoformat)


def flag(name: str, key: Key) -> Told:
    """Whether something is ticked."""
    return Told(name, key, False, lambda text: text == "1", lambda ticked: "1")


def turned(page: str) -> None:
    """Which page is about to be drawn; the app calls it. Whoever comes from another one finds this as it was left."""
    if st.session_state.get(Key.PAGE) != page:
        st.session_state[Key.PAGE] = None


def arrive(page: str, fields: Sequence[Told]) -> None:
    """Take over the address where a reader came by it; called at the start of a page's run."""
    asked = {one.name: st.query_params[one.name] for one in fields if one.name in st.query_params}
    stayed = st.session_state.get(Key.PAGE) == page
    last = st.session_state.get(Key.PAGE_TOLD)
    # Who comes by a button of another page brings no address: what that has set is shown.
    if (asked == last or _written(fields) != last) if stayed else not asked:
        return
    for one in fields:
        st.session_state[one.key] = _read(one, asked.get(one.name))


def leave(page: str, fields: Sequence[Told]) -> None:
    """Write the address of what is now seen; called at the end of a page's run."""
    mine = _written(fields)
    st.session_state[Key.PAGE], st.session_state[Key.PAGE_TOLD] = page, mine
    names = {one.name for one in fields}
    now = st.query_params.to_dict()
    if {name: text for name, text in now.items() if name in names} == mine:
        return
    # An address that says something, but no language, is Korean.
    language = {"lang": session.language()} if mine and session.language() != LANGUAGES[0] else {}
    st.query_params.from_dict({**{name: text for name, text in now.items() if name not in names}, **language, **mine})


def _written(fields: Sequence[Told]) -> dict[str, str]:
    found = [(one, st.session_state.get(one.key, one.default)) for one in fields]
    return {one.name: one.write(value) for one, value in found if value and value != one.default}


def _read(one: Told, text: str | None) -> Any:
    if text is not None:
        try:
            return one.read(text)
        except (ValueError, OverflowError):
            pass
    return list(one.default) if isinstance(one.default, list) else one.default
