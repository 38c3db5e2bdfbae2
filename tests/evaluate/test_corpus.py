"""Annotated articles: what is read, and what is said of what cannot be."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from answered import TEXT, put, record

from graphing.errors import InputError
from graphing.evaluate import read_corpus
from graphing.model import Span


def test_a_folder_of_pairs(tmp_path: Path) -> None:
    put(tmp_path, "b", TEXT, record())
    put(tmp_path, "a", TEXT, {**record(), "published": None})
    first, second = read_corpus(tmp_path)
    assert [first.name, second.name] == ["a", "b"]
    assert first.document.published is None
    assert second.document.published == date(2025, 2, 5)
    (answers,) = second.answers
    assert (answers.start, answers.end) == (0, len(TEXT))
    assert [one.name for one in answers.people] == ["민도영", "고은찬", "서하람"]
    assert [role.title for role in answers.people[0].roles] == ["회장"]
    # A post without an organisation cannot be compared.
    assert answers.people[2].roles == ()
    assert [TEXT[slice(*span)] for meeting in answers.meetings for span in meeting.evidence] == TEXT.split(". ")
    assert answers.spans is not None
    assert {TEXT[slice(*span)] for span in answers.spans["O"]} == {"한빛전자", "누리은행"}


def test_a_page_holds_several(tmp_path: Path) -> None:
    page = f"{TEXT}\n\n{TEXT}"
    parts = [{**record(), "start": 0, "end": len(TEXT)}, {**record(), "start": len(TEXT) + 2, "end": len(page)}]
    put(tmp_path, "page", page, {"articles": parts})
    (annotated,) = read_corpus(tmp_path)
    assert [(one.start, one.end) for one in annotated.answers] == [(0, len(TEXT)), (len(TEXT) + 2, len(page))]
    assert annotated.document.published == date(2025, 2, 5)


def test_json_lines_may_hold_mentions_only(tmp_path: Path) -> None:
    file = tmp_path / "names.jsonl"
    lines = [{"id": "n1", "text": "고은찬이 왔다", "mentions": [[0, 3, "P"]]}, {"id": 2, "text": TEXT, **record()}]
    file.write_text("\n\n".join(json.dumps(line, ensure_ascii=False) for line in lines), encoding="utf-8")
    names, whole = read_corpus(file)
    assert (names.name, whole.name) == ("n1", "2")
    assert names.answers[0].spans_only
    assert names.answers[0].spans == {"P": {Span(0, 3)}, "O": frozenset()}
    assert not whole.answers[0].spans_only


def test_evidence_may_be_ranges(tmp_path: Path) -> None:
    answers = record()
    answers["meetings"][0]["evidence"] = [[0, 5], [7, 9]]
    answers["meetings"][1]["evidence"] = "stands nowhere"
    put(tmp_path, "a", TEXT, answers)
    (annotated,) = read_corpus(tmp_path)
    assert [meeting.evidence for meeting in annotated.answers[0].meetings] == [(Span(0, 5), Span(7, 9)), ()]


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.json", "{", "not valid JSON"),
        ("a.json", "[]", "is a list"),
        ("a.json", '{"people": []}', "'organizations' is missing"),
        ("a.json", '{"people": [{}], "organizations": [], "meetings": []}', "'name' is missing"),
        ("a.json", '{"people": [], "organizations": [], "meetings": [], "published": "gestern"}', "gestern"),
        ("a.json", '{"people": 7, "organizations": [], "meetings": []}', "people, organizations and meetings"),
        ("a.jsonl", '\n{"id": "x"}', "line 2"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(tmp_path: Path, name: str, content: str, told: str) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=told) as error:
        read_corpus(tmp_path / name if name.endswith("l") else tmp_path)
    assert str(tmp_path / name) in str(error.value)


def test_an_empty_a_missing_and_a_half_corpus(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"contains no annotated articles"):
        read_corpus(tmp_path)
    with pytest.raises(InputError, match=r"does not exist"):
        read_corpus(tmp_path / "nowhere")
    (tmp_path / "a.json").write_text("{}", encoding="utf-8")
    with pytest.raises(InputError, match=r"no text next to it; add a\.txt"):
        read_corpus(tmp_path)
    (tmp_path / "a.txt").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError, match=r"a\.txt: byte 0 is not valid UTF-8"):
        read_corpus(tmp_path)
