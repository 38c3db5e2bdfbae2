"""Names in jamo (NFD), as a Mac and some programs write them, are the names they are in syllables (NFC)."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from unicodedata import normalize

import pytest

from graphing.articles import Settings, read_bytes, read_documents
from graphing.cli import _columns
from graphing.model import Document
from graphing.view import drafts
from making import packed

TEXT = "도하늘 가람전자 회장이 4일 서울에서 민여울 나루은행장을 만났다."
DAY = date(2025, 2, 5)
FORMS = [("NFC", "NFC"), ("NFC", "NFD"), ("NFD", "NFC"), ("NFD", "NFD")]
SAID = '{"published": "2025-02-05"}'


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_headers_and_names_of_fields(form: str) -> None:
    headers = normalize(form, "일자,언론사,제목,본문")
    (row,) = read_bytes("표.csv", f"{headers}\n20250205,한빛일보,손잡는다,{TEXT}\n".encode())
    record = {normalize(form, "본문"): TEXT, normalize(form, "일자"): "20250205"}
    (told,) = read_bytes("줄.jsonl", json.dumps(record).encode())
    for one in (row, told):
        assert isinstance(one, Document)
        assert one.published == DAY


@pytest.mark.parametrize(("form", "other"), FORMS)
def test_what_is_said_of_columns(form: str, other: str) -> None:
    wanted = _columns(normalize(form, "text=글월,published=실린날"))
    (row,) = read_bytes("표.csv", f"{normalize(other, '글월,실린날')}\n{TEXT},20250205\n".encode(), Settings(wanted=wanted))
    assert isinstance(row, Document)
    assert row.published == DAY


@pytest.mark.parametrize(("form", "other"), FORMS)
def test_particulars_beside_a_file(form: str, other: str, tmp_path: Path) -> None:
    text, beside = normalize(form, "면.txt"), normalize(other, "면.json")
    (tmp_path / text).write_text(TEXT, encoding="utf-8")
    (tmp_path / beside).write_text(SAID, encoding="utf-8")
    (on_disk,) = read_documents([tmp_path / text])
    (in_archive,) = read_bytes("묶음.zip", packed({text: TEXT, beside: SAID}))
    for one in (on_disk, in_archive):
        assert isinstance(one, Document)
        assert one.published == DAY
    pile = drafts.pile([drafts.Upload(text, TEXT.encode()), drafts.Upload(beside, SAID.encode())])
    assert pile.problems == ()
    assert [one.document.published for one in pile.drafts] == [DAY]
