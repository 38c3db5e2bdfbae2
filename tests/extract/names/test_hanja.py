"""Names whose surname is printed in Chinese characters, and bodies so printed."""

from __future__ import annotations

import pytest

from graphing.extract.entities.forms import read_form
from graphing.extract.names.hanja import given_end, surnames
from tests.extract.told import read


def people(text: str) -> dict[str, list[tuple[str | None, str | None]]]:
    (told,) = read(text)
    return {one.name: [(post.organization, post.title) for post in one.affiliations] for one in told.people}


@pytest.mark.parametrize(("text", "expected"), [
    ("삼보제강의 閔동철사장이 공장을 팔았다.", {"閔동철": [("삼보제강", "사장")]}),
    ("가람은행 吳세진행장은 8일 출국했다.", {"吳세진": [("가람은행", "행장")]}),
    ("遞信部 南궁철장관을 찾아갔다.", {"南궁철": [("遞信部", "장관")]}),
    ("文영모부총리겸 경제기획원장관은 회의를 열었다.", {"文영모": [(None, "부총리"), (None, "경제기획원장관")]}),
    ("이날 池만호노조위원장은 농성을 풀었다.", {"池만호": [(None, "노조위원장")]}),
    ("安외무장관이 귀국했다.", {"安": [(None, "외무장관")]}),
    ("河光洙 회장은 웃었다. 河 회장은 곧 떠났다.", {"河光洙": [(None, "회장")]}),
    ("禹덕만(58) 전 한들그룹 부회장이 돌아왔다.", {"禹덕만": [("한들그룹", "부회장")]}),
])
def test_a_surname_in_chinese_characters_begins_a_name(text: str, expected: dict[str, list[tuple[str | None, str | None]]]) -> None:
    assert people(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("禹光洙재무장관은 말이 없었다.", {"禹光洙": [(None, "재무장관")]}),
])
def test_a_name_in_chinese_characters_ends_where_hangul_begins(text: str, expected: dict[str, list[tuple[str | None, str | None]]]) -> None:
    assert people(text) == expected


def test_a_surname_alone_stands_for_the_name() -> None:
    (told,) = read("羅상훈회장은 해운사를 찾았다. 羅회장은 이어 공장을 둘러봤다.")
    assert [(one.name, one.aliases) for one in told.people] == [("羅상훈", ("羅", "羅회장"))]


@pytest.mark.parametrize("text", ["韓기업의 수출이 늘었다.", "全사원이 모였다.", "前회장은 말이 없었다.", "美대표단이 왔다."])
def test_countries_and_words_in_chinese_characters_are_nobody(text: str) -> None:
    assert people(text) == {}


def test_bodies_in_chinese_characters_are_organizations() -> None:
    (told,) = read("美 대리인은 商工部 관리들과 同社 간부들을 만났다.")
    assert [one.name for one in told.organizations] == ["商工部"]


@pytest.mark.parametrize(("text", "name"), [("閔동철사장", "閔동철"), ("安외무장관", "安"), ("朴장관", "朴"), ("馬윤철상공차관", "馬윤철")])
def test_the_given_name_ends_before_the_office(text: str, name: str) -> None:
    office = next(text.index(word) for word in ("사장", "장관", "차관") if word in text)
    assert text[: given_end(text, 1, office)] == name


def test_a_name_in_chinese_characters_reads_by_its_surname() -> None:
    assert read_form("閔동철").key == read_form("민동철").key
    assert read_form("하").shortens(read_form("河光洙"))
    assert surnames()["諸葛"] == ("제갈",)
