"""Weeks, weekdays and the two lunar holidays: what they mean on a day of publication."""

from __future__ import annotations

from datetime import date

from graphing.extract.dates import calendar
from graphing.extract.dates.story import Resolved

# Days: a holiday so far ahead is that of the year before (`성탄절에 만났다` in January).
LONG_AHEAD = 120
_WEEKS = {"지지난주": -2, "지난주": -1, "이번주": 0, "금주": 0, "다음주": 1, "내주": 1, "차주": 1}


def counted_from(published: date) -> str:
    """The reason given for a date that the day of publication decides."""
    return f"counted from publication {published.isoformat()}"


def week(parts: dict[str, str], published: date) -> Resolved | None:
    """`지난주 금요일`, `지난 금요일`: the day; `다음 주`: the month that holds the week, a span of its days. Weeks begin on Monday."""
    if "week" not in parts:
        weeks = {"지난": -1, "오는": 0, "이번": 0}[parts["mod"]]
        found = calendar.weekday_of(published, parts["weekday"], weeks)
        if parts["mod"] == "지난" and found and (published - found).days > 7:
            found = calendar.shifted(found, 7)
        if parts["mod"] == "오는" and found and found < published:
            found = calendar.shifted(found, 7)
        return Resolved(found, "day", counted_from(published)) if found else None
    weeks = _WEEKS[parts["week"].replace(" ", "")]
    if "weekday" in parts:
        found = calendar.weekday_of(published, parts["weekday"], weeks)
        return Resolved(found, "day", counted_from(published)) if found else None
    first, last = calendar.weekday_of(published, "월", weeks), calendar.weekday_of(published, "일", weeks)
    if parts.get("part") == "말":
        first = calendar.weekday_of(published, "토", weeks)
    if first is None or last is None:
        return None
    return Resolved(*calendar.common(first, last), counted_from(published), first, last)


def feast(parts: dict[str, str], published: date, *, over: bool, coming: bool) -> Resolved | None:
    """The day of a holiday (`성탄절`, `작년 광복절`) or its eve: without a year the last one, unless it is to come (`오는`) or near.

    ``over``: what is told of it is past; ``coming``: it lies ahead.
    """
    modifier, year = parts.get("mod", ""), published.year
    year += {"지난해": -1, "작년": -1, "내년": 1}.get(modifier, 0)
    found = calendar.feast(parts["feast"], year)
    if found and modifier == "오는" and found < published:
        found = calendar.feast(parts["feast"], year + 1)
    ahead = (found - published).days if found else 0
    if found and ((modifier == "지난" and ahead > 0) or (not modifier and ((ahead > LONG_AHEAD and not coming) or (over and ahead > 0)))):
        found = calendar.feast(parts["feast"], year - 1)
    if found and "eve" in parts:
        found = calendar.shifted(found, -1)
    return Resolved(found, "day", counted_from(published)) if found else None


def holiday(parts: dict[str, str], published: date) -> Resolved | None:
    """The month of 설 or 추석 (한가위) with the days off around it, None where the table of them ends."""
    modifier, year = parts.get("mod", ""), published.year
    if modifier in {"지난해", "작년"}:
        found = calendar.holiday(parts["holiday"], year - 1)
    elif modifier in {"오는", "내년"}:
        found = calendar.holiday(parts["holiday"], year)
        if modifier == "내년" or (found and found < published):
            found = calendar.holiday(parts["holiday"], year + 1)
    else:
        found = calendar.holiday(parts["holiday"], year)
        if modifier == "지난" and found and found > published:
            found = calendar.holiday(parts["holiday"], year - 1)
    if found is None:
        return None
    before, after = calendar.shifted(found, -1), calendar.shifted(found, 1)
    if before is None or after is None:
        return None
    first, precision = calendar.common(before, after)
    return Resolved(found.replace(day=1) if precision == "year" else first, "month", counted_from(published), before, after)
