"""The home page: who met whom, when, and where it says so."""

import streamlit as st

from graphing.errors import StoreError
from graphing.view import address, component, controls, filters, frame, home, projection, session
from graphing.view.entry import through_app
from graphing.view.seeds import read_seeds

through_app()
if address.arrive():
    st.rerun()
language = session.language()
component.library()
try:
    read_seeds(language)
    scene = projection.scene()
except StoreError as error:
    frame.language_switch()
    frame.failed(error, language)
    st.stop()
if scene.entities:
    controls.linked(scene)
    controls.centred(scene)
    home.board(language)
    filters.filters(scene, language)
else:
    frame.language_switch()
    home.empty(language)
