"""A meeting counts where two at least were there: one rule for all that is drawn from a store, whatever its kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date

from graphing import timeline
from graphing.changes import changes
from graphing.decisions import making
from graphing.decisions.addressing import digest
from graphing.graph import network
from graphing.model import Extraction
from graphing.profile import profile
from graphing.readings import companies, gatherings
from graphing.sieve import Conditions, Sieve
from graphing.store import Store
from graphing.tellings import gathered

Make = Callable[..., Extraction]
DAY = date(2025, 2, 4)


def two_spellings(make: Make, outlet: str = "한빛일보") -> Extraction:
    people = {"노유찬": [("누리전자", "회장")], "노유천": [("누리전자", "회장")], "민서율": [("한솔은행", "행장")]}
    pair, trio = {"who": ["노유찬", "노유천"], "day": DAY}, {"who": ["노유찬", "노유천", "민서율"], "day": date(2025, 2, 3)}
    return make(people, pair, trio, outlet=outlet)


def merge(store: Store) -> int:
    known = {row.name: row.id for row in store.entities("person")}
    one, other = (store.addresses(known[name]) for name in ("노유찬", "노유천"))
    (kept,) = store.decide(making.compared("same", one, other, "박"))
    return kept.id


def drawn(store: Store) -> list[int]:
    """The meetings there are, in all that is drawn from a store."""
    scene = gathered(store.snapshot())
    listed = [row.id for row in scene.meetings]
    sieve = Sieve(scene, dict, lambda words: frozenset())
    assert [row.id for row in sieve.kept(Conditions(certainty=0.1))] == listed
    assert list(timeline.meetings(scene)["id"]) == listed
    assert {-node for node, kind in gatherings(scene).nodes(data="kind") if kind == "meeting"} == set(listed)
    assert {one for _, met in companies(scene, sieve.homes).nodes(data="meetings") for one in met} == set(listed)
    met = Counter(who for row in scene.meetings for who in {*row.people, *row.organizations})
    table = timeline.people(scene).set_index("id")["meetings"]
    graph = network(scene, among=[row.id for row in scene.entities])
    edges = {one for *_, meetings in graph.edges(data="meetings") for one in meetings or ()}
    assert edges == set(listed)
    for row in scene.entities:
        assert (row.meetings, len(graph.nodes[row.id]["meetings"])) == (met[row.id], met[row.id])
        if row.kind == "person":
            assert (table[row.id], profile(row.id, scene.meetings, sieve.homes, None).held) == (met[row.id], met[row.id])
    return listed


def test_of_two_names_that_became_one_no_meeting_is_left_until_they_are_two_again(store: Store, make: Make) -> None:
    store.add([two_spellings(make)])
    trio, pair = before = drawn(store)
    made = merge(store)
    assert drawn(store) == [trio]
    assert not store.meeting(pair).counts
    store.undo(made, "박")
    assert drawn(store) == before


def test_a_meeting_whose_other_name_is_none_counts_again_when_that_is_undone(store: Store, make: Make) -> None:
    store.add([two_spellings(make)])
    before = drawn(store)
    (gone,) = store.decide(making.unmarked(store.reading(1), "person", "노유천", "박"))
    assert drawn(store) == before[:1]
    store.undo(gone.id, "박")
    assert drawn(store) == before


def test_a_copy_tells_no_more_than_what_it_copies(store: Store, make: Make) -> None:
    store.add([two_spellings(make), two_spellings(make, outlet="나루일보")])
    assert len(drawn(store)) == 2
    merge(store)
    assert len(drawn(store)) == 1
    store.remove(1)
    assert len(drawn(store)) == 1


def test_what_a_new_article_tells_of_one_by_two_names_is_no_new_meeting(store: Store, make: Make) -> None:
    store.add([two_spellings(make)])
    merge(store)
    own = store.addresses(next(row.id for row in store.entities("person") if row.name == "노유찬"))
    fresh = make(
        {"노유찬": [("누리전자", "회장")], "노유천": [("누리전자", "회장")]}, {"who": ["노유찬", "노유천"], "day": date(2025, 3, 4)},
        source="나.txt", outlet="가온일보", tail="새 글이다. 새로 쓴 글이다.",
    )  # fmt: skip
    keys = [f"{digest(fresh.article)}/person/{name}" for name in ("노유찬", "노유천")]
    found = changes(store.foresee([fresh], made=[making.compared("same", own, keys, "박")]))
    assert (found.articles, found.count("new")) == (((None,),), 0)
