"""What corrects one meeting, wherever it is seen: why it is none, and a form of who was there, when, where, and whether it came about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import streamlit as st

from graphing.decisions import Decision, Trace, making
from graphing.labels import place_label
from graphing.model import Extraction, Meeting, MentionKind
from graphing.view import chooser, deciding, names
from graphing.view.address import STATUSES
from graphing.view.chooser import Offer
from graphing.view.deciding import Keeper, Make
from graphing.view.session import Key, Language
from graphing.view.words import word

ASKED: dict[MentionKind, str] = {"person": "participants", "organization": "sides"}
REASONS = ("why_none", "why_people", "why_twice", "why_event")


def reason(key: str, language: Language) -> str:
    """Ask why a meeting is none: one of the usual reasons, or words of one's own; '' where nothing is chosen."""
    usual, unsaid = [word(one, language) for one in REASONS], word("why_unsaid", language)
    return st.selectbox(word("reject_why", language), usual, None, key=key, placeholder=unsaid, accept_new_options=True) or ""


def corrections(found: Extraction, trace: Trace, about: str, mark: str, language: Language) -> Make | None:
    """Draw the form of a meeting that holds; what it decides once it is sent, else None.

    ``about`` tells forms of one page apart, ``mark`` what they start from. Sent unchanged, it accepts the meeting. What cannot hold is
    told beside its field.
    """
    now = trace.now
    assert now is not None
    key = f"{about}_{mark}"
    start = deciding.began(f"{Key.REVIEW}_form_{key}", _fields(now))
    typed = {**start, **deciding.typed(f"meeting {about}")}
    with st.form(f"{Key.REVIEW}_form_{key}"):
        offered = [one.name for one in found.people], [one.name for one in found.organizations]
        people = _pick("person", typed["people"], [*start["people"], *offered[0]], f"{Key.REVIEW}_people_{key}", language)
        bodies = _pick("organization", typed["bodies"], [*start["bodies"], *offered[1]], f"{Key.REVIEW}_sides_{key}", language)
        met = st.container()
        date, place = st.columns(2)
        hint = word("date_hint", language)
        day = date.text_input(word("date", language), typed["day"], help=hint, key=f"{Key.REVIEW}_date_{key}")
        when = date.container()
        spot = place.text_input(_place(typed["spot"], language), typed["spot"], key=f"{Key.REVIEW}_place_{key}")
        status = st.segmented_control(
            word("status", language), STATUSES, default=typed["status"], format_func=lambda one: word(one, language),
            key=f"{Key.REVIEW}_status_{key}", required=True,
        )  # fmt: skip
        why = st.text_input(word("decided_why", language), typed["why"], key=f"{Key.REVIEW}_note_{key}")
        if not st.form_submit_button(word("correct_save", language), icon=":material/edit:"):
            return None
    met_anew = (people, bodies) != (start["people"], start["bodies"])
    said = {"people": people, "bodies": bodies, "day": day, "spot": spot, "status": status, "why": why}
    # Each beside its field, and all of them at once.
    faults = [deciding.fault(lambda: making.attended(found, trace.named, people, bodies, ""), met, language)] if met_anew else []
    if day.strip() != start["day"]:
        faults.append(deciding.fault(lambda: making.dated(found, trace.named, day.strip() or None, ""), when, language))
    if any(faults):
        return None
    deciding.sent(f"meeting {about}", **{field: value for field, value in said.items() if value != start[field]})

    def made(who: str) -> list[Decision]:
        changes: list[Decision] = []
        if met_anew:
            changes.append(making.attended(found, trace.named, people, bodies, who, why))
        if day.strip() != start["day"]:
            changes.append(making.dated(found, trace.named, day.strip() or None, who, why))
        if spot.strip() != start["spot"]:
            changes.append(making.placed(found, trace.named, spot, who, why))
        if status and status != start["status"]:
            changes.append(making.known_as(found, trace.named, status, who, why))
        return changes or [making.accepted(found, trace.named, who, why)]

    return made


def _fields(now: Meeting) -> dict[str, Any]:
    """What the form of a meeting holds of it."""
    return {
        "people": [one.name for one in now.participants],
        "bodies": list(now.orgs),
        "day": now.when.iso() if now.when else "",
        "spot": now.place.name if now.place else "",
        "status": now.status,
        "why": "",
    }


def tools(found: Extraction, trace: Trace, about: str, mark: str, keep: Keeper, language: Language) -> None:
    """Accept, reject or correct a meeting that holds; what is decided goes to ``keep``."""
    key = f"{about}_{mark}"
    why = reason(f"{Key.REVIEW_WHY}_{key}", language)
    with st.container(horizontal=True):
        right = st.button(word("accept", language), key=f"{Key.REVIEW_ACCEPT}_{key}", icon=":material/check:")
        none = st.button(word("reject", language), key=f"{Key.REVIEW_REJECT}_{key}", icon=":material/close:")
    if make := corrections(found, trace, about, mark, language):
        keep(make)
    elif right:
        keep(lambda by: [making.accepted(found, trace.named, by)])
    elif none:
        keep(lambda by: [making.rejected(found, trace.named, by, why)])


def _place(spot: str, language: Language) -> str:
    """What the field of the place is called. It holds the place as the article writes it; another language says how it is shown."""
    shown = place_label(spot, language)
    return word("place", language) if shown == spot else f"{word('place', language)} · {names.plain(shown)}"


def _pick(kind: MentionKind, chosen: Sequence[str], offered: Sequence[str], key: str, language: Language) -> list[str]:
    """Ask who was there: people, or sides whose people are unnamed. They are known as the article writes them."""
    options = list(dict.fromkeys([*chosen, *offered]))

    def shown(written: str) -> str:
        label = written if language == "ko" else names.name(written, kind, language)
        # Two may be called the same in another script.
        return label if label == written else f"{label} · {written}"

    label, note = word(ASKED[kind], language), word("participants_hint", language)
    return chooser.several(Offer(label, options, key, language, shown, note=note, fresh=True, form=True), list(chosen))
