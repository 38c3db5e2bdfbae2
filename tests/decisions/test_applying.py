"""Corrections of one article: applied, undone, and kept when the article is read again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphing.decisions import Decision, apply, making, standing
from graphing.decisions.addressing import Letters, meeting_of, meeting_record
from graphing.decisions.rows import line, parse, undoing
from graphing.errors import InputError
from graphing.model import (
    Affiliation,
    Article,
    DateRange,
    Extraction,
    Meeting,
    Mention,
    Organization,
    Paragraph,
    Participant,
    Person,
    Place,
    Run,
    Span,
)

TEXT = (
    "하도윤 가람전자 회장이 4일 나루호텔에서 민서율 나루은행장과 만났다.\n"
    "노유찬 대표도 그 자리에 있었다. 하 회장은 6일 표지안 장관을 만난다."
)


def at(words: str, number: int = 0) -> Span:
    start = -1
    for _ in range(number + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def person(name: str, *posts: Affiliation) -> Person:
    return Person(name, (), posts, (Mention(*at(name), name, "person"),))


def reading() -> Extraction:
    run, paragraph = Run(0, len(TEXT), 0, len(TEXT)), Paragraph(0, len(TEXT))
    article = Article("가.txt", 0, len(TEXT), TEXT, (run,), (paragraph,), None, date(2025, 2, 5), "한빛일보")
    first = Meeting(
        (Participant("하도윤", at("하도윤")), Participant("민서율", at("민서율"))),
        "held",
        (Span(0, TEXT.index("\n")),),
        at("만났다"),
        when=DateRange(date(2025, 2, 4), "day", at("4일")),
        place=Place("나루호텔", at("나루호텔")),
        certainty=0.8,
        reason="told=1",
    )
    second = Meeting(
        (Participant("하도윤", at("하 회장")), Participant("표지안", at("표지안"))),
        "planned",
        (Span(TEXT.index("하 회장"), len(TEXT)),),
        at("만난다"),
        certainty=0.6,
        reason="told=1",
    )
    people = (person("하도윤", Affiliation("가람전자", "회장", False, at("회장"))), person("민서율"), person("표지안"))
    bodies = (Organization("가람전자", "company", (), (Mention(*at("가람전자"), "가람전자", "organization"),)),)
    return Extraction(article, people, bodies, (first, second))


def kept(*decisions: Decision, start: int = 1) -> list[Decision]:
    """The decisions as a store would number them."""
    return [replace(one, id=number, decided=datetime(2025, 2, 6, 9, number % 60)) for number, one in enumerate(decisions, start)]


READ = reading()
FIRST, SECOND = READ.meetings


def after(*decisions: Decision, of: Extraction = READ) -> Extraction:
    return apply(of, kept(*decisions)).extraction


def test_without_decisions_what_was_read_holds() -> None:
    assert after() is READ
    assert [trace.read for trace in apply(READ, ()).traces] == list(READ.meetings)


def test_a_rejected_meeting_is_gone_and_its_trace_says_why() -> None:
    curated = apply(READ, kept(making.rejected(READ, FIRST, "박", "전화였다")))
    assert curated.extraction.meetings == (SECOND,)
    assert (curated.traces[0].read, curated.traces[0].now, curated.traces[0].decisions[0].why) == (FIRST, None, "전화였다")


CORRECTIONS: list[tuple[Callable[[], Decision], Callable[[Meeting], object], object]] = [
    (lambda: making.dated(READ, FIRST, "2025-02", "박"), lambda one: one.when and one.when.iso(), "2025-02"),
    (lambda: making.dated(READ, FIRST, None, "박"), lambda one: one.when, None),
    (lambda: making.placed(READ, FIRST, "가람전자", "박"), lambda one: one.place, Place("가람전자", at("가람전자"))),
    (lambda: making.placed(READ, FIRST, " ", "박"), lambda one: one.place, None),
    (lambda: making.known_as(READ, FIRST, "cancelled", "박"), lambda one: one.status, "cancelled"),
    (
        lambda: making.attended(READ, FIRST, ["하도윤", "노유찬"], ["가람전자"], "박"),
        lambda one: ([who.name for who in one.participants], [who.words for who in one.participants], one.orgs),
        (["하도윤", "노유찬"], [at("하도윤"), at("노유찬")], ("가람전자",)),
    ),
    (lambda: making.accepted(READ, FIRST, "박"), lambda one: one.reason, "told=1 confirmed"),
]


@pytest.mark.parametrize(("make", "field", "expected"), CORRECTIONS)
def test_one_field_is_corrected_and_the_others_stay(
    make: Callable[[], Decision], field: Callable[[Meeting], object], expected: object
) -> None:
    first, second = after(make()).meetings
    assert field(first) == expected
    assert (first.certainty, first.cue, first.evidence, second) == (1.0, FIRST.cue, FIRST.evidence, SECOND)


def test_later_corrections_of_one_meeting_add_up() -> None:
    found = after(
        making.dated(READ, FIRST, "2025-02-03", "박"),
        making.known_as(READ, FIRST, "planned", "이"),
        making.dated(READ, FIRST, "2025-02-02", "이"),
        making.accepted(READ, FIRST, "이"),
    )
    first = found.meetings[0]
    assert first.when is not None
    assert (first.when.iso(), first.status, first.reason) == ("2025-02-02", "planned", "told=1 corrected")


def test_who_a_correction_puts_there_becomes_a_person_where_the_text_names_them() -> None:
    found = after(making.attended(READ, FIRST, ["하도윤", "노유찬"], [], "박"))
    (fresh,) = [one for one in found.people if one.name == "노유찬"]
    assert fresh.mentions == (Mention(*at("노유찬"), "노유찬", "person"),)


def test_a_missed_meeting_is_added_by_its_sentence() -> None:
    sentence = Span(TEXT.index("노유찬"), TEXT.index(" 하 회장"))
    missed = making.missed(READ, sentence, ["노유찬", "민서율"], "박", place="나루호텔", date="2025-02-04")
    found = after(missed, making.known_as(READ, meeting_of(missed.meant(), Letters(TEXT), ""), "planned", "이"))
    assert [one.name for one in found.meetings[2].participants] == ["노유찬", "민서율"]
    assert (found.meetings[2].evidence, found.meetings[2].status, found.meetings[2].reason) == ((sentence,), "planned", "added corrected")


def test_what_was_said_of_an_added_meeting_holds_when_the_machine_finds_it_too() -> None:
    where = Place("나루호텔", at("나루호텔"))
    sentence = Span(TEXT.index("하 회장은 6일"), len(TEXT))
    read = replace(SECOND, place=where, topic=at("6일"))
    people = ["하도윤", "표지안"]
    found = after(making.missed(READ, sentence, people, "박", status="cancelled", date="2025-02-07", read=read))
    second = found.meetings[1]
    assert second.when is not None
    assert (len(found.meetings), second.status, second.when.iso(), second.place) == (2, "cancelled", "2025-02-07", None)
    kept = after(making.missed(READ, sentence, people, "박", status="planned", place="나루호텔", topic="6일", read=read)).meetings[1]
    assert (kept.place, kept.topic, kept.when) == (where, at("6일"), None)


def test_names_and_posts_are_corrected() -> None:
    post = READ.people[0].affiliations[0]
    found = after(
        making.unmarked(READ, "person", "민서율", "박"),
        making.held(READ, "하도윤", post, Affiliation("가람전자", "부회장", True), "박"),
        making.held(READ, "표지안", None, Affiliation(None, "장관"), "박"),
        making.marked(READ, "person", "노유찬", "박"),
    )
    assert [(one.name, [(post.title, post.former) for post in one.affiliations]) for one in found.people] == [
        ("하도윤", [("부회장", True)]),
        ("표지안", [("장관", False)]),
        ("노유찬", []),
    ]
    assert found.people[0].affiliations[0].evidence == post.evidence
    assert [who.name for who in found.meetings[0].participants] == ["하도윤"]


def shifted(found: Extraction) -> Extraction:
    """The same article with a line joined better: every offset behind it is another."""
    assert TEXT.count("\n") == 1
    text = TEXT.replace("\n", "  \n")
    shift = TEXT.index("\n")

    def moved(span: Span) -> Span:
        return Span(*(place + 2 if place > shift else place for place in span))

    meetings = tuple(
        replace(
            one,
            cue=moved(one.cue),
            evidence=tuple(map(moved, one.evidence)),
            participants=tuple(Participant(who.name, moved(who.words)) for who in one.participants),
        )
        for one in found.meetings
    )
    return replace(found, article=replace(found.article, text=text), meetings=meetings)


def test_decisions_hold_for_another_reading_of_the_article() -> None:
    better = shifted(READ)
    other = replace(better.meetings[1], participants=(*better.meetings[1].participants, Participant("민서율", at("민서율"))))
    again = replace(better, meetings=(other,))  # no longer finds the first, and more people at the second
    accepted, rejected = making.accepted(READ, FIRST, "박"), making.rejected(READ, FIRST, "박", "잘못")
    found = after(accepted, making.dated(READ, SECOND, "2025-02-06", "박"), rejected, of=again)
    (second,) = found.meetings
    assert second.when is not None
    assert (len(second.participants), second.when.iso()) == (3, "2025-02-06")
    found = after(accepted, of=again)
    assert [who.name for who in found.meetings[1].participants] == ["하도윤", "민서율"]
    assert found.article.text[slice(*found.meetings[1].cue)] == "만났다"


def test_what_is_rejected_does_not_take_another_meeting_of_the_same_words_with_it() -> None:
    other = replace(FIRST, participants=(Participant("노유찬", at("노유찬")), Participant("표지안", at("표지안"))))
    assert after(making.rejected(READ, FIRST, "박", "잘못"), of=replace(READ, meetings=(other,))).meetings == (other,)


def test_decisions_about_another_article_count_for_nothing() -> None:
    elsewhere = replace(READ, article=replace(READ.article, outlet="새벽신문"))
    assert after(making.rejected(elsewhere, FIRST, "박", "잘못")) is READ


@pytest.mark.parametrize(
    "make",
    [
        lambda: making.attended(READ, FIRST, [" "], [], "박"),
        lambda: making.attended(READ, FIRST, ["하도윤", "하도윤 "], [], "박"),
        lambda: making.attended(READ, FIRST, [], ["가람전자"], "박"),
        lambda: making.dated(READ, FIRST, "어제", "박"),
        lambda: making.dated(READ, FIRST, "2025-2-4", "박"),
        lambda: making.known_as(READ, FIRST, "perhaps", "박"),  # type: ignore[arg-type]
        lambda: making.missed(READ, Span(0, 10_000), ["하도윤", "민서율"], "박"),
        lambda: making.missed(READ, Span(0, 10), ["하도윤"], "박"),
        lambda: making.held(READ, "없는이", None, Affiliation(None, "장관"), "박"),
        lambda: making.held(READ, "하도윤", None, Affiliation(None, " "), "박"),
        lambda: making.marked(READ, "person", "없는이", "박"),
        lambda: making.called("1/person/하도윤", "박"),
        lambda: making.compared("same", ["1/person/가"], ["1/person/가"], "박"),
        lambda: making.compared("same", ["1/person/가"], ["1/organization/나"], "박"),
    ],
)
def test_decisions_that_say_nothing_are_refused(make: Callable[[], Decision]) -> None:
    with pytest.raises(InputError):
        make()


def test_a_line_of_json_gives_the_decision_back() -> None:
    (one,) = kept(making.dated(READ, FIRST, "2025-02", "박", "기사를 다시 읽었다"))
    assert parse(line(one), "1") == one
    with pytest.raises(InputError, match="3번째 줄"):
        parse('{"what": "guess"}', "3번째 줄")


def test_a_meeting_comes_back_from_its_record() -> None:
    letters = Letters(TEXT)
    for one in READ.meetings:
        again = meeting_of(meeting_record(one, letters), letters, one.reason)
        when = replace(again.when, reason="") if again.when else None
        assert replace(again, certainty=one.certainty, when=when) == one


ALL: list[Callable[[], Decision]] = [
    *(make for make, _, _ in CORRECTIONS),
    lambda: making.rejected(READ, SECOND, "이", "잘못"),
    lambda: making.unmarked(READ, "person", "민서율", "박"),
    lambda: making.marked(READ, "organization", "나루은행", "박"),
    lambda: making.missed(READ, Span(0, 20), ["노유찬", "표지안"], "박"),
    lambda: making.held(READ, "표지안", None, Affiliation(None, "장관"), "박"),
]


@given(st.lists(st.sampled_from(ALL), max_size=8), st.data())
def test_undoing_all_gives_the_untouched_reading(makes: list[Callable[[], Decision]], data: st.DataObject) -> None:
    made = kept(*(make() for make in makes))
    curated = apply(READ, made)
    for person in (*curated.extraction.people, *curated.extraction.organizations):
        assert all(TEXT[mention.start : mention.end] == mention.text for mention in person.mentions)
    assert all(0 <= span.start <= span.end <= len(TEXT) for one in curated.extraction.meetings for span in (one.cue, *one.evidence))
    order = data.draw(st.permutations(made))
    undone = [*made, *kept(*(undoing(one, "이") for one in order), start=len(made) + 1)]
    assert apply(READ, undone).extraction is READ
    assert standing(undone) == ()
    again = [*undone, *kept(*(undoing(one, "박") for one in undone[len(made) :]), start=len(undone) + 1)]
    assert apply(READ, again).extraction == curated.extraction


def test_a_longer_name_that_is_marked_takes_the_place_of_the_wrong_one_in_it() -> None:
    text = "하도윤 회장이 짐 타이클렛과 만났다."
    whole = Span(0, len(text))
    article = Article("가.txt", 0, len(text), text, (Run(0, len(text), 0, len(text)),), (Paragraph(0, len(text)),))
    start = text.index("타이클렛")
    wrong = Organization("타이클렛", "company", (), (Mention(start, start + 4, "타이클렛", "organization"),))
    host = Person("하도윤", (), (Affiliation("타이클렛", "회장"),), (Mention(0, 3, "하도윤", "person"),))
    met = Meeting((Participant("하도윤", Span(0, 3)),), "held", (whole,), Span(len(text) - 4, len(text) - 1), ("타이클렛",))
    found = after(making.marked(read := Extraction(article, (host,), (wrong,), (met,)), "person", "짐 타이클렛", "박"), of=read)
    assert found.organizations == ()
    assert [one.name for one in found.people] == ["하도윤", "짐 타이클렛"]
    assert found.people[0].affiliations == (Affiliation(None, "회장"),)
    assert [who.name for who in found.meetings[0].participants] == ["하도윤", "짐 타이클렛"]
    assert found.meetings[0].orgs == ()
    # A name that also stands elsewhere stays there.
    also = replace(wrong, mentions=(*wrong.mentions, Mention(0, 3, "하도윤", "organization")))
    found = after(making.marked(read, "person", "짐 타이클렛", "박"), of=replace(read, organizations=(also,)))
    assert [len(one.mentions) for one in found.organizations] == [1]


def test_a_meeting_is_rejected_without_a_reason_where_nobody_has_said_one() -> None:
    assert making.rejected(READ, FIRST, "박", " ").why == ""
