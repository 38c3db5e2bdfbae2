"""Columns of tables that somebody names beside what the reader knows: a sheet that lacks them spoils no other, and no row is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from graphing.articles import Problem, Settings, read_bytes
from graphing.articles.readers import Limits
from graphing.articles.readers.tables import SaidTable
from graphing.model import Document
from making import workbook

SETTINGS = Settings(notes=True, wanted={"published": "일자"})
NUMBERS = [["일자", "건수"], ["20250204", "3"]]


def test_a_sheet_of_numbers_beside_the_articles_spoils_them_not() -> None:
    data = workbook(통계=NUMBERS, 기사=[["제목", "본문", "일자"], ["머리", "본문이다.", "20250204"]])
    found = [one for one in read_bytes("둘.xlsx", data, SETTINGS) if isinstance(one, Document)]
    assert [(one.title, one.published) for one in found] == [("머리", date(2025, 2, 4))]
    (alone,) = read_bytes("하나.xlsx", workbook(통계=NUMBERS), SETTINGS)
    assert isinstance(alone, Problem)
    assert "no column is named as the text" in alone.message


def test_what_is_said_of_a_table_too_long_is_kept() -> None:
    few = replace(SETTINGS, wanted={"text": "내용문"}, limits=Limits(documents=1))
    found = list(read_bytes("a.csv", "제목,내용문\n하나,글이다.\n둘,글이다.\n".encode(), few))
    assert any(isinstance(one, Problem) and "HOEDONG_MAX_DOCUMENTS" in one.message for one in found)
    assert any(isinstance(one, SaidTable) for one in found)
