"""The page that lists what is stored: search, open one article, remove it and undo that."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from html import escape

import streamlit as st

from graphing import pipeline
from graphing.errors import HoedongError, NotFoundError
from graphing.model import Extraction
from graphing.pipeline import dated, save
from graphing.store import ArticleRow
from graphing.view import correct, curator, reading
from graphing.view.drafts import PASTED
from graphing.view.session import Key, Language, store
from graphing.view.upload import OLDEST, failed
from graphing.view.words import word

PAGE = 50


@dataclass(frozen=True, slots=True)
class Removed:
    """A removed article, whole, so that it can be put back."""

    title: str
    extraction: Extraction


def listing(language: Language) -> None:
    """The stored articles, newest first; choosing a row opens it."""
    st.title(word("page_articles", language))
    query = st.text_input(word("articles_search", language), key=Key.ARTICLE_SEARCH, icon=":material/search:")
    pages: int = st.session_state.get(Key.ARTICLE_PAGES, 1)
    rows = store().articles(query=query.strip() or None, limit=PAGE * pages + 1)
    if not rows:
        st.info(word("articles_none" if query.strip() else "empty_title", language))
        if not query.strip():
            st.page_link("pages/upload.py", label=word("empty_action", language), icon=":material/add:")
        return
    shown = rows[: PAGE * pages]
    st.caption(word("articles_hint", language))
    chosen = st.dataframe(
        _table(shown, language),
        hide_index=True,
        on_select="rerun",
        selection_mode="single-row",
        key=f"{Key.ARTICLE}_table",
        height="content" if len(shown) <= PAGE else 600,
        column_config={
            word("published", language): st.column_config.DateColumn(format=word("date_column", language)),
        },
    )
    selected = chosen["selection"]["rows"]
    if selected:
        st.session_state[Key.ARTICLE] = shown[selected[0]].id
        st.session_state[Key.ARTICLE_REMOVED] = None
        st.rerun()
    if len(rows) > len(shown) and st.button(word("more", language)):
        st.session_state[Key.ARTICLE_PAGES] = pages + 1
        st.rerun()


def _table(rows: tuple[ArticleRow, ...], language: Language) -> dict[str, list[object]]:
    columns: dict[str, list[object]] = {
        word("published", language): [row.published for row in rows],
        word("headline", language): [row.title or word("no_title", language) for row in rows],
        word("outlet", language): [row.outlet or "" for row in rows],
        word("column_author", language): [row.author or "" for row in rows],
        word("people", language): [row.people for row in rows],
        word("organizations", language): [row.organizations for row in rows],
        word("meetings", language): [row.meetings for row in rows],
        word("source", language): [_source(row.source, language) for row in rows],
    }
    return columns


def _source(name: str, language: Language) -> str:
    return word("pasted", language) if name.startswith(PASTED) else name


def opened(article: int, language: Language) -> None:
    """One article: its particulars, its text with highlights, what was understood, and the way to remove it."""
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        back = st.button(word("back_to_list", language), icon=":material/arrow_back:", type="tertiary")
        removal = st.popover(word("remove", language), icon=":material/delete:") if curator.current().removes else None
    if back:
        _close()
    try:
        extraction = store().extraction(article)
    except NotFoundError:
        st.warning(word("article_gone", language))
        return
    one = extraction.article
    head = reading.heading(extraction, language)
    told_of = (reading.particulars(one, language), one.author, _source(one.source, language))
    facts = " · ".join(fact for fact in told_of if fact)
    st.html(
        f'<h1 style="font-size:1.5rem;line-height:1.45;word-break:keep-all;padding:0 0 .3rem">{escape(head)}</h1>'
        f'<div style="opacity:.7;font-size:.9rem">{escape(facts)}</div>'
    )
    if one.published is None and curator.current().decides:
        _date_later(article, extraction, language)
    text, found = st.columns([3, 2], gap="large")
    with text:
        correct.reading_of(article, extraction, language)
    with found:
        reading.draw(extraction, language)
        correct.article(article, language)
    if removal is not None:
        with removal:
            # What the machine read comes back; what was decided about it holds again by itself.
            _remove(article, head, store().reading(article), language)


def _date_later(article: int, extraction: Extraction, language: Language) -> None:
    """Ask for the date of an undated article; given, its relative dates are resolved and it is stored anew under the same id."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        day = st.date_input(
            word("date_later", language),
            value=None,
            key=f"{Key.ARTICLE_PUBLISHED}_{article}",
            format=word("date_field", language),
            min_value=OLDEST,
            help=word("date_later_hint", language),
        )
        pressed = st.button(word("date_keep", language), icon=":material/event:", disabled=day is None)
    if not pressed or not isinstance(day, date):
        return
    try:
        with st.spinner(word("starting", language)):
            save(store(), [dated(extraction, day)])
    except HoedongError as error:
        failed("not_dated", error, language)
        return
    st.rerun()


def _remove(article: int, title: str, extraction: Extraction, language: Language) -> None:
    st.write(word("remove_sure", language))
    if not st.button(word("remove_confirm", language), type="primary"):
        return
    try:
        store().remove(article)
    except HoedongError as error:
        failed("not_removed", error, language)
        return
    st.session_state[Key.ARTICLE_REMOVED] = Removed(title, extraction)
    _close()


def _close() -> None:
    st.session_state[Key.ARTICLE] = None
    st.rerun()


def undo(language: Language) -> None:
    """Say what was removed last, and offer to put it back."""
    last: Removed | None = st.session_state.get(Key.ARTICLE_REMOVED)
    if last is None or not curator.current().removes:
        return
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        st.text(word("removed", language, title=last.title))
        if not st.button(word("undo", language), icon=":material/undo:"):
            return
    try:
        pipeline.save(store(), [last.extraction])
    except HoedongError as error:
        failed("not_saved", error, language)
        return
    st.session_state[Key.ARTICLE_REMOVED] = None
    st.rerun()
