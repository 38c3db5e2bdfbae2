"""Posts: what the words beside a name state, what a list or a frame gives, and what is no post."""

from __future__ import annotations

import pytest
from extract.written import people, posts, written

CHAIR = {"도가람": [("한들전자", "회장")]}


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("{도가람} 회장은 {나은결} <누리> 대표를 만났다.", {"도가람": [(None, "회장")], "나은결": [("누리", "대표")]}),
        ("{나은결} <기술원> 이사장과 {도가람} 직업훈련원장", {"도가람": [(None, "직업훈련원장")], "나은결": [("기술원", "이사장")]}),
        ("{도가람} <대한상공회의소> 회장은 <재정부> 청사를 찾았다.", {"도가람": [("대한상공회의소", "회장")]}),
        ("{도가람} <한들전자> 회장이 왔다.", CHAIR),
        ("<한들전자> {도가람} 회장이 왔다.", CHAIR),
        ("{도가람}(왼쪽) <한들전자> 회장이 왔다.", CHAIR),
        ("{도가람} 대만 <한들전자>(HDE) 회장이 왔다.", CHAIR),
        ("<한들전자>의 {도가람} 회장이 왔다.", CHAIR),
        ("<한들전자> 회장인 {도가람}이 왔다.", CHAIR),
        ("{도가람} 회장의 <한들전자>가 웃었다.", CHAIR),
        ("{도가람} 회장이 이끄는 <한들전자>가 웃었다.", CHAIR),
        ("<한들전자>를 이끄는 {도가람} 회장이 왔다.", CHAIR),
        ("최고경영자 {벤 하트만}이 왔다. {하트만} <오르빗> CEO는 갔다.", {"벤 하트만": [("오르빗", "최고경영자(CEO)")]}),
        ("{도가람} <누리은행>장이 왔다.", {"도가람": [("누리은행", "누리은행장")]}),
        ("{도가람} <전파위>원장이 왔다.", {"도가람": [("전파위", "전파위원장")]}),
        ("{도가람} <한들전자> DS부문장(부회장)이 왔다.", {"도가람": [("한들전자", "DS부문장"), ("한들전자", "부회장")]}),
        ("{도가람} <한들전자> 창업자 겸 <누리> 회장이 왔다.", {"도가람": [("한들전자", "창업자"), ("누리", "회장")]}),
        ("{도가람} 부총리 겸 <재정부> 장관이 왔다.", {"도가람": [(None, "부총리"), ("재정부", "장관")]}),
        ("{도가람} 사외이사(<가온대> 교수)가 <한들전자>를 떠났다.", {"도가람": [("한들전자", "사외이사"), ("가온대", "교수")]}),
        ("<누리은행>(은행장 {나은결})은 <한들전자>(회장 {도가람})와 손잡았다.", {"나은결": [("누리은행", "은행장")], **CHAIR}),
        ("<누리은행>(은행장·{나은결})은 <한들전자>(회장ㆍ{도가람}ㆍ오른쪽)와 손잡았다.", {"나은결": [("누리은행", "은행장")], **CHAIR}),
        ("<누리은행>은 <한들전자>(대표이사 회장 {도가람})와 손잡았다.", {"도가람": [("한들전자", "대표이사 회장")]}),
        (
            "{도가람} 회장(<한들전자>)과 {나은결}의원(<새물당>) {하나래}의원(<한빛당>)이 왔다.",
            {**CHAIR, "나은결": [("새물당", "의원")], "하나래": [("한빛당", "의원")]},
        ),
        ("{도가람} 의원(왼쪽)과 <새물당>이 왔다.", {"도가람": [(None, "의원")]}),
        ("<한들전자> 창업자 {도가람} <누리> 대표가 왔다.", {"도가람": [("한들전자", "창업자"), ("누리", "대표")]}),
        ("<한들전자> 투자총괄대표 {도가람}", {"도가람": [("한들전자", "투자총괄대표")]}),
        ("{도가람} 대통령이 왔다. <한들전자>가 반겼다.", {"도가람": [(None, "대통령")]}),
        ("△{도가람} <한들전자> 회장 △{나은결} <누리> 대표", {"도가람": [("한들전자", "회장")], "나은결": [("누리", "대표")]}),
        (
            "◆<한들전자>\n△부사장 {도가람} △상무 {나은결} {하나래}",
            {"도가람": [("한들전자", "부사장")], "나은결": [("한들전자", "상무")], "하나래": [("한들전자", "상무")]},
        ),
        ("<상공회의> {도가람} 부회장, {나은결} 단장이 왔다.", {"도가람": [("상공회의", "부회장")], "나은결": [("상공회의", "단장")]}),
        ("<한들전자> {도가람}·{나은결} 사장이 왔다.", {"도가람": [("한들전자", "사장")], "나은결": [("한들전자", "사장")]}),
        ("{도가람} <한들전자>·{나은결} <누리통신> 사장이 왔다.", {"도가람": [("한들전자", "사장")], "나은결": [("누리통신", "사장")]}),
        ("<한들전자> {도가람}, <누리통신> {나은결} 회장이 왔다.", {**CHAIR, "나은결": [("누리통신", "회장")]}),
        ("{도가람}(<새물당>), {나은결}(<한빛당>) 의원이 왔다.", {"도가람": [("새물당", "의원")], "나은결": [("한빛당", "의원")]}),
        (
            "<한들전자>에서는 {도가람} 회장과 {나은결} 반도체사업부장이 나왔다.",
            {"도가람": [("한들전자", "회장")], "나은결": [("한들전자", "반도체사업부장")]},
        ),
        ("{도가람} <한들전자> 회장과 부인 {나은결} 고문이 찾았다.", {**CHAIR, "나은결": [("한들전자", "고문")]}),
        ("{도가람} 실장, {나은결} 국장 등 <과학부> 직원이 왔다.", {"도가람": [("과학부", "실장")], "나은결": [("과학부", "국장")]}),
        ("[{도가람}/<한들전자> 회장 : 기쁩니다.] [{나은결} / <누리> 대표]", {**CHAIR, "나은결": [("누리", "대표")]}),
        ("어제/ {도가람} / <한들전자> 회장", {"도가람": []}),
        ("{도가람} <한들전자>·<누리> 회장이 왔다.", {"도가람": [("한들전자", "회장"), ("누리", "회장")]}),
        ("{도가람} <한들전자> 반도체(DS)부문 회장이 왔다.", {"도가람": [("한들전자", "회장")]}),
        ("<한들전자> 회장직을 맡고 있는 {도가람} <누리> 대표가 왔다.", {"도가람": [("한들전자", "회장"), ("누리", "대표")]}),
        ("<새물당> {도가람}·{나은결}·{하나래} 의원이 왔다.", {name: [("새물당", "의원")] for name in ("도가람", "나은결", "하나래")}),
        ("<새물당> {도가람} 의원과 {나은결} 의원이 왔다.", {"도가람": [("새물당", "의원")], "나은결": [(None, "의원")]}),
        ("{도가람} <한들전자> 회장이 어제 {나은결} 회장을 만났다.", {**CHAIR, "나은결": [(None, "회장")]}),
        ("Samuel Do, chief executive of <Hanul>, met <Nuri>'s chairman {Ben Na}.", {"Ben Na": [("Nuri", "chairman")]}),
        ("{Samuel Do}, chief executive of <Hanul>, came.", {"Samuel Do": [("Hanul", "chief executive")]}),
        ("<Hanul> CEO {Samuel Do} and <Nuri> CEO {Ben Na} met.", {"Samuel Do": [("Hanul", "CEO")], "Ben Na": [("Nuri", "CEO")]}),
        ("{Ben Na}, co-founder and president of <Nuri>, came.", {"Ben Na": [("Nuri", "co-founder"), ("Nuri", "president")]}),
        ("<Hanul>, met with Seoul Mayor {Ben Na}.", {"Ben Na": [(None, "Mayor")]}),
    ],
)
def test_posts(marked: str, expected: dict[str, list[tuple[str | None, str]]]) -> None:
    assert posts(marked) == expected


@pytest.mark.parametrize(
    ("marked", "former"),
    [
        ("{도가람} 전 <한들전자> 회장이 왔다.", True),
        ("{도가람} <한들전자> 전 회장이 왔다.", True),
        ("{도가람} 당시 <한들전자> 회장이 왔다.", True),
        ("<한들전자> 회장이던 {도가람} 씨가 왔다.", True),
        ("{도가람} <한들전자> 회장이 오전 10시에 왔다.", False),
        ("{도가람} 후보는 <한들전자> 사장을 지냈다.", True),
        ("당시 <한들전자>를 이끌던 {도가람} 대표가 왔다.", True),
        ("<한들전자>를 이끄는 {도가람} 대표가 왔다.", False),
        ("<한들전자> 대표 출신인 {도가람} 의원이 왔다.", True),
        ("<한들전자> 대표직을 내려놓은 {도가람} 고문이 왔다.", True),
        ("<한들전자> 대표에서 물러난 {도가람} 고문이 왔다.", True),
        ("<한들전자> 대표를 이어받은 {도가람} 부사장이 왔다.", False),
    ],
)
def test_former_posts(marked: str, former: bool) -> None:
    post = next(post for post in people(marked)["도가람"].affiliations if post.organization)
    assert (post.organization, post.former) == ("한들전자", former)


def test_the_posts_of_a_career() -> None:
    found = people("{도가람} <금융원> 원장은 <재정부> 차관보와 <금융위> 부위원장을 지냈다.")["도가람"].affiliations
    assert {(post.organization, post.title, post.former) for post in found} == {
        ("금융원", "원장", False),
        ("재정부", "차관보", True),
        ("금융위", "부위원장", True),
    }


def test_a_short_form_takes_the_organization_of_its_person() -> None:
    assert posts("{도가람} <누리은행>장이 왔다. <한들전자>는 놀랐다. {도} 행장은 웃었다.") == {"도가람": [("누리은행", "누리은행장")]}


def test_a_possessor_is_no_employer_where_another_is_stated() -> None:
    assert posts("<누리은행>의 {도가람} 전 회장 친인척 대출. {도가람} 전 <누리지주> 회장은 부인했다.")["도가람"] == [("누리지주", "회장")]


def test_an_organization_named_only_as_an_object_employs_nobody_else() -> None:
    found = posts("{도가람} <한들전자> 회장이 <누리통신> {나은결} 대표를 만났다.")
    assert found == {**CHAIR, "나은결": [("누리통신", "대표")]}


@pytest.mark.parametrize(
    "marked", ["{도가람} 씨가 왔다.", "{도가람} 내정자가 왔다.", "{도가람}에게 회장 자리를 줬다. <한들전자>가 웃었다."]
)
def test_words_that_tell_no_post(marked: str) -> None:
    assert posts(marked) == {"도가람": []}


def test_a_shorter_word_for_the_same_post_is_no_second_post() -> None:
    assert posts("{도가람} <한들전자> DS부문장이 왔다. <한들전자> {도} 부문장은 웃었다.") == {"도가람": [("한들전자", "DS부문장")]}


def test_evidence_covers_name_and_title() -> None:
    marked = "어제 {도가람}(왼쪽) <한들전자> 회장이 왔다. <누리통신>에서는 {나은결} 대표가 나왔다."
    text = written(marked)[0].text
    for name, title in (("도가람", "회장"), ("나은결", "대표")):
        (post,) = people(marked)[name].affiliations
        words = text[slice(*post.evidence)]
        assert name in words
        assert words.endswith(title)


def test_a_career_goes_on_with_a_pronoun() -> None:
    text = "{도가람} <금융원> 원장은 <재정부> 차관보를 지냈다. 그는 <한들전자>에서 부사장을 거쳐 <누리> 대표에 올랐다."
    assert {(post.organization, post.title, post.former) for post in people(text)["도가람"].affiliations} == {
        ("금융원", "원장", False),
        ("재정부", "차관보", True),
        ("한들전자", "부사장", True),
        ("누리", "대표", False),
    }


def test_a_pronoun_in_another_paragraph_means_nobody_known() -> None:
    text = "{도가람} <금융원> 원장은 웃었다.\n그는 <한들전자>에서 부사장을 거쳤다."
    assert {post.organization for post in people(text)["도가람"].affiliations} == {"금융원"}


def test_of_several_unlikely_organizations_none_is_guessed() -> None:
    text = "<한들전자>와 <누리>, <새물산업>, <가온통신>이 경쟁한다." + "장이 섰다. " * 40 + "{도가람} 이사는 웃었다."
    assert people(text)["도가람"].affiliations[0].organization is None
