"""Who is one across the articles of a store, however and whenever they come in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graphing.decisions import making
from graphing.decisions.rows import written
from graphing.errors import NotFoundError
from graphing.model import Extraction
from graphing.store import Counts, Store, open_store

Make = Callable[..., Extraction]


def test_namesakes_stay_apart_until_a_text_joins_them(store: Store, make: Make) -> None:
    store.add([make({"김가온": [("누리전자", "회장")]}), make({"김가온": [("해솔대학교", "교수")]})])
    assert len(store.entities("person")) == 2
    (bridge,) = store.add([make({"김가온": [("해솔대학교", "교수"), ("누리전자", "사외이사")]})]).articles
    (one,) = store.entities("person")
    assert one.articles == 3
    store.remove(bridge)
    assert len(store.entities("person")) == 2


def test_the_order_of_articles_does_not_matter(store: Store, make: Make) -> None:
    given = [
        make({"김가온": [("누리전자", "회장")]}),
        make({"김가온": [("해솔대학교", "교수")]}),
        make({"김가온": []}, extra=("누리전자",)),
        make({"김가온": []}, tail="어느 김가온인지 모른다."),
        make({"가온": [("누리전자", "회장")]}),
    ]
    store.add(given)

    def groups() -> set[frozenset[str]]:
        return {frozenset(seen.key for seen in store.appearances(row.id)) for row in store.entities("person", limit=50)}

    expected = groups()
    for row in store.articles():
        store.remove(row.id)
    assert store.counts() == Counts(0, 0, 0, 0, 0)
    for one in reversed(given):
        store.add([one])
    assert groups() == expected
    assert len(expected) == 4


def test_judgements_join_part_and_outlive_a_new_extraction(store: Store, make: Make) -> None:
    one, other = make({"김가온": [("누리전자", "회장")]}), make({"김가온": [("해솔대학교", "교수")]})
    store.add([one, other])
    a, b = (store.appearances(row.id)[0].key for row in store.entities("person"))
    (same,) = store.decide(making.compared("same", [b], [a], "분석가", "같은 사람이라고 밝혔다"))
    assert same.meant() == dict(zip("ab", [[key] for key in sorted((a, b))], strict=True))
    assert len(store.entities("person")) == 1
    for row in store.articles():
        store.remove(row.id)
    store.add([other, one])
    assert len(store.entities("person")) == 1
    (apart,) = store.decide(making.compared("different", [a], [b], "분석가"))
    assert len(store.entities("person")) == 2
    store.undo(apart.id, "분석가")
    assert len(store.entities("person")) == 1
    store.undo(same.id, "분석가")
    assert len(store.entities("person")) == 2
    assert [row.what for row in store.decisions()] == ["same", "different", "undo", "undo"]
    with pytest.raises(NotFoundError):
        store.decide(making.compared("same", [a], ["0/person/없는이"], "분석가"))
    assert len(store.decisions()) == 4


def test_two_spellings_become_one_and_two_again(store: Store, make: Make) -> None:
    posts = [("누리전자", "회장")]
    store.add([make({"샘 울트먼": posts}), make({"샘 울트만": posts}, {"who": ["샘 울트만"]}, tail="둘째")])
    before = store.snapshot().entities
    a, b = (store.appearances(row.id)[0].key for row in store.entities("person"))
    (same,) = store.decide(making.compared("same", [a], [b], "분석가"))
    (one,) = store.entities("person")
    assert (one.articles, one.meetings) == (2, 1)
    assert store.meetings()[0].people == (one.id,)
    assert [row.id for row in store.entities(query="울트만")] == [row.id for row in store.entities(query="울트먼")] == [one.id]
    store.undo(same.id, "분석가")
    assert sorted((row.name, row.articles) for row in store.snapshot().entities) == sorted((row.name, row.articles) for row in before)


def test_a_name_that_somebody_gives_is_shown_and_found(store: Store, make: Make) -> None:
    store.add([make({"김가온": [("누리전자", "회장")]}, tail=f"{number}번째 글") for number in range(3)])
    (row,) = store.entities("person")
    key = store.appearances(row.id)[1].key
    (first,) = store.decide(making.called(key, "분석가", name="김가은", english="Ga-eun Kim", aliases=["가은 킴"]))
    (named,) = store.entities("person")
    assert (named.id, named.name, named.english, named.articles) == (row.id, "김가은", "Ga-eun Kim", 3)
    assert [found.id for word in ("가은 킴", "ga-eun", "김가온") for found in store.entities(query=word)] == [row.id] * 3
    (second,) = store.decide(making.called(store.appearances(row.id)[0].key, "분석가", name="김가언"))
    assert {"김가온", "김가은", "Ga-eun Kim", "가은 킴"} <= set(store.forms()[row.id])
    assert [(found.name, found.english) for found in store.entities("person")] == [("김가언", "Ga-eun Kim")]
    store.undo(second.id, "분석가")
    store.undo(first.id, "분석가")
    assert store.entities("person") == (row,)
    assert store.entities(query="가은 킴") == ()


def test_a_later_name_leaves_standing_what_it_does_not_speak_of(store: Store, make: Make) -> None:
    store.add([make({"표가온": [("누리전자", "회장")]})])
    (row,) = store.entities("person")
    key = store.appearances(row.id)[0].key

    def shown() -> tuple[str, str | None, tuple[str, ...]]:
        (found,) = store.entities("person")
        return found.name, found.english, store.aliases(found.id)

    store.decide(making.called(key, "분석가", name="표가온 회장", aliases=["표가은", "가온 표"]))
    (english,) = store.decide(making.called(key, "분석가", english="Gaon Pyo"))
    assert shown() == ("표가온 회장", "Gaon Pyo", ("표가은", "가온 표"))
    assert [found.id for word in ("표가은", "가온 표", "gaon p") for found in store.entities(query=word)] == [row.id] * 3
    (fewer,) = store.decide(making.called(key, "분석가", english="", aliases=["가온"], without=["표가은"]))
    assert shown() == ("표가온 회장", None, ("가온 표", "가온"))
    assert (store.entities(query="표가은"), store.entities(query="gaon p")) == ((), ())
    store.decide(making.called(key, "분석가", name=""))
    assert shown() == ("표가온", None, ("가온 표", "가온"))
    store.undo(fewer.id, "분석가")
    assert shown() == ("표가온", "Gaon Pyo", ("표가은", "가온 표"))
    store.undo(english.id, "분석가")
    assert shown() == ("표가온", None, ("표가은", "가온 표"))


def test_a_name_that_an_earlier_release_has_decided_counts_part_by_part(store: Store, make: Make) -> None:
    store.add([make({"표가온": [("누리전자", "회장")]})])
    (row,) = store.entities("person")
    key = store.appearances(row.id)[0].key
    for value in ({"name": "표가온 회장", "english": None, "aliases": ["표가은"]}, {"name": None, "english": "Gaon Pyo", "aliases": []}):
        store.decide(replace(making.called(key, "분석가", name="표가온 회장"), value=written(value)))
    (found,) = store.entities("person")
    assert (found.name, found.english, store.aliases(found.id)) == ("표가온 회장", "Gaon Pyo", ("표가은",))


def many(make: Make, number: int, post: tuple[str, str] = ("누리전자", "회장"), name: str = "김가온") -> list[Extraction]:
    return [make({name: [post]}, {"who": [name]}, tail=f"{place}번째 글") for place in range(number)]


def test_what_is_decided_of_an_entity_holds_while_one_of_its_articles_stands(store: Store, make: Make) -> None:
    given_articles = many(make, 3)
    first, second, third = store.add(given_articles).articles
    ((person,), (firm,)) = (store.entities(kind) for kind in ("person", "organization"))
    key, *also = store.addresses(person.id)
    store.decide(making.called(key, "분석가", name="김가은", english="Ga-eun Kim", aliases=["가은 킴"], also=also))
    key, *also = store.addresses(firm.id)
    (grouped,) = store.decide(making.grouped(key, "누리그룹", "분석가", also=also))

    def held() -> tuple[object, ...]:
        ((one,), (body,)) = (store.entities(kind) for kind in ("person", "organization"))
        return one.name, one.english, store.aliases(one.id), len(store.entities(query="가은 킴")), body.group

    expected = ("김가은", "Ga-eun Kim", ("가은 킴",), 1, "누리그룹")
    assert held() == expected
    for gone in (first, third):
        store.remove(gone)
        assert held() == expected
    store.add(given_articles)
    store.remove(second)
    assert held() == expected
    store.undo(grouped.id, "분석가")
    assert held() == (*expected[:-1], None)


def test_a_merge_holds_while_an_article_of_each_stands(store: Store, make: Make) -> None:
    here = store.add(many(make, 3)).articles
    there = store.add(many(make, 2, name="김가은")).articles
    one, other = store.entities("person")
    (same,) = store.decide(making.compared("same", store.addresses(one.id), store.addresses(other.id), "분석가"))
    for gone in (*here[:2], there[0]):
        store.remove(gone)
        assert len(store.entities("person")) == 1
    store.undo(same.id, "분석가")
    assert len(store.entities("person")) == 2


def test_of_two_who_are_two_again_the_first_keeps_the_name_they_had(store: Store, make: Make) -> None:
    here = store.add(many(make, 2)).articles
    store.add(many(make, 1, name="김가은"))
    one, other = store.entities("person")
    (same,) = store.decide(making.compared("same", store.addresses(one.id), store.addresses(other.id), "분석가"))
    (both,) = store.entities("person")
    key, *also = store.addresses(both.id)
    assert len(also) == 2
    store.decide(making.called(key, "분석가", name="김가언", also=also))
    store.undo(same.id, "분석가")
    assert {row.name: store.aliases(row.id) for row in store.entities("person")} == {"김가언": (), "김가은": ()}
    # Where nothing is left of whom it was said of first, it is said of the other.
    store.remove(here[0])
    assert sorted(row.name for row in store.entities("person")) == ["김가언", "김가은"]
    store.remove(here[1])
    assert [row.name for row in store.entities("person")] == ["김가언"]


def test_who_is_merged_is_counted_once_where_both_stand(store: Store, make: Make) -> None:
    both = {"민도영": [("누리전자", "회장")], "고은찬": [("한솔은행", "행장")]}
    met = {"who": ["민도영", "고은찬"]}
    store.add([make(both, met, tail=f"{number}번째 글") for number in range(2)])
    store.add([make({"고은찬": [("한솔은행", "행장")]}, {"who": ["고은찬"], "orgs": ["누리전자"]})])
    known = {row.name: row.id for row in store.entities("person")}
    one, other = (store.addresses(known[name]) for name in ("민도영", "고은찬"))
    (same,) = store.decide(making.compared("same", one, other, "분석가"))
    assert [(row.name, row.articles, row.meetings) for row in store.entities("person")] == [("고은찬", 3, 3)]
    store.undo(same.id, "분석가")
    assert sorted((row.name, row.articles, row.meetings) for row in store.entities("person")) == [("고은찬", 3, 3), ("민도영", 2, 2)]
    store.decide(making.compared("same", one, other, "분석가", lead=one[0]))
    assert [(row.name, row.articles, row.meetings) for row in store.entities("person")] == [("민도영", 3, 3)]
    store.add([make({"민도영": [("누리전자", "회장")]}, tail="새 글")])
    store.remove(store.appearances(store.entities("person")[0].id)[0].article)
    assert [(row.name, row.articles, row.meetings) for row in store.entities("person")] == [("민도영", 3, 2)]


def test_a_decision_names_an_entity_by_a_few_articles_however_many_there_are(store: Store, make: Make) -> None:
    articles = store.add(many(make, 40)).articles
    (person,) = store.entities("person")
    seen = {one.key: one.article for one in store.appearances(person.id)}
    found = store.addresses(person.id)
    assert [seen[key] for key in found] == [articles[place] for place in (0, 9, 19, 29, 39)]
    odd = next(key for key, article in seen.items() if article == articles[3])
    store.decide(making.called(odd, "분석가", aliases=["가은 킴"]))
    again = store.addresses(person.id)
    assert (again[0], odd in again, len(again)) == (found[0], True, 5)
    key, *also = again
    store.decide(making.called(key, "분석가", without=["가은 킴"], also=also))
    assert (store.aliases(person.id), store.entities(query="가은 킴")) == ((), ())


def test_a_judgement_parts_what_posts_join(store: Store, make: Make) -> None:
    store.add([make({"김가온": [("누리전자", "회장")]}, tail=f"{number}번째 글") for number in range(3)])
    (row,) = store.entities("person")
    first, second, _ = (seen.key for seen in store.appearances(row.id))
    store.decide(making.compared("different", [first], [second], "분석가"))
    assert sorted(found.articles for found in store.entities("person")) == [1, 2]
    assert row.id in {found.id for found in store.entities("person")}


POSTS: tuple[tuple[str | None, str], ...] = (
    (None, "의원"),
    (None, "대통령"),
    ("누리전자", "회장"),
    ("누리전자", "고문"),
    ("해솔대학교", "교수"),
)


@st.composite
def stories(draw: st.DrawFn) -> list[tuple[dict[str, list[tuple[str | None, str]]], set[str]]]:
    """What some articles tell: people with posts, and organisations around them. In half of them nobody has an organisation."""
    posts = st.lists(st.sampled_from(POSTS[: draw(st.sampled_from([2, 5]))]), max_size=2, unique=True)
    people = st.dictionaries(st.sampled_from(["김가온", "최"]), posts, min_size=1)
    return draw(st.lists(st.tuples(people, st.sets(st.sampled_from(["누리전자", "해솔대학교"]))), min_size=2, max_size=8))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(told=stories(), data=st.data())
def test_article_by_article_gives_what_all_at_once_gives(
    make: Make, told: list[tuple[dict[str, list[tuple[str | None, str]]], set[str]]], data: st.DataObject
) -> None:
    given_articles = [
        make(people, {"who": list(people)}, extra=tuple(sorted(around)), tail=f"{number}번째 글")
        for number, (people, around) in enumerate(told)
    ]

    def groups(store: Store) -> set[tuple[frozenset[str], int, int]]:
        rows = store.entities(limit=1000)
        return {(frozenset(seen.key for seen in store.appearances(row.id)), row.articles, row.meetings) for row in rows}

    with open_store("sqlite://") as whole, open_store("sqlite://") as gradual:
        whole.add(given_articles)
        for one in data.draw(st.permutations(given_articles)):
            gradual.add([one])
        assert groups(gradual) == groups(whole)
        gone = data.draw(st.sampled_from(given_articles))
        rest = [one for one in given_articles if one is not gone]
        (article,) = gradual.add([gone]).articles
        gradual.remove(article)
        with open_store("sqlite://") as without:
            without.add(rest)
            assert groups(gradual) == groups(without)
