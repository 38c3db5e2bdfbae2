"""Sentences of more encounters than anybody writes into one are read in stretches, of which nothing is left out."""

from __future__ import annotations

import pytest

from graphing.articles import split_articles
from graphing.extract.frames.cues import find_cues
from graphing.extract.frames.stretches import MOST_CUES, in_stretches
from graphing.language import sentences
from graphing.model import Document

TOLD = "김하늘 한빛전자 회장은 12일 서울에서 이바다 가람은행장을 만나고 이튿날 박누리 다온건설 사장과 오찬을 했다."
CUT = [
    ("이튿날 이바다 가람은행장을 만나고 ", "고"),
    ("이바다 가람은행장과 오찬, ", ","),
    ("이바다 가람은행장을 만나 ", None),
]


@pytest.mark.parametrize("text", [TOLD, TOLD * 30, "이바다 가람은행장, " * 200])
def test_what_a_person_may_write_stays_as_it_is(text: str) -> None:
    (article,) = split_articles(Document("x", text))
    read = list(sentences(article))
    assert in_stretches(article.text, read) == read


@pytest.mark.parametrize(("words", "end"), CUT)
def test_a_stretch_ends_where_a_clause_or_an_item_does(words: str, end: str | None) -> None:
    (article,) = split_articles(Document("x", "김하늘 한빛전자 회장은 " + words * 150))
    read = sentences(article)
    found = in_stretches(article.text, read)
    assert len(found) > len(read)
    assert [token for one in found for token in one.tokens] == [token for one in read for token in one.tokens]
    for one in found:
        assert len(find_cues(article.text, one.start, one.end)) <= MOST_CUES
        assert (one.start, one.end) == (one.tokens[0].start, one.tokens[-1].end)
    whole = {one.end for one in read}
    assert end is None or all(article.text[: one.end].endswith(end) for one in found if one.end not in whole)
