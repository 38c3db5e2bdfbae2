"""Columns of tables that somebody names beside what the reader knows: a sheet that lacks them spoils no other, and no row is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from graphing.articles import Problem, Settings, read_bytes
from graphing.articles.readers import Limits, Note, PassedTable, UnknownTable
from graphing.articles.readers.tables import SaidTable
from graphing.model import Document
from making import workbook

SETTINGS = Settings(notes=True, wanted={"published": "일자"})
TEXT = "도하늘 가람전자 회장이 4일 서울에서 민여울 나루은행장을 만나 공동 투자를 논의했다."
NUMBERS = [["일자", "건수"], ["20250204", "3"]]


def test_a_sheet_of_numbers_beside_the_articles_spoils_them_not() -> None:
    data = workbook(통계=NUMBERS, 기사=[["제목", "본문", "일자"], ["머리", "본문이다.", "20250204"]])
    found = [one for one in read_bytes("둘.xlsx", data, SETTINGS) if isinstance(one, Document)]
    assert [(one.title, one.published) for one in found] == [("머리", date(2025, 2, 4))]
    (alone,) = read_bytes("하나.xlsx", workbook(통계=NUMBERS), SETTINGS)
    assert isinstance(alone, Problem)
    assert "no column was given for the text" in alone.message


ODD = {"3월": [["게재", "전문"], ["2025.3.4", TEXT]], "4월": [["실린날", "내용물"], ["25.4.2", TEXT]]}


def test_all_sheets_of_texts_are_asked_about_and_none_is_passed_over_in_silence() -> None:
    data = workbook(**ODD, 통계=NUMBERS, 안내=[["이 파일은 스크랩을 모은 것으로 두 시트에 나누어 두었다. 다른 곳에 옮기지 말 것."], ["끝"]])
    asked = [one for one in read_bytes("둘.xlsx", data) if isinstance(one, UnknownTable)]
    assert [(one.source, one.headers) for one in asked] == [("둘.xlsx/3월", ("게재", "전문")), ("둘.xlsx/4월", ("실린날", "내용물"))]
    half = Settings(columns={("게재", "전문"): {"text": "전문"}}, notes=True)
    found = list(read_bytes("둘.xlsx", data, half))
    assert [(one.source, one.headers, one.sample) for one in found if isinstance(one, PassedTable)] == [
        ("둘.xlsx/4월", ("실린날", "내용물"), (("25.4.2", TEXT),))
    ]
    assert [one.text for one in found if isinstance(one, Document)] == [TEXT]
    assert not [one for one in found if isinstance(one, Problem) and not isinstance(one, Note)]
    whole = replace(half, columns={**half.columns, ("실린날", "내용물"): {"text": "내용물"}})
    assert [one.source for one in read_bytes("둘.xlsx", data, whole) if isinstance(one, Document)] == ["둘.xlsx/3월:2", "둘.xlsx/4월:2"]


def test_what_is_said_of_a_table_too_long_is_kept() -> None:
    few = replace(SETTINGS, wanted={"text": "내용문"}, limits=Limits(documents=1))
    found = list(read_bytes("a.csv", "제목,내용문\n하나,글이다.\n둘,글이다.\n".encode(), few))
    assert any(isinstance(one, Problem) and "HOEDONG_MAX_DOCUMENTS" in one.message for one in found)
    assert any(isinstance(one, SaidTable) for one in found)
