"""What is told of how much the network shows is what it shows: by kind, by date and status, and of how many."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any

import networkx as nx
import pytest
from rows import told

from graphing.store import EntityRow
from graphing.view.session import Language
from graphing.view.tally import Seen, farthest, line, seen


def drawn() -> nx.MultiGraph:
    """가 met 나 twice and the side of a company once; 다, who has a post in it, met somebody who is not drawn."""
    graph = nx.MultiGraph()
    for node, kind, meetings in (("가", "person", [1, 2, 3]), ("나", "person", [1, 2]), ("다", "person", [4])):
        graph.add_node(node, kind=kind, meetings=meetings)
    graph.add_node("회사", kind="company", meetings=[3])
    graph.add_edge("가", "나", key="met", meetings=[1, 2])
    graph.add_edge("가", "회사", key="side", meetings=[3])
    graph.add_edge("다", "회사", key="post", posts=[])
    return graph


@pytest.mark.parametrize(
    ("fitting", "kinds", "expected"),
    [
        (None, None, Seen(3, 1, 3)),
        ({1, 4}, None, Seen(3, 1, 1)),
        ({1}, None, Seen(2, 0, 1)),
        ({3}, None, Seen(1, 1, 1)),
        (set(), None, Seen(0, 0, 0)),
        (None, ["person"], Seen(3, 0, 2)),
        ({3}, ["person"], Seen(1, 0, 0)),
    ],
)  # fmt: skip
def test_dates_status_and_kinds_leave_a_part(fitting: Collection[int] | None, kinds: list[str] | None, expected: Seen) -> None:
    assert seen(drawn(), fitting, kinds) == expected


@pytest.mark.parametrize(
    ("far", "steps", "words"),
    [
        ({"가": 0, "나": 1}, 1, ""),
        ({"가": 0, "나": 1, "다": 2}, 2, ""),
        ({"가": 0, "나": 1, "다": 1, "회사": 1}, 2, "2단계에는 아무도 없음"),
        ({"가": 0, "나": 1, "라": 2, "마": 2}, 2, "2단계의 2개는 그려지지 않음"),
    ],
)  # fmt: skip
def test_a_further_step_that_shows_nobody_is_told(far: dict[Any, int], steps: int, words: str) -> None:
    assert farthest(far, drawn(), steps, "ko") == words


@pytest.mark.parametrize(
    ("language", "note", "expected"),
    [
        ("ko", "3단계의 7개는 그려지지 않음", "인물 3 · 회사·기관 1 · 회동 4 중 3 · 3단계의 7개는 그려지지 않음"),
        ("en", "the 7 at 3 steps are not drawn", "3 people · 1 organization · 3 of 4 meetings · the 7 at 3 steps are not drawn"),
    ],
)
def test_the_line_breaks_in_no_number_and_before_no_dot(language: Language, note: str, expected: str) -> None:
    entities = [EntityRow(one, "person", f"사람{one}", f"사람{one}", None, 1, 1) for one in (1, 2, 3)]
    entities.append(EntityRow(4, "organization", "회사", "회사", "company", 1, 0))
    meetings = {one: told(one) for one in (1, 2, 3, 4)}
    html = line(seen(drawn(), None, None), drawn(), entities, meetings, 5, language, note)
    parts = re.findall(r"<span>(.*?)</span>", html)
    assert " ".join(parts) == expected
    assert not any(part.startswith("·") for part in parts)
    assert {"ko": "4 중 3 ·", "en": "3 of 4"}[language] in parts
