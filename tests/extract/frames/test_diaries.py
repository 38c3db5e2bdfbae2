"""Lines of a diary or a chronology, which have no verb: who meets whom, on which day, where, and who else comes."""

from __future__ import annotations

from datetime import date

import pytest

from graphing.articles import split_articles
from graphing.extract.frames.diaries import is_entry, is_line, is_schedule, place_in
from graphing.language import sentences
from graphing.model import Article, Document
from tests.extract.told import read, shown

FRIDAY = date(2024, 5, 24)
SCHEDULE = """[주간 경제 일정] 5월 27∼31일

◇27일(월)
- 민도영 산업부 장관, 고은찬 한국무역협회장 접견 (10:30, 서울청사)
- 최하람 금융위원장, 은행장 간담회 (12:00, 은행회관)
* 박누리 한빛은행장, 서가람 다온은행장 참석
- 한국은행, 5월 소비자동향조사

◇28일(화)
- 민도영 장관, 국무회의 참석(10:00, 세종청사)
- 최하람 위원장, 무디스 신용평가단 면담(15:00, 서울)
- 고은찬 회장, 최하람 위원장과 조찬(07:30, 롯데호텔)
"""
CHRONOLOGY = """한빛전자 경영권 분쟁 일지

▲2022년 11월 2일: 민도영 한빛전자 회장, 고은찬 다온증권 사장과 첫 회동
▲12월 9일: 한빛전자, 주주총회 개최
▲3월 3일: 민도영 회장·최하람 대표, 서울 모처에서 비공개 면담
▲2024년 1월 15일: 고은찬 사장, 지분 5% 취득 공시
▲3월 20일: 민도영 회장, 고은찬 사장과 협상
"""


def told(text: str, published: date = FRIDAY) -> list[str]:
    return [shown(meeting) for extraction in read(text, published) for meeting in extraction.meetings]


def article(text: str) -> Article:
    return next(iter(split_articles(Document("made up", text, FRIDAY))))


def test_a_schedule_plans_what_its_lines_name() -> None:
    assert told(SCHEDULE) == [
        "고은찬, 민도영 | planned | 2024-05-27 | 서울청사",
        "박누리, 서가람, 최하람 | planned | 2024-05-27 | 은행회관",
        "고은찬, 최하람 | planned | 2024-05-28 | 롯데호텔",
    ]


def test_a_line_that_says_who_else_comes_names_no_place() -> None:
    lines = (
        "[이번 주 경제 일정]\n\n◆ 27일(월)\n▲ 민도영 산업부 장관, 조선 3사 간담회(14:00, 거제 한마음호텔)\n"
        "   ※ 고은찬 남해조선 사장, 심우현 대륙중공업 대표, 한가온 거제해양조선 부회장 참석\n"
    )
    assert told(lines) == ["고은찬, 민도영, 심우현, 한가온 | planned | 2024-05-27 | 거제 한마음호텔"]


def test_what_a_schedule_lists_for_the_day_it_appeared_on_is_planned() -> None:
    lines = "[오늘의 경제일정] 5월 24일(금)\n\n◇경제\n15:00 민도영 경제부총리, 고은찬 주한 일본대사 면담(비공개)\n-한국은행, 통계 발표\n"
    assert told(lines) == ["고은찬, 민도영 | planned | 2024-05-24 | –"]


def test_a_diary_of_a_day_that_is_over_tells_what_was() -> None:
    lines = (
        "[동정] 5월 22일\n\n△민도영 한빛전자 회장 = 오전 10시 서울 본사에서 고은찬 다온증권 사장 접견\n"
        "△서가람 부총리 = 낮 12시 박누리 국회의장과 오찬\n"
    )
    assert told(lines) == [
        "고은찬, 민도영 | held | 2024-05-22 | 서울 본사",
        "박누리, 서가람 | held | 2024-05-22 | –",
    ]


def test_a_chronology_leaves_out_the_years_it_has_told() -> None:
    assert told(CHRONOLOGY) == [
        "고은찬, 민도영 | held | 2022-11-02 | –",
        "민도영, 최하람 | held | 2023-03-03 | 서울",
        "고은찬, 민도영 | held | 2024-03-20 | –",
    ]


@pytest.mark.parametrize("lines", [
    "◇승진 ▲민도영, 고은찬 상무 ▲최하람 전무",
    "▲ 민도영 회장, 고은찬 사장 선임",
    "▲ 민도영 장관, 고은찬 총재 세미나 축사",
    "▲ 민도영 장관, 전통시장 방문해 물가 점검\n▲ 고은찬 총재, 통화정책 간담회",
])
def test_who_stands_in_one_list_has_not_met(lines: str) -> None:
    assert told(f"[이번 주 일정]\n\n{lines}\n") == []


def test_a_line_is_told_from_a_sentence_and_from_a_name_of_a_list() -> None:
    text = (
        "[이번 주 일정]\n\n▲ 민도영 장관, 고은찬 대사 면담(16:30, 정부청사)\n▲고은찬 누리은행장\n"
        "▲ 민도영 장관은 고은찬 대사를 만난다.\n민도영 장관, 고은찬 대사 면담\n"
    )
    made = article(text)
    read_as = {text[one.start : one.end].strip(): (is_line(text, one), is_entry(text, one)) for one in sentences(made)}
    assert read_as["▲ 민도영 장관, 고은찬 대사 면담(16:30, 정부청사)"] == (True, True)
    assert read_as["▲고은찬 누리은행장"] == (True, False)
    assert read_as["▲ 민도영 장관은 고은찬 대사를 만난다."] == (False, False)
    assert read_as["민도영 장관, 고은찬 대사 면담"] == (False, False)
    assert is_schedule(made)


@pytest.mark.parametrize(("brackets", "place"), [
    ("(16:30, 정부서울청사)", "정부서울청사"), ("(롯데호텔)", "롯데호텔"), ("(12시, 은행회관)", "은행회관"),
    ("(비공개)", None), ("(15:00)", None), ("", None),
])
def test_where_a_line_is_stands_in_its_brackets(brackets: str, place: str | None) -> None:
    text = f"[일정]\n\n▲ 민도영 장관, 고은찬 대사 면담{brackets}\n"
    line = next(one for one in sentences(article(text)) if "면담" in text[one.start : one.end])
    found = place_in(text, line)
    assert (found.name if found else None) == place
    assert found is None or text[found.words.start : found.words.end] == found.name
