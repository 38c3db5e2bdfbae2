"""Files and links of the page that adds articles: taken in, told, asked about."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
import streamlit as st
from adding import TEXT, Store, press, shown
from streamlit.runtime.scriptrunner import StopException
from streamlit.testing.v1 import AppTest

from graphing.articles.fetch import Fetched
from graphing.errors import InputError
from graphing.view import bundles, drafts, piles
from graphing.view.session import Key
from graphing.view.words import word
from making import bigkinds, hangul_xml, workbook


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
    columns = json.loads(page.dataframe[0].proto.columns)
    assert [columns[name]["width"] for name in ("가", "나")] == [110, 110]
    press(page, "column_keep")
    assert [one.value for one in page.error] == [word("column_need_text", "ko")]
    choices = {one.label: one for one in page.selectbox}
    choices[word("column_text", "ko")].set_value("가")
    choices[word("column_published", "ko")].set_value("나")
    press(page, "column_keep")
    assert store.table_columns() == {("가", "나"): {"text": "가", "published": "나"}}
    press(page, "read")
    assert [(one.text, one.published) for one in read[0]] == [(TEXT, date(2025, 2, 5))]


def test_columns_that_were_said_wrong_are_asked_again(page: AppTest, store: Store) -> None:
    store.remember_columns(("가", "나"), {"text": "나"})
    page.file_uploader[0].set_value([("표.csv", f"가,나\n{TEXT},2025-02-05\n".encode(), "text/csv")]).run()
    assert [one.value for one in page.caption if "본문 ← 나" in one.value]
    press(page, "column_again")
    assert [box.value for box in page.selectbox if box.label == word("column_text", "ko")] == ["나"], "what was said is there"
    assert store.table_columns() == {("가", "나"): {"text": "나"}}, "and holds until something else is said"
    {one.label: one for one in page.selectbox}[word("column_text", "ko")].set_value("가")
    press(page, "column_keep")
    assert store.table_columns() == {("가", "나"): {"text": "가"}}
    assert [one.document.text for one in page.session_state[Key.UPLOAD_FILES].drafts] == [TEXT]
    assert not page.selectbox, "nothing more is asked"


def test_columns_can_be_left_as_they_were_said(page: AppTest, store: Store) -> None:
    store.remember_columns(("가", "나"), {"text": "가", "published": "나"})
    page.file_uploader[0].set_value([("표.csv", f"가,나\n{TEXT},2025-02-05\n".encode(), "text/csv")]).run()
    press(page, "column_again")
    assert len(page.selectbox) == 6
    press(page, "column_leave")
    assert not page.selectbox
    press(page, "column_again")
    {one.label: one for one in page.selectbox}[word("column_published", "ko")].set_value(None)
    press(page, "column_keep")
    assert store.table_columns() == {("가", "나"): {"text": "가"}}, "a column can be told to mean nothing"


def test_the_columns_of_every_table_of_a_file_can_be_said_again(page: AppTest, store: Store) -> None:
    store.remember_columns(("가", "나"), {"text": "나"})
    store.remember_columns(("다", "라", "제외"), {"text": "다", "excluded": "제외"})
    data = workbook(하나=[["가", "나"], [TEXT, "2025-02-05"]], 둘=[["다", "라", "제외"], ["머리", TEXT, ""], ["머리", TEXT, "중복"]])
    other = f"다,라,제외\n머리,{TEXT},\n".encode()
    page.file_uploader[0].set_value([("표.xlsx", data, "application/vnd.ms-excel"), ("또.csv", other, "text/csv")]).run()
    again = [one.label for one in page.button if one.label.startswith(word("column_again", "ko"))]
    assert [label.partition(" · ")[2] for label in again] == ["표.xlsx/하나", "표.xlsx/둘", ""]
    next(one for one in page.button if one.label == again[1]).click().run()
    boxes = {one.label: one for one in page.selectbox}
    boxes[word("column_text", "ko")].set_value("라")
    boxes[word("column_title", "ko")].set_value("다")
    press(page, "column_keep")
    assert store.table_columns()["다", "라", "제외"] == {"text": "라", "title": "다", "excluded": "제외"}
    assert store.table_columns()["가", "나"] == {"text": "나"}
    read = [one.document for one in page.session_state[Key.UPLOAD_FILES].drafts]
    assert [(one.source, one.title) for one in read] == [("표.xlsx/하나:2", None), ("표.xlsx/둘:2", "머리"), ("또.csv:2", "머리")]


def test_a_column_that_its_name_does_not_tell_can_be_said_of_a_table_that_was_read(page: AppTest, store: Store) -> None:
    data = f"Body,Date,Web Link\n{TEXT},2025-02-05,https://paper.example/1\n".encode()
    page.file_uploader[0].set_value([("표.csv", data, "text/csv")]).run()
    assert any("Web Link" in one.value for one in page.caption)
    press(page, "column_again")
    boxes = {one.label: one for one in page.selectbox}
    assert boxes[word("column_text", "ko")].value == "Body"
    boxes[word("column_url", "ko")].set_value("Web Link")
    press(page, "column_keep")
    assert [one.document.url for one in page.session_state[Key.UPLOAD_FILES].drafts] == ["https://paper.example/1"]


def test_an_export_of_bigkinds_asks_nothing_of_its_other_columns(page: AppTest) -> None:
    data = bigkinds(("20250205", "한빛일보", "제목", TEXT, "https://paper.example/8"))
    page.file_uploader[0].set_value([("BigKinds.xlsx", data, "application/vnd.ms-excel")]).run()
    assert not [one for one in page.button if one.label.startswith(word("column_again", "ko"))]


def test_a_sheet_that_was_passed_over_can_be_told_its_columns(page: AppTest, store: Store) -> None:
    store.remember_columns(("가", "나"), {"text": "가"})
    data = workbook(하나=[["가", "나"], [TEXT, "2025-02-05"]], 둘=[["다", "라"], ["머리", TEXT]])
    page.file_uploader[0].set_value([("표.xlsx", data, "application/vnd.ms-excel")]).run()
    assert any("표.xlsx/둘" in one.value for one in page.caption)
    next(one for one in page.button if one.label.startswith(word("column_say", "ko"))).click().run()
    {one.label: one for one in page.selectbox}[word("column_text", "ko")].set_value("라")
    press(page, "column_keep")
    read = [one.document.source for one in page.session_state[Key.UPLOAD_FILES].drafts]
    assert read == ["표.xlsx/하나:2", "표.xlsx/둘:2"]


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


def test_files_that_come_as_one_are_all_read(page: AppTest) -> None:
    sizes = f'[["글.txt", {len(TEXT.encode())}], ["글.txt", 2], ["그림.png", 1]]'
    page.file_uploader[0].set_value([("파일 3개", f"{sizes}\n{TEXT}둘x".replace("둘", "2.").encode(), bundles.KIND)]).run()
    told = "\n".join(one.value for one in page.text)
    assert all(word("upload_file", "ko", name=name, n=1) in told for name in ("글.txt", "글 (2).txt"))
    assert "그림.png: " in told


@pytest.fixture
def interrupted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that are opened; somebody presses something before the second."""
    whole, names, times = drafts.read_bytes, list[str](), [0]

    def one(name: str, *given: Any) -> Any:
        if name == "나.txt" and not times[0]:
            times[0] += 1
            raise StopException
        names.append(name)
        return whole(name, *given)

    monkeypatch.setattr(drafts, "read_bytes", one)
    return names


FILES = [(f"{name}.txt", f"{name} {TEXT}".encode(), "text/plain") for name in ("가", "나", "다")]


def named(page: AppTest) -> list[str]:
    return [one.upload.name for one in page.session_state[Key.UPLOAD_FILES].files]


def test_a_drop_whose_opening_is_interrupted_is_gone_on_with(page: AppTest, interrupted: list[str]) -> None:
    page.file_uploader[0].set_value(FILES).run()
    page.run()
    assert named(page) == ["가.txt", "나.txt", "다.txt"]
    assert interrupted == ["가.txt", "나.txt", "다.txt"], "none is opened twice"


def test_opening_can_be_stopped_and_what_was_opened_stays(page: AppTest, interrupted: list[str]) -> None:
    page.file_uploader[0].set_value(FILES).run()
    press(page, "stop")
    assert named(page) == ["가.txt"]
    (said,) = [one.value for one in page.info if "다.txt" in one.value]
    assert "나.txt" in said
    assert "가.txt" not in said
    page.file_uploader[0].set_value(FILES[2:]).run()
    assert named(page) == ["가.txt", "다.txt"]
    assert not page.info


def test_a_link_is_fetched_only_when_asked_and_kept_when_it_fails(page: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def refuse(url: str, _: object) -> object:
        asked.append(url)
        raise InputError("127.0.0.1 is a machine of a private network")

    monkeypatch.setattr(piles.fetch, "fetched", refuse)
    page.text_input(key=Key.UPLOAD_LINK).input("http://127.0.0.1/x").run()
    assert asked == []
    press(page, "fetch")
    assert asked == ["http://127.0.0.1/x"]
    assert shown(page, "not_fetched")
    assert page.text_input(key=Key.UPLOAD_LINK).value == "http://127.0.0.1/x"
    article = f"<html><body><article><h1>제목</h1><p>{TEXT}</p></article></body></html>".encode()
    monkeypatch.setattr(piles.fetch, "fetched", lambda url, _: Fetched("https://paper.example/1", article))
    press(page, "fetch")
    assert any("https://paper.example/1" in one.value for one in page.text)


def test_all_documents_behind_a_link_come_and_its_columns_are_asked_for(page: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    table = f"본문,제목,일자\n{TEXT},오찬,2025-02-05\n{TEXT},만찬,2025-02-06\n,빈 글,2025-02-05\n".encode()
    monkeypatch.setattr(piles.fetch, "fetched", lambda url, _: Fetched(url, table, "표.csv"))
    page.text_input(key=Key.UPLOAD_LINK).input("https://paper.example/표.csv").run()
    press(page, "fetch")
    assert not page.exception
    pile = page.session_state[Key.UPLOAD_FILES]
    assert [one.document.source for one in pile.drafts] == ["https://paper.example/표.csv:2", "https://paper.example/표.csv:3"]
    assert [(one.source, one.line) for one in pile.problems] == [("https://paper.example/표.csv", 4)]


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


def test_each_undated_document_gets_a_date_and_outlet_of_its_own(page: AppTest, read: list[tuple[Any, ...]]) -> None:
    files = [(f"{name}.txt", f"{name} {TEXT}".encode(), "text/plain") for name in ("가", "나", "20250206")]
    page.file_uploader[0].set_value(files).run()
    page.checkbox(key=Key.UPLOAD_PRINTED).check().run()
    press(page, "read")
    assert [one.value for one in page.error] == [word("need_published", "ko", n=2)], "the third is settled by the tick"
    first, second, _ = (one.place for one in page.session_state[Key.UPLOAD_FILES].drafts)
    said = {first: (date(2025, 2, 5), "한빛일보"), second: (date(2025, 3, 5), None)}
    page.session_state[Key.UPLOAD_EACH] = (None, {}, said)
    page.run()
    press(page, "read")
    assert not page.error
    assert [(one.published, one.outlet) for one in read[0]] == [
        (date(2025, 2, 5), "한빛일보"), (date(2025, 3, 5), None), (date(2025, 2, 6), None),
    ]  # fmt: skip
    assert [(one.published_from, one.outlet_from) for one in read[0]] == [("said", "said"), ("said", None), ("name", None)]


def test_a_printed_date_is_not_told_to_be_missing_before_there_is_anything_to_look_into(page: AppTest) -> None:
    assert page.checkbox(key=Key.UPLOAD_PRINTED).label == word("upload_printed_any", "ko")
    assert page.checkbox(key=Key.UPLOAD_PRINTED).disabled
    page.file_uploader[0].set_value([("가.txt", TEXT.encode(), "text/plain")]).run()
    assert page.checkbox(key=Key.UPLOAD_PRINTED).label.endswith(word("upload_printed_none", "ko"))


@pytest.mark.parametrize(
    ("read", "taken", "said"), [("", 200, 100), ("300_000_000", 200, 209), ("7_900_000", 200, 7), ("much", 200, 100), ("", 10, 10)]
)
def test_the_limit_that_is_told_is_the_lower_of_what_is_taken_and_what_is_read(
    monkeypatch: pytest.MonkeyPatch, read: str, taken: int, said: int
) -> None:
    monkeypatch.setenv("HOEDONG_MAX_FILE_BYTES", read)
    monkeypatch.setattr(st, "get_option", {"server.maxUploadSize": taken}.__getitem__)
    assert piles.largest() == said
