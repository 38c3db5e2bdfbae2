"""The panel of proofs beside the network: asks the store for what is chosen and shows it, more articles on demand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from html import escape

import streamlit as st

from graphing.errors import NotFoundError
from graphing.graph import Edge
from graphing.profile import profile
from graphing.sieve import EVERYTHING, Conditions, group_of
from graphing.store import Evidence, MeetingRow
from graphing.view import address, clock, controls, curator, names, reading, review, review_tellings, session
from graphing.view.entry import open_article
from graphing.view.evidence import Facts, Proofs
from graphing.view.fitting import kept_ids
from graphing.view.profile import facts
from graphing.view.projection import Picture, Scene, attended, group_members
from graphing.view.scene import BY_WORDS
from graphing.view.session import Choice, Key, Language
from graphing.view.words import word

FIRST = 5  # meetings shown at once, and articles that tell none
MORE = 10


def proofs(scene: Scene, choice: Choice, asked: Picture, language: Language) -> None:
    """What is chosen and its paragraphs, with a way back to the list of meetings; or the article that was opened from them."""
    if st.session_state.get(Key.OPENED):
        article(language)
        return
    ways = st.container(horizontal=True, horizontal_alignment="distribute", key="ways")
    with ways:
        st.button(
            word("back", language), key=Key.BACK, icon=":material/arrow_back:", type="tertiary", on_click=session.choose, args=(None,)
        )
        if st.session_state.get(Key.ROW) and st.session_state.get(Key.TABLE):
            st.html(f'<button class="to_row" type="button">{escape(word("to_row", language))}</button>', width="content")
        if choice.kind in {"person", "organization"} and choice.id.isdecimal() and int(choice.id) in scene.entities:
            _ways(int(choice.id), language)
    shown = st.session_state.get(Key.SHOWN) or FIRST
    live = _fitting(choice)
    told = _told_of(scene, choice, asked, live)
    try:
        html, more, hidden = _html(scene, scene.key, choice, asked, told, language, shown, clock.today())
    except (NotFoundError, KeyError, ValueError):
        st.info(word("gone", language))
        return
    tellings = encounter(scene, choice).told if choice.kind == "meeting" and curator.current().decides else ()
    if tellings:
        with ways:
            review_tellings.beside(encounter(scene, choice), scene, language)
            if len(tellings) == 1:
                review.hook(tellings[0].id, language)
    with st.container(key=Key.PROOFS):
        if len(tellings) > 1:
            with st.container(horizontal=True):
                for one, label in zip(tellings, review_tellings.sources(tellings, language), strict=True):
                    review.hook(one.id, language, label)
        if played := _played(choice):
            day = names.told(played[1], "day", language)
            st.caption(word("playing_until", language, day=day))
        elif told != live:
            st.caption(word("lost_line", language))
        elif hidden:
            itself = choice.kind == "meeting"
            _hidden(word("hidden_meeting", language) if itself else word("hidden_meetings", language, n=hidden), language)
        st.html(html)
        if more:
            st.button(_left(more, language), key=Key.MORE, on_click=_show, args=(shown + MORE,))


def _played(choice: Choice) -> tuple[date | None, date | None] | None:
    """The days up to which time is being played, which the proofs follow; None where none is, or one meeting is read."""
    days = st.session_state.get(Key.PLAYED)
    return address.span(days) if days and choice.kind != "meeting" else None


def _fitting(choice: Choice) -> Conditions:
    """The filters, with the days that are being played for those that are set."""
    live = address.conditions(live=True)
    played = _played(choice)
    return replace(live, between=played) if played else live


def _told_of(scene: Scene, choice: Choice, asked: Picture, live: Conditions) -> Conditions:
    """The filters; for a line that only outlets tell that are left out, which is drawn all the same, without these outlets."""
    if choice.kind != "edge" or not live.without:
        return live
    met = attended(scene, choice, asked) or ()
    all_outlets = replace(live, without=())
    fits, there = (any(one in kept_ids(scene, scene.key, limits) for one in met) for limits in (live, all_outlets))
    return all_outlets if there and not fits else live


def _left(more: tuple[str, int], language: Language) -> str:
    key, count = more
    return word(key, language, n=count) if count else word(key, language)


def _hidden(told: str, language: Language) -> None:
    """Tell what the filters hide of a choice, with the way to see it."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(told, width="content")
        st.button(word("show_hidden", language), key="show_hidden", type="tertiary", on_click=address.clear)


def article(language: Language) -> None:
    """The article that was opened, whole."""
    ident, _ = st.session_state[Key.OPENED]
    try:
        extraction = session.store().extraction(ident)
    except NotFoundError:
        extraction = None
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        st.button(word("close_article", language), key=Key.BACK, icon=":material/arrow_back:", type="tertiary", on_click=_close)
        # What is gone cannot be corrected.
        if extraction and curator.current().decides and st.button(word("correct", language), icon=":material/edit:", type="tertiary"):
            open_article(ident, "pages/network.py")
    if extraction is None:
        st.info(word("gone", language))
        return
    with st.container(key=Key.PROOFS):
        st.html(reading.origin(extraction.article, language))
        reading.draw_text(extraction, language)


def _close() -> None:
    st.session_state[Key.OPENED] = None


def _show(count: int) -> None:
    st.session_state[Key.SHOWN] = count


def _ways(entity: int, language: Language) -> None:
    around = st.session_state.get(Key.READING) == "around" and st.session_state.get(Key.AROUND) == entity
    label = word("whole", language) if around else word("centre", language)
    st.button(label, key=Key.AROUND_SWITCH, type="tertiary", on_click=_turn, args=(None if around else entity,))


def _turn(entity: int | None) -> None:
    """To the surroundings of somebody, or back to everybody; the network, which stands outside of this panel, must follow."""
    if entity is None:
        controls.whole()
    else:
        controls.center(entity)
    st.session_state[Key.WHOLE] = True


@st.cache_resource(show_spinner=False, max_entries=500, hash_funcs=BY_WORDS)
def _html(
    _scene: Scene, key: str, choice: Choice, asked: Picture, live: Conditions, language: Language, shown: int, today: date
) -> tuple[str, tuple[str, int] | None, int]:
    """The panel's HTML, what there is beside what is shown (the word that leads to it, and how much, 0 where that is not known), and how
    many of its meetings the filters (``live``) hide.

    ``key`` is the scene's: what was written for one revision of the store is good for all readers of it, as long as it is ``today``. Raises
    NotFoundError or KeyError where the choice is gone.
    """
    words = Proofs(_scene.entities, _scene.meetings, _scene.labels[language], language, cache(session.store().extraction))
    met = attended(_scene, choice, asked)
    if met is None:
        raise NotFoundError("there is no meeting for {edge}; choose an edge that is drawn", edge=choice.id)
    fitting = kept_ids(_scene, key, live)
    left = [meeting for meeting in met if meeting in fitting]
    hidden = len(met) - len(left)
    if choice.kind == "meeting":
        meeting = encounter(_scene, choice)
        # Who is led to a meeting by its own name reads it, whether it fits or not.
        evidence, articles = _cut(_scene, _telling(meeting, EVERYTHING if hidden else live), shown)
        return words.meeting(meeting.id, evidence), ("more_articles_left", articles) if articles else None, hidden
    evidence, count = _newest(_scene, left, live, shown)
    more = ("more_meetings_left", count) if count else None
    if not more:
        others, further = _others(_scene, choice, live, shown)
        more = ("more_proofs", 0) if further else None  # nobody has counted them
        printed = {(row.article, row.span) for row in evidence}
        evidence += tuple(row for row in others if (row.article, row.span) not in printed)
    if choice.kind == "edge":
        edge = Edge.parse(choice.id)
        return words.edge(edge, _scene.held.get(edge.one, ()), evidence, left), more, hidden
    entity = int(choice.id)
    if choice.kind == "group":
        group = names.name(group_of(_scene.entities[entity]), "organization", language)
        members = group_members(_scene, entity)
        return words.group(group, members, _profile(_scene, entity, left, live, language, today, members), evidence, left), more, hidden
    posts = _scene.held.get(entity, ())
    return words.person_or_organization(entity, posts, evidence, _profile(_scene, entity, left, live, language, today), left), more, hidden


def _profile(
    scene: Scene, entity: int, met: Iterable[int], live: Conditions, language: Language, today: date, members: Sequence[int] = ()
) -> Facts:
    found = profile(entity, (scene.meetings[one] for one in met), scene.sieve.homes, scene.until, members, today)
    return facts(found, scene.entities, scene.labels[language], language, live != EVERYTHING)


def _newest(scene: Scene, meetings: Sequence[int], live: Conditions, shown: int) -> tuple[tuple[Evidence, ...], int]:
    """The paragraphs of the newest of some meetings, the newest first, and how many more meetings there are.

    One that tells several stands under each, with what tells that one marked; where it only names who was there, it stands there once.
    """
    latest = sorted(meetings, key=lambda one: (scene.meetings[one].last or date.min, one), reverse=True)
    rows = _whole(scene, (row for one in latest[:shown] for row in _telling(scene.meetings[one], live)))
    told = {(row.article, row.span) for row in rows if row.telling}
    bare = {(row.article, row.span): row for row in reversed(rows) if (row.article, row.span) not in told}
    return tuple(row for row in rows if row.telling or row is bare.get((row.article, row.span))), max(0, len(latest) - shown)


def _others(scene: Scene, choice: Choice, live: Conditions, shown: int) -> tuple[tuple[Evidence, ...], bool]:
    """The paragraphs that tell no meeting, but give a post or name who is chosen; and whether there are more articles.

    Filters are about meetings: under them nothing is left of these but the posts that an edge stands for.
    """
    if choice.kind in {"person", "organization"} and live == EVERYTHING:
        found = session.store().evidence(entity=int(choice.id), limit=shown + 1)
    elif choice.kind == "edge" and (edge := Edge.parse(choice.id)).kind != "firms":
        found = session.store().evidence(pair=(edge.one, edge.other), limit=shown + 1)
    else:
        return (), False
    rows, left = _cut(scene, tuple(row for row in _whole(scene, found) if not row.meetings and _heard(row, live)), shown)
    return rows, left > 0


def _heard(row: Evidence, live: Conditions) -> bool:
    """Whether the filters leave the article of a paragraph in."""
    return (
        row.outlet not in live.without
        and (not live.outlets or row.outlet in live.outlets)
        and (not live.articles or row.article in live.articles)
    )


def encounter(scene: Scene, choice: Choice) -> MeetingRow:
    """The meeting that is chosen, also by the id of one of its tellings. Raises KeyError where it is gone."""
    told = int(choice.id)
    return scene.meetings[scene.encounter_of.get(told, told)]


def _telling(meeting: MeetingRow, live: Conditions) -> tuple[Evidence, ...]:
    """The paragraphs of all its sources that the filters leave in."""
    return tuple(row for one in meeting.told for row in session.store().evidence(meeting=one.id) if _heard(row, live))


def _whole(scene: Scene, evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """The paragraphs, each by the meetings that it tells instead of its own tellings."""
    of = scene.encounter_of
    return tuple(replace(row, meetings=tuple(sorted({of[one] for one in row.meetings if one in of}))) for row in evidence)


def _cut(scene: Scene, evidence: tuple[Evidence, ...], shown: int) -> tuple[tuple[Evidence, ...], int]:
    """The paragraphs of the first ``shown`` articles, and how many others there are."""
    articles = list(dict.fromkeys(row.article for row in evidence))
    kept = set(articles[:shown])
    return _whole(scene, (row for row in evidence if row.article in kept)), max(0, len(articles) - shown)
