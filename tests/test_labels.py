"""Labels of people, organisations and titles in two languages."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphing.labels import Language, organization_label, outlet_label, person_label, place_label, title_label, title_rank


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("샘 올트먼", "Sam Altman"),
        ("이재용", "Lee Jae-yong"),
        ("손정의", "Son Masayoshi"),
        ("최태원", "Chey Tae-won"),
        ("정신아", "Chung Shin-a"),
        ("전영현", "Jun Young-hyun"),
        ("곽노정", "Kwak Noh-jung"),
        ("유영상", "Ryu Young-sang"),
        ("정의선", "Euisun Chung"),
        ("샘 알트만", "Sam Altman"),
        ("젠슨황", "Jensen Huang"),
        ("올트먼", "Altman"),
        ("이시바", "Ishiba"),
        ("최", "Choi"),
        ("한도윤", "Han Do-yun"),
        ("라르스 볼렌", "Rareuseu Bollen"),
        ("J 홍길", "J Honggil"),
        ("Tim Cook", "Tim Cook"),
    ],
)
def test_people_in_english(name: str, english: str) -> None:
    assert person_label(name, "en") == english


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("매일경제", "Maeil Business Newspaper"),
        ("매일경제신문", "Maeil Business Newspaper"),
        ("연합뉴스", "Yonhap News Agency"),
        ("TV조선", "TV Chosun"),
        ("가람일보", "Garam Ilbo"),
        ("한빛경제신문", "Hanbit Economic Daily"),
        ("나루닷컴", "Naru.com"),
        ("모의 타임스", "Moui Times"),
        ("다솔", "Dasol"),
        ("신문", "Sinmun"),
        ("다솔 24", "Dasol 24"),
        ("metroseoul", "metroseoul"),
    ],
)
def test_outlets_in_english(name: str, english: str) -> None:
    assert outlet_label(name, "en") == english
    assert outlet_label(name, "ko") == name


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("카카오", "Kakao"),
        ("오픈 AI", "OpenAI"),
        ("금감원", "Financial Supervisory Service"),
        ("소프트뱅크그룹", "SoftBank Group"),
        ("SK텔레콤", "SK Telecom"),
        ("한빛전자", "Hanbit Electronics"),
        ("(주)다솔 바이오", "Dasol Bio"),
        ("SK다솔", "SK Dasol"),
        ("다솔은행 노조", "Dasol Bank Labor Union"),
        ("카카오 노조", "Kakao Labor Union"),
        ("법무법인 다솔", "Dasol Law Firm"),
        ("다솔", "Dasol"),
        ("다솔전자 연대", "Dasol Electronics Solidarity"),
        ("미국 다솔협회", "U.S. Dasol Association"),
        ("Harbor Foods", "Harbor Foods"),
        ("한국능률협회", "Korea Management Association"),
        ("사단법인 한국능률협회", "Korea Management Association"),
        ("한국능률협회 노조", "Korea Management Association Labor Union"),
        ("서울동부지법", "Seoul Eastern District Court"),
        ("서울대 의대", "Seoul National University College of Medicine"),
        ("미국 해병대", "U.S. Marine Corps"),
    ],
)
def test_organisations_in_english(name: str, english: str) -> None:
    assert organization_label(name, "en") == english


@pytest.mark.parametrize(
    ("title", "english"),
    [
        ("회장", "Chairman"),
        ("대표이사 사장", "President and CEO"),
        ("대표이사사장", "President and CEO"),
        ("CEO", "CEO"),
        ("회장 겸 부회장", "Chairman and Vice Chairman"),
        ("반도체 회장", "Semiconductor Chairman"),
        ("미래전략부회장", "Future Strategy Vice Chairman"),
        ("달빛회장", "Dalbit Chairman"),
        ("보험연구원장", "Korea Insurance Research Institute President"),
        ("대한변리사회장", "Korea Patent Attorneys Association Chairman"),
        ("달빛", "Dalbit"),
    ],
)
def test_titles_in_english(title: str, english: str) -> None:
    assert title_label(title, "en") == english


@pytest.mark.parametrize(
    ("place", "english"),
    [
        ("오픈AI 본사", "OpenAI Headquarters"),
        ("삼성전자 서초사옥", "Samsung Electronics Seocho Building"),
        ("서울 롯데호텔", "Seoul Lotte Hotel"),
        ("한빛호텔", "Hanbit Hotel"),
        ("여의도 사무소", "Yeouido Office"),
        ("미국 워싱턴", "United States Washington"),
        ("Davos", "Davos"),
        ("부산상의", "Busan Chamber of Commerce and Industry"),
        ("고려대 안암병원", "Korea University Anam Hospital"),
        ("달빛경찰서", "Dalbit Police Station"),
        ("용산 대통령실", "Office of the President"),
    ],
)
def test_places_in_english(place: str, english: str) -> None:
    assert place_label(place, "en") == english


@pytest.mark.parametrize("label", [person_label, organization_label, place_label, title_label])
def test_korean_is_the_form_of_the_text(label: Callable[[str, Language], str]) -> None:
    assert label("샘 올트먼", "ko") == "샘 올트먼"
    assert label("오픈 AI", "ko") == "오픈 AI"


@given(st.text(max_size=20), st.sampled_from([person_label, organization_label, place_label, title_label]))
def test_english_labels_hold_no_hangul(name: str, label: Callable[[str, Language], str]) -> None:
    assert not re.search("[가-힣]", label(name, "en"))


@pytest.mark.parametrize(
    ("title", "rank"),
    [
        ("원장", 1), ("금융감독원장", 1), ("대표", 1), ("회장", 1), ("그룹 회장", 1), ("부원장", 2), ("부회장", 2),
        ("부원장보", 3), ("부은행장", 2), ("반도체 부사장", 3),
        ("Chairman", 1), ("씨", 5), ("", 5),
    ],
)  # fmt: skip
def test_who_heads_a_house_ranks_before_who_deputises(title: str, rank: int) -> None:
    assert title_rank(title) == rank
