"""Whom of a sentence a cue links: the model's judgement, and those whom the words leave out."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from graphing.extract.frames.announcements import hosts_event
from graphing.extract.frames.cues import OPPONENT, Cue
from graphing.extract.frames.governed import without_those_of_other_verbs
from graphing.extract.frames.headlines import of_its_part
from graphing.extract.frames.likewise import OWN_DAY, did_the_like
from graphing.extract.frames.linking import (
    AT_WHICH,
    DECLINED,
    IN_SIGHT,
    LEFT_OUT,
    NOT_ALONG,
    PARTNER,
    SAME_EVENT,
    STAYED_AWAY,
    Scene,
    inside,
)
from graphing.extract.frames.logistic import LogisticModel
from graphing.extract.frames.outsiders import is_outsider, reacts, without_described, without_owners
from graphing.extract.frames.own_clause import has_partner, of_own_clause
from graphing.extract.frames.phrases import Reference, bare
from graphing.extract.frames.sides import meets_side, turns
from graphing.extract.frames.substitutes import substitute_of
from graphing.extract.frames.telling import ACTS, SUBJECT, Links, Telling, names_of
from graphing.extract.frames.turns import is_office, without_those_beyond
from graphing.extract.occasions import OCCASION

# From these probabilities on a person is held to take part: one who is named near the cue, one who is only carried over.
LINKED = 0.5
CARRIED = 0.2
# One who is carried over beside two who are named, or beside a subject, has to be surer.
CARRIED_BESIDE = 0.6
# How one comes to mind (``Sightings.carried``) whom the last sentence was about and told to meet somebody; and how those do who only
# stood in it, or whom the text speaks of elsewhere.
GOES_ON, FIRM = frozenset({"topic", "subject", "told"}), frozenset({"topic", "firm", "last"})
OPENS = FIRM | {"subject", "here"}
ONLY_MET, ELSEWHERE = frozenset({"last", "told"}), frozenset({"main", "lead", "hub"})
# Kinds that tell of many who came, of whom the last subject need not be one.
OF_MANY = frozenset({"attend", "event", "joint", "summon"})
# Kinds that tell who was there, where one of whom the text has just said that he was not is not meant; and the mark of such a one.
OF_ALL = frozenset({"attend", "face", "joint", "event", "confer"})
AWAY = "away"
# Kinds that tell who came, whoever else did.
OF_WHO_CAME = frozenset({"attend", "summon"})
ALONGSIDE = re.compile(r"[과와](?:도|는)? (?:함께|나란히|더불어|같이) ")
# A relay (차례로 만났다) without a subject has an unspoken one.
CARRIED_HUB = 0.15
# A lone subject who meets a group of unnamed people: who they are is told later, and is judged then.
HOST_LINKED = 0.1

GROUP = re.compile(
    r"(?:들|\d+(?:여)? ?(?:명|곳|개사|개 사)|총수|기업인|수장|단체장|경제인|금융인|은행장|회장단|"
    r"대표단|최고경영진|최고경영자|경영진|사장단|임원진|CEO|참석자|관계자)(?:과|와|을|를|에게|과의|와의)\s"
)
# Those with whom somebody is, whom nobody names, however far before what they did together.
OTHERS = re.compile(
    r"(?:들|\d+(?:여)? ?명|총수|기업인|수장|단체장|경제인|금융인|은행장|회장단|대표단|경영진|사장단|임원진|지도부|실무진|관계자|노조)"
    r"(?:과|와|과도|와도|과는|와는)\s|들의 (?:안내|설명|이야기|얘기|의견|고충|목소리)|"
    r"(?:인사|관계자|지도부|경영진)(?:들)?(?:도|을|를) (?:따로 |각각 )?만[나났난날]"
)
# So far after a visit may be told with whom.
AFTER_VISIT = 30
# What may stand between them and what tells that they were met, so many characters before it: '상인 대표들과 따로 자리를 갖는다'.
APART_FROM, GROUP_BEFORE = re.compile(r"(?:(?:별도로|따로|별도의?|비공개로|개별적으로) )?"), 22
DAY = re.compile(r"이날|전날|어제|오늘|(?<!\d)\d{1,2}일(?!간|째|\s?(?:동안|만에))|\d{1,2}월(?!호)")
EVENT_WITH = re.compile(rf"{OCCASION}(?:에는|에도|엔|에서는) ")
# Where, and not at what: '여기서 B는 현지 기업인들과 만났다' tells of another encounter.
AT_THIS_PLACE = re.compile(r"\s*(?:여기|이곳|그곳|거기)(?:에서|서)(?:는|도)? ")
JOINED = re.compile(r"(?: ?자리| ?모임)?에(?:도|는)? (?:참석|초청|초대)")
# Those who speak for others tell the press of an encounter, and do not take part in it: 'A 대변인은 브리핑에서 …'.
SPOKESMAN = re.compile(r"대변인|수석(?:비서관)?(?=[은는이가]|$)|비서관|비서실장|공보|홍보")
BRIEFS = re.compile(
    r"[은는이가]? ?[^.“”\"]{0,60}?(?:브리핑|기자(?:들|단)?(?:과|와|에게|을|를)|취재진|기자회견|기자간담회|논평|출입기자|페이스북)"
)
# 'A 회장 측이 B를 만났다': his people, not he.
THEIR_SIDE = ("측", "쪽")
# 'A 대통령 오른쪽에는 B가 앉았다': a seat beside him.
SEATS = ("오른쪽", "왼쪽", "앞쪽", "뒤쪽", "옆쪽", "맞은쪽", "안쪽", "바깥쪽")
# 'A의 모습도 눈에 띄었다', '빈자리는 A가 채웠다': it is A who was there.
SIGHT = ("모습", "빈자리")
# Particles of those who are met, which leave it open who meets them.
OBJECT = frozenset({"를", "에게", "에게도", "를도"})
# Kinds that tell of one who comes and one to whom he does.
RECEIVES = frozenset({"host", "visit"})
MET = frozenset({"를", "에게", "와"})
WHOM_HE_MET = MET | {"와도", "와는", "도"}
# Kinds that tell what somebody does with a partner who is named beside him.
BESIDE = frozenset({"face", "joint", "confer"})
HOSTED = frozenset({"meet", "talk", "meal", "event", "host", "face", "phone"})

PairFeatures = Callable[[str, Scene, Cue, Reference, Sequence[Cue], Sequence[Reference], Sequence[Reference]], list[str]]


@dataclass(frozen=True, slots=True)
class Linker:
    """Finds whom a cue links: the model with its features."""

    model: LogisticModel
    features: PairFeatures

    def whom(
        self, text: str, at: Scene, cue: Cue, cues: Sequence[Cue], references: Sequence[Reference], carried: Sequence[Reference]
    ) -> Links:
        """Those who take part in what a cue tells: its links of its own clause, or its host, where the others are a group."""
        candidates = [*carried, *references]
        named = of_own_clause(at, cue, cues, self.named(text, at, cue, cues, references, candidates))
        named = without_those_of_other_verbs(text, at, cue, cues, without_those_beyond(text, at, cue, cues, named))
        if at.headline:
            named = of_its_part(text, at, cue, cues, named)
        links = self.with_unspoken(text, at, cue, cues, references, carried, named)
        return links or self.host(text, at, cue, cues, references)

    def named(
        self, text: str, at: Scene, cue: Cue, cues: Sequence[Cue], references: Sequence[Reference], candidates: Sequence[Reference]
    ) -> Links:
        """The references of the sentence that take part, in order."""
        links = [
            (reference, weight)
            for reference in references
            if (weight := self.model.probability(self.features(text, at, cue, reference, cues, candidates, ()))) > LINKED
            and not left_out(text, reference)
            and not _sent_another(text, cue, reference, references)
            and (reference.group in SUBJECT or not turns(text, *sorted((cue.start, reference.start))))
            and not stayed_away(text, at, cue, reference)
            and not is_outsider(text, at, cue, reference, references)
            and not reacts(text, (cue,), reference, at.sentence.end)
        ]
        return without_described(text, at, cue, cues, without_owners(text, cue, cues, tuple(links)))

    def with_unspoken(
        self,
        text: str,
        at: Scene,
        cue: Cue,
        cues: Sequence[Cue],
        references: Sequence[Reference],
        carried: Sequence[Reference],
        links: Links,
    ) -> Links:
        """The links, and before them at most one of those whom the sentence leaves out."""
        candidates, linked = [*carried, *references], [reference for reference, _ in links]
        # '그는 이날 B 일행과 회동했다': whom it carries over is said.
        meant = not at.anaphoric and any(r.kind == "pronoun" and r.group == "는" and r.end <= cue.start for r in references)
        meant = meant or (SAME_EVENT.match(text, at.sentence.start) is not None and _have_both_sides(cues, references))
        meant = meant or any(is_office(text, reference) for reference in references)
        unspoken = [
            (reference, self.model.probability(self.features(text, at, cue, reference, cues, candidates, linked)))
            for reference in (() if meant else carried)
            if not (reference.kind == "pair" and cue.kind in ("attend", "summon")) and not (reference.tail == AWAY and cue.kind in OF_ALL)
        ]
        if unspoken and not _said_to_nobody(at, cue, links):
            acting = _acting(at, cue, unspoken, links)
            best = acting or max(unspoken, key=lambda link: link[1])
            goes_on = None if _has_subject(links) else _going_on(cue, unspoken, best)
            if goes_on and goes_on[1] > _limit(text, at, cue, goes_on[0], links):
                best = goes_on
            if best[1] > (CARRIED if best is acting and not at.hosted else _limit(text, at, cue, best[0], links)):
                return (best, *links)
        return links

    def host(self, text: str, at: Scene, cue: Cue, cues: Sequence[Cue], references: Sequence[Reference]) -> Links:
        """The one subject before a cue whose partners are a group (은행장들과 간담회를), where none of the sentence is linked for sure."""
        subjects = [reference for reference in references if reference.end <= cue.start and reference.group in ("는", "가")]
        if cue.kind not in HOSTED or len(subjects) != 1 or inside(cue.start, at.quotes):
            return ()
        # 'A는 하늘당과 바다당 대표를 각각 만났다' names the bodies whose people are met.
        if not meets_group(text, cue, subjects[0].end) and not hosts_event(text, cue, at.sentence.end) and not at.sides:
            return ()
        chance = self.model.probability(self.features(text, at, cue, subjects[0], cues, references, ()))
        return ((subjects[0], chance),) if chance > HOST_LINKED else ()


def _have_both_sides(cues: Sequence[Cue], references: Sequence[Reference]) -> bool:
    """Whether a sentence that tells of a signature names who signed and with whom."""
    groups = {bare(reference.group) for reference in references}
    return any(cue.kind == "sign" for cue in cues) and not groups.isdisjoint(SUBJECT) and not groups.isdisjoint(MET)


def _said_to_nobody(at: Scene, cue: Cue, links: Links) -> bool:
    """Whether somebody proposes or explains something where nobody says to whom, nor that it was on the spot: 'C도 합작을 제안했다'."""
    return cue.kind == "confer" and bool(links) and not at.anaphoric and all(bare(link.group) in SUBJECT | {"도"} for link, _ in links)


def _going_on(cue: Cue, unspoken: Sequence[tuple[Reference, float]], best: tuple[Reference, float]) -> tuple[Reference, float] | None:
    """Whom the last sentence was about, where ``best`` was only met there or is spoken of elsewhere: who met B goes on to meet C."""
    ways = frozenset(best[0].marker.split("+"))
    if ways <= ELSEWHERE | {"before", "told"}:
        opened = next((link for link in unspoken if frozenset(link[0].marker.split("+")) >= OPENS), None)
        if opened and cue.kind not in OF_MANY:
            return opened
    if cue.kind in OF_MANY or not ways <= ONLY_MET | ELSEWHERE:
        return None
    sure = next((link for link in unspoken if frozenset(link[0].marker.split("+")) >= FIRM), None)
    if sure is not None and ("lead" not in ways or "told" in sure[0].marker):
        return sure
    apart = ways <= ONLY_MET or ways <= ELSEWHERE
    return next((link for link in unspoken if apart and frozenset(link[0].marker.split("+")) >= GOES_ON), None)


def _acting(at: Scene, cue: Cue, unspoken: Sequence[tuple[Reference, float]], links: Links) -> tuple[Reference, float] | None:
    """Who met somebody in the sentence before, as surely as anybody is left out here; None where that is open: 'A가 B와 만났다. 이어 C와
    면담했다' is told of A, whatever else the text tells of B."""
    acting = next((link for link in unspoken if link[0].tail == ACTS), None)
    if acting is None or cue.kind in OF_MANY | RECEIVES or at.anaphoric or _has_subject(links):
        return None
    # 'B의 영접을 받았다', 'B와의 면담은 취소됐다' leave it open whose it was.
    if not all(bare(reference.group) in WHOM_HE_MET for reference, _ in links) or not (links or at.sides):
        return None
    best = max(unspoken, key=lambda link: link[1])
    # '총리는 방한한 B를 만났다. 오전에는 C와 환담했다': the visitor whom the text is about.
    visitor = best is not acting and {"main", "last"} <= set(best[0].marker.split("+"))
    if visitor or at.clauses.own(cue.start, at.sentence.start, cue.start) is not None:
        return None
    return acting[0], best[1]


def actor_of(told: Sequence[Telling]) -> str | None:
    """Who alone is the subject, spoken or not, of what a sentence tells; None where nobody is, several are, or they only came.

    Not of what is told only in passing: '23일 협회를 찾은 A에게 B는 …라고 했다'.
    """
    met = [one for one in told if one.cue.kind not in OF_WHO_CAME and all(link.end <= one.cue.start for link, _ in one.links)]
    met = [one for one in met if all(link.kind == "carried" or bare(link.group) in SUBJECT | WHOM_HE_MET for link, _ in one.links)]
    links = [link for one in met for link, _ in one.links]
    names = {name for link in links if link.kind == "carried" or bare(link.group) in SUBJECT for name in link.names}
    return names.pop() if len(names) == 1 else None


def _is_complete(text: str, at: Scene, cue: Cue, links: Links) -> bool:
    """Whether the words before a cue name both who met and whom, or the body whose people were met."""
    before = [reference for reference, _ in links if reference.end <= cue.start]
    subject = next((reference for reference in before if bare(reference.group) in SUBJECT), None)
    if subject is None or cue.kind in OF_WHO_CAME:
        return False
    met = OBJECT if cue.kind in RECEIVES else MET
    partners = [reference for reference in before if bare(reference.group) in met and not ALONGSIDE.match(text, reference.phrase_end)]
    others = any(set(reference.names).isdisjoint(subject.names) for reference in partners if reference.start > subject.start)
    # 'A는 하늘은행 경영진과 만나 투자를 협의했다': what they talk about then is told of the same.
    told = (place for place in at.arguments if subject.phrase_end < place <= cue.start)
    return others or (cue.kind not in RECEIVES and any(meets_side(text, subject.phrase_end, place) for place in told))


def _has_subject(links: Links) -> bool:
    return any(bare(reference.group) in SUBJECT for reference, _ in links)


def _limit(text: str, at: Scene, cue: Cue, carried: Reference, links: Links) -> float:
    """How sure somebody who is carried over has to be, to take part beside those who are linked."""
    groups = {bare(reference.group) for reference, _ in links}
    if did_the_like(text, at, cue, links):
        return 1.0
    if text.startswith(OPPONENT, cue.start) and links and links[0][0].end <= cue.start:
        return 1.0
    if links and text.startswith(SIGHT, cue.start):
        return 1.0
    if groups & SUBJECT:
        # Whom the text has not spoken of yet is not meant beside a subject, and beside 두 사람은 nobody is.
        all_told = any(reference.kind == "plural" and reference.group in SUBJECT for reference, _ in links)
        # 'A와의 조찬에는 C가 배석했다' leaves out with whom it was.
        attended = AT_WHICH.match(text, cue.end) is not None
        group = not at.serial and _met_group(text, cue)
        hangs = at.anaphoric and not AT_THIS_PLACE.match(text, at.sentence.start)
        others = not at.serial and not hangs and cue.kind not in OF_MANY and _met_others(text, cue, links)
        met = (((_two_sided(links) or group) and has_partner(cue)) or (group and cue.kind == "face")) and not (hangs or attended)
        # Nor where two met on a day of its own: 'A는 지난해 5월 B와 준공식에 섰다'.
        met = met or (len(names_of(links)) > 1 and not hangs and _on_its_own_day(text, at, cue, links))
        met = met or (not (hangs or attended) and _is_complete(text, at, cue, links))
        # Nor where one met a body's people: 'A는 하늘은행 경영진과 회동했다'.
        first = any(bare(reference.group) in SUBJECT and reference.end <= cue.start for reference, _ in links)
        met = met or (at.sides and first and (has_partner(cue) or cue.kind in BESIDE) and cue.kind != "host" and not hangs)
        # Nor of a body whose people were met then.
        met = met or (at.sides and not at.serial and DAY.search(text, max(at.sentence.start, cue.start - IN_SIGHT), cue.start) is not None)
        return 1.0 if carried.marker == "main" or all_told or met or others else CARRIED_BESIDE
    if at.hosted and groups and groups <= PARTNER:
        return 1.0
    # Everybody named is met by somebody, who is not named: 'A와 B 등을 만났다'.
    lacks = bool(groups) and (groups <= OBJECT or _only_with(links)) and at.clauses.own(cue.start, at.sentence.start, cue.start) is None
    if len(names_of(links)) >= 2 and not at.serial and not lacks:
        return CARRIED_BESIDE
    return CARRIED_HUB if at.serial else CARRIED


def _on_its_own_day(text: str, at: Scene, cue: Cue, links: Links) -> bool:
    """Whether a sentence tells of another day, and not only who came to what others held (간담회에는 A와 B가), or who received (맞았다)
    somebody whom it leaves out."""
    if cue.kind in RECEIVES and not any(reference.group in OBJECT for reference, _ in links):
        return False
    if OWN_DAY.search(text, max(at.sentence.start, cue.start - IN_SIGHT), cue.start) is None:
        return False
    attended = EVENT_WITH.search(text, at.sentence.start, at.sentence.end)
    return attended is None or any(bare(reference.group) in SUBJECT and reference.end <= attended.start() for reference, _ in links)


def _only_with(links: Sequence[tuple[Reference, float]]) -> bool:
    """Whether all who are linked are those with whom somebody was, who is not named: 'A, B와 면담했다'."""
    markers = [reference.marker for reference, _ in links]
    return all(reference.group == "와" for reference, _ in links) and markers[-1] == "와" and {*markers} <= {",", "와"}


def _too(links: Links) -> bool:
    """Whether somebody, as others before him, met one who is named after him: 'A와 B도 각각 C를 만났다'."""
    too = next((reference for reference, _ in links if reference.group == "도"), None)
    return too is not None and any(one.group in MET and one.start > too.start and set(one.names) != set(too.names) for one, _ in links)


def _two_sided(links: Links) -> bool:
    """Whether both who met and who was met are named."""
    subjects, partners = (
        {name for reference, _ in links if bare(reference.group) in groups for name in reference.names}
        for groups in (SUBJECT, PARTNER)
    )
    return (bool(subjects - partners) and bool(partners - subjects)) or _too(links)


# Events to which one comes or does not; an encounter of two that failed (찾아가지 못했다) is told as such.
ATTENDED = frozenset({"attend", "confer", "event", "joint", "meal", "sign", "talk"})
INVITED = ("초청", "초대")
# Who was to come to what was called off is none of those who stayed away.
WAS_TO_COME = re.compile(r"(?:예정|계획|차례)이었|기로 (?:했|돼 있|되어 있)었?")
DID_NOT_JOIN = re.compile(f"{NOT_ALONG.pattern}|{DECLINED}")


def stayed_away(text: str, at: Scene, cue: Cue | None, reference: Reference) -> bool:
    """Whether the first predicate that can be somebody's own says that he did not come: 'A는 만찬에 오지 못했다'.

    ``cue`` is what he did not come to, None where that is told elsewhere.
    """
    if at.off and WAS_TO_COME.search(text, reference.phrase_end, at.sentence.end):
        return False
    away = STAYED_AWAY if cue is None or cue.kind in ATTENDED or text.startswith(INVITED, cue.start) else DID_NOT_JOIN
    found = at.clauses
    # What he says of something else (“결론이 나오지 않았다”고 했다) does not say that he stayed away.
    said = [quote for quote in at.quotes if quote[0] >= reference.end]
    after = [one for one in found.predicates[found.after(reference.phrase_end) :] if not inside(one.start, said)]
    own = next((one for one in after if one.kind != "relative"), None)
    within = (place for place, kind, _ in found.subjects if kind == "가" and own is not None and reference.phrase_end < place < own.start)
    topic = any(kind == "는" and place < reference.start for place, kind, _ in found.subjects)
    if topic and reference.group == "가":
        # Nor is it said of the subject within: 'A는 B와 C가 오찬을 한 자리에도 함께하지 않았다'.
        own = next(iter(after), None)
    if reference.marker == "는" and next(within, None) is not None:
        # 'A는 B가 총리와 협의한 자리에도 함께하지 않았다': what is said of a topic stands at the end.
        own = found.predicates[-1]
    absent = (one for one in away.finditer(text, reference.phrase_end, at.sentence.end) if own and not inside(one.start(), said))
    first = next(absent, None)
    return first is not None and own is not None and first.start() < own.end and own.start < first.end()


def meets_group(text: str, cue: Cue, start: int) -> bool:
    """Whether the words before a cue name a group that is met, or those after it say that somebody joins it."""
    return GROUP.search(text, start, cue.start) is not None or JOINED.match(text, cue.end) is not None


def _met_group(text: str, cue: Cue) -> bool:
    """Whether the words right before a cue name the group that is met: 'B 부회장은 현지 업체 대표단과 만났다'."""
    groups = GROUP.finditer(text, max(0, cue.start - GROUP_BEFORE), cue.start)
    return any(APART_FROM.fullmatch(text, group.end(), cue.start) for group in groups)


def _sent_another(text: str, cue: Cue, reference: Reference, references: Sequence[Reference]) -> bool:
    """Whether another came to what a cue tells in somebody's place; who first met others himself did meet them."""
    other = substitute_of(text, reference, references)
    return other is not None and not reference.end <= cue.start < other.start


def _met_others(text: str, cue: Cue, links: Links) -> bool:
    """Whether the only one who is named met people whom nobody names: 'A는 현지 직원들과 둘러앉아 이야기를 나눴다'."""
    low = max(reference.phrase_end for reference, _ in links)
    end = cue.end + (AFTER_VISIT if cue.kind == "visit" else 1)
    return len(names_of(links)) == 1 and low < cue.start and OTHERS.search(text, low, end) is not None


def left_out(text: str, reference: Reference) -> bool:
    """Whether the words around a reference say that somebody else came (A 대신, A 측이), or that it only brought the others together."""
    words = text[reference.start : reference.phrase_end]
    if reference.kind == "name" and reference.marker.startswith(THEIR_SIDE) and not words.endswith(SEATS):
        return True
    spokesman = SPOKESMAN.search(words) and BRIEFS.match(text, reference.phrase_end)
    named_for = words.endswith(("대신", "주선", "중재")) or " 대신 " in words
    return bool(spokesman) or named_for or bool(LEFT_OUT.match(text, reference.phrase_end))
