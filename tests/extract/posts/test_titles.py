"""Titles where they stand: the words, what is written together with them, and words that only look like titles."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphing.extract.posts.titles import Title, find_titles, same_title, title_rows


def texts(text: str) -> list[str]:
    return [title.text for title in find_titles(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("도가람 한들전자 회장은", ["회장"]),
        ("도가람 최고경영자(CEO)와", ["최고경영자(CEO)"]),
        ("도가람 글로벌투자책임자(GIO)가", ["글로벌투자책임자(GIO)"]),
        ("도가람 DS부문장(부회장)이", ["DS부문장", "부회장"]),
        ("도가람 디바이스솔루션(DS)부문장과", ["디바이스솔루션(DS)부문장"]),
        ("도가람 네트워크사업부장, 나은결 AI센터장", ["네트워크사업부장", "AI센터장"]),
        ("도가람 대표이사 사장이", ["대표이사 사장"]),
        ("도가람 인사총괄 부사장은", ["인사총괄 부사장"]),
        ("도가람 미주총괄(HSA) 부사장을", ["미주총괄(HSA) 부사장"]),
        ("도가람 대표이사 직무대행", ["대표이사 직무대행"]),
        ("도가람 의장대행은", ["의장대행"]),
        ("도가람 변호사다.", ["변호사"]),
        ("도가람 의장이던 때", ["의장"]),
        ("국회 외통위원장과 합참의장", ["외통위원장", "합참의장"]),
        ("올트CEO가", ["CEO"]),
        ("Hanul Chairman Do Ga-ram and Na Eun, chief executive of Saebyeok", ["Chairman", "chief executive"]),
    ],
)
def test_titles_are_found_whole(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


@pytest.mark.parametrize(
    ("text", "title", "organization"),
    [
        ("나은결 한들은행장이", "한들은행장", "한들은행"),
        ("나은결 금융질서원장은", "금융질서원장", "금융질서원"),
        ("나은결 제분연합회장과", "제분연합회장", "제분연합회"),
        ("나은결 전파위원장도", "전파위원장", "전파위"),
        ("나은결 산업부장관이", "산업부장관", "산업부"),
        ("나은결 국가안보실장은", "국가안보실장", "국가안보실"),
        ("나은결 산업부 장관이", "장관", None),
        ("나은결 은행장은", "은행장", None),
        ("나은결 경영지원실장은", "경영지원실장", None),
    ],
)
def test_fused_titles_hold_their_organization(text: str, title: str, organization: str | None) -> None:
    (found,) = find_titles(text)
    assert found.text == title
    assert (text[slice(*found.organization)] if found.organization else None) == organization


@pytest.mark.parametrize(
    "text",
    [
        *("대표팀이 이겼다", "대표적인 사례", "사장님께", "회장단 회의", "의원실 관계자", "이사회가 열렸다"),
        *("반도체시장이 크다", "전무하다", "대통령실은", "장관급 회의", "재선임 안건"),
    ],
)
def test_ordinary_words_are_no_titles(text: str) -> None:
    assert texts(text) == []


@pytest.mark.parametrize(
    ("text", "certain"), [("반도체 시장에서", [False]), ("이사를 했다", [False]), ("도가람 회장이", [True]), ("도가람회장이", [False])]
)
def test_words_that_may_be_no_title_are_marked(text: str, certain: list[bool]) -> None:
    assert [title.certain for title in find_titles(text)] == certain


@pytest.mark.parametrize(
    ("text", "former", "acting"),
    [
        ("도 전 회장", True, False),
        ("당시 회장", True, False),
        ("前 회장", True, False),
        ("도가람 회장", False, False),
        ("오전 회장은", False, False),
        ("도가람 위원장 후보자", False, True),
        ("도가람 회장 직무대행", False, True),
    ],
)
def test_past_and_acting_posts(text: str, former: bool, acting: bool) -> None:
    (title,) = find_titles(text)
    assert (title.former, title.acting) == (former, acting)


def test_spellings_of_one_title_share_a_name() -> None:
    assert {title.name for title in find_titles("도가람 CEO, 나은결 최고경영자, 하나래 최고경영자(CEO)")} == {"최고경영자(CEO)"}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("회장", "회장", True),
        ("행장", "한들은행장", True),
        ("대표", "대표이사", True),
        ("위원장", "금융위원장", True),
        ("총리", "국무총리", True),
        ("회장", "부회장", False),
        ("회장", "명예회장", False),
        ("총재", "부총재", False),
        ("사장", "회장", False),
    ],
)
def test_same_title(one: str, other: str, same: bool) -> None:
    assert same_title(one, other) is same
    assert same_title(other, one) is same


def test_every_row_is_found_after_a_name() -> None:
    missed = [word for word in title_rows() if not any(title.text.endswith(word) for title in find_titles(f"도가람 {word} "))]
    assert missed == []


@given(st.text(alphabet="도가람한들은행장전 회사부대표이사()CEO·△당시후보위원시,.\n", max_size=60))
def test_offsets_hold_and_titles_do_not_overlap(text: str) -> None:
    titles = find_titles(text)
    assert all(isinstance(title, Title) and text[title.start : title.end] == title.text for title in titles)
    assert all(left.end <= right.start for left, right in pairwise(titles))
    assert all(title.start <= title.organization.start < title.organization.end <= title.end for title in titles if title.organization)
