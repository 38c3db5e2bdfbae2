"""What was understood of an article, drawn: everything is there, and no text of an article becomes markup."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from graphing.model import (
    Affiliation,
    Article,
    DateRange,
    Extraction,
    Meeting,
    Mention,
    Organization,
    Paragraph,
    Participant,
    Person,
    Place,
    Run,
    Span,
)
from graphing.store import ArticleRow
from graphing.view import reading
from graphing.view.words import word

LINE = "도하늘 가람전자 회장이 4일 나루호텔에서 민여울 전 나루은행장을 만났다."
EVIL = "<img src=x onerror=alert(1)> ![그림](http://example.org/a.png)"


def span(text: str, part: str) -> Span:
    return Span(text.index(part), text.index(part) + len(part))


def mention(text: str, part: str, kind: str) -> Mention:
    return Mention(*span(text, part), part, kind)  # type: ignore[arg-type]


def understood() -> Extraction:
    text = f"{EVIL}\n{LINE}"
    line = span(text, LINE)
    article = Article(
        "면.txt", 0, len(text), text, (Run(0, len(text), 0, len(text)),), (Paragraph(0, len(EVIL), "headline"), Paragraph(*line))
    )
    return Extraction(
        article,
        people=(
            Person("도하늘", affiliations=(Affiliation("가람전자", "회장"),), mentions=(mention(text, "도하늘", "person"),)),
            Person("민여울", affiliations=(Affiliation("나루은행", "은행장", former=True),), mentions=(mention(text, "민여울", "person"),)),
        ),
        organizations=(Organization("가람전자", mentions=(mention(text, "가람전자", "organization"),)),),
        meetings=(
            Meeting(
                (Participant("도하늘", span(text, "도하늘")), Participant("민여울", span(text, "민여울"))),
                "planned",
                (line,),
                span(text, "만났다"),
                orgs=(EVIL,),
                when=DateRange(date(2025, 2, 4), "day", span(text, "4일")),
                place=Place("나루호텔", span(text, "나루호텔")),
                certainty=0.875,
                reason="서술어와 두 이름이 한 절에 있음",
            ),
        ),
    )


def page(extraction: "Extraction") -> None:  # noqa: UP037  (run alone, without this module's imports)
    from graphing.view import reading  # noqa: PLC0415

    reading.draw(extraction, "ko")


def drawn(extraction: Extraction) -> str:
    app = AppTest.from_function(page, args=(extraction,), default_timeout=20).run()
    assert not app.exception
    return "\n".join(one.proto.body for one in app.get("html"))


def test_a_meeting_is_shown_with_all_that_was_understood() -> None:
    html = drawn(understood())
    for part in ("도하늘·민여울", "2025.02.04", "4일", "나루호텔", "88%", "서술어와 두 이름이 한 절에 있음", "예정"):
        assert part in html
    for mark in (
        '<mark class="person">도하늘</mark>',
        '<mark class="company">가람전자</mark>',
        '<mark class="place">나루호텔</mark>',
        '<mark class="date">4일</mark>',
        '<mark class="cue">만났다</mark>',
    ):
        assert mark in html


def test_posts_are_listed_with_the_person() -> None:
    html = drawn(understood())
    assert "가람전자 회장" in html
    assert "전 나루은행 은행장" in html


def test_no_text_of_an_article_becomes_markup() -> None:
    html = drawn(understood())
    assert "<img" not in html
    assert "&lt;img src=x onerror=alert(1)&gt;" in html


@pytest.mark.parametrize(("source", "told"), [("메모.docx", "메모.docx"), ("pasted-0123456789ab", word("pasted", "ko"))])
def test_an_article_without_a_title_is_told_by_what_it_was_read_from(source: str, told: str) -> None:
    row = ArticleRow(1, source, None, None, None, date(2025, 2, 5), 9, 2, 2, 1)
    assert reading.titled(row, "ko") == f"{word('no_title', 'ko')} ({told}) · {word('no_outlet', 'ko')} · 2025.02.05"
    assert reading.titled(replace(row, title="오찬", outlet="가람일보"), "ko") == "오찬 · 가람일보 · 2025.02.05"


def test_articles_without_a_title_are_told_apart_by_how_they_begin() -> None:
    row = ArticleRow(1, "면.pdf", None, None, None, None, 9, 2, 2, 1, opening="두 사람이 만났다.\n다음 단락")
    assert reading.named(row, "ko") == "두 사람이 만났다."
    assert reading.titled(row, "ko").startswith("두 사람이 만났다. (면.pdf) · ")
    assert reading.named(replace(row, title="오찬"), "ko") == "오찬"
    assert reading.named(replace(row, opening=None), "ko") == word("no_title", "ko")


def test_the_beginning_that_stands_for_a_title_is_cut_between_words_and_called_the_same_everywhere() -> None:
    begins = "하도윤 가람전자 회장과 서지안 나루은행 은행장이 4일 서울 중구의 한 호텔에서 만나 배터리 공급 방안을 논의했다. 다시 만난다."
    called = "하도윤 가람전자 회장과 서지안 나루은행 은행장이 4일 서울 중구의 한 호텔에서 만나 배터리 공급 방안을 …"
    one = understood()
    one = replace(one, article=replace(one.article, title=None, text=begins))
    row = ArticleRow(1, "면.pdf", None, None, None, None, 9, 2, 2, 1, opening=begins)
    assert reading.heading(one, "ko") == reading.named(one.article, "ko") == reading.named(row, "ko") == called
    assert reading.named(replace(row, opening="가" * 90), "ko") == f"{'가' * 60} …"
    assert reading.named(replace(row, opening="가나 " * 30), "en").endswith("가나 …")
