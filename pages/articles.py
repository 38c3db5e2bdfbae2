"""The stored articles: find one, open it, remove it."""

import streamlit as st

from graphing.errors import StoreError
from graphing.view import bulk, frame, library, page_address, session
from graphing.view.entry import leave_home
from graphing.view.session import Key

leave_home()
page_address.arrive("articles", library.TOLD)
language = session.language()
article = st.session_state.get(Key.ARTICLE)
try:
    if article is None:
        bulk.undo(language)
        library.listing(language)
    else:
        library.opened(article, language)
    page_address.leave("articles", library.TOLD)
except StoreError as error:
    frame.failed(error, language)
