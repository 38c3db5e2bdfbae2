"""Which of the people of a sentence take part in the encounter that a cue tells: features and probability of each pair."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from graphing.extract.frames.arguments import path_features
from graphing.extract.frames.clauses import UNREAD, Clauses
from graphing.extract.frames.cues import Cue
from graphing.extract.frames.phrases import Reference
from graphing.extract.occasions import OCCASION, occasion
from graphing.model import Sentence

QUOTE = re.compile(r"[“\"]([^”\"“]{2,}?)[”\"]")
SERIAL = re.compile(
    r"각각|차례로|차례차례|잇달아|잇따라|연이어|연달아|따로따로|한 (?:사람|명)씩(?! (?:나[와왔]|앉|섰|배석|참석|자리|보[내냈]|뽑))|"
    r"번갈아|릴레이|(?<![월일년전후째])에 이어|[난한]? 데 이어|"
    # 'A와는 4일 서울에서, B와는 5일 부산에서 만났다'
    r"[과와]는 [^,.“”]{2,40}, [^,.“”]{2,60}[과와]는 |"
    # '3일 A를, 4일에는 B를 만났다'
    r"[을를과와], ?(?:[가-힣]{1,4} )?(?:\d{1,4}[일월년]|이튿날|다음 ?날|같은 ?(?:해|달|날)|오전|오후|저녁|점심|아침|마지막 ?날)"
)
ANAPHOR = re.compile(
    rf"(?:^|[\s“‘(])(?:이|그|이날|그날|해당|같은|이번) ?(?:(?:공식|비공개|단독|환영|첫|긴급) )?{OCCASION}|"
    rf"^\s*(?:[가-힣·]+ )?[가-힣]{{0,4}}{OCCASION}(?:에는|에도|엔|장에는) |"
    # '면담에 배석한 C는 …라고 했다'
    rf"^\s*(?:[가-힣·]+ ){{0,2}}?[가-힣]{{0,4}}{OCCASION}(?:에|에서) (?:함께 )?(?:배석|동석|참석|함께|자리|자리를 함께)(?:한|했던) |"
    r"^\s*(?:여기(?:에는?|엔|서도?|에서도?)|이때|이곳에서도?|그곳에서도?|그 옆에|그 곁에) "
)
# What else was done at an event told before: '같은 행사에서 C는 D와 양해각서에 서명했다'.
SAME_EVENT = re.compile(r"\s*(?:이어 |또 )?같은 (?:행사|자리)에")
# A photograph's row of people: all of them are in the picture together.
ROW = re.compile(r"(?:왼쪽|오른쪽|앞줄|뒷줄|좌측|우측|가운데)(?: ?[가-힣]{1,3})?(?:부터|에서부터)|[Ff]rom (?:the )?left")
# Who is named beside these words took no part: 'A 대신 B가', 'A의 주선으로', 'A는 빠졌다', 'A에 앞서 B를', 'A와는 별도로 B도'.
LEFT_OUT = re.compile(
    r"(?:[을를] |의 | )?대신(?! (?:(?:내)?보[내냈낸낼]|만[나났난날]|불[러렀]|찾[아았]|맞[아았]|접견|면담))|(?: |도 )없이 |"
    r"처럼 |에 따르면|에 (?:대한|대해|관한) | (?:취임|선임|체제|별세|타계|사망|구속|퇴진|사퇴) ?(?:이후|이래)|"
    r"(?:에|보다) (?:앞서|먼저)(?! (?:열린|열릴|가진|가질))|"
    r"[과와](?:는|의 (?:회동|면담|만남|회담)(?:과|과는)?)? (?:별도로|별개로|달리)"
    rf"(?! ?(?:만[나났난날]|{occasion('meeting', 'meal')}|대화|시간|이야기|얘기|점심|저녁|아침|차를|통화|협의|논의))|"
    r"의 (?:[가-힣]+ )?(?:제안|요청|권유|부탁|추천)(?:으로|에 따라) (?:[가-힣]+ )?(?:이뤄|이루어|성사|마련|만들|잡[혔힌])|"
    r"(?:[은는이가]|[을를]|의)? ?(?:주선|중재|소개로|다리를 놓|불참|빠졌|빠진|참석하지|자리하지|나오지 (?:않|못))"
)
DECLINED = r"초(?:대|청)[^.]{0,24}(?:거절|고사|사양)"
# Who was to come and did not: 'A는 본회의가 길어져 오지 못했다'.
STAYED_AWAY = re.compile(
    r"(?:참석|참여|참가|자리|함께|동행|동석|배석|합류)(?:하|를 하|에 오)?지(?:는|도)? (?:못|않)|"
    r"(?:나오|나타나|오|가|비치|들르|들어오|나서)지(?:는|도)? (?:못|않)|(?<![가-힣])[못안] (?:나[와왔온올]|[와왔온올](?![가-힣]*길))|"
    # Whoever was to have a lunch with another (오찬을 함께할 예정이었으나) is none of those.
    r"(?:나올|참석할|올|자리할|(?<!찬을 )(?<!식사를 )함께할) (?:예정|계획|차례)이었|"
    r"(?:나올|참석할|올) 것으로 (?:알려졌|전해졌|예상됐|보였|점쳐졌|관측됐|거론됐)(?:으나|지만|는데)|"
    r"(?:나오|참석하|오)기로 (?:했|돼 있었|되어 있었)|"
    rf"초(?:대|청)(?:을 )?받지 (?:않|못)|{DECLINED}|"
    r"휴가(?:였|이었|를| 중)|출장 중|입원|"
    r"불참|빠졌|빠진|빠지[고며]|자리에 없|자리를 비[웠운]|명단에 없|명단에서 빠|보이지 않|얼굴을 비추지|모습을 (?:드러내|보이)지"
)
# Who does not come along: of what is no event one stays away so alone, and the words call nothing off.
NOT_ALONG = re.compile(r"(?:자리(?:[를에]|에는|에도) )?(?:함께|동행|동석|배석|합류|참석)하지(?:는|도)? (?:못|않)")
# What somebody attended: '회동에는', '만찬엔'.
AT_WHICH = re.compile(r"(?:에는|에도|엔|에서도) ")
# So many characters of a sentence are asked what they say of a cue or of somebody.
IN_SIGHT = 200
ABSENT = re.compile(r"불참|빠졌|빠진|빠지|대신|주선|다리를 놓|제외|못했|않았|없었|자리를 비")


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with what its pairs are judged by: clause borders, quotations, and whether it has unnamed sides."""

    sentence: Sentence
    borders: tuple[int, ...]
    quotes: tuple[tuple[int, int], ...]
    relatives: tuple[int, ...]
    serial: bool
    anaphoric: bool
    headline: bool
    caption: bool
    first: bool
    sides: bool = False
    # Whether a body is the subject: '하늘은행은 A를 불러'.
    hosted: bool = False
    # Whether it tells what was planned of what came to nothing.
    off: bool = False
    clauses: Clauses = UNREAD
    # By the start of each cue, what fills its clause (``arguments``).
    arguments: Mapping[int, Sequence[str]] = field(default_factory=dict)


def scene(
    text: str,
    sentence: Sentence,
    *,
    headline: bool,
    caption: bool,
    first: bool,
    sides: bool = False,
    hosted: bool = False,
    serial: bool = False,
    off: bool = False,
    clauses: Clauses = UNREAD,
    arguments: Mapping[int, Sequence[str]] | None = None,
) -> Scene:
    """The scene of one sentence; ``serial`` where it is known to tell a relay."""
    tokens = sentence.tokens
    borders = [
        token.start
        for index, token in enumerate(tokens)
        if token.tag == "EC" and not (index + 1 < len(tokens) and tokens[index + 1].tag.startswith("VX"))
    ]
    relatives = [token.start for token in tokens if token.tag == "ETM"]
    quotes = [(m.start(), m.end()) for m in QUOTE.finditer(text, sentence.start, sentence.end)]
    words = text[sentence.start : sentence.end]
    return Scene(
        sentence,
        tuple(borders),
        tuple(quotes),
        tuple(relatives),
        serial or SERIAL.search(words) is not None,
        bool(ANAPHOR.search(words[:40])),
        headline,
        caption,
        first,
        sides,
        hosted,
        off,
        clauses,
        arguments or {},
    )


def inside(place: int, ranges: Sequence[tuple[int, int]]) -> bool:
    """Whether a character stands within one of the ranges."""
    return any(start <= place < end for start, end in ranges)


def _between(places: Sequence[int], low: int, high: int) -> int:
    return bisect_left(places, high) - bisect_left(places, low)


def _bucket(count: int) -> str:
    return str(count) if count < 3 else "3+" if count < 6 else "6+"


def pair_features(
    text: str,
    at: Scene,
    cue: Cue,
    reference: Reference,
    cues: Sequence[Cue],
    references: Sequence[Reference],
    linked: Sequence[Reference] = (),
) -> list[str]:
    """The features of one (cue, reference) pair, as short strings.

    ``linked`` are those of the sentence that the cue is known to link: one who meets nobody has met somebody whom the sentence leaves
    unsaid.
    """
    if reference.kind == "pair":
        return pair_carried_features(at, cue, references)
    if reference.kind == "carried":
        return carried_features(text, at, cue, reference.marker, references) + linked_features(cue, linked)
    left = reference.end <= cue.start
    low, high = (reference.end, cue.start) if left else (cue.end, reference.start)
    side = "L" if left else "R"
    clauses = _between(at.borders, low, high)
    others = sum(1 for other in cues if low <= other.start < high)
    people = sum(1 for other in references if low <= other.start < high)
    gap = "0" if high - low < 4 else "1" if high - low < 15 else "2" if high - low < 40 else "3"
    marker = reference.marker
    group = reference.group
    quoted = inside(reference.start, at.quotes)
    cue_quoted = inside(cue.start, at.quotes)
    near = f"{side}{_bucket(clauses)}"
    # The cue inside a relative clause whose head noun is this person: 'A를 만난 B가'.
    head = not left and high - low < 30 and _between(at.relatives, cue.start, reference.start) > 0
    features = [
        f"k={cue.kind}",
        f"s={cue.stem}",
        f"m={marker}",
        f"g={group}",
        f"sd={near}",
        f"gap={side}{gap}",
        f"oc={side}{_bucket(others)}",
        f"pp={side}{_bucket(people)}",
        f"m,sd={marker},{near}",
        f"g,sd={group},{near}",
        f"g,k={group},{cue.kind},{side}",
        f"k,sd={cue.kind},{near}",
        f"k,oc={cue.kind},{side}{_bucket(others)}",
        f"q={int(quoted)}{int(cue_quoted)}",
        f"kind={reference.kind}",
        f"kind,k={reference.kind},{cue.kind}",
        f"kind,g={reference.kind},{group}",
        f"t={reference.tail}",
        f"head={int(head)},{cue.kind}",
        f"an={int(at.anaphoric)},{cue.kind}",
        f"hl={int(at.headline)}{int(at.caption)}",
        f"n={_bucket(len(references))}",
        f"side={int(at.sides)},{min(len(references), 2)}",
    ]
    if left and group in PARTNER and _rival(cue, reference, cues, references):
        features.append("rival")
        features.append(f"rival,{group}")
    if ABSENT.search(text[reference.end : reference.end + 14]):
        features.append("absent")
        features.append(f"absent,{group}")
    if text[reference.end : reference.end + 2].startswith("의") or marker.startswith("의"):
        after = text[reference.end : cue.start] if left else ""
        features.append(f"poss={'direct' if left and len(after) < 12 else 'far'},{cue.kind}")
    if left and references and references[0] is reference:
        features.append(f"firstref,{group}")
    features += clause_features(at, cue, reference, left=left)
    features += at.arguments.get(cue.start, ())
    if left:
        features += path_features(at.clauses, cue, reference, cues)
    return features


def clause_features(at: Scene, cue: Cue, reference: Reference, *, left: bool) -> list[str]:
    """How the clause of a reference stands to that of the cue: whether they share a predicate, what predicates stand between, and
    whether the cue has another subject."""
    found = at.clauses
    own = found.after(cue.start)
    kind = found.predicates[own].kind if own < len(found.predicates) else "none"
    group = reference.group
    if not left:
        ends = found.predicates[own].end if own < len(found.predicates) else cue.end
        spoken = found.own(cue.start, at.sentence.start, cue.start)
        first = found.after(reference.end)
        same = "same" if first == own else "later"
        near = int(reference.start - ends < 30)
        return [f"cl.R={kind},{same},{near}", f"cl.R,s={int(spoken is not None)},{kind}"]
    first = found.after(reference.phrase_end)
    between = [predicate.kind for predicate in found.predicates[first:own]]
    path = ".".join(dict.fromkeys(between)) or "own"
    rival = any(reference.phrase_end + 2 < place < cue.start and marker == "가" for place, marker, _ in found.subjects)
    topic = any(reference.phrase_end + 2 < place < cue.start and marker == "는" for place, marker, _ in found.subjects)
    features = [
        f"cl={path}",
        f"cl.first={between[0] if between else 'own'},{group}",
        f"cl.rival={int(rival)}{int(topic)},{group}",
    ]
    if between:
        features.append(f"cl.last={between[-1]},{int(rival)}{int(topic)}")
    return features


PARTNER = frozenset({"와", "를", "에게", "와도", "와는", "의", "와의", "등+와", "등+를", "도", "와를"})


def _rival(cue: Cue, reference: Reference, cues: Sequence[Cue], references: Sequence[Reference]) -> bool:
    """Whether another cue with a partner of its own stands between: 'A와 면담한 뒤 B를 만나'."""
    return any(
        reference.end <= other.start
        and any(other.end <= rival.start and rival.end <= cue.start and rival.group in PARTNER for rival in references)
        for other in cues
        if other.start < cue.start
    )


def pair_carried_features(at: Scene, cue: Cue, references: Sequence[Reference]) -> list[str]:
    """The features of those last told together as the unspoken people of a sentence that names none."""
    tokens = at.sentence.tokens
    subjects = sum(1 for token in tokens if token.start < cue.start and token.tag == "JKS")
    dated = any(token.tag == "SN" for token in tokens)
    return [
        "pair",
        f"p.k={cue.kind}",
        f"p.s={cue.stem}",
        f"p.subj={min(subjects, 2)}",
        f"p.dated={int(dated)}",
        f"p.an={int(at.anaphoric)},{cue.kind}",
        f"p.q={int(inside(cue.start, at.quotes))}",
        f"p.hl={int(at.headline)}{int(at.caption)}",
        f"p.first={int(at.first)}",
        f"p.n={len(references)}",
    ]


def linked_features(cue: Cue, linked: Sequence[Reference]) -> list[str]:
    """What those whom a cue links tell of whether it links somebody unspoken."""
    count = min(len({name for reference in linked for name in reference.names}), 3)
    groups = {reference.group for reference in linked}
    subject, partner = bool(groups & {"는", "가", "도"}), bool(groups & PARTNER)
    return [
        f"c.linked={count}",
        f"c.linked,k={count},{cue.kind}",
        f"c.linked,roles={count},{int(subject)}{int(partner)}",
        *(f"c.linked,g={min(count, 2)},{group}" for group in groups),
    ]


def carried_features(text: str, at: Scene, cue: Cue, why: str, references: Sequence[Reference]) -> list[str]:
    """The features of one carried over as the unspoken subject of this cue; ``why`` is how he came to mind (topic, main, last)."""
    people = [reference for reference in references if reference.kind != "carried"]
    ways = why.split("+")
    why = "+".join(way for way in ways if way in ("topic", "main", "last"))
    clause = max((border for border in at.borders if border < cue.start), default=at.sentence.start)
    subjects = [place for place in at.clauses.marked if place < cue.start]
    own = sum(1 for place in subjects if place > clause)
    partners = [reference for reference in people if reference.end <= cue.start]
    groups = sorted({reference.group for reference in partners})
    head = any(cue.end <= reference.start < cue.end + 30 and _between(at.relatives, cue.start, reference.start) for reference in people)
    spoken = at.clauses.own(cue.start, at.sentence.start, cue.start)
    sort = "none" if spoken is None else "person" if any(r.phrase_end - 1 <= spoken[0] <= r.phrase_end + 1 for r in people) else "other"
    number = at.clauses.after(cue.start)
    kind = at.clauses.predicates[number].kind if number < len(at.clauses.predicates) else "none"
    return [
        "carried",
        f"c.own={sort}",
        f"c.own,kind={sort},{kind}",
        f"c.own,n={sort},{min(len(partners), 2)}",
        f"c.own,k={sort},{cue.kind}",
        f"c.kind={kind},{min(len(partners), 2)}",
        *(f"c.why,own={part},{sort}" for part in ways),
        f"c.why={why}",
        f"c.why,subj={why},{min(len(subjects), 1)}",
        f"c.why,n={why},{min(len(partners), 2)}",
        *(f"c.why={way}" for way in ways),
        *(f"c.why,n={way},{min(len(partners), 2)}" for way in ways),
        *(f"c.why,an={way},{int(at.anaphoric)}" for way in ways),
        f"c.k={cue.kind}",
        f"c.s={cue.stem}",
        f"c.subj={min(len(subjects), 2)},{min(own, 1)}",
        f"c.own,k={min(own, 1)},{cue.kind}",
        f"c.any,k={min(len(subjects), 1)},{cue.kind}",
        f"c.n={min(len(partners), 3)}",
        f"c.n,k={min(len(partners), 2)},{cue.kind}",
        f"c.n,subj={min(len(partners), 2)},{min(len(subjects), 1)}",
        f"c.head={int(head)}",
        f"c.q={int(inside(cue.start, at.quotes))}",
        f"c.an={int(at.anaphoric)},{cue.kind}",
        f"c.hl={int(at.headline)}{int(at.caption)}",
        f"c.first={int(at.first)}",
        *(f"c.{feature}" for feature in at.arguments.get(cue.start, ())),
        *(f"c.g={group}" for group in groups),
        *(f"c.g,subj={group},{min(len(subjects), 1)}" for group in groups),
    ]
