"""What a decision of each kind must hold to be one: a line from elsewhere is looked at before anything is made of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any, get_args

from graphing.decisions.addressing import date_of
from graphing.model import MeetingStatus, MentionKind

# Raises ValueError, which names the place, for a value that is not so.
Shape = Callable[[Any, str], None]
HEAD = ("published", "outlet", "title", "author")


def check(what: str, article: str, subject: Any, value: Any) -> None:
    """Raises ValueError, which says what was expected, where this is no decision of the kind ``what`` (one of ``rows.What``)."""
    if what not in _KINDS:
        raise ValueError(f"{what!r} is no kind of decision")
    if what != "undo" and bool(article) == (what in _OF_ALL):
        expected = "none, for it is about no single one" if article else "the digest of one"
        raise _wrong("the article", article, expected)
    meant, told = _KINDS[what]
    meant(subject, "the subject")
    told(value, "the value")
    if what == "article" and (missing := [field for field in value if field not in subject]):
        raise _wrong("the subject", subject, f"also what stood before ({', '.join(missing)})")


def _wrong(where: str, value: Any, expected: str) -> ValueError:
    told = repr(value)
    return ValueError(f"{where} is {told if len(told) < 60 else told[:57] + '…'}, expected {expected}")


def _text(value: Any, where: str) -> None:
    if not isinstance(value, str):
        raise _wrong(where, value, "a text")


def _number(value: Any, where: str) -> None:
    if type(value) is not int or value.bit_length() > 63:
        raise _wrong(where, value, "a whole number")


def _flag(value: Any, where: str) -> None:
    if not isinstance(value, bool):
        raise _wrong(where, value, "true or false")


def _anything(value: Any, where: str) -> None:
    """What nobody reads."""


def _day(value: Any, where: str) -> None:
    _text(value, where)
    try:
        date_of(value)
    except ValueError:
        raise _wrong(where, value, "a date such as 2025-02-04, 2025-02 or 2025") from None


def _whole_day(value: Any, where: str) -> None:
    _day(value, where)
    if len(value) != len("2025-02-04"):
        raise _wrong(where, value, "a day such as 2025-02-04")


def _key(value: Any, where: str) -> None:
    """The key of an appearance."""
    if not isinstance(value, str) or value.count("/") < 2 or value.split("/")[1] not in get_args(MentionKind):
        raise _wrong(where, value, "a key such as DIGEST/person/NAME")


def _one_of(offered: Collection[str]) -> Shape:
    def fits(value: Any, where: str) -> None:
        if not isinstance(value, str) or value not in offered:
            raise _wrong(where, value, f"one of {', '.join(offered)}")

    return fits


def _maybe(shape: Shape) -> Shape:
    def fits(value: Any, where: str) -> None:
        if value is not None:
            shape(value, where)

    return fits


def _many(shape: Shape, least: int = 0) -> Shape:
    def fits(value: Any, where: str) -> None:
        if not isinstance(value, list) or len(value) < least:
            raise _wrong(where, value, "a list" if not least else "a list that is not empty")
        for number, one in enumerate(value, 1):
            shape(one, f"{where}, number {number},")

    return fits


def _row(*shapes: Shape) -> Shape:
    def fits(value: Any, where: str) -> None:
        if not isinstance(value, list) or len(value) != len(shapes):
            raise _wrong(where, value, f"a list of {len(shapes)}")
        for one, shape in zip(value, shapes, strict=True):
            shape(one, where)

    return fits


def _record(needed: Mapping[str, Shape], also: Mapping[str, Shape] | None = None, only: bool = False) -> Shape:
    """An object with all of ``needed``, perhaps with ``also``; with ``only`` nothing else."""
    known = {**needed, **(also or {})}

    def fits(value: Any, where: str) -> None:
        if not isinstance(value, dict):
            raise _wrong(where, value, "an object")
        if missing := [name for name in needed if name not in value]:
            raise _wrong(where, value, f"an object with {', '.join(map(repr, missing))}")
        if only and (more := [name for name in value if name not in known]):
            raise _wrong(where, value, f"nothing but {', '.join(map(repr, known))}, not {', '.join(map(repr, more))}")
        for name, shape in known.items():
            if name in value:
                shape(value[name], f"{where}, in {name!r},")

    return fits


_SPAN = _row(_number, _number)
_NAMED = _row(_text, _number, _number)
_SIDES = _record({"people": _many(_text), "orgs": _many(_text)})
_MEETING = _record({
    "cue": _SPAN, "evidence": _many(_SPAN), "people": _many(_NAMED), "orgs": _many(_text), "status": _one_of(get_args(MeetingStatus)),
    "date": _maybe(_day), "date_words": _maybe(_SPAN), "place": _maybe(_NAMED), "topic": _maybe(_SPAN),
})  # fmt: skip
_NAME = _record({"kind": _one_of(get_args(MentionKind)), "name": _text})
_WHOEVER = _record({"appearance": _key}, {"also": _many(_key)})
_PAIR = _record({"a": _many(_key, 1), "b": _many(_key, 1)})
_TELLING = _record({"article": _text, "meeting": _MEETING, "about": _text})
_TELLINGS = _record({"a": _many(_TELLING, 1), "b": _many(_TELLING, 1)})
_HEAD = _record({}, {name: _maybe(_whole_day if name == "published" else _text) for name in HEAD}, only=True)
# What earlier releases did not say yet may be missing.
_CALLED = _record({"name": _maybe(_text), "english": _maybe(_text), "aliases": _many(_text)}, {"without": _many(_text)})

# Kinds of decisions about no single article.
_OF_ALL = frozenset({"name", "same", "different", "unsure", "group", "together", "apart"})
# Kind → what its subject and its value must be.
_KINDS: dict[str, tuple[Shape, Shape]] = {
    "accept": (_MEETING, _anything),
    "reject": (_MEETING, _anything),
    "participants": (_MEETING, _SIDES),
    "date": (_MEETING, _maybe(_day)),
    "place": (_MEETING, _maybe(_text)),
    "status": (_MEETING, _one_of(get_args(MeetingStatus))),
    "add": (_MEETING, _maybe(_record({}, {"open": _many(_text)}))),
    "post": (
        _record({"person": _text, "organization": _maybe(_text), "title": _maybe(_text), "former": _flag}),
        _maybe(_record({"organization": _maybe(_text), "title": _text, "former": _flag})),
    ),
    "mark": (_NAME, _record({"spans": _many(_SPAN)}, {"type": _maybe(_text)})),
    "unmark": (_NAME, _anything),
    "name": (_WHOEVER, _CALLED),
    "same": (_PAIR, _maybe(_key)),
    "different": (_PAIR, _maybe(_key)),
    "unsure": (_PAIR, _maybe(_key)),
    "group": (_WHOEVER, _maybe(_text)),
    "together": (_TELLINGS, _anything),
    "apart": (_TELLINGS, _anything),
    "article": (_HEAD, _HEAD),
    "remove": (_HEAD, _anything),
    "undo": (_record({"of": _number}), _anything),
}
