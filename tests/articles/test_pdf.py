"""PDF pages: columns are read one after the other, words broken at a line's end are whole again."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from graphing.articles import Problem, read_bytes
from graphing.articles.readers.columns import Glyph, text_of
from graphing.model import Document
from making import Sheet
from serving import CHROMIUM_FLAGS, chromium

FIRST = (
    "가람전자 도하늘 회장이 지난 4일 서울 중구 나루은행 본점에서 민여울 나루은행장과 만나 공장 증설을 위한 공동 투자 방안을 논의했다. "
    "두 사람은 한 시간가량 이야기를 나눴다.",
    "도 회장은 이 자리에서 내년까지 세 곳에 공장을 짓겠다는 뜻을 밝혔고, 민 행장은 자금 조달을 돕겠다고 말한 것으로 전해졌다.",
)
SECOND = (
    "한솔은행 박다솔 행장은 같은 날 부산에서 노유찬 다솔중공업 대표를 만나 선박 금융을 넓히기로 했다. "
    "다솔중공업은 올해 새 배를 열두 척 짓는다.",
    "박 행장은 조선업이 살아나고 있다고 말했다.",
)


def text(data: bytes) -> str:
    (found,) = read_bytes("면.pdf", data)
    assert isinstance(found, Document), found
    return found.text


def problem(data: bytes) -> str:
    (found,) = read_bytes("면.pdf", data)
    assert isinstance(found, Problem), found
    return found.message


def newspaper() -> Sheet:
    """Two articles one above the other, each of three columns under a headline as wide as the page."""
    sheet = Sheet()
    sheet.put("2025년 2월 5일 수요일", 40, 20)
    sheet.put("가람전자·나루은행 손잡는다", 40, 50, 28)
    sheet.flow("\n".join(FIRST), [(left, 100, 190) for left in (40, 215, 390)], 160)
    sheet.put("한솔은행, 선박 금융 넓힌다", 40, 230, 28)
    sheet.flow("\n".join(SECOND), [(left, 280, 340) for left in (40, 215, 390)], 160)
    return sheet


def test_columns_are_read_one_after_the_other() -> None:
    heads = ("2025년 2월 5일 수요일", "가람전자·나루은행 손잡는다"), ("한솔은행, 선박 금융 넓힌다",)
    assert text(newspaper().data()).rstrip("\n").split("\n\n") == [*heads[0], *FIRST, *heads[1], *SECOND]


def test_a_headline_over_some_of_the_columns_begins_an_article() -> None:
    sheet = Sheet()
    sheet.put("가람전자 손잡는다", 40, 50, 28)
    sheet.flow("\n".join(FIRST), [(left, 100, 190) for left in (40, 215, 390)], 160)
    sheet.put("선박 금융 넓힌다", 40, 230, 28)
    sheet.flow("\n".join(SECOND), [(left, 280, 340) for left in (40, 215, 390)], 160)
    assert text(sheet.data()).rstrip("\n").split("\n\n") == ["가람전자 손잡는다", *FIRST, "선박 금융 넓힌다", *SECOND]


def test_pages_follow_one_another() -> None:
    sheet = Sheet()
    sheet.flow(FIRST[0], [(40, 40, 200)], 400)
    sheet.turn()
    sheet.flow(SECOND[1], [(40, 40, 200)], 400)
    assert text(sheet.data()) == f"{FIRST[0]}\n\n{SECOND[1]}\n"


def test_a_page_that_a_browser_printed(tmp_path: Path) -> None:
    style = "article { columns: 2; column-gap: 30px; text-align: justify; word-break: break-all } p { text-indent: 1em; margin: 0 }"
    body = "".join(f"<p>{one}</p>" for one in (*FIRST, *SECOND) * 2)
    page = tmp_path / "page.html"
    page.write_text(f'<meta charset="utf-8"><style>{style}</style><h1>가람전자 손잡는다</h1><article>{body}</article>', encoding="utf-8")
    printed = tmp_path / "page.pdf"
    flags = ["--headless", "--no-pdf-header-footer", f"--print-to-pdf={printed}", f"--user-data-dir={tmp_path / 'profile'}"]
    subprocess.run([chromium(), *CHROMIUM_FLAGS, *flags, page.as_uri()], check=True, capture_output=True, timeout=120)
    found = text(printed.read_bytes()).rstrip("\n").split("\n\n")
    # A browser leaves out the blanks at the ends of lines: where a line ends within a word is told apart in most places only.
    told = ["가람전자 손잡는다", *(FIRST + SECOND) * 2]
    assert ["".join(one.split()) for one in found] == ["".join(one.split()) for one in told]
    assert sum(abs(len(one) - len(other)) for one, other in zip(found, told, strict=True)) <= 6


def test_a_picture_of_a_page_holds_no_text() -> None:
    sheet = Sheet()
    sheet.turn()
    assert "OCR" in problem(sheet.data())


def test_a_password_is_told() -> None:
    sheet = Sheet(password="geheim")
    sheet.flow(FIRST[0], [(40, 40, 200)], 400)
    assert "password" in problem(sheet.data())


def typed(words: str, left: float, top: float, size: float = 10.0) -> list[Glyph]:
    return [Glyph(letter, left + number * size, top, left + (number + 1) * size, top + size) for number, letter in enumerate(words)]


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([("가나다라마", 0, 0), ("바사아자차", 0, 14)], "가나다라마 바사아자차"),
        ([("가나다라다.", 0, 0), ("바사아자차", 10, 14)], "가나다라다.\n\n바사아자차"),
        ([("가나다라마", 0, 0), ("바사", 0, 14), ("카타파하가", 0, 28)], "가나다라마 바사\n\n카타파하가"),
        ([("가나다라마", 0, 0), ("바사아자차", 0, 60)], "가나다라마\n\n바사아자차"),
        # The file has the lower line first: places count.
        ([("바사아자차", 0, 14), ("가나다라마", 0, 0)], "가나다라마 바사아자차"),
    ],
)
def test_lines_become_paragraphs(rows: list[tuple[str, float, float]], told: str) -> None:
    assert text_of([glyph for words, left, top in rows for glyph in typed(words, left, top)]) == told


def test_no_glyphs_are_no_text() -> None:
    assert text_of([]) == ""


def test_columns_that_are_not_set_flush_are_one_paragraph() -> None:
    lines = ("도하늘 가람전자 회장이 지난 4", "일 나루은행 본점에서 민여울 은행장", "과 만났다. 이 자리에는 박다솔", "부회장이 함께했다.")
    rows = [(words, 0, 14 * number) for number, words in enumerate(lines)]
    told = text_of([glyph for words, left, top in rows for glyph in typed(words, left, top)])
    assert told == "도하늘 가람전자 회장이 지난 4일 나루은행 본점에서 민여울 은행장과 만났다. 이 자리에는 박다솔 부회장이 함께했다."


def test_a_word_that_is_whole_elsewhere_on_the_page_is_put_together() -> None:
    rows = [("나루카드사 만남", 0, 0), ("그가 만난 나루", 0, 60), ("카드사로 갔다고", 0, 74)]
    told = text_of([glyph for words, left, top in rows for glyph in typed(words, left, top)])
    assert told == "나루카드사 만남\n\n그가 만난 나루카드사로 갔다고"


def test_a_headline_wider_than_the_one_column_below_it_breaks_no_sentence() -> None:
    sheet = Sheet()
    sheet.put("가람전자와 나루은행이 손을 잡는다", 40, 50, 28)
    sheet.flow(FIRST[0], [(40, 100, 400)], 160)
    assert text(sheet.data()) == f"가람전자와 나루은행이 손을 잡는다\n\n{FIRST[0]}\n"
