"""The proofs as HTML: facts in the reader's language, and nothing of an article that a browser would run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from sample import extractions

from graphing.graph import Edge
from graphing.model import Precision, Span
from graphing.store import AffiliationRow, Evidence, Highlight, Store, open_store
from graphing.timeline import told as told_date
from graphing.view import names
from graphing.view.evidence import Proofs, date_words
from graphing.view.session import Language

NASTY = "\"><img src=x onerror=alert(1)><script>alert('2')</script>"


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with open_store("sqlite://") as opened:
        opened.add(extractions())
        yield opened


def proofs(store: Store, language: Language = "ko") -> Proofs:
    snapshot = store.snapshot()
    labels = {row.id: names.name(row.name, row.kind, language) for row in snapshot.entities}
    entities = {row.id: row for row in snapshot.entities}
    meetings = {row.id: row for row in snapshot.meetings}
    return Proofs(entities, meetings, labels, language, store.extraction)


def entity(store: Store, name: str) -> int:
    return next(row.id for row in store.snapshot().entities if row.name == name)


def told(**changes: object) -> Evidence:
    marks = (Highlight(0, 3, "person", 2),)
    row = Evidence(1, "a.txt", "제목", "가상일보", date(2025, 3, 5), None, Span(0, 6), "body", "고도윤 회장", marks, (1,))
    return replace(row, **changes)  # type: ignore[arg-type]


def test_a_headline_that_proves_something_is_printed_once(store: Store) -> None:
    head = told(title="고도윤 회장, 다시 만났다", text="고도윤 회장, 다시\n만났다", kind="headline", telling=(Span(8, 13),))
    html = proofs(store).person_or_organization(entity(store, "고도윤"), (), [head, told(span=Span(20, 26))])
    shown = re.sub(r"<[^>]+>", "", html).replace("\n", " ")
    assert shown.count("다시 만났다") == 1
    assert '<b data-cite="title"><mark class="person">고도윤</mark>' in html or '<b data-cite="title"><button' in html
    assert "고도윤 회장" in shown.split("다시 만났다")[1]


@pytest.mark.parametrize(
    ("precision", "korean", "english"), [("day", "2025.03.05", "5 Mar 2025"), ("month", "2025.03", "Mar 2025"), ("year", "2025", "2025")]
)
def test_a_date_is_written_as_the_language_does(precision: Precision, korean: str, english: str) -> None:
    day = date(2025, 3, 5)
    assert (names.told(day, precision, "ko"), names.told(day, precision, "en")) == (korean, english)
    assert names.told(None, precision, "en") == ""


@pytest.mark.parametrize("field", ["title", "outlet", "text", "url"])
def test_nothing_that_an_article_says_becomes_markup(store: Store, field: str) -> None:
    value = f"https://example.org/{NASTY}" if field == "url" else NASTY
    html = proofs(store).person_or_organization(entity(store, "고도윤"), (), [told(**{field: value})])
    assert "<img" not in html
    assert "<script" not in html
    assert "&lt;script&gt;" in html
    assert html.count('"') % 2 == 0


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "//example.org", "", None])
def test_only_web_addresses_become_links(store: Store, url: str | None) -> None:
    assert "<a " not in proofs(store).person_or_organization(entity(store, "고도윤"), (), [told(url=url)])


def test_a_post_is_told_from_both_its_ends(store: Store) -> None:
    snapshot = store.snapshot()
    person, company = entity(store, "탁현서"), entity(store, "라온은행")
    assert "라온은행 은행장" in proofs(store).person_or_organization(person, snapshot.affiliations, ())
    assert "탁현서</button> <small>은행장</small>" in proofs(store).person_or_organization(company, snapshot.affiliations, ())
    assert "라온은행 은행장" in proofs(store).edge(Edge("post", person, company), snapshot.affiliations, ())


@pytest.mark.parametrize(
    ("date_told", "expected"),
    [("2025.03.04", "4일"), ("2024.06", "지난해 6월"), ("2025.03.12", "12일"), ("2025", "올해"), ("", None)],
)
def test_the_words_that_gave_a_date_are_found(store: Store, date_told: str, expected: str | None) -> None:
    row = next(row for row in store.snapshot().meetings if told_date(row.first, row.precision) == date_told)
    assert date_words(row, store.extraction(row.article)) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("ko", ["무산", "2025", "연도까지만 알려짐\N{NO-BREAK SPACE}· “올해”에서 읽음"]),
        ("en", ["Cancelled", "2025", "only the year is known\N{NO-BREAK SPACE}· based on “올해”"]),
    ],
)
def test_a_meeting_tells_its_status_and_how_exact_its_date_is(store: Store, language: Language, expected: list[str]) -> None:
    row = next(row for row in store.snapshot().meetings if row.status == "cancelled")
    html = proofs(store, language).meeting(row.id, store.evidence(meeting=row.id))
    assert all(words in html for words in expected), html
    assert "2025.01.01" not in html


@pytest.mark.parametrize(
    ("language", "why"),
    [("ko", "“회동했다” — 주어 고도윤, 상대 남궁설"), ("en", "“회동했다” — subject: Ko Do-yun, partner: Namkoong Seol")],
)
def test_above_its_paragraphs_a_meeting_tells_why_it_was_read(store: Store, language: Language, why: str) -> None:
    row = next(row for row in store.snapshot().meetings if row.place == "한빛호텔")
    ends = entity(store, "고도윤"), entity(store, "남궁설")
    shown = store.evidence(meeting=row.id)
    for html in (
        proofs(store, language).person_or_organization(ends[0], (), shown),
        proofs(store, language).edge(Edge("met", *ends), (), shown),
    ):
        head = html.partition('<ol class="told">')[2].partition("</ol>")[0]
        assert f'<small class="why">{why}</small>' in head


def test_agencies_are_marked_apart_from_companies(store: Store) -> None:
    agency, company = entity(store, "전파진흥원"), entity(store, "가람전자")
    marks = (Highlight(0, 3, "organization", agency), Highlight(4, 6, "organization", company))
    html = proofs(store).person_or_organization(agency, (), [told(highlights=marks)])
    assert re.search(r"<button value=a\d+>고도윤</button>", html)
    assert re.search(r"<button value=c\d+>회장</button>", html)
    assert f"<button value=c{company}>" in html


def test_a_text_without_a_title_is_called_by_how_it_begins_and_cites_no_title(store: Store) -> None:
    html = proofs(store).person_or_organization(entity(store, "고도윤"), (), [told(title=None, opening="두 사람이 <4일> 만났다.\n다음")])
    assert "<b>두 사람이 &lt;4일&gt; 만났다.</b>" in html
    assert 'data-cite="title"' not in html
    assert "제목 없는 기사" in proofs(store).person_or_organization(entity(store, "고도윤"), (), [told(title=None)])


def test_what_copies_stands_behind_each_sentence_that_tells(store: Store) -> None:
    text = "고도윤 회장이 “반갑다.” 하고 만났다. 날이 맑았다! 둘은 논의했다."
    row = told(text=text, span=Span(0, len(text)), telling=(Span(0, 5), Span(32, 36)))
    html = proofs(store).person_or_organization(entity(store, "고도윤"), (), [row])
    parts = re.split('<button class="copy".*?</button>', html.partition('<p class="body">')[2])
    pieces = [re.sub("<[^>]+>", "", part).strip() for part in parts]
    assert pieces[0] == "고도윤 회장이 “반갑다.”"
    assert pieces[1].startswith("하고 만났다. 날이 맑았다! 둘은 논의했다.")
    assert len(pieces) == 3


def test_no_paragraph_says_so(store: Store) -> None:
    assert "보여 줄 문단이 없습니다" in proofs(store).person_or_organization(entity(store, "고도윤"), (), ())


def test_of_several_posts_and_guests_the_first_are_in_sight(store: Store) -> None:
    person, company = entity(store, "고도윤"), entity(store, "라온은행")
    titles = "회장", "이사장", "고문"
    posts = [AffiliationRow(person, company, title, former=False, articles=1, first=None, last=None) for title in titles]
    head = proofs(store).person_or_organization(person, posts, ()).partition("</dl>")[0]
    assert head.count("회장") == 1
    assert '라온은행 회장 <details class="rest"><summary>나머지 2건</summary>라온은행 이사장<br>라온은행 고문</details>' in head
    shown = proofs(store)
    row = next(iter(shown.meetings.values()))
    shown.meetings = {row.id: replace(row, people=(person,) * 9, organizations=())}
    title = re.sub("<[^>]+>", "", shown.meeting(row.id, ()).partition("</h3>")[0])
    assert title.partition("외 6명")[0].count("고도윤") == 3


def test_who_heads_an_organisation_stands_before_who_serves_it_and_the_others_are_counted_as_people(store: Store) -> None:
    one, two, three = (entity(store, name) for name in ("고도윤", "탁현서", "남궁설"))
    body = entity(store, "라온은행")
    rows = ((one, "부은행장", False), (one, "전략담당 상무", False), (two, "라온은행장", True), (three, "은행장", False))
    posts = [AffiliationRow(person, body, title, former, articles=1, first=None, last=None) for person, title, former in rows]
    for language, rest in (("ko", "외 2명"), ("en", "+2 more")):
        lines = re.findall(r"[^<>]+</button> <small>|<summary>[^<]+", proofs(store, language).person_or_organization(body, posts, ()))
        labels = [names.name(name, "person", language) for name in ("남궁설", "고도윤", "고도윤", "탁현서")]
        told = [line.partition("</button>")[0] for line in lines[:5]]
        assert told == [labels[0], f"<summary>{rest}", *labels[1:]]
    head = proofs(store).person_or_organization(body, posts[:2], ()).partition("</dl>")[0]
    assert "<summary>나머지 1건</summary>" in head, "one person's second post is no other person"


def test_a_place_is_called_in_the_readers_language_everywhere(store: Store) -> None:
    row = next(row for row in store.snapshot().meetings if row.place == "한빛호텔")
    shown = proofs(store, "en")
    for html in (shown.meeting(row.id, ()), shown.person_or_organization(row.people[0], (), ())):
        assert "Hotel" in html
        assert "한빛호텔" not in html


def test_a_group_has_a_profile_and_its_meetings(store: Store) -> None:
    row = next(iter(store.snapshot().meetings))
    members = [entity(store, "가람전자"), entity(store, "라온은행")]
    html = proofs(store).group("가람그룹", members, [("met_most", "A"), ("first_last", "B"), ("again", "C")], (), [row.id])
    head, _, rest = html.partition("<details>")
    assert all(f"<dd>{fact}</dd>" in head for fact in "AB")
    assert "가람전자</button>" in head
    assert "<dd>C</dd>" in rest
    assert f"<time>{names.when(row.first, row.precision, 'ko')}</time>" in rest


def test_an_edge_says_each_meeting_once(store: Store) -> None:
    row = next(row for row in store.snapshot().meetings if row.place == "한빛호텔")
    edge = Edge("met", *row.people[:2])
    when = f"<time>{names.when(row.first, row.precision, 'ko')}</time>"
    assert proofs(store).edge(edge, (), store.evidence(meeting=row.id)).count(when) == 1
    assert proofs(store).edge(edge, (), ()).count(when) == 1


def test_no_line_begins_with_a_dot(store: Store) -> None:
    row = next(row for row in store.snapshot().meetings if row.place == "한빛호텔")
    html = proofs(store).person_or_organization(row.people[0], (), store.evidence(meeting=row.id))
    assert "\N{WORD JOINER}·" in html
    ours = re.sub('<p class="body">.*?</p>|<b data-cite="title">.*?</b>', "", html)
    assert not re.search("(?<![\N{WORD JOINER}\N{NO-BREAK SPACE}])·", ours)


def test_of_many_guests_the_rest_is_counted_as_everywhere_else(store: Store) -> None:
    words = proofs(store)
    one = next(iter(words.meetings.values()))
    ids = [row for row in words.entities if words.entities[row].kind == "person"]
    words.meetings = {one.id: replace(one, people=tuple(ids * 3)[:8], organizations=(), tellings=())}
    html = words.group("가람", (), (), (), [one.id])
    assert "<small>외 2명</small>" in html
    assert "+2" not in html


def test_a_headline_is_told_once_over_consecutive_paragraphs_of_its_article(store: Store) -> None:
    one, other = sorted(row.id for row in store.snapshot().meetings)[:2]
    rows = [told(meetings=(one,)), told(meetings=(one, other), span=Span(20, 26)), told(article=2, meetings=(other,), span=Span(30, 36))]
    # Each part has it for its citation; it is seen where the article changes.
    html = proofs(store).person_or_organization(entity(store, "고도윤"), (), rows)
    assert html.count('data-cite="title"') == 3
    assert html.count('<div hidden><b data-cite="title">') == 1
    # A chosen meeting heads nothing: its paragraphs of an article stand together.
    assert proofs(store).meeting(one, rows[:2]).count("<article") == 1


def test_the_proofs_of_an_edge_begin_with_its_newest_meeting_and_the_others_are_listed_behind_them(store: Store) -> None:
    first = next(row for row in store.snapshot().meetings if row.place == "한빛호텔")
    one, other = first.people[:2]
    days = (date(2019, 5, 1), date(2024, 5, 1), date(2025, 6, 1), None)
    rows = [replace(first, id=1000 + at, first=day, last=day, precision=day and "day", tellings=()) for at, day in enumerate(days)]
    words = proofs(store)
    words.meetings = {row.id: row for row in rows}
    html = words.edge(Edge("met", one, other), (), [told(meetings=(1001,), published=date(2024, 5, 2))])
    # What is newer than every paragraph, the paragraph's own meeting, what is older, what is undated.
    places = [html.index(f"<time>{names.when(row.first, row.precision, 'ko')}</time>") for row in (rows[2], rows[1], rows[0], rows[3])]
    assert places == sorted(places)
    assert html.index("<article") < html.index("다른 회동") < places[2]
    assert "다른 회동" not in words.edge(Edge("met", one, other), (), ())
