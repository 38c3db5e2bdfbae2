"""Profile, proofs and articles on the home page, run by Streamlit's own test harness."""

from __future__ import annotations

import re

import pytest
from mounting import edges, mounted, node, opened, proofs, shown

from graphing.view import names
from graphing.view.session import Choice, Key


def test_a_profile_counts_in_these_articles(database: str) -> None:
    app = opened()
    html = shown(opened(choice=f"person:{node(app, '고도윤')}"))
    assert f'<button value=p{node(app, "남궁설")}>남궁설</button> 2회' in html
    assert "2024.06" in html
    assert "이 기사들에 나온 것만" in html
    assert "가람전자 회장 <small>2025.03 기사 기준</small>" in html


@pytest.mark.parametrize(
    ("query", "times", "counted"),
    [
        ({"dates": "2024-06-01~2024-12-31"}, ["2024.06"], 1),
        ({"status": "planned"}, ["2025.03.12"], 0),
        ({"without": "가상일보"}, ["2025", "날짜 미상"], 1),
        ({"q": "한빛호텔"}, ["2025.03.04"], 1),
    ],
)
def test_proofs_and_profile_are_those_of_the_meetings_that_fit(
    database: str, query: dict[str, str], times: list[str], counted: int
) -> None:
    who = f"person:{node(opened(), '고도윤')}"
    app = opened(choice=who, **query)
    (html,) = proofs(app)
    assert re.findall(r'<ol class="told"><li><time>(.*?)</time>', html) == times
    assert len(re.findall("<time>", html)) == 2 * len(times), "in the list of its meetings and above the paragraphs"
    assert ("가상일보" in html) == ("without" not in query)
    if counted:
        assert f"필터에 맞는 만남 {counted}건만" in html
    assert f"필터가 회동 {5 - len(times)}건을 가립니다." in [one.value for one in app.caption]
    app.button(key="show_hidden").click().run()
    assert dict(app.query_params) == {"choice": who}
    (html,) = proofs(app)
    assert html.count("<li><time>") == 10
    assert "필터" not in html
    assert not any("가립니다" in one.value for one in app.caption)


def test_a_line_and_a_company_show_what_fits_and_a_post_stays(database: str) -> None:
    app = opened()
    drawn = edges(app)["id"]
    pair = next(name for name in drawn if name.startswith("met") and node(app, "남궁설") in name.split(":"))
    post = f"post:{node(app, '남궁설')}:{node(app, '누리통신')}"
    assert post in drawn
    for choice in (f"edge:{pair}", f"organization:{node(app, '누리통신')}"):
        (html,) = proofs(opened(choice=choice, dates="2024-06-01~2024-12-31"))
        assert "2024.06" in html
        assert "2025.03.04" not in html
    narrow = opened(choice=f"edge:{post}", dates="2024-06-01~2024-12-31")
    assert "<article" in proofs(narrow)[0]
    assert "<article" not in proofs(opened(choice=f"edge:{post}", without="가상일보"))[0]


def test_a_line_that_a_left_out_outlet_alone_tells_is_proved_by_it_and_says_so(database: str) -> None:
    app = opened(without="가상일보")
    drawn = edges(app)
    lost = [name for name, left in zip(drawn["id"], drawn["alone"], strict=True) if left]
    others = [name for name in drawn["id"] if name.startswith(("met", "side")) and name not in lost]
    assert lost
    assert others
    for line in (*lost, *others):
        chosen = opened(without="가상일보", choice=f"edge:{line}")
        (html,) = proofs(chosen)
        assert "<article" in html
        assert ("가상일보" in html) == (line in lost)
        assert ("제외한 매체만 전한 연결입니다." in [one.value for one in chosen.caption]) == (line in lost)
    # Other filters hold for it all the same.
    (html,) = proofs(opened(without="가상일보", dates="1990-01-01~1990-12-31", choice=f"edge:{lost[0]}"))
    assert "<article" not in html


def test_a_meeting_that_does_not_fit_is_read_all_the_same_and_says_so(database: str) -> None:
    entries = mounted(opened())["hoedong_timeline"]["entries"]  # type: ignore[index]
    meeting = entries["id"][entries["date"].index("2025.03.04")]
    app = opened(choice=f"meeting:{meeting}", status="planned")
    assert "<article" in proofs(app)[0]
    assert any("관계망과 연표에는 보이지 않습니다" in one.value for one in app.caption)


def test_a_meeting_tells_why_it_was_read(database: str) -> None:
    entries = mounted(opened())["hoedong_timeline"]["entries"]  # type: ignore[index]
    meeting = entries["id"][entries["date"].index("2025.03.04")]
    html = shown(opened(choice=f"meeting:{meeting}"))
    assert "“회동했다” — 주어 고도윤, 상대 남궁설" in html
    # The citation is made where the paragraph stands: nothing of it is sent twice.
    assert '<i data-cite="outlet">가상일보</i>' in html
    assert html.count("함께 까는 방안을 논의했다") == 1


def test_the_whole_article_opens_at_its_paragraph(database: str) -> None:
    app = opened()
    who = f"person:{node(app, '남궁설')}"
    app = opened(choice=who, open="1.14")
    assert 'data-testid="article-text"' in shown(app)
    assert mounted(app)["hoedong_control"]["reach"] == 14  # type: ignore[index]
    assert 'data-start="14"' in shown(app)
    # Which article that is, and the way to its original, stand above it.
    (head,) = [element.proto.body for element in app.get("html") if 'class="origin"' in element.proto.body]
    assert "2025.03.05 · 가상일보" in head
    assert 'href="https://example.org/' in head


def test_the_proofs_of_a_company_are_grouped_by_the_meetings_of_its_people(database: str) -> None:
    (html,) = proofs(opened(choice=f"organization:{node(opened(), '누리통신')}"))
    heads = re.findall(r'<article lang="ko"><ol class="told"><li><time>(.*?)</time><span><button[^>]*>(.*?)</button>', html)
    both = names.unbroken("고도윤·남궁설")
    assert heads == [("2025.03.04", both), ("2024.06", both)]
    assert html.index('<ol class="told">') < html.index('class="telling"')


def test_each_meeting_heads_its_paragraphs_once_the_newest_first(database: str) -> None:
    app = opened()
    (html,) = proofs(opened(choice=f"person:{node(app, '고도윤')}"))
    heads = re.findall(r'<ol class="told">(.*?)</ol>', html)
    assert [head.count("<li>") for head in heads] == [1] * 5
    times = [re.search("<time>(.*?)</time>", head)[1] for head in heads]  # type: ignore[index]
    assert times == ["2025", "2025.03.12", "2025.03.04", "2024.06", "날짜 미상"]
    # One paragraph tells of June and of the plan: under each that one's clause is underlined.
    parts = dict(zip(times, html.split('<ol class="told">')[1:], strict=True))
    for when, clause, other in (("2024.06", "지난해", "예정"), ("2025.03.12", "오는", "만났다")):
        underlined = re.sub("<[^>]+>", "", "".join(re.findall(r'<span class="telling">(.*?)</span>', parts[when])))
        assert clause in underlined
        assert other not in underlined
    # Where a paragraph only names who was there, and tells another meeting, it stands under that.
    assert html.count("함께 까는 방안을 논의했다") == 1


def test_a_company_edge_and_a_group_open_their_meetings(database: str) -> None:
    app = opened(view="companies")
    edge = next(name for name in edges(app)["id"] if name.startswith("firms"))
    html = shown(opened(view="companies", choice=f"edge:{edge}"))
    assert "<article" in html
    gone = opened(view="companies", choice="group:1")
    assert "다른 항목을 골라 주세요" in gone.info[0].value


def test_a_choice_of_the_wrong_kind_is_taken_for_what_it_is(database: str) -> None:
    company = node(opened(), "가람전자")
    app = opened(choice=f"person:{company}")
    assert app.session_state[Key.CHOICE] == Choice("organization", str(company))
    assert app.query_params == {"choice": f"organization:{company}"}
    assert shown(app) == shown(opened(choice=f"organization:{company}"))
