"""The address holds all of what is seen: reading, choice, filters, dates, zoom, language. A copied link opens the same picture.

The session's state is the one truth while somebody works; the address is written after it. Where the address has changed and the session
has not (a link, back, forward), the address is taken over.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, get_args

import streamlit as st

from graphing.errors import NotFoundError
from graphing.graph import Edge
from graphing.model import MeetingStatus
from graphing.sieve import Conditions, Kind
from graphing.view import fields, session
from graphing.view.fields import SEPARATOR, Field, among, flag, ident, joined, number, one_of, some, within
from graphing.view.session import LANGUAGES, Choice, ChoiceKind, Key, Reading

STATUSES: tuple[MeetingStatus, ...] = get_args(MeetingStatus)
KINDS: tuple[Kind, ...] = get_args(Kind)
READINGS: tuple[Reading, ...] = get_args(Reading)
LANES = ("person", "company")
REMEMBERED = 50  # steps that can be taken back


def _choice(text: str) -> Choice:
    kind, _, which = text.partition(":")
    for known in get_args(ChoiceKind):
        if kind == known and which:
            if kind == "edge":
                try:
                    Edge.parse(which)
                except NotFoundError as error:
                    raise ValueError(which) from error
            return Choice(known, which)
    raise ValueError(text)


def _range(text: str) -> list[int]:
    parts = text.split(SEPARATOR)
    days = [date.fromisoformat(part).toordinal() - _EPOCH if part else end for part, end in zip(parts, ENDS, strict=True)]
    if days == list(ENDS):
        raise ValueError(text)
    return days


_EPOCH = date(1970, 1, 1).toordinal()
# An end that is left open, as the timeline knows it (dates.js).
ENDS = tuple(date(*end).toordinal() - _EPOCH for end in ((1900, 1, 1), (2100, 12, 31)))
# Days that a window may lie between: old news tells of older days.
_CALENDAR = tuple(date(*end).toordinal() - _EPOCH for end in ((1000, 1, 1), (2999, 12, 31)))


def _day(day: int) -> date:
    return date.fromordinal(int(day) + _EPOCH)


def _days(days: Any) -> str:
    return joined("" if day == end else _day(day).isoformat() for day, end in zip(days, ENDS, strict=True))


def _window(text: str) -> list[float]:
    first, last = (float(part) for part in text.split(SEPARATOR))
    # What is no number, or no day of a calendar, would break what draws it.
    if not _CALENDAR[0] <= first < last <= _CALENDAR[1]:
        raise ValueError(text)
    return [first, last]


def _opened(text: str) -> tuple[int, int]:
    article, _, paragraph = text.partition(".")
    return ident(article), int(paragraph or 0)


# A column of a table by its name, with a minus where what is largest or last stands first.
ORDER = re.compile(r"-?[a-z_]{1,30}")


def _order(text: str) -> str:
    if not ORDER.fullmatch(text):
        raise ValueError(text)
    return text


_FIELDS = (
    one_of("lang", Key.LANGUAGE, LANGUAGES, LANGUAGES[0]),
    one_of("view", Key.READING, READINGS, READINGS[0]),
    flag("folded", Key.FOLDED),
    number("around", Key.AROUND),
    Field("steps", Key.STEPS, 1, within(1, 3), expected="1, 2, 3"),
    Field("drawn", Key.DRAWN, 0, within(0), expected="240"),
    Field("guests", Key.GUESTS, 0, within(0), expected="240"),
    Field("choice", Key.CHOICE, None, _choice, lambda choice: f"{choice.kind}:{choice.id}", "person:3, meeting:12, edge:met:3:7"),
    Field("open", Key.OPENED, None, _opened, lambda opened: f"{opened[0]}.{opened[1]}", "12.340"),
    Field("q", Key.TEXT, ""),
    some("who", Key.PEOPLE, int),
    some("firm", Key.COMPANIES, int),
    some("agency", Key.AGENCIES, int),
    some("group", Key.GROUPS),
    some("place", Key.PLACES),
    Field("topic", Key.TOPIC, ""),
    some("outlet", Key.OUTLETS),
    some("without", Key.WITHOUT),
    some("article", Key.ARTICLES, int),
    some("status", Key.STATUSES, among(STATUSES), STATUSES, STATUSES),
    some("kind", Key.KINDS, among(KINDS), KINDS, KINDS),
    some("with", Key.COUNTERPARTS, among(KINDS), expected=KINDS),
    Field("sure", Key.CERTAINTY, 0, within(0, 100), expected="0–100"),
    Field("often", Key.OFTEN, 1, within(1), expected="1, 2, 3 …"),
    Field("dates", Key.RANGE, None, _range, _days, "2024-01-01~2024-12-31"),
    Field("zoom", Key.WINDOW, None, _window, lambda window: joined(round(day, 2) for day in window), "19723~20088"),
    one_of("lanes", Key.LANES, LANES),
    one_of("table", Key.TABLE, ("meetings", "people", "organizations", "links")),
    Field("sort", Key.ORDER, None, _order, expected="date, -date"),
    Field("find", Key.SOUGHT, ""),
)
FILTERS = tuple(field for field in _FIELDS if field.key in {
    Key.TEXT, Key.PEOPLE, Key.COMPANIES, Key.AGENCIES, Key.GROUPS, Key.PLACES, Key.TOPIC, Key.OUTLETS, Key.WITHOUT, Key.ARTICLES,
    Key.STATUSES, Key.KINDS, Key.COUNTERPARTS, Key.CERTAINTY, Key.OFTEN, Key.RANGE,
})  # fmt: skip


def written(state: Mapping[Any, Any]) -> dict[str, str]:
    """The state as an address tells it; what is as it is at first is left out."""
    return fields.written(_FIELDS, state)


def read(asked: Mapping[str, str]) -> dict[Key, Any]:
    """The state that an address tells, whole; what it tells badly is as it is at first."""
    return fields.read(_FIELDS, asked)


def arrive() -> bool:
    """Take over the address where a reader came by it: a link, back, forward. True where that changed the language.

    Called at the start of the home page's run. A run that something on the page itself has asked for is nobody's arrival: where it
    meets a change of the page, Streamlit makes one run of both, with the address of the other page, which is empty.
    """
    _hold()
    # Until the address is written anew (``leave``): a run that another one breaks off has not come home yet.
    away = st.session_state.get(Key.AWAY, False)
    own = st.session_state.pop(Key.WHOLE, False) and not away
    asked = {field.name: st.query_params[field.name] for field in _FIELDS if field.name in st.query_params}
    last = st.session_state.get(Key.ADDRESS)
    mine = _mine()
    known = mine if last is None else last
    language = st.session_state.get(Key.LANGUAGE, LANGUAGES[0])
    if own or (away and not asked) or mine != known or asked == known:
        st.session_state.setdefault(Key.ADDRESS, mine)
        return False
    _take(_read(asked))
    st.session_state[Key.IGNORED] = fields.ignored(_FIELDS, asked)
    st.session_state[Key.ADDRESS] = _mine()
    return bool(st.session_state[Key.LANGUAGE] != language)


def _mine() -> dict[str, str]:
    """The session's state as an address tells it. A bare one says what is preferred, any other without a language is Korean."""
    found = written(st.session_state)
    if found == {"lang": session.preferred()}:
        return {}
    return found or ({} if session.preferred() == LANGUAGES[0] else {"lang": LANGUAGES[0]})


def _read(asked: Mapping[str, str]) -> dict[Key, Any]:
    state = read(asked)
    if not asked:
        state[Key.LANGUAGE] = session.preferred()
    return state


def _hold() -> None:
    """Tick the last status or kind again that was just switched off: a picture of none shows nothing, and no way back. The filters
    say so (``Key.HELD``)."""
    last = read(st.session_state.get(Key.ADDRESS) or {})
    st.session_state[Key.HELD] = None
    for key in (Key.STATUSES, Key.KINDS):
        if st.session_state.get(key) == []:
            st.session_state[key] = last[key]
            st.session_state[Key.HELD] = key


def _take(state: Mapping[Key, Any]) -> None:
    st.session_state[Key.UNKNOWN] = st.session_state[Key.IGNORED] = None
    for key, value in state.items():
        st.session_state[key] = value


def leave() -> None:
    """Write the address of what is now seen; called at the end of every run of the home page or its board."""
    st.session_state[Key.AWAY] = False
    mine = _mine()
    last = st.session_state.get(Key.ADDRESS)
    # A step back is no step that can be taken back.
    if not st.session_state.pop(Key.UNDONE, False) and last is not None and mine != last:
        trail = st.session_state.setdefault(Key.TRAIL, [])
        trail.append(last)
        del trail[:-REMEMBERED]
        st.session_state[Key.WALKED] = st.session_state.get(Key.WALKED, 0) + 1
    st.session_state[Key.ADDRESS] = mine
    if st.query_params.to_dict() != mine:
        st.query_params.from_dict(mine)


def undo() -> None:
    """Go back to what was seen before the last change."""
    trail = st.session_state.get(Key.TRAIL)
    if trail:
        _take(_read(trail.pop()))
        # How many steps lead here; 0 where none of them can be taken back.
        st.session_state[Key.WALKED] = st.session_state.get(Key.WALKED, 0) - 1 if trail else 0
        st.session_state[Key.UNDONE] = True
        st.session_state[Key.WHOLE] = True


def clear() -> None:
    """Let go of every filter."""
    for one in FILTERS:
        st.session_state[one.key] = one.first()
    st.session_state[Key.WHOLE] = True


def filtered() -> bool:
    """Whether any filter leaves something out."""
    asked = written(st.session_state)
    return any(field.name in asked for field in FILTERS)


def conditions(live: bool) -> Conditions:
    """The filters as conditions. Status and dates, which the pictures apply by themselves while they are changed, only if ``live``."""
    state = st.session_state
    statuses = state.get(Key.STATUSES) or list(STATUSES)
    between = state.get(Key.RANGE)
    return Conditions(
        text=" ".join((state.get(Key.TEXT) or "").split()),
        people=tuple(state.get(Key.PEOPLE) or ()),
        companies=tuple(state.get(Key.COMPANIES) or ()),
        agencies=tuple(state.get(Key.AGENCIES) or ()),
        groups=tuple(state.get(Key.GROUPS) or ()),
        places=tuple(state.get(Key.PLACES) or ()),
        topic=" ".join((state.get(Key.TOPIC) or "").split()),
        outlets=tuple(state.get(Key.OUTLETS) or ()),
        without=tuple(state.get(Key.WITHOUT) or ()),
        articles=tuple(state.get(Key.ARTICLES) or ()),
        between=span(between) if live and between else None,
        statuses=tuple(statuses) if live and len(statuses) < len(STATUSES) else (),
        certainty=(state.get(Key.CERTAINTY) or 0) / 100,
        often=state.get(Key.OFTEN) or 1,
        counterparts=tuple(state.get(Key.COUNTERPARTS) or ()),
    )


def days_seen() -> tuple[date, date] | None:
    """The first and last of the days that are brushed, else of those that the timeline shows; None where that is all of them."""
    days = st.session_state.get(Key.RANGE) or st.session_state.get(Key.WINDOW)
    return (_day(max(ENDS[0], days[0])), _day(min(ENDS[1], days[1]))) if days else None


def span(days: Sequence[int]) -> tuple[date | None, date | None]:
    """Two days as the timeline tells them; None for an end that is left open."""
    first, last = (None if day == end else _day(day) for day, end in zip(days, ENDS, strict=True))
    return first, last
