"""Who wrote an article: told beside it or printed in its byline, kept, found again, and shown. All names are made up."""

from __future__ import annotations

from datetime import date

import pytest

from graphing.articles import split_articles
from graphing.articles.bylines import writers
from graphing.articles.feeds import entries
from graphing.model import Document

BODY = "가람전자가 4일 새 공장을 짓겠다고 밝혔다. 하도윤 회장은 이날 서울 본사에서 민서율 나루은행장을 만나 자금을 논의했다."


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("김누리 기자 nuri@hanbit.example", ("김누리",)),
        ("/김누리·박다솔 기자", ("김누리", "박다솔")),
        ("김누리 선임기자, 박다솔 인턴기자", ("김누리", "박다솔")),
        ("워싱턴=김누리 특파원", ("김누리",)),
        ("[한빛일보 김누리 기자] 가람전자가 새 공장을 짓는다.", ("김누리",)),
        ("두 회사는 공장을 함께 짓기로 했다. 김누리 기자", ("김누리",)),
        ("산업부 기자", ()),
        ("사진=박다솔 기자", ()),
        ("하 회장은 기자들에게 말했다.", ()),
        ("하도윤 회장은 김누리 기자와 만나 말했다.", ()),
        ("", ()),
    ],
)
def test_who_a_byline_names(line: str, expected: tuple[str, ...]) -> None:
    assert writers(line) == expected


def test_what_is_told_beside_an_article_comes_before_its_byline() -> None:
    printed = f"가람전자 새 공장 짓는다\n\n{BODY}\n\n김누리 기자 nuri@hanbit.example\n"
    (by_line,) = split_articles(Document("가.txt", printed, date(2025, 2, 5)))
    (told,) = split_articles(Document("가.txt", printed, date(2025, 2, 5), author="박다솔"))
    (nobody,) = split_articles(Document("가.txt", f"가람전자 새 공장 짓는다\n\n{BODY}\n"))
    assert (by_line.author, told.author, nobody.author) == ("김누리", "박다솔", None)


def test_a_feed_tells_the_author_of_its_entries() -> None:
    feed = """<rss version="2.0"><channel><title>한빛일보</title>
    <item><title>가람전자 새 공장</title><link>https://paper.example/1</link><author>김누리</author></item>
    <item><title>나루은행 새 지점</title><link>https://paper.example/2</link></item></channel></rss>"""
    assert [one.author for one in entries(feed.encode(), "https://paper.example/rss")] == ["김누리", None]
