"""Sentences and tokens stand where they say, whatever the text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphing.language import LONGEST_PIECE, sentences
from graphing.model import Article, Paragraph, Run


def article(text: str) -> Article:
    return Article("x", 0, len(text), text, (Run(0, len(text), 0, len(text)),), (Paragraph(0, len(text)),))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("나도윤 회장이 왔다. 마가람 행장은 갔다.", ["나도윤 회장이 왔다.", "마가람 행장은 갔다."]),
        ("두 사람은 저녁을 먹을 예정이다.30일 업계에 따르면 그렇다.", ["두 사람은 저녁을 먹을 예정이다.", "30일 업계에 따르면 그렇다."]),
        ("두 사람이 만났습니다.나 회장은 취임 뒤 처음입니다.", ["두 사람이 만났습니다.", "나 회장은 취임 뒤 처음입니다."]),
        ("두 사람이 만나자 나 회장이 웃었다.", ["두 사람이 만나자 나 회장이 웃었다."]),
        ("뉴델리에서 카비타 라오\n인도 철강부 차관을", ["뉴델리에서 카비타 라오", "인도 철강부 차관을"]),
        ("두 사람이 만났다 나 회장은 웃었다.", ["두 사람이 만났다", "나 회장은 웃었다."]),
        ("지분 3.5%를 샀다.", ["지분 3.5%를 샀다."]),
        ("Min met Ko on March 5. Seo Ji-ho also came.", ["Min met Ko on March 5.", "Seo Ji-ho also came."]),
        (" \n ", []),
    ],
)
def test_a_text_is_cut_into_its_sentences(text: str, told: list[str]) -> None:
    assert [text[one.start : one.end] for one in sentences(article(text))] == told


def test_a_line_longer_than_a_piece_is_read_to_its_end() -> None:
    text = "나도윤 회장이 마가람 행장을 만났다. " * (LONGEST_PIECE // 10)
    found = sentences(article(text))
    assert found[-1].end == len(text.rstrip())
    assert "".join(text[one.start : one.end] for one in found).replace(" ", "") == text.replace(" ", "")


@settings(max_examples=60)
@given(st.text(st.sampled_from("나도윤 회장은. 3일“”\n(CEO)다😀\u1112\u1161\u11ab"), max_size=80))
def test_tokens_stand_in_order_inside_their_sentences(text: str) -> None:
    last = 0
    for sentence in sentences(article(text)):
        assert last <= sentence.start < sentence.end <= len(text)
        assert all(sentence.start <= token.start <= token.end <= sentence.end for token in sentence.tokens)
        assert [token.start for token in sentence.tokens] == sorted(token.start for token in sentence.tokens)
        last = sentence.end
