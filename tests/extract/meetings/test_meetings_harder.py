"""Who met whom where the telling is harder: guests, signings, foreign names, things that only look like meetings."""

from __future__ import annotations

import pytest
from extract.told import UNSURE, read, shown

from graphing.extract.meetings import finding as meetings

# (what it shows, text, "who | status | date | place" of every meeting)
TABLE = [
    ("호프 미팅", "민도영 한빛전자 회장은 4일 고은찬 누리은행장과 호프 미팅을 했다.", ["고은찬, 민도영 | held | 2025-02-04 | –"]),
    ("배웅", "고은찬 누리은행장은 4일 본점 현관에서 민도영 한빛전자 회장을 배웅했다.", ["고은찬, 민도영 | held | 2025-02-04 | 본점"]),
    (
        "관람",
        "민도영 한빛전자 회장과 고은찬 누리은행장이 4일 잠실야구장에서 나란히 경기를 관람했다.",
        ["고은찬, 민도영 | held | 2025-02-04 | 잠실야구장"],
    ),
    ("손", "민도영 한빛전자 회장과 고은찬 누리은행장이 4일 손을 맞잡았다.", ["고은찬, 민도영 | held | 2025-02-04 | –"]),
    (
        "초청",
        "고은찬 누리은행장은 4일 민도영 한빛전자 회장을 본점으로 초청해 오찬을 함께했다.",
        ["고은찬, 민도영 | held | 2025-02-04 | 본점"],
    ),
    (
        "두 번째 만남 is the one told",
        "민도영 한빛전자 회장과 고은찬 누리은행장이 4일 회동했다. 두 사람의 만남은 올해 들어 두 번째다.",
        ["고은찬, 민도영 | held | 2025-02-04 | –"],
    ),
    (
        "2주 만에 다시",
        "민도영 한빛전자 회장은 지난달 20일 고은찬 누리은행장을 만난 지 2주 만인 4일 그를 다시 만났다.",
        ["고은찬, 민도영 | held | 2025-01-20 | –", "고은찬, 민도영 | held | 2025-02-04 | –"],
    ),
    (
        "현지시간",
        "민도영 한빛전자 회장은 3일(현지시간) 미국 워싱턴에서 고은찬 누리은행장과 회동했다.",
        ["고은찬, 민도영 | held | 2025-02-03 | 워싱턴"],
    ),
    (
        "a host and a guest",
        "민도영 한빛전자 회장은 서하람 산업통상자원부 장관이 4일 주재한 간담회에 고은찬 누리은행장과 함께 참석했다.",
        ["고은찬, 민도영, 서하람 | held | 2025-02-04 | –"],
    ),
    ("만나면", "민도영 한빛전자 회장은 고은찬 누리은행장을 만나면 금리 인하를 요청할 계획이다.", []),
    ("no plan to meet", "민도영 한빛전자 회장은 고은찬 누리은행장을 만날 계획이 없다고 밝혔다.", []),
    (
        "a denied rumour, a confirmed meeting",
        "민도영 한빛전자 회장은 비밀 회동설을 부인하며 “고은찬 누리은행장을 4일 만난 것은 맞다”고 말했다.",
        ["고은찬, 민도영 | held | 2025-02-04 | –"],
    ),
    ("여부는 미정", "민도영 한빛전자 회장과 고은찬 누리은행장의 회동 여부는 아직 정해지지 않았다.", []),
    ("각각 without an encounter", "민도영 한빛전자 회장과 고은찬 누리은행장은 4일 각각 실적을 발표했다.", []),
    ("a lawsuit", "민도영 한빛전자 회장은 고은찬 누리은행장을 상대로 소송을 냈다.", []),
    ("a hearing", "민도영 한빛전자 회장은 4일 국회 청문회에 출석해 서하람 의원의 질문에 답했다.", []),
    ("two statements", "민도영 한빛전자 회장은 “고은찬 누리은행장이 훌륭하다”고 말했다. 서하람 다온그룹 부회장도 같은 의견을 냈다.", []),
    ("a successor", "민도영 회장이 물러나고 고은찬 사장이 4일 한빛전자 대표이사에 올랐다.", []),
    ("former posts", "민도영 전 한빛전자 회장은 4일 고은찬 전 누리은행장과 오찬을 함께했다.", ["고은찬, 민도영 | held | 2025-02-04 | –"]),
    (
        "a contract",
        "민도영 한빛전자 회장과 고은찬 누리은행장은 4일 한빛전자 서초사옥에서 투자 계약서에 서명했다.",
        ["고은찬, 민도영 | held | 2025-02-04 | 한빛전자 서초사옥"],
    ),
    (
        "a ceremony",
        "한빛전자는 4일 누리은행과 업무협약을 맺었다. 협약식에는 민도영 한빛전자 회장과 고은찬 누리은행장이 참석했다.",
        ["고은찬, 민도영 | held | 2025-02-04 | –"],
    ),
    (
        "a foreign name",
        "민도영 한빛전자 회장은 4일 젠 해리슨 오로라테크 최고경영자(CEO)를 만났다.",
        ["민도영, 젠 해리슨 | held | 2025-02-04 | –"],
    ),
    ("고 행장", "고은찬 누리은행장이 취임했다. 민도영 한빛전자 회장은 4일 고 행장과 만났다.", ["고은찬, 민도영 | held | 2025-02-04 | –"]),
    ("임원들과", "민도영 한빛전자 회장은 4일 다온그룹 임원들과 오찬 간담회를 했다.", ["민도영, 다온그룹 측 | held | 2025-02-04 | –"]),
    (
        "얼굴을 맞대다",
        "민도영 한빛전자 회장은 4일 누리은행 본점에서 고은찬 누리은행장과 얼굴을 맞댔다.",
        ["고은찬, 민도영 | held | 2025-02-04 | 누리은행 본점"],
    ),
    (
        "방문해 환담",
        "민도영 한빛전자 회장은 4일 누리은행 본점을 방문해 고은찬 누리은행장과 환담했다.",
        ["고은찬, 민도영 | held | 2025-02-04 | 누리은행 본점"],
    ),
    ("찾아가다", "민도영 한빛전자 회장이 4일 고은찬 누리은행장을 찾아가 대출 연장을 부탁했다.", ["고은찬, 민도영 | held | 2025-02-04 | –"]),
    ("전화를 걸다", "민도영 한빛전자 회장은 4일 고은찬 누리은행장에게 전화를 걸어 사과했다.", ["고은찬, 민도영 | held | 2025-02-04 | –"]),
    ("a report to the boss", "민도영 한빛전자 회장은 4일 고은찬 사장에게 보고를 받았다.", []),
    (
        "등 기업인 10명과",
        "서하람 대통령은 4일 청와대에서 민도영 한빛전자 회장 등 기업인 10명과 만찬을 했다.",
        ["민도영, 서하람 | held | 2025-02-04 | 청와대"],
    ),
    (
        "나란히 모습을 드러내다",
        "민도영 한빛전자 회장과 고은찬 누리은행장은 4일 열린 다온그룹 창립 기념식에 나란히 모습을 드러냈다.",
        ["고은찬, 민도영 | held | 2025-02-04 | –"],
    ),
    (
        "had dinner, along with",
        "Hanbit Electronics Chairman Min Do-young and Nuri Bank CEO Ko Eun-chan had dinner in Seoul on Jan. 20, "
        "along with Daon Group Vice Chairman Seo Ha-ram.",
        ["Ko Eun-chan, Min Do-young, Seo Ha-ram | held | 2025-01-20 | Seoul"],
    ),
    ("succeeded", "Hanbit Electronics Chairman Min Do-young succeeded Ko Eun-chan as chairman.", []),
    ("a denial", "민도영 한빛전자 회장은 4일 고은찬 누리은행장을 만나지 않았다.", ["고은찬, 민도영 | cancelled | 2025-02-04 | –"]),
    ("a wish", "민도영 한빛전자 회장은 고은찬 누리은행장을 만나고 싶다고 말했다.", []),
    (
        "a stand-in",
        "민도영 한빛전자 회장 대신 서하람 다온그룹 부회장이 4일 고은찬 누리은행장을 만났다.",
        ["고은찬, 서하람 | held | 2025-02-04 | –"],
    ),
    (
        "a go-between",
        "서하람 다온그룹 부회장의 주선으로 민도영 한빛전자 회장과 고은찬 누리은행장이 4일 만났다.",
        ["고은찬, 민도영 | held | 2025-02-04 | –"],
    ),
    (
        "each partner on a day of its own",
        "고은찬 누리은행장은 3일 민도영 한빛전자 회장을, 4일에는 서하람 다온그룹 부회장을 만났다.",
        ["고은찬, 민도영 | held | 2025-02-03 | –", "고은찬, 서하람 | held | 2025-02-04 | –"],
    ),
    (
        "만난 데 이어",
        "민도영 한빛전자 회장은 2일 고은찬 누리은행장을 만난 데 이어 3일 서하람 다온그룹 부회장과 회동했다.",
        ["고은찬, 민도영 | held | 2025-02-02 | –", "민도영, 서하람 | held | 2025-02-03 | –"],
    ),
    (
        "a plan called off after a contrast",
        "민도영 한빛전자 회장과 고은찬 누리은행장은 4일 오찬을 하기로 했으나 민 회장의 건강 문제로 취소했다.",
        ["고은찬, 민도영 | cancelled | 2025-02-04 | –"],
    ),
    ("every quarter", "민도영 한빛전자 회장은 고은찬 누리은행장과 분기마다 만나 의견을 나눈다.", []),
    (
        "whom 두 사람 means after somebody else attended",
        "민도영 한빛전자 회장과 고은찬 누리은행장은 3일 만났다. 회동에는 서하람 다온그룹 부회장도 동석했다. "
        "두 사람은 6일 다시 만나기로 했다.",
        ["고은찬, 민도영 | planned | 2025-02-06 | –", "고은찬, 민도영, 서하람 | held | 2025-02-03 | –"],
    ),
    (
        "called off without a day of its own",
        "민도영 한빛전자 회장은 3일 국회에서 서하람 다온그룹 부회장을 만났다. 민 회장이 추진한 고은찬 누리은행장과의 면담은 무산됐다.",
        ["고은찬, 민도영 | cancelled | – | –", "민도영, 서하람 | held | 2025-02-03 | 국회"],
    ),
    (
        "from one to the next",
        "민도영 한빛전자 회장은 4일 누리은행 본점에서 고은찬 누리은행장과 면담을 마치고 나와 서하람 노조위원장과 대화했다.",
        ["고은찬, 민도영 | held | 2025-02-04 | 누리은행 본점", "민도영, 서하람 | held | 2025-02-04 | 누리은행 본점"],
    ),
    (
        "beside 두 사람 nobody is carried over",
        "서하람 다온그룹 부회장은 2일 기자들과 만났다. 민도영 한빛전자 회장과 고은찬 누리은행장은 3일 만났다. "
        "두 사람은 4일 누리호텔에서 오찬을 했다.",
        ["고은찬, 민도영 | held | 2025-02-03 | –", "고은찬, 민도영 | held | 2025-02-04 | 누리호텔"],
    ),
    (
        "who was invited to what is to come",
        "서하람 대통령이 8일 민도영 한빛전자 회장 등 기업인들을 청와대로 불러 점심을 함께한다. 민 회장과 고은찬 누리은행장이 초대됐다.",
        ["고은찬, 민도영, 서하람 | planned | 2025-02-08 | 청와대"],
    ),
    (
        "items of a list of news",
        "▲민도영 한빛전자 회장은 3일 누리호텔에서 고은찬 누리은행장과 조찬을 했다.\n▲서하람 다온그룹 부회장은 대한협회 이사에 선임됐다.",
        ["고은찬, 민도영 | held | 2025-02-03 | 누리호텔"],
    ),
    (
        "who met people at a company that he went to",
        "민도영 장관은 3일 다온전자 공장을 찾아 임직원들과 간담회를 가졌다.",
        ["민도영, 다온전자 측 | held | 2025-02-03 | 다온전자 공장"],
    ),
    (
        "who only brought them together",
        "민도영 한빛전자 회장과 고은찬 누리은행장이 3일 만났다. 두 사람을 이어 준 이는 다온그룹의 서하람 부회장이었다.",
        ["고은찬, 민도영 | held | 2025-02-03 | –"],
    ),
    (
        "who could not come along",
        "민도영 한빛전자 회장은 3일 군산을 찾아 고은찬 군산시장과 부지를 둘러봤고, 서하람 전북지사는 함께하지 못했다.",
        ["고은찬, 민도영 | held | 2025-02-03 | 군산"],
    ),
    (
        "before the event on the same day",
        "민도영 한빛전자 회장과 고은찬 누리은행장은 3일 누리호텔에서 협약식을 열었다.\n"
        "민 회장은 협약식에 앞서 충주에서 서하람 충주시장과 만났다.",
        ["고은찬, 민도영 | held | 2025-02-03 | 누리호텔", "민도영, 서하람 | held | 2025-02-03 | 충주"],
    ),
    (
        "a relay in English with days of the month",
        "On the 24th, President Seo Ha-ram had a dinner meeting with Hanbit Electronics Chairman Min Do-young.",
        ["Min Do-young, Seo Ha-ram | held | 2025-01-24 | –"],
    ),
    (
        "a headline in English",
        "President Seo Has Dinner with Hanbit Chief\n\n"
        "President Seo Ha-ram had dinner on Monday with Hanbit Electronics Chairman Min Do-young. "
        "The week before, the president met with Nuri Bank CEO Ko Eun-chan.",
        ["Ko Eun-chan, Seo Ha-ram | held | 2025 | –", "Min Do-young, Seo Ha-ram | held | 2025-02-03 | –"],
    ),
    (
        "a relay that the headline tells together",
        "민도영 회장, 고은찬·서하람과 만나\n\n민도영 한빛전자 회장은 4일 고은찬 누리은행장과 서하람 다온그룹 부회장을 각각 면담했다.",
        ["고은찬, 민도영 | held | 2025-02-04 | –", "민도영, 서하람 | held | 2025-02-04 | –"],
    ),
    (
        "a headline does not say that it has been",
        "민도영 회장·고은찬 행장 5일 누리호텔 만찬\n\n민도영 한빛전자 회장은 5일 저녁 누리호텔에서 고은찬 누리은행장과 만찬을 함께한다.",
        ["고은찬, 민도영 | planned | 2025-02-05 | 누리호텔"],
    ),
    # Several encounters in a sentence or two, or somebody who was at none of them.
    (
        "a title that begins like a cue belongs to its bearer",
        "민도영 산업부 장관은 3일 오전 고은찬 산업통상자원부 통상교섭본부장을 만나 협력을 논의했으며, "
        "6일에는 서하람 국무총리를 예방할 예정이다.",
        ["고은찬, 민도영 | held | 2025-02-03 | –", "민도영, 서하람 | planned | 2025-02-06 | –"],
    ),
    (
        "whom a sentence meets before it turns to another day",
        "민도영 평택시장은 지난달 13일에는 누리전자 공장을 찾아 누리전자 임원들과 간담회를 했고, 3일에는 다온냉장 관계자들과 만났다.",
        ["민도영, 누리전자 측 | held | 2025-01-13 | 누리전자 공장", "민도영, 다온냉장 측 | held | 2025-02-03 | –"],
    ),
    (
        "who sends another is not there",
        "고은찬 한빛전자 사장은 3일 서하람 누리은행장과 찻집에서 만났다. 민도영 회장의 뜻을 전한 그는 사흘 뒤 해임됐다.",
        ["고은찬, 서하람 | held | 2025-02-03 | 찻집"],
    ),
    (
        "who meets a group meets nobody who was told before",
        "민도영 한빛전자 회장은 3일 배를 탔다. 경쟁사인 다온전자의 고은찬 부회장은 지난달 24일 퍼스에서 현지 업체 대표단과 만났다.",
        [],
    ),
    (
        "a body that calls somebody is a side of its own",
        "민도영 한빛은행장은 최근 서하람 이사를 만났다.\n\n금융감독원 은행검사국은 3일 한빛금융지주 고은찬 부사장을 불러 경위를 들었다.",
        ["민도영, 서하람 | held | – | –", "고은찬, 금융감독원 은행검사국 측 | held | 2025-02-03 | –"],
    ),
    (
        "he is the one named before, and nobody else is meant",
        "민도영 한빛전자 부회장이 3일 고은찬 국무위원과 만났다.\n\n서하람 누리그룹 회장은 한발 빨랐다. "
        "포럼 이사를 지낸 그는 2일 오전 조찬 모임에서 고 국무위원 일행과 회동했다.",
        ["고은찬, 민도영 | held | 2025-02-03 | –", "고은찬, 서하람 | held | 2025-02-02 | –"],
    ),
    (
        "who sits beside others joins what was told before",
        "민도영 한빛그룹 회장과 고은찬 누리전자 사장은 3일 호프집에서 저녁을 같이했다. "
        "민 회장의 맏딸인 민하람 다온바이오 본부장과 서가온 변호사가 나란히 동석했다.",
        ["고은찬, 민도영, 민하람, 서가온 | held | 2025-02-03 | 호프집"],
    ),
    (
        "what they meant to do has not happened",
        "민도영 한빛전자 회장과 고은찬 누리은행장은 당초 3일 서울에서 다시 만나 가격 차이를 좁힐 생각이었다. 그러나 회동은 불발됐다.",
        ["고은찬, 민도영 | cancelled | 2025-02-03 | 서울"],
    ),
    (
        "what is joined to a plan is planned",
        "민도영 대통령은 6일 낮 고은찬 총리와 회담하고 오찬을 한다.",
        ["고은찬, 민도영 | planned | 2025-02-06 | –"],
    ),
    (
        "what is a day ahead has not happened",
        "서하람 한들은행장과 민도영 누리은행장이 3일 아침 식사를 함께했다. 고은찬 금융감독원장과 은행권의 첫 간담회를 하루 앞둔 시점이다.",
        ["민도영, 서하람 | held | 2025-02-03 | –"],
    ),
    (
        "the eve of what the story does not date",
        "민도영 한빛전자 사장은 성탄 전날 고은찬 누리은행장과 찻집에서 만났다.",
        ["고은찬, 민도영 | held | – | 찻집"],
    ),
    (
        "what went on meanwhile has no day",
        "민도영 한빛전자 회장은 3일 새 공장을 짓겠다고 밝혔다. 민 회장은 그동안 고은찬 누리그룹 회장과 세 번이나 머리를 맞댔다.",
        ["고은찬, 민도영 | held | – | –"],
    ),
    (
        "a noun that ends like a proposal is none",
        "민도영 한빛전자 회장과 고은찬 누리은행장의 3일 회동을 지켜본 관계자는 한동안 말이 없었다고 전했다.",
        ["고은찬, 민도영 | held | 2025-02-03 | –"],
    ),
    (
        "what somebody thinks is no plan",
        "민도영 한빛전자 회장은 3일 고은찬 누리은행장을 만나 같은 생각이라며 웃었다.",
        ["고은찬, 민도영 | held | 2025-02-03 | –"],
    ),
    (
        "who has something else ahead",
        "민도영 한빛전자 회장과 고은찬 누리은행장의 3일 회동을 선거를 앞둔 여권은 반겼다.",
        ["고은찬, 민도영 | held | 2025-02-03 | –"],
    ),
    (
        "a body of another clause is no side",
        "민도영 한빛전자 회장은 3일 귀국했다. 민 회장은 금융감독원이 조사를 시작하자 고은찬 누리은행장을 만나 대책을 논의했다.",
        ["고은찬, 민도영 | held | 2025-02-03 | –"],
    ),
    (
        "the eve of a day that is told",
        "민도영 한빛전자 회장은 3일 출국했다. 출국 전날 고은찬 누리은행장을 만났다.",
        ["고은찬, 민도영 | held | 2025-02-02 | –"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [pytest.param(text, expected, id=name) for name, text, expected in TABLE])
def test_what_is_told(text: str, expected: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meetings, "REPORTED", UNSURE)
    assert sorted(shown(meeting) for extraction in read(text) for meeting in extraction.meetings) == sorted(expected)
