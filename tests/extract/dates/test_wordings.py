"""Dates in the words of notices, broadcasts and lists, and days that date something else: through the whole extraction."""

from __future__ import annotations

from datetime import date

import pytest

from graphing.articles import split_articles
from graphing.extract.dates.finding import find_dates
from graphing.language import sentences
from graphing.model import Document
from tests.extract.told import read, shown

WEDNESDAY = date(2024, 5, 22)
TWO = "민도영 한빛전자 회장", "고은찬 다온증권 사장"


def told(text: str) -> list[tuple[str, str]]:
    """(status, day) of each encounter of a text of 22 May 2024."""
    lines = [shown(meeting) for extraction in read(text, WEDNESDAY) for meeting in extraction.meetings]
    return [(one.split(" | ")[1], one.split(" | ")[2]) for one in lines]


def days(text: str) -> list[tuple[str, str | None, str]]:
    made = next(iter(split_articles(Document("made up", text, WEDNESDAY))))
    return [(one.text, one.when.iso() if one.when else None, one.kind) for one in find_dates(made, sentences(made))]


@pytest.mark.parametrize(("words", "when"), [
    ("23년 5월", "2023-05"), ("23년 5월 3일", "2023-05-03"), ("98년 6월", "1998-06"), ("금일 오전", "2024-05-22"), ("작일", "2024-05-21"),
    ("전일 오후", "2024-05-21"), ("차주 월요일", "2024-05-27"), ("지난 크리스마스", "2023-12-25"), ("지난 광복절", "2023-08-15"),
])
def test_days_in_the_words_of_notices(words: str, when: str) -> None:
    assert [day for _, day in told(f"{words} {TWO[0]}은 {TWO[1]}과 만났다.")] == [when]


@pytest.mark.parametrize("text", ["전일 대비 3% 올랐다.", "직원들에게 금일봉을 줬다.", "차주 3명이 돈을 갚았다."])
def test_what_looks_like_such_a_day(text: str) -> None:
    assert days(text) == []


def test_a_term_in_prison_is_no_year() -> None:
    assert "2012-06" not in [when for _, when, _ in days("법원은 징역 12년 6월을 선고했다.")]


@pytest.mark.parametrize(("verb", "status", "when"), [
    ("만났다", "held", "2024-04-28"), ("만났습니다", "held", "2024-04-28"), ("만났어요", "held", "2024-04-28"),
    ("만났죠", "held", "2024-04-28"),
    ("만났거든요", "held", "2024-04-28"), ("만납니다", "planned", "2024-05-28"), ("만난다", "planned", "2024-05-28"),
    ("만나 투자 계획을 설명했다", "held", "2024-04-28"), ("만나 투자 계획을 설명했어요", "held", "2024-04-28"),
])
def test_a_day_later_than_the_article_is_of_the_month_before_where_it_is_past(verb: str, status: str, when: str) -> None:
    assert told(f"{TWO[0]}은 28일 뉴욕에서 {TWO[1]}을 {verb}.") == [(status, when)]


@pytest.mark.parametrize("event", ["본입찰 나흘", "총선 열흘", "발표 하루", "창업 3년", "취임 사흘"])
def test_what_is_counted_from_something_untold_has_no_day(event: str) -> None:
    assert told(f"{TWO[0]}이 {event} 전 {TWO[1]}과 만났다.") == [("held", "–")]


def test_what_is_counted_from_something_told_has_one() -> None:
    assert told(f"{TWO[0]}은 20일 취임했다. 취임 사흘 전 {TWO[1]}과 만났다.") == [("held", "2024-05-17")]
    assert told(f"{TWO[0]}은 불과 사흘 전 {TWO[1]}과 만났다.") == [("held", "2024-05-19")]


@pytest.mark.parametrize("aim", [
    "오는 28일 열리는 정상회담에 앞서", "28일 주주총회를 앞두고", "다음 달 3일 개막하는 박람회를 앞두고",
    "오는 7월 시행되는 법 개정에 대비해",
    "내년 1월 열리는 박람회를 준비하며", "28일로 다가온 이사회를 위해", "28일부터 열리는 박람회에 참가하기 위해",
])
def test_what_lies_ahead_does_not_date_what_has_been(aim: str) -> None:
    assert told(f"{TWO[0]}이 {aim} {TWO[1]}을 만나 의견을 나눴다.") == [("held", "–")]


def test_the_day_of_what_follows_at_once_does() -> None:
    assert told(f"{TWO[0]}이 20일 정상회담에 앞서 {TWO[1]}과 환담했다.") == [("held", "2024-05-20")]
    assert told(f"{TWO[0]}은 28일 정상회담에 앞서 {TWO[1]}을 만난다.") == [("planned", "2024-05-28")]


@pytest.mark.parametrize(("list_of_days", "found"), [
    ("지난해 12월 10일, 16일, 21일 세 차례", ["2023-12-10", "2023-12-16", "2023-12-21"]),
    ("지난해 12월 10일과 16일", ["2023-12-10", "2023-12-16"]),
    ("지난달 10일과 26일", ["2024-04-10", "2024-04-26"]),
])
def test_days_joined_are_of_one_month(list_of_days: str, found: list[str]) -> None:
    assert [when for _, when in told(f"민도영 회장은 {list_of_days} 가람호텔에서 고은찬 사장을 만났다.")] == found


@pytest.mark.parametrize("name", ["서한규", "공시영", "성명기", "논평우"])
def test_a_name_that_begins_like_a_letter_makes_no_report(name: str) -> None:
    assert days(f"30일 부산에서 {name} 행장을 만난다.") == [("30일", "2024-05-30", "event")]
    assert [kind for _, _, kind in days("30일 주주에게 보낸 서한에서 합병을 제안했다.")] == ["report"]


PLAN = f"{TWO[0]}은 {TWO[1]}을 만나 의견을 나눌 예정이다. "
PAST = f"{TWO[0]}과 {TWO[1]}이 서울에서 만났다. "


@pytest.mark.parametrize(("text", "status", "when"), [
    (PLAN + "이달 28일로 잡혔다.", "planned", "2024-05-28"), (PLAN + "날짜는 28일이다.", "planned", "2024-05-28"),
    (PLAN + "날짜는 28일로 정해졌다.", "planned", "2024-05-28"), (PAST + "날짜는 지난 3일이다.", "held", "2024-05-03"),
    (PAST + "지난 3일이었다.", "held", "2024-05-03"), (PAST + "4월 초였다.", "held", "2024-04"),
    (PAST + "그게 지난달 중순이었을 겁니다.", "held", "2024-04"), (PAST + "다음 회동은 28일로 잡혔다.", "held", "–"),
    (PAST + "이사회는 지난 3일이었다.", "held", "–"),
])
def test_a_sentence_that_only_says_when_it_was(text: str, status: str, when: str) -> None:
    assert told(text)[0] == (status, when)


@pytest.mark.parametrize("said", ["간담회를 갖고 지원을 늘릴 것이라고 말했다", "면담에서 지원을 늘릴 것이라고 말했다"])
def test_what_is_to_come_is_what_was_said_there(said: str) -> None:
    assert told(f"민도영 회장은 20일 고은찬 사장과 {said}.") == [("held", "2024-05-20")]


def test_what_must_be_done_is_no_plan_to_meet() -> None:
    assert told("민도영 회장이 20일 고은찬 대사를 만나 서둘러야 한다고 말했다고 산업부가 21일 밝혔다.") == [("held", "2024-05-20")]


def test_those_who_meet_agree_on_the_next_time() -> None:
    assert told(f"{TWO[0]}은 20일 {TWO[1]}과 만나 내달 다시 만나기로 했다.") == [("held", "2024-05-20"), ("planned", "2024-06")]
