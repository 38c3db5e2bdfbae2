"""Who is meant where a sentence leans on those before it: partners told as predicates, companions, looks back, interviews."""

from __future__ import annotations

import pytest
from extract.told import read, shown

CHAIR, BANKER, BROKER = "민도영 한빛전자 회장", "고은찬 누리은행장", "서하람 누리증권 대표"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"{CHAIR}과 {BANKER}이 4일 더한호텔에서 만났다. 지난해 10월 도쿄 회동 이후 처음이다.",
            ["고은찬, 민도영 | held | 2024-10 | 도쿄", "고은찬, 민도영 | held | 2025-02-04 | 더한호텔"],
            id="a look back without a subject",
        ),
        pytest.param(
            f"{CHAIR}이 지난해 6월 {BANKER}을 찾아갔다. 올해 들어서는 1월 4일 조찬을, 1월 9일 차담을 나눴다.",
            [
                "고은찬, 민도영 | held | 2024-06 | –",
                "고은찬, 민도영 | held | 2025-01-04 | –",
                "고은찬, 민도영 | held | 2025-01-09 | –",
            ],
            id="days under one year",
        ),
        pytest.param(
            f"{CHAIR}이 4일 더한호텔에서 {BANKER}을 만났다. 처음은 아니다. 2023년 5월에는 {BROKER}를 데리고 강릉에서 저녁을 했다.",
            ["고은찬, 민도영 | held | 2025-02-04 | 더한호텔", "고은찬, 민도영, 서하람 | held | 2023-05 | 강릉"],
            id="who is brought along",
        ),
        pytest.param(
            f"{CHAIR}은 4일 {BANKER}을 만나고, {BROKER}와 고길동 국장도 차례로 면담했다.",
            ["고길동, 민도영 | held | 2025-02-04 | –", "고은찬, 민도영 | held | 2025-02-04 | –", "민도영, 서하람 | held | 2025-02-04 | –"],
            id="도 after a list",
        ),
        pytest.param(
            f"{CHAIR}의 하루는 바빴다. 4일 오전 대구에서 {BANKER}과 생산라인을 둘러본 그는 서울로 올라와 {BROKER}와 오찬을 했다.",
            ["고은찬, 민도영 | held | 2025-02-04 | 대구", "민도영, 서하람 | held | 2025-02-04 | 서울"],
            id="a relative clause has its own partner",
        ),
        pytest.param(
            f"{CHAIR} 대신 나온 이는 {BROKER}였다. 그는 4일 더한호텔에서 {BANKER}과 만났다.",
            ["고은찬, 서하람 | held | 2025-02-04 | 더한호텔"],
            id="named as the last word",
        ),
        pytest.param(
            f"{CHAIR}은 3일 {BANKER}을, 4일에는 {BROKER}와 고길동 국장을 각각 접견했다.",
            ["고길동, 민도영 | held | 2025-02-04 | –", "고은찬, 민도영 | held | 2025-02-03 | –", "민도영, 서하람 | held | 2025-02-04 | –"],
            id="each of the second day",
        ),
        pytest.param(
            "민도영 한빛전자 회장과 민도진 한빛건설 회장은 상표를 놓고 다퉜다. 그런 형제가 4일 평창동 자택에서 마주 앉았다.",
            ["민도영, 민도진 | held | 2025-02-04 | 평창동 자택"],
            id="brothers",
        ),
        pytest.param(
            f"4일 더한호텔에서 열린 오찬에서 {CHAIR}이 {BANKER}과 건배하고 있다. 오른쪽은 {BROKER}.",
            ["고은찬, 민도영, 서하람 | held | 2025-02-04 | 더한호텔"],
            id="the last of a caption",
        ),
        pytest.param(
            f"한빛그룹은 지난 3일 {CHAIR}이 {BANKER}과 만난 사실을 확인했다. 두 사람은 지난 1일 더한호텔에서 이야기를 나눴다.",
            ["고은찬, 민도영 | held | 2025-02-01 | 더한호텔"],
            id="the day of a confirmation",
        ),
        pytest.param(
            f"새 차는 3월 1일 나온다. 이를 위해 {CHAIR}은 3일 {BANKER}을 만나 대출을 논의했다.",
            ["고은찬, 민도영 | held | 2025-02-03 | –"],
            id="a past day after a month to come",
        ),
        pytest.param(
            f"{CHAIR}이 4일 {BANKER}을 만났다는 얘기가 돌며 주가가 뛰었다. 그러나 두 회사는 “만남은 없었다”고 밝혔다.",
            ["고은찬, 민도영 | cancelled | 2025-02-04 | –"],
            id="a rumour denied",
        ),
        pytest.param(
            f"4일 {CHAIR}이 더한호텔에 도착했다. {BANKER}과 만나려던 자리다. 고 행장은 나오지 않았다.",
            ["고은찬, 민도영 | cancelled | 2025-02-04 | 더한호텔"],
            id="what was meant once",
        ),
        pytest.param(f"{CHAIR}은 4일 {BANKER}을 못 만났다.", ["고은찬, 민도영 | cancelled | 2025-02-04 | –"], id="못 before the verb"),
        pytest.param(
            f"{CHAIR}과 {BANKER}이 4일 회사 안 회의에서 만났다.", ["고은찬, 민도영 | held | 2025-02-04 | –"], id="안 before a noun"
        ),
        pytest.param(
            f"{CHAIR}은 10일 도쿄에서 {BANKER}을 면담하고 투자 계획을 설명할 계획이다.",
            ["고은찬, 민도영 | planned | 2025-02-10 | 도쿄"],
            id="하고 has the tense of what follows",
        ),
        pytest.param(
            f"10일 만찬에는 {CHAIR}과 {BANKER}이 참석할 예정이다. 반면 {BROKER}는 오지 못한다.",
            ["고은찬, 민도영 | planned | 2025-02-10 | –"],
            id="who else stays away calls nothing off",
        ),
        pytest.param(
            f"지난해 7월 24일 취임한 {CHAIR}은 한 달이 지난 8월 31일에야 {BANKER}을 만났다.",
            ["고은찬, 민도영 | held | 2024-08-31 | –"],
            id="a month that went by",
        ),
        pytest.param(
            f"협약식은 4일 더한호텔에서 열렸다. {CHAIR}을 비롯해 ▲누리은행 고은찬 행장 ▲누리증권 서하람 대표 등이 서명했다.",
            ["고은찬, 민도영, 서하람 | held | 2025-02-04 | 더한호텔"],
            id="a list with bullets is no relay of a ceremony",
        ),
        pytest.param(
            f"{CHAIR}은 오래 못 만난 {BANKER}과 4일 강릉에서 오찬을 했다.",
            ["고은찬, 민도영 | held | 2025-02-04 | 강릉"],
            id="who had long not been met",
        ),
        pytest.param(
            f"{CHAIR}은 3일 {BANKER}과 회동하고 합작을 추진할 계획이라고 밝혔다.",
            ["고은찬, 민도영 | held | 2025-02-03 | –"],
            id="a day that is past before 하고",
        ),
        pytest.param(
            f"{CHAIR}은 {BANKER}과의 회동을 취소한 데 이어 {BROKER}와의 오찬도 미뤘다.",
            ["고은찬, 민도영 | cancelled | – | –", "민도영, 서하람 | cancelled | – | –"],
            id="called off before 데 이어",
        ),
        pytest.param(
            f"{CHAIR}은 4일 {BANKER}과 회동했지만 속 깊은 대화를 나누지 못했다.",
            ["고은찬, 민도영 | held | 2025-02-04 | –"],
            id="what was not shared",
        ),
        pytest.param(
            f"{CHAIR}은 3일 {BANKER}을 만나 직원이 돈을 빼돌린 사실을 인정했다.",
            ["고은찬, 민도영 | held | 2025-02-03 | –"],
            id="what is admitted to whom one met",
        ),
        pytest.param(
            f"지난 성탄절 전야, {CHAIR}과 {BANKER}은 강릉에서 만났다.",
            ["고은찬, 민도영 | held | 2024-12-24 | 강릉"],
            id="the eve of a holiday",
        ),
    ],
)
def test_who_is_meant(text: str, expected: list[str]) -> None:
    assert sorted(shown(meeting) for extraction in read(text) for meeting in extraction.meetings) == expected


def test_a_story_of_another_year_goes_on_in_it() -> None:
    text = (
        "한빛의 시작\n\n1998년 12월, 민도영 한빛전자 회장은 회사를 세웠다.\n\n99년 1월 6일 민 회장은 고은찬 누리은행장을 만났다.\n\n"
        "4월, 민 회장은 서하람 누리증권 대표와 강릉에서 만났다."
    )
    assert sorted(shown(meeting) for extraction in read(text) for meeting in extraction.meetings) == [
        "고은찬, 민도영 | held | 1999-01-06 | –",
        "민도영, 서하람 | held | 1999-04 | 강릉",
    ]


def test_who_answers_an_interview_is_meant() -> None:
    text = (
        "[인터뷰] 민도영 한빛전자 회장\n\n민도영 한빛전자 회장은 3일 본지와 만났다.\n\n-투자 계획은.\n\n▲말할 수 없다.\n\n-은행과는.\n\n"
        "▲지난해 11월 강릉에서 고은찬 누리은행장과 아침을 먹었다.\n\n-내년은.\n\n▲다음 달 내가 서하람 누리증권 대표를 만나기로 했다.\n"
    )
    assert sorted(shown(meeting) for extraction in read(text) for meeting in extraction.meetings) == [
        "고은찬, 민도영 | held | 2024-11 | 강릉",
        "민도영, 서하람 | planned | 2025-03 | –",
    ]
