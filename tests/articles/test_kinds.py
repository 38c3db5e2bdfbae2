"""Files whose name says another kind than their content is: they are read as what they are, and that is told."""

from __future__ import annotations

import pytest

from graphing.articles import Problem, Settings, read_bytes
from graphing.articles.readers import Note
from graphing.model import Document
from making import bigkinds, hangul_xml, newspaper, packed, rich, word

TEXT = "도하늘 가람전자 회장이 4일 서울에서 민여울 나루은행장을 만났다."
PAGE = f"<!DOCTYPE html><html><body><article><p>{TEXT}</p><p>{TEXT * 3}</p></article></body></html>"


@pytest.mark.parametrize(
    ("ending", "data", "kind"),
    [
        (".txt", newspaper("손잡는다", TEXT), ".pdf"),
        (".csv", bigkinds(("20250205", "한빛일보", "제목", TEXT, "")), ".xlsx"),
        (".docx", bigkinds(("20250205", "한빛일보", "제목", TEXT, "")), ".xlsx"),
        (".hwp", word([TEXT]), ".docx"),
        (".md", hangul_xml([[TEXT]]), ".hwpx"),
        (".txt", packed({"가.txt": TEXT}), ".zip"),
        (".txt", f"\n{PAGE}".encode("utf-8-sig"), ".html"),
        (".md", PAGE.encode("cp949"), ".html"),
        (".doc", PAGE.encode(), ".html"),
        (".doc", rich([TEXT]), ".rtf"),
        (".doc", word([TEXT]), ".docx"),
        ("", newspaper("손잡는다", TEXT), ".pdf"),
        (".txt", rich([TEXT]), ".rtf"),
    ],
)
def test_a_file_is_read_as_what_it_is_and_says_so(ending: str, data: bytes, kind: str) -> None:
    found = list(read_bytes(f"면{ending}", data, Settings(notes=True)))
    documents = [one for one in found if isinstance(one, Document)]
    assert documents == list(read_bytes(f"면{ending}", data))
    assert "민여울" in documents[0].text
    assert "<" not in documents[0].text
    notes = [str(one) for one in found if isinstance(one, Note)]
    assert f"면{ending}: is a {kind} file, judging by its content, and was read as one" in notes


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("면.hwp", hangul_xml([[TEXT]])),  # one reader for both
        ("면.txt", b"PK and %PDF- begin no text alone"),
        ("면.txt", "<b>HTML</b>이라는 말로 시작하는 글".encode()),
        ("면.docx", word([TEXT])),
    ],
)
def test_what_its_name_says_is_not_told(name: str, data: bytes) -> None:
    (found,) = read_bytes(name, data, Settings(notes=True))
    assert isinstance(found, Document)


@pytest.mark.parametrize("ending", [".docx", ".txt", ".zip"])
def test_a_damaged_archive_is_a_problem_of_its_name(ending: str) -> None:
    (found,) = read_bytes(f"면{ending}", b"PK\x03\x04" + b"\0" * 90, Settings(notes=True))
    assert isinstance(found, Problem)
    assert not isinstance(found, Note)
