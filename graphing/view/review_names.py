"""Who is who: pairs that may be one, and merging, splitting and renaming by hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from html import escape
from typing import Any

import streamlit as st

from graphing.decisions import Decision, What, making
from graphing.errors import HoedongError
from graphing.sieve import group_of
from graphing.store import Appearance, EntityRow
from graphing.suggestions import Reason, Suggestion, suggest
from graphing.view import chooser, curator, deciding, reading
from graphing.view.chooser import Offer
from graphing.view.names import listed, plain
from graphing.view.projection import Scene, scene
from graphing.view.session import Key, Language, database_url, store
from graphing.view.words import counts, word

MOST = 10
ANSWERS: tuple[What, ...] = ("same", "different", "unsure")
RENAMED = ("name", "english", "aliases")
# One of two who may be one: a few of the appearances, by which a merge names them, and all.
Side = tuple[tuple[str, ...], tuple[str, ...]]
Sides = tuple[Side, Side]


def names(language: Language) -> None:
    """Suggestions, and the tools for one name."""
    drawn = scene()
    known = deciding.seen("names")
    asked, tools = st.columns([3, 2], gap="large")
    with asked:
        reading.head(word("suggested", language))
        found = _suggestions(drawn, str(database_url()), drawn.snapshot.revision)
        if not found:
            st.info(word("suggested_none", language))
        for one, sides in found:
            _suggestion(one, sides, drawn, known, language)
    with tools:
        if deciding.may_decide(language):
            _by_hand(drawn, known, language)


@st.cache_resource(show_spinner=False, max_entries=2)
def _suggestions(_drawn: Scene, url: str, revision: int) -> tuple[tuple[Suggestion, Sides], ...]:
    return tuple((one, (_side(one.one.id), _side(one.other.id))) for one in suggest(_drawn.snapshot, store().settled())[:MOST])


def _side(ident: int) -> Side:
    """By what a decision names somebody: what is read when a button is drawn is also known once others have decided."""
    return store().addresses(ident), tuple(seen.key for seen in store().appearances(ident))


@st.cache_resource(show_spinner=False, max_entries=2)
def _ranked(_drawn: Scene, key: str) -> tuple[int, ...]:
    """Everybody, the busiest first. ``key`` is the scene's."""
    met = _drawn.sieve.met
    rows = sorted(_drawn.entities.values(), key=lambda row: (-met[row.id], -row.articles, row.name))
    return tuple(row.id for row in rows)


def _suggestion(one: Suggestion, sides: Sides, drawn: Scene, known: int, language: Language) -> None:
    with st.container(border=True, key=f"{Key.REVIEW_NAMES}_pair_{one.one.id}_{one.other.id}"):
        for place, row in zip(st.columns(2), (one.one, one.other), strict=True):
            place.html(f'<div data-testid="candidate">{_facts(row, drawn, language)}</div>')
        why = " · ".join(reason_text(reason, language) for reason in one.reasons)
        st.caption(f"{word('score', language, n=round(100 * one.score))} · {plain(why)}")
        if not curator.current().decides:
            return
        with st.container(horizontal=True):
            for answer in ANSWERS:
                key = f"{Key.REVIEW_NAMES}_{answer}_{one.one.id}_{one.other.id}"
                st.button(word(answer, language), key=key, on_click=_compare, args=(answer, sides, known))


def reason_text(reason: Reason, language: Language) -> str:
    """A reason in words."""
    if reason.kind == "apart":
        return word("why_apart", language, a=reason.names[0], b=reason.names[1])
    if reason.kind == "spelling":
        return word("why_spelling", language, n=round(100 * reason.likeness))
    return word(f"why_{reason.kind}", language, names=listed(reason.names[:3], language))


def _facts(row: EntityRow, drawn: Scene, language: Language) -> str:
    labels = drawn.labels[language]
    posts = [post for post in drawn.held.get(row.id, ()) if post.person == row.id]
    held = ", ".join(dict.fromkeys(f"{labels.get(post.organization or 0, '')} {post.title}".strip() for post in posts))
    told = (held, _seen(row, drawn, language))
    return "<br>".join((f"<b>{escape(labels[row.id])}</b>", *(f"<small>{escape(line)}</small>" for line in told if line)))


def _seen(row: EntityRow, drawn: Scene, language: Language) -> str:
    """In how many articles and meetings somebody is found: a company, as on the home page, also in its people's."""
    return counts(language, articles=row.articles, meetings=drawn.sieve.met[row.id])


def _compare(answer: What, sides: Sides, known: int, leads: bool = False) -> None:
    """Whether two are one; with ``leads`` the first keeps its name."""
    these, those = (few if answer == "same" else every for few, every in sides)
    deciding.pressed(lambda by: [making.compared(answer, these, those, by, lead=these[0] if leads else None)], known)


def _by_hand(drawn: Scene, known: int, language: Language) -> None:
    label, key = partial(_labelled, drawn, language), f"{Key.REVIEW_NAMES}_one"
    every = _ranked(drawn, drawn.key)
    chosen = chooser.one(Offer(word("name", language), every, key, language, label, partial(drawn.found, drawn.entities)), None)
    last = st.session_state.get(f"{Key.REVIEW_NAMES}_last")
    st.session_state[f"{Key.REVIEW_NAMES}_last"] = chosen
    if last is not None and last not in drawn.entities:
        st.warning(word("name_gone", language), icon=":material/person_off:")
    if chosen is None:
        return
    row = drawn.entities[chosen]
    with st.container(border=True):
        others = [one for one in every if one != row.id and drawn.entities[one].kind == row.kind]
        key = f"{Key.REVIEW_NAMES}_other_{chosen}"
        other = chooser.one(Offer(word("merge_with", language), others, key, language, label, partial(drawn.found, set(others))), None)
        merged: dict[str, Any] = {}
        if other is not None:
            merged = {"on_click": _compare, "args": ("same", (_side(chosen), _side(other)), known, True)}
        st.button(word("merge_do", language), key=f"{Key.REVIEW_NAMES}_merge", icon=":material/merge:", **merged)
    _rename(row, known, language)
    if row.kind == "organization":
        _group(row, drawn, known, language)
    _split(row, known, language)


def _labelled(drawn: Scene, language: Language, ident: int) -> str:
    row = drawn.entities[ident]
    return f"{drawn.labels[language][ident]} · {_seen(row, drawn, language)}"


def _rename(row: EntityRow, known: int, language: Language) -> None:
    held, mark = store().aliases(row.id), f"{Key.REVIEW_NAMES}_rename_{row.id}"
    with st.form(mark):
        shown = (row.name, row.english or "", ", ".join(held))
        keys = [f"{mark}_{what}_{hash(value)}" for what, value in zip(RENAMED, shown, strict=True)]
        for what, value, key in zip(RENAMED, shown, keys, strict=True):
            st.text_input(word(f"rename_{what}", language), value, key=key)
        args = (row, held, store().addresses(row.id), keys, known)
        st.form_submit_button(word("rename_do", language), icon=":material/badge:", on_click=_renamed, args=args)


def _renamed(row: EntityRow, held: Sequence[str], addresses: Sequence[str], keys: Sequence[str], known: int) -> None:
    name, english, aliases = (str(st.session_state[key]) for key in keys)
    typed = [alias.strip() for alias in aliases.split(",")]

    def made(by: str) -> list[Decision]:
        return [
            making.called(
                addresses[0],
                by,
                name=_changed(row.name, name),
                english=_changed(row.english or "", english),
                aliases=(alias for alias in typed if alias not in held),
                without=(alias for alias in held if alias not in typed),
                also=addresses[1:],
            )
        ]

    deciding.pressed(made, known)


def _changed(shown: str, typed: str) -> str | None:
    """What was typed, None where it is what was shown: a decision says only what somebody has changed."""
    return None if typed.strip() == shown else typed


def _group(row: EntityRow, drawn: Scene, known: int, language: Language) -> None:
    """The business group of a company, to be corrected; a group that there is not yet is typed."""
    now, none = group_of(row), word("group_none", language)
    offered = [none, *(group for group in sorted({*drawn.sieve.groups, now}) if group)]
    mark = f"{row.id}_{known}"
    with st.form(f"{Key.REVIEW_NAMES}_group_{mark}"):
        key = f"{Key.REVIEW_NAMES}_group_of_{mark}"
        chosen = chooser.one(Offer(word("group_of", language), offered, key, language, fresh=True, form=True), now or none)
        if not st.form_submit_button(word("group_do", language), icon=":material/account_tree:") or (chosen or none) == (now or none):
            return

    def made() -> list[Decision]:
        key, *also = store().addresses(row.id)
        return [making.grouped(key, None if chosen == none else chosen, curator.current().name, also=also)]

    _keep(made, known)


def _split(row: EntityRow, known: int, language: Language) -> None:
    seen = store().appearances(row.id)
    if len(seen) < 2:
        return
    titles = {one.key: _told_in(one, row, language) for one in seen[:100]}
    with st.form(f"{Key.REVIEW_NAMES}_split_{row.id}"):
        key, label = f"{Key.REVIEW_NAMES}_split_of_{row.id}_{known}", word("split_which", language)
        asked = Offer(label, list(titles), key, language, titles.__getitem__, hint="which_article", form=True)
        chosen = chooser.several(asked, [])
        if not st.form_submit_button(word("split_do", language), icon=":material/call_split:"):
            return
    rest = [one.key for one in seen if one.key not in chosen]
    _keep(lambda: [making.compared("different", chosen, rest, curator.current().name)], known)


def _told_in(one: Appearance, row: EntityRow, language: Language) -> str:
    """An article where somebody is named, and as what, where that is another name than the one that is shown."""
    article = reading.titled(store().article(one.article).article, language)
    return article if one.name == row.name else f"{one.name} · {article}"


def _keep(make: Callable[[], list[Decision]], known: int) -> None:
    try:
        made = make()
    except HoedongError as error:
        deciding.refused(error)
    else:
        deciding.keep(made, known)
    st.rerun()
