"""Who came in another's place, and who had him come: 'A 회장 대신 B 부회장이 나왔다', 'A 행장은 빠지고 B 부행장을 보냈다'."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graphing.extract.frames.phrases import Reference, bare
from graphing.extract.frames.telling import SUBJECT

# 'B 사장을 대신 보냈다'; of two bodies only the last says so: 'A그룹은 B 사장을, C그룹은 D 사장을 보낸다'.
SENT = re.compile(
    r"(?: ㈜[^\s,.“”\"]+(?: [^\s,.“”\"]+)?)?[을를](?:, [^.,“”\"]{2,40}[은는] [^.,“”\"]{2,40}[을를])? "
    r"(?:대신 |대리로 |급히 )?(?:내)?보(?:냈|낸다|내기로|낼 (?:예정|계획|것))"
)
# 'B 부사장이 대신 나온다', 'B 회장이 그를 대신해 인사말을 했다'.
STANDS_IN = re.compile(
    r"[이가도] (?:[^\s,.“”\"]+[을를] )?대신(?:해|하여)? ?(?:[가-힣]+[을를에] )?"
    r"(?:나[와왔온올서섰]|참석|참여|자리|채[우웠]|주인|맡|읽|왔|온다|앉|배석|주재|인사)"
)
# Why somebody did not come himself: '스위스에 머물고 있어', '미국으로 떠난 탓에'.
PREVENTED = re.compile(
    r"(?:중이어서|중이라|중이라서|못해|못하고|못하자|않고|없어|있어|"
    r"비어|바빠|겹쳐|길어져|늦어져|아파|탓에|바람에|때문에|이유로|관계로|사정으로|빠지고|빠져) (?:[^\s,.“”\"]+ ){0,3}\Z"
)
TOPIC = re.compile(r"[가-힣](?:은|는) ")


def is_sent(text: str, reference: Reference) -> bool:
    """Whether somebody is told to have been sent, and to nowhere else: 'A그룹은 B 사장을 보낸다'."""
    return reference.kind in ("name", "title") and SENT.match(text, reference.phrase_end) is not None


def stands_in(text: str, reference: Reference) -> bool:
    """Whether somebody is told to have come in another's place."""
    return bare(reference.group) in SUBJECT and STANDS_IN.match(text, reference.phrase_end) is not None


def substitute_of(text: str, reference: Reference, references: Sequence[Reference]) -> Reference | None:
    """Who, of a sentence's people in their order, came in somebody's place; None where nobody did."""
    if bare(reference.group) not in SUBJECT:
        return None
    other = next((one for one in references if one.start >= reference.phrase_end and not set(one.names) & set(reference.names)), None)
    if other is None:
        return None
    between = text[reference.phrase_end + 1 : other.start]
    if TOPIC.search(between):
        return None
    if is_sent(text, other) or (stands_in(text, other) and PREVENTED.search(between)):
        return other
    return None
