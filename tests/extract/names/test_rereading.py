"""The second look: repairs of single guesses, and one reading for the whole article."""

from __future__ import annotations

import pytest

from graphing.extract.names.consistency import consistent
from graphing.extract.names.repair import repaired
from graphing.extract.names.tagger import Guess


def guess(text: str, form: str, kind: str = "person", probability: float = 0.95, start: int = 0) -> Guess:
    place = text.index(form, start)
    return Guess(place, place + len(form), "person" if kind == "person" else "organization", probability)


def forms(text: str, guesses: list[Guess]) -> list[tuple[str, str]]:
    return [(text[item.start : item.end], item.kind) for item in guesses]


@pytest.mark.parametrize(
    ("text", "found", "expected"),
    [
        ("최다온 기자", ["최다온"], []),
        ("최다온·민하람 객원기자", ["최다온", "민하람"], []),
        ("사진 최다온", ["최다온"], []),
        ("두 회장의 대담\n\n최다온 회장이 웃었다", ["최다온"], ["최다온"]),
        ("최다온 기자회견 대표", ["최다온"], ["최다온"]),
        ("일본 정부는 곧 답한다", ["일본"], []),
        ("尹, 최다온 면담", ["尹", "최다온"], ["최다온"]),
        ("尹, 윤다온 면담", ["尹", "윤다온"], ["尹", "윤다온"]),
        ("심보라 차관이 왔다", ["라"], ["심보라"]),
        ("“어, 정말?” 최다온은 웃었다", ["어", "최다온"], ["최다온"]),
        ("어씨는 웃었다", ["어"], ["어"]),
        ("현·윤 차관이 왔다", ["윤"], ["윤"]),
        ("양 차관이 인사했다", ["양"], []),
        ("양다온 옆 양 차관이 인사했다", ["양다온", "양"], ["양다온", "양"]),
        ("한빛전자 회장 하연정이 왔다", ["하연정이"], ["하연정"]),
        ("한빛전자 회장 정준호와 만났다", ["정준호와"], ["정준호"]),
        ("김윤은 웃었다. 회장 김윤과 만났다", ["김윤", "김윤과"], ["김윤", "김윤"]),
        ("회장 조현도 왔다", ["조현도"], ["조현도"]),
        ("하세가와 사장이 왔다", ["하세가와"], ["하세가와"]),
        ("남궁선은 회장이다. 남궁도은 사장이 왔다", ["남궁도은"], ["남궁도은"]),
    ],
)
def test_what_cannot_be_a_person_is_left_out_or_made_whole(text: str, found: list[str], expected: list[str]) -> None:
    titles = frozenset({text.index("차관")}) if "차관" in text else frozenset()
    read = [guess(text, form, start=text.rindex(form)) for form in found]
    assert [form for form, _ in forms(text, repaired(text, read, titles))] == expected


def test_a_sure_name_is_found_everywhere_but_inside_longer_words() -> None:
    text = "하은결 대표가 왔다. 하은결은 웃었다. 조하은결도 있다."
    found = consistent(text, [guess(text, "하은결")], frozenset())
    assert [item.start for item in found] == [0, text.index("하은결은")]


def test_a_doubtful_name_that_is_passed_over_everywhere_else_is_dropped() -> None:
    text = "우산이 있다. 우산은 크다. 우산을 산다. 우산 대표"
    assert consistent(text, [guess(text, "우산", probability=0.8)], frozenset()) == []


def test_surnames_and_last_names_stand_for_known_people_before_titles() -> None:
    text = "최다온과 에릭 린드홀름이 만났다. 최 회장, 린드홀름 의장"
    titles = frozenset({text.index("회장"), text.index("의장")})
    found = consistent(text, [guess(text, "최다온"), guess(text, "에릭 린드홀름")], titles)
    assert [form for form, _ in forms(text, found)] == ["최다온", "에릭 린드홀름", "최", "린드홀름"]


@pytest.mark.parametrize(
    ("text", "name", "kind", "expected"),
    [
        ("왕하오(王浩) 총재", "왕하오", "person", "王浩"),
        ("파올로 리날디(Paolo Rinaldi) 회장", "파올로 리날디", "person", "Paolo Rinaldi"),
        ("금융안정청(금안청)은", "금융안정청", "organization", "금안청"),
        ("노바해양시스템(NOMS)은", "노바해양시스템", "organization", "NOMS"),
    ],
)
def test_the_name_in_brackets(text: str, name: str, kind: str, expected: str) -> None:
    found = consistent(text, [guess(text, name, kind)], frozenset())
    assert forms(text, found) == [(name, kind), (expected, kind)]


def test_brackets_that_tell_something_else() -> None:
    text = "금융안정청(왼쪽)은"
    assert forms(text, consistent(text, [guess(text, "금융안정청", "organization")], frozenset())) == [("금융안정청", "organization")]
