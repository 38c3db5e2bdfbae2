"""A plan that another sentence calls off, and a report that another one denies: told apart, but one encounter."""

from __future__ import annotations

import pytest

from tests.extract.told import read, shown

PLANNED = "민도영 한빛전자 회장은 12일 서울에서 고은찬 다온증권 사장과 면담한다고 3일 밝혔다. "
BETWEEN = "두 회사는 합작을 논의해 왔다. 업계는 결과를 지켜보고 있다. "
OFF = ("그런데 12일 면담은 없던 일이 됐다.", "그러나 면담은 결국 취소됐다.", "12일 만남은 무산됐다.", "이 회동은 무기한 연기됐다.")
STANDS = (
    "노조와의 면담은 취소됐다.", "다음 회동은 연기됐다.", "지난해 간담회는 취소됐다.", "면담이 취소되지 않았다.", "면담이 취소될 수 있다.",
    "그때의 약속은 지켜지지 않았다.", "20일 간담회는 취소됐다.", "최하람 새봄바이오 대표와의 만남은 취소됐다.",
)
REPORTED = "앞서 한 매체는 지난달 12일 두 사람이 서울에서 마주 앉았다고 보도했다."
DENIED = "한빛전자는 민도영 회장이 고은찬 다온증권 사장과 만나 협상했다는 보도는 사실이 아니라고 4일 밝혔다. "


def told(text: str) -> list[str]:
    return [shown(meeting) for extraction in read(text) for meeting in extraction.meetings]


@pytest.mark.parametrize("words", OFF)
@pytest.mark.parametrize("between", ["", BETWEEN])
def test_a_plan_is_called_off_where_nobody_is_named(between: str, words: str) -> None:
    assert told(PLANNED + between + words) == ["고은찬, 민도영 | cancelled | 2025-02-12 | 서울"]


@pytest.mark.parametrize("words", STANDS)
def test_a_plan_stands_where_another_is_called_off(words: str) -> None:
    assert "고은찬, 민도영 | planned | 2025-02-12 | 서울" in told(PLANNED + BETWEEN + words)


def test_the_sentence_that_calls_it_off_proves_it() -> None:
    text = PLANNED + BETWEEN + OFF[0]
    (meeting,) = (meeting for extraction in read(text) for meeting in extraction.meetings)
    assert any(text[span.start : span.end].strip() == OFF[0] for span in meeting.evidence)


def test_of_two_plans_none_is_called_off_where_either_may_be_meant() -> None:
    others = "최하람 새봄바이오 대표는 14일 부산에서 서가람 두레물산 사장과 만난다. "
    far = "두 자리 모두 관심을 모았다. 업계는 결과를 지켜보고 있다. 다른 소식은 없다. "
    assert {one.split(" | ")[1] for one in told(PLANNED + others + far + "결국 회동은 취소됐다.")} == {"planned"}
    assert [one.split(" | ")[1] for one in told(PLANNED + others + far + "12일 면담은 취소됐다.")] == ["cancelled", "planned"]


def test_what_is_agreed_on_after_it_was_called_off_stands() -> None:
    text = "민도영 한빛전자 회장의 방한이 미뤄졌다. 당초 4일 열릴 예정이던 회담은 폭설로 무산됐다. " + PLANNED
    assert "고은찬, 민도영 | planned | 2025-02-12 | 서울" in told(text)


def test_what_was_reported_and_what_is_denied_are_one() -> None:
    assert told(DENIED + REPORTED) == ["고은찬, 민도영 | cancelled | 2025-01-12 | 서울"]


def test_what_is_denied_says_nothing_of_what_is_no_report() -> None:
    held = "두 사람은 지난달 12일 서울에서 마주 앉았다."
    assert "고은찬, 민도영 | held | 2025-01-12 | 서울" in told(DENIED + held)


@pytest.mark.parametrize("after", [
    "그러나 고 사장은 “민 회장을 만난 적이 없다”고 밝혔다.",
    "민 회장의 수첩에는 ‘커피’라고 적혀 있다. 그러나 고 사장은 “민도영이라는 사람을 만난 적도, 전화한 적도 없다”고 밝혔다.",
])
def test_a_statement_that_is_denied_proves_no_encounter(after: str) -> None:
    said = "검찰은 지난달 말 민도영 회장이 고은찬 다온증권 사장과 따로 만났다는 관련자 진술을 확보했다. "
    assert [one.split(" | ")[1] for one in told(said + after)] == ["cancelled"]


def test_what_a_court_does_not_believe_was_not_held() -> None:
    text = (
        "검찰은 지난해 9월 중순 민도영 전 의원이 서울 여의도에서 고은찬 다온증권 사장을 만나 돈을 받았다고 봤다. "
        "그러나 재판부는 “공소사실은 증거와 어긋난다”며 무죄로 판단했다."
    )
    assert [one.split(" | ")[1] for one in told(text)] == ["cancelled"]


@pytest.mark.parametrize("plan", [
    "당초 일정에는 고은찬 다온증권 사장과의 차담이 들어 있었다.",
    "고은찬 다온증권 사장과의 면담도 12일로 잡혀 있었지만 회사는 대신 전무를 내보냈다.",
])
def test_what_was_on_the_agenda_once_was_not_held(plan: str) -> None:
    assert {one.split(" | ")[1] for one in told("민도영 한빛전자 회장은 4일 군산을 찾았다. " + plan)} <= {"cancelled"}
