"""Posts of people in English sentences: Nvidia CEO Jensen Huang; Koo Kwang-mo, chairman of LG Group; its president, Dan Tae-ho.

Where no organisation stands beside the title, the nearest before it is taken as its possessor only (``Post.stated`` False), so that a
stated one wins.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from graphing.extract.names.english_pieces import portfolio, words_of
from graphing.extract.posts.english_owners import OF, OWN, in_context, last_body, owner_after, owner_before, owner_told
from graphing.extract.posts.pieces import Piece, Post
from graphing.extract.posts.titles import Title
from graphing.model import Span

if TYPE_CHECKING:
    from graphing.extract.posts.finding import Reader

# A title further than this (characters) after a name is nobody's gift to it; nor is one beyond the end of the sentence.
LONGEST = 260
_STOP = re.compile(r"[.!?][”\"]? [A-Z]")
_LATIN, _HANGUL = re.compile("[A-Za-zÀ-ɏ]"), re.compile("[가-힣]")
# Beside a title: ' ', ', the', ', 57, vice', ' (the'.
_AFTER_NAME = re.compile(
    r"^(?:,| \(| –| —| -)? ?(?:\d\d(?:-year-old)?, )?(?:who (?:is|was|serves as|has been) )?"
    r"(?:(?:also|now|then|currently|formerly|previously|the|a|an|his|her|their|new|former|acting|interim|sole|and|\d\d-year-old) )*"
    r"(?:(?!and\b|with\b)[a-z][\w’'\-]* ){0,2}$"
)
# A name – the title that it is told to have or to get.
_BECOMES = re.compile(
    r"^,? (?:who )?(?:will |would |is to |to )?(?:becomes?|became|(?:take|takes|took) (?:over|office)"
    r"|(?:is|was|were|been|be) (?:named|appointed|elected|picked|nominated|inaugurated|re-elected|promoted)"
    r"|(?:has |had |will )?(?:step(?:ped|s)? down|resign(?:ed|s)?|retire[ds]?)"
    r"|(?:(?:was|had been) )?(?:ousted|dismissed|fired|removed|replaced)"
    r"|serv(?:es|ed)|(?:is|was)(?: now)?)(?: (?:as|to|from))?"
    r"(?: (?:the|its|a|an|sole|new|group|next|their|first|non-\w+|youngest|now|also))* $"
)
# Who ran a rival for years and is now a vice president; the chairwoman's brother and a vice chairman.
_IS_NOW = re.compile(
    r"^,? who [^,.;]{3,90} and (?:is|was|has been)(?: now)?(?: (?:the|a|an|its))? $"
    r"|^, (?:the|his|her) [^,.;]{3,50} and (?:a|an|the|its) $"
)
# KT's board tapped Kim – as its new CEO.
_AS = re.compile(r"^,? (?:to serve |to be )?as (?:(?:the|its|a|an|new|next|sole|group|first|their) )*$")
_APPOINTS = re.compile(
    r"\b(?:appoint(?:s|ed|ing|ment of)|nam(?:es|ed|ing)|pick(?:s|ed)|tap(?:s|ped)|recommend(?:s|ed)|nominat(?:es|ed|ion of)"
    r"|elect(?:s|ed|ion of)|hir(?:es|ed|ing)|recruit(?:s|ed|ing)|poach(?:es|ed)|brought in|install(?:s|ed)"
    r"|designat(?:es|ed)|chose|select(?:s|ed|ion of)|promot(?:es|ed)) (?:[^,.;]{0,40} )?$"
)
_ELECTED = re.compile(r"\b(?:elected|inaugurated|office)\b")
# Will take over as finance chief – from Noh.
_OVER_FROM = re.compile(r"\b(?:tak(?:e|es|ing|en)|took) over as (?:[\w’'-]+ ){0,3}$")
# What may stand between a name and what it becomes: an age, who somebody is.
_ASIDE = re.compile(r"^, (?:\d\d|(?:[^,.;\n]|\.(?=[\w,])){3,90}?)(?:,(?= )|(?= as ))")
# Second from left.
_POSITION = re.compile(r"^(?:, | \()(?:[a-z]+ ){0,2}(?:left|right|center|centre|middle|rear)(?: (?:in|of) [a-z ]{1,20})?(?:\)|(?=,))")
# Its head of public affairs, Ok.
_OF_FIELD = re.compile(r" (?:of|for|in charge of|overseeing|responsible for) (?:(?!the\b|a\b|an\b|its\b|which\b)[a-z][\w&-]* ?){1,5}, ")
_AND = re.compile(r"^(?:,? and | & |/|, | cum |-cum-)(?:(?:also|concurrently|the|a|its) )*$")
_FORMERLY = re.compile(
    r"\b(?:former(?:ly)?|then|ex|late|once|retired|outgoing)[- ](?:[\w.\-]+ ){0,2}$|\bserved as (?:[\w-]+ ){0,3}$"
    r"|\b(?:stepped down|resigned|retired|ousted|dismissed|fired|removed|replaced) (?:as|from) (?:[\w-]+ ){0,3}$", re.IGNORECASE
)
_LEADS = re.compile(
    r"^(?:, (?:an?|the) (?:[^,.;]{3,50},|[^,.;]{3,50}(?= who )))?,?(?: who)? (?:also |now |has )?"
    r"(?P<verb>heads|leads|runs|led|headed|ran|chairs|owns|founded|co-founded|set up|started|established)"
    r" (?:the |his |her )?(?:(?!and\b)[\w’'\-]+ ){0,3}(?:(?:at|of) (?:the )?)?$"
)
_SAID = re.compile(r" (?:said|told|says|added|confirmed|explained)\b")
# The maker, which sold a stake to Duru, – hired Kim.
_CLAUSE = re.compile(r", (?:who|which|whose|where|whom)\b[^.;\n]*, $")
_FOUNDS = frozenset({"founded", "co-founded", "set up", "started", "established"})
def english_posts(reader: Reader, place: int) -> list[Post]:
    """The posts that stand beside the name at ``place`` of the reader's row; titles they take are marked in ``reader.taken``."""
    return (_after(reader, place) or _leading(reader, place)) + _becoming(reader, place) + _given_up(reader, place)


def english_posts_before(reader: Reader, place: int) -> list[Post]:
    """The posts told before the name at ``place``: Hanul Energy Chairman Ok, its president, Dan; not what other names have taken."""
    person = reader.items[place]
    posts: list[Post] = []
    here, right = place - 1, person
    while found := _titles_before(reader, here, right, person):
        leftmost = found[-1]
        start = portfolio(reader.text, reader.titles[reader.items[leftmost].index])[0]
        organization, stated = owner_before(reader, leftmost, start)
        if organization is None and not posts:
            bare = reader.titles[reader.items[leftmost].index].bare
            organization, stated = owner_after(reader, place, bare=bare)
        if organization is None:
            organization, stated = in_context(reader, leftmost, place), False
        told = [_post(reader, reader.items[at], organization, start, person.end, stated=stated, after=False) for at in found[::-1]]
        posts = told + posts
        if not _and_more(reader, leftmost):
            break
        here, right = leftmost - 2, reader.items[leftmost - 1]
    return posts


def _titles_before(reader: Reader, here: int, right: Piece, person: Piece) -> list[int]:
    """The places of the titles that lead up to ``right`` from ``here`` on, the nearest first; they are marked as taken."""
    items, text, found = reader.items, reader.text, list[int]()
    while here >= 0 and items[here].kind == "T" and here not in reader.taken:
        item = items[here]
        gap = text[max(item.end, portfolio(text, reader.titles[item.index])[1]) : right.start]
        if right is person:
            joined = gap == " " or ((gap == ", " or _OF_FIELD.fullmatch(gap)) and _set_off(text, item, person))
        else:
            joined = gap == " " or _AND.match(gap) is not None
        if not joined:
            break
        reader.taken.add(here)
        found.append(here)
        right, here = item, here - 1
    return found


def _and_more(reader: Reader, place: int) -> bool:
    """Whether the title at ``place``, with its body, goes on another with its own: SK Group Chairman and KCCI Chairman Chey Tae-won."""
    items, text = reader.items, reader.text
    if place < 3 or [item.kind for item in items[place - 3 : place]] != ["O", "T", "O"] or place - 2 in reader.taken:
        return False
    gaps = [text[left.end : right.start] for left, right in pairwise(items[place - 3 : place + 1])]
    return gaps == [" ", " and ", " "] and not text.endswith("the ", 0, items[place - 3].start)


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


def _plain(gap: str) -> str:
    """What stands between a name and a title without where the name stands in a picture and without nations: ', left, US deputy '."""
    words = _POSITION.sub("", gap).split(" ")
    return " ".join(word for word in words if word not in words_of("where"))


def _after(reader: Reader, place: int) -> list[Post]:
    """Posts told after the name: Koo Kwang-mo, chairman of LG Group; Farid Benali, Norvik's purchasing head."""
    items, text = reader.items, reader.text
    person, here, owner, becomes = items[place], place + 1, None, False
    if here >= len(items) or items[here].kind == "P":
        return []
    gap = _plain(text[person.end : items[here].start])
    if gap.startswith((", and ", " and ")):
        return []
    if items[here].kind == "O":
        owner = here
        beside = gap.startswith((",", " (")) and _AFTER_NAME.match(gap)
        if not beside or here + 1 >= len(items) or items[here + 1].kind != "T":
            return []
        if gap == ", the " and place and items[place - 1].kind == "T" and text[items[place - 1].end : person.start] == " ":
            # Woori Chairman Yim, the FSS governor and …: others of a list
            return []
        if not OWN.match(text[items[here].end : items[here + 1].start]) or _heads_next(reader, here + 1):
            return []
        here += 1
    else:
        becomes = _BECOMES.match(_ASIDE.sub("", gap)) is not None
        if not becomes and not ((gap.startswith((",", " (")) or gap == " ") and _AFTER_NAME.match(gap)):
            return []
        if _heads_next(reader, here):
            return []
    if text.startswith(("'s", "’s"), items[here].end):
        return []
    if gap.startswith((", a ", ", an ")) and _says(reader, here):
        # Ok met Ma, an official at Garam said: neither of them
        return []
    given = becomes and _ELECTED.search(gap) is None
    return _told_after(reader, place, _joined(reader, here), None if owner is None else items[owner].index, given=given)


def _says(reader: Reader, here: int) -> bool:
    """Whether whom the title at ``here`` tells of, with its body, says what the sentence tells: 'an official at Garam said'."""
    items, text = reader.items, reader.text
    body = here + 1 < len(items) and items[here + 1].kind == "O" and OF.match(text[items[here].end : items[here + 1].start])
    return _SAID.match(text, items[here + 1 if body else here].end) is not None


def _joined(reader: Reader, here: int) -> list[int]:
    """The places of the titles that one post after another tells, from the one at ``here`` on: founder and CEO."""
    items, text, titles = reader.items, reader.text, [here]
    while titles[-1] + 1 < len(items) and items[titles[-1] + 1].kind == "T":
        if not _AND.match(text[items[titles[-1]].end : items[titles[-1] + 1].start]) or _heads_next(reader, titles[-1] + 1):
            break
        titles.append(titles[-1] + 1)
    return titles


def _told_after(reader: Reader, place: int, titles: list[int], owner: int | None, *, given: bool = False) -> list[Post]:
    """The posts of the titles at ``titles`` for the name at ``place``; ``owner``: the body before them."""
    items, person = reader.items, reader.items[place]
    last = items[titles[-1]]
    organization, stated, end = owner, owner is not None, last.end
    if organization is None:
        following = titles[-1] + 1
        organization = owner_told(reader, last, person.end, following)
        stated = organization is not None
        if stated and following < len(items) and items[following].index == organization and items[following].kind == "O":
            end = items[following].end
        if organization is None:
            organization = in_context(reader, titles[0], place, given=given)
    reader.taken |= set(titles)
    return [_post(reader, items[at], organization, person.start, end, stated=stated, after=True) for at in titles]


def _becoming(reader: Reader, place: int) -> list[Post]:
    """What a sentence gives to a name after an aside: Kim, formerly of Duru, will take over as CFO; the board tapped Kim as its CEO."""
    items, text = reader.items, reader.text
    person = items[place]
    for here in range(place + 1, min(place + 6, len(items))):
        item = items[here]
        gap = text[person.end : item.start]
        if len(gap) > LONGEST or "\n" in gap or _STOP.search(gap):
            break
        if item.kind != "T" or here in reader.taken or _heads_next(reader, here):
            continue
        rest = _ASIDE.sub("", _plain(gap))
        if _BECOMES.match(rest) or _IS_NOW.match(gap):
            return _told_after(reader, place, _joined(reader, here), None, given=_ELECTED.search(rest) is None)
        verb = _APPOINTS.search(text, max(0, person.start - 80), person.start) if _AS.match(rest) else None
        if verb:
            owner = owner_told(reader, item, item.start, here + 1)
            clause = _CLAUSE.search(text, max(0, verb.start() - 200), verb.start())
            owner = last_body(reader, (clause or verb).start()) if owner is None else owner
            return _told_after(reader, place, _joined(reader, here), owner, given=True)
    return []


def _given_up(reader: Reader, place: int) -> list[Post]:
    """Kim will take over as finance chief from Noh: what Noh was."""
    items, text = reader.items, reader.text
    if not place or items[place - 1].kind != "T" or text[items[place - 1].end : items[place].start] != " from ":
        return []
    title = items[place - 1]
    if not _OVER_FROM.search(text, max(0, title.start - 50), title.start):
        return []
    post = _post(reader, title, in_context(reader, place - 1, place, given=True), title.start, items[place].end, stated=False, after=False)
    return [replace(post, former=True)]


def _heads_next(reader: Reader, place: int) -> bool:
    """Whether the title at ``place`` stands right before another name: 'Lee, Hyundai Motor Chairman Chung and …'."""
    items, text = reader.items, reader.text
    after = items[place + 1] if place + 1 < len(items) else None
    if after is not None and [item.kind for item in items[place + 1 : place + 4]] == ["O", "T", "P"]:
        # Lee, SK Group Chairman and KCCI Chairman Chey
        return [text[left.end : right.start] for left, right in pairwise(items[place : place + 4])] == [" and ", " ", " "]
    if after is None or after.kind != "P":
        return False
    end = portfolio(text, reader.titles[items[place].index])[1]
    return text[max(end, items[place].end) : after.start] == " "


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


def in_english(text: str, person: Piece) -> bool:
    """Whether a name stands in English words: it and what stands beside it hold no Hangul."""
    return _LATIN.match(text, person.start) is not None and _HANGUL.search(text, max(0, person.start - 40), person.end + 40) is None


def told_in_english(text: str, post: Post) -> bool:
    """Whether a post is told in English words."""
    return _HANGUL.search(text, max(0, post.evidence.start - 10), post.evidence.end + 10) is None
