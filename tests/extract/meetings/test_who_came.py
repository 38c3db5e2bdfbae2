"""Who took part, as lists, sides, invitations and absences tell it: short made-up articles of 5 February 2025."""

from __future__ import annotations

import pytest
from extract.told import read


def who(text: str) -> list[str]:
    """Each encounter in order: its people and unnamed sides (@), and ':planned' or ':cancelled' where it was not held."""
    found = []
    for meeting in (meeting for extraction in read(text) for meeting in extraction.meetings):
        names = sorted([one.name for one in meeting.participants] + [f"@{name}" for name in meeting.orgs])
        found.append(" ".join(names) + ("" if meeting.status == "held" else f":{meeting.status}"))
    return sorted(found)


ROWS = [
    (
        "한빛전자는 4일 공장에서 협력사 간담회를 열었다. 기념촬영을 하는 참석자들. (앞줄 왼쪽부터) 민도영 회장, 고은찬 "
        "누리은행장, 노윤슬 두레물산 사장. (뒷줄 왼쪽부터) 서하람 가람정밀 대표, 임가온 온새화학 대표, 표이안 부사장.",
        ["고은찬 노윤슬 민도영 서하람 임가온 표이안"],
    ),
    (
        "▲ 3일 만찬에서 건배하는 왼쪽부터 민도영 한빛전자 회장, 고은찬 누리은행장.\n\n▲ 4일 오찬장에 들어서고 있는 왼쪽부터 "
        "노윤슬 두레물산 사장, 서하람 가람정밀 대표.",
        ["고은찬 민도영", "노윤슬 서하람"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_the_rows_of_a_photograph_are_one_encounter(text: str, expected: list[str]) -> None:
    assert who(text) == expected


INVITED = [
    (
        "민도영 대통령이 7일 기업인들을 청와대로 초청해 오찬을 한다. 고은찬 한빛전자 회장과 노윤슬 두레물산 사장이 초청장을 "
        "받았다. 서하람 가람정밀 대표는 초청받지 못했다.",
        ["고은찬 노윤슬 민도영:planned"],
    ),
    (
        "민도영 총리가 7일 공관에서 금융지주 회장들과 만찬을 할 예정이다. 고은찬 누리금융 회장, 노윤슬 두레금융 회장, 임가온 "
        "온새금융 회장이 초대됐다.",
        ["고은찬 노윤슬 민도영 임가온:planned"],
    ),
    (
        "민도영 총리가 7일 공관에서 금융지주 회장들과 만찬을 할 예정이다. 고은찬 누리금융 회장은 지난해 가을에도 초대를 받았다.",
        [],
    ),
    (
        "민도영 총리는 7일 공관에서 만찬을 연다. 고은찬 누리은행장 외에 노윤슬 두레물산 사장, 서하람 가람정밀 대표 등이 초청을 "
        "받았다.",
        ["고은찬 노윤슬 민도영 서하람:planned"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), INVITED)
def test_who_was_invited_to_what_is_to_come(text: str, expected: list[str]) -> None:
    assert who(text) == expected


SIDES = [
    (
        "민도영 부산시장은 4일 시청에서 고은찬 한빛전자 회장과 투자협약을 맺었다. 한빛전자에서는 노윤슬 부사장과 서하람 상무가 "
        "따라갔다.",
        ["고은찬 노윤슬 민도영 서하람"],
    ),
    (
        "민도영 부산시장은 4일 시청에서 고은찬 한빛전자 회장과 만났다. 한빛전자 측에서는 노윤슬 부사장, 서하람 상무 등이 자리해 "
        "공장 부지를 설명했다.",
        ["고은찬 노윤슬 민도영 서하람"],
    ),
    (
        "민도영 부산시장은 4일 시청에서 고은찬 한빛전자 회장과 만났다. 시에서는 임가온 경제부시장이 나와 손님을 맞았다.",
        ["고은찬 민도영 임가온"],
    ),
    (
        "민도영 부산시장은 4일 시청에서 고은찬 한빛전자 회장과 만났다. 업계에서는 노윤슬 두레물산 사장이 다음 후보라는 말이 나온다.",
        ["고은찬 민도영"],
    ),
    (
        "민도영 부산시장은 4일 시청에서 고은찬 한빛전자 회장과 만났다. 이사회에서는 노윤슬 사장과 서하람 상무가 함께 반대표를 "
        "던졌다.",
        ["고은찬 민도영"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SIDES)
def test_those_of_a_side_who_came(text: str, expected: list[str]) -> None:
    assert who(text) == expected


GAPPED = [
    (
        "민도영 장관은 4일 고은찬 한빛전자 회장을 서울의 한 식당에서, 저녁에는 노윤슬 두레물산 사장을 집무실에서 따로 만나 "
        "투자를 부탁했다.",
        ["고은찬 민도영", "노윤슬 민도영"],
    ),
    (
        "민도영 장관은 4일 고은찬 한빛전자 회장과 시내 찻집에서, 이튿날에는 노윤슬 두레물산 사장과 공관에서 만났다.",
        ["고은찬 민도영", "노윤슬 민도영"],
    ),
    (
        "민도영 장관은 4일 고은찬 한빛전자 회장과 노윤슬 두레물산 사장을 서울의 한 식당에서 만나 투자를 부탁했다.",
        ["고은찬 노윤슬 민도영"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), GAPPED)
def test_one_verb_for_two_encounters_at_two_places(text: str, expected: list[str]) -> None:
    assert who(text) == expected


BOOTHS = [
    (
        "민도영 한빛전자 사장은 4일 박람회에서 가람정밀, 온새화학의 부스를 차례로 돌며 각 사 관계자와 인사를 나눴다.",
        ["@가람정밀 민도영", "@온새화학 민도영"],
    ),
    (
        "민도영 한빛전자 사장은 4일 가람정밀 전시관을 둘러보며 담당자들과 이야기를 나눴다.",
        ["@가람정밀 민도영"],
    ),
    (
        "민도영 한빛전자 사장은 4일 전시장을 돌며 기자들과 이야기를 나눴다.",
        [],
    ),
]


@pytest.mark.parametrize(("text", "expected"), BOOTHS)
def test_whose_people_are_seen_on_a_round(text: str, expected: list[str]) -> None:
    assert who(text) == expected


AWAY = [
    (
        "4일 더한호텔에서 열린 간담회에는 민도영 장관이 나올 것으로 알려졌으나 실제로는 노윤슬 차관이 나왔다. 맞은편에는 고은찬 "
        "한빛전자 회장과 서하람 가람정밀 대표가 앉았다.",
        ["고은찬 노윤슬 서하람"],
    ),
    (
        "민도영 장관은 출장으로 불참했다. 4일 간담회에는 노윤슬 차관과 고은찬 한빛전자 회장이 참석했다.",
        ["고은찬 노윤슬"],
    ),
    (
        "민도영 회장은 4일 열린 총회에 불참했다. 대신 같은 날 고은찬 누리은행장을 만나 점심을 함께했다.",
        ["고은찬 민도영"],
    ),
    (
        "고은찬 누리은행장은 4일 여의도에서 민도영 장관을 만났다. 노윤슬 부행장과 서하람 상무는 다른 일정이 있어 자리를 "
        "함께하지 못했다.",
        ["고은찬 민도영"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), AWAY)
def test_who_stayed_away_is_not_meant_by_what_the_next_sentence_tells(text: str, expected: list[str]) -> None:
    assert who(text) == expected


DOT = [
    (
        "정부와 재계의 4일 회의에 민도영 장관을 비롯한 경제부처 장.차관과 고은찬 한빛전자 회장이 참석했다.",
        ["고은찬 민도영"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), DOT)
def test_a_dot_between_nouns_ends_no_sentence(text: str, expected: list[str]) -> None:
    assert who(text) == expected


FAR = [
    (
        "민도영 총리와 고은찬 한빛전자 회장은 7일 더한호텔에서 간담회를 연다. 정.재계 간담회는 다섯 달 만이다. 정부는 방침을 "
        "설명할 예정이다. 총수들은 제도를 고쳐 달라고 건의하기로 했다. 발제는 연구원이 맡는다. 자료는 사흘 전에 나눠 줬다. 이날 "
        "모임에는 정부 쪽에서 민 총리 외에 노윤슬 장관, 서하람 위원장이 나온다.",
        ["고은찬 노윤슬 민도영 서하람:planned"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), FAR)
def test_this_meeting_far_on_is_the_one_of_the_day(text: str, expected: list[str]) -> None:
    assert who(text) == expected


BESIDE = [
    (
        "4일 저녁 더한호텔. 만찬을 낸 민도영 한빛전자 회장의 오른쪽에는 고은찬 누리은행장이, 왼쪽에는 노윤슬 두레물산 사장이 앉았다.",
        ["고은찬 노윤슬 민도영"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), BESIDE)
def test_he_at_whose_right_somebody_sat_was_there(text: str, expected: list[str]) -> None:
    assert who(text) == expected


UNNAMED = [
    (
        "민도영 한빛전자 회장은 4일 누리은행 임원들과 점심을 먹은 뒤 두레물산 관계자들을 만났다.",
        ["@누리은행 민도영", "@두레물산 민도영"],
    ),
    (
        "민도영 한빛전자 회장은 3일 누리은행 임원진과 오찬을 한 데 이어 4일에는 두레물산 경영진과 면담했다.",
        ["@누리은행 민도영", "@두레물산 민도영"],
    ),
    (
        "민도영 한빛전자 회장은 4일 누리은행 임원들과 두레물산 관계자들을 만났다.",
        ["@누리은행 @두레물산 민도영"],
    ),
    (
        "민도영 한빛전자 회장은 4일 한국에 온 뒤 누리은행 경영진과 두레물산 경영진을 만났다.",
        ["@누리은행 @두레물산 민도영"],
    ),
    (
        "민도영 한빛전자 회장은 4일 판교에서 두레물산 소재개발팀과 만나 시제품을 논의했다.",
        ["@두레물산 민도영"],
    ),
    (
        "민도영 한빛전자 회장은 4일 누리화학 해외사업팀을 만났다.",
        ["@누리화학 민도영"],
    ),
    (
        "민도영 한빛전자 회장은 4일 누리화학 야구팀 경기를 지켜봤다.",
        [],
    ),
]


@pytest.mark.parametrize(("text", "expected"), UNNAMED)
def test_a_side_belongs_to_the_clause_that_names_it(text: str, expected: list[str]) -> None:
    assert who(text) == expected


SAID_OF_THE_LAST = [
    (
        "민도영 한빛전자 회장은 2일 천안 공장을 방문해 연구진과 회의를 했다. 배석두 다온소재 대표는 4일 밤 인천공항 라운지에서 출국 직전의 "
        "민 회장과 40분간 마주 앉았다. 이 자리에는 다온소재의 켈빈 추아(Kelvin Chua) 부사장도 동행했다.",
        ["민도영 배석두 켈빈 추아"],
    ),
    (
        "누리은행 측은 4일 민도영 한빛전자 회장을 만나 협력 방안을 논의했다.",
        ["@누리은행 민도영"],
    ),
    (
        "민도영 한빛전자 회장은 3일 고은찬 누리은행장과 만났다. 두 사람을 이어 준 인물은 서하람 한빛대 교수로 전해졌다. 서 교수는 통화에서 "
        "“연락처를 건넨 건 맞지만 그 자리에 가지는 않았다”고 했다.",
        ["고은찬 민도영"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SAID_OF_THE_LAST)
def test_who_was_there_and_who_only_stands_beside(text: str, expected: list[str]) -> None:
    assert who(text) == expected


def test_who_fell_ill_did_not_come_with_those_who_came_instead() -> None:
    text = (
        "표이안 가온소재 대표는 3일 고은찬 누리은행장과 조찬을 했다. 서하람 상무와의 미팅도 4일로 잡혀 있었으나 서 상무가 독감에 걸려 "
        "불발됐고, 대신 이 회사 실무진이 같은 날 표 대표를 찾아왔다."
    )
    assert [one for one in who(text) if "서하람" in one and not one.endswith(":cancelled")] == []
