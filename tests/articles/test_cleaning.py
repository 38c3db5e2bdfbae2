"""What is set aside, joined and told once; and that every character leads back to the document."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from graphing.articles import split_articles
from graphing.articles.joints import joint
from graphing.model import Article, Document

HEAD = "나도윤·마가람, 본사서 맞손"
LEAD = "한빛전자 나도윤 회장이 3일 서울 본사에서 두리은행 마가람 행장을 만나 협력 방안을 논의했다."
NEXT = "두 회사는 다음 달 실무진을 꾸리기로 했다. 마 행장은 이튿날 부산으로 떠났다."


def article(text: str) -> Article:
    (only,) = split_articles(Document("x", text))
    return only


def paragraphs(text: str) -> list[tuple[str, str]]:
    found = article(text)
    return [(paragraph.kind[0], found.text[paragraph.start : paragraph.end]) for paragraph in found.paragraphs]


def test_every_headline_line_is_a_paragraph() -> None:
    assert paragraphs(f"{HEAD}\n\n3일 한 시간 면담\n다음 달 실무진 꾸려\n\n{LEAD}") == [
        ("h", HEAD),
        ("h", "3일 한 시간 면담"),
        ("h", "다음 달 실무진 꾸려"),
        ("b", LEAD),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "/하늘봄 기자 spring@paper.example",
        "spring@paper.example",
        "(서울=하늘봄 기자)",
        "대담=하늘봄 산업부장 정리=노을빛 기자 사진=구름별",
        "글 하늘봄 기자·사진 구름별",
        "/하늘봄 기자(부산)",
        "By Haneul Bom and Noeul Bit",
        "Reporting by Haneul Bom",
        "▶ 3면에 계속",
        "▶A3면에 계속",
        "» 1면 ‘은행 개혁’서 계속",
        "(3면에 계속)",
        "<저작권자 ⓒ 새벽신문, 무단 전재 및 재배포 금지>",
        "Copyright ⓒ 새벽신문. All rights reserved.",
        "ⓒ 새벽신문 무단복제 금지",
        "사진=공동취재단",
        "[한빛통신 Hanbit] 하늘봄 기자 (spring@paper.example)",
        "시애틀(미국)=하늘봄 기자",
        "기자의 전체기사 보기 기자의 전체기사 보기",
        "새벽신문이 직접 편집한 뉴스 채널",
        "사진 | 두리은행",
        "/뉴시스",
        "[연합뉴스]",
        "[사진 제공=새벽신문]",
        "로그인 | 회원가입 | 지면보기 | 구독신청",
        "홈 > 산업 > 재계",
        "댓글 12   공유하기   글자크기 설정",
        "ADVERTISEMENT",
        "광고 | 첫 달 0원",
        "기사입력 2021.05.04. 오전 11:52   최종수정 2021.05.04. 오후 4:20",
        "(끝)",
        "(END)",
        "관련기사",
        "&nbsp;",
        "<br><br>",
        "문의 : 한솔비 팀장 (02-555-0100)",
        "발행인 하늘봄 | 편집인 노을빛 | 청소년보호책임자 구름별",
    ],
)
def test_lines_that_are_no_news_are_set_aside(line: str) -> None:
    assert article(f"{HEAD}\n\n{LEAD}\n\n{NEXT}\n\n{line}").text == f"{HEAD}\n\n{LEAD}\n\n{NEXT}"


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        (f"{NEXT} /하늘봄 기자", NEXT),
        (f"{NEXT}   /하늘봄 기자 spring@ ⓒ새벽신문 무단복제 금지", NEXT),
        (f"{NEXT}   ▶A3면에 계속", NEXT),
        (f"{NEXT} 하늘봄 기자 spring@paper.example", NEXT),
        (f"{NEXT} (끝)", NEXT),
        (f"(서울=한결통신) 하늘봄 기자 = {NEXT}", NEXT),
        (f"[서울=뉴스새벽]하늘봄 기자 = {NEXT}", NEXT),
        (f"[새벽경제 하늘봄 기자] {NEXT}", NEXT),
        (f"[새벽신문] {NEXT}", NEXT),
        (f"&nbsp;{NEXT}<br><br>", NEXT),
        ("그는 M&amp;A를 &lsquo;결혼&rsquo;에 빗대며 서두르지 않겠다고 말했다.", "그는 M&A를 ‘결혼’에 빗대며 서두르지 않겠다고 말했다."),
        ("부고는 전화나 이메일(obit@paper.example)로 알려 주시면 실어 드립니다.", "부고는 전화나 이메일로 알려 주시면 실어 드립니다."),
        (f"이미지 확대보기{NEXT}", NEXT),
        ("그는 나도윤닫기나도윤기사 모아보기 한빛전자 회장과 만났다.", "그는 나도윤 한빛전자 회장과 만났다."),
        (f"사진 크게보기 [새벽신문] {NEXT}", NEXT),
        ("그는 “기자 여러분과 만나 반갑다”고 말했다. 김 기자는 웃었다.", "그는 “기자 여러분과 만나 반갑다”고 말했다. 김 기자는 웃었다."),
        ("[단독] 두 회사가 손을 잡는다는 소문이 돌았다.", "[단독] 두 회사가 손을 잡는다는 소문이 돌았다."),
    ],
)
def test_what_is_no_news_goes_from_a_paragraph(raw: str, clean: str) -> None:
    assert paragraphs(f"{HEAD}\n\n{LEAD}\n\n{raw}")[-1] == ("b", clean)


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("나도윤(왼쪽) 회장과 마가람 행장이 3일 악수하고 있다. /뉴시스", "나도윤(왼쪽) 회장과 마가람 행장이 3일 악수하고 있다."),
        (
            "나도윤 회장과 마가람 행장이 3일 서울에서 악수하고 있다. [사진=한빛전자]",
            "나도윤 회장과 마가람 행장이 3일 서울에서 악수하고 있다.",
        ),
        (
            "나도윤 회장이 3일 본사에서 열린 행사에서 기념촬영을 하고 있다.",
            "나도윤 회장이 3일 본사에서 열린 행사에서 기념촬영을 하고 있다.",
        ),
        ("▲나도윤(왼쪽) 회장이 계약서를 교환하고 있다. 부산=하늘봄 기자", "▲나도윤(왼쪽) 회장이 계약서를 교환하고 있다."),
        ("나도윤 한빛전자 회장. /자료사진", "나도윤 한빛전자 회장."),
        ("마가람 행장이 4일 문을 열고 있다. 두리은행 제공", "마가람 행장이 4일 문을 열고 있다. 두리은행 제공"),
        ("[사진] 나도윤 회장이 마가람 행장을 맞이하고 있다.", "[사진] 나도윤 회장이 마가람 행장을 맞이하고 있다."),
        (
            "▲3일 본사에서 만난 나도윤 회장과 마가람 행장이 악수하고 있다. |",
            "▲3일 본사에서 만난 나도윤 회장과 마가람 행장이 악수하고 있다."),
        (
            "3일 열린 간담회 참석자들. (왼쪽부터) 나도윤 회장, 마가람 행장. 사진 | 두리은행",
            "3일 열린 간담회 참석자들. (왼쪽부터) 나도윤 회장, 마가람 행장."),
        ("나도윤 회장이 발언하고 있다. 2021.5.4/뉴스1", "나도윤 회장이 발언하고 있다."),
        ("〈두리은행장〉", "〈두리은행장〉"),
    ],
)
def test_captions_and_their_credits(raw: str, clean: str) -> None:
    assert ("c", clean) in paragraphs(f"{HEAD}\n\n{LEAD}\n\n{raw}\n\n{NEXT}")


@pytest.mark.parametrize(
    "prose",
    [
        "정부는 은행과 기업이 함께하는 대책을 마련하고 있다.",
        "두 회사는 부산에서 대체 거래선을 찾고 있다. /하늘봄 기자",
        "▲한빛전자는 목표를 올려 잡았고 ▲두리은행은 내렸다고 3일 밝혔다.",
    ],
)
def test_prose_is_no_caption(prose: str) -> None:
    assert paragraphs(f"{HEAD}\n\n{LEAD}\n\n{prose}")[-1][0] == "b"


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("최근의 회동 이후 나도윤 한빛전자 CEO", "는 자리를 떠났다. 밤이었다.", "나도윤 한빛전자 CEO는 자리를"),
        (
            "금융당국에 따르면 이 중 절반이 지난해 임명된 마가람 두리은행 행장",
            "취임 시기인 3월 이후에 나간 것으로 확인됐다.",
            "두리은행 행장 취임 시기인",
        ),
        ("시공을 맡은 솔잎건설은 계약에 따라 통상 여섯 달 안에 건", "물을 준공할 의무가 있고 이를 어기면 물어낸다.", "안에 건물을 준공할"),
        ("두 사람은 지난달에도 부산에서 만난 것으로 알려졌", "다. 그때는 셋이었다.", "것으로 알려졌다. 그때는"),
        ("The two companies said on Tuesday that they would", "go on with their talks in Busan next week.", "they would go on with"),
    ],
)
@pytest.mark.parametrize("between", ["", "나도윤(왼쪽) 회장이 3일 악수하고 있다. /뉴시스\n\n", "〈두리은행장〉\n\n", "▶ 3면에 계속\n\n"])
def test_a_sentence_broken_at_a_column_is_joined(before: str, after: str, joined: str, between: str) -> None:
    found = article(f"{HEAD}\n\n{LEAD}\n\n{before}\n\n{between}{after}\n\n{NEXT}")
    assert joined in found.text
    assert found.text.endswith(NEXT)


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}\n\n{LEAD}\n\n◇남은 숙제\n\n{NEXT}",
        f"{HEAD}\n\n{LEAD}\n\n△나도윤 한빛전자 회장\n△마가람 두리은행 행장\n\n{NEXT}",
        "Lee meets Kim in Busan\n\nThe two talked for an hour on Tuesday.\n\nThey will meet again, the company said.",
        "한빛전자의 이번 발표를 두고 시장의 반응은 엇갈린다고 업계는 본다\n\n두 회사는 다음 달 실무진을 꾸리기로 했다.",
    ],
)
def test_clean_text_stays_as_it_is(text: str) -> None:
    found = article(text)
    assert found.text == text
    assert [tuple(run) for run in found.runs] == [(0, len(text), 0, len(text))]


TALE = (
    "양사가 처음 머리를 맞댄 것은 2010년이다. 당시 두리은행을 이끌던 구름별 행장이 부산 본사로 나 회장을 찾아와 합작을 제안했다. "
    "지난해 취임한 마"
)


@pytest.mark.parametrize(
    ("page", "told"),
    [
        (
            f"{TALE} 행\n\n〈행장〉\n\n구름별 행장이 부산 본사로 나 회장을 찾아와 합작을 제안했다. 지난해 취임한 마 행장이 불씨를 살렸다.",
            f"{TALE} 행장이 불씨를 살렸다.",
        ),
        (f"{LEAD}\n\n두리은행 마가람 행장을 만나 협력 방안을 논의했다.\n\n{NEXT}", f"{LEAD}\n\n{NEXT}"),
        (f"{LEAD}\n\n두리은행 마가람 행장을 만나 협력 방안을 논의\n\n{NEXT}", f"{LEAD}\n\n{NEXT}"),
    ],
)
def test_a_passage_printed_twice_is_told_once(page: str, told: str) -> None:
    text = article(f"{HEAD}\n\n{page}").text
    assert text.count("합작을 제안했다") <= 1
    assert text.count("협력 방안을 논의했다") <= 1
    assert text in (f"{HEAD}\n\n{told}", f"{HEAD}\n\n{told}\n\n〈행장〉")


@pytest.mark.parametrize(
    ("before", "after", "word"),
    [
        ("지난해 취임한 사공 부회", "장이 불씨를 되살렸다.", "부회장이"),
        ("들어선 이 연", "구소는 넓다.", "연구소는"),
        ("이 자리에서 정", "회장이 웃었다.", "정 회장이"),
        ("두 사람은 지난 1", "3일 만났다.", "13일"),
        ("두 사람은 지난 13", "일 만났다.", "13일"),
        ("그가 만난 사람은 모두", "다섯 명이다.", "모두 다섯"),
        ("배석했", "다. 그리고", "배석했다."),
        ("최고경영자(", "CEO)가 왔다.", "(CEO)가"),
        ("그 뒤로 두 회사는", "함께 걸었다.", "회사는 함께"),
    ],
)
def test_words_at_a_break(before: str, after: str, word: str) -> None:
    assert word in before + joint(before, after, "금성의 부회장이 전한 말이다. 이 연구소는 새로 섰다.") + after


def test_what_is_only_alike_is_told_twice() -> None:
    text = (
        f"{HEAD}\n\n한빛전자 나도윤 회장이 3일 서울 본사에서 기자들을 만났다.\n\n한빛전자 나도윤 회장이 3일 서울 본사에서 행원들을 만났다."
    )
    assert article(text).text == text


def wrapped(text: str, width: int) -> str:
    lines = [""]
    for word in text.split(" "):
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return "\n".join(lines)


@pytest.mark.parametrize("width", [20, 26, 38])
def test_lines_broken_at_a_width_are_joined(width: int) -> None:
    body = [f"{LEAD} {NEXT}", f"{NEXT.replace('실무진', '사장단')} {LEAD.replace('3일', '5일')} 그 뒤의 일은 알려지지 않았다."]
    page = "\n\n".join([HEAD, *(wrapped(paragraph, width) for paragraph in body)])
    assert paragraphs(page) == [("h", HEAD), *(("b", paragraph) for paragraph in body)]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\u2028"])
def test_newlines_of_any_kind(newline: str) -> None:
    text = f"{HEAD}\n\n{LEAD}\n\n{NEXT}"
    assert article(text.replace("\n", newline)).text == text


@pytest.mark.parametrize("blanks", ["  ", "     ", " \t ", "\u3000 "])
def test_several_blanks_are_one_and_what_they_part_leads_back(blanks: str) -> None:
    text = "구자윤 다온전자 사장이 4일 서울에서 허유민 마루은행장을 만나 협력을 논의했다. 두 회사는 5월에 합작한다."
    document = Document("made up", text.replace(" ", blanks))
    (article,) = split_articles(document)
    assert article.text == text
    at = article.text.index("마루은행장")
    hull = article.original_hull(at, at + 5)
    assert document.text[hull.start : hull.end] == "마루은행장"


def test_decomposed_hangul_is_composed() -> None:
    text = f"{HEAD}\n\n{LEAD}"
    decomposed = unicodedata.normalize("NFD", text)
    found = article(decomposed)
    assert found.text == text
    at = text.index("마가람")
    hull = found.original_hull(at, at + 3)
    assert unicodedata.normalize("NFC", decomposed[hull.start : hull.end]) == "마가람"


def test_letters_and_digits_set_wide_are_read_as_any_other() -> None:
    text = "구자윤 SK 회장이 4일(현지시간) 서울에서 허유민 KB은행장을 만나 협력을 논의했다."
    wide = "".join(chr(ord(one) + 0xFEE0) if "!" <= one <= "~" else one for one in text)
    found = article(wide)
    assert found.text == text
    at = text.index("SK")
    hull = found.original_hull(at, at + 2)
    assert wide[hull.start : hull.end] == "ＳＫ"


def test_what_a_company_is_stands_in_letters_however_it_was_set() -> None:
    found = article("구자윤 ㈜한빛 대표가 4일 서울에서 허유민 KB은행장을 만나 협력을 논의했다.")
    assert found.text.startswith("구자윤 (주)한빛 대표가")
    at = found.text.index("한빛")
    assert found.original_hull(at - 3, at + 2) == (4, 7)


# Full-width signs -> those of ASCII.
NARROW = {one + 0xFEE0: one for one in range(ord("!"), ord("~") + 1)}
PIECES = st.sampled_from(
    [
        HEAD,
        LEAD,
        NEXT,
        TALE,
        "는 자리를 떠났다.",
        "/하늘봄 기자 a@b.kr",
        "나 회장이 3일 서울에서 악수하고 있다. /뉴시스",
        "» 1면 ‘가’서 계속",
        "2021년 5월 4일 화요일   경제   3",
        "◇소제목",
        "△하나 △둘",
        "<br>",
        "&nbsp;&amp;",
        "😀",
        "\u200b",
        "\u00a0",
        "\r\n",
        "\r",
        "\n",
        "\n\n",
        " ",
        unicodedata.normalize("NFD", "마가람 행장"),
        "\u1112\u1161",
        "é",
        "e\u0301\u0302",
        "ＳＫ 회장이 ４일",
        "㈜한빛 대표",
        "ⓒ새벽 무단 전재 금지",
        "관련기사",
        "[사진=한빛]",
    ]
)


@given(st.one_of(st.text(max_size=300), st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=40).map("".join)))
@example("가\u00a0나\r\n\r\n다")
def test_runs_lead_back_to_the_document(text: str) -> None:
    end = 0
    for found in split_articles(Document("x", text)):
        assert end <= found.start < found.end <= len(text)
        end = found.end
        position = 0
        for run in found.runs:
            assert run.start >= position
            assert run.length > 0
            # Between runs stands only what was put in: blanks.
            assert found.text[position : run.start].isspace() or run.start == position
            position = run.start + run.length
            copied, original = found.text[run.start : position], text[run.original_start : run.original_start + run.original_length]
            assert found.start <= run.original_start
            assert run.original_start + run.original_length <= found.end
            assert copied == original.translate(NARROW) or run.length != run.original_length
        assert position == len(found.text)
        last = 0
        for paragraph in found.paragraphs:
            assert last <= paragraph.start < paragraph.end <= len(found.text)
            assert found.text[last : paragraph.start].strip() == ""
            last = paragraph.end
        assert last == len(found.text)


@pytest.mark.parametrize(
    ("before", "after", "between"),
    [
        ("면담에는 곽하늘", "과 민여울이", ""),
        ("면담에는 도하", "람 가람전자 사장이", ""),
        ("회장과 다", "시 만날 예정이다", ""),
        ("하늘봄 기자 spring", "@paper.example", ""),
        ("하늘봄 기자 spr", "ing@paper.example", ""),
        ("하늘봄 기자 spring@paper", ".example", ""),
        ("가람전자는 이", "날 발표했다", " "),
        ("협력을 논의한", "뒤 돌아갔다", " "),
        ("공장을 새로", "세 곳에 짓는다", " "),
    ],
)
def test_what_is_no_word_by_itself_is_the_end_of_one(before: str, after: str, between: str) -> None:
    assert joint(before, after, "") == between


@pytest.mark.parametrize("raw", ["\u200b", "\u200c", "\u00ad", "\u2060", "\ufeff", "\r", "\u2028", "\u3000", "\xa0", "\t"])
@pytest.mark.parametrize("form", ["&#{};", "&#x{:x};"])
def test_what_goes_or_is_put_in_order_does_so_written_as_an_entity_too(raw: str, form: str) -> None:
    written = form.format(ord(raw))
    assert article(LEAD.replace("나도윤", f"나{written}도윤")).text == article(LEAD.replace("나도윤", f"나{raw}도윤")).text


def test_entities_by_name_that_go() -> None:
    assert article(LEAD.replace("나도윤", "나&shy;도&zwnj;윤")).text == LEAD
