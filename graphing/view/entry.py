"""The way into a page leads through app.py, which sets up what surrounds it."""

from __future__ import annotations

import streamlit as st

from graphing.view.session import Key

PAGES = ("pages/network.py", "pages/upload.py", "pages/articles.py", "pages/review.py", "pages/accuracy.py")


def through_app() -> None:
    """Send a run that reached a page without app.py back through it: who is not signed in is stopped there.

    Until app.py has run once, a new server takes the folder pages/ for its pages and runs the one in the address alone;
    st.navigation ends that, and the next run goes through app.py to the same page.
    """
    if Key.LANGUAGE_SWITCH not in st.session_state:
        st.navigation([st.Page("app.py", default=True), *map(st.Page, PAGES)])
        st.rerun()


def leave_home() -> None:
    """The way into a page other than the home page: also notes that that one was left."""
    st.session_state[Key.AWAY] = True
    through_app()


# Pages from which an article is opened, and the word of the way back to each.
BACK = {"pages/review.py": "back_to_review", "pages/network.py": "back_to_network"}


def open_article(article: int, back: str) -> None:
    """Open an article on the page of articles, from which the way back then leads to the page ``back`` (of ``BACK``), as it was left."""
    st.session_state[Key.ARTICLE] = article
    st.session_state[Key.ARTICLE_BACK] = (article, back)
    st.switch_page("pages/articles.py")


def list_added() -> None:
    """Go to the list of articles, those first that came last: whatever was opened or asked for there before hides them."""
    asked = {Key.ARTICLE: None, Key.ARTICLE_SEARCH: "", Key.ARTICLE_OUTLET: None, Key.ARTICLE_UNDATED: False, Key.ARTICLE_ORDER: "added"}
    for key, value in asked.items():
        st.session_state[key] = value
    st.switch_page("pages/articles.py")


def way_back(article: int) -> str | None:
    """The page from which this article was opened; None: the list of articles, or an address."""
    opened, page = st.session_state.get(Key.ARTICLE_BACK) or (None, None)
    return page if opened == article else None
