"""The first start: a database in which nothing has ever been stored gets the articles that come with Hoedong, once."""

from __future__ import annotations

from pathlib import Path
from threading import Lock

import streamlit as st

from graphing.articles import Problem, read_documents
from graphing.view import session, words
from graphing.view.session import Language
from graphing.view.words import word

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
_reading = Lock()


def read_seeds(language: Language) -> None:
    """Read the seeds where the store is untouched, telling so meanwhile. Raises StoreError.

    A store that was emptied by hand stays empty; a second visitor waits for the first one's reading.
    """
    # Its place is kept in every run: what stands below would else be moved, and the network built anew, by the second.
    note = st.empty()
    if session.store().revision() or not SEEDS.is_dir():
        return
    # Said at once: a spinner waits 0.1 s.
    note.status(word("reading_seeds", language))
    with _reading:
        if session.store().revision():
            note.empty()
            return
        from graphing.pipeline import add_documents  # noqa: PLC0415  (only a first start reads text)

        problems: list[Problem] = []
        # By a process of its own: Kiwi loads for seconds without letting other threads run, and nothing would be drawn meanwhile.
        add_documents(session.store(), read_documents(sorted(SEEDS.glob("*.txt"))), on_problem=problems.append, workers=2)
    note.empty()
    for problem in problems:
        st.warning(words.problem(problem, language))
