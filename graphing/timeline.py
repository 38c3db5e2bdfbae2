"""Meetings in time, as pandas frames: a date is never more exact than the article, and what is undated stays in sight."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import pandas as pd

from graphing.model import Precision
from graphing.store import MeetingRow, Snapshot

COLUMNS = (
    "id", "date", "first", "last", "precision", "participants", "sides", "people", "organizations",
    "status", "place", "topic", "certainty", "reason", "outlets", "published", "article",
)  # fmt: skip
LENGTH: dict[Precision, int] = {"day": 10, "month": 7, "year": 4}


def told(first: date | None, precision: Precision | None) -> str:
    """The date as exact as it was told: '2025.02.04', '2025.02', '2025', or '' where none was."""
    if first is None or precision is None:
        return ""
    return first.isoformat()[: LENGTH[precision]].replace("-", ".")


def meetings(snapshot: Snapshot) -> pd.DataFrame:
    """All meetings, one a row, by first day, then by the exactness of their date; those without a date come last.

    ``date`` is what was told ('2024.01'); ``first`` and ``last`` (Timestamp, NaT where untold) are the first and last day it can mean.
    ``participants`` and ``sides`` are tuples of names, ``people`` and ``organizations`` the entity ids behind them,
    ``outlets`` those that tell it.
    """
    names = {entity.id: entity.name for entity in snapshot.entities}
    rows = [_row(meeting, names) for meeting in snapshot.meetings]
    # Objects, else pandas turns an untold place into a number (NaN).
    frame = pd.DataFrame(rows, columns=list(COLUMNS), dtype=object).astype({"id": int, "article": int, "certainty": float})
    for column in ("first", "last", "published"):
        frame[column] = pd.to_datetime(frame[column])
    return frame.sort_values(["first", "last", "id"], na_position="last", ignore_index=True)


def _row(meeting: MeetingRow, names: dict[int, str]) -> tuple[object, ...]:
    return (
        meeting.id, told(meeting.first, meeting.precision), meeting.first, meeting.last, meeting.precision,
        _named(meeting.people, names), _named(meeting.organizations, names), meeting.people, meeting.organizations,
        meeting.status, meeting.place, meeting.topic, meeting.certainty, meeting.reason,
        tuple(dict.fromkeys(outlet for outlet in meeting.outlets if outlet)), meeting.published, meeting.article,
    )  # fmt: skip


def _named(entities: Iterable[int], names: dict[int, str]) -> tuple[str, ...]:
    return tuple(names[entity] for entity in entities)


@dataclass(frozen=True)
class Part:
    """Some of many meetings, in their order. ``listed`` (ids) are without gaps the newest of all and of the span that was asked for; the
    others stand for those around them. ``left`` tells how many (of the span, where there is one) are not listed."""

    meetings: tuple[MeetingRow, ...]
    listed: frozenset[int]
    left: int

    @cached_property
    def ids(self) -> frozenset[int]:
        """Which they are."""
        return frozenset(row.id for row in self.meetings)


def part(
    meetings: Sequence[MeetingRow], most: int, span: tuple[date, date] | None = None, brushed: bool = True, more: int = 0
) -> Part:
    """About ``most`` of the meetings (by first day, undated last): a tenth the newest, of the rest of them as many everywhere as belong
    there. Of a ``span`` more of its meetings than of what lies outside; where it is ``brushed`` the newest half of ``most`` of it are
    listed too. So many ``more`` are listed beside all that."""
    inside = [row for row in meetings if span and within(row, span)]
    asked = inside if span and brushed else meetings
    newest = most // 2 if asked is inside else most // 10
    listed = {row.id for row in (*_newest(meetings, most // 10), *_newest(asked, newest + more))}
    most += more
    near = evenly([row for row in inside if row.id not in listed], (most - len(listed)) * 3 // 4)
    kept = listed | {row.id for row in near}
    kept |= {row.id for row in evenly([row for row in meetings if row.id not in kept], most - len(kept))}
    left = sum(row.id not in listed for row in asked)
    return Part(tuple(row for row in meetings if row.id in kept), frozenset(listed), left)


def within(row: MeetingRow, span: tuple[date, date]) -> bool:
    """Whether a meeting may have been in a span of days; what is undated was in none."""
    return bool(row.first and row.last and row.first <= span[1] and row.last >= span[0])


def _newest(meetings: Sequence[MeetingRow], count: int) -> Sequence[MeetingRow]:
    """The last by day; undated ones come after all that are dated."""
    known = bisect_left(meetings, True, key=lambda row: row.first is None)
    return [*meetings[max(0, known - count) : known], *meetings[known : known + max(0, count - known)]]


def evenly(meetings: Sequence[MeetingRow], count: int) -> Sequence[MeetingRow]:
    """At most ``count`` of the meetings, as far from each other everywhere in their order."""
    return meetings[:: max(1, -(-len(meetings) // count))] if count > 0 else ()


def undated(frame: pd.DataFrame) -> pd.DataFrame:
    """The meetings of a frame whose date the article does not tell."""
    return frame[frame["first"].isna()]


def dated(frame: pd.DataFrame) -> pd.DataFrame:
    """The meetings of a frame with a date, exact or not."""
    return frame[frame["first"].notna()]


def people(snapshot: Snapshot) -> pd.DataFrame:
    """Everyone: ``id``, ``name``, ``posts`` (AffiliationRow, those held now first), ``meetings``, ``articles``; the most met first.

    ``meetings`` counts those of the snapshot, which may be a part of all.
    """
    met = Counter(one for meeting in snapshot.meetings for one in set(meeting.people))
    posts: dict[int, list[object]] = {}
    for post in sorted(snapshot.affiliations, key=lambda post: post.former):
        posts.setdefault(post.person, []).append(post)
    everyone = [row for row in snapshot.entities if row.kind == "person"]
    rows = [(row.id, row.name, tuple(posts.get(row.id, ())), met[row.id], row.articles) for row in everyone]
    return _ranked(pd.DataFrame(rows, columns=["id", "name", "posts", "meetings", "articles"]))


def organizations(snapshot: Snapshot, homes: Mapping[int, tuple[int, ...]]) -> pd.DataFrame:
    """Every company and agency: ``id``, ``name``, ``type``, ``meetings``, ``articles``; the most met first.

    ``meetings`` counts those of the snapshot that it took part in as a profile counts them: as an unnamed side or by somebody with a post
    in it. ``homes``: person → where they have posts (``Sieve.homes``).
    """
    met: Counter[int] = Counter()
    for meeting in snapshot.meetings:
        met.update({*meeting.organizations, *(body for person in meeting.people for body in homes.get(person, ()))})
    everyone = [row for row in snapshot.entities if row.kind == "organization"]
    rows = [(row.id, row.name, row.type or "company", met[row.id], row.articles) for row in everyone]
    return _ranked(pd.DataFrame(rows, columns=["id", "name", "type", "meetings", "articles"]))


def _ranked(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.sort_values(["meetings", "articles", "name"], ascending=[False, False, True], ignore_index=True)
