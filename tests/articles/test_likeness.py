"""Texts that are one but for words changed here and there, and texts that are not."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphing.articles.likeness import bands, is_piece, is_same

TEXT = (
    "도하늘 가람전자 회장이 지난 4일 서울 중구 나루은행 본점에서 민여울 나루은행장과 만나 공장 증설을 위한 공동 투자 방안을 논의했다. "
    "두 사람은 한 시간가량 이야기를 나눴다. 도 회장은 이 자리에서 내년까지 세 곳에 공장을 짓겠다는 뜻을 밝혔고, 민 행장은 자금 조달을 "
    "돕겠다고 말한 것으로 전해졌다. 두 회사는 다음 달 이사회를 열어 계획을 확정하고 가을부터 공사를 시작한다."
)
OTHER = (
    "한솔은행 박다솔 행장은 같은 날 부산에서 노유찬 다솔중공업 대표를 만나 선박 금융을 넓히기로 했다. 다솔중공업은 올해 새 배를 열두 척 "
    "짓는다. 박 행장은 조선업이 살아나고 있다고 말했다. 노 대표는 친환경 선박의 비중을 절반까지 끌어올리겠다며, 협력사와 함께 기술을 "
    "개발하는 데 은행의 지원이 큰 힘이 될 것이라고 덧붙였다."
)


@pytest.mark.parametrize(
    "other",
    [
        TEXT,
        TEXT.replace(" ", "\n"),
        TEXT.replace("밝혔고", "전했고").replace("말한", "답한"),
        TEXT[:200],
        "[새벽통신] " + TEXT + " 김누리 기자",
    ],
)
def test_one_text(other: str) -> None:
    assert is_same(TEXT, other)
    assert is_same(other, TEXT)
    assert set(bands(TEXT)) & set(bands(other))


@pytest.mark.parametrize("other", [OTHER, "", TEXT[:60], TEXT[:100] + OTHER])
def test_two_texts(other: str) -> None:
    assert not is_same(TEXT, other)


def test_short_texts_are_one_where_they_are_the_very_same() -> None:
    short = "도하늘 회장이 4일 민여울 행장을 만났다."
    assert is_same(short, f"{short[:-1]}\n")
    assert set(bands(short)) == set(bands(short.replace(" ", "\n")))
    for other in (short.replace("4일", "5일"), short[:-2], f"{short} 둘은 웃었다.", TEXT, "도하늘 회장", ""):
        assert not is_same(short, other)
        assert not set(bands(short)) & set(bands(other))
    assert bands(" … ") == ()


def test_bands_are_the_same_every_time() -> None:
    assert bands(TEXT) == bands(TEXT)
    assert len(set(bands(TEXT))) == len(bands(TEXT))
    assert not set(bands(TEXT)) & set(bands(OTHER))


GOODS = ("쌀", "구리", "우유", "강판", "전력", "밀", "원유", "시멘트")
LONG = " ".join(
    f"{place} {number * 7919 % 997}차 회의에서 {goods} 값 {number * 31 % 89}퍼센트 인상안이 논의됐다."
    for number, (place, goods) in enumerate(product(("서울", "부산", "광주", "대전", "울산"), GOODS))
)


def test_an_excerpt_much_shorter_than_the_article_meets_it() -> None:
    """Wherever it was cut out, as a rule by several pieces; bands alone find it nowhere."""
    assert len(LONG) > 1000
    whole = set(bands(LONG))
    met = [{*bands(LONG[start : start + 190])} & whole for start in range(0, len(LONG) - 190, 7)]
    assert all(is_same(LONG, LONG[start : start + 190]) for start in range(0, len(LONG) - 190, 70))
    assert sum(sum(map(is_piece, shared)) >= 2 for shared in met) > 0.95 * len(met)
    assert sum(not all(map(is_piece, shared)) for shared in met) < 0.2 * len(met)


@given(st.text(max_size=400))
def test_any_text_has_bands_or_is_too_short(text: str) -> None:
    assert is_same(text, text) == bool(bands(text))
