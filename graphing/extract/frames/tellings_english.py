"""Tellings in English sentences: a cue, the subject of its clause, and its partners."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graphing.extract.frames.attending_english import attended, attending, needs_occasion, of_occasion
from graphing.extract.frames.clauses_english import (
    Border,
    aside,
    borders,
    clause,
    clause_at,
    group,
    joined,
    subject,
    title_start,
    without_stops,
)
from graphing.extract.frames.cues import Cue
from graphing.extract.frames.cues_english import (
    AGAIN,
    ASKED,
    BEFORE_IT,
    BY_DAY,
    CORRECTION,
    DENIED,
    IN_PICTURE,
    SETTING,
    UNTOLD,
    english_status,
    find_english_cues,
)
from graphing.extract.frames.discourse import Sightings
from graphing.extract.frames.linking import Scene
from graphing.extract.frames.partners_english import BETWEEN, NEAR, along, listed, partners
from graphing.extract.frames.phrases import Reference
from graphing.extract.frames.references_english import Bearers, called, english_references
from graphing.extract.frames.sides_english import english_sides, unnamed
from graphing.extract.frames.telling import ENGLISH, Reading, Telling, names_of
from graphing.model import Mention, Sentence, Span

SERIAL = re.compile(
    r"\b(?:individual(?:ly)?|separate(?:ly)?|respectively|in turn|in succession|successively|one by one|one after (?:another|the other)"
    r"|back[ -]to[ -]back|series of (?:[\w-]+ )?(?:meetings|talks)"
    r"|each)\b"
)
# 'met A on Monday and B on Tuesday': between the partners of two encounters of one cue.
_GAPPED = re.compile(
    r"(?:,? (?:on|in|at|last|the|earlier|yesterday|over)\b[^.;]{2,70}?)?,? and(?:,? (?:then|later|again|separately|subsequently),?)?"
    r"(?: (?:with|to|on))?(?: (?:[A-Z][\w.&’'\-]*|of|the|for|and|[a-z]+(?= [A-Z]))(?= ))*+ "
)
_POSSESSED = re.compile(r"(?:['’]s?|\b(?:his|her|their))(?: [\w-]+){0,3} $")
_COLON = re.compile(r"[^.;:]{0,80}: ")
# 'called on Lee to resign', 'saw Lee as a rival', 'joined Lee in opposing it' tell no encounter; 'invited Lee to lunch' does.
_MEANT_OTHERWISE = ("call", "saw", "see", "join", "invit", "urged", "asked", "told", "pressed", "welcom")
_NOT_MET = re.compile(
    r" (?:as (?:an?|the|his|her|its|one)\b|in \w+ing\b"
    r"|(?:(?:on )?\w+day |yesterday |again )?to (?!(?:the|an?|his|her|their|its|lunch|dinner|breakfast|tea|attend|join|visit|meet"
    r"|tour|discuss|talk|see|hear|explain|brief|ask|request|seek|propose|offer|convey|report|show|review|congratulate|deliver|present|express|introduce|thank|exchange)\b)[a-z]+)"
)
_ONCE_MORE = re.compile(r"\bagain\b")
# 'will meet Ko before having lunch with Seo'
_BEFORE_DOING = re.compile(r",? (?:shortly |just |right )?(?:before|prior to|and then|then) [a-z]+ing\b")
# 'If Kim met Lee', 'whether Kim met Lee'.
_SUPPOSED = re.compile(r"\W*(?:[Ii]f|[Ww]hether|[Uu]nless)\b")
# How sure a telling is that a plain pattern found, by its kind: measured on the English documents of the annotated corpora.
SURE = {"meet": 0.85, "talk": 0.85, "meal": 0.8, "host": 0.7, "visit": 0.65, "face": 0.75, "sign": 0.65, "phone": 0.75, "attend": 0.6}
# So many sentences on, an encounter may be denied.
DENIED_WITHIN = 2
# A sentence with more cues is no prose; the first ones are read. So many references behind a cue may be its subject.
CUES, FRONT = 40, 40


def apart(text: str, sentence: Sentence) -> bool:
    """Whether the sentence says that its subject met the others one by one."""
    return SERIAL.search(text, sentence.start, sentence.end) is not None


def links_of(
    text: str, cue: Cue, shape: str, references: Sequence[Reference], parted: Sequence[Border], sentence: Sentence
) -> tuple[list[Reference], list[list[Reference]], int, int]:
    """(subject, groups of partners, start and end of the clause) of a cue; every group is met on its own."""
    number, low, high = clause(text, sentence, parted, cue.start)
    # what follows a relative clause or an aside set off by commas may still be of the cue
    further = next((b.start for b in parted if b.start >= cue.end and b.kind in ("stop", "and", "new", "close", "main")), sentence.end)
    if shape == "attend":
        return attending(text, cue, parted, number, references, sentence), [], low, high
    within = [r for r in references if cue.start < r.start and r.end <= cue.end]
    # but 'in her meeting with Ko' says only whose it is
    within = [r for r in within if not (shape == "with" and text.startswith("her ", r.start))]
    # 'shook Chung's hand': the partner stands in the words of the cue
    found = within or partners(text, cue, shape, references, max(high, further))
    if not found and parted[number].kind == "relative" and text[parted[number].start : low].strip(" ,") == "whom":
        # 'Lee, whom Kim met on Monday'
        found = [r for r in references if r.end <= parted[number].start][-1:]
    own = subject(text, parted, number, cue.start, references)
    if shape == "noun":
        before = [r for r in references if r.end <= cue.start and cue.start - r.end < 40]
        possessed = _POSSESSED.search(text, max(0, cue.start - 40), cue.start)
        if possessed and before and before[-1].end >= possessed.start() - 1:
            own = before[-1:]
        elif BETWEEN.match(text, cue.end):
            return [], [found] if found else [], low, high
    if not own:
        # 'At a meeting with the leaders of eight groups, Chairman Kim said'
        behind = [r for r in references if r.start >= max(cue.end, found[-1].end if found else 0)][:FRONT]
        front = [r for r in behind if not aside(text, r)]
        comma = text.rfind(", ", cue.end, front[0].start) if front else -1
        if comma >= 0 and title_start(text, front[0]) - comma <= 6 and not (found and joined(text, found[-1].end, front[0].start)):
            own = group(text, front if shape == "with" and not found else front[:1])
    if not own and not found and shape in ("with", "joint", "either"):
        # 'Four of the most powerful men sat down to dinner: A, B, C and D'
        colon = _COLON.match(text, cue.end, sentence.end)
        behind = [r for r in references if colon and r.start >= colon.end()]
        own = listed(text, behind) if behind and NEAR.fullmatch(text, colon.end() if colon else 0, title_start(text, behind[0])) else []
        own = own if len(own) > 1 else []
    groups = [found] if found else []
    # another subject begins a clause of its own: 'Min met Ko, and Seo dined with Ha'
    ends = next((b.start for b in parted if b.start >= cue.end and b.kind in ("stop", "new")), sentence.end)
    rest = [r for r in references if found and found[-1].end <= r.start < ends]
    if found and rest and shape != "joint" and _GAPPED.fullmatch(text, found[-1].end, title_start(text, rest[0])):
        groups.append(listed(text, rest))
    return own, groups, low, high


def _without(
    text: str, links: Sequence[Reference], own: Sequence[Reference], around: Sequence[Reference], sightings: Sightings
) -> list[Reference]:
    """Partners who are no subject; 'him' is whoever the sentence, or the one before it, names beside the subject."""
    names = {name for reference in own for name in reference.names}
    kept = []
    for reference in links:
        if reference.kind != "pronoun" or text[reference.start : reference.end] not in ("him", "her"):
            kept += [reference] if not set(reference.names) <= names else []
            continue
        gender = "f" if text[reference.start : reference.end] == "her" else "m"
        here = [one for r in around if r.kind == "name" and r.end <= reference.start for one in r.names if one not in names]
        here = [one for one in here if sightings.genders.get(one, gender) == gender]
        meant = here[-1] if here else called(gender, names, sightings)
        if meant:
            kept.append(replace(reference, names=(meant,)))
    return kept


def read_english(
    text: str,
    index: int,
    at: Scene,
    people: Sequence[tuple[Mention, str]],
    sightings: Sightings,
    organizations: Sequence[tuple[Mention, str]] = (),
    *,
    certain: bool,
    bearers: Bearers | None = None,
) -> tuple[list[Telling], Reading]:
    """The tellings of an English sentence, and its reading; ``certain`` is False where certainties are still to be learnt.

    ``bearers`` are those whom 'the minister' may mean.
    """
    sentence, text = at.sentence, without_stops(text)
    references = english_references(text, sentence, people, sightings, bearers or {})
    parted = borders(text, sentence, references)
    silent = CORRECTION.match(text, sentence.start) or UNTOLD.search(text, sentence.start, sentence.end)
    cues = [] if silent else find_english_cues(text, sentence.start, sentence.end)[:CUES]
    told: list[Telling] = []
    for cue, shape in cues:
        told += _told(text, index, at, cue, shape, references, parted, organizations, sightings, told, certain=certain)
    told += _pictured(text, index, at, references, told, sightings, certain=certain)
    again = None if told else next((found for one in (AGAIN.match, DENIED.search, BY_DAY.search, BEFORE_IT.search)
                                   if (found := one(text, sentence.start, sentence.end))), None)
    if again and sightings.groups and sightings.groups[-1].told:
        # 'It took place on Monday': the encounter told before
        start, end = again.span("cue")
        cue = Cue(start, end, "meet", again["cue"].split()[0])
        denied = again.re is DENIED
        # what is said of a meeting by its day is said of one that was
        low = start if again.re in (BY_DAY, BEFORE_IT) else sentence.start
        cue = replace(cue, stem="by day") if again.re is BY_DAY else replace(cue, stem="before it") if again.re is BEFORE_IT else cue
        status = "cancelled" if denied else english_status(text, sentence, cue, low, sentence.end)
        cue = replace(cue, stem="denied") if denied else cue
        carried = Reference(start, start, start, sightings.groups[-1].names, "carried", "", "", "")
        sure = SURE["meet"] if certain else 0.0
        told.append(
            Telling(index, at, cue, ((carried, sure),), (), status, (ENGLISH, "k=meet", f"st={status}"), text[sentence.start : end], sure)
        )
    for one in told:
        if one.cue.kind != "attend" and not at.headline:
            sightings.tell(one.names)
    spoken = tuple(dict.fromkeys(name for reference in references for name in reference.names))
    if spoken and not at.headline:
        alone = [r for r in references if len(r.names) == 1 and not aside(text, r)]
        sightings.hear(spoken, alone[0].names[0] if alone else None, paragraph=sentence.paragraph)
    return told, Reading(at, tuple(cue for cue, _ in cues), tuple(references), english=True)


def _pictured(
    text: str, index: int, at: Scene, references: Sequence[Reference], told: Sequence[Telling], sightings: Sightings, *, certain: bool
) -> list[Telling]:
    """The telling of a photograph, where a caption says who stands where: 'From left, Kim, Lee and Park', 'Kim (left) and Lee (right)'."""
    row = IN_PICTURE.search(text, at.sentence.start, at.sentence.end)
    people = [r for r in references if r.kind == "name" and not aside(text, r)]
    names = names_of([(r, 1.0) for r in people])
    if row is None or len(names) < 2 or any(set(names) <= set(one.names) for one in told):
        return []
    sure = SURE["face"]
    cue = Cue(row.start(), row.end(), "face", "pictured")
    before = sightings.groups[-1] if sightings.groups and at.sentence.paragraph == sightings.paragraph else None
    if before is not None and before.told and len(sightings.sentences) - before.sentence == 1:
        # '… pose in Seoul. From left are Kim, Lee and Park': the picture told just before
        people = [*people, Reference(row.start(), row.start(), row.start(), before.names, "carried", "", "", "")]
    links = tuple((r, sure) for r in people)
    certainty = sure if certain else 0.0
    return [Telling(index, at, cue, links, (), "held", (ENGLISH, "k=face", "st=held"), text[at.sentence.start : row.end()], certainty)]


def _told(
    text: str,
    index: int,
    at: Scene,
    cue: Cue,
    shape: str,
    references: Sequence[Reference],
    parted: Sequence[Border],
    organizations: Sequence[tuple[Mention, str]],
    sightings: Sightings,
    before: Sequence[Telling],
    *,
    certain: bool,
) -> list[Telling]:
    """What one cue tells: one encounter, several of a relay, or none."""
    sentence = at.sentence
    if of_occasion(text, cue, sentence):
        cue, shape = replace(cue, kind="attend"), "attend"
    sure, loose = SURE[cue.kind], shape == "attend" and needs_occasion(text, cue) and not of_occasion(text, cue, sentence)
    if loose or (not SETTING.match(text, cue.start) and ASKED.search(text, max(sentence.start, cue.start - 50), cue.start)):
        return []
    own, groups, low, high = links_of(text, cue, shape, references, parted, sentence)
    if groups and _NOT_MET.match(text, groups[-1][-1].end, groups[-1][-1].end + 40) and text.startswith(_MEANT_OTHERWISE, cue.start):
        return []
    if not own and shape == "noun" and not BETWEEN.match(text, cue.end):
        # 'The talks with Litman': they are those of whoever the text is about
        topic = sightings.topic()
        if topic is None:
            return []
        own = [Reference(cue.start, cue.start, cue.start, (topic,), "carried", "", "", "")]
    if shape == "either" and len(own) == 1 and not groups:
        own = _once_more(text, cue, own[0], sightings)
    names = [name for reference in own for name in reference.names]
    groups = [kept for one in groups if (kept := _without(text, one, own, references, sightings))]
    met = {*names, *(name for one in groups for r in one for name in r.names)}
    extra = [r for r in along(text, cue, own, references, sentence.end) if not set(r.names) <= met]
    sides = english_sides(text, high, cue, organizations) if shape in ("either", "object", "with", "noun") and cue.kind != "sign" else ()
    opening = max((b.start for b in parted if b.start <= cue.start), default=low)
    are_unnamed = shape in ("either", "object", "with", "noun") and unnamed(text, cue, high)
    alone = _is_of_one(shape, names, groups, len(sides), are_unnamed=are_unnamed, more=bool(extra))
    if alone or _SUPPOSED.match(text, opening):
        return []
    high = sentence.end if shape == "noun" else high
    status = english_status(text, sentence, cue, opening, max(high, max((r.end for one in groups for r in one), default=0)))
    if status == "held" and before and before[-1].status == "planned" and _BEFORE_DOING.match(text, opening, cue.end):
        status = "planned"
    if shape == "attend":
        host = attended(text, cue, own, sentence, sightings)
        if host is not None:
            own = [*own, host]
        elif len(names) > 1 and needs_occasion(text, cue):
            # 'A dinner was attended by Lee and Park': no other sentence tells it
            cue, sure = replace(cue, kind="talk"), SURE["talk"]
    made, features = list[Telling](), (ENGLISH, f"k={cue.kind}", f"st={status}")

    def telling(links: Sequence[Reference], orgs: tuple[tuple[str, Span], ...], *, part: bool = False) -> Telling:
        weighed = tuple((reference, sure) for reference in links)
        certainty = sure if certain else 0.0
        return Telling(index, at, cue, weighed, orgs, status, features, text[sentence.start : cue.end], certainty, part)

    several = len(own) == 1 and len({name for one in groups for r in one for name in r.names}) + len(sides) > 1 and shape != "joint"
    if several and (apart(text, sentence) or len(groups) > 1):
        if apart(text, sentence):
            made += [telling([*own, r], (), part=True) for one in groups for r in one]
        else:
            made += [telling([*own, *one, *extra], (), part=True) for one in groups]
        made += [telling(own, (side,), part=True) for side in sides]
    else:
        made.append(telling([*own, *(r for one in groups for r in one), *extra], sides))
    if not any(one.part for one in made):
        # 'discussed it over lunch': one encounter by two words of one clause
        near = [one for one in before if not one.part and clause_at(parted, one.cue.start) == clause_at(parted, cue.start)]
        made = [one for one in made if not any((one.names, one.status, one.orgs) == (x.names, x.status, x.orgs) for x in near)]
    # 'met in succession with A, B and C, marking a meeting with …': what follows tells no other encounter of theirs.
    known = {name for one in before if one.part for name in one.names}
    return [one for one in made if one.names and not (known and set(one.names) <= known)]


def _once_more(text: str, cue: Cue, own: Reference, sightings: Sightings) -> list[Reference]:
    """Those told to have met just before, where one of them is to 'meet again'; else that one alone."""
    last = sightings.groups[-1] if sightings.groups and _ONCE_MORE.search(text, cue.start, cue.end) else None
    again = last is not None and last.told and set(own.names) <= set(last.names)
    return [replace(own, names=last.names)] if last is not None and again else [own]


def _is_of_one(
    shape: str, names: Sequence[str], groups: Sequence[Sequence[Reference]], sides: int, *, are_unnamed: bool, more: bool
) -> bool:
    """Whether a cue has too few people for an encounter: a subject ``names`` without partners, or nobody."""
    count = len(set(names)) + sides + sum(len(one) for one in groups)
    if not names and not groups:
        return True
    if count < 2 and not (shape == "attend" or more) and not (names and are_unnamed):
        return True
    if shape == "object" and not groups and not sides and not (names and are_unnamed):
        return True
    return not groups and not sides and not are_unnamed and not more and shape not in ("attend", "either", "with", "joint")


def settled(told: Sequence[Telling]) -> list[Telling]:
    """English tellings without those of headlines that the text tells more exactly ('Lee back after talks with Musk, Su'), and what was
    told to have taken place called off where the next sentences deny it."""
    body = {name for one in told if not one.scene.headline for name in one.names}
    kept = [one for one in told if not (one.scene.headline and ENGLISH in one.features and set(one.names) <= body)]
    denied = {(no.index, frozenset(no.names)) for no in kept if no.cue.stem == "denied" and ENGLISH in no.features}
    return [
        replace(one, status="cancelled")
        if any((one.index + far, frozenset(one.names)) in denied for far in range(DENIED_WITHIN + 1))
        else one
        for one in kept
    ]
