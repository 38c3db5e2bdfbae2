"""Lines of a hundred thousand characters, and pages of thousands of parts: what reads them takes time in step with their length."""

from __future__ import annotations

from time import process_time

import pytest

from graphing.articles import read_bytes, split_articles
from graphing.articles.readers.text import unmarked
from graphing.model import Document

LENGTH = 100_000
# Each takes some hundredths of a second; where the time grows with the square of the length, far more than a minute.
SECONDS = 5

LINES = {
    "blanks": "가 " + " " * LENGTH + "다",
    "end marks": "(끝) " * (LENGTH // 4) + "다",
}
MARKED = {
    "brackets": "[" * LENGTH,
    "pictures": "![" * (LENGTH // 2),
    "pictures' links": "![](" * (LENGTH // 4),
    "links": "[a](" * (LENGTH // 4),
    "addresses": "<http:" * (LENGTH // 6),
    "heading marks": "# " + "#" * LENGTH + "x",
    "blanks in a heading": "# 가" + " " * LENGTH + "x",
    "strong words": "**a " * (LENGTH // 4),
    "underlined words": "__a " * (LENGTH // 4),
    "stars": "*" * LENGTH,
}


@pytest.mark.parametrize("name", LINES)
def test_a_line_however_long_is_split_in_time(name: str) -> None:
    started = process_time()
    split_articles(Document(name, LINES[name]))
    assert process_time() - started < SECONDS


@pytest.mark.parametrize("name", MARKED)
def test_marks_of_markdown_that_nothing_closes_take_no_time(name: str) -> None:
    started = process_time()
    unmarked(MARKED[name])
    assert process_time() - started < SECONDS


def test_front_matter_of_one_long_line_is_read_in_time() -> None:
    started = process_time()
    (found,) = read_bytes("면.md", f"---\ntitle: '가{' ' * LENGTH}나'\n---\n글이다.\n".encode())
    assert process_time() - started < SECONDS
    assert getattr(found, "title", "").startswith("가 ")


def page(parts: int) -> bytes:
    body = "<p>본문 문장이다.</p>" * 5_000
    return f"<html><body><div>{body}</div>{'<span class=related>딴 기사</span>' * parts}</body></html>".encode()


def test_a_page_of_many_parts_is_weighed_once() -> None:
    list(read_bytes("면.html", page(1)))
    started = process_time()
    list(read_bytes("면.html", page(10_000)))
    assert process_time() - started < SECONDS
