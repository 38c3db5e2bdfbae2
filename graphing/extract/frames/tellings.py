"""Tellings: each cue of a sentence with the people it links, whether it took place, and how sure the reading is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from graphing.extract.frames.announcements import RIGHT_AFTER, STILL_THE_SAME, announced, came_to_nothing, hosts_event
from graphing.extract.frames.arguments import argument_features
from graphing.extract.frames.asked import proposed
from graphing.extract.frames.bearers import bearers
from graphing.extract.frames.clauses import UNREAD, clauses
from graphing.extract.frames.cues import Cue, dropped, find_cues, is_opponent
from graphing.extract.frames.diaries import entries, has_subject, is_line, is_schedule
from graphing.extract.frames.discourse import Sightings, is_item
from graphing.extract.frames.interviews import interview_of
from graphing.extract.frames.linker import AWAY, HOSTED, OF_MANY, SIGHT, Linker, PairFeatures, actor_of, meets_group
from graphing.extract.frames.linking import AT_WHICH, IN_SIGHT, NOT_ALONG, Scene, scene
from graphing.extract.frames.linking import pair_features as linking_features
from graphing.extract.frames.logistic import LogisticModel
from graphing.extract.frames.modality import (
    OFTEN,
    PURPOSE,
    WAS_PLANNED,
    following_text,
    is_outlook,
    read_status,
    tails,
    turned_back,
    untold,
)
from graphing.extract.frames.of_others import calls_off_others
from graphing.extract.frames.own_clause import without_newcomer, without_third
from graphing.extract.frames.parts import Part, heirs_of, meant_in, parts_of, scene_of, subject_of, with_heirs
from graphing.extract.frames.phrases import Reference
from graphing.extract.frames.references import find_references, mentions_by_start, offices_in, posts_held, titles_at
from graphing.extract.frames.references_english import bearers_of, genders
from graphing.extract.frames.relays import announces_relay, apart, each_apart, is_relay, row_of
from graphing.extract.frames.remembering import remember, remember_together
from graphing.extract.frames.sides import AS_SUBJECT, meets_side, sides_of, unnamed_sides
from graphing.extract.frames.strangers import named_first, without_strangers
from graphing.extract.frames.telling import ACTS, PAST, SUBJECT, Links, Reading, Telling, names_of, telling_features
from graphing.extract.frames.tellings_english import read_english
from graphing.extract.names.english import is_english
from graphing.extract.names.placed import as_named, by_sentence
from graphing.extract.occasions import OCCASION
from graphing.model import Article, MeetingStatus, Mention, Organization, ParagraphKind, Person, Sentence, Span

# '주요 배석자로는 A, B가 있다', '참석자는 A, B다': a list has the time of the encounter that it belongs to.
ROLL = re.compile(r"(?:자| 대상자?| 인사| 예정자)(?:로는|로|는|은|들은|들로는|[가명] ?명단은)\s|자? 명단은\s|자(?: 명단)?\s?[:：]\s")
# 'B와 C도 함께하는 회의다': what an event is has the time of the event.
IS_EVENT = re.compile(rf"{OCCASION}(?:이)?다[.”\s]*$")
# So far after an encounter what is expected of it may be said.
REMARKED = 6
LARGE_EVENTS = ("총회", "박람회", "전람회", "전시회", "포럼", "축제", "전시장")
CROWD_OF = 2
COMPANION = re.compile(r"[과와] (?:함께|나란히)|[을를] (?:데리고|대동하고|대동해|이끌고)")
# Between what two did and what both did with another: '이번이 처음은 아니다. 2005년에는 C와 함께 점심을 했다'.
AGAIN = re.compile(r"처음|번째|차례|전에도|인연|구면")
# So many characters before a sentence may say so.
SHORTLY = 60
# How one comes to mind (``Sightings.carried``) who gives the answers of an interview, whoever was spoken of last.
ALWAYS_IN_MIND = "speaker+topic+main+subject+lead+start+last"
# Who was invited to what is to come has not come yet.
INVITED = re.compile(r"(?:초청|초대)(?:됐|되었|돼|[을를]? ?받)")
NOBODY: Links = ()


def tellings(
    article: Article,
    sentences: Sequence[Sentence],
    people: Sequence[Person],
    organizations: Sequence[Organization],
    linking: LogisticModel,
    telling: LogisticModel | None,
    *,
    pair_features: PairFeatures = linking_features,
) -> tuple[list[Telling], list[Reading]]:
    """Every telling of the article that links at least one person, in text order, and the reading of every sentence.

    ``certainty`` is 0 where ``telling`` is None; ``pair_features`` is replaced where the features are to be watched.
    """
    text = article.text
    told: list[Telling] = []
    readings: list[Reading] = []
    titled, titled_english, held, titles = bearers(people), bearers_of(people), posts_held(people), titles_at(people)
    interview, first_named = interview_of(article, people), named_first(people)
    kinds = [paragraph.kind for paragraph in article.paragraphs]
    people_here = by_sentence(mentions_by_start(people), sentences)
    organizations_here = by_sentence(
        sorted(((m, o.name) for o in organizations for m in o.mentions), key=lambda pair: pair[0].start), sentences
    )
    schedule, above = is_schedule(article), None
    sentences = [as_named(one, (*them, *bodies)) for one, them, bodies in zip(sentences, people_here, organizations_here, strict=True)]
    sightings = _unread(text, sentences, people, people_here, kinds)
    teller = _Teller(text, sentences, people_here, Linker(linking, pair_features), telling, sightings, told)
    for index, sentence in enumerate(sentences):
        headline, caption, first = *(kinds[sentence.paragraph] == kind for kind in ("headline", "caption")), index < 3
        sightings.speaker = interview.speaker if interview and sentence.start >= interview.start else None
        if is_english(text, sentence) and kinds[sentence.paragraph] != "aside":
            at = scene(text, sentence, headline=headline, caption=caption, first=first)
            found, reading = read_english(
                text, index, at, people_here[index], sightings, organizations_here[index], certain=telling is not None,
                bearers=titled_english,
            )
            told += found
            readings.append(reading)
            continue
        them, bodies = people_here[index], organizations_here[index]
        cues = _cues(text, sentence, (*them, *bodies), just_told=bool(told) and index - told[-1].index <= STILL_THE_SAME)
        references = find_references(
            text, sentence, them, titled, frozenset(cue.start for cue in cues), sightings, offices_in(text, sentence, them, bodies, held)
        )
        if (not cues and not references) or kinds[sentence.paragraph] == "aside":
            # A third of all sentences speak of nobody and of no encounter: nothing is asked of their words. Nor of another article's.
            readings.append(Reading(Scene(sentence, (), (), (), False, False, headline, caption, first), (), ()))
            continue
        sides, read = (unnamed_sides(text, sentence, bodies, them, titles), clauses(sentence.tokens)) if cues else ([], UNREAD)
        at = scene(
            text,
            sentence,
            headline=headline,
            caption=caption,
            first=first,
            sides=bool(sides),
            hosted=any(side.particle in AS_SUBJECT for side in sides),
            serial=bool(cues) and (is_relay(text, sentence) or _announced_before(text, readings)),
            off=bool(index and cues) and _called_off_before(text, sentences[index - 1], sentence),
            clauses=read,
            arguments={cue.start: argument_features(sentence, read, cue, references) for cue in cues},
        )
        readings.append(Reading(at, tuple(cues), tuple(references)))
        told += _row(article, index, at, references, certain=telling is not None)
        lines = entries(text, index, at, cues, references, above, schedule=schedule)
        if lines or not is_line(text, sentence):
            above = lines[0] if lines and is_line(text, sentence) else None
        if lines:
            told += [one if telling else replace(one, certainty=0.0) for one in lines if len(one.names) > 1]
            remember(text, at, references, sightings, None, attended=False, acting=None)
            continue
        carried = [] if is_line(text, sentence) and has_subject(text, sentence, references) else without_strangers(
            text, at, cues, _carried(text, sentence, cues, references, sightings), told, sentences, index, first_named, references
        )
        spoken_of = len({name for reference in references for name in reference.names})
        parts = parts_of(text, at, cues, references, sides)
        unspoken, heirs, before = None, NOBODY, len(told)
        statuses: list[MeetingStatus | None] = []
        for part in parts:
            here = at if len(parts) == 1 else scene_of(text, at, part, serial=_announced_before(text, readings[:-1]))
            found_here = teller.read(index, at, here, part, heirs, carried, spoken_of)
            heirs, unspoken = found_here.heirs, unspoken or found_here.unspoken
            statuses += found_here.statuses
        if not (told and told[-1].index == index) and not each_apart(text, at, references):
            told += announced(text, index, at, cues, told, statuses, references)
        remember(
            text, at, references, sightings, unspoken, attended=any(AT_WHICH.match(text, cue.end) for cue in cues),
            acting=actor_of(told[before:]), beside=_only_beside(told[before:]),
        )
    return told, readings


def _only_beside(told: Sequence[Telling]) -> bool:
    """Whether all that a sentence tells is who was with those who met: 'C 대표가 동석했다'."""
    return bool(told) and all(_is_beside(one) for one in told)


def _is_beside(one: Telling) -> bool:
    unspoken = any(link.kind in ("carried", "pair") for link, _ in one.links)
    too = all(link.kind in ("carried", "pair") or link.group == "도" for link, _ in one.links)
    return unspoken and (one.cue.kind == "attend" or (one.cue.kind == "joint" and too))


@dataclass(frozen=True, slots=True)
class _Read:
    """What a part of a sentence told: the status of each of its cues, its subject, which the next part may share, and who is meant."""

    statuses: list[MeetingStatus | None]
    heirs: Links
    unspoken: str | None


@dataclass(frozen=True, slots=True)
class _Teller:
    """Reads the parts of an article's sentences in order; ``told`` are the tellings so far."""

    text: str
    sentences: Sequence[Sentence]
    people_here: Sequence[Sequence[tuple[Mention, str]]]
    linker: Linker
    certainty: LogisticModel | None
    sightings: Sightings
    told: list[Telling]

    def read(
        self, index: int, at: Scene, here: Scene, part: Part, heirs: Links, carried: Sequence[Reference], spoken_of: int
    ) -> _Read:
        """Adds the tellings of a part of sentence ``index``: ``here`` is its scene, ``at`` that of the sentence.

        ``heirs`` are the subject of the part before it, ``spoken_of`` of how many people the sentence speaks.
        """
        text, told = self.text, self.told
        within = None if here is at else Span(part.sentence.start, part.sentence.end)
        inherited = () if part.own else heirs
        heirs = inherited
        named = [*(one for one, _ in inherited if one.kind != "carried"), *part.references]
        meant = meant_in(at, part, inherited, carried)
        statuses: list[MeetingStatus | None] = []
        unspoken = None
        for cue in part.cues:
            statuses.append(None)
            links = without_third(text, cue, _who_met(text, cue, self.linker.whom(text, here, cue, part.cues, named, meant)))
            links = with_heirs(without_newcomer(here, links, index, told), inherited, alone=bool(part.sides))
            heirs = heirs_of(links) or heirs
            if not links and told and index - told[-1].index <= STILL_THE_SAME:
                continue
            # What is to come may be said only at the end: '13일 B를 만나고 14일 C를 만날 예정이다'.
            near, status = _status(text, here if part.told else at, cue, index, told, self._ahead(index, links))
            statuses[-1] = status
            if not links or status is None:
                continue
            orgs = sides_of(text, cue, part.sides, links, part.cues)
            features = tuple(telling_features(text, here, cue, links, len(orgs), near, status, part.cues, spoken_of))
            made = Telling(index, here, cue, links, orgs, status, features, text[at.sentence.start : cue.end], within=within)
            told += [replace(one, scene=replace(at, serial=here.serial)) for one in _parts_of(text, made, self.certainty)]
            remember_together(text, at, cue, names_of(links), self.sightings)
            unspoken = unspoken or _unspoken(cue, links)
        return _Read(statuses, heirs or subject_of(part), unspoken)

    def _ahead(self, index: int, links: Links) -> tuple[str, str]:
        """The words of the next two sentences; '' for the next where it calls off an encounter of others, and after the last."""
        ahead, after = (following_text(self.text, self.sentences, at) for at in (index, index + 1))
        if ahead and self.people_here[index + 1]:
            known = {*names_of(links), *(name for _, name in self.people_here[index])}
            if calls_off_others(self.text, self.sentences[index + 1], self.people_here[index + 1], known):
                return "", after
        return ahead, after


def _unread(
    text: str,
    sentences: Sequence[Sentence],
    people: Sequence[Person],
    people_here: Sequence[Sequence[tuple[Mention, str]]],
    kinds: Sequence[ParagraphKind],
) -> Sightings:
    """Whom an article is about, and whom it calls he or she, before its first sentence is read; who is only pictured it is not about."""
    pictured = {sentence.start for sentence in sentences if kinds[sentence.paragraph] == "caption"}
    named = Counter(
        name for sentence, here in zip(sentences, people_here, strict=True) if sentence.start not in pictured for _, name in here
    )
    main = max(people, key=lambda person: named[person.name]).name if named else None
    return Sightings(main=main, genders=genders(text, sentences, people_here))


def _announced_before(text: str, readings: Sequence[Reading]) -> bool:
    """Whether the last sentence announces a relay and names nobody: '여야 대표의 방을 차례로 돌았다. A 대표, B 대표가 그를 맞았다'."""
    return bool(readings) and not readings[-1].references and announces_relay(text, readings[-1].scene.sentence)


def _who_met(text: str, cue: Cue, links: Links) -> Links:
    """The links, none where several only come to one large event, whether or not they meet there: 'A와 B가 연차총회를 찾는다'."""
    if cue.kind != "visit" or not text.endswith(LARGE_EVENTS, 0, cue.start) or len(names_of(links)) < CROWD_OF:
        return links
    return () if all(reference.group in SUBJECT for reference, _ in links) else links


def _called_off_before(text: str, before: Sentence, sentence: Sentence) -> bool:
    """Whether a sentence tells what was planned of what the one before it says came to nothing: '간담회가 무기한 연기됐다. A와 B가 나올
    예정이었다'."""
    return WAS_PLANNED.search(text, sentence.start, sentence.end) is not None and dropped(text[before.start : before.end])


def _parts_of(text: str, made: Telling, telling: LogisticModel | None) -> list[Telling]:
    """The tellings that ``made`` consists of: itself, or those of a relay; none of one person who meets nobody."""
    return [
        replace(part, certainty=telling.probability(part.features)) if telling else part
        for part in apart(text, made)
        if len(part.names) + len(part.orgs) >= 2 or (part.names and (part.scene.anaphoric or _hosts(text, part)))
    ]


def _cues(text: str, sentence: Sentence, named: Sequence[tuple[Mention, str]], *, just_told: bool) -> list[Cue]:
    """The cues of a sentence that are not part of a name: '정찬양' is no dinner and '통상교섭청' negotiates nothing.

    ``just_told``: whether an encounter is told just before, so that somebody's partner (A의 상대는) is no opponent.
    """
    return [
        cue
        for cue in find_cues(text, sentence.start, sentence.end)
        if not is_opponent(text, cue, sentence.start, just_told)
        and not any(mention.start <= cue.start and cue.end <= mention.end for mention, _ in named)
    ]


def _row(article: Article, index: int, at: Scene, references: Sequence[Reference], *, certain: bool) -> list[Telling]:
    """The telling of a photograph's row, if a sentence is one."""
    row = row_of(article, index, at, references)
    return [] if row is None else [row if certain else replace(row, certainty=0.0)]


def _status(
    text: str, at: Scene, cue: Cue, index: int, told: Sequence[Telling], ahead: tuple[str, str]
) -> tuple[str, MeetingStatus | None]:
    """The words of a cue's own predicate and the status they give it, None where the cue is only an aim or a habit.

    ``ahead`` are the words of the two sentences after it.
    """
    near, chained = tails(text, at, cue)
    if untold(text, at, cue, near):
        return near, None
    if turned_back(text, at, cue):
        return near, "cancelled"
    if NOT_ALONG.match(text, cue.start) or PURPOSE.match(near) or OFTEN.search(text, max(at.sentence.start, cue.start - 8), cue.start):
        return near, None
    if told and index - told[-1].index <= 2 and _is_roll(text, at.sentence, cue, near):
        return near, told[-1].status
    last = next((one for one in reversed(told) if one.index < index), None)
    if last and index - last.index <= RIGHT_AFTER and IS_EVENT.search(text, cue.start, at.sentence.end):
        return near, last.status
    if last and index - last.index <= REMARKED and is_outlook(text, cue):
        return near, last.status
    if _is_invited(text, index, at, cue, told):
        return near, "planned"
    status = read_status(text, at, cue, near, chained, *ahead)
    was_planned = status == "planned" and WAS_PLANNED.search(near + chained)
    if status != "cancelled" and proposed(text, cue):
        return near, None
    if was_planned and (at.off or came_to_nothing(told, index, cue)):
        return near, "cancelled"
    return near, status


def _is_invited(text: str, index: int, at: Scene, cue: Cue, told: Sequence[Telling]) -> bool:
    """Whether a sentence right after a plan tells who was invited: 'A가 기업인들을 불러 점심을 낸다. B와 C가 초대됐다'."""
    last = next((one for one in reversed(told) if one.index < index), None)
    if last is None or last.status != "planned" or index - last.index > RIGHT_AFTER:
        return False
    return INVITED.search(text, cue.start, min(at.sentence.end, cue.end + IN_SIGHT)) is not None


def _is_roll(text: str, sentence: Sentence, cue: Cue, near: str) -> bool:
    """Whether a sentence only lists who attended, with no time of its own: '배석자로는 A, B다'."""
    return cue.kind == "attend" and ROLL.match(near) is not None and not PAST.search(text[cue.end : sentence.end])


def _hosts(text: str, told: Telling) -> bool:
    """Whether somebody meets a group whose members may be named later: '금융지주 회장들과', '만찬에 참석할 예정';
    visits a place where others receive or follow him, or is seen among others."""
    start = max((reference.end for reference, _ in told.links if reference.end <= told.cue.start), default=told.scene.sentence.start)
    if text.startswith(SIGHT, told.cue.start) or told.cue.kind == "visit" or hosts_event(text, told.cue, told.scene.sentence.end):
        return True
    return told.cue.kind in HOSTED and meets_group(text, told.cue, start)


def _carried(
    text: str, sentence: Sentence, cues: Sequence[Cue], references: Sequence[Reference], sightings: Sightings
) -> list[Reference]:
    """Those whom a sentence may mean without naming them: earlier subjects, or, where it names nobody, those last told together.

    A group that is met (기업인들과 만찬을 했다) leaves one of them to be meant.
    """
    if not cues or (is_item(text, sentence) and not sightings.speaker):
        return []
    pair, start = () if sightings.met_unnamed() else sightings.pair(), sentence.start
    of_speaker = sightings.speaker is None or sightings.speaker in pair
    apart = any(meets_group(text, cue, start) or meets_side(text, start, cue.start) for cue in cues)
    if not references and len(pair) >= 2 and of_speaker and not apart:
        return [Reference(start, start, start, pair, "pair", "", "", "")]
    spoken = [name for reference in references for name in reference.names]
    both = len(pair) >= 2 and not (sightings.firm and sightings.topic() in pair and not AGAIN.search(text, max(0, start - SHORTLY), start))
    if both and references and not set(pair) & set(spoken) and all(COMPANION.match(text, one.phrase_end) for one in references):
        # '… 이번이 처음은 아니다. 2005년에는 C와 함께 점심을 했다': those who met, and who came along.
        return [Reference(start, start, start, pair, "pair", "", "", "")]
    if sightings.speaker and sightings.speaker not in spoken:
        # Who answers speaks of himself: '작년에 B를 만났어요'.
        return [Reference(start, start, start, (sightings.speaker,), "carried", ALWAYS_IN_MIND, "", "")]
    carried = sightings.carried(spoken, sentence.paragraph)
    marks = {name: AWAY if sightings.away(name) else ACTS if name == sightings.acting else "" for name, _ in carried}
    return [Reference(start, start, start, (name,), "carried", why, "", marks[name]) for name, why in carried]


def _unspoken(cue: Cue, links: Links) -> str | None:
    """Who is meant without being named and meets others, and not only comes."""
    if cue.kind in OF_MANY:
        return None
    return next((reference.names[0] for reference, _ in links if reference.kind == "carried"), None)
