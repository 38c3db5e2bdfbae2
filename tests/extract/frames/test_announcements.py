"""Events that are told without their people, and whole made-up articles in which the next sentences name those who came."""

from __future__ import annotations

from datetime import date

import pytest
from extract.told import read

from graphing.articles import split_articles
from graphing.extract.frames.announcements import announced, hosts_event
from graphing.extract.frames.cues import find_cues
from graphing.extract.frames.linking import scene
from graphing.extract.frames.telling import Telling
from graphing.language import sentences
from graphing.model import Document


def event(text: str, *, headline: bool = False, told: tuple[Telling, ...] = (), index: int = 0) -> list[str]:
    (article,) = split_articles(Document("made up", text, date(2025, 2, 5)))
    sentence = sentences(article)[0]
    at = scene(article.text, sentence, headline=headline, caption=False, first=True)
    cues = find_cues(article.text, sentence.start, sentence.end)
    found = announced(article.text, index, at, cues, told, ["held"] * len(cues))
    return [article.text[one.cue.start : one.cue.end] for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("경제단체장 만찬이 4일 저녁 더한호텔에서 열렸다.", ["만찬"]),
        ("두 기관은 4일 업무협약을 맺었다.", ["업무협약"]),
        ("노사는 4일 교섭을 이어 갔다.", []),
        ("노사는 4일 교섭을 벌였다.", ["교섭"]),
        ("만찬의 값은 비싸다.", []),
        ("“만찬이 열렸다”고 했다.", []),
        ("1200여 명이 모인 신년인사회와 만찬이 열렸다.", []),
    ],
)
def test_events_without_people(text: str, expected: list[str]) -> None:
    assert event(text) == expected


def test_an_event_told_just_before_is_not_told_again() -> None:
    text = "만찬이 4일 저녁 더한호텔에서 열렸다."
    (article,) = split_articles(Document("made up", text, date(2025, 2, 5)))
    at = scene(article.text, sentences(article)[0], headline=False, caption=False, first=True)
    cue = find_cues(text, 0, len(text))[0]
    empty = Telling(0, at, cue, (), (), "held", (), "")
    assert event(text, told=(empty,), index=1) == ["만찬"]
    assert event(text, headline=True) == []


@pytest.mark.parametrize(
    ("text", "expected"), [("간담회를 열었다.", True), ("만찬을 베풀었다.", True), ("간담회에 갔다.", False), ("만났다.", False)]
)
def test_who_holds_an_event(text: str, expected: bool) -> None:
    assert hosts_event(text, find_cues(text, 0, len(text))[0], len(text)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "경제단체장 만찬이 4일 저녁 더한호텔에서 열렸다. "
            "이날 만찬에는 민도영 한빛전자 회장, 고은찬 누리은행장, 노윤슬 다온그룹 부회장이 자리를 채웠다.",
            "고은찬 노윤슬 민도영",
        ),
        (
            "두 기관은 4일 업무협약을 맺었다. 한빛대에서는 민도영 총장과 서하람 처장이, 다온그룹에서는 노윤슬 회장과 고은찬 대표가 나왔다.",
            "고은찬 노윤슬 민도영 서하람",
        ),
    ],
)
def test_those_named_next_came(text: str, expected: str) -> None:
    (meeting,) = [meeting for extraction in read(text) for meeting in extraction.meetings]
    assert " ".join(sorted(participant.name for participant in meeting.participants)) == expected
    assert meeting.when is not None
    assert meeting.when.iso() == "2025-02-04"
