"""What the home page draws, asked for as the page asks."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from sample import article, organization, person
from society import society

from graphing.model import Extraction
from graphing.sieve import Conditions
from graphing.store import open_store
from graphing.view import projection, session

TOLD = (
    "이재용 삼성전자 회장과 최태원 SK그룹 회장, 손태승 전 우리금융지주 회장이 왔다.",
    "이복현 금융감독원 원장과 샘 올트먼 오픈AI 최고경영자도 왔다.",
)
POSTS = (
    ("이재용", "삼성전자", "회장", False),
    ("최태원", "SK그룹", "회장", False),
    ("손태승", "우리금융지주", "회장", True),
    ("이복현", "금융감독원", "원장", False),
    ("샘 올트먼", "오픈AI", "최고경영자(CEO)", False),
)


@pytest.fixture
def scene(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[projection.Scene]:
    url = f"sqlite:///{tmp_path / 'test.sqlite'}"
    monkeypatch.setenv(session.DATABASE_URL, url)
    st.cache_resource.clear()
    text = article(TOLD, "posts.txt", None, "가상일보")
    people = tuple(person(text.text, name, (home, title, former)) for name, home, title, former in POSTS)
    with open_store(url) as store:
        store.add([Extraction(text, people, tuple(organization(text.text, home) for _, home, *_ in POSTS), ())])
    yield projection.scene()
    st.cache_resource.clear()


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("오픈AI CEO", "샘 올트먼"),
        ("OpenAI CEO", "샘 올트먼"),
        ("금감원장", "이복현"),
        ("금융감독원장", "이복현"),
        ("최태원 회장", "최태원"),
        ("최태원회장", "최태원"),
        ("SK 회장", "최태원"),
        ("SK chairman", "최태원"),
        ("우리금융 회장", "손태승"),
        ("전 우리금융지주 회장", "손태승"),
        ("전 회장", "손태승"),
        ("부회장 이재용", "이재용"),
        ("Jay Y. Lee", "이재용"),
        ("Choi Tae-won", "최태원"),
        ("삼전 회장", "이재용"),
    ],
)
def test_people_are_found_by_the_posts_they_have_however_typed(scene: projection.Scene, query: str, first: str) -> None:
    assert [scene.entities[one].name for one in scene.names.find(query)][:1] == [first]


def test_an_abbreviation_finds_the_company(scene: projection.Scene) -> None:
    assert "삼성전자" in [scene.entities[one].name for one in scene.names.find("삼전")]


def test_the_picture_asks_what_is_cached_no_more_often_the_more_it_draws(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    asked: list[int] = []
    part = projection.part

    def counted(*given: Any) -> Any:
        asked[-1] += 1
        return part(*given)

    monkeypatch.setattr(projection, "part", counted)
    for number, meetings in enumerate((10, 60)):
        url = f"sqlite:///{tmp_path / f'{number}.sqlite'}"
        monkeypatch.setenv(session.DATABASE_URL, url)
        st.cache_resource.clear()
        with open_store(url) as store:
            store.add(society(meetings))
        asked.append(0)
        scene = projection.scene()
        projection.network_payload(scene, scene.key, "ko", projection.PEOPLE)
    st.cache_resource.clear()
    assert asked[0] == asked[1]


LATE = Conditions(between=(date(2024, 9, 1), date(2025, 11, 30)))
Where = dict[str, tuple[float, float]]


def asked(scene: projection.Scene, picture: projection.Picture) -> dict[str, Any]:
    return dict(json.loads(projection.network_payload(scene, scene.key, "ko", picture)))


def where(nodes: dict[str, Any]) -> Where:
    return dict(zip(nodes["id"], zip(nodes["x"], nodes["y"], strict=True), strict=True))


@pytest.fixture
def unseen(crowded: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], projection.Scene]]:
    """Opens a thousand meetings of which nobody has seen anything."""

    def opened() -> projection.Scene:
        monkeypatch.setenv(session.DATABASE_URL, f"sqlite:///{shutil.copy(crowded, tempfile.mkdtemp(dir=tmp_path))}")
        st.cache_resource.clear()
        return projection.scene()

    yield opened
    st.cache_resource.clear()


@pytest.mark.parametrize("reading", ["people", "companies", "meetings"])
def test_where_somebody_stands_hangs_on_nothing_that_was_asked_before(
    unseen: Callable[[], projection.Scene], reading: session.Reading
) -> None:
    crowd = unseen()
    first = projection.Picture(reading)
    late, more = replace(first, conditions=LATE), replace(first, most=240)
    whole = asked(crowd, first)
    told = [(where(asked(crowd, picture)["nodes"]), asked(crowd, picture)["ground"]) for picture in (late, more)]
    again = unseen()
    assert [(where(asked(again, picture)["nodes"]), asked(again, picture)["ground"]) for picture in (more, late)] == told[::-1]
    stood = where(whole["nodes"])
    for nodes, ground in told:
        assert where(ground or whole["nodes"]) == stood, "each part knows of the whole that it is a part of"
        assert {node: nodes[node] for node in nodes.keys() & stood.keys()} == {node: stood[node] for node in nodes.keys() & stood.keys()}


def test_what_dates_leave_is_looked_at_from_where_the_rest_is_seen(crowd: projection.Scene) -> None:
    whole = projection.Picture()
    assert asked(crowd, whole)["frame"] is None
    assert asked(crowd, replace(whole, conditions=LATE))["frame"] is None
    one = Conditions(people=(crowd.snapshot.meetings[0].people[0],))
    frame = asked(crowd, replace(whole, conditions=one))["frame"]
    assert frame["corners"][0] < frame["corners"][1]
    assert asked(crowd, replace(whole, conditions=replace(one, between=LATE.between)))["frame"] == frame


@pytest.mark.parametrize("reading", ["people", "meetings"])
def test_of_a_crowd_no_more_are_drawn_for_some_of_its_time_than_for_all(crowd: projection.Scene, reading: session.Reading) -> None:
    whole = projection.Picture(reading)
    days = sorted(row.first for row in crowd.snapshot.meetings if row.first)
    spans = [(days[0], days[len(days) * share // 10 - 1]) for share in (1, 3, 5, 8)]
    drawn = len(projection.part(crowd, crowd.key, whole))
    assert drawn < len(projection.graph(crowd, crowd.key, whole))
    for conditions in (*(Conditions(between=span) for span in spans), Conditions(statuses=("planned",))):
        picture = replace(whole, conditions=conditions)
        part, fitting = projection.part(crowd, crowd.key, picture), projection.size(crowd, crowd.key, picture)
        assert len(part) <= max(drawn, projection.DRAWN)
        assert len(part) > 0.7 * min(fitting, projection.DRAWN)
        # All are there where there are few, and the rest at a click where there are more.
        assert len(projection.part(crowd, crowd.key, replace(picture, most=10_000))) == fitting


def lines(scene: projection.Scene, picture: projection.Picture) -> set[tuple[str, int]]:
    """The names of the lines of a picture, and how often each two met."""
    part = projection.part(scene, scene.key, picture)
    return {
        (f"{kind} {min(one, other)} {max(one, other)}", row["outcomes"]["held"] if "outcomes" in row else 0)
        for one, other, kind, row in part.edges(keys=True, data=True)
    }


def test_around_somebody_more_steps_draw_more_of_a_crowd_and_the_nearest_of_it(crowd: projection.Scene) -> None:
    people = crowd.ranked["person"]
    firm = crowd.ranked["company"][0]
    for whom in (people[0], people[40], people[-1], firm):
        steps = [projection.Picture("around", around=whom, steps=step) for step in (1, 2, 3)]
        near, far, all_of = (set(projection.part(crowd, crowd.key, one)) for one in steps)
        assert whom in near
        assert near < far or projection.size(crowd, crowd.key, steps[1]) == len(near)
        assert near <= all_of
        assert len(all_of) <= projection.CROWD
        assert far <= crowd.ties.within(whom, 2)
        assert any(kind in {"met", "side"} for *_, kind in projection.part(crowd, crowd.key, steps[0]).edges(keys=True))


def test_whom_the_people_of_a_company_met_is_around_it(crowd: projection.Scene) -> None:
    firm = crowd.ranked["company"][0]
    people = {person for person, bodies in crowd.sieve.homes.items() if firm in bodies}
    met = {other for row in crowd.snapshot.meetings if people & {*row.people} for other in row.people}
    part = projection.part(crowd, crowd.key, projection.Picture("around", around=firm))
    assert met | {firm} <= set(part)
    assert met <= {node for node in part if any(kind == "met" for _, _, kind in part.edges(node, keys=True))}


@pytest.mark.parametrize("reading", ["people", "meetings", "around"])
def test_as_many_come_as_were_announced(crowd: projection.Scene, reading: session.Reading) -> None:
    around = crowd.ranked["person"][0] if reading == "around" else None
    picture, announced = projection.Picture(reading, around=around, steps=3), []
    while left := projection.size(crowd, crowd.key, picture) - len(before := projection.part(crowd, crowd.key, picture)):
        announced.append(projection.coming(crowd, crowd.key, picture))
        picture = replace(picture, most=2 * picture.most)
        after = projection.part(crowd, crowd.key, picture)
        assert set(before) <= set(after)
        assert len(after) - len(before) == announced[-1] <= left
    assert announced


def test_half_of_a_crowds_meetings_picture_is_meetings(crowd: projection.Scene) -> None:
    part = projection.part(crowd, crowd.key, projection.Picture("meetings"))
    kinds = [kind for _, kind in part.nodes(data="kind")]
    assert kinds.count("meeting") >= 0.8 * kinds.count("person") >= 0.2 * projection.DRAWN
    for node in (one for one in part if one < 0):
        row = crowd.meetings[-node]
        assert set(part[node]) == {*row.people, *row.organizations}
    # Of who is asked for more come than of anybody else.
    one = crowd.ranked["person"][5]
    theirs = projection.part(crowd, crowd.key, projection.Picture("meetings", around=one))
    assert sum(one in theirs[node] for node in theirs if node < 0) > sum(one in part[node] for node in part if node < 0)


@pytest.mark.parametrize("often", [2, 3, 5])
def test_only_those_who_met_so_often_are_drawn(crowd: projection.Scene, often: int) -> None:
    many = projection.Picture(conditions=Conditions(often=often), most=10_000)
    every = {(line, n) for line, n in lines(crowd, replace(many, conditions=Conditions())) if not line.startswith("post")}
    drawn = {(line, n) for line, n in lines(crowd, many) if not line.startswith("post")}
    assert drawn == {(line, n) for line, n in every if n >= often}
    part = projection.part(crowd, crowd.key, many)
    ends = {int(end) for line, _ in drawn for end in line.split()[1:]}
    people = {node for node, kind in part.nodes(data="kind") if kind == "person"}
    assert people == {one for one in ends if one in people}
    assert set(part) - ends == {body for one in people for body in part[one] if part.has_edge(one, body, "post")} - ends
    around = replace(many, reading="around", around=min(people), steps=3)
    assert lines(crowd, around) <= lines(crowd, many)
    firms = projection.part(crowd, crowd.key, replace(many, reading="companies"))
    pairs = [tuple(map(int, line.split()[1:])) for line, _ in drawn]
    homes = {one: set(crowd.sieve.homes.get(one, (one,))) for one in ends}
    assert {frozenset(edge) for edge in firms.edges()} <= {
        frozenset((a, b)) for one, other in pairs for a in homes[one] for b in homes[other]
    }


@pytest.mark.parametrize("reading", ["people", "companies", "meetings", "around"])
@pytest.mark.parametrize("kinds", [("person",), ("company", "agency"), ("person", "agency")])
def test_kinds_that_are_not_shown_take_no_place_and_do_not_count(crowd: projection.Scene, reading: Any, kinds: tuple[Any, ...]) -> None:
    whom = crowd.ranked["person"][0] if reading == "around" else None
    whole = projection.Picture(reading, around=whom, steps=2)
    shown = replace(whole, kinds=kinds)
    everything = projection.graph(crowd, crowd.key, whole)
    meant = {node for node, kind in everything.nodes(data="kind") if kind in kinds}
    part = projection.part(crowd, crowd.key, shown)
    assert {kind for _, kind in part.nodes(data="kind")} <= {*kinds, "meeting"}
    size = projection.size(crowd, crowd.key, shown)
    assert size >= len(part)
    if reading != "meetings":
        assert size == len(meant)
        assert len(part) >= len([node for node in projection.part(crowd, crowd.key, whole) if node in meant])
    announced = projection.coming(crowd, crowd.key, shown)
    assert announced == len(projection.part(crowd, crowd.key, replace(shown, most=2 * shown.most))) - len(part)
    if reading == "people":
        assert len(part) == min(len(meant), projection.DRAWN) or len(meant) > projection.DRAWN - 5
    assert set(part) <= set(everything)
