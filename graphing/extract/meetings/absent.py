"""Who was not there after all, and is taken out again: guests who did not come ('A는 B, C를 초청해 간담회를 열었다. … C는 불참했다'), and
those whom a headline alone puts there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from graphing.extract.frames.linking import STAYED_AWAY, Scene
from graphing.extract.frames.phrases import Reference
from graphing.extract.frames.remembering import stays_away
from graphing.extract.frames.telling import Reading
from graphing.extract.meetings.encounters import Dated, Encounter, has_partner
from graphing.extract.occasions import OCCASION

# So many sentences after an encounter is told its guests may be told not to have come.
_REACH = 2
# What somebody did not come to: the occasion itself (자리, 행사), or a word that must be one of those that told it (만찬, 면담).
_EVENT = re.compile(rf"({OCCASION}|식사|기자회견)(?:장|실)?(?:에는|에도|에|엔) ")
_ANY = re.compile(r"(?:자리|행사|모임|현장|식사|일정)$")
# Who sent another or came late was asked for, and '그날', '4일' is another day than that told last.
_NOT_BUT = re.compile(r"대신|에만|다가 |늦게|화상|온라인|그날|당시|\d{1,2}일|\d월")
# What says that he did not, and not that he was to come: '나오기로 했다'.
_DID_NOT = re.compile(r"불참|빠[졌진]|지(?:는|도)? (?:못|않)|[못안] [나왔와온]|비[웠운]")
# So many took part in what one of them may have missed: who did not come to an encounter of two would leave none.
_FEWEST = 3


def without_absent(text: str, encounters: Sequence[Encounter], readings: Sequence[Reading]) -> list[Encounter]:
    """The encounters without those of whom a sentence after them says that they did not come, and those whom only a headline puts there.

    One that is left with fewer than two sides is none.
    """
    for one in encounters:
        _take_out(one, _of_its_headline_alone(one))
    told = _told_at(encounters, readings)
    for index, reading in enumerate(readings):
        sentence = reading.scene.sentence
        if reading.scene.headline or not STAYED_AWAY.search(text, sentence.start, sentence.end):
            continue
        for reference in reading.references:
            if reference.group in ("는", "가", "도") and _is_away(text, reading.scene, reference):
                found = _meant(text, told, index, reference)
                if found is not None:
                    _take_out(found, reference.names)
    return [one for one in encounters if len(one.names) + len(one.orgs) >= 2]


def _of_its_headline_alone(encounter: Encounter) -> set[str]:
    """Those whom a headline alone puts at an encounter that the text below it tells with both its sides: 'B 제친 A, C와 담판'.

    A headline leaves out most of the words by which its people could be told apart.
    """
    below = [dated for dated in encounter.tellings if not dated.telling.scene.headline]
    if len(below) == len(encounter.tellings) or not any(len(dated.telling.names) > 1 and has_partner(dated.telling) for dated in below):
        return set()
    there = {name for dated in below for name in dated.telling.names}
    return set(encounter.told) - there - set(encounter.attendants)


def _is_away(text: str, at: Scene, reference: Reference) -> bool:
    said = STAYED_AWAY.search(text, reference.phrase_end, at.sentence.end)
    if said is None or reference.kind not in ("name", "title") or _DID_NOT.search(text, said.start(), at.sentence.end) is None:
        return False
    return not _NOT_BUT.search(text, reference.phrase_end, said.start()) and stays_away(text, at, reference)


def _told_at(encounters: Sequence[Encounter], readings: Sequence[Reading]) -> dict[int, list[Encounter]]:
    """By sentence, the encounters that it tells, or of which it says who was there; not those that came to nothing."""
    places = {reading.scene.sentence.start: index for index, reading in enumerate(readings)}
    found: dict[int, list[Encounter]] = defaultdict(list)
    for one in encounters:
        if one.status != "cancelled":
            for place in {*one.indexes, *(places[span.start] for span in one.attended if span.start in places)}:
                found[place].append(one)
    return found


def _meant(text: str, told: Mapping[int, Sequence[Encounter]], index: int, reference: Reference) -> Encounter | None:
    """The encounter told last before a sentence, where he is among its people and the words name no other occasion."""
    last = next((told[place][0] for place in range(index - 1, index - 1 - _REACH, -1) if told.get(place)), None)
    if last is None or not set(reference.names) <= set(last.names) or len(last.names) < _FEWEST:
        return None
    away = STAYED_AWAY.search(text, reference.phrase_end)
    named = [*_EVENT.finditer(text, reference.phrase_end, away.start() if away else reference.phrase_end)]
    event = named[-1] if named else None
    words = {text[dated.telling.cue.start : dated.telling.cue.end] for dated in last.tellings}
    return last if event is None or _ANY.search(event[1]) or event[1] in words else None


def _take_out(encounter: Encounter, names: Iterable[str]) -> None:
    gone = set(names)
    if gone:
        encounter.tellings = [_without(dated, gone) for dated in encounter.tellings]
        encounter.attendants = {name: words for name, words in encounter.attendants.items() if name not in gone}


def _without(dated: Dated, gone: set[str]) -> Dated:
    links = tuple(
        (replace(reference, names=tuple(name for name in reference.names if name not in gone)), chance)
        for reference, chance in dated.telling.links
        if not set(reference.names) <= gone
    )
    return replace(dated, telling=replace(dated.telling, links=links))
