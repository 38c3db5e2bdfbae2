"""The session: every key of its state in one table, and what all pages share (store, language, choice)."""

from __future__ import annotations

import os
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Literal

import streamlit as st

if TYPE_CHECKING:
    from graphing.store import Store

Language = Literal["ko", "en"]
ChoiceKind = Literal["person", "organization", "group", "edge", "meeting"]
Reading = Literal["people", "companies", "meetings", "around"]
LANGUAGES: tuple[Language, ...] = ("ko", "en")
DATABASE_URL = "HOEDONG_DATABASE_URL"
AT_ONCE = "HOEDONG_AT_ONCE_"


class Key(StrEnum):
    """The keys of ``st.session_state``. Widgets are named by what they hold, components by what they show."""

    LANGUAGE = "language"
    LANGUAGE_SWITCH = "language_switch"
    CHOICE = "choice"
    STATUSES = "statuses"
    KINDS = "kinds"
    SHOWN = "shown"
    NETWORK = "network"
    TIMELINE = "timeline"
    LIBRARY = "library"
    CONTROL = "control"
    CHOOSING = "choosing_library"
    FURNITURE = "furniture_words"
    TURN = "turn"
    ROW = "row"
    UNKNOWN = "unknown"
    IGNORED = "ignored"
    FOCUS = "focus"
    AROUND = "around"
    AROUND_SWITCH = "around_switch"
    BACK = "back"
    MORE = "more"
    PROOFS = "proofs"
    BOARD = "board"
    RANGE = "range"
    PLAYED = "played"
    TABLE = "table"
    ORDER = "order"
    ROWS = "rows"
    MARKS = "marks"
    SOUGHT = "sought"
    READING = "reading"
    FOLDED = "folded"
    FINDER = "finder"
    QUERY = "query"
    SHEET = "sheet"
    STEPS = "steps"
    DRAWN = "drawn"
    BROUGHT = "brought"
    GUESTS = "guests"
    OPENED = "opened"
    TEXT = "text"
    PEOPLE = "people"
    COMPANIES = "companies"
    AGENCIES = "agencies"
    GROUPS = "groups"
    PLACES = "places"
    TOPIC = "topic"
    OUTLETS = "outlets"
    WITHOUT = "without"
    ARTICLES = "articles"
    COUNTERPARTS = "counterparts"
    CERTAINTY = "certainty"
    OFTEN = "often"
    WINDOW = "window"
    LANES = "lanes"
    ADDRESS = "address"
    HELD = "held"
    TRAIL = "trail"
    WALKED = "walked"
    AWAY = "away"
    WHOLE = "whole"
    UNDONE = "undone"
    MORE_FILTERS = "more_filters"
    PICTURED = "pictured"
    UPLOAD_EACH = "upload_each"
    SCENE = "scene"
    UPLOAD_TEXT = "upload_text"
    UPLOAD_DROP = "upload_drop"
    UPLOAD_FILES = "upload_files"
    UPLOAD_LINK = "upload_link"
    UPLOAD_COLUMNS = "upload_columns"
    UPLOAD_AGAIN = "upload_again"
    UPLOAD_OPENING = "upload_opening"
    UPLOAD_PUBLISHED = "upload_published"
    UPLOAD_PRINTED = "upload_printed"
    UPLOAD_UNDATED = "upload_undated"
    UPLOAD_OUTLET = "upload_outlet"
    UPLOAD_TITLE = "upload_title"
    UPLOAD_URL = "upload_url"
    UPLOAD_PREVIEW = "upload_preview"
    UPLOAD_DECISIONS = "upload_decisions"
    UPLOAD_FORESEEN = "upload_foreseen"
    UPLOAD_BROUGHT = "upload_brought"
    UPLOAD_OPEN = "upload_open"
    UPLOAD_SAVED = "upload_saved"
    UPLOAD_CLEAR = "upload_clear"
    ARTICLE = "article"
    ARTICLE_BACK = "article_back"
    ARTICLE_SEARCH = "article_search"
    ARTICLE_PAGES = "article_pages"
    ARTICLE_REMOVED = "article_removed"
    ARTICLE_CORRECTED = "article_corrected"
    ARTICLE_UNDATED = "article_undated"
    ARTICLE_OUTLET = "article_outlet"
    ARTICLE_ORDER = "article_order"
    ARTICLE_CHOOSE = "article_choose"
    ARTICLE_CHOSEN = "article_chosen"
    REVIEW = "review"
    REVIEW_PART = "review_part"
    REVIEW_SEEN = "review_seen"
    REVIEW_ABOUT = "review_about"
    REVIEW_PASSED = "review_passed"
    REVIEW_TOLD = "review_told"
    REVIEW_BEGAN = "review_began"
    REVIEW_TYPED = "review_typed"
    REVIEW_WHY = "review_why"
    REVIEW_ACCEPT = "review_accept"
    REVIEW_REJECT = "review_reject"
    REVIEW_NEXT = "review_next"
    REVIEW_NAMES = "review_names"
    REVIEW_DECISIONS = "review_decisions"
    DECISIONS_TEXT = "decisions_text"
    DECISIONS_KINDS = "decisions_kinds"
    DECISIONS_BY = "decisions_by"
    DECISIONS_ARTICLE = "decisions_article"
    DECISIONS_FROM = "decisions_from"
    DECISIONS_UNTIL = "decisions_until"
    DECISIONS_STATE = "decisions_state"
    PAGE = "page"
    PAGE_TOLD = "page_told"
    REVIEW_TELLINGS = "review_tellings"
    MARKER = "marker"
    MISSED = "missed_meeting"
    ARTICLE_PUBLISHED = "article_published"


# What a reader types or ticks. Streamlit forgets a widget's value on a page that does not show it, unless it is written again.
TYPED = (
    Key.READING,
    Key.FOLDED,
    Key.STEPS,
    Key.STATUSES,
    Key.KINDS,
    Key.PEOPLE,
    Key.COMPANIES,
    Key.AGENCIES,
    Key.GROUPS,
    Key.PLACES,
    Key.TOPIC,
    Key.OUTLETS,
    Key.WITHOUT,
    Key.ARTICLES,
    Key.COUNTERPARTS,
    Key.CERTAINTY,
    Key.OFTEN,
    Key.MORE_FILTERS,
    Key.TABLE,
    Key.UPLOAD_TEXT,
    Key.UPLOAD_LINK,
    Key.UPLOAD_PUBLISHED,
    Key.UPLOAD_PRINTED,
    Key.UPLOAD_UNDATED,
    Key.UPLOAD_OUTLET,
    Key.UPLOAD_TITLE,
    Key.UPLOAD_URL,
    Key.ARTICLE_SEARCH,
    Key.ARTICLE_UNDATED,
    Key.ARTICLE_OUTLET,
    Key.ARTICLE_ORDER,
    Key.ARTICLE_CHOOSE,
    Key.DECISIONS_TEXT,
    Key.DECISIONS_KINDS,
    Key.DECISIONS_BY,
    Key.DECISIONS_ARTICLE,
    Key.DECISIONS_FROM,
    Key.DECISIONS_UNTIL,
    Key.DECISIONS_STATE,
)


@dataclass(frozen=True, slots=True)
class Choice:
    """What the reader has chosen: a person, organisation or meeting by its id, an edge by its key in the graph, or a business group by
    the id of the organisation that stands for it."""

    kind: ChoiceKind
    id: str


def at_once(what: str, usual: int) -> int:
    """How much of something is sent to the browser at once: HOEDONG_AT_ONCE_MARKS=200 in the environment, ``usual`` where it sets no whole
    number above 0."""
    said = os.environ.get(AT_ONCE + what, "").replace("_", "")
    return int(said) if said.isdecimal() and int(said) else usual


def database_url() -> str | None:
    """The database that the environment or Streamlit's secrets name; None for SQLite in the user's data directory."""
    if named := os.environ.get(DATABASE_URL):
        return named
    try:
        return str(st.secrets[DATABASE_URL])
    except (KeyError, FileNotFoundError):
        return None


@st.cache_resource(show_spinner=False)
def store() -> Store:
    """The one store of this server, opened (and migrated) at its first use. Raises StoreError where it cannot be reached."""
    from graphing.store import open_store  # noqa: PLC0415  (SQLAlchemy costs 0.2 s: only when a page asks for data)

    return open_store(database_url())


def preferred() -> Language:
    """What a bare address opens in: Korean, unless the browser asks for English and not for Korean.

    Its reader could read nothing of a Korean page, not even where to change that; who reads both is shown the articles' language.
    """
    asked = st.context.headers.get("Accept-Language", "")
    spoken = {part.partition(";")[0].strip().partition("-")[0].lower() for part in asked.split(",")}
    return "en" if "en" in spoken and "ko" not in spoken else "ko"


def language() -> Language:
    """The language of the interface: the session's, else the address's ``lang``, else Korean, in a bare address what is preferred."""
    chosen = st.session_state.get(Key.LANGUAGE) or st.query_params.get("lang")
    if chosen not in LANGUAGES:
        if st.query_params:
            return LANGUAGES[0]
        chosen = preferred()
    st.session_state[Key.LANGUAGE] = chosen
    return chosen


def set_language(chosen: Language) -> None:
    """Keep the language in the session and in the address, so that a reload and a shared link have it."""
    st.session_state[Key.LANGUAGE] = chosen
    if st.session_state.get(Key.AWAY):  # the home page writes its address itself, once a run
        st.query_params["lang"] = chosen


def keep_typed() -> None:
    """Carry what was typed over to the page that is about to be drawn; the app calls it at the start of every run."""
    for key in TYPED:
        if key in st.session_state:
            st.session_state[key] = st.session_state[key]


def choice() -> Choice | None:
    """What the reader has chosen on the network page, or None."""
    found = st.session_state.get(Key.CHOICE)
    return found if isinstance(found, Choice) else None


def choose(chosen: Choice | None) -> None:
    """Choose (or, with None, let go); a new choice shows its proofs from the first page on, and of whom they met as many as at first."""
    if chosen != choice():
        st.session_state[Key.GUESTS] = 0
    st.session_state[Key.CHOICE] = chosen
    st.session_state[Key.SHOWN] = None
    st.session_state[Key.OPENED] = None
    st.session_state[Key.ROW] = False
    st.session_state[Key.UNKNOWN] = st.session_state[Key.IGNORED] = None
