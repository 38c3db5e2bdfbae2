"""The page that lists what is stored: search, open one article, remove it and undo that."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from html import escape
from typing import get_args

import streamlit as st

from graphing import pipeline
from graphing.decisions import heading
from graphing.errors import HoedongError, NotFoundError
from graphing.model import Article, Extraction
from graphing.store import ArticleOrder, ArticleRow, Shelf
from graphing.view import bulk, chooser, correct, curator, deciding, names, reading, review_decisions
from graphing.view.bulk import Removed
from graphing.view.chooser import Offer
from graphing.view.entry import BACK, way_back
from graphing.view.fields import Field, flag, number, one_of
from graphing.view.piles import OLDEST
from graphing.view.session import Key, Language, store
from graphing.view.upload import failed
from graphing.view.words import word

PAGE = 50
# Pixels, together what a window of 1024 has beside the sidebar; what is left of a wider one is shared out.
PUBLISHED, HEADLINE, OUTLET, AUTHOR, PEOPLE, ORGANIZATIONS, MEETINGS, SOURCE = 86, 178, 92, 80, 58, 78, 70, 76
ROW = 66  # pixels: above 64 Streamlit breaks a long headline into lines, where one line would be cut off without a sign
ORDERS: tuple[ArticleOrder, ...] = get_args(ArticleOrder)
# What the page's address tells.
TOLD = (
    number("article", Key.ARTICLE),
    Field("q", Key.ARTICLE_SEARCH, ""),
    flag("undated", Key.ARTICLE_UNDATED),
    Field("outlet", Key.ARTICLE_OUTLET),
    one_of("order", Key.ARTICLE_ORDER, ORDERS, ORDERS[0]),
)


def listing(language: Language) -> None:
    """The stored articles; choosing a row opens it, or, where several are chosen, leads to what can be done to them."""
    st.title(word("page_articles", language))
    query, shelf = _asked(language)
    pages: int = st.session_state.get(Key.ARTICLE_PAGES, 1)
    rows = store().articles(query=query or None, limit=PAGE * pages + 1, shelf=shelf)
    if not rows:
        narrowed = bool(query) or shelf.undated or shelf.outlet is not None
        st.info(word("articles_none" if narrowed else "empty_title", language))
        if not narrowed:
            st.page_link("pages/upload.py", label=word("empty_action", language), icon=":material/add:")
        return
    shown = rows[: PAGE * pages]
    if curator.current().decides and st.toggle(word("articles_choose", language), key=Key.ARTICLE_CHOOSE):
        _choose(shown, language)
    else:
        st.caption(word("articles_hint", language))
        if selected := _drawn(shown, f"{Key.ARTICLE}_table", language):
            st.session_state[Key.ARTICLE], st.session_state[Key.ARTICLE_BACK] = shown[selected[0]].id, None
            st.rerun()
    if len(rows) > len(shown) and st.button(word("more", language)):
        st.session_state[Key.ARTICLE_PAGES] = pages + 1
        st.rerun()


def _asked(language: Language) -> tuple[str, Shelf]:
    """Draw what narrows and orders the list; the words, and which articles."""
    papers = store().outlets()
    # A list that is asked for what it has not would fail: an address can be old.
    if st.session_state.get(Key.ARTICLE_OUTLET) not in papers:
        st.session_state[Key.ARTICLE_OUTLET] = None
    st.session_state.setdefault(Key.ARTICLE_ORDER, ORDERS[0])
    words, outlet, order, undated = st.columns([4, 2, 2, 1.6], vertical_alignment="bottom")
    query = words.text_input(word("articles_search", language), key=Key.ARTICLE_SEARCH, icon=":material/search:")
    with outlet:
        shown, find = chooser.outlets(papers, language)
        paper = chooser.one(Offer(word("outlet", language), papers, Key.ARTICLE_OUTLET, language, shown, find, hint="all"))
    by = order.selectbox(word("order", language), ORDERS, format_func=lambda one: word(f"order_{one}", language), key=Key.ARTICLE_ORDER)
    without = undated.checkbox(word("articles_undated", language), key=Key.ARTICLE_UNDATED)
    return (query or "").strip(), Shelf(without, paper, by)


def _choose(shown: tuple[ArticleRow, ...], language: Language) -> None:
    """Several rows are chosen, and stay so while the list is longer, shorter or ordered otherwise, as far as they are shown."""
    tools = st.container()
    before: frozenset[int] = st.session_state.get(Key.ARTICLE_CHOSEN) or frozenset()
    # By its rows: what is chosen is told by their numbers, which are others in another list.
    key = f"{Key.ARTICLE_CHOSEN}_{hash(tuple(row.id for row in shown))}"
    chosen = [shown[number] for number in _drawn(shown, key, language, [n for n, row in enumerate(shown) if row.id in before])]
    st.session_state[Key.ARTICLE_CHOSEN] = frozenset(row.id for row in chosen)
    with tools:
        bulk.tools(chosen, language)


def _drawn(shown: tuple[ArticleRow, ...], key: str, language: Language, before: list[int] | None = None) -> list[int]:
    """The table; which of its rows are chosen. ``before``: those that are at first, of several; None: one is chosen."""
    told = st.dataframe(
        _table(shown, language),
        hide_index=True,
        on_select="rerun",
        selection_mode="single-row" if before is None else "multi-row",
        selection_default={"selection": {"rows": before}} if before else None,
        key=key,
        row_height=ROW,
        height="content" if len(shown) <= PAGE else 600,
        placeholder=word("no_published", language),
        column_config={
            word("published", language): st.column_config.DateColumn(width=PUBLISHED, format=word("date_column", language)),
            word("headline", language): st.column_config.TextColumn(width=HEADLINE),
            word("column_author", language): st.column_config.TextColumn(width=AUTHOR) if any(row.author for row in shown) else None,
            word("outlet", language): st.column_config.TextColumn(width=OUTLET),
            word("people", language): st.column_config.NumberColumn(width=PEOPLE),
            word("column_organizations", language): st.column_config.NumberColumn(width=ORGANIZATIONS),
            word("meetings", language): st.column_config.NumberColumn(width=MEETINGS),
            word("source", language): st.column_config.TextColumn(width=SOURCE),
        },
    )
    return [number for number in told["selection"]["rows"] if number < len(shown)]


def _table(rows: tuple[ArticleRow, ...], language: Language) -> dict[str, list[object]]:
    columns: dict[str, list[object]] = {
        word("published", language): [row.published for row in rows],
        word("headline", language): [reading.named(row, language) for row in rows],
        word("outlet", language): [names.outlet(row.outlet, language) if row.outlet else "" for row in rows],
        word("column_author", language): [row.author or "" for row in rows],
        word("people", language): [row.people for row in rows],
        word("column_organizations", language): [row.organizations for row in rows],
        word("meetings", language): [row.meetings for row in rows],
        word("source", language): [reading.source(row.source, language) for row in rows],
    }
    return columns


def opened(article: int, language: Language) -> None:
    """One article: its particulars, its text with highlights, what was understood, and the way to remove it."""
    page = way_back(article)
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        back = st.button(word(BACK[page] if page else "back_to_list", language), icon=":material/arrow_back:", type="tertiary")
        removal = st.popover(word("remove", language), icon=":material/delete:") if curator.current().removes else None
    if back:
        _close(page)
    try:
        extraction = store().extraction(article)
    except NotFoundError:
        st.warning(word("article_gone", language))
        return
    one = extraction.article
    head = reading.heading(extraction, language)
    told_of = (reading.particulars(one, language), one.author, reading.source(one.source, language))
    facts = " · ".join(fact for fact in told_of if fact)
    st.html(
        f'<h1 style="font-size:1.5rem;line-height:1.45;word-break:keep-all;padding:0 0 .3rem">{escape(head)}</h1>'
        f'<div style="opacity:.7;font-size:.9rem">{escape(facts)}</div>'
    )
    if curator.current().decides:
        known = deciding.seen(f"article {article}")
        review_decisions.meanwhile(one, known, language)
        if one.published is None:
            _date_later(extraction, known, language)
        _head(article, extraction, known, language)
    text, found = st.columns([3, 2], gap="large")
    with text:
        correct.reading_of(article, extraction, language)
    with found:
        reading.draw(extraction, language)
        correct.article(article, language)
        _decided(one, language)
    if removal is not None:
        with removal:
            # What the machine read comes back; what was decided about it holds again by itself.
            _remove(article, head, store().reading(article), language)


def _decided(one: Article, language: Language) -> None:
    """What was decided about the article and still can be undone, or brought back, here."""
    made = review_decisions.of_article(one)
    if made:
        reading.head(word("decided_of_article", language, n=len(made)))
        for row in made:
            review_decisions.row(row, language, whose=False)


def _date_later(extraction: Extraction, known: int, language: Language) -> None:
    """Ask for the date of an undated article; given, its relative dates are resolved."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        day = st.date_input(
            word("date_later", language),
            value=None,
            key=f"{Key.ARTICLE_PUBLISHED}_{known}",
            format=word("date_field", language),
            min_value=OLDEST,
            help=word("date_later_hint", language),
        )
        pressed = st.button(word("date_keep", language), icon=":material/event:", disabled=day is None)
    if pressed and isinstance(day, date):
        _correct(extraction, {"published": day}, "", known, language)


def _head(article: int, extraction: Extraction, known: int, language: Language) -> None:
    """The form that corrects date, outlet, title and author."""
    one, before = extraction.article, deciding.typed(_about(extraction))
    key = f"{Key.ARTICLE}_head_{article}_{known}"
    with st.expander(word("head_correct", language), icon=":material/edit_calendar:"), st.form(key, border=False):
        st.caption(word("head_hint", language))
        day, outlet = st.columns(2)
        published = day.date_input(
            word("published", language), before.get("published", one.published), OLDEST,
            key=f"{key}_day", format=word("date_field", language),
        )  # fmt: skip
        paper = outlet.text_input(word("outlet", language), before.get("outlet", one.outlet or ""), key=f"{key}_outlet")
        title = st.text_input(word("headline", language), before.get("title", one.title or ""), key=f"{key}_title")
        author = st.text_input(word("column_author", language), before.get("author", one.author or ""), key=f"{key}_author")
        why = st.text_input(word("decided_why", language), before.get("why", ""), key=f"{key}_why")
        if not st.form_submit_button(word("head_save", language), icon=":material/edit:"):
            return
    said = {"published": published if isinstance(published, date) else None, "outlet": paper, "title": title, "author": author}
    _correct(extraction, said, why, known, language)


def _about(extraction: Extraction) -> str:
    """The name of the form that corrects an article's head."""
    return f"head {extraction.article.source} {extraction.article.start}"


def _correct(extraction: Extraction, said: Mapping[str, date | str | None], why: str, known: int, language: Language) -> None:
    """Keep what is right of an article's head."""
    try:
        with st.spinner(word("starting", language)):
            pipeline.correct(store(), heading.corrected(extraction.article, said, curator.current().name, why), seen=known)
    except HoedongError as error:
        # Where somebody else has decided meanwhile, the form begins anew with what was typed.
        deciding.sent(_about(extraction), **said, why=why)
        deciding.look_again()
        failed("not_dated", error, language)
        return
    deciding.forget()
    st.session_state[Key.REVIEW_TOLD] = ("head_done", None)
    st.rerun()


def _remove(article: int, title: str, extraction: Extraction, language: Language) -> None:
    st.write(word("remove_sure", language))
    why = st.text_input(word("decided_why", language), key=f"{Key.ARTICLE_REMOVED}_why_{article}")
    if not st.button(word("remove_confirm", language), type="primary"):
        return
    try:
        (gone,) = store().remove(article, by=curator.current().name, why=why)
    except HoedongError as error:
        failed("not_removed", error, language)
        return
    bulk.keep_removed(Removed(title, extraction, gone))
    _close()


def _close(page: str | None = None) -> None:
    """Close the article; the list comes next, or the ``page`` from which it was opened."""
    st.session_state[Key.ARTICLE] = st.session_state[Key.ARTICLE_BACK] = None
    if page:
        st.switch_page(page)
    st.rerun()
