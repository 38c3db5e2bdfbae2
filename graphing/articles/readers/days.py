"""The day that a cell of a table tells, in any writing that leaves no doubt."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta, timezone

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME = r"(?P<name>[A-Za-z]{3,9})\.?"
# 08/18/2025 and 18.08.2025: where both numbers may be a month, only other days of the same column can tell.
_EITHER = r"(?P<one>\d{1,2})\s?[./-]\s?(?P<other>\d{1,2})\s?[./-]\s?(?P<year>(?:19|20)\d\d)(?!\d)"
_WRITINGS = tuple(
    map(
        re.compile,
        (
            r"(?P<year>(?:19|20)\d\d)\D{0,3}(?P<month>\d{1,2})\D{0,3}(?P<day>\d{1,2})(?!\d)",
            # 25.08.15, '25-8-15: in Korea the year comes first.
            r"['’]?(?P<year>\d\d)(?:\s?[./-]\s?|년\s?)(?P<month>\d{1,2})(?:\s?[./-]\s?|월\s?)(?P<day>\d{1,2})(?!\d|\s?[./-]\s?\d)",
            _EITHER,
            rf"(?:[A-Za-z]{{3,9}}\.?,?\s)?{_NAME}\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<year>(?:19|20)\d\d)(?!\d)",
            rf"(?:[A-Za-z]{{3,9}}\.?,?\s)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s-]{_NAME},?[\s-](?P<year>(?:19|20)\d\d|\d\d)(?!\d)",
        ),
    )
)
_COMPACT = re.compile(r"(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)(?!\d{1,5}$)")
# Day 0 of a spreadsheet's numbers for days, and the numbers that mean 1950 to 2099.
_EPOCH, _SERIALS = date(1899, 12, 30), range(18_264, 73_051)
# Seconds or milliseconds since 1970, from 2001 to early 2030: no year written out begins like them.
_COUNT = re.compile(r"(?P<seconds>1[0-8][0-9]{8})(?P<milliseconds>[0-9]{3})?(?:\.[0-9]*)?")
# 2502051430 can be a count, and 5 February 2025, 14:30.
_DIGITS = re.compile(r"[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?:[01][0-9]|2[0-3])[0-5][0-9]")
# A moment is told as the day that it was in Korea. What follows a day makes it a moment where it tells hour and offset: T16:00:00Z.
KOREA = timezone(timedelta(hours=9))
_MOMENT = re.compile(
    r"(?:T|,?\s+)(?P<hour>[0-9]{1,2}):?(?P<minute>[0-9]{2})(?::?[0-9]{2}(?:[.,][0-9]{1,9})?)?\s?"
    r"(?:Z|UTC|GMT|(?P<sign>[+-])(?P<hours>0[0-9]|1[0-4]):?(?P<minutes>[0-9]{2})?)\s*$",
    re.IGNORECASE,
)
# Years of two digits from here on are of the last century.
_LAST_CENTURY = 50
# What people write where there is no day.
_NONE = frozenset(("-", "–", "—", "?", "미상", "없음", "불명", "n/a", "na", "null", "none", "nan", "nat"))


def day_of(cell: object, day_first: bool | None = None) -> date | None:
    """The day that a cell tells, else None: a date, a spreadsheet's number, 20250205, 2025-02-05, 25.2.5, 2025년 2월 5일, 5 Feb 2025.
    A moment, with the offset of its time (2025-02-05T16:00:00Z), is its day in Korea; a time without one leaves the day as it says.

    ``day_first``: what 02/05/2025 means where its column tells (``is_day_first``); None where nobody knows.
    """
    if isinstance(cell, datetime):
        return cell.date() if cell.tzinfo is None else cell.astimezone(KOREA).date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    text = str(cell).strip()
    if isinstance(cell, int) or (len(text) == 5 and text.isdecimal()):
        return _EPOCH + timedelta(days=int(text)) if int(text) in _SERIALS else _written(text, day_first)
    return _written(text, day_first)


def korean_day(day: date, time: str) -> date:
    """The day in Korea of a moment: its day elsewhere, and the ``time`` that is told behind that, such as 'T16:00:00Z'.

    The day itself where the time tells no offset.
    """
    told = _MOMENT.match(time)
    if told is None:
        return day
    offset = timedelta(hours=int(told["hours"] or 0), minutes=int(told["minutes"] or 0)) * (-1 if told["sign"] == "-" else 1)
    # Hours since the day began, in Korea: 25 are an hour of the next day.
    since = timedelta(hours=int(told["hour"]), minutes=int(told["minute"])) - offset + KOREA.utcoffset(None)
    try:
        return day + timedelta(days=since.days)
    except OverflowError:
        return day


def is_day_first(cells: Iterable[object]) -> bool | None:
    """Whether a column of days such as 02/05/2025 writes the day before the month, by those whose other number can be no month.

    None where there are none, or where they don't agree.
    """
    found: set[bool] = set()
    for cell in cells:
        if isinstance(cell, str) and (match := re.match(_EITHER, cell.strip())):
            one, other = int(match["one"]), int(match["other"])
            if (one > 12) != (other > 12):
                found.add(one > 12)
    return found.pop() if len(found) == 1 else None


def counted(cell: object) -> date | None:
    """The day in Korea that a bare number can only tell as seconds or milliseconds since 1970, such as 1738713600; else None."""
    match = _COUNT.fullmatch(str(cell).strip())
    if match is None or (match["milliseconds"] is None and _DIGITS.fullmatch(match["seconds"])):
        return None
    return datetime.fromtimestamp(int(match["seconds"]), UTC).astimezone(KOREA).date()


def is_no_day(cell: object) -> bool:
    """Whether a cell is empty or says that the day is not known."""
    text = str(cell).strip().lower()
    return not text or text in _NONE


def _written(text: str, day_first: bool | None) -> date | None:
    writings = (_COMPACT,) if text[:8].isdecimal() else _WRITINGS
    match = next(filter(None, (writing.match(text) for writing in writings)), None)
    told = match.groupdict() if match else {}
    month, day = _month(told), told.get("day")
    if "one" in told:
        one, other = int(told["one"]), int(told["other"])
        if one > 12 or other > 12:
            day_first = one > 12
        month, day = (other, one) if day_first else (one, other) if day_first is False or one == other else (0, 0)
    try:
        return korean_day(date(_year(told["year"]), month, int(day or 0)), text[match.end() :]) if match else None
    except ValueError:
        return None


def _month(told: dict[str, str]) -> int:
    """The number of a month, also of one told by its name; 0 where it is none."""
    name = (told.get("name") or "").lower()[:3]
    return _MONTHS.index(name) + 1 if name in _MONTHS else int(told.get("month") or 0)


def _year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else int(digits) + (1900 if int(digits) >= _LAST_CENTURY else 2000)
