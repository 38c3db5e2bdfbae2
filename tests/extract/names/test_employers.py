"""Names behind their companies: the order of some newsrooms."""

from __future__ import annotations

import pytest

from graphing.extract.names.employers import employers_apart
from graphing.extract.names.tagger import Guess
from graphing.extract.posts.titles import find_titles


def read(text: str, *forms: tuple[str, str]) -> list[tuple[str, str]]:
    """The guesses (form, kind), each at the first place where it stands after the one before."""
    guesses, place = [], 0
    for form, kind in forms:
        place = text.index(form, place)
        guesses.append(Guess(place, place + len(form), "person" if kind == "p" else "organization", 0.9))
        place += len(form)
    starts = frozenset(title.start for title in find_titles(text))
    return [(text[one.start : one.end], one.kind[0]) for one in employers_apart(text, guesses, starts)]


@pytest.mark.parametrize(("text", "forms", "expected"), [
    (
        "헬라스마린은 배를 만든다. 헬라스마린 게오르기오스 파파스 회장이 왔다.",
        [("헬라스마린", "o"), ("헬라스마린 게오르기오스 파파스", "p")],
        [("헬라스마린", "o"), ("헬라스마린", "o"), ("게오르기오스 파파스", "p")],
    ),
    ("퀄컴 크리스티아노 아몬 CEO가 왔다.", [("퀄컴 크리스티아노 아몬", "p")], [("퀄컴", "o"), ("크리스티아노 아몬", "p")]),
    ("페달링 김영진 대표가 왔다.", [("페달링 김영진", "p")], [("페달링", "o"), ("김영진", "p")]),
    # What is no company anywhere, a Thai who sounds Korean, a surname, a name without a title, a first name that is listed.
    ("노르드 게오르기오스 파파스 회장이 왔다.", [("노르드 게오르기오스 파파스", "p")], [("노르드 게오르기오스 파파스", "p")]),
    ("품짜이 위차이 부총리가 왔다.", [("품짜이 위차이", "p")], [("품짜이 위차이", "p")]),
    ("젠슨은 컸다. 젠슨 황 대표가 왔다.", [("젠슨", "o"), ("젠슨 황", "p")], [("젠슨", "o"), ("젠슨 황", "p")]),
    ("페달링 김영진이 왔다.", [("페달링 김영진", "p")], [("페달링 김영진", "p")]),
    ("마크 김영진 대표가 왔다.", [("마크 김영진", "p")], [("마크 김영진", "p")]),
    ("사토 회장이 왔다. 사토 마사오 회장이 웃었다.", [("사토", "p"), ("사토 마사오", "p")], [("사토", "p"), ("사토 마사오", "p")]),
])
def test_the_company_before_a_name_is_no_part_of_it(text: str, forms: list[tuple[str, str]], expected: list[tuple[str, str]]) -> None:
    assert read(text, *forms) == expected
