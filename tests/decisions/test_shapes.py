"""What is no decision of its kind is told from one that is, whoever wrote it."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

import pytest

from graphing.decisions import Decision
from graphing.decisions.rows import holds_together, line, parse, written
from graphing.errors import InputError

KEY, OTHER = "d1/person/하도윤", "d2/person/하도윤"
MET: dict[str, Any] = {
    "cue": [3, 6], "evidence": [[0, 9]], "people": [["하도윤", 0, 3], ["민서율", 4, 7]], "orgs": [], "status": "held",
    "date": "2025-02-04", "date_words": None, "place": None, "topic": None,
}  # fmt: skip
SIDE = {"article": "d1", "meeting": MET, "about": "d1/meeting"}
HEAD = {"published": None, "outlet": "한빛일보", "title": "제목", "author": None}
POST = {"person": "하도윤", "organization": None, "title": "회장", "former": False}
WHOLE: list[tuple[str, str, Any, Any]] = [
    ("accept", "d1", MET, None), ("reject", "d1", MET, None), ("participants", "d1", MET, {"people": ["하도윤"], "orgs": ["누리전자"]}),
    ("date", "d1", MET, "2025-02"), ("date", "d1", MET, None), ("place", "d1", MET | {"place": ["나루호텔", 8, 12]}, None),
    ("status", "d1", MET, "planned"), ("add", "d1", MET, None), ("add", "d1", MET, {"open": ["date"]}),
    ("post", "d1", POST, None), ("post", "d1", POST | {"title": None}, {"organization": "누리전자", "title": "대표", "former": True}),
    ("mark", "d1", {"kind": "person", "name": "하도윤"}, {"spans": [[0, 3]], "type": None}),
    ("unmark", "d1", {"kind": "organization", "name": "누리전자"}, None),
    ("name", "", {"appearance": KEY}, {"name": "하도은", "english": None, "aliases": []}),
    ("same", "", {"a": [KEY], "b": [OTHER]}, KEY), ("unsure", "", {"a": [KEY], "b": [OTHER]}, None),
    ("group", "", {"appearance": "d1/organization/누리전자", "also": []}, "누리그룹"),
    ("together", "", {"a": [SIDE], "b": [SIDE | {"article": "d2"}]}, None),
    ("article", "d1", HEAD, {"published": "2025-02-05"}), ("remove", "d1", HEAD, None), ("undo", "d1", {"of": 3}, None),
]  # fmt: skip
BROKEN: list[tuple[str, str, Any, Any, str]] = [
    ("reject", "d1", {}, None, "'people'"),
    ("reject", "d1", [], None, "an object"),
    ("reject", "d1", MET | {"cue": "x"}, None, "in 'cue'"),
    ("reject", "d1", MET | {"people": [["하도윤", 0]]}, None, "number 1"),
    ("reject", "", MET, None, "the digest of one"),
    ("accept", "d1", MET | {"status": "lost"}, None, "held, planned, cancelled"),
    ("accept", "d1", MET | {"date": "어제"}, None, "a date such"),
    ("accept", "d1", MET | {"cue": [True, 2]}, None, "a whole number"),
    ("date", "d1", MET, "2025-13", "a date such"),
    ("participants", "d1", MET, None, "an object"),
    ("participants", "d1", MET, {"people": "하도윤", "orgs": []}, "in 'people'"),
    ("place", "d1", MET, ["나루호텔"], "a text"),
    ("add", "d1", MET, {"open": 3}, "a list"),
    ("post", "d1", {"person": "하도윤"}, None, "'title'"),
    ("mark", "d1", {"kind": "person", "name": "하도윤"}, {"spans": [[0]]}, "a list of 2"),
    ("unmark", "d1", {"kind": "place", "name": "나루"}, None, "person, organization"),
    ("name", "", {"appearance": "하도윤"}, {"name": "하도은", "english": None, "aliases": []}, "DIGEST/person/NAME"),
    ("name", "", {"appearance": KEY}, {}, "'aliases'"),
    ("same", "", {}, None, "'a', 'b'"),
    ("same", "", {"a": [], "b": [KEY]}, None, "not empty"),
    ("same", "", {"a": [KEY], "b": [OTHER]}, "하도윤", "DIGEST/person/NAME"),
    ("same", "d1", {"a": [KEY], "b": [OTHER]}, None, "no single one"),
    ("together", "", {"a": [SIDE], "b": [{}]}, None, "in 'b'"),
    ("article", "d1", HEAD, {"published": "2025-02"}, "a day such as"),
    ("article", "d1", {"title": "제목"}, {"outlet": "한빛일보"}, "what stood before"),
    ("article", "d1", HEAD, {"url": "x"}, "not 'url'"),
    ("undo", "d1", {"of": "3"}, None, "a whole number"),
    ("guess", "d1", MET, None, "no kind of decision"),
    ("reject", "d1", MET | {"orgs": ["\ud800"]}, None, "surrogates"),
]


@pytest.mark.parametrize(("what", "article", "subject", "value"), WHOLE)
def test_a_decision_of_each_kind_is_one(what: Any, article: str, subject: Any, value: Any) -> None:
    made = Decision(what, article, "about", written(subject), written(value), "박", "이유", 3, datetime(2025, 2, 5, 10))
    assert parse(line(made), "1") == made
    assert holds_together(made)


@pytest.mark.parametrize(("what", "article", "subject", "value", "expected"), BROKEN)
def test_what_is_none_is_refused_with_its_line_and_what_was_expected(
    what: str, article: str, subject: Any, value: Any, expected: str
) -> None:
    record = {"what": what, "article": article, "about": "about", "subject": subject, "value": value, "by": "박", "why": "", "id": 3}
    with pytest.raises(InputError, match=r"all\.jsonl, line 7: .*" + expected):
        parse(json.dumps(record), "all.jsonl, line 7")


def test_a_moment_with_a_zone_is_kept_as_stores_keep_it() -> None:
    made = Decision("undo", "d1", "about", '{"of":3}', "null", "박", "", 4, datetime(2025, 2, 5, 1))
    told = json.loads(line(made)) | {"decided": "2025-02-05T10:00:00+09:00"}
    assert parse(json.dumps(told), "1") == made
