"""What the review asks about: encounters as the network counts them, each once where its tellings agree."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from graphing.store import MeetingRow
from graphing.tellings import encounter
from graphing.view.review_queue import queue


def row(ident: int, **fields: object) -> MeetingRow:
    day = date(2025, 3, 4)
    made = MeetingRow(ident, ident, "held", day, day, "day", None, None, 0.8, "", (1, 2), (), date(2025, 3, 6), f"{ident}일보")
    return replace(made, **fields)  # type: ignore[arg-type]


def test_tellings_that_agree_are_asked_about_once_and_accepted_together() -> None:
    one, other = row(1, certainty=0.9), row(2, place="누리회관", certainty=0.5)
    found = queue([encounter([one, other]), encounter([row(3, certainty=0.7)])])
    assert ([one.id for one in found.rows], found.encounters) == ([3, 1], 2)
    assert {ident: [one.id for one in rows] for ident, rows in found.alike.items()} == {1: [2], 2: [1]}


def test_tellings_that_differ_are_asked_about_each_and_count_once() -> None:
    found = queue([encounter([row(1, place="누리회관"), row(2, place="한빛호텔", certainty=0.5)])])
    assert ([one.id for one in found.rows], found.encounters, dict(found.alike)) == ([2, 1], 1, {})


def test_what_somebody_decided_about_one_of_those_that_agree_is_not_asked_again() -> None:
    found = queue([encounter([row(1, decided=7), row(2)])])
    assert (found.rows, found.encounters) == ((), 0)
    assert [one.id for one in found.alike[1]] == [2]
    differ = queue([encounter([row(1, decided=7), row(2, status="planned")])])
    assert ([one.id for one in differ.rows], differ.encounters) == ([2], 1)


def test_a_meeting_that_counts_nowhere_is_asked_about_first_and_is_no_encounter() -> None:
    sure, unsure = row(4, people=(1,), certainty=0.9), row(5, people=(1,), certainty=0.6)
    assert not sure.counts
    found = queue([encounter([row(1, certainty=0.1)])], [sure, unsure, row(6, people=(1,), decided=3)])
    assert ([one.id for one in found.rows], found.encounters, found.aside, dict(found.alike)) == ([5, 4, 1], 1, 2, {})
