"""What time it is where somebody looks: stored times are UTC, shown ones are those of the browser's clock."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

import streamlit as st


def here() -> tzinfo | None:
    """The browser's time zone; None, this machine's own, where it tells none."""
    name, offset = st.context.timezone, st.context.timezone_offset
    if name:
        try:
            return ZoneInfo(name)
        except (KeyError, OSError, ValueError):  # a name that this machine has no rules of
            pass
    # Minutes from there to UTC, as browsers count: Seoul is at -540.
    return None if offset is None else timezone(timedelta(minutes=-offset))


def today() -> date:
    """The day it is where the reader is."""
    return datetime.now(here()).date()
