"""Those whom a cue does not link though the model might: who stayed away, with invented people."""

from __future__ import annotations

from datetime import date

import pytest

from graphing.articles import split_articles
from graphing.extract.frames.clauses import clauses
from graphing.extract.frames.cues import find_cues
from graphing.extract.frames.linker import stayed_away
from graphing.extract.frames.linking import scene
from graphing.extract.frames.phrases import Reference
from graphing.language import sentences
from graphing.model import Document


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("민도영은 만찬에 오지 못했다.", "민도영", True),
        ("만찬에 초대받은 민도영은 이날 빠졌다.", "민도영", True),
        ("민도영은 만찬에 참석했고 고은찬은 오지 못했다.", "민도영", False),
        ("민도영은 만찬에 참석했고 고은찬은 오지 못했다.", "고은찬", True),
        ("민도영은 빠진 사람을 찾아 만찬에 앉혔다.", "민도영", False),
        ("민도영은 만찬에 참석했다.", "민도영", False),
    ],
)
def test_who_stayed_away(text: str, name: str, expected: bool) -> None:
    (article,) = split_articles(Document("made up", text, date(2025, 2, 5)))
    sentence = sentences(article)[0]
    at = scene(article.text, sentence, headline=False, caption=False, first=True, clauses=clauses(sentence.tokens))
    cue = next(cue for cue in find_cues(article.text, sentence.start, sentence.end) if cue.stem == "만찬")
    start = text.index(name)
    assert stayed_away(article.text, at, cue, Reference(start, start + 3, start + 3, (name,), "name", "는", "는", "")) is expected
