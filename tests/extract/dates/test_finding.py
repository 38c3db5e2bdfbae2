"""Dates of Korean and English news phrases: what they mean, what is none, and which dates an encounter."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphing.extract.dates.choice import date_for
from graphing.extract.dates.finding import find_dates
from graphing.model import Article, Paragraph, Run, Sentence, Span

WEDNESDAY = date(2025, 3, 12)


def read(text: str, published: date | None = WEDNESDAY) -> tuple[Article, tuple[Sentence, ...]]:
    """An article with a paragraph a line and a sentence up to each full stop."""
    paragraphs = tuple(Paragraph(found.start(), found.end()) for found in re.finditer(r"[^\n]+", text))
    sentences = tuple(
        Sentence(paragraph.start + found.start(), paragraph.start + found.end(), (), index)
        for index, paragraph in enumerate(paragraphs)
        for found in re.finditer(r".+?(?:\.(?=\s)|$)", text[paragraph.start : paragraph.end])
    )
    return Article("made-up", 0, len(text), text, (Run(0, len(text), 0, len(text)),), paragraphs, None, published), sentences


def told(text: str, published: date | None = WEDNESDAY) -> list[tuple[str, str | None]]:
    return [(mention.text, mention.when.iso() if mention.when else None) for mention in find_dates(*read(text, published))]


@pytest.mark.parametrize(
    ("text", "words", "meaning"),
    [
        ("남도윤 회장은 4일 서지안 사장을 만났다.", "4일", "2025-03-04"),
        ("지난 4일 만났다.", "지난 4일", "2025-03-04"),
        ("지난 20일 만났다.", "지난 20일", "2025-02-20"),
        ("이달 1일 만났다.", "이달 1일", "2025-03-01"),
        ("지난달 28일 만났다.", "지난달 28일", "2025-02-28"),
        ("오는 21일 만난다.", "오는 21일", "2025-03-21"),
        ("다음 달 3일 만날 예정이다.", "다음 달 3일", "2025-04-03"),
        ("내달 3일 만난다.", "내달 3일", "2025-04-03"),
        ("20일 만난다.", "20일", "2025-03-20"),
        ("전날 만났다.", "전날", "2025-03-11"),
        ("어제 만났다.", "어제", "2025-03-11"),
        ("내일 만난다.", "내일", "2025-03-13"),
        ("지난해 1월 만났다.", "지난해 1월", "2024-01"),
        ("작년 5월 3일 만났다.", "작년 5월 3일", "2024-05-03"),
        ("재작년 가을에 만났다.", "재작년 가을", "2023"),
        ("올해 2월 만났다.", "올해 2월", "2025-02"),
        ("지난 5월 만났다.", "지난 5월", "2024-05"),
        ("지난 2월 만났다.", "지난 2월", "2025-02"),
        ("지난 2월 3일 만났다.", "지난 2월 3일", "2025-02-03"),
        ("오는 5월 만난다.", "오는 5월", "2025-05"),
        ("2월엔 서로 만났다.", "2월", "2025-02"),
        ("다음 만남은 5월로 잡혔다.", "5월", "2025-05"),
        ("2016년 9월 만났다.", "2016년 9월", "2016-09"),
        # Surnames, and what is counted.
        ("2016년 10월 기 대표와 호 사장을 만났다.", "2016년 10월", "2016-10"),
        ("2016년 5월 호 사장을 만났다.", "2016년 5월", "2016-05"),
        ("2016년 차 대표를 만났다.", "2016년", "2016"),
        ("2016년 9월 30일 만났다.", "2016년 9월 30일", "2016-09-30"),
        ("2024년 2월 말 만났다.", "2024년 2월 말", "2024-02"),
        ("1998년에 만났다.", "1998년", "1998"),
        ("2년 전 6월 만났다.", "2년 전 6월", "2023-06"),
        ("11일(현지시간) 만났다.", "11일", "2025-03-11"),
        ("2∼4일 서울에 머물렀다.", "2∼4일", "2025-03"),
        ("지난 1월 27~29일 열렸다.", "지난 1월 27~29일", "2025-01"),
        ("지난해 12월 30일∼올해 1월 2일", "지난해 12월 30일", "2024-12-30"),
        ("지난달 말부터 이달 초까지 머물렀다.", "지난달 말부터 이달 초", "2025"),
        ("지난 금요일 만났다.", "지난 금요일", "2025-03-07"),
        ("다음 주 월요일 만난다.", "다음 주 월요일", "2025-03-17"),
        ("지난주 만났다.", "지난주", "2025-03"),
        ("다음 주 만난다.", "다음 주", "2025-03"),
        ("지난 설 연휴에 만났다.", "지난 설 연휴", "2025-01"),
        ("지난4일 만났다.", "지난4일", "2025-03-04"),
        ("2024.11.05 만났다.", "2024.11.05", "2024-11-05"),
        ("12월 마지막 날 만났다.", "12월 마지막 날", "2024-12-31"),
        # Written ahead for the next day; what is past and no more near was last month.
        ("13일 만났다.", "13일", "2025-03-13"),
        ("14일 만났다.", "14일", "2025-02-14"),
        ("기간(2025.3.10~3.14)을 맞아 만났다.", "2025.3.10~3.14", "2025-03"),
        ("2025.3.10-14 만났다.", "2025.3.10-14", "2025-03"),
    ],
)
def test_a_phrase_counted_from_publication(text: str, words: str, meaning: str) -> None:
    assert told(text)[0] == (words, meaning)


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("지난해 7월 부산에서 만났다. 11일에는 서울에서 만났다.", "2025-03-11"),
        ("지난해 7월 부산에서 만났다. 20일 서울에서 만날 예정이다.", "2025-03-20"),
        ("지난해 7월 부산에서 만났다. 24일 서울에서 만났다.", "2024-07-24"),
    ],
)
def test_a_day_near_publication_or_ahead_is_none_of_the_month_told_back_then(text: str, meaning: str) -> None:
    assert told(text)[-1][1] == meaning


@pytest.mark.parametrize(
    ("text", "meanings"),
    [
        ("4일 가람을 만났다. 이튿날에는 나래를 만났다.", ["2025-03-04", "2025-03-05"]),
        ("4일 가람을 만났다. 전날 나래를 만났다.", ["2025-03-04", "2025-03-03"]),
        ("4일 가람을 만났다. 이날 나래도 만났다.", ["2025-03-04", "2025-03-04"]),
        ("4일 가람을 만났다. 같은 날 나래도 만났다.", ["2025-03-04", "2025-03-04"]),
        ("4일 가람을 만났다. 사흘 뒤 나래를 만났다.", ["2025-03-04", "2025-03-07"]),
        ("4일 가람을 만났다. 이튿날인 5일 나래를 만났다.", ["2025-03-04", "2025-03-05"]),
        ("지난해 1월과 같은 해 6월에 만났다.", ["2024-01", "2024-06"]),
        ("작년 5월 만났다. 12월에는 다시 봤다.", ["2024-05", "2024-12"]),
        ("지난해 말 처음 만났다. 2월 7일 다시 봤다.", ["2024", "2025-02-07"]),
        ("지난 1월 2일 만났고 5일에는 다시 봤다.", ["2025-01-02", "2025-01-05"]),
        ("2016년에는 가람을 9월 23일 만났다.", ["2016", "2016-09-23"]),
        ("3년 전인 2022년 9월 만났다.", ["2022-09"]),
        ("2019년 4월 만났다. 이듬해 8월 28일 다시 봤다.", ["2019-04", "2020-08-28"]),
        ("올해 2월 잡혔다가 같은 달 27일 만났다.", ["2025-02", "2025-02-27"]),
        ("4∼6일 방한했다. 첫날 가람을 만났다. 마지막 날 나래를 만났다.", ["2025-03", "2025-03-04", "2025-03-06"]),
        ("가람은 지난달 20일 출국해 이달 2일 돌아왔다. 이 기간 나래를 만났다.", ["2025-02-20", "2025-03-02", "2025"]),
        ("지난해 1월과 같은 해 6월에 만났다. 1월에는 서 사장이 왔다.", ["2024-01", "2024-06", "2024-01"]),
        ("11일 밤 담판\n두 사람이 전날 밤 찻집에서 만난 것으로 12일 확인됐다.", ["2025-03-11", "2025-03-11", "2025-03-12"]),
        ("실무진은 전날 밤 협상\n두 사람은 12일 만나려 했다.\n실무진은 전날 밤 만났다.", ["2025-03-11", "2025-03-12", "2025-03-11"]),
    ],
)
def test_a_phrase_that_leans_on_one_told_before(text: str, meanings: list[str]) -> None:
    assert [meaning for _, meaning in told(text)] == meanings


def test_this_day_is_the_day_reported_on_after_a_look_back_in_another_paragraph() -> None:
    text = "남도윤 회장은 11일 서지안 사장을 만났다.\n두 사람은 지난 1월 3일에도 만났다.\n이날 자리에는 하윤도 함께했다."
    assert told(text)[-1] == ("이날", "2025-03-11")


@pytest.mark.parametrize(
    "text",
    [
        "4일간 머물렀다", "3개월 걸렸다", "100일 만에 만났다", "28일 만에 만났다", "닷새 만에 만났다", "4일 연속 올랐다", "2일차 교섭",
        "3월기 실적", "12월 결산 법인", "1박 2일 일정", "3·1절 기념식", "약 4일 걸린다", "4일 동안 교섭했다", "전날보다 올랐다",
    ],
)  # fmt: skip
def test_durations_and_ordinals_are_no_dates(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [("4일 간담회를 열었다", "4일"), ("4일 전국을 돌았다", "4일"), ("5일 차관을 만났다", "5일"), ("6일 만찬을 했다", "6일")],
)
def test_a_word_that_only_begins_like_a_counter_leaves_the_date(text: str, words: str) -> None:
    assert told(text) == [(words, f"2025-03-0{words[0]}")]


@pytest.mark.parametrize("text", ["99월 99일 만났다", "2월 30일 만났다", "0월 0일", "13월 40일", "2025.13.45 기록"])
def test_an_impossible_day_resolves_to_nothing(text: str) -> None:
    assert all(meaning is None or len(meaning) < 10 for _, meaning in told(text))


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("4일 만났다", None),
        ("지난달 3일 만났다", None),
        ("2024년 5월 6일 만났다", "2024-05-06"),
        ("이날 만났다", None),
        ("지난주 만났다", None),
    ],
)
def test_without_a_publication_date_only_full_dates_resolve(text: str, meaning: str | None) -> None:
    assert [meaning for _, meaning in told(text, None)] == [meaning]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("11일 업계에 따르면 남도윤 회장은 지난 4일 서지안 사장을 만났다.", ["report", "event"]),
        ("남도윤 회장은 4일 서지안 사장을 만났다고 11일 밝혔다.", ["event", "report"]),
        ("남도윤 회장이 4일 서지안 사장을 만났다.", ["event"]),
        ("남도윤 회장은 11일 “서지안 사장과 손잡고 새 시장을 열겠다”고 말했다.", ["report"]),
        ("대변인은 11일 남도윤 회장이 4일 서지안 사장을 만난다고 밝혔다.", ["report", "event"]),
        ("2∼4일 열렸다.", ["span"]),
        ("매년 3월 만난다.", ["recurring"]),
        ("남도윤 회장(2023년 5월 3일 자료사진)", ["photo"]),
        ("입력 2025-03-12 09:00", ["report"]),
    ],
)
def test_a_date_of_report_is_told_from_a_date_of_an_event(text: str, kinds: list[str]) -> None:
    assert [mention.kind for mention in find_dates(*read(text))] == kinds


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("They met on Feb. 4.", "2025-02-04"),
        ("They met on Feb. 4, 2023.", "2023-02-04"),
        ("They met in Jan. 2024.", "2024-01"),
        ("They met last Tuesday.", "2025-03-11"),
        ("They met on Monday in Seoul.", "2025-03-10"),
        ("They will meet on Friday.", "2025-03-14"),
        ("They met in June last year.", "2024-06"),
        ("They met in November for talks.", "2024-11"),
        ("They met yesterday at noon.", "2025-03-11"),
        ("They met earlier in the day, it said.", "2025-03-12"),
    ],
)
def test_english_phrases(text: str, meaning: str) -> None:
    assert told(text)[0][1] == meaning


def test_english_phrases_that_lean_on_another_day() -> None:
    assert [meaning for _, meaning in told("They met on March 4. The next day they met again.")] == ["2025-03-04", "2025-03-05"]


@pytest.mark.parametrize(
    ("text", "clause", "meaning"),
    [
        ("남도윤 회장은 4일 서지안 사장을, 5일 하윤 대표를 만났다.", "5일 하윤 대표를 만났다", "2025-03-05"),
        ("남도윤 회장은 4일 서지안 사장을 만났다. 하윤 대표도 만났다.", "하윤 대표도 만났다", "2025-03-04"),
        ("11일 업계에 따르면 남도윤 회장이 서지안 사장을 만났다.", "남도윤 회장이 서지안 사장을 만났다", None),
        ("4일 공장을 둘러봤다. 남도윤 회장은 최근 서지안 사장을 만났다.", "남도윤 회장은 최근 서지안 사장을 만났다", None),
        ("남도윤 회장이 4일 공장에 갔다. 지난 1월 취임한 서지안 사장이 맞았다.", "지난 1월 취임한 서지안 사장이 맞았다", "2025-03-04"),
        ("남도윤 회장이 서지안 사장을 만났다.", "남도윤 회장이 서지안 사장을 만났다", None),
        ("두 사람이 마주 앉은 것은 지난 4일이다.", "두 사람이 마주 앉은 것은", "2025-03-04"),
        (
            "남도윤 회장은 11일 서지안 사장을 만났다. 두 사람은 지난해 3월 처음 만난 뒤 1년 만의 재회다. 점심도 같이했다.",
            "점심도 같이했다",
            "2025-03-11",
        ),
        ("남도윤 회장은 4일 왔다. 저녁에는 서지안 사장과 발전설비를 논의했다.", "저녁에는 서지안 사장과 발전설비를 논의했다", "2025-03-04"),
        ("두 사람은 4일 만났다.\n이후 추진된 회동은 무산됐다.", "이후 추진된 회동은 무산됐다", None),
    ],
)
def test_the_date_of_an_encounter(text: str, clause: str, meaning: str | None) -> None:
    article, sentences = read(text)
    start = text.index(clause)
    when = date_for(Span(start, start + len(clause)), find_dates(article, sentences), article, sentences)
    assert (when.iso() if when else None) == meaning


def test_a_carried_date_says_where_it_comes_from() -> None:
    text = "남도윤 회장은 4일 서지안 사장을 만났다. 하윤 대표도 만났다."
    article, sentences = read(text)
    when = date_for(Span(text.index("하윤"), len(text)), find_dates(article, sentences), article, sentences)
    assert when is not None
    assert when.reason.startswith("4일, told in an earlier sentence")


def test_the_cue_chooses_among_the_dates_of_a_clause() -> None:
    text = "남도윤 회장은 4일 서지안 사장을 보고 6일 하윤 대표를 만났다."
    article, sentences = read(text)
    dates, clause = find_dates(article, sentences), Span(0, len(text))
    cue = Span(text.index("만났다"), text.index("만났다") + 3)
    when = date_for(clause, dates, article, sentences, cue=cue)
    assert when is not None
    assert when.iso() == "2025-03-06"


@pytest.mark.parametrize(("status", "meaning"), [("planned", None), ("held", "2025-03-04")])
def test_a_plan_takes_no_past_date_from_an_earlier_sentence(status: str, meaning: str | None) -> None:
    text = "남도윤 회장은 4일 공장을 둘러봤다. 서지안 사장도 만난다."
    article, sentences = read(text)
    when = date_for(Span(text.index("서지안"), len(text)), find_dates(article, sentences), article, sentences, status=status)  # type: ignore[arg-type]
    assert (when.iso() if when else None) == meaning


_WORDS = """
4일 99일 0일 31일 2월 99월 년 월 일 지난 오는 이달 지난달 같은 해 그해 이날 전날 이튿날 사흘 뒤 전 3년 2024년 9999년 0001년 ∼ ~ 부터
까지 2.30 · , . “ ” ( ) 인 에는 지난주 추석 연휴 첫날 이 기간 Feb. 30 last Monday 999 years ago 999일
"""
_PIECES = st.sampled_from([*_WORDS.split(), "\n"])


@settings(deadline=None)
@given(st.lists(_PIECES, max_size=25), st.sampled_from([None, WEDNESDAY, date(1, 1, 1), date(9999, 12, 31), date(2024, 2, 29)]))
def test_offsets_hold_for_any_mixture_of_date_words(pieces: list[str], published: date | None) -> None:
    text = " ".join(pieces)
    article, sentences = read(text, published)
    mentions = find_dates(article, sentences)
    ends = [0, *(mention.end for mention in mentions)]
    for mention, before in zip(mentions, ends, strict=False):
        assert before <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        assert mention.when is None or mention.when.words == Span(mention.start, mention.end)
    date_for(Span(len(text) // 3, len(text) // 2), mentions, article, sentences)


@settings(deadline=None)
@given(st.text(max_size=200))
def test_arbitrary_text_never_raises(text: str) -> None:
    article, sentences = read(text)
    assert all(text[mention.start : mention.end] == mention.text for mention in find_dates(article, sentences))
