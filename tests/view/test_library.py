"""The list of stored articles, played without a browser over a stand-in for the store."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from mounting import mounted
from sqlalchemy import Connection
from streamlit.testing.v1 import AppTest

from graphing import pipeline
from graphing.decisions import Curated, Decision, What, heading, making
from graphing.errors import NotFoundError, StoreError
from graphing.model import Article, Document, Extraction, Paragraph, Run
from graphing.store import Added, ArticleRow, Shelf, open_store, writing
from graphing.store import Store as RealStore
from graphing.view import bulk, correct, curator, deciding, library, review_decisions, session
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

    def outlets(self) -> tuple[str, ...]:
        return ("가람일보",)

    def articles(self, query: str | None = None, limit: int = 100, shelf: Shelf | None = None) -> tuple[ArticleRow, ...]:
        rows = (
            ArticleRow(
                id, one.article.source, one.article.title, one.article.outlet, None, one.article.published, 9, 2, 2, 1,
                opening=None if one.article.title else one.article.text[:60],
            )
            for id, one in self.kept.items()
        )  # fmt: skip
        return tuple(row for row in rows if query is None or query in (row.title or ""))[:limit]

    def extraction(self, article: int) -> Extraction:
        if article not in self.kept:
            raise NotFoundError(f"no article {article}")
        return self.kept[article]

    def remove(self, *articles: int, by: str | None = None, why: str = "") -> tuple[None, ...]:
        if self.broken:
            raise StoreError("the database is locked; close the other program and try again")
        for article in articles:
            del self.kept[article]
        return (None,) * len(articles)

    def reading(self, article: int) -> Extraction:
        return self.extraction(article)

    def curated(self, article: int) -> tuple[Curated, tuple[int | None, ...]]:
        return Curated(self.kept[article], ()), ()

    def latest(self) -> int:
        return 0

    def decisions(self, article: str | None = None, kinds: Collection[What] | None = None) -> tuple[Decision, ...]:
        return ()

    def add(self, extractions: list[Extraction], *_: object) -> Added:
        self.last += 1
        self.kept[self.last] = extractions[0]
        return Added(1, 0, 0, (self.last,))


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> Store:
    made = Store("가람과 나루의 회동", "다솔의 인사")
    for module in (library, bulk, correct, deciding, review_decisions):
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


def test_articles_without_a_title_do_not_look_alike(store: Store) -> None:
    store.kept = {number: replace(one, article=replace(one.article, title=None)) for number, one in store.kept.items()}
    assert [title.split(".")[0] for title in titles(opened())] == ["가람과 나루의 회동", "다솔의 인사"]


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


TEXT = "누리전자 김가온 회장은 4일 서울 미리내호텔에서 한솔은행 박다솔 행장과 만나 공동 투자를 논의했다."


@pytest.fixture
def real(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> RealStore:
    monkeypatch.setenv("HOEDONG_DATABASE_URL", f"sqlite:///{tmp_path / 'test.sqlite'}")
    monkeypatch.setattr(curator, "_account", lambda: "박검토")
    session.store.clear()
    made = open_store()
    pipeline.save(made, pipeline.extract_document(Document("가.txt", TEXT, date(2025, 3, 5), outlet="오타일보")))
    return made


def test_date_and_outlet_of_a_dated_article_are_corrected_and_undone_where_decisions_are_listed(real: RealStore) -> None:
    page = opened(1)
    next(one for one in page.date_input if one.label == word("published", "ko")).set_value(date(2025, 2, 5))
    next(one for one in page.text_input if one.label == word("outlet", "ko")).input("한빛일보")
    press(page, "head_save")
    assert not page.exception
    assert [(row.published, row.outlet) for row in real.articles()] == [(date(2025, 2, 5), "한빛일보")]
    assert [one.first for one in real.meetings()] == [date(2025, 2, 4)]
    assert [(one.what, one.by) for one in real.decisions()] == [("article", "박검토")]
    listed = AppTest.from_file(str(Path(PAGE).with_name("review.py")), default_timeout=20)
    listed.session_state[Key.LANGUAGE_SWITCH] = "ko"
    listed.session_state[Key.REVIEW_PART] = "review_decisions"
    assert "매체 오타일보 → 한빛일보" in html(listed.run())
    press(listed, "undo")
    assert [(row.published, row.outlet) for row in real.articles()] == [(date(2025, 3, 5), "오타일보")]
    assert [one.first for one in real.meetings()] == [date(2025, 3, 4)]


def test_a_removal_is_listed_among_the_decisions_and_those_about_the_article_say_that_it_is_gone(real: RealStore) -> None:
    read = real.reading(1)
    real.decide(making.placed(read, read.meetings[0], "누리회관", "박검토"))
    page = opened(1)
    next(one for one in page.text_input if one.key == f"{Key.ARTICLE_REMOVED}_why_1").input("두 번 들어옴")
    press(page, "remove_confirm")
    listed = AppTest.from_file(str(Path(PAGE).with_name("review.py")), default_timeout=20)
    listed.session_state[Key.LANGUAGE_SWITCH] = "ko"
    listed.session_state[Key.REVIEW_PART] = "review_decisions"
    listed.run()
    assert not listed.exception
    assert word("what_remove", "ko") in html(listed)
    assert "두 번 들어옴" in html(listed)
    assert [one.value for one in listed.caption].count(word("decided_gone_article", "ko")) == 2
    assert [one.label for one in listed.button].count(word("undo", "ko")) == 1, "the removal is taken back where the article is"
    press(page, "undo")
    assert [one.place for one in real.meetings()] == ["누리회관"]
    assert word("undone", "ko") in html(listed.run())


def chosen(page: AppTest, *rows: int) -> AppTest:
    """The page with these rows of its table chosen."""
    next(one for one in page.toggle if one.label == word("articles_choose", "ko")).set_value(True).run()
    page.session_state[page.dataframe[0].key] = {"selection": {"rows": list(rows), "columns": [], "cells": []}}
    return page.run()


def several(store: RealStore) -> None:
    for number, day in enumerate((None, date(2025, 3, 5)), 2):
        text = f"{number}면. {TEXT.replace('김가온', '도하늘').replace('박다솔', '민여울')}"
        pipeline.save(store, pipeline.extract_document(Document(f"{number}.txt", text, day, outlet=f"{number}일보")))


def field(page: AppTest, name: str) -> AppTest:
    return next(one for one in page.text_input if one.label == word(name, "ko") and one.form_id)  # type: ignore[return-value]


def test_date_and_outlet_of_several_articles_are_set_and_taken_back_at_once(real: RealStore) -> None:
    several(real)
    before = [(row.id, row.published, row.outlet) for row in real.articles()]
    page = chosen(opened(), 0, 2)
    assert not page.exception
    assert any(word("articles_chosen", "ko", n=2) in one.value for one in page.markdown)
    next(one for one in page.date_input if one.form_id).set_value(date(2025, 2, 5))
    field(page, "outlet").input("한빛일보")  # type: ignore[attr-defined]
    press(page, "articles_set")
    assert not page.exception
    now = {row.id: (row.published, row.outlet) for row in real.articles()}
    assert [now[ident] == (date(2025, 2, 5), "한빛일보") for ident, *_ in before] == [True, False, True]
    assert {one.first for one in real.meetings() if one.article in (before[0][0], before[2][0])} == {date(2025, 2, 4)}
    assert [one.what for one in real.decisions()] == ["article", "article"]
    assert any(word("articles_corrected", "ko", n=2) == one.value for one in page.text)
    press(page, "undo")
    assert [(row.id, row.published, row.outlet) for row in real.articles()] == before
    assert word("undo", "ko") not in [button.label for button in page.button]


def test_who_else_decided_of_several_articles_is_told_once_and_the_fields_begin_anew(real: RealStore) -> None:
    several(real)
    page = chosen(opened(), 0, 2)
    other = real.articles()[0].id
    pipeline.correct(real, heading.corrected(real.article(other).article, {"outlet": "다른일보"}, "이상대", ""))
    field(page, "outlet").input("한빛일보")  # type: ignore[attr-defined]
    press(page, "articles_set")
    assert any("이상대" in one.value for one in page.text)
    press(page, "articles_set")
    assert not page.error
    assert [row.outlet for row in real.articles()].count("한빛일보") == 2
    assert field(page, "outlet").value == ""  # type: ignore[attr-defined]


def test_what_is_left_open_stays_and_nothing_at_all_is_told(real: RealStore) -> None:
    several(real)
    page = chosen(opened(), 0, 1, 2)
    press(page, "articles_set")
    assert [one.value.split(".")[0] for one in page.error] == [word("not_dated", "ko").rstrip(".")]
    field(page, "outlet").input("2일보")  # type: ignore[attr-defined]
    press(page, "articles_set")
    assert {row.outlet for row in real.articles()} == {"2일보"}
    assert {row.published for row in real.articles()} == {date(2025, 3, 5), None}
    assert len(real.decisions()) == 2, "an article of which it holds already is left alone"


def test_several_articles_are_removed_and_brought_back_at_once(real: RealStore) -> None:
    several(real)
    before = {row.source for row in real.articles()}
    page = chosen(opened(), 0, 1)
    next(one for one in page.text_input if one.key == f"{Key.ARTICLE_REMOVED}_why").input("두 번 들어옴")
    press(page, "remove_confirm")
    assert not page.exception
    assert len(real.articles()) == 1
    assert [(one.what, one.why) for one in real.decisions()] == [("remove", "두 번 들어옴")] * 2
    assert any(word("removed_many", "ko", n=2) == one.value for one in page.text)
    press(page, "undo")
    assert {row.source for row in real.articles()} == before
    assert [one.what for one in real.decisions()] == ["remove", "remove", "undo", "undo"]


def test_a_removal_of_several_that_fails_midway_removes_none(real: RealStore, monkeypatch: pytest.MonkeyPatch) -> None:
    several(real)
    page, left, remove = chosen(opened(), 0, 1, 2), iter((True, True, False)), writing.remove

    def failing(connection: Connection, article: int) -> None:
        if not next(left, True):
            raise StoreError("the database is full")
        remove(connection, article)

    monkeypatch.setattr(writing, "remove", failing)
    press(page, "remove_confirm")
    assert any(word("not_removed", "ko") in one.value for one in page.error)
    assert len(real.articles()) == 3
    press(page, "remove_confirm")
    assert real.articles() == ()
    press(page, "undo")
    assert len(real.articles()) == 3


def test_the_address_opens_the_same_list_and_the_same_article(real: RealStore) -> None:
    several(real)

    def arrived(**address: str) -> AppTest:
        page = AppTest.from_file(PAGE, default_timeout=20)
        page.session_state[Key.LANGUAGE_SWITCH] = "ko"
        for name, value in address.items():
            page.query_params[name] = value
        return page.run()

    undated = arrived(undated="1").dataframe[0]
    assert list(undated.value[word("source", "ko")]) == ["2.txt"]
    assert undated.proto.placeholder == word("no_published", "ko"), "a day that nobody knows is no 'None'"
    assert list(arrived(outlet="3일보").dataframe[0].value[word("source", "ko")]) == ["3.txt"]
    assert list(arrived(q="김가온").dataframe[0].value[word("source", "ko")]) == ["가.txt"]
    assert list(arrived(order="outlet").dataframe[0].value[word("outlet", "ko")]) == ["2일보", "3일보", "오타일보"]
    assert len(arrived(order="none", outlet="없는일보", article="x").dataframe[0].value) == 3
    assert len(arrived(article="9" * 20).dataframe[0].value) == 3, "no database holds such an id"
    page = arrived(article="1", order="outlet")
    assert mounted(page)["hoedong_marker"]
    press(page, "back_to_list")
    assert ("article" in page.query_params, page.query_params["order"]) in ((False, "outlet"), (False, ["outlet"]))
    page.checkbox(key=Key.ARTICLE_UNDATED).check().run()
    assert page.query_params["undated"] in ("1", ["1"])


def test_a_reader_chooses_none(real: RealStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(curator, "current", lambda: curator.Curator("손님", "reader"))
    assert not opened().toggle
