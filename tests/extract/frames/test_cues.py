"""Words that can tell an encounter, and what the words after them say of it."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphing.extract.frames.cues import called_off, denied, dropped, find_cues, refused, told_status
from graphing.lexicon import table


def cues(text: str) -> list[tuple[str, str]]:
    return [(text[cue.start : cue.end], cue.kind) for cue in find_cues(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("두 사람은 4일 만났다", [("만났", "meet")]),
        ("회장단과 면담을 한 뒤 만찬을", [("면담", "talk"), ("만찬", "meal")]),
        ("장관을 예방했다", [("예방", "visit")]),
        ("같은 날 저녁 장관을 만나 투자를 요청했다", [("만나", "meet"), ("요청했", "confer")]),
        ("저녁은 장관과 함께 먹었다", [("저녁은 장관과 함께 먹었", "meal")]),
        ("장관과 자리를 가진 뒤", [("자리를 가진", "face")]),
        ("이런 자리를 가진 부처는", []),
        ("부사장이 배석했다", [("배석", "attend")]),
        ("서 교수는 통화에서 “모른다”고 했다", []),
        ("서 교수는 민 회장과의 통화에서 “만나자”고 했다", [("통화", "phone"), ("만나", "meet")]),
        ("연락처를 건넸다", []),
        ("선수들을 데려와 새 팀을 꾸렸다", []),
        ("머리를 맞댔다", [("머리를 맞댔", "face")]),
        ("부회장 등이 자리를 채웠다", [("자리를 채웠", "attend")]),
        ("회장 등 16명이 모였다", [("모였", "attend")]),
        ("시장의 관심이 모였다", []),
        ("노조와 8시간을 줄다리기했다", [("줄다리기", "talk")]),
        ("관심사를 나눴다", [("관심사를 나눴", "talk")]),
        ("관계자와 대화하고 있다", [("대화하고", "talk")]),
        ("탄원서를 직접 전했다", [("탄원서를 직접 전했", "sign")]),
        ("장관이 주재했고", [("주재했", "event")]),
        ("총리와도 자리가 마련될 수 있다", [("자리가 마련", "face")]),
        ("총리와 따로 자리가 마련됐다", [("따로 자리", "face")]),
        ("총리와의 자리가 마련됐다", [("자리가 마련", "face")]),
        ("책을 소개하는 자리가 마련됐다", []),
        ("공과와 자리가 마련한 논란", []),
        ("중소기업 몫으로 여덟 자리가 마련됐다", []),
        ("정무위원회 국회의원이다", []),
        ("누리협회의 회장", []),
        ("접견실을 새로 꾸몄다", []),
        ("간담회장은 붐볐다", []),
        ("통화정책을 결정했다", []),
        ("협상단을 꾸렸다", []),
        ("취재진과 만나 말했다", []),
        ("기자들과 만나 말했다", []),
        ("특파원들과 따로 만나", []),
        ("굴국밥을 대접하며", [("국밥을 대접", "meal")]),
        ("총재와 치맥을 했다", [("치맥을 했", "meal")]),
        ("닭 다리를 뜯었다", [("닭 다리를 뜯었", "meal")]),
        ("삼겹살을 함께 구웠다", [("삼겹살을 함께 구웠", "meal")]),
        ("세 사람은 러브샷을 했다", [("러브샷", "meal")]),
        ("맥주잔이 부딪쳤다", [("맥주잔이 부딪", "meal")]),
        ("당구를 쳤다", [("당구를 쳤", "joint")]),
        ("카트를 함께 탔다", [("카트를 함께 탔", "joint")]),
        ("영화를 봤다", [("영화를 봤", "joint")]),
        ("장관과 연탄을 날랐다", [("연탄을 날랐", "joint")]),
        ("주먹을 맞댔다", [("주먹을 맞댔", "face")]),
        ("총재가 와락 끌어안았다", [("와락 끌어안았", "face")]),
        ("고통을 끌어안았다", []),
        ("현관에서 기다리던 사람은 총재였다", [("기다리던 사람은 ", "host")]),
        ("두 회사가 참여하는 협의체를 만들기로 했다", []),
        ("말을 했다", []),
        ("점심을 냈다", [("점심을 냈", "meal")]),
        ("저녁을 했다", [("저녁을 했", "meal")]),
        ("과의 점심은", [("점심", "meal")]),
        ("같은 반찬을 먹으며", [("반찬을 먹", "meal")]),
        ("이야기를 두 시간 들었다", [("이야기를 두 시간 들었", "talk")]),
        ("설명을 들으며", [("설명을 들으", "talk")]),
        ("안내를 받아", [("안내를", "host")]),
        ("방으로 불러", [("불러", "host")]),
        ("현장으로 데려간", [("데려간", "host")]),
        ("감사패를 건넸다", [("감사패", "sign"), ("건넸", "sign")]),
        ("대표 곁에 서서", [("곁에 서", "face")]),
        ("손을 흔들고", [("손을 흔들", "face")]),
        ("골프를 치다", [("골프", "joint")]),
        ("전화로 이야기를 나눴다", [("전화로", "phone"), ("이야기를 나", "talk")]),
        ("지분을 맞바꾸는 계약", []),
        ("나란히 부사장으로 승진했다", []),
        ("나란히 섰다", [("나란히", "joint")]),
        ("머리를 맞대야 한다", []),
        ("국회 청문회에서", []),
        ("회의실을 고쳤다", []),
        ("방문객이 늘었다", []),
        ("골프장을 지었다", []),
        ("본지와의 통화에서", []),
        ("하늘일보와 만나 말했다", []),
        ("의장 등 6백여명이 참석한 가운데", []),
        ("의장 등 1천2백여명이 참석했다", []),
        ("의장 등 60여명이 참석했다", [("참석", "attend")]),
        ("워크숍 형식으로 진행될 모임", [("모임", "event")]),
        ("새문안로 사무실에서", []),
        ("어른께 문안을 드리러", [("문안", "visit")]),
        ("", []),
    ],
)
def test_cues(text: str, expected: list[tuple[str, str]]) -> None:
    assert cues(text) == expected


def test_only_the_asked_range_is_searched() -> None:
    text = "어제 만났고 오늘 회동했다"
    assert [(cue.start, cue.end) for cue in find_cues(text, 7, len(text))] == [(text.index("회동"), text.index("회동") + 2)]


@given(st.text(alphabet="만났나회동면담자리를함께 기들과취재진 .“”", max_size=60))
def test_cues_are_in_order_and_apart(text: str) -> None:
    found = find_cues(text, 0, len(text))
    assert all(0 <= cue.start < cue.end <= len(text) for cue in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@pytest.mark.parametrize(
    ("near", "chained", "expected"),
    [
        ("동은 무산됐다", "", "cancelled"),
        ("동이 취소됐다", "", "cancelled"),
        ("동은 성사되지 않았다", "", "cancelled"),
        ("난 적이 없다", "", "cancelled"),
        ("날 예정이다", "", "planned"),
        ("나기로 했다", "", "planned"),
        ("나", " 투자를 논의할 예정이다", "planned"),
        # What else is cancelled says nothing of the encounter.
        ("나", " 투자를 취소했다", None),
        ("났다", "", None),
        ("담 취소설", "", "held"),
    ],
)
def test_what_the_words_after_a_cue_tell(near: str, chained: str, expected: str | None) -> None:
    assert told_status(near, chained) == expected


@pytest.mark.parametrize("words", ["약속이 취소됐다", "만나지 못했다", "끝내 나타나지 않았다", "만남은 성사되지 않았다"])
def test_what_came_to_nothing(words: str) -> None:
    assert called_off(words)


@pytest.mark.parametrize("words", ["사실무근이라고 했다", "사실이 아니다", "그런 적이 없다", "의혹을 부인했다"])
def test_what_is_denied(words: str) -> None:
    assert denied(words)


@pytest.mark.parametrize("words", ["약속을 거둬들였다", "이 면담은 폭설로 취소됐다", "서명식은 다음 달로 미뤄졌다", "일정 자체가 틀어졌다"])
def test_a_plan_named_and_dropped(words: str) -> None:
    assert dropped(words)


@pytest.mark.parametrize("words", ["약속을 지켰다", "면담을 마치고 계약을 취소했다", "투자가 무산됐다", ""])
def test_no_plan_named_and_dropped(words: str) -> None:
    assert not dropped(words)


@pytest.mark.parametrize("words", ["은행이 거절해", "발길을 돌렸다", "행장은 끝내 나타나지 않았다", "만나 주지 않았다"])
def test_an_invitation_or_a_call_turned_down(words: str) -> None:
    assert refused(words)


@pytest.mark.parametrize("words", ["두 시간 동안 이어졌다", "투자를 논의했다", ""])
def test_what_is_neither(words: str) -> None:
    assert not called_off(words)
    assert not denied(words)


@pytest.mark.parametrize("name", ["cues", "status"])
def test_every_pattern_of_the_lexicons_compiles_and_matches_no_empty_words(name: str) -> None:
    for row in table(name):
        assert not re.compile(row["pattern"]).fullmatch(""), row


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("장관에게 서한을 보내 재고를 요청했다.", False),
        ("SNS에 글을 올려 장관에게 토론을 제안했다.", False),
        ("장관을 찾아가 재고를 요청했다.", True),
        ("면담을 마치고 나와 웃었다.", False),
        ("사측에서는 사장이 나와 설명했다.", True),
    ],
)
def test_who_is_written_to_or_comes_out_is_not_met(text: str, told: bool) -> None:
    kinds = {cue.kind for cue in find_cues(text, 0, len(text))}
    assert bool(kinds & {"confer", "attend"}) is told
