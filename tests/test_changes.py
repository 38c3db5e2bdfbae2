"""What an article about to be stored changes, over a real store: new, told before, told otherwise, already there. All names are made up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from sample import article, meeting, person

from graphing.changes import Changes, changes
from graphing.decisions import making
from graphing.model import DateRange, Extraction, MeetingStatus
from graphing.store import Store, open_store

FILLER = "시장은 이 소식을 반겼다. 두 회사의 주가는 이날 나란히 올랐고, 업계는 앞으로 이어질 협력의 폭을 가늠하느라 분주했다."


def told(
    outlet: str, who: tuple[str, ...] = ("고도윤", "남궁설"), *, day: int | None = 4, place: str | None = "한빛호텔",
    status: MeetingStatus = "held", published: date | None = date(2025, 3, 6), words: str = "",
) -> Extraction:  # fmt: skip
    clause = f"{'·'.join(who)} 회동 {day}일 {place}"
    one = article((f"{outlet} 머리기사", f"{clause}. {words or outlet + '의 다른 글이다.'}"), f"{outlet}.txt", published, outlet)
    when = DateRange(date(2025, 3, day), "day") if day else None
    met = meeting(one.text, who, clause, "회동", status=status, when=when, place=place)
    return Extraction(one, tuple(person(one.text, name, ("가람전자", "회장", False)) for name in who), (), (met,))


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
