"""Day and outlet that a document prints of itself, and what looks like them."""

from __future__ import annotations

from datetime import date

import pytest

from graphing.articles import imprint
from graphing.articles.imprint import printed_outlet
from graphing.model import Document

BODY = "도하늘 가람전자 회장이 4일 서울에서 민여울 나루은행장을 만났다."


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        (f"{BODY}\n저작권자 ⓒ 한빛일보, 무단 전재 및 재배포 금지", "한빛일보"),
        (f"{BODY}\nⓒ 새벽경제 & saebyeok.example", "새벽경제"),
        (f"{BODY}\nCopyright © 2025 누리뉴스. All rights reserved.", "누리뉴스"),
        (f"[한빛일보 김누리 기자] {BODY}", "한빛일보"),
        (f"(서울=새벽통신) 김누리 기자 = {BODY}", "새벽통신"),
        (f"{BODY}\n한빛일보 김누리 기자 a@b.example", "한빛일보"),
        (BODY, None),
        ("가람통신 회장이 나루방송 사장을 만났다.", None),
        (f"[한빛일보 김누리 기자] {BODY}\n\n[새벽신문 이다솔 기자] {BODY}", None),
    ],
)
def test_the_outlet_that_a_text_prints(text: str, outlet: str | None) -> None:
    assert printed_outlet(text) == outlet


@pytest.mark.parametrize(
    ("source", "text", "found"),
    [
        ("한빛_20250205_3면.pdf", BODY, (date(2025, 2, 5), "name")),
        ("2025-02-05.txt", BODY, (date(2025, 2, 5), "name")),
        ("2025.02.05 회동.hwp", f"{BODY}\n\n입력 2025.02.06 09:00\n", (date(2025, 2, 6), "text")),
        ("20251345.txt", BODY, (None, None)),
        ("1202502051.txt", BODY, (None, None)),
        ("20250205-20250211.zip", BODY, (None, None)),
    ],
)
def test_the_day_of_a_stamp_or_a_name(source: str, text: str, found: tuple[date | None, str | None]) -> None:
    own = imprint(Document(source, text))
    assert (own.published, own.published_from) == found


def test_what_was_told_is_not_looked_for() -> None:
    told = Document("20250205.txt", f"[한빛일보 김누리 기자] {BODY}", date(2025, 1, 1), outlet="새벽신문")
    assert imprint(told).published is None
    assert imprint(told).outlet is None


def test_who_took_the_picture_is_no_outlet() -> None:
    for credit in ("[사진=연합뉴스]", "(사진 = 한빛일보)", "[자료=새벽통신]", "[출처=한빛경제]"):
        assert imprint(Document("x.txt", f"{BODY}\n\n{credit}\n")).outlet is None
        assert imprint(Document("x.txt", f"[누리신문 김누리 기자] {BODY}\n\n{credit}\n")).outlet == "누리신문"
    assert imprint(Document("x.txt", f"(서울=새벽통신) 김누리 기자 = {BODY}")).outlet == "새벽통신"
