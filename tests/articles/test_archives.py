"""Archives: one bad file among a hundred is named and the others are in; no archive takes the machine down."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest

from graphing.articles import Problem, Settings, read_bytes
from graphing.articles.readers import Limits
from graphing.model import Document
from making import hangul_xml, packed

BODY = "도하늘 가람전자 회장이 4일 서울에서 민여울 나루은행장을 만났다."


def split(data: bytes, limits: Limits | None = None) -> tuple[list[Document], list[Problem]]:
    found = list(read_bytes("묶음.zip", data, Settings(limits or Limits())))
    return [one for one in found if isinstance(one, Document)], [one for one in found if isinstance(one, Problem)]


def test_one_bad_file_in_a_hundred_is_named_and_the_others_are_in() -> None:
    files: dict[str, bytes | str] = {f"{number:02}.txt": f"{number} {BODY}" for number in range(99)}
    files["나쁨.hwpx"] = hangul_xml([[BODY]])[:-200]
    documents, problems = split(packed(files))
    assert [one.text for one in documents] == [f"{number} {BODY}" for number in range(99)]
    assert [one.source for one in problems] == ["묶음.zip/나쁨.hwpx"]


def test_a_sidecar_tells_of_the_file_beside_it_and_litter_is_passed_over() -> None:
    files = {"글/가.txt": BODY, "글/가.json": '{"published": "2025-02-05"}', "__MACOSX/글/._가.txt": b"\0\1", "글/그림.png": b"\x89"}
    documents, problems = split(packed(files))
    assert [(one.source, one.published) for one in documents] == [("묶음.zip/글/가.txt", date(2025, 2, 5))]
    assert [one.source for one in problems] == ["묶음.zip/글/그림.png"]


def test_a_json_that_tells_of_no_other_file_is_named() -> None:
    documents, problems = split(packed({"가.txt": BODY, "글/가.json": "{}", "나.JSON": "{}"}))
    assert [one.source for one in documents] == ["묶음.zip/가.txt"]
    assert [one.source for one in problems] == ["묶음.zip/글/가.json", "묶음.zip/나.JSON"]


def test_a_page_that_is_called_a_document_is_read_in_an_archive_as_alone() -> None:
    page = "<!doctype html><html><body><p>고은찬 회장이 민도영 사장을 만났다.</p></body></html>".encode()
    found, problems = split(packed({"쪽.doc": page, "그림.png": b"\x89PNG"}))
    assert ["만났다" in one.text for one in found] == [True]
    assert [one.source for one in problems if ".png" in one.source] == ["묶음.zip/그림.png"]


def test_names_of_korean_windows_are_read() -> None:
    data = packed({"XXXX.txt": BODY}).replace(b"XXXX", "기사".encode("cp949"))
    assert [one.source for one in split(data)[0]] == ["묶음.zip/기사.txt"]


def test_an_archive_in_an_archive_is_read_but_not_without_end() -> None:
    inner = packed({"가.txt": BODY})
    assert [one.source for one in split(packed({"안.zip": inner}))[0]] == ["묶음.zip/안.zip/가.txt"]
    deep = packed({"안.zip": packed({"더안.zip": inner})})
    (problem,) = split(deep)[1]
    assert "HOEDONG_MAX_ZIP_DEPTH" in problem.message
    assert split(deep, Limits(zip_depth=3))[1] == []


def test_a_bomb_is_refused_and_the_rest_is_read() -> None:
    documents, problems = split(packed({"폭탄.txt": b"0" * 20_000_000, "가.txt": BODY}))
    assert [one.text for one in documents] == [BODY]
    assert ["HOEDONG_MAX_ZIP_RATIO" in one.message for one in problems] == [True]
    bomb = packed({"word/document.xml": b"0" * 20_000_000})
    (problem,) = read_bytes("폭탄.docx", bomb)
    assert isinstance(problem, Problem)
    assert "HOEDONG_MAX_ZIP_RATIO" in problem.message


def test_a_size_that_is_a_lie_does_not_help() -> None:
    data = bytearray(packed({"가.txt": b"0" * 3_000_000}))
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        place = opened.start_dir
    data[place + 24 : place + 28] = (100).to_bytes(4, "little")
    documents, problems = split(bytes(data), Limits(file_bytes=2_000_000))
    assert documents == []
    assert len(problems) == 1


@pytest.mark.parametrize(
    ("limits", "told"),
    [(Limits(zip_files=2), "HOEDONG_MAX_ZIP_FILES"), (Limits(zip_bytes=50), "HOEDONG_MAX_ZIP_BYTES")],
)
def test_more_than_the_limits_is_told_with_the_setting(limits: Limits, told: str) -> None:
    documents, problems = split(packed({f"{number}.txt": BODY for number in range(3)}), limits)
    assert documents == []
    assert [told in one.message for one in problems] == [True]


def test_what_is_encrypted_is_told() -> None:
    data = bytearray(packed({"가.txt": BODY}, zipfile.ZIP_STORED))
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        place = opened.start_dir
    data[6] |= 1
    data[place + 8] |= 1
    assert ["without a password" in one.message for one in split(bytes(data))[1]] == [True]
