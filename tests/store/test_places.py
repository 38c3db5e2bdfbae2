"""Where the nodes of pictures stand: whoever says it first is right, and nothing else of the store hangs on it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import func, select

from graphing.errors import StoreError
from graphing.model import Extraction
from graphing.store import Places, Store, back_up, copy_store, engine, open_store, places, restore, schema

Make = Callable[..., Extraction]
POINTS = {1: (0.0, 0.0), 7: (-120.3, 88.7), -3: (0.1, -0.2), 5_000_000_000: (123456.7, -98765.4)}


@pytest.fixture
def shared(url: str) -> str:
    if url == "sqlite://":
        pytest.skip("a database in memory has one store")
    return url


def rows(store: Store) -> int:
    with store._database.reading() as connection:
        return int(connection.execute(select(func.count()).select_from(schema.places)).scalar_one())


def test_what_is_kept_of_a_picture_comes_out_and_changes_nothing_else(store: Store, make: Make) -> None:
    store.add([make({"김가온": []})])
    before, revision = store.snapshot(), store.revision()
    assert store.places("people") == Places()
    latest = store.keep_places("people", POINTS, 0)
    assert latest
    assert store.places("people") == Places(POINTS, latest)
    assert store.places("people folded") == Places()
    further = store.keep_places("people", {2: (1.5, 2.5)}, latest)
    assert further
    assert further > latest
    assert store.places("people") == Places({**POINTS, 2: (1.5, 2.5)}, further)
    assert (store.snapshot(), store.revision()) == (before, revision)


def test_of_two_who_say_where_somebody_stands_the_first_is_right(shared: str) -> None:
    with open_store(shared) as one, open_store(shared) as other:
        seen = one.places("people").latest
        assert seen == other.places("people").latest
        assert one.keep_places("people", {1: (10.0, 10.0)}, seen)
        assert other.keep_places("people", {1: (20.0, 20.0), 2: (30.0, 30.0)}, seen) is None
        assert other.places("people") == one.places("people")
        found = other.places("people")
        assert found.points == {1: (10.0, 10.0)}
        assert other.keep_places("meetings", {1: (20.0, 20.0)}, 0), "that of one picture says nothing of another"
        assert other.keep_places("people", {1: (99.0, 99.0), 2: (30.0, 30.0)}, found.latest)
        assert one.places("people").points == {1: (10.0, 10.0), 2: (30.0, 30.0)}


def test_of_many_at_once_one_is_first(shared: str) -> None:
    told: list[int | None] = []
    start = threading.Barrier(4)

    def tell(x: float) -> None:
        with open_store(shared) as store:
            start.wait(30)
            told.append(store.keep_places("people", {1: (x, x)}, 0))

    with open_store(shared) as store:
        threads = [threading.Thread(target=tell, args=(float(x),)) for x in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(60)
        assert sorted(one is not None for one in told) == [False, False, False, True]
        assert store.places("people").latest in told


def test_many_additions_are_few_rows_and_who_has_gone_goes_with_them(store: Store, make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "PARTS", 5)
    articles = store.add([make({"김가온": []}), make({"박다솔": [], "이서진": []}, {"who": ["박다솔", "이서진"]})]).articles
    there = {node: (node * 1.5, node * -2.5) for node in (*(row.id for row in store.entities()), *(-row.id for row in store.meetings()))}
    latest = 0
    for node, point in there.items():
        latest = store.keep_places("people", {node: point}, latest) or 0
        assert latest
    store.remove(articles[0])
    stay = {node: point for node, point in there.items() if node < 0 or node in {row.id for row in store.entities()}}
    assert len(stay) == len(there) - 1
    assert store.places("people").points == there, "a place is known until the rows are put together"
    for _ in range(2):
        latest = store.keep_places("people", {min(stay): (0.0, 0.0)}, latest) or 0
        assert latest
        assert store.places("people").latest == latest
    assert store.places("people").points == stay
    for _ in range(20):
        latest = store.keep_places("people", {min(stay): (0.0, 0.0)}, latest) or 0
    assert store.places("people").points == stay
    assert rows(store) <= 5


def test_a_picture_about_somebody_goes_with_them_and_of_all_such_the_newest_stay(
    store: Store, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "ROOM", (2 * len(POINTS) + len(POINTS) + 3) * places.NODE)
    articles = store.add([make({name: []}) for name in ("김가온", "박다솔", "이서진", "최라온", "한새봄")]).articles
    people = [row.id for row in sorted(store.entities("person"), key=lambda row: row.id)]
    store.keep_places("people", POINTS, 0)
    first = store.keep_places("around first", POINTS, 0, people[0])
    assert first
    for number, one in enumerate(people[1:4], 1):
        assert store.keep_places("around first", {100 + number: (1.0, 1.0)}, store.places("around first").latest, people[0])
        assert store.keep_places(f"around {one}", POINTS, 0, one)
    assert {name: len(store.places(name).points) for name in ("people", "around first", *(f"around {one}" for one in people[1:4]))} == {
        "people": 4, "around first": 7, f"around {people[1]}": 0, f"around {people[2]}": 4, f"around {people[3]}": 4,
    }  # fmt: skip
    monkeypatch.setattr(places, "ROOM", 1)
    store.keep_places(f"around {people[3]} 2", POINTS, 0, people[3])
    assert store.places(f"around {people[3]} 2").points == POINTS, "the one that is looked at stays, however large"
    assert [store.places(name) for name in ("around first", f"around {people[3]}")] == [Places(), Places()]
    store.remove(articles[3])
    assert store.places(f"around {people[3]} 2") == Places()
    assert store.places("people").points == POINTS
    with pytest.raises(StoreError):
        store.keep_places("around nobody", POINTS, 0, people[3])


def test_a_store_that_is_read_only_tells_what_stands_and_takes_nothing(tmp_path: Path) -> None:
    with open_store(f"sqlite:///{tmp_path / 'news.sqlite'}") as store:
        latest = store.keep_places("people", POINTS, 0)
        assert latest
        with store._database.reading() as connection:
            connection.exec_driver_sql("PRAGMA query_only=ON")
        with pytest.raises(StoreError, match="readonly"):
            store.keep_places("people", {2: (1.0, 1.0)}, latest)
        assert store.places("people") == Places(POINTS, latest)


def test_a_picture_does_not_wait_for_long_behind_who_writes(shared: str, make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "SOON_SECONDS", 0.1)
    with open_store(shared) as one, open_store(shared) as other:
        with one._database.writing(), pytest.raises(StoreError, match=r"cannot be used"):
            other.keep_places("people", POINTS, 0)
        assert other.places("people") == Places()
        assert other.keep_places("people", POINTS, 0)
        # What is written for good waits as before.
        done = threading.Event()

        def add() -> None:
            other.add([make({"김가온": []})])
            done.set()

        with one._database.writing():
            writer = threading.Thread(target=add)
            writer.start()
            assert not done.wait(0.3)
        writer.join(60)
        assert done.is_set()


def test_places_come_along_when_a_store_is_copied(shared: str, make: Make, tmp_path: Path) -> None:
    other, file = f"sqlite:///{tmp_path / 'other.sqlite'}", tmp_path / "saved.sqlite"
    with open_store(shared) as store:
        store.add([make({"김가온": [("누리전자", "회장")]})])
        (person,) = store.entities("person")
        store.keep_places("people", POINTS, 0)
        store.keep_places(f"around {person.id} 1", POINTS, 0, person.id)
        kept = store.places("people")
        copy_store(shared, other)
        back_up(shared, file)
        with open_store(other) as copied:
            assert copied.places("people") == kept
            assert copied.places(f"around {person.id} 1").points == POINTS
            assert copied.keep_places("people", {2: (1.0, 1.0)}, kept.latest)
        restore(file, shared, replace=True)
        assert store.places("people") == kept
        copy_store(other, shared, replace=True)
        assert store.places("people").points == {**POINTS, 2: (1.0, 1.0)}
