"""Tellings into encounters: what headline, lead, body and caption tell of one meeting becomes one meeting."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Any, TypeVar

from graphing.extract.frames.linking import SAME_EVENT
from graphing.extract.frames.telling import ENGLISH, Telling
from graphing.model import DateRange, MeetingStatus, Place, Span

T = TypeVar("T")

# Tellings by these words add people to an encounter told just before, where they name no partner (와, 를): 'A 측에서는 B와 C가 함께했다'.
ATTENDANCE = frozenset({"참석", "배석", "자리에는", "함께", "자리", "협약", "곁"})


# Those of them that say no more than that somebody was there, unless they say what was shared (저녁을 함께했다).
BARE = frozenset({"함께", "자리", "곁"})
SHARED = re.compile(r"[가-힣]+[을를] (?:[가-힣]+ )?함께|(?:와|과) 함께|함께 [가-힣]")
# So many sentences after an encounter may say who attended it; so many more may tell its host's guests, at least CROWD people with him.
REACH = 4
NEXT = 2
CROWD = 3
OF_ITS_OWN = frozenset({"meet", "visit", "talk", "meal", "host"})
# Kinds of words that name an encounter: lunch, talk, ceremony, meeting.
OF_A_NAME = frozenset({"meal", "talk", "sign", "event"})
# The feature of a telling that says what somebody attended.
AT_WHICH = "tail=에는"
THIS_DAY = re.compile(r"\s*(?:이날|이번|당일|이) ")
# Words that mean where somebody went to, and so of when it was.
THERE = re.compile(r"\s*(?:이곳|그곳|여기|거기)(?:에서|서)")
# Kinds of words that tell what else was at an event: a signature of others.
WITH_PARTNER = frozenset({"sign", "event"})
# Words that stay with what has just been looked back to.
THEN = re.compile(r"(?<![가-힣])(?:당시|그때|그날|그 (?:자리|만남|회동|모임))")
# So far on, a sentence that only says who was there still belongs to the encounter of whom it shares: what was said there stands between.
LATER = 12

# English words that set an occasion apart, so many characters before the end of its cue; and kinds that are not each other's.
SEPARATE = re.compile(r"\b(?:[Ss]eparate(?:ly)?|of (?:its|his|her|their) own|one-on-one|on the sidelines)\b")
SEPARATE_WITHIN = 60
# A sentence that begins so goes on to another hour: whom it names beside those told before, they met then.
ANOTHER_HOUR = re.compile(
    r"(?:(?:Hours|Minutes|Days|Weeks|An hour|A day|A week|A month|Two \w+|Three \w+) (?:before|earlier|later|after)|(?:Earlier|Later)"
    r"(?: in the day| that day| that \w+)?|Separately|Before that|After that|Afterwards?),? "
)
OF_AN_OCCASION = frozenset({"sign", "phone", "meal", "visit"})

# How exact a town is for a place: less so are houses known by their kind alone.
IN_TOWN = 1.0
PARTNERS = frozenset({"와", "와도", "와는", "를", "에게", "등+와", "등+를", "와의"})
SIDE = re.compile(r"[가-힣A-Za-z]에서(?:는|도|)\s|[측쪽](?:은|는|이)\s|에는\s|말고도")

# References to people told together before.
OF_MANY = frozenset({"pair", "plural"})

@dataclass(frozen=True, slots=True)
class Dated:
    """A telling with its day and venue; ``own`` where its own sentence fixes the date, not by an earlier one.

    ``recalled`` where it only looks back to an earlier encounter of the same people: 'A와 B의 만남은 지난해 6월 이후 8개월 만이다'.
    """

    telling: Telling
    when: DateRange | None
    own: bool
    place: Place | None
    evidence: Span
    status: MeetingStatus
    venue: str | None = None
    # How exact the place is: 0 a venue, 1 a city, 1.5 a house known by its kind alone, 2 a region, 3 a country.
    exactness: float = 0.0
    here: bool = False
    recalled: bool = False


@dataclass(slots=True)
class Encounter:
    """The tellings of one meeting, the first one leading; ``attendants`` with their words, ``attended`` the sentences that name them;
    ``guests`` the bodies whose people, whom nobody names, are told to have been there too."""

    tellings: list[Dated] = field(default_factory=list)
    attendants: dict[str, Span] = field(default_factory=dict)
    attended: list[Span] = field(default_factory=list)
    guests: dict[str, Span] = field(default_factory=dict)
    # Whether a list of its own says who came: '참석자는 다음과 같다. △A 회장 △B 사장'.
    listed: bool = False
    # Whether the sentence that told it went back in time for it from an encounter of the very same people.
    aside: bool = False
    # What all tellings tell, and of which list of how many it was read: a long text asks for it at every sentence.
    _read: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)
    _of: list[Dated] | None = field(default=None, repr=False, compare=False)
    _count: int = field(default=0, repr=False, compare=False)

    def _once(self, what: str, read: Callable[[list[Dated]], T]) -> T:
        """What ``read`` finds in the tellings, asked again only where there are others."""
        if self._of is not self.tellings or self._count != len(self.tellings):
            self._of, self._count, self._read = self.tellings, len(self.tellings), {}
        if what not in self._read:
            self._read[what] = read(self.tellings)
        found: T = self._read[what]
        return found

    @property
    def told(self) -> tuple[str, ...]:
        """The people whom a telling links."""
        return self._once("told", lambda tellings: tuple(dict.fromkeys(name for dated in tellings for name in dated.telling.names)))

    @property
    def indexes(self) -> frozenset[int]:
        """The sentences that tell it."""
        return self._once("indexes", lambda tellings: frozenset(dated.telling.index for dated in tellings))

    @property
    def recalled_at(self) -> frozenset[int]:
        """The sentences that look back to it."""
        return self._once("recalled at", lambda tellings: frozenset(dated.telling.index for dated in tellings if dated.recalled))

    @property
    def venues(self) -> tuple[str, ...]:
        """The venues that tellings tell in their own sentences."""
        return self._once("venues", lambda tellings: tuple(dict.fromkeys(dated.venue for dated in tellings if dated.venue)))

    @property
    def names(self) -> tuple[str, ...]:
        """Everybody who took part: those told, and those who attended by a sentence of their own."""
        return tuple(dict.fromkeys((*self.told, *self.attendants)))

    @property
    def orgs(self) -> tuple[str, ...]:
        """The sides whose people are unnamed: those told to have met, and those whose people came."""
        told = self._once("orgs", lambda tellings: tuple(dict.fromkeys(name for dated in tellings for name, _ in dated.telling.orgs)))
        return tuple(dict.fromkeys((*told, *self.guests))) if self.guests else told

    @property
    def status(self) -> MeetingStatus:
        return self.tellings[0].status

    @property
    def when(self) -> DateRange | None:
        """The date told: one of a sentence of its own before one carried over, then the most exact of those that agree with it."""
        return self._once("when", lambda _: self._when())

    def _when(self) -> DateRange | None:
        own = [dated.when for dated in self.tellings if dated.when is not None and dated.own]
        carried = [dated.when for dated in self.tellings if dated.when is not None and not dated.own]
        if not own:
            return min(carried, key=_exactness, default=None)
        best = min(own, key=_exactness)
        # `지난달 말 … 순방에 동행한`: a month told in one sentence, whose day another gives.
        return min([best, *(when for when in carried if agree(best, when))], key=_exactness)

    @property
    def place(self) -> Place | None:
        """The place told first, but a venue by name of a telling's own sentence before any other place (a city in the headline)."""
        placed = [dated for dated in self.tellings if dated.place is not None]
        if not placed:
            return None
        # Where one of them alone was before (기공식에 참석한 뒤 부산으로 건너가 …와 저녁을 먹었다) is not where they met.
        together = {dated.telling.index for dated in placed if len(dated.telling.names) > 1}
        met = [dated for dated in placed if len(dated.telling.names) > 1 or dated.telling.index not in together]
        # Nor what somebody saw before: '신항을 둘러본 뒤 창원으로 이동해 B와 간담회를 했다'.
        met = [dated for dated in met if not any(_seen_before(dated, other) for other in met)]
        # Nor where an event was at which nobody met anybody: '미술관에서 축사를 했다. 이어 이태원의 한 식당으로 옮겨 B와 만찬을 했다'.
        # A house known by its kind alone (매장, 본관) is in the house or town that is named elsewhere.
        first = min(met, key=lambda dated: (dated.venue is None or dated.exactness > IN_TOWN, dated.exactness, not dated.telling.names))
        # `하늘중공업으로 간 …` in the caption, `하늘중공업 본관에서` in the body: the longer name says more.
        more = [dated for dated in placed if dated.venue and first.venue and dated.venue.startswith(first.venue)]
        return max(more, key=lambda dated: len(dated.venue or ""), default=first).place

    @property
    def relay(self) -> tuple[int, int] | None:
        """Sentence and cue of the relay (차례로 만났다) that this encounter is a part of, None where it is of none."""
        return self._once("relay", lambda all_: next(((d.telling.index, d.telling.cue.start) for d in all_ if d.telling.part), None))

    @property
    def recalled(self) -> bool:
        """Whether it is only looked back to: this meeting, and who was there, is never the one that is recalled."""
        if self.aside and len(self.indexes) == 1:
            return True
        return self._once("recalled", lambda tellings: all(dated.recalled for dated in tellings))

    @property
    def last(self) -> int:
        return self.tellings[-1].telling.index


def _seen_before(visit: Dated, other: Dated) -> bool:
    """Whether a visit is told in the sentence of an encounter that took place elsewhere after it."""
    one, next_ = visit.telling, other.telling
    if one.cue.kind != "visit" or next_.cue.kind in ("visit", "attend") or one.index != next_.index or one.cue.end > next_.cue.start:
        return False
    return visit.place is not None and other.place is not None and other.place.words.start > one.cue.end


def _exactness(when: DateRange) -> int:
    return ("day", "month", "year").index(when.precision)


def agree(a: DateRange | None, b: DateRange | None) -> bool:
    """Whether two dates can be one: an untold date agrees with any, a month with its days."""
    if a is None or b is None:
        return True
    x, y = a.iso(), b.iso()
    return x.startswith(y) or y.startswith(x)


def venues_agree(encounter: Encounter, dated: Dated) -> bool:
    """Whether the venue told in a telling's own sentence can be one told of the encounter."""
    venue = dated.venue
    told = encounter.venues
    return not venue or not told or any(_same_venue(venue, other) for other in told)


def _same_venue(a: str, b: str) -> bool:
    """One name holds the other, or both end in the same word.

    '서울의 한 치킨집' and '삼성동 한 치킨집' may be one.
    """
    x, y = sorted((a.replace(" ", ""), b.replace(" ", "")), key=len)
    return x in y or a.rsplit(maxsplit=1)[-1] == b.rsplit(maxsplit=1)[-1]


def is_attendance(told: Telling) -> bool:
    """Whether a telling only says who else was there: 'A와 B도 자리를 함께했다', '한국 측에서는 A가 나왔다'.

    Words that name no encounter of their own (함께했다, 자리했다) and no partner (A와, A를) hang on one told elsewhere.
    """
    if told.cue.kind == "attend" or (AT_WHICH in told.features and told.cue.kind in OF_A_NAME and not has_partner(told)):
        # '면담에는 A와 B가 배석했다' names the encounter told before.
        return True
    if told.cue.stem not in ATTENDANCE or has_partner(told):
        return False
    also = any(reference.group.endswith("도") for reference, _ in told.links)
    return also or SIDE.search(told.words) is not None or (told.cue.stem in BARE and SHARED.search(told.words) is None)


def has_partner(told: Telling) -> bool:
    """Whether a telling names whom somebody met (와, 를) and not only who was there."""
    return any(reference.group in PARTNERS for reference, _ in told.links)


def is_of_others(told: Telling, members: Collection[str], before: bool) -> bool:
    """Whether a telling says who met whom, and nobody of them is one of ``members``.

    ``before``: they have partners of their own, told after it. Otherwise a list of subjects may as well say who came along.
    """
    if told.orgs and told.cue.kind in OF_ITS_OWN | {"face"}:
        # 'C는 하늘은행 경영진과 만났다'
        return not {*told.names, *(name for name, _ in told.orgs)} & set(members)
    of_its_own = is_beside(told) or (told.cue.kind in OF_ITS_OWN and (before or has_partner(told)))
    of_its_own = of_its_own or (told.cue.kind == "face" and has_partner(told))
    return of_its_own and len(told.names) > 1 and not set(told.names) & set(members)


def fits(encounter: Encounter, dated: Dated) -> float:
    """How well a telling fits an encounter told before: 0 where it cannot be the same."""
    gap = dated.telling.index - encounter.last
    if told_in_another_part(encounter, dated):
        return 0.0
    attends = is_attendance(dated.telling)
    anaphoric = dated.telling.scene.anaphoric and gap <= 4 and not dated.own
    # A date carried over from elsewhere is no sign against what hangs on the encounter told last.
    if anaphoric and THERE.match(dated.telling.words) and not agree(encounter.when, dated.when):
        # '이튿날인 15일에는 구장으로 갔다. 이곳에서 C와 인사를 나눴다'
        anaphoric = False
    hangs = anaphoric or (attends and not dated.own and gap <= REACH)
    if encounter.status != dated.status or not (hangs or agree(encounter.when, dated.when)):
        return 0.0
    # '부산상의에서는 A가 왔다' names a side, and no venue.
    if not anaphoric and not attends and not venues_agree(encounter, dated):
        return 0.0
    if ENGLISH in dated.telling.features and _apart_in_english(encounter, dated):
        return 0.0
    members = {*encounter.names, *encounter.orgs}
    told = {*dated.telling.names, *(name for name, _ in dated.telling.orgs)}
    common = members & told
    near = 1.0 / (1.0 + gap)
    if len(common) >= 2 and agree(encounter.when, dated.when):
        # Two dates of their own that agree, or no other date: one encounter. A vague date may be another meeting.
        return 2.0 + len(common) / len(members | told) + near
    if dated.recalled or (encounter.recalled and not THEN.search(dated.telling.words)):
        return 0.0
    if common and AT_WHICH in dated.telling.features and _same_event(encounter, dated):
        return 1.0 + near
    if not common and told and all(reference.kind in OF_MANY for reference, _ in dated.telling.links):
        # '이 자리는 두 사람이 …': whom it speaks of are others.
        return 0.0
    if not common and len(told) > 1 and is_beside(dated.telling):
        return 0.0
    if anaphoric:
        return 1.0 + near + _named_so(encounter, dated)
    if common and AT_WHICH in dated.telling.features and _same_occasion(encounter, dated):
        return 1.0 + near
    if attends and gap <= REACH and (not dated.own or (len(members) == 1 and gap <= NEXT)):
        return 0.5 + near
    if attends and common and not dated.own and gap <= LATER:
        return 0.4 + near
    if not gap and dated.telling.cue.kind in ("attend", "event", "joint") and common:
        return 0.5 + near
    return 0.5 + near if _host_again(encounter, dated, gap, members, told) else 0.0


def is_beside(told: Telling) -> bool:
    """Whether others did something of their own at an event told before: '같은 행사에서 C는 D와 양해각서에 서명했다'."""
    return told.cue.kind in WITH_PARTNER and has_partner(told) and SAME_EVENT.match(told.words) is not None


def told_in_another_part(encounter: Encounter, dated: Dated) -> bool:
    """Whether the sentence of a telling tells of an encounter in another clause, which is set apart from its own: 'A는 B와 면담했으며,
    C는 D를 만났다'."""
    here = dated.telling
    if here.within is None:
        return False
    lately = takewhile(lambda one: one.telling.index >= here.index, reversed(encounter.tellings))
    return any(one.telling.index == here.index and one.telling.within != here.within for one in lately)


def _apart_in_english(encounter: Encounter, dated: Dated) -> bool:
    """Whether an English sentence tells an occasion of its own: 'in separate talks', a call where the other was a signing."""
    one, other = dated.telling, encounter.tellings[-1].telling
    if one.index != other.index and set(one.names) != set(encounter.names) and SEPARATE.search(one.words[-SEPARATE_WITHIN:]):
        return True
    if one.index != other.index and one.cue.kind != "attend" and set(one.names) != set(encounter.names) and ANOTHER_HOUR.match(one.words):
        return True
    if (dated.recalled and encounter.when is None) or (encounter.recalled and not dated.own):
        return True
    kinds = {told.telling.cue.kind for told in encounter.tellings} & OF_AN_OCCASION
    unlike = bool(kinds) and one.cue.kind in OF_AN_OCCASION and one.cue.kind not in kinds
    return unlike and one.index != other.index and (dated.own or encounter.when is None)


def _named_so(encounter: Encounter, dated: Dated) -> bool:
    """Whether an encounter was told by the very word by which a sentence refers to it: '이날 오찬에는', where a talk followed the lunch."""
    cue = dated.telling.cue
    return cue.kind in OF_A_NAME and any(other.telling.cue.stem == cue.stem for other in encounter.tellings)


def _same_event(encounter: Encounter, dated: Dated) -> bool:
    """Whether both are told to be on one day at one place: '13일 가람호텔에서 열리는 만찬에는 C도 함께한다'."""
    when, then = encounter.when, dated.when
    if when is None or then is None or not when.precision == then.precision == "day" or when.iso() != then.iso():
        return False
    return dated.venue is not None and any(_same_venue(dated.venue, venue) for venue in encounter.venues)


def _same_occasion(encounter: Encounter, dated: Dated) -> bool:
    """Whether what some came to is called by the very noun of an encounter of two sides: 'A가 B를 접견했다. … 이날 접견에는 C도'."""
    noun = dated.telling.cue.stem
    named = (one.telling for one in encounter.tellings if one.telling.cue.stem == noun and not one.telling.scene.headline)
    return THIS_DAY.match(dated.telling.words) is not None and any(has_partner(one) for one in named)


def _host_again(encounter: Encounter, dated: Dated, gap: int, members: set[str], told: set[str]) -> bool:
    """Whether a host who is told alone, his guests meant as a group (은행장들과), is the host of an encounter that names them."""
    if dated.own or gap > REACH or not members & told:
        return False
    return (len(told) == 1 and len(members) >= CROWD) or (len(members) == 1 and len(told) >= CROWD and gap <= NEXT)
