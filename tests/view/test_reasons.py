"""Codes of a meeting's reason become sentences; what is not known stays."""

from __future__ import annotations

import pytest

from graphing.view.reasons import certainty_text, reason_text


@pytest.mark.parametrize(
    ("reason", "korean", "english"),
    [
        ("told=1", "기사 한 곳에 나옵니다.", "Reported in one passage."),
        ("told=3", "기사 속 3곳에 나옵니다.", "Reported in 3 passages."),
        ("told=2 headline", "제목에만 나옵니다.", "Reported only in a headline."),
        ("told=1 quoted", "누군가의 말을 옮긴 대목에만 나옵니다.", "Reported only in a quotation."),
        ("told=1 caption undated", "사진 설명에만 나옵니다. 날짜는 나오지 않습니다.", "Reported only in a caption. No date is given."),
        ("told=1 dates=0", "기사 한 곳에 나옵니다. 날짜는 나오지 않습니다.", "Reported in one passage. No date is given."),
        ("", "", ""),
        ("두 이름이 한 절에", "두 이름이 한 절에", "두 이름이 한 절에"),
        ("told=many odd told=2", "기사 속 2곳에 나옵니다. told=many odd", "Reported in 2 passages. told=many odd"),
    ],
)
def test_codes_become_sentences(reason: str, korean: str, english: str) -> None:
    assert reason_text(reason, "ko") == korean
    assert reason_text(reason, "en") == english


def test_a_day_that_only_the_publication_date_would_tell_is_not_said_to_be_untold() -> None:
    assert reason_text("undated", "ko", published=False) == "발행일을 모르므로 언제인지 알 수 없습니다."
    assert reason_text("undated", "en", published=False) == "The date cannot be determined without the publication date."


def test_who_is_not_named_and_who_sat_in_are_told_after_the_count() -> None:
    assert reason_text("told=2 carried attended", "ko") == (
        "기사 속 2곳에 나옵니다. 이름 없이 가리킨 사람은 앞뒤 문장에서 찾았습니다. 함께한 사람은 다른 문장에서 찾았습니다."
    )


@pytest.mark.parametrize(("certainty", "text"), [(1.0, "99%"), (0.996, "99%"), (0.876, "88%"), (0.5, "50%"), (0.0, "1%")])
def test_nothing_is_certain(certainty: float, text: str) -> None:
    assert certainty_text(certainty) == text
