"""When, where and whether, in whole short articles of 5 February 2025: what belongs to another telling than the encounter's own."""

from __future__ import annotations

import pytest
from extract.told import read, shown


def meetings(text: str) -> list[str]:
    return [shown(meeting) for extraction in read(text) for meeting in extraction.meetings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A day that is told for itself is carried on.
        (
            "민도영 가온전자 회장은 4일 국회에서 고은찬 새별당 대표를 만났다. 민 회장은 3일 더한호텔에서 한빛나 의원을 만났다. "
            "이어 노을찬 무역협회장과 저녁을 함께했다.",
            [
                "고은찬, 민도영 | held | 2025-02-04 | 국회",
                "민도영, 한빛나 | held | 2025-02-03 | 더한호텔",
                "노을찬, 민도영 | held | 2025-02-03 | 더한호텔",
            ],
        ),
        # On some day of a stay.
        (
            "5일 한국에 온 왕밍 부총리는 고은찬 산업부 장관과 회담했다. 왕 부총리는 이번 방한 중 민도영 가온전자 회장도 만날 예정이다.",
            ["고은찬, 왕밍 | held | 2025-02-05 | –", "민도영, 왕밍 | planned | 2025-02 | –"],
        ),
        (
            "왕밍 부총리가 다음 달 4일 한국에 온다. 왕 부총리는 방한 기간 민도영 가온전자 회장을 만날 예정이다.",
            ["민도영, 왕밍 | planned | 2025-03 | –"],
        ),
        ("민도영 가온전자 회장은 미국 출장 중 고은찬 누리해운 사장을 만날 예정이다.", ["고은찬, 민도영 | planned | – | –"]),
        # The year that is left.
        (
            "민도영 가온전자 회장과 고은찬 누리해운 사장은 연내 부산에서 만나 양해각서에 서명하기로 했다.",
            ["고은찬, 민도영 | planned | 2025 | 부산"],
        ),
        # The day that something was to be on is `이날`, and not the one of the report on it.
        (
            "고은찬 누리금융 회장이 6일 하려던 민도영 장관과의 조찬이 열리지 않게 됐다.\n\n5일 금융권 설명을 들어 보면 고 회장은 "
            "이날 더한호텔에서 민 장관과 아침을 들 계획이었으나 약속을 물렸다.",
            ["고은찬, 민도영 | cancelled | 2025-02-06 | 더한호텔"],
        ),
        ("5일 업계의 말을 종합하면 민도영 사장은 4일 고은찬 대표를 만났다.", ["고은찬, 민도영 | held | 2025-02-04 | –"]),
        # What somebody published the day before is talked about today.
        (
            "민도영 원장은 5일 국회로 고은찬 위원장을 찾아갔다. 하루 전 감독 당국이 발표한 추가 검사를 놓고 고 위원장이 보자고 한 "
            "자리였다. 민 원장은 뒤이어 한빛나 의원도 만났다.",
            ["고은찬, 민도영 | held | 2025-02-05 | 국회", "민도영, 한빛나 | held | 2025-02-05 | 국회"],
        ),
        # On some day after somebody left, or came to call on several.
        (
            "민도영 가온전자 회장은 지난달 22일 출국해 포럼에 참석하고, 현지에서 고은찬 누리전자 사장과 사업 협력을 논의했다.",
            ["고은찬, 민도영 | held | 2025-01 | –"],
        ),
        (
            "민도영 회장은 지난달 20일 입국해 고은찬 장관과 한빛나 의원을 차례로 찾았다.",
            ["고은찬, 민도영 | held | 2025-01 | –", "민도영, 한빛나 | held | 2025-01 | –"],
        ),
        ("민도영 회장은 3일 출국해 4일 뮌헨에서 고은찬 대사를 만났다.", ["고은찬, 민도영 | held | 2025-02-04 | 뮌헨"]),
        ("민도영 회장은 3일 뮌헨으로 날아가 고은찬 대사를 만났다.", ["고은찬, 민도영 | held | 2025-02-03 | 뮌헨"]),
        ("민도영 회장은 3일 고은찬 대사를 만난 뒤 출국했다.", ["고은찬, 민도영 | held | 2025-02-03 | –"]),
        # The time before is not gone on with.
        (
            "민도영 회장과 고은찬 대표는 3일 더한호텔에서 협상을 벌였다. 지난달 29일 여의도 사무실에서 첫인사를 나눈 지 닷새 "
            "만이다.\n\n가온 쪽에서는 노을찬 전무가, 누리에서는 한빛나 본부장이 동석했다.",
            [
                "고은찬, 노을찬, 민도영, 한빛나 | held | 2025-02-03 | 더한호텔",
                "고은찬, 민도영 | held | 2025-01-29 | 여의도 사무실",
            ],
        ),
        (
            "민도영 가온전자 회장과 고은찬 누리해운 사장은 3일 강릉에서 만난 데 이어 오는 24일 서울에서 다시 만나 서명할 예정이다.",
            ["고은찬, 민도영 | held | 2025-02-03 | 강릉", "고은찬, 민도영 | planned | 2025-02-24 | 서울"],
        ),
        # A visitor's first day.
        (
            "민도영 가온전자 회장은 5일 더한호텔에서 농 반 남 당서기장을 만났다. 이날 가온전자에 따르면 민 회장은 지난 4일 방한 일정에 "
            "들어간 농 서기장에게 박람회가 강릉에서 열릴 수 있게 지지해 달라고 부탁했다.\n\n오찬에는 한빛나 가온건설 사장이 참석했다.",
            ["농 반 남, 민도영, 한빛나 | held | 2025-02-05 | 더한호텔"],
        ),
        # Nameless houses, towns abroad, houses with floors, houses that people leave.
        (
            "민도영 장관이 3일(현지시간) 스위스 다보스 시내의 한 호텔에서 고은찬 누리그룹 회장과 점심을 함께했다.",
            ["고은찬, 민도영 | held | 2025-02-03 | 다보스 시내의 한 호텔"],
        ),
        (
            "3일 누리연합회 16층에서는 민도영 가온은행장과 고은찬 누리그룹 회장의 면담이 이뤄졌다.",
            ["고은찬, 민도영 | held | 2025-02-03 | 누리연합회"],
        ),
        (
            "민도영 가온그룹 회장과 고은찬 누리그룹 회장이 3일 오후 회동을 마친 뒤 새롬호텔을 나서고 있다.",
            ["고은찬, 민도영 | held | 2025-02-03 | 새롬호텔"],
        ),
        (
            "민도영 장관은 3일 부산 신항을 둘러본 뒤 창원으로 이동해 고은찬 누리중공업 사장과 간담회를 가졌다.",
            ["고은찬, 민도영 | held | 2025-02-03 | 창원"],
        ),
        (
            "민도영 가온그룹 회장은 3일 서울 더한미술관에서 개막식 축사를 했다. 이어 이태원의 한 프랑스 식당으로 자리를 옮겨 "
            "고은찬 누리해운 회장과 만찬을 가졌다.",
            ["고은찬, 민도영 | held | 2025-02-03 | 프랑스 식당"],
        ),
        (
            "민도영 가온그룹 회장과 고은찬 누리그룹 회장의 회동은 지난달 20일 부산 해운대의 한 횟집에서 있었다.",
            ["고은찬, 민도영 | held | 2025-01-20 | 해운대의 한 횟집"],
        ),
        # Plans that are heard of, and those that came to nothing.
        (
            "왕밍 부총리는 민도영 가온전자 회장을 만나 협력 방안을 논의할 계획인 것으로 알려졌다.",
            ["민도영, 왕밍 | planned | – | –"],
        ),
        (
            "민도영 회장과 4일 더한호텔에서 만나기로 했던 고은찬 사장이 비행기가 뜨지 않아 오지 못했다.",
            ["고은찬, 민도영 | cancelled | 2025-02-04 | 더한호텔"],
        ),
        (
            "민도영 회장은 4일 더한호텔에서 함께 투자하기로 했던 고은찬 사장을 만났다.",
            ["고은찬, 민도영 | held | 2025-02-04 | 더한호텔"],
        ),
    ],
)
def test_what_belongs_to_the_encounter(text: str, expected: list[str]) -> None:
    assert sorted(meetings(text)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Where a sentence ends is where the next one begins, the next day as well.
        (
            "민도영 가온전자 회장은 3일 바르샤바에서 마레크 노바크 차관을 만났다. 민 회장은 곧장 뮌헨으로 날아갔다. "
            "이튿날 아침 울리케 켈러 누리모터스 사장과 조찬을 가졌다.",
            [
                "마레크 노바크, 민도영 | held | 2025-02-03 | 바르샤바",
                "민도영, 울리케 켈러 | held | 2025-02-04 | 뮌헨",
            ],
        ),
        # `앞서 4일` after the 2nd is before the article and not before the 2nd.
        (
            "5일 금융권에 따르면 민도영 가온전자 회장이 지난 2일 밤 더한호텔에서 고은찬 누리은행장과 만났다. "
            "민 회장은 앞서 4일 부산 본사로 한빛나 노조위원장을 찾아가 고용을 약속했다.",
            [
                "고은찬, 민도영 | held | 2025-02-02 | 더한호텔",
                "민도영, 한빛나 | held | 2025-02-04 | 부산 본사",
            ],
        ),
        # What failed has not the day of an encounter told after it.
        (
            "민도영, 고은찬, 한빛나 세 남매의 만남이 끝내 성사되지 못했다. 3일 더한호텔에서 고은찬 부회장과 한빛나 부회장이 만났다.",
            [
                "고은찬, 민도영, 한빛나 | cancelled | – | –",
                "고은찬, 한빛나 | held | 2025-02-03 | 더한호텔",
            ],
        ),
        # What two have not done since a month is not of that month, nor is the day after.
        (
            "지난 3일 민도영 회장과 고은찬 부회장이 더한호텔에서 마주 앉았다. 지난달 초 잔치 뒤로 한방에 든 것은 처음이었다고 한다.\n"
            "한빛나 이사장은 이튿날 고은찬 부회장을 장충동 찻집에서 만났다.",
            [
                "고은찬, 민도영 | held | 2025-02-03 | 더한호텔",
                "고은찬, 한빛나 | held | 2025-02-04 | 장충동 찻집",
            ],
        ),
    ],
)
def test_what_a_later_sentence_leans_on(text: str, expected: list[str]) -> None:
    assert meetings(text) == expected
