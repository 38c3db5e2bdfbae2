"""What is told of how much the network shows is what it shows: by kind, by date and status, and of how many."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import networkx as nx
import pytest

from graphing.view.tally import Seen, farthest, seen


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
