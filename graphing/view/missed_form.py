"""The form of a meeting that was missed: a sentence tells it, what is read from that sentence is proposed, and the reader corrects it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from html import escape
from typing import Any

import streamlit as st

from graphing.decisions import Decision, making
from graphing.decisions.addressing import digest
from graphing.model import Extraction, Meeting, Span
from graphing.view import chooser, deciding, names
from graphing.view.address import STATUSES
from graphing.view.chooser import Offer
from graphing.view.deciding import Keeper
from graphing.view.session import Key, Language
from graphing.view.why import cue_words
from graphing.view.words import word

_SENTENCE = re.compile(r"\S[^\n]*?(?:[.?!。][”’\"')]*(?=\s|$)|(?=\n)|$)")
NOTHING: dict[str, Any] = {"people": [], "sides": [], "date": "", "place": "", "topic": "", "status": STATUSES[0], "why": ""}


def sentences(text: str) -> list[Span]:
    """The sentences of a text, as near as its full stops tell."""
    return [Span(*found.span()) for found in _SENTENCE.finditer(text)]


def around(text: str, selected: Span) -> Span:
    """The whole sentences that a selection touches."""
    touched = [one for one in sentences(text) if one.start < selected.end and one.end > selected.start]
    return Span(touched[0].start, touched[-1].end) if touched else selected


def typed(found: Extraction, selected: Span) -> Mapping[str, Any]:
    """What was typed into the form of a selection's sentence and is not kept."""
    return deciding.typed(_form(found, around(found.article.text, selected)))


def form(found: Extraction, selected: Span | None, mark: str, keep: Keeper, language: Language) -> None:
    """Ask what the sentence of a selection tells, or one that is chosen from a list; what is decided goes to ``keep``."""
    text = found.article.text
    told = around(text, selected) if selected else None
    about = _form(found, told)
    before = deciding.typed(about)
    every = sentences(text)
    sentence: Span | None = told or st.selectbox(
        word("missed_sentence", language), every, every.index(before["sentence"]) if before.get("sentence") in every else None,
        format_func=lambda span: text[slice(*span)], key=f"{Key.MISSED}_sentence_{mark}", placeholder=word("missed_choose", language),
    )  # fmt: skip
    if sentence is None:
        return
    if before.get("sentence") != sentence:
        # What was typed of another sentence says nothing of this one.
        before = {}
    read = _read(found, sentence)
    said = {**_fields(found, read), **before}
    with st.form(f"missed_{mark}_{told}_{sentence}", border=False):
        if told:
            st.text(f"“{text[slice(*told)]}”")
        if proposal := _words(found, read, language):
            st.html(f'<div data-testid="proposed" style="font-size:.9rem;opacity:.8">{proposal}</div>')
        fields = f"{Key.MISSED}_{mark}_{told}_{sentence}"
        offered = list(dict.fromkeys((*said["people"], *(one.name for one in found.people))))
        asked = Offer(word("participants", language), offered, f"{fields}_people", language, fresh=True, form=True)
        people = chooser.several(asked, list(said["people"]))
        offered = list(dict.fromkeys((*said["sides"], *(one.name for one in found.organizations))))
        asked = Offer(word("sides", language), offered, f"{fields}_sides", language, fresh=True, form=True)
        sides = chooser.several(asked, list(said["sides"]))
        date = st.text_input(word("date", language), said["date"], help=word("date_hint", language))
        place = st.text_input(word("place", language), said["place"])
        topic = st.text_input(word("topic", language), said["topic"], help=word("missed_topic_hint", language))
        status = st.segmented_control(
            word("status", language), STATUSES, default=said["status"], format_func=lambda one: word(one, language), required=True,
        )  # fmt: skip
        why = st.text_input(word("decided_why", language), said["why"])
        refused = st.container()
        if not st.form_submit_button(word("missed_add", language), icon=":material/add:"):
            return
    day, spot, what, held = date.strip() or None, place.strip() or None, topic.strip() or None, status or STATUSES[0]

    def make(by: str) -> list[Decision]:
        return [making.missed(found, sentence, people, by, why, orgs=sides, status=held, date=day, place=spot, topic=what, read=read)]

    if deciding.fault(lambda: make(""), refused, language):
        return
    deciding.sent(
        about, sentence=sentence, people=people, sides=sides, date=date, place=place, topic=topic, status=status, why=why
    )
    keep(make)


def _form(found: Extraction, told: Span | None) -> str:
    return f"missed {digest(found.article)} {told}"


@lru_cache(maxsize=8)
def _read(found: Extraction, sentence: Span) -> Meeting | None:
    """What the sentence tells, as far as it can be read. A page is drawn again at every click: the last ones are kept."""
    from graphing.extract.meetings.proposing import proposed  # noqa: PLC0415  (brings in Kiwi: only where text must be read)

    return proposed(found, sentence)


def _fields(found: Extraction, read: Meeting | None) -> dict[str, Any]:
    """What the form begins with."""
    if read is None:
        return NOTHING
    return {
        "people": [one.name for one in read.participants],
        "sides": list(read.orgs),
        "date": read.when.iso() if read.when else "",
        "place": read.place.name if read.place else "",
        "topic": found.article.text[slice(*read.topic)] if read.topic else "",
        "status": read.status,
        "why": "",
    }


def _words(found: Extraction, read: Meeting | None, language: Language) -> str:
    """The words that gave what is proposed, as HTML; '' where nothing is."""
    if read is None:
        return ""
    text = found.article.text
    shown: list[tuple[str, str]] = []
    if read.when:
        when = names.when(read.when.first, read.when.precision, language)
        shown.append((f"{word('date', language)} {when}", text[slice(*read.when.words)] if read.when.words else ""))
    if read.place:
        shown.append((word("place", language), text[slice(*read.place.words)]))
    if read.topic:
        shown.append((word("topic", language), text[slice(*read.topic)]))
    shown.append((word(read.status, language), cue_words(text, read.cue)))
    return escape(word("missed_read", language, what=" · ".join(f"{what} “{words}”" if words else what for what, words in shown)))
