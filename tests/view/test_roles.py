"""Who is subject, who partner: read from particles. All names are invented."""

from __future__ import annotations

import pytest

from graphing.model import Span
from graphing.view.roles import named, roles


def spans(text: str, people: tuple[str, ...]) -> list[Span]:
    return [Span(text.index(one), text.index(one) + len(one)) for one in people]


@pytest.mark.parametrize(
    ("text", "people", "expected"),
    [
        ("고도윤 회장이 남궁설 대표와 회동했다.", ("고도윤", "남궁설"), ["subject", "partner"]),
        ("고도윤은 4일 남궁설을 만났다.", ("고도윤", "남궁설"), ["subject", "partner"]),
        ("남궁설 누리통신 대표와 고도윤 가람전자 회장은 만났다.", ("고도윤", "남궁설"), ["subject", "partner"]),
        ("고도윤 회장, 탁현서 원장이 남궁설 대표를 만났다.", ("고도윤", "탁현서", "남궁설"), ["subject", "subject", "partner"]),
        ("고도윤(高道潤) 가람전자 회장이 왔다.", ("고도윤(",), ["subject"]),
        ("고도윤 회장 방문. 남궁설 대표가 맞았다.", ("고도윤",), [None]),
        ("고도윤", ("고도윤",), [None]),
        ("고도윤이 남궁설과 회동했다. 탁현서 원장을 따라 왔다.", ("고도윤", "남궁설", "탁현서"), ["subject", "partner", None]),
    ],
)
def test_a_particle_says_who_met_whom(text: str, people: tuple[str, ...], expected: list[str | None]) -> None:
    cue = next((Span(at, at + 2) for word in ("회동", "만났", "방문", "왔다") if (at := text.find(word)) >= 0), Span(0, 0))
    assert roles(text, spans(text, people), cue) == expected


def test_a_bracket_behind_a_name_is_not_quoted() -> None:
    assert named("고도윤(高道潤)", Span(0, 4)) == "고도윤"
