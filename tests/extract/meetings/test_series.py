"""Encounters of two that are counted and then told one after another: short made-up articles of 5 February 2025."""

from __future__ import annotations

from extract.told import read, shown

COUNTED = "민도영 한빛전자 회장과 고은찬 누리은행장이 만난 것은 이번까지 모두 다섯 차례다. "
LISTED = (
    "지난해 3월 2일에는 더한호텔에서 점심을 했고, 같은 달 20일에는 여의도 식당에서 저녁 자리가 있었다. 올해는 1월 4일 조찬으로 문을 열었다."
)


def told(text: str) -> list[str]:
    return [shown(meeting) for extraction in read(text) for meeting in extraction.meetings]


def test_each_date_of_the_list_is_an_encounter_of_the_two() -> None:
    assert told(COUNTED + LISTED) == [
        "고은찬, 민도영 | held | 2024-03-02 | 더한호텔",
        "고은찬, 민도영 | held | 2024-03-20 | 여의도 식당",
        "고은찬, 민도영 | held | 2025-01-04 | –",
    ]


def test_what_is_counted_is_an_encounter_where_no_list_follows() -> None:
    (line,) = told("민도영 한빛전자 회장과 고은찬 누리은행장은 지난달 두 차례 만났다.")
    assert line.startswith("고은찬, 민도영 | held | 2025-01 ")


def test_the_dates_of_the_sentence_that_counts_are_encounters_too() -> None:
    text = (
        "민도영 한빛전자 회장이 4일 고은찬 누리은행장과 만났다. 두 사람의 만남은 지난해 1월과 같은 해 6월에 이어 세 번째다. "
        "6월엔 누리은행 본사에서 회동을 가졌다."
    )
    assert [line.split(" | ")[2] for line in told(text)] == ["2025-02-04", "2024-01", "2024-06"]
