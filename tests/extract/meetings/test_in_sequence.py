"""Encounters told one after another, each in a sentence of its own: whom the next one takes over from the last, and whom it does not."""

from __future__ import annotations

import pytest
from extract.told import met, read, shown

# (what it shows, text, every encounter in a line)
TABLE = [
    (
        "a sentence that says who sat with whom takes over nobody",
        "민도영 한빛전자 회장은 3일 고은찬 누리은행장과 만났다. 노윤슬 가온화학 사장은 서하람 두루건설 대표, 임가온 온새통신 사장과 "
        "자리를 가졌다.",
        ["고은찬, 민도영 | held | 2025-02-03 | –", "노윤슬, 서하람, 임가온 | held | 2025-02-03 | –"],
    ),
    (
        "nor one that says which bodies' people somebody met one after another",
        "민도영 한빛전자 회장은 3일 고은찬 누리은행장과 만났다. 이어 노윤슬 가온화학 사장은 4일 한빛증권, 두루건설 경영진과 각각 회동했다.",
        [
            "고은찬, 민도영 | held | 2025-02-03 | –",
            "노윤슬, 두루건설 측 | held | 2025-02-04 | –",
            "노윤슬, 한빛증권 측 | held | 2025-02-04 | –",
        ],
    ),
    (
        "nor where it goes on to say of what they talked",
        "민도영 한빛전자 회장은 3일 고은찬 누리은행장과 만났다. 노윤슬 가온화학 사장은 4일 한빛증권, 두루건설 경영진과 잇달아 "
        "만찬을 함께하고 투자 방안을 협의했다.",
        [
            "고은찬, 민도영 | held | 2025-02-03 | –",
            "노윤슬, 두루건설 측 | held | 2025-02-04 | –",
            "노윤슬, 한빛증권 측 | held | 2025-02-04 | –",
        ],
    ),
    (
        "who met a body's people came to nothing that others held",
        "민도영 한빛전자 회장은 3일 한빛증권 경영진과 마주 앉았다. 이어 고은찬 누리은행장이 3일 두루건설 경영진과 회담을 가졌다.",
        ["고은찬, 두루건설 측 | held | 2025-02-03 | –", "민도영, 한빛증권 측 | held | 2025-02-03 | –"],
    ),
    (
        "nor did those who sat with each other",
        "민도영 한빛전자 회장은 3일 한빛증권 경영진과 회동했다. 이어 고은찬 누리은행장은 3일 노윤슬 가온화학 사장, 서하람 두루건설 대표 "
        "등과 머리를 맞댔다.",
        ["고은찬, 노윤슬, 서하람 | held | 2025-02-03 | –", "민도영, 한빛증권 측 | held | 2025-02-03 | –"],
    ),
    (
        "a body's people whom another met too have a day of their own",
        "민도영 한빛전자 회장은 오는 20일 고은찬 누리은행장을 만나기로 했다. 노윤슬 가온화학 사장도 13일 한빛증권, 두루건설 경영진과 "
        "잇달아 만날 예정이다.",
        [
            "고은찬, 민도영 | planned | 2025-02-20 | –",
            "노윤슬, 두루건설 측 | planned | 2025-02-13 | –",
            "노윤슬, 한빛증권 측 | planned | 2025-02-13 | –",
        ],
    ),
    (
        "who met somebody last is meant next, before whom the text begins with",
        "민도영 한빛전자 회장이 바쁜 한 주를 보내고 있다. 그는 3일 고은찬 누리은행장과 만찬을 함께했다. 이어 노윤슬 가온화학 사장이 "
        "4일 한빛증권 관계자와 만났다. 오는 20일 서하람 두루건설 대표와 만날 예정이다.",
        [
            "고은찬, 민도영 | held | 2025-02-03 | –",
            "노윤슬, 서하람 | planned | 2025-02-20 | –",
            "노윤슬, 한빛증권 측 | held | 2025-02-04 | –",
        ],
    ),
    (
        "and not those whom he met with him, where he meets people whom nobody names",
        "민도영 한빛전자 회장은 3일 고은찬 누리은행장, 노윤슬 가온화학 사장과 조찬 회동을 가졌다. 이어 "
        "4일 두루건설 고위 임원과 오찬을 했다.",
        ["고은찬, 노윤슬, 민도영 | held | 2025-02-03 | –", "민도영, 두루건설 측 | held | 2025-02-04 | –"],
    ),
    (
        "who met somebody goes on to meet a body's people",
        "민도영 한빛전자 회장이 보폭을 넓히고 있다. 3일 고은찬 누리은행장과 만났다. 14일 오전 두루건설 관계자와 만찬을 함께할 예정이다.",
        ["고은찬, 민도영 | held | 2025-02-03 | –", "민도영, 두루건설 측 | planned | 2025-02-14 | –"],
    ),
    (
        "and who met somebody too, as another did",
        "민도영 한빛전자 회장은 3일 고은찬 누리은행장과 만났다. 노윤슬 가온화학 사장도 4일 서하람 의원과 환담했다. 오는 20일 두루건설 "
        "관계자와 회동한다.",
        [
            "고은찬, 민도영 | held | 2025-02-03 | –",
            "노윤슬, 두루건설 측 | planned | 2025-02-20 | –",
            "노윤슬, 서하람 | held | 2025-02-04 | –",
        ],
    ),
    (
        "그는 is who met somebody last, though he did so too",
        "민도영 한빛전자 회장은 3일 두루건설 경영진과 면담했다. 노윤슬 가온화학 사장도 서하람 의원과 환담했다. 그는 4일 고은찬 "
        "누리은행장, 임가온 온새통신 사장과 차례로 만났다.",
        [
            "고은찬, 노윤슬 | held | 2025-02-04 | –",
            "노윤슬, 서하람 | held | 2025-02-03 | –",
            "노윤슬, 임가온 | held | 2025-02-04 | –",
            "민도영, 두루건설 측 | held | 2025-02-03 | –",
        ],
    ),
    (
        "a sentence that leaves out who called on whom takes over no host who only spoke",
        "민도영 장관은 30일 고은찬 누리은행장과 면담했다. 23일 협회를 찾은 민 장관에게 노윤슬 회장은 “가교가 되겠다”고 했다. 이튿날인 "
        "24일에는 서하람 회장과 만났다.",
        ["고은찬, 민도영 | held | 2025-01-30 | –", "노윤슬, 민도영 | held | 2025-01-23 | –", "민도영, 서하람 | held | 2025-01-24 | –"],
    ),
]


@pytest.mark.parametrize(("what", "text", "encounters"), TABLE, ids=[row[0] for row in TABLE])
def test_who_is_taken_over_from_the_sentence_before(what: str, text: str, encounters: list[str]) -> None:
    assert sorted(shown(meeting) for extraction in read(text) for meeting in extraction.meetings) == sorted(encounters)


@pytest.mark.parametrize("how", ["티타임을 갖고 증설을 조율했다", "환담했다", "저녁을 함께했다"])
def test_with_whom_it_was_apart_is_a_partner_and_not_left_out(how: str) -> None:
    text = f"민도영 한들전자 대표는 4일 서울에서 고은찬 누리은행장과 별도로 {how}."
    assert met(text) == ["고은찬 민도영"]
