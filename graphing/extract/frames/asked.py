"""What is only asked for, or only said to somebody, is no encounter: 면담을 요청했다, B에게 협력을 당부했다, B를 행사에 초청했다.

A meeting that did not come about because it was refused is one that failed (``modality``), and words spoken where people met
(만나 협력을 당부했다) are told by what else the sentence says. Of the encounters of nine sets of annotated articles that were told by
such words alone, none was one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graphing.extract.frames.cues import Cue
from graphing.extract.frames.telling import SUBJECT, Telling

NAMED = frozenset({"talk", "meet", "meal", "phone"})
_ADVERB = r"(?:(?:공개|거듭|정식|공식|긴급|직접|먼저|다시|재차|단독|서면|여러 차례|수차례|[가-힣]+적으로|[가-힣]+히)(?:으로|로)? )*"
# What follows a noun that names an encounter (회동, 면담) where it is only wished for, up to what became of it.
_PROPOSED = re.compile(
    rf"(?:[가-힣]{{0,2}}자[”\"’](?:고|며|라고)|[을를])? ?{_ADVERB}(?:제안|제의|요청|신청|희망|촉구|요구|원했|원한|주문)"
    r"(?!으로|에 따라|에 응)(?![^.]{0,40}(?:성사|이뤄|이루어|열렸|열린|만났|만나|마주|수락|받아들|응했|응해|화답))"
)
# Words for one who speaks to another, wherever that is: 당부했다, 뜻을 전했다; not 논의했다, which takes two.
_ONE_WAY = re.compile(r"요청|당부|부탁|제안|호소|항의|전[했하한]|표[했하]|표명|드[렸리]|설득|설명|타진")
_TO = frozenset({"에게", "와의", "의"})
# Who is invited need not come, unless it is to a meal or a house: 초청했다, 행사에 초청했다; not 점심에 초대했고.
_INVITED = re.compile(r"초청(?:했다|한다|하기로|키로|할 )")
_TO_EVENT = re.compile(
    r"에? (?:(?:초청|초대)(?:했|한다|하기로|키로|할 )|(?:축하 ?)?(?:화환|조화|꽃|꽃다발|축전|편지|메시지|영상)[을를]? 보[냈내])"
)
_REQUEST = re.compile(r" (?:요청|제안|제의|신청)(?:서|[을를은는이가도에])")


def proposed(text: str, cue: Cue) -> bool:
    """Whether an encounter that a noun names is only proposed, asked for or wished: '면담을 요청했다'."""
    if cue.kind == "event":
        return _TO_EVENT.match(text, cue.end) is not None
    return cue.kind in NAMED and (_PROPOSED.match(text, cue.end) or _REQUEST.match(text, cue.end)) is not None


def only_asked(text: str, tellings: Sequence[Telling]) -> bool:
    """Whether all that tells an encounter is that somebody said something to somebody, or invited him."""
    return all(_is_one_way(text, told) for told in tellings)


def _is_one_way(text: str, told: Telling) -> bool:
    words = text[told.cue.start : told.scene.sentence.end]
    if told.cue.kind == "confer":
        to = any(reference.group.removesuffix("도") in _TO for reference, _ in told.links)
        # 'A가 함께 인수하자고 제안했고 B가 이를 반겼다': nobody with whom it was, only who said what.
        to = to or (not told.orgs and all(reference.group in SUBJECT for reference, _ in told.links))
        return to and not told.scene.anaphoric and _ONE_WAY.search(text, told.cue.start, told.cue.end) is not None
    return told.cue.kind == "host" and _INVITED.match(words) is not None
