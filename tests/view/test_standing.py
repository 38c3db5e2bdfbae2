"""Where nodes stand: nobody who was told it is told otherwise later, by whichever server, whatever came in meanwhile."""

from __future__ import annotations

import json
import multiprocessing
import shutil
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from sample import article, meeting, person
from society import society

from graphing.errors import StoreError
from graphing.model import Extraction
from graphing.store import Point, Store, copy_store, open_store
from graphing.view import projection, session
from graphing.view.projection import PEOPLE, Picture
from graphing.view.standing import standing

Where = dict[int, Point]
Url = str


@pytest.fixture
def url(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Url]:
    address = f"sqlite:///{tmp_path / 'test.sqlite'}"
    monkeypatch.setenv(session.DATABASE_URL, address)
    st.cache_resource.clear()
    yield address
    st.cache_resource.clear()


def add(url: Url, *articles: Extraction) -> None:
    with open_store(url) as store:
        store.add(articles)


def drawn(picture: Picture = PEOPLE) -> Where:
    """Where everybody stands in a picture, as the page is told: who is drawn, and who is there and is not."""
    scene = projection.scene()
    told = json.loads(projection.network_payload(scene, scene.key, "ko", picture))
    return {int(node): (x, y) for part in (told["ground"], told["nodes"]) if part for node, x, y in zip(part["id"], part["x"], part["y"])}  # noqa: B905


def anew() -> None:
    """What a server that is started now knows."""
    st.cache_resource.clear()


def stays(before: Mapping[int, Point], after: Mapping[int, Point]) -> bool:
    """Whether everybody of two pictures stands in both at the same place; at least one of them does."""
    both = before.keys() & after.keys()
    return bool(both) and {node: before[node] for node in both} == {node: after[node] for node in both}


def pictures() -> list[Picture]:
    known = projection.scene().ranked
    around = [Picture("around", around=one, steps=steps) for one in (known["person"][3], known["company"][0]) for steps in (1, 2)]
    return [PEOPLE, Picture("companies"), Picture("companies", folded=True), Picture("meetings"), *around]


def test_a_server_that_is_started_again_draws_what_was_drawn(url: Url) -> None:
    told = list(society(70, 60))
    add(url, *told[:40])
    asked = pictures()
    drawings = [[drawn(picture) for picture in asked]]
    for some in (told[40:41], told[41:]):
        add(url, *some)
        drawings.append([drawn(picture) for picture in asked])
        assert all(stays(before, after) for before, after in zip(*drawings[-2:], strict=True))
    first, *_, last = drawings
    assert all(len(after) > len(before) for before, after in zip(first[:4], last[:4], strict=True))
    anew()
    assert [drawn(picture) for picture in reversed(asked)] == last[::-1]


def test_who_comes_into_a_crowd_on_demand_stands_there_when_it_is_started_again(url: Url, crowded: Path) -> None:
    shutil.copy(crowded, url.removeprefix("sqlite:///"))
    scene = projection.scene()
    absent = tuple(scene.ranked["person"][200:210])
    asked = [PEOPLE, replace(PEOPLE, brought=absent), replace(PEOPLE, most=240), Picture("around", around=absent[0], steps=2)]
    first = [drawn(picture) for picture in asked]
    assert set(absent) <= first[1].keys()
    add(url, *society(25, 20, seed=9))
    last = [drawn(picture) for picture in asked]
    assert all(stays(before, after) for before, after in zip(first, last, strict=True))
    anew()
    assert [drawn(picture) for picture in asked[1:]] == last[1:]
    anew()
    assert drawn(asked[1]) == last[1]


def _another(url: Url, start: Any, told: Any) -> None:
    anew()
    start.wait(60)
    told.put(drawn())


def test_servers_that_draw_at_once_draw_one_picture(url: Url) -> None:
    known = list(society(30, 40))
    add(url, *known[:15])
    before = drawn()
    add(url, *known[15:])
    fork = multiprocessing.get_context("fork")
    start, told = fork.Barrier(3), fork.Queue()
    others = [fork.Process(target=_another, args=(url, start, told), daemon=True) for _ in range(2)]
    for other in others:
        other.start()
    start.wait(60)
    own = drawn()
    found = [told.get(timeout=60) for _ in others]
    for other in others:
        other.join(60)
    assert stays(before, own)
    assert found == [own, own]


def test_what_another_has_said_meanwhile_holds_and_the_rest_is_laid_out_about_it(url: Url) -> None:
    add(url, *society(3))
    given: list[Mapping[int, Point]] = []

    def lay(places: Mapping[int, Point]) -> Mapping[int, Point]:
        given.append(dict(places))
        if len(given) == 1:
            with open_store(url) as other:
                assert other.keep_places("people", {1: (50.0, 60.0)}, 0)
        return {node: places.get(node, (float(node), 0.0)) for node in (1, 2)}

    assert standing(f"{url} 1", "people", (1, 2), lay) == {1: (50.0, 60.0), 2: (2.0, 0.0)}
    assert given == [{}, {1: (50.0, 60.0)}]
    assert standing(f"{url} 1", "people", (1,), lay) == {1: (50.0, 60.0), 2: (2.0, 0.0)}
    assert len(given) == 2, "who has a place is asked for none"


def test_nobody_waits_while_somebody_else_is_laid_out(url: Url) -> None:
    add(url, *society(3))
    asked = partial(standing, f"{url} 1", "people")

    def lay(places: Mapping[int, Point]) -> Mapping[int, Point]:
        # Meanwhile somebody is asked for who has a place, and another who has none.
        with ThreadPoolExecutor(1) as others:
            assert others.submit(asked, (1,), lambda _: {}).result(20) == places
            assert others.submit(asked, (3,), lambda now: {**now, 3: (3.0, 3.0)}).result(20)[3] == (3.0, 3.0)
        return {**places, 2: (2.0, float(len(places)))}

    assert asked((1,), lambda _: {1: (1.0, 1.0)}) == {1: (1.0, 1.0)}
    assert asked((2,), lay) == {1: (1.0, 1.0), 2: (2.0, 2.0), 3: (3.0, 3.0)}


def test_where_others_say_something_each_time_the_picture_is_shown(url: Url) -> None:
    add(url, *society(3))

    def lay(places: Mapping[int, Point]) -> Mapping[int, Point]:
        with open_store(url) as other:
            assert other.keep_places("people", {100 + len(places): (0.0, 0.0)}, other.places("people").latest)
        return {**places, 1: (7.0, 7.0)}

    assert standing(f"{url} 1", "people", (1,), lay)[1] == (7.0, 7.0)
    assert standing(f"{url} 2", "people", (1,), lay)[1] == (7.0, 7.0)
    with open_store(url) as store:
        assert store.places("people").points[1] == (7.0, 7.0), "as soon as the store is looked at again"


def test_a_store_that_cannot_be_written_shows_its_picture_and_keeps_it_when_it_can(url: Url, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise StoreError("attempt to write a readonly database")

    told = list(society(40, 30))
    add(url, *told[:20])
    with monkeypatch.context() as patch:
        patch.setattr(Store, "keep_places", refuse)
        first = drawn()
        assert first
        add(url, *told[20:30])
        second = drawn()
        assert stays(first, second)
    with open_store(url) as store:
        assert not store.places("people").points
    add(url, *told[30:])
    third = drawn()
    assert stays(second, third)
    anew()
    assert drawn() == third


def test_of_a_store_that_was_replaced_nobody_stands_where_another_stood(url: Url, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = f"sqlite:///{tmp_path / 'other.sqlite'}"
    add(other, *society(20, 20, seed=3))
    monkeypatch.setenv(session.DATABASE_URL, other)
    expected = drawn()
    anew()
    again = f"sqlite:///{tmp_path / 'again.sqlite'}"
    add(again, *society(20, 20, seed=3))
    monkeypatch.setenv(session.DATABASE_URL, url)
    add(url, *society(20, 20, seed=5))
    drawn()
    copy_store(again, url, replace=True)
    assert drawn() == expected


def told_at(number: int, *people: tuple[str, str]) -> Extraction:
    """An article that tells a meeting of people of companies."""
    clause = f"{'·'.join(f'{name} {firm} 사장' for name, firm in people)}이 {number + 1}일 만났다"
    one = article((f"{number}번째 만남", f"{clause}."), f"{number}.txt", date(2025, 3, 1 + number), "가상일보")
    who = tuple(person(one.text, name, (firm, "사장", False)) for name, firm in people)
    return Extraction(one, who, (), (meeting(one.text, tuple(name for name, _ in people), clause, "만났다"),))


def test_a_group_stays_though_another_of_its_companies_stands_for_it(url: Url) -> None:
    firms = ("SK하이닉스", "SK텔레콤")
    guests = (("박다솔", "가온건설"), ("이서진", "한누리증권"))
    add(url, *(told_at(number, ("김가온", firms[number > 1]), guests[number % 2]) for number in range(3)))
    folded = Picture("companies", folded=True)

    def group() -> tuple[int, Point]:
        scene = projection.scene()
        (node,) = (node for node, kind in projection.part(scene, scene.key, folded).nodes(data="kind") if kind == "group")
        return node, drawn(folded)[node]

    before = group()
    add(url, *(told_at(number, ("최라온", firms[1]), guests[number % 2]) for number in range(3, 8)))
    after = group()
    assert after[0] != before[0]
    assert after[1] == before[1]

