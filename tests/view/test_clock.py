"""The browser's time zone, as it tells it."""

from __future__ import annotations

from datetime import datetime, timedelta
from types import SimpleNamespace

import pytest
import streamlit as st

from graphing.view import clock

NOON = datetime(2025, 2, 5, 12)


@pytest.mark.parametrize(
    ("name", "offset", "hours"), [("Asia/Seoul", -540, 9), ("No/Where", 300, -5), ("../etc/passwd", -330, 5.5), (None, 0, 0), ("", -540, 9)]
)
def test_the_zone_by_name_else_by_its_distance(monkeypatch: pytest.MonkeyPatch, name: str | None, offset: int, hours: float) -> None:
    monkeypatch.setattr(st, "context", SimpleNamespace(timezone=name, timezone_offset=offset))
    zone = clock.here()
    assert zone is not None
    assert zone.utcoffset(NOON) == timedelta(hours=hours)


def test_without_a_browser_it_is_this_machines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(st, "context", SimpleNamespace(timezone=None, timezone_offset=None))
    assert clock.here() is None


def test_today_is_the_readers(monkeypatch: pytest.MonkeyPatch) -> None:
    days = []
    for offset in (720, -840):  # west of the date line, and east of it
        monkeypatch.setattr(st, "context", SimpleNamespace(timezone=None, timezone_offset=offset))
        days.append(clock.today())
    assert days[1] - days[0] in {timedelta(days=1), timedelta(days=2)}
