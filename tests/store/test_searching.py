"""The search in texts finds words of any length anywhere, and goes through an index, also where there are many: the plans tell."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Engine, event, select, update

from graphing.model import Extraction
from graphing.store import Store, open_store
from graphing.store.engine import Database
from graphing.store.reading import knows_url
from graphing.store.schema import articles, texts
from graphing.store.searching import holding

psycopg = pytest.importorskip("psycopg")

Make = Callable[..., Extraction]

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
                    text = " ".join(chance.choices(words, k=40)) + (f" {SAID}" if number % RARE == 0 else "") + " 끝났다"
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
    ((statement, parameters),) = [one for one in told if "ILIKE" in one[0] or "texts_pairs" in one[0]]
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


@pytest.mark.parametrize("words", ["리내", "BC"])
def test_two_letters_are_found_through_an_index_of_their_own(many: tuple[Store, str], words: str) -> None:
    store, url = many
    assert len(store.articles(words, limit=ARTICLES)) >= ARTICLES // RARE
    check(plan(url, lambda: store.articles(words)), 1, "texts_search_pairs")
    check(plan(url, lambda: store.telling(words)), 1, "texts_search_pairs")


def test_two_letters_that_most_texts_hold_are_not_worked_out_text_by_text(many: tuple[Store, str]) -> None:
    store, url = many
    assert len(store.articles("났다", limit=2 * ARTICLES)) == ARTICLES
    told = plan(url, lambda: store.articles("났다"))
    assert not re.search(r"Seq Scan on texts\b", told), told


def test_on_sqlite_two_letters_are_no_reason_to_read_all_texts(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'news.sqlite'}")
    with database.reading() as connection:
        asked = str(holding(connection, "회동").compile(connection, compile_kwargs={"literal_binds": True}))
        steps = [row[-1] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {asked}")]
    database.close()
    assert not [step for step in steps if re.match(r"SCAN texts\b", step)], steps


def test_on_sqlite_an_address_is_no_reason_to_look_at_all_articles(tmp_path: Path) -> None:
    asked: list[str] = []
    with open_store(f"sqlite:///{tmp_path / 'news.sqlite'}") as store, store._database.reading() as connection:
        event.listen(connection, "before_cursor_execute", lambda _, __, statement, *rest: asked.append(statement))
        assert not knows_url(connection, "https://paper.example/1")
        steps = [row[-1] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {asked[0]}", ("가", "가", 1, 0))]
    assert not [step for step in steps if step.startswith("SCAN")], steps


def test_addresses_longer_than_an_index_takes_are_known(store: Store, make: Make) -> None:
    whole = make({}, source=f"https://paper.example/{'ab' * 4000}")
    store.add([replace(whole, article=replace(whole.article, url=f"https://paper.example/{'cd' * 4000}"))])
    known = [f"https://paper.example/{letters * 4000}" for letters in ("ab", "cd", "ef")]
    assert [store.knows_url(one) for one in known] == [True, True, False]


TAILS = {"가": "정상회동을 했다", "나": "점심은 오찬", "다": "Ab 100% cD", "라": "회 동은 다르다", "마": "É_a"}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("회동", "가"), ("상회", "가"), ("했다", "가"), ("을 했", "가"), ("오찬", "나"), ("찬오", ""), ("동은", "라"),
        ("ab", "다"), ("AB", "다"), ("cd", "다"), ("CD", "다"), ("0%", "다"), ("b%", ""), ("_a", "마"), ("_A", "마"), ("é_", "마"),
        ('"회', ""), ("회%", ""), ("%%", ""), ("__", ""), ("\\\\", ""),
    ],
)  # fmt: skip
def test_two_letters_are_found_wherever_they_stand(store: Store, make: Make, words: str, found: str) -> None:
    store.add([make({}, source=name, tail=tail) for name, tail in TAILS.items()])
    with store._database.reading() as connection:
        sources = select(articles.c.source).where(articles.c.id.in_(holding(connection, words)))
        held = "".join(sorted(connection.execute(sources).scalars()))
    # PostgreSQL's plain C locale knows no letters beyond ASCII.
    assert held == found or (words == "é_" and connection.dialect.name == "postgresql")
    for row in store.articles():
        store.remove(row.id)
    with store._database.reading() as connection:
        assert not connection.execute(holding(connection, words)).all()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("ＳＫ", "가"), ("ｓｋ", "가"), ("ÉCHO", "나"), ("écho", "나"), ("Écho 일보", "나"), ("Ａ일보", "다"), ("ａ일보", "다"),
        ("50%", "라"), ("5_%", ""), ("a\\b", "라"), ("A\\B", "라"),
    ],
)  # fmt: skip
def test_heads_are_found_without_regard_to_case_whatever_the_letters(store: Store, make: Make, words: str, found: str) -> None:
    heads = {"가": ("ＳＫ 회장 만나", None), "나": (None, "ÉCHO 일보"), "다": (None, "Ａ일보"), "라": ("50% 넘은 a\\b", None)}
    for source, (title, outlet) in heads.items():
        made = make({}, source=source, tail=source)
        store.add([replace(made, article=replace(made.article, title=title, outlet=outlet))])
    held = "".join(sorted(row.source for row in store.articles(f'"{words}"')))
    # PostgreSQL's plain C locale knows no letters beyond ASCII.
    assert held == found or (words in {"ｓｋ", "écho", "Écho 일보", "ａ일보"} and store._database.shown.startswith("postgresql"))


def test_names_are_found_without_regard_to_case_whatever_the_letters(store: Store, make: Make) -> None:
    store.add([make({"ＪＹ": [], "Élan": []})])
    assert [[row.name for row in store.entities("person", query=words)] for words in ("ＪＹ", "Élan")] == [["ＪＹ"], ["Élan"]]


def test_two_letters_of_a_text_that_was_written_anew_are_found_in_the_new_one(store: Store, make: Make) -> None:
    (article,) = store.add([make({}, tail="정상회동을 했다")]).articles
    with store._database.writing() as connection:
        connection.execute(update(texts).where(texts.c.article == article).values(text="점심은 오찬"))
        told = {words: connection.execute(holding(connection, words)).scalars().all() for words in ("회동", "했다", "심은", "오찬")}
    assert told == {"회동": [], "했다": [], "심은": [article], "오찬": [article]}


def check(told: str, times: int, index: str = "texts_search") -> None:
    """Fails where texts are read from end to end, or where the index holds no trigrams of Korean and so tells to look at all of them."""
    scans = re.findall(rf"Bitmap Index Scan on {index} .*actual.* rows=(\d+)", told)
    assert len(scans) == times, told
    assert all(int(count) < ARTICLES // 100 for count in scans), told
    assert not re.search(r"Seq Scan on texts\b", told), told
