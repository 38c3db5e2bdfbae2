"""What is told beside an encounter, and so speaks against somebody of it: that he met others, or was there on another day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graphing.extract.frames.phrases import Reference
from graphing.extract.frames.telling import Telling
from graphing.extract.meetings.encounters import (
    OF_ITS_OWN,
    PARTNERS,
    Dated,
    Encounter,
    agree,
    has_partner,
    is_attendance,
    is_of_others,
    told_in_another_part,
    venues_agree,
)

# Kinds of words that tell who met whom, where they name a partner.
OF_TWO = OF_ITS_OWN | {"face", "confer", "phone"}
# And kinds that tell it of several who did it together.
TOGETHER = OF_TWO | {"joint", "event"}
# By sentence, what is told there, and of which encounter.
There = Mapping[int, Sequence[tuple[Encounter, Dated]]]


def told_there(encounters: Sequence[Encounter]) -> There:
    """By sentence, the tellings in it with their encounters."""
    found: dict[int, list[tuple[Encounter, Dated]]] = defaultdict(list)
    for encounter in encounters:
        for dated in encounter.tellings:
            found[dated.telling.index].append((encounter, dated))
    return found


def another_is_nearer(encounter: Encounter, index: int, elsewhere: There) -> bool:
    """Whether sentence ``index`` goes on to another day, on which those named next were there: '1월에는 …, 6월에는 …. C도 있었다'."""
    here = elsewhere.get(index, ())
    own = max(dated.telling.cue.start for other, dated in here if other is encounter)
    later = (dated for other, dated in here if other is not encounter)
    return any(dated.telling.cue.start > own and not agree(dated.when, encounter.when) for dated in later)


@dataclass(frozen=True, slots=True)
class Others:
    """What tells that somebody met others than those of an encounter. ``members`` are its people, ``first`` is its first sentence where
    some telling of it names a partner; else it is -1."""

    encounter: Encounter
    members: frozenset[str]
    first: int

    @staticmethod
    def of(encounter: Encounter) -> Others:
        """Those who are not of this encounter."""
        whole = any(has_partner(dated.telling) or dated.telling.orgs for dated in encounter.tellings)
        members = frozenset((*encounter.told, *encounter.orgs))
        return Others(encounter, members, min(dated.telling.index for dated in encounter.tellings) if whole else -1)

    def met(self, reference: Reference, index: int, elsewhere: There) -> bool:
        """Whether the very sentence tells with whom somebody met on another day or elsewhere: 'A는 …를 열었다. 이튿날 A는 B와 만났다'.

        Or with whom else than those who met here: 'A는 B와 만났다. 한편 C는 D와 만났다'.
        """
        encounter, before = self.encounter, index < self.first
        return any(
            other is not encounter
            and not is_attendance(dated.telling)
            and set(reference.names) <= set(dated.telling.names)
            and not (
                not dated.telling.part
                and not told_in_another_part(encounter, dated)
                and agree(dated.when, encounter.when)
                and venues_agree(encounter, dated)
                and not is_of_others(dated.telling, self.members, before)
                and not self._is_next(dated.telling, reference)
            )
            for other, dated in elsewhere.get(index, ())
        )

    def _is_next(self, told: Telling, reference: Reference) -> bool:
        """Whether one of those who met is told to have met somebody by himself, next or before: 'A는 B를 만났다. B는 저녁에 C를 만났다'."""
        partner = reference.group in PARTNERS or (told.index < self.first and has_partner(told))
        # 'A와 B, C는 오찬을 함께했다. A는 이어 D를 접견했다'
        whole = told.index < self.first and len(told.names) > 1 and told.cue.kind in TOGETHER
        of_two = ((told.cue.kind in OF_TWO and partner) or whole) and reference.names[0] not in self.members
        return of_two and len(self.members) > 1 and len(set(told.names) & self.members) == 1
