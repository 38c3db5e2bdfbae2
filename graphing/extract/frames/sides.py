"""Sides of an encounter whose people nobody names: '하늘은행 경영진과', '하늘자동차 노조와'."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from graphing.extract.frames.cues import Cue
from graphing.extract.frames.linking import PARTNER
from graphing.extract.frames.references import begins_phrase
from graphing.extract.frames.telling import ACTS, SUBJECT, Links, Telling
from graphing.model import Mention, Sentence, Span

_PEOPLE = (
    r"(?:(?:전문 ?)?경영진|(?:최고경영자(?:\(CEO\))?|CEO|수장|위원|의원)(?=들)|"
    r"임원진|임원|임직원|관계자|실무진|실무자|실무팀|직원|대표단|사절단|협상단|협상팀|교섭단|방문단|실사단|시찰단|투자단|대표진|"
    r"운용역|노조|집행부|간부|조합원|담당자|책임자|연구진|연구원|개발진|기술진|주주|이사진|채권단|점주|"
    r"(?:[가-힣]{1,6})?(?:수출|영업|기술|구매|개발|투자|법무|재무|인수|홍보|운용|전략|실사|협력|기획|사업|생산|연구|디자인|설계|마케팅|해외|통상)팀|"
    r"대표(?=들|자들| ?\d+여? ?(?:명|인|곳))|(?:교섭|협상|집행|운영|자문|심사)위원|준법감시인|변호인단|(?:실무|연구|개발|재무|법무)팀|"
    r"분들|사람들|인사들|인사(?=[가는와를])|사외이사|이사회 (?:멤버|구성원|인사)|이사(?=들)|"
    r"수뇌부|지도부|회장단|사장단|의장단|관료|당국자|근로자|노동자|직원 ?대표)"
)
# People of a body whom nobody names: '하늘은행 경영진', '하늘전자 수출팀', '하늘그룹 쪽 사람들'.
UNNAMED_SIDE = re.compile(
    r"(?:의)?\s?(?:\([A-Za-z가-힣 ]+\) ?)?(?:그룹 |측 |쪽 |본사 |여성 |고위 |현지 |주요 |핵심 |협력사 |회원사 |소속 )*"
    r"(?:[가-힣]+(?:\([A-Za-z가-힣]+\)[가-힣]*)? ){0,2}?"
    r"(?:최고)?" + _PEOPLE
)
# Who goes to a body's premises and meets people there meets its people: '하늘자동차 공장을 찾아 임직원들과 회동했다'.
VISITED = re.compile(
    r"(?:의)?(?: [가-힣]+){0,2}? ?"
    r"(?:본사|사옥|공장|연구소|사업장|현장|매장|지점|캠퍼스|센터|사무실|청사|조선소|병원|부스|전시관)?(?:를|을|으로|로|에|에도|에는)? "
    r"(?:각각 |차례로 |잇달아 |잇따라 |연이어 |직접 )?"
    r"(?:찾아|방문해|방문하고|방문,|가|가서|들러|이동해|돌며|돌고|돌면서|돌아보며|둘러보며|다니며|오가며|"
    r"(?:자리|걸음|발길|발걸음)[을를] (?:옮겨|돌려))(?:가|가서|와|와서)? "
    r"(?!여야|여·야)[^.“”\"]{0,24}?"
    r"(?<![가-힣])(?:[가-힣]{2,3} )?(?P<people>" + _PEOPLE + r")(?P<more> ?(?:\d+여? ?명|들|등))*(?P<particle>과|와|을|를|에게)(?:도|는)? "
)
# 'X 측과', 'X 쪽이' where no noun follows.
PARTY = re.compile(
    r" ?[측쪽](?=(?:과|와|을|를|에게)\s|"
    # not who only speaks: '하늘은행 측은 부인했다'
    r"[은이]\s(?![“\"‘]|(?:[가-힣]+ )?(?:부인|전한|전했|밝힌|밝혔|말했|설명|해명|반박|주장|답|강조|일축|선을)))"
)
# Bodies that are their people: '하늘자동차 노조와 만났다'.
BODY = re.compile(r"(?:노조|노동조합|지부|지회|채권단|비상대책위원회|비대위|협의회|상인회|주민회)$")
# A body that invites, calls or sees somebody is its people: '하늘협회는 22일 … A를 초청해 간담회를 열었다'.
HOST = re.compile(
    r"(?: ?[가-힣\d]{1,8}(?:국|실|과|부|팀|본부))?(?P<particle>[은는이가]) "
    r"(?:(?!(?:자|면서|는데|지만|으나) )[^.“”\"]){0,80}?[을를] (?:[가-힣]+ )?"
    r"(?:(?:초청|초대)(?:해|하여|하고)?|불러(?:들여)?|소환해|만나(?:서)?|면담해|면담하고) "
)
# The head of a union is one of its people: '하늘자동차 노조위원장을 따로 면담'.
HEAD = re.compile(r" ?(?:위원장|지부장|지회장|집행부|간부)(?=들?(?:과|와|을|를|에게)\s)")
# A body that is met by its bare name: '하늘전자, 가람통신과 차례로 만났다', '하늘전자와 미팅을 이어 갔다'.
MET = re.compile(
    r"(과|와)(?:도|는)? (?:각각 |차례로 |잇달아 |잇따라 |연이어 |따로 |비공개 |비공개로 |개별 )*(?:만나|만났|만난|면담|회동|미팅|간담회)"
)
# The heads of several bodies: '하늘당과 바다당 등 여야 4당 대표를 각각 만났다'; of one body it is somebody who may be named elsewhere.
HEADS = re.compile(
    r"(?: ?등)? ?(?:[가-힣·\d]{1,8} ){0,2}?(?:최고경영자(?:\(CEO\))?|CEO|대표(?:이사)?|수장|사장|회장|행장|총수|위원장|원내대표)(?:들|단)?"
    r"(?=(?:과|와|을|를|에게)(?:도|는)? (?!지낸|지내|역임|맡))"
)
# The head of one body whom nobody names: '하늘은행 회장과 오찬을 했다'.
OFFICE = re.compile(
    r" (?P<title>[가-힣]{0,6}(?:회장|사장|대표|대표이사|행장|위원장|총재|의장|청장|장관|차관|총장|원장|이사장|대사|본부장|부문장|전무|상무|"
    r"총괄|국장|최고경영자|CEO))(?=(?:과|와)(?:는|도)? |[을를] (?:[가-힣]+ )?(?:만[나났난]|접견|예방|면담|독대|불러|찾아가))"
    r"(?![^.,“”\"]{0,14}(?:지낸|지내|역임|거친|거쳐|맡[은아으]))"
)
LISTED = re.compile(r"(?:, ?|·|과 |와 )$")
AMONG = re.compile(r"\s?(?:중|가운데|사이|출신|대신|측은|에 따르면)")
SIDE_PARTICLE = re.compile(r"(?: ?\d+여? ?명| ?들| ?등)*(과|와|을|를|이|가|은|는|에게|도|의 (?:안내|초청|초대|영접|환영|설명))?")
# A side may be the subject where a named person is the partner: '하늘은행 경영진이 A를 찾아'.
NO_POSTS: Mapping[str, Collection[str]] = MappingProxyType({})
AS_PARTNER = frozenset({"과", "와", "을", "를", "에게", "도", ""})
AS_SUBJECT = frozenset({"이", "가", "은", "는"})


@dataclass(frozen=True, slots=True)
class Side:
    """A body whose people a sentence speaks of without naming them: its name, the words and the particle behind them."""

    name: str
    words: Span
    particle: str


def unnamed_sides(
    text: str,
    sentence: Sentence,
    organizations: Sequence[tuple[Mention, str]],
    people: Sequence[tuple[Mention, str]] = (),
    posts: Mapping[str, Collection[str]] = NO_POSTS,
) -> list[Side]:
    """The unnamed sides that a sentence speaks of.

    ``organizations`` and ``people`` are mentions with names, ascending; those of other sentences are passed over. ``posts`` are the
    titles that people of the article have at each body: who is named elsewhere is no unnamed side.
    """
    found: list[Side] = []
    row: list[tuple[Mention, str]] = []
    for mention, name in organizations:
        if not sentence.start <= mention.start < sentence.end:
            continue
        row = [*row, (mention, name)] if row and LISTED.fullmatch(text, row[-1][0].end, mention.start) else [(mention, name)]
        # 홍 금융감독위원장과: a body written together with its head's title is that person.
        met = MET.match(text, mention.end, sentence.end) if text[mention.end - 1] != "장" else None
        if met:
            found += [Side(one, Span(body.start, body.end), met[1]) for body, one in row]
            continue
        match = UNNAMED_SIDE.match(text, mention.end, sentence.end) or PARTY.match(text, mention.end, sentence.end)
        match = match or (HEADS.match(text, mention.end, sentence.end) if len(row) > 1 else None)
        match = match or _office(text, sentence, mention, posts.get(name, ()), people)
        # '국회 의원회관에서 하늘협회 회장단을': the people of the other body
        if match and any(mention.end < other.start < match.end() and text[other.start - 1] != "(" for other, _ in organizations):
            match = None
        visited = None if match else VISITED.match(text, mention.end, sentence.end)
        if visited and not any(mention.end <= other.start < visited.start("people") for other, _ in organizations):
            # 'X와 Y를 각각 찾아 경영진과 회동했다': the people of each
            found += [Side(one, Span(body.start, body.end), visited["particle"]) for body, one in row]
            continue
        host = None if match else HOST.match(text, mention.end, sentence.end)
        end = match.end() if match else mention.end if BODY.search(name) or host else None
        if end is None or AMONG.match(text, end):
            continue
        head = HEAD.match(text, end, sentence.end)
        end = head.end() if head else end
        particle = SIDE_PARTICLE.match(text, end, end + 12)
        word = (particle.group(1) or "") if particle else ""
        word = word or (host["particle"] if host else "")
        if match or word:
            # '현대차와 SK, LG의 경영진을': the people of each
            listed = row[:-1] if match else []
            found += [Side(one, Span(body.start, body.end), word) for body, one in listed]
            found.append(Side(name, Span(mention.start, end), word))
    return found


def _office(
    text: str, sentence: Sentence, mention: Mention, held: Collection[str], people: Sequence[tuple[Mention, str]]
) -> re.Match[str] | None:
    """The title after the name of a body that means its head, where nobody of the article has it and no name stands beside it."""
    match = OFFICE.match(text, mention.end, sentence.end)
    if match is None or not begins_phrase(text, sentence, mention.start):
        return None
    titles = {match["title"], re.sub(r"^.*(?=.{2}$)", "", match["title"])}
    named = any(mention.start - 3 <= one.end <= mention.start or mention.end <= one.start <= match.end() for one, _ in people)
    return None if named or any(title.endswith(tuple(titles)) for title in held) else match


# Where a sentence goes on to another time: 'A를 만나 논의했으며, 17일에는 B를 예방한다'. Whom it names before is not met then, nor
# the other way.
_TURN = re.compile(
    r"[가-힣](?:고|며|으나|지만),? (?:또 |이어 |다시 )?"
    r"(?=(?:[^ ,.“”\"]{1,4} ){0,2}?(?:\d{1,2}월|\d{1,2}일|오전|오후|저녁|밤|점심|이튿날|다음 ?날|전날)[^ ,.“”\"]{0,4}(?:에는|엔) )"
)
# Those of a body right before what tells that they were met: 'X, Y 경영진과 각각 회동한다', '하늘은행 임원들과 점심을'.
_MET_THERE = re.compile(_PEOPLE + r"(?: ?\d+여? ?명|들| 등)*(?:과|와|을|를)(?:도|는)? (?!함께 |나란히 )[^,.“”\"]{0,16}\Z")


def meets_side(text: str, start: int, end: int) -> bool:
    """Whether the words of text[start:end] right before what tells an encounter are the people of a body, who are met there."""
    return _MET_THERE.search(text, start, end) is not None


# What an earlier cue tells is told: '하늘은행 경영진과 마주 앉고, B를 찾는다', '하늘은행 관계자들을 만났고 …'.
_DONE = re.compile(
    r"(?:[가-힣]?[았었였했났갔왔봤졌]|하)?(?:고|으며|며),? |"
    # '하늘은행 임원들과 오찬을 한 뒤', '저녁을 먹은 데 이어'
    r"(?:[을를] )?[가-힣]{0,3}[한난친진연든은본눈] (?:뒤|후|다음|데 이어)(?:에)?,? "
)


# Kinds that tell by themselves that somebody met the people of a body; and how sure that is, at least, where the sentence leaves out
# whom the last one was about: 'A는 B를 만났다. 13일에는 하늘은행 경영진과 회담한다'.
_TELLING, _SURE = frozenset({"meet", "face", "talk", "meal"}), 0.6
_DOUBTED = frozenset({"habit", "condition", "wish", "rumour", "negated", "q=1", "hl=1"})


def surely_met(told: Telling) -> Telling:
    """A telling, surer where its subject is the one of the sentence before and it is plainly told whose people he met."""
    if not told.orgs or len(told.names) != 1 or told.status == "cancelled" or told.cue.kind not in _TELLING:
        return told
    subject, place = told.links[0][0], told.cue.start - told.scene.sentence.start
    goes_on = subject.kind == "carried" and (subject.tail == ACTS or {"topic", "subject"} <= set(subject.marker.split("+")))
    if not goes_on or not _DOUBTED.isdisjoint(told.features) or not meets_side(told.words, 0, place):
        return told
    return replace(told, certainty=max(told.certainty, _SURE))


def _told_before(text: str, side: Side, cue: Cue, cues: Sequence[Cue]) -> bool:
    """Whether an earlier cue of the sentence has the side for its own, and its clause ends before this one."""
    return any(side.words.end <= other.start < cue.start and _DONE.match(text, other.end, cue.start) for other in cues)


def turns(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] goes on from one time to another."""
    return _TURN.search(text, start, end) is not None


def sides_of(text: str, cue: Cue, sides: Sequence[Side], links: Links, cues: Sequence[Cue] = ()) -> tuple[tuple[str, Span], ...]:
    """The unnamed sides that a cue links: partners before it, and a subject where a named person is the partner.

    ``cues`` are all of the sentence.
    """
    partner = any(reference.group in PARTNER for reference, _ in links)
    subject = any(reference.group in SUBJECT or reference.kind == "carried" for reference, _ in links)
    linked: dict[str, Span] = {}
    for side in sides:
        as_subject = side.particle in AS_SUBJECT and partner and not subject
        takes_part = side.particle in AS_PARTNER or side.particle.startswith("의 ") or as_subject
        if side.words.end > cue.start or not takes_part or turns(text, side.words.end, cue.start):
            continue
        if not _told_before(text, side, cue, cues):
            linked.setdefault(side.name, side.words)
    return tuple(linked.items())
