"""The page that adds articles, played without a browser: reading and the store are stand-ins that can be told to fail."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
import streamlit as st
from adding import TEXT, Store, extraction, press, shown
from streamlit.runtime.scriptrunner import RerunData, RerunException
from streamlit.testing.v1 import AppTest

from graphing.articles import Problem
from graphing.errors import InputError
from graphing.model import Person
from graphing.view import drafts, upload
from graphing.view.session import Key
from graphing.view.words import word


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


def test_of_articles_without_meetings_their_own_first_person_is_shown(page: AppTest, store: Store) -> None:
    longer, own = replace(extraction("가"), people=(Person("도하늘빛"),)), extraction("나")
    store.add([replace(longer, article=replace(longer.article, text=f"{TEXT} 도하늘빛", outlet="나루일보"))])
    page.text_area(key=Key.UPLOAD_TEXT).input(own.article.text).run()
    page.checkbox(key=Key.UPLOAD_UNDATED).check().run()
    press(page, "read")
    press(page, "save")
    (person,) = [row.id for row in store.entities("person") if row.name == "도하늘"]
    assert page.session_state[Key.UPLOAD_SAVED].person == person


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
