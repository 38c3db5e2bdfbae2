"""Two names before the one title of both; whole articles, for it is the words around that tell."""

from __future__ import annotations

import pytest
from extract.told import read


def posts(text: str) -> dict[str, set[tuple[str | None, str]]]:
    people = [person for extraction in read(text) for person in extraction.people]
    return {person.name: {(post.organization, post.title) for post in person.affiliations} for person in people}


@pytest.mark.parametrize(("text", "names", "post"), [
    ("한빛전자 고은찬 차은규 부사장이 승진했다.", ("고은찬", "차은규"), ("한빛전자", "부사장")),
    ("새얼은행 제희수 구윤서 부행장이 물러난다.", ("제희수", "구윤서"), ("새얼은행", "부행장")),
    ("민주당 홍영표 은수미 의원과 정의당 심상정 의원이 방문했다.", ("홍영표", "은수미"), ("민주당", "의원")),
])
def test_two_names_before_one_title_are_two_people(text: str, names: tuple[str, str], post: tuple[str, str]) -> None:
    assert {name: {post} for name in names}.items() <= posts(text).items()


@pytest.mark.parametrize(("text", "name", "post"), [
    # Of the first rank there is one: the second is his company. So is a university, and where an envoy is posted.
    ("고은찬 한마루 회장이 3일 방문했다.", "고은찬", ("한마루", "회장")),
    ("어중현 나래차 사장이 3일 방문했다.", "어중현", ("나래차", "사장")),
    ("김상호 한성대 교수가 말했다.", "김상호", ("한성대", "교수")),
    ("고은찬 다온전자 부사장이 승진했다.", "고은찬", ("다온전자", "부사장")),
])
def test_a_company_between_name_and_title_is_nobody(text: str, name: str, post: tuple[str, str]) -> None:
    assert posts(text) == {name: {post}}


@pytest.mark.parametrize(("text", "name", "party"), [
    ("민주당에서 박선규 대표와 김하나 의원이 나왔다.", "김하나", "민주당"),
    ("협의회에는 민주당에서 고은찬 의원, 국민의힘에서 차은규 의원이 참석했다.", "차은규", "국민의힘"),
])
def test_whom_a_party_sends_is_of_it(text: str, name: str, party: str) -> None:
    assert posts(text)[name] == {(party, "의원")}


@pytest.mark.parametrize(("text", "name", "firm"), [
    ("다온증권에서는 윤여정 전무가 나왔다.", "윤여정", "다온증권"),
    ("새얼은행에서는 윤여정 전무와 고은찬 부행장이 참석했다.", "윤여정", "새얼은행"),
    ("누리소프트에선 표정우 대표이사가 배석했다.", "표정우", "누리소프트"),
])
def test_whose_people_act_at_a_company_is_its(text: str, name: str, firm: str) -> None:
    assert firm in {organization for organization, _ in posts(text)[name]}


@pytest.mark.parametrize("text", [
    "김관영 지사, 도쿄서 도레이 사장 만나 “새만금에 더 투자를”",
    "트럼프 \"생큐 신동빈\"…백악관서 롯데 회장 첫 면담",
    "정기선 HD현대 회장은 이날 거제 대신 경주의 APEC CEO 서밋 무대에 섰다.",
    "카젬 한국GM 사장과 함께 산업통상자원부 산업혁신성장실장, 기획재정부 자금시장과장 등을 만났다.",
    "트럼프 대통령은 \"훌륭한 파트너\"라고 썼다.",
])
def test_plain_words_are_nobody(text: str) -> None:
    assert not {"도쿄서", "백악관서", "경주의", "함께", "훌륭한"} & set(posts(text))


@pytest.mark.parametrize("text", ["방그레 협의회장이 3일 말했다.", "이해준 네이션 사장이 3일 말했다."])
def test_names_that_look_like_words_are_somebody(text: str) -> None:
    assert text.split(" ", maxsplit=1)[0] in posts(text)
