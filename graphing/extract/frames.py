"""Tellings: each cue of a sentence with the people it links, whether it took place, and how sure the reading is."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from graphing.extract.clauses import UNREAD, Clauses, clauses
from graphing.extract.cues import Cue, find_cues
from graphing.extract.discourse import Sightings
from graphing.extract.frames_english import read_english
from graphing.extract.linking import LEFT_OUT, PARTNER, Scene, inside, scene
from graphing.extract.linking import pair_features as linking_features
from graphing.extract.logistic import LogisticModel
from graphing.extract.modality import OFTEN, PURPOSE, following_text, read_status, settled, tails
from graphing.extract.names_english import is_english
from graphing.extract.references import Reference, find_references, mentions_by_start
from graphing.extract.relays import apart, is_relay, row_of
from graphing.extract.telling import PAST, SUBJECT, Links, Reading, Telling, names_of, telling_features
from graphing.model import Article, Mention, Organization, Person, Sentence, Span

# People of a body whom nobody names: '하늘은행 경영진', '하늘전자 수출팀', '하늘그룹 쪽 사람들'.
UNNAMED_SIDE = re.compile(
    r"\s?(?:그룹 |측 |쪽 |본사 |여성 |고위 |현지 |주요 |핵심 |협력사 |소속 )*(?:[가-힣]+ ){0,2}?(?:최고)?"
    r"(?:경영진|임원진|임원|임직원|관계자|실무진|실무자|실무팀|직원|대표단|사절단|협상단|협상팀|교섭단|방문단|실사단|시찰단|투자단|대표진|"
    r"운용역|노조|집행부|간부|조합원|담당자|책임자|연구진|연구원|개발진|기술진|주주|이사진|채권단|점주|(?:수출|영업|기술|구매|개발|투자|법무|재무|인수|홍보|운용|전략|실사)팀|"
    r"분들|사람들|인사들|수뇌부|지도부|회장단|사장단|관료|당국자|근로자|노동자|직원 ?대표)"
)
# 'X 측과', 'X 쪽을' where no noun follows.
PARTY = re.compile(r" ?[측쪽](?=(?:과|와|을|를|에게)\s)")
# Bodies that are their people: '하늘자동차 노조와 만났다'.
BODY = re.compile(r"(?:노조|노동조합|지부|지회|채권단|비상대책위원회|비대위|협의회|상인회|주민회)$")
AMONG = re.compile(r"\s?(?:중|가운데|사이|출신|대신|측은|에 따르면)")
SIDE_PARTICLE = re.compile(r"(?: ?\d+여? ?명| ?들| ?등)*(과|와|을|를|이|가|은|는|에게|도|의 (?:안내|초청|초대|영접|환영|설명))?")
# A side may be the subject where a named person is the partner: '하늘은행 경영진이 A를 찾아'.
AS_PARTNER = frozenset({"과", "와", "을", "를", "에게", "도", ""})
AS_SUBJECT = frozenset({"이", "가", "은", "는"})
# From these probabilities on a person is held to take part: one who is named near the cue, one who is only carried over.
LINKED = 0.5
CARRIED = 0.2
# One who is carried over beside two who are named, or beside a subject, has to be surer.
CARRIED_BESIDE = 0.6
# A relay (차례로 만났다) without a subject has an unspoken one.
CARRIED_HUB = 0.15
# A lone subject who meets a group of unnamed people: who they are is told later, and is judged then.
HOST_LINKED = 0.1

GROUP = re.compile(
    r"(?:들|\d+(?:여)? ?(?:명|곳|개사|개 사)|총수|기업인|수장|단체장|경제인|금융인|은행장|회장단|"
    r"대표단|최고경영진|참석자|관계자)(?:과|와|을|를|에게|과의|와의)\s"
)
JOINED = re.compile(r"(?: ?자리| ?모임)?에(?:도|는)? (?:참석|초청|초대)")
# '주요 배석자로는 A, B가 있다', '참석자는 A, B다': a list has the time of the encounter that it belongs to.
ROLL = re.compile(r"자(?:로는|로|는|들은|들로는|[가명] ?명단은)\s")
# Those who speak for others tell the press of an encounter, and do not take part in it: 'A 대변인은 브리핑에서 …'.
SPOKESMAN = re.compile(r"대변인|수석(?:비서관)?(?=[은는이가]|$)|비서관|비서실장|공보|홍보")
BRIEFS = re.compile(
    r"[은는이가]? ?[^.“”\"]{0,60}?(?:브리핑|기자(?:들|단)?(?:과|와|에게|을|를)|취재진|기자회견|기자간담회|논평|출입기자|페이스북)"
)
HOSTED = frozenset({"meet", "talk", "meal", "event", "host", "face"})

PairFeatures = Callable[[str, Scene, Cue, Reference, Sequence[Cue], Sequence[Reference]], list[str]]


@dataclass(frozen=True, slots=True)
class Linker:
    """Finds whom a cue links: the model with its features."""

    model: LogisticModel
    features: PairFeatures

    def links(
        self, text: str, at: Scene, cue: Cue, cues: Sequence[Cue], references: Sequence[Reference], carried: Sequence[Reference]
    ) -> Links:
        """The references that take part, in order, and at most one of the carried ones before them."""
        candidates = [*carried, *references]

        def chance(reference: Reference) -> float:
            return self.model.probability(self.features(text, at, cue, reference, cues, candidates))

        links = [
            (reference, weight) for reference in references if (weight := chance(reference)) > LINKED and not _left_out(text, reference)
        ]
        unspoken = [
            (reference, chance(reference)) for reference in carried if not (reference.kind == "pair" and cue.kind in ("attend", "summon"))
        ]
        if unspoken:
            best = max(unspoken, key=lambda link: link[1])
            has_subject = any(reference.group in SUBJECT for reference, _ in links)
            crowded = len(names_of(links)) >= 2
            limit = CARRIED_BESIDE if has_subject or (crowded and not at.serial) else CARRIED_HUB if at.serial else CARRIED
            if best[1] > limit:
                links.insert(0, best)
        return tuple(links)

    def host(self, text: str, at: Scene, cue: Cue, cues: Sequence[Cue], references: Sequence[Reference]) -> Links:
        """The one subject before a cue whose partners are a group (은행장들과 간담회를), where none of the sentence is linked for sure."""
        subjects = [reference for reference in references if reference.end <= cue.start and reference.group in ("는", "가")]
        if cue.kind not in HOSTED or len(subjects) != 1 or inside(cue.start, at.quotes) or not _meets_group(text, cue, subjects[0].end):
            return ()
        chance = self.model.probability(self.features(text, at, cue, subjects[0], cues, references))
        return ((subjects[0], chance),) if chance > HOST_LINKED else ()


def _meets_group(text: str, cue: Cue, start: int) -> bool:
    """Whether the words before a cue name a group that is met, or those after it say that somebody joins it."""
    return GROUP.search(text, start, cue.start) is not None or JOINED.match(text, cue.end) is not None


def _left_out(text: str, reference: Reference) -> bool:
    """Whether the words around a reference say that somebody else came instead, or that it only brought the others together."""
    words = text[reference.start : reference.phrase_end]
    spokesman = SPOKESMAN.search(words) and BRIEFS.match(text, reference.phrase_end)
    return bool(spokesman) or words.endswith(("대신", "주선", "중재")) or bool(LEFT_OUT.match(text, reference.phrase_end))


def bearers(people: Sequence[Person]) -> dict[str, tuple[str, ...]]:
    """Title → the people of the article who bear it; the last word of a longer title counts too ('DS부문 사장' → 사장)."""
    found: dict[str, list[str]] = defaultdict(list)
    for person in people:
        for post in person.affiliations:
            title = re.split(r"[ (]", post.title)[-1] if post.title else ""
            if title and person.name not in found[title]:
                found[title].append(person.name)
    return {title: tuple(names) for title, names in found.items()}


def unnamed_sides(text: str, sentence: Sentence, organizations: Sequence[tuple[Mention, str]]) -> list[tuple[str, Span, str]]:
    """(organisation, words, particle) where a sentence speaks of an organisation's people without naming them."""
    found = []
    for mention, name in organizations:
        if not sentence.start <= mention.start < sentence.end:
            continue
        match = UNNAMED_SIDE.match(text, mention.end, sentence.end) or PARTY.match(text, mention.end, sentence.end)
        end = match.end() if match else mention.end if BODY.search(name) else None
        if end is None or AMONG.match(text, end):
            continue
        particle = SIDE_PARTICLE.match(text, end, end + 12)
        word = (particle.group(1) or "") if particle else ""
        if match or word:
            found.append((name, Span(mention.start, end), word))
    return found


def _sides_of(cue: Cue, sides: Sequence[tuple[str, Span, str]], links: Links) -> tuple[tuple[str, Span], ...]:
    """The unnamed sides that a cue links: partners before it, and a subject where a named person is the partner."""
    partner = any(reference.group in PARTNER for reference, _ in links)
    subject = any(reference.group in SUBJECT or reference.kind == "carried" for reference, _ in links)
    return tuple(
        (name, words)
        for name, words, particle in sides
        if words.end <= cue.start
        and (particle in AS_PARTNER or particle.startswith("의 ") or (particle in AS_SUBJECT and partner and not subject))
    )


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
    linker = Linker(linking, pair_features)
    titled = bearers(people)
    sightings = Sightings(main=max(people, key=lambda person: len(person.mentions)).name if people else None)
    kinds = [paragraph.kind for paragraph in article.paragraphs]
    people_here = _by_sentence(mentions_by_start(people), sentences)
    of_organizations = sorted(((m, o.name) for o in organizations for m in o.mentions), key=lambda pair: pair[0].start)
    organizations_here = _by_sentence(of_organizations, sentences)
    for index, sentence in enumerate(sentences):
        headline, caption, first = *(kinds[sentence.paragraph] == kind for kind in ("headline", "caption")), index < 3
        if is_english(text, sentence):
            at = scene(text, sentence, headline=headline, caption=caption, first=first)
            found, reading = read_english(
                text, index, at, people_here[index], sightings, organizations_here[index], certain=telling is not None
            )
            told += found
            readings.append(reading)
            continue
        cues = find_cues(text, sentence.start, sentence.end)
        references = find_references(text, sentence, people_here[index], titled, frozenset(cue.start for cue in cues), sightings)
        if not cues and not references:
            # A third of all sentences speak of nobody and of no encounter: nothing is asked of their words.
            readings.append(Reading(Scene(sentence, (), (), (), False, False, headline, caption, first), (), ()))
            continue
        sides = unnamed_sides(text, sentence, organizations_here[index]) if cues else []
        at = scene(
            text,
            sentence,
            headline=headline,
            caption=caption,
            first=first,
            sides=bool(sides),
            serial=bool(cues) and is_relay(text, sentence),
            clauses=clauses(sentence.tokens) if cues else UNREAD,
        )
        readings.append(Reading(at, tuple(cues), tuple(references)))
        row = row_of(article, index, at, references)
        if row is not None:
            told.append(row if telling else replace(row, certainty=0.0))
        carried = _carried(sentence.start, references, sightings) if cues else []
        spoken_of = len({name for reference in references for name in reference.names})
        for cue in cues:
            links = linker.links(text, at, cue, cues, references, carried) or linker.host(text, at, cue, cues, references)
            if not links:
                continue
            orgs = _sides_of(cue, sides, links)
            near, chained = tails(text, at, cue)
            if PURPOSE.match(near) or OFTEN.search(text, max(sentence.start, cue.start - 8), cue.start):
                continue
            ahead = following_text(text, sentences, index), following_text(text, sentences, index + 1)
            status = read_status(text, at, cue, near, chained, *ahead)
            if told and index - told[-1].index <= 2 and _is_roll(text, sentence, cue, near):
                status = told[-1].status
            features = tuple(telling_features(text, at, cue, links, len(orgs), near, status, cues, spoken_of))
            made = Telling(index, at, cue, links, orgs, status, features, text[sentence.start : cue.end])
            for part in apart(text, made):
                if len(part.names) + len(part.orgs) >= 2 or (part.names and (at.anaphoric or _hosts(text, part))):
                    told.append(replace(part, certainty=telling.probability(part.features)) if telling else part)
            # Those who only attended are not whom 두 사람 or 양사 look back to.
            if len(names_of(links)) >= 2 and not at.headline and cue.kind != "attend":
                sightings.tell(names_of(links), aside=_aside(text, at, cue))
        if not at.headline:
            _remember(at, references, sightings)
    return settled(text, told), readings


def _is_roll(text: str, sentence: Sentence, cue: Cue, near: str) -> bool:
    """Whether a sentence only lists who attended, with no time of its own: '배석자로는 A, B다'."""
    return cue.kind == "attend" and ROLL.match(near) is not None and not PAST.search(text[cue.end : sentence.end])


def _hosts(text: str, told: Telling) -> bool:
    """Whether somebody meets a group whose members may be named later: '금융지주 회장들과', '만찬에 참석할 예정';
    or visits a place where others receive or follow him."""
    start = max((reference.end for reference, _ in told.links if reference.end <= told.cue.start), default=told.scene.sentence.start)
    if told.cue.kind == "visit":
        return True
    return told.cue.kind in HOSTED and _meets_group(text, told.cue, start)


def _by_sentence(mentions: Sequence[tuple[Mention, str]], sentences: Sequence[Sentence]) -> list[list[tuple[Mention, str]]]:
    """The mentions (ascending) that begin in each sentence."""
    found: list[list[tuple[Mention, str]]] = []
    cursor = 0
    for sentence in sentences:
        while cursor < len(mentions) and mentions[cursor][0].start < sentence.start:
            cursor += 1
        first = cursor
        while cursor < len(mentions) and mentions[cursor][0].start < sentence.end:
            cursor += 1
        found.append(list(mentions[first:cursor]))
    return found


def _carried(start: int, references: Sequence[Reference], sightings: Sightings) -> list[Reference]:
    """Those whom a sentence may mean without naming them: earlier subjects, or, where it names nobody, those last told together."""
    pair = sightings.pair()
    if not references and len(pair) >= 2:
        return [Reference(start, start, start, pair, "pair", "", "", "")]
    spoken = [name for reference in references for name in reference.names]
    return [Reference(start, start, start, (name,), "carried", why, "", "") for name, why in sightings.carried(spoken)]


# 'A를 만난 지 2년 만', 'A가 찾아온 뒤 6년 만': the encounter is only what the time is counted from.
SINCE = re.compile(r"[^.,]{0,12}(?:지|뒤|후|이후) [^.,]{1,10}만(?:의|에|이)")


def _aside(text: str, at: Scene, cue: Cue) -> bool:
    """Whether an encounter is told only in passing: inside a relative clause, or as the last before another."""
    found = at.clauses
    index = found.after(cue.start)
    relative = index + 1 < len(found.predicates) and found.predicates[index].kind == "relative"
    return relative or SINCE.match(text, cue.end, at.sentence.end) is not None


def _remember(at: Scene, references: Sequence[Reference], sightings: Sightings) -> None:
    spoken = tuple(dict.fromkeys(name for reference in references for name in reference.names))
    if not spoken:
        return
    subjects = [r for r in references if r.group in ("는", "가") and not inside(r.start, at.quotes)]
    single = [r for r in subjects if len(r.names) == 1 and r.marker == r.group]
    if len(single) > 1:
        # The topic of the main clause, before the subject of a relative clause and of a report (…고 A가 전했다).
        found = at.clauses if at.clauses.predicates else clauses(at.sentence.tokens)
        last = len(found.predicates) - 1
        single.sort(key=lambda r: (found.closed(r.phrase_end, r.marker, last) or _reports(found, r), r.marker != "는"))
    listed = subjects[:4] if subjects and subjects[0].marker != subjects[0].group else []
    together = tuple(dict.fromkeys(name for reference in listed for name in reference.names))
    sightings.hear(spoken, single[0].names[0] if single else None, together, at.sentence.paragraph)


def _reports(found: Clauses, reference: Reference) -> bool:
    """Whether a subject only reports what was said before: '…다고 A가 전했다'."""
    first = found.after(reference.phrase_end)
    return reference.marker == "가" and 0 < first == len(found.predicates) - 1 and found.predicates[first - 1].kind == "said"
