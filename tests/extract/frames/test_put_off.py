"""An encounter that came to nothing, in whatever words; and one that took place though such words stand beside it."""

from __future__ import annotations

import pytest
from extract.told import read

from graphing.extract.frames.cues import told_status

MET = "민도영 한빛전자 회장은 3일 서울에서 고은찬 새얼은행장을 만났다. "
FRAMES = (
    "표정우 노을그룹 회장과의 면담은 {}.",
    "6일로 잡혔던 표정우 노을그룹 회장과의 만찬이 {}.",
    "표정우 노을그룹 회장과 만나려던 계획은 {}.",
)
FELL_THROUGH = (
    "10월로 순연됐다", "무기한 늦춰졌다", "다음 달로 늦춰졌다", "다음 주로 밀려났다", "보류됐다", "잠정 보류됐다", "유보됐다",
    "다음 달로 넘어갔다", "무위에 그쳤다", "철회됐다", "깨졌다", "접었다", "접어야 했다", "좌절됐다", "흐지부지됐다",
    "일정이 맞지 않았다", "취소됐다", "끝내 이뤄지지 않았다",
)


def became(text: str) -> list[str]:
    """What became of the encounter with 표정우."""
    meetings = [meeting for extraction in read(text) for meeting in extraction.meetings]
    return [meeting.status for meeting in meetings if "표정우" in {one.name for one in meeting.participants}]


@pytest.mark.parametrize("words", FELL_THROUGH)
@pytest.mark.parametrize("frame", FRAMES)
def test_what_was_put_off_was_not_held(frame: str, words: str) -> None:
    assert became(MET + frame.format(words)) == ["cancelled"]


@pytest.mark.parametrize("text", [
    "표정우 노을그룹 회장과의 면담에서는 투자를 보류하기로 했다.",
    "표정우 노을그룹 회장을 만나 계약을 철회했다.",
    "표정우 노을그룹 회장과의 회동에서 합의를 미뤘다.",
    "표정우 노을그룹 회장과 점심을 먹고 일정을 접었다.",
    "표정우 노을그룹 회장과의 면담은 예정보다 늦춰져 오후 3시에 열렸다.",
    "표정우 노을그룹 회장을 만났지만 합의가 깨졌다.",
    "표정우 노을그룹 회장과의 오찬은 예정대로 진행됐다.",
    "한 차례 연기된 표정우 노을그룹 회장과의 만찬은 4일 성사됐다.",
    "표정우 노을그룹 회장과 만난 뒤 인수 계획을 접었다.",
])
def test_what_was_put_off_there_puts_no_encounter_off(text: str) -> None:
    assert became(MET + text) == ["held"]


@pytest.mark.parametrize("text", [
    "표정우 노을그룹 회장과 마주 앉을 기회는 없었다.",
    "표정우 노을그룹 회장과의 면담 일정은 보류됐다.",
])
def test_what_there_was_no_chance_for_was_not_held(text: str) -> None:
    assert became(MET + text) == ["cancelled"]


@pytest.mark.parametrize("ending", [
    "만날 공산이 크다", "찾아갈 생각이다", "머리를 맞댈 전망이다", "점심을 먹을 것으로 관측된다", "차를 마실 모양이다",
])
def test_all_endings_of_the_future_tell_a_plan(ending: str) -> None:
    particle = "을" if "찾아" in ending else "과"
    assert became(MET + f"민 회장은 다음 주 표정우 노을그룹 회장{particle} {ending}.") == ["planned"]


@pytest.mark.parametrize(("ending", "status"), [
    ("만나요", "planned"), ("마주 앉아요", "planned"), ("점심을 먹네요", "planned"), ("만난대요", "planned"), ("만날 거예요", "planned"),
    ("만났어요", "held"), ("만났대요", "held"), ("마주 앉았네요", "held"), ("얼굴을 맞댔네요", "held"), ("회동했다고 해요", "held"),
])
def test_a_letter_to_readers_tells_a_plan_in_the_present(ending: str, status: str) -> None:
    assert became(MET + f"민 회장은 오늘 오후 표정우 노을그룹 회장과 {ending}.") == [status]


def test_all_syllables_of_the_future_are_meant() -> None:
    # No list of the commonest: 꿇을 is none of them.
    assert told_status("꿇을 듯하다", "") == "planned"
    assert told_status("꿇은 듯하다", "") != "planned"


@pytest.mark.parametrize(("text", "expected"), [
    ("민도영 한빛전자 회장은 2일 표정우 노을그룹 회장과 만나 휴무일을 정하기로 했으나 표 회장이 출장을 이유로 약속을 미뤘다.", "cancelled"),
    ("민도영 한빛전자 회장은 2일 표정우 노을그룹 회장과 만나 합작을 논의하기로 했지만 표 회장의 출장으로 무산됐다.", "cancelled"),
    # what they agreed on came to nothing, and they had met
    ("민도영 한빛전자 회장은 2일 표정우 노을그룹 회장과 만나 합작을 추진하기로 했으나 이후 시장 악화로 무산됐다.", "held"),
    ("민도영 한빛전자 회장은 3일 표정우 노을그룹 회장과 만난 것으로 알려졌다. 한빛전자는 “회동은 없었다”고 부인했다.", "cancelled"),
    ("민도영 한빛전자 회장은 3일 표정우 노을그룹 회장과 만난 것으로 알려졌다. 한빛전자는 매각설을 부인했다.", "held"),
])
def test_what_they_were_to_meet_for(text: str, expected: str) -> None:
    assert became(text) == [expected]
