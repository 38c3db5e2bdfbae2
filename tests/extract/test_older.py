"""Texts stored by earlier releases, with several blanks between words or wide letters: read as they would be now, offsets theirs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from graphing.articles import split_articles
from graphing.extract import extract
from graphing.model import Article, Document, Extraction, Paragraph, Run

TOLD = "김하늘 SK하이닉스 사장은 12일 서울 더한호텔에서 이바다 가람은행장을 만나 협력 방안을 논의했다. 두 사람은 오찬을 함께했다."
OLDER = {
    "blanks": TOLD.replace(" ", "   "),
    "a few blanks": TOLD.replace("김하늘 SK", "김하늘  SK").replace("이바다 가람", "이바다  가람"),
    "wide letters": TOLD.translate({sign: sign + 0xFEE0 for sign in range(ord("0"), ord("z")) if chr(sign).isalnum()}),
}


def stored(text: str) -> Article:
    (article,) = split_articles(Document("x", TOLD, date(2024, 5, 20)))
    return replace(article, text=text, runs=(Run(0, len(text), 0, len(text)),), paragraphs=(Paragraph(0, len(text)),))


def facts(found: Extraction) -> tuple[object, ...]:
    meetings = [
        ({one.name for one in told.participants}, told.status, told.when and told.when.iso(), told.place and told.place.name)
        for told in found.meetings
    ]
    return meetings, [(one.name, [(post.organization, post.title) for post in one.affiliations]) for one in found.people]


@pytest.mark.parametrize("way", OLDER)
def test_an_older_text_is_understood_as_a_new_one(way: str) -> None:
    found = extract(stored(OLDER[way]))
    assert facts(found) == facts(extract(stored(TOLD)))
    text = found.article.text
    assert text == OLDER[way]
    mentions = [mention for one in (*found.people, *found.organizations) for mention in one.mentions]
    assert [text[mention.start : mention.end] for mention in mentions] == [mention.text for mention in mentions]
    (cue,) = {text[meeting.cue.start : meeting.cue.end] for meeting in found.meetings}
    assert cue.startswith("만나")
    proofs = [text[span.start : span.end] for meeting in found.meetings for span in meeting.evidence]
    assert proofs == [words.strip() for words in proofs]
