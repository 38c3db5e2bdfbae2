"""The list of stored articles, played without a browser over a stand-in for the store."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from mounting import mounted
from streamlit.testing.v1 import AppTest

from graphing.decisions import Curated
from graphing.errors import NotFoundError, StoreError
from graphing.model import Article, Extraction, Paragraph, Run
from graphing.store import Added, ArticleRow
from graphing.view import correct, curator, deciding, library
from graphing.view.session import Key
from graphing.view.words import word

PAGE = str(Path(__file__).resolve().parents[2] / "pages" / "articles.py")


def extraction(title: str) -> Extraction:
    text = f"{title}. 도하늘 가람전자 회장이 민여울 나루은행장을 만났다."
    article = Article(
        "면.txt", 0, len(text), text, (Run(0, len(text), 0, len(text)),), (Paragraph(0, len(text)),), title, date(2025, 2, 5), "가람일보"
    )
    return Extraction(article)


class Store:
    """Articles by id; ids are not used twice."""

    def __init__(self, *titles: str) -> None:
        self.kept = dict(enumerate(map(extraction, titles), 1))
        self.last = len(titles)
        self.broken = False

    def articles(self, query: str | None = None, limit: int = 100, after: ArticleRow | None = None) -> tuple[ArticleRow, ...]:
        rows = (
            ArticleRow(id, one.article.source, one.article.title, one.article.outlet, None, one.article.published, 9, 2, 2, 1)
            for id, one in self.kept.items()
        )
        return tuple(row for row in rows if query is None or query in (row.title or ""))[:limit]

    def extraction(self, article: int) -> Extraction:
        if article not in self.kept:
            raise NotFoundError(f"no article {article}")
        return self.kept[article]

    def remove(self, article: int) -> None:
        if self.broken:
            raise StoreError("the database is locked; close the other program and try again")
        del self.kept[article]

    def reading(self, article: int) -> Extraction:
        return self.extraction(article)

    def curated(self, article: int) -> tuple[Curated, tuple[int | None, ...]]:
        return Curated(self.kept[article], ()), ()

    def latest(self) -> int:
        return 0

    def add(self, extractions: list[Extraction], *_: object) -> Added:
        self.last += 1
        self.kept[self.last] = extractions[0]
        return Added(1, 0, 0, (self.last,))


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> Store:
    made = Store("가람과 나루의 회동", "다솔의 인사")
    for module in (library, correct, deciding):
        monkeypatch.setattr(module, "store", lambda: made)
    return made


def opened(article: int | None = None) -> AppTest:
    page = AppTest.from_file(PAGE, default_timeout=20)
    page.session_state[Key.LANGUAGE_SWITCH] = "ko"
    if article is not None:
        page.session_state[Key.ARTICLE] = article
    return page.run()


def press(page: AppTest, name: str) -> AppTest:
    return next(button for button in page.button if button.label == word(name, "ko")).click().run()


def titles(page: AppTest) -> list[str]:
    return list(page.dataframe[0].value[word("headline", "ko")])


def html(page: AppTest) -> str:
    return "\n".join(one.proto.body for one in page.get("html"))


def test_all_articles_are_listed_and_found_by_title(store: Store) -> None:
    page = opened()
    assert titles(page) == ["가람과 나루의 회동", "다솔의 인사"]
    page.text_input(key=Key.ARTICLE_SEARCH).input("나루").run()
    assert titles(page) == ["가람과 나루의 회동"]
    page.text_input(key=Key.ARTICLE_SEARCH).input("없는 말").run()
    assert [one.value for one in page.info] == [word("articles_none", "ko")]


def test_more_articles_than_a_page_come_on_demand(monkeypatch: pytest.MonkeyPatch) -> None:
    many = Store(*(f"기사 {n}" for n in range(library.PAGE + 1)))
    monkeypatch.setattr(library, "store", lambda: many)
    page = opened()
    assert len(titles(page)) == library.PAGE
    press(page, "more")
    assert len(titles(page)) == library.PAGE + 1


def test_an_article_opens_with_its_text_and_particulars(store: Store) -> None:
    page = opened(1)
    assert not page.exception
    for part in ("가람과 나루의 회동", "2025.02.05", "가람일보"):
        assert part in html(page)
    drawn = mounted(page)["hoedong_marker"]["paragraphs"]  # type: ignore[index]
    assert "".join(piece[0] for piece in drawn[0]["pieces"]) == "가람과 나루의 회동. 도하늘 가람전자 회장이 민여울 나루은행장을 만났다."


def test_a_removed_article_can_be_brought_back(store: Store) -> None:
    page = press(opened(1), "remove_confirm")
    assert titles(page) == ["다솔의 인사"]
    assert any("가람과 나루의 회동" in one.value for one in page.text)
    press(page, "undo")
    assert titles(page) == ["다솔의 인사", "가람과 나루의 회동"]
    assert word("undo", "ko") not in [button.label for button in page.button]


def test_an_error_while_removing_is_told_and_the_article_stays(store: Store) -> None:
    store.broken = True
    page = press(opened(1), "remove_confirm")
    assert any("close the other program" in one.value for one in page.text)
    assert set(store.kept) == {1, 2}


def test_a_reader_can_neither_date_an_article_nor_bring_one_back(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    undated = store.kept[1]
    store.kept[1] = replace(undated, article=replace(undated.article, published=None))
    assert word("date_keep", "ko") in [button.label for button in opened(1).button]
    monkeypatch.setattr(curator, "current", lambda: curator.Curator("손님", "reader"))
    page = opened(1)
    assert not page.exception
    assert not page.date_input
    assert [button.label for button in page.button] == [word("back_to_list", "ko")]
    page = AppTest.from_file(PAGE, default_timeout=20)
    page.session_state[Key.ARTICLE_REMOVED] = library.Removed("다솔의 인사", undated)
    assert word("undo", "ko") not in [button.label for button in page.run().button]


def test_an_article_that_is_gone_leads_back(store: Store) -> None:
    page = opened(7)
    assert [one.value for one in page.warning] == [word("article_gone", "ko")]
    assert len(titles(press(page, "back_to_list"))) == 2


def test_a_database_that_cannot_be_opened_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails() -> Store:
        raise StoreError("the database /srv/hoedong.sqlite cannot be read; check its permissions")

    monkeypatch.setattr(library, "store", fails)
    page = opened()
    assert not page.exception
    assert "check its permissions" in "".join(one.proto.body for one in page.get("html"))
