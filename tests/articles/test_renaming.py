"""JSON Lines of other tools: what their fields tell, by the names that they give them."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from graphing.articles import Problem, Settings, read_bytes
from graphing.articles.readers import Note
from graphing.model import Document

TEXT, DAY, LINK = "가람이 나루를 만났다.", date(2025, 2, 5), "https://paper.example/1"


def read(*records: dict[str, Any]) -> list[Document | Problem]:
    lines = "\n".join(json.dumps(record, ensure_ascii=False) for record in records)
    return list(read_bytes("줄.jsonl", lines.encode(), Settings(notes=True)))


@pytest.mark.parametrize(
    "record",
    [
        {"text": TEXT, "source": "가람일보", "date": "2025-02-05", "headline": "제목", "link": LINK, "byline": "고은 기자"},
        {"본문": TEXT, "언론사": "가람일보", "일자": 20250205, "제목": "제목", "URL": LINK, "기고자": "고은 기자"},
        # News APIs, schema.org, trafilatura (of which the source is the address), news-please.
        {"source": {"id": "x", "name": "가람일보"}, "author": "고은 기자", "title": "제목", "description": "요약", "url": LINK,
         "publishedAt": "2025-02-05T09:00:00Z", "content": TEXT},
        {"headline": "제목", "articleBody": TEXT, "datePublished": "2025-02-05", "publisher": {"name": "가람일보"},
         "author": {"name": "고은 기자"}, "url": LINK},
        {"title": "제목", "author": "고은 기자", "date": "2025-02-05", "text": TEXT, "source": LINK, "sitename": "가람일보"},
        {"title": "제목", "authors": ["고은 기자"], "date_publish": "2025-02-05 17:03:00", "maintext": TEXT, "source_name": "가람일보",
         "url": LINK},
        # What stands under our own name counts, unless nothing stands there.
        {"source": "다른일보", "outlet": "가람일보", "text": TEXT, "body": "다른 글", "published": "2025-02-05", "date": "2020-01-01",
         "title": "", "headline": "제목", "url": None, "link": LINK, "author": "고은 기자"},
    ],
)  # fmt: skip
def test_the_names_of_other_tools_are_read(record: dict[str, Any]) -> None:
    (found,) = [one for one in read(record) if isinstance(one, Document)]
    assert (found.text, found.published, found.outlet, found.url) == (TEXT, DAY, "가람일보", LINK)
    assert (found.title, found.author) == ("제목", "고은 기자")


def test_what_says_nothing_is_named_and_does_not_spoil_the_line() -> None:
    one = {"text": TEXT, "source": 7, "date": "어제", "author": None, "section": "경제"}
    first, doubt, second, doubtful, note = read(one, {"text": TEXT, "date": "미상", "pubDate": True})
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.outlet, first.published, second.published) == (None, None, None)
    assert isinstance(doubt, Note)
    told = "was read without a date: '어제' is not a clear date; write it like 2025-02-05 and add it again, or date the article later"
    assert str(doubt) == f"줄.jsonl, line 1: {told}"
    assert "'True'" in str(doubtful)
    assert isinstance(note, Note)
    assert "source, date, section, pubDate" in str(note)


def test_a_summary_is_the_text_only_of_what_has_no_other() -> None:
    found = read({"summary": "요약이다.", "body": TEXT}, {"summary": "요약이다.", "text": ""})
    assert [one.text for one in found if isinstance(one, Document)] == [TEXT, "요약이다."]


@pytest.mark.parametrize("field", ["published", "date", "publishedAt", "입력일시"])
@pytest.mark.parametrize("count", [1738713600, "1738713600", 1738713600.25, 1738713600000, "1738767599999"])
def test_a_number_that_can_only_count_from_1970_is_a_day_in_korea_and_says_so(field: str, count: object) -> None:
    (found,) = [one for one in read({"text": TEXT, field: count}) if isinstance(one, Document)]
    assert (found.published, found.published_from) == (DAY, "epoch")
    table = f"본문,{field}\n{TEXT},{count}\n".encode()
    (row,) = read_bytes("표.csv", table, Settings(columns={("본문", field): {"text": "본문", "published": field}}))
    assert isinstance(row, Document)
    assert (row.published, row.published_from) == (DAY, "epoch")


# Nine digits, ten that can be a year, a month, a day and an hour, or a day and a minute; more than milliseconds; a time before 2001.
@pytest.mark.parametrize("count", [173871360, 2025020509, 1502051430, 1738713600000000, 946684800, -1738713600, True])
def test_a_number_that_may_be_something_else_is_no_day(count: object) -> None:
    found, doubt, _ = read({"text": TEXT, "date": count})
    assert isinstance(found, Document)
    assert (found.published, found.published_from) == (None, None)
    assert f"'{count}' is not a clear date" in str(doubt)
    (refused,) = read({"text": TEXT, "published": count})
    assert isinstance(refused, Problem)
