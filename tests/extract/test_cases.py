"""Short passages of invented news, one phenomenon each, written by others than the rules: who met whom, whether, when and where.

Cases that are not read right are listed in ``cases/not_yet.txt`` by file and line; one that comes to be read right must leave the list.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from graphing.articles import split_articles
from graphing.extract import extract
from graphing.model import Document

FOLDER = Path(__file__).with_name("cases")
NOT_YET = frozenset((FOLDER / "not_yet.txt").read_text(encoding="utf-8").split("\n"))


def cases() -> list[Any]:
    found = []
    for file in ("who", "when", "official", "plain", "time", "scenes", "sides"):
        for number, line in enumerate((FOLDER / f"{file}.jsonl").read_text(encoding="utf-8").splitlines(), 1):
            case = json.loads(line)
            name = f"{file}:{number}"
            marks = [pytest.mark.xfail(strict=True, reason="not read right yet")] if name in NOT_YET else []
            found.append(pytest.param(case, id=f"{name} {case['p']}", marks=marks))
    return found


def bare(text: str | None) -> str:
    return (text or "").replace(" ", "")


def same_place(one: str | None, other: str | None) -> bool:
    """Both untold, or one holding the other, as places are scored."""
    a, b = bare(one), bare(other)
    return a == b or bool(a and b and (a in b or b in a))


@pytest.mark.parametrize("case", cases())
def test_the_encounters_of_a_passage(case: dict[str, Any]) -> None:
    (article,) = split_articles(Document("made up", case["text"], date.fromisoformat(case["published"])))
    found = [
        (frozenset(bare(name) for name in (*(one.name for one in m.participants), *m.orgs)), m.status, m.when and m.when.iso(), m.place)
        for m in extract(article).meetings
    ]
    right = [
        (frozenset(bare(name) for name in (*m["participants"], *m["orgs"])), m["status"], m["date"], m["place"]) for m in case["meetings"]
    ]
    assert sorted((sorted(who), status, str(when)) for who, status, when, _ in found) == sorted(
        (sorted(who), status, str(when)) for who, status, when, _ in right
    )
    for who, status, when, place in right:
        assert any((who, status, when) == other[:3] and same_place(place, other[3] and other[3].name) for other in found)


def test_the_list_of_what_is_not_read_right_names_cases() -> None:
    known = {case.id.split(" ")[0] for case in cases()}
    assert {name for name in NOT_YET if name} <= known
