"""Organisations told by lists and by what they have, companies with English words, and who is nobody before a title."""

from __future__ import annotations

import pytest

from graphing.articles import split_articles
from graphing.extract import extract
from graphing.extract.names.finding import find_mentions
from graphing.extract.posts.titles import find_titles
from graphing.language import sentences
from graphing.model import Document


def mentions(text: str) -> set[tuple[str, str]]:
    (article,) = split_articles(Document("made up", text))
    return {(one.text, one.kind[0]) for one in find_mentions(article, sentences(article), find_titles(article.text))}


def named(text: str, kind: str) -> set[str]:
    return {form for form, of in mentions(text) if of == kind}


@pytest.mark.parametrize(("text", "organizations"), [
    ("탁하늘 장관은 하늘생명·누리생명·가람생명 사장들과 만났다.", {"하늘생명", "누리생명", "가람생명"}),
    ("도하늘 부총리가 삼성·SK·LG·현대차·가람테크·보람 등의 최고경영자를 만났다.", {"삼성", "SK", "LG", "현대차", "가람테크", "보람"}),
    ("반도체·자동차·배터리·조선·철강 업종 대표들과 만났다.", set()),
    ("그는 롯데·신세계·현대백화점·부산·대구 상인들을 만났다.", {"롯데", "신세계", "현대백화점"}),
    ("도하늘 장관은 새솔칩스와 다온필름의 부스에서 설명을 들었다.", {"새솔칩스", "다온필름"}),
    ("의료장비의 부스와 미래소재 부스를 둘러봤다.", {"미래소재"}),
])
def test_what_stands_in_a_list_of_organisations_is_one(text: str, organizations: set[str]) -> None:
    assert named(text, "o") == organizations


def test_people_after_companies_in_a_list_stay_people() -> None:
    assert named("삼성전자·SK하이닉스·최다온·강누리 대표가 만났다.", "p") == {"최다온", "강누리"}


@pytest.mark.parametrize(("text", "people", "organizations"), [
    ("서라온 노르딕 파워 코리아 대표가 참석했다.", {"서라온"}, {"노르딕 파워 코리아"}),
    ("서민호 북미 에너지 사업부장이 왔다.", {"서민호"}, set()),
    ("도하늘 가람바이오 R&D 총괄사장이 왔다.", {"도하늘"}, {"가람바이오"}),
    ("두 사람은 만났다…삼성전자선 최다온 사장 참석", {"최다온"}, {"삼성전자"}),
    ("하람중공업에서는 이보라 홍콩본사 대표가 나왔다.", {"이보라"}, {"하람중공업"}),
    ("최다온 사장이 중 정협 부주석과 환담했다.", {"최다온"}, {"정협"}),
])
def test_names_of_bodies_are_parted_from_people_and_fields(text: str, people: set[str], organizations: set[str]) -> None:
    assert (named(text, "p"), named(text, "o")) == (people, organizations)


@pytest.mark.parametrize(("text", "people"), [
    ("이들 은행장은 28일 처음으로 만난다.", set()),
    ("그들 회장은 저희 사장과 만났다.", set()),
    ("전북 진안군은 24일 최다온 진안군수가 강누리 국장을 만났다고 밝혔다.", {"최다온", "강누리"}),
    ("도하늘 부총리는 다음 정치국 상무위원 자리를 노린다.", {"도하늘"}),
    ("그룹의 오너 존 키트너 회장도 참석했다. 키트너 그룹은 컸다.", {"존 키트너"}),
    ("팜 쟈 토안 부수상 겸 외교부장이 왔다.", {"팜 쟈 토안"}),
])
def test_who_is_nobody_and_who_is_somebody_before_a_title(text: str, people: set[str]) -> None:
    assert named(text, "p") - {"키트너"} == people


def test_a_first_name_alone_is_the_person_told_in_full() -> None:
    text = "“젠슨이 시켜서요.” 젠슨 황 대표는 웃었다. 최다온 사장이 젠슨 황 대표를 가리켰다."
    assert named(text, "p") >= {"젠슨 황"}
    assert not named(text, "o")


@pytest.mark.parametrize(("text", "organizations"), [
    ("두레소프트를 세운 여문희 대표에게 들었다. 대책을 세운 김도현 대표.", {"두레소프트"}),
    ("프랑스 뮈를렌 오토의 카린 르메르 구매담당 이사가 왔다.", {"뮈를렌 오토"}),
    ("미국 경제의 조지프 콜 교수가 왔다.", set()),
])
def test_bodies_told_by_what_stands_beside_them(text: str, organizations: set[str]) -> None:
    assert named(text, "o") == organizations


LONG = "두 사람은 오랫동안 이야기를 나누고 함께 일하기로 했다. 이날 자리에서는 여러 이야기가 오갔고 다음에도 만나기로 했다. " * 2


@pytest.mark.parametrize(("text", "posts"), [
    ("누리연구소㈜ 최다온 대표는 초청장을 받았다.", {("최다온", "누리연구소")}),
    ("청와대 쪽 배석자는 김도현 비서실장, 최다온 정책실장 등이었다.", {("김도현", "청와대"), ("최다온", "청와대")}),
])
def test_where_somebody_has_a_post(text: str, posts: set[tuple[str, str]]) -> None:
    (article,) = split_articles(Document("made up", text))
    assert {(person.name, one.organization) for person in extract(article).people for one in person.affiliations} == posts
