"""A profile in words: what the meetings of somebody come to, always as told in these articles."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from graphing.profile import Partner, Profile
from graphing.store import EntityRow, MeetingRow
from graphing.view import names
from graphing.view.evidence import Facts
from graphing.view.session import Language
from graphing.view.words import word

MOST = 3  # partners that are named


def facts(
    found: Profile, entities: Mapping[int, EntityRow], labels: Mapping[int, str], language: Language, narrowed: bool = False
) -> Facts:
    """(key of its word, HTML) for each thing that can be told; who never met, nor was to meet anybody, has none.

    ``narrowed`` says that the meetings counted are those that filters left.
    """

    def name(entity: int) -> str:
        return f"<button value={entities[entity].kind[0]}{entity}>{escape(labels[entity])}</button>"

    def day(row: MeetingRow) -> str:
        return f'<button value=m{row.id}>{escape(names.when(row.first, row.precision, language))}</button>'

    def several(partners: tuple[Partner, ...], counted: bool) -> str:
        # How often stands on the line of the name.
        times = '<span class="times">{}</span>'
        shown = [
            times.format(word("times", language, name=name(one.entity), n=one.times)) if counted else name(one.entity)
            for one in partners[:MOST]
        ]
        bodies = all(entities[one.entity].kind == "organization" for one in partners[MOST:])
        rest = "rest_companies" if bodies else "rest_people"
        more = escape(word(rest, language, n=len(partners) - MOST)) if len(partners) > MOST else ""
        return ", ".join(shown) + (f' <small class="times">{more}</small>' if more else "")

    told: list[tuple[str, str]] = []
    if found.held:
        told.append(("met_most", several(found.partners, True)))
    if ends := [row for row in (found.first, found.last) if row]:
        told.append(("first_last", " – ".join(dict.fromkeys(day(row) for row in ends))))
    if found.again:
        again = found.again
        told.append(("again", word("again_told", language, now=day(again.now), name=name(again.entity), before=day(again.before))))
    if found.new:
        until = word("as_of", language, date=names.told(found.until, "day", language))
        told.append(("new_met", f"{several(found.new, False)} <small>{escape(until)}</small>"))
    told += [(key, several(partners, True)) for key, partners in (("to_meet", found.planned), ("not_met", found.cancelled)) if partners]
    if found.lapsed:
        told.append(("was_to_meet", f"{several(found.lapsed, True)} <small>{escape(word('untold_outcome', language))}</small>"))
    if not told:
        return ()
    note = word("profile_narrowed", language, n=found.held) if narrowed and found.held else word("profile_note", language)
    told.append(("", f"<small>{escape(note)}</small>"))
    return told
