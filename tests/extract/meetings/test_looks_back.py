"""Which date a sentence counts the time from, whose encounter that was, and which sentences list earlier encounters."""

from __future__ import annotations

from datetime import date

import pytest
from extract.told import read, shown

from graphing.articles import split_articles
from graphing.extract.dates.finding import DateMention, find_dates
from graphing.extract.frames.cues import find_cues
from graphing.extract.frames.linking import scene
from graphing.extract.frames.phrases import Reference
from graphing.extract.frames.telling import Telling
from graphing.extract.meetings.looks_back import counted_from, enumerated, is_theirs
from graphing.language import sentences
from graphing.model import Document


def told(text: str, words: str = "", group: str = "는") -> tuple[str, Telling, list[DateMention]]:
    """The first cue of a text as a telling of two people, one of them meant by ``words``; and the dates of the text."""
    (article,) = split_articles(Document("made up", text, date(2025, 2, 5)))
    found = sentences(article)
    at = scene(article.text, found[0], headline=False, caption=False, first=True)
    cue = find_cues(article.text, found[0].start, found[0].end)[0]
    place = article.text.find(words) if words else 0
    end, kind = place + len(words), "plural" if words else "carried"
    pair = Reference(place, end, end, ("민도영", "고은찬"), kind, group, group, group)
    return article.text, Telling(0, at, cue, ((pair, 0.9),), (), "held", (), ""), list(find_dates(article, found))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("두 사람의 회동은 지난해 6월 13일 이후 8개월 만이다.", "지난해 6월 13일"),
        ("두 사람이 만난 것은 2021년 비공개 식사 이후 약 4년 만입니다.", "2021년"),
        ("두 사람이 독대한 것은 2023년 6월 이후 처음이다.", "2023년 6월"),
        ("두 사람은 지난해 6월 이후 세 차례 만났다.", None),
        ("두 사람은 4일 만났다.", None),
        ("두 사람은 4일 만난 이후 말을 아꼈다.", None),
    ],
)
def test_the_date_from_which_the_time_is_counted(text: str, expected: str | None) -> None:
    words, telling, dates = told(text)
    found = counted_from(words, telling, dates)
    assert (found.text if found else None) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("두 사람의 회동은 지난해 6월 이후 8개월 만이다.", "두 사람", True),
        ("두 사람의 만남은 지난해 6월 취임 직후 가진 상견례 이후 8개월 만이다.", "두 사람", True),
        ("두 사람의 회동은 지난해 6월 취임 이후 처음이다.", "두 사람", False),
        ("두 수장의 회동은 2013년 6월 이후 12년 만이다.", "두 수장", False),
        ("양국 정상의 회담은 2018년 6월 이후 7년 만이다.", "양국 정상", False),
        ("두 사람의 회동은 2014년 4월 서지후 전 총재 이후 처음이다.", "두 사람", False),
    ],
)
def test_whose_encounter_is_recalled(text: str, words: str, expected: bool) -> None:
    found, telling, dates = told(text, words)
    counted = counted_from(found, telling, dates)
    assert counted is not None
    assert is_theirs(found, telling, counted) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("두 사람은 지난해 6월 첫 회동에 이어 지난해 8월 16일 오찬, 같은 달 28일 저녁 번개를 가졌다.", 3),
        ("두 사람은 1월 4일 조찬에 이어 2월 3일 티타임을 갖고 계획을 알렸다.", 2),
        ("두 사람은 1월 4일 조찬을 했다.", 0),
        ("두 사람은 1월 4일 조찬을 하고 2월 3일 공장을 열었다.", 0),
        ("두 사람은 1월 4일 조찬, 2월 3일 오찬이 즐겁다.", 0),
    ],
)
def test_a_list_of_earlier_encounters(text: str, expected: int) -> None:
    words, telling, dates = told(text)
    assert len(enumerated(words, telling, dates)) == expected


def test_partners_with_dates_of_their_own_are_no_list_of_one_pair() -> None:
    text = "민도영 회장은 1월 4일 고은찬 행장과 조찬, 2월 3일 서지후 행장과 오찬을 했다."
    words, telling, dates = told(text, "고은찬", "와")
    assert enumerated(words, telling, dates) == []


NOW = "민도영 한빛전자 회장은 4일 서울 더한호텔에서 고은찬 누리은행장을 만났다. "


@pytest.mark.parametrize(
    ("text", "earlier"),
    [
        ("두 사람이 얼굴을 마주한 것은 지난해 9월 임시주총 이후 처음이다.", None),
        ("두 사람이 식사를 한 것은 2021년 국정감사 이후 4년 만이다.", None),
        ("두 사람이 만난 것은 2018년 계열 분리 이후 7년 만이다.", None),
        ("두 사람이 만난 것은 2023년 8월 경영권 분쟁이 불거진 이후 처음이다.", None),
        ("지난해 9월 소송이 시작된 후 두 사람이 얼굴을 마주한 것은 이번이 처음이다.", None),
        ("2019년 소송이 시작된 뒤 둘이 대화를 나눈 것은 이날이 처음이다.", None),
        ("지난해 9월 1심 선고가 난 뒤 처음 이뤄진 만남이다.", None),
        ("두 사람의 만남은 지난해 9월 합작이 무산된 후 다섯 달 만이다.", None),
        ("두 사람의 만남은 작년 8월 이후 처음이다.", "2024-08"),
        ("두 사람이 만난 것은 지난해 11월 부산 이후 석 달 만이다.", "2024-11"),
        ("두 사람이 만난 것은 지난해 6월 다보스포럼 이후 8개월 만이다.", "2024-06"),
        ("두 사람의 만남은 지난해 5월 부산에서 저녁을 먹은 뒤 9개월 만이다.", "2024-05"),
        ("지난해 5월 부산에서 저녁을 함께한 뒤 두 사람이 만난 것은 이번이 처음이다.", "2024-05"),
    ],
)
def test_what_happened_on_the_day_counted_from_was_an_encounter_only_where_it_is_said_to_be(text: str, earlier: str | None) -> None:
    days = [meeting.when.iso() if meeting.when else None for extraction in read(NOW + text) for meeting in extraction.meetings]
    assert days == (["2025-02-04", earlier] if earlier else ["2025-02-04"])


@pytest.mark.parametrize(
    ("text", "now", "earlier"),
    [
        ("지난해 11월 부산에서 처음 만난 지 석 달 만이다. 면담에는 서하람 누리증권 대표가 배석했다.", True, "2024-11 | 부산"),
        ("두 사람은 지난해 11월 부산에서 처음 만났다. 이날 회동에는 서하람 누리증권 대표가 배석했다.", True, "2024-11 | 부산"),
        ("작년 12월 도쿄에서 만난 데 이어 두 달 만이다. 회담에는 서하람 누리증권 대표가 배석했다.", True, "2024-12 | 도쿄"),
        ("두 사람은 2012년 런던에서 처음 만났다. 이날 누리은행 측에서는 서하람 부행장이 배석했다.", True, "2012 | 런던"),
        ("두 사람은 지난해 6월에도 부산에서 만났다. 당시 회동에는 서하람 누리증권 대표가 배석했다.", False, "2024-06 | 부산"),
        ("두 사람은 2023년 파리에서 저녁을 함께했다. 그 자리에는 서하람 누리증권 대표도 있었다.", False, "2023 | 파리"),
    ],
)
def test_who_is_named_after_a_look_back_came_to_the_encounter_told_before_it(text: str, now: bool, earlier: str) -> None:
    found = [shown(meeting) for extraction in read(NOW + text) for meeting in extraction.meetings]
    pair, three = "고은찬, 민도영 | held", "고은찬, 민도영, 서하람 | held"
    assert found == [f"{three if now else pair} | 2025-02-04 | 더한호텔", f"{pair if now else three} | {earlier}"]


@pytest.mark.parametrize(
    ("text", "earlier"),
    [
        ("두 사람은 2005년 민 회장이 저장성 공장 책임자이던 시절 닝보 공장에서 처음 만났다.", "2005 | 닝보 공장"),
        ("두 사람은 2012년 고 행장이 부산지점장이던 시절 처음 만났다.", "2012 | –"),
        ("두 사람은 지난 2005년 처음 만났고, 당시 고 행장이 본점을 안내했다.", "2005 | –"),
        ("두 사람이 처음 만난 것은 1998년 외환위기 직후다.", "1998 | –"),
        ("두 사람은 1998년 외환위기를 계기로 처음 마주 앉았다.", "1998 | –"),
        ("민 회장은 2011년 제주지점장으로 일하던 고 행장을 처음 만났다고 말했다.", "2011 | –"),
    ],
)
def test_the_year_in_which_two_first_met(text: str, earlier: str) -> None:
    found = [shown(meeting) for extraction in read(NOW + text) for meeting in extraction.meetings]
    assert found == ["고은찬, 민도영 | held | 2025-02-04 | 더한호텔", f"고은찬, 민도영 | held | {earlier}"]
