"""Meetings in time, as pandas frames: a date is never more exact than the article, and what is undated stays in sight."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import pandas as pd

from graphing.model import MeetingStatus, Precision, outcomes
from graphing.store import MeetingRow, Snapshot

COLUMNS = (
    "id", "date", "first", "last", "precision", "participants", "sides", "people", "organizations",
    "status", "place", "topic", "certainty", "reason", "outlets", "published", "article",
)  # fmt: skip
COUNTS = ("meetings", "met", "outcomes")
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
    """Some of many meetings, in their order. ``marked`` (ids) stand for all around them, as many everywhere as belong there; ``listed`` are
    without gaps the newest of all and of the span that was brushed; ``left`` tells how many (of that span, where there is one) are not."""

    meetings: tuple[MeetingRow, ...]
    marked: frozenset[int]
    listed: frozenset[int]
    left: int

    @cached_property
    def ids(self) -> frozenset[int]:
        """Which they are."""
        return frozenset(row.id for row in self.meetings)


def part(
    meetings: Sequence[MeetingRow], most: int, span: tuple[date, date] | None = None, brushed: bool = True, more: int = 0
) -> Part:
    """About ``most`` of the meetings (by first day, undated last): a tenth the newest, to be listed, of the rest of them as many everywhere
    as belong there. Of a ``span`` half of ``most``, and fewer of what lies outside; where it is ``brushed`` as many are listed too. So many
    ``more`` are listed beside all that."""
    inside = [row for row in meetings if span and within(row, span)]
    near = {row.id for row in evenly(inside, most // 2)}
    asked = inside if span and brushed else meetings
    listed = {row.id for row in (*_newest(meetings, most // 10), *_newest(asked, (most // 2 if asked is inside else most // 10) + more))}
    outside = meetings if not inside else [row for row in meetings if not (span and within(row, span))]
    far = evenly(outside, max(most // 10, most + more - len(listed | near)))
    marked = frozenset(near | {row.id for row in far})
    left = sum(row.id not in listed for row in asked)
    kept = marked | listed
    return Part(tuple(row for row in meetings if row.id in kept), marked, frozenset(listed), left)


def within(row: MeetingRow, span: tuple[date, date]) -> bool:
    """Whether a meeting may have been in a span of days; what is undated was in none."""
    return bool(row.first and row.last and row.first <= span[1] and row.last >= span[0])


def _newest(meetings: Sequence[MeetingRow], count: int) -> Sequence[MeetingRow]:
    """The last as ``meetings`` has them in order; undated ones come after all that are dated."""
    known = bisect_left(meetings, True, key=lambda row: row.first is None)
    start = max(0, known - count)
    # Of those that begin on one day the exactest come first, as they are shown: no later one stands among them.
    while 0 < start < known and meetings[start - 1].first == meetings[start].first:
        start -= 1
    dated = sorted(meetings[start:known], key=lambda row: (row.first or date.max, row.last or date.max, row.id))
    return [*dated[max(0, len(dated) - count) :], *meetings[known : known + max(0, count - known)]]


def evenly(meetings: Sequence[MeetingRow], count: int) -> Sequence[MeetingRow]:
    """At most ``count`` of the meetings, as far from each other everywhere in their order."""
    return meetings if len(meetings) <= count else [meetings[at * len(meetings) // count] for at in range(count)]


def dated(frame: pd.DataFrame) -> pd.DataFrame:
    """The meetings of a frame with a date, exact or not."""
    return frame[frame["first"].notna()]


def people(snapshot: Snapshot) -> pd.DataFrame:
    """Everyone: ``id``, ``name``, ``posts`` (AffiliationRow, those held now first), ``meetings``, ``met``, ``outcomes``, ``articles``; the
    most met first.

    ``meetings`` counts those of the snapshot, which may be a part of all, ``outcomes`` by how they turned out, ``met`` those held.
    """
    met = _counted((one, meeting.status) for meeting in snapshot.meetings for one in set(meeting.people))
    posts: dict[int, list[object]] = {}
    for post in sorted(snapshot.affiliations, key=lambda post: post.former):
        posts.setdefault(post.person, []).append(post)
    everyone = [row for row in snapshot.entities if row.kind == "person"]
    rows = [(row.id, row.name, tuple(posts.get(row.id, ())), *_told(met, row.id), row.articles) for row in everyone]
    return _ranked(pd.DataFrame(rows, columns=["id", "name", "posts", *COUNTS, "articles"]))


def organizations(snapshot: Snapshot, homes: Mapping[int, tuple[int, ...]]) -> pd.DataFrame:
    """Every company and agency: ``id``, ``name``, ``type``, ``meetings``, ``met``, ``outcomes``, ``articles``; the most met first.

    ``meetings``, ``met`` and ``outcomes`` count those of the snapshot that it took part in as a profile counts them: as an unnamed side or
    by somebody with a post in it. ``homes``: person → where they have posts (``Sieve.homes``).
    """

    def there(meeting: MeetingRow) -> set[int]:
        return {*meeting.organizations, *(body for person in meeting.people for body in homes.get(person, ()))}

    met = _counted((one, meeting.status) for meeting in snapshot.meetings for one in there(meeting))
    everyone = [row for row in snapshot.entities if row.kind == "organization"]
    rows = [(row.id, row.name, row.type or "company", *_told(met, row.id), row.articles) for row in everyone]
    return _ranked(pd.DataFrame(rows, columns=["id", "name", "type", *COUNTS, "articles"]))


def _counted(there: Iterable[tuple[int, MeetingStatus]]) -> dict[int, list[MeetingStatus]]:
    """Entity → how the meetings turned out that it took part in."""
    found: dict[int, list[MeetingStatus]] = {}
    for one, status in there:
        found.setdefault(one, []).append(status)
    return found


def _told(met: Mapping[int, list[MeetingStatus]], entity: int) -> tuple[int, int, Counter[MeetingStatus]]:
    """``COUNTS`` of an entity."""
    found = outcomes(met.get(entity, ()))
    return found.total(), found["held"], found


def _ranked(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.sort_values(["met", "meetings", "articles", "name"], ascending=[False, False, False, True], ignore_index=True)
