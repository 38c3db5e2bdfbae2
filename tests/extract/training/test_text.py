"""The training texts that ship: marks in place become offsets, and short forms belong to the names that they shorten."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphing.errors import LexiconError
from graphing.extract.training.text import read_marked, shipped


def test_marks_become_offsets() -> None:
    (read,) = read_marked("x", "# about\n{도가람} <한들전자> 회장이 왔다.\n{도} 회장은 <한들>을 판다.")
    assert read.text == "도가람 한들전자 회장이 왔다.\n도 회장은 한들을 판다."
    assert [(read.text[mark.start : mark.end], mark.kind, mark.entity) for mark in read.marks] == [
        ("도가람", "P", "도가람"),
        ("한들전자", "O", "한들전자"),
        ("도", "P", "도가람"),
        ("한들", "O", "한들전자"),
    ]


def test_a_blank_line_begins_another_text() -> None:
    first, second = read_marked("x", "{도가람}이 왔다.\n\n\n{도}씨는 갔다.\n")
    assert (first.name, second.name) == ("x#0", "x#1")
    assert second.marks[0].entity == "도"


@pytest.mark.parametrize("marked", ["{도가람이 왔다.", "한들> 회장", "{도가람\n} 회장", "{}가 왔다."])
def test_a_mark_left_open_is_refused(marked: str) -> None:
    with pytest.raises(LexiconError, match="close it"):
        list(read_marked("x", marked))


@given(st.lists(st.tuples(st.text("가나다 ", max_size=6), st.text("라마바", min_size=1, max_size=4), st.sampled_from("PO")), max_size=6))
def test_every_mark_holds_its_form(parts: list[tuple[str, str, str]]) -> None:
    marked = "".join(before + (f"{{{form}}}" if kind == "P" else f"<{form}>") for before, form, kind in parts)
    found = [(read.text[mark.start : mark.end], mark.kind) for read in read_marked("x", marked) for mark in read.marks]
    assert found == [(form, kind) for _, form, kind in parts]


def test_the_texts_that_ship_can_be_read() -> None:
    texts = list(shipped())
    assert len({text.name for text in texts}) == len(texts) > 150
    assert {mark.kind for text in texts for mark in text.marks} == {"P", "O"}
