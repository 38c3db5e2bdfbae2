"""What was only heard of, reported or alleged, and is denied: in the rest of its sentence or in the next ones."""

from __future__ import annotations

import re

from graphing.extract.frames.cues import Cue, denied
from graphing.extract.frames.linking import Scene

RUMOUR = re.compile(
    r"소문|다는 (?:[가-힣]+ )?(?:진술|증언|제보)|"
    r"다는 (?:것이다|말(?:이|까지|도|은)|글이|내용|기사|소식|얘기|이야기|관측|추측|전언)|찌라시|정보지|목격담|"
    r"설[이은을]|보도|의혹|루머|풍문|다는데|주장|전했으나|독대설|회동설|얘기가 돌|이야기가 .{0,8}돌"
)
# '회동설에 대해 “사실무근”이라고 일축했다'
_OF_RUMOUR = re.compile(r"설(?:에|과|은|이|을|도|로)(?: |도|는)")
# What was only heard of, where the next sentence denies that very encounter: '… 만난 것으로 알려졌다. A 측은 “회동은 없었다”고 했다'.
_HEARD = re.compile(r"것으로 (?:알려|전해|보도|파악)|고 (?:보도|전)했")
_NO_SUCH = re.compile(
    r"(?:회동|만남|면담|독대|접촉|통화|만난)(?:[은이도을를]|한)? ?(?:[가-힣]+ )?"
    r"(?:없었|없다[”\"]|부인|사실(?:이|도|은) ?(?:없|아니)|사실무근|(?:적|일|바)[은이도]? ?(?:전혀 )?없)"
)
# What prosecutors hold, and a court that does not: '검찰은 … 만나 돈을 받았다고 봤다. 그러나 재판부는 … 무죄로 판단했다'.
_CLAIMED = re.compile(r"고 (?:봤|보고|판단|의심|주장|적시|기재)")
_UNPROVED = re.compile(
    r"무죄|증거(?:가|는|도)? ?(?:[가-힣]+ )?(?:없|부족)|어긋[나난]|(?:인정하|받아들이)지 않|믿기 어렵|믿을 수 없|신빙성이 없"
)
TURN = re.compile(r"\s*[“‘]?(?:그러나|하지만|그런데|다만|반면|이에 대해)")


def denied_elsewhere(text: str, at: Scene, cue: Cue, rest: str, following: str, later: str) -> bool:
    """Whether an encounter is told as a rumour or an allegation that ``rest`` of its sentence, the ``following`` or the one after that
    (``later``) denies."""
    if _HEARD.search(text, cue.end, at.sentence.end) and _NO_SUCH.search(following):
        return True
    if _CLAIMED.search(text, cue.end, at.sentence.end) and TURN.match(following) and _UNPROVED.search(following):
        return True
    rumoured = RUMOUR.search(text, cue.end, at.sentence.end) or _OF_RUMOUR.match(text, cue.end)
    return rumoured is not None and any(map(denied, (rest, following, later)))
