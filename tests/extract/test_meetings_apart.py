"""Who met whom where a sentence or two tell several encounters, or somebody who was at none of them, with invented people."""

from __future__ import annotations

import pytest
from extract.told import UNSURE, read, shown

from graphing.extract import meetings

# (what it shows, text, "who | status | date | place" of every meeting)
TABLE = [
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
def test_who_met_whom(text: str, expected: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meetings, "REPORTED", UNSURE)
    assert [shown(meeting) for extraction in read(text) for meeting in extraction.meetings] == expected
