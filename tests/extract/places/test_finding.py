"""Places of Korean and English sentences: which words are one, their shortest useful form, and whose place they are."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphing.extract.dates.finding import find_dates
from graphing.extract.places.choice import place_for
from graphing.extract.places.finding import PlaceMention, find_places
from graphing.language import sentences as analysed
from graphing.model import Article, Paragraph, Run, Span


def article(text: str) -> Article:
    """An article with a paragraph a line."""
    paragraphs = tuple(Paragraph(found.start(), found.end()) for found in re.finditer(r"[^\n]+", text))
    return Article("made-up", 0, len(text), text, (Run(0, len(text), 0, len(text)),), paragraphs)


def places(text: str) -> tuple[PlaceMention, ...]:
    read = article(text)
    return find_places(read, analysed(read))


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("서울 소공동 푸른솔호텔", "푸른솔호텔"),
        ("서울 강남구 가온전자 서초사옥 5층 접견실", "가온전자 서초사옥"),
        ("서초사옥(서울 서초구)", "서초사옥"),
        ("청와대 인왕실", "청와대 인왕실"),
        ("정부서울청사", "정부서울청사"),
        ("용산 대통령실", "대통령실"),
        ("미국 라스베이거스", "라스베이거스"),
        ("경기 평택시 가온전자 평택캠퍼스", "가온전자 평택캠퍼스"),
        ("서울 한남동의 한 일식당", "한남동의 한 일식당"),
        ("서울 시내의 한식당", "한식당"),
        ("여의도 사무실", "여의도 사무실"),
        ("제주 골프장", "제주 골프장"),
        ("서울 모처", "서울"),
        ("미국 뉴욕 하나은행 뉴욕지점 3층", "하나은행 뉴욕지점"),
        ("군청 대회의실", "군청 대회의실"),
        ("부산 벡스코", "벡스코"),
        ("코엑스 그랜드볼룸", "코엑스 그랜드볼룸"),
        ("서울 여의도 금융감독원", "금융감독원"),
        ("찻집 ‘가을비’", "가을비"),
        ("호텔신라", "호텔신라"),
        ("같은 날 가온전자 서초사옥", "가온전자 서초사옥"),
        ("미 워싱턴DC 상무부 청사", "상무부 청사"),
        ("서울 삼성역 인근 푸른솔 매장", "푸른솔 매장"),
        ("서울 강남구에 있는 치킨집 나래치킨", "나래치킨"),
        ("서울시 마곡 소재 가온사이언스파크", "가온사이언스파크"),
        ("본관 충무전실", "본관 충무전실"),
        ("미국 팔로알토", "팔로알토"),
        ("서울 푸른솔치킨집", "푸른솔치킨집"),
        ("함부르크의 한 생선 요릿집", "함부르크의 한 생선 요릿집"),
        ("플로리다주 팜비치 마러라고 리조트", "마러라고 리조트"),
        ("경주 가람엑스포공원 안 별채", "가람엑스포공원"),
        ("자매도시 오르체", "오르체"),
    ],
)
def test_the_shortest_useful_form(phrase: str, name: str) -> None:
    assert name in [place.name for place in places(f"남도윤 회장은 4일 {phrase}에서 서지안 사장을 만났다.")]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("남도윤 회장은 4일 가온전자 화성공장을 찾아 서지안 사장을 만났다.", "가온전자 화성공장", "venue"),
        ("남도윤 회장은 4일 서지안 사장을 푸른솔호텔로 불러 저녁을 냈다.", "푸른솔호텔", "venue"),
        ("남도윤 회장은 4일 베이징으로 날아가 서지안 사장을 만났다.", "베이징", "city"),
        ("남도윤 회장은 4일 청와대에 도착해 서지안 장관과 인사했다.", "청와대", "venue"),
        ("남도윤 회장은 베트남을 방문해 서지안 총리를 만났다.", "베트남", "country"),
        ("남도윤 회장은 텍사스로 날아갔다.", "텍사스", "region"),
        ("장소는 한남동 승지원이었다.", "승지원", "venue"),
        ("남도윤 회장과 서지안 사장, 도쿄서 회동", "도쿄", "city"),
        ("두 사람은 베이징 회동 뒤 석 달 만에 만났다.", "베이징", "city"),
        ("4일 오후 서울 소공동 푸른솔호텔. 남도윤 회장이 들어섰다.", "푸른솔호텔", "venue"),
        ("Nam met Seo at the Green Pine Hotel in Seoul.", "Green Pine Hotel", "venue"),
        ("Nam flew to Tokyo.", "Tokyo", "city"),
        ("남도윤 회장은 여의도 가람회관에 닿았다.", "가람회관", "venue"),
        ("남도윤 회장은 4일 방향을 틀어 가람회관으로 서지안 사장을 예방했다.", "가람회관", "venue"),
        ("서울 광화문의 한 식당에 정계와 재계, 체육계 인사 20여 명이 모였다.", "광화문의 한 식당", "venue"),
        ("만찬에 앞서 녹지원서 차담회를 열었다.", "녹지원", "venue"),
        ("한밤의 가람회관… 긴급 회동", "가람회관", "venue"),
        ("Nam met Seo at the headquarters of Orbit.", "headquarters of Orbit", "venue"),
    ],
)
def test_particles_and_kinds(text: str, name: str, kind: str) -> None:
    assert (name, kind) in [(place.name, place.kind) for place in places(text)]


@pytest.mark.parametrize(
    "text",
    [
        "남도윤 회장은 중국 기업과 손잡았다.",
        "미국에서 귀국한 남도윤 회장은 서지안 사장을 만났다.",
        "두 사람은 모처에서 만났다.",
        "회의에서 만난 두 사람은 시장에서 겨룬다.",
        "남도윤 회장은 한국에 온 서지안 사장을 만났다.",
        "유럽 출장에서 돌아온 남도윤 회장이 말했다.",
        "They met in March.",
        "‘F4’ 소집… 긴급 회동",
        "이 자리는 ‘온실가스 감축’, ‘세종시 관련사항’ 등에 대한 의견을 나누는 자리다.",
        "남도윤 회장은 서지안 현대 회장, 하윤 가람 회장을 차례로 만났다.",
    ],
)
def test_origin_company_and_abstract_nouns_are_no_places(text: str) -> None:
    assert [place.name for place in places(text)] == []


def chosen(text: str, clause: str) -> str | None:
    read = article(text)
    sentences = analysed(read)
    start = text.index(clause)
    place = place_for(Span(start, start + len(clause)), find_places(read, sentences), read, sentences, dates=find_dates(read, sentences))
    return place.name if place else None


@pytest.mark.parametrize(
    ("text", "clause", "name"),
    [
        ("남도윤 회장은 4일 서울 푸른솔호텔에서 서지안 사장을 만났다.", "서울 푸른솔호텔에서 서지안 사장을 만났다", "푸른솔호텔"),
        ("남도윤 회장은 4일 푸른솔호텔에 도착했다. 서지안 사장이 그를 맞았다.", "서지안 사장이 그를 맞았다", "푸른솔호텔"),
        ("남도윤 회장은 4일 푸른솔호텔에 도착했다. 5일에는 하윤 대표를 만났다.", "5일에는 하윤 대표를 만났다", None),
        ("남도윤 회장은 4일 푸른솔호텔에 도착했다. 서지안 사장에게 전화를 걸었다.", "서지안 사장에게 전화를 걸었다", None),
        ("두 사람은 푸른솔호텔에서 점심을 했다. 저녁도 이 호텔에서 먹었다.", "저녁도 이 호텔에서 먹었다", "푸른솔호텔"),
        ("남도윤 회장이 서지안 사장을 만났다.", "남도윤 회장이 서지안 사장을 만났다", None),
        ("남도윤 회장은 4일 푸른솔호텔에 도착했다. 이튿날에는 하윤 대표를 만났다.", "이튿날에는 하윤 대표를 만났다", None),
        ("남도윤 회장은 4일 푸른솔호텔에 도착했다. 하윤 대표와는 화면으로 마주했다.", "하윤 대표와는 화면으로 마주했다", None),
    ],
)
def test_the_place_of_an_encounter(text: str, clause: str, name: str | None) -> None:
    assert chosen(text, clause) == name


def test_the_time_before_a_place_is_no_part_of_it() -> None:
    assert [place.name for place in places("서지안 사장이 방문했을 때 푸른솔호텔에서 남도윤 회장을 만났다.")] == ["푸른솔호텔"]


def test_the_cue_chooses_among_the_venues_of_a_clause() -> None:
    text = "남도윤 회장은 푸른솔호텔에서 서지안 사장을 보고 가람회관에서 하윤 대표를 만났다."
    read = article(text)
    sentences, at = analysed(read), text.index("만났다")
    place = place_for(Span(0, len(text)), find_places(read, sentences), read, sentences, cue=Span(at, at + 3))
    assert place is not None
    assert (place.name, text[place.words.start : place.words.end]) == ("가람회관", "가람회관")


def test_a_city_nearer_the_cue_is_another_scene_than_the_venue_before_it() -> None:
    text = "남도윤 회장은 국회에서 연설하고, 용산에서 서지안 사장을 만났다."
    read = article(text)
    sentences, at = analysed(read), text.index("만났다")
    place = place_for(Span(0, len(text)), find_places(read, sentences), read, sentences, cue=Span(at, at + 3))
    assert place is not None
    assert place.name == "용산"


_WORDS = (
    "서울 미국 호텔 푸른솔호텔 의 한 5층 접견실 에서 로 을 찾아 불러 ( ) ‘ ’ , . 이 같은 건물 사무실 회장 공장 1층 at the Hotel in Seoul"
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([*_WORDS.split(), "\n"]), max_size=20).map(" ".join) | st.text(max_size=60))
def test_offsets_hold_for_any_text(text: str) -> None:
    read = article(text)
    sentences = analysed(read)
    found = find_places(read, sentences)
    for place, before in zip(found, [0, *(place.end for place in found)], strict=False):
        assert before <= place.start < place.end <= len(text)
        assert text[place.start : place.end] == place.text
    place_for(Span(len(text) // 3, len(text) // 2), found, read, sentences)
