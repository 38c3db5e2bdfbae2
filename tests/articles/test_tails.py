"""Pages copied whole: what stands around an article and below it is no part of it, and no article is taken for that."""

from __future__ import annotations

import pytest

from graphing.articles import split_articles
from graphing.articles.residue import is_furniture, is_part_heading
from graphing.model import Article, Document

HEAD = "나도윤·마가람, 본사서 맞손"
LEAD = "한빛전자 나도윤 회장이 3일 서울 본사에서 두리은행 마가람 행장을 만나 협력 방안을 논의했다. 두 사람은 한 시간 동안 이야기를 나눴다."
NEXT = "두 회사는 앞으로도 협력을 이어가기로 했다. 업계에서는 이번 만남을 주목하고 있다."
RIGHTS = "저작권자 © 새벽신문 무단전재 및 재배포 금지"
OTHER_HEAD = "솔잎건설, 부산 재개발 수주"
OTHER = "솔잎건설이 부산 재개발 사업을 따냈다고 4일 밝혔다. 공사비는 3200억원이며 내년 봄에 첫 삽을 뜬다. 주민 설명회는 다음 달에 열린다."
LINKS = "강하늘, 노을빛과 조찬…“투자 확대”\n구름별 부회장, 해군장관과 면담"


def split(text: str) -> tuple[Article, ...]:
    return split_articles(Document("page", text))


def texts(text: str) -> list[str]:
    return [article.text for article in split(text)]


ONE = f"{HEAD}\n\n{LEAD}\n\n{NEXT}"
TAILS = (
    f"관련기사\n{LINKS}",
    f"[관련기사]\n▶ {LINKS}\n좋아요 12 화나요 3",
    "많이 본 기사\n1 강하늘, 노을빛과 만찬\n2 구름별, 하늘봄과 치킨 회동",
    "댓글 2\n홍길동 2025.07.30 18:10 강하늘이 노을빛을 만났다\n그래도 구름별이 먼저 만났지",
    "이 기사는 언론사에서 경제 섹션으로 분류했습니다.\n새벽신문 언론사가 직접 선정한 이슈\n강하늘, 노을빛과 만찬\n1시간전",
    "이 기사의 댓글 정책은 새벽신문이 결정합니다.\n전체 댓글 12\nbohu****\n구름별도 만났다던데\n2025.08.15. 10:30\n답글0 공감/비공감 공감3",
    "새벽신문 헤드라인\n강하늘, 노을빛과 만찬 회동",
    f"하늘봄 기자 다른기사 보기\n관련기사\n{LINKS}\n많이 본 기사\n1 강하늘 만찬\n댓글 1\n홍길동 구름별이 노을빛을 만났다",
    "[광고] 강하늘 회장이 노을빛 대표를 만난 비결",
)


@pytest.mark.parametrize("tail", TAILS)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_what_stands_below_an_article_is_no_part_of_it(tail: str, gap: str) -> None:
    assert texts(f"{ONE}\n\n{RIGHTS}{gap}{tail}\n") == [ONE]


@pytest.mark.parametrize("tail", TAILS)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("between", ["", "하늘봄 기자 spring@paper.example\n", "입력 2025.07.30 18:00\n\n"])
def test_the_next_article_on_the_page_is_read(tail: str, gap: str, between: str) -> None:
    text = f"{ONE}\n\n{RIGHTS}\n{tail}\n\n{OTHER_HEAD}{gap}{between}{OTHER}{gap}{OTHER[:60]} {NEXT}\n\n{RIGHTS}\n"
    first, second = split(text)
    assert first.text == ONE
    assert (second.title, second.text.startswith(OTHER_HEAD), OTHER in second.text) == (OTHER_HEAD, True, True)
    assert text[second.start : second.end].startswith(OTHER_HEAD)
    for article in (first, second):
        for paragraph in article.paragraphs:
            place = article.original_hull(paragraph.start, paragraph.end)
            assert text[place.start : place.end] == article.text[paragraph.start : paragraph.end]


def test_several_articles_with_copyright_lines_between_them_stay() -> None:
    text = f"{ONE}\n\n{RIGHTS}\n\n{OTHER_HEAD}\n\n{OTHER}\n\n{RIGHTS}\n"
    assert texts(text) == [ONE, f"{OTHER_HEAD}\n\n{OTHER}"]


@pytest.mark.parametrize("box", [f"많이 본 뉴스\n{LINKS}", "댓글 12\n강하늘도 노을빛 만났다던데"])
def test_an_article_goes_on_below_a_box(box: str) -> None:
    assert texts(f"{HEAD}\n\n{LEAD}\n\n{box}\n\n{OTHER}\n") == [f"{HEAD}\n\n{LEAD}\n\n{OTHER}"]


def test_related_headlines_within_an_article_are_beside_it() -> None:
    (article,) = split(f"{HEAD}\n\n{LEAD}\n\n관련기사\n{LINKS}\n\n{OTHER}\n")
    assert [paragraph.kind for paragraph in article.paragraphs] == ["headline", "body", "aside", "aside", "body"]


def test_what_stands_above_an_article_is_no_part_of_it() -> None:
    above = "본문 바로가기\nNAVER\n뉴스\n엔터\n스포츠\n날씨\n프리미엄\n새벽신문\n언론사 구독"
    buttons = "추천\n좋아요\n댓글\n본문 요약봇\n텍스트 음성 변환 서비스 사용하기\n글자 크기 변경하기\nSNS 보내기\n인쇄하기"
    stamp = "입력2025.08.15. 오전 10:00  수정2025.08.15. 오후 1:00 기사원문\n하늘봄 기자"
    assert texts(f"{above}\n{HEAD}\n{stamp}\n{buttons}\n{LEAD}\n\n{NEXT}\n\n하늘봄 기자 a@b.example\n{RIGHTS}\n") == [
        f"{HEAD}\n{LEAD}\n\n{NEXT}".replace(f"{HEAD}\n", f"{HEAD}\n\n")
    ]


@pytest.mark.parametrize("line", ["댓글이 줄었다", "관련기사를 보고 마가람 행장을 찾았다.", "뉴스 산업의 앞날", "주요 뉴스룸"])
def test_lines_with_such_words_are_news(line: str) -> None:
    assert not is_part_heading(line)
    assert not is_furniture(line)
