"""People whom English sentences name after a word for several, or as a nation's, and those who are called as a company is."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from functools import cache

from graphing.extract.names.english_pieces import words_of
from graphing.lexicon.words import places_in_english
from graphing.model import MentionKind

Range = tuple[int, int]
# Also what somebody does, or whose.
_VERBS = frozenset(("chairs", "heads", "his", "its"))
# What stands between the names of a list.
_JOINS = frozenset((", ", " and ", ", and "))
# Thailand's – Somchai Wattana: whoever is met, seen or called is a person.
_SEEN = re.compile(
    r"\b(?:meet|meets|met|meeting|see|sees|saw|seen|seeing|visit|visits|visited|greet|greets|greeted|host|hosts|hosted|receives?|received"
    r"|welcomes?|welcomed|call|calls|called|phone|phones|phoned|join|joins|joined|invite|invites|invited"
    r"|(?:talks?|talked|spoke|speak|speaks|spoken|dined|dine|dines|lunch|dinner|breakfast|golf|sat down|sit down|sits down|hands"
    r"|conversation|session|summit|consultations?|one-on-one|tete-a-tete)(?: [a-z]+){0,2} with)(?: with)? "
    r"(?:[A-Z][\w.]+['’]s (?:[A-Z][\w-]+ ){1,3}and )*"
    r"(?P<nation>[A-Z][\w.]+)['’]s $"
)
# So many words back the verb may stand.
_BACK = 160
# Who is spoken of by a family name alone: Honda said.
_SPEAKS = re.compile(
    r" (?:said|told|added|met|says|was|will|has|had|also|did|left|declined|and|who|responded|replied|asked)\b|['’]s\b|[,.]"
)
_AT_BODY = re.compile(r"\b(?:of|at|from|for|in|by) (?:the )?$")


@cache
def _several() -> re.Pattern[str]:
    """His counterparts, –; Senators –; the ministers of Oman and Laos, –."""
    plural = sorted(word for word in words_of("title") if word.endswith(("s", "men", "people")) and word not in _VERBS)
    many = rf"(?:[Cc]o-)?(?i:{'|'.join(plural)})"
    return re.compile(rf"\b{many}(?: of [^,.;\n]{{2,40}} and [^,.;\n]{{2,30}}(?=, ))?,? $")


def is_personal(form: str) -> bool:
    """Whether a form may be a person's whole name: two to four words, none of them a body's, a place's or an ordinary one."""
    words = form.split(" ")
    others = [words_of(kind) for kind in ("ending", "head", "field", "other", "where")]
    return 2 <= len(words) <= 4 and form not in places_in_english() and not any(word in kind for kind in others for word in words)


def people_of_lists(text: str, found: Sequence[Range], sure: Mapping[Range, MentionKind]) -> list[Range]:
    """The pieces that follow a word for several people: his counterparts, {Somchai Wattana} and {Azman Razali}."""
    told: list[Range] = []
    for place, (start, _) in enumerate(found):
        if not _several().search(text, max(0, start - 100), start):
            continue
        listed, end = list[Range](), start
        for piece in found[place:]:
            if listed and text[end : piece[0]] not in _JOINS:
                break
            if sure.get(piece, "person") != "person" or not is_personal(text[slice(*piece)]):
                break
            listed.append(piece)
            end = piece[1]
        told += listed
    return told


def nations_people(text: str, found: Sequence[Range], taken: Collection[Range]) -> list[Range]:
    """Who is met as a nation's: talks with Thailand's {Somchai Wattana}; not a stake in China's Longwave Vista."""
    told = []
    for start, end in found:
        seen = _SEEN.search(text, max(0, start - _BACK), start) if (start, end) not in taken and is_personal(text[start:end]) else None
        if seen is not None and seen["nation"] in words_of("where"):
            told.append((start, end))
    return told


def namesakes(text: str, sure: Mapping[Range, MentionKind], titled: Collection[int]) -> list[Range]:
    """Family names of people that companies bear as well: President {Takeda}, {Honda} said, of a text that names Kenji Honda.

    ``titled``: where titles end.
    """
    whole = (text[slice(*piece)].split(" ") for piece, kind in sure.items() if kind == "person")
    family = {words[-1] for words in whole if len(words) > 1}
    told = []
    for (start, end), kind in sure.items():
        form = text[start:end]
        if kind != "organization" or form not in family or _AT_BODY.search(text, max(0, start - 12), start):
            continue
        if start - 1 in titled or _SPEAKS.match(text, end):
            told.append((start, end))
    return told
