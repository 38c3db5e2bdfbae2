"""Which decisions are asked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from graphing.decisions import Decision
from graphing.decisions.rows import undoing, written
from graphing.store import ArticleRow
from graphing.view.decisions_sieve import Asked, Listed, listed, sifted

NEW_YORK, SEOUL = timezone(timedelta(hours=-5)), timezone(timedelta(hours=9))
ARTICLES = {"가": ArticleRow(7, "가.txt", "누리의 오찬", "가람일보", None, date(2025, 2, 5), 9, 2, 2, 1)}


def made(ident: int, what: str, by: str, article: str = "가", why: str = "") -> Decision:
    return Decision(what, article, f"{article} {ident}", written({"name": "도하늘"}), "null", by, why, ident, datetime(2025, 3, ident))  # type: ignore[arg-type]


ROWS = (
    made(1, "mark", "김"),
    made(2, "unmark", "이", why="동명 회사"),
    made(3, "mark", "김", article="나"),
    Decision("undo", "가", "가 1", written({"of": 1}), "null", "박", "", 4, datetime(2025, 3, 9)),
)
ALL = listed(ROWS, ARTICLES)


def test_the_latest_comes_first_and_an_undo_stands_beside_what_it_took_back() -> None:
    assert [one.decision.id for one in ALL] == [3, 2, 1]
    assert [one.undo.by if one.undo else None for one in ALL] == [None, None, "박"]
    assert [[row.id for row in one.about] for one in ALL] == [[], [7], [7]]
    again = listed((*ROWS, replace(undoing(ROWS[3], "김"), id=5)), ARTICLES)
    assert [one.undo for one in again] == [None, None, None], "an undo that was undone has taken nothing back"


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        (Asked(), [3, 2, 1]),
        (Asked(kinds=("unmark",)), [2]),
        (Asked(by=("김",)), [3, 1]),
        (Asked(by=("박",)), [1]),
        (Asked(article=7), [2, 1]),
        (Asked(first=date(2025, 3, 2), zone=UTC), [3, 2]),
        (Asked(first=date(2025, 3, 2), last=date(2025, 3, 2), zone=UTC), [2]),
        # At midnight in Greenwich it is the evening before in New York, and nine in the morning in Seoul.
        (Asked(first=date(2025, 3, 2), last=date(2025, 3, 2), zone=NEW_YORK), [3]),
        (Asked(first=date(2025, 3, 2), last=date(2025, 3, 2), zone=SEOUL), [2]),
        (Asked(state="undone"), [1]),
        (Asked(state="standing", kinds=("mark",)), [3]),
        (Asked(words="회사  동명"), [2]),
        (Asked(words="오찬"), [2, 1]),
        (Asked(words="오찬 없는말"), []),
    ],
)
def test_each_condition_narrows_the_list(asked: Asked, ids: list[int]) -> None:
    def told(one: Listed) -> str:
        return " ".join((one.decision.why, *(row.title or "" for row in one.about)))

    assert [one.decision.id for one in sifted(ALL, asked, told)] == ids
