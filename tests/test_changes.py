"""What an article about to be stored changes, over a real store: new, told before, told otherwise, already there. All names are made up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from papers import FILLER, told

from graphing.changes import Changes, changes
from graphing.decisions import making
from graphing.model import Extraction
from graphing.store import Store, open_store
from graphing.tellings import gathered


@pytest.fixture
def store() -> Iterator[Store]:
    with open_store("sqlite://") as opened:
        yield opened


def foreseen(store: Store, *given: Extraction, **more: object) -> Changes:
    return changes(store.foresee(given, **more))  # type: ignore[arg-type]


def kinds(found: Changes) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.kind, one.fields) for said in found.articles for one in said]


def test_what_nobody_told_is_new_with_its_people_and_nothing_is_kept(store: Store) -> None:
    found = foreseen(store, told("새벽신문"))
    assert kinds(found) == [("new", ())]
    assert {row.name for row in found.people} == {"고도윤", "남궁설"}
    assert [row.name for row in found.organizations] == ["가람전자"]
    assert (store.counts().articles, store.revision(), store.entities()) == (0, 0, ())


@pytest.mark.parametrize(
    ("later", "kind", "fields"),
    [
        (told("한낮일보"), "confirmed", ()),
        (told("한낮일보", place=None), "confirmed", ()),
        (told("한낮일보", day=None), "confirmed", ()),
        (told("한낮일보", day=5), "contradicted", ("date",)),
        (told("한낮일보", place="누리회관"), "contradicted", ("place",)),
        (told("한낮일보", ("고도윤", "남궁설", "탁현서")), "contradicted", ("who",)),
        (told("한낮일보", status="cancelled"), "contradicted", ("status",)),
        (told("한낮일보", ("고도윤", "탁현서")), "new", ()),
        (told("한낮일보", day=20), "new", ()),
        (told("새벽신문"), "duplicate", ()),
        (told("새벽신문", published=date(2025, 3, 7)), "duplicate", ()),
    ],
)
def test_what_was_told_before_is_compared_with_it(store: Store, later: Extraction, kind: str, fields: tuple[str, ...]) -> None:
    store.add([told("새벽신문")])
    before = store.snapshot()
    found = foreseen(store, later)
    assert kinds(found) == [(kind, fields)]
    assert (found.articles[0][0].known is None) == (kind == "new")
    assert store.snapshot() == before


def test_a_new_meeting_that_may_be_a_stored_one_is_asked_about(store: Store) -> None:
    store.add([told("새벽신문")])
    later = told("한낮일보", day=7)
    ((change,),) = foreseen(store, later).articles
    assert (change.kind, change.doubtful and change.doubtful.id) == ("new", 1)
    one, other = ((read, read.meetings[0]) for read in (store.reading(1), later))
    same = making.told("together", other, [one], "박")
    assert kinds(foreseen(store, later, made=[same])) == [("contradicted", ("date",))]
    store.add([later], made=[same])
    assert len(gathered(store.snapshot()).meetings) == 1


def test_the_same_wire_story_in_another_outlet_is_already_there(store: Store) -> None:
    first = told("새벽신문", words=FILLER * 2)
    store.add([first])
    found = foreseen(store, replace(first, article=replace(first.article, outlet="한낮일보", source="한낮일보.txt")))
    assert kinds(found) == [("duplicate", ())]
    assert not found.people


def test_articles_of_one_draft_are_compared_with_each_other(store: Store) -> None:
    assert kinds(foreseen(store, told("새벽신문"), told("한낮일보"), told("새벽신문"))) == [
        ("new", ()), ("confirmed", ()), ("new", ()),
    ]  # fmt: skip


def test_what_is_decided_about_a_draft_is_foreseen_and_saved_with_it(store: Store) -> None:
    store.add([told("새벽신문")])
    later = told("한낮일보", place="누리회관")
    right = making.placed(later, later.meetings[0], "한빛호텔", "박", "오보")
    assert kinds(foreseen(store, later, made=[right])) == [("confirmed", ())]
    assert store.decisions() == ()
    added = store.add([later], made=[right])
    assert [one.why for one in store.decisions()] == ["오보"]
    assert store.extraction(added.articles[0]).meetings[0].place.name == "한빛호텔"  # type: ignore[union-attr]
    none = making.rejected(later, later.meetings[0], "박", "회동이 아니다")
    assert foreseen(store, later, made=[none]).articles == ((),)
