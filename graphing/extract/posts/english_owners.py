"""Whose the posts of English sentences are: of the organisation beside the title, of what "its" means, of what the text speaks of."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from graphing.extract.names.english_pieces import is_abroad, portfolio

if TYPE_CHECKING:
    from graphing.extract.posts.finding import Reader
    from graphing.extract.posts.pieces import Piece

OF = re.compile(r"^,? (?:of|at|for|in charge of|with|from) (?:the |its |his )?(?:(?!and\b|met\b|said\b)[\w’'\-]+ ){0,4}$")
OWN = re.compile(r"^(?:['’]s?)?(?: \([A-Za-z&]{2,8}\))?(?: (?!and\b|with\b|said\b|told\b|met\b)[a-z][\w\-]*){0,3} $")
# Its president; the company's vice chairman.
_BODY = (
    r"(?:company|firm|group|bank|carrier|airline|automaker|carmaker|chipmaker|steelmaker|shipbuilder|builder|startup|start-up|ministry|agency|"
    r"union|federation|association|institute|university|party|commission|lender|insurer|retailer|maker|conglomerate|unit|subsidiary|affiliate|"
    r"brokerage|regulator|watchdog|fund|label|studio|council|chamber|foundation|yard|business|operator|corporation|developer|utility|refiner|foundry)"
)
_ITS = re.compile(
    rf"\b(?:[Ii]ts|[Tt]heir|[Ww]hose|[Hh]is|[Hh]er|[Tt]he (?:[\w-]+ )?(?P<body>{_BODY})['’]s)"
    r"(?: (?!with\b|of\b|and\b|to\b|by\b|for\b)[a-z][\w-]*){0,3} $"
)
_OFFICIAL = frozenset(
    (
        *("ministry", "agency", "union", "federation", "association", "institute", "university", "party", "commission", "regulator"),
        *("watchdog", "council", "chamber", "foundation"),
    )
)
_PUBLIC = re.compile(
    r"\b(?:Office|Ministry|Agency|Service|Commission|Authority|Union|union|Federation|Association|Institute|University|Party|Council|"
    r"Chamber|Committee|Board|Foundation|Administration|Bureau|Department|Navy|Army|House|Senate|[A-Z]{3,5})\b"
)
_THE_BODY = re.compile(rf" (?:of|at|for) (?:the|this|that) (?:(?!{_BODY})[\w-]+ ){{0,2}}(?P<body>{_BODY})\b")
# Trade Minister, Second Vice Foreign Minister.
_MINISTRY = re.compile(r"[Mm]inistry")
_OF_FIELD = re.compile(
    r"(?:(?:first|second|deputy|vice) )*(?P<field>(?!(?:prime|deputy|vice|first|second|chief|state)\b)[A-Z][\w&, ]*?) (?:vice )?minister",
    re.IGNORECASE,
)
# Before one that only a clause or a list tells of: where {Hyundai Steel} will build a mill; orders from {Hansong} and China's {Longwave}.
_ASIDE = re.compile(r"(?:\b(?:where|which|whose|from|against|like|than|and|with) (?:the )?|['’]s )$")
# Film director: what an art has, no body.
_ARTS = ("film ", "movie ", "stage ", "music ", "art ", "theater ", "orchestra ")
# So many pieces (names, bodies, titles) back a title may look for its body.
NEAR = 200
# Whose posts are those of the body that the text speaks of, though none stands beside them.
_HEADING = re.compile(
    r"(?:chairman|chairwoman|chairperson|chair|ceo|chief executive(?: officer)?|president|vice president|founder|co-founder|boss|chief|"
    r"head|c[a-z]o|chief [a-z]+ officer|director|treasurer|owner|managing director)$",
    re.IGNORECASE,
)


def owner_before(reader: Reader, place: int, start: int) -> tuple[int | None, bool]:
    """The organisation before the title at ``place``, which begins at ``start``: Norvik's purchasing head, KT Chairman."""
    items, text = reader.items, reader.text
    left = place - 1
    while left >= 0 and items[left].end > start:
        left -= 1
    its = _ITS.search(text, max(0, start - 60), start)
    if its is not None:
        return last_body(reader, start, its["body"] or ""), True
    if text.endswith(("Union ", "union "), 0, start) and (left < 0 or items[left].end < start - 7):
        # Union leader Bae: of the union told before
        return last_body(reader, start, "union"), False
    if left < 0 or items[left].kind != "O":
        return None, False
    before, gap = items[left], text[items[left].end : start]
    if gap in (") ", ") of "):
        # Financial Supervisory Service (FSS) Gov.
        return (items[left - 1].index if left and items[left - 1].kind == "O" else before.index), True
    return (before.index, True) if OWN.match(gap) or gap.strip() in ("", "-") else (None, False)


def owner_after(reader: Reader, place: int, *, bare: bool) -> tuple[int | None, bool]:
    """Vice Chairman Anita Roh of the Financial Services Commission.

    ``bare``: of a title that is of no body, only "of" tells one: President Trump at the White House is there as a guest of his own.
    """
    items, text = reader.items, reader.text
    if place + 1 >= len(items) or items[place + 1].kind != "O":
        return None, False
    gap = text[items[place].end : items[place + 1].start]
    return (items[place + 1].index, True) if OF.match(gap) and (not bare or gap.startswith(" of ")) else (None, False)


def owner_told(reader: Reader, title: Piece, start: int, following: int) -> int | None:
    """The organisation of a title told after a name that ends at ``start``: chairman of LG Group, its chairman; None where none stands."""
    items, text = reader.items, reader.text
    if following < len(items) and items[following].kind == "O" and OF.match(text[title.end : items[following].start]):
        return items[following].index
    its = _ITS.search(text, start, title.start)
    called = _THE_BODY.match(text, title.end)
    if called or its:
        return last_body(reader, start, (called["body"] if called else its["body"] if its else "") or "")
    return None


def last_body(reader: Reader, before: int, called: str = "") -> int | None:
    """The organisation last named before an offset; one of the kind that it is ``called``, if any ('a director at the agency')."""
    near = [item for item in _near(reader, before) if item.kind == "O"]
    if called:
        official = called in _OFFICIAL
        kind = called.capitalize()
        named = [(item, reader.text[item.start : item.end]) for item in near]
        exact = [item for item, name in named if kind in name.split(" ") or name.endswith(called)]
        near = exact or [item for item, name in named if (_PUBLIC.search(name) is not None) is official] or near
    return near[-1].index if near else None


def _near(reader: Reader, before: int) -> list[Piece]:
    """The last pieces that end before an offset."""
    place = bisect_left(reader.items, before, key=lambda item: item.start)
    return [item for item in reader.items[max(0, place - NEAR) : place] if item.end <= before]


def in_context(reader: Reader, place: int, person: int, *, given: bool = False) -> int | None:
    """Whose post one without an organisation is: that of the body named last in its sentence or paragraph, else of the article's first.

    ``given``: a sentence gives the post (took over as president), which no nation's is.
    """
    items, text = reader.items, reader.text
    title = reader.titles[items[place].index]
    name = items[person]
    if title.kind != "executive" or not _HEADING.search(title.text) or " " not in text[name.start : name.end]:
        return _ministry(reader, place)
    if text.endswith(_ARTS, 0, items[place].start):
        return None
    if title.bare and not given:
        # Vice Chair Chang, President Kim and …; a president alone may be the nation's
        listed = place and items[place - 1].kind == "P" and items[place].start - items[place - 1].end < 7
        if not listed and not text.endswith("along with ", 0, items[place].start):
            return None
    begin = max(text.rfind(end, 0, items[place].start) for end in (". ", "\n", ".” ", '." '))
    paragraph = text.rfind("\n", 0, items[place].start)
    around = items[max(0, place - NEAR) : place + 2]
    bodies = [item for item in items[max(0, place - NEAR) : place] if item.kind == "O"]
    beside = [(left, right, text[left.end : right.start]) for left, right in pairwise(around)]
    owned = {left.index for left, right, gap in beside if left.kind == "O" and right.kind == "T" and gap == " "}
    owned |= {right.index for left, right, gap in beside if left.kind == "T" and right.kind == "O" and OF.match(gap)}
    here = [item for item in bodies if item.start > begin]
    if given:
        # formerly treasurer of Duru, he will take over as finance chief: of another
        here = [item for item in here if item.index not in owned]
    if here:
        return here[-1].index
    near = [item for item in bodies if item.start > paragraph and item.index not in owned]
    told = [item for item in near if not _ASIDE.search(text, max(0, item.start - 12), item.start)]
    if told:
        return told[-1].index
    posts = (post for own in islice(reader.posts.values(), 300) for post in own)
    return next((post.organization for post in posts if post.organization is not None and post.stated), None)


def named_ministries(text: str, items: Sequence[Piece]) -> list[Piece]:
    """The ministries and departments that English names name, each under each name once, in the order of the text."""
    found: dict[str, Piece] = {}
    for item in items:
        if item.kind == "O" and _MINISTRY.search(text, item.start, item.end) and not is_abroad(text, item.start):
            found.setdefault(text[item.start : item.end].casefold(), item)
    return list(found.values())


def _ministry_of(reader: Reader, field: str) -> int | None:
    """The one ministry of the text that a minister heads who is called after one of its fields; None where none or several do."""
    found: dict[str, int] = {}
    for item in reader.ministries:
        name = reader.text[item.start : item.end].casefold()
        fields = name.removesuffix(" ministry") if name.endswith(" ministry") else name.partition("ministry of ")[2]
        if field in re.split(r", (?:and )?| and ", fields.removeprefix("the ").removeprefix("national ")):
            found[name] = item.index
    first = [name for name in found if name.startswith(f"ministry of {field}") or name == f"{field} ministry"]
    near = first or [*found]
    return found[near[0]] if len(near) == 1 or first else None


def _ministry(reader: Reader, place: int) -> int | None:
    """The ministry of what a minister is minister of, where the text names it: Minister of Trade, Industry and Energy."""
    low, high = portfolio(reader.text, reader.titles[reader.items[place].index])
    words = reader.text[low:high]
    own = _OF_FIELD.fullmatch(words)
    if own and not is_abroad(reader.text, low):
        return _ministry_of(reader, own["field"].casefold())
    fields = re.sub(r"^(?:.*?)(?:[Mm]inister (?:of|for) )(?:the )?", "", words) if " of " in words or " for " in words else ""
    alone = words.lower() in {"minister", "vice minister", "secretary"}
    if not (fields or alone):
        return None
    ministries = ("Ministry", "Department")
    named = [item for item in reader.items if item.kind == "O" and reader.text.startswith(ministries, item.start, item.end)]
    if fields:
        return next((item.index for item in named if reader.text[item.start : item.end].endswith(fields)), None)
    near = [item for item in named if item.end <= low and "\n" not in reader.text[item.end : low]]
    return near[-1].index if near else None
