"""Which Latin names of one article mean one organisation; the names are invented, but for groups that resemble each other."""

from __future__ import annotations

import pytest

from graphing.extract.entities.organizations_english import pairs


@pytest.mark.parametrize(
    ("forms", "expected"),
    [
        (["Sejin", "Sejin Rail", "Sejin Rail Systems"], {("Sejin", "Sejin Rail Systems"), ("Sejin Rail", "Sejin Rail Systems")}),
        (["Daewon", "Daewon Motor", "Daewon Motor Co."], {("Daewon", "Daewon Motor Co."), ("Daewon Motor", "Daewon Motor Co.")}),
        (["Hansong", "Hansong Mobile", "Hansong Steel"], set()),
        (["Hansong", "Hansong Group", "Hansong Holdings"], {("Hansong", "Hansong Group")}),
        (["Hansong", "Hansong Vision Fund"], set()),
        (["LG", "LS Group"], set()),
        (["FSO", "Fair Services Office"], {("FSO", "Fair Services Office")}),
        (["Hansong Steel", "Hansong Steel Workers' Union"], set()),
    ],
)
def test_pairs(forms: list[str], expected: set[tuple[str, str]]) -> None:
    assert set(pairs(forms)) == expected
