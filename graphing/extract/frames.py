"""Tellings: each cue of a sentence with the people it links, whether it took place, and how sure the reading is."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from graphing.extract.cues import Cue, called_off, denied, find_cues, told_status
from graphing.extract.frames_english import apart, english_links, english_references, english_status, find_english_cues
from graphing.extract.linking import PARTNER, SERIAL, Scene, inside, scene
from graphing.extract.linking import pair_features as linking_features
from graphing.extract.logistic import LogisticModel
from graphing.extract.names_english import is_english
from graphing.extract.references import PARTICLES, Reference, Sightings, find_references, mentions_by_start
from graphing.model import Article, MeetingStatus, Mention, Organization, Person, Sentence, Span

CHAIN = frozenset({"어", "아", "고", "며", "어서", "아서", "여", "면서"})
CONTRAST = ("지만", "는데", "ᆫ데", "은데", "으나", "나", "던데", "더니", "자", "다가", "건만")
UNNAMED_SIDE = re.compile(
    r"\s?(?:그룹 |측 |쪽 |본사 |여성 |고위 |현지 )*(?:[가-힣]+ ){0,2}?(?:최고)?(?:경영진|임원진|임원|임직원|관계자|실무진|실무자|직원|대표단|사절단|협상단|운용역|노조|집행부|간부|조합원|담당자|연구진|주주)"
)
AMONG = re.compile(r"\s?(?:중|가운데|사이)")
NEGATION = re.compile(r"않|못하|못한|못했|없|아니|안 ")
CONDITION = re.compile(r"[가-힣]{0,2}(?:면|려면|다면|거든|더라도|야)(?: |,)")
HABIT = re.compile(r"매년|매달|매주|정기적|수시로|자주|종종|늘 |해마다|번번이")
RUMOUR = re.compile(r"소문|설[이은을]|보도|의혹|루머|풍문|다는데|주장|전했으나|독대설|회동설|얘기가 돌|이야기가 .{0,8}돌")
TURN = re.compile(r"\s*[“‘]?(?:그러나|하지만|그런데|다만|반면|이에 대해)")
PRESENT = re.compile(r"[가-힣][ᆫ]?(?<![았었였했됐났갔왔봤있없])(?:[한난간온본든는선준른린눈잡연룬진친]다)[.”\"]?\s*$")
PAST = re.compile(r"[았었였했됐났갔왔봤섰췄졌냈렸겼켰쳤뤘눴꿨줬]")
# 만난 사실, 만나기로 한 약속: the noun does not end what is said of the encounter.
NOT_YET_A_HEAD = frozenset({"사실", "예정", "계획", "방침", "약속", "일정", "자리", "소문", "설"})


# From these probabilities on a person is held to take part: one who is named near the cue, one who is only carried over.
LINKED = 0.5
CARRIED = 0.3
# One who is carried over beside two who are named, or beside a subject, has to be surer.
CARRIED_BESIDE = 0.6
# A relay (차례로 만났다) without a subject has an unspoken one.
CARRIED_HUB = 0.15
SUBJECT = frozenset({"는", "가", "도", "에서는"})


PairFeatures = Callable[[str, Scene, Cue, Reference, Sequence[Cue], Sequence[Reference]], list[str]]


@dataclass(frozen=True, slots=True)
class Telling:
    """One cue and those it links. ``links`` are (reference, probability); ``orgs`` the sides whose people are unnamed."""

    index: int
    scene: Scene
    cue: Cue
    links: tuple[tuple[Reference, float], ...]
    orgs: tuple[tuple[str, Span], ...]
    status: MeetingStatus
    tail: str
    features: tuple[str, ...]
    certainty: float = 0.0

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(name for reference, _ in self.links for name in reference.names))


@dataclass(frozen=True, slots=True)
class Reading:
    """What a sentence holds: its cues and all whom it speaks of, whether or not they take part in anything."""

    scene: Scene
    cues: tuple[Cue, ...]
    references: tuple[Reference, ...]


def bearers(people: Sequence[Person]) -> dict[str, tuple[str, ...]]:
    """Title → the people of the article who bear it; the last word of a longer title counts too ('DS부문 사장' → 사장)."""
    found: dict[str, list[str]] = defaultdict(list)
    for person in people:
        for post in person.affiliations:
            title = re.split(r"[ (]", post.title)[-1] if post.title else ""
            if title and person.name not in found[title]:
                found[title].append(person.name)
    return {title: tuple(names) for title, names in found.items()}


def tails(text: str, at: Scene, cue: Cue) -> tuple[str, str]:
    """The words that say whether the encounter took place: those of the cue's own predicate, and those of the verbs chained to it.

    The first end at the first connective, the second at the first finite verb, contrast or head noun ('만나 … 할 예정이다').
    """
    tokens = at.sentence.tokens
    first = bisect_left([token.end for token in tokens], cue.end)
    near = None
    # '면담은 … 취소됐다': what is said of a noun that is subject or topic stands in the main verb.
    nominal = any(token.tag in ("JX", "JKS") and token.start <= cue.end + 4 for token in tokens[first : first + 3])
    for index in range(first, len(tokens)):
        token = tokens[index]
        previous = tokens[index - 1] if index else None
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        if token.tag == "EF":
            end = token.end if following is None or not following.tag.startswith(("J", "VCP")) else None
            if end is not None:
                return text[cue.end : near or end], text[near or end : end]
        elif token.tag == "EC" and following is not None and not following.tag.startswith("VX"):
            if (previous is not None and previous.tag == "EP") or token.form in CONTRAST:
                return text[cue.end : near or token.end], text[near or token.end : token.end]
            if token.form in CHAIN and near is None and not nominal:
                near = token.end
        elif token.tag == "ETM" and near is None:
            attached = not any(t.tag.startswith(PARTICLES) for t in tokens[first + 1 : index])
            is_head = following is not None and following.tag in ("NNP", "NNG") and following.form not in NOT_YET_A_HEAD
            if attached and is_head and token.form in ("ᆫ", "은", "던"):
                return text[cue.end : token.end], ""
    end = at.sentence.end
    return text[cue.end : near or end], text[near or end : end]


def following_text(text: str, sentences: Sequence[Sentence], index: int) -> str:
    """The words of the next sentence, '' after the last."""
    if index + 1 >= len(sentences):
        return ""
    return text[sentences[index + 1].start : sentences[index + 1].end]


def read_status(text: str, at: Scene, cue: Cue, near: str, chained: str, following: str) -> MeetingStatus:
    """Whether an encounter took place, is to come, or did not.

    Told by its own predicate; a plan or rumour by what the rest of the sentence and the next one say of it; a plain present
    (만난다) means the future, as Korean reports use it.
    """
    told = told_status(text[cue.end - 1 : cue.end] + near, chained)
    rest = text[cue.end + len(near) : at.sentence.end]
    if told == "planned" and (called_off(rest) or (TURN.match(following) and called_off(following))):
        return "cancelled"
    if told is None and RUMOUR.search(text, cue.end, at.sentence.end) and (denied(rest) or denied(following)):
        return "cancelled"
    if told is None and cue.kind == "host" and TURN.match(following) and called_off(following):
        return "cancelled"
    if told is None and not at.headline and PRESENT.search(near + chained):
        return "planned"
    return told or "held"


def unnamed_sides(text: str, sentence: Sentence, organizations: Sequence[tuple[Mention, str]]) -> list[tuple[str, Span, str]]:
    """(organisation, words, particle) where a sentence speaks of an organisation's people without naming them."""
    found = []
    for mention, name in organizations:
        if sentence.start <= mention.start < sentence.end:
            match = UNNAMED_SIDE.match(text, mention.end, sentence.end)
            if match and not AMONG.match(text, match.end()):
                particle = re.match(r"(?: ?\d+여? ?명| ?들| ?등)*(과|와|을|를|이|가|은|는|에게|도)?", text[match.end() : match.end() + 12])
                found.append((name, Span(mention.start, match.end()), (particle.group(1) or "") if particle else ""))
    return found


def telling_features(text: str, at: Scene, cue: Cue, links: Sequence[tuple[Reference, float]], orgs: int, tail: str, status: str) -> list[str]:
    """What the certainty of a telling is judged by."""
    chances = sorted((chance for _, chance in links), reverse=True)
    names = len({name for reference, _ in links for name in reference.names})
    second = chances[1] if len(chances) > 1 else chances[0] if chances and names > 1 else 0.0
    level = "hi" if second > 0.9 else "mid" if second > 0.75 else "lo"
    features = [
        f"k={cue.kind}",
        f"s={cue.stem}",
        f"n={min(names, 5)}",
        f"k,n={cue.kind},{min(names, 3)}",
        f"o={min(orgs, 1)},{min(names, 2)}",
        f"lv={level}",
        f"lv,k={level},{cue.kind}",
        f"st={status}",
        f"st,k={status},{cue.kind}",
        f"past={int(bool(PAST.search(tail)))}",
        f"past,k={int(bool(PAST.search(tail)))},{cue.kind}",
        f"q={int(inside(cue.start, at.quotes))}",
        f"hl={int(at.headline)}",
        f"cap={int(at.caption)}",
        f"an={int(at.anaphoric)}",
        f"first={int(at.first)}",
        f"tail={tail[:2].strip()}",
        f"carried={int(any(r.kind in ('carried', 'pronoun') for r, _ in links))}",
        f"plural={int(any(r.kind == 'plural' for r, _ in links))}",
    ]
    if NEGATION.search(tail):
        features.append("negated")
        features.append(f"negated,{status}")
    if CONDITION.match(tail):
        features.append("condition")
    if RUMOUR.search(tail):
        features.append("rumour")
    if links:
        far = max(max(cue.start - r.end, r.start - cue.end) for r, _ in links if r.kind not in ("carried", "pair")) if any(
            r.kind not in ("carried", "pair") for r, _ in links
        ) else 0
        features.append(f"far={min(far // 20, 5)}")
    subject = any(r.group in SUBJECT for r, _ in links)
    partner = any(r.group in PARTNER for r, _ in links)
    features.append(f"roles={int(subject)}{int(partner)}")
    features.append(f"roles,k={int(subject)}{int(partner)},{cue.kind}")
    for reference, _ in links[:4]:
        features.append(f"g={reference.group}")
    features.append("gs=" + "|".join(sorted({r.group for r, _ in links})[:4]))
    if HABIT.search(text[at.sentence.start : at.sentence.end]):
        features.append("habit")
    if tail[:4].strip().startswith(("면", "으면", "고 싶", "려면", "자고")):
        features.append("wish")
    return features


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
    named = mentions_by_start(people)
    of_organizations = sorted(((m, o.name) for o in organizations for m in o.mentions), key=lambda pair: pair[0].start)
    titled = bearers(people)
    sightings = Sightings(main=max(people, key=lambda person: len(person.mentions)).name if people else None)
    kinds = [paragraph.kind for paragraph in article.paragraphs]
    cursor = 0
    for index, sentence in enumerate(sentences):
        while cursor < len(named) and named[cursor][0].start < sentence.start:
            cursor += 1
        stop = cursor
        while stop < len(named) and named[stop][0].start < sentence.end:
            stop += 1
        here, cursor = named[cursor:stop], stop
        kind = kinds[sentence.paragraph]
        at = scene(text, sentence, headline=kind == "headline", caption=kind == "caption", first=index < 3)
        if is_english(text, sentence):
            references = english_references(text, sentence, here, sightings)
            readings.append(_english(text, index, at, references, sightings, told, certain=telling is not None))
            continue
        cues = find_cues(text, sentence.start, sentence.end)
        sides = unnamed_sides(text, sentence, of_organizations) if cues else []
        at = replace(at, sides=bool(sides))
        references = find_references(text, sentence, here, titled, frozenset(cue.start for cue in cues), sightings)
        spoken = tuple(dict.fromkeys(name for reference in references for name in reference.names))
        at_start = sentence.start
        carried = [Reference(at_start, at_start, at_start, (name,), "carried", why, "", "") for name, why in sightings.carried(spoken)]
        if not references and len(pair := sightings.pair()) >= 2:
            carried = [Reference(at_start, at_start, at_start, pair, "pair", "", "", "")]
        candidates = [*carried, *references]
        readings.append(Reading(at, tuple(cues), tuple(references)))
        for cue in cues:
            links = [
                (reference, chance)
                for reference in references
                if (chance := linking.probability(pair_features(text, at, cue, reference, cues, candidates))) > LINKED
            ]
            unspoken = [(reference, linking.probability(pair_features(text, at, cue, reference, cues, candidates))) for reference in carried]
            if unspoken:
                best = max(unspoken, key=lambda link: link[1])
                has_subject = any(reference.group in SUBJECT for reference, _ in links)
                named_here = {name for reference, _ in links for name in reference.names}
                limit = CARRIED_BESIDE if has_subject else CARRIED_HUB if at.serial else CARRIED_BESIDE if len(named_here) >= 2 else CARRIED
                if best[1] > limit:
                    links.insert(0, best)
            if not links:
                continue
            orgs = tuple((name, words) for name, words, particle in sides if particle in ("과", "와", "을", "를", "에게", "") and words.end <= cue.start)
            tail, chained = tails(text, at, cue)
            status = read_status(text, at, cue, tail, chained, following_text(text, sentences, index))
            made = Telling(index, at, cue, tuple(links), orgs, status, tail, tuple(telling_features(text, at, cue, links, len(orgs), tail, status)))
            for part in _apart(text, made):
                if len(part.names) + len(part.orgs) >= 2 or (part.names and at.anaphoric):
                    told.append(replace(part, certainty=telling.probability(part.features)) if telling else part)
            names = tuple(dict.fromkeys(name for reference, _ in links for name in reference.names))
            # Those who only attended are not whom 두 사람 or 양사 look back to.
            if len(names) >= 2 and not at.headline and cue.kind != "attend":
                sightings.together.append((len(sightings.sentences), names))
        if not at.headline and spoken:
            sightings.sentences.append(spoken)
            subject = next((r.names[0] for r in references if len(r.names) == 1 and r.marker in ("는", "가") and not inside(r.start, at.quotes)), None)
            sightings.topics.append(subject)
    return told, readings


def _english(
    text: str, index: int, at: Scene, references: list[Reference], sightings: Sightings, told: list[Telling], *, certain: bool
) -> Reading:
    """The reading of an English sentence; its tellings are added to ``told``."""
    sentence = at.sentence
    cues = find_english_cues(text, sentence.start, sentence.end)
    for cue, shape in cues:
        links = tuple(english_links(text, at, cue, shape, references))
        names = tuple(dict.fromkeys(name for reference, _ in links for name in reference.names))
        if len(names) < 2 and not (names and shape == "attend"):
            continue
        status = english_status(text, sentence, cue)
        tail = text[cue.end : cue.end + 40]
        features = ("english", f"k={cue.kind}", f"st={status}")
        certainty = min(chance for _, chance in links) if certain else 0.0
        one = Telling(index, at, cue, links, (), status, tail, features, certainty)
        if apart(text, sentence) and len(names) > 2:
            told.extend(replace(one, links=(links[0], link)) for link in links[1:])
        else:
            told.append(one)
        if shape != "attend" and not at.headline:
            sightings.together.append((len(sightings.sentences), names))
    spoken = tuple(dict.fromkeys(name for reference in references for name in reference.names))
    if spoken and not at.headline:
        sightings.sentences.append(spoken)
        sightings.topics.append(references[0].names[0] if len(references[0].names) == 1 else None)
    return Reading(at, tuple(cue for cue, _ in cues), tuple(references))


def _apart(text: str, told: Telling) -> list[Telling]:
    """A relay (각각, 차례로 …) is as many encounters as it has partners; any other telling is one."""
    sentence = told.scene.sentence
    serial = SERIAL.search(text, sentence.start, sentence.end)
    if not serial or len(told.names) + len(told.orgs) < 3 or told.cue.kind in ("attend", "event"):
        return [told]
    subjects = [link for link in told.links if link[0].group in ("는", "가", "도", "")]
    others = [link for link in told.links if link not in subjects]
    unspoken = [link for link in told.links if link[0].kind == "carried"]
    if unspoken:
        hub, partners = unspoken, [link for link in told.links if link not in unspoken]
    elif len({n for r, _ in subjects for n in r.names}) == 1:
        hub, partners = subjects, others
    elif len({n for r, _ in others for n in r.names}) == 1:
        hub, partners = others, subjects
    else:
        hub, partners = list(told.links[:1]), list(told.links[1:])
    parts = [replace(told, links=(*hub, partner), orgs=()) for partner in partners if len(partner[0].names) == 1]
    parts += [replace(told, links=tuple(hub), orgs=(org,)) for org in told.orgs]
    return parts or [told]
