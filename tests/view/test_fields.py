"""The fields of an address: each comes back as it went in, and what says nothing is as at first."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from graphing.view.fields import LARGEST, Field, among, day, flag, number, one_of, read, some, written
from graphing.view.session import Key

FIELDS = (
    number("article", Key.ARTICLE), Field("q", Key.TEXT, ""), flag("undated", Key.ARTICLE_UNDATED), day("from", Key.DECISIONS_FROM),
    some("kind", Key.DECISIONS_KINDS), some("who", Key.PEOPLE, int),
    some("status", Key.STATUSES, among(("held", "planned")), ("held", "planned")),
    one_of("order", Key.ARTICLE_ORDER, ("newest", "oldest"), "newest"), Field("page", Key.REVIEW_DECISIONS, 0, int),
)  # fmt: skip
HELD: dict[Key, Any] = {
    Key.ARTICLE: LARGEST, Key.TEXT: "~한빛", Key.ARTICLE_UNDATED: True, Key.DECISIONS_FROM: date(2025, 2, 5), Key.DECISIONS_KINDS: ["add"],
    Key.PEOPLE: [3, 5], Key.STATUSES: ["held"], Key.ARTICLE_ORDER: "oldest", Key.REVIEW_DECISIONS: 2,
}  # fmt: skip


def test_what_is_held_comes_back() -> None:
    assert read(FIELDS, written(FIELDS, HELD)) == HELD


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("article", "0"), ("article", str(LARGEST + 1)), ("article", "x"), ("undated", "yes"), ("from", "2025-02-30"), ("who", "3~x"),
        ("status", "held~lost"), ("status", "~"), ("order", "loudest"), ("page", "9" * 5000),
    ],
)  # fmt: skip
def test_nonsense_is_as_at_first(name: str, value: str) -> None:
    assert read(FIELDS, {name: value}) == {one.key: one.first() for one in FIELDS}
    assert written(FIELDS, read(FIELDS, {name: value})) == {}


def test_what_is_read_can_be_changed_without_changing_what_holds_at_first() -> None:
    read(FIELDS, {})[Key.STATUSES].remove("held")
    assert read(FIELDS, {})[Key.STATUSES] == ["held", "planned"]
