"""Names of people and organisations in made-up sentences."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphing.extract.names.finding import find_mentions, weighed_mentions
from graphing.extract.posts.titles import find_titles
from graphing.language import sentences
from graphing.model import Article, Paragraph, Run


def article(text: str) -> Article:
    lines = tuple(Paragraph(line.start(), line.end()) for line in re.finditer(r"[^\n]+", text))
    return Article("made-up", 0, len(text), text, (Run(0, len(text), 0, len(text)),), lines)


def names(text: str) -> tuple[list[str], list[str]]:
    """People and organisations, each in the order of the text."""
    item = article(text)
    found = find_mentions(item, sentences(item), find_titles(text))
    return [m.text for m in found if m.kind == "person"], [m.text for m in found if m.kind == "organization"]


@pytest.mark.parametrize(
    ("text", "people", "organizations"),
    [
        (
            "최도윤 가람전자 회장이 12일 서울에서 한별은행 윤서진 행장과 만났다.",
            ["최도윤", "윤서진"],
            ["가람전자", "한별은행"],
        ),
        ("최 회장은 이날 윤 행장과 저녁을 함께했다. 최도윤 회장은 웃었다.", ["최", "윤", "최도윤"], []),
        (
            "에릭 린드홀름 노바텍 최고경영자(CEO)는 13일 방한했다. 린드홀름 CEO는 최도윤 회장을 만난다.",
            ["에릭 린드홀름", "린드홀름", "최도윤"],
            ["노바텍"],
        ),
        ("남궁솔 금융감독원장은 “곧 결정한다”고 말했다.", ["남궁솔"], ["금융감독원"]),
        ("이날 날씨는 맑았고 거리는 한산했다.", [], []),
    ],
)
def test_names_of_people_and_organisations(text: str, people: list[str], organizations: list[str]) -> None:
    assert names(text) == (people, organizations)


def test_a_name_that_is_sure_in_the_text_is_found_in_the_headline() -> None:
    text = (
        "구하람·민도경, 부산서 손잡았다\n\n"
        "구하람 다온해운 회장과 민도경 새론조선 대표가 4일 부산에서 협약을 맺었다. 구 회장은 민 대표와 악수했다."
    )
    assert names(text)[0] == ["구하람", "민도경", "구하람", "민도경", "구", "민"]


def test_the_same_name_in_brackets_is_a_mention_too() -> None:
    text = "파올로 리날디(Paolo Rinaldi) 벨라모다 회장은 9일 가람전자 최도윤 회장과 만났다."
    assert names(text)[0][:2] == ["파올로 리날디", "Paolo Rinaldi"]


def test_a_name_inside_a_longer_word_is_not_found_there() -> None:
    text = "은결 대표는 5일 조은결 이사를 만났다. 은결 대표는 웃었다."
    item = article(text)
    found = find_mentions(item, sentences(item), find_titles(text))
    assert (text.index("조은결") + 1) not in {mention.start for mention in found}


@pytest.mark.parametrize(
    ("text", "people", "organizations"),
    [
        (
            "Garam Electronics Chairman Choi Do-yun met Novatek CEO Erik Lindholm in Seoul on Monday. Choi later left for Busan.",
            ["Choi Do-yun", "Erik Lindholm", "Choi"],
            ["Garam Electronics", "Novatek"],
        ),
        ("The meeting took place on Tuesday in New York, according to officials.", [], []),
    ],
)
def test_english(text: str, people: list[str], organizations: list[str]) -> None:
    assert names(text) == (people, organizations)


def test_probabilities() -> None:
    item = article("최도윤 가람전자 회장이 12일 서울에서 한별은행 윤서진 행장과 만났다.")
    weighed = weighed_mentions(item, sentences(item), find_titles(item.text))
    assert weighed
    assert all(0 < probability <= 1 for _, probability in weighed)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from("최도윤가람전자은행회장이는과의李尹만났다.,·()“”… \nABaz12"), max_size=60))
def test_mentions_are_sorted_apart_and_cut_from_the_text(text: str) -> None:
    item = article(text)
    found = find_mentions(item, sentences(item), find_titles(text))
    end = 0
    for mention in found:
        assert end <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        end = mention.end
