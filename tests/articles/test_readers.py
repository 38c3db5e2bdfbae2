"""Files and uploads become documents, or a Problem that says which line and why."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphing.articles import Problem, read_documents, read_text
from graphing.articles.readers import Note, Settings, read_bytes
from graphing.errors import InputError
from graphing.model import Document

TEXT = "나도윤·마가람, 본사서 맞손\n\n두 사람이 3일 만났다.\n"
DAY = date(2021, 5, 4)


def documents(*paths: Path) -> list[Document]:
    found = list(read_documents(paths))
    assert all(isinstance(one, Document) for one in found), found
    return [one for one in found if isinstance(one, Document)]


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
        TEXT.encode("cp949"),
        TEXT.encode("euc-kr"),
        TEXT.encode("utf-16"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
    ],
)
def test_text_in_the_encodings_of_korean_files(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(content)
    assert documents(path) == [Document("page.txt", TEXT)]
    assert read_text("page.txt", content) == Document("page.txt", TEXT)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n\r\t")))
def test_offsets_are_those_of_an_opened_file(text: str) -> None:
    content = text.encode()
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return
    assert read_text("x", content).text == text.replace("\r\n", "\n").replace("\r", "\n")


def test_a_byte_order_mark_stays_the_first_character(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(TEXT, encoding="utf-8-sig")
    assert documents(path)[0].text == path.read_text(encoding="utf-8") == "\ufeff" + TEXT


@pytest.mark.parametrize("content", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", bytes(range(256)), b"\xff\xff\xff", b"\xff\xfe\x00", b"\0" * 9])
def test_what_is_no_text_is_a_problem(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "picture.txt"
    path.write_bytes(content)
    (problem,) = read_documents([path])
    assert isinstance(problem, Problem)
    assert (problem.source, problem.line) == (str(path), None)
    with pytest.raises(InputError, match="UTF-8"):
        read_text("picture.txt", content)


def test_a_sidecar_says_what_the_page_does_not(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(TEXT, encoding="utf-8")
    said = {"published": "2021-05-04", "outlet": "새벽신문", "title": "맞손", "url": "https://paper.example/1"}
    path.with_suffix(".json").write_text(json.dumps(said), encoding="utf-8")
    assert documents(path) == [Document("page.txt", TEXT, DAY, "맞손", "새벽신문", "https://paper.example/1")]


@pytest.mark.parametrize("said", ["{", "[]", '{"published": "어제"}', '{"title": 3}'])
def test_a_bad_sidecar_is_a_problem(said: str, tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(TEXT, encoding="utf-8")
    path.with_suffix(".json").write_text(said, encoding="utf-8")
    (problem,) = read_documents([path])
    assert isinstance(problem, Problem)
    assert "page.json" in problem.message


def test_absent_and_unknown_files_are_problems_and_the_rest_goes_on(tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text(TEXT, encoding="utf-8")
    picture = tmp_path / "a.xyz"
    picture.write_bytes(b"")
    first, second, third, fourth = read_documents([tmp_path / "none.txt", picture, tmp_path, good])
    assert isinstance(first, Problem)
    assert isinstance(second, Problem)
    assert isinstance(third, Problem)
    assert ".jsonl" in second.message
    assert fourth == Document("good.txt", TEXT)


def test_json_lines(tmp_path: Path) -> None:
    path = tmp_path / "some.jsonl"
    records = [
        {"id": "one", "text": "가\r\n나", "published": "2021-05-04T09:00:00+09:00", "title": "제목", "outlet": "새벽신문", "url": "u"},
        {"id": 2, "text": ""},
        {"text": "다", "published": None, "title": ""},
    ]
    path.write_text("\ufeff" + "\n\n".join(json.dumps(record) for record in records), encoding="utf-8")
    assert documents(path) == [
        Document("one", "가\r\n나", DAY, "제목", "새벽신문", "u"),
        Document("2", ""),
        Document("some.jsonl:5", "다"),
    ]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (b'{"text": "a"', "not valid JSON"),
        (b'["a"]', '["a"]'),
        (b'{"id": "a"}', '"text" is null'),
        (b'{"text": 3}', '"text" is 3'),
        (b'{"text": "a", "id": ["x"]}', '"id"'),
        (b'{"text": "a", "id": true}', '"id"'),
        (b'{"text": "a", "published": "04/05/2021"}', "04/05/2021"),
        (b'{"text": "a", "published": "2021-02-30"}', "2021-02-30"),
        (b'{"text": "a", "published": 20210504}', "20210504"),
        (b'{"text": "a", "outlet": {}}', '"outlet"'),
        (b'{"text": "\\ud800"}', "surrogate"),
        (b'{"text": "\xff"}', "UTF-8"),
        (b"[" * 100_000, "not valid JSON"),
    ],
)
def test_a_bad_line_is_told_with_its_number_and_the_rest_goes_on(line: bytes, told: str, tmp_path: Path) -> None:
    path = tmp_path / "some.jsonl"
    path.write_bytes(b'{"text": "a"}\n' + line + b'\n{"text": "b"}\n')
    first, problem, last = read_documents([path])
    assert (first, last) == (Document("some.jsonl:1", "a"), Document("some.jsonl:3", "b"))
    assert isinstance(problem, Problem)
    assert (problem.source, problem.line) == (str(path), 2)
    assert told in problem.message
    assert str(problem).startswith(f"{path}, line 2: ")


def test_json_lines_are_read_one_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / "some.jsonl"
    path.write_text('{"text": "a"}\n' * 3, encoding="utf-8")
    found = read_documents(path for path in [path, tmp_path / "none.txt"])
    assert isinstance(found, Iterator)
    assert next(found) == Document("some.jsonl:1", "a")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("표.csv", "본문,일자,언론사,섹션,조회수,\n가나 다라.,2025-02-05,가람일보,경제,3,\n"),
        ("줄.jsonl", '{"text": "가나", "published": "2025-02-05", "outlet": "가람", "섹션": "경제"}\n{"text": "마", "조회수": 3}\n'),
    ],
)
def test_columns_that_are_not_read_are_named_to_who_asks(name: str, data: str) -> None:
    asked = list(read_bytes(name, data.encode(), Settings(notes=True)))
    (note,) = (one for one in asked if isinstance(one, Problem))
    assert isinstance(note, Note)
    assert str(note) == f"{name}: has columns that were not read: 섹션, 조회수"
    assert [one for one in asked if one is not note] == list(read_bytes(name, data.encode()))


def test_columns_of_half_characters_and_hundreds_of_them_are_told() -> None:
    row = {"text": "가", "\ud800": 1} | {f"k{number}": number for number in range(100)}
    *_, note = read_bytes("줄.jsonl", json.dumps(row).encode(), Settings(notes=True))
    assert "read: ?, k0, " in str(note)
    assert str(note).endswith("k18 …")
