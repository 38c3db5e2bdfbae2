"""The files and links of the page that adds articles: taken in, opened, told what they hold and where it was found."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import date

import pandas as pd
import streamlit as st

from graphing.articles import Problem, Settings, fetch
from graphing.articles.readers import ENDINGS, Limits, SaidTable, UnknownTable, limits_of
from graphing.errors import HoedongError
from graphing.model import Origin
from graphing.view import bundles, columns, drafts, opening, words
from graphing.view.component import constants, source
from graphing.view.names import headline, listed, outlet, plain
from graphing.view.names import told as said_day
from graphing.view.session import Key, Language, store
from graphing.view.words import told, word

SHOWN_PROBLEMS = 20
# So many files that a stop has left out are named.
SHOWN_LEFT = 5
OLDEST = date(1900, 1, 1)
# Of so many documents particulars are listed.
SHOWN_DOCUMENTS = 200
# Streamlit's uploader speaks English only: it shows nothing of that until uploader.js has put our words there.
UPLOADER = """<style>
[data-testid="stFileUploaderDropzone"] button p:not([data-said]), [data-testid="stFileUploaderDropzoneInstructions"] span:not([data-said]) {
  visibility: hidden;
}
</style>"""
MEGABYTE, MEBIBYTE = 1_000_000, 1 << 20
# Of more files the list scrolls in a height (pixels) of its own: what is asked of all stands below it.
SHOWN_FILES, LIST_HEIGHT = 8, 420


def settings() -> Settings:
    """Limits from the environment, and what was said of tables before. Raises InputError, StoreError."""
    return Settings(limits_of(os.environ), store().table_columns(), notes=True)


def dropped(language: Language) -> drafts.Pile:
    """Draw uploader, link and what came of them; give it.

    The uploader hands each batch over and is emptied: what is here stays when the page is left.
    """
    kept: drafts.Pile = st.session_state.get(Key.UPLOAD_FILES) or drafts.Pile()
    turn: int = st.session_state.get(Key.UPLOAD_DROP, 0)
    st.html(UPLOADER)
    with st.container(key="bring_kinds"):
        st.html(_uploader(language), unsafe_allow_javascript=True)
        st.html(bundles.script(word("upload_many", language, number="#")), unsafe_allow_javascript=True)
    batch = st.file_uploader(
        word("upload_drop", language),
        # Of any kind: the uploader would lay what is not read aside without a word, where other files come with it.
        accept_multiple_files=True,
        key=f"{Key.UPLOAD_DROP}_{turn}",
        help=word("upload_drop_hint", language),
    )
    if batch:
        given = (file for one in batch for file in bundles.unpacked(one.name, one.type or "", one.getvalue()))
        _opened((*kept.uploads, *drafts.apart(drafts.Upload(*file) for file in given)), kept, language, turn + 1)
    elif left := opening.going_on():
        # What came by the uploader is no longer there (it was taken back, or the page left): what was opened stays.
        left.stopped = left.stopped or left.turn is not None
        opening.opened(left, settings(), language)
    _link(kept, language)
    if kept.left:
        names = plain(listed(kept.left[:SHOWN_LEFT], language)) + (" …" if len(kept.left) > SHOWN_LEFT else "")
        st.info(word("opening_stopped", language, n=len(kept.left), names=names), icon=":material/stop_circle:")
    if kept.files:
        with st.container(height=LIST_HEIGHT if len(kept.files) > SHOWN_FILES else "content", border=False):
            for number, one in enumerate(kept.files):
                _file(one, number, kept, language)
    columns.ask(kept, language, lambda rest: _opened(kept.uploads, rest, language))
    problems(tuple(one for one in kept.problems if not isinstance(one, UnknownTable)), language)
    _particulars(kept, language)
    return kept


def _uploader(language: Language) -> str:
    """The script that gives the uploader its words, and the window that files are chosen in their kinds."""
    given = constants(
        KINDS=",".join((*ENDINGS, drafts.SIDECAR_ENDING)),
        CHOOSE=word("upload_choose", language),
        DROP=word("upload_here", language, size=largest()),
        LARGE=word("upload_too_large", language, size=largest()),
    ).replace("<", "\\u003c")
    return f"<script>(() => {{\n{given}{source('graphing.view', 'uploader.js')}}})();</script>"


def largest() -> int:
    """How large a file may be, in whole megabytes: no larger than Streamlit takes, nor than is read."""
    try:
        read = limits_of(os.environ).file_bytes
    except HoedongError:  # told where a file is opened
        read = Limits().file_bytes
    return int(min(read, st.get_option("server.maxUploadSize") * MEBIBYTE) // MEGABYTE)


def problems(found: tuple[Problem, ...], language: Language) -> None:
    """What could not be read, by file and line."""
    if found:
        st.error(word("upload_problems", language, n=len(found)), icon=":material/error:")
        st.text("\n".join(words.problem(one, language) for one in found[:SHOWN_PROBLEMS]))


def _opened(uploads: tuple[drafts.Upload, ...], before: drafts.Pile, language: Language, turn: int | None = None) -> None:
    opening.opened(opening.Opening(uploads, before, turn), settings(), language)


def _link(kept: drafts.Pile, language: Language) -> None:
    """A link, fetched when the button is pressed and never else."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        hint = word("upload_link_hint", language)
        url = st.text_input(word("upload_link", language), key=Key.UPLOAD_LINK, placeholder="https://", help=hint)
        pressed = st.button(word("fetch", language), icon=":material/download:")
    if not pressed or not url.strip():
        return
    try:
        with st.spinner(word("fetching", language)):
            found = fetch.fetched(url.strip(), settings())
    except HoedongError as error:
        st.error(word("not_fetched", language), icon=":material/link_off:")
        st.text(told(error, language))
        return
    _opened((*kept.uploads, drafts.Upload(found.address, found.data, found)), kept, language)


def _file(one: drafts.Opened, number: int, kept: drafts.Pile, language: Language) -> None:
    count = len(one.drafts)
    sidecar = one.upload.name.lower().endswith(drafts.SIDECAR_ENDING) and not one.problems
    table = any(isinstance(problem, UnknownTable) for problem in one.problems)
    empty = "upload_file_saved" if one.saved else "upload_file_sidecar" if sidecar else "upload_file_table" if table else "upload_file_bad"
    form = "upload_file" if count else empty
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.text(word(form, language, name=one.upload.name, n=count or one.saved), width="content")
        out = st.button(word("take_out", language), key=f"{Key.UPLOAD_FILES}_{number}")
    for note in one.notes:
        st.caption(plain(columns.said(note, language) if isinstance(note, SaidTable) else words.problem(note, language)))
    columns.again(one, language)
    if out:
        _opened(tuple(upload for upload in kept.uploads if upload is not one.upload), kept, language)


def _particulars(kept: drafts.Pile, language: Language) -> None:
    """Date and outlet of each document, and where they were found."""
    count = len(kept.drafts)
    given = kept.drafts[:SHOWN_DOCUMENTS]
    if not given:
        return
    with st.expander(word("particulars", language, n=count)):
        st.dataframe(
            {
                word("headline", language): _heads(given, language),
                word("published", language): [_date(one, language) for one in given],
                word("outlet", language): [_outlet(one, language) for one in given],
                word("column_author", language): [one.document.author or "" for one in given],
                word("source", language): [one.document.source for one in given],
            },
            hide_index=True,
        )


Typed = dict[drafts.Place, tuple[date | None, str | None]]


def _each_kept() -> tuple[str | None, Typed, Typed]:
    """The key of the last editor, what it began with, and what was typed into all."""
    kept: tuple[str | None, Typed, Typed] | None = st.session_state.get(Key.UPLOAD_EACH)
    return kept or (None, {}, {})


def each_said() -> drafts.Each:
    """What was said of single documents."""
    return tuple((place, *told) for place, told in _each_kept()[2].items())


def each(given: tuple[drafts.Draft, ...], language: Language) -> drafts.Each:
    """Ask date and outlet of each of several documents that say no date; give what is said of those of which something is."""
    asked = [one for one in given if one.document.published is None][:SHOWN_DOCUMENTS]
    if len(given) < 2 or not asked:
        return ()
    places = [one.place for one in asked]
    key = f"{Key.UPLOAD_EACH}_{hash(tuple(places))}"
    # What an editor starts from must stay while it is edited; another pile starts from what was typed before.
    before, began, typed = _each_kept()
    start = began if before == key else typed
    day, outlet = word("published", language), word("outlet", language)
    with st.expander(word("each_undated", language), icon=":material/edit_calendar:"):
        st.caption(word("each_hint", language))
        edited = st.data_editor(
            pd.DataFrame(
                {
                    day: pd.to_datetime(pd.Series([start.get(one, (None, None))[0] for one in places])),
                    outlet: pd.Series([start.get(one, (None, None))[1] for one in places], dtype=object),
                    word("headline", language): _heads(asked, language),
                    word("each_printed", language): [said_day(one.printed, "day", language) for one in asked],
                    word("source", language): [one.document.source for one in asked],
                }
            ),
            hide_index=True,
            disabled=[word("headline", language), word("each_printed", language), word("source", language)],
            column_config={
                # Without a last day a browser takes six digits for the year.
                day: st.column_config.DateColumn(
                    format=word("date_column", language), width=95, min_value=OLDEST, max_value=date(9999, 12, 31)
                ),
                outlet: st.column_config.TextColumn(width=90),
                word("headline", language): st.column_config.TextColumn(width=170),
            },
            placeholder="—",
            key=key,
        )
    said = {
        place: (None if pd.isna(published) else pd.Timestamp(published).date(), str(paper).strip() if paper and pd.notna(paper) else None)
        for place, published, paper in zip(places, edited[day], edited[outlet], strict=True)
    }
    st.session_state[Key.UPLOAD_EACH] = (key, start, {**typed, **said})
    return tuple((place, *told) for place, told in said.items() if any(told))


def _heads(given: Iterable[drafts.Draft], language: Language) -> list[str]:
    return [headline(one.document.title, one.document.text, language) for one in given]


def _date(one: drafts.Draft, language: Language) -> str:
    published = one.document.published
    if published:
        return f"{said_day(published, 'day', language)} ({origin(one.document.published_from, language)})"
    if one.found.published:
        found = said_day(one.found.published, "day", language)
        return word("to_confirm", language, what=f"{found} ({origin(one.found.published_from, language)})")
    return word("no_published", language)


def _outlet(one: drafts.Draft, language: Language) -> str:
    paper, where = one.document.outlet, one.document.outlet_from
    if paper is None:
        paper, where = one.found.outlet, one.found.outlet_from
    return f"{outlet(paper, language)} ({origin(where, language)})" if paper else outlet(None, language)


def origin(found: Origin | None, language: Language) -> str:
    """Where a date or an outlet was found, in words."""
    return word(f"from_{found or 'record'}", language)
