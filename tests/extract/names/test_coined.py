"""Companies of coined words, foreign names beside them, rows of names behind marks; and what only looks so."""

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
    ("다온생명은 12일 정기 임원 인사를 단행했다.", set(), {"다온생명"}),
    ("늘봄식품 줄리아 로시 부문장이 왔다.", {"줄리아 로시"}, {"늘봄식품"}),
    ("이날 하람카드 진영호·선만수 부사장이 왔다.", {"진영호", "선만수"}, {"하람카드"}),
    ("행사에는 B2코퍼 심찬호 CFO가 참석했다.", {"심찬호"}, {"B2코퍼"}),
    ("행사에는 인하대 임유나 경제학부 교수가 참석했다.", {"임유나"}, {"인하대"}),
    ("지멘스 올가 페트로바 회장이 참석했다.", {"올가 페트로바"}, {"지멘스"}),
    ("미르제약 인사. 전무 승진 △성미경 △허철수 △강빈 △하준이", {"성미경", "허철수", "강빈", "하준이"}, {"미르제약"}),
])
def test_names_beside_each_other_are_parted(text: str, people: set[str], organizations: set[str]) -> None:
    assert mentions(text) == {(name, "p") for name in people} | {(name, "o") for name in organizations}


@pytest.mark.parametrize("text", [
    "국내식품은 잘 팔린다.",
    "올해 목표는 △성장 △안정 △도전 이다.",
    "승진 요건은 △경력 △품성, △평판 순이다.",
    "새 파트너스 모집에 나선다.",
])
def test_words_that_only_look_so_are_no_names(text: str) -> None:
    assert not mentions(text)


@pytest.mark.parametrize("text", [
    "대륭화학 구매팀 상무가 참석했다.",
    "대륭화학의 안전팀 부회장이 나섰다.",
    "다온은행 홍보실 임원이 왔다.",
    "이날 한들전자 주식팀 대표는 말을 아꼈다.",
])
def test_a_part_of_a_house_is_no_person(text: str) -> None:
    assert not {name for name, kind in mentions(text) if kind == "p"}


@pytest.mark.parametrize(("text", "people", "organizations"), [
    ("구가람 법무법인 한결 대표변호사가 왔다.", {"구가람"}, {"법무법인 한결"}),
    ("행사에는 장 클로드 모랭 테슬론 최고기술책임자 등이 참석했다.", {"장 클로드 모랭"}, {"테슬론"}),
])
def test_what_stands_behind_a_name_or_between_dots(text: str, people: set[str], organizations: set[str]) -> None:
    assert mentions(text) == {(name, "p") for name in people} | {(name, "o") for name in organizations}
