"""What several articles say of one meeting, in words: where they differ, side by side, each with its outlet; how a plan turned out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape

from graphing.labels import place_label
from graphing.store import MeetingRow
from graphing.tellings import Encounter, Field, encounter
from graphing.view import names
from graphing.view.session import Language
from graphing.view.words import word

FIELDS: tuple[Field, ...] = ("date", "place", "who")


def facts(row: MeetingRow, labels: Mapping[int, str], language: Language) -> list[tuple[str, str]]:
    """(key of its word, HTML) for each thing of which the articles say different things, and the history where the status changed.

    Nothing of a meeting that one article tells.
    """
    if not row.tellings:
        return []
    found = encounter(row.tellings)
    listed = [(f"differs_{field}", _side_by_side(found, field, labels, language)) for field in FIELDS if field in found.differing()]
    if "status" in found.differing():
        listed.append(("differs_status", "<br>".join(_step(one, language) for one in found.tellings)))
    return listed


def outlets(row: MeetingRow, language: Language) -> str:
    """The outlets that tell a meeting, each once: '새벽신문·한결일보'."""
    return names.listed(dict.fromkeys(names.outlet(outlet, language) for outlet in row.outlets), language)


def printed(outlets: Iterable[str | None], language: Language) -> str:
    """Outlets in a row, each once; '' where none is known."""
    return names.listed(dict.fromkeys(names.outlet(one, language) for one in outlets if one), language)


def _side_by_side(found: Encounter, field: Field, labels: Mapping[int, str], language: Language) -> str:
    by_id = {one.id: one for one in found.tellings}
    said: list[str] = []
    for reading in found.readings(field):
        tellings = [by_id[ident] for ident in reading.meetings]
        who = names.listed(dict.fromkeys(outlets(one, language) for one in tellings), language)
        if reading.value is not None:
            said.append(f"{escape(who)} <b>{escape(value(tellings[0], field, labels, language))}</b>")
    return ", ".join(said)


def value(row: MeetingRow, field: Field, labels: Mapping[int, str], language: Language) -> str:
    """What a meeting says of a field, in words; '' where it says nothing."""
    if field == "status":
        return word(row.status, language)
    if field == "date":
        return names.when(row.first, row.precision, language)
    if field == "place":
        return place_label(row.place, language) if row.place else ""
    sides = [word("side", language, name=labels[side]) for side in row.organizations]
    return names.listed([*(labels[person] for person in row.people), *sides], language)


def _step(row: MeetingRow, language: Language) -> str:
    """'2025.02.10 새벽신문: 예정 2025.02.12'"""
    published = names.told(row.published, "day", language) or word("no_published", language)
    status = f'<span class="status {row.status}">{escape(word(row.status, language))}</span>'
    return f"{escape(published)} {escape(outlets(row, language))}: {status} {escape(names.when(row.first, row.precision, language))}"
