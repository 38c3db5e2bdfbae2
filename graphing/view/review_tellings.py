"""Encounters that several articles tell: the readings side by side where they differ, and how plans turned out."""

from __future__ import annotations

from html import escape

import streamlit as st

from graphing.tellings import Encounter, encounter
from graphing.view import names, review
from graphing.view.projection import Scene, scene
from graphing.view.session import Language
from graphing.view.words import word

MOST = 40


def tellings(language: Language) -> None:
    """Those told by two articles or more, those that differ first."""
    drawn = scene()
    several = [encounter(row.tellings) for row in drawn.snapshot.meetings if row.tellings]
    several.sort(key=lambda one: (-len(one.differing()), one.id))
    if not several:
        st.info(word("tellings_none", language))
    for one in several[:MOST]:
        with st.container(border=True):
            st.html(side_by_side(one, drawn, language))
            with st.container(horizontal=True):
                for telling in one.tellings:
                    review.hook(telling.id, language, telling.outlet)


def side_by_side(one: Encounter, drawn: Scene, language: Language) -> str:
    """An encounter as HTML: who met, what differs, and a row for each telling with its outlet."""
    labels = drawn.labels[language]
    who = names.listed((labels[ident] for ident in (*one.people, *one.organizations)), language)
    differ = "".join(f'<span class="status planned">{escape(word(f"differs_{field}", language))}</span>' for field in one.differing())
    rows = "".join(
        f"<li><time>{escape(names.told(row.published, 'day', language) or word('no_published', language))}</time>"
        f"<span>{escape(row.outlet or word('no_outlet', language))}: <b>{escape(word(row.status, language))}</b> "
        f"{escape(names.when(row.first, row.precision, language))} {escape(row.place or '')} "
        f"<small>{escape(names.listed((labels[ident] for ident in (*row.people, *row.organizations)), language))}</small></span></li>"
        for row in one.tellings
    )
    head = f"<h3>{escape(who)} <small>{escape(word('tellings_count', language, n=len(one.tellings)))}</small>{differ}</h3>"
    return f'<section class="proofs" data-testid="telling">{head}<ol>{rows}</ol></section>'
