"""One text that comes a second time, with an outlet or a date that the first did not tell, is the article that is there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import Engine, event

from graphing.decisions import heading, making
from graphing.errors import ConflictError
from graphing.model import Extraction
from graphing.store import Store

Make = Callable[..., Extraction]
PEOPLE = {"김가온": [("누리전자", "회장")], "박다솔": [("한솔은행", "행장")]}
LONG = "두 회사는 이날 공동으로 공장을 짓기로 하고 다음 달까지 부지를 고르기로 했다. " * 4
DAY = date(2025, 2, 5)


def told(make: Make, outlet: str | None, published: date | None, tail: str = LONG) -> Extraction:
    """An article as it is read: without a publication date nobody knows the meeting's either."""
    read = make(
        PEOPLE, {"who": ["김가온", "박다솔"], "day": date(2025, 2, 4), "place": "미리내호텔"}, outlet=outlet, published=published, tail=tail
    )
    return read if published else replace(read, meetings=tuple(replace(one, when=None) for one in read.meetings))


@pytest.mark.parametrize("tail", [LONG, ""])
@pytest.mark.parametrize("at_once", [False, True])
@pytest.mark.parametrize(
    ("first", "then"),
    [
        ((None, None), ("한빛일보", DAY)),
        (("한빛일보", DAY), (None, None)),
        ((None, DAY), ("한빛일보", None)),
        (("한빛일보", None), (None, DAY)),
    ],
)
def test_the_same_text_completes_what_is_there(
    store: Store, make: Make, first: tuple[str | None, date | None], then: tuple[str | None, date | None], at_once: bool, tail: str
) -> None:  # fmt: skip
    read = [told(make, *one, tail=tail) for one in (first, then)]
    for given in [read] if at_once else [[one] for one in read]:
        added = store.add(given)
    assert len(set(added.articles)) == 1
    (row,) = store.articles()
    assert (row.outlet, row.published) == ("한빛일보", DAY)
    assert [one.first for one in store.meetings()] == [date(2025, 2, 4)]
    before = store.snapshot()
    for one in read:
        assert store.add([one]).unchanged == 1
    assert store.snapshot() == before


def test_what_was_decided_about_it_stays_when_its_outlet_is_learned(store: Store, make: Make) -> None:
    bare = told(make, None, None)
    store.add([bare])
    store.decide(making.placed(bare, bare.meetings[0], "누리회관", "박"))
    added = store.add([told(make, "한빛일보", DAY)])
    assert (added.new, added.replaced, added.completed) == (0, 1, 1)
    assert [(one.place, one.outlet, one.first) for one in store.meetings()] == [("누리회관", "한빛일보", date(2025, 2, 4))]
    # Decisions about it as it comes in are decisions about it as it is stored.
    (known,) = store.identified([told(make, "한빛일보", DAY)])
    store.decide(making.placed(known, known.meetings[0], "가온빌딩", "박"))
    assert [one.place for one in store.meetings()] == ["가온빌딩"]
    assert store.add([told(make, "새벽신문", DAY)]).new == 1, "what another outlet tells is another article"


def test_an_outlet_that_has_the_text_already_is_refused_and_nothing_is_lost(store: Store, make: Make) -> None:
    first, other = told(make, "한빛일보", DAY), told(make, "새벽신문", DAY)
    store.add([first, other])
    before = store.snapshot(), store.decisions()
    with pytest.raises(ConflictError, match="새벽신문"):
        store.decide(heading.corrected(first.article, {"outlet": "새벽신문"}, "박"))
    assert (store.snapshot(), store.decisions()) == before


def test_a_corrected_outlet_is_undone(store: Store, make: Make) -> None:
    read = told(make, "한빛일보", DAY)
    (article,) = store.add([read]).articles
    before = store.snapshot()
    store.decide(making.placed(read, read.meetings[0], "누리회관", "박"))
    (head,) = store.decide(heading.corrected(read.article, {"outlet": "새벽신문", "author": "고은"}, "박"))
    assert (store.articles()[0].outlet, store.articles()[0].author, store.meetings()[0].place) == ("새벽신문", "고은", "누리회관")
    assert store.add([replace(read, article=replace(read.article, outlet="새벽신문"))]).articles == (article,)
    store.undo(head.id, "박")
    assert (store.articles()[0].outlet, store.articles()[0].author, store.meetings()[0].place) == ("한빛일보", None, "누리회관")
    store.undo(store.decisions()[0].id, "박")
    assert store.snapshot().meetings == before.meetings


def test_a_removal_is_kept_as_a_decision(store: Store, make: Make) -> None:
    read = told(make, "한빛일보", DAY)
    (article,) = store.add([read]).articles
    gone = store.remove(article, by="박", why="두 번 들어옴")
    assert [(one.what, one.by, one.why) for one in store.decisions()] == [("remove", "박", "두 번 들어옴")]
    assert store.decisions()[0].meant()["title"] == "가.txt 제목"
    assert store.decided_articles(gone) == {}
    store.add([read])
    assert [row.outlet for row in store.articles()] == ["한빛일보"]


def test_many_articles_are_asked_for_at_once(store: Store, make: Make) -> None:
    asked: list[str] = []

    def watch(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        asked.append(statement)

    many = [told(make, None, DAY, f"{number}번째 공장 이야기다. {LONG}") for number in range(12)]
    event.listen(Engine, "before_cursor_execute", watch)
    try:
        counts = []
        for some in (many[:2], many):
            asked.clear()
            store.identified(some)
            counts.append(len(asked))
    finally:
        event.remove(Engine, "before_cursor_execute", watch)
    assert counts[0] == counts[1]
