"""Posts of people in English sentences: Nvidia CEO Jensen Huang; Koo Kwang-mo, chairman of LG Group; its president, Dan Tae-ho.

Where no organisation stands beside the title, the nearest before it is taken as its possessor only (``Post.stated`` False), so that a
stated one wins.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from graphing.extract.names_english_pieces import portfolio
from graphing.extract.pieces import Piece, Post
from graphing.extract.titles import Title
from graphing.model import Span

if TYPE_CHECKING:
    from graphing.extract.posts import Reader

_LATIN, _HANGUL = re.compile("[A-Za-zÀ-ɏ]"), re.compile("[가-힣]")
# Beside a title: ' ', ', the', ', 57, vice', ' (the'.
_AFTER_NAME = re.compile(
    r"^(?:,| \(| –| —| -)? ?(?:\d\d(?:-year-old)?, )?(?:who (?:is|was|serves as|has been) )?"
    r"(?:(?:also|now|then|currently|formerly|previously|the|a|an|his|her|their|new|former|acting|interim|sole|and) )*(?:(?!and\b"
    r"|with\b)[a-z][\w’'\-]* ){0,2}$"
)
# A name – the title that it is told to have or to get.
_BECOMES = re.compile(
    r"^,? (?:who )?(?:will |would |is to |to )?(?:becomes?|became|(?:take|takes|took) (?:over|office)|(?:is|was|were|been|be) (?:named"
    r"|appointed|elected|picked|"
    r"nominated|inaugurated|re-elected|promoted)|serv(?:es|ed)|(?:is|was)(?: now)?)(?: (?:as|to))?(?: (?:the|its|a|an|sole|new|group|next"
    r"|their|first|non-\w+|youngest|now|also))* $"
)
# What may stand between a name and what it becomes: an age, who somebody is.
_ASIDE = re.compile(r"^, (?:\d\d|[^,.;]{3,70}),(?= )")
_OF = re.compile(r"^,? (?:of|at|for|in charge of|with|from) (?:the |its |his )?(?:(?!and\b|met\b|said\b)[\w’'\-]+ ){0,4}$")
_OWN = re.compile(r"^(?:['’]s?)?(?: \([A-Za-z&]{2,8}\))?(?: (?!and\b|with\b|said\b|told\b|met\b)[a-z][\w\-]*){0,3} $")
_AND = re.compile(r"^(?:,? and | & |/|, | cum |-cum-)(?:(?:also|concurrently|the|a) )*$")
# Its president; the company's vice chairman.
_BODY = (
    r"(?:company|firm|group|bank|carrier|airline|automaker|carmaker|chipmaker|steelmaker|shipbuilder|builder|startup|start-up|ministry"
    r"|agency|union|"
    r"federation|association|institute|university|party|commission|lender|insurer|retailer|maker|conglomerate|unit|subsidiary|affiliate"
    r"|brokerage|"
    r"regulator|watchdog|fund|label|studio|council|chamber|foundation|yard|business|operator|corporation|developer|utility|refiner|foundry)"
)
_ITS = re.compile(rf"\b(?:[Ii]ts|[Tt]heir|[Ww]hose|[Hh]is|[Hh]er|[Tt]he (?:[\w-]+ )?{_BODY}['’]s)(?: [a-z][\w-]*){{0,3}} $")
_OFFICIAL = frozenset(("ministry", "agency", "union", "federation", "association", "institute", "university", "party", "commission", "regulator",
                       "watchdog", "council", "chamber", "foundation"))
_PUBLIC = re.compile(
    r"\b(?:Office|Ministry|Agency|Service|Commission|Authority|Union|union|Federation|Association|Institute|University|Party|Council"
    r"|Chamber|"
    r"Committee|Board|Foundation|Administration|Bureau|Department|[A-Z]{3,5})\b"
)
_THE_BODY = re.compile(rf"^ (?:of|at|for) (?:the|this|that) (?:(?!{_BODY})[\w-]+ ){{0,2}}(?P<body>{_BODY})\b")
_FORMERLY = re.compile(r"\b(?:former(?:ly)?|then|ex|late|once|retired|outgoing)[- ](?:[\w.\-]+ ){0,2}$|\bserved as (?:[\w-]+ ){0,3}$", re.IGNORECASE)
_LEADS = re.compile(
    r"^,?(?: who)? (?:also |now |has )?(?P<verb>heads|leads|runs|led|headed|ran|chairs|owns|founded|co-founded|set up|started|established)"
    r" (?:the |his |her )?(?:(?!and\b)[\w’'\-]+ ){0,3}$"
)
_FOUNDS = frozenset({"founded", "co-founded", "set up", "started", "established"})
# Whose posts are those of the body that the text speaks of, though none stands beside them.
_HEADING = re.compile(
    r"(?:chairman|chairwoman|chairperson|chair|ceo|chief executive(?: officer)?|president|vice president|founder|co-founder|chief|head"
    r"|c[a-z]o|"
    r"chief [a-z]+ officer|director|treasurer|owner|managing director)$",
    re.IGNORECASE,
)


def english_posts(reader: Reader, place: int) -> list[Post]:
    """The posts that stand beside the name at ``place`` of the reader's row; titles they take are marked in ``reader.taken``."""
    return _after(reader, place) or _leading(reader, place)


def english_posts_before(reader: Reader, place: int) -> list[Post]:
    """The posts told before the name at ``place``: Hanul Energy Chairman Ok, its president, Dan; the titles after other names are theirs."""
    items, text = reader.items, reader.text
    person = items[place]
    here, right, found = place - 1, person, []
    while here >= 0 and items[here].kind == "T" and here not in reader.taken:
        item = items[here]
        gap = text[item.end : right.start]
        first = right is person
        if not (gap == " " or (first and gap == ", " and _set_off(text, item, person)) or (not first and _AND.match(gap))):
            break
        reader.taken.add(here)
        found.append(here)
        right, here = item, here - 1
    if not found:
        return []
    leftmost = found[-1]
    start, end = portfolio(text, reader.titles[items[leftmost].index])
    organization, stated = _owner_before(reader, leftmost, start)
    if organization is None:
        organization, stated = _owner_after(reader, place)
    if organization is None:
        organization, stated = _in_context(reader, leftmost, place), False
    return [_post(reader, items[at], organization, start, person.end, stated=stated, after=False) for at in found[::-1]]


def _post(reader: Reader, item: Piece, organization: int | None, start: int, end: int, *, stated: bool, after: bool) -> Post:
    title = reader.titles[item.index]
    post = reader.post(item, organization, start, max(end, item.end), words="", stated=stated, after=after)
    low, high = portfolio(reader.text, title)
    whole = reader.text[low:high]
    past = bool(_FORMERLY.search(reader.text, max(0, low - 40), low))
    # Minister of Trade, Industry and Energy at that ministry: there he is Minister
    named = organization is not None and whole != title.text and " of " in whole
    return replace(post, title=replace(post.title, name=title.text if named else whole), former=past or post.former)


def _set_off(text: str, item: Piece, person: Piece) -> bool:
    """Whether a comma sets the name off from the title before it: 'its president, Dan Tae-ho, was abroad'."""
    before = text[max(0, item.start - 40) : item.start]
    led = re.search(r"(?:\b(?:its|his|her|their|the|a|an|whose)|['’]s?|[A-Z][\w-]*)(?: [a-z][\w-]*){0,3} $", before, re.IGNORECASE)
    return led is not None and text[person.end : person.end + 1] in (",", ".", ";", " ", "’", "'", ")")


def _owner_before(reader: Reader, place: int, start: int) -> tuple[int | None, bool]:
    """The organisation before the title at ``place``, which begins at ``start``: Norvik's purchasing head, KT Chairman."""
    items, text = reader.items, reader.text
    left = place - 1
    while left >= 0 and items[left].end > start:
        left -= 1
    if _ITS.search(text, max(0, start - 60), start):
        return _last(reader, start), True
    if left < 0 or items[left].kind != "O":
        return None, False
    before, gap = items[left], text[items[left].end : start]
    if gap in (") ", ") of "):
        # Financial Supervisory Service (FSS) Gov.
        return (items[left - 1].index if left and items[left - 1].kind == "O" else before.index), True
    return (before.index, True) if _OWN.match(gap) or gap.strip() in ("", "-") else (None, False)


def _owner_after(reader: Reader, place: int) -> tuple[int | None, bool]:
    """Vice Chairman Anita Roh of the Financial Services Commission."""
    items, text = reader.items, reader.text
    if place + 1 < len(items) and items[place + 1].kind == "O" and _OF.match(text[items[place].end : items[place + 1].start]):
        return items[place + 1].index, True
    return None, False


def _after(reader: Reader, place: int) -> list[Post]:
    """Posts told after the name: Koo Kwang-mo, chairman of LG Group; Farid Benali, Norvik's purchasing head."""
    items, text = reader.items, reader.text
    person, here, owner = items[place], place + 1, None
    if here >= len(items) or items[here].kind == "P":
        return []
    if items[here].kind == "O":
        owner, gap = here, text[person.end : items[here].start]
        if not (gap.startswith(",") or gap == " (") or not _AFTER_NAME.match(gap) or here + 1 >= len(items) or items[here + 1].kind != "T":
            return []
        if not _OWN.match(text[items[here].end : items[here + 1].start]) or _heads_next(reader, here + 1):
            return []
        here += 1
    else:
        gap = text[person.end : items[here].start]
        becomes = _BECOMES.match(_ASIDE.sub("", gap))
        if not becomes and not ((gap.startswith((",", " (")) or gap == " ") and _AFTER_NAME.match(gap)):
            return []
        if _heads_next(reader, here):
            return []
    titles = [here]
    while titles[-1] + 1 < len(items) and items[titles[-1] + 1].kind == "T" and _AND.match(text[items[titles[-1]].end : items[titles[-1] + 1].start]):
        if _heads_next(reader, titles[-1] + 1):
            break
        titles.append(titles[-1] + 1)
    last = items[titles[-1]]
    start = portfolio(text, reader.titles[items[titles[0]].index])[0]
    organization, stated, end = (items[owner].index, True, last.end) if owner is not None else (None, False, last.end)
    if organization is None:
        following = titles[-1] + 1
        if following < len(items) and items[following].kind == "O" and _OF.match(text[last.end : items[following].start]):
            organization, stated, end = items[following].index, True, items[following].end
        elif _THE_BODY.match(text, last.end) or _ITS.search(text[person.end : start]) or re.match(r" (?:of|at) its ", text[last.end : last.end + 8]):
            called = _THE_BODY.match(text, last.end)
            organization, stated = _last(reader, person.start, called["body"] if called else ""), True
        else:
            organization = _in_context(reader, titles[0], place)
    reader.taken |= set(titles)
    return [_post(reader, items[at], organization, person.start, end, stated=stated, after=True) for at in titles]


def _heads_next(reader: Reader, place: int) -> bool:
    """Whether the title at ``place`` stands right before another name: 'Lee, Hyundai Motor Chairman Chung and …'."""
    after = reader.items[place + 1] if place + 1 < len(reader.items) else None
    return after is not None and after.kind == "P" and reader.text[reader.items[place].end : after.start] == " "


def _leading(reader: Reader, place: int) -> list[Post]:
    """Gong Byung-ho, who leads the Haesong Shipworkers' Union: a post told by a verb."""
    items, text = reader.items, reader.text
    if place + 1 >= len(items) or items[place + 1].kind != "O":
        return []
    person, body = items[place], items[place + 1]
    leads = _LEADS.match(text[person.end : body.start])
    if leads is None:
        return []
    at = person.end + leads.start("verb")
    name = "founder" if leads["verb"] in _FOUNDS else "head"
    title = Title(at, at + len(leads["verb"]), leads["verb"], name, rank=1, kind="executive")
    return [Post(title, body.index, leads["verb"] in {"led", "headed", "ran"}, Span(person.start, body.end), True, True)]


def _last(reader: Reader, before: int, called: str = "") -> int | None:
    """The organisation last named before an offset; an agency where it is ``called`` one ('a director at the agency')."""
    near = [item for item in reader.items if item.kind == "O" and item.end <= before]
    if called:
        official = called in _OFFICIAL
        near = [item for item in near if (_PUBLIC.search(reader.text[item.start : item.end]) is not None) is official] or near
    return near[-1].index if near else None


def _in_context(reader: Reader, place: int, person: int) -> int | None:
    """Whose post one without an organisation is: that of the body named last in its sentence or paragraph, else of the article's first."""
    items, text = reader.items, reader.text
    title = reader.titles[items[place].index]
    name = items[person]
    if title.kind != "executive" or not _HEADING.search(title.text) or " " not in text[name.start : name.end]:
        return _ministry(reader, place)
    if title.bare:
        # Vice Chair Chang, President Kim and …; a president alone may be the nation's
        listed = place and items[place - 1].kind == "P" and items[place].start - items[place - 1].end < 7
        if not listed and not text.endswith("along with ", 0, items[place].start):
            return None
    begin = max(text.rfind(end, 0, items[place].start) for end in (". ", "\n", ".” ", '." '))
    paragraph = text.rfind("\n", 0, items[place].start)
    bodies = [item for item in items[:place] if item.kind == "O"]
    here = [item for item in bodies if item.start > begin]
    if here:
        return here[-1].index
    owned = {left.index for left, right in pairwise(items) if left.kind == "O" and right.kind == "T" and text[left.end : right.start] == " "}
    owned |= {right.index for left, right in pairwise(items) if left.kind == "T" and right.kind == "O" and _OF.match(text[left.end : right.start])}
    near = [item for item in bodies if item.start > paragraph and item.index not in owned]
    if near:
        return near[-1].index
    lead = [post.organization for posts in reader.posts.values() for post in posts if post.organization is not None and post.stated]
    return lead[0] if lead else None


def _ministry(reader: Reader, place: int) -> int | None:
    """The ministry of what a minister is minister of, where the text names it: Minister of Trade, Industry and Energy."""
    low, high = portfolio(reader.text, reader.titles[reader.items[place].index])
    words = reader.text[low:high]
    fields = re.sub(r"^(?:.*?)(?:[Mm]inister (?:of|for) )(?:the )?", "", words) if " of " in words or " for " in words else ""
    named = [item for item in reader.items if item.kind == "O" and reader.text[item.start : item.end].startswith(("Ministry", "Department"))]
    if fields:
        return next((item.index for item in named if reader.text[item.start : item.end].endswith(fields)), None)
    if words.lower() in {"minister", "vice minister", "secretary"}:
        near = [item for item in named if item.end <= low and "\n" not in reader.text[item.end : low]]
        return near[-1].index if near else None
    return None


def in_english(text: str, person: Piece) -> bool:
    """Whether a name stands in English words: it and what stands beside it hold no Hangul."""
    return _LATIN.match(text, person.start) is not None and _HANGUL.search(text, max(0, person.start - 40), person.end + 40) is None


def told_in_english(text: str, post: Post) -> bool:
    """Whether a post is told in English words."""
    return _HANGUL.search(text, max(0, post.evidence.start - 10), post.evidence.end + 10) is None
