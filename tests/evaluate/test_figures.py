"""The figures of answers that are right, partly right and wrong, worked out by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from answered import RIGHT, TEXT, answers, meeting, person

from graphing.evaluate import Annotated, Figures, Scores
from graphing.evaluate.answers import Answers, Entity
from graphing.evaluate.matching import is_short, plain
from graphing.model import Document, Span


def scores(found: Answers, right: Answers = RIGHT) -> Scores:
    made = Scores()
    made.add(Annotated(Document("one", TEXT), (right,)), [found])
    return made


def figures(found: Answers, right: Answers = RIGHT) -> dict[str, Figures]:
    return {one.field: one for one in scores(found, right).figures()}


def rates(one: Figures) -> tuple[float | None, float | None, int]:
    return one.precision, one.recall, one.n


def test_right_answers_are_all_right() -> None:
    told = figures(RIGHT)
    assert {name for name, one in told.items() if one.value == 1} == {
        "people", "organizations", "roles", "titles", "encounters", "strict", "attendance", "dated", "edges", "date", "place", "evidence",
    }  # fmt: skip
    assert set(told) == {name for name, one in told.items() if one.value == 1}
    assert [told[name].n for name in ("people", "roles", "encounters", "dated", "edges", "place")] == [3, 2, 2, 4, 2, 1]
    assert scores(RIGHT).misses == []


def test_nothing_found_is_no_precision_and_no_recall() -> None:
    told = figures(Answers(0, len(TEXT)))
    assert rates(told["people"]) == (0, 0, 3)
    assert rates(told["encounters"]) == (0, 0, 2)
    assert told["dated"].value == 0
    assert "date" not in told


def test_a_person_under_another_whole_form_counts_and_under_a_short_one_does_not() -> None:
    right = answers(people=(person("샘 올트먼", forms=["올트먼", "올트먼 CEO"]),), meetings=())
    assert figures(answers(people=(person("올트먼"),), meetings=()), right)["people"].value == 1
    assert figures(answers(people=(person("올트먼 CEO"),), meetings=()), right)["people"].value == 0
    assert figures(answers(people=(person("샘올트먼"),), meetings=()), right)["people"].value == 1


def test_one_right_name_is_found_once() -> None:
    right = answers(people=(person("민도영", forms=["민도"]),), meetings=())
    told = scores(answers(people=(person("민도"), person("민도영")), meetings=()), right)
    assert rates(told.figures()[0]) == (0.5, 1, 1)
    assert [str(miss) for miss in told.misses if miss.field == "people"] == ["one\tpeople\t+\t?민도"]


def test_posts_need_person_and_organisation_and_titles_may_be_longer() -> None:
    people = (
        person("민도영", ("한빛", "회장 겸 이사"), ("누리은행", "고문")),
        person("고은찬", ("누리은행", "사장")),
    )
    told = figures(answers(people=people, meetings=()))
    assert rates(told["roles"]) == (2 / 3, 1, 2)
    assert (told["titles"].value, told["titles"].n) == (0.5, 2)


def test_a_meeting_needs_its_status_and_half_of_its_members() -> None:
    half = figures(answers(meetings=(meeting("민도영 고은찬 서하람 노윤슬"), meeting("민도영 서하람", "held", "2025-02-06"))))
    assert rates(half["encounters"]) == (0.5, 0.5, 2)
    assert rates(half["strict"]) == (0, 0, 2)
    # Of six members that were found two are at the right meeting.
    assert rates(half["attendance"]) == (2 / 6, 2 / 4, 4)
    less = figures(answers(meetings=(meeting("민도영 고은찬 서하람 노윤슬 차이든"),)))
    assert rates(less["encounters"]) == (0, 0, 2)


def test_a_wrong_date_spoils_dated_and_strict_but_not_attendance() -> None:
    told = figures(answers(meetings=(replace(RIGHT.meetings[0], date="2025-02"), RIGHT.meetings[1])))
    assert told["attendance"].value == 1
    assert rates(told["dated"]) == (0.5, 0.5, 4)
    assert rates(told["strict"]) == (0.5, 0.5, 2)
    assert told["date"].value == 0.5


@pytest.mark.parametrize(
    ("place", "agrees"), [("더한호텔", 1), ("서울 더한호텔", 1), ("더한 호텔", 1), ("호텔", 1), ("가온회관", 0), (None, 0)]
)
def test_places_agree_where_one_holds_the_other(place: str | None, agrees: float) -> None:
    assert figures(answers(meetings=(replace(RIGHT.meetings[0], place=place),)))["place"].value == agrees


def test_evidence_must_overlap() -> None:
    elsewhere = replace(RIGHT.meetings[0], evidence=(Span(30, 40),))
    assert figures(answers(meetings=(elsewhere,)))["evidence"].value == 0


def test_a_side_of_unnamed_people_is_a_member_but_no_edge_joins_two_sides() -> None:
    right = answers(meetings=(meeting("민도영", orgs=("누리은행", "한빛전자")),))
    told = figures(answers(meetings=(meeting("민도영", orgs=("누리은행", "한빛")),)), right)
    assert told["strict"].value == 1
    assert told["edges"].n == 2


def test_each_right_meeting_is_matched_once_and_by_the_best() -> None:
    twice = scores(answers(meetings=(meeting("민도영 고은찬 서하람"), meeting("민도영 고은찬"))))
    told = {one.field: one for one in twice.figures()}
    assert rates(told["encounters"]) == (0.5, 0.5, 2)
    assert twice.judged == [(1.0, False), (1.0, True)]


def test_spans_are_exact() -> None:
    spans = {"P": frozenset({Span(0, 3), Span(5, 8)}), "O": frozenset({Span(9, 12)})}
    found = answers(people=(Entity("민도영", mentions=frozenset({Span(0, 3), Span(5, 9)})),), organizations=())
    told = figures(found, Answers(0, len(TEXT), spans=spans, spans_only=True))
    assert set(told) == {"P spans", "O spans"}
    assert rates(told["P spans"]) == (0.5, 0.5, 2)
    assert rates(told["O spans"]) == (0, 0, 1)


def test_pages_are_scored_article_by_article_and_borders_may_be_a_little_off() -> None:
    first, second = replace(RIGHT, end=100), replace(RIGHT, start=102, end=200, meetings=())
    page = Annotated(Document("page", "가" * 200), (first, second))
    made = Scores()
    made.add(page, [replace(first, end=98), replace(second, start=150)])
    told = {one.field: one for one in made.figures()}
    assert (told["splits"].value, told["splits"].n) == (0.5, 2)
    assert told["people"].value == 1
    assert made.articles == 2


def test_pieces_of_one_article_are_one() -> None:
    made = Scores()
    made.add(Annotated(Document("one", TEXT), (RIGHT,)), [replace(RIGHT, end=40, meetings=()), replace(RIGHT, start=40, meetings=())])
    assert made.figures()[0].value == 1


def test_scores_are_added_up() -> None:
    total = scores(RIGHT)
    total.include(scores(Answers(0, len(TEXT))))
    told = {one.field: one for one in total.figures()}
    assert rates(told["people"]) == (1, 0.5, 6)
    assert total.articles == 2
    assert len(total.misses) == len(scores(Answers(0, len(TEXT))).misses) > 0


@pytest.mark.parametrize(
    ("form", "short"), [("최 회장", True), ("올트먼 CEO", True), ("고은찬 씨", True), ("고은찬", False), ("대표", True)]
)
def test_short_forms(form: str, short: bool) -> None:
    assert is_short(form) is short


def test_what_does_not_tell_names_apart() -> None:
    assert plain("㈜한빛 전자(주)") == plain("한빛전자") == "한빛전자"
    assert plain("SK·LG") == "sklg"
    assert plain(None) == ""
