"""Sides of an encounter whose people nobody names: '하늘은행 경영진과', '하늘전자와 바다전자를 차례로', '병원을 찾아 관계자들과도'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graphing.extract.clauses import Clauses
from graphing.extract.cues import Cue
from graphing.extract.linking import PARTNER
from graphing.extract.telling import SUBJECT, Links
from graphing.model import Mention, Sentence, Span

_PEOPLE = (
    r"(?:경영진|임원진|임원|임직원|관계자|실무진|실무자|실무팀|직원|대표단|사절단|협상단|협상팀|교섭단|방문단|실사단|시찰단|투자단|대표진|"
    r"운용역|노조|집행부|간부|조합원|담당자|책임자|연구진|연구원|개발진|기술진|주주|이사진|채권단|점주|(?:수출|영업|기술|구매|개발|투자|법무|재무|인수|홍보|운용|전략|실사)팀|"
    r"분들|사람들|인사들|수뇌부|지도부|회장단|사장단|의장단|관료|당국자|근로자|노동자|직원 ?대표)"
)
# People of a body whom nobody names: '하늘은행 경영진', '하늘전자 수출팀', '하늘그룹 쪽 사람들'.
UNNAMED_SIDE = re.compile(
    r"\s?(?:\([A-Za-z가-힣 ]+\) ?)?(?:그룹 |측 |쪽 |본사 |여성 |고위 |현지 |주요 |핵심 |협력사 |소속 )*(?:[가-힣]+ ){0,2}?"
    r"(?:최고)?" + _PEOPLE
)
# 'X 측과', 'X 쪽을' where no noun follows.
PARTY = re.compile(r" ?[측쪽](?=(?:과|와|을|를|에게)\s)")
# Bodies that are their people: '하늘자동차 노조와 만났다'.
BODY = re.compile(r"(?:노조|노동조합|지부|지회|채권단|비상대책위원회|비대위|협의회|상인회|주민회)$")
AMONG = re.compile(r"\s?(?:중|가운데|사이|출신|대신|측은|에 따르면)")
SIDE_PARTICLE = re.compile(r"(?: ?\d+여? ?명| ?들| ?등)*(과|와|을|를|이|가|은|는|에게|도|의 (?:안내|초청|초대|영접|환영|설명))?")
# A body to which somebody goes; those whom he meets there are its people: '하늘은행 본사로 가 임원들과', '부스에 들러 관계자와'.
GONE_TO = re.compile(
    r"(?:\([A-Za-z가-힣 ]+\))?(?: ?(?:본사|본관|사무실|사무소|부스|공장|사업장|지점|현장|캠퍼스|전시관|매장|본부|회관|청사))?"
    r"(?:[을를] (?:[가-힣]+ )?(?:찾|방문|둘러)|에 (?:[가-힣]+ )?(?:들러|들렀|가|도착)|"
    r"(?:으로|로) (?:[가-힣]+ )?(?:가|갔|간|옮|건너|향|달려|발길)|에서 )"
)
MET_THERE = re.compile(
    rf"(?<![가-힣])(?:[가-힣]+ )?(?:고위 |현지 |주요 |최고)*{_PEOPLE}(?: ?\d+여? ?명| ?들)*(?P<particle>[과와을를]|에게)(?![가-힣]{{2}})"
)
# So far behind the words for going somewhere those for the people met there may stand.
THERE = 60
# A body that is itself what is met, alone or as the last of several: '하늘전자, 바다전자와', '하늘전자와의 회동'.
MET = re.compile(r"(?:\([A-Za-z가-힣 ]+\))?(?:과|와)(?:도|는)?(?=\s)")
MET_BY_NOUN = re.compile(r"(?:\([A-Za-z가-힣 ]+\))?(?:과|와)의 ")
LISTED = re.compile(r"(?:\([A-Za-z가-힣 ]+\))?(?: ?[,·ㆍ] ?|(?:과|와) )")
# Cues that tell of people; companies too sign, confer and join hands without anybody in the room.
MEETING_A_BODY = frozenset({"meet", "talk", "meal", "phone"})
# A side may be the subject where a named person is the partner: '하늘은행 경영진이 A를 찾아'.
AS_PARTNER = frozenset({"과", "와", "을", "를", "에게", "도", ""})
AS_SUBJECT = frozenset({"이", "가", "은", "는"})


@dataclass(frozen=True, slots=True)
class Side:
    """A body whose people a sentence speaks of without naming them: its name, the words, the particle behind them (without 도, 는), and
    ``bare`` where only the body is named, not its people."""

    name: str
    words: Span
    particle: str
    bare: bool = False


def unnamed_sides(text: str, sentence: Sentence, organizations: Sequence[tuple[Mention, str]]) -> list[Side]:
    """The unnamed sides that a sentence speaks of.

    ``organizations`` are mentions with names, ascending; those of other sentences are passed over.
    """
    here = [(mention, name) for mention, name in organizations if sentence.start <= mention.start < sentence.end]
    found = []
    for mention, name in here:
        match = UNNAMED_SIDE.match(text, mention.end, sentence.end) or PARTY.match(text, mention.end, sentence.end)
        end = match.end() if match else mention.end if BODY.search(name) else None
        if end is None or AMONG.match(text, end):
            continue
        particle = SIDE_PARTICLE.match(text, end, end + 12)
        word = (particle.group(1) or "") if particle else ""
        if match or word:
            found.append(Side(name, Span(mention.start, end), word))
    spoken = {side.name for side in found}
    found += [side for side in _met_there(text, sentence, here) if side.name not in spoken]
    found += [side for side in _met_themselves(text, sentence, here) if side.name not in spoken]
    return found


def _met_there(text: str, sentence: Sentence, here: Sequence[tuple[Mention, str]]) -> Iterator[Side]:
    """Bodies to which somebody goes and meets people there."""
    for number, (mention, name) in enumerate(here):
        gone = GONE_TO.match(text, mention.end, sentence.end)
        if gone is None:
            continue
        # People behind the next body are that one's.
        border = here[number + 1][0].start if number + 1 < len(here) else sentence.end
        people = MET_THERE.search(text, gone.end(), min(sentence.end, border, gone.end() + THERE))
        if people:
            yield Side(name, Span(mention.start, people.start("particle")), people["particle"])


def _met_themselves(text: str, sentence: Sentence, here: Sequence[tuple[Mention, str]]) -> Iterator[Side]:
    """Bodies that are met, where nothing but their names is said: a list of them is read from its end."""
    particle = ""
    for number in range(len(here) - 1, -1, -1):
        mention, name = here[number]
        listed = LISTED.match(text, mention.end, sentence.end)
        # '하늘전자와 바다전자를': what is said of the last is said of all.
        if not (listed and number + 1 < len(here) and listed.end() == here[number + 1][0].start):
            met = MET.match(text, mention.end, sentence.end) or MET_BY_NOUN.match(text, mention.end, sentence.end)
            particle = "와" if met else ""
        if particle:
            yield Side(name, Span(mention.start, mention.end), particle, bare=True)


def sides_of(cue: Cue, sides: Sequence[Side], links: Links, found: Clauses) -> tuple[tuple[str, Span], ...]:
    """The unnamed sides that a cue links: partners before it, and a subject where a named person is the partner.

    A body of which nothing but the name is said is one only in the cue's own clause, where somebody named meets it and nobody else.
    """
    partner = any(reference.group in PARTNER for reference, _ in links)
    subject = any(reference.group in SUBJECT or reference.kind == "carried" for reference, _ in links)
    own = found.after(cue.start)
    linked: list[tuple[str, Span]] = []
    for side in sides:
        if side.words.end > cue.start:
            continue
        if side.bare:
            meets = cue.kind in MEETING_A_BODY and subject and not partner
            takes_part = meets and found.after(side.words.end) == own
        else:
            as_subject = side.particle in AS_SUBJECT and partner and not subject
            takes_part = side.particle in AS_PARTNER or side.particle.startswith("의 ") or as_subject
        if takes_part and all(name != side.name for name, _ in linked):
            linked.append((side.name, side.words))
    return tuple(linked)
