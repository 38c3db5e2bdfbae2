"""Add articles: paste or drop, read, look, save."""

import streamlit as st

from graphing.view import deciding, session, upload
from graphing.view.entry import leave_home
from graphing.view.words import word

leave_home()
language = session.language()
st.title(word("page_upload", language))
if not deciding.may_decide(language):
    st.stop()
st.caption(word("upload_intro", language))
upload.saved(language)
form, found = st.columns([2, 3], gap="large")
with form:
    drafts = upload.draft(language)
    told = upload.details(drafts, language)
    read = upload.read_button(drafts, told, language)
    upload.counted(drafts, told, language)
with found, st.container(key=upload.WHOLE):
    if read is None:
        upload.nothing_read(language)
    else:
        upload.save_button(read, drafts, upload.is_current(read, drafts, told), language)
        upload.understood(read, language)
