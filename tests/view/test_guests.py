"""Who comes beside a crowd's picture with a choice of somebody who is drawn already."""

from __future__ import annotations

import json
import re
from base64 import b64decode
from zlib import decompress

import pytest

from graphing.sieve import Conditions
from graphing.view import projection, session
from graphing.view.guests import AT_ONCE, guests, payload
from graphing.view.projection import Picture, Scene
from graphing.view.session import Choice

ALL = 10_000


def shown(scene: Scene, picture: Picture) -> set[int]:
    return set(projection.part(scene, scene.key, picture))


def busiest(scene: Scene, kind: str, picture: Picture = projection.PEOPLE) -> int:
    drawn = shown(scene, picture)
    rows = [row for row in scene.snapshot.entities if row.id in drawn and (row.kind == "person") == (kind == "person")]
    return max(rows, key=lambda row: (scene.sieve.met[row.id], -row.id)).id


def met(scene: Scene, one: int) -> set[int]:
    """Whom somebody met, from the meetings themselves."""
    rows = [row for row in scene.snapshot.meetings if one in row.people]
    return {other for row in rows for other in (*row.people, *row.organizations)} - {one}


def test_whom_a_drawn_person_met_comes_too_up_to_a_limit_and_the_rest_is_counted(crowd: Scene) -> None:
    one = busiest(crowd, "person")
    missing = met(crowd, one) - shown(crowd, projection.PEOPLE)
    assert len(missing) > AT_ONCE
    first = guests(crowd, Choice("person", str(one)), projection.PEOPLE)
    assert first is not None
    assert first.nodes < missing
    assert len(first.nodes) == AT_ONCE
    assert first.left == len(missing) - AT_ONCE
    everyone = guests(crowd, Choice("person", str(one)), projection.PEOPLE, ALL)
    assert everyone is not None
    assert everyone.nodes == missing
    assert everyone.turns[: len(first.turns)] == first.turns
    assert everyone.left == 0
    assert {frozenset(edge) for edge in everyone.graph.edges()} == {frozenset((one, other)) for other in missing}


def test_a_drawn_company_comes_with_its_people_and_whom_these_met(crowd: Scene) -> None:
    body = busiest(crowd, "organization")
    people = {post.person for post in crowd.snapshot.affiliations if post.organization == body}
    expected = people.union(*(met(crowd, person) for person in people)) - shown(crowd, projection.PEOPLE)
    found = guests(crowd, Choice("organization", str(body)), projection.PEOPLE, ALL)
    assert found is not None
    assert expected <= found.nodes
    assert all(people & {*edge} for edge in found.graph.edges())


def test_where_meetings_are_nodes_the_latest_of_a_drawn_person_come_with_all_their_guests(crowd: Scene) -> None:
    picture = Picture("meetings")
    one = busiest(crowd, "person", picture)
    drawn = shown(crowd, picture)
    theirs = {-row.id for row in crowd.snapshot.meetings if one in row.people} - drawn
    found = guests(crowd, Choice("person", str(one)), picture)
    assert found is not None
    come = {node for node in found.nodes if node < 0}
    assert come < theirs
    assert found.left == len(theirs - come)
    days = {-row.id: row.first for row in crowd.snapshot.meetings}
    assert min(str(days[node]) for node in come if days[node]) >= max(str(days[node]) for node in theirs - come if days[node])
    for node in come:
        row = crowd.meetings[-node]
        assert set(found.graph[node]) == {*row.people, *row.organizations}
        assert {*row.people, *row.organizations} <= found.nodes | drawn


def test_what_the_filters_leave_out_does_not_come(crowd: Scene) -> None:
    one = busiest(crowd, "person")
    picture = Picture(conditions=Conditions(statuses=("cancelled",)))
    found = guests(crowd, Choice("person", str(one)), picture, ALL)
    off = {other for row in crowd.snapshot.meetings if one in row.people and row.status == "cancelled" for other in row.people}
    assert (found.nodes if found else frozenset()) <= off


@pytest.mark.parametrize("choice", [None, Choice("person", "nobody"), Choice("meeting", "3"), Choice("edge", "met:1:2")])
def test_nobody_comes_with_what_is_gone_or_is_no_party(crowd: Scene, choice: Choice | None) -> None:
    assert guests(crowd, choice, projection.PEOPLE) is None


@pytest.mark.parametrize(("reading", "said"), [("people", r"만난 상대 \d+명 더 보기"), ("meetings", r"회동 \d+건 더 보기")])
def test_what_is_sent_is_small_and_as_the_network_has_its_own(crowd: Scene, reading: session.Reading, said: str) -> None:
    picture = Picture(reading)
    one = Choice("person", str(busiest(crowd, "person", picture)))
    told = payload(crowd, crowd.key, one, picture, AT_ONCE, "ko")
    assert told is not None
    assert len(told["rows"]) < 6000
    assert re.fullmatch(said, told["more"])
    rows = json.loads(decompress(b64decode(told["rows"])))
    base = json.loads(projection.network_payload(crowd, crowd.key, "ko", picture))
    assert rows["nodes"].keys() == base["nodes"].keys()
    assert rows["edges"].keys() == base["edges"].keys()
    assert not set(rows["nodes"]["id"]) & set(base["nodes"]["id"])
    left, right = min(base["nodes"]["x"]), max(base["nodes"]["x"])
    assert all(left <= x <= right for x in rows["nodes"]["x"])
