"""Bodies whose people, whom nobody names, came to an encounter told before: '외국 쪽에서는 하늘은행·바다전자 등의 CEO가 자리했다'."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

from graphing.extract.frames.linking import STAYED_AWAY, inside
from graphing.extract.frames.telling import Reading
from graphing.extract.meetings.encounters import Encounter
from graphing.model import Mention, Organization, Span

# So many sentences after the last one that tells an encounter may say whose people came.
REACH = 3
# What joins two bodies of a list, each with what it makes in brackets: '하늘봇(로봇), 바다랩(의약)'.
NOTE = r"(?: ?\([^()\n]{1,16}\))?"
LISTED = re.compile(NOTE + r"(?:, ?|·|ㆍ|과 |와 | 및 )")
_CAME = (
    r"(?:[^\s.,“”\"]+ ){0,3}?(?:자리(?:[해했하한]|[를에] (?:함께|같이|했|지[켜켰]))|나[와왔온올]|나섰|참석|배석|동석|"
    r"함께(?:[했하]|한다|할 )|합류|모였|한자리에 모|초대됐|초청됐)"
)
# Their people, whom nobody names.
PEOPLE = re.compile(
    NOTE + r"(?: 등)?(?:의|측|쪽)? ?(?:[가-힣A-Z\d]{1,6} ){0,2}?"
    r"(?:(?:최고경영자|CEO|대표|사장|회장|행장|임원|부장|팀장|실무자|담당자|책임자|관계자|연구원|직원|총수)(?:\(CEO\))?들|"
    r"(?:최고경영진|경영진|임원진|실무진|대표단|사장단|회장단|수뇌부|대표진|관계자)|"
    r"(?<=등의 )(?:최고경영자(?:\(CEO\))?|CEO|대표|사장|회장|임원|행장))(?: ?\d+여? ?명)?(?: 등)?[이가도은는] (?=" + _CAME + ")"
)


def whose_people_came(text: str, reading: Reading, bodies: Sequence[tuple[Mention, str]]) -> dict[str, Span]:
    """The bodies, with their words, whose unnamed people a sentence says were there. ``bodies`` are its mentions, ascending."""
    end = reading.scene.sentence.end
    found: dict[str, Span] = {}
    row: list[tuple[Mention, str]] = []
    for mention, name in bodies:
        if row and name == row[-1][1] and text[row[-1][0].end : mention.start].strip() == "(":
            # '하늘은행(HB)': written once more
            continue
        row = [*row, (mention, name)] if row and LISTED.fullmatch(text, row[-1][0].end, mention.start) else [(mention, name)]
        match = PEOPLE.match(text, mention.end, end)
        if match and not STAYED_AWAY.search(text, match.end(), end) and not inside(mention.start, reading.scene.quotes):
            found.update({one: Span(body.start, body.end) for body, one in row})
    return found


def with_guests(
    text: str, encounters: Sequence[Encounter], readings: Sequence[Reading], organizations: Sequence[Organization]
) -> list[Encounter]:
    """The encounters, each with the bodies whose people a sentence that tells it, or one of the next that hang on it, says came.

    Where another encounter is told there or in between, it is left open which they came to.
    """
    tellers: dict[int, list[Encounter]] = defaultdict(list)
    for encounter in encounters:
        # What a sentence that names nobody may tell of those who met is too bare.
        spoken = (dated for dated in encounter.tellings if any(reference.kind != "pair" for reference, _ in dated.telling.links))
        for index in {dated.telling.index for dated in spoken}:
            tellers[index].append(encounter)
    for index, here in _by_sentence(readings, organizations).items():
        came = whose_people_came(text, readings[index], here)
        if not came or readings[index].scene.headline:
            continue
        near = next((place for place in range(index, index - REACH - 1, -1) if place in tellers), None)
        told = [one for one in tellers[near] if not one.recalled] if near is not None else []
        if len(told) != 1 or not told[0].names:
            continue
        if near != index and not readings[index].scene.anaphoric:
            continue
        for name, words in came.items():
            told[0].guests.setdefault(name, words)
        sentence = readings[index].scene.sentence
        told[0].attended.append(Span(sentence.start, sentence.end))
    return list(encounters)


def _by_sentence(readings: Sequence[Reading], organizations: Sequence[Organization]) -> dict[int, list[tuple[Mention, str]]]:
    """By sentence, the mentions of bodies in it, ascending."""
    starts = [reading.scene.sentence.start for reading in readings]
    found: dict[int, list[tuple[Mention, str]]] = defaultdict(list)
    for mention, name in sorted(((m, o.name) for o in organizations for m in o.mentions), key=lambda pair: pair[0].start):
        index = bisect_right(starts, mention.start) - 1
        if index >= 0:
            found[index].append((mention, name))
    return found
