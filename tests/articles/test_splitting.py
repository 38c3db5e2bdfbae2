"""Pages become articles: made-up pages, and the seed page."""

from datetime import date
from pathlib import Path

import pytest

from graphing.articles import printed_date, split_articles
from graphing.model import Article, Document

SEED = Path(__file__).parents[2] / "seeds" / "000_18c05a7db6ff3871.txt"

LEAD = "한빛전자 나도윤 회장이 3일 서울 본사에서 두리은행 마가람 행장을 만나 협력 방안을 논의했다. 두 사람은 한 시간 동안 이야기를 나눴다."
OTHER = "솔잎건설이 부산 재개발 사업을 따냈다고 4일 밝혔다. 공사비는 3200억원이며 내년 봄에 첫 삽을 뜬다. 주민 설명회는 다음 달에 열린다."
THIRD = "바다해운은 지난해 영업이익이 두 배로 늘었다고 공시했다. 운임이 오르고 물동량이 늘어난 덕이라고 회사 측은 설명했다."


def split(text: str) -> tuple[Article, ...]:
    return split_articles(Document("page", text))


def ranges(text: str) -> list[str]:
    return [text[article.start : article.end] for article in split(text)]


@pytest.mark.parametrize(
    "byline",
    [
        "/하늘봄 기자 spring@paper.example",
        "/하늘봄 기자 spring@",
        "/하늘봄·노을빛 기자",
        "하늘봄·노을빛 기자 spring@paper.example",
        "부산=하늘봄 기자",
        "/부산=하늘봄 기자 spring@paper.example",
        "글=하늘봄 기자, 사진=/노을빛 기자",
        "/하늘봄 기자 spring@   ※무단 전재·재배포 금지",
        "하늘봄 특파원 spring@paper.example ⓒ 새벽신문 무단복제 금지",
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n\n\n\n"])
def test_a_byline_ends_an_article(byline: str, gap: str) -> None:
    first = f"나도윤·마가람, 본사서 맞손{gap}{LEAD}{gap}{byline}"
    second = f"솔잎건설, 부산 재개발 수주{gap}{OTHER}{gap}/구름별 기자"
    assert ranges(f"{first}{gap}{second}") == [first, second]


def test_a_byline_at_the_end_of_the_last_paragraph_ends_an_article() -> None:
    first = f"나도윤·마가람, 본사서 맞손\n\n{LEAD} /하늘봄 기자"
    second = f"솔잎건설, 부산 재개발 수주\n\n3200억원 규모\n\n{OTHER}   /구름별 기자 cloud@"
    assert ranges(f"{first}\n{second}\n") == [first, second]


def test_a_jump_line_under_a_headline_opens_an_article() -> None:
    first = f"나도윤·마가람, 본사서 맞손\n\n{LEAD}"
    second = f"마가람 “은행이 먼저 움직여야”\n\n〈두리은행장〉\n\n» 1면 ‘은행 개혁’서 계속\n\n{OTHER}\n\n/하늘봄 기자"
    text = f"{first}\n\n{second}"
    assert ranges(text) == [first, second]
    assert "계속" not in split(text)[1].text


def test_page_heads_belong_to_no_article() -> None:
    first = f"나도윤·마가람, 본사서 맞손\n\n{LEAD}\n\n/하늘봄 기자"
    second = f"솔잎건설, 부산 재개발 수주\n\n{OTHER}\n\n/구름별 기자"
    assert ranges(f"2021년 5월 4일 화요일     산업·기업     새벽신문   A12\n\n{first}\n\n{second}") == [first, second]


def test_a_photo_with_its_caption_is_an_article_of_its_own_on_a_page() -> None:
    first = f"나도윤·마가람, 본사서 맞손\n\n{LEAD}\n\n/하늘봄 기자"
    photo = "[포토] 문 연 자전거 박물관\n\n3일 대전 자전거 박물관 개관식에서 은소라(왼쪽) 관장이 시민들과 테이프를 자르고 있다. 대전시 제공"
    third = f"바다해운 훈풍… 이익 두 배\n\n{THIRD}"
    assert ranges(f"{first}\n\n{photo}\n\n{third}") == [first, photo, third]


@pytest.mark.parametrize(
    "middle",
    [
        "◇두 사람의 오랜 인연",
        "■ 남은 과제",
        "[앞으로의 일정]",
        "달라진 위상",
        "─ 회사 이름이 독특하다.",
        "3일 서울 본사에서 나도윤(왼쪽) 회장과 마가람 행장이 기념촬영을 하고 있다. /뉴시스",
        "사진=공동취재단",
        "▶ 관련기사\n- 두리은행, 3분기 흑자… “바닥 지났다”\n- 한빛전자 주주총회 29일",
    ],
)
def test_one_article_stays_one(middle: str) -> None:
    head = "나도윤·마가람, 본사서 맞손\n\n협력 방안 논의… 두 번째 만남"
    text = f"{head}\n\n{LEAD}\n\n{middle}\n\n{OTHER}\n\n{THIRD}\n\n/하늘봄 기자\n/노을빛 기자"
    assert ranges(text) == [text]


def test_a_byline_above_the_body_ends_nothing() -> None:
    text = f"나도윤·마가람, 본사서 맞손\n하늘봄 기자 spring@paper.example\n입력 2021.05.04 17:30\n\n{LEAD}\n\n{OTHER}"
    (article,) = split(text)
    assert article.title == "나도윤·마가람, 본사서 맞손"
    assert article.text == f"나도윤·마가람, 본사서 맞손\n\n{LEAD}\n\n{OTHER}"


def test_titles() -> None:
    assert split(f"나도윤·마가람, 본사서 맞손\n\n{LEAD}")[0].title == "나도윤·마가람, 본사서 맞손"
    assert split(LEAD)[0].title is None
    assert split_articles(Document("x", LEAD, title="맞손"))[0].title == "맞손"


def test_what_the_document_says_goes_with_its_articles() -> None:
    (article,) = split_articles(Document("x", LEAD, date(2021, 5, 4), outlet="새벽신문", url="https://paper.example/1"))
    assert (article.source, article.published, article.outlet, article.url) == (
        "x",
        date(2021, 5, 4),
        "새벽신문",
        "https://paper.example/1",
    )


@pytest.mark.parametrize("text", ["", " \n\t\r\n", "\ufeff", "/하늘봄 기자 spring@paper.example"])
def test_no_text_no_article(text: str) -> None:
    assert split(text) == ()


def test_only_emoji() -> None:
    (article,) = split("😀😀👍🏽")
    assert (article.start, article.end, article.text) == (0, 4, "😀😀👍🏽")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"2021년 5월 4일 화요일   경제   새벽신문   3\n\n제목\n\n{LEAD}", date(2021, 5, 4)),
        (f"2021.5.4 화      기업과 사람      B1\n제목\n{LEAD}", date(2021, 5, 4)),
        (f"2021년 5월 9일 일요일\n제목\n입력 2021-05-04 09:41   수정 2021-05-04 14:03\n{LEAD}", date(2021, 5, 4)),
        (f"Title\nPublished : May 4, 2021 - 10:14\n{LEAD}", date(2021, 5, 4)),
        (f"제목\n\n{LEAD}\n\n2020년 1월 2일에 있었던 일을 두고 말이 많았다.", None),
        (f"2021년 2월 31일 화요일\n제목\n{LEAD}", None),
        (f"주간 재계 동향 (2021. 5. 4.)\n\n□ 주요 회동\n{LEAD}", date(2021, 5, 4)),
        (f"보도자료\n2021. 5. 4.(화)\n{LEAD}", date(2021, 5, 4)),
        (f"동향 보고[기준일 2021.05.04]\n{LEAD}", date(2021, 5, 4)),
        (f"주간 재계 동향 (2021. 5. 3.)\n2021년 5월 4일 화요일   경제   새벽신문   3\n{LEAD}", date(2021, 5, 4)),
        (f"제목\n{LEAD}\n{LEAD}\n{LEAD}\n{LEAD}\n지난 봄의 행사 소식 (2021. 5. 4.)\n{LEAD}", None),
        (f"그는 새 공장이 문을 연 날을 말했다 (2021. 5. 4.) 그리고 웃었다.\n{LEAD}", None),
    ],
)
def test_printed_date(text: str, day: date | None) -> None:
    assert printed_date(Document("x", text)) == day


def test_the_seed_page_holds_three_articles() -> None:
    articles = split(SEED.read_text(encoding="utf-8"))
    assert [(article.start, article.end) for article in articles] == [(2, 2910), (2912, 4018), (4020, 4791)]
    assert [article.title for article in articles] == [
        "‘스타게이트’ 추진 논의… 딥시크 맞서는 AI 생태계 만들까",
        "내부통제 먹통… 부당대출 46% 부실화",
        "이복현 “은행권, 뼈를 깎는 자성 필요”",
    ]


def test_the_seed_page_is_read_in_whole_sentences() -> None:
    first, second, third = (article.text for article in split(SEED.read_text(encoding="utf-8")))
    assert "포함한 반도체 분야와 AI 비서 서비스 협력 등에 대한 논의를" in first
    assert first.count("플라자호텔에서 최 회장과 회동을 가졌다") == 1
    assert "올트먼 CEO는 카카오 미디어데이에" in first
    assert "임종룡 우리금융지주 회장 취임 시기인" in second
    assert "통상 6개월 내 건물을 준공할" in third
    assert not any(word in text for text in (first, second, third) for word in ("기자 ", "@", "/뉴스", "계속"))
