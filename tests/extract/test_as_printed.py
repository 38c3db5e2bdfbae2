"""Broadcasts and papers that give ages: read as any other, with the offsets of the text as it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from graphing.articles import split_articles
from graphing.extract import extract
from graphing.extract.as_printed import as_printed
from graphing.extract.names.tagger import Guess
from graphing.model import Article, Document, Extraction

PUBLISHED = date(2025, 2, 5)
# How a sentence ends in a broadcast, and in print.
ENDINGS = (
    ("만났습니다", "만났다"),
    ("만납니다", "만난다"),
    ("만날 예정입니다", "만날 예정이다"),
    ("함께한 자리입니다", "함께한 자리다"),
    ("머리를 맞댑니다", "머리를 맞댄다"),
    ("오찬을 갖습니다", "오찬을 갖는다"),
    ("사무실을 찾습니다", "사무실을 찾는다"),
    ("한자리에 모입니다", "한자리에 모인다"),
    ("큰 규모입니다", "큰 규모다"),
    ("사실이 아닙니다", "사실이 아니다"),
    ("곧 만날 겁니다", "곧 만날 것이다"),
    ("일이 없습니다", "일이 없다"),
    ("말이 많습니다", "말이 많다"),
    ("만나기로 했습니다", "만나기로 했다"),
)
# Whole stories in print.
STORIES = (
    "민도영 한빛전자 회장은 3일 서울에서 고은찬 누리은행장을 만났다. 두 사람은 협력을 논의했다.",
    "민도영 한빛전자 회장과 고은찬 누리은행장이 10일 부산에서 만난다. 배터리 공급이 의제다.",
    "고은찬 누리은행장은 지난달 20일 민도영 한빛전자 회장을 예방했다. 이 자리에는 서하람 부행장이 배석했다.",
    "민도영 한빛전자 회장은 12일 고은찬 누리은행장과 만날 예정이다. 두 사람이 만나는 것은 이번이 두 번째다.",
    "민도영 한빛전자 회장과 고은찬 누리은행장의 4일 회동은 무산됐다. 일정이 맞지 않았다.",
)


def article(text: str) -> Article:
    (one,) = split_articles(Document("made up", text, PUBLISHED))
    return one


def read_as(text: str) -> str:
    """The text that is handed on to be understood."""
    seen: list[str] = []

    def understand(one: Article, _told: Sequence[Guess]) -> Extraction:
        seen.append(one.text)
        return Extraction(one)

    as_printed(article(text), understand)
    return seen[0]


def spoken(text: str) -> str:
    """A story as a broadcast tells it."""
    for polite, printed in (("했습니다", "했다"), ("났습니다", "났다"), ("납니다", "난다"), ("입니다", "이다"), ("의제입니다", "의제다"),
                            ("째입니다", "째다"), ("됐습니다", "됐다"), ("않았습니다", "않았다")):
        text = text.replace(f"{printed}.", f"{polite}.")
    return text


def aged(text: str) -> str:
    for plain, with_age in (("민도영 한", "민도영(57) 한"), ("고은찬 누", "고은찬(만 61세) 누"), ("서하람 부", "서하람(49) 부")):
        text = text.replace(plain, with_age)
    return text


def facts(found: Extraction) -> tuple[object, ...]:
    meetings = [
        ({one.name for one in told.participants}, told.status, told.when and told.when.iso(), told.place and told.place.name)
        for told in found.meetings
    ]
    return meetings, [(one.name, [(post.organization, post.title) for post in one.affiliations]) for one in found.people]


@pytest.mark.parametrize(("polite", "printed"), ENDINGS)
def test_what_a_broadcast_says_is_read_as_print(polite: str, printed: str) -> None:
    assert read_as(f"회장이 왔습니다. 사장과 {polite}. 비가 왔습니다.") == f"회장이 왔다. 사장과 {printed}. 비가 왔다."


@pytest.mark.parametrize("text", [
    "민 회장은 3일 왔다. 그는 “기쁩니다”라고 말했다. “곧 만납니다.” 회사는 답하지 않았다.",
    "저는 3일 고은찬 행장을 만났습니다. 좋은 자리였습니다.",
    "언제 만났습니까? 지난달에 만났습니다. 자주 봅니다.",
    "회장은 3일 왔다. 사장은 4일 왔다. 잘 들었습니다.",
])
def test_who_speaks_himself_is_left_as_he_speaks(text: str) -> None:
    assert read_as(text) == text


@pytest.mark.parametrize(("text", "expected"), [
    ("민도영(한빛전자 회장)과 정욱(전 새얼은행 부행장)이 왔다.", "민도영 한빛전자 회장과 정욱 전 새얼은행 부행장이 왔다."),
    ("민도영(회장)은 3일 왔다.", "민도영 회장은 3일 왔다."),
    # No post, or nobody's.
    ("민도영(경기 용인) 씨가 왔다.", "민도영(경기 용인) 씨가 왔다."),
    ("전국경제인연합회(전경련 회장단)가 모였다.", "전국경제인연합회(전경련 회장단)가 모였다."),
    ("전무이사(최고재무책임자)가 왔다.", "전무이사(최고재무책임자)가 왔다."),
    ("민도영(전 한빛전자 회장)씨가 왔다.", "민도영(전 한빛전자 회장)씨가 왔다."),
    ("민도영(한빛전자 회장, 57)은 왔다.", "민도영(한빛전자 회장, 57)은 왔다."),
])
def test_a_post_in_brackets_is_one_behind_the_name(text: str, expected: str) -> None:
    assert read_as(text) == expected


def test_who_has_posts_in_brackets_meets_as_others_do() -> None:
    told = "민도영(한빛전자 회장)이 3일 서울에서 고은찬(새얼은행장)을 만났다."
    found = extract(article(told))
    assert [[one.name for one in held.participants] for held in found.meetings] == [["민도영", "고은찬"]]
    assert {(one.name, post.organization, post.title) for one in found.people for post in one.affiliations} == {
        ("민도영", "한빛전자", "회장"), ("고은찬", "새얼은행", "새얼은행장"),
    }
    assert [found.article.text[slice(*span)] for span in found.meetings[0].evidence] == [told]


@pytest.mark.parametrize(("text", "expected"), [
    ("민도영(57) 한빛전자 회장이 왔다.", "민도영 한빛전자 회장이 왔다."),
    ("민도영(만 57세) 한빛전자 회장이 왔다.", "민도영 한빛전자 회장이 왔다."),
    ("민도영(57)과 고은찬(61)이 왔다.", "민도영(57)과 고은찬(61)이 왔다."),
    ("Kim(57) 이사, 매출(2024) 자료를 든 회장이 왔다.", "Kim(57) 이사, 매출(2024) 자료를 든 회장이 왔다."),
])
def test_an_age_behind_a_name_is_passed_over_where_nothing_hangs_on_it(text: str, expected: str) -> None:
    assert read_as(text) == expected


@pytest.mark.parametrize("story", STORIES)
@pytest.mark.parametrize("told", [spoken, aged, lambda text: aged(spoken(text))], ids=["spoken", "aged", "both"])
def test_a_story_is_understood_alike_however_it_is_told(story: str, told: Callable[[str], str]) -> None:
    text = told(story)
    assert text != story
    found, printed = extract(article(text)), extract(article(story))
    assert found.article.text == text
    assert facts(found) == facts(printed)
    assert facts(found)[0]
    mentions = [mention for one in (*found.people, *found.organizations) for mention in one.mentions]
    assert [text[mention.start : mention.end] for mention in mentions] == [mention.text for mention in mentions]
    for meeting in found.meetings:
        words = {one.name: text[one.words.start : one.words.end] for one in meeting.participants}
        assert words["민도영"].startswith("민도영")
        assert words["민도영"].endswith("회장")
        assert all(text[span.start : span.end].endswith((".", "다")) for span in meeting.evidence)


PIECES = some.sampled_from(
    (
        "민도영(57) 한빛전자 회장은 3일 고은찬(61) 누리은행장을 만났습니다. ",
        "두 사람은 오찬을 함께했습니다.\n",
        "서하람 사장입니다… ",
        "(42) ",
        "니다. ",
        "“협력합니다” ",
        "습니다.",
        "가(33) ",
        "12일 만납니다.",
        "\n\n",
        "노을그룹(99)(88) ",
        "민도영(57)과 ",
    )
)


@settings(deadline=None, max_examples=40)
@given(some.lists(PIECES, min_size=1, max_size=10).map("".join))
def test_offsets_lead_to_what_they_name(text: str) -> None:
    for one in split_articles(Document("made up", text, PUBLISHED)):
        found = extract(one)
        assert found.article is one
        for entity in (*found.people, *found.organizations):
            for mention in entity.mentions:
                assert one.text[mention.start : mention.end] == mention.text
                assert not re.search(r"\(\d", mention.text)
        for meeting in found.meetings:
            spans = [*meeting.evidence, meeting.cue, *(who.words for who in meeting.participants)]
            assert all(0 <= span.start < span.end <= len(one.text) for span in spans)
