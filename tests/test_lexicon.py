"""The data files and their loader."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

import graphing.lexicon
from graphing.errors import LexiconError
from graphing.lexicon import listed, table
from graphing.organizations import compact, organization_entry


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr(graphing.lexicon, "files", lambda _: tmp_path)
    table.cache_clear()
    yield tmp_path
    table.cache_clear()


def test_a_table_is_rows_of_its_header_without_comments_and_blank_lines(data: Path) -> None:
    data.joinpath("fruit.tsv").write_text("# made up\nname\tcolour\tkinds\n사과\t빨강\t부사|홍옥\n\n# more\n배\n", encoding="utf-8")
    assert table("fruit") == (
        {"name": "사과", "colour": "빨강", "kinds": "부사|홍옥"},
        {"name": "배", "colour": "", "kinds": ""},
    )
    assert listed(table("fruit")[0]["kinds"]) == ("부사", "홍옥")
    assert listed("") == ()


def test_a_row_longer_than_the_header_names_file_line_and_columns(data: Path) -> None:
    data.joinpath("fruit.tsv").write_text("name\tcolour\n사과\t빨강\t둥긂\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"fruit\.tsv line 2: 3 cells, expected at most 2 \(name, colour\): '사과"):
        table("fruit")


def test_an_absent_table_is_named(data: Path) -> None:
    with pytest.raises(LexiconError, match=r"no lexicon 'fruit': expected the file fruit\.tsv"):
        table("fruit")


def test_no_form_names_two_organisations() -> None:
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for row in table("organizations"):
        for form in (row["name"], row["english"], *listed(row["aliases"])):
            owners[compact(form)].add(row["name"])
    assert {form: names for form, names in owners.items() if len(names) > 1} == {}


def test_every_organisation_is_complete() -> None:
    names = [row["name"] for row in table("organizations")]
    assert len(names) == len(set(names)) >= 1300
    for row in table("organizations"):
        forms = {row["name"], *listed(row["aliases"])}
        assert row["type"] in ("company", "agency"), row
        assert row["english"].strip(), row
        assert set(listed(row["common"])) <= forms, row
        assert len(forms) == 1 + len(listed(row["aliases"])), row
        assert not row["group"] or organization_entry(row["group"]), row
        assert all(form == form.strip() and compact(form) for form in forms), row


def test_bodies_that_are_known_by_their_english_names_only_have_one_each_and_are_read_by_no_form() -> None:
    rows = table("organizations_english")
    forms = [form for row in rows for form in (row["name"], *listed(row["aliases"]))]
    assert len({compact(form) for form in forms}) == len(forms) >= 1100
    assert [form for form in forms if organization_entry(form)] == []
    assert [row for row in rows if not row["english"].strip() or re.search("[가-힣]", row["english"])] == []


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("people", "korean"),
        ("surnames_english", "surname"),
        ("organization_types", "suffix"),
        ("organization_words", "word"),
        ("title_words", "word"),
        ("outlet_words", "word"),
    ],
)
def test_no_key_stands_twice(name: str, key: str) -> None:
    keys = [row[key] for row in table(name)]
    assert [value for value in keys if keys.count(value) > 1] == []


def test_every_person_has_one_english_name() -> None:
    english: dict[str, str] = {}
    for row in table("people"):
        assert row["english"], row
        for form in (row["korean"], *listed(row["aliases"])):
            assert english.setdefault(form.replace(" ", ""), row["english"]) == row["english"], row


def test_no_form_names_two_outlets_and_each_has_an_english_name() -> None:
    forms = [form.replace(" ", "") for row in table("outlets") for form in (row["name"], *listed(row["aliases"]))]
    assert len(forms) == len(set(forms))
    assert all(row["english"].strip().isascii() for row in table("outlets"))
