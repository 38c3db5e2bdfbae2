"""'A와 경쟁하는 B는' is one subject, 'A와 새로 취임한 B는' are two; A, B and C stand for three people with their posts."""

from __future__ import annotations

import pytest

from graphing.extract.frames.listing import is_mutual
from tests.extract.frames.three import met_of_three

OF_EACH_OTHER = (
    "갈등을 빚어온", "갈등 중인", "경쟁하는", "경쟁 관계인", "경영권을 다투는", "맞서온", "소송 중인", "분쟁을 벌이는", "대립해온",
    "손잡은", "가까운",
    "친분이 두터운", "절친한", "인연이 깊은", "동업한", "결별한", "신경전을 벌이는", "교류해온", "사돈인",
    "대학 동기인", "형제인", "협력해온",
    "함께 일한", "호흡을 맞춰온", "지분을 나눠 가진", "닮은",
)
OF_ONE = ("새로 취임한", "최근 방한한", "같은 날 취임한", "새 사업을 이끄는",
          "경쟁사를 이끄는", "협력사 대표인", "소통수석을 지낸", "동문회를 이끄는")
FRAMES = ("B과 {} A은 3일 C과 만났다.", "B과 {} A이 3일 서울에서 C을 만났다.")


@pytest.mark.parametrize("words", OF_EACH_OTHER)
@pytest.mark.parametrize("frame", FRAMES)
def test_who_is_told_of_beside_the_subject_was_not_there(frame: str, words: str) -> None:
    assert met_of_three(frame.format(words)) == ["A C"]


@pytest.mark.parametrize("words", OF_ONE)
@pytest.mark.parametrize("frame", FRAMES)
def test_two_of_whom_the_second_is_described_are_both_there(frame: str, words: str) -> None:
    assert met_of_three(frame.format(words)) == ["A B C"]


@pytest.mark.parametrize(
    ("words", "mutual"), [(" 갈등을 빚은 ", True), (" 오래 다퉈온 ", True), (" 함께 방한한 ", False), (" 지난달 취임한 ", False)]
)
def test_words_that_take_two(words: str, mutual: bool) -> None:
    assert is_mutual(words) is mutual
