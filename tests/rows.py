"""Meetings as the store gives them, made by hand."""

from __future__ import annotations

from datetime import date, timedelta

from graphing.model import MeetingStatus
from graphing.store import EntityRow, MeetingRow, Store

KIM, PARK, LEE, FIRM = 1, 2, 3, 9
FIRST, WEEK = date(1960, 1, 4), timedelta(days=7)


def told(
    ident: int, day: int | None = 4, *, article: int | None = None, people: tuple[int, ...] = (KIM, PARK), sides: tuple[int, ...] = (),
    status: MeetingStatus = "held", place: str | None = None, published: int | None = 5, outlet: str = "", month: int = 2,
    decided: int | None = None, whole_month: bool = False, whole_year: bool = False,
) -> MeetingRow:  # fmt: skip
    first = date(2025, month, 1 if whole_month else day) if day else None
    last = date(2025, month, 28) if whole_month else first
    precision = ("month" if whole_month else "day") if first else None
    if whole_year:
        first, last, precision = date(2025, 1, 1), date(2025, 12, 31), "year"
    return MeetingRow(
        ident, article or ident, status, first, last, precision, place, None, 0.9, "", people, sides,  # type: ignore[arg-type]
        date(2025, 2, published) if published else None, outlet or f"신문{ident}", decided,
        (article or ident,), (outlet or f"신문{ident}",),
    )  # fmt: skip


def entity_row(store: Store, ident: int) -> EntityRow:
    """A person or organisation that is stored."""
    return next(row for row in store.snapshot().entities if row.id == ident)
