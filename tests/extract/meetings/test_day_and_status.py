"""The day and the status of an encounter told in one plain sentence of 5 February 2025, however it is reported."""

from __future__ import annotations

import pytest
from extract.told import read, shown


def meetings(text: str) -> list[str]:
    return [shown(meeting) for extraction in read(text) for meeting in extraction.meetings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What goes on is not past, and that it was said is no tense of what was said.
        ("고은찬 누리해운 사장은 민도영 가온전자 회장과 8일 회동을 추진하고 있다.", "planned | 2025-02-08 | –"),
        ("고은찬 누리해운 사장은 8일 민도영 가온전자 회장과의 회동을 준비하고 있다고 5일 밝혔다.", "planned | 2025-02-08 | –"),
        ("고은찬 누리해운 사장은 8일 부산에서 민도영 회장과 만나는 방안을 조율 중이라고 5일 밝혔다.", "planned | 2025-02-08 | 부산"),
        ("고은찬 누리해운 사장은 8일 민도영 가온전자 회장과 만나는 것으로 알려졌다.", "planned | 2025-02-08 | –"),
        ("고은찬 누리해운 사장은 8일 민도영 가온전자 회장과 만나기로 일정을 확정했다.", "planned | 2025-02-08 | –"),
        ("고은찬 누리해운 사장은 8일 민도영 가온전자 회장과 만찬을 갖기로 합의했다.", "planned | 2025-02-08 | –"),
        # A plain present lies ahead, in the month of the article, after what was told of another.
        (
            "고은찬 누리해운 사장은 지난해 11월 취임했다. 고 사장은 8일 오전 민도영 가온전자 회장과 회동한다.",
            "planned | 2025-02-08 | –",
        ),
        ("고은찬 누리해운 사장이 28일 민도영 가온전자 회장과 만난 것으로 5일 알려졌다.", "held | 2025-01-28 | –"),
        ("고은찬 누리해운 사장이 28일 민도영 가온전자 회장과 만났다고 5일 밝혔다.", "held | 2025-01-28 | –"),
        # The weekday tells the month: 3 February 2025 is a Monday, and 3 November 2024 is none.
        (
            "고은찬 누리해운 사장은 지난해 11월 1일 취임했다. 고 사장은 3일(월) 민도영 가온전자 회장과 회동했다.",
            "held | 2025-02-03 | –",
        ),
    ],
)
def test_a_day_to_come_is_told_by_the_tense_of_what_is_told(text: str, expected: str) -> None:
    assert meetings(text) == [f"고은찬, 민도영 | {expected}"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A present that is passed on.
        ("고은찬 누리해운 사장이 6일 민도영 가온전자 회장과 만난다고 전해졌다.", "planned | 2025-02-06 | –"),
        ("고은찬 누리해운 사장이 이달 말 민도영 가온전자 회장과 비공개 회동에 나선다고 5일 밝혔다.", "planned | 2025-02 | –"),
        ("고은찬 누리해운 사장은 이달 말 민도영 가온전자 회장과 만나 공급 계약을 논의한다고 5일 밝혔다.", "planned | 2025-02 | –"),
        # Who met is told first, and what he plans next, whatever his surname looks like.
        ("3일 고은찬 누리해운 사장을 접견한 백승우 하늘부 장관은 “협력을 넓혀 가겠다”고 말했다.", "held | 2025-02-03 | –"),
        ("3일 고은찬 누리해운 사장과 회동한 표도현 가온전자 회장은 “협력을 넓혀 가겠다”고 말했다.", "held | 2025-02-03 | –"),
        ("3일 고은찬 누리해운 사장과 만난 진소라 가온은행 행장은 “협력을 넓혀 가겠다”고 말했다.", "held | 2025-02-03 | –"),
        # Given up, and called off.
        ("고은찬 누리해운 사장은 8일 민도영 가온전자 회장과 회동하려던 계획을 접었다.", "cancelled | 2025-02-08 | –"),
        (
            "고은찬 누리해운 사장은 8일 민도영 가온전자 회장과 오찬을 함께할 예정이었지만 오찬은 열리지 않았다.",
            "cancelled | 2025-02-08 | –",
        ),
        ("고은찬 누리해운 사장은 연내 민도영 가온전자 회장과 만날 예정이었으나 취소됐다.", "cancelled | 2025 | –"),
        # Lately, on no day.
        ("최근 고은찬 누리해운 사장과 만난 민도영 가온전자 회장은 “협력을 넓혀 가겠다”고 말했다.", "held | – | –"),
        ("고은찬 누리해운 사장은 이달 초 서초사옥 접견실에서 민도영 가온전자 회장을 만났다.", "held | 2025-02 | 서초사옥"),
    ],
)
def test_held_to_come_or_called_off(text: str, expected: str) -> None:
    (meeting,) = meetings(text)
    assert meeting.split(" | ", 1)[1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "고은찬 누리해운 사장은 3일 부산에서 민도영 가온전자 회장과 면담한 뒤 다음 달 도쿄에서 한빛나 장관을 접견할 계획이다.",
            ["고은찬, 민도영 | held | 2025-02-03 | 부산", "고은찬, 한빛나 | planned | 2025-03 | 도쿄"],
        ),
        (
            "고은찬 누리해운 사장은 3일 부산에서 민도영 가온전자 회장과 오찬을 한 뒤 다음 주 화요일 도쿄에서 한빛나 장관과 회동한다.",
            ["고은찬, 민도영 | held | 2025-02-03 | 부산", "고은찬, 한빛나 | planned | 2025-02-11 | 도쿄"],
        ),
    ],
)
def test_what_was_done_first_and_what_is_to_come_next_have_a_day_each(text: str, expected: list[str]) -> None:
    assert sorted(meetings(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "고은찬 누리해운 사장이 민도영 가온전자 회장을 만날지 주목된다.",
        "고은찬 누리해운 사장이 민도영 가온전자 회장과 회동할지 관심이 쏠린다.",
        "고은찬 누리해운 사장이 민도영 가온전자 회장과 만날지는 불투명하다.",
        "고은찬 누리해운 사장은 조만간 민도영 가온전자 회장과 만나기를 기대한다고 말했다.",
    ],
)
def test_what_may_or_may_not_be_is_no_encounter(text: str) -> None:
    assert meetings(text) == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("민도영 한빛전자 회장과 고은찬 누리은행장의 면담은 3일 결국 취소됐다.", None),
        ("민도영 한빛전자 회장과 고은찬 누리은행장의 만찬이 지난 1일 갑자기 연기됐다.", None),
        ("민도영 한빛전자 회장은 고은찬 누리은행장과의 회동을 4일 돌연 취소했다.", None),
        ("민도영 한빛전자 회장은 3일 서하람 사장과 만났다. 조율하던 고은찬 누리은행장과의 면담은 4일 결국 취소됐다.", None),
        ("6일로 예정됐던 민도영 한빛전자 회장과 고은찬 누리은행장의 회동이 4일 취소됐다.", "2025-02-06"),
        ("7일 열릴 예정이던 민도영 한빛전자 회장과 고은찬 누리은행장의 오찬은 4일 취소됐다.", "2025-02-07"),
    ],
)
def test_the_day_on_which_it_was_called_off_is_not_that_for_which_it_was_planned(text: str, day: str | None) -> None:
    found = [meeting for extraction in read(text) for meeting in extraction.meetings if meeting.status == "cancelled"]
    assert [meeting.when.iso() if meeting.when else None for meeting in found] == [day]


@pytest.mark.parametrize(
    ("text", "who", "expected"),
    [
        ("고 의장은 5일 페이스북에 “얻은 게 없다”고 썼다. 이날 오후 민 대표는 한지수 시장을 만난다.", "민도영", "planned | 2025-02-05"),
        ("5일 도에 따르면 이날 오후에는 민 대표가 한지수 시장을 만난다.", "민도영", "planned | 2025-02-05"),
        ("고 의장은 5일 라디오에서 “도움이 됐다”고 했다. 이날 저녁 고 의장은 한지수 시장과 만찬을 한다.", "고은찬", "planned | 2025-02-05"),
        # what was is of the day that the story tells
        ("고 의장은 5일 기자들에게 “잘 설명했다”고 말했다. 민 대표는 이날 한지수 시장과도 만났다.", "민도영", "held | 2025-02-04"),
    ],
)
def test_this_day_of_what_is_to_come_is_not_one_that_is_over(text: str, who: str, expected: str) -> None:
    found = meetings("민도영 한들전자 대표는 4일 고은찬 의장과 면담했다. " + text)
    assert [one.rsplit(" | ", 1)[0] for one in found if "한지수" in one] == [f"{who}, 한지수 | {expected}"]
