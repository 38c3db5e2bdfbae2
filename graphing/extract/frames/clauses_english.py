"""Clauses of English sentences: where one ends, and who its subject is though another clause names them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Protocol, TypeVar

from graphing.extract.frames.phrases import Reference
from graphing.extract.names.english_pieces import words_of
from graphing.model import Sentence

# Finite verbs that go on with a clause's subject, beside all words in -ed.
_VERB = (
    r"(?:is|are|was|were|has|have|had|will|would|can|could|may|might|did|does|plans|met|meets|saw|sees|held|holds|took|takes|went|goes"
    r"|came|comes|flew|flies|"
    r"told|said|says|sat|sits|had|ate|eats|shook|gave|gives|got|left|leaves|made|makes|paid|spoke|drove|ran|led|leads|hosts|visits|wants"
    r"|put|set|"
    r"began|sent|spent|won|drew|rang|showed|shows|put|cut|dined|stayed|received|[a-z]+ed)\b"
)
# When another thing was done: ', and two days later flew to San Jose'.
_THEN = (
    r"(?:(?:an?|one|two|three|four|five|six|seven|\d+|a few|several) (?:hours?|days?|weeks?|months?|years?) (?:later|earlier|before|after)"
    r"|(?:the|on the) (?:next|following|same|previous) (?:day|morning|evening|night|week|month)|(?:later|earlier) (?:that|in the|the same)"
    r" (?:day|week|month|year|evening)|(?:on|in|last|next) [A-Z]\w+(?: \d{1,2})?|yesterday|tomorrow)"
)
# So many characters before another subject its clause has a verb of its own.
MAIN_VERB_WITHIN = 300
_FINITE = re.compile(rf"\b{_VERB}")
_BORDER = re.compile(
    r"(?P<stop>; |: | — | – | -- (?!(?:on|in|at|once|first|one)\b))"
    r"|(?P<relative>,? (?:(?:in|at|to|during|with|for|of|from|on|after|over) )?(?:who|whom|whose|which|where)\b)"
    r"|(?P<under>,? (?:(?:shortly|soon|days?|weeks?|months?|hours|just|right|immediately|the day|a day|a week|a month) )?"
    r"(?:after(?! tomorrow| the other)|before(?! yesterday)"
    r"|while|when|once(?! (?:at|in|on|again|more|with|every|a)\b)|because|"
    r"whereas|though|although|until|if|whether|that|adding|citing|following|ahead of|prior to|as (?=he\b|she\b|they\b|the two\b)|"
    r"since(?! (?:\d|his|her|the|last|then|its|their|taking|at\b|[A-Z][a-z]+\.? \d)))\b(?= ))"
    rf"|(?P<close>, (?={_VERB}))"
    rf"|(?P<and>,? (?:and then|and|but|then)(?: (?:then|later|also|instead|subsequently|was to|is to)|,? (?:{_THEN}),?)? (?={_VERB}))"
    r"|(?P<new>(?:, (?:and|but|so|while)| (?:and|but)(?= (?:he|she|they)\b)) (?=(?:he|she|they|the|it|his|her|their|on|in)\b))"
    # 'Min met Ko, and Seo dined with Ha', but not 'Min, Ko, and Seo met'
    rf"|(?P<other>, (?:and|but|so|while) (?=(?:[A-Z][\w.&’'\-]* ){{1,6}}{_VERB}))"
)
# Before these a sentence has no subject yet: 'When he visited Hanoi, …', 'After meeting Kim, …'.
_OPENING = re.compile(r"[\"“‘(]?(?:After|Before|When|While|Once|As|Although|Though|Since|Because|If)\b")
# A name after these words takes no part: 'a call from', 'the son of', 'according to'.
ASIDE = re.compile(
    r"(?i:\bof|\babout|\baccording to|\bfrom|\bsuccessor to|\breplac\w+|\bunder|\bfor|\bagainst|\blike|\bby way of|\bthan|\bsince|\bover"
    r"|\bwithout|\binstead of|"
    r"\bin addition to|\bbesides|\bapart from|\baside from|\bother than|\bexcept|\bnamed after|\bunlike|\bbetween"
    r"|\bon behalf of|\bas for|\bdespite|\bbar)\s(?:(?:the|late|former|then|then-|a|his|her|their|its)\s)*$"
)
SAID = re.compile(r"[,’”\"]{0,2}[^.;,]{0,30}?\b(?:said|told reporters|added|wrote|says|stressed|explained|according)\b")
# Behind these words a clause may have another subject: '… and said Park met Lee', ', led by Ko, Park met Lee'.
_TELLS = re.compile(
    r"(?:said|says|told|has said|added|claimed|announced|confirmed|reported|denied|revealed|led|[a-z]+ed (?:by|with|to|from|in))\b"
)
# So many characters at most stand between two names of a list, and in one item of a list after a colon.
JOINED_WITHIN, ITEM = 190, 400
# A clause's subject is one of its first so many references, and so many clauses back at most: what has more is no prose.
FIRST, OUTER = 40, 20
# So many characters take the words 'lawyer of the late' before a name.
OF_KIN = 30
# No part of a title: 'met Ko on Monday and Industry Minister Seo on Tuesday'.
DAY_WORD = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|April|June|July|August|September|October|November|December)\b"


class Placed(Protocol):
    """What has a place in a text."""

    @property
    def start(self) -> int: ...


T = TypeVar("T", bound=Placed)


def standing(found: Sequence[T], low: int, high: int) -> Sequence[T]:
    """Those that begin from ``low`` up to ``high``, of some that are in order."""
    return found[bisect_left(found, low, key=_start) : bisect_left(found, high, key=_start)]


def _start(placed: Placed) -> int:
    return placed.start


_SHORT = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.(?= \d)|\b(?:Rep|Sen|Gov|Gen|Amb|Sgt|Col|Lt|Dr|Mr|Ms|Mrs|Prof|Hon)\.(?= [A-Z])"
)


@lru_cache(maxsize=4)
def without_stops(text: str) -> str:
    """A text whose abbreviations ('Feb. 3', 'Rep. Kim') have no stop, so that none seems to end a clause; every place stays the same."""
    return _SHORT.sub(lambda short: short[0][:-1] + "’", text)


@dataclass(frozen=True, slots=True)
class Border:
    """Where a clause begins: ``start`` of the words that part it from the one before, ``end`` of these, and their ``kind``."""

    start: int
    end: int
    kind: str


def borders(text: str, sentence: Sentence, references: Sequence[Reference]) -> list[Border]:
    """The clause borders of a sentence, in order; none within a name."""
    found = [Border(sentence.start, sentence.start, "under" if _OPENING.match(text, sentence.start) else "start")]
    named = sorted(references, key=_start)
    number = reach = 0
    for start, end, parting in _parting(text, sentence.start, sentence.end):
        while number < len(named) and named[number].start <= start:
            reach, number = max(reach, named[number].end), number + 1
        if start < reach:
            continue
        if parting == "other" and not _FINITE.search(text, max(found[-1].end, start - MAIN_VERB_WITHIN), start):
            continue
        kind = "new" if parting == "other" else parting
        if kind == "stop" and text[start] in ";:" and _lists(text, end, sentence.end, named):
            continue
        closes = kind != "close" or any(border.kind in ("relative", "under", "start") for border in found[-2:])
        found.append(Border(start, end, kind if closes else "and"))
    first = found[0]
    if first.kind == "under":
        # 'After he visited the plant, Kim met …': the comma ends it
        comma = text.find(", ", sentence.start, sentence.end)
        if comma > 0 and not any(border.start == comma for border in found):
            found.append(Border(comma, comma + 2, "main"))
    return sorted(found, key=lambda border: border.start)


@lru_cache(maxsize=8)
def _parting(text: str, start: int, end: int) -> tuple[tuple[int, int, str], ...]:
    """(start, end, kind) of the words that part clauses: every telling of a sentence asks for them."""
    return tuple((match.start(), match.end(), match.lastgroup or "stop") for match in _BORDER.finditer(text, start, end))


def _lists(text: str, start: int, end: int, references: Sequence[Reference]) -> bool:
    """Whether a colon or semicolon stands before the next name of a list: 'business leaders: A, chairman of X; B, head of Y'."""
    end = min(end, start + ITEM)
    found = text.find("; ", start, end)
    stop = found if found >= 0 else end
    return bool(standing(references, start, stop)) and _FINITE.search(text, start, stop) is None


def aside(text: str, reference: Reference) -> bool:
    """Whether a name is only a possessor (Lee's), or somebody of whom the sentence speaks (about Lee, the son of Lee)."""
    after = text[reference.end : reference.end + 2]
    if after in ("’s", "'s") or (after in ("’ ", "' ") and text[reference.end - 1] == "s"):
        return True
    lead = title_start(text, reference)
    return ASIDE.search(text[max(0, lead - 34) : lead]) is not None


@cache
def _title_words() -> str:
    """Words of titles, which may stand between a company and a name."""
    return rf"(?:co-)?(?:{'|'.join(sorted(words_of('title'), key=len, reverse=True))})\b"


@cache
def _titled() -> re.Pattern[str]:
    """The title and the organisation right before a name."""
    return re.compile(
        rf"(?<![\w’'-])(?:(?:(?!{DAY_WORD})[A-Z][\w.&’'\-]*|of|the|to(?= [A-Z])|{_title_words()}|and(?= [A-Z]\w+ (?:Minister|Secretary))"
        rf"|and(?= (?:CEO|chief|co-|chair|founder))|\([A-Z&]+\)) )++$"
    )


_KIN = re.compile(
    r"\b(?:brothers?|sisters?|sons?|daughters?|wife|husband|father|mother|cousin|nephew|heir|friends?|predecessor|successor|rival"
    r"|colleagues?|aides?|advis[eo]rs?|lawyers?|spokes\w+) of (?:the )?(?:late )?"
)


def title_start(text: str, reference: Reference) -> int:
    """Where the title and the organisation begin that stand before a name: {SK Group Chairman} Chey."""
    if reference.kind != "name":
        return reference.start
    stop = text.rfind(". ", 0, reference.start)
    low = max(stop + 2 if stop >= 0 else 0, reference.start - 90, 0)
    found = _titled().search(text, low, reference.start)
    start = found.start() if found else reference.start
    # 'the wife of Chairman Kim': she is no part of his title
    start = max((one.end() for one in _KIN.finditer(text, start, reference.start)), default=start)
    words = text[start : reference.start]
    if words.endswith(" of "):
        return reference.start
    # 'of LG and', 'a visit to' or 'in Seoul' begins no title
    for small in ("of ", "to ", "and ", "the ", ", "):
        while words.startswith(small):
            start += len(small)
            words = words[len(small) :]
    return start


def owner(text: str, reference: Reference) -> bool:
    """Whether a name only says whose something or somebody is: 'met Lee's lawyer', 'met the lawyer of Chairman Lee'."""
    if text.startswith(("’s", "'s"), reference.end):
        return True
    lead = title_start(text, reference)
    return any(one.end() == lead for one in _KIN.finditer(text, max(0, lead - OF_KIN), lead))


def clause_at(parted: Sequence[Border], place: int) -> int:
    """The number of the border of the clause that ``place`` stands in."""
    return bisect_right(parted, place, key=_start) - 1


def clause(text: str, sentence: Sentence, parted: Sequence[Border], place: int) -> tuple[int, int, int]:
    """(number of its border, start, end) of the clause that ``place`` stands in."""
    number = clause_at(parted, place)
    end = parted[number + 1].start if number + 1 < len(parted) else sentence.end
    return number, parted[number].end, end


def subject(text: str, parted: Sequence[Border], number: int, place: int, references: Sequence[Reference]) -> list[Reference]:
    """Those who do what the clause at border ``number`` tells before ``place``: its own subject, else that of the clause before it."""
    for outer in range(OUTER):
        border = parted[number]
        # whom a clause names that begins with its verb is no subject: 'Lee, head of Garam, met Ko and dined with Seo'
        verb_first = border.kind in ("close", "and") and (outer or not _TELLS.match(text, border.end))
        here = [] if verb_first else list(_taking_part(text, references, border.end, place))
        own = group(text, (r for r in here if not _says(text, r, place)))
        if own:
            return own
        if border.kind == "relative":
            word = text[border.start : border.end].strip(" ,").split(" ")[-1]
            before = [r for r in references[: bisect_left(references, border.start, key=_start)] if r.end <= border.start]
            if word in ("who", "whom", "whose") and before:
                # the name before it, with what stands in apposition between: 'Lee, 41, the head of Garam, who …'
                return before[-1:]
        # 'Chung said the plan began with a meeting he had with Trump': who tells it is meant where nobody else is
        if number == 0 or here:
            return here
        number = _outer(parted, number)
        place = border.start
    return []


def _taking_part(text: str, references: Sequence[Reference], low: int, high: int) -> Iterator[Reference]:
    """The first references between two places that are more than spoken of."""
    return (r for r in standing(references, low, high)[:FIRST] if r.end <= high and not aside(text, r))


def _outer(parted: Sequence[Border], number: int) -> int:
    """The number of the border of the clause that a clause goes on from."""
    outer = number - 1
    if parted[number].kind in ("close", "main"):
        # past the relative clause that the comma ends
        while outer > 0 and parted[outer].kind in ("relative", "under"):
            outer -= 1
            if parted[outer + 1].kind == "relative":
                break
    return outer


def _says(text: str, reference: Reference, place: int) -> bool:
    """Whether somebody only tells of it: 'Lee said that A met B'."""
    said = SAID.match(text, reference.end, place)
    return said is not None


def group(text: str, references: Iterable[Reference]) -> list[Reference]:
    """The first of the references and those joined to it by commas or 'and', titles between."""
    kept: list[Reference] = []
    for reference in references:
        if kept and not joined(text, kept[-1].end, reference.start):
            break
        kept.append(reference)
    return kept


@cache
def _join() -> re.Pattern[str]:
    """What stands between two names of one list: titles and companies, who somebody is, a comma or 'and'."""
    return re.compile(
        r"(?: of (?:the )?[A-Z][\w&’'-]*(?: [A-Z][\w&’'-]*)*)?(?: \([^()]{1,60}\))?(?:, (?!and\b|who\b"
        r"|which\b)[^.;:,]{0,100}){0,2}?(?:, who (?:is|was|heads|leads|runs|chairs|serves)[^.;:,]{0,90})?"
        r"(?:,|;|[,;]? and|,? and with| &|,? as well as|,? along with|,? together with|, plus|,? or|/)"
        rf"(?: (?:[A-Z&][\w.&’'\-]*|\([A-Z&]+\)|of|the|and|(?:to|at)(?= [A-Z])|{_title_words()}"
        rf"|[a-z-]+(?= (?:[a-z-]+ )?{_title_words()}))(?=[ ,]))*+"
        r"(?:,(?: (?:Rep|Sen|Gov|Amb|Gen|Dr|Mr|Ms|Mrs|Prof)[.’])?)? "
    )


def joined(text: str, end: int, start: int) -> bool:
    """Whether what stands between two names makes them one list."""
    between = text[end:start] if start - end < JOINED_WITHIN else ""
    return _join().fullmatch(between) is not None
