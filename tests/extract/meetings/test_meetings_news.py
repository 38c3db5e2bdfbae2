"""Who met whom as newspapers tell it: leads with a group and the names after it, rolls, rows, earlier meetings, plans, spokesmen."""

from __future__ import annotations

import pytest
from extract.told import UNSURE, met, read, shown

from graphing.extract.meetings import finding as meetings

TABLE = [
    (
        "a question that is not answered cancels nothing",
        "민도영 한빛전자 회장은 고은찬 누리은행장과의 회동 내용을 묻는 질문에는 답을 하지 않았다. "
        "민 회장은 4일 더한호텔에서 고 행장과 만났다.",
        ["고은찬, 민도영 | held | 2025-02-04 | 더한호텔"],
    ),
    (
        "a lead without a day, and the short name of the place",
        "민도영 산업부 장관이 취임 첫 행보로 중소상공인연합회를 방문해 고은찬 연합회장과 현안을 나눴다.\n\n"
        "중소상공인연합회는 4일 여의도 중상연합회에서 민 장관과 고 회장이 상견례를 했다고 밝혔다.",
        ["고은찬, 민도영 | held | 2025-02-04 | 중소상공인연합회"],
    ),
    (
        "heads in brackets",
        "가람은행(은행장ㆍ민도영ㆍ사진 오른쪽)은 4일 부산 본점 회의실에서 다온공사(사장 고은찬)와 업무협약을 체결했다고 밝혔다.",
        ["고은찬, 민도영 | held | 2025-02-04 | 부산 본점 회의실"],
    ),
    (
        "a lead with a group, its names in the next sentence",
        "민도영 산업부 장관은 4일 서울 더한호텔에서 조선업계 최고경영자들과 취임 후 첫 간담회를 갖고 수출 대책을 모색했다. "
        "이날 간담회에는 고은찬 누리조선 사장, 서지후 한솔중공업 사장, 도하람 조선협회장 등 10여 명이 참석했다.",
        ["고은찬, 도하람, 민도영, 서지후 | held | 2025-02-04 | 더한호텔"],
    ),
    (
        "a planned dinner, a look back in between, and who stays away",
        "민도영 금융위원장이 취임 후 처음으로 은행장들과 비공개 회동한다. 민 위원장은 오는 28일 은행연합회 이사회 뒤 열리는 만찬에 "
        "참석할 예정이다.\n\n민 위원장이 은행장들을 처음 만난 것은 지난 2일이다.\n\n한편 이날 만찬에는 고은찬 누리은행장과 서지후 "
        "한솔은행장, 도하람 미래은행장 등이 참석한다. 다만 유가온 새벽은행장은 출장으로 불참한다.",
        ["고은찬, 도하람, 민도영, 서지후 | planned | 2025-02-28 | –"],
    ),
    (
        "the earlier meeting takes no guests of this one",
        "민도영 한빛전자 회장과 고은찬 누리은행장이 4일 더한호텔에서 만나 투자를 논의했다. 이번 만남은 지난해 7월 고 행장 취임 직후 "
        "열렸던 상견례 이후 7개월 만이다. 이 자리에는 서지후 한빛전자 부사장, 도하람 누리은행 부행장 등이 참석했다.",
        ["고은찬, 도하람, 민도영, 서지후 | held | 2025-02-04 | 더한호텔", "고은찬, 민도영 | held | 2024-07 | –"],
    ),
    (
        "the earlier meeting has its own date",
        "민도영 한빛전자 회장과 고은찬 누리은행장이 4일 더한호텔에서 만나 투자를 논의했다. "
        "두 사람의 회동은 지난해 6월 13일 이후 8개월 만이다.",
        ["고은찬, 민도영 | held | 2025-02-04 | 더한호텔", "고은찬, 민도영 | held | 2024-06-13 | –"],
    ),
    (
        "what others did in an office is no meeting of these two",
        "민도영 한빛전자 회장과 고은찬 누리은행장이 4일 더한호텔에서 만나 투자를 논의했다. "
        "배석자 없이 두 수장이 독대한 것은 2013년 6월 이후 12년 만이다.",
        ["고은찬, 민도영 | held | 2025-02-04 | 더한호텔"],
    ),
    (
        "a roll belongs to the planned meeting, a list of dates to earlier ones",
        "민도영 부총리와 고은찬 한국은행 총재가 6일 오전 더한호텔에서 조찬회동을 갖는다고 5일 한은이 밝혔다. 이번 만남에서는 금융 현안을 "
        "논의할 예정이다. 주요 배석자로는 기재부쪽에서는 서지후 차관, 도하람 차관보이며, 한은쪽에서는 유가온 부총재, 백나루 부총재보다.\n"
        "지난해 6월 민 부총리 취임 직후 한은에서 가진 첫 회동에 이어 지난해 8월16일 오찬, 같은달 28일 칼국수집 저녁 번개가 있었다.",
        [
            "고은찬, 도하람, 민도영, 백나루, 서지후, 유가온 | planned | 2025-02-06 | 더한호텔",
            "고은찬, 민도영 | held | 2024-06 | –",
            "고은찬, 민도영 | held | 2024-08-16 | –",
            "고은찬, 민도영 | held | 2024-08-28 | –",
        ],
    ),
    (
        "this lunch is the one told just before",
        "민도영 대통령과 고은찬 왕세자가 만나면서 4대 그룹 총수도 참석해 오찬을 함께했다. 5일 청와대에 따르면 이날 공식 오찬에는 "
        "한빛전자 서지후 회장, 누리그룹 도하람 회장 등이 자리했다.",
        ["고은찬, 도하람, 민도영, 서지후 | held | 2025-02-05 | –"],
    ),
    (
        "a coming day that something else has",
        "민도영 한빛전자 회장은 4일 고은찬 누리은행장을 만났다. 이달 28일 박람회 개최지 선정을 앞두고 유치 경험에 대해 이야기를 "
        "나눈 것으로 알려졌다.",
        ["고은찬, 민도영 | held | 2025-02-04 | –"],
    ),
    (
        "a past day before a plan",
        "민도영 한빛전자 회장은 3일 고은찬 누리은행장을 만난 뒤 7일 출국할 예정이다.",
        ["고은찬, 민도영 | held | 2025-02-03 | –"],
    ),
    (
        "what is called off is something else",
        "민도영 한빛전자 회장은 4일 취소된 행사를 대신해 고은찬 누리은행장과 만찬을 했다.",
        ["고은찬, 민도영 | held | 2025-02-04 | –"],
    ),
    (
        "who was there too was there the last time told of",
        "민도영 한빛전자 회장과 고은찬 누리은행장은 구면이다. 두 사람은 지난달 만났다. 지난해 6월에는 민 회장이 누리은행 본사에서 고 "
        "행장을 만났고, 지난달에는 고 행장이 한빛연수원에서 민 회장을 만났다. 당시 서지후 부회장도 함께 있었다.",
        ["고은찬, 민도영, 서지후 | held | 2025-01 | –", "고은찬, 민도영 | held | 2024-06 | 누리은행 본사"],
    ),
    (
        "a day that something was set for",
        "민도영 한빛전자 회장과 고은찬 누리은행장은 당초 17일 만나기로 돼 있었다. 그러나 만남은 없던 일이 됐다.",
        ["고은찬, 민도영 | cancelled | 2025-02-17 | –"],
    ),
    (
        "two at two places in one sentence",
        "민도영 대통령은 4일 서울에서 고은찬 누리은행장을, 부산에서 서지후 한빛전자 사장을 만났다.",
        ["고은찬, 민도영 | held | 2025-02-04 | 서울", "민도영, 서지후 | held | 2025-02-04 | 부산"],
    ),
    (
        "what the next sentence says of another day",
        "민도영 한빛전자 회장과 고은찬 누리은행장이 4일 마주 앉았다. 다음 회동은 20일이다.",
        ["고은찬, 민도영 | held | 2025-02-04 | –", "고은찬, 민도영 | planned | 2025-02-20 | –"],
    ),
    (
        "about now, a year ago, and whose residence it was",
        "민도영 한빛전자 회장은 지난해 이맘때 총리 공관에서 고은찬 누리은행장을 만났다.",
        ["고은찬, 민도영 | held | 2024-02 | 총리 공관"],
    ),
    (
        "what an event is has the time of the event",
        "민도영 장관과 고은찬 회장은 4일 더한호텔에서 환담했다. 두 사람은 다음 달 3일 대표자회의에서 다시 만날 예정이다. "
        "서지후 위원장과 도하람 위원장도 함께하는 회의다.",
        ["고은찬, 민도영 | held | 2025-02-04 | 더한호텔", "고은찬, 도하람, 민도영, 서지후 | planned | 2025-03-03 | –"],
    ),
    ("no plan", "민도영 한빛전자 회장은 당분간 고은찬 누리은행장과 회동할 계획이 없다고 말했다.", []),
]


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*row[1:], id=row[0]) for row in TABLE])
def test_what_is_told(text: str, expected: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meetings, "REPORTED", UNSURE)
    (extraction,) = read(text)
    found = [shown(meeting).rsplit(" | ", 1) for meeting in extraction.meetings]
    # The place counts where the text tells one.
    places = [one.rsplit(" | ", 1)[1] for one in expected]
    assert [who for who, _ in found] == [one.rsplit(" | ", 1)[0] for one in expected]
    assert [place for (_, place), told in zip(found, places, strict=True) if told != "–"] == [place for place in places if place != "–"]


def test_a_related_article_that_is_named_within_one_tells_no_meeting() -> None:
    body = "민도영 한빛전자 회장이 4일 서울에서 고은찬 누리은행장을 만났다. 두 사람은 협력 방안을 논의했다."
    after = "한빛전자는 올해 공장을 더 짓는다고 밝혔다. 업계에서는 공급이 늘어날 것으로 보고 있다."
    related = "[관련기사]\n▶ 서지후 가람전자 회장, 윤세라 나루은행장과 만찬 회동"
    for text in (f"{body}\n\n{related}\n\n{after}", f"{related.replace(chr(10), ' ')}\n\n{body}"):
        assert met(text) == ["고은찬 민도영"]


OPENING = "민도영 장관이 4일 저녁 판교의 한 치킨집에서 스타트업 대표 다섯 명과 맥주잔을 기울였다."
GUESTS = "이 자리에는 고은찬 누리전자 대표, 한빛나 누리화학 대표, 노을찬 가온정밀 대표가 참석했다."
BETWEEN = "일정표에는 짧게 적혀 있었다. 날은 추웠다."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The guests are listed below the sentence that opens the story with their host.
        (f"{OPENING} {BETWEEN} {GUESTS}", [OPENING, GUESTS]),
        (f"{OPENING} {GUESTS}", [OPENING, GUESTS]),
        # The sentence that gives the day shows where it was taken from, whoever is spoken of there.
        (
            f"4일 판교의 가게들은 일찍 문을 닫았다. {BETWEEN} 민도영 장관은 고은찬 누리전자 대표를 만났다.",
            ["4일 판교의 가게들은 일찍 문을 닫았다.", "민도영 장관은 고은찬 누리전자 대표를 만났다."],
        ),
        # What tells the day of an encounter of others is no evidence of this one.
        (
            "한빛나 누리화학 대표는 4일 판교에서 노을찬 가온정밀 대표와 면담했다. 민도영 장관은 고은찬 누리전자 대표를 만났다.",
            ["민도영 장관은 고은찬 누리전자 대표를 만났다."],
        ),
    ],
)
def test_the_sentence_that_gives_the_day_or_opens_the_story_is_evidence(text: str, expected: list[str]) -> None:
    (extraction,) = read(text)
    meeting = extraction.meetings[-1]
    assert [text[slice(*span)] for span in meeting.evidence] == expected
