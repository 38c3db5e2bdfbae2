"""Labels of the cues of the training articles: what a line of the table says."""

from __future__ import annotations

import pytest

from graphing.extract.meetings.telling_labels import Label, load_labels, parse_label


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("-", Label()),
        ("?", Label(sure=False)),
        ("3", Label(frozenset({3}))),
        ("0,2", Label(frozenset({0, 2}))),
        ("1~", Label(frozenset({1}), frozenset({1}))),
        ("0,1~", Label(frozenset({0, 1}), frozenset({1}))),
    ],
)
def test_a_label_names_the_meetings_that_a_cue_tells(words: str, label: Label) -> None:
    assert parse_label(words) == label


@pytest.mark.parametrize("words", ["", "M1", "1;2", "~"])
def test_what_is_no_label_is_refused(words: str) -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        parse_label(words)


def test_the_table_that_ships_labels_every_writer() -> None:
    labels = load_labels()
    assert {document[0] for document, _ in labels} == set("abcegk")
    assert sum(len(of_article) for of_article in labels.values()) > 1500
