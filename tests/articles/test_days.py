"""Days: a moment is its day in Korea wherever it is told, a local date stays what it says."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from graphing.articles import read_bytes
from graphing.articles.readers.days import day_of
from graphing.model import Document

BODY = "도하늘 가람전자 회장이 4일 서울에서 민여울 나루은행장을 만나 공동 투자 방안을 논의했다."
FIFTH, SIXTH = date(2025, 2, 5), date(2025, 2, 6)
# ISO writings, which records and pages may tell, too
MOMENTS = (
    ("2025-02-05T16:00:00Z", SIXTH),
    ("2025-02-05T16:00:00.000Z", SIXTH),
    ("2025-02-05T16:00:00+00:00", SIXTH),
    ("2025-02-05T15:00:00Z", SIXTH),
    ("2025-02-05T14:59:59Z", FIFTH),
    ("2025-02-05T23:59:00-0500", SIXTH),
    ("2025-02-06T00:30:00+09:00", SIXTH),
    ("2025-02-06T08:30:00+10:00", SIXTH),
    ("2025-02-06T00:30:00+10:00", FIFTH),
    ("2025-02-05T23:00:00", FIFTH),
    ("2025-02-05 23:00", FIFTH),
    ("2025-02-05", FIFTH),
)
OTHERS = (
    ("Wed, 05 Feb 2025 16:00:00 GMT", SIXTH),
    ("Wed, 05 Feb 2025 23:00:00 +0900", FIFTH),
    ("20250205T160000Z", SIXTH),
    ("2025-02-05 16:00 UTC", SIXTH),
    ("2025. 2. 5. 23:00", FIFTH),
    (datetime(2025, 2, 5, 16, tzinfo=UTC), SIXTH),
    (datetime(2025, 2, 5, 23, tzinfo=timezone(timedelta(hours=9))), FIFTH),
    (datetime(2025, 2, 5, 23), FIFTH),
    ("1999-12-31T23:00:00Z", date(2000, 1, 1)),
)


@pytest.mark.parametrize(("told", "day"), MOMENTS + OTHERS)
def test_a_moment_is_its_day_in_korea(told: object, day: date) -> None:
    assert day_of(told) == day


@pytest.mark.parametrize("name", ["published", "publishedAt"])
@pytest.mark.parametrize(("told", "day"), MOMENTS)
def test_records_tell_moments(told: str, day: date, name: str) -> None:
    (found,) = read_bytes("줄.jsonl", json.dumps({"text": BODY, name: told}).encode())
    assert isinstance(found, Document)
    assert found.published == day


@pytest.mark.parametrize(("told", "day"), MOMENTS)
def test_pages_tell_moments(told: str, day: date) -> None:
    head = f'<meta property="article:published_time" content="{told}"><title>손잡는다</title>'
    (found,) = read_bytes("면.html", f"<html><head>{head}</head><body><article><p>{BODY}</p></article></body></html>".encode())
    assert isinstance(found, Document)
    assert (found.published, found.published_from) == (day, "page")


@pytest.mark.parametrize(("told", "day"), [(" +0000", SIXTH), (" +0900", FIFTH), ("", FIFTH)])
def test_the_head_of_an_e_mail_tells_a_moment(told: str, day: date) -> None:
    head = f"From: a@paper.example\nSubject: x\nDate: Wed, 5 Feb 2025 23:30:00{told}\nContent-Type: text/plain; charset=utf-8\n\n"
    (found,) = read_bytes("편지.eml", f"{head}{BODY}\n".encode())
    assert isinstance(found, Document)
    assert found.published == day


def test_a_moment_at_the_end_of_the_calendar_keeps_its_day() -> None:
    (found,) = read_bytes("줄.jsonl", json.dumps({"text": BODY, "published": "9999-12-31T23:00:00Z"}).encode())
    assert isinstance(found, Document)
    assert found.published == date(9999, 12, 31)
