"""Review: accept, reject and correct what was read, say who is who, undo what was decided."""

import streamlit as st

from graphing.errors import StoreError
from graphing.view import deciding, frame, page_address, review, review_decisions, review_names, review_tellings, session
from graphing.view.entry import leave_home
from graphing.view.words import word

leave_home()
page_address.arrive("review", review.TOLD)
language = session.language()
PARTS = {
    "review_meetings": review.meetings,
    "review_names": review_names.names,
    "review_tellings": review_tellings.tellings,
    "review_decisions": review_decisions.decisions,
}
try:
    st.title(word("page_review", language))
    part = review.part(language)
    deciding.told(language)
    PARTS[part](language)
    page_address.leave("review", review.TOLD)
except StoreError as error:
    frame.failed(error, language)
