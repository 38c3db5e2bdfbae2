"""Who comes into a crowd's picture with a choice."""

from __future__ import annotations

from dataclasses import replace

import pytest
import streamlit as st

from graphing.graph import Edge
from graphing.sieve import Conditions
from graphing.view import bringing, projection
from graphing.view.bringing import LATEST, brought
from graphing.view.projection import Picture, Scene
from graphing.view.session import Choice


def shown(scene: Scene, picture: Picture) -> set[int]:
    return set(projection.part(scene, scene.key, picture))


def absent(scene: Scene, picture: Picture = projection.PEOPLE) -> int:
    """Somebody who met others and is not among the busiest."""
    drawn = shown(scene, picture)
    return next(row.id for row in scene.snapshot.entities if row.kind == "person" and row.id not in drawn and scene.sieve.met[row.id] > 1)


def test_a_chosen_meeting_brings_everyone_who_was_there_and_nobody_else(crowd: Scene) -> None:
    drawn = shown(crowd, projection.PEOPLE)
    row = next(row for row in crowd.snapshot.meetings if drawn.isdisjoint(row.people))
    found = brought(crowd, Choice("meeting", str(row.id)), projection.PEOPLE)
    assert set(found) == {*row.people, *row.organizations} - drawn
    assert shown(crowd, replace(projection.PEOPLE, brought=found)) == drawn | set(found)


def test_a_chosen_person_comes_with_whom_they_met(crowd: Scene) -> None:
    one = absent(crowd)
    found = brought(crowd, Choice("person", str(one)), projection.PEOPLE)
    with_them = {other for row in crowd.snapshot.meetings if one in row.people for other in row.people}
    assert with_them <= set(found) | shown(crowd, projection.PEOPLE)


@pytest.mark.parametrize(
    "choice", [None, Choice("person", "nobody"), Choice("meeting", "999999"), Choice("edge", "met:1"), Choice("group", "1")]
)
def test_what_is_gone_brings_nobody(crowd: Scene, choice: Choice | None) -> None:
    assert brought(crowd, choice, projection.PEOPLE) == ()


def test_who_is_drawn_already_changes_no_picture(crowd: Scene) -> None:
    there = sorted(shown(crowd, projection.PEOPLE))
    assert [brought(crowd, Choice("person", str(one)), projection.PEOPLE) for one in there] == [()] * len(there)


def test_what_the_filters_leave_out_does_not_come(crowd: Scene) -> None:
    one = absent(crowd)
    met = {other for row in crowd.snapshot.meetings if one in row.people for other in row.people}
    stranger = next(row.people[0] for row in crowd.snapshot.meetings if row.people[0] not in met)
    picture = Picture(conditions=Conditions(people=(stranger,)), most=20)
    assert one not in projection.graph(crowd, crowd.key, picture)
    assert brought(crowd, Choice("person", str(one)), picture) == ()


def test_both_ends_of_a_line_come(crowd: Scene) -> None:
    drawn = shown(crowd, projection.PEOPLE)
    row = next(row for row in crowd.snapshot.meetings if len(row.people) == 2 and drawn.isdisjoint(row.people))
    edge = Edge("met", *sorted(row.people))
    assert set(brought(crowd, Choice("edge", str(edge)), projection.PEOPLE)) == set(row.people)


def test_where_meetings_are_nodes_a_meeting_comes_with_its_guests_and_a_person_with_the_latest(crowd: Scene) -> None:
    picture = Picture("meetings")
    drawn = shown(crowd, picture)
    row = next(row for row in crowd.snapshot.meetings if -row.id not in drawn)
    found = brought(crowd, Choice("meeting", str(row.id)), picture)
    assert set(found) == {-row.id, *row.people, *row.organizations} - drawn
    one = absent(crowd, picture)
    found = brought(crowd, Choice("person", str(one)), picture)
    assert one in found
    assert 0 < sum(node < 0 for node in found) <= LATEST
    assert shown(crowd, replace(picture, brought=found)) == drawn | set(found)


def test_among_companies_those_come_whose_people_met(crowd: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    for limit in ("CROWD", "DRAWN"):
        monkeypatch.setattr(projection, limit, 60)
    for folded in (False, True):
        picture = Picture("companies", most=60, folded=folded)
        drawn = shown(crowd, picture)
        assert len(drawn) <= 60
        homes = crowd.sieve.homes
        row = next(row for row in crowd.snapshot.meetings if not drawn & {home for one in row.people for home in homes.get(one, ())})
        found = brought(crowd, Choice("meeting", str(row.id)), picture)
        assert set(found) == {home for one in row.people for home in homes[one]} | set(row.organizations) - drawn
    st.cache_resource.clear()


@pytest.mark.parametrize("kind", ["person", "meeting", "edge"])
def test_of_a_crowd_of_people_the_whole_network_is_not_joined_for_a_choice(
    crowd: Scene, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = shown(crowd, projection.PEOPLE)
    row = next(row for row in crowd.snapshot.meetings if len(row.people) == 2 and drawn.isdisjoint(row.people))
    ident = {"person": row.people[0], "meeting": row.id, "edge": Edge("met", *sorted(row.people))}[kind]

    def never(*_: object) -> None:
        raise AssertionError("all of the network was joined")

    monkeypatch.setattr(projection, "graph", never)
    monkeypatch.setattr(bringing, "graph", never)
    assert row.people[0] in brought(crowd, Choice(kind, str(ident)), projection.PEOPLE)  # type: ignore[arg-type]
