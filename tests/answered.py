"""A made-up corpus of two articles, and what could be found in them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from graphing.evaluate.answers import Answers, Encounter, Entity, Role
from graphing.model import Span

TEXT = "민도영 한빛전자 회장이 4일 더한호텔에서 고은찬 누리은행장과 만났다. 민 회장은 6일 서하람 장관도 만난다."


def person(name: str, *posts: tuple[str, str], forms: Iterable[str] = ()) -> Entity:
    return Entity(name, tuple(forms), tuple(Role(*post) for post in posts))


def meeting(
    names: str, status: str = "held", date: str | None = "2025-02-04", place: str | None = None, orgs: tuple[str, ...] = (), at: int = 0
) -> Encounter:
    return Encounter(tuple(names.split()), orgs, status, date, place, (Span(at, at + 10),))


RIGHT = Answers(
    0,
    len(TEXT),
    (
        person("민도영", ("한빛전자", "회장"), forms=["민 회장"]),
        person("고은찬", ("누리은행", "은행장")),
        person("서하람", forms=["서하람 장관"]),
    ),
    (Entity("한빛전자", ("한빛",)), Entity("누리은행")),
    (meeting("민도영 고은찬", place="더한호텔"), meeting("민도영 서하람", "planned", "2025-02-06", at=41)),
)


def answers(**changed: Any) -> Answers:
    return replace(RIGHT, **changed)


def record(text: str = TEXT) -> dict[str, Any]:
    """The answers as they stand in a NAME.json."""
    marks = [[text.index(name), text.index(name) + len(name), "P", name] for name in ("민도영", "고은찬", "서하람")]
    marks += [[text.index(name), text.index(name) + len(name), "O", name] for name in ("한빛전자", "누리은행")]
    first, second = text.split(". ")
    return {
        "published": "2025-02-05",
        "people": [
            {"name": "민도영", "aliases": ["민 회장"], "roles": [{"org": "한빛전자", "title": "회장"}]},
            {"name": "고은찬", "aliases": [], "roles": [{"org": "누리은행", "title": "은행장"}]},
            {"name": "서하람", "aliases": [], "roles": [{"org": None, "title": "장관"}]},
        ],
        "organizations": [
            {"name": "한빛전자", "aliases": ["한빛"], "type": "company"},
            {"name": "누리은행", "aliases": [], "type": "company"},
        ],
        "meetings": [
            {
                "participants": ["민도영", "고은찬"], "orgs": [], "status": "held", "date": "2025-02-04", "place": "더한호텔",
                "evidence": first,
            },
            {
                "participants": ["민도영", "서하람"], "orgs": [], "status": "planned", "date": "2025-02-06", "place": None,
                "evidence": second,
            },
        ],
        "mentions": marks,
    }  # fmt: skip


def put(folder: Path, name: str, text: str, answered: dict[str, Any]) -> None:
    (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    (folder / f"{name}.json").write_text(json.dumps(answered, ensure_ascii=False), encoding="utf-8")
