"""Articles that came in one paragraph are read in short ones."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from graphing import language
from graphing.articles import split_articles
from graphing.extract import extract
from graphing.extract.unbroken import LONGEST, TOGETHER, in_paragraphs
from graphing.model import Article, Document

PUBLISHED = date(2026, 1, 5)
STORY = (
    "민도영 한빛전자 회장이 3일 서울 라온호텔에서 고은찬 새얼은행장을 만났다.",
    "한빛전자는 지난해 매출이 늘었다고 밝혔다.",
    "주가도 크게 올랐다.",
    "업계에서는 투자가 이어질 것으로 본다.",
    "환율은 이틀째 내렸다.",
    "수출 물량은 줄었다.",
    "표정우 노을그룹 회장은 4일 부산 본사에서 채용 계획을 발표했다.",
    "노을그룹은 500명을 뽑는다.",
    "서류는 이달 말까지 받는다.",
    "면접은 다음 달에 치른다.",
    "합격자는 봄에 출근한다.",
)


def _article(*paragraphs: str) -> Article:
    (article,) = split_articles(Document("document", "\n".join(("회장단 소식", *paragraphs)), PUBLISHED))
    return article


@pytest.mark.parametrize(("count", "parts"), [(1, 1), (LONGEST, 1), (LONGEST + 1, 5), (len(STORY), 6)])
def test_a_paragraph_of_more_sentences_than_are_printed_together_is_parted(count: int, parts: int) -> None:
    article = _article(" ".join(STORY[:count]))
    read, sentences = in_paragraphs(article, language.sentences(article))
    of_body = [index for index, paragraph in enumerate(read.paragraphs) if paragraph.kind == "body"]
    assert len(of_body) == parts
    held = [[one for one in sentences if one.paragraph == index] for index in of_body]
    assert all(len(group) <= (TOGETHER if parts > 1 else LONGEST) for group in held)


@settings(max_examples=30)
@given(some.lists(some.lists(some.sampled_from(STORY), min_size=1, max_size=14), min_size=1, max_size=4))
def test_nothing_is_lost_and_nothing_moves(story: list[list[str]]) -> None:
    article = _article(*(" ".join(paragraph) for paragraph in story))
    before = language.sentences(article)
    read, after = in_paragraphs(article, before)
    assert [(one.start, one.end, one.tokens) for one in after] == [(one.start, one.end, one.tokens) for one in before]
    assert read.text == article.text
    assert (read.paragraphs[0].start, read.paragraphs[-1].end) == (article.paragraphs[0].start, article.paragraphs[-1].end)
    for one in after:
        paragraph = read.paragraphs[one.paragraph]
        assert paragraph.start <= one.start < one.end <= paragraph.end


@pytest.mark.parametrize(
    "other",
    [
        ("벼리식품은 5일 울산에서 준공식을 열었다.", "준공식에는 육성민 회장이 참석했다."),
        ("가온해운이 6일 여의도에서 설명회를 열었다.", "목인서 대표가 참석해 투자자들을 만났다."),
        ("목인서 가온해운 대표가 6일 국회를 찾았다.", "만남은 한 시간 동안 이어졌다."),
        ("육성민 벼리식품 회장이 5일 상공인 만찬에 참석했다.", "만찬에서 투자 이야기가 오갔다."),
    ],
)
def test_who_is_named_elsewhere_in_one_line_does_not_come_into_a_meeting(other: tuple[str, str]) -> None:
    """A story without its paragraphs is read as with them."""
    article = _article(" ".join((*STORY[:6], *other, *STORY[7:])))
    found = extract(article)
    assert [[one.name for one in held.participants] for held in found.meetings] == [["민도영", "고은찬"]]
    assert found.article == article
