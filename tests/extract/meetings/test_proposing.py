"""What one sentence is proposed to tell, where somebody saw a meeting that was not reported."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from graphing.articles import split_articles
from graphing.extract import extract
from graphing.extract.meetings.proposing import proposed
from graphing.model import Document, Extraction, Meeting, Span

LEAD = "하도윤 가람전자 회장이 4일 나루호텔에서 민서율 나루은행장과 만났다."
GOLF = "하 회장은 지난달 20일 표지안 누리통신 사장과 부산 누리골프장에서 공을 쳤다."
PLAN = "표 사장은 오는 9일 민 행장과 저녁을 함께할 예정이다."
ALONE = "주가는 올랐다."


@pytest.fixture(scope="module")
def read() -> Extraction:
    (article,) = split_articles(Document("가", f"{LEAD}\n\n{GOLF} {PLAN} {ALONE}", date(2025, 3, 6)))
    return extract(article)


def told(read: Extraction, words: str) -> Meeting:
    start = read.article.text.index(words)
    found = proposed(read, Span(start, start + len(words)))
    assert found is not None
    return found


def test_a_sentence_that_is_no_telling_gives_its_names_its_day_and_its_place(read: Extraction) -> None:
    found = told(read, GOLF)
    assert [one.name for one in found.participants] == ["하도윤", "표지안"]
    assert found.when is not None
    assert found.when.words is not None
    assert (found.when.iso(), read.article.text[slice(*found.when.words)]) == ("2025-02-20", "지난달 20일")
    assert (found.place and found.place.name, found.status, found.certainty) == ("부산 누리골프장", "held", 0.0)


def test_a_plan_is_proposed_as_one_with_the_words_that_say_so(read: Extraction) -> None:
    found = told(read, PLAN)
    assert found.when is not None
    assert ([one.name for one in found.participants], found.when.iso(), found.status) == (["표지안", "민서율"], "2025-03-09", "planned")
    assert read.article.text[slice(*found.cue)].startswith(("저녁", "함께"))


def test_a_reported_meeting_is_proposed_as_it_is_read(read: Extraction) -> None:
    found, known = told(read, LEAD), read.meetings[0]
    assert replace(found, certainty=known.certainty, evidence=known.evidence) == known


def test_a_sentence_of_nobody_proposes_nobody(read: Extraction) -> None:
    assert told(read, ALONE).participants == ()


def test_where_no_sentence_stands_nothing_is_proposed(read: Extraction) -> None:
    assert proposed(read, Span(0, 0)) is None
