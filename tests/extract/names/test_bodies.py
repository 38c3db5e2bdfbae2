"""Organisations told by what is written with them, and by the lists they stand in with their people."""

from __future__ import annotations

import pytest
from extract.told import read

from graphing.articles import split_articles
from graphing.extract.names.finding import find_mentions
from graphing.extract.posts.titles import find_titles
from graphing.language import sentences
from graphing.model import Document


def mentions(text: str) -> set[tuple[str, str]]:
    (article,) = split_articles(Document("made up", text))
    return {(one.text, one.kind[0]) for one in find_mentions(article, sentences(article), find_titles(article.text))}


def named(text: str, kind: str) -> set[str]:
    return {form for form, of in mentions(text) if of == kind}


def posts(text: str) -> dict[str, list[str | None]]:
    return {person.name: [post.organization for post in person.affiliations] for extraction in read(text) for person in extraction.people}


@pytest.mark.parametrize(("text", "person", "organization"), [
    ("도하늘 금융감독위원장,박누리 경제부총리가 은행장들을 만났다.", "도하늘", "금융감독위"),
    ("탁은별 공정거래위원장이 4일 간담회를 열었다.", "탁은별", "공정거래위"),
    ("탁은별 감사원장이 4일 간담회를 열었다.", "탁은별", "감사원"),
    ("탁은별 대법원장과 도하늘 헌법재판소장이 4일 만났다.", "도하늘", "헌법재판소"),
    ("응우옌 반 쫑 베트남 공산당 서기장이 4일 도하늘 가람전자 회장을 만났다.", "응우옌 반 쫑", "공산당"),
    ("4일 제임스 강 주한미국상의 회장과 루신다 맥코이 주한영국상의 소장이 간담회에 나왔다.", "루신다 맥코이", "주한영국상의"),
    ("여야는 연하람 연금개혁특위위원장과 머리를 맞댔다.", "연하람", "연금개혁특위"),
    ("맹다온 노사정위원장은 노조를 찾았다.", "맹다온", "노사정위"),
    ("이날 자리에는 복지부에서 도하늘 장관을 비롯해 권다은 보건의료정책실장, 강누리 보건산업정책국장이 나왔다.", "권다은", "복지부"),
])
def test_the_head_of_a_body_is_of_what_his_title_is_written_with(text: str, person: str, organization: str) -> None:
    assert posts(text)[person] == [organization]


@pytest.mark.parametrize("text", [
    "도하늘 특별위원장이 말했다.",
    "박누리 선거대책위원장이 4일 회의를 열었다.",
    "윤하람 정무위원장을 만났다.",
])
def test_other_committees_are_no_bodies(text: str) -> None:
    assert named(text, "o") == set()


@pytest.mark.parametrize(("text", "organizations"), [
    ("도몽우 현대·기아자동차 회장과 박누리 SK 회장이 나왔다.", {"현대·기아자동차", "SK"}),
    ("현대·기아차그룹은 4일 신차를 내놓았다.", {"현대·기아차그룹"}),
    ("폴란드 총리실은 4일 도하늘 장관을 맞았다.", {"폴란드 총리실"}),
    ("바르샤바 총리실에서 도하늘 장관을 만났다.", set()),
    ("강누리 대표는 2007년 NHN USA 대표를 지냈다.", {"NHN USA"}),
    ("탁은별 사장과 LG LCD 연하람 사장이 서명했다.", {"LG LCD"}),
    ("이 자리에는 회계법인 새솔 경다은 파트너가 들어왔다.", {"회계법인 새솔"}),
    ("도하늘 장관이 사진을 찍고 있다. (사진=대통령실 제공)", set()),
    ("설도윤 미래전략수석이 자리를 함께했다.", set()),
    ("박누리 부산시장과 도하늘 경기도지사가 만났다.", set()),
    ("강누리 회장이 서울의 한식당 하람재에서 도하늘 장관을 만났다.", set()),
])
def test_what_is_no_organisation_and_what_is(text: str, organizations: set[str]) -> None:
    assert named(text, "o") == organizations


@pytest.mark.parametrize(("text", "person"), [
    ("그는 마하라슈트라주 라케시 파틸 산업장관과 만났다.", "라케시 파틸"),
])
def test_a_place_at_the_border_of_a_foreign_name_is_no_part_of_it(text: str, person: str) -> None:
    assert person in named(text, "p") or not named(text, "p") - {"도하늘"}


@pytest.mark.parametrize(("text", "people", "organizations"), [
    (
        "새람중공업 도하늘, 다온산업 박누리, 하늘전자 정하람, 컴다스 연두리 사장이 초청장을 받았다.",
        {"도하늘", "박누리", "정하람", "연두리"},
        {"새람중공업", "다온산업", "하늘전자", "컴다스"},
    ),
    (
        "참석자는 리온칩 강새 대표, 누리아이씨 도태풍 대표, 모스타 라지브 메타 대표, 두람반도체 박누리 대표였다.",
        {"강새", "도태풍", "라지브 메타", "박누리"},
        {"리온칩", "누리아이씨", "모스타", "두람반도체"},
    ),
])
def test_companies_and_people_by_turns(text: str, people: set[str], organizations: set[str]) -> None:
    assert (named(text, "p"), named(text, "o")) == (people, organizations)


def test_names_before_companies_stay_as_they_are() -> None:
    text = "이날 도하늘 삼성전자 회장, 박누리 SK 회장, 정하람 LG 회장, 연두리 롯데 사장이 모였다."
    assert named(text, "p") == {"도하늘", "박누리", "정하람", "연두리"}


def test_what_a_list_of_companies_says_they_do() -> None:
    text = "간담회에는 다온로보틱스(서빙로봇), 4D하람(영상제작), 스트라피오(의약품검사), 새솔플랫폼(돌봄로봇) 등이 나왔다."
    assert named(text, "o") == {"다온로보틱스", "4D하람", "스트라피오", "새솔플랫폼"}


def test_banks_by_the_names_of_a_list_of_banks() -> None:
    text = "5대 은행(KB국민·신한·하나·우리·NH농협)의 행장들이 모였다. 도하늘 신한은행장과 박누리 하나은행장이 나왔다."
    names = {one.name: one.aliases for extraction in read(text) for one in extraction.organizations}
    assert names["신한은행"] == ("신한",)
    assert names["하나은행"] == ("하나",)


def test_below_and_a_kind_of_house_are_nobody() -> None:
    assert named("새솔부(장관 도하늘, 이하 새솔부)는 4일 간담회를 열었다.", "p") == {"도하늘"}


@pytest.mark.parametrize(("text", "person", "organization"), [
    ("그는 현지 유통 재벌 비오넥스의 레 꽝 민 회장과 점심을 들었다.", "레 꽝 민", "비오넥스"),
    ("다음 달에는 세미텍스의 예소린 대표가 찾아간다.", "예소린", "세미텍스"),
])
def test_whose_somebody_with_the_title_of_a_company_is_is_one(text: str, person: str, organization: str) -> None:
    assert posts(text)[person] == [organization]


@pytest.mark.parametrize("text", [
    "도하늘 회장은 16일 박누리 대표를 만났다.",
    "파리서 로랑 뷔송 최고경영자를 만났다.",
    "부산 영도의 공장으로 도하늘 사장을 찾아갔다.",
    "두 사람은 버지니아 알링턴의 한 호텔에서 마주 앉았다.",
    "도하늘 지사는 오하이오주 데이튼을 찾아 박누리 회장과 면담했다.",
])
def test_a_day_or_a_town_is_no_company(text: str) -> None:
    assert named(text, "o") == set()


@pytest.mark.parametrize(("text", "people"), [
    ("이 자리에는 구본설 주베트남 공사가 함께했다.", {"구본설"}),
    ("탁은별 주중 대사와 도하늘 주UAE 대사가 나왔다.", {"탁은별", "도하늘"}),
    ("이날은 주중 대사가 나왔다.", set()),
    ("회의에는 문도국 장하익 김하만 부위원장이 나왔다.", {"문도국", "장하익", "김하만"}),
])
def test_envoys_and_names_before_one_title(text: str, people: set[str]) -> None:
    assert named(text, "p") == people


@pytest.mark.parametrize(("text", "person", "organization"), [
    ("The union met creditors led by Garam Development Bank Chairman Do Won-bae last Friday.", "Do Won-bae", "Garam Development Bank"),
    ("The Ministry of Trade, Industry and Energy said Minister Cho Yun-ha will receive the visitors.",
     "Cho Yun-ha", "Ministry of Trade, Industry and Energy"),
    ("Saeron Steel CEO Ma Seung-ha will meet Saeron Steel Workers Union chief Yeom Ji-hye on Thursday.", "Ma Seung-ha", "Saeron Steel"),
    ("By Kim Ha-neul\n\nSEOUL -- Garam Motors CEO Choi Do-yun met the mayor on Monday.", "Choi Do-yun", "Garam Motors"),
])
def test_whose_somebody_is_in_english(text: str, person: str, organization: str) -> None:
    assert posts(text) == {**posts(text), person: [organization]}
    assert "Kim Ha-neul" not in posts(text)


def test_a_name_is_apart_from_where_its_owner_is_of() -> None:
    found = mentions("Her lawyer, Sa Mi-rae of Yulha & Partners, said the dinner never took place.")
    assert {("Sa Mi-rae", "p"), ("Yulha & Partners", "o")} <= found


@pytest.mark.parametrize(("text", "person", "organization"), [
    ("협약식에는 하늘은행 방성욱 디지털그룹 부행장이 왔다.", "방성욱", "하늘은행"),
    ("국민은행 서영호 글로벌사업그룹 부행장은 하노이에서 팜 반 뚜 국장을 만났다.", "서영호", "국민은행"),
    ("하늘은행의 오태민 리스크관리그룹 상무가 물러났다.", "오태민", "하늘은행"),
    ("권석진 IBK기업은행장은 22일 거제를 찾았다. 권 행장은 동행한 서진호 중소기업그룹장에게 검토를 지시했다.", "서진호", "IBK기업은행"),
    ("가람전자 대외협력실 최윤호 사장은 10일 워싱턴에서 마이크 리 의원을 만났다.", "최윤호", "가람전자"),
    ("가람전자는 10일 이사회를 열었다. 이 회사 경영지원실 최윤호 부사장이 설명했다.", "최윤호", "가람전자"),
    ("하늘그룹 도하늘 회장은 4일 한들그룹 맹다온 부회장과 만났다.", "맹다온", "한들그룹"),
])
def test_a_part_of_a_house_is_no_organization_of_its_own(text: str, person: str, organization: str) -> None:
    assert posts(text)[person] == [organization]


@pytest.mark.parametrize("text", [
    "검찰은 서울 논현동 태성이앤씨 본사를 압수수색했다.", "지 회장은 서울 논현동 태성이앤씨에서 고은찬 다온증권 사장을 만났다.",
    "윤 회장은 지난 2월 싱가포르의 루프톱 바에서 고은찬 다온증권 대표를 만났다.",
    "협약식에는 신민정 도의회 농수산위원장, 정영철 도 해양수산국장이 참석했다.",
])
def test_a_company_s_letters_a_place_and_an_assembly_are_nobody(text: str) -> None:
    assert named(text, "p").isdisjoint({"논현동 태성이앤", "태성이앤", "루프톱 바", "도의회"})
