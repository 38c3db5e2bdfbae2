"""What corrects one meeting, wherever it is seen: why it is none, and a form of who was there, when, where, and whether it came about."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from graphing.decisions import Decision, Trace, making
from graphing.model import Extraction
from graphing.view.address import STATUSES
from graphing.view.deciding import Keeper, Make
from graphing.view.session import Key, Language
from graphing.view.words import word

REASONS = ("why_none", "why_people", "why_twice", "why_event")


def reason(key: str, language: Language) -> str:
    """Ask why a meeting is none: one of the usual reasons, or words of one's own."""
    usual = [word(one, language) for one in REASONS]
    return st.selectbox(word("reject_why", language), usual, key=key, accept_new_options=True) or ""


def corrections(found: Extraction, trace: Trace, mark: str, language: Language) -> Make | None:
    """Draw the form of a meeting that holds; what it decides once it is sent, else None.

    ``mark`` tells forms of one page apart, and what they start from. Sent unchanged, it accepts the meeting.
    """
    now = trace.now
    assert now is not None
    there, sides = [one.name for one in now.participants], list(now.orgs)
    with st.form(f"{Key.REVIEW}_form_{mark}"):
        people = _pick("participants", there, [one.name for one in found.people], f"{Key.REVIEW}_people_{mark}", language)
        bodies = _pick("sides", sides, [one.name for one in found.organizations], f"{Key.REVIEW}_sides_{mark}", language)
        date, place = st.columns(2)
        day = date.text_input(
            word("date", language), now.when.iso() if now.when else "", help=word("date_hint", language), key=f"{Key.REVIEW}_date_{mark}"
        )
        spot = place.text_input(word("place", language), now.place.name if now.place else "", key=f"{Key.REVIEW}_place_{mark}")
        status = st.segmented_control(
            word("status", language), STATUSES, default=now.status, format_func=lambda one: word(one, language),
            key=f"{Key.REVIEW}_status_{mark}", required=True,
        )  # fmt: skip
        why = st.text_input(word("decided_why", language), key=f"{Key.REVIEW}_note_{mark}")
        if not st.form_submit_button(word("correct_save", language), icon=":material/edit:"):
            return None

    def made(who: str) -> list[Decision]:
        changes: list[Decision] = []
        if (people, bodies) != (there, sides):
            changes.append(making.attended(found, trace.named, people, bodies, who, why))
        if (day.strip() or None) != (now.when.iso() if now.when else None):
            changes.append(making.dated(found, trace.named, day.strip() or None, who, why))
        if (spot.strip() or None) != (now.place.name if now.place else None):
            changes.append(making.placed(found, trace.named, spot, who, why))
        if status and status != now.status:
            changes.append(making.known_as(found, trace.named, status, who, why))
        return changes or [making.accepted(found, trace.named, who, why)]

    return made


def tools(found: Extraction, trace: Trace, mark: str, keep: Keeper, language: Language) -> None:
    """Accept, reject or correct a meeting that holds; what is decided goes to ``keep``."""
    why = reason(f"{Key.REVIEW_WHY}_{mark}", language)
    with st.container(horizontal=True):
        right = st.button(word("accept", language), key=f"{Key.REVIEW_ACCEPT}_{mark}", icon=":material/check:")
        none = st.button(word("reject", language), key=f"{Key.REVIEW_REJECT}_{mark}", icon=":material/close:")
    if make := corrections(found, trace, mark, language):
        keep(make)
    elif right:
        keep(lambda by: [making.accepted(found, trace.named, by)])
    elif none:
        keep(lambda by: [making.rejected(found, trace.named, by, why)])


def _pick(label: str, chosen: Sequence[str], offered: Sequence[str], key: str, language: Language) -> list[str]:
    options = list(dict.fromkeys([*chosen, *offered]))
    return st.multiselect(
        word(label, language), options, default=list(chosen), key=key, accept_new_options=True, help=word("participants_hint", language),
        placeholder=word("search_hint", language),
    )  # fmt: skip
