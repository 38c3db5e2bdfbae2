"""Relays and rows: one telling that is several encounters (차례로 만났다), and a photograph's row of people that is one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graphing.extract.frames.cues import Cue
from graphing.extract.frames.linking import ROW, SERIAL, Scene
from graphing.extract.frames.phrases import Reference, bare
from graphing.extract.frames.telling import Links, Telling, names_of
from graphing.model import Article, Sentence

# Words that make of a list of partners as many encounters, beside those that linking knows (각각, 차례로, 에 이어).
RELAY = re.compile(
    r"개별(?:적으로)? ?(?:면담|회동|미팅|접촉|회담|협의|만)|일대일|[1１] ?(?:대|:) ?[1１]|순차(?:적으로|로)|줄줄이|한 차례씩|돌아가며|"
    r"하루 (?:간격|차이)로|(?:부처|회사|기관|기업|업체|그룹|은행|나라)별로|"
    r"등[을과] (?:[가-힣]+ )?따로(?:따로)? ?(?:만[나났]|면담|회동|접견)|"
    r"[난한]? 뒤 이어|만난 (?:사람|인물|인사|경영자|경영인|기업인|거물|최고경영자|CEO)(?:들)?[은는]"
)
# A list with bullets: whom one met one by one, or who came to a ceremony together.
BULLETS = re.compile(r"[▲△▷▶][^▲△▷▶.]{2,60}[▲△▷▶]")
# What tells of a round of visits before it names anybody.
ANNOUNCED = re.compile(
    r"(?:차례로|차례차례|잇달아|잇따라|연이어|연달아|한 (?:곳|군데|사람|명)씩|일일이|각각|두루) (?:[가-힣]+ )?"
    r"(?:찾|돌[았며아]|두드[렸리려]|방문|만[나났]|면담|예방|들[렀러])"
)
OF_TWO = frozenset({"meet", "talk", "visit", "phone"})
# Whom these words follow was met before the next one, whoever the subject is: 'A에 이어 B를', 'A를 만난 데 이어 B도'.
FOLLOWED = re.compile(r"(?:[과와]의)?(?: ?(?:회동|면담|만남|회담|접견))?에 이어|[을를과와] [가-힣 ]{1,8}데 이어")
RESPECTIVELY = re.compile(r"각각|각기|따로따로")
# What makes of a row of people in a caption an encounter, and not a row of portraits.
POSING = re.compile(
    r"촬영|포즈|악수|서명|협약|손을 (?:맞)?잡|기념사진|파이팅|테이프|들어 보이|박수|둘러보|간담회|회동|만찬|오찬|인사를 나누|대화|"
    r"건배|축배|첫 삽|시삽|제막|버튼|면담|접견|예방|환담|포옹|손뼉|엄지|전달(?:식|하고|한)|체결|기공|준공|관람|"
    r"참석자들|회의에 앞|앞서 |들어서고|나서고|입장하고"
)
# Between two objects of one verb: ', 5시에는 ', ', 부산에서 ' and what is told of the second (누리은행의).
ANOTHER = re.compile(
    r"(?:[을를과와](?: (?:[^\s,.]+ ){0,3}?[^\s,.]+(?:에서|에|으로|로))?)?, "
    r"(?:[^\s,.]+ ){0,3}?(?:[^\s,.]+(?:에는|에선|에서는|에서|엔)|\d+[일시월분](?:에)?|오전|오후|저녁|이튿날|다음 날) "
    r"(?:[^\s,.]+ ){0,3}|"
    # 'A와 점심을, B와 저녁을 함께했다'
    r"[과와]? (?:[^\s,.]+ ){0,2}?(?:점심|저녁|아침|조찬|오찬|만찬|식사|차|커피|회의|면담|회담|간담회|미팅|티타임)[을를]?, "
    r"(?:[^\s,.]+ ){0,4}?"
)
# 'A와 B, C가 차례로 서명했다': one after another, at one table.
TOGETHER = frozenset({"sign", "joint", "face"})
# 'A, B와 함께 전시장을 차례로 돌았다': places one after another, together.
TOUR = re.compile(
    r"[과와](?:도)? 함께 (?:[^.“”]{0,40} )?(?:차례로|차례차례|잇달아|잇따라|연이어|연달아|두루|일일이) (?:[가-힣]+ )?"
    r"(?:돌|둘러|살[펴폈]|찾|방문|들[렀러]|시찰|참관|관람)"
)
# A row of the photograph whose first row the sentence before tells: '(가운뎃줄 왼쪽부터)', '뒷줄 오른쪽부터'.
FURTHER = re.compile(
    r"(?:가운뎃|가운데 ?|중간 ?|뒷|뒤 ?|윗|맨 ?(?:뒤|위)(?:쪽)? ?|(?:둘|셋|넷)째 ?|(?:두|세|네) ?번째 ?|[2-5]번?째? ?)[줄열]"
)
BEFORE_ROW = 10
ORDERED = re.compile(rf"(?:{ROW.pattern})[)）\]]?[:,.]?\s*\Z")
ROW_CERTAINTY = 0.8
_SUBJECT, _PARTNER = frozenset({"는", "가"}), frozenset({"와", "를", "에게"})
GAPPED = (_SUBJECT, _PARTNER, _SUBJECT, _PARTNER)
OBJECT = frozenset({"를", "에게"})
UNDER_PARTICLE = frozenset({"는", "가", "도", "까지", "마저", ""})


def is_relay(text: str, sentence: Sentence) -> bool:
    """Whether a sentence says that one met several one after another, or each by himself."""
    return any(pattern.search(text, sentence.start, sentence.end) for pattern in (RELAY, BULLETS))


def announces_relay(text: str, sentence: Sentence) -> bool:
    """Whether a sentence says that several were seen one after another, who are told next: '여야 지도부의 방을 차례로 두드렸다'."""
    return ANNOUNCED.search(text, sentence.start, sentence.end) is not None


def apart(text: str, told: Telling) -> list[Telling]:
    """A relay (각각, 차례로 …) is as many encounters as it has partners; any other telling is one."""
    gapped = _gapped(text, told) or _at_another(text, told)
    if gapped:
        return gapped
    sentence = told.scene.sentence
    if not told.orgs and _are_subjects(told.links) and RESPECTIVELY.search(text, told.links[-1][0].phrase_end, told.cue.start):
        # 'A는 서울에서, B는 부산에서 각각 직원들과 만났다': each met others, who are not named.
        return []
    relays = (SERIAL, RELAY, BULLETS) if told.cue.kind in OF_TWO else (SERIAL, RELAY)
    announced = told.scene.serial and not is_relay(text, sentence)
    serial = announced or any(pattern.search(text, sentence.start, sentence.end) for pattern in relays)
    if not serial or len(told.names) + len(told.orgs) < 3 or told.cue.kind in ("attend", "event"):
        return [told]
    signed = told.cue.kind in TOGETHER and not told.orgs and all(bare(reference.group) in _SUBJECT for reference, _ in told.links)
    if signed or TOUR.search(text, sentence.start, sentence.end):
        return [told]
    links = _singly(told.links)
    subjects = [link for link in links if bare(link[0].group) in UNDER_PARTICLE and not FOLLOWED.match(text, link[0].phrase_end)]
    others = [link for link in links if link not in subjects]
    unspoken = [link for link in links if link[0].kind == "carried"]
    if unspoken:
        hub, partners = unspoken, [link for link in links if link not in unspoken]
    elif len(names_of(subjects)) == 1:
        hub, partners = subjects, others
    elif len(names_of(others)) == 1:
        hub, partners = others, subjects
    elif len(subjects) == len(others) and RESPECTIVELY.search(text, sentence.start, sentence.end):
        # 'A와 B는 각각 C와 D를 만났다': the first the first, the second the second.
        return [replace(told, links=pair, orgs=(), part=True) for pair in zip(subjects, others, strict=True)]
    elif all(bare(reference.group) in OBJECT for reference, _ in links):
        # 'A와 B, C를 차례로 만났다': who met them is said elsewhere.
        return []
    else:
        hub, partners = list(links[:1]), list(links[1:])
    own = set(names_of(hub))
    # 'B, C도 각각 만나 두 그룹과의 협력을': each once
    others = list({partner[0].names: partner for partner in reversed(partners) if not own & set(partner[0].names)}.values())[::-1]
    parts = [replace(told, links=(*hub, *each), orgs=(), part=True) for each in _seen_together(others)]
    parts += [replace(told, links=tuple(hub), orgs=(org,), part=True) for org in told.orgs]
    return parts or [told]


def _seen_together(partners: Sequence[tuple[Reference, float]]) -> list[Links]:
    """The partners of a relay, each alone, but those whom 와 joins between the commas of the list: 'A, B와 C, D를 차례로'."""
    groups: list[list[tuple[Reference, float]]] = []
    for place, partner in enumerate(partners):
        marks = [other[0].marker for other in partners[max(0, place - 2) : place + 1]]
        if marks == [",", "와", ","] and groups:
            groups[-1].append(partner)
        else:
            groups.append([partner])
    return [tuple(group) for group in groups]


def each_apart(text: str, at: Scene, references: Sequence[Reference]) -> bool:
    """Whether a sentence says of two subjects and more what each did by himself: 'A는 서울에서, B는 부산에서 각각 설명회를 열었다'."""
    subjects = [reference for reference in references if reference.marker in _SUBJECT]
    partners = any(reference.group in _PARTNER for reference in references)
    return len(subjects) > 1 and not partners and RESPECTIVELY.search(text, subjects[-1].phrase_end, at.sentence.end) is not None


def _are_subjects(links: Links) -> bool:
    """Whether only subjects are linked, each of a clause of his own, and nobody else: 'A는 …, B는 …'."""
    return bool(links) and all(reference.kind == "name" and reference.marker in _SUBJECT for reference, _ in links)


def _gapped(text: str, told: Telling) -> list[Telling]:
    """Two pairs before one verb: 'A가 B를, C가 D를 만났다', 'A는 B와, C는 D와 면담했다'."""
    links = told.links
    if len(links) != len(GAPPED) or told.orgs or any(len(reference.names) > 1 for reference, _ in links):
        return []
    fits = all(reference.marker in groups for (reference, _), groups in zip(links, GAPPED, strict=True))
    comma = text[links[1][0].phrase_end : links[2][0].start].strip().endswith(",")
    return [replace(told, links=pair, part=True) for pair in (links[:2], links[2:])] if fits and comma else []


def _at_another(text: str, told: Telling) -> list[Telling]:
    """Two objects of one verb, the second at another hour or place: 'A는 3시 B와 C를, 5시에는 D를 접견했다', '서울에서 B, 부산에서 C를'."""
    hub = [link for link in told.links if link[0].group in UNDER_PARTICLE or link[0].kind == "carried"]
    partners = [link for link in told.links if link not in hub]
    if len(names_of(hub)) != 1 or len({reference.group for reference, _ in partners}) != 1 or told.orgs:
        return []
    parts: list[list[tuple[Reference, float]]] = [[]]
    for link in partners:
        reference = link[0]
        before = parts[-1][-1][0] if parts[-1] else None
        if before and before.marker == before.group and ANOTHER.fullmatch(text, before.phrase_end, reference.start):
            parts.append([])
        parts[-1].append(link)
    if len(parts) < 2:
        return []
    if RESPECTIVELY.search(text, partners[-1][0].phrase_end, told.cue.start):
        # '6일 B를, 7일에는 C와 D를 각각 만났다'
        parts = [[link] for part in parts for link in part]
    return [replace(told, links=(*hub, *part), part=True) for part in parts]


def _singly(links: Links) -> Links:
    """The links with words for several people (두 사람) taken as one link for each."""
    return tuple((replace(reference, names=(name,)), chance) for reference, chance in links for name in reference.names)


def row_of(article: Article, index: int, at: Scene, references: Sequence[Reference]) -> Telling | None:
    """The telling of a photograph's row (왼쪽부터 A, B, C), where its paragraph says that they pose, sign or meet; None elsewhere.

    The words that order the row stand before its names or after them: 'A, B, C(왼쪽부터)'.
    """
    text, sentence = article.text, at.sentence
    named = [reference for reference in references if reference.kind == "name"]
    if len(named) < 2:
        return None
    paragraph = article.paragraphs[sentence.paragraph]
    match = ROW.search(text, sentence.start, sentence.end)
    # '참석자들.(왼쪽부터)' ends a sentence before the names that it orders.
    begun = ORDERED.search(text, paragraph.start, sentence.start)
    if match is None and begun is None:
        return None
    posing = POSING.search(text, paragraph.start, paragraph.end)
    border = match.end() if match and not begun else sentence.start
    after = [reference for reference in named if reference.start >= border]
    before = [reference for reference in named if reference.start < border]
    chosen = after if len({r.names for r in after}) >= 2 else before
    links = tuple((reference, ROW_CERTAINTY) for reference in chosen)
    if posing is None or len(names_of(links)) < 2:
        return None
    cue = Cue(posing.start(), posing.end(), "joint", "촬영")
    words = max(paragraph.start, begun.start() - BEFORE_ROW) if begun else sentence.start
    further = FURTHER.search(text, words, max(border, links[0][0].start))
    features = ("row", "further row") if further else ("row",)
    return Telling(index, at, cue, links, (), "held", features, text[sentence.start : border], ROW_CERTAINTY)
