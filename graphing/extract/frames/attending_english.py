"""Who attended an encounter, told in English: 'attending were', 'the meeting was presided over by', 'sitting in was', 'came with'."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graphing.extract.frames.clauses_english import ASIDE, Border, group, subject, title_start
from graphing.extract.frames.cues import Cue
from graphing.extract.frames.discourse import Sightings
from graphing.extract.frames.partners_english import NEAR, REACH, listed
from graphing.extract.frames.phrases import Reference
from graphing.model import Sentence

# What people attend together; a court's or a parliament's session is none.
OCCASION = (
    r"(?:meeting|dinner|lunch|luncheon|breakfast|talks|(?<!plenary )(?<!court )(?<!trial )(?<!parliamentary )(?<!regular )"
    r"(?<!extraordinary )(?<!special )(?<!trading )session|gathering|ceremony|reception|banquet|get-together|roundtable|briefing|"
    r"discussions?|consultations|video conference|signing|tour)"
)
# What somebody attended is the encounter told before: 'at the meeting were', 'attended the dinner', 'also'.
_OF_IT = re.compile(rf"\b(?:the|that|this) (?:[\w-]+ ){{0,2}}(?:{OCCASION}|call|occasion|table|visit)\b|\balso\b", re.IGNORECASE)
# 'The meeting on Monday, chaired by Lee, was attended by', 'a dinner hosted by': an occasion that people made or came to.
_OPENS = re.compile(rf"\W*(?:[\w’'.&-]+ ){{0,6}}?{OCCASION}\b(?!['’-])")
_JUST_BEFORE = re.compile(rf"\b{OCCASION}(?: (?:at|in|on|with|between|held|arranged|called)\b[^.;,]{{0,50}})?(?:,? which|,)? $")
_BY = re.compile(r"(?:presided over|chaired|moderated|attended|hosted|given|led|convened) by$|(?:brought|brings?) together$")
_MADE_BY = re.compile(r"\b(?:presided over|chaired|moderated|hosted|convened|led) by ")
# Between 'attending' and the names of those who did: 'Attending that day were', 'Also present at the talks, held in Nashville, were'.
_WERE = re.compile(r"(?: [\w’'-]+){0,5}?(?:, [^.;]{3,70},)? (?:were|was|included|are|is)(?: also| both)? ")
_LISTS = (" were", " was", " are", " is", " included", " include", " by", " came", " together")
# Who came with somebody: both are told.
_BOTH = ("join", "accompanied", "come", "came")
# So many groups told together before are looked at for those whose meeting was attended; no larger one is named again by its guests.
HOSTS, MANY_HOSTS = 2, 4
# So many characters into a sentence its first words are over.
OPENING = 14


def of_occasion(text: str, cue: Cue, sentence: Sentence) -> bool:
    """Whether a cue tells by whom an occasion was led, given or attended: 'the dinner was hosted by', not 'Lee was hosted by'."""
    if not _BY.search(text, cue.start, cue.end):
        return False
    opening = _OPENS.match(text, sentence.start, cue.start)
    return opening is not None or _JUST_BEFORE.search(text, max(sentence.start, cue.start - 90), cue.start) is not None


def needs_occasion(text: str, cue: Cue) -> bool:
    """Whether a cue tells of no encounter but beside an occasion's name: a court is presided over, a merger brings firms together."""
    return _BY.search(text, cue.start, cue.end) is not None


def attending(
    text: str, cue: Cue, parted: Sequence[Border], number: int, references: Sequence[Reference], sentence: Sentence
) -> list[Reference]:
    """Who attended: those listed after 'were', 'included', 'joined by', and by whom the occasion was led; else the subject."""
    after = [r for r in references if cue.end <= r.start < cue.end + REACH]
    words = text[cue.start : cue.end]
    lists = words.endswith(_LISTS)
    were = None if lists else _WERE.match(text, cue.end)
    after = [r for r in after if were is None or r.start >= were.end()]
    if (lists or were) and after and ASIDE.search(text[max(0, after[0].start - 12) : after[0].start]) is None:
        return [*_led_by(text, cue, references, sentence), *listed(text, after)]
    own = subject(text, parted, number, cue.start, references)
    joins = words.startswith(_BOTH) and after and NEAR.fullmatch(text, cue.end, title_start(text, after[0]))
    return [*own, *(listed(text, after) if joins else [])]


def _led_by(text: str, cue: Cue, references: Sequence[Reference], sentence: Sentence) -> list[Reference]:
    """By whom an occasion was led or given at which others were: 'A dinner hosted by Lee brought together Park and Kim'."""
    if not _BY.search(text, cue.start, cue.end):
        return []
    led = _MADE_BY.search(text, sentence.start, cue.start)
    behind = [r for r in references if led and led.end() <= r.start and r.end <= cue.start]
    near = led and behind and NEAR.fullmatch(text, led.end(), title_start(text, behind[0]))
    return group(text, behind[:1]) if near else []


def attended(text: str, cue: Cue, own: Sequence[Reference], sentence: Sentence, sightings: Sightings) -> Reference | None:
    """Those told to have met just before, where what ``own`` attended was their encounter; None where nothing says so."""
    # 'Attending were Kim and Park', 'Also there was Seo': the sentence opens with it
    opens = cue.start - sentence.start <= OPENING and own[0].start > cue.start if own else False
    if not own or not (opens or _OF_IT.search(text, max(sentence.start, cue.start - 60), cue.end + 40)):
        return None
    here = {name for r in own for name in r.names}
    host = next((one for one in reversed(sightings.groups[-HOSTS:]) if one.told and here.isdisjoint(one.names)), None)
    if host is None or len(host.names) > MANY_HOSTS:
        return None
    return Reference(cue.start, cue.start, cue.start, host.names, "carried", "", "", "")
