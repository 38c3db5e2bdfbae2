"""On PostgreSQL the search in texts goes through the index of trigrams (pg_trgm), also where there are many: the plans tell."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import Engine, event

from graphing.store import Store, open_store

psycopg = pytest.importorskip("psycopg")

ARTICLES, RARE = 20_000, 4_000
SAID = "미리내호텔에서 ABC 회장과 만났다"
ARTICLE = """
INSERT INTO articles (id, digest, fingerprint, version, source, range_start, range_end, outlet, day, characters, people, organizations,
                      meetings, added)
SELECT n, 'digest ' || n, '', 1, n || '.txt', 0, 300, '한빛일보', 739000 + n %% 900, 300, 0, 0, 1, now() FROM generate_series(1, %s) n
"""
MEETING = """
INSERT INTO meetings (id, article, ordinal, status, certainty, reason, spans)
SELECT n, n, 0, 'held', 0.9, 'met', '{"evidence": [], "cue": null, "date": null, "place": null}' FROM generate_series(1, %s) n
"""


@pytest.fixture(scope="module")
def many(postgresql: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, str]]:
    """A store of many articles, in a database whose locale knows Korean letters, and its address."""
    name = tmp_path_factory.mktemp("searching").name
    with psycopg.connect(postgresql.format("postgres"), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE \"{name}\" TEMPLATE template0 LOCALE 'C.UTF-8'")
    url = postgresql.format(name)
    chance = random.Random(7)
    words = ["".join(chr(chance.randrange(0xAC00, 0xD7A4)) for _ in range(chance.randrange(2, 5))) for _ in range(3_000)]
    with open_store(url) as store:
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute(ARTICLE, [ARTICLES])
            connection.execute(MEETING, [ARTICLES])
            with connection.cursor().copy("COPY texts (article, text, runs, paragraphs) FROM STDIN") as rows:
                for number in range(1, ARTICLES + 1):
                    text = " ".join(chance.choices(words, k=40)) + (f" {SAID}" if number % RARE == 0 else "")
                    rows.write_row((number, text, "[]", "[]"))
            connection.execute("VACUUM ANALYZE")
        yield store, url


def plan(url: str, ask: Callable[[], object]) -> str:
    """How the server goes about the statement that searches, once it has been run."""
    told: list[tuple[str, dict[str, object]]] = []

    def hear(_: object, __: object, statement: str, parameters: dict[str, object], *rest: object) -> None:
        told.append((statement, parameters))

    event.listen(Engine, "before_cursor_execute", hear)
    try:
        ask()
    finally:
        event.remove(Engine, "before_cursor_execute", hear)
    ((statement, parameters),) = [one for one in told if "ILIKE" in one[0]]
    with psycopg.connect(url) as connection:
        return "\n".join(row[0] for row in connection.execute(f"EXPLAIN (ANALYZE) {statement}", parameters))


@pytest.mark.parametrize("words", ["미리내호텔", "리내호", "내호텔에서", "abc 회장", "회장과 만"])
def test_articles_are_found_through_the_index(many: tuple[Store, str], words: str) -> None:
    store, url = many
    assert len(store.articles(f'"{words}"')) == ARTICLES // RARE
    check(plan(url, lambda: store.articles(f'"{words}"')), 1)
    check(plan(url, lambda: store.articles(f'미리내호 "{words}"')), 2)


@pytest.mark.parametrize("words", ["미리내호텔", "리내호", "abc 회장"])
def test_meetings_are_found_through_the_index(many: tuple[Store, str], words: str) -> None:
    store, url = many
    check(plan(url, lambda: store.telling(words)), 1)


def check(told: str, times: int) -> None:
    """Fails where texts are read from end to end, or where the index holds no trigrams of Korean and so tells to look at all of them."""
    scans = re.findall(r"Bitmap Index Scan on texts_search .*actual.* rows=(\d+)", told)
    assert len(scans) == times, told
    assert all(int(count) < ARTICLES // 100 for count in scans), told
    assert not re.search(r"Seq Scan on texts\b", told), told
