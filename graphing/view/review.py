"""The page that reviews: one meeting after the other, least certain first, to be accepted, rejected or corrected by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from html import escape
from typing import Literal

import streamlit as st

from graphing.decisions import Curated, Decision, Trace, making
from graphing.errors import HoedongError, NotFoundError
from graphing.model import Extraction
from graphing.store import MeetingRow
from graphing.tellings import encounters
from graphing.view import curator, deciding, fields, meeting_form, names, reading, review_decisions
from graphing.view.entry import open_article
from graphing.view.review_queue import Queue, queue
from graphing.view.session import Key, Language, database_url, store
from graphing.view.words import word

PARTS = ("review_meetings", "review_names", "review_tellings", "review_decisions")
# What the page's address tells.
TOLD = (fields.one_of("part", Key.REVIEW_PART, PARTS, PARTS[0]), *review_decisions.TOLD)


def part(language: Language) -> str:
    """Which part of the page is shown."""
    current: str = st.session_state.get(Key.REVIEW_PART) or PARTS[0]
    # Buttons, not a radio: keys that are pressed while a radio has the focus belong to it.
    with st.container(horizontal=True):
        for one in PARTS:
            kind: Literal["primary", "secondary"] = "primary" if one == current else "secondary"
            st.button(word(one, language), key=f"{Key.REVIEW_PART}_{one}", type=kind, on_click=_turn, args=(one,))
    return current


def _turn(part: str) -> None:
    st.session_state[Key.REVIEW_PART] = part


def meetings(language: Language) -> None:
    """The meeting that was asked for, else the least certain one that nobody has decided about."""
    found = _queue(str(database_url()), store().revision())
    asked = st.session_state.get(Key.REVIEW)
    passed: set[int] = st.session_state.setdefault(Key.REVIEW_PASSED, set())
    if all(row.id in passed for row in found.rows):
        passed.clear()  # all were passed: from the start again
    waiting = [row for row in found.rows if row.id not in passed]
    chosen = asked or (waiting[0].id if waiting else None)
    # It stays on the screen, whatever others decide meanwhile, until it is decided about or passed.
    st.session_state[Key.REVIEW] = chosen
    if chosen is None:
        _left(found, language)
        st.success(word("review_done", language))
        return
    try:
        row = store().meeting(chosen)
        curated, ids = store().curated(row.article)
    except NotFoundError:
        _gone(chosen, language)
        meetings(language)
        return
    _left(found, language)
    st.session_state[Key.REVIEW_ABOUT] = curated.extraction.article
    _meeting(row, curated, curated.traces[ids.index(row.id)], found.alike.get(row.id, ()), language)


def _left(found: Queue, language: Language) -> None:
    """How many meetings wait."""
    left = [word("review_left", language, n=found.encounters)]
    st.caption(" · ".join([*left, word("review_aside", language, n=found.aside)] if found.aside else left))


def _gone(meeting: int, language: Language) -> None:
    """Tell that a meeting is gone, and, where it was on the screen, what others have decided meanwhile; another one comes next."""
    st.session_state[Key.REVIEW] = None
    st.session_state[Key.REVIEW_PASSED].add(meeting)
    st.info(word("review_gone", language))
    on_screen, article = st.session_state.get(Key.REVIEW_SEEN), st.session_state.get(Key.REVIEW_ABOUT)
    if on_screen and article and on_screen[0] == str(meeting):
        review_decisions.meanwhile(article, int(on_screen[1]), language)


@st.cache_resource(show_spinner=False, max_entries=2)
def _queue(url: str, revision: int) -> Queue:
    rows = store().meetings()
    return queue(encounters([row for row in rows if row.counts], store().pairs()), [row for row in rows if not row.counts])


def _meeting(row: MeetingRow, curated: Curated, trace: Trace, alike: Sequence[MeetingRow], language: Language) -> None:
    assert trace.now is not None
    known = deciding.seen(str(row.id))
    text, tools = st.columns([3, 2], gap="large")
    with text, st.container(border=True, key=f"{Key.REVIEW}_meeting_{row.id}"):
        _article(row.article, curated.extraction, language)
        if not row.counts:
            st.caption(word("one_left", language))
        reading.draw_meeting(curated.extraction, trace.now, language)
        if trace.decisions:
            st.html(f'<h4>{escape(word("decided_before", language))}</h4>')
            st.html("".join(review_decisions.line(one, None, language) for one in trace.decisions))
    with tools:
        if not deciding.may_decide(language):
            return
        who = curator.current().name
        _buttons(row, curated.extraction, trace, alike, who, known, language)
        # Keys bear the meeting and what was known, so that another meeting, or this one after a decision, starts from what holds.
        if make := meeting_form.corrections(curated.extraction, trace, str(row.id), str(known), language):
            _decided(row, lambda: make(who), known)


def _article(ident: int, found: Extraction, language: Language) -> None:
    """Where a meeting is told: headline, publication date, outlet, and the way to the article."""
    # Beside the headline, however long that is.
    with st.container(horizontal=True, wrap=False, horizontal_alignment="distribute", vertical_alignment="center"):
        facts = reading.particulars(found.article, language)
        st.html(f"<b>{escape(reading.heading(found, language))}</b><br><small>{escape(facts)}</small>")
        if st.button(word("whole_article", language), key=f"{Key.REVIEW}_article", icon=":material/article:", type="tertiary"):
            open_article(ident, "pages/review.py")


def _buttons(
    row: MeetingRow, found: Extraction, trace: Trace, alike: Sequence[MeetingRow], who: str, known: int, language: Language
) -> None:
    why = meeting_form.reason(f"{Key.REVIEW_WHY}_{row.id}", language)
    with st.container(horizontal=True):
        accept = st.button(
            word("accept", language), key=f"{Key.REVIEW_ACCEPT}_{row.id}", shortcut="A", type="primary", help=word("accept_key", language)
        )
        reject = st.button(word("reject", language), key=f"{Key.REVIEW_REJECT}_{row.id}", shortcut="X", help=word("reject_key", language))
        further = st.button(word("next", language), key=f"{Key.REVIEW_NEXT}_{row.id}", shortcut="N", help=word("next_key", language))
    if alike:
        outlets = names.listed((names.outlet(one.outlet, language) for one in alike), language)
        st.caption(word("accept_alike", language, n=len(alike), outlets=names.plain(outlets)))
    if accept:
        _decided(row, lambda: [making.accepted(found, trace.named, who), *_accepted(alike, who)], known)
    elif reject:
        _decided(row, lambda: [making.rejected(found, trace.named, who, why)], known)
    elif further:
        _pass(row.id)
        deciding.forget()
        st.rerun()


def _accepted(alike: Sequence[MeetingRow], who: str) -> Iterator[Decision]:
    """What other articles tell alike of the same encounter is accepted with it, as far as it is still there."""
    for row in alike:
        try:
            curated, ids = store().curated(row.article)
        except NotFoundError:
            continue
        if row.id in ids:
            yield making.accepted(curated.extraction, curated.traces[ids.index(row.id)].named, who)


def _decided(row: MeetingRow, make: Callable[[], list[Decision]], known: int) -> None:
    try:
        made = make()
    except HoedongError as error:
        deciding.refused(error)
        st.rerun()
    # Passed first: a click that comes meanwhile may end this run once the decision is kept.
    _pass(row.id)
    if not deciding.keep(made, known):
        st.session_state[Key.REVIEW_PASSED].discard(row.id)
        st.session_state[Key.REVIEW] = row.id
    st.rerun()


def _pass(meeting: int) -> None:
    st.session_state[Key.REVIEW] = None
    st.session_state[Key.REVIEW_PASSED].add(meeting)


def hook(meeting: int, language: Language, outlet: str | None = None, mark: str = "") -> None:
    """A button that opens the review of a meeting, for wherever a meeting is shown; of several tellings that of an ``outlet``.

    ``mark`` tells apart two such buttons of one page.
    """
    label = word("correct", language) + (f" · {names.plain(outlet)}" if outlet else "")
    if st.button(label, key=f"{Key.REVIEW}_open_{mark}{meeting}", icon=":material/edit:", type="tertiary"):
        open_meeting(meeting)


def open_meeting(meeting: int) -> None:
    """Go to the review of a meeting."""
    st.session_state[Key.REVIEW] = meeting
    st.session_state[Key.REVIEW_PART] = PARTS[0]
    deciding.forget()
    st.switch_page("pages/review.py")
