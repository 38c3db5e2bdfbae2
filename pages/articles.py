"""The stored articles: find one, open it, remove it."""

import streamlit as st

from graphing.view import library, session
from graphing.view.entry import through_app
from graphing.view.session import Key

through_app()
language = session.language()
article = st.session_state.get(Key.ARTICLE)
if article is None:
    library.undo(language)
    library.listing(language)
else:
    library.opened(article, language)
