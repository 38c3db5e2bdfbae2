"""What people decided holds, whatever becomes of the articles: read anew, removed and added again, moved to another store."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graphing import pipeline
from graphing.articles import split_articles
from graphing.decisions import Decision, heading, making
from graphing.decisions.rows import line, parse
from graphing.errors import HoedongError
from graphing.extract import extract
from graphing.model import Affiliation, Article, Document, Extraction, Meeting, Span
from graphing.rereading import differences, reread
from graphing.store import Store, open_store
from graphing.tellings import gathered

PAPERS = (
    Document(
        "가.txt",
        "하도윤 가람전자 회장이 4일 서울 나루호텔에서 민서율 누리은행장과 만났다. 두 사람은 반도체 공장 대출 방안을 논의했다.\n\n"
        "하 회장은 6일에는 표지안 한울건설 사장과 오찬을 했다. 골프장에서 노유찬 대표도 봤다고 한다.",
        date(2025, 2, 5),
        "가람·누리 손잡나",
        "새벽신문",
    ),
    Document(
        "나.txt",
        "민서율 누리은행장은 4일 나루호텔에서 하도윤 가람전자 회장과 회동했다고 은행이 밝혔다.\n\n"
        "민 행장은 10일 하도운 가람전자 회장과 다시 만날 예정이다.",
        date(2025, 2, 6),
        "누리은행, 가람 지원",
        "한낮일보",
    ),
    Document(
        "다.txt",
        "표지안 한울건설 사장이 지난달 20일 하도윤 가람전자 회장을 만났다. 민서율 누리은행장과는 만나지 않았다.",
        date(2025, 2, 7),
        None,
        "저녁일보",
    ),
)
# By the number of the article.
Step = Callable[[Store, tuple[int, ...]], list[Decision]]


# The same text is read in the same way each time: once is enough for all the walks.
extracted = cache(extract)


@cache
def read() -> tuple[Extraction, ...]:
    return tuple(extracted(article) for one in PAPERS for article in split_articles(one))


def meeting(found: Extraction, *who: str) -> Meeting:
    return next(one for one in found.meetings if {part.name for part in one.participants} == {*who})


def whose(store: Store, name: str) -> tuple[str, ...]:
    return store.addresses(next(row.id for row in store.entities() if row.name == name))


def added(store: Store, here: tuple[int, ...]) -> list[Decision]:
    found = store.reading(here[0])
    at = found.article.text.index("골프장에서")
    words = Span(at, len(found.article.text.rstrip()))
    return [making.missed(found, words, ["하도윤", "노유찬"], "박", date="2025-02-03", place="골프장", topic="골프장")]


def told_together(store: Store, here: tuple[int, ...]) -> list[Decision]:
    one, other = store.reading(here[0]), store.reading(here[2])
    return [making.told("together", (one, meeting(one, "하도윤", "표지안")), [(other, meeting(other, "하도윤", "표지안"))], "박")]


def told_apart(store: Store, here: tuple[int, ...]) -> list[Decision]:
    one, other = store.reading(here[0]), store.reading(here[1])
    return [making.told("apart", (one, meeting(one, "하도윤", "민서율")), [(other, meeting(other, "하도윤", "민서율"))], "박")]


def of_first(make: Callable[[Extraction, Meeting], Decision]) -> Step:
    def step(store: Store, here: tuple[int, ...]) -> list[Decision]:
        found = store.reading(here[0])
        return [make(found, meeting(found, "하도윤", "민서율"))]

    return step


STEPS: dict[str, Step] = {
    "participants": of_first(lambda found, one: making.attended(found, one, ["하도윤", "민서율", "노유찬"], ["한울건설"], "박")),
    "date": of_first(lambda found, one: making.dated(found, one, "2025-02-03", "이")),
    "no date": of_first(lambda found, one: making.dated(found, one, None, "이")),
    "place": of_first(lambda found, one: making.placed(found, one, "가온회관", "이")),
    "status": of_first(lambda found, one: making.known_as(found, one, "planned", "이")),
    "accept": of_first(lambda found, one: making.accepted(found, one, "이")),
    "reject": lambda store, here: [
        making.rejected(found := store.reading(here[2]), meeting(found, "하도윤", "표지안"), "박", "골프였다")
    ],
    "add": added,
    "merge": lambda store, here: [
        making.compared("same", whose(store, "하도윤"), whose(store, "하도운"), "박", lead=whose(store, "하도윤")[0])
    ],
    "split": lambda store, here: [making.compared("different", whose(store, "표지안")[:1], whose(store, "표지안")[1:], "박")],
    "name": lambda store, here: [
        making.called(whose(store, "민서율")[0], "이", name="민서률", english="Min Seo-ryul", also=whose(store, "민서율"))
    ],
    "group": lambda store, here: [making.grouped(whose(store, "가람전자")[0], "가람그룹", "이", also=whose(store, "가람전자"))],
    "unmark": lambda store, here: [making.unmarked(store.reading(here[1]), "organization", "누리은행", "이")],
    "mark": lambda store, here: [making.marked(store.reading(here[0]), "organization", "나루호텔", "이")],
    "post": lambda store, here: [making.held(store.reading(here[0]), "표지안", None, Affiliation("한울건설", "회장"), "박")],
    "together": told_together,
    "apart": told_apart,
}
HEADS: dict[str, dict[str, date | str | None]] = {
    "day": {"published": date(2025, 3, 7)},
    "outlet": {"outlet": "한밤신문"},
    "title": {"title": "다른 제목", "author": "정기자"},
}


def filled(store: Store) -> tuple[int, ...]:
    return pipeline.save(store, read()).articles


def decide(store: Store, here: tuple[int, ...], step: str) -> None:
    # What an earlier step has taken away is nothing to decide about.
    with suppress(HoedongError, StopIteration):
        if step in HEADS:
            head = heading.corrected(store.reading(here[2]).article, HEADS[step], "정")
            pipeline.correct(store, head)
        else:
            store.decide(*STEPS[step](store, here))


def plain(store: Store) -> object:
    """All that is drawn of a store, without its ids."""
    scene = gathered(store.snapshot())
    called = {row.id: (row.name, row.kind, row.articles) for row in scene.entities}
    return (
        sorted(repr(replace(row, id=0, key="")) if hasattr(row, "key") else repr(replace(row, id=0)) for row in scene.entities),
        sorted(
            repr((called[row.person], called.get(row.organization or 0), row.title, row.former, row.articles)) for row in scene.affiliations
        ),
        sorted(
            repr((row.status, row.first, row.precision, row.place, row.topic, row.certainty, row.reason, sorted(row.outlets, key=str),
                  sorted(called[who] for who in (*row.people, *row.organizations)), row.decided is not None))
            for row in scene.meetings
        ),
        sorted(repr((row.title, row.outlet, row.author, row.published, row.meetings, row.people)) for row in store.articles()),
    )  # fmt: skip


def worse(article: Article) -> Extraction:
    """Another version's reading: it finds who met whom, but neither day nor place, and takes all for plans."""
    found = extracted(article)
    return replace(
        found,
        meetings=tuple(replace(one, when=None, place=None, topic=None, status="planned", certainty=0.6) for one in found.meetings),
    )


def check(store: Store, here: tuple[int, ...]) -> None:
    """What was decided holds through all of it."""
    before = plain(store)
    exported = [parse(line(one), "") for one in store.decisions()]
    decided = {
        (one.id, one.what): trace.now
        for article in here
        for trace in store.curated(article)[0].traces
        for one in trace.decisions
    }
    reread(store, differences(store, worse))
    for article in here:
        for trace in store.curated(article)[0].traces:
            for one in trace.decisions:
                now, was = trace.now, decided[one.id, one.what]
                assert (now is None) == (was is None)
                if now is None or was is None:
                    continue
                if one.what in {"date", "add"}:
                    assert (now.when and now.when.iso()) == (was.when and was.when.iso())
                if one.what in {"place", "add"}:
                    assert (now.place and now.place.name) == (was.place and was.place.name)
                if one.what in {"status", "add"}:
                    assert now.status == was.status
                if one.what in {"participants", "add"}:
                    assert ([who.name for who in now.participants], now.orgs) == ([who.name for who in was.participants], was.orgs)
    reread(store, differences(store, extracted))
    assert plain(store) == before
    assert list(differences(store)) == []
    for article in here:
        store.remove(article)
    pipeline.save(store, reversed(read()))
    assert plain(store) == before
    for filled_first in (True, False):
        with open_store("sqlite://") as other:
            if filled_first:
                pipeline.save(other, read())
            pipeline.import_decisions(other, exported)
            if not filled_first:
                pipeline.save(other, read())
            assert plain(other) == before


def test_every_kind_of_decision_holds_on_every_kind_of_store(store: Store) -> None:
    here = filled(store)
    for step in ("participants", "date", "reject", "add", "merge", "split", "name", "group", "together", "day", "outlet"):
        before = store.latest()
        decide(store, here, step)
        assert store.latest() > before, step
    check(store, here)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(steps=st.lists(st.sampled_from([*STEPS, *HEADS, "undo"]), min_size=1, max_size=7), undone=st.randoms(use_true_random=False))
def test_whatever_is_decided_in_whatever_order_holds(steps: list[str], undone: object) -> None:
    with open_store("sqlite://") as store:
        here = filled(store)
        for step in steps:
            if step == "undo" and store.decisions():
                with suppress(HoedongError):
                    pipeline.undo(store, undone.choice(store.decisions()).id, "정")  # type: ignore[attr-defined]
            elif step != "undo":
                decide(store, here, step)
        check(store, here)


@pytest.mark.parametrize("step", [*STEPS, *HEADS])
def test_each_step_decides_something(step: str) -> None:
    with open_store("sqlite://") as store:
        decide(store, filled(store), step)
        assert len(store.decisions()) == 1
