"""What Python and a script in the browser both do comes to the same."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from graphing.search import FINALS, INITIALS, PAIRS, folded, pattern
from graphing.view.component import LETTERS, constants, gaps, source

NAMES = ("최태원", "곽노정", "이재용", "정신아", "달군학", "다라광현", "강승연", "SK하이닉스", "Sam", "J.P. Morgan", "한국(서울)", "a+b")
QUERIES = ("ㅊㅌㅇ", "쵵ㅇ", "ㅊ탱", "최 태원", "ㄱㄵ", "ㅇ쟁", "닭ㅎ", "ㄳㅇ", "sam", "jp", "한국서울", "a+", "[", "정신아", "젓ㅇ", "")


@pytest.fixture
def blank(browser: Browser) -> Iterator[Page]:
    """A page with nothing in it."""
    page = browser.new_page()
    yield page
    page.close()


def test_a_short_list_finds_in_the_browser_what_python_would_find(blank: Page) -> None:
    given = constants(STYLE="", INITIALS=INITIALS, FINALS=FINALS, PAIRS=PAIRS)
    script = given + source("graphing.view.chooser", "chooser.js")
    found = "queries.map((query) => names.map((name) => pattern(query).test(folded(name))))"
    told = blank.evaluate(f"([queries, names]) => {{\n{script}\nreturn {found};\n}}", [QUERIES, NAMES])
    assert told == [[pattern(query).search(folded(name)) is not None for name in NAMES] for query in QUERIES]
    assert {True, False} == {one for row in told for one in row}


def test_the_browser_reads_the_ids_that_are_written_short(blank: Page) -> None:
    script = constants(LETTERS=LETTERS) + source("graphing.view", "proofs.js")
    ids = [0, 1, 31, 32, 33, 1_056, 1_057, 40_000, 2**31, 2**50]
    assert blank.evaluate(f"(told) => {{\n{script}\nreturn ungapped(told);\n}}", gaps(ids)) == ids
