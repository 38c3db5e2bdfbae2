"""Tellings gathered into encounters, those told apart that are one event made one.

No telling is held against every encounter of the article: only against those told just before it and those whose people it shares.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from graphing.extract.meetings.encounters import AT_WHICH, LATER, Dated, Encounter, agree, fits, venues_agree

PAIR = 2
# A lunch is no dinner.
MEALS = frozenset({"조찬", "오찬", "만찬"})


class Known:
    """Encounters in the order in which they are first told, to be found by who took part and by the sentence that tells them."""

    def __init__(self, encounters: Iterable[Encounter] = ()) -> None:
        self.all: list[Encounter] = []
        self._number: dict[int, int] = {}
        self._of_member: dict[str, set[int]] = defaultdict(set)
        self._of_sentence: dict[int, set[int]] = defaultdict(set)
        for encounter in encounters:
            self.add(encounter)

    def add(self, encounter: Encounter) -> None:
        """Take in another encounter."""
        self._number[id(encounter)] = len(self.all)
        self.all.append(encounter)
        self.note(encounter)

    def note(self, encounter: Encounter) -> None:
        """Take note that an encounter has more tellings or people."""
        number = self._number[id(encounter)]
        for name in (*encounter.names, *encounter.orgs):
            self._of_member[name].add(number)
        for dated in encounter.tellings:
            self._of_sentence[dated.telling.index].add(number)

    def number(self, encounter: Encounter) -> int:
        """The place of an encounter in the order."""
        return self._number[id(encounter)]

    def sharing(self, members: Collection[str], least: int) -> list[Encounter]:
        """The encounters with at least so many of the members (people and sides), in order."""
        counts = Counter(number for member in members for number in self._of_member.get(member, ()))
        return [self.all[number] for number, count in sorted(counts.items()) if count >= least]

    def near(self, index: int, reach: int) -> list[Encounter]:
        """The encounters told in a sentence or one of so many before it, in order."""
        numbers = {number for place in range(index - reach, index + 1) for number in self._of_sentence.get(place, ())}
        return [self.all[number] for number in sorted(numbers)]


def gather(tellings: Sequence[Dated]) -> list[Encounter]:
    """Encounters in the order in which they are first told; one may still have a single member, whose partners are named later."""
    known = Known()
    late = _of_relays(tellings)
    set_back = {id(one) for one in (*late, *_sums_up(tellings))}
    for dated in (*(one for one in tellings if id(one) not in set_back), *late):
        each = _of_relay(known, dated)
        if each:
            for encounter in each:
                encounter.tellings.append(_only(dated, encounter))
                known.note(encounter)
            continue
        members = {*dated.telling.names, *(name for name, _ in dated.telling.orgs)}
        # Farther off than that nothing fits but what shares two of them (``fits``).
        # '이날 접견에는 C도 함께했다' may stand at the end of a record of what they said.
        shared = 1 if AT_WHICH in dated.telling.features else PAIR
        candidates = {id(one): one for one in (*known.near(dated.telling.index, LATER), *known.sharing(members, shared))}
        # Of two that fit alike what hangs on them is of the one told last: '1월에는 …를 찾았고, 6월에는 … 묵었다. C도 함께 있었다'.
        scores = [(fits(one, dated), one.tellings[-1].telling.cue.start, known.number(one)) for one in candidates.values()]
        score, _, number = max(scores, default=(0.0, -1, -1))
        if _of_another_status(known, dated, members):
            continue
        if score > 0:
            known.all[number].tellings.append(dated)
            known.note(known.all[number])
        else:
            known.add(Encounter([dated], aside=_looks_back(known, dated, members)))
    return _told_once([_without_others_day(encounter, known) for encounter in known.all])


def _looks_back(known: Known, dated: Dated, members: Collection[str]) -> bool:
    """Whether a telling goes back, for its sentence, to a month or year in which the very people met before they did on the day told
    first: 'A가 4일 B와 만났다. 두 사람은 2019년 처음 만났다. 이 자리에는 …'."""
    if not dated.own or dated.when is None or dated.when.precision == "day" or dated.status != "held" or len(members) < PAIR:
        return False
    then = dated.when.iso()
    same = (one for one in known.sharing(members, len(members)) if {*one.names, *one.orgs} == set(members))
    return any(one.when is not None and one.when.precision == "day" and one.when.iso()[: len(then)] > then for one in same)


def _of_another_status(known: Known, dated: Dated, members: Collection[str]) -> bool:
    """Whether a sentence names nobody and speaks of those who met as one whose encounter, the last of them, had not been, or had.

    'A는 28일 B, C와 만난다. … 간담회에서는 …': what it says is said of that encounter, and of no other.
    """
    if dated.own or not members or any(reference.kind != "pair" for reference, _ in dated.telling.links):
        return False
    same = [one for one in known.sharing(members, len(members)) if set(one.told) == set(members)]
    return bool(same) and all(one.status != dated.status for one in same)


def _without_others_day(encounter: Encounter, known: Known) -> Encounter:
    """What came to nothing, without the day of an encounter of others that took place: '8일 B를 만났다. C와의 면담은 무산됐다'."""
    when = encounter.when
    if encounter.status != "cancelled" or when is None or when.words is None or any(dated.own for dated in encounter.tellings):
        return encounter
    told = when.words.start
    for other in known.all:
        if other.status == encounter.status or set(encounter.names) <= set(other.names):
            continue
        sentences = (dated.telling.scene.sentence for dated in other.tellings if dated.own)
        if any(sentence.start <= told < sentence.end for sentence in sentences):
            encounter.tellings = [replace(dated, when=None) for dated in encounter.tellings]
    return encounter


def _of_relay(known: Known, dated: Dated) -> list[Encounter]:
    """The encounters of one relay (A를 차례로 만났다) that a telling speaks of together: 'A와는 반도체를, B와는 배터리를 논의했다'."""
    if len(dated.telling.names) <= PAIR or dated.own:
        return []
    members = set(dated.telling.names)
    fitting = [
        encounter
        for encounter in known.sharing(members, PAIR)
        if encounter.status == dated.status and len(_core(encounter)) == PAIR and members.issuperset(_core(encounter))
    ]
    relays = {encounter.relay for encounter in fitting} - {None}
    for relay in relays:
        each = [encounter for encounter in fitting if encounter.relay == relay]
        if len(each) > 1 and {name for encounter in each for name in _core(encounter)} == members:
            return each
    return []


def _core(encounter: Encounter) -> set[str]:
    """Those of an encounter whom its relay names, without those who attended it."""
    return {name for dated in encounter.tellings if dated.telling.part for name in dated.telling.names}


def _of_relays(tellings: Sequence[Dated]) -> list[Dated]:
    """Headlines that tell a relay together which the text parts: 'A, B·C와 만나' before 'A는 B와 C를 각각 면담했다'."""
    parts: dict[tuple[int, int], set[str]] = defaultdict(set)
    for dated in tellings:
        if dated.telling.part:
            parts[dated.telling.index, dated.telling.cue.start].update(dated.telling.names)
    headlines = [one for one in tellings if one.telling.scene.headline and not one.telling.part and len(one.telling.names) > PAIR]
    return [one for one in headlines if set(one.telling.names) in parts.values()]


def _sums_up(tellings: Sequence[Dated]) -> list[Dated]:
    """Headlines that name together whom the text tells to have met apart: 'A, B·C 연쇄 회동' before 'A는 B와 오찬을 했다' and, of its
    own day or meal, 'A는 C와 만찬을 했다'. They tell no encounter of all."""
    body: dict[str, set[frozenset[str]]] = defaultdict(set)
    for one in tellings:
        if not one.telling.scene.headline:
            for name in one.telling.names:
                body[name].add(frozenset(one.telling.names))
    found = []
    for one in tellings:
        members = set(one.telling.names)
        if not one.telling.scene.headline or one.telling.part or len(members) <= PAIR:
            continue
        inside = {names & members for name in members for names in body.get(name, ())}
        met = [names for names in inside if len(names) >= PAIR]
        if met and not any(names == members for names in met) and set().union(*met) == members:
            found.append(one)
    return found


def _only(dated: Dated, encounter: Encounter) -> Dated:
    """A telling with those links alone that are of the encounter."""
    links = tuple(link for link in dated.telling.links if set(link[0].names) & set(encounter.names))
    narrowed = tuple((replace(one, names=tuple(name for name in one.names if name in encounter.names)), chance) for one, chance in links)
    return replace(dated, telling=replace(dated.telling, links=narrowed))


def _told_once(found: list[Encounter]) -> list[Encounter]:
    """The encounters, those that are one event made one.

    An article of the day itself, or one written ahead, says "A와 B가 26일 담판에 나선다" and "회동은 A의 제안으로 성사됐다": the
    status that is told more surely holds. Of 12 such pairs in the annotated articles and 240 others 11 were one encounter of that status.
    """
    kept = Known()
    for encounter in found:
        near = kept.sharing({*encounter.names, *encounter.orgs}, PAIR)
        same = next((other for other in near if any(one(other, encounter) for one in (_both_ways, _again))), None)
        if same is None:
            kept.add(encounter)
            continue
        # A headline names an encounter without saying whether it has been: '오늘 가람호텔 만찬'.
        status = max((same, encounter), key=_surely_told).status
        told = sorted((*same.tellings, *encounter.tellings), key=lambda dated: dated.telling.index)
        same.tellings = [dated if dated.status == status else replace(dated, status=status) for dated in told]
        kept.note(same)
    return kept.all


def _surely_told(encounter: Encounter) -> tuple[bool, float]:
    """Whether more than a headline tells an encounter, and how sure its surest telling is."""
    return max((not dated.telling.scene.headline, dated.telling.certainty) for dated in encounter.tellings)


def _both_ways(one: Encounter, other: Encounter) -> bool:
    """Whether one is planned and the other held, on the same day, by the same people or some of them."""
    when, then = one.when, other.when
    if {one.status, other.status} != {"planned", "held"} or when is None or then is None or when.precision != "day":
        return False
    if when.iso() != then.iso():
        return False
    fewer, more = sorted((set(one.names), set(other.names)), key=len)
    return len(fewer) > 1 and fewer <= more and all(venues_agree(one, dated) for dated in other.tellings)


def _again(one: Encounter, other: Encounter) -> bool:
    """Whether the very same people are told to have met twice on one day, or once without a date: one house has several names.

    Of 7 such pairs in the annotated articles and 340 others 7 were one encounter.
    """
    if one.status != other.status or one.recalled or other.recalled or not agree(one.when, other.when):
        return False
    if one.when is not None and other.when is not None and one.when.precision != "day":
        return False
    meals, others = ({dated.telling.cue.stem for dated in each.tellings} & MEALS for each in (one, other))
    if meals and others and meals.isdisjoint(others):
        return False
    return set(one.names) == set(other.names) and set(one.orgs) == set(other.orgs) and len(one.names) + len(one.orgs) >= PAIR
