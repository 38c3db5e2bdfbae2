"""Who is who in one article: short forms, two of one surname, headlines, foreign names, and organisations by their forms."""

from __future__ import annotations

import pytest
from extract.written import organizations, people, written
from hypothesis import given
from hypothesis import strategies as st

from graphing.extract.entities.people import resolve_organizations, resolve_people, unnamed_people
from graphing.extract.posts.titles import find_titles


def grouped(marked: str) -> dict[str, list[str]]:
    """name -> the texts of its mentions."""
    return {name: [mention.text for mention in person.mentions] for name, person in people(marked).items()}


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        # a surname with a title, before and after the full name
        ("{도가람} <한들전자> 회장이 왔다. {도} 회장은 웃었다.", {"도가람": ["도가람", "도"]}),
        ("{도} 회장 방한\n{도가람} <한들전자> 회장이 왔다.", {"도가람": ["도", "도가람"]}),
        ("{남궁솔} <누리> 대표가 왔다. {남궁} 대표는 웃었다.", {"남궁솔": ["남궁솔", "남궁"]}),
        # a surname or a letter whose name is kept back is nobody, one whose name is told is somebody
        ("{도}모(33)씨가 {A}씨를 만났다. {도}씨는 웃었다.", {}),
        ("{도가람} 씨가 {문}모 씨를 만났다. {도}씨는 웃었다.", {"도가람": ["도가람", "도"]}),
        # headlines: hanja, bare surname
        ("{文} 만난 {도가람}\n{문하늘} 총리가 {도가람} 회장을 만났다.", {"문하늘": ["文", "문하늘"], "도가람": ["도가람", "도가람"]}),
        # foreign names: last, first, particles, a surname shared with Korean ones
        ("{벤 하트만} <오르빗> 최고경영자(CEO)가 왔다. {하트만} CEO는 웃었다.", {"벤 하트만": ["벤 하트만", "하트만"]}),
        ("{레 쑤언 탄} 총리가 왔다. {탄} 총리는 웃었다.", {"레 쑤언 탄": ["레 쑤언 탄", "탄"]}),
        ("{오마르 빈 파이잘} 왕세자가 왔다. {빈 파이잘} 왕세자는 웃었다.", {"오마르 빈 파이잘": ["오마르 빈 파이잘", "빈 파이잘"]}),
        ("{안소니 곽} <한들> 소장이 왔다. {곽} 소장은 웃었다.", {"안소니 곽": ["안소니 곽", "곽"]}),
        ("{벤 하트만}(Ben Hartmann) 대표와 {벤 하트먼} 대표", {"벤 하트만": ["벤 하트만", "벤 하트먼"]}),
        ("{벤 하트만}({Ben Hartmann}) <오르빗> 대표가 왔다.", {"벤 하트만": ["벤 하트만", "Ben Hartmann"]}),
        ("{하트만} CEO가 왔다. {하트만}은 웃었다.", {"하트만": ["하트만", "하트만"]}),
        # two of one surname: by title, by organisation, by 전
        (
            "{도가람} <한들전자> 회장과 {도나루} <누리> 대표가 만났다. {도} 대표가 말하자 {도} 회장이 웃었다.",
            {"도가람": ["도가람", "도"], "도나루": ["도나루", "도"]},
        ),
        (
            "{도가람} <한들전자> 회장과 {도나루} <누리> 회장이 만났다. <누리> {도} 회장이 먼저 왔다.",
            {"도가람": ["도가람"], "도나루": ["도나루", "도"]},
        ),
        (
            "{손가람} 전 회장과 {손나루} 회장이 만났다. {손} 전 회장이 먼저 왔다.",
            {"손가람": ["손가람", "손"], "손나루": ["손나루"]},
        ),
        # a Japanese name without its blank, and its family name with what spells it
        ("{아베}({安倍}) 총리가 왔다. {아베아키} 총리는 웃었다.", {"아베아키": ["아베", "安倍", "아베아키"]}),
        # a Chinese surname that Hangul writes with two syllables
        ("{저우하이펑} 총경리가 왔다. {저우} 총경리는 웃었다.", {"저우하이펑": ["저우하이펑", "저우"]}),
        ("{자오민} 총재가 왔다. {자오} 총재는 웃었다.", {"자오민": ["자오민", "자오"]}),
        ("{차오더왕} 회장이 왔다. {차오} 회장은 웃었다.", {"차오더왕": ["차오더왕", "차오"]}),
        ("{이시다} 총리가 왔다. {아베아키} 총리는 웃었다.", {"이시다": ["이시다"], "아베아키": ["아베아키"]}),
        # 씨 says nothing against a title
        ("<한들전자> 대표를 겸하던 {도가람}씨가 왔다. {도} 사장은 웃었다.", {"도가람": ["도가람", "도"]}),
        ("{도가람}씨가 왔다. {도} 사장은 웃었다.", {"도가람": ["도가람", "도"]}),
        # one who changes title
        ("{도가람} <한들전자> 부문장(사장)이 왔다. {도} 사장은 웃었다. {도} 부문장은 갔다.", {"도가람": ["도가람", "도", "도"]}),
        # a father and son of two full names are two people
        ("{벤 하트만} 대통령의 아들 {하트만 주니어}가 왔다.", {"벤 하트만": ["벤 하트만"], "하트만 주니어": ["하트만 주니어"]}),
    ],
)
def test_mentions_go_to_people(marked: str, expected: dict[str, list[str]]) -> None:
    assert grouped(marked) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("{도}모(33)씨가 {A}씨를 만났다. {도}씨는 웃었다. {A} 군은 갔다.", {"도": 2, "A": 2}),
        ("{도가람} 씨가 {문}모 씨를 만났다. {도}씨는 웃었다.", {"문": 1}),
        ("{도가람} <한들전자> 회장이 왔다. {문} 사장은 웃었다.", {}),
    ],
)
def test_those_whose_names_are_kept_back_are_told_apart(marked: str, expected: dict[str, int]) -> None:
    article, _, mentions = written(marked)
    found = unnamed_people(article.text, mentions, tuple(people(marked).values()))
    assert {person.name: len(person.mentions) for person in found} == expected
    assert all(article.text[mention.start : mention.end] == mention.text for person in found for mention in person.mentions)


def test_a_tie_belongs_to_nobody() -> None:
    assert grouped("{도} 회장 방한\n{도가람}·{도나루} 회장이 왔다.")["도가람"] == ["도가람"]


def test_a_president_is_no_chairman_of_the_same_surname() -> None:
    assert set(grouped("{이하늘} 대통령이 왔다. {이} 회장은 웃었다.")) == {"이하늘", "이"}


def test_aliases_hold_title_but_no_bare_surname() -> None:
    told = "{벤 하트만} <오르빗> CEO와 {도가람} <한들> 회장이 만났다. "
    found = people(told + "{하트만} CEO는 {도} 회장에게, {하트만}은 다시 {도} 전 회장에게 말했다.")
    assert found["벤 하트만"].aliases == ("하트만", "하트만 CEO")
    assert found["도가람"].aliases == ("도 회장", "도 전 회장")


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("<금융질서원>(<금질원>)은 <금질원> 규정을", {"금융질서원": ("금질원",)}),
        ("<한들그룹>이 <한들> 계열사를", {"한들그룹": ("한들",)}),
        ("<누리금융지주>와 <누리금융>", {"누리금융지주": ("누리금융",)}),
        ("<호연뉴리은행>(<HNB>)이 <HNB> 지점을", {"호연뉴리은행": ("HNB",)}),
        ("<산업전환부> 장관이 <산환부> 직원에게", {"산업전환부": ("산환부",)}),
        ("<한들 전자>와 <한들전자>", {"한들전자": ("한들 전자",)}),
        ("<누리은행>과 <누리은행 노조>", {"누리은행": (), "누리은행 노조": ()}),
        ("<한들전자>와 <한들전자의> 주주", {"한들전자": ()}),
        # the group where the text speaks of it as one, its only company named there otherwise
        ("{도가람} 전 <삼성> 회장이 <삼성전자>를 찾았다.", {"삼성": (), "삼성전자": ()}),
        ("<삼성>·<SK>의 경영진이 <삼성전자>에 모였다.", {"삼성": (), "SK": (), "삼성전자": ()}),
        ("4대 그룹이 왔다. <삼성>은 웃었다. <삼성전자>는 갔다.", {"삼성": (), "삼성전자": ()}),
        ("<삼성>과 <SK하이닉스>가 장비를 산다. <삼성전자>는 웃었다.", {"삼성전자": ("삼성",), "SK하이닉스": ()}),
        # a former ministry by the short form that its successor has now
        ("<국토해양부> 장관이 <국토부> 직원에게", {"국토해양부": ("국토부",)}),
        ("<국토해양부>와 <국토교통부>, <국토부>", {"국토해양부": (), "국토교통부": ("국토부",)}),
        ("<삼성>이 웃었다. <삼성전자>는 갔다.", {"삼성전자": ("삼성",)}),
        ("<한들전자>, <한들물산>, <한들>", {"한들전자": (), "한들물산": (), "한들": ()}),
    ],
)
def test_forms_of_one_organization(marked: str, expected: dict[str, tuple[str, ...]]) -> None:
    assert {name: found.aliases for name, found in organizations(marked).items()} == expected


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("누리은행", "company"),
        ("한들전자", "company"),
        ("누리은행 노조", "agency"),
        ("산업전환부", "agency"),
        ("가온대", "agency"),
        ("중앙은행", "agency"),
        ("도나루", "company"),
    ],
)
def test_companies_and_agencies(name: str, kind: str) -> None:
    assert organizations(f"<{name}>이 말했다.")[name].type == kind


NAMED = ["{도가람}", "{도}", "{벤 하트만}", "{하트만}", "{·}", "<한들전자>", "<한들>"]
PARTS = [*NAMED, " 회장", " 전", " 대표", "(", ")", "·", "은 ", ". ", "의 ", "\n"]


@given(st.lists(st.sampled_from(PARTS), max_size=25))
def test_any_order_of_mentions_is_taken(parts: list[str]) -> None:
    article, sentences, mentions = written("".join(parts))
    found = resolve_organizations(article, mentions)
    resolved = resolve_people(article, sentences, mentions, find_titles(article.text), found)
    owned = [mention for person in resolved for mention in person.mentions]
    assert len(owned) == len(set(owned))
    assert all(mention.kind == "person" for mention in owned)
    assert sum(len(organization.mentions) for organization in found) == sum(mention.kind == "organization" for mention in mentions)
    assert all(0 <= post.evidence.start < post.evidence.end <= len(article.text) for person in resolved for post in person.affiliations)


def test_another_name_in_brackets_is_not_the_one_to_call_somebody_by() -> None:
    assert set(grouped("{손가람}(일본명 {마사요시 손}) <한들> 회장이 왔다. {손} 회장은 웃었다.")) == {"손가람"}
