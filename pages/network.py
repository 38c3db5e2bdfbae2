"""The home page: who met whom, when, and where it says so."""

import streamlit as st

from graphing.errors import StoreError
from graphing.view import component, controls, home, projection, session, tables
from graphing.view.seeds import read_seeds
from graphing.view.words import word

language = session.language()
component.library()
try:
    read_seeds(language)
    scene = projection.scene()
except StoreError as error:
    st.error(f"{word('store_failed', language)} {error}")
    st.stop()
if scene.entities:
    controls.linked(scene)
    home.head(scene, language)
    home.board(language, controls.filters(language))
    tables.tables(scene, language)
else:
    home.empty(language)
