"""Who hangs on another verb of the sentence took no part; A, B and C stand for three people with their posts."""

from __future__ import annotations

import pytest

from tests.extract.frames.three import met_of_three

APART = [
    # another's verb behind the encounter
    "A이 3일 B과 만나 C을 도와 달라고 부탁했다.",
    "A이 3일 B과 만나 C의 연임을 막아야 한다고 했다.",
    "A이 3일 B과 만나 C을 돕자고 뜻을 모았다.",
    "A이 3일 B과 만난 것은 C을 견제하기 위해서다.",
    "A이 3일 B과 만난 것은 C의 제안에 따른 것이다.",
    "A이 3일 B과 만난 호텔은 C이 소유하고 있다.",
    "A이 3일 B과 만난 시각, C은 국회에 있었다.",
    "A이 3일 B과 만찬을 하는 사이 C은 귀국했다.",
    "A이 3일 B을 만날 때 C은 없었다.",
    # a clause before it that says who another is
    "C과 경영권 다툼을 벌이는 A이 3일 B을 만났다.",
    "C의 사퇴로 공석이 된 자리를 채운 A이 3일 B을 만났다.",
    "A이 3일 C이 지지하는 B을 만났다.",
    "C이 지지하는 A이 3일 B을 만났다.",
    "A이 3일 C을 이을 후임으로 꼽히는 B을 만났다.",
    # who learns of it
    "C은 A과 B이 3일 만난 사실을 뒤늦게 알았다.",
    # what stands right behind his name
    "C에 따르면 A과 B이 3일 만났다.",
    "C처럼 A도 3일 B을 만났다.",
    "A과 B이 3일 만나 C에 대한 해임안을 논의했다.",
    "C 취임 이후 처음으로 A이 3일 B을 만났다.",
    "C 없이 A과 B이 3일 만났다.",
]
TOGETHER = [
    "A이 3일 B을 만날 때 C도 배석했다.",
    "A이 3일 방한한 B과 C을 만났다.",
    "A이 동생인 C과 함께 3일 B을 만났다.",
    "A은 3일 더한호텔에서 C이 동석한 가운데 B을 만났다.",
    "A은 3일 C을 데리고 B을 찾아갔다.",
    "3일 A과 B이 만난 자리에는 C도 있었다.",
    "한빛전자에서는 A이, 누리은행에서는 C이 3일 B과의 면담에 참석했다.",
]


@pytest.mark.parametrize("text", APART)
def test_the_third_is_told_of_and_was_not_there(text: str) -> None:
    assert met_of_three(text) == ["A B"]


@pytest.mark.parametrize("text", TOGETHER)
def test_the_third_was_there(text: str) -> None:
    assert met_of_three(text) == ["A B C"]


def test_two_partners_of_a_relative_clause_met_whom_it_describes_each() -> None:
    assert met_of_three("3일 B과 C을 차례로 만난 A은 점심을 거른 채 출국했다.") == ["A B", "A C"]
