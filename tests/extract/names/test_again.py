"""Organisations told once and meant again, unions and their branches, headlines' short forms, and words that are nobody."""

from __future__ import annotations

import pytest
from extract.told import read


def people(text: str) -> dict[str, list[tuple[str | None, str]]]:
    return {one.name: [(post.organization, post.title) for post in one.affiliations] for told in read(text) for one in told.people}


def organizations(text: str) -> dict[str, int]:
    """Name → in how many places the article has it."""
    return {one.name: len(one.mentions) for told in read(text) for one in told.organizations}


@pytest.mark.parametrize(("text", "name", "places"), [
    ("부품업체 한들부품[072100]은 5일 도가람 대표와 만났다. 한들부품에서는 공나은 대표가 왔다. 한들부품 주가는 올랐다.", "한들부품", 3),
    ("박누리 대한상공회의소 회장이 왔다. 상의에서는 이하람 상근부회장이 배석했다. 상의 쪽은 환영했다.", "대한상공회의소", 3),
    ("대구상공회의소는 4일 장관을 초청했다. 도가람 상의 회장이 장관을 맞았다.", "대구상공회의소", 2),
    ("부산상공회의소는 4일 장관을 초청했다. 두 사람은 규제를 상의했고 앞으로도 상의할 생각이다.", "부산상공회의소", 1),
])
def test_an_organization_is_found_where_it_is_meant_again(text: str, name: str, places: int) -> None:
    assert organizations(text)[name] == places


def test_no_chamber_is_meant_where_none_is_told() -> None:
    assert organizations("두 회장은 규제를 상의에 부쳤다. 상의 쪽은 말이 없었다.") == {}


@pytest.mark.parametrize(("text", "expected"), [
    ("박도윤 한빛조선 노조위원장이 왔다.", {"박도윤": [("한빛조선 노조", "위원장")]}),
    ("한빛조선 노동조합이 나섰다. 박도윤 한빛조선 노조위원장이 왔다.", {"박도윤": [("한빛조선 노동조합", "위원장")]}),
    ("최하람 금속노조 다온조선지부장이 왔다.", {"최하람": [("금속노조 다온조선지부", "다온조선지부장")]}),
    ("화학노련 누리케미칼지부는 4일 파업했다. 도가람 지부장이 말했다.", {"도가람": [("화학노련 누리케미칼지부", "지부장")]}),
    ("최하람 한들은행 강남지부장이 왔다.", {"최하람": [("한들은행", "강남지부장")]}),
])
def test_who_heads_a_union_is_of_the_union(text: str, expected: dict[str, list[tuple[str | None, str]]]) -> None:
    assert people(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("三星·현대車 회장 빠진다\n\n삼성과 현대차는 4일 회동을 열었다.", {"삼성": 2, "현대차": 2}),
    ("LG電, 신제품 내놓는다\n\nLG전자는 4일 신제품을 내놓는다고 밝혔다.", {"LG전자": 2}),
    ("신한銀 행장에 도가람\n\n신한은행은 도가람 부행장을 행장으로 뽑았다.", {"신한은행": 2}),
    ("靑 경제수석 바뀐다\n\n청와대는 4일 도가람 경제수석을 임명했다고 밝혔다.", {"청와대": 2}),
    ("高물가에 車부품 울상\n\n부품 업계가 어렵다.", {}),
    ("중고車 시장 커진다\n\n중고차 시장이 커지고 있다.", {}),
])
def test_headlines_shorten_names_with_chinese_characters(text: str, expected: dict[str, int]) -> None:
    assert organizations(text) == expected


@pytest.mark.parametrize("text", [
    "무디스와 스탠더드 앤드 푸어스는 4일 한들부를 찾았다.",
    "산은 회장은 말이 없었다.",
])
def test_adverbs_verbs_and_companies_are_nobody(text: str) -> None:
    assert people(text) == {}


@pytest.mark.parametrize(("text", "expected"), [
    ("도가람 부총리, 16일 한은서 만난다\n\n도가람 부총리가 16일 한국은행을 찾는다.", {"도가람"}),
    ("한은서 한들전자 사장이 왔다.", {"한은서"}),
    ("연합회는 잘됐다고 했다. 한결 한들전자 대표가 왔다. 한결 대표는 웃었다.", {"한결"}),
    ("허가람·유상대·정누리 부총재보가 왔다. 한국은행은 4일 이렇게 밝혔다.", {"허가람", "유상대", "정누리"}),
    ("도가람 본부장, 이주은 하람전자 상무, 박하늘 다온전자 사장이 왔다.", {"도가람", "이주은", "박하늘"}),
    ("도하람은 가람전자 사장, 박하늘은 다온전자 사장이다.", {"도하람", "박하늘"}),
])
def test_who_is_named_in_lists_and_headlines(text: str, expected: set[str]) -> None:
    assert set(people(text)) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("도가람 하늘그룹 재무지원실 부사장이 왔다.", {"도가람": [("하늘그룹", "재무지원실 부사장")]}),
    ("도가람 하늘그룹 회장은 4일 누리해양공사를 찾아 박나은 사장과 협력을 논의했다.",
     {"도가람": [("하늘그룹", "회장")], "박나은": [("누리해양공사", "사장")]}),
    ("도가람 하늘그룹 회장은 다온전자 본사에서 박나은 부회장을 만났다.",
     {"도가람": [("하늘그룹", "회장")], "박나은": [("다온전자", "부회장")]}),
    ("도가람 하늘그룹 회장은 새벽당을 찾았다. 당에서는 박나은 정책위의장이 나왔다.",
     {"도가람": [("하늘그룹", "회장")], "박나은": [("새벽당", "정책위의장")]}),
    ("청와대가 나섰다. 도가람 금융감독원장은 박나은 부원장과 왔다.",
     {"도가람": [("금융감독원", "금융감독원장")], "박나은": [("금융감독원", "부원장")]}),
])
def test_a_post_is_where_its_words_tell(text: str, expected: dict[str, list[tuple[str | None, str]]]) -> None:
    assert people(text) == expected


@pytest.mark.parametrize(("text", "name", "places"), [
    ("이사회에는 KB국민·신한·하나 등 5대 은행이 나왔다. 도다온 신한은행장이 말했다.", "신한은행", 2),
    ("경남·광주·부산은행이 모였다. 도다온 광주은행장이 말했다.", "광주은행", 2),
    ("신한·누리 행장은 출장 중이다. 도가람 신한은행장은 런던에 갔다.", "신한은행", 2),
    ("신세계는 4일 투자를 밝혔다. 도가람 신세계그룹 회장은 웃었다.", "신세계그룹", 2),
    ("도가람 법무법인 서온 변호사가 왔다. 이날 서온 사무실에서 회의가 열렸다.", "법무법인 서온", 2),
    ("도가람 삼성전자 사장과 나누리 삼성SDI 사장이 왔다. 하다온 삼성그룹 회장도 왔다.", "삼성전자", 1),
])
def test_a_short_form_means_the_bank_group_or_firm_that_is_told(text: str, name: str, places: int) -> None:
    assert organizations(text)[name] == places
