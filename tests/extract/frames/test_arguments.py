"""What fills the clause of a cue, and what lies between a person and a cue."""

from __future__ import annotations

import pytest

from graphing.articles import split_articles
from graphing.extract.frames.arguments import argument_features, path_features
from graphing.extract.frames.clauses import clauses
from graphing.extract.frames.cues import find_cues
from graphing.extract.frames.phrases import Reference
from graphing.language import sentences
from graphing.model import Document


def features(text: str, cue_words: str, *people: str) -> list[str]:
    """The features of the clause around the cue that begins with ``cue_words``."""
    (article,) = split_articles(Document("made up", text, None))
    sentence = sentences(article)[0]
    cue = next(cue for cue in find_cues(article.text, 0, len(article.text)) if article.text.startswith(cue_words, cue.start))
    references = [reference(article.text, name) for name in people]
    return argument_features(sentence, clauses(sentence.tokens), cue, references)


def reference(text: str, name: str) -> Reference:
    start = text.index(name)
    return Reference(start, start + len(name), start + len(name), (name,), "name", "를", "를", "")


@pytest.mark.parametrize(
    ("text", "cue", "expected"),
    [
        ("민도영 회장이 전시장을 방문했다.", "을 방문", "a.가=P,visit"),
        ("민도영 회장이 고은찬을 만났다.", "만났", "a.를=P,meet"),
        ("민도영 회장이 대책을 만났다.", "만났", "a.를:대책"),
        ("민도영 회장은 서하람이 온 뒤 고은찬을 만났다.", "만났", "a.를=P,meet"),
    ],
)
def test_a_particle_is_filled_by_a_person_or_by_a_noun(text: str, cue: str, expected: str) -> None:
    people = [name for name in ("민도영 회장", "고은찬", "서하람") if name in text]
    assert expected in features(text, cue, *people)


def test_the_clause_ends_at_the_predicate_before_it() -> None:
    found = features("민도영 회장은 고은찬을 칭찬했고 서하람을 만났다.", "만났", "고은찬", "서하람")
    assert "a.를=P,meet" in found
    assert not any(feature.startswith("a.는") for feature in found)


def test_the_predicate_of_a_noun_is_told() -> None:
    assert "pr=요청" in features("민도영 회장은 고은찬과 면담을 요청했다.", "면담", "고은찬")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("민도영 회장은 고은찬을 만났고 서하람과 식사했다.", "way.cue=meet,를"),
        ("민도영 회장은 고은찬을 칭찬했고 서하람과 식사했다.", "way.cue=none,를"),
        ("민도영 회장은 고은찬을 만나 식사했다.", "way.g=0,를"),
        ("민도영 회장은 고은찬을 만났고 식사했다.", "way.g=1,를"),
        ("민도영 회장은 고은찬과 식사했다.", "way=own"),
    ],
)
def test_the_way_from_a_person_to_a_cue_knows_the_endings_and_cues_it_passes(text: str, expected: str) -> None:
    (article,) = split_articles(Document("made up", text, None))
    sentence = sentences(article)[0]
    cues = find_cues(article.text, 0, len(article.text))
    assert expected in path_features(clauses(sentence.tokens), cues[-1], reference(article.text, "고은찬"), cues)
