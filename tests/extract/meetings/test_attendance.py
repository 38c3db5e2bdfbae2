"""Who attended, named in sentences after the one that tells the meeting: short made-up articles of 5 February 2025, and the parts."""

from __future__ import annotations

import re

import pytest
from extract.told import met, read

from graphing.extract.frames.linking import scene
from graphing.extract.frames.phrases import Reference
from graphing.extract.frames.telling import Reading
from graphing.extract.meetings.attendance import stayed_away
from graphing.extract.meetings.rolls import before_list
from graphing.model import Sentence

LEAD = "민도영 한빛전자 회장은 4일 더한호텔에서 고은찬 누리은행장을 만났다. "


def reading(text: str, start: int, end: int, names: dict[str, str]) -> Reading:
    """The reading of text[start:end] that speaks of ``names`` (name → particles after its list)."""
    references = tuple(
        Reference(text.index(name), text.index(name) + len(name), text.index(name) + len(name), (name,), "name", group, group, "")
        for name, group in names.items()
    )
    return Reading(scene(text, Sentence(start, end, (), 0), headline=False, caption=False, first=False), (), references)


@pytest.mark.parametrize(
    ("sentence", "names", "expected"),
    [
        ("노윤슬은 출장 때문에 참석하지 못했다.", {"노윤슬": "는"}, True),
        ("노윤슬은 본회의가 길어져 오지 못했다.", {"노윤슬": "는"}, True),
        ("노윤슬과 서하람은 자리에 없었다.", {"노윤슬": "는", "서하람": "는"}, True),
        ("노윤슬은 불참했고 서하람이 대신 자리했다.", {"노윤슬": "는", "서하람": "가"}, True),
        ("서하람이 배석했고 노윤슬은 불참했다.", {"서하람": "가", "노윤슬": "는"}, False),
        ("노윤슬은 아무 말도 하지 않았다.", {"노윤슬": "는"}, False),
        ("노윤슬이 배석했다.", {"노윤슬": "가"}, False),
    ],
)
def test_who_stayed_away(sentence: str, names: dict[str, str], expected: bool) -> None:
    found = reading(sentence, 0, len(sentence), names)
    assert stayed_away(sentence, found, found.references[0]) is expected


def test_the_lines_of_a_list_hang_on_the_sentence_before_the_first() -> None:
    text = "참석자는 다음과 같다.\n△노윤슬 대표\n△서하람 대표\n회의는 끝났다."
    readings = [reading(text, line.start(), line.end(), {}) for line in re.finditer(r".+", text)]
    assert [before_list(text, readings, index) for index in range(len(readings))] == [None, 0, 0, None]
    alone = "△노윤슬 대표"
    assert before_list(alone, [reading(alone, 0, len(alone), {})], 0) is None


# (what it shows, text after the lead, who was there)
TABLE = [
    ("an event's name", "1시간 30분가량 이어진 면담에는 노윤슬 누리은행 부행장이 배석했다.", "고은찬 노윤슬 민도영"),
    ("seen there", "이날 만찬장에서는 노윤슬 누리은행 부행장의 모습도 눈에 띄었다.", "고은찬 노윤슬 민도영"),
    ("a plural after 등", "이 자리에는 노윤슬 부행장, 서하람 상무 등 누리은행의 임원들이 배석했다.", "고은찬 노윤슬 민도영 서하람"),
    ("a list of those who did not come", "임원 3명은 참석하지 못했다. 노윤슬 부행장, 서하람 상무, 도가람 전무이다.", "고은찬 민도영"),
    ("who came is no list of what else is said", "임원은 3명이 참석했다. 노윤슬은 부행장, 서하람은 상무가 됐다.", "고은찬 민도영"),
    ("이 자리에는", "이 자리에는 노윤슬 누리은행 부행장이 배석했다.", "고은찬 노윤슬 민도영"),
    ("both sides", "누리은행에서는 노윤슬 부행장과 서하람 부행장이 배석했다.", "고은찬 노윤슬 민도영 서하람"),
    ("함께였다", "노윤슬 누리은행 부행장도 함께였다.", "고은찬 노윤슬 민도영"),
    ("같이했다", "노윤슬 누리은행 부행장도 같이했다.", "고은찬 노윤슬 민도영"),
    ("있었다", "이 자리에는 노윤슬 누리은행 부행장도 있었다.", "고은찬 노윤슬 민도영"),
    ("합류했다", "노윤슬 누리은행 부행장도 뒤늦게 합류했다.", "고은찬 노윤슬 민도영"),
    ("stayed away", "노윤슬 다온그룹 부회장은 본회의가 길어져 참석하지 못했다.", "고은찬 민도영"),
    ("who only comments", "노윤슬 가온증권 연구원은 “금리가 변수”라고 말했다.", "고은찬 민도영"),
]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_who_attended(text: str, expected: str) -> None:
    (extraction,) = read(LEAD + text)
    (meeting,) = extraction.meetings
    assert sorted(one.name for one in meeting.participants) == expected.split()


def test_a_list_below_the_host_is_one_meeting_with_him() -> None:
    text = (
        "민도영 금융위원장은 4일 더한호텔에서 은행장 3명을 불러 간담회를 열었다. 참석자 명단은 다음과 같다.\n\n"
        "△고은찬 누리은행장\n\n△노윤슬 다온은행장\n\n△서하람 가온은행장\n"
    )
    (extraction,) = read(text)
    (meeting,) = extraction.meetings
    assert sorted(one.name for one in meeting.participants) == ["고은찬", "노윤슬", "민도영", "서하람"]


@pytest.mark.parametrize(("event", "expected"), [("오찬", ["고은찬"]), ("면담", ["서하람"])])
def test_who_was_at_the_event_that_the_sentence_names(event: str, expected: list[str]) -> None:
    text = (
        "민도영 총리는 4일 정오 삼청동 공관에서 고은찬 한빛전자 회장과 오찬을 했다. 오후 4시에는 정부서울청사에서 서하람 한빛화학 회장과 "
        f"면담했다.\n\n이날 {event}에는 노윤슬 가람건설 대표, 주은결 누리은행장, 표하람 다온통신 사장이 함께했다."
    )
    (extraction,) = read(text)
    with_them = [meeting for meeting in extraction.meetings if "노윤슬" in (one.name for one in meeting.participants)]
    assert [sorted({one.name for one in meeting.participants} & {"고은찬", "서하람"}) for meeting in with_them] == [expected]


@pytest.mark.parametrize(
    ("seats", "others"),
    [
        ("차은결 총리 오른쪽에는 노윤슬 가람건설 대표가, 왼쪽에는 서하람 다온통신 사장이 앉았다.", ["차은결", "노윤슬", "서하람"]),
        ("차은결 총리 왼쪽에 노윤슬 가람건설 대표와 서하람 다온통신 사장이 자리를 잡았다.", ["차은결", "노윤슬", "서하람"]),
        ("차은결 총리 측에서는 노윤슬 실장과 서하람 다온통신 사장이 자리를 잡았다.", ["노윤슬", "서하람"]),
    ],
)
def test_at_somebodys_right_is_where_he_sits_and_his_side_is_not_he(seats: str, others: list[str]) -> None:
    assert met("경제인 만찬이 4일 더한호텔에서 열렸다. " + seats) == [" ".join(sorted(others))]
