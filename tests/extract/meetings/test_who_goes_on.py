"""Whom the next encounter is told of, after a sentence that says who was with those who met; and who was not there after all."""

from __future__ import annotations

import pytest
from extract.told import PUBLISHED, met, read, shown

MET = "민도영 한빛전자 회장은 3일 서울에서 고은찬 누리은행장과 만났다."
BESIDE = [
    ("차은규 부사장과 제희수 전무가 배석했다.", "차은규 제희수"),
    ("이 자리에는 차은규 부사장, 제희수 전무가 참석했다.", "차은규 제희수"),
    ("한빛전자 측에서는 차은규 부사장과 제희수 전무가 배석했다.", "차은규 제희수"),
    ("차은규 부사장도 함께했다.", "차은규"),
    ("차은규 부사장이 동석했다.", "차은규"),
]
NEXT = [
    "이어 서하람 두루건설 대표를 만났다.",
    "그는 이어 서하람 두루건설 대표와 면담했다.",
    "건물을 나선 그는 서하람 두루건설 대표와 만났다.",
    "4일에는 서하람 두루건설 대표를 만났다.",
    "민 회장은 4일 서하람 두루건설 대표를 접견했다.",
    "앞서 민 회장은 2일 서하람 두루건설 대표와 만찬을 했다.",
    "민 회장은 지난달에도 서하람 두루건설 대표를 만났다.",
    "전날에는 서하람 두루건설 대표와 저녁을 함께했다.",
]


@pytest.mark.parametrize("later", NEXT)
@pytest.mark.parametrize(("beside", "names"), BESIDE)
def test_who_sat_beside_the_first_is_not_at_the_next(beside: str, names: str, later: str) -> None:
    first = " ".join(sorted(["민도영", "고은찬", *names.split()]))
    assert met(f"{MET} {beside} {later}") == sorted([first, "민도영 서하람"])


def test_whoever_opens_a_paragraph_is_whom_its_next_sentence_leaves_out() -> None:
    text = (
        "민도영·노윤슬, 워싱턴서 ‘보험 들기’\n\n민도영 한빛전자 회장은 3일 서울 사무실에서 고은찬 누리은행장을 만나 전망을 물었다. "
        "민 회장은 책자를 건넸다.\n\n무역단체를 이끄는 노윤슬 가온협회 회장은 1일부터 닷새를 잡았다. 첫날인 1일 서하람 두루건설 대표를 "
        "면담해 어려움을 전했다. 4일에는 임가온 온새통신 사장을 만났다."
    )
    assert met(text) == sorted(["고은찬 민도영", "노윤슬 서하람", "노윤슬 임가온"])


@pytest.mark.parametrize("heir", ["창업 3세인", "오너 4세인", "재일동포 2세인", "고려인 3세인", "올해 43세인", "만 54세인"])
def test_who_is_of_some_generation_or_age_is_no_number_of_people(heir: str) -> None:
    text = f"{MET} 이 자리에는 차은규 부사장, 제희수 전무, 노윤슬 사장이 배석했다. 민 회장은 4일 {heir} 서하람 두루건설 대표를 접견했다."
    assert met(text) == sorted(["고은찬 노윤슬 민도영 제희수 차은규", "민도영 서하람"])


@pytest.mark.parametrize(
    "away",
    [
        "제희수 대표는 출장으로 불참했다.",
        "제희수 대표는 지역 일정이 있어 이 자리에 오지 않았다.",
        "초청 명단에 있던 제 대표는 막판에 빠졌다.",
        "제 대표는 간담회에 나오지 못했다.",
    ],
)
def test_a_guest_who_did_not_come_is_taken_out(away: str) -> None:
    text = f"민도영 장관은 3일 차은규 다온증권 사장, 제희수 나래상사 대표를 초청해 간담회를 열었다. {away}"
    assert met(text) == ["민도영 차은규"]


@pytest.mark.parametrize(
    "away",
    [
        "제 대표는 만찬에는 오지 않았다.",
        "제 대표는 만찬장에는 들어오지 않았다.",
        "제 대표는 기자회견에 나오지 않았다.",
        "제 대표는 그날 본사를 비웠다.",
        "제 대표는 다음 달 총회에도 나오기로 했다.",
        "제 대표는 화상으로 참여하지 못한 것이 아쉽다고 했다.",
    ],
)
def test_who_missed_something_else_was_there(away: str) -> None:
    text = f"민도영 장관은 3일 차은규 다온증권 사장, 제희수 나래상사 대표와 간담회를 열었다. {away}"
    assert "민도영 제희수 차은규" in met(text)


def test_a_guest_who_did_not_come_to_what_was_told_is_taken_out_whatever_it_was() -> None:
    text = "민도영 장관은 3일 차은규 다온증권 사장, 제희수 나래상사 대표를 초청해 만찬을 열었다. 제 대표는 만찬에 오지 못했다."
    assert met(text) == ["민도영 차은규"]


def test_a_headline_that_says_who_could_not_come_tells_no_encounter_of_theirs() -> None:
    text = (
        "취임 뒤 첫 비공개 회동… 차은규·제희수·노윤슬은 못 와\n\n민도영 금융위원장이 28일 은행장들과 저녁을 먹는다. "
        "차은규 누리은행장과 제희수 다온은행장, 노윤슬 가온은행장은 나라 밖에 있어 빠진다."
    )
    assert met(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("민도영 장관은 3일 차은규 사장과 점심을, 제희수 대표와 저녁을 따로 했다.", ["민도영 제희수", "민도영 차은규"]),
        ("민도영 장관은 3일 차은규 사장과 조찬을, 제희수 대표와 만찬을 함께했다.", ["민도영 제희수", "민도영 차은규"]),
        ("3일 민도영 장관은 차은규 사장, 제희수 대표와 함께 전시장을 차례로 돌았다.", ["민도영 제희수 차은규"]),
        ("3일 민도영 장관은 차은규 사장, 제희수 대표를 차례로 만났다.", ["민도영 제희수", "민도영 차은규"]),
    ],
)
def test_one_meal_with_each_and_one_round_with_both(text: str, expected: list[str]) -> None:
    assert met(text) == expected


@pytest.mark.parametrize(
    "words",
    ["만났는지 물었다", "만났는지를 조사하고 있다", "만났는지 캐물었다", "만났는지가 쟁점이다", "만났을 가능성이 있다", "만났는지 모른다"],
)
def test_what_is_asked_is_not_told(words: str) -> None:
    assert met(f"검찰은 민도영 회장이 3일 고은찬 행장을 {words}.") == []


@pytest.mark.parametrize("words", ["왜 만났는지 물었다", "어디서 만났는지를 캐물었다"])
def test_how_it_was_is_asked_of_what_took_place(words: str) -> None:
    assert met(f"검찰은 민도영 회장이 고은찬 행장을 {words}.") == ["고은찬 민도영"]


def test_a_date_behind_what_came_after_is_not_the_encounters() -> None:
    text = "첫걸음은 지난해 12월이었다. 민도영 사장은 몰래 들어와 고은찬 회장을 만나 돈 이야기를 꺼낸 뒤 1월 초 미국으로 돌아갔다."
    assert [shown(one) for one in read(text)[0].meetings] == [f"고은찬, 민도영 | held | {PUBLISHED.year - 1}-12 | –"]


@pytest.mark.parametrize("words", ["만난 것은", "인사를 나눈 것은", "마주 앉은 것은", "얼굴을 본 것은"])
def test_where_it_was_stands_before_it_was(words: str) -> None:
    text = f"민도영 회장이 고은찬 대표와 처음 {words} 2023년 10월 춘천의 한 골프장이었다."
    assert [shown(one) for one in read(text)[0].meetings] == ["고은찬, 민도영 | held | 2023-10 | 춘천의 한 골프장"]


@pytest.mark.parametrize(
    "first",
    [
        "민도영 장관과 차은규 다온증권 사장, 제희수 나래상사 대표는 3일 오찬을 함께했다.",
        "민도영 장관은 3일 차은규 다온증권 사장, 제희수 나래상사 대표 등 기업인 10여명과 간담회를 했다.",
        "민도영 장관은 3일 차은규 다온증권 사장, 제희수 나래상사 대표와 만났다.",
    ],
)
@pytest.mark.parametrize(
    "later",
    [
        "민 장관은 이어 서하람 두루건설 대표를 접견했다.",
        "민 장관은 오후 서하람 두루건설 대표를 접견했다.",
        "민 장관은 이날 오후 서하람 두루건설 대표와 면담했다.",
        "민 장관은 저녁 서하람 두루건설 대표와 만찬을 했다.",
    ],
)
def test_who_met_one_of_many_on_the_same_day_met_none_of_the_others(first: str, later: str) -> None:
    assert met(f"{first} {later}") == ["민도영 서하람", "민도영 제희수 차은규"]


@pytest.mark.parametrize("week", ["다음 주", "이번 주", "지난 주", "금주", "내주", "오는 주"])
def test_a_week_is_no_first_name(week: str) -> None:
    people = {one.name for one in read(f"민도영 한빛전자 회장은 {week} 톰 리 애플 대표와 만난다.")[0].people}
    assert people == {"민도영", "톰 리"}


@pytest.mark.parametrize("what", ["이 만남을", "이번 회동을", "두 사람의 만남을", "이날 만찬을"])
@pytest.mark.parametrize(
    "did",
    [
        "뒤늦게 알았다", "언론을 통해 전해 들었다", "높이 평가했다", "주목했다", "보고받았다", "기획했다", "승인했다",
        "계기로 투자를 늘렸다",
    ],
)
def test_to_whom_an_encounter_is_a_thing_of_others_is_none_of_them(what: str, did: str) -> None:
    assert met(f"{MET} 서하람 두루건설 대표는 {what} {did}.") == ["고은찬 민도영"]


@pytest.mark.parametrize("did", ["함께했다", "지켰다"])
def test_who_held_it_or_sat_through_it_is(did: str) -> None:
    assert met(f"{MET} 서하람 두루건설 대표도 이 자리를 {did}.") == ["고은찬 민도영 서하람"]


@pytest.mark.parametrize(
    "did",
    [
        "지난해 누리은행 본사를 방문했다", "2월 미국을 방문했다", "이날 누리은행 서울사무소를 찾았다", "지난달 국회를 찾았다",
        "1일 열린 포럼에 참석했다", "지난달 간담회를 열었다", "지난해 바다은행과 업무협약을 맺었다",
    ],
)
def test_who_did_the_like_was_not_with_them(did: str) -> None:
    assert met(f"{MET} 서하람 두루건설 대표도 {did}.") == ["고은찬 민도영"]


@pytest.mark.parametrize(
    "too", ["서하람 두루건설 대표도 만났다", "4일에는 서하람 두루건설 대표도 만났다", "이어 서하람 두루건설 대표도 접견했다"]
)
def test_who_was_met_too_was_met_by_the_same(too: str) -> None:
    assert met(f"{MET} {too}.") == ["고은찬 민도영", "민도영 서하람"]


@pytest.mark.parametrize("words", ["차례로 펜을 들었다", "차례로 서명했다", "잇달아 협약서에 서명했다"])
def test_who_signed_one_after_another_signed_together(words: str) -> None:
    assert met(f"3일 조인식에서 민도영 대표와 고은찬 위원장, 서하람 지회장이 {words}.") == ["고은찬 민도영 서하람"]


def test_what_is_asked_within_a_plan_does_not_end_it() -> None:
    text = "민도영 부시장은 이날 오후 고은찬 오사카시 부시장을 만나 준비가 얼마나 됐는지 듣고, 공사장을 둘러볼 예정이다."
    assert [one.status for one in read(text)[0].meetings] == ["planned"]


def test_who_came_is_told_of_the_encounter_by_its_noun_however_far_back() -> None:
    said = " ".join(f"민 대표는 법을 {number}번 고치겠다고 말했다. 서민 경제가 어렵다." for number in range(2, 9))
    first = "민도영 나라당 대표는 3일 당대표실에서 고은찬 중앙회 회장을 접견했다."
    text = f"{first} {said}\n\n이날 접견에는 서하람 나라당 비서실장과 중앙회 노윤슬 부회장이 함께했다."
    assert met(text) == ["고은찬 노윤슬 민도영 서하람"]
