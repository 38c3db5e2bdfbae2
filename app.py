"""Hoedong's dashboard: page setup and navigation. Run: streamlit run app.py"""

import streamlit as st

from graphing.view import chooser, curator, page_address, session
from graphing.view.frame import language_switch, setup
from graphing.view.words import word

language = setup()
session.keep_typed()
pages = [
    st.Page("pages/network.py", title=word("page_network", language), icon=":material/hub:", default=True),
    st.Page("pages/upload.py", title=word("page_upload", language), icon=":material/note_add:"),
    st.Page("pages/articles.py", title=word("page_articles", language), icon=":material/article:"),
    st.Page("pages/review.py", title=word("page_review", language), icon=":material/rule:"),
    st.Page("pages/accuracy.py", title=word("page_accuracy", language), icon=":material/fact_check:"),
]
page = st.navigation(pages)
curator.admit(language)
# The home page draws it itself: the network comes first.
if page is not pages[0]:
    language_switch()
    chooser.library()
page_address.turned(page.url_path)
page.run()
