"""Nouns for what people come together for."""

from __future__ import annotations

import re

import pytest

from graphing.extract.occasions import OCCASION, occasion
from graphing.lexicon import table


@pytest.mark.parametrize("text", ["만찬", "오찬간담회", "비공개 회동", "업무협약식", "차담회"])
def test_a_word_ends_in_an_occasion(text: str) -> None:
    assert re.search(f"{OCCASION}$", text)


@pytest.mark.parametrize("text", ["형식", "방식", "회견", "저녁"])
def test_a_form_a_briefing_or_a_time_of_day_is_none(text: str) -> None:
    assert not re.search(f"{OCCASION}$", text)


def test_the_longest_noun_is_found() -> None:
    found = re.match(OCCASION, "차담회에는")
    assert found is not None
    assert found[0] == "차담회"


def test_kinds_are_told_apart() -> None:
    assert re.fullmatch(occasion("meal"), "만찬")
    assert not re.fullmatch(occasion("meal"), "회동")
    assert {row["kind"] for row in table("occasions")} == {"meeting", "meal", "ceremony"}
