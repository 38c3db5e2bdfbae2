"""The stored articles: find one, open it, remove it."""

import streamlit as st

from graphing.errors import StoreError
from graphing.view import frame, library, session
from graphing.view.entry import leave_home
from graphing.view.session import Key

leave_home()
language = session.language()
article = st.session_state.get(Key.ARTICLE)
try:
    if article is None:
        library.undo(language)
        library.listing(language)
    else:
        library.opened(article, language)
except StoreError as error:
    frame.failed(error, language)
