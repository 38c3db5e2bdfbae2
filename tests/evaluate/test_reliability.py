"""The table that tells whether certainties can be trusted, and what ships of it."""

from __future__ import annotations

from datetime import date

import pytest
from answered import RIGHT, TEXT, answers, meeting
from hypothesis import given
from hypothesis import strategies as st

from graphing.errors import LexiconError
from graphing.evaluate import Annotated, Scores, reliability
from graphing.evaluate.shipped import ALL, HEADER, accuracy, read, rows
from graphing.model import Document


def test_bands() -> None:
    bands = reliability([(0.55, True), (0.59, False), (0.6, True), (0.95, True), (1.0, True), (0.97, False)])
    assert [(band.low, band.n, band.right) for band in bands if band.n] == [(0.5, 2, 1), (0.6, 1, 1), (0.95, 3, 2)]
    first = next(band for band in bands if band.n)
    assert first.said == pytest.approx(0.57)
    assert first.share == 0.5
    assert next(band for band in bands if not band.n).share == 0


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans())))
def test_every_meeting_is_in_one_band(judged: list[tuple[float, bool]]) -> None:
    bands = reliability(judged)
    assert sum(band.n for band in bands) == len(judged)
    assert sum(band.right for band in bands) == sum(right for _, right in judged)
    assert all(0 <= band.right <= band.n for band in bands)


def test_what_is_written_is_read_again() -> None:
    one = Scores()
    one.add(Annotated(Document("a", TEXT), (RIGHT,)), [answers(meetings=(meeting("민도영 고은찬"), meeting("고은찬 서하람")))])
    table = [dict(zip(HEADER, (*row, *[""] * len(HEADER)), strict=False)) for row in rows([("a", one), (ALL, one)], date(2025, 2, 5))]
    told = read(table)
    assert (told.made, told.articles, told.meetings) == (date(2025, 2, 5), 1, 2)
    assert [f.field for f in told.figures] == [f.field for f in one.figures()]
    for read_again, original in zip(told.figures, one.figures(), strict=True):
        assert read_again.value == pytest.approx(original.value, abs=0.0005)
        assert (read_again.precision is None) == (original.precision is None)
    assert told.writers == {"a": told.figures}
    assert [(band.n, band.right) for band in told.bands] == [(band.n, band.right) for band in reliability(one.judged)]


def test_the_shipped_table_is_whole() -> None:
    told = accuracy()
    assert told.made > date(2020, 1, 1)
    assert told.articles >= 100
    assert len(told.writers) >= 2
    assert {"people", "encounters", "dated"} <= {one.field for one in told.figures}
    assert all(0 <= one.value <= 1 for one in told.figures)
    assert sum(band.n for band in told.bands) > 0


@pytest.mark.parametrize("row", [{"kind": "guess"}, {"kind": "made", "name": "gestern"}, {"kind": "certainty", "name": "0.5", "n": "1"}])
def test_a_malformed_table_is_told(row: dict[str, str]) -> None:
    with pytest.raises(LexiconError, match=r"accuracy\.tsv"):
        read([{"writer": ALL, "name": "", "n": "", "value": "", "precision": "", "recall": "", **row}])
