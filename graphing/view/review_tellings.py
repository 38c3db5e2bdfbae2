"""Encounters that several articles tell: the readings side by side where they differ, how plans turned out, and what may be one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from heapq import nsmallest
from html import escape

import streamlit as st

from graphing.decisions import What, making
from graphing.errors import NotFoundError
from graphing.labels import place_label
from graphing.model import Extraction, Meeting
from graphing.store import MeetingRow
from graphing.tellings import Doubt, Encounter, choices, doubts, encounter
from graphing.view import chooser, curator, deciding, differences, names, reading, review
from graphing.view.chooser import Offer
from graphing.view.projection import Scene, scene
from graphing.view.session import Key, Language, store
from graphing.view.words import word

MOST = 40
# So many doubts are asked about at once.
ASKED = 10
# So many meetings, the nearest in time, are offered as the same one.
OFFERED = 50
# And so many beside a meeting that is shown: they are sent with every click on one.
NEAREST = 10
ANSWERS: tuple[What, ...] = ("together", "apart")
# A meeting, and the article of its sources as which it is meant (None: the first that tells it).
Said = tuple[MeetingRow, int | None]


def tellings(language: Language) -> None:
    """What may be one, then what is told by two articles or more, those that differ first."""
    drawn = scene()
    known = deciding.seen("tellings")
    asked = _doubts(drawn, drawn.key)
    several = _several(drawn, drawn.key)
    if not several and not asked:
        st.info(word("tellings_none", language))
    if asked:
        reading.head(word("doubts", language))
    for doubt in asked[:ASKED]:
        _asked(doubt, drawn, known, language)
    if several:
        reading.head(word("told_by_several", language))
    for one in several:
        with st.container(border=True):
            st.html(side_by_side(one, drawn, language))
            with st.container(horizontal=True):
                for telling, label in zip(one.tellings, sources(one.tellings, language), strict=True):
                    review.hook(telling.id, language, label)
            part(one.tellings, known, language)
    if drawn.snapshot.meetings and curator.current().decides:
        reading.head(word("together_by_hand", language))
        _by_hand(drawn, known, language)


def sources(tellings: Sequence[MeetingRow], language: Language) -> list[str]:
    """What tells each telling from the others: its outlet; of several by one outlet also the date, and of several of one day a number."""
    found = [names.outlet(one.outlet, language) for one in tellings]
    days = [names.told(one.published, "day", language) or word("no_published", language) for one in tellings]
    dated = [f"{outlet} {day}" if found.count(outlet) > 1 else outlet for outlet, day in zip(found, days, strict=True)]
    return [f"{name} ({dated[: place + 1].count(name)})" if dated.count(name) > 1 else name for place, name in enumerate(dated)]


def _by_hand(drawn: Scene, known: int, language: Language) -> None:
    """Choose somebody, a meeting of theirs and what is the same one, whether or not the program doubts it; or part its tellings."""
    labels = drawn.labels[language]
    ranked = _attendants(drawn, drawn.key, language)
    key = f"{Key.REVIEW_TELLINGS}_who"
    who = chooser.one(Offer(word("name", language), ranked, key, language, labels.__getitem__, partial(drawn.found, set(ranked))), None)
    if who is None:
        return
    theirs = {row.id: row for row in drawn.attended_by(who) if who in (*row.people, *row.organizations)}
    key = f"{Key.REVIEW_TELLINGS}_one_{who}"
    which = chooser.one(
        Offer(word("together_one", language), list(theirs), key, language, lambda ident: line(theirs[ident], labels, language)), None
    )
    if which is None:
        return
    part(theirs[which].told, known, language, "by_hand_")
    _choose(theirs[which], (), drawn, known, language)


def _choose(row: MeetingRow, doubted: Sequence[MeetingRow], drawn: Scene, known: int, language: Language, most: int = OFFERED) -> None:
    """Say of another meeting that it is the same one or not: those ``doubted`` are offered first, then the nearest in time."""
    others = {one.id: one for one in (*doubted, *choices(row, drawn.snapshot.meetings)[:most])}
    if not others:
        st.caption(word("together_no_other", language))
        return
    key, labels = f"{Key.REVIEW_TELLINGS}_which_{row.id}", drawn.labels[language]
    asked = Offer(word("together_which", language), list(others), key, language, lambda ident: line(others[ident], labels, language))
    chosen = chooser.one(replace(asked, needed=True), next(iter(others)))
    with st.container(horizontal=True):
        for what in ANSWERS:
            with_it = [(others[chosen], None)] if chosen in others else []
            st.button(
                word(what, language), key=f"{Key.REVIEW_TELLINGS}_{what}_with_{row.id}", on_click=_keep,
                args=(what, (row, None), with_it, known),
            )  # fmt: skip


def part(tellings: Sequence[MeetingRow], known: int, language: Language, mark: str = "") -> None:
    """Buttons that take one telling, or one outlet's copy of it, out of an encounter: it is another one.

    ``mark`` tells apart those of one page.
    """
    copies = [(one, article, outlet) for one in tellings for article, outlet in list(zip(one.sources, one.outlets, strict=True))[1:]]
    if (len(tellings) < 2 and not copies) or not curator.current().decides:
        return
    with st.container(horizontal=True):
        for one, outlet in zip(tellings, sources(tellings, language), strict=True) if len(tellings) > 1 else ():
            rest = [(other, None) for other in tellings if other.article != one.article]
            _apart(outlet, f"{mark}{one.id}", (one, None), rest, known, language)
        for one, copy, of_copy in copies:
            others = [(other, another) for other in tellings for another in other.sources if another != copy]
            _apart(of_copy, f"{mark}{one.id}_{copy}", (one, copy), others, known, language)


def _apart(outlet: str | None, mark: str, one: Said, others: Sequence[Said], known: int, language: Language) -> None:
    label = word("apart_outlet", language, outlet=names.plain(names.outlet(outlet, language)))
    key = f"{Key.REVIEW_TELLINGS}_part_{mark}"
    st.button(label, key=key, icon=":material/call_split:", type="tertiary", on_click=_keep, args=("apart", one, others, known))


def beside(row: MeetingRow, drawn: Scene, language: Language) -> None:
    """For a meeting that is shown: take one of its tellings out of it, or say of another meeting that it is the same one or not."""
    if not curator.current().decides:
        return
    found = [one for one in _doubts(drawn, drawn.key) if row.id in (one.one.id, one.other.id)]
    known = deciding.seen(f"meeting {row.id}")
    with st.popover(word("one_meeting", language), icon=":material/call_merge:", type="tertiary"):
        part(row.told, known, language)
        _choose(row, [other for one in found for other in (one.one, one.other) if other.id != row.id], drawn, known, language, NEAREST)


@st.cache_resource(show_spinner=False, max_entries=2)
def _several(_drawn: Scene, key: str) -> tuple[Encounter, ...]:
    """The first of what several articles tell: what differs most. ``key`` is the scene's."""
    told = (encounter(row.tellings) for row in _drawn.snapshot.meetings if row.tellings)
    return tuple(nsmallest(MOST, told, key=lambda one: (-len(one.differing()), one.id)))


@st.cache_resource(show_spinner=False, max_entries=4)
def _attendants(_drawn: Scene, key: str, language: Language) -> tuple[int, ...]:
    """Whoever met anybody, the busiest first. ``key`` is the scene's."""
    labels = _drawn.labels[language]
    met = {ident for row in _drawn.snapshot.meetings for ident in (*row.people, *row.organizations)}
    return tuple(sorted(met, key=lambda ident: (-_drawn.entities[ident].meetings, labels[ident], ident)))


@st.cache_resource(show_spinner=False, max_entries=2)
def _doubts(_drawn: Scene, key: str) -> tuple[Doubt, ...]:
    return doubts(_drawn.snapshot.meetings, _drawn.snapshot.pairs)


def _asked(doubt: Doubt, drawn: Scene, known: int, language: Language) -> None:
    rows = (doubt.one, doubt.other)
    with st.container(border=True, key=f"{Key.REVIEW_TELLINGS}_pair_{rows[0].id}_{rows[1].id}"):
        for side, row in zip(st.columns(2), rows, strict=True):
            with side:
                st.html(side_by_side(encounter(row.told), drawn, language))
                with st.container(horizontal=True):
                    for telling, label in zip(row.told, sources(row.told, language), strict=True):
                        review.hook(telling.id, language, label, f"{rows[0].id}_{rows[1].id}_")
        if not curator.current().decides:
            return
        with st.container(horizontal=True):
            for what in ANSWERS:
                st.button(
                    word(what, language), key=f"{Key.REVIEW_TELLINGS}_{what}_{rows[0].id}_{rows[1].id}", on_click=_keep,
                    args=(what, (rows[0], None), [(rows[1], None)], known),
                )  # fmt: skip


def _keep(what: What, one: Said, others: Sequence[Said], known: int) -> None:
    """One meeting is, or is not, each of the others."""
    if others:
        deciding.pressed(lambda by: [making.told(what, source(*one), [source(*other) for other in others], by)], known)


def source(row: MeetingRow, article: int | None = None) -> tuple[Extraction, Meeting]:
    """The article that tells a meeting, and the meeting as a decision names it. Raises NotFoundError where it has changed meanwhile."""
    telling = row.told[0]
    told_by = article or telling.article
    curated, ids = store().curated(told_by)
    ident = store().told_in(told_by, telling.id)
    if ident is None or ident not in ids:
        raise NotFoundError(
            "article {article} no longer has meeting {meeting}: look at how it stands now, then decide again",
            meeting=telling.id,
            article=told_by,
        )
    return curated.extraction, curated.traces[ids.index(ident)].named


def line(row: MeetingRow, labels: Mapping[int, str], language: Language) -> str:
    """A meeting as one line: when, who, where, which outlets tell it."""
    who = names.several([labels[ident] for ident in (*row.people, *row.organizations)], language)
    when, place = names.when(row.first, row.precision, language), place_label(row.place or "", language)
    parts = (when, who, place, differences.outlets(row, language))
    return " · ".join(part for part in parts if part)


def side_by_side(one: Encounter, drawn: Scene, language: Language) -> str:
    """An encounter as HTML: who met, what differs, and a row for each telling with its outlet."""
    labels = drawn.labels[language]
    who = names.listed((labels[ident] for ident in (*one.people, *one.organizations)), language)
    differ = "".join(f'<span class="status planned">{escape(word(f"differs_{field}", language))}</span>' for field in one.differing())
    rows = "".join(
        f"<li><time>{escape(names.told(row.published, 'day', language) or word('no_published', language))}</time>"
        f"<span>{escape(names.outlet(row.outlet, language))}: <b>{escape(word(row.status, language))}</b> "
        f"{escape(names.when(row.first, row.precision, language))} {escape(place_label(row.place or '', language))} "
        f"<small>{escape(names.listed((labels[ident] for ident in (*row.people, *row.organizations)), language))}</small></span></li>"
        for row in one.tellings
    )
    count = word("tellings_count", language, n=len(one.tellings)) if len(one.tellings) > 1 else ""
    head = f"<h3>{escape(who)} <small>{escape(count)}</small>{differ}</h3>"
    return f'<section class="proofs" data-testid="telling">{head}<ol>{rows}</ol></section>'
