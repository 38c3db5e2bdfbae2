"""What the marking component is given and what is made of its answers; the browser test plays the selecting itself."""

from __future__ import annotations

from typing import Any

import pytest
from sample import extractions

from graphing.model import Article, Extraction, Mention, Paragraph, Person, Span
from graphing.view import marker
from graphing.view.marker import Marked

FOUND = extractions()[0]


def test_the_pieces_of_all_paragraphs_are_the_text_with_whose_name_each_mark_is() -> None:
    drawn = marker.paragraphs(FOUND)
    text = FOUND.article.text
    for paragraph, given in zip(drawn, FOUND.article.paragraphs, strict=True):
        assert "".join(piece[0] for piece in paragraph["pieces"]) == text[given.start : given.end]
    pieces = [piece for paragraph in drawn for piece in paragraph["pieces"]]
    assert ["고도윤", "person", "person:고도윤"] in [piece[:3] for piece in pieces]
    assert any(kind == "company" and whose == "organization:가람전자" for _, kind, whose, _ in pieces)
    assert any(telling for *_, telling in pieces)


def test_each_paragraph_is_given_its_own_marks_only(monkeypatch: pytest.MonkeyPatch) -> None:
    many, line = 50, "하도윤이 말했다."
    text = "\n".join([line] * many)
    at = [number * (len(line) + 1) for number in range(many)]
    article = Article("가.txt", 0, len(text), text, (), tuple(Paragraph(start, start + len(line)) for start in at))
    person = Person("하도윤", mentions=tuple(Mention(start, start + 3, "하도윤", "person") for start in at))
    given: list[int] = []
    pieces = marker.pieces

    def counted(text: str, start: int, end: int, marks: Any, telling: Any = ()) -> Any:
        given.append(len(list(marks)))
        return pieces(text, start, end, marks, telling)

    monkeypatch.setattr(marker, "pieces", counted)
    drawn = marker.paragraphs(Extraction(article, (person,)))
    assert given == [1] * many
    assert [one["pieces"][0][:2] for one in drawn] == [["하도윤", "person"]] * many


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({"what": "person", "start": 0, "end": 4}, Marked("person", Span(0, 4))),
        ({"what": "meeting", "start": 2, "end": 9}, Marked("meeting", Span(2, 9))),
        ({"what": "unmark", "whose": "person:고도윤"}, Marked("unmark", Span(0, 0), "person", "고도윤")),
        ({"what": "unmark", "whose": "organization:가람전자"}, Marked("unmark", Span(0, 0), "organization", "가람전자")),
        ({"what": "unmark", "whose": "person:없는이"}, None),
        ({"what": "unmark", "whose": "agency:고도윤"}, None),
        ({"what": "person", "start": 4, "end": 4}, None),
        ({"what": "person", "start": -1, "end": 4}, None),
        ({"what": "person", "start": 0, "end": 10**6}, None),
        ({"what": "person", "start": "x", "end": 4}, None),
        ({"what": "person"}, None),
        ({"what": "remove", "start": 0, "end": 4}, None),
        ("person", None),
        (None, None),
    ],
)
def test_only_what_makes_sense_is_taken(told: object, expected: Marked | None) -> None:
    assert marker.marked(told, FOUND) == expected
