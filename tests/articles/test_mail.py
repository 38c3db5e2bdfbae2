"""E-mails as people send them: stand-ins for HTML, forwarded articles, and what hangs on them."""

from __future__ import annotations

from datetime import date
from email.message import EmailMessage

import pytest

from graphing.articles import Problem, read_bytes
from graphing.articles.readers.forwarded import forwarded, is_note
from graphing.model import Document
from making import letter

DAY = date(2025, 2, 5)
SENT = "Wed, 05 Feb 2025 09:00:00 +0900"
HEAD = "가람전자·나루은행 손잡는다"
BODY = "도하늘 가람전자 회장이 4일 서울에서 민여울 나루은행장을 만나 공동 투자를 논의했다."


def read(data: bytes) -> list[Document]:
    found = list(read_bytes("편지.eml", data))
    assert all(isinstance(one, Document) for one in found), found
    return [one for one in found if isinstance(one, Document)]


@pytest.mark.parametrize("stub", ["이 메일은 HTML로 보입니다.", "HTML 메일을 지원하지 않는 환경입니다.", ""])
def test_html_is_read_where_plain_text_stands_in_for_it(stub: str) -> None:
    message = EmailMessage()
    message["Subject"], message["Date"] = HEAD, SENT
    message.set_content(stub)
    message.add_alternative(f"<html><body><p>{BODY}</p></body></html>", subtype="html")
    (found,) = read(message.as_bytes())
    assert (found.text, found.published) == (f"{HEAD}\n\n{BODY}\n", DAY)


def test_plain_text_is_read_where_it_tells_the_same() -> None:
    message = EmailMessage()
    message["Subject"], message["Date"] = HEAD, SENT
    message.set_content(f"{BODY}\n\n{BODY}")
    message.add_alternative(f"<html><body><p>{BODY}</p><p>{BODY}</p></body></html>", subtype="html")
    assert read(message.as_bytes())[0].text == f"{HEAD}\n\n{BODY}\n\n{BODY}\n"


def test_a_short_article_on_which_a_file_hangs_is_kept() -> None:
    first, second = read(letter(HEAD, BODY, SENT, ("메모.txt", "메모다.".encode())))
    assert (first.source, first.text) == ("편지.eml", f"{HEAD}\n\n{BODY}\n")
    assert (second.source, second.published, second.published_from) == ("편지.eml/메모.txt", DAY, "mail")


def test_a_page_that_is_called_a_document_is_read_in_place_of_a_covering_note_and_dated_by_the_mail() -> None:
    page = f"<!doctype html><html><body><p>{BODY}</p></body></html>".encode()
    files = ("쪽.doc", page), ("그림.png", b"\x89PNG"), ("쪽", page)
    found = read(letter("보내 드립니다", "첨부를 보세요.", SENT, *files))
    assert [(one.source, one.text, one.published, one.published_from) for one in found] == [
        (f"편지.eml/{name}", f"{BODY}\n", DAY, "mail") for name in ("쪽.doc", "쪽")
    ]


def test_a_document_of_word_itself_on_a_mail_is_told_what_to_do_with() -> None:
    found = list(read_bytes("편지.eml", letter(HEAD, BODY, SENT, ("글.doc", b"\xd0\xcf\x11\xe0" + b"\0" * 600))))
    assert [one.source for one in found if isinstance(one, Document)] == ["편지.eml"]
    assert [(one.source, ".docx" in one.message) for one in found if isinstance(one, Problem)] == [("편지.eml/글.doc", True)]


def test_what_is_attached_keeps_the_day_that_it_tells_itself() -> None:
    (found,) = read(letter("보냅니다", "첨부를 보세요.", SENT, ("가.txt", f"{HEAD}\n입력 2025.02.01 10:00\n\n{BODY}".encode())))
    assert found.published is None
    inner = letter(HEAD, BODY, "Mon, 03 Feb 2025 09:00:00 +0900")
    (found,) = read(letter("FW", "첨부 메일 참고 바랍니다.", SENT, ("원본.eml", inner)))
    assert found.published == date(2025, 2, 3)


@pytest.mark.parametrize("name", ["원본.eml", None])
def test_an_email_that_hangs_on_an_email_is_read(name: str | None) -> None:
    inner, outer = EmailMessage(), EmailMessage()
    inner["Subject"], inner["Date"] = HEAD, SENT
    inner.set_content(BODY)
    outer["Subject"] = "FW"
    outer.set_content("첨부 메일 참고 바랍니다.")
    outer.add_attachment(inner, filename=name)
    (found,) = read(outer.as_bytes())
    assert (found.text, found.source) == (f"{HEAD}\n\n{BODY}\n", f"편지.eml/{name or 'message.eml'}")


def test_emails_in_emails_have_an_end() -> None:
    data = letter(HEAD, BODY, SENT)
    for _ in range(5):
        data = letter("FW", "첨부 참고 바랍니다.", SENT, ("원본.eml", data))
    (found,) = read_bytes("편지.eml", data)
    assert isinstance(found, Problem)
    assert "HOEDONG_MAX_ZIP_DEPTH" in found.message


def test_a_file_that_is_not_read_is_named() -> None:
    body, left = read_bytes("편지.eml", letter(HEAD, BODY, SENT, ("녹음.mp3", b"ID3"), ("사진.jpg", b"\xff\xd8")))
    assert isinstance(body, Document)
    assert isinstance(left, Problem)
    assert left.source == "편지.eml/녹음.mp3"


HEADS = (
    "-----Original Message-----\nFrom: 김기자\nSent: Monday, May 5, 2025 8:10 AM\nTo: 이차장\nSubject: 기사\n",
    "---------- Forwarded message ---------\n보낸사람: 김기자 <kim@paper.example>\n날짜: 2025년 5월 5일\n제목: 기사\n",
    "-----원본 메시지-----\n보낸 사람: 김기자\n받는 사람: 이차장\n",
    "From: 김기자\nDate: 2025-05-05\n",
)


@pytest.mark.parametrize("head", HEADS)
def test_heads_notes_quotations_and_signatures_are_no_article(head: str) -> None:
    quoted = "> 이전 메일\n> 딴 회장이 1일 딴 사람을 만났다.\n\n"
    text = f"부장님 아래 기사 참고하세요.\n\n{head}\n{BODY}\n\n{quoted}--\n이차장 | 전략기획실\n"
    assert forwarded(text)[0] == BODY + "\n"


@pytest.mark.parametrize("head", HEADS)
def test_a_head_is_none_of_the_article_where_only_html_holds_it(head: str) -> None:
    told = f"안녕하세요, 홍보팀입니다.\n아래와 같이 보도자료를 보내드립니다.\n\n{head}\n{BODY}\n\n감사합니다.\n김누리 드림\n02-1234-5678\n"
    message = EmailMessage()
    message["Subject"], message["Date"] = f"FW: {HEAD}", "Fri, 09 May 2025 09:00:00 +0900"
    message.set_content("HTML 메일입니다.")
    markup = told.replace("<", "&lt;").replace("\n", "<br>")
    message.add_alternative(f"<html><body><div>{markup}</div></body></html>", subtype="html")
    (found,) = read(message.as_bytes())
    assert (found.title, found.text) == (HEAD, f"{HEAD}\n\n{BODY}\n")


FIRST_SENT = (date(2025, 5, 5), date(2025, 5, 5), date(2025, 5, 9), date(2025, 5, 5))


@pytest.mark.parametrize(("head", "day"), list(zip(HEADS, FIRST_SENT, strict=True)))
def test_what_was_forwarded_whole_is_of_the_day_on_which_it_was_first_sent(head: str, day: date) -> None:
    late = "Fri, 09 May 2025 09:00:00 +0900"
    (found,) = read(letter("[전달] RE: 보도자료", f"아래 기사 참고하세요.\n\n{head}\n{BODY}\n", late))
    assert (found.title, found.published, found.published_from) == ("보도자료", day, "mail")
    comment = "오하늘 대표가 어제 6일 부산에서 고다은 사장을 만났다는 소식도 있다."
    assert read(letter(HEAD, f"{comment}\n\n{head}\n{BODY}\n", late))[0].published == date(2025, 5, 9)


ENDS = (
    "감사합니다.\n김누리 드림\n홍보팀 02-1234-5678",
    "김누리 올림",
    "Best regards,\nKim Nuri\nTel. 02-1234-5678",
    "감사합니다!",
)


@pytest.mark.parametrize("end", ENDS)
def test_the_end_of_a_letter_is_no_article(end: str) -> None:
    assert forwarded(f"{BODY}\n\n{end}\n")[0] == BODY + "\n"
    assert forwarded(f"{end}\n\n{BODY}\n")[0].endswith(f"{BODY}\n")


def test_an_article_that_is_only_quoted_is_one() -> None:
    assert forwarded(f"아래 기사 참고하세요.\n\n> {BODY}\n> {BODY}\n")[0].endswith(f"{BODY}\n{BODY}\n")


def test_prose_is_left_as_it_is() -> None:
    for text in (f"{BODY}\n", f"{HEAD}\n\n{BODY}\n\n제목: 없음\n\n{BODY}\n", "참조\n"):
        assert forwarded(text)[0] == text
    assert not is_note(BODY)
    assert is_note("첨부 메일 참고 바랍니다. 감사합니다.")
