"""Two people in one sentence who did not meet, and one beside those who did: nothing that was not told is an encounter."""

from __future__ import annotations

import pytest
from extract.told import met

CHAIR, BANKER, BROKER = "민도영 한빛전자 회장", "고은찬 누리은행장", "서하람 누리증권 대표"


@pytest.mark.parametrize(
    "text",
    [
        f"{CHAIR}과 {BANKER}은 4일 나란히 연임에 성공했다.",
        f"{CHAIR}은 4일 {BANKER}을 대신해 행사에 참석했다.",
        f"4일 서울에서 열린 신년인사회에는 {CHAIR}과 {BANKER} 등 재계 인사가 참석했다.",
        f"4일 서울에서 열린 포럼에는 {CHAIR}과 {BANKER} 등 1200여 명이 참석했다.",
        f"검찰은 4일 {CHAIR}과 {BANKER}을 불러 조사했다.",
        f"{CHAIR}은 4일 국회에서 열린 토론회에서 {BANKER}의 보고서를 인용했다.",
        f"{CHAIR}과 {BANKER}이 4일 공동성명을 냈다.",
        f"{CHAIR} 측이 4일 {BANKER}을 만났다.",
        f"{BANKER}은 4일 {CHAIR}과의 만남 가능성을 열어 뒀다.",
        f"{CHAIR}이 4일 저녁 {BANKER}의 이임식에 꽃다발을 보냈다.",
        f"{CHAIR}은 4일 서울에서, {BANKER}은 부산에서 각각 직원들과 만났다.",
        f"{CHAIR}은 4일 오전 협력사 대표들을 만났고 {BANKER}은 오후에 고객들을 만났다.",
        f"{CHAIR}은 4일 직원들과 점심을 먹었다. {BANKER}은 이날 휴가였다.",
        f"4일 서울중앙지법 법정에 {CHAIR}과 {BANKER}이 나란히 섰다.",
        f"{CHAIR}은 4일 고은찬 장관 표창을 받았다.",
        f"{BANKER}은 4일 {CHAIR}과의 친분을 과시했다.",
        f"{CHAIR}은 4일 기자와 만나 {BANKER}의 퇴진을 요구했다.",
        f"{CHAIR}의 메시지를 4일 {BANKER}이 대독했다.",
        f"{CHAIR}과 {BANKER}은 매주 만나 골프를 치는 사이다.",
        f"{CHAIR}이 {BANKER}을 만나야 한다는 지적이 나온다.",
        f"4일 주주총회에서 {CHAIR}과 {BANKER}이 사내이사로 선임됐다.",
        f"4일 {CHAIR}은 서울에서, {BANKER}은 부산에서 각각 투자설명회를 열었다.",
        f"{CHAIR}은 4일 부산 물류센터를 점검했고, 같은 날 {BANKER}은 베트남으로 출국했다.",
        f"{CHAIR}은 4일 고문으로 물러났고 그의 자리에는 {BANKER}이 앉았다.",
        f"{CHAIR}은 4일 {BANKER}을 만났으면 좋겠다고 말했다.",
        f"{CHAIR}은 4일 {BANKER}과 만나는 것을 피했다.",
        f"{CHAIR}은 4일 {BANKER}을 만난 것처럼 꾸몄다.",
        f"사회자가 4일 {CHAIR}을 부른 가운데 {BANKER}이 웃었다.",
        f"{CHAIR}과 {BANKER}은 함께 찾은 해법을 4일 각각 발표했다.",
        f"{CHAIR}과 {BANKER}의 만남이 없었다면 합작은 불가능했다.",
        f"결승에서 {CHAIR}의 상대는 {BANKER}이었다.",
    ],
)
def test_who_shares_a_sentence_has_not_met(text: str) -> None:
    assert met(text) == []


@pytest.mark.parametrize(
    "text",
    [
        f"{CHAIR}은 4일 {BANKER}과 {BROKER}의 회동을 환영했다.",
        f"{CHAIR}은 4일 {BANKER}과 {BROKER}의 만남을 주선했다.",
        f"{CHAIR}은 4일 {BANKER}이 {BROKER}를 만났다고 폭로했다.",
        f"{CHAIR}의 특사인 {BANKER}이 4일 {BROKER}를 만났다.",
        f"{CHAIR}의 지시를 받은 {BANKER}이 4일 {BROKER}를 만났다.",
        f"4일 {BANKER}은 {BROKER}를 만나 {CHAIR}과의 합작 방안을 설명했다.",
        f"4일 {BANKER}은 {BROKER}를 만나 {CHAIR}의 거취를 논의했다.",
        f"{BANKER}은 4일 {BROKER}를 만나 {CHAIR}이 보낸 선물을 건넸다.",
    ],
)
def test_who_is_only_spoken_of_was_not_there(text: str) -> None:
    assert met(text) == ["고은찬 서하람"]


@pytest.mark.parametrize(
    "text",
    [
        f"4일 {BANKER}은 {CHAIR}의 안내로 {BROKER}와 공장을 둘러봤다.",
        f"4일 {BANKER}과 {BROKER}는 {CHAIR}의 초청으로 만찬을 함께했다.",
        f"4일 {BANKER}은 {CHAIR}의 집무실에서 {BROKER}와 함께 점심을 먹었다.",
    ],
)
def test_whose_guide_or_guest_one_is_was_there(text: str) -> None:
    assert met(text) == ["고은찬 민도영 서하람"]


@pytest.mark.parametrize(
    "text",
    [
        f"민도영 국가안보실 차장은 4일 “대통령과 {BANKER}의 접견이 3일 이뤄졌다”고 밝혔다.",
        f"민도영 산업부 차관은 4일 “총리와 {BANKER}의 만남이 다음 달 이뤄질 것”이라고 말했다.",
        f"민도영 한빛전자 부사장은 4일 “우리 회장님과 {BANKER}의 오찬은 6일로 잡혔다”고 전했다.",
        f"민도영 한빛전자 부사장은 4일 “회장과 {BANKER}이 3일 저녁 만났다”고 말했다.",
        f"민도영 산업부 차관은 4일 장관과 {BANKER}의 면담이 3일 있었다고 밝혔다.",
        f"민도영 산업부 차관은 4일 대통령과 {BANKER}의 회동이 취소됐다고 밝혔다.",
    ],
)
def test_who_tells_whom_another_met_whom_only_a_title_means_has_not_met_him(text: str) -> None:
    assert met(text) == []


@pytest.mark.parametrize(
    "text",
    [
        f"{CHAIR}은 4일 “저와 {BANKER}의 만남은 3일 이뤄졌다”고 말했다.",
        f"{CHAIR}은 4일 “{BANKER}과의 만남은 3일 이뤄졌다”고 말했다.",
        f"{CHAIR}은 4일 장관과 {BANKER}의 면담에 배석했다고 밝혔다.",
        f"{CHAIR}은 4일 장관과 {BANKER}을 만났다고 밝혔다.",
    ],
)
def test_who_tells_of_himself_has_met(text: str) -> None:
    assert met(text) == ["고은찬 민도영"]


@pytest.mark.parametrize(
    "text",
    [
        # callers at a wake, each in his own time
        f"고 서민재 명예회장의 빈소에는 4일 조문이 이어졌다. {CHAIR}과 {BANKER}이 이날 조문했다.",
        f"{CHAIR}이 4일 오전 고 서민재 회장의 빈소를 찾았다. {BANKER}과 {BROKER}도 이날 조문했다.",
        f"4일 서민재 회장의 장례식장에는 {CHAIR}과 {BANKER}이 다녀갔다.",
        f"{CHAIR}과 {BANKER}도 4일 빈소를 찾아 고인을 애도했다.",
        f"{CHAIR}, {BANKER} 등이 4일 분향소를 방문했다.",
        f"{CHAIR}이 4일 오전 고 서민재 회장의 빈소를 찾아 유가족을 위로했다. {BANKER}과 {BROKER}도 이날 조문했다.",
        f"{CHAIR}과 {BANKER} 등 재계 인사가 4일 빈소를 찾아 유족들을 위로했다.",
        # opponents
        "4일 2부 리그에서는 민도영 가람 감독과 고은찬 누리 감독이 만났다.",
        "민도영과 고은찬은 4일 결승에서 만났다.",
        "민도영 후보와 고은찬 후보가 경선에서 만나면 접전이 벌어질 것으로 보인다.",
        "민도영 감독과 고은찬 감독은 올 시즌 세 번째로 만났다.",
        "민도영 지사는 4일 양자 대결에서 고은찬 시장을 만나도 앞섰다.",
        "민도영은 4일 준결승에서 고은찬을 만나 2대 0으로 이겼다.",
        # allies
        f"{CHAIR}은 {BANKER}과 손을 잡았다.",
        f"{CHAIR}은 4일 {BANKER}과 손을 잡고 공개매수에 나섰다.",
        f"{CHAIR}과 {BANKER}이 경영권을 지키려고 손을 잡았다.",
        f"{CHAIR}이 지난해 {BANKER}과 손을 잡으면서 판이 바뀌었다.",
        # witnesses
        f"{CHAIR}과 {BANKER}이 4일 증인으로 출석했다.",
        f"{CHAIR}, {BANKER} 등 7명이 5일 기관증인으로 출석한다.",
        f"4일 국정감사에 {CHAIR}과 {BANKER}이 출석했다.",
        f"{CHAIR}과 {BANKER}은 4일 공판에 나란히 출석했다.",
        # laureates of a ceremony to come
        f"협회는 올해 수상자로 {CHAIR}, {BANKER}을 선정했다고 4일 밝혔다. 시상식은 다음 달 7일 더한호텔에서 열린다.",
        f"올해의 경영자에 {CHAIR}과 {BANKER}이 뽑혔다. 시상식은 오는 7일 서울에서 열릴 예정이다.",
        # a magazine
        f"월간나루와 만난 {CHAIR}은 4일 {BANKER}을 칭찬했다.",
        f"{CHAIR}은 4일 다온비즈와 만나 {BANKER}의 퇴진을 요구했다.",
    ],
)
def test_mourners_opponents_allies_witnesses_and_laureates_have_not_met_for_that(text: str) -> None:
    assert met(text) == []


@pytest.mark.parametrize(
    "text",
    [
        f"{CHAIR}은 4일 고 서민재 회장의 빈소에서 {BANKER}을 만났다.",
        f"{CHAIR}은 4일 {BANKER}과 함께 서민재 회장의 빈소를 찾았다.",
        f"{CHAIR}은 4일 서민재 회장의 빈소를 찾아 {BANKER}을 위로했다.",
        f"{CHAIR}은 4일 결승을 관람하다 귀빈석에서 {BANKER}을 만났다.",
        f"{CHAIR}과 {BANKER}은 4일 서로 손을 잡고 웃었다.",
        f"{CHAIR}은 4일 {BANKER}과 유독 오래 손을 잡고 있었다.",
        f"{CHAIR}은 4일 {BANKER}을 만나 손을 잡았다.",
        f"{CHAIR}은 4일 시상식에서 {BANKER}에게 트로피를 건넸다.",
        f"{CHAIR}은 4일 국정감사를 마친 뒤 {BANKER}을 만났다.",
        f"{CHAIR}은 4일 경선을 앞두고 {BANKER}과 만났다.",
    ],
)
def test_who_meets_at_a_wake_a_match_or_a_ceremony_has_met(text: str) -> None:
    assert met(text) == ["고은찬 민도영"]
