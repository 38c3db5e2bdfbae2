"""Names told by a bracket after them, by the row they stand in or by an office no company has; and what only looks so."""

from __future__ import annotations

import pytest

from graphing.articles import split_articles
from graphing.extract.names.finding import find_mentions
from graphing.extract.posts.titles import find_titles
from graphing.language import sentences
from graphing.model import Document


def mentions(text: str) -> set[tuple[str, str]]:
    (article,) = split_articles(Document("made up", text))
    return {(one.text, one.kind[0]) for one in find_mentions(article, sentences(article), find_titles(article.text))}


@pytest.mark.parametrize(("text", "people", "organizations"), [
    ("도유상부회장, 노사와 만났다\n한들전자 도유상(都有常) 회장이 왔다. 도 회장은 웃었다.", {"도유상", "都有常", "도"}, {"한들전자"}),
    ("야마모토 겐지(山本健二) 미도리금속 사장과 스즈키(鈴木) 미도리상사 회장이 왔다.",
     {"야마모토 겐지", "山本健二", "스즈키", "鈴木"}, {"미도리금속", "미도리상사"}),
    ("이 자리에는 한가람 하늘연 (12,300원 ▼150 -1.2%) 부사장과 백누리 새별물산[001230] 대표가 왔다.",
     {"한가람", "백누리"}, {"하늘연", "새별물산"}),
    ("자동차 부품업체 해온부품[0712X0]은 4일 도가람 대표를 만났다.", {"도가람"}, {"해온부품"}),
    ("12대 민도영·13대 나은결·14대 도가람 전 지부장이 나왔다.", {"민도영", "나은결", "도가람"}, set()),
    ("도가람 회장은 막내딸 유나씨를 대신 보냈다.", {"도가람", "유나"}, set()),
    ("왕둥밍 하이난성장과 쑹밍쉐(宋明雪) 외교부장이 왔다.", {"왕둥밍", "쑹밍쉐", "宋明雪"}, {"외교부"}),
    ("도가람 국무조정실장이 배석했다.", {"도가람"}, {"국무조정실"}),
    ("곡다온 미르수산 대표가 눈물을 훔쳤다.", {"곡다온"}, {"미르수산"}),
    ("토마시 코발스키 그단스크 시장 예방은 취소됐다.", {"토마시 코발스키"}, set()),
    ("나은결 미르농협조합장이 왔다.", {"나은결"}, {"미르농협"}),
    ("방한한 회장, 삼성 이어 한들전자 나은결 회장도 만났다", {"나은결"}, {"삼성", "한들전자"}),
])
def test_brackets_rows_and_offices_tell_names(text: str, people: set[str], organizations: set[str]) -> None:
    found = mentions(text)
    assert {name for name, kind in found if kind == "p"} == people
    assert organizations <= {name for name, kind in found if kind == "o"}


@pytest.mark.parametrize("text", [
    "간담회에서는 회장 연임, 사장 교체, 부사장 승진이 거론됐다.",
    "이 식당의 갈비탕 (12,000원 + 공깃밥) 값이 올랐다.",
    "지분은 회장(31.2%)과 부회장(28.8%)의 것이다.",
    "15대 국회와 16대 국회, 17대 국회에서 활동했다.",
    "장자로서 왕회장의 제사를 이끌었다.",
    "흩어져 있던 범 현대가가 모였다.",
    "신제품을 가리키며 \"이만큼 얇아졌습니다\"라고 했다.",
    "오사카(大阪) 시장이 왔다.",
    "아들 부부씨름대회가 열렸다.",
])
def test_what_only_looks_like_a_name_told_so(text: str) -> None:
    assert not {name for name, kind in mentions(text) if kind == "p"}
    assert not {"갈비탕", "회장", "부회장"} & {name for name, _ in mentions(text)}
