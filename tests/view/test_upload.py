"""The page that adds articles, played without a browser: reading and the store are stand-ins that can be told to fail."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.runtime.scriptrunner import RerunData, RerunException
from streamlit.testing.v1 import AppTest

from graphing.articles import Problem
from graphing.errors import InputError, StoreError
from graphing.model import Article, Document, Extraction, Mention, Paragraph, Person, Run
from graphing.store import Added
from graphing.store import store as stores
from graphing.store.engine import Database
from graphing.view import deciding, drafts, piles, preview, upload
from graphing.view.session import Key
from graphing.view.words import word
from making import bigkinds, hangul_xml, workbook

PAGE = str(Path(__file__).resolve().parents[2] / "pages" / "upload.py")
TEXT = "도하늘 가람전자 회장이 4일 서울에서 민여울 나루은행장을 만났다."


def extraction(source: str) -> Extraction:
    article = Article(source, 0, len(TEXT), TEXT, (Run(0, len(TEXT), 0, len(TEXT)),), (Paragraph(0, len(TEXT)),))
    return Extraction(article, people=(Person("도하늘", mentions=(Mention(0, 3, "도하늘", "person"),)),))


class Store(stores.Store):
    """A store in memory that can be told to fail."""

    broken = False

    @property
    def kept(self) -> list[Extraction]:
        return list(self.extractions())

    def add(self, *given: Any, **more: Any) -> Added:
        if self.broken:
            raise StoreError("the disk of /srv/hoedong.sqlite is full; free some of it and save again")
        return super().add(*given, **more)


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> Store:
    made = Store(Database("sqlite://"))
    for module in (upload, piles, preview, deciding):
        monkeypatch.setattr(module, "store", lambda: made)
    return made


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, ...]]:
    """The documents of each reading."""
    readings: list[tuple[Any, ...]] = []

    def stand_in(documents: tuple[Any, ...], told: Any, *_: object) -> drafts.Reading:
        for number, _ in enumerate(documents, 1):
            told(number, 0.5)
        readings.append(documents)
        return drafts.Reading(drafts.key(documents), tuple(extraction(one.source) for one in documents))

    monkeypatch.setattr(drafts, "read", stand_in)
    return readings


@pytest.fixture
def page(store: Store, read: list[tuple[Any, ...]]) -> AppTest:
    opened = AppTest.from_file(PAGE, default_timeout=20)
    opened.session_state[Key.LANGUAGE_SWITCH] = "ko"
    return opened.run()


def press(page: AppTest, name: str) -> AppTest:
    label = word(name, "ko")
    return next(button for button in page.button if button.label == label).click().run()


def shown(page: AppTest, name: str) -> bool:
    """Whether any message on the page begins with this word's text."""
    head = word(name, "ko").split("{")[0]
    return any(head in one.value for kind in (page.error, page.warning, page.success, page.text) for one in kind)


def test_nothing_to_read_is_said(page: AppTest, read: list[tuple[Any, ...]]) -> None:
    press(page, "read")
    assert shown(page, "need_text")
    assert read == []


def test_a_missing_publication_date_is_asked_for(page: AppTest, read: list[tuple[Any, ...]]) -> None:
    page.text_area(key=Key.UPLOAD_TEXT).input(TEXT).run()
    press(page, "read")
    assert [one.value for one in page.error] == [word("need_published", "ko", n=1)]
    assert read == []
    page.checkbox(key=Key.UPLOAD_UNDATED).check().run()
    press(page, "read")
    assert [one.published for one in read[0]] == [None]


def test_what_was_understood_is_shown_before_it_is_saved(page: AppTest, store: Store) -> None:
    page.text_area(key=Key.UPLOAD_TEXT).input(TEXT).run()
    page.date_input(key=Key.UPLOAD_PUBLISHED).set_value(date(2025, 2, 5)).run()
    press(page, "read")
    assert not page.exception
    assert any("도하늘" in one.proto.body for one in page.get("html"))
    assert store.kept == []
    press(page, "save")
    assert len(store.kept) == 1
    assert shown(page, "saved_new")
    assert not page.text_area(key=Key.UPLOAD_TEXT).value


def test_a_second_save_of_the_same_says_it_is_there(page: AppTest, store: Store) -> None:
    for _ in range(2):
        page.text_area(key=Key.UPLOAD_TEXT).input(TEXT).run()
        page.date_input(key=Key.UPLOAD_PUBLISHED).set_value(date(2025, 2, 5)).run()
        press(page, "read")
        press(page, "save")
    assert [one.value for one in page.success] == [word("saved_unchanged", "ko", n=1)]
    assert len(store.kept) == 1


def test_a_change_after_reading_must_be_read_again(page: AppTest, store: Store) -> None:
    page.text_area(key=Key.UPLOAD_TEXT).input(TEXT).run()
    page.date_input(key=Key.UPLOAD_PUBLISHED).set_value(date(2025, 2, 5)).run()
    press(page, "read")
    page.date_input(key=Key.UPLOAD_PUBLISHED).set_value(date(2025, 2, 6)).run()
    assert shown(page, "changed")
    assert word("save", "ko") not in [button.label for button in page.button]


def test_a_failed_save_loses_nothing_and_tells_what_to_do(page: AppTest, store: Store) -> None:
    page.text_area(key=Key.UPLOAD_TEXT).input(TEXT).run()
    page.date_input(key=Key.UPLOAD_PUBLISHED).set_value(date(2025, 2, 5)).run()
    page.text_input(key=Key.UPLOAD_OUTLET).input("가람일보").run()
    press(page, "read")
    store.broken = True
    press(page, "save")
    assert shown(page, "not_saved")
    assert any("free some of it" in one.value for one in page.text)
    assert page.text_area(key=Key.UPLOAD_TEXT).value == TEXT
    assert page.text_input(key=Key.UPLOAD_OUTLET).value == "가람일보"
    store.broken = False
    press(page, "save")
    assert len(store.kept) == 1


def test_a_failed_reading_loses_nothing(page: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> drafts.Reading:
        raise InputError("too much for this page; add it on the command line")

    monkeypatch.setattr(drafts, "read", fails)
    page.text_area(key=Key.UPLOAD_TEXT).input(TEXT).run()
    page.date_input(key=Key.UPLOAD_PUBLISHED).set_value(date(2025, 2, 5)).run()
    press(page, "read")
    assert shown(page, "not_read")
    assert page.text_area(key=Key.UPLOAD_TEXT).value == TEXT


def test_dropped_files_stay_and_bad_ones_are_told(page: AppTest, read: list[tuple[Any, ...]]) -> None:
    files = [
        ("면.txt", TEXT.encode(), "text/plain"),
        ("면.json", b'{"published": "2025-02-05"}', "application/json"),
        ("나쁨.txt", b"\0\1", "text/plain"),
    ]
    page.file_uploader[0].set_value(files).run()
    assert not page.exception
    assert any("면.txt" in one.value for one in page.text)
    assert any("나쁨.txt" in one.value and "UTF-8" in one.value for one in page.text)
    press(page, "read")
    assert [(one.source, one.published) for one in read[0]] == [("면.txt", date(2025, 2, 5))]
    press(page, "take_out")
    assert not any(one.value.startswith("면.txt") for one in page.text)


def test_files_of_all_kinds_show_where_date_and_outlet_were_found(page: AppTest) -> None:
    files = [
        ("BigKinds.xlsx", bigkinds(("20250205", "한빛일보", "제목", TEXT, "")), "application/vnd.ms-excel"),
        ("새벽_20250206.hwpx", hangul_xml([[TEXT, "저작권자 ⓒ 새벽신문, 무단 전재 금지"]]), "application/zip"),
    ]
    page.file_uploader[0].set_value(files).run()
    assert not page.exception
    table = page.dataframe[0].value
    assert list(table[word("published", "ko")]) == ["2025.02.05 (표의 열)", "2025.02.06 (파일 이름) · 확인 필요"]
    assert list(table[word("outlet", "ko")]) == ["한빛일보 (표의 열)", "새벽신문 (본문에 적힘)"]


def test_columns_of_a_table_are_asked_once(page: AppTest, store: Store, read: list[tuple[Any, ...]]) -> None:
    data = workbook(기사=[["가", "나"], [TEXT, "2025-02-05"]])
    page.file_uploader[0].set_value([("표.xlsx", data, "application/vnd.ms-excel")]).run()
    assert not page.exception
    assert any(one.value == word("upload_file_table", "ko", name="표.xlsx") for one in page.text)
    press(page, "column_keep")
    assert [one.value for one in page.error] == [word("column_need_text", "ko")]
    choices = {one.label: one for one in page.selectbox}
    choices[word("column_text", "ko")].set_value("가")
    choices[word("column_published", "ko")].set_value("나")
    press(page, "column_keep")
    assert store.table_columns() == {("가", "나"): {"text": "가", "published": "나"}}
    press(page, "read")
    assert [(one.text, one.published) for one in read[0]] == [(TEXT, date(2025, 2, 5))]


def test_what_the_headers_tell_of_a_table_is_chosen_already(page: AppTest, store: Store) -> None:
    data = workbook(기사=[["기사내용", "등록"], [TEXT, "2025-02-05"]])
    page.file_uploader[0].set_value([("표.xlsx", data, "application/vnd.ms-excel")]).run()
    choices = {one.label: one for one in page.selectbox}
    assert choices[word("column_text", "ko")].value == "기사내용"
    assert choices[word("column_published", "ko")].value is None
    choices[word("column_published", "ko")].set_value("등록")
    press(page, "column_keep")
    assert store.table_columns() == {("기사내용", "등록"): {"text": "기사내용", "published": "등록"}}


def test_a_file_of_a_kind_that_is_not_read_is_named_beside_those_that_are(page: AppTest) -> None:
    assert not page.file_uploader[0].proto.type, "the browser would lay it aside without a word"
    page.file_uploader[0].set_value([("사진.png", b"\x89PNG", "image/png"), ("글.txt", TEXT.encode(), "text/plain")]).run()
    told = "\n".join(one.value for one in page.text)
    assert word("upload_file", "ko", name="글.txt", n=1) in told
    assert "사진.png: " in told


def test_files_of_one_name_in_one_drop_are_all_read(page: AppTest) -> None:
    texts = [TEXT.encode(), TEXT.replace("회장", "사장").encode()]
    page.file_uploader[0].set_value([("글.txt", text, "text/plain") for text in texts]).run()
    told = "\n".join(one.value for one in page.text)
    assert all(word("upload_file", "ko", name=name, n=1) in told for name in ("글.txt", "글 (2).txt"))


def test_the_list_shows_what_was_saved_whatever_it_showed_before(page: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    went: list[str] = []
    monkeypatch.setattr(st, "switch_page", went.append)
    for key, value in {Key.ARTICLE: 7, Key.ARTICLE_SEARCH: "한빛", Key.ARTICLE_OUTLET: "한빛일보", Key.ARTICLE_UNDATED: True}.items():
        page.session_state[key] = value
    page.text_area(key=Key.UPLOAD_TEXT).input(TEXT).run()
    page.date_input(key=Key.UPLOAD_PUBLISHED).set_value(date(2025, 2, 5)).run()
    for pressed in ("read", "save", "see_articles"):
        press(page, pressed)
    assert went == ["pages/articles.py"]
    held = [page.session_state[key] for key in (Key.ARTICLE, Key.ARTICLE_SEARCH, Key.ARTICLE_OUTLET, Key.ARTICLE_UNDATED)]
    assert [held, page.session_state[Key.ARTICLE_ORDER]] == [[None, "", None, False], "added"]


def test_a_link_is_fetched_only_when_asked_and_kept_when_it_fails(page: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def refuse(url: str, _: object) -> Document:
        asked.append(url)
        raise InputError("127.0.0.1 is a machine of a private network")

    monkeypatch.setattr(piles.fetch, "document", refuse)
    page.text_input(key=Key.UPLOAD_LINK).input("http://127.0.0.1/x").run()
    assert asked == []
    press(page, "fetch")
    assert asked == ["http://127.0.0.1/x"]
    assert shown(page, "not_fetched")
    assert page.text_input(key=Key.UPLOAD_LINK).value == "http://127.0.0.1/x"
    monkeypatch.setattr(piles.fetch, "document", lambda url, _: Document("https://paper.example/1", TEXT, title="제목"))
    press(page, "fetch")
    assert any("https://paper.example/1" in one.value for one in page.text)


def test_what_was_read_before_a_stop_can_be_saved(page: AppTest, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(documents: tuple[Any, ...], told: Any, keep: Any, last: Any) -> drafts.Reading:
        keep(drafts.Reading(drafts.key(documents), (extraction("하나"),), (), 1))
        raise RerunException(RerunData())

    monkeypatch.setattr(drafts, "read", stopped)
    page.text_area(key=Key.UPLOAD_TEXT).input(TEXT).run()
    page.checkbox(key=Key.UPLOAD_UNDATED).check().run()
    press(page, "read")
    assert any(word("stopped", "ko", n=1) in one.value for one in page.info)
    assert word("read_on", "ko") in [button.label for button in page.button]
    press(page, "save")
    assert [one.article.source for one in store.kept] == ["하나"]


def test_what_was_not_saved_stays_and_is_named(page: AppTest, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    files = [
        ("하나.txt", TEXT.encode(), "text/plain"),
        ("하나.json", b'{"published": "2025-02-05"}', "application/json"),
        ("어려움.txt", f"{TEXT} 둘.".encode(), "text/plain"),
        ("나쁨.txt", b"\0\1", "text/plain"),
        ("표.csv", f"가,나\n{TEXT},2025-02-05\n".encode(), "text/csv"),
    ]
    page.file_uploader[0].set_value(files).run()
    page.checkbox(key=Key.UPLOAD_UNDATED).check().run()

    def hard(documents: tuple[Any, ...], *_: object) -> drafts.Reading:
        bad = Problem("어려움.txt", None, InputError("cannot be understood at all"))
        return drafts.Reading(drafts.key(documents), (extraction("하나.txt"),), (bad,))

    monkeypatch.setattr(drafts, "read", hard)
    press(page, "read")
    press(page, "save")
    assert not page.exception
    assert [one.article.source for one in store.kept] == ["하나.txt"]
    left = ["어려움.txt", "나쁨.txt", "표.csv"]
    assert [one.name for one in page.session_state[Key.UPLOAD_FILES].uploads] == left
    assert word("saved_left", "ko", names="·".join(left), n=3) in [one.value for one in page.warning]
    assert any("cannot be understood at all" in one.value for one in page.text)
    assert any("나쁨.txt" in one.value and "UTF-8" in one.value for one in page.text)
    assert any(one.value == word("table_unknown", "ko", name="표.csv") for one in page.text)
    assert page.checkbox(key=Key.UPLOAD_UNDATED).value, "what was said of the documents that are left"


def test_a_file_of_which_a_part_was_saved_says_so(page: AppTest) -> None:
    table = f"본문,제목,일자\n{TEXT},오찬,2025-02-05\n,빈 글,2025-02-05\n"
    page.file_uploader[0].set_value([("표.csv", table.encode(), "text/csv"), ("나쁨.txt", b"\0\1", "text/plain")]).run()
    assert "표.csv · 문서 1편" in [one.value for one in page.text]
    press(page, "read")
    press(page, "save")
    assert not page.exception
    files = [one.value for one in page.text if one.value.startswith(("표.csv ·", "나쁨.txt ·"))]
    assert files == [word("upload_file_saved", "ko", name="표.csv", n=1), word("upload_file_bad", "ko", name="나쁨.txt")]


def test_columns_that_are_not_read_are_named_under_their_file(page: AppTest) -> None:
    page.file_uploader[0].set_value([("표.csv", f"본문,일자,섹션\n{TEXT},2025-02-05,경제\n".encode(), "text/csv")]).run()
    assert not page.exception
    assert ["섹션" in one.value for one in page.caption if "표" in one.value] == [True]
    assert not page.error, "nothing is lost of the article"
    press(page, "read")
    press(page, "save")
    assert page.session_state[Key.UPLOAD_FILES].files == (), "the file is done with"


def test_a_row_taken_without_a_date_is_named_under_its_file_and_saved(page: AppTest) -> None:
    page.file_uploader[0].set_value([("표.csv", f"본문,일자\n{TEXT},2월 5일\n".encode(), "text/csv")]).run()
    assert ["'2월 5일'만으로는" in one.value for one in page.caption if "표" in one.value] == [True]
    assert not page.error, "nothing is lost of the article"
    page.checkbox(key=Key.UPLOAD_UNDATED).check().run()
    press(page, "read")
    press(page, "save")
    assert page.session_state[Key.UPLOAD_FILES].files == (), "the file is done with"


def brought(page: AppTest) -> list[str]:
    """What is brought into the window, by its key."""
    return [key for key in (upload.WHOLE, str(Key.UPLOAD_SAVED)) if any(f".st-key-{key}\"" in one.proto.body for one in page.get("html"))]


def test_what_was_read_and_what_was_saved_come_into_the_window_once(page: AppTest) -> None:
    page.text_area(key=Key.UPLOAD_TEXT).input(TEXT).run()
    page.checkbox(key=Key.UPLOAD_UNDATED).check().run()
    assert brought(page) == []
    press(page, "read")
    assert brought(page) == [upload.WHOLE]
    assert brought(page.run()) == []
    press(page, "save")
    assert brought(page) == [Key.UPLOAD_SAVED]
    assert brought(page.run()) == []


def test_documents_that_a_stop_left_unread_stay(page: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    page.file_uploader[0].set_value([(name, f"{name} {TEXT}".encode(), "text/plain") for name in ("하나.txt", "둘.txt")]).run()
    page.text_area(key=Key.UPLOAD_TEXT).input(TEXT).run()
    page.checkbox(key=Key.UPLOAD_UNDATED).check().run()
    found = (extraction("붙임"), extraction("하나"))
    monkeypatch.setattr(drafts, "read", lambda given, *_: drafts.Reading(drafts.key(given), found, (), 2))
    press(page, "read")
    press(page, "save")
    assert not page.exception
    assert [one.name for one in page.session_state[Key.UPLOAD_FILES].uploads] == ["둘.txt"]
    assert not page.text_area(key=Key.UPLOAD_TEXT).value
    assert any("둘.txt" in one.value for one in page.warning)


def test_what_is_typed_of_one_document_counts_and_is_told(page: AppTest, read: list[tuple[Any, ...]]) -> None:
    beside = '{"published": "2025-02-05", "outlet": "새벽신문"}'.encode()
    page.file_uploader[0].set_value([("면.txt", TEXT.encode(), "text/plain"), ("면.json", beside, "application/json")]).run()
    page.date_input(key=Key.UPLOAD_PUBLISHED).set_value(date(2025, 6, 20)).run()
    page.text_input(key=Key.UPLOAD_OUTLET).input("다른신문").run()
    press(page, "read")
    assert [(one.published, one.outlet) for one in read[0]] == [(date(2025, 6, 20), "다른신문")]
    changed = "발행일 2025.02.05 → 2025.06.20 · 매체 새벽신문 → 다른신문"
    assert word("typed_counts", "ko", what=changed) in [one.value for one in page.caption]
    page.text_area(key=Key.UPLOAD_TEXT).input(TEXT).run()
    assert word("typed_fills", "ko") in [one.value for one in page.caption]


def test_each_undated_document_gets_a_date_and_outlet_of_its_own(page: AppTest, read: list[tuple[Any, ...]]) -> None:
    files = [(f"{name}.txt", f"{name} {TEXT}".encode(), "text/plain") for name in ("가", "나", "20250206")]
    page.file_uploader[0].set_value(files).run()
    page.checkbox(key=Key.UPLOAD_PRINTED).check().run()
    press(page, "read")
    assert [one.value for one in page.error] == [word("need_published", "ko", n=2)], "the third is settled by the tick"
    said = {"가.txt": (date(2025, 2, 5), "한빛일보"), "나.txt": (date(2025, 3, 5), None)}
    page.session_state[Key.UPLOAD_EACH] = (None, {}, said)
    page.run()
    press(page, "read")
    assert not page.error
    assert [(one.published, one.outlet) for one in read[0]] == [
        (date(2025, 2, 5), "한빛일보"), (date(2025, 3, 5), None), (date(2025, 2, 6), None),
    ]  # fmt: skip
    assert [(one.published_from, one.outlet_from) for one in read[0]] == [("said", "said"), ("said", None), ("name", None)]
