"""A page saved from a news site: its article, and what its markup says of it."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date

import pytest

from graphing.articles import read_bytes
from graphing.model import Document

HEAD = "가람전자·나루은행 손잡는다"
PARAGRAPHS = (
    "도하늘 가람전자 회장이 지난 4일 서울 중구 나루은행 본점에서 민여울 나루은행장과 만나 공동 투자 방안을 논의했다.",
    "두 사람은 한 시간가량 이야기를 나눴고, 내년까지 세 곳에 공장을 짓는 데 뜻을 모은 것으로 전해졌다.",
    "민 행장은 자금 조달을 돕겠다고 말했다. 가람전자는 오는 3월 이사회에서 계획을 확정한다.",
)
MENU = "".join(f'<li><a href="/s/{name}">{name}</a></li>' for name in ("정치", "경제", "사회", "국제", "문화", "오피니언"))


def site(head: str, charset: str = "utf-8") -> str:
    """A page as news sites make them: menu, article, other headlines, imprint."""
    body = "".join(f"<p>{one}</p>" for one in PARAGRAPHS)
    return f"""<!DOCTYPE html><html lang="ko"><head><meta charset="{charset}"><title>{HEAD} - 한빛일보</title>{head}</head><body>
<nav><ul>{MENU}</ul></nav><main><article><h1>{HEAD}</h1><div class="body">{body}</div></article></main>
<aside><h3>많이 본 뉴스</h3><ul><li><a href="/9">딴 회장, 딴 나라 방문</a></li></ul></aside>
<footer>발행인 홍한빛 · 청소년보호책임자 김누리</footer><script>var tracked = "회장";</script></body></html>"""


def meta(**told: str) -> str:
    return "".join(f'<meta property="{name.replace("__", ":")}" content="{value}">' for name, value in told.items())


def read(html: str, encoding: str = "utf-8") -> Document:
    (found,) = read_bytes("저장한 면.html", html.encode(encoding))
    assert isinstance(found, Document), found
    return found


FULL = (
    meta(og__title=HEAD, og__site_name="한빛일보", article__published_time="2025-02-05T09:12:00+09:00", og__type="article")
    + '<link rel="canonical" href="https://paper.example/news/77"><meta name="author" content="김다솔">'
)


ENCODINGS = [("utf-8", "utf-8"), ("euc-kr", "cp949"), ("ks_c_5601-1987", "cp949"), ("undefined", "utf-8")]


@pytest.mark.parametrize(("charset", "encoding"), ENCODINGS)
def test_a_saved_page_says_headline_date_outlet_author_and_link(charset: str, encoding: str) -> None:
    found = read(site(FULL, charset), encoding)
    assert found.text == "\n\n".join((HEAD, *PARAGRAPHS)) + "\n"
    assert (found.title, found.published, found.outlet, found.author) == (HEAD, date(2025, 2, 5), "한빛일보", "김다솔")
    assert found.url == "https://paper.example/news/77"
    assert (found.published_from, found.outlet_from) == ("page", "page")


def test_data_for_search_engines_is_used() -> None:
    told = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": HEAD,
        "datePublished": "2025-02-05T09:12:00+09:00",
        "author": {"@type": "Person", "name": "김다솔"},
        "publisher": {"@type": "NewsMediaOrganization", "name": "한빛일보"},
    }
    found = read(site(f'<script type="application/ld+json">{json.dumps(told, ensure_ascii=False)}</script>'))
    assert (found.published, found.outlet) == (date(2025, 2, 5), "한빛일보")


PORTALS = (
    meta(og__url="https://n.news.naver.com/mnews/article/015/1", og__article__author="한빛일보 | 네이버")
    + '<meta name="twitter:creator" content="한빛일보">',
    meta(og__site_name="네이버 뉴스", og__url="https://n.news.naver.com/mnews/article/015/1")
    + '<meta name="twitter:site" content="네이버 뉴스"><meta name="twitter:creator" content="한빛일보">',
    meta(og__site_name="Daum 뉴스", og__url="https://v.daum.net/v/1", og__article__author="한빛일보", og__regDate="20250205174109"),
    meta(og__site_name="다음 - 한빛일보", og__article__author="한빛일보") + '<meta name="article:media_name" content="한빛일보">',
)


@pytest.mark.parametrize("head", PORTALS)
def test_a_page_of_a_portal_is_of_the_paper_whose_article_it_shows(head: str) -> None:
    found = read(site(head).replace(" - 한빛일보", ""))
    assert (found.outlet, found.author) == ("한빛일보", None)


def test_the_day_on_which_a_portal_took_an_article_in_is_its_date() -> None:
    assert read(site(PORTALS[2])).published == date(2025, 2, 5)


def test_a_portal_that_does_not_say_whose_article_it_shows_is_no_outlet() -> None:
    assert read(site(meta(og__site_name="네이버 뉴스"))).outlet is None


@pytest.mark.parametrize("address", ["https://www.paper.example/1", "https://m.paper.example/1", "https://paper.example/1"])
def test_an_address_is_no_outlet(address: str) -> None:
    assert read(site(meta(og__url=address)).replace(" - 한빛일보", "")).outlet is None


def test_a_date_is_never_guessed_from_the_text() -> None:
    found = read(site("").replace("오는 3월", "오는 2025년 3월 12일"))
    assert found.published is None
    assert found.published_from is None
    assert "도하늘 가람전자 회장이" in found.text


def test_menus_lists_and_scripts_stay_out() -> None:
    text = read(site(FULL)).text
    assert not [words for words in ("오피니언", "딴 회장", "홍한빛", "tracked") if words in text]


BARE = "<br><br>".join(PARAGRAPHS)
LEADS = (
    f"<article>{BARE}</article>",
    f"<article id='dic_area'><span class='photo'><div><img></div><em>사진 설명</em></span>{BARE}</article>",
    f"<section>{BARE}</section>",
    f"<div class='view'><article itemprop='articleBody'><b>{PARAGRAPHS[0]}</b><br>{'<br>'.join(PARAGRAPHS[1:])}</article></div>",
    f"<div>{BARE}</div>",
    f"<article>{PARAGRAPHS[0]}<p>{PARAGRAPHS[1]}</p><p>{PARAGRAPHS[2]}</p></article>",
    f"<div><table><tr><td>사진 설명</td></tr></table>{PARAGRAPHS[0]}<br><hr>{'<br>'.join(PARAGRAPHS[1:])}</div>",
)


@pytest.mark.parametrize("body", LEADS)
@pytest.mark.parametrize("more", [0, 12])
def test_text_that_stands_bare_in_its_element_is_kept_from_the_first_word_on(body: str, more: int) -> None:
    told = [f"가람전자는 올해 공장 {number}곳을 더 짓는다고 밝혔다. 업계에서는 공급이 늘어날 것으로 보고 있다." for number in range(more)]
    longer = body.replace(PARAGRAPHS[2], "<br><br>".join((PARAGRAPHS[2], *told)))
    page = f"<html><head><title>{HEAD}</title>{FULL}</head><body><ul class='gnb'>{MENU}</ul><h1>{HEAD}</h1>{longer}</body></html>"
    lines = read(page).text.split("\n\n")
    assert lines[0] == HEAD
    assert [line.strip() for line in lines if line.strip() in {*PARAGRAPHS, *told}] == [*PARAGRAPHS, *told]


OTHERS = (
    "<div class='related_news'><h3>관련기사</h3><ul><li><a href='#'>딴 회장, 딴 나라 총리와 회동</a></li></ul></div>",
    "<div id='ranking'><p><a href='#'>1 딴 회장, 딴 나라 총리와 회동</a></p></div>",
    "<div class='reply'><div><p>딴 회장도 딴 나라 총리를 만났는데 왜 기사가 없나요. 다음에는 써 주세요.</p></div></div>",
    "<div class='u_cbox'>댓글 <ul><li>딴 회장이 딴 나라 총리를 만났어야지</li></ul></div>",
    "<div class='box'><h3>많이 본 뉴스</h3><p>딴 회장, 딴 나라 총리와 만찬을 함께했다.</p></div>",
)


@pytest.mark.parametrize("other", OTHERS)
@pytest.mark.parametrize("tag", ["article", "div"])
def test_other_articles_rankings_and_comments_stay_out(other: str, tag: str) -> None:
    body = "".join(f"<p>{one}</p>" for one in PARAGRAPHS)
    found = read(f"<html><head><title>{HEAD}</title></head><body><h1>{HEAD}</h1><{tag}>{body}</{tag}>{other}</body></html>")
    assert found.text == "\n\n".join((HEAD, *PARAGRAPHS)) + "\n"


def test_what_holds_the_article_stays_whatever_it_is_called() -> None:
    body = "".join(f"<p>{one}</p>" for one in PARAGRAPHS)
    for page in (f"<div class='share'><h1>{HEAD}</h1>{body}</div>", f"<div class='rel related'>{body}</div>"):
        assert PARAGRAPHS[0] in read(f"<html><head><title>{HEAD}</title></head><body>{page}</body></html>").text


def test_a_page_laid_out_in_tables_has_no_bars_in_its_text() -> None:
    row = "<table><tr><td>{}</td></tr></table>".format
    stamp = "입력 : 2025.02.05 09:12 | 수정 : 2025.02.05 10:00"
    body = "<br><br>".join(PARAGRAPHS)
    found = read(f"<html><body>{row(HEAD)}{row(stamp)}{row(body)}{row('Copyright 한빛일보')}</body></html>")
    assert "|" not in found.text.replace(stamp, "")
    assert stamp in found.text.split("\n")
    cells = "<table><tr><td>가</td><td>나</td></tr><tr><td>1</td><td>2</td></tr></table>"
    assert "| 1 | 2 |" in read(f"<html><body><h1>{HEAD}</h1><article><p>{body}</p>{cells}</article></body></html>").text


def test_a_publisher_in_data_without_a_vocabulary_is_the_outlet() -> None:
    told = {"@type": "NewsArticle", "headline": HEAD, "publisher": {"@type": "Organization", "name": "한빛일보"}}
    for data in (told, [told], {"@graph": [{"@type": "WebPage"}, told]}):
        assert read(site(f'<script type="application/ld+json">{json.dumps(data, ensure_ascii=False)}</script>')).outlet == "한빛일보"
    assert read(site('<script type="application/ld+json">{"publisher": </script>')).outlet is None


def test_nothing_is_asked_of_the_network() -> None:
    code = """
import socket, sys
def refuse(*_, **__): raise AssertionError("asked the network")
socket.socket.connect = socket.getaddrinfo = socket.create_connection = refuse
from graphing.articles import read_bytes
print(list(read_bytes("a.html", sys.stdin.buffer.read())))
"""
    done = subprocess.run([sys.executable, "-c", code], input=site(FULL).encode(), capture_output=True, check=False, timeout=120)
    assert "Document(" in done.stdout.decode(), done.stderr.decode()
