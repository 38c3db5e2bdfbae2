"""Sides of an encounter in English whose people nobody names: 'executives of Hanbit', 'Hanbit officials', 'the heads of nine banks'."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graphing.extract.frames.clauses_english import DAY_WORD
from graphing.extract.frames.cues import Cue
from graphing.model import Mention, Span

# People whom a sentence leaves unnamed: 'with the leaders of four conglomerates'.
GROUP = re.compile(
    r"\s(?:[\w’'-]+ ){0,7}?(?:leaders|heads|chiefs|executives|CEOs|chairmen|businessmen|businesspeople|entrepreneurs|officials|presidents"
    r"|ministers|"
    r"representatives|bankers|guests|tycoons|governors|delegates|members|creditors|investors|shareholders|lawmakers|figures|aides"
    r"|delegations?|employees|workers|students|researchers|owners|founders)\b"
)
# A body's people whom nobody names: 'executives of Hanbit', 'Hanbit officials'.
BODY_PEOPLE = (
    r"(?:executives?|officials?|representatives|managers|management|engineers|staff|directors|delegates|delegation|negotiators|employees"
    r"|board members|members|"
    r"leaders|leadership|union leaders|workers|lawyers|bankers|chairman|chairwoman|president|CEO|head|chief)"
)
PEOPLE_OF = re.compile(
    rf"\b{BODY_PEOPLE}(?: of| from| at)(?: the)?(?: [a-z][\w’'-]*){{0,4}} (?:[A-Z][\w&’'-]*(?: [A-Z][\w&’'-]*){{0,4}}(?:,? and "
    rf"|, )){{0,3}}$"
)
# 'Leaders at the Grand Hyatt' are a house's guests; 'officials at the Trade Ministry' are its people.
_AT_HOUSE = re.compile(r"\bat the $|\bleaders at $")
_AGENCY = re.compile(
    r"(?:Ministry|Agency|Commission|Service|Office|Institute|Bank|Association|Federation|Union|Authority|Board|Council|Chamber|University"
    r"|Administration|Department|House)$"
)
OWN_PEOPLE = re.compile(rf"(?:’s|'s)? (?:[a-z-]+ ){{0,2}}{BODY_PEOPLE}\b(?! (?!{DAY_WORD})[A-Z])")
# So many characters behind a cue stands its side, and so many its unnamed people.
REACH, GROUP_WITHIN = 160, 90


def english_sides(text: str, high: int, cue: Cue, organizations: Sequence[tuple[Mention, str]]) -> tuple[tuple[str, Span], ...]:
    """(organisation, words) of the bodies whose unnamed people a cue has as its partners."""
    found = []
    for mention, name in organizations:
        if cue.end <= mention.start < min(high, cue.end + REACH):
            own = OWN_PEOPLE.match(text, mention.end, high)
            house = _AT_HOUSE.search(text, max(cue.end, mention.start - 12), mention.start) and not _AGENCY.search(mention.text)
            if own or (not house and PEOPLE_OF.search(text[max(cue.end, mention.start - 110) : mention.start])):
                found.append((name, Span(mention.start, own.end() if own else mention.end)))
    return tuple(found)


_OCCASION = re.compile(
    r" (?:an?|the) (?:[\w’'-]+ ){0,4}?(?:dinner|lunch|luncheon|breakfast|banquet|reception|roundtable|tea|party|meeting|session|briefing)\b"
)


def _is_host(text: str, cue: Cue, high: int) -> bool:
    """Whether a cue says that somebody gave an occasion, whose guests another sentence may name: 'hosted a reception on Monday'."""
    return text.startswith("host", cue.start) and _OCCASION.match(text, cue.end, min(high, cue.end + GROUP_WITHIN)) is not None


def unnamed(text: str, cue: Cue, high: int) -> bool:
    """Whether a cue has people as partners whom nobody names: 'with the heads of nine banks'."""
    return _is_host(text, cue, high) or GROUP.match(text, cue.end, min(high, cue.end + GROUP_WITHIN)) is not None
