"""Corrections where an article is read: its meetings, one that was missed, names that are none or were not seen, posts."""

from __future__ import annotations

from typing import Any

import streamlit as st

from graphing.decisions import Curated, making
from graphing.decisions.addressing import digest
from graphing.model import Affiliation, Extraction, MentionKind
from graphing.view import chooser, curator, deciding, marker, missed_form, names, reading, review
from graphing.view.chooser import Offer
from graphing.view.deciding import Keeper
from graphing.view.session import Key, Language, store
from graphing.view.words import word

KINDS: tuple[MentionKind, ...] = ("person", "organization")
NO_POST: dict[str, Any] = {"organization": "", "title": "", "former": False}


def article(ident: int, language: Language) -> None:
    """The tools for one stored article; nothing for those who only read."""
    if not curator.current().decides:
        return
    curated, ids = store().curated(ident)
    known = deciding.seen(f"article {ident}")
    deciding.told(language)
    for trace, meeting in zip(curated.traces, ids, strict=True):
        if trace.now is not None and meeting is not None:
            who = [one.name for one in trace.now.participants] + list(trace.now.orgs)
            with st.container(horizontal=True, vertical_alignment="center"):
                st.text(names.several(who, language))
                review.hook(meeting, language)
    tools(curated, f"{ident}_{known}", deciding.keeper(known), language)


def text(found: Extraction, mark: str, keep: Keeper, language: Language) -> None:
    """The article's text; words that are selected in it become a name, are no name, or open the form of a missed meeting."""
    reading.style()
    done = marker.show(found, f"{Key.MARKER}_{mark}", language)
    if done and done.what == "meeting":
        st.session_state[Key.MISSED] = (mark, done.span)
    chosen = st.session_state.get(Key.MISSED)
    if chosen and (chosen[0] == mark or missed_form.typed(found, chosen[1])):
        with st.container(border=True, key=Key.MISSED):
            reading.head(word("missed", language))
            missed_form.form(found, chosen[1], mark, keep, language)
    if done is None or done.what == "meeting":
        return
    if done.what == "unmark" and done.kind is not None:
        kind, name = done.kind, done.name
        keep(lambda by: [making.unmarked(found, kind, name, by)])
    else:
        named: MentionKind = "person" if done.what == "person" else "organization"
        keep(lambda by: [making.marked(found, named, found.article.text[slice(*done.span)], by)])


def reading_of(ident: int, found: Extraction, language: Language) -> None:
    """The text of a stored article, to be marked by those who may; for others to be read."""
    if not curator.current().decides:
        reading.draw_text(found, language)
        return
    known = deciding.seen(f"article {ident}")
    text(found, f"{ident}_{known}", deciding.keeper(known), language)


def tools(curated: Curated, mark: str, keep: Keeper, language: Language) -> None:
    """Add a meeting that was missed, mark and unmark names, correct posts; what is decided goes to ``keep``."""
    with st.expander(word("missed", language)):
        missed_form.form(curated.extraction, None, mark, keep, language)
    with st.expander(word("mark_names", language)):
        _names(curated.extraction, mark, keep, language)
        _posts(curated, mark, keep, language)


def _names(found: Extraction, mark: str, keep: Keeper, language: Language) -> None:
    form = f"mark {digest(found.article)}"
    typed = deciding.typed(form)
    with st.form(f"mark_{mark}", border=False):
        first = KINDS.index(typed.get("kind", KINDS[0]))
        kind = st.selectbox(word("mark_kind", language), KINDS, first, format_func=lambda one: word(one, language))
        words = st.text_input(word("mark_words", language), typed.get("words", ""))
        if st.form_submit_button(word("mark", language), icon=":material/label:"):
            deciding.sent(form, kind=kind, words=words)
            keep(lambda by: [making.marked(found, kind, words.strip(), by)])
    offered: list[tuple[MentionKind, str]] = [("person", one.name) for one in found.people]
    offered += [("organization", one.name) for one in found.organizations]
    labels = [f"{name} · {word(kind, language)}" for kind, name in offered]
    form = f"unmark {digest(found.article)}"
    typed = deciding.typed(form)
    with st.form(f"unmark_{mark}", border=False):
        key = f"{Key.REVIEW}_unmark_{mark}"
        which = word("unmark_which", language)
        start = offered.index(typed["who"]) if typed.get("who") in offered else None
        chosen: int | None = chooser.one(Offer(which, range(len(offered)), key, language, labels.__getitem__, form=True), start)
        why = st.text_input(word("decided_why", language), typed.get("why", ""))
        if st.form_submit_button(word("unmark", language), icon=":material/label_off:") and chosen is not None:
            deciding.sent(form, who=offered[chosen], why=why)
            keep(lambda by: [making.unmarked(found, *offered[chosen], by, why)])


def _posts(curated: Curated, mark: str, keep: Keeper, language: Language) -> None:
    found = curated.extraction
    if not found.people:
        return
    held: list[tuple[str, Affiliation | None]] = [(one.name, post) for one in found.people for post in (*one.affiliations, None)]
    key = f"{Key.REVIEW}_post_{mark}"
    told = [_post(*one, language) for one in held]
    form = f"post {digest(found.article)}"
    before = deciding.typed(form)
    first = next((place for place, one in enumerate(held) if place == before.get("chosen") and one[0] == before["person"]), 0)
    which = word("post_which", language)
    chosen: int = chooser.one(Offer(which, range(len(held)), key, language, told.__getitem__, needed=True), first) or 0
    person, post = held[chosen]
    now = {"organization": post.organization or "", "title": post.title, "former": post.former} if post else NO_POST
    start = deciding.began(f"post {mark} {chosen}", now)
    typed: dict[str, Any] = {**start, **(before if before.get("chosen") == chosen else {})}
    with st.form(f"post_{mark}_{chosen}", border=False):
        organization = st.text_input(word("organization", language), typed["organization"])
        title = st.text_input(word("title", language), typed["title"])
        former = st.checkbox(word("post_former", language), typed["former"])
        with st.container(horizontal=True):
            save = st.form_submit_button(word("post_save", language), icon=":material/badge:")
            none = st.form_submit_button(word("post_none", language)) if post else False
    said = {"organization": organization, "title": title, "former": former}
    if save:
        fresh = {field: value for field, value in said.items() if value != start[field]}
        deciding.sent(form, chosen=chosen, person=person, **fresh)
        right = Affiliation(organization.strip() or None, title.strip(), former)
        keep(lambda by: [making.held(found, person, post, right, by)])
    elif none:
        keep(lambda by: [making.held(found, person, post, None, by)])


def _post(person: str, post: Affiliation | None, language: Language) -> str:
    return f"{person} · {names.title(post, post.organization, language) if post else word('post_new', language)}"
