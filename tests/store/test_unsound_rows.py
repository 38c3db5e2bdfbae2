"""Rows that earlier releases let in, though they are no decisions, stop nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from graphing.decisions import Decision, making
from graphing.model import Extraction
from graphing.store import deciding, open_store

Make = Callable[..., Extraction]
PEOPLE = {"김가온": [("누리전자", "회장")], "박다솔": [("한솔은행", "행장")]}
MET = {"who": ["김가온", "박다솔"], "day": date(2025, 2, 4), "place": "미리내호텔"}


def test_a_row_that_is_no_decision_stops_nothing(make: Make) -> None:
    read = make(PEOPLE, MET)
    bad = making.rejected(read, read.meetings[0], "박", "오보")
    broken = [
        replace(bad, subject="{}"), replace(bad, what="guess"), replace(bad, subject="no JSON"),  # type: ignore[arg-type]
        Decision("same", "", "a b", "{}", "null", "박"), Decision("together", "", "a b", "[]", "null", "박"),
    ]  # fmt: skip
    with open_store("sqlite://") as store:
        with store._database.writing() as connection:
            deciding.keep(connection, broken, None)
        (article,) = store.add([read]).articles
        assert len(store.meetings()) == 1
        assert store.decisions() == ()
        (made,) = store.decide(making.placed(read, read.meetings[0], "새호텔", "이"), seen=0)
        assert store.latest() == made.id
        assert [row.place for row in store.meetings()] == ["새호텔"]
        assert store.import_decisions([replace(made, why="또")]).new == 1
        assert len(store.curated(article)[0].traces) == 1
        store.undo(made.id, "이")
