"""Conditions, one by one and together, on the two made-up articles."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sample import extractions

from graphing.graph import network
from graphing.model import MeetingStatus
from graphing.sieve import Conditions, Sieve, group_of, narrowed, paired
from graphing.store import AffiliationRow, EntityRow, MeetingRow, Snapshot, open_store
from graphing.timeline import people


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    with open_store("sqlite://") as store:
        store.add(extractions())
        return store.snapshot()


@pytest.fixture(scope="module")
def sieve(snapshot: Snapshot) -> Sieve:
    return Sieve(snapshot, lambda: {row.id: (row.name, f"{row.name} en") for row in snapshot.entities})


def ids(snapshot: Snapshot) -> dict[str, int]:
    return {row.name: row.id for row in snapshot.entities}


def dates(sieve: Sieve, conditions: Conditions) -> list[str]:
    return [row.first.isoformat() if row.first else "" for row in sieve.kept(conditions)]


ALL = ["2024-06-01", "2025-01-01", "2025-03-04", "2025-03-12", ""]


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        (Conditions(), ALL),
        (Conditions(statuses=("planned",)), ["2025-03-12"]),
        (Conditions(text="ㅎㅂㅎㅌ"), ["2025-03-04"]),
        (Conditions(text="위성통신망 고도윤"), ["2025-03-04"]),
        (Conditions(text="가상일보 탁현서"), []),
        (Conditions(topic="위성"), ["2025-03-04"]),
        (Conditions(places=("한빛호텔", "없는 곳")), ["2025-03-04"]),
        (Conditions(outlets=("가상일보",)), ["2024-06-01", "2025-03-04", "2025-03-12"]),
        (Conditions(without=("가상일보",)), ["2025-01-01", ""]),
        (Conditions(between=(date(2025, 3, 1), None)), ["2025-01-01", "2025-03-04", "2025-03-12"]),
        (Conditions(between=(date(2024, 6, 30), date(2024, 7, 2))), ["2024-06-01"]),
        (Conditions(certainty=0.95), []),
        (Conditions(often=2), ["2024-06-01", "2025-03-04"]),
        (Conditions(often=2, statuses=("held",)), ["2024-06-01", "2025-03-04"]),
        (Conditions(counterparts=("agency",)), ["2025-03-12"]),
        (Conditions(counterparts=("person",)), []),
        (Conditions(statuses=("cancelled",), outlets=("가상일보",)), []),
    ],
)
def test_a_condition_keeps_what_it_says(sieve: Sieve, conditions: Conditions, expected: list[str]) -> None:
    assert dates(sieve, conditions) == expected


def test_a_word_may_stand_in_what_proves_a_meeting_another_in_its_names(snapshot: Snapshot) -> None:
    asked: list[str] = []

    def telling(word: str) -> frozenset[int]:
        asked.append(word)
        return frozenset(row.id for row in snapshot.meetings if row.place == "한빛호텔" and word == "통신망을")

    read = Sieve(snapshot, lambda: {row.id: (row.name,) for row in snapshot.entities}, telling)
    assert dates(read, Conditions(text="통신망을")) == ["2025-03-04"]
    assert dates(read, Conditions(text="통신망을 고도윤")) == ["2025-03-04"]
    assert dates(read, Conditions(text="통신망을 탁현서")) == []
    assert sorted(asked) == sorted(set(asked)), "the store is asked once for a word"


def test_of_a_luncheon_where_two_met_once_more_only_these_two_met_so_often() -> None:
    people = (1, 2, 3, 4)
    rows = tuple(EntityRow(one, "person", str(one), str(one), None, 1, 1) for one in people)
    rows += (EntityRow(9, "organization", "9", "9", "agency", 1, 1), EntityRow(8, "organization", "8", "8", "company", 1, 0))
    held = (AffiliationRow(1, 8, "사장", False, 1, None, None), AffiliationRow(3, 8, "상무", False, 1, None, None))
    lunch = MeetingRow(3, 3, "held", None, None, None, None, None, 0.9, "", people, (9,), None, None)
    two, three = (replace(lunch, id=ident, people=there, organizations=()) for ident, there in ((1, (1, 2)), (2, (3, 4))))
    # Told twice: who was there is never put together from two tellings.
    tellings = (replace(lunch, people=(1, 3), organizations=()), replace(lunch, people=(2, 3), organizations=(9,)))
    apart = replace(lunch, id=4, tellings=tellings)
    shot = Snapshot(rows, held, (two, three, lunch, apart), 1)
    assert paired(shot, 1) is shot
    kept = paired(shot, 2)
    drawn = network(kept)
    met = {(one, other): row["n"] for one, other, kind, row in drawn.edges(keys=True, data=True) if kind != "post"}
    assert met == {(1, 2): 2, (3, 4): 2, (1, 3): 2, (2, 3): 2, (2, 9): 2, (3, 9): 2}
    assert {row.id for row in paired(shot, 3).meetings} == set()
    alone = paired(replace(shot, meetings=(two, lunch)), 2)
    assert [(row.id, row.people, row.organizations) for row in alone.meetings] == [(1, (1, 2), ()), (3, (1, 2), ())]
    assert {row.id for row in alone.entities} == {1, 2, 8}


def test_people_and_organizations_are_asked_for_by_id(snapshot: Snapshot, sieve: Sieve) -> None:
    known = ids(snapshot)
    assert dates(sieve, Conditions(people=(known["남궁설"],))) == ["2024-06-01", "2025-03-04"]
    assert dates(sieve, Conditions(people=(known["남궁설"], known["탁현서"]))) == ["2024-06-01", "2025-01-01", "2025-03-04", ""]
    assert dates(sieve, Conditions(companies=(known["누리통신"],))) == ["2024-06-01", "2025-03-04"]
    assert dates(sieve, Conditions(agencies=(known["전파진흥원"],))) == ["2025-03-12"]
    assert dates(sieve, Conditions(companies=(known["누리통신"],), agencies=(known["전파진흥원"],))) == []
    assert dates(sieve, Conditions(articles=(999,))) == []


def test_what_is_narrowed_holds_only_who_attends_and_their_organizations(snapshot: Snapshot, sieve: Sieve) -> None:
    part = narrowed(snapshot, sieve.kept(Conditions(text="한빛호텔")))
    assert {row.name for row in part.entities} == {"고도윤", "남궁설", "가람전자", "누리통신"}
    assert len(part.meetings) == 1
    assert narrowed(snapshot, snapshot.meetings) is snapshot


def test_a_company_counts_the_meetings_of_its_people(snapshot: Snapshot, sieve: Sieve) -> None:
    known = ids(snapshot)
    assert sieve.met[known["누리통신"]] == len(sieve.kept(Conditions(companies=(known["누리통신"],)))) == 2
    assert sieve.met[known["남궁설"]] == len(sieve.kept(Conditions(people=(known["남궁설"],)))) == 2
    assert sieve.met[known["전파진흥원"]] == 1


def test_places_and_groups_are_offered(sieve: Sieve) -> None:
    assert sieve.places == ["한빛호텔"]
    assert sieve.groups == []
    told = (("없는회사", None, ""), ("없는회사", "가람", "가람"), ("SK하이닉스", None, "SK그룹"), ("SK하이닉스", "", ""))
    for name, decided, group in told:
        assert group_of(EntityRow(1, "organization", name, name, "company", 1, 1, group=decided)) == group


def test_two_met_where_their_meetings_were_held_and_what_is_planned_or_fell_through_is_none() -> None:
    rows = tuple(EntityRow(one, "person", str(one), str(one), None, 1, 1) for one in (1, 2, 3))
    two = MeetingRow(1, 1, "held", None, None, None, None, None, 0.9, "", (1, 2), (), None, None)
    statuses: tuple[MeetingStatus, ...] = ("held", "planned", "cancelled", "held")
    theirs = tuple(replace(two, id=number, status=status) for number, status in enumerate(statuses, 1))
    others = tuple(replace(two, id=number, people=(1, 3), status="planned") for number in (5, 6, 7))
    shot = Snapshot(rows, (), (*theirs, *others), 1)
    drawn = network(shot)
    assert drawn[1][2]["met"]["outcomes"] == {"held": 2, "planned": 1, "cancelled": 1}
    assert list(drawn[1][2]["met"]["outcomes"]) == ["held", "planned", "cancelled"]
    sieve = Sieve(shot, dict)
    assert [row.id for row in sieve.kept(Conditions(often=2))] == [1, 2, 3, 4]
    assert [row.id for row in paired(shot, 2).meetings] == [1, 2, 3, 4]
    assert sieve.kept(Conditions(often=3)) == ()
    assert paired(shot, 3).meetings == ()
    counted = people(shot).set_index("id")
    assert [tuple(counted.loc[one, ["meetings", "met"]]) for one in (1, 2, 3)] == [(7, 2), (4, 2), (3, 0)]
    assert counted.loc[1, "outcomes"] == {"held": 2, "planned": 4, "cancelled": 1}
