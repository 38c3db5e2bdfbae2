"""Who met whom, through the whole extraction: short made-up articles of 5 February 2025, each with all the meetings it tells."""

from __future__ import annotations

import pytest
from extract.told import UNSURE, read, shown
from hypothesis import given, settings
from hypothesis import strategies as st

from graphing.extract.meetings import finding as meetings
from graphing.model import Extraction, Span

# (what it shows, text, "who | status | date | place" of every meeting)
TABLE = [
    ("만나다", "민도영 한빛전자 회장은 4일 고은찬 누리은행장을 만났다.", ["고은찬, 민도영 | held | 2025-02-04 | –"]),
    (
        "만나 … 논의",
        "민도영 한빛전자 회장이 4일 서울 중구 더한호텔에서 고은찬 누리은행장과 만나 합작 투자를 논의했다.",
        ["고은찬, 민도영 | held | 2025-02-04 | 더한호텔"],
    ),
    (
        "임원들 of the group whose company's head is named",
        "서하람 외교부 장관은 4일 민도영 삼성전자 부회장과 삼성 미래전략실 임원들을 만났다.",
        ["민도영, 서하람 | held | 2025-02-04 | –"],
    ),
    (
        "경영진 of the company whose union's head is named",
        "서하람 외교부 장관은 4일 민도영 한빛자동차 노조 위원장과 한빛자동차 경영진을 만났다.",
        ["민도영, 서하람, 한빛자동차 측 | held | 2025-02-04 | –"],
    ),
    ("회동", "민도영 한빛전자 회장과 고은찬 누리은행장이 3일 회동했다.", ["고은찬, 민도영 | held | 2025-02-03 | –"]),
    ("면담", "고은찬 누리은행장은 지난달 20일 민도영 한빛전자 회장과 면담했다.", ["고은찬, 민도영 | held | 2025-01-20 | –"]),
    (
        "접견",
        "서하람 산업통상자원부 장관은 4일 정부서울청사에서 민도영 한빛전자 회장을 접견했다.",
        ["민도영, 서하람 | held | 2025-02-04 | 정부서울청사"],
    ),
    (
        "만찬",
        "민도영 한빛전자 회장은 지난달 20일 고은찬 누리은행장, 서하람 다온그룹 부회장과 만찬을 함께했다.",
        ["고은찬, 민도영, 서하람 | held | 2025-01-20 | –"],
    ),
    ("오찬", "민도영 한빛전자 회장과 고은찬 누리은행장이 4일 오찬을 했다.", ["고은찬, 민도영 | held | 2025-02-04 | –"]),
    (
        "조찬",
        "고은찬 누리은행장은 4일 더한호텔에서 민도영 한빛전자 회장과 조찬을 함께하며 금리 문제를 논의했다.",
        ["고은찬, 민도영 | held | 2025-02-04 | 더한호텔"],
    ),
    ("독대", "민도영 한빛전자 회장은 3일 서하람 대통령과 독대했다.", ["민도영, 서하람 | held | 2025-02-03 | –"]),
    ("환담", "민도영 한빛전자 회장은 4일 행사에 앞서 고은찬 누리은행장과 환담했다.", ["고은찬, 민도영 | held | 2025-02-04 | –"]),
    ("머리를 맞대다", "민도영 한빛전자 회장과 고은찬 누리은행장이 4일 머리를 맞댔다.", ["고은찬, 민도영 | held | 2025-02-04 | –"]),
    (
        "마주 앉다",
        "민도영 한빛전자 회장과 고은찬 누리은행장이 4일 더한호텔에서 마주 앉았다.",
        ["고은찬, 민도영 | held | 2025-02-04 | 더한호텔"],
    ),
    ("한자리", "민도영 한빛전자 회장과 고은찬 누리은행장이 4일 한자리에 모였다.", ["고은찬, 민도영 | held | 2025-02-04 | –"]),
    ("회담", "서하람 외교부 장관과 노윤슬 한빛전자 회장은 4일 회담을 열었다.", ["노윤슬, 서하람 | held | 2025-02-04 | –"]),
    ("만남이 이뤄지다", "민도영 한빛전자 회장과 고은찬 누리은행장의 만남이 4일 이뤄졌다.", ["고은찬, 민도영 | held | 2025-02-04 | –"]),
    (
        "와의 면담에서",
        "민도영 한빛전자 회장은 4일 고은찬 누리은행장과의 면담에서 투자 확대를 약속했다.",
        ["고은찬, 민도영 | held | 2025-02-04 | –"],
    ),
    (
        "업무협약",
        "민도영 한빛전자 회장과 고은찬 누리은행장은 4일 더한호텔에서 업무협약을 체결했다.",
        ["고은찬, 민도영 | held | 2025-02-04 | 더한호텔"],
    ),
    ("화상회의", "민도영 한빛전자 회장은 4일 고은찬 누리은행장과 화상회의를 했다.", ["고은찬, 민도영 | held | 2025-02-04 | –"]),
    ("통화", "민도영 한빛전자 회장은 4일 고은찬 누리은행장과 전화 통화를 했다.", ["고은찬, 민도영 | held | 2025-02-04 | –"]),
    (
        "배석, next sentence",
        "민도영 한빛전자 회장과 고은찬 누리은행장이 4일 오전 더한호텔에서 회동했다. 이 자리에는 서하람 한빛전자 부사장이 배석했다.",
        ["고은찬, 민도영, 서하람 | held | 2025-02-04 | 더한호텔"],
    ),
    (
        "attendants by side",
        "민도영 한빛전자 회장과 고은찬 누리은행장이 4일 만났다. 한빛전자에서는 서하람 부사장이, 누리은행에서는 노윤슬 부행장이 배석했다.",
        ["고은찬, 노윤슬, 민도영, 서하람 | held | 2025-02-04 | –"],
    ),
    (
        "an absentee",
        "민도영 한빛전자 회장과 고은찬 누리은행장이 4일 만났다. 서하람 다온그룹 부회장은 불참했다.",
        ["고은찬, 민도영 | held | 2025-02-04 | –"],
    ),
    (
        "차례로",
        "고은찬 누리은행장은 3일 민도영 한빛전자 회장과 서하람 다온그룹 부회장을 차례로 만났다.",
        ["고은찬, 민도영 | held | 2025-02-03 | –", "고은찬, 서하람 | held | 2025-02-03 | –"],
    ),
    (
        "각각",
        "고은찬 누리은행장은 3일 민도영 한빛전자 회장과 서하람 다온그룹 부회장을 각각 만났다.",
        ["고은찬, 민도영 | held | 2025-02-03 | –", "고은찬, 서하람 | held | 2025-02-03 | –"],
    ),
    (
        "relative clause",
        "지난 2일 고은찬 누리은행장을 만난 민도영 한빛전자 회장이 투자 계획을 밝혔다.",
        ["고은찬, 민도영 | held | 2025-02-02 | –"],
    ),
    (
        "만난 자리에서",
        "민도영 한빛전자 회장은 3일 고은찬 누리은행장을 만난 자리에서 투자 확대를 약속했다.",
        ["고은찬, 민도영 | held | 2025-02-03 | –"],
    ),
    (
        "안내로 둘러보다",
        "지난 2일 누리은행 본점을 찾은 민도영 한빛전자 회장은 고은찬 누리은행장의 안내로 전시장을 둘러봤다.",
        ["고은찬, 민도영 | held | 2025-02-02 | 누리은행 본점"],
    ),
    (
        "two earlier dates",
        "민도영 한빛전자 회장이 4일 고은찬 누리은행장과 회동했다. 두 사람은 지난해 3월과 같은 해 9월에도 만났다.",
        ["고은찬, 민도영 | held | 2025-02-04 | –", "고은찬, 민도영 | held | 2024-03 | –", "고은찬, 민도영 | held | 2024-09 | –"],
    ),
    (
        "an earlier date",
        "민도영 한빛전자 회장이 4일 고은찬 누리은행장과 회동했다. 두 사람은 지난해 11월에도 만났다.",
        ["고은찬, 민도영 | held | 2025-02-04 | –", "고은찬, 민도영 | held | 2024-11 | –"],
    ),
    ("취재진", "민도영 한빛전자 회장은 4일 취재진과 만나 “고은찬 누리은행장과는 잘 지낸다”고 말했다.", []),
    ("기자간담회", "민도영 한빛전자 회장은 4일 기자간담회에서 고은찬 누리은행장의 제안을 언급했다.", []),
    ("기자들", "민도영 한빛전자 회장은 4일 기자들과 만나 올해 투자 계획을 밝혔다.", []),
    ("appointments", "한빛전자는 고은찬 누리은행장을 사외이사로 선임했다. 민도영 한빛전자 회장은 유임됐다.", []),
    ("list of promotions", "◇승진 △부사장 민도영 고은찬 △전무 서하람 노윤슬", []),
    ("shares", "민도영 한빛전자 회장의 지분은 12%, 고은찬 누리은행장의 지분은 3%다.", []),
    ("neighbours in the text", "민도영 한빛전자 회장은 올해 투자를 두 배로 늘린다. 고은찬 누리은행장은 금리를 내리겠다고 했다.", []),
    ("a letter", "민도영 한빛전자 회장은 4일 고은찬 누리은행장에게 서한을 보냈다.", []),
    ("companies sign, nobody named", "한빛전자와 누리은행은 4일 업무협약을 체결했다.", []),
    ("nobody named", "정부는 4일 물가 대책을 내놓았다.", []),
    ("예정", "민도영 한빛전자 회장은 오는 21일 고은찬 누리은행장을 만날 예정이다.", ["고은찬, 민도영 | planned | 2025-02-21 | –"]),
    ("present tense", "민도영 한빛전자 회장은 오는 21일 고은찬 누리은행장과 만난다.", ["고은찬, 민도영 | planned | 2025-02-21 | –"]),
    (
        "보인다",
        "민도영 한빛전자 회장은 7일 고은찬 누리은행장과 만찬 회동을 할 것으로 보인다.",
        ["고은찬, 민도영 | planned | 2025-02-07 | –"],
    ),
    ("무산", "민도영 한빛전자 회장과 고은찬 누리은행장의 5일 회동은 무산됐다.", ["고은찬, 민도영 | cancelled | 2025-02-05 | –"]),
    ("연기", "민도영 한빛전자 회장과 고은찬 누리은행장의 회동이 20일로 연기됐다.", ["고은찬, 민도영 | cancelled | – | –"]),
    ("연기", "민도영 한빛전자 회장과 고은찬 누리은행장의 5일 회동이 20일로 미뤄졌다.", ["고은찬, 민도영 | cancelled | 2025-02-05 | –"]),
    ("취소", "4일로 잡혔던 민도영 한빛전자 회장과 고은찬 누리은행장의 면담이 취소됐다.", ["고은찬, 민도영 | cancelled | 2025-02-04 | –"]),
    (
        "a rumour denied",
        "민도영 한빛전자 회장이 지난달 고은찬 누리은행장과 독대했다는 소문은 사실이 아니다.",
        ["고은찬, 민도영 | cancelled | 2025-01 | –"],
    ),
    (
        "성사되지 않다",
        "민도영 한빛전자 회장과 고은찬 누리은행장의 4일 만남은 성사되지 않았다.",
        ["고은찬, 민도영 | cancelled | 2025-02-04 | –"],
    ),
    (
        "caption, photo",
        "민도영(왼쪽) 한빛전자 회장과 고은찬 누리은행장이 4일 더한호텔에서 기념촬영을 하고 있다.",
        ["고은찬, 민도영 | held | 2025-02-04 | 더한호텔"],
    ),
    (
        "caption, 악수",
        "민도영(오른쪽) 한빛전자 회장이 4일 더한호텔에서 고은찬 누리은행장과 악수하고 있다.",
        ["고은찬, 민도영 | held | 2025-02-04 | 더한호텔"],
    ),
    (
        "두 사람은",
        "민도영 한빛전자 회장과 고은찬 누리은행장이 합작에 나선다. 두 사람은 4일 더한호텔에서 만나 세부 조건을 논의했다.",
        ["고은찬, 민도영 | held | 2025-02-04 | 더한호텔"],
    ),
    ("경영진과 간담회", "민도영 한빛전자 회장은 4일 누리은행 경영진과 간담회를 열었다.", ["민도영, 누리은행 측 | held | 2025-02-04 | –"]),
    ("경영진을 만나다", "민도영 한빛전자 회장은 4일 누리은행 경영진을 만났다.", ["민도영, 누리은행 측 | held | 2025-02-04 | –"]),
    (
        "관계자들과",
        "민도영 한빛전자 회장은 3일 누리은행 관계자들과 만나 대출 조건을 협의했다.",
        ["민도영, 누리은행 측 | held | 2025-02-03 | –"],
    ),
    (
        "subject dropped",
        "민도영 한빛전자 회장은 3일 미국으로 출국했다. 4일에는 고은찬 누리은행장을 만났다.",
        ["고은찬, 민도영 | held | 2025-02-04 | –"],
    ),
    (
        "short form",
        "민도영 한빛전자 회장이 한국을 찾았다. 민 회장은 4일 고은찬 누리은행장과 회동했다.",
        ["고은찬, 민도영 | held | 2025-02-04 | –"],
    ),
    ("전날", "민도영 한빛전자 회장은 전날 고은찬 누리은행장과 만났다.", ["고은찬, 민도영 | held | 2025-02-04 | –"]),
    ("지난해 10월", "민도영 한빛전자 회장은 지난해 10월 고은찬 누리은행장과 만났다.", ["고은찬, 민도영 | held | 2024-10 | –"]),
    (
        "headline and body are one",
        "민도영 한빛전자 회장이 고은찬 누리은행장과 만났다.\n민도영 회장은 4일 더한호텔에서 고은찬 행장과 만나 합작 투자를 논의했다.",
        ["고은찬, 민도영 | held | 2025-02-04 | 더한호텔"],
    ),
    (
        "date of the report",
        "5일 업계에 따르면 민도영 한빛전자 회장은 지난달 고은찬 누리은행장을 만났다.",
        ["고은찬, 민도영 | held | 2025-01 | –"],
    ),
    (
        "함께 둘러보다",
        "민도영 한빛전자 회장은 4일 고은찬 누리은행장과 함께 평택공장을 둘러봤다.",
        ["고은찬, 민도영 | held | 2025-02-04 | 평택공장"],
    ),
    ("맞이하다", "고은찬 누리은행장이 4일 본점을 방문한 민도영 한빛전자 회장을 맞이했다.", ["고은찬, 민도영 | held | 2025-02-04 | 본점"]),
    (
        "three subjects",
        "민도영 한빛전자 회장, 고은찬 누리은행장, 서하람 다온그룹 부회장이 4일 더한호텔에서 만났다.",
        ["고은찬, 민도영, 서하람 | held | 2025-02-04 | 더한호텔"],
    ),
    ("names joined by a dot", "민도영·고은찬 회장이 4일 회동했다.", ["고은찬, 민도영 | held | 2025-02-04 | –"]),
    (
        "told in a quotation",
        "민도영 한빛전자 회장은 “지난달 고은찬 누리은행장을 만나 투자를 약속받았다”고 말했다.",
        ["고은찬, 민도영 | held | 2025-01 | –"],
    ),
    ("a habit", "민도영 한빛전자 회장은 고은찬 누리은행장과 자주 만나는 사이다.", []),
    ("nobody meets himself", "민도영 한빛전자 회장은 4일 만찬을 했다.", []),
    ("an acquaintance", "민도영 한빛전자 회장과 고은찬 누리은행장은 대학 동기다.", []),
    ("abroad", "민도영 한빛전자 회장은 3일 미국 뉴욕에서 고은찬 누리은행장과 만났다.", ["고은찬, 민도영 | held | 2025-02-03 | 뉴욕"]),
    (
        "met with",
        "Han-bit Electronics Chairman Min Do-young met with Nuri Bank CEO Ko Eun-chan in Seoul on Feb. 4.",
        ["Ko Eun-chan, Min Do-young | held | 2025-02-04 | Seoul"],
    ),
    (
        "held talks",
        "Min Do-young, chairman of Hanbit Electronics, held talks with Nuri Bank CEO Ko Eun-chan on Tuesday.",
        ["Ko Eun-chan, Min Do-young | held | 2025-02-04 | –"],
    ),
    (
        "will meet",
        "Hanbit Electronics Chairman Min Do-young will meet Nuri Bank CEO Ko Eun-chan on Feb. 21.",
        ["Ko Eun-chan, Min Do-young | planned | 2025-02-21 | –"],
    ),
    (
        "told reporters",
        "Hanbit Electronics Chairman Min Do-young told reporters on Feb. 4 that Nuri Bank CEO Ko Eun-chan had called.",
        [],
    ),
    (
        "did not meet",
        "Hanbit Electronics Chairman Min Do-young did not meet Nuri Bank CEO Ko Eun-chan.",
        ["Ko Eun-chan, Min Do-young | cancelled | – | –"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [pytest.param(text, expected, id=name) for name, text, expected in TABLE])
def test_what_is_told(text: str, expected: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meetings, "REPORTED", UNSURE)
    found = [meeting for extraction in read(text) for meeting in extraction.meetings]
    assert sorted(map(shown, found)) == sorted(expected)


def test_what_is_sooner_wrong_than_right_is_not_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "민도영 한빛전자 회장은 4일 더한호텔에서 고은찬 누리은행장을 만났다."
    (sure,) = [meeting for extraction in read(text) for meeting in extraction.meetings]
    assert 0.5 <= sure.certainty <= 1
    monkeypatch.setattr(meetings, "certainty_of", lambda *_, **__: 0.49)
    assert [meeting for extraction in read(text) for meeting in extraction.meetings] == []


def spans(extraction: Extraction) -> list[Span]:
    """Every range that an extraction names, mentions excepted."""
    found = [post.evidence for person in extraction.people for post in person.affiliations]
    for meeting in extraction.meetings:
        found += [meeting.cue, *meeting.evidence, *(one.words for one in meeting.participants)]
        found += [meeting.topic] if meeting.topic else []
        found += [meeting.place.words] if meeting.place else []
        found += [meeting.when.words] if meeting.when and meeting.when.words else []
    return found


def check(extraction: Extraction) -> None:
    text = extraction.article.text
    assert all(0 <= span.start <= span.end <= len(text) for span in spans(extraction))
    for one in (*extraction.people, *extraction.organizations):
        assert all(text[mention.start : mention.end] == mention.text for mention in one.mentions)
    people = {person.name for person in extraction.people}
    for meeting in extraction.meetings:
        assert people >= {one.name for one in meeting.participants}
        assert len(meeting.participants) + len(meeting.orgs) >= 2
        assert any(span.start <= meeting.cue.start and meeting.cue.end <= span.end for span in meeting.evidence)
        assert all(one.words.end > one.words.start for one in meeting.participants)


PIECES = [text for _, text, _ in TABLE]
BROKEN = [
    "\n",
    " ",
    "“",
    "”",
    "\u1112\u1161\u11ab",
    "👨‍👩‍👧",
    "李",
    "()",
    "\x00",
    "·",
    "4일",
    "씨",
    "각각 ",
    "두 사람은 ",
    "회동",
    "만났다.",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(PIECES), st.sampled_from(BROKEN), st.text(max_size=12)), max_size=6))
def test_any_text_is_read_and_every_range_lies_in_it(pieces: list[str]) -> None:
    for extraction in read("".join(pieces)):
        check(extraction)


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(PIECES), st.integers(0, 200), st.integers(0, 200))
def test_a_text_cut_anywhere_is_read(text: str, start: int, end: int) -> None:
    for extraction in read(text[start : start + end], None):
        check(extraction)


def test_the_words_that_prove_a_meeting() -> None:
    text = "날씨가 풀렸다. 민도영 한빛전자 회장이 4일 더한호텔에서 고은찬 누리은행장과 만나 합작 투자를 논의했다. 주가가 올랐다."
    (extraction,) = read(text)
    (meeting,) = extraction.meetings
    assert [text[slice(*span)] for span in meeting.evidence] == [text[text.index("민도영") : text.index(" 주가가")]]
    assert text[slice(*meeting.cue)] == "만나"
    assert [one.name for one in meeting.participants] == ["민도영", "고은찬"]
    assert all(text[slice(*one.words)].startswith(one.name) for one in meeting.participants)
    assert meeting.topic is not None
    assert text[slice(*meeting.topic)] == "합작 투자"
    assert meeting.place is not None
    assert text[slice(*meeting.place.words)] == "더한호텔"
    assert meeting.when is not None
    assert meeting.when.words is not None
    assert text[slice(*meeting.when.words)] == "4일"
    assert meeting.reason


def test_the_same_text_is_read_the_same() -> None:
    text = "\n".join(PIECES[:12])
    assert read(text) == read(text)


@pytest.mark.parametrize(
    "after",
    [
        "가온AI가 국내 기업과 제휴를 체결한 것은 나루톡이 처음이다.",
        "두 회사는 이용자가 쉽게 쓰도록 하는 데 초점을 맞췄다. 가온AI가 전략적 제휴를 체결한 것은 국내에서는 나루톡이 처음이다.",
    ],
)
def test_what_hardly_tells_an_encounter_is_no_proof_of_one_that_is_told_plainly(after: str) -> None:
    plain = "민도영 한빛전자 회장은 4일 서울 더한호텔에서 서하람 가온AI 최고경영자와 회동했다."
    (extraction,) = read(f"{plain} {after}")
    (meeting,) = extraction.meetings
    assert [extraction.article.text[span.start : span.end] for span in meeting.evidence] == [plain]
    assert meeting.reason.startswith("told=1")


def test_who_is_told_by_an_unsure_sentence_alone_is_shown_there() -> None:
    for row in TABLE:
        for extraction in read(row[1]):
            for meeting in extraction.meetings:
                for one in meeting.participants:
                    assert any(span.start <= one.words.start and one.words.end <= span.end for span in meeting.evidence), (row[0], one)
