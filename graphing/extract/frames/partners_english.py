"""Partners in English sentences: those behind a cue or the 'with' that follows it, and who came along."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graphing.extract.frames.clauses_english import joined, owner, title_start
from graphing.extract.frames.cues import Cue
from graphing.extract.frames.phrases import Reference
from graphing.extract.frames.sides_english import GROUP

# Words that may stand between a cue and whom it is done to: titles, companies, who else was there.
NEAR = re.compile(
    r"[\s,]*(?:(?!(?:in|on|at|from|by|about|after|before|over|into|during|was|were|said|that|to|as|if|when|while|once|until|meetings?"
    r"|talks|dinner|lunch|"
    r"luncheon|because|where|who|which)\b)[\w.&’'\-]+(?: \([A-Z&]+\))?[\s,]+)*"
)
_WITH = re.compile(r"\b(?:with|alongside|beside)\s")
# 'The courtesy call on the deputy prime minister'
_ON = re.compile(r"\s(?:on|to|from)\s")
_INCLUDING = re.compile(r",? (?:including|such as|among them|led by|headed by)\s|: ")
# Who came along: 'with Senator Orcutt looking on', 'accompanied by', 'in the presence of'.
_ALONG = re.compile(
    r"(?:,? (?:along|together) with|,? accompanied by|,? joined by|,? flanked by|in the presence of|,? alongside|hosted by|attended by"
    r"|in the company of"
    r"|under the guidance of|guided by|,? with(?= [^.;]{3,120}(?:looking on|watching|in attendance|present|at (?:his|her|their) sides?"
    r"|also (?:there|attending))))\s"
)
BETWEEN = re.compile(r"\s*between\b")
_BLANK = re.compile(r"\s")
REACH = 160
# So many characters behind an owner stands whom he owns: his son, her predecessor.
OWNED = 40
# So many characters behind a cue may be told who came along.
CAME_ALONG = 600


def partners(text: str, cue: Cue, shape: str, references: Sequence[Reference], high: int) -> list[Reference]:
    """Those with whom a cue is done: at once after it, or behind the 'with' that follows it before ``high``."""
    after = [r for r in references if cue.end <= r.start < high]
    after = after if after and after[0].start < cue.end + REACH else []
    # 'called on Castelain's own predecessor, Aubert'
    possessor = after[0] if len(after) > 1 and owner(text, after[0]) and after[1].start - after[0].end < OWNED else None
    after = after[1:] if possessor else after
    at_once = bool(after) and NEAR.fullmatch(text, cue.end, title_start(text, after[0])) is not None and not owner(text, after[0])
    # 'ran into trouble with Lee'
    at_once = at_once and not (shape == "object" and _WITH.search(text, cue.end, after[0].start))
    if shape in ("either", "object") and at_once:
        return listed(text, after)
    if shape in ("either", "object") and after and _including(text, cue.end, after[0]):
        return listed(text, after)
    if shape == "object":
        return []
    word = (BETWEEN.match(text, cue.end, high) or _ON.match(text, cue.end)) if shape == "noun" else None
    word = word or _WITH.search(text, cue.end, min(high, cue.end + 110))
    if text.endswith((" with", " by", " as", " for", " to"), cue.start, cue.end):
        word = _BLANK.match(text, cue.end) or word
    behind = [r for r in after if word and r.start >= word.end()]
    if word and behind and (NEAR.fullmatch(text, word.end(), title_start(text, behind[0])) or _including(text, word.end(), behind[0])):
        return listed(text, behind) if not owner(text, behind[0]) else []
    return []


def _including(text: str, start: int, reference: Reference) -> bool:
    """'Several ministers, according to sources, including Lee': whom a list of unnamed people names."""
    opening = start if text[start : start + 1] == " " else start - 1
    named = _INCLUDING.search(text, start, reference.start)
    return reference.start - start < REACH and named is not None and GROUP.match(text, opening, reference.start) is not None


def listed(text: str, references: Sequence[Reference]) -> list[Reference]:
    """The first list of names; behind an unnamed group's first name, the others are its members."""
    kept = list(references[:1])
    for reference in references[1:]:
        if not joined(text, kept[-1].end, reference.start) or owner(text, reference):
            break
        kept.append(reference)
    return kept


def along(text: str, cue: Cue, own: Sequence[Reference], references: Sequence[Reference], end: int) -> list[Reference]:
    """Those told to have been there as well: accompanied by, along with, in the presence of, with … looking on; those who came along
    with the subject, too: 'Lee, joined by Park, met Kim'."""
    found: list[Reference] = []
    words = list(_ALONG.finditer(text, cue.start, min(end, cue.end + CAME_ALONG)))
    beside = _ALONG.match(text, own[-1].end, cue.start) if own and own[-1].end < cue.start else None
    for word in [beside, *words] if beside else words:
        behind = [r for r in references if word.end() <= r.start < word.end() + REACH]
        if behind and NEAR.fullmatch(text, word.end(), title_start(text, behind[0])):
            found += listed(text, behind)
    return found
