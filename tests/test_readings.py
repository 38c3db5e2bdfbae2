"""The readings of made-up meetings: companies, groups, gatherings, steps around somebody."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import networkx as nx
import pytest
from sample import extractions

from graphing import graph as graphs
from graphing import readings
from graphing.errors import NotFoundError
from graphing.graph import Edge
from graphing.sieve import Sieve
from graphing.store import AffiliationRow, EntityRow, MeetingRow, Snapshot, open_store


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    with open_store("sqlite://") as store:
        store.add(extractions())
        return store.snapshot()


def named(graph: nx.MultiGraph) -> set[frozenset[str]]:
    return {frozenset((graph.nodes[one]["name"], graph.nodes[other]["name"])) for one, other in graph.edges()}


def test_companies_meet_where_their_people_do(snapshot: Snapshot) -> None:
    graph = readings.companies(snapshot, Sieve(snapshot, dict).homes)
    assert named(graph) == {frozenset(pair) for pair in (("가람전자", "누리통신"), ("가람전자", "전파진흥원"), ("가람전자", "라온은행"))}
    ids = {name: node for node, name in graph.nodes(data="name")}
    edge = graph.edges[min(ids["가람전자"], ids["누리통신"]), max(ids["가람전자"], ids["누리통신"]), "firms"]
    assert (edge["n"], edge["status"]) == (2, "held")
    assert graph.nodes[ids["전파진흥원"]]["kind"] == "agency"


def folding() -> Snapshot:
    # Names of the lexicon's groups: what is folded must be known to belong together.
    people = [EntityRow(number, "person", name, name, None, 1, 1) for number, name in ((1, "고도윤"), (2, "남궁설"), (3, "탁현서"))]
    firms = ((4, "LG전자"), (5, "LG화학"), (6, "누리통신"))
    bodies = [EntityRow(number, "organization", name, name, "company", 1, 0) for number, name in firms]
    posts = [AffiliationRow(person, body, "사장", False, 1, None, None) for person, body in ((1, 4), (2, 5), (3, 6))]
    meetings = [
        MeetingRow(number, 1, "held", date(2025, 1, number), date(2025, 1, number), "day", None, None, 0.9, "", people, (), None, None)
        for number, people in ((1, (1, 3)), (2, (2, 3)), (3, (1, 2)))
    ]
    return Snapshot((*people, *bodies), tuple(posts), tuple(meetings), 1)


def test_a_folded_group_is_one_node_that_never_meets_itself() -> None:
    snapshot = folding()
    homes = Sieve(snapshot, dict).homes
    apart, folded = readings.companies(snapshot, homes), readings.companies(snapshot, homes, folded=True)
    assert (len(apart), len(apart.edges)) == (3, 3)
    assert (len(folded), len(folded.edges)) == (2, 1)
    group = next(row for _, row in folded.nodes(data=True) if row["kind"] == "group")
    assert (group["members"], group["meetings"]) == ((4, 5), (1, 2, 3))
    assert readings.meetings_of(Edge("firms", 4, 6), folded) == (1, 2)


def test_a_person_with_two_posts_makes_no_two_companies_meet() -> None:
    snapshot = folding()
    alone = MeetingRow(9, 1, "held", None, None, None, None, None, 0.9, "", (1, 3), (), None, None)
    part = Snapshot(snapshot.entities, snapshot.affiliations, (alone,), 1)
    assert len(readings.companies(part, {1: (4, 5), 3: ()}).edges) == 0
    assert len(readings.companies(part, {1: (4,), 3: (4,)}).edges) == 0


def test_a_gathering_is_a_node_with_a_spoke_for_each_attendant(snapshot: Snapshot) -> None:
    graph = readings.gatherings(snapshot)
    meetings = [node for node, kind in graph.nodes(data="kind") if kind == "meeting"]
    assert sorted(meetings) == sorted(-row.id for row in snapshot.meetings)
    assert all(graph.degree(-row.id) == len(row.people) + len(row.organizations) for row in snapshot.meetings)
    assert {kind for *edge, kind in graph.edges(meetings, keys=True)} == {"spoke"}


def test_beside_the_meetings_stand_the_companies_of_who_attends(snapshot: Snapshot) -> None:
    graph = readings.gatherings(snapshot)
    posts = {(one, other): row["posts"] for one, other, kind, row in graph.edges(keys=True, data=True) if kind == "post"}
    there = {person for row in snapshot.meetings for person in row.people}
    assert set(posts) == {(post.person, post.organization) for post in snapshot.affiliations if post.person in there and post.organization}
    assert {graph.nodes[body]["kind"] for _, body in posts} <= {"company", "agency"}
    assert {graph.nodes[body]["name"] for _, body in posts} >= {"가람전자", "누리통신"}


def luncheons(guests: tuple[int, ...]) -> Snapshot:
    """One meeting after the other with so many guests, none of whom comes twice; each two of them have a company."""
    people: list[EntityRow] = []
    posts: list[AffiliationRow] = []
    meetings: list[MeetingRow] = []
    for number, count in enumerate(guests, 1):
        there = tuple(range(100 * number, 100 * number + count))
        people += [EntityRow(one, "person", f"사람{one}", f"사람{one}", None, 1, 1) for one in there]
        posts += [AffiliationRow(one, 10_000 + one // 2, "사장", False, 1, None, None) for one in there]
        day = date(2025, 1, number)
        meetings.append(MeetingRow(number, 1, "held", day, day, "day", None, None, 0.9, "", there, (), None, None))
    bodies = sorted({post.organization for post in posts if post.organization})
    companies = [EntityRow(body, "organization", f"회사{body}", f"회사{body}", "company", 1, 0) for body in bodies]
    return Snapshot((*people, *companies), tuple(posts), tuple(meetings), 1)


def gathered(graph: nx.MultiGraph) -> list[int]:
    return sorted(-node for node, kind in graph.nodes(data="kind") if kind == "meeting")


def test_of_a_crowd_the_largest_meetings_are_drawn_whole() -> None:
    graph = readings.gatherings(luncheons((2, 20, 3, 2, 20, 4)))
    part = readings.busiest_gatherings(graph, 60, 50)
    assert gathered(part) == [2, 4, 5]
    assert len(part) <= 60
    assert all(set(graph[-meeting]) == set(part[-meeting]) for meeting in (2, 4, 5))
    # Whoever is asked for brings the own meetings first.
    assert 4 in gathered(readings.busiest_gatherings(graph, 40, 50, 400))
    assert gathered(readings.busiest_gatherings(graph, 10, 50)) == [5]


def test_before_more_guests_come_the_latest_meetings_of_those_who_are_drawn_already() -> None:
    shot = luncheons((20, 18, 16))
    late = [replace(shot.meetings[0], id=number, people=(100, 101 + number % 5)) for number in range(10, 60)]
    late = [replace(one, first=day, last=day) for one in late for day in [date(2025, 3, 1) + timedelta(one.id)]]
    graph = readings.gatherings(replace(shot, meetings=(*shot.meetings, *late)))
    part = readings.busiest_gatherings(graph, 100, 50)
    # As many meetings as guests, where there is room for both.
    assert gathered(part) == [1, 2, *range(60 - 35, 60)]
    assert all(set(graph[-one]) == set(part[-one]) for one in gathered(part))
    more = readings.busiest_gatherings(graph, 140, 50)
    assert set(part) < set(more)
    # Of who is asked for, the own come first, wherever they are.
    theirs = readings.busiest_gatherings(graph, 60, 50, 105)
    assert {one.id for one in late if 105 in one.people} <= set(gathered(theirs))


def test_companies_are_drawn_where_there_is_room() -> None:
    graph = readings.gatherings(luncheons((8, 8)))
    assert readings.busiest_gatherings(graph, len(graph), 70) is graph
    part = readings.busiest_gatherings(graph, 20, 70)
    assert gathered(part) == [1, 2]
    assert [kind for _, kind in part.nodes(data="kind")].count("person") == 16
    assert [kind for _, kind in part.nodes(data="kind")].count("company") == 5


def test_an_edge_that_is_not_there_is_told(snapshot: Snapshot) -> None:
    with pytest.raises(NotFoundError, match="there is no edge met:998:999"):
        readings.meetings_of(Edge("met", 998, 999), graphs.network(snapshot))
