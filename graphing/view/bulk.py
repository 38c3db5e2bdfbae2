"""Several stored articles at once: date and outlet set, or removed, and one click that takes all of it back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import streamlit as st

from graphing import pipeline
from graphing.decisions import Decision, heading
from graphing.decisions.rows import undoing
from graphing.errors import HoedongError, InputError
from graphing.model import Extraction
from graphing.store import ArticleRow
from graphing.view import curator, deciding, reading
from graphing.view.piles import OLDEST
from graphing.view.session import Key, Language, store
from graphing.view.upload import failed
from graphing.view.words import word


@dataclass(frozen=True, slots=True)
class Removed:
    """A removed article, whole, so that it can be put back, the decision that says who has removed it, and those removed with it."""

    title: str
    extraction: Extraction
    decision: Decision | None = None
    others: tuple[Removed, ...] = ()


def tools(chosen: Sequence[ArticleRow], language: Language) -> None:
    """What can be done to the chosen articles; where none is, how to choose.

    It is as high either way: the table below must not move away from under the mouse that chooses in it.
    """
    with st.container(border=True, key=f"{Key.ARTICLE}_bulk"):
        told = f"**{word('articles_chosen', language, n=len(chosen))}**" if chosen else word("articles_choose_hint", language)
        st.markdown(told)
        known = deciding.seen(f"articles {[row.id for row in chosen]}") if chosen else 0
        said, why = _form(not chosen, language)
        if curator.current().removes:
            with st.popover(word("remove", language), icon=":material/delete:", disabled=not chosen):
                if chosen:
                    _remove(chosen, language)
    if said is not None:
        _correct(chosen, said, why, known, language)


def _form(closed: bool, language: Language) -> tuple[Mapping[str, date | str | None] | None, str]:
    """Ask date and outlet: what is to hold of the chosen articles and why; None where nothing was sent. What is left open stays."""
    # What was set of some articles does not stand in the fields for the next.
    last: tuple[Decision, ...] | None = st.session_state.get(Key.ARTICLE_CORRECTED)
    with st.form(f"{Key.ARTICLE}_bulk_head_{last[0].id if last else 0}", border=False):
        day, outlet, reason, button = st.columns([1.2, 1.5, 2, 1.3], vertical_alignment="bottom")
        published = day.date_input(word("published", language), None, OLDEST, format=word("date_field", language), disabled=closed)
        paper = outlet.text_input(word("outlet", language), disabled=closed)
        why = reason.text_input(word("decided_why", language), disabled=closed)
        name, hint = word("articles_set", language), word("articles_set_hint", language)
        sent = button.form_submit_button(name, icon=":material/edit:", help=hint, disabled=closed)
    if not sent:
        return None, why
    told = {"published": published if isinstance(published, date) else None, "outlet": paper.strip()}
    return {field: value for field, value in told.items() if value}, why


def _correct(
    chosen: Sequence[ArticleRow], said: Mapping[str, date | str | None], why: str, known: int, language: Language
) -> None:
    try:
        made = list(_heads(chosen, said, why))
        if not made:
            raise InputError("nothing was corrected: change the date, outlet, title or author of the article")
        with st.spinner(word("starting", language)):
            kept = pipeline.correct(store(), *made, seen=known)
    except HoedongError as error:
        # Where somebody else has decided meanwhile, the next try knows of it.
        deciding.look_again()
        failed("not_dated", error, language)
        return
    deciding.forget()
    st.session_state[Key.ARTICLE_CORRECTED] = kept
    st.rerun()


def _heads(chosen: Sequence[ArticleRow], said: Mapping[str, date | str | None], why: str) -> Iterator[Decision]:
    """A decision of each article of which that does not hold already."""
    for row in chosen:
        article = store().article(row.id).article
        if any(getattr(article, field) != value for field, value in said.items()):
            yield heading.corrected(article, said, curator.current().name, why)


def _remove(chosen: Sequence[ArticleRow], language: Language) -> None:
    st.write(word("remove_sure_many", language, n=len(chosen)))
    why = st.text_input(word("decided_why", language), key=f"{Key.ARTICLE_REMOVED}_why")
    if not st.button(word("remove_confirm", language), type="primary", key=f"{Key.ARTICLE_REMOVED}_confirm"):
        return
    try:
        with st.spinner(word("starting", language)):
            # What the machine read comes back; what was decided about it holds again by itself.
            read = [store().reading(row.id) for row in chosen]
            gone = store().remove(*(row.id for row in chosen), by=curator.current().name, why=why)
            each = zip(chosen, read, gone, strict=True)
            keep_removed(*(Removed(reading.named(row, language), found, decision) for row, found, decision in each))
    except HoedongError as error:
        failed("not_removed", error, language)
        return
    st.rerun()


def keep_removed(first: Removed, *others: Removed) -> None:
    """Remember what was removed, so that it can be put back."""
    st.session_state[Key.ARTICLE_REMOVED] = Removed(first.title, first.extraction, first.decision, others)


def undo(language: Language) -> None:
    """Say what was done last, and offer to take it back."""
    _undo_removal(language)
    last: tuple[Decision, ...] | None = st.session_state.get(Key.ARTICLE_CORRECTED)
    if not last or not curator.current().decides or not _offered(word("articles_corrected", language, n=len(last)), "heads", language):
        return
    try:
        with st.spinner(word("starting", language)):
            pipeline.undo_all(store(), last, curator.current().name)
    except HoedongError as error:
        failed("not_dated", error, language)
        return
    st.session_state[Key.ARTICLE_CORRECTED] = None
    st.rerun()


def _undo_removal(language: Language) -> None:
    last: Removed | None = st.session_state.get(Key.ARTICLE_REMOVED)
    if last is None or not curator.current().removes:
        return
    whole = (last, *last.others)
    said = word("removed_many", language, n=len(whole)) if last.others else word("removed", language, title=last.title)
    if not _offered(said, "removed", language):
        return
    back = [undoing(one.decision, curator.current().name) for one in whole if one.decision]
    try:
        pipeline.save(store(), [one.extraction for one in whole], back)
    except HoedongError as error:
        failed("not_saved", error, language)
        return
    st.session_state[Key.ARTICLE_REMOVED] = None
    st.rerun()


def _offered(said: str, what: str, language: Language) -> bool:
    """Say what was done; whether it is to be taken back."""
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        st.text(said)
        return st.button(word("undo", language), key=f"{Key.ARTICLE}_undo_{what}", icon=":material/undo:")
