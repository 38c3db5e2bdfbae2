"""Every format becomes the text that was put into it: files made by other tools than those that read them."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from collections.abc import Callable
from datetime import date

import pytest

from graphing.articles import Problem, Settings, read_bytes
from graphing.articles.readers import ENDINGS, READERS, Limits, Note, UnknownTable, limits_of
from graphing.articles.readers.days import day_of
from graphing.errors import InputError
from graphing.model import Document
from making import (
    bigkinds,
    binary_workbook,
    hangul,
    hangul_xml,
    letter,
    old_workbook,
    open_document,
    open_workbook,
    packed,
    rich,
    short_cells,
    snapshot,
    word,
    workbook,
)

HEAD = "가람전자·나루은행 손잡는다"
BODY = "도하늘 가람전자 회장이 4일 서울에서 민여울 나루은행장을 만났다."
DAY = date(2025, 2, 5)


def read(name: str, data: bytes, settings: Settings | None = None) -> list[Document]:
    found = list(read_bytes(name, data, settings))
    assert all(isinstance(one, Document) for one in found), found
    return [one for one in found if isinstance(one, Document)]


def problem(name: str, data: bytes, settings: Settings | None = None) -> Problem:
    (found,) = read_bytes(name, data, settings)
    assert isinstance(found, Problem), found
    return found


def test_every_ending_has_a_reader() -> None:
    wanted = [".txt", ".md", ".html", ".mhtml", ".pdf", ".docx", ".odt", ".rtf", ".hwp", ".hwpx", ".xlsx", ".csv", ".jsonl", ".zip", ".eml"]
    assert set(wanted) <= set(ENDINGS) == set(READERS)


def test_markdown_says_in_front_of_its_text_when_and_where_it_appeared() -> None:
    front = "---\ntitle: 회동\ndate: 2025-02-05\nsource: '한빛일보'\nauthor: 김누리\ntags: [a, b]\n---\n"
    (found,) = read("면.md", f"{front}# {HEAD}\n\n{BODY}\n\n- [딴 회장, 딴 나라 총리와 회동](http://x.example/1)\n".encode())
    assert found == Document("면.md", f"{HEAD}\n\n{BODY}\n", DAY, HEAD, "한빛일보", author="김누리")
    (found,) = read("면.md", f"{front}{BODY}\n".replace("2025-02-05", "어제").encode())
    assert (found.title, found.published, found.text) == ("회동", None, f"{BODY}\n")
    (found,) = read("면.md", "- [나도윤](http://x.example/1)\n".encode())
    assert found.text == "- 나도윤\n"


def test_markdown_loses_its_marks() -> None:
    head = f"---\ntags: [a]\n---\n# {HEAD}\n\n"
    marked = f"{head}> **도하늘** [가람전자](https://a.example/x_(y)) 회장이 _4일_ ![사진](b.png) 만났다.\n\n***\n\n- 하나\n"
    (found,) = read("면.md", marked.encode())
    assert found.text == f"{HEAD}\n\n도하늘 가람전자 회장이 4일 사진 만났다.\n\n- 하나\n"
    assert found.title == HEAD


@pytest.mark.parametrize("words", ["2*3*4는 24다.", "a_b_c 값", "별표 * 하나", "[대괄호] 뒤 (괄호)"])
def test_what_is_no_mark_stays(words: str) -> None:
    assert read("면.md", words.encode())[0].text == words + "\n"


def test_a_word_document_gives_paragraphs_and_tables_in_order() -> None:
    (found,) = read("글.docx", word([HEAD, BODY], [["이름", "직함"], ["도하늘", "회장"]]))
    assert found.text == f"{HEAD}\n\n{BODY}\n\n이름  직함\n\n도하늘  회장\n"


@pytest.mark.parametrize("way", ["unicode", "bytes", "western", "raw"])
def test_rich_text_gives_its_paragraphs_however_korean_is_written(way: str) -> None:
    (found,) = read("글.rtf", rich([HEAD, BODY, "{A} \\ 끝".replace("{", "(").replace("}", ")").replace("\\", "/")], way))
    assert found.text == f"{HEAD}\n\n{BODY}\n\n(A) / 끝\n"


def test_a_letter_whose_bytes_a_line_parts_and_a_table_in_rich_text() -> None:
    data = rich([BODY], "bytes").replace(b"\\'b9\\'ce", b"\\'b9\r\n\\'ce").replace(b"\\par}", b"\\par A\\cell B\\cell\\row}")
    assert b"\r\n\\'ce" in data
    (found,) = read("글.rtf", data)
    assert found.text == f"{BODY}\n\nA\tB\n"


def test_an_open_document_gives_paragraphs_and_tables_in_order_without_remarks() -> None:
    (found,) = read("글.odt", open_document([HEAD, BODY], [["이름", "직함"], ["도하늘", "회장"]], HEAD))
    assert (found.text, found.title) == (f"{HEAD}\n\n{BODY}\n\n이름  직함\n\n도하늘  회장\n", HEAD)
    assert read("글.odt", open_document([BODY], title="제목 없음"))[0].title is None


@pytest.mark.parametrize("charset", ["utf-8", "euc-kr"])
def test_a_page_saved_as_one_file_is_read_as_a_page(charset: str) -> None:
    html = f"<html><head><title>{HEAD}</title></head><body><article><h1>{HEAD}</h1><p>{BODY}</p><p>{BODY * 3}</p></article></body></html>"
    (found,) = read("글.mhtml", snapshot(html, "https://paper.example/1", charset))
    assert (found.title, found.url) == (HEAD, "https://paper.example/1")
    assert BODY in found.text


def test_what_to_do_with_a_file_in_an_archive_or_an_email_is_told_too() -> None:
    first, second = read_bytes("묶음.zip", packed({"옛.doc": "\xd0", "글.txt": BODY}))
    assert str(first).startswith("묶음.zip/옛.doc: is a .doc file, which cannot be read; open it")
    assert str(first).endswith("save it as .docx")
    assert isinstance(second, Document)
    _, told = read_bytes("편지.eml", letter("회동", BODY, "Wed, 5 Feb 2025 09:00:00 +0900", ("발표.pptx", b"PK")))
    assert str(told).startswith("편지.eml/발표.pptx: is a .pptx file, which cannot be read")


def test_a_hangul_document_without_all_its_parts_is_read_without_a_word_on_standard_error() -> None:
    script = "import sys; from graphing.articles import read_bytes; print(*read_bytes('글.hwpx', sys.stdin.buffer.read()))"
    with zipfile.ZipFile(io.BytesIO(hangul_xml([[BODY]]))) as whole:
        bare = packed({name: whole.read(name) for name in whole.namelist() if not name.startswith("META-INF")})
    done = subprocess.run([sys.executable, "-c", script], input=bare, capture_output=True, check=True)
    assert BODY in done.stdout.decode()
    assert done.stderr == b""


def test_a_hangul_document_of_either_kind() -> None:
    assert read("글.hwpx", hangul_xml([[HEAD, BODY], ["둘째 구역 & 끝"]]))[0].text == f"{HEAD}\n\n{BODY}\n\n둘째 구역 & 끝\n"
    assert read("글.hwp", hangul([HEAD, BODY]))[0].text == f"{HEAD}\n\n{BODY}\n"
    assert read("글.hwp", hangul([HEAD, BODY], flags=0))[0].text == f"{HEAD}\n\n{BODY}\n"
    # A .hwpx that somebody named .hwp.
    assert read("글.hwp", hangul_xml([[BODY]]))[0].text == f"{BODY}\n"


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.docx", b"PK\x03\x04 broken", "damaged"),
        ("a.docx", packed({"x": "y"}), "cannot be opened as a Word document"),
        ("a.docx", b"\xd0\xcf\x11\xe0 old", "old .doc"),
        ("a.docx", word([" "]), "no text"),
        ("a.hwp", b"HWP Document File V3.00 \x1a\1\2\3\4\5", "Hangul 3"),
        ("a.hwp", b"<html></html>", "not a Hangul document"),
        ("a.hwp", hangul([BODY], flags=3), "password"),
        ("a.hwp", b"\xd0\xcf\x11\xe0" + b"\0" * 600, "no text can be extracted"),
        ("a.hwpx", packed({"mimetype": "application/hwp+zip"}), "no text can be extracted"),
        ("a.xlsx", b"\x00\x01", "cannot be opened as a workbook"),
        ("a.xlsx", workbook(sheet=[]), "empty table"),
        ("a.csv", b"", "empty table"),
        ("a.csv", "일자,본문\n".encode(), "nothing to read"),
        ("a.jsonl", b"", "nothing to read"),
        ("a.jsonl", b"\xef\xbb\xbf\n \n", "nothing to read"),
        ("a.zip", packed({}), "nothing to read"),
        ("a.zip", packed({"__MACOSX/._a.txt": "x"}), "nothing to read"),
        ("a.html", "도하늘 회장".encode(), "no HTML"),
        ("a.html", b"<html><body></body></html>", "no article text"),
        ("a.eml", b"just words", "not an e-mail"),
        ("a.pdf", b"%PDF-1.7 broken", "cannot be opened as a PDF"),
        ("a.zip", b"PK broken", "cannot be opened as a zip archive"),
        ("a.xyz", b"\x89PNG", "expected one of .txt"),
        ("a", b"\x89PNG", "expected one of .txt"),
        ("a.png", b"\x89PNG", "run text recognition (OCR)"),
        ("a.doc", b"\xd0\xcf\x11\xe0 old", "save it as .docx"),
        ("a.PPTX", packed({"ppt/presentation.xml": ""}), "save it as .pdf"),
        ("a.msg", b"\xd0\xcf\x11\xe0 old", "save it as .eml"),
        ("a.hml", b"<HWPML/>", "save it as .hwpx"),
        ("a.7z", b"7z\xbc\xaf", "repack it as .zip"),
        ("a.json", b"[]", ".jsonl file, one object per line"),
        ("a.rtf", b"just words", "not rich text"),
        ("a.rtf", rich([" "]), "no text"),
        ("a.odt", packed({"x": "y"}), "cannot be opened as a text document"),
        ("a.odt", packed({"content.xml": "<"}), "cannot be opened as a text document"),
        ("a.odt", b"PK broken", "damaged"),
        ("a.odt", open_document([BODY], manifest="<encryption-data/>"), "password"),
        ("a.odt", open_document([" "]), "no text"),
        ("a.mhtml", b"just words", "no HTML"),
    ],
)
def test_a_bad_file_is_named_with_what_to_do(name: str, data: bytes, told: str) -> None:
    found = problem(name, data)
    assert found.source == name
    assert told in found.message


def test_a_bigkinds_export_is_known_by_its_headers() -> None:
    rows = ("20250205", "한빛일보", HEAD, BODY, "https://paper.example/1"), ("20250206", "누리신문", "", BODY, "")
    first, second = read("BigKinds.xlsx", bigkinds(*rows))
    assert first == Document("BigKinds.xlsx:2", f"{HEAD}\n\n{BODY}", DAY, HEAD, "한빛일보", "https://paper.example/1")
    assert second == Document("BigKinds.xlsx:3", BODY, date(2025, 2, 6), None, "누리신문", None)
    assert (first.published_from, first.outlet_from) == ("table", "table")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949", "utf-16"])
@pytest.mark.parametrize("cut", [",", ";", "\t"])
def test_a_text_table_in_any_encoding_and_cut(encoding: str, cut: str) -> None:
    rows = [["기사 제목", "발행일", "본문"], [HEAD, "2025. 2. 5.", f'"{BODY}\n""끝"""']]
    text = "\r\n".join(cut.join(row) for row in rows)
    (found,) = read("표.csv", text.encode(encoding))
    assert (found.title, found.published, found.text) == (HEAD, DAY, f'{HEAD}\n\n{BODY}\n"끝"')


DAYS = ("25.02.05", "25/2/5", "'25-02-05", "25년 2월 5일", "Feb 5, 2025", "February 5th 2025", "5 February 2025", "05-Feb-25",
        "Wed, 05 Feb 2025 09:00:00 +0900", "45693", 45693, "2025-02-05T09:00:00Z", "2025. 2. 5.", "2025년 2월 5일(수)")  # fmt: skip
NO_DAYS = ("2월 5일", "2025-02", "2025-13-01", "미상", "-", "", "02/05/2025", "25.13.01", "5.2", "Feb 2025", "30 Feb 2025", "123456")


def test_a_day_whose_month_could_be_its_day_is_told_by_the_other_number() -> None:
    assert day_of("08/18/2025") == day_of("18/08/2025") == date(2025, 8, 18)
    assert day_of("16-Aug-99") == date(1999, 8, 16)
    assert day_of("08/09/2025") is None


COLUMN_DAYS = (
    (("2/5/2025", "2/15/2025", "3/4/2025"), ((2025, 2, 5), (2025, 2, 15), (2025, 3, 4))),
    (("05.02.2025", "15.02.2025", ""), ((2025, 2, 5), (2025, 2, 15), None)),
    (("2/5/2025", "3/4/2025", "5/5/2025"), (None, None, (2025, 5, 5))),
    # Two who wrote into one column: nobody can tell.
    (("2/5/2025", "2/15/2025", "15/2/2025"), (None, (2025, 2, 15), (2025, 2, 15))),
)


@pytest.mark.parametrize(("said", "days"), COLUMN_DAYS)
def test_which_number_is_the_month_is_told_by_the_other_rows_of_the_column(
    said: tuple[str, ...], days: tuple[tuple[int, int, int] | None, ...]
) -> None:
    rows = "".join(f"{one},{BODY} {number}\n" for number, one in enumerate(said))
    found = [one for one in read_bytes("표.csv", f"일자,본문\n{rows}".encode()) if isinstance(one, Document)]
    assert [one.published for one in found] == [day and date(*day) for day in days]


def test_a_row_whose_date_tells_no_day_is_taken_undated_and_named() -> None:
    rows = "".join(f"{said},{BODY}\n" for said in ("2월 5일", "-", "미상", "", "2025-02-05"))
    found = list(read_bytes("표.csv", f"일자,본문\n{rows}".encode()))
    assert [one.published for one in found if isinstance(one, Document)] == [None, None, None, None, DAY]
    (note,) = (one for one in found if isinstance(one, Problem))
    assert (type(note), note.source, note.line) == (Note, "표.csv", 2)
    assert "'2월 5일'" in note.message
    (_, note, *_) = read_bytes("표.xlsx", workbook(표=[["일자", "본문"], [20250230, BODY]]))
    assert "'20250230' is not a clear date" in str(note)


def test_of_many_rows_whose_date_tells_no_day_the_first_are_named_and_the_rest_is_counted() -> None:
    rows = "".join(f"2월 5일,{BODY}\n" for _ in range(1_025))
    found = [one for one in read_bytes("표.csv", f"일자,본문\n{rows}".encode()) if isinstance(one, Note)]
    assert [one.line for one in found] == [*range(2, 22), None]
    assert "1,005 more rows" in found[-1].message


@pytest.mark.parametrize(
    "headers",
    [
        "date,press,title,content",
        "등록일,신문,제목,기사본문",
        "보도일자,보도매체,기사제목,요약",
        "게재일,출처,헤드라인,전문",
        "일시,언론,제목,본문내용",
        "pubDate,source,title,description",
        "입력일,매체명,제목,내용",
    ],
)
def test_columns_are_known_by_many_names(headers: str) -> None:
    (found,) = read("표.csv", f"{headers},기자명\n2025-02-05,한빛일보,{HEAD},{BODY},김누리 기자 nuri@paper.example\n".encode())
    assert found == Document("표.csv:2", f"{HEAD}\n\n{BODY}", DAY, HEAD, "한빛일보", author="김누리 기자")


def test_a_summary_is_the_text_only_where_there_is_no_other() -> None:
    (found,) = read("표.csv", f"요약,일자,본문\n짧다,2025-02-05,{BODY}\n".encode())
    assert found.text == BODY


def test_the_column_with_the_longest_texts_is_proposed() -> None:
    (unknown,) = read_bytes("표.csv", f"작성,채널,글\n2025-02-05,한빛TV,{BODY}\n".encode())
    assert isinstance(unknown, Problem)
    assert "text=글" in unknown.message


def test_rows_that_bigkinds_leaves_out_are_left_out_and_counted() -> None:
    rows = "".join(f"2025-02-05,{BODY},{mark}\n" for mark in ("", "중복", "예외", '"예외, 중복"'))
    first, note = read_bytes("표.csv", f"일자,본문,분석제외 여부\n{rows}".encode())
    assert isinstance(first, Document)
    assert isinstance(note, Note)
    assert "3 rows" in note.message


def test_that_bigkinds_exports_only_how_texts_begin_is_told_to_who_asks() -> None:
    cut = (BODY * 9)[:200]
    data = bigkinds(("20250205", "한빛일보", HEAD, cut, ""), ("20250206", "누리신문", "", BODY, ""))
    told = [one.message for one in read_bytes("BigKinds.xlsx", data, Settings(notes=True)) if isinstance(one, Note)]
    assert sum("only the first 200 characters of each text" in one for one in told) == 1
    whole = bigkinds(("20250205", "한빛일보", HEAD, BODY * 9, ""))
    assert not any("only the first" in str(one) for one in read_bytes("BigKinds.xlsx", whole, Settings(notes=True)))


def test_a_workbook_with_a_password_is_told_to_have_one() -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 1_500 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 500
    assert "password-protected" in problem("표.xlsx", data).message


@pytest.mark.parametrize("cell", [DAY, 20250205, "2025-02-05", "2025.2.5", "2025년 2월 5일", "2025/02/05 09:00", "20250205090000", *DAYS])
def test_a_day_in_any_writing(cell: object) -> None:
    (found,) = read("표.xlsx", workbook(기사=[["일자", "본문"], [cell, BODY]]))
    assert found.published == DAY


@pytest.mark.parametrize("cell", [float("inf"), float("nan"), 12.5, "20251345", "20250205000", "어제", *NO_DAYS])
def test_what_is_no_day(cell: object) -> None:
    assert day_of(cell) is None


@pytest.mark.parametrize(
    ("name", "made"), [("표.xlsx", workbook), ("표.xlsb", binary_workbook), ("표.xls", old_workbook), ("표.ods", open_workbook)]
)
def test_a_workbook_of_any_kind(name: str, made: Callable[..., bytes]) -> None:
    rows: list[list[object]] = [["검색 결과"], [], ["매체", "등록일", "제목", "내용"], ["A&B <일보>", DAY, HEAD, BODY]]
    rows += [["", "", "", ""], ["", 20250205, "", BODY * 400], ["", "2025.2.5", "", ""]]
    first, second, empty = read_bytes(name, made(안내=[["이 파일은"], ["안내다"]], 기사=rows))
    assert first == Document(f"{name}:4", f"{HEAD}\n\n{BODY}", DAY, HEAD, "A&B <일보>", published_from="table", outlet_from="table")
    assert second == Document(f"{name}:6", BODY * 400, DAY, published_from="table")
    assert isinstance(empty, Problem)
    assert (empty.line, "nothing in its text column" in empty.message) == (7, True)


def test_cells_that_the_reader_would_pass_over_are_told() -> None:
    data = short_cells(["본문", "일자"], [BODY, "2025-02-05"])
    assert "save it again as .xlsx" in problem("표.xlsb", data).message


def test_a_workbook_with_macros_is_read_by_its_name() -> None:
    (found,) = read("표.xlsm", workbook(기사=[["일자", "본문"], [DAY, BODY]]), Settings(notes=True))
    assert (found.source, found.published) == ("표.xlsm:2", DAY)


def test_a_title_row_and_another_sheet_are_passed_over() -> None:
    rows: list[list[object]] = [["2025년 검색 결과"], [], ["일자", "본문"], ["2025-02-05", BODY], [], ["2025-02-06", BODY]]
    sheets = {"안내": [["이 파일은"], ["안내다"]], "기사": rows}
    assert [one.source for one in read("표.xlsx", workbook(**sheets))] == ["표.xlsx:4", "표.xlsx:6"]


def test_bad_rows_are_told_by_number_and_the_rest_is_read() -> None:
    data = workbook(기사=[["일자", "본문"], ["어제", BODY], ["2025-02-05", ""], ["", BODY]])
    undated, first, second, third = read_bytes("표.xlsx", data)
    assert undated == Document("표.xlsx:2", BODY)
    assert isinstance(first, Note)
    assert (first.line, "'어제'" in first.message) == (2, True)
    assert type(second) is Problem
    assert (second.line, "nothing in its text column" in second.message) == (3, True)
    assert third == Document("표.xlsx:4", BODY)


def test_columns_are_said_once_for_all_tables_with_these_headers() -> None:
    rows = [["가", "나", "다"], [BODY, "5/2/2025", "한빛일보"]]
    unknown = problem("표.xlsx", workbook(기사=rows))
    assert isinstance(unknown, UnknownTable)
    assert (unknown.headers, unknown.sample) == (("가", "나", "다"), ((BODY, "5/2/2025", "한빛일보"),))
    said = Settings(columns={("가", "나", "다"): {"text": "가", "outlet": "다"}})
    assert read("다른표.csv", "\n".join(",".join(row) for row in rows).encode("cp949"), said) == [
        Document("다른표.csv:2", BODY, None, None, "한빛일보")
    ]


@pytest.mark.parametrize("charset", ["utf-8", "euc-kr"])
@pytest.mark.parametrize("html", [False, True])
def test_an_email_is_dated_by_its_head(charset: str, html: bool) -> None:
    text = f"<html><body><article><p>{BODY}</p><p>{BODY * 4}</p></article></body></html>" if html else f"{BODY}\n\n{BODY}"
    (found,) = read("편지.eml", letter(HEAD, text, "Wed, 05 Feb 2025 23:30:00 +0900", html=html, charset=charset))
    assert found.text.startswith(f"{HEAD}\n\n{BODY}")
    assert (found.published, found.title, found.published_from) == (DAY, HEAD, "mail")


def test_what_hangs_on_an_email_is_read_in_place_of_a_covering_note() -> None:
    files = ("붙임.hwpx", hangul_xml([[BODY]])), ("그림.png", b"\x89")
    data = letter("보내 드립니다", "붙임을 보세요.", "Wed, 05 Feb 2025 09:00:00 +0900", *files)
    assert read("편지.eml", data) == [Document("편지.eml/붙임.hwpx", f"{BODY}\n", DAY)]


def test_limits_are_settings_and_named_when_passed() -> None:
    few = Settings(limits_of({"HOEDONG_MAX_FILE_BYTES": "1_000", "HOEDONG_MAX_TEXT_CHARACTERS": "50"}))
    assert "HOEDONG_MAX_FILE_BYTES" in problem("a.txt", b"a" * 1001, few).message
    assert "HOEDONG_MAX_TEXT_CHARACTERS" in problem("a.txt", b"a" * 51, few).message
    assert read("a.txt", b"a" * 50, few)
    rows = Settings(Limits(documents=2))
    assert "HOEDONG_MAX_DOCUMENTS" in str(list(read_bytes("a.csv", b"id,text\n" + b"1,a\n" * 3, rows))[-1])


@pytest.mark.parametrize("value", ["0", "-1", "viel", "1.5"])
def test_a_limit_that_is_no_number_is_told(value: str) -> None:
    with pytest.raises(InputError, match="HOEDONG_MAX_PAGES"):
        limits_of({"HOEDONG_MAX_PAGES": value})


def test_utf_16_without_a_mark_is_recognised() -> None:
    for encoding in ("utf-16-le", "utf-16-be"):
        assert read("글.txt", f"{HEAD}\n\n{BODY}\n".encode(encoding))[0].text == f"{HEAD}\n\n{BODY}\n"
