"""What the columns of tables mean: asked where nobody has said it, and asked again where somebody has."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import streamlit as st

from graphing.articles.readers import TABLE_FIELDS, KnownTable, PassedTable, SaidTable, UnknownTable, checked_columns, usual
from graphing.errors import InputError
from graphing.view import drafts
from graphing.view.session import Key, Language, store
from graphing.view.words import word

# How wide a column of a table that is asked about is at most (pixels): a text would push all other columns out of sight.
SAMPLE_WIDTH = 110

Headers = tuple[str, ...]
Told = SaidTable | PassedTable | KnownTable
Table = UnknownTable | Told


def again(one: drafts.Opened, language: Language) -> None:
    """For each kind of table in a file that was passed over, or read by what somebody has said or by the names of only some of its columns:
    a button that asks, or no longer."""
    asked = _asked_again()
    tables = {note.headers: note for note in one.notes if isinstance(note, Told)}
    for headers, note in tables.items():
        ask = "column_say" if isinstance(note, PassedTable) else "column_again"
        label = word("column_leave" if headers in asked else ask, language)
        if len(tables) > 1:
            label = f"{label} · {note.source}"
        key = f"{Key.UPLOAD_COLUMNS}_again_{one.upload.name}_{hash(headers)}"
        st.button(label, key=key, icon=":material/table:", on_click=_turn, args=(headers,))


def said(note: SaidTable, language: Language) -> str:
    """By what a table was read: the fields in the reader's language, each with its header."""
    fields = (f"{word(f'column_{field}', language)} ← {header}" for field, header in note.columns if field in TABLE_FIELDS)
    return word("column_said", language, name=note.source, what=" · ".join(fields))


def ask(pile: drafts.Pile, language: Language, keep: Callable[[drafts.Pile], None]) -> None:
    """Ask what the columns of these files' tables mean, once for all tables with the same headers.

    What is said is kept for later ones, and ``keep`` handed the pile without the files that were read otherwise: it opens them anew.
    """
    asked = _asked_again()
    tables: dict[Headers, Table] = {}
    for one in (*pile.problems, *(note for file in pile.files for note in file.notes)):
        if isinstance(one, UnknownTable) or (isinstance(one, Told) and one.headers in asked):
            tables.setdefault(one.headers, one)
    for table in tables.values():
        if (told := _form(table, language)) is None:
            continue
        store().remember_columns(table.headers, told)
        st.session_state[Key.UPLOAD_AGAIN] = asked - {table.headers}
        keep(drafts.Pile(tuple(file for file in pile.files if not _holds(file, table.headers))))


def _holds(file: drafts.Opened, headers: Headers) -> bool:
    return any(isinstance(note, Told) and note.headers == headers for note in file.notes)


def _asked_again() -> frozenset[Headers]:
    kept: frozenset[Headers] = st.session_state.get(Key.UPLOAD_AGAIN) or frozenset()
    return kept


def _turn(headers: Headers) -> None:
    st.session_state[Key.UPLOAD_AGAIN] = _asked_again() ^ {headers}


def _form(table: Table, language: Language) -> dict[str, str] | None:
    """The form of one table; field → header once it is handed in and makes sense, else None."""
    known = dict(table.columns) if isinstance(table, SaidTable) else dict(usual(table.headers))
    with st.container(border=True):
        st.text(word("table_unknown", language, name=table.source))
        st.dataframe(
            {header: [row[place] if place < len(row) else "" for row in table.sample] for place, header in enumerate(table.headers)},
            hide_index=True,
            column_config={header: st.column_config.Column(width=SAMPLE_WIDTH) for header in table.headers},
        )
        key = f"{Key.UPLOAD_COLUMNS}_{hash(table.headers)}"
        with st.form(key, border=False):
            chosen = dict(_chosen(table.headers, known, key, language))
            pressed = st.form_submit_button(word("column_keep", language), icon=":material/table:")
    if not pressed:
        return None
    try:
        checked_columns(table.headers, chosen)
    except InputError:
        st.error(word("column_need_text", language), icon=":material/table:")
        return None
    # What is not asked about (which rows the table itself leaves out) stays as it is known.
    rest = {field: header for field, header in known.items() if field not in TABLE_FIELDS and header not in chosen.values()}
    return {**rest, **chosen}


def _chosen(headers: Headers, known: dict[str, str], key: str, language: Language) -> Iterable[tuple[str, str]]:
    halves = st.columns(2)
    for place, field in enumerate(TABLE_FIELDS):
        name = f"{key}_{field}"
        # Kept in the session, not given as what the box begins with: only so can a choice be taken back to none.
        st.session_state.setdefault(name, known.get(field) if known.get(field) in headers else None)
        header = halves[place % 2].selectbox(
            word(f"column_{field}", language), headers, index=None, key=name, placeholder=word("column_choose", language)
        )
        if header is not None:
            yield field, header
