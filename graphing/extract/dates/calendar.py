"""Calendar arithmetic for dates as news writes them: every function gives None where no such day exists."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from graphing.lexicon import table
from graphing.model import Precision

WEEKDAYS = "월화수목금토일"


def day(year: int, month: int, number: int) -> date | None:
    """The day, or None where the calendar has none (30 February, year 0)."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def shifted(start: date, days: int) -> date | None:
    """``start`` plus ``days``, or None beyond the calendar's ends."""
    try:
        return start + timedelta(days=days)
    except OverflowError:
        return None


def shifted_month(start: date, months: int) -> date | None:
    """The first day of the month ``months`` after that of ``start``."""
    index = start.year * 12 + start.month - 1 + months
    return day(index // 12, index % 12 + 1, 1)


def numbered_day(published: date, number: int, months_ahead: int = 0) -> date | None:
    """Day ``number`` of the month ``months_ahead`` after that of ``published``."""
    month = shifted_month(published, months_ahead)
    return month and day(month.year, month.month, number)


def past_day(published: date, number: int) -> date | None:
    """The latest day of that number strictly before ``published``; short months are passed over."""
    for months in range(0, -3, -1):
        found = numbered_day(published, number, months)
        if found and found < published:
            return found
    return None


def coming_day(published: date, number: int) -> date | None:
    """The next day of that number on or after ``published``."""
    for months in range(3):
        found = numbered_day(published, number, months)
        if found and found >= published:
            return found
    return None


def weekday_of(published: date, weekday: str, weeks: int) -> date | None:
    """The weekday (월–일) of the week ``weeks`` after that of ``published``; weeks begin on Monday."""
    return shifted(published, WEEKDAYS.index(weekday) - published.weekday() + 7 * weeks)


def common(first: date, last: date) -> tuple[date, Precision]:
    """The most exact month or year that holds both days; ``first``'s year where they have none in common."""
    if first == last:
        return first, "day"
    if (first.year, first.month) == (last.year, last.month):
        return first.replace(day=1), "month"
    return first.replace(month=1, day=1), "year"


@cache
def _holidays() -> dict[tuple[str, int], date]:
    found = {}
    for row in table("holidays"):
        for name in ("seol", "chuseok"):
            found[name, int(row["year"])] = date.fromisoformat(f"{row['year']}-{row[name]}")
    return found


def holiday(name: str, year: int) -> date | None:
    """설 or 추석 (한가위) of a year, None where the table ends."""
    return _holidays().get(("seol" if name == "설" else "chuseok", year))


def feast(name: str, year: int) -> date | None:
    """The day of a holiday in a year; None where the table of the lunar ones (설날, 추석날) ends."""
    found = _feasts().get(name)
    return date.fromisoformat(f"{year}-{found}") if found else holiday(name.removesuffix("날"), year)


@cache
def _feasts() -> dict[str, str]:
    """Name → month and day."""
    return {row["name"]: row["day"] for row in table("feasts")}
