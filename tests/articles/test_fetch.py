"""Links and feeds, from servers of this machine that a test allows; what nobody allows is refused at every step."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from time import monotonic, sleep

import pytest

from graphing.articles import Problem, Settings, feeds, fetch
from graphing.articles.readers import Limits
from graphing.errors import InputError
from graphing.model import Document
from making import hangul_xml, newspaper, packed, word

BODY = "도하늘 가람전자 회장이 지난 4일 서울 중구 나루은행 본점에서 민여울 나루은행장과 만나 공동 투자 방안을 논의했다."
SECOND = "두 사람은 한 시간가량 이야기를 나눴고, 내년까지 세 곳에 공장을 짓는 데 뜻을 모은 것으로 전해졌다."
OFFICE = "application/vnd.openxmlformats-officedocument"
PAGE = (
    '<html><head><meta charset="utf-8"><title>손잡는다</title><meta property="og:title" content="손잡는다"></head>'
    f"<body><article><h1>손잡는다</h1><p>{BODY}</p><p>{SECOND}</p></article></body></html>"
)
# So many letters a slow machine says, one every fifth of a second.
DRIPS = 60
ANSWERS: dict[str, tuple[int, str, bytes]] = {
    "/1": (200, "text/html; charset=utf-8", PAGE.encode()),
    "/a.hwpx": (200, "application/octet-stream", hangul_xml([[BODY]])),
    "/moved": (302, "/1", b""),
    "/inside": (302, "http://localhost:1/secret", b""),
    "/broken": (302, "http://[::1", b""),
    "/round": (302, "/round", b""),
    "/t.csv": (200, "text/csv", f"본문,링크\n1 {BODY},\n2 {BODY},https://paper.example/2\n,https://paper.example/3\n".encode()),
    "/t.jsonl": (200, "application/json", f'no JSON\n{{"text": "{BODY}"}}\n'.encode()),
    "/t.zip": (200, "application/zip", packed({"pic.png": "x", "a.txt": BODY, "b.txt": SECOND})),
    "/nothing.jsonl": (200, "application/json", b""),
    "/files/7": (200, "text/csv; charset=utf-8", f"본문,링크\n{BODY},https://paper.example/2\n".encode()),
    "/excel": (200, "application/vnd.ms-excel", f"본문,링크\n{BODY},https://paper.example/2\n".encode("cp949")),
    "/api/": (200, "application/json", f'[\n  {{"text": "{BODY}"}},\n  {{"text": "{SECOND}"}}\n]'.encode()),
    "/api/one?id=1": (200, "application/json;charset=UTF-8", f'{{\n "text": "{BODY}"\n}}'.encode()),
    "/plain": (200, "text/plain", BODY.encode()),
    "/down.do": (200, "application/octet-stream", newspaper("손잡는다", BODY)),
    "/says-page": (200, "text/html", newspaper("손잡는다", BODY)),
    "/says-nothing": (200, "", hangul_xml([[BODY]])),
    "/word": (200, f"{OFFICE}.wordprocessingml.document", word([BODY])),
    "/page-as-text": (200, "text/plain", PAGE.encode()),
    "/bare": (200, "text/html", b"<html><body></body></html>"),
    "/big": (200, "text/html", b"x" * 5_000),
}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path.startswith("/slow"):
            self.drip(b"HTTP/1.0 200 OK\r\n\r\n" if self.path == "/slow" else b"HTTP/1.0 200 OK\r\nX: ")
            return
        status, told, data = ANSWERS.get(self.path, (404, "text/plain", b""))
        self.send_response(status)
        self.send_header("Location" if status == 302 else "Content-Type", told)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def drip(self, first: bytes) -> None:
        self.wfile.write(first)
        with suppress(OSError):
            for _ in range(DRIPS):
                self.wfile.write(b"x")
                sleep(0.2)

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def serving() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with serving() as address:
        yield address


def anywhere(_: str) -> bool:
    return True


def document(url: str, settings: Settings | None = None, allowed: fetch.Allowed = fetch.is_public) -> Document:
    (found,) = fetch.documents(url, settings, allowed)
    assert isinstance(found, Document)
    return found


def test_all_documents_of_a_file_behind_a_link_come_and_problems_are_told(site: str) -> None:
    rows = list(fetch.documents(f"{site}/t.csv", allowed=anywhere))
    assert [(one.source, getattr(one, "text", None)) for one in rows] == [
        (f"{site}/t.csv:2", f"1 {BODY}"), (f"{site}/t.csv:3", f"2 {BODY}"), (f"{site}/t.csv", None)
    ]  # fmt: skip
    assert [getattr(one, "url", None) for one in rows] == [f"{site}/t.csv", "https://paper.example/2", None]
    assert isinstance(rows[-1], Problem)
    assert rows[-1].line == 4
    bad, good = fetch.documents(f"{site}/t.jsonl", allowed=anywhere)
    assert (bad.source, getattr(bad, "line", None)) == (f"{site}/t.jsonl", 1)
    assert isinstance(good, Document)
    assert (good.source, good.text) == (f"{site}/t.jsonl:2", BODY)
    picture, *texts = fetch.documents(f"{site}/t.zip", allowed=anywhere)
    assert isinstance(picture, Problem)
    assert [(one.source, getattr(one, "text", None)) for one in texts] == [(f"{site}/t.zip/a.txt", BODY), (f"{site}/t.zip/b.txt", SECOND)]
    (nothing,) = fetch.documents(f"{site}/nothing.jsonl", allowed=anywhere)
    assert str(nothing) == f"{site}/nothing.jsonl: contains nothing to read; check that it is the right file"
    (bare,) = fetch.documents(f"{site}/bare", allowed=anywhere)
    assert str(bare).startswith(f"{site}/bare: no article text")


@pytest.mark.parametrize(
    "path",
    ["/files/7", "/excel", "/api/", "/api/one?id=1", "/plain", "/down.do", "/says-page", "/says-nothing", "/word", "/page-as-text"],
)
def test_a_link_without_an_ending_is_read_as_what_it_is_sent_as_and_begins_like(path: str, site: str) -> None:
    first, *_ = fetch.documents(f"{site}{path}", allowed=anywhere)
    assert isinstance(first, Document), str(first)
    assert BODY.replace(" ", "") in first.text.replace("\n", "").replace(" ", "")
    assert first.url in (f"{site}{path}", "https://paper.example/2")


@pytest.mark.parametrize("path", ["/slow", "/slow-head"])
def test_a_machine_that_drips_is_given_up_when_its_time_is_over(path: str, site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "LONGEST", 1)
    started = monotonic()
    with pytest.raises(InputError, match="took longer than 1 seconds"):
        document(f"{site}{path}", allowed=anywhere)
    assert monotonic() - started < DRIPS * 0.2


def test_a_link_becomes_a_document(site: str) -> None:
    found = document(f"{site}/1", allowed=anywhere)
    assert (found.title, found.text) == ("손잡는다", f"손잡는다\n\n{BODY}\n\n{SECOND}\n")
    assert found.url == f"{site}/1"
    assert document(f"{site}/a.hwpx", allowed=anywhere).text == f"{BODY}\n"


def test_redirections_are_followed_and_each_is_looked_at(site: str) -> None:
    assert document(f"{site}/moved", allowed=anywhere).url == f"{site}/1"
    # The first step is looked at twice: its name, and the machine that was reached.
    answers = iter([True, True, False])
    with pytest.raises(InputError, match=r"localhost is .* private network"):
        document(f"{site}/inside", allowed=lambda _: next(answers))
    with pytest.raises(InputError, match="redirects more than"):
        document(f"{site}/round", allowed=anywhere)
    with pytest.raises(InputError, match="is not a web address"):
        document(f"{site}/broken", allowed=anywhere)


PRIVATE = ("127.0.0.1", "localhost", "[::1]", "10.0.0.1", "192.168.0.10", "169.254.169.254", "0.0.0.0", "[::ffff:127.0.0.1]")


@pytest.mark.parametrize("host", PRIVATE)
def test_machines_of_a_private_network_are_refused(host: str) -> None:
    with pytest.raises(InputError, match="private network") as told:
        document(f"http://{host}/1")
    assert "127.0.0.1 is 127.0.0.1" not in str(told.value)


def test_a_name_that_means_another_machine_by_the_time_of_connecting_is_refused(site: str) -> None:
    answers = iter([True, False])
    with pytest.raises(InputError, match="private network"):
        document(f"{site}/1", allowed=lambda _: next(answers))


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:4700::1111", True),
        ("100.64.0.1", False),
        ("172.16.3.4", False),
        ("fe80::1%eth0", False),
        ("224.0.0.1", False),
    ],
)
def test_public_addresses(address: str, public: bool) -> None:
    assert fetch.is_public(address) is public


NO_ADDRESSES = (
    "", "ftp://a.example/1", "file:///etc/passwd", "/etc/passwd", "http://", "http://u:p@a.example/", "http://a.example:x/", "http://[::1",
    "http://[paper]/1",
)  # fmt: skip


@pytest.mark.parametrize("url", NO_ADDRESSES)
def test_what_is_no_address_is_told(url: str) -> None:
    with pytest.raises(InputError, match="is not a web address"):
        document(url)


def test_what_does_not_answer_well_is_told(site: str) -> None:
    with pytest.raises(InputError, match="404"):
        document(f"{site}/none", allowed=anywhere)
    with pytest.raises(InputError, match="HOEDONG_MAX_FILE_BYTES"):
        document(f"{site}/big", Settings(Limits(file_bytes=1_000)), allowed=anywhere)
    with pytest.raises(InputError, match="could not be reached"):
        document("http://127.0.0.1:1/", allowed=anywhere)


RSS = f"""<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>한빛일보</title>
<item><title>손잡는다</title><link>https://paper.example/1</link><pubDate>Tue, 04 Feb 2025 23:30:00 GMT</pubDate>
<description>&lt;p&gt;{BODY[:30]}&lt;/p&gt;</description></item>
<item><title>없는 면</title><link>https://paper.example/2</link></item>
<item><title>읽은 면</title><link>https://paper.example/3</link></item></channel></rss>"""
ATOM = f"""<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>새벽통신</title>
<entry><title>손잡는다</title><link href="https://wire.example/1"/><updated>2025-02-05T09:00:00+09:00</updated>
<content type="html">{f"&lt;p&gt;{BODY} {SECOND}&lt;/p&gt;" * 8}</content></entry></feed>"""


def answered(url: str, settings: Settings) -> tuple[bytes, str, str]:
    pages = {"https://paper.example/rss": RSS, "https://wire.example/atom": ATOM, "https://paper.example/1": PAGE}
    if url not in pages:
        raise InputError(f"{url} answered with HTTP status 404")
    return pages[url].encode(), "text/xml", url


def test_a_feed_gives_its_articles_with_date_and_outlet() -> None:
    found = list(feeds.documents("https://paper.example/rss", Settings(), lambda link: link.endswith("/3"), answered))
    first, second = found
    assert isinstance(first, Document)
    # Half past eleven in London is the next morning in Korea.
    assert (first.source, first.published, first.published_from) == ("https://paper.example/1", date(2025, 2, 5), "feed")
    assert (first.outlet, first.text) == ("한빛일보", f"손잡는다\n\n{BODY}\n\n{SECOND}\n")
    assert isinstance(second, Problem)
    assert second.source == "https://paper.example/2"


def test_a_feed_that_holds_whole_articles_needs_no_page() -> None:
    (found,) = feeds.documents("https://wire.example/atom", Settings(), lambda _: False, answered)
    assert isinstance(found, Document)
    assert found.text.startswith(f"손잡는다\n\n{BODY} {SECOND}\n\n{BODY}")
    assert (found.published, found.outlet) == (date(2025, 2, 5), "새벽통신")


@pytest.mark.parametrize("told", ["&lt;br&gt;&amp;#8;", "&lt;br&gt;\x0b", "&lt;p&gt;&lt;/p&gt;&amp;#x1;"])
def test_control_characters_in_a_feed_count_as_blanks(told: str) -> None:
    feed = f"<rss version='2.0'><channel><item><description>도하늘 회장{told}민여울 행장</description></item></channel></rss>"
    assert [one.text for one in feeds.entries(feed.encode(), "https://a.example")] == ["도하늘 회장\n\n민여울 행장"]


def test_what_is_no_feed_is_told() -> None:
    with pytest.raises(InputError, match="not an RSS or Atom feed"):
        feeds.entries(b"<html><body>hello</body></html>", "https://a.example")
