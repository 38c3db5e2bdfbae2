"""Names as people type them: consonants, blanks left out, either script."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphing.search import INITIALS, Names, folded, holds_all, pattern

NAMES = {
    1: ("고도윤", "Ko Do-yun", "가람전자 회장"),
    2: ("가람전자", "Garam Electronics"),
    3: ("남궁설", "Namkung Seol", "누리통신 대표"),
    4: ("도윤아",),
    5: ("이준", "Lee Jun"),
}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("ㄱㄷㅇ", [1]),
        ("고ㄷㅇ", [1]),
        ("高道潤", [1]),
        ("高도ㅇ", [1]),
        ("南宮雪", [3]),
        ("李俊", [5]),
        ("金俊", []),
        ("ㄴㄱ", [3]),
        ("ㄱㄹㅈㅈ", [2, 1]),
        ("가람 전자", [2, 1]),
        ("누리통신대표", [3]),
        ("ko doyun", [1]),
        ("GARAM", [2]),
        ("도윤", [4, 1]),
        ("설", [3]),
        ("없는이름", []),
        ("  ", []),
        (".*", []),
        ("[가-힣]", []),
    ],
)
def test_a_name_is_found_as_it_is_typed(query: str, found: list[int]) -> None:
    assert Names(NAMES, {1: 5, 2: 1, 3: 2}).find(query) == found


def test_the_weightier_comes_first_and_no_more_than_asked() -> None:
    names = Names(dict.fromkeys(range(5), ("고도윤",)), {3: 9, 1: 4})
    assert names.find("ㄱ") == [3, 1, 0, 2, 4]
    assert names.find("ㄱ", limit=2) == [3, 1]


HELD = {
    1: ("고도윤", "Ko Do-yun", "전 가람전자 회장", "가람전자 회장", "고도윤 회장"),
    2: ("가람전자", "Garam Electronics", "가람"),
    3: ("남궁설", "Namkung Seol", "누리통신 최고경영자(CEO)"),
    4: ("도윤아", "가람전자 부회장"),
}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("회장 고도윤", [1]),
        ("가람 회장", [1, 4]),
        ("회장 ㄱㄹ", [1, 4]),
        ("전 가람 회장", [1, 4]),
        ("누리통신 CEO", [3]),
        ("CEO Seol", [3]),
        ("Seol - CEO", [3]),
        ("고도윤회장", [1]),
        # What else is typed may be no post that an article tells: a whole name stands for itself.
        ("상무 고도윤", [1]),
        ("상무 고도", []),
        ("상무 이사", []),
        ("고도윤 남궁설", [1, 3]),
        ("람전자 회장", [1, 4]),
    ],
)
def test_words_are_found_across_the_names_of_one(query: str, found: list[int]) -> None:
    assert Names(HELD, {}).find(query) == found


def test_a_hundred_thousand_are_searched_while_somebody_types() -> None:
    names = Names({at: (f"이름{at}", f"Name {at}", f"회사{at % 900} 회장", f"이름{at} 회장") for at in range(100_000)}, {})
    for query in ("회장 이름4711", "회사47 회장", "ㅎㅈ ㅇㄹ"):
        start = process_time()
        assert len(names.find(query)) == 8
        assert process_time() - start < 1.5, query


@pytest.mark.parametrize("query", ["김", "ㄱ", "김 회장"])
def test_of_some_the_best_are_found_however_many_others_come_before(query: str) -> None:
    many = {at: (f"김이름{at}", f"김이름{at} 회장") for at in range(600)}
    names = Names({**many, 600: ("김앤장", "김앤장 회장")}, dict.fromkeys(many, 9))
    assert 600 not in names.find(query, 500)
    assert names.find(query, 500, {600}) == [600]


@pytest.mark.parametrize(
    ("query", "near"),
    [
        ("최태완", [1]),
        ("최 태언", [1]),
        ("샘 알트만", [2]),
        ("Sam Altmann", [2]),
        ("누리통싱", [3]),
        ("없는사람", []),
        ("가", []),
        ("", []),
    ],
)
def test_a_name_that_nobody_has_leads_to_those_spelled_like_it(query: str, near: list[int]) -> None:
    forms = {1: ("최태원", "Chey Tae-won", "SK 회장"), 2: ("샘 올트먼", "Sam Altman"), 3: ("누리통신", "Nuri Tongsin"), 4: ("강하린",)}
    assert Names(forms, {}).near(query) == near


def test_nothing_is_found_among_no_names() -> None:
    assert Names({}, {}).find("ㄱ") == []


@given(st.text(alphabet=st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=1, max_size=6))
def test_the_initials_of_any_name_find_it(name: str) -> None:
    initials = "".join(INITIALS[(ord(letter) - 0xAC00) // 588] for letter in name)
    assert pattern(initials).fullmatch(folded(name))


@given(st.text(max_size=20), st.text(max_size=40))
def test_no_query_breaks_the_search(query: str, name: str) -> None:
    assert set(Names({1: (name,)}, {}).find(query)) <= {1}
    holds_all(query, folded(name))


def test_all_words_must_be_there() -> None:
    text = folded("고도윤 가람전자 한빛호텔")
    assert holds_all("ㅎㅂ 고도윤", text)
    assert not holds_all("고도윤 남궁설", text)
    assert holds_all("", text)


@pytest.mark.parametrize(
    ("query", "name"),
    [("쵵ㅇ", "최태원"), ("곧ㅇ", "고도윤"), ("ㄳㅇ", "강승연"), ("닭ㅎ", "달군학"), ("닭ㅎ", "다라광현"), ("ㅊ탱", "최태원")],
)
def test_consonants_that_a_keyboard_put_together_are_found_apart(query: str, name: str) -> None:
    assert Names({1: [name], 2: ["엄한이"]}, {}).find(query) == [1]


def test_a_syllable_with_an_end_is_itself_where_nobody_types_consonants() -> None:
    assert Names({1: ["박정원"], 2: ["바가람"]}, {}).find("박") == [1]
    assert not holds_all("만남", folded("두 사람은 만나며"))
