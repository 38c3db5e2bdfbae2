"""Words in the middle of a sentence behind which another occasion is told, so that the partners on this side are none of that one.

'A는 B를 만나기에 앞서 C와 차를 마셨다', 'A는 B와의 회동 결과를 C에게 보고했다', 'A는 C와 만나 “B와도 만나겠다”고 말했다'. The
model that links judges each person by himself, and takes both for partners of both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graphing.extract.frames.clauses import Clauses
from graphing.extract.frames.cues import Cue
from graphing.extract.frames.linking import Scene
from graphing.extract.frames.own_clause import verb_of
from graphing.extract.frames.phrases import Reference
from graphing.extract.frames.telling import Links
from graphing.extract.occasions import occasion

# Particles of whom somebody met, told or asked.
PARTNERS = frozenset({"와", "를", "에게", "와도", "와는", "를도", "와의", "등+와", "등+를"})
_OCCASION = rf"(?:{occasion('meeting', 'meal')}|통화|접촉|방문|예방|접견|독대|만남)"
# '만나기에 앞서', '만찬 전', '회동 직전에': what follows was before that.
_VERB = "(?:만나|하|갖|열|찾|앉|떠나|나서|보|먹|가|오|들|맺|치르|나누|나오)"
_BEFORE = re.compile(rf"(?:{_VERB}기|{_OCCASION})(?:에 앞서서?| (?:바로 |직)?전(?:에|에는)?)[ ,]")
# What somebody makes of an encounter, elsewhere: '회동 결과를', '면담한 사실을'.
_OF_IT = (
    r"(?:결과|내용|사실|성과|경과|배경|소식|경위|뒷이야기|뒷얘기|후일담|합의(?:안|문|사항)?|대화록|녹취|일정|계획|전략|준비|무산|불발|필요성|가능성)"
)
_MATTER = re.compile(rf"(?:{_OCCASION}(?:했던|한|했다는)? ?|(?:만[난났]|나눈) )(?:[가-힣]+ )?{_OF_IT}[을를이가은는] ")
# 'B와의 회동 결과': whom that encounter was with stands before its noun.
_WITH_HIM = re.compile(rf" (?:[가-힣]+ ){{0,2}}?{_OCCASION}(?:했던|한|했다는)? ?(?:[가-힣]+ )?{_OF_IT}")
# '부총리와 총재의 회동은 지난해 9월 A와 B가 만난 뒤 처음이다': of whoever holds the two posts.
_OFFICES = re.compile(rf"(?:[과와] (?:[가-힣]+ ){{0,2}}[가-힣]+)?의 (?:[가-힣]+ )?{_OCCASION}[은이] [^.]*(?:만[이에의인]|처음|번째)")
_SIDES = 2
# '함께' of the first person: those who stand around a quotation take part in what it tells.
_WE = re.compile(r"우리|저희|함께|같이|둘이|셋이|서로")


def without_those_beyond(text: str, at: Scene, cue: Cue, cues: Sequence[Cue], links: Links) -> Links:
    """The links of a cue without partners who are those of another occasion of its sentence."""
    links = tuple(link for link in links if not _quoted_apart(text, at, cue, link[0]) and not _of_matter(text, cue, link[0]))
    if len({name for reference, _ in links for name in reference.names}) > _SIDES:
        links = tuple(link for link in links if not is_office(text, link[0]))
    his = next((link for link in links if _is_told_of(text, cue, link[0])), None)
    if his is not None:
        return tuple(link for link in links if link is his or not _is_partner(link[0]))
    for border in _borders(text, at, cue, cues):
        here = [link for link in links if (link[0].start < border) == (cue.start < border)]
        if any(_is_partner(reference) for reference, _ in here):
            links = tuple(link for link in links if link in here or not _is_partner(link[0]))
    return links


def is_office(text: str, reference: Reference) -> bool:
    """Whether a title means whoever holds the post, and of whom the encounter is told by name: '총재의 회동은 A와 B가 만난 뒤 처음이다'."""
    return reference.kind == "title" and _OFFICES.match(text, reference.phrase_end) is not None


def _is_partner(reference: Reference) -> bool:
    return reference.kind != "carried" and reference.group in PARTNERS


def _borders(text: str, at: Scene, cue: Cue, cues: Sequence[Cue]) -> Iterator[int]:
    """Where in the sentence one occasion ends and another begins."""
    sentence = at.sentence
    for pattern in (_BEFORE, _MATTER):
        yield from (match.end() for match in pattern.finditer(text, sentence.start, sentence.end))
    told, own = {verb_of(at.clauses, other) for other in cues}, verb_of(at.clauses, cue)
    if cue.kind == "confer":
        return
    yield from _after_parting(at.clauses, own, told)
    if own + 1 < len(at.clauses.predicates) and cue.kind in ("meet", "talk", "meal", "phone"):
        yield from _before_another_deed(at.clauses, own, told)


def _after_parting(found: Clauses, own: int, told: set[int]) -> Iterator[int]:
    """Where a clause that tells no encounter ends: 'B와 헤어진 뒤 C를 만났다'."""
    for index, predicate in enumerate(found.predicates[:own]):
        if index not in told and predicate.stem == "헤어지" and predicate.kind == "joined":
            yield predicate.end


def _before_another_deed(found: Clauses, own: int, told: set[int]) -> Iterator[int]:
    """Where a cue's clause ends before what was done to somebody else: 'C와 만나 B를 비판했다'."""
    predicate = found.predicates[own]
    if predicate.kind == "joined" and not told.intersection(range(own + 1, len(found.predicates))):
        yield predicate.end


def _matter(text: str, reference: Reference) -> int | None:
    """Where a phrase ends that tells what was made of an encounter with somebody ('B와의 회동 결과'), None where none stands behind him."""
    if reference.group not in ("와의", "와") or reference.kind == "carried":
        return None
    about = _WITH_HIM.match(text, reference.phrase_end) or _WITH_HIM.match(text, reference.phrase_end + len("과의"))
    return about.end() if about else None


def _of_matter(text: str, cue: Cue, reference: Reference) -> bool:
    """Whether somebody is only of whom another encounter was with, of which a cue tells what was made: 'B와의 회동 결과를 설명했다'."""
    end = _matter(text, reference)
    return end is not None and not reference.start <= cue.start < end


def _is_told_of(text: str, cue: Cue, reference: Reference) -> bool:
    """Whether a cue is the encounter with somebody of which something is made elsewhere."""
    end = _matter(text, reference)
    return end is not None and reference.start <= cue.start < end


def _quoted_apart(text: str, at: Scene, cue: Cue, reference: Reference) -> bool:
    """Whether a quotation parts a cue from a partner: he is named in it and the cue tells what was before it, or the other way round."""
    if not _is_partner(reference) or at.headline:
        return False
    for low, high in at.quotes:
        within = low < reference.start < high
        if within != (low < cue.start < high):
            return within or not _WE.search(text, low, high)
    return False
