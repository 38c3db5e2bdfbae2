"""Who is told to have done the like of what was told before, elsewhere or with others: 'C도 지난해 본사를 방문했다'."""

from __future__ import annotations

import re

from graphing.extract.frames.cues import Cue
from graphing.extract.frames.linking import Scene
from graphing.extract.frames.phrases import bare
from graphing.extract.frames.telling import Links

# A day that is not the one the text is at: not 이날, and not an hour.
OWN_DAY = re.compile(
    r"전날|이튿날|다음 ?날|같은 ?(?:날|달|해)|그[달해] |지난해|작년|재작년|올해|(?<!\d)\d{1,2}일(?!간|째|\s?(?:동안|만에))|"
    r"(?<!\d)\d{1,2}월(?!호)|(?<!\d)\d{4}년(?!도)"
)
# A time that is not, though it names no day.
LATELY = re.compile(r"(?:지난|이번|다음) ?[달주]|이달|최근|앞서")
# Kinds of what one does at an event or with a body.
AT_EVENTS = frozenset({"attend", "event", "sign", "host"})
# Kinds of what one does to a house, an event or a body, which stands before the word that tells it.
TO_SOMETHING = frozenset({"event", "sign", "host", "visit", "meet", "talk"})
OBJECT = re.compile(r"(?<![이그])[가-힣A-Za-z0-9](?:을|를|와|과) ")


def did_the_like(text: str, at: Scene, cue: Cue, links: Links) -> bool:
    """Whether a sentence only says that somebody did such a thing too, so that nobody whom it leaves out was with him.

    'C도 지난해 본사를 방문했다', 'C도 11일 열린 포럼에 참석했다'; not who was met too (C도 만났다), nor who came along (C도 함께했다).
    """
    if at.anaphoric or not links or any(bare(reference.group) != "도" or reference.end > cue.start for reference, _ in links):
        return False
    low = max(reference.phrase_end for reference, _ in links)
    if cue.kind in AT_EVENTS and any(day.search(text, low, cue.start) for day in (OWN_DAY, LATELY)):
        return True
    return cue.kind in TO_SOMETHING and OBJECT.search(text, low, cue.end + 1) is not None
