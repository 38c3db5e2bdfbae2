"""Names told by the words around them, parted from their neighbours, and the posts that predicates give."""

from __future__ import annotations

import pytest

from graphing.articles import split_articles
from graphing.extract.names.finding import find_mentions
from graphing.extract.names.kinds import is_chinese, is_native
from graphing.extract.posts.titles import find_titles
from graphing.language import sentences
from graphing.model import Document


def mentions(text: str) -> set[tuple[str, str]]:
    (article,) = split_articles(Document("made up", text))
    return {(one.text, one.kind[0]) for one in find_mentions(article, sentences(article), find_titles(article.text))}


@pytest.mark.parametrize(("form", "chinese", "native"), [
    ("장메이링", True, False),
    ("런정페이", True, False),
    ("이즈미", False, False),
    ("마쓰다", False, False),
    ("리처드", False, False),
    ("최은탁", False, True),
    ("호아킨", False, False),
])
def test_a_name_of_one_word_is_chinese_or_korean_to_look_at(form: str, chinese: bool, native: bool) -> None:
    assert (is_chinese(form), is_native(form)) == (chinese, native)


@pytest.mark.parametrize(("text", "people", "organizations"), [
    ("왕샤오밍 룽위안 회장이 서울을 찾았다.", {"왕샤오밍"}, {"룽위안"}),
    ("카를로스 페레스 아르헨수르 사장은 리튬을 판다.", {"카를로스 페레스"}, {"아르헨수르"}),
    ("나이절 파커 회장은 런던에 있다.", {"나이절 파커"}, set()),
    ("비야디의 쑹민쉐 부사장이 왔다.", {"쑹민쉐"}, {"비야디"}),
    ("재작년 봄 빈살렘 하디 회장을 만났다.", {"빈살렘 하디"}, set()),
    ("코르바 대표 유다온은 매장을 열었다.", {"유다온"}, {"코르바"}),
])
def test_foreign_names_are_parted_from_what_stands_beside_them(text: str, people: set[str], organizations: set[str]) -> None:
    assert mentions(text) == {(name, "p") for name in people} | {(name, "o") for name in organizations}


@pytest.mark.parametrize(("text", "name", "kind"), [
    ("차미라 여성가족부 차관이 배석했다.", "차미라", "p"),
    ("백종일 전북은행장의 임기가 끝난다.", "백종일", "p"),
    ("한들정밀 대표 편도식은 공장을 팔았다.", "편도식", "p"),
    ("참석자는 오하린(산다르 대표), 이반 코스타(마르테 이사).", "마르테", "o"),
    ("게임사 푸른고래의 새 게임이 나온다.", "푸른고래", "o"),
    ("스타트업 ‘조약돌’의 사무실은 성수동에 있다. 조약돌은 2011년 세워졌다.", "조약돌", "o"),
    ("커피를 파는 코르바를 창업한 오하린 대표는 웃었다.", "코르바", "o"),
    ("한솔모빌리티를 이끄는 오하린은 웃었다.", "한솔모빌리티", "o"),
    ("보티나 재난대응부 장관이 왔다.", "재난대응부", "o"),
])
def test_what_stands_around_a_name_tells_it(text: str, name: str, kind: str) -> None:
    assert (name, kind) in mentions(text)


@pytest.mark.parametrize("text", [
    "하지만 신한은행장은 오지 않았다.",
    "지난해 국민은행 은행장을 지냈다.",
    "KT 대표 공모전은 무산됐다.",
    "포스코 회장 선임을 두고 말이 많다.",
    "협력사 관계자는 말을 아꼈다.",
    "일부 장관은 반대했다.",
])
def test_ordinary_words_there_are_no_people(text: str) -> None:
    assert not [name for name, kind in mentions(text) if kind == "p"]


def test_a_page_without_blanks_is_parted_into_names_organizations_and_titles() -> None:
    text = "모인 사람은 하세윤한솔그룹회장이었다."
    assert mentions(text) == {("하세윤", "p"), ("한솔그룹", "o")}


@pytest.mark.parametrize(("text", "name", "kind"), [
    ("즈엉티홍하인 베트남 장관이 왔다.", "즈엉티홍하인", "p"),
    ("쩐비엣흥 재무부 장관이 배석했다.", "쩐비엣흥", "p"),
    ("그는 쩐 반 뚜언 하남성 인민위원장과 만났다.", "쩐 반 뚜언", "p"),
    ("부이꾸옥훙 하노이시장과 최 사장이 만났다.", "부이꾸옥훙", "p"),
    ("같은 당 조민경 의원은 찬성했다.", "조민경", "p"),
    ("25일 당 관계자에 따르면 조문규 비상대책위원장은 강 의원을 불렀다.", "조문규", "p"),
    ("그는 세퀘이아 퍼시픽의 옹텡분 대표를 만났다.", "옹텡분", "p"),
    ("그는 세퀘이아 퍼시픽의 옹텡분 대표를 만났다.", "세퀘이아 퍼시픽", "o"),
    ("채도빈 주중 공사가 배석했다.", "채도빈", "p"),
    ("그는 에어루안의 올리비에 뒤퐁회장과 만났다.", "올리비에 뒤퐁", "p"),
    ("대성메탈 박누리 사장과는 5일 만났다.", "박누리", "p"),
    ("두솔산업의 연락책 방춘복 씨가 왔다.", "방춘복", "p"),
    ("한들전자 사외이사인 태유림은 기권했다.", "태유림", "p"),
    ("상대는 대주주 줄리아 박.", "줄리아 박", "p"),
    ("그는 여당 원내대표와 남여진 야당 원내대표를 초청했다.", "남여진", "p"),
    ("배우 최고은 씨가 왔다.", "최고은", "p"),
    ("빈소라 물가위원장, 오는 18일 국회 방문", "빈소라", "p"),
    ("그날 만난 코드온랩 대표 주시현과 노트비 대표 민가영은 웃었다.", "코드온랩", "o"),
])
def test_whole_names_and_what_they_stand_beside(text: str, name: str, kind: str) -> None:
    assert (name, kind) in mentions(text)


@pytest.mark.parametrize(("text", "none"), [
    ("그들은 엑스코 전시장에서 차를 마셨다.", "엑스코"),
    ("김대표는 킨텍스 대표를 만났다.", "킨텍스"),
    ("당초 거절 의사를 전했던 선우민 사장도 왔다.", "당초"),
    ("당초 거절 의사를 전했던 선우민 사장도 왔다.", "거절"),
    ("문을 연 사람은 누리그룹 한도겸 회장.", "사람은"),
    ("카페에서 이뤄진 두 창업자의 만남이 출발점이 됐다.", "이뤄진"),
    ("과장은 국장으로 길게 일했다.", "국장으로 길"),
    ("기자는 보따리에 대표의 옷을 넣었다.", "보따리에"),
])
def test_words_and_houses_are_nobody(text: str, none: str) -> None:
    assert none not in {name for name, _ in mentions(text)}


def test_a_doctor_is_not_what_somebody_means_to_do() -> None:
    assert find_titles("그는 참석 의사를 밝혔다.") == ()
    assert [title.text for title in find_titles("안과 의사 최다온 씨")] == ["의사", "씨"]
