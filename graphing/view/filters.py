"""The filters, in the sidebar. What they hold is in the session's state and in the address; here it is only shown and set."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from html import escape
from typing import Any

import streamlit as st

from graphing.labels import place_label
from graphing.sieve import Kind
from graphing.view import address, chooser, names, reading, session
from graphing.view.address import KINDS, STATUSES
from graphing.view.chooser import Offer
from graphing.view.fitting import kept
from graphing.view.frame import language_switch
from graphing.view.scene import Scene
from graphing.view.session import Key, Language
from graphing.view.words import word

TITLES = 1000  # the newest articles that are offered before anything is typed
SURE = (0, 50, 60, 70, 80, 90)
OF_KIND: tuple[tuple[str, Key, Kind], ...] = (
    ("people", Key.PEOPLE, "person"), ("companies", Key.COMPANIES, "company"), ("agencies", Key.AGENCIES, "agency"),
)  # fmt: skip
OFTEN = (1, 2, 3, 5, 10)
LABELS: dict[Key, str] = {
    Key.TEXT: "searched", Key.PEOPLE: "people", Key.COMPANIES: "companies", Key.AGENCIES: "agencies", Key.GROUPS: "groups",
    Key.PLACES: "places", Key.TOPIC: "topic", Key.OUTLETS: "outlets", Key.WITHOUT: "outlets_without", Key.ARTICLES: "articles",
    Key.STATUSES: "status", Key.KINDS: "kind", Key.COUNTERPARTS: "counterparts", Key.CERTAINTY: "sure", Key.OFTEN: "often",
    Key.RANGE: "dates",
}  # fmt: skip


def waiting() -> bool:
    """Whether this is the first page of a visit, and its pictures are not yet drawn."""
    return not st.session_state.get(Key.PICTURED)


def filters(scene: Scene, language: Language) -> None:
    """The language switch and all filters; those that ask most seldom are folded away.

    The browser needs as long for Streamlit's lists as for the network: a first page shows the pictures, then the filters (at once
    where something is filtered).
    """
    if waiting() and not address.filtered():
        return
    language_switch()
    with st.sidebar:
        # The way back stands at the top, whichever of the many lists below was set; its line is as high without it.
        with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", key="filters_head"):
            st.subheader(word("filters", language))
            if address.filtered():
                st.button(word("clear", language), on_click=address.clear, type="tertiary", key="clear")
        _pills("status", STATUSES, Key.STATUSES, language)
        _pills("kind", KINDS, Key.KINDS, language)
        labels = scene.labels[language].__getitem__
        for label, key, kind in OF_KIND:
            _several(label, scene.ranked.get(kind, []), key, language, labels, partial(scene.found_of, kind))
        _several("outlets_without", scene.outlets, Key.WITHOUT, language, *chooser.outlets(scene.outlets, language), hint="nothing_chosen")
        # Made and sent only when asked for: the first page is there sooner.
        if st.toggle(word("filters_more", language), key=_kept(Key.MORE_FILTERS, _asks_more())):
            _rest(scene, language)
        if address.filtered():
            fitting = len(kept(scene, scene.key, address.conditions(live=True)).meetings)
            st.caption(word("fitting", language, n=fitting, all=f"{len(scene.meetings):,}"))


def set_now(scene: Scene, language: Language) -> list[str]:
    """The filters that leave something out, each in words: '인물 최태원', '기간 2019.01.01–'."""
    asked = address.written(st.session_state)
    return [f"{word(LABELS[field.key], language)} {said}" for field in address.FILTERS
            if field.name in asked and (said := _said(field.key, scene, language))]  # fmt: skip


def _said(key: Key, scene: Scene, language: Language) -> str:
    value: Any = st.session_state.get(key)
    labels = scene.labels[language]
    if key == Key.RANGE:
        first, last = address.conditions(live=True).between or (None, None)
        return "–".join(names.told(day, "day", language) for day in (first, last))
    if key in {Key.CERTAINTY, Key.OFTEN}:
        return word("at_least", language, n=f"{value}%") if key == Key.CERTAINTY else word("at_least_times", language, n=value)
    if isinstance(value, str):
        return f"“{value}”"
    if key in {Key.PEOPLE, Key.COMPANIES, Key.AGENCIES}:
        return names.several([labels.get(one, word("gone_short", language)) for one in value], language)
    if key in {Key.STATUSES, Key.KINDS, Key.COUNTERPARTS}:
        return names.listed((word(one, language) for one in value), language)
    if key == Key.ARTICLES:
        return word("count_articles", language, n=len(value))
    if key in {Key.OUTLETS, Key.WITHOUT}:
        return names.several([names.outlet(one, language) for one in value], language)
    return names.several([place_label(one, language) if key == Key.PLACES else str(one) for one in value], language)


def _rest(scene: Scene, language: Language) -> None:
    _several("groups", scene.sieve.groups, Key.GROUPS, language)
    _several("places", scene.sieve.places, Key.PLACES, language, partial(place_label, language=language))
    st.text_input(word("topic", language), key=_kept(Key.TOPIC, ""))
    _several("outlets", scene.outlets, Key.OUTLETS, language, *chooser.outlets(scene.outlets, language))
    titles = {row.id: row.title or reading.titled(row, language) for row in session.store().articles(limit=TITLES)}
    _several("articles", list(titles), Key.ARTICLES, language, lambda article: titles.get(article, str(article)))
    said = partial(word, language=language)
    st.pills(word("counterparts", language), KINDS, selection_mode="multi", key=_kept(Key.COUNTERPARTS, []), format_func=said)
    _slider("sure", SURE, Key.CERTAINTY, language, lambda share: word("at_least", language, n=f"{share}%"))
    _slider("often", OFTEN, Key.OFTEN, language, lambda times: word("at_least_times", language, n=times))


def _slider(label: str, offered: Sequence[int], key: Key, language: Language, said: Callable[[int], str]) -> None:
    # An address may ask for what lies between two that are offered.
    steps = sorted({*offered, st.session_state[_kept(key, offered[0])]})
    st.select_slider(word(label, language), steps, key=key, format_func=said)


def _asks_more() -> bool:
    folded = (Key.GROUPS, Key.PLACES, Key.TOPIC, Key.OUTLETS, Key.ARTICLES, Key.COUNTERPARTS, Key.CERTAINTY)
    return any(st.session_state.get(key) for key in folded) or st.session_state.get(Key.OFTEN, 1) > 1


def _kept(key: Key, first: Any) -> Key:
    st.session_state.setdefault(key, first)
    return key


def _pills(label: str, offered: Sequence[str], key: Key, language: Language) -> None:
    st.pills(
        word(label, language), offered, selection_mode="multi", key=_kept(key, list(offered)), format_func=lambda one: word(one, language)
    )
    if st.session_state.get(Key.HELD) == key:
        st.html(f'<p class="held" role="status">{escape(word("one_stays", language))}</p>')


def _several(
    label: str, offered: Sequence[Any], key: Key, language: Language, shown: Callable[[Any], str] = str,
    find: Callable[[str], Iterable[Any]] | None = None, hint: str = "all",
) -> None:  # fmt: skip
    """A list to choose several from. What is chosen stays choosable, whether it is among those that are offered or not.

    ``find``: finds people or organisations under all their names. ``hint``: the word that stands in it while nothing is chosen.
    """

    def said(value: Any) -> str:
        try:
            return shown(value)
        except KeyError:
            return word("gone_short", language)

    chooser.several(Offer(word(label, language), offered, _kept(key, []), language, said, find, hint=hint))
