"""Names that outlive another reading: of an article by its text, of a place in it by the letters before it, of a meeting by both.

Offsets count the characters of the cleaned text without its blanks: lines joined better move nothing.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Iterable
from datetime import date
from typing import Any

from graphing.model import NOWHERE, Article, DateRange, Meeting, Participant, Place, Precision, Span

# What UTF-8 or PostgreSQL cannot hold gives way to one character, so that no offset moves.
UNSTORABLE = {0: "\ufffd", **dict.fromkeys(range(0xD800, 0xE000), "\ufffd")}
PRECISIONS: tuple[Precision, ...] = ("year", "month", "day")
# Of all who are named in either reading so many must be in both, for one to be the other.
SHARED = 0.5


def digest(article: Article) -> str:
    """The identity of an article: one text of one outlet, blanks aside; where it is stored, of the outlet that it came in with."""
    return article.identity or computed(article.text, article.outlet)


def computed(body: str, outlet: str | None) -> str:
    """The identity of a text that comes in from an outlet (None: nobody knows which)."""
    text = "".join(body.translate(UNSTORABLE).split())
    paper = (outlet or "").translate(UNSTORABLE)
    return hashlib.sha256(f"{paper}\0{text}".encode()).hexdigest()[:40]


class Letters:
    """The way from offsets of a text to offsets without its blanks, and back."""

    def __init__(self, text: str) -> None:
        self._places = [place for place, letter in enumerate(text) if not letter.isspace()]

    def tight(self, span: Span) -> list[int]:
        """[start, end] without blanks."""
        return [bisect_left(self._places, span.start), bisect_left(self._places, span.end)]

    def loose(self, tight: Iterable[int]) -> Span:
        """The span of the text; ``NOWHERE`` for an empty one or one that the text does not reach."""
        start, end = tight
        if not 0 <= start < end <= len(self._places):
            return NOWHERE
        return Span(self._places[start], self._places[end - 1] + 1)


def meeting_record(meeting: Meeting, letters: Letters) -> dict[str, Any]:
    """A meeting as JSON can hold it; ``meeting_of`` undoes it."""
    when, place = meeting.when, meeting.place
    return {
        "cue": letters.tight(meeting.cue),
        "evidence": [letters.tight(span) for span in meeting.evidence],
        "people": [[one.name, *letters.tight(one.words)] for one in meeting.participants],
        "orgs": list(meeting.orgs),
        "status": meeting.status,
        "date": when.iso() if when else None,
        "date_words": letters.tight(when.words) if when and when.words else None,
        "place": [place.name, *letters.tight(place.words)] if place else None,
        "topic": letters.tight(meeting.topic) if meeting.topic else None,
    }


def meeting_of(record: dict[str, Any], letters: Letters, reason: str) -> Meeting:
    """The meeting of a record, as sure as a person is."""
    topic = letters.loose(record["topic"]) if record["topic"] else None
    when = date_of(record["date"])
    if when and record["date_words"]:
        when = DateRange(when.first, when.precision, letters.loose(record["date_words"]), when.reason)
    return Meeting(
        participants=tuple(Participant(name, letters.loose(words)) for name, *words in record["people"]),
        status=record["status"],
        evidence=tuple(letters.loose(span) for span in record["evidence"]),
        cue=letters.loose(record["cue"]),
        orgs=tuple(record["orgs"]),
        when=when,
        place=Place(record["place"][0], letters.loose(record["place"][1:])) if record["place"] else None,
        topic=topic if topic != NOWHERE else None,
        certainty=1.0,
        reason=reason,
    )


def date_of(iso: str | None) -> DateRange | None:
    """'2025-02-04', '2025-02' or '2025' as a date; None for None. Raises ValueError for any other text."""
    if iso is None:
        return None
    parts = [int(part) for part in iso.split("-")]
    if not 1 <= len(parts) <= 3 or len(iso) not in {4, 7, 10}:
        raise ValueError(f"{iso!r} is no date: expected YYYY-MM-DD, YYYY-MM or YYYY")
    year, month, day = (*parts, 1, 1)[:3]
    return DateRange(date(year, month, day), PRECISIONS[len(parts) - 1], None, "decided")


def about_meeting(article: str, record: dict[str, Any]) -> str:
    """What is equal for decisions about one meeting."""
    who = sorted([one[0] for one in record["people"]] + record["orgs"])
    return f"{article}/meeting/{record['cue'][0]}-{record['cue'][1]}/{'·'.join(who)}"


def likeness(record: dict[str, Any], other: dict[str, Any]) -> tuple[float, ...] | None:
    """How surely two readings of one text tell the same meeting, the surest greatest; None where they do not.

    The same telling words and mostly the same people, or evidence that overlaps and exactly the same people.
    """
    here, there = _present(record), _present(other)
    shared = len(here & there) / len(here | there) if here | there else 1.0
    same_cue = record["cue"] == other["cue"]
    overlap = any(a[0] < b[1] and b[0] < a[1] for a in record["evidence"] for b in other["evidence"])
    if not (same_cue and (shared >= SHARED or here <= there or there <= here)) and not (overlap and here == there):
        return None
    return (same_cue + shared, *(record[name] == other[name] for name in ("date", "status", "evidence")))


def _present(record: dict[str, Any]) -> set[str]:
    return {one[0] for one in record["people"]} | set(record["orgs"])
