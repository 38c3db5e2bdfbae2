"""Who goes on to be meant where a sentence names but half of those who met, and who is named there without having been there."""

from __future__ import annotations

import pytest
from extract.told import met

# (what it shows, text, the people of every encounter, in order of their names)
TABLE = [
    (
        "who meets two whom the sentence names without a subject",
        "4일 오전 민도영 누리은행 회장이 기자들 앞에 섰다. "
        "서울청사에서 고은찬 금융위원장, 노윤슬 수은행장과 면담을 마치고 나온 직후였다.",
        ["고은찬 노윤슬 민도영"],
    ),
    (
        "nobody beside those who met by name",
        "3일 16층에서는 민도영 한빛전자 회장과 고은찬 누리은행장의 면담이 이뤄졌다. 같은 시각 15층에서는 노윤슬 가온화학 사장과 서하람 "
        "두루건설 대표가 따로 만나 제휴 조건을 논의했다.",
        ["고은찬 민도영", "노윤슬 서하람"],
    ),
    (
        "two companies are of those whom the sentence lists",
        "민도영 한빛전자 회장은 4일 오후 고은찬 누리은행장과 만났고 저녁에는 노윤슬 가온화학 사장과 만찬을 들었다. 임가온 부사장이 배석한 "
        "회동에서 고 행장과 민 회장은 양사가 협력할 방안을 논의했다.",
        ["고은찬 민도영 임가온", "노윤슬 민도영"],
    ),
    (
        "what is said of the talk to come adds nobody to the breakfast",
        "민도영 누리은행장, 고은찬 두레은행장, 노윤슬 온새은행장은 4일 오전 서울 모처에서 조찬 모임을 했다. 이들 은행장은 6일 서하람 "
        "원장과 처음으로 얼굴을 마주한다. 간담회에 앞서 입을 맞췄다는 풀이가 나왔다.",
        ["고은찬 노윤슬 민도영", "고은찬 노윤슬 민도영 서하람"],
    ),
    (
        "a body and a title mean who holds the post",
        "민도영 누리은행장은 4일 출장에서 돌아왔다. 고은찬 한빛전자 사장은 휴가다. 재계에 따르면 한빛전자 사장은 5일 노윤슬 장관을 만난다.",
        ["고은찬 노윤슬"],
    ),
    (
        "who met several goes on to meet the next, and not one of them",
        "나히드 라만 방글라데시 상무장관은 3일 민도영 한빛전자 회장, 서하람 두루건설 회장과 각각 면담했다. "
        "4일에는 노윤슬 가온화학 사장과도 따로 만났다.",
        ["나히드 라만 노윤슬", "나히드 라만 민도영", "나히드 라만 서하람"],
    ),
    (
        "and once more, though the sentence before leaves him unsaid",
        "나히드 라만 방글라데시 상무장관은 3일 민도영 한빛전자 회장, 서하람 두루건설 회장과 각각 면담했다. "
        "4일에는 노윤슬 가온화학 사장과도 따로 만났다. 5일에는 고은찬 누리은행장과 점심을 함께한다.",
        ["고은찬 나히드 라만", "나히드 라만 노윤슬", "나히드 라만 민도영", "나히드 라만 서하람"],
    ),
    (
        "그는 after what somebody did who is left unsaid",
        "민도영 한빛전자 회장은 2일 서울에서 고은찬 누리은행장을 만나 투자 계획을 설명했다. "
        "3일로 잡혔던 서하람 의원과의 오찬은 무산됐다. 그는 4일 부산에서 노윤슬 가온화학 사장을 만났다.",
        ["고은찬 민도영", "노윤슬 민도영", "민도영 서하람"],
    ),
    (
        "a title before the person most named",
        "도가람 씨의 뒤를 이어 취임한 민도영 한마음조합 이사장은 2일 업무를 시작했다. 3일에는 춘천에서 고은찬 누리은행장을 만났다.",
        ["고은찬 민도영"],
    ),
    (
        "whose doings a sentence is about",
        "민도영 한빛전자 회장의 행보가 빨라졌다. 3일에는 아테네에서 니코스 파파스 마린스타 회장을 만났다. "
        "4일에는 파리에서 고은찬 누리은행장과 점심을 함께했다.",
        ["고은찬 민도영", "니코스 파파스 민도영"],
    ),
    (
        "before whom others were met",
        "나히드 라만 방글라데시 상무장관이 2일 서울에 왔다. 민도영 회장에 앞서 고은찬 누리은행장과 서하람 두루건설 회장을 차례로 만났다.",
        ["고은찬 나히드 라만", "나히드 라만 서하람"],
    ),
    (
        "apart from whom",
        "민도영 회장과는 별도로 고은찬 누리은행장도 4일 나히드 라만 방글라데시 상무장관과 만났다.",
        ["고은찬 나히드 라만"],
    ),
    ("but whom one met apart", "민도영 한빛전자 회장은 4일 고은찬 누리은행장과 별도로 만났다.", ["고은찬 민도영"]),
    (
        "the dead",
        "고 도가람 명예회장의 3주기를 맞아 민도영 한빛전자 회장과 고은찬 누리은행장이 4일 성북동에서 만났다.",
        ["고은찬 민도영"],
    ),
    ("but what they did when alive", "고 도가람 명예회장은 1998년 6월 평양에서 고은찬 행장을 만났다.", ["고은찬 도가람"]),
    (
        "a party is its leader's",
        "나히드 라만 방글라데시 총리 일행은 4일 한빛전자에 이어 두루조선 거제조선소에도 들러 서하람 두루조선 사장 등과 의견을 나눴다.",
        ["나히드 라만 서하람"],
    ),
    (
        "each of a list with 등 by himself",
        "민도영 한빛전자 회장은 4일 고은찬 누리은행장, 서하람 차관, 노윤슬 의원 등을 따로 만나 협조를 구했다.",
        ["고은찬 민도영", "노윤슬 민도영", "민도영 서하람"],
    ),
    (
        "a companion of one who is spoken of, and not of whom he met before",
        "민도영 한빛전자 회장은 1일 도쿄에 갔다. 2일에는 서하람 두루건설 회장과 만났다. 이번 출장에서는 바쁘게 움직였다. "
        "3일에는 고은찬 누리은행장과 함께 무대에 올라 대담을 나눴다.",
        ["고은찬 민도영", "민도영 서하람"],
    ),
    (
        "but of both where it was not the first time",
        "민도영 한빛전자 회장은 4일 고은찬 누리은행장과 만났다. 이번이 처음은 아니다. 2005년에는 서하람 회장과 함께 점심을 했다.",
        ["고은찬 민도영", "고은찬 민도영 서하람"],
    ),
    (
        "nobody beside two who were together on another day",
        "민도영 한빛전자 회장은 3일 서하람 두루건설 회장을 만났다. 지난해 6월에는 고은찬 누리은행장이 임가온 가온화학 사장과 준공식에 "
        "함께 섰다.",
        ["고은찬 임가온", "민도영 서하람"],
    ),
    (
        "nor in a picture of another year",
        "민도영 한빛전자 회장과 서하람 두루건설 회장은 3일 서울에서 만났다. 2019년 3월 부산에서 고은찬 누리은행장과 임가온 가온화학 사장이 "
        "웃으며 악수하고 있다.",
        ["고은찬 임가온", "민도영 서하람"],
    ),
    (
        "but the visitor whom two received on the next day",
        "나히드 라만 장관은 3일 서하람 회장을 만났다. 4일에는 고은찬 시장과 임가온 가온화학 사장이 직접 맞았다.",
        ["고은찬 나히드 라만 임가온", "나히드 라만 서하람"],
    ),
    (
        "who was with people nobody names met none of those before",
        "민도영 한빛전자 회장은 3일 서하람 두루건설 회장과 고은찬 누리은행장을 만났다. 임가온 가온화학 사장은 이날 항만청 관계자들과 "
        "화상으로 만나 부두 임차를 타진했다.",
        ["고은찬 민도영 서하람"],
    ),
    (
        "and neither did who heard people nobody names",
        "민도영 협회장은 6일 서하람 위원장과 만났다. 서 위원장은 지난달 7일에는 한빛전자를 찾아 벤처 업체들의 이야기를 들은 바 있다.",
        ["민도영 서하람"],
    ),
    (
        "two of a title are those who bear it, and not who met last",
        "민도영 위원장은 3일 서하람 누리은행장을 만났다. 고은찬 두레은행장은 해외에 있었다. 민 위원장과 임가온 총재는 4일 점심을 했다. "
        "5일 두 행장이 서울의 한 호텔에서 만났다.",
        ["고은찬 서하람", "민도영 서하람", "민도영 임가온"],
    ),
    (
        "two heads of state are so now",
        "민도영 대통령은 3일 하야시 다쿠미 일본 총리와 정상회담을 했다. 서하람 전 대통령도 이 소식을 반겼다. 민 대통령은 4일 서 전 "
        "대통령과 통화했다. 두 정상은 지난해 10월 뉴욕에서도 만났다.",
        ["민도영 서하람", "민도영 하야시 다쿠미", "민도영 하야시 다쿠미"],
    ),
    (
        "two who are named at once are no others",
        "민도영 한빛게임즈 창업자와 서하람 두루소프트 창업주는 3일 판교에서 만났다. 두 회사 대표인 고은찬 대표와 임가온 대표는 4일 "
        "계약서에 서명했다.",
        ["고은찬 임가온", "민도영 서하람"],
    ),
    (
        "two with whom somebody does something are others than he",
        "민도영 한빛전자 회장은 3일 서하람 두루건설 회장을 만났다. 4일에는 고은찬 장관도 다가와 두 사람과 인사를 나눴다.",
        ["고은찬 민도영 서하람", "민도영 서하람"],
    ),
    (
        "and so are two whom somebody calls",
        "민도영 한빛전자 회장은 3일 서하람 두루건설 회장을 만났다. 고은찬 장관은 4일 둘을 서울청사로 불러 이야기를 들었다.",
        ["고은찬 민도영 서하람", "민도영 서하람"],
    ),
    (
        "two more who met the same one each met him",
        "고은찬 한빛전자 회장은 4일 나히드 라만 총리를 만났다. 민도영 두루조선 부사장과 서하람 가온건설 부사장도 각각 라만 총리를 만났다.",
        ["고은찬 나히드 라만", "나히드 라만 민도영", "나히드 라만 서하람"],
    ),
]


@pytest.mark.parametrize(("text", "people"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_who_is_meant(text: str, people: list[str]) -> None:
    assert met(text) == people
