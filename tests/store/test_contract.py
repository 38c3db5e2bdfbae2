"""What every store keeps to, whichever database holds it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import get_args

import pytest

from graphing.errors import NotFoundError
from graphing.model import Extraction, Span
from graphing.store import ArticleOrder, EntityRow, Filters, Shelf, Store, open_store
from graphing.store.rows import OPENING

Make = Callable[..., Extraction]
KIM, PARK = {"김가온": [("누리전자", "회장")]}, {"박다솔": [("한솔은행", "행장")]}


def the(store: Store, name: str) -> EntityRow:
    """The one entity of that name."""
    (found,) = [row for row in store.entities(query=name) if row.name == name]
    return found


def meeting_of_two(make: Make, **options: object) -> Extraction:
    met = {"who": ["김가온", "박다솔"], "day": date(2025, 2, 4), "place": "미리내호텔", "topic": "공동 투자를"}
    return make(KIM | PARK, met, **options)


def test_what_goes_in_comes_out(store: Store, make: Make) -> None:
    given = [
        meeting_of_two(make),
        make(
            {"이서진": [(None, "장관"), ("별빛산업", "전 사장")]},
            {"who": ["이서진"], "orgs": ["누리전자"], "status": "planned"},
            published=None,
        ),
        make({}, outlet=None, tail="아무도 없다 🙂."),
    ]
    added = store.add(given)
    assert (added.new, added.unchanged, added.replaced) == (3, 0, 0)
    assert [store.extraction(article) for article in added.articles] == given
    assert [one for _, one in store.readings()] == given
    assert store.article(added.articles[1]).article == given[1].article


def test_the_same_again_changes_nothing(store: Store, make: Make) -> None:
    given = meeting_of_two(make)
    first = store.add([given])
    revision, before = store.revision(), store.snapshot()
    again = store.add([given, given])
    assert (again.new, again.unchanged, again.replaced) == (0, 2, 0)
    assert again.articles == first.articles * 2
    assert (store.revision(), store.snapshot()) == (revision, before)


def test_a_given_article_twice_at_once_is_one(store: Store, make: Make) -> None:
    added = store.add([meeting_of_two(make), meeting_of_two(make)])
    assert (added.new, added.unchanged, store.counts().articles) == (1, 1, 1)


def test_another_extraction_replaces_and_ids_stay(store: Store, make: Make) -> None:
    given = meeting_of_two(make)
    (article,) = store.add([given], version=2).articles
    ids = {row.name: row.id for row in store.entities()}
    better = replace(given, meetings=(replace(given.meetings[0], status="planned", certainty=0.5),))
    again = store.add([better], version=2)
    assert (again.new, again.replaced, again.articles) == (0, 1, (article,))
    assert store.extraction(article) == better
    assert {row.name: row.id for row in store.entities()} == ids
    assert [row.status for row in store.meetings()] == ["planned"]
    assert store.meeting(1).certainty == 0.5
    older = store.add([given], version=1)
    assert (older.unchanged, store.extraction(article)) == (1, better)


def test_a_date_given_later_replaces_the_undated_article(store: Store, make: Make) -> None:
    store.add([meeting_of_two(make, published=None)])
    added = store.add([meeting_of_two(make)])
    assert (added.replaced, store.counts().articles) == (1, 1)
    assert store.articles()[0].published == date(2025, 2, 5)


def test_a_copy_without_a_date_never_replaces_a_dated_one(store: Store, make: Make) -> None:
    undated, dated = meeting_of_two(make, published=None), meeting_of_two(make)
    (article,) = store.add([undated]).articles
    store.add([dated])
    before = store.snapshot()
    for version, given in ((1, [undated]), (2, [undated]), (1, [dated, undated])):
        again = store.add(given, version=version)
        assert (again.new, again.replaced, again.unchanged, set(again.articles)) == (0, 0, len(given), {article})
        assert (store.snapshot(), store.extraction(article)) == (before, dated)
    corrected = meeting_of_two(make, published=date(2025, 2, 6))
    assert (store.add([corrected]).replaced, store.extraction(article)) == (1, corrected)


def test_of_one_article_twice_at_once_the_dated_one_is_kept(store: Store, make: Make) -> None:
    added = store.add([meeting_of_two(make), meeting_of_two(make, published=None)])
    assert (added.new, added.unchanged, store.articles()[0].published) == (1, 1, date(2025, 2, 5))


def test_one_text_in_two_outlets_is_two_articles(store: Store, make: Make) -> None:
    store.add([meeting_of_two(make), meeting_of_two(make, outlet="새벽신문")])
    assert store.outlets() == ("새벽신문", "한빛일보")
    assert the(store, "김가온").articles == 2


def test_nothing_is_kept_of_an_add_that_fails(store: Store, make: Make) -> None:
    store.add([meeting_of_two(make)])
    before, counts = store.snapshot(), store.counts()
    torn = replace(make(KIM, {"who": ["김가온"]}, tail="다른 글"), people=(None,))  # type: ignore[arg-type]
    with pytest.raises(AttributeError):
        store.add([make({"최라온": []}), torn])
    assert (store.snapshot(), store.counts()) == (before, counts)


def test_removal_leaves_nothing_behind(store: Store, make: Make) -> None:
    store.add([make(KIM, {"who": ["김가온"], "orgs": ["한솔은행"]}, tail="남는다.")])
    before, forms = store.snapshot(), store.entities(query="박다솔")
    (article,) = store.add([meeting_of_two(make)]).articles
    assert store.counts().meetings == 2
    store.remove(article)
    after = store.snapshot()
    assert (after.entities, after.affiliations, after.meetings) == (before.entities, before.affiliations, before.meetings)
    assert store.entities(query="박다솔") == forms == ()
    with pytest.raises(NotFoundError):
        store.article(article)
    with pytest.raises(NotFoundError):
        store.remove(article)
    added = store.add([meeting_of_two(make)])
    assert added.articles[0] > article, "an id never comes twice"


def test_of_several_articles_all_are_removed_or_none(store: Store, make: Make) -> None:
    first, second, third = store.add([make({name: []}, source=name) for name in ("김가온", "박다솔", "최라온")]).articles
    before = store.snapshot()
    with pytest.raises(NotFoundError):
        store.remove(first, second, third + 1, by="박")
    assert (store.snapshot(), store.decisions()) == (before, ())
    gone = store.remove(first, third, by="박", why="두 번 들어옴")
    assert [row.source for row in store.articles()] == ["박다솔"]
    assert store.decisions() == gone
    assert [(one.what, one.by, one.why) for one in gone] == [("remove", "박", "두 번 들어옴")] * 2


def test_organisations_of_one_name_are_one(store: Store, make: Make) -> None:
    store.add(
        [make({"김가온": [("금감원", "원장")]}), make({"김가온": [("금융감독원", "원장")]}), make({"박다솔": [("(주)누리 전자", "회장")]})]
    )
    store.add([make(KIM)])
    assert [row.articles for row in store.entities("organization")] == [2, 2]
    assert [row.person for row in store.snapshot().affiliations].count(the(store, "박다솔").id) == 1


def test_snapshot(store: Store, make: Make) -> None:
    store.add(
        [
            meeting_of_two(make),
            make(KIM, {"who": ["김가온"], "orgs": ["별빛산업"], "status": "planned", "certainty": 0.4}, outlet="새벽신문"),
        ]
    )
    found = store.snapshot()
    kim, park = the(store, "김가온").id, the(store, "박다솔").id
    bank, star = the(store, "한솔은행").id, the(store, "별빛산업").id
    assert [(row.people, row.organizations, row.status) for row in found.meetings] == [
        ((kim, park), (), "held"),
        ((kim,), (star,), "planned"),
    ]
    first = found.meetings[0]
    assert (first.first, first.last, first.precision) == (date(2025, 2, 4), date(2025, 2, 4), "day")
    assert (first.place, first.topic, first.outlet) == ("미리내호텔", "공동 투자를", "한빛일보")
    assert (the(store, "김가온").articles, the(store, "김가온").meetings) == (2, 2)
    (post,) = [row for row in found.affiliations if row.person == park]
    assert (post.organization, post.title, post.former, post.articles) == (bank, "행장", False, 1)
    assert (post.first, post.last) == (date(2025, 2, 5), date(2025, 2, 5))
    assert found.revision == store.revision()
    part = store.snapshot(Filters(outlets=("새벽신문",)))
    assert {row.name for row in part.entities} == {"김가온", "누리전자", "별빛산업"}
    assert {row.id for row in part.entities} >= {one for row in part.affiliations for one in (row.person, row.organization)}


@pytest.mark.parametrize(
    ("filters", "kept"),
    [
        (Filters(), [1, 2, 3]),
        (Filters(statuses=("held",)), [1, 3]),
        (Filters(between=(date(2024, 6, 30), date(2024, 7, 1))), [2]),
        (Filters(between=(None, date(2024, 12, 31))), [2]),
        (Filters(between=(date(2025, 2, 4), None)), [1]),
        (Filters(certainty=0.8), [1, 3]),
        (Filters(outlets=("없는신문",)), []),
        (Filters(articles=(1,)), [1, 2]),
        (Filters(statuses=("held", "planned"), certainty=0.4, between=(None, None)), [1, 2]),
    ],
)
def test_filters(store: Store, make: Make, filters: Filters, kept: list[int]) -> None:
    june = {"who": ["김가온", "박다솔"], "day": date(2024, 6, 1), "precision": "month", "status": "planned", "certainty": 0.5}
    store.add([make(KIM | PARK, {"who": ["김가온"], "day": date(2025, 2, 4)}, june), make(PARK, {"who": ["박다솔"]})])
    assert sorted(row.id for row in store.meetings(filters=filters)) == kept
    assert sorted(row.id for row in store.snapshot(filters).meetings) == kept


def test_meetings_of_a_person_and_of_a_pair(store: Store, make: Make) -> None:
    store.add([meeting_of_two(make), make(PARK, {"who": ["박다솔"]})])
    kim, park = the(store, "김가온").id, the(store, "박다솔").id
    assert len(store.meetings(person=park)) == 2
    assert len(store.meetings(person=park, filters=Filters(people=(kim,)))) == 1
    assert store.meetings(person=park, between=(None, date(2020, 1, 1))) == ()
    assert store.meetings(status="cancelled") == ()


def test_evidence_of_a_meeting(store: Store, make: Make) -> None:
    store.add([meeting_of_two(make)])
    (found,) = store.evidence(meeting=1)
    assert (found.title, found.outlet, found.published, found.meetings) == ("가.txt 제목", "한빛일보", date(2025, 2, 5), (1,))
    assert found.text == store.article(found.article).article.text[slice(*found.span)]
    shown = [(found.text[mark.start : mark.end], mark.kind, mark.entity) for mark in found.highlights]
    kim, park = the(store, "김가온").id, the(store, "박다솔").id
    assert shown == [
        ("4일", "date", None),
        ("미리내호텔", "place", None),
        ("김가온", "person", kim),
        ("박다솔", "person", park),
        ("만났다", "cue", None),
    ]
    assert found.telling == (Span(0, len(found.text)),)


def test_evidence_of_an_entity_and_of_pairs(store: Store, make: Make) -> None:
    older = make(KIM, {"who": ["김가온"], "orgs": ["한솔은행"]}, published=date(2024, 1, 1))
    store.add([older, meeting_of_two(make)])
    kim, park, bank, firm = (the(store, name).id for name in ("김가온", "박다솔", "한솔은행", "누리전자"))
    found = store.evidence(entity=kim)
    assert [(row.published.year, row.post, row.meetings) for row in found if row.published] == [
        (2025, True, ()),
        (2025, False, (2,)),
        (2024, True, ()),
        (2024, False, (1,)),
    ]
    first = store.evidence(entity=kim, limit=1)
    assert first == found[:2]
    assert [row.meetings for row in store.evidence(pair=(park, kim))] == [(2,)]
    assert [row.meetings for row in store.evidence(pair=(kim, bank))] == [(1,)]
    assert [(row.post, row.meetings) for row in store.evidence(pair=(firm, kim))] == [(True, ()), (True, ())]
    assert store.evidence(pair=(park, firm)) == ()


def test_the_first_articles_and_entities(store: Store, make: Make) -> None:
    days = [None, *(date(2025, 1, 1) + timedelta(days=number // 2) for number in range(8))]
    store.add([make({f"가나{'다라마바사아자차카'[number]}": []}, published=day) for number, day in enumerate(days)])
    whole = store.articles()
    assert [row.published for row in whole] == [*sorted((day for day in days if day), reverse=True), None]
    assert store.articles(limit=2) == whole[:2]
    everyone = store.entities(limit=50)
    assert (store.entities(limit=4), len(everyone)) == (everyone[:4], 9)


def test_articles_are_listed_in_every_order_and_only_those_that_are_asked_for(store: Store, make: Make) -> None:
    met = {"who": ["김가온", "박다솔"], "day": date(2025, 2, 4)}
    given = [(date(2025, 1, 2), "나루일보", "하"), (None, None, "가"), (date(2025, 1, 1), "가람일보", "나")]
    for number, (day, outlet, title) in enumerate(given, 1):
        told = [met] if number == 3 else []
        found = make({"김가온": [], "박다솔": []}, *told, published=day, source=f"{number}.txt", tail=f"{number}번째 글")
        store.add([replace(found, article=replace(found.article, outlet=outlet, title=title))])

    def listed(shelf: Shelf, query: str | None = None) -> list[str]:
        return [row.source[0] for row in store.articles(query, shelf=shelf)]

    orders = {"newest": "132", "oldest": "312", "added": "321", "meetings": "312", "title": "231", "outlet": "231"}
    assert {order: "".join(listed(Shelf(order=order))) for order in get_args(ArticleOrder)} == orders
    assert listed(Shelf(undated=True)) == ["2"]
    assert listed(Shelf(outlet="나루일보")) == ["1"]
    assert listed(Shelf(undated=True, outlet="나루일보")) == []
    assert listed(Shelf(order="oldest"), "번째") == ["3", "1", "2"]


def test_an_article_without_a_title_is_listed_with_how_it_begins(store: Store, make: Make) -> None:
    found = make(KIM)
    store.add([replace(found, article=replace(found.article, title=None, outlet="나루일보")), found])
    assert [row.opening for row in store.articles(shelf=Shelf(order="added"))] == [None, found.article.text[:OPENING]]
    told = {row.outlet: row.opening for row in store.evidence(entity=the(store, "김가온").id)}
    assert told == {found.article.outlet: None, "나루일보": found.article.text[:OPENING]}


def test_search_takes_letters_as_they_are(store: Store, make: Make) -> None:
    store.add([make({"Jane Doe": [("100% 주스", "CEO")]}, source="a_b.txt"), make(KIM, source="axb.txt")])
    assert [row.name for row in store.entities(query="jane d")] == ["Jane Doe"]
    assert [row.name for row in store.entities("organization", query="%")] == ["100% 주스"]
    assert [row.source for row in store.articles(query="a_b")] == ["a_b.txt"]


@pytest.mark.parametrize("query", ["공동 투자를", "미리내호", "내호", "호", "ABCD", "bc", '말 "인용" 끝', "100%_\\"])
def test_articles_are_found_by_words_inside_words(store: Store, make: Make, query: str) -> None:
    tail = 'abcd 말 "인용" 끝 100%_\\'
    store.add([meeting_of_two(make, source="가.txt", tail=tail), make({"이서진": []}, source="나.txt", tail="100가나")])
    assert [row.source for row in store.articles(query)] == ["가.txt"]
    (article,) = [row.id for row in store.articles() if row.source == "가.txt"]
    store.remove(article)
    assert store.articles(query) == ()


def test_whom_an_article_names_is_told_in_its_order(store: Store, make: Make) -> None:
    first, second = store.add([make({"이수만": [("누리전자", "회장")]}), make({"이수": [], "박다솔": []}, source="나.txt")]).articles
    names = {row.id: row.name for row in store.entities()}
    assert [names[one] for one in store.named_in(second, "person")] == ["이수", "박다솔"]
    assert [names[one] for one in store.named_in(first, "organization")] == ["누리전자"]
    assert store.named_in(99, "person") == ()


def test_ids_that_name_nothing(store: Store) -> None:
    asks: list[Callable[[], object]] = [
        lambda: store.article(9),
        lambda: store.extraction(9),
        lambda: store.remove(9),
        lambda: store.meeting(9),
        lambda: store.appearances(9),
        lambda: store.evidence(meeting=9),
        lambda: store.evidence(entity=9),
        lambda: store.evidence(pair=(9, 8)),
    ]
    for ask in asks:
        with pytest.raises(NotFoundError, match="9"):
            ask()
    with pytest.raises(ValueError, match="Give one"):
        store.evidence()


def test_two_stores_on_one_database(url: str, make: Make) -> None:
    if url == "sqlite://":
        pytest.skip("a database in memory has one store")
    with open_store(url) as one, open_store(url) as other:
        one.add([meeting_of_two(make)])
        assert other.counts().meetings == 1
        assert other.add([meeting_of_two(make)]).unchanged == 1


def test_threads_lose_nothing(store: Store, make: Make) -> None:
    articles = [make({"김가온": [("누리전자", "회장")]}, {"who": ["김가온"]}, tail=str(number)) for number in range(12)]
    failed: list[BaseException] = []

    def work(mine: list[Extraction]) -> None:
        try:
            for one in mine:
                store.add([one])
                store.snapshot()
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=work, args=(articles[start::3],)) for start in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert (the(store, "김가온").articles, the(store, "김가온").meetings) == (12, 12)


def test_unstorable_characters_keep_their_places(store: Store, make: Make) -> None:
    (article,) = store.add([make(KIM, tail="앞\x00뒤\ud800끝")]).articles
    text = store.article(article).article.text
    assert "앞\ufffd뒤\ufffd끝" in text
    assert [mention.text for person in store.extraction(article).people for mention in person.mentions] == ["김가온"]


def test_who_wrote_an_article_is_kept_and_searched(store: Store, make: Make) -> None:
    plain = make({"김가온": [("누리전자", "회장")]}, {"who": ["김가온"], "orgs": ["누리전자"]})
    signed = replace(plain, article=replace(plain.article, author="김누리"))
    (article,) = store.add([plain]).articles
    assert store.add([plain]).unchanged == 1
    assert store.add([signed]).replaced == 1
    assert store.extraction(article) == signed
    assert [row.author for row in store.articles("김누리")] == ["김누리"]
    assert {row.author for row in store.evidence(meeting=store.meetings()[0].id)} == {"김누리"}


def test_meetings_are_found_by_the_words_of_the_paragraphs_that_prove_them(store: Store, make: Make) -> None:
    told = make(KIM | PARK, {"who": ["김가온", "박다솔"], "place": "미리내호텔", "topic": "HBM 반도체를"}, tail="시장은 100%_ 조용했다.")
    store.add([told, meeting_of_two(make)])
    (first,) = [row.id for row in store.meetings() if row.topic == "HBM 반도체를"]
    (other,) = [row.id for row in store.meetings() if row.id != first]
    for words in ("HBM", "hbm", "반도체", "도체", "체"):
        assert store.telling(words) == {first}, words
    assert store.telling("미리내") == {first, other}
    for words in ("조용했다", "100%_", "%", "없는 말"):
        assert store.telling(words) == frozenset(), words


def test_a_copy_is_found_as_the_meeting_that_it_tells_again(store: Store, make: Make) -> None:
    store.add([meeting_of_two(make), meeting_of_two(make, outlet="새벽신문")])
    assert store.telling("미리내호텔") == {row.id for row in store.meetings()}


def test_all_words_of_a_search_are_in_the_article_in_any_order(store: Store, make: Make) -> None:
    store.add([make(KIM, {"who": ["김가온"], "place": "미리내호텔"}), make(KIM, source="나.txt", tail="다른 글이다.")])
    for query in ("미리내호텔 김가온", "김가온 미리내호텔", "한빛일보 미리내호텔 가온", '"누리전자" 미리내'):
        assert [row.source for row in store.articles(query)] == ["가.txt"], query
    assert store.articles("김가온 없는말") == store.articles('"미리내호텔 김가온"') == ()
