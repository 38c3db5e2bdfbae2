"""One wire story in several outlets is one encounter with several sources, whatever comes, goes or is read again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product

import pytest
from sqlalchemy import text

from graphing.decisions import making
from graphing.model import Extraction
from graphing.store import Filters, Store, open_store
from graphing.store.copies import COMMON

DAY = date(2025, 2, 4)
POSTS = {"도하늘": [("가람전자", "회장")], "민여울": [("나루은행", "행장")]}
MET = {"who": ["도하늘", "민여울"], "day": DAY, "place": "한빛호텔", "topic": "공동 투자"}
OTHER = {"who": ["도하늘", "민여울"], "day": date(2025, 1, 7)}
WIRE = (
    "두 회사는 반도체 공장 세 곳을 함께 짓고, 필요한 돈은 은행이 마련하며, 생산은 내년 가을부터 시작하기로 뜻을 모았다. "
    "관계자는 양쪽 모두 오랜 협의 끝에 나온 결론이라며 세부 조건을 다음 달까지 정하겠다고 덧붙였다. "
    "시장에서는 이번 결정이 다른 회사의 투자에도 영향을 줄 것으로 내다봤다."
)
CHANGED = WIRE.replace("덧붙였다", "설명했다").replace("가을부터", "봄부터")


def wire(make, outlet: str, tail: str = WIRE, *meetings: dict, published: date | None = date(2025, 2, 5)) -> Extraction:  # type: ignore[no-untyped-def, type-arg]
    return make(POSTS, *(meetings or (MET,)), outlet=outlet, published=published, source=f"{outlet}.txt", tail=tail)


def state(store: Store) -> tuple[int, list[tuple[int, ...]], list[tuple[str, int, int]]]:
    """Meetings counted, sources of each, and (name, articles, meetings) of everybody."""
    snapshot = store.snapshot()
    named = sorted((one.name, one.articles, one.meetings) for one in snapshot.entities if one.kind == "person")
    return store.counts().meetings, sorted(one.sources for one in snapshot.meetings), named


def test_a_copy_is_another_source_of_the_same_meeting(store: Store, make) -> None:  # type: ignore[no-untyped-def]
    first = store.add([wire(make, "한빛일보")])
    second = store.add([wire(make, "누리신문", CHANGED)])
    assert (first.copies, second.copies, second.new) == (0, 1, 1)
    assert state(store) == (1, [(1, 2)], [("도하늘", 2, 1), ("민여울", 2, 1)])
    (meeting,) = store.meetings()
    assert [(one.article, one.outlet, one.meetings) for one in store.evidence(meeting=meeting.id)] == [
        (2, "누리신문", (meeting.id,)),
        (1, "한빛일보", (meeting.id,)),
    ]
    assert store.meetings(filters=Filters(outlets=("누리신문",))) == (meeting,)
    assert store.meetings(filters=Filters(articles=second.articles)) == (meeting,)


def test_copies_that_come_together_are_recognised(store: Store, make) -> None:  # type: ignore[no-untyped-def]
    added = store.add([wire(make, outlet) for outlet in ("한빛일보", "누리신문", "새벽통신")])
    assert (added.new, added.copies) == (3, 2)
    assert state(store)[:2] == (1, [(1, 2, 3)])


def test_however_many_copies_come_together_and_later_are_one_family(store: Store, make) -> None:  # type: ignore[no-untyped-def]
    many = COMMON + 10
    first = store.add([wire(make, f"신문{number}") for number in range(many)])
    later = store.add([wire(make, f"통신{number}") for number in range(many)])
    assert (first.copies, later.copies) == (many - 1, many)
    assert store.counts().meetings == 1


def test_a_meeting_that_only_the_copy_tells_is_one_of_its_own(store: Store, make) -> None:  # type: ignore[no-untyped-def]
    store.add([wire(make, "한빛일보")])
    store.add([wire(make, "누리신문", WIRE, MET, OTHER)])
    assert state(store) == (2, [(1, 2), (2,)], [("도하늘", 2, 2), ("민여울", 2, 2)])


@pytest.mark.parametrize("change", [{"day": date(2025, 2, 11)}, {"status": "cancelled"}, {"who": ["도하늘"]}])
def test_a_text_of_the_same_pattern_about_another_meeting_stays_apart(store: Store, make, change: dict) -> None:  # type: ignore[no-untyped-def, type-arg]
    store.add([wire(make, "한빛일보")])
    store.add([wire(make, "누리신문", WIRE, MET | change)])
    assert state(store)[:2] == (2, [(1,), (2,)])


def test_an_undated_telling_is_the_dated_one_where_both_appeared_together(store: Store, make) -> None:  # type: ignore[no-untyped-def]
    store.add([wire(make, "한빛일보")])
    undated = {key: value for key, value in MET.items() if key != "day"}
    store.add([wire(make, "누리신문", WIRE, undated, published=None)])
    store.add([wire(make, "새벽통신", WIRE, undated, published=date(2025, 6, 1))])
    assert state(store)[:2] == (2, [(1, 2), (3,)])


def test_another_text_about_the_same_people_is_no_copy(store: Store, make) -> None:  # type: ignore[no-untyped-def]
    store.add([wire(make, "한빛일보")])
    tail = (
        "이날 자리에는 두 회사 임원들도 함께했고, 식사를 곁들인 대화는 밤늦게까지 이어졌다. "
        "시장에서는 금리와 환율이 어떻게 움직일지를 두고 "
        "여러 말이 나왔다. 다음 만남은 아직 정해지지 않았다고 한다. 양쪽은 실무자끼리 먼저 만나 일정을 맞춰 보기로 했다."
    )
    assert store.add([wire(make, "누리신문", tail)]).copies == 0
    assert state(store)[:2] == (2, [(1,), (2,)])


def test_one_text_in_two_outlets_is_two_meetings_where_somebody_says_so(store: Store, make) -> None:  # type: ignore[no-untyped-def]
    first, second, third = (wire(make, outlet) for outlet in ("한빛일보", "누리신문", "새벽통신"))
    store.add([first, second, third])
    others = [(one, one.meetings[0]) for one in (first, third)]
    (kept,) = store.decide(making.told("apart", (second, second.meetings[0]), others, "박"))
    parted = (2, [(1, 3), (2,)], [("도하늘", 3, 2), ("민여울", 3, 2)])
    assert state(store) == parted
    ids = {row.sources: row.id for row in store.meetings()}
    assert set(store.snapshot().pairs) == {(ids[2,], ids[1, 3], False)}
    assert store.told_in(3, ids[1, 3]) not in {None, *ids.values()}
    store.add([wire(make, "누리신문", WIRE, MET | {"certainty": 0.99})], version=2)
    assert state(store) == parted, "also when it is read again"
    back = store.undo(kept.id, "박")
    assert state(store)[:2] == (1, [(1, 2, 3)])
    store.undo(back.id, "박")
    assert state(store) == parted
    store.decide(making.told("together", (second, second.meetings[0]), others, "박"))
    assert state(store)[:2] == (1, [(1, 2, 3)])


def test_when_the_first_goes_a_copy_leads_and_nothing_is_lost(store: Store, make) -> None:  # type: ignore[no-untyped-def]
    store.add([wire(make, "한빛일보"), wire(make, "누리신문"), wire(make, "새벽통신", CHANGED, MET, OTHER)])
    store.remove(1)
    assert state(store) == (2, [(2, 3), (3,)], [("도하늘", 2, 2), ("민여울", 2, 2)])
    store.remove(3)
    assert state(store) == (1, [(2,)], [("도하늘", 1, 1), ("민여울", 1, 1)])
    store.remove(2)
    assert state(store) == (0, [], [])


def test_reading_again_keeps_what_is_one(store: Store, make) -> None:  # type: ignore[no-untyped-def]
    store.add([wire(make, "한빛일보"), wire(make, "누리신문")])
    (before,) = store.meetings()
    surer = wire(make, "한빛일보", WIRE, MET | {"certainty": 0.99})
    assert store.add([surer], version=2).replaced == 1
    assert state(store) == (1, [(1, 2)], [("도하늘", 2, 1), ("민여울", 2, 1)])
    assert store.meetings()[0].id == before.id
    # Understood otherwise, the two no longer tell of one day.
    store.add([wire(make, "한빛일보", WIRE, MET | {"precision": "month"})], version=2)
    assert state(store)[:2] == (2, [(1,), (2,)])


@pytest.mark.parametrize("corrected", ["한빛일보", "누리신문"])
@pytest.mark.parametrize("at_once", [True, False])
def test_a_correction_of_one_copy_holds_for_the_meeting_of_all(store: Store, make, corrected: str, at_once: bool) -> None:  # type: ignore[no-untyped-def]
    for outlet in ("한빛일보", "누리신문"):
        read = wire(make, outlet)
        met = read.meetings[0]
        made = [making.placed(read, met, "나루호텔", "박"), making.attended(read, met, ["도하늘"], ["나루은행"], "박")]
        store.add([read], made=made if at_once and outlet == corrected else ())
        if not at_once and outlet == corrected:
            store.decide(*made)
    article = {"한빛일보": 1, "누리신문": 2}[corrected]
    counted = (1, [(article, 3 - article)], [("도하늘", 2, 1), ("민여울", 2, 0)])
    assert state(store) == counted
    (row,) = store.meetings()
    names = {one.id: one.name for one in store.entities()}
    assert (row.place, [names[one] for one in (*row.people, *row.organizations)]) == ("나루호텔", ["도하늘", "나루은행"])
    assert len(store.evidence(meeting=row.id)) == 2
    (gone,) = [one for one in store.entities("person") if one.name == "민여울"]
    assert store.meetings(person=gone.id) == ()
    store.add([wire(make, "새벽통신", CHANGED)])
    assert [one.sources for one in store.meetings()] == [(article, 3 - article, 3)]
    for one in store.decisions():
        store.undo(one.id, "박")
    assert state(store) == (1, [(1, 2, 3)], [("도하늘", 3, 1), ("민여울", 3, 1)])
    assert store.meetings()[0].place == "한빛호텔"


def test_copies_that_two_have_corrected_otherwise_stand_each_for_itself(store: Store, make) -> None:  # type: ignore[no-untyped-def]
    read = [wire(make, outlet) for outlet in ("한빛일보", "누리신문", "새벽통신")]
    store.add(read)
    store.decide(making.dated(read[0], read[0].meetings[0], "2025-02-03", "박"))
    store.decide(making.dated(read[1], read[1].meetings[0], "2025-01", "이"))
    assert state(store)[:2] == (2, [(1, 3), (2,)])


def test_the_same_text_is_found_before_it_is_stored(store: Store, make) -> None:  # type: ignore[no-untyped-def]
    assert store.alike(wire(make, "한빛일보").article.text) is None
    store.add([wire(make, "한빛일보"), wire(make, "누리신문")])
    found = store.alike(wire(make, "새벽통신", CHANGED).article.text)
    assert found is not None
    assert (found.id, found.outlet) == (1, "한빛일보")
    assert store.alike("도하늘 회장이 민여울 행장을 만났다.") is None


def test_what_an_earlier_release_has_stored_is_recognised_too(tmp_path, make) -> None:  # type: ignore[no-untyped-def]
    url = f"sqlite:///{tmp_path / 'old.sqlite'}"
    with open_store(url) as store:
        store.add([wire(make, "한빛일보")])
        with store._database.writing() as connection:
            connection.execute(text("DELETE FROM bands"))
            connection.execute(text("DELETE FROM counters WHERE name = 'banded'"))
    with open_store(url) as store:
        assert store.add([wire(make, "누리신문")]).copies == 1


def test_columns_of_tables_are_remembered(store: Store) -> None:
    assert store.table_columns() == {}
    store.remember_columns(("가", "나"), {"text": "가"})
    store.remember_columns(("가", "나"), {"text": "나"})
    assert store.table_columns() == {("가", "나"): {"text": "나"}}


def test_short_texts_are_copies_where_they_are_the_very_same(store: Store, make) -> None:  # type: ignore[no-untyped-def]
    brief = make({"도하늘": [], "민여울": []}, MET, outlet="한빛일보")
    again = replace(brief, article=replace(brief.article, outlet="누리신문"))
    other = make({"도하늘": [], "민여울": []}, {**MET, "place": "누리호텔"}, outlet="새벽통신")
    assert store.add([brief, again, other]).copies == 1
    assert store.add([replace(brief, article=replace(brief.article, outlet="샛별일보"))]).copies == 1


FIRMS = ("가람전자 구미", "누리전자 파주", "한별화학 여수")
BACKGROUND = " ".join(
    f"{year}년에는 {firm} 공장을 {number * 29 % 83}퍼센트 넓혔고 매출은 {number * 7919 % 9973}억 원이었다."
    for number, (year, firm) in enumerate(product(range(2010, 2025), FIRMS))
)


@pytest.mark.parametrize("excerpt_first", [True, False])
def test_an_excerpt_much_shorter_than_the_article_is_a_copy(store: Store, make, excerpt_first: bool) -> None:  # type: ignore[no-untyped-def]
    whole, excerpt = wire(make, "한빛일보", f"{WIRE} {BACKGROUND}"), wire(make, "누리신문", WIRE[:90])
    assert len(excerpt.article.text) * 6 < len(whole.article.text)
    assert [store.add([one]).copies for one in ((excerpt, whole) if excerpt_first else (whole, excerpt))] == [0, 1]
    assert state(store)[:2] == (1, [(1, 2)])
    assert store.alike(excerpt.article.text) is not None


def test_two_articles_with_one_background_are_no_copies(store: Store, make) -> None:  # type: ignore[no-untyped-def]
    store.add([wire(make, "한빛일보", f"{WIRE} {BACKGROUND[:300]}")])
    other = {"who": ["도하늘"], "orgs": ["새론은행"], "day": date(2025, 3, 4)}
    added = store.add([make({"도하늘": []}, other, outlet="누리신문", source="나.txt", tail=f"{BACKGROUND[900:1800]} {BACKGROUND[:300]}")])
    assert added.copies == 0
