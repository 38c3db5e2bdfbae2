"""Tables as files: what Excel opens right, and what no spreadsheet computes."""

from __future__ import annotations

import csv
import io

import pytest

from graphing.view.saving import csv_file, harmless


def test_a_file_says_that_it_is_utf_8_and_keeps_commas_quotes_and_lines() -> None:
    rows: list[tuple[str | int | None, ...]] = [("이재용, 삼성전자", 3), ('"AI" 동맹\n논의', None)]
    found = csv_file(["이름", "회동"], rows)
    assert found.startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in found
    read = list(csv.reader(io.StringIO(found.decode("utf-8-sig"), newline="")))
    assert read == [["이름", "회동"], ["이재용, 삼성전자", "3"], ['"AI" 동맹\n논의', ""]]


@pytest.mark.parametrize("cell", ["=1+1", "+82 2", "-HYPERLINK()", "@SUM(A1)", "\t=1", "\r=1", "＝1"])
def test_what_would_be_a_formula_is_text(cell: str) -> None:
    assert harmless(cell) == "'" + cell
    assert csv_file(["=이름"], [(cell,)]).decode("utf-8-sig").startswith("'=이름")


@pytest.mark.parametrize("cell", ["이재용", "3-4월", "", None, -3, "a=b"])
def test_what_is_no_formula_stays(cell: str | int | None) -> None:
    assert harmless(cell) == cell
