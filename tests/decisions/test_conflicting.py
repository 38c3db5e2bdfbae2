"""Two who decide at once, each kind of decision against each: told where one takes something from the other, and only there."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sample import article, meeting, person

from graphing.decisions import Decision, making
from graphing.decisions.conflicting import conflict
from graphing.decisions.heading import corrected
from graphing.model import Extraction, Span

MET, ALSO, NEXT = "하도윤 회장이 나루호텔에서 민서율 행장과 만났다.", "노유찬 대표도 그 자리에 있었다.", "하 회장은 표지안 장관을 만난다."
ARTICLE = article(("머리기사", f"{MET} {ALSO} {NEXT}"), "가.txt", None, "새벽신문")
TEXT = ARTICLE.text
FIRST = meeting(TEXT, ("하도윤", "민서율"), MET, "만났다", place="나루호텔")
SECOND = meeting(TEXT, ("하도윤", "표지안"), NEXT, "만난다", status="planned")
PEOPLE = (person(TEXT, "하도윤", (None, "회장", False)), person(TEXT, "민서율"), person(TEXT, "표지안"))
READ = Extraction(ARTICLE, PEOPLE, (), (FIRST, SECOND))
SENTENCE = Span(TEXT.index(ALSO), TEXT.index(ALSO) + len(ALSO))
OTHER: Extraction = replace(READ, article=replace(READ.article, outlet="딴신문"))
THIRD: Extraction = replace(READ, article=replace(READ.article, outlet="셋째신문"))
POST = READ.people[0].affiliations[0]
MEETING = [
    making.accepted(READ, FIRST, "박"),
    making.rejected(READ, FIRST, "박", ""),
    making.attended(READ, FIRST, ["하도윤", "노유찬"], [], "박"),
    making.dated(READ, FIRST, "2025-02-03", "박"),
    making.placed(READ, FIRST, "가온회관", "박"),
    making.known_as(READ, FIRST, "planned", "박"),
]


def keys(*names: str, kind: str = "person") -> list[str]:
    return [f"a/{kind}/{name}" for name in names]


SAME = making.compared("same", keys("가"), keys("나"), "박")
FIRMS = making.compared("same", keys("가", kind="organization"), keys("나", kind="organization"), "박")
GROUP = making.grouped("a/organization/나", "가람", "이")
ADDED = making.missed(READ, SENTENCE, ["노유찬", "민서율"], "박")
ONE_OF_THREE = making.told("together", (READ, FIRST), [(OTHER, FIRST), (THIRD, FIRST)], "박")


@pytest.mark.parametrize("one", MEETING)
@pytest.mark.parametrize("other", MEETING)
def test_of_one_meeting_every_decision_meets_every_other(one: Decision, other: Decision) -> None:
    assert conflict(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (SAME, making.compared("different", keys("0", "가"), keys("나", "하"), "이")),
        (SAME, making.compared("unsure", keys("나"), keys("가"), "이")),
        (SAME, making.compared("same", keys("가"), keys("다"), "이")),
        (SAME, making.called("a/person/나", "이", name="다")),
        (making.called("a/person/하", "박", name="다", also=keys("나")), making.called("a/person/나", "이", english="Na")),
        (FIRMS, GROUP),
        (ADDED, making.missed(READ, SENTENCE, ["노유찬", "민서율", "하도윤"], "이", status="planned")),
        (ADDED, making.missed(READ, Span(SENTENCE.start, len(TEXT)), ["노유찬", "민서율"], "이")),
        (making.marked(READ, "person", "나루호텔", "박"), making.marked(READ, "organization", "나루호텔", "이")),
        (making.marked(READ, "organization", "나루", "박"), making.marked(READ, "person", "나루호텔", "이")),
        (making.unmarked(READ, "person", "하도윤", "박"), making.held(READ, "하도윤", POST, None, "이")),
        (making.unmarked(READ, "person", "노유찬", "박"), MEETING[2]),
        (making.marked(READ, "organization", "민서율", "박"), ADDED),
        (corrected(READ.article, {"title": "가"}, "박"), corrected(READ.article, {"outlet": "나"}, "이")),
        (ONE_OF_THREE, making.told("apart", (THIRD, FIRST), [(READ, FIRST)], "이")),
    ],
)
def test_what_takes_something_from_the_other_is_told(one: Decision, other: Decision) -> None:
    assert conflict(one, other)
    assert conflict(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (SAME, making.compared("same", keys("다"), keys("라"), "이")),
        (making.compared("different", keys("가"), keys("나"), "박"), making.compared("different", keys("가"), keys("다"), "이")),
        (SAME, making.called("a/person/다", "이", name="하")),
        (making.called("a/organization/나", "이", name="하"), GROUP),
        (MEETING[2], making.accepted(READ, SECOND, "이")),
        (MEETING[0], making.accepted(OTHER, FIRST, "이")),
        (making.unmarked(READ, "person", "표지안", "박"), MEETING[2]),
        (making.unmarked(READ, "person", "하도윤", "박"), MEETING[3]),
        (making.unmarked(READ, "person", "하도윤", "박"), making.marked(READ, "person", "노유찬", "이")),
        (MEETING[0], corrected(READ.article, {"title": "가"}, "이")),
        (SAME, MEETING[0]),
        (ONE_OF_THREE, making.told("apart", (THIRD, FIRST), [(OTHER, SECOND)], "이")),
    ],
)
def test_what_leaves_the_other_as_it_is_is_kept(one: Decision, other: Decision) -> None:
    assert not conflict(one, other)
    assert not conflict(other, one)
