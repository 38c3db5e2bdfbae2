"""What is asked about, meeting by meeting: each encounter once where its tellings agree, else each telling by itself. Free of Streamlit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graphing.store import MeetingRow
from graphing.tellings import Encounter


@dataclass(frozen=True, slots=True)
class Queue:
    """The tellings that are asked about: first those ``aside`` that count nowhere, then least certain first; of how many ``encounters``, as
    the network counts them; and telling → those that say the same of its encounter and are accepted with it."""

    rows: tuple[MeetingRow, ...]
    encounters: int
    alike: Mapping[int, tuple[MeetingRow, ...]]
    aside: int = 0


def queue(found: Iterable[Encounter], uncounted: Iterable[MeetingRow] = ()) -> Queue:
    """What nobody has decided about. Where all tellings of an encounter agree, a decision about one of them is about all.

    ``uncounted`` are no encounters (``MeetingRow.counts``), and each is asked about by itself.
    """
    rows: list[MeetingRow] = []
    count = 0
    alike: dict[int, tuple[MeetingRow, ...]] = {}
    for one in found:
        open_ones = [row for row in one.tellings if row.decided is None]
        if len(one.tellings) > 1 and not one.differing():
            alike.update((row.id, tuple(other for other in open_ones if other.id != row.id)) for row in one.tellings)
            lead = next(row for row in one.tellings if row.article == one.row.article)
            open_ones = [lead] if len(open_ones) == len(one.tellings) else []
        rows.extend(open_ones)
        count += bool(open_ones)
    aside = [row for row in uncounted if row.decided is None]
    first, rest = (sorted(some, key=lambda row: (row.certainty, row.id)) for some in (aside, rows))
    return Queue((*first, *rest), count, alike, len(aside))
