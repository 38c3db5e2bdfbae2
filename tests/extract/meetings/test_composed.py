"""Plain sentences in every combination of their pieces: who met whom in each of two clauses, however they are joined."""

from __future__ import annotations

from itertools import islice

import pytest
from extract.composed import JOINS, composed
from extract.told import read

# So many texts of each way of joining are composed, and so large a part of them must be read without a fault.
TEXTS, RIGHT = 40, 0.9


@pytest.mark.parametrize(("join", "same"), [(join, same) for join, other in JOINS.items() for same in (True, False) if same or other])
def test_each_clause_has_its_own_people(join: str, same: bool) -> None:
    wrong = []
    for one in islice(composed(join, same=same, seed=len(join)), TEXTS):
        found = [
            frozenset({*(participant.name for participant in meeting.participants), *meeting.orgs})
            for extraction in read(one.text)
            for meeting in extraction.meetings
        ]
        if sorted(map(sorted, found)) != sorted(map(sorted, one.members)):
            wrong.append((one.text, found))
    assert len(wrong) <= TEXTS * (1 - RIGHT), wrong
