"""Text tables whose quotation marks are not what they should be: no row goes unsaid into the cell of another."""

from __future__ import annotations

from datetime import date
from time import process_time

import pytest

from graphing.articles import Problem, read_bytes
from graphing.articles.readers.separated import rows_of
from graphing.model import Document

# (table, texts that are read, lines that are told as wrong)
OPEN = [
    ('제목,본문\nA,"첫 글이다\nB,둘째 글\nC,셋째 글\n', ["B\n\n둘째 글", "C\n\n셋째 글"], [2]),
    ('제목,본문\nA,"첫 글이다\nB,"둘째 글"\nC,셋째 글\n', ["B\n\n둘째 글", "C\n\n셋째 글"], [2]),
    ('제목,본문\nA,"첫 글이다\n"B","둘째 글"\n"C","셋째 글"\n', ["B\n\n둘째 글", "C\n\n셋째 글"], [2]),
    ('제목,본문\nA,"첫 글이다\nB,둘째 글\nC,"셋째 글"\n', ["B\n\n둘째 글", "C\n\n셋째 글"], [2]),
    ('제목,본문\nA,"첫 글이다\nB,"두\n줄"\nC,"셋째 글\nD,넷째 글', ["B\n\n두\n줄", "D\n\n넷째 글"], [2, 5]),
    ('제목,본문\nA,첫 글이다\nB,"둘째 글', ["A\n\n첫 글이다"], [3]),
    ('제목;일자;본문\r\nA;;"첫 글이다\r\n그다음, 문단\r\nB;;둘째 글\r\n', ["B\n\n둘째 글"], [2]),
    ('"제목,본문\nA,첫 글이다\n제목,본문\nB,둘째 글\n', ["B\n\n둘째 글"], [1]),
]
WHOLE = [
    ('제목,본문\nA,"두\n\n줄, 한 글"\nB,둘째 글\n', ["A\n\n두\n\n줄, 한 글", "B\n\n둘째 글"]),
    ('제목,본문\nA,"그는 ""좋다""고\n말했다"\n', ['A\n\n그는 "좋다"고\n말했다']),
    # marks that should be doubled and are not, in a row of its own
    ('제목,본문\nA,"그는 "좋다"고 했다"\nB,둘째 글\n', ['A\n\n그는 좋다"고 했다"', "B\n\n둘째 글"]),
    ('제목,일자,본문\nA,,"첫 문단\n그는 "좋다"고 했다"\nB,,둘째 글\n', ['A\n\n첫 문단\n그는 좋다"고 했다"', "B\n\n둘째 글"]),
    ('제목,본문\nA,5" 화면이다\nB,둘째 글\n', ['A\n\n5" 화면이다', "B\n\n둘째 글"]),
]


@pytest.mark.parametrize(("table", "texts", "wrong"), OPEN)
def test_a_quotation_mark_that_is_not_closed_costs_its_own_row_alone(table: str, texts: list[str], wrong: list[int]) -> None:
    found = list(read_bytes("표.csv", table.encode()))
    assert [one.text for one in found if isinstance(one, Document)] == texts
    told = [one for one in found if isinstance(one, Problem)]
    assert [one.line for one in told] == wrong
    assert all("unclosed" in one.message for one in told)


@pytest.mark.parametrize(("table", "texts"), WHOLE)
def test_what_is_closed_somehow_within_its_row_is_read(table: str, texts: list[str]) -> None:
    found = list(read_bytes("표.csv", table.encode()))
    assert [one.text for one in found if isinstance(one, Document)] == texts
    assert not [one for one in found if isinstance(one, Problem)]


def test_a_row_below_cells_of_several_lines_is_told_by_its_line_in_the_file() -> None:
    first, second, note = read_bytes("표.csv", '본문,일자\n"첫 줄\n둘째 줄\n셋째 줄",2025-02-05\n글,모름임\n'.encode())
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.source, first.published, second.source) == ("표.csv:2", date(2025, 2, 5), "표.csv:3")
    assert isinstance(note, Problem)
    assert note.line == 5


def test_marks_that_never_close_take_no_time_and_what_is_given_up_is_told() -> None:
    started = process_time()
    found = rows_of("제목,본문\n" + 'x","\n' * 20_000, ",")
    assert process_time() - started < 10
    assert found.rows[0] == ["제목", "본문"]
    assert found.wrong[-1][1].args
    assert "nothing from here on" in str(found.wrong[-1][1])
