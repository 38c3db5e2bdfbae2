"""The columns of a crowd on the timeline: what one of them shows is as many as there are."""

from __future__ import annotations

from itertools import pairwise

from canvas import meetings, opened

from dashboard import Dashboard


def test_a_column_of_a_crowd_has_one_scale_for_all_that_it_holds(many: Dashboard) -> None:
    marks = opened(many)
    known = meetings(many)
    columns: dict[float, list[tuple[float, str]]] = {}
    for mark in marks:
        if known[mark["id"]]["precision"] == "day":
            columns.setdefault(round(mark["x"], 1), []).append((mark["y"], known[mark["id"]]["status"]))
    high = [sorted(column, reverse=True) for column in columns.values() if len(column) > 1]
    assert any(len({status for _, status in column}) == 3 for column in high)
    alike, apart = (
        [one[0] - other[0] for column in high for one, other in pairwise(column) if (one[1] == other[1]) is same] for same in (True, False)
    )
    assert max(alike) - min(alike) < 0.01
    assert max(apart) < min(alike) + 1.02, "from the next whole pixel on"
    for column in high:
        told = [status for _, status in column]
        assert told == sorted(told, key=("held", "planned", "cancelled").index), "from the foot"
