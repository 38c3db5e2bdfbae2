"""Cues of English sentences: words that tell an encounter, and whether it took place, is to come or did not."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from graphing.extract.frames.cues import Cue
from graphing.lexicon import table
from graphing.model import MeetingStatus, Sentence

# Meeting the press, a deadline or a target is no encounter.
PRESS = re.compile(
    r"\s*(?:with\s)?(?:the |its |their |his |her |rising |growing )*(?:press|reporters|journalists|media|demands?|targets?|expectations?"
    r"|needs|goals?|"
    r"requirements?|deadlines?|criteria|standards|obligations|resistance|opposition|criticism|challenges|a \w+ (?:response|end|fate))\b"
)
# Where somebody stands in a photograph.
IN_PICTURE = re.compile(
    r"\b(?:[Ff]rom (?:the )?left|[Ll]eft to right|[Cc]lockwise from)\b|\((?:far |front |back |seated |standing )*(?:left|right|cent(?:er"
    r"|re)|(?:second|third|fourth|fifth) "
    r"from (?:the )?(?:left|right))\)|, (?:far )?(?:left|right|cent(?:er|re)), "
)
# What is only asked for, or told to be no novelty.
ASKED = re.compile(
    r"(?:\b(?:asked|asks|call(?:s|ed|ing)?(?= for )|pushed|hoping|requests?|requested|demand(?:ed|s)?|seeks?|seeking|sought|bid"
    r"|hopes?(?: of)?|hoped|chance of|prospects? of|possibility of|invitations?|offer(?:ed|s)?|proposals?|"
    r"proposed|proposing|want(?:s|ed)?|no (?:[\w-]+ )?(?:plans?|intentions?|reason|need|wish|desire)|n[o’']t (?:plan(?:ning)?"
    r"|intend(?:ing)?|expect(?:ed|ing)?)) (?:for |to )?(?:an? |the )?(?:[\w-]+ ){0,2}|\b(?:not|hardly|n[o’']t) the first (?:(?:time|meeting"
    r"|encounter)\b[^.]{0,40})?|"
    r"\bthe (?:first|last) time (?:[^.]{0,40} )?)$"
)
# Asked for in the course of it: 'called for support in talks with Lee'.
SETTING = re.compile(r"(?:in|at|over) ")
AUXILIARY = re.compile(r"(?:to|will|would|also|not|never|may|can|could) \w+")
# 'It took place on Monday': the encounter told before.
AGAIN = re.compile(
    r"(?:It|(?:The|Their|This|That) (?:[\w-]+ ){0,2}(?:meeting|dinner|lunch|luncheon|breakfast|talks|session|conversation|encounter|call"
    r"|discussions?))"
    r"(?P<cue>(?: (?:took place|(?:was|were) (?:held|arranged)|(?:is|are|was|were) (?:scheduled|set|due|expected)(?: to (?:take place"
    r"|be held))?|lasted|began|came (?:on|in|after)|will (?:take place|be held)|"
    r"(?:was|were|has been|have been|had been) (?:cancell?ed|called off|postponed|scrapped|put off))"
    r"|, (?:which (?:was|were) )?held|, which took place|(?:, held [^.;,]{3,60},)? at(?= the [A-Z]))\b)"
)
# 'It was Lee who had asked for the March 14 meeting', 'Their previous meeting, in December': by its day, one told before, or another.
_DAY = r"(?:(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*[.’]? \d{1,2}|\w+day)"
_OF_DAY = r"(?:meeting|dinner|lunch|luncheon|breakfast|talks|session|encounter|call|discussions?|conversation)"
# Not of the shareholders' or the board's meeting: those are gatherings of their own.
_KIND_OF_DAY = r"(?:(?:closed-door|private|secret|one-on-one|bilateral|breakfast|lunch|luncheon|dinner|[a-z]+-(?:long|hour|minute)) )?"
BY_DAY = re.compile(
    rf"\b(?:[Tt]he|[Tt]heir|[Tt]hat) (?P<cue>{_DAY}(?: night| evening| morning)? {_KIND_OF_DAY}{_OF_DAY})\b(?! (?:with|between|of)\b)"
)
BEFORE_IT = re.compile(
    rf"\b[Tt]heir (?P<cue>(?:previous|last|first|earlier|most recent|latest) (?:[a-z-]+ )?{_OF_DAY})\b(?! since| in \w+ years)"
)
# 'Han's lawyer said the dinner never took place': the encounter told before did not.
DENIED = re.compile(
    r"\b(?:the|that|this|any|such an?|no such) (?:[\w-]+ ){0,2}(?:meeting|dinner|lunch|luncheon|breakfast|talks|session|conversation"
    r"|encounter|call)\b"
    r"[^.]{0,40}?(?P<cue>never (?:took place|happened)|did not (?:take place|happen)|didn[’']t (?:take place|happen)|(?:is|was) (?:untrue"
    r"|false|fiction"
    r"|a fabrication|fabricated|groundless|baseless))\b"
)
# What nobody tells or knows.
UNTOLD = re.compile(
    r"\b(?:did not|didn[’']t|declined to|would not|has not|have not|neither \w+ has) (?:say|said|disclosed?|revealed?|elaborate) (?:where"
    r"|when|whether|if|who|what)\b"
    r"|\b(?:[Ww]hether|[Ww]here|[Ww]hen|[Ww]hat) [^.]{5,120} (?:is|was|were|are) (?:not (?:yet )?(?:known|clear|disclosed|revealed)"
    r"|unclear|unknown)\b"
)
# What sets a story right tells nothing new.
CORRECTION = re.compile(
    r"[*\s(]*(?:This (?:story|article|version|report) (?:has been|was|is being)|(?:An|A) (?:earlier|previous) version|Correction\b"
    r"|\(?Editor)"
)

# What the next clause says of a plan: 'was to meet Lee, but the meeting was canceled'.
UNDONE = re.compile(
    r",? but (?:then |later |has since |had to )?(?:(?:it|(?:the|that|their|this|his|her) (?:[\w-]+ ){0,2}?[\w-]+)(?: (?:was|were|has been"
    r"|had been|has|had|have))? (?:later |suddenly |abruptly |then )?)?"
    r"(?:cancel(?:l?ed)?|call(?:ed)? (?:it |the \w+ )?off|postponed?|scrapped|put (?:it |the \w+ )?off|pulled out|shelved"
    r"|fell through)\b"
)

# 'Kim is meeting Lee on Friday'
_AM_MEETING = re.compile(r"\b(?:is|are) (?:also |then )?$")
# So many characters behind a cue its clause may say that it is to come or came to nothing.
STATUS_WITHIN = 600


@cache
def _cues() -> tuple[re.Pattern[str], tuple[tuple[str, str], ...]]:
    rows = table("cues_english")
    pattern = "|".join(rf"(?P<c{index}>\b(?:{row['pattern']})\b)" for index, row in enumerate(rows))
    return re.compile(pattern), tuple((row["kind"], row["shape"]) for row in rows)


@cache
def _statuses() -> tuple[tuple[MeetingStatus, str, re.Pattern[str]], ...]:
    return tuple((row["status"], row["where"], re.compile(row["pattern"])) for row in table("status_english"))  # type: ignore[misc]


def find_english_cues(text: str, start: int, end: int) -> list[tuple[Cue, str]]:
    """(cue, shape) of the cues in text[start:end]; meeting the press or a deadline is none."""
    pattern, names = _cues()
    found = []
    for match in pattern.finditer(text, start, end):
        kind, shape = names[int((match.lastgroup or "c0")[1:])]
        if not PRESS.match(text, match.end(), match.end() + 60):
            found.append((Cue(match.start(), match.end(), kind, match[0].split()[0].lower()), shape))
    return found


def english_status(text: str, sentence: Sentence, cue: Cue, low: int | None = None, high: int | None = None) -> MeetingStatus:
    """Whether an encounter told in English took place, is to come, or did not; ``low`` and ``high`` bound its clause."""
    start = cue.start
    if AUXILIARY.match(text, cue.start):
        # 'will see', 'to meet': the last word alone is what is done
        start = text.rfind(" ", cue.start, cue.end) + 1
    before = text[max(low if low is not None else sentence.start, start - 90) : start]
    after = text[cue.end : min(high if high is not None else sentence.end, cue.end + STATUS_WITHIN)]
    if _AM_MEETING.search(before) and text.startswith(("meeting", "dining"), cue.start):
        return "planned"
    for status, where, pattern in _statuses():
        if where == "sentence":
            told = _is_told(pattern, text, sentence.start, sentence.end)
        else:
            told = pattern.search(before if where == "before" else after) is not None
        if told:
            undone = status == "planned" and UNDONE.match(text, cue.end + len(after), sentence.end)
            return "cancelled" if undone else status
    return "held"


@lru_cache(maxsize=8)
def _is_told(pattern: re.Pattern[str], text: str, start: int, end: int) -> bool:
    """Whether a sentence says something of all that it tells: every cue of it asks."""
    return pattern.search(text[start:end]) is not None
