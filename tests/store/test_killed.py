"""A process that is killed while it writes leaves whole articles or none, and a store that opens."""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import time
from collections.abc import Callable
from datetime import date

import pytest

from graphing.decisions import making
from graphing.model import Extraction
from graphing.store import Store, open_store

Make = Callable[..., Extraction]
TIMES = 50


def articles(make: Make, number: int = 16) -> list[Extraction]:
    people = {"김가온": [("누리전자", "회장")], "박다솔": [("한솔은행", "행장")]}
    met = {"who": ["김가온", "박다솔"], "day": date(2025, 2, 4), "place": "미리내호텔"}
    return [make(people, met, source=f"{each}.txt", tail=f"{each}번째 글") for each in range(number)]


def write(url: str, given: list[Extraction], seed: int, begun: object) -> None:
    """Adds, corrects, undoes and removes, here and there, until it is killed."""
    chance = random.Random(seed)
    with open_store(url) as store:
        begun.set()  # type: ignore[attr-defined]
        while True:
            some = chance.sample(given, 4)
            store.add(some)
            (made,) = store.decide(making.rejected(some[0], some[0].meetings[0], "박", "잘못"))
            store.decide(making.dated(some[1], some[1].meetings[0], "2025-01", "박"))
            store.undo(made.id, "이")
            if chance.random() < 0.3:
                store.remove(chance.choice(store.articles(limit=100)).id)


def whole(store: Store, given: dict[str, Extraction]) -> int:
    """How many articles there are; each must be just what was read, and what was decided of it."""
    rows = store.articles(limit=1000)
    shown = {row.article: 0 for row in store.meetings()}
    for row in rows:
        read = given[row.source]
        assert store.reading(row.id) == read
        curated, ids = store.curated(row.id)
        assert store.extraction(row.id) == curated.extraction
        shown[row.id] = shown.get(row.id, 0) - sum(one is not None for one in ids)
    assert set(shown) <= {row.id for row in rows}
    people = {row.name: row.articles for row in store.entities("person")}
    assert people == ({"김가온": len(rows), "박다솔": len(rows)} if rows else {})
    return len(rows)


def settled(url: str) -> None:
    """Waits until the server, where there is one, has noticed that the writer is gone: it may still finish what it was told last."""
    if not url.startswith("postgresql"):
        return
    import psycopg  # noqa: PLC0415  (see the fixture)

    others = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    with psycopg.connect(url, autocommit=True) as connection:
        for _ in range(1_000):
            if connection.execute(others).fetchone() == (0,):
                return
            time.sleep(0.01)
    raise AssertionError("the server still works for a writer that was killed")


@pytest.mark.parametrize("url", ["file", "postgresql"], indirect=True)
def test_killed_fifty_times_at_random_points(url: str, make: Make) -> None:
    open_store(url).close()
    given = articles(make)
    with open_store("sqlite://") as warm:  # lexicons are loaded here, not fifty times
        warm.add(given[:1])
    by_source = {one.article.source: one for one in given}
    chance = random.Random(20250205)
    fork = multiprocessing.get_context("fork")
    seen: set[int] = set()
    for seed in range(TIMES):
        begun = fork.Event()
        writer = fork.Process(target=write, args=(url, given, seed, begun), daemon=True)
        writer.start()
        assert begun.wait(30)
        time.sleep(chance.uniform(0.0, 0.3))
        assert writer.pid
        os.kill(writer.pid, signal.SIGKILL)
        writer.join(10)
        assert writer.exitcode == -signal.SIGKILL
        settled(url)
        with open_store(url) as store:
            seen.add(whole(store, by_source))
    assert len(seen) > 3, "the writer was killed at one point only"
