"""Posts that English sentences tell by another's: his Redion counterpart, Kim; Ok's predecessor, Ma."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from graphing.extract.posts.pieces import Piece, Post
from graphing.extract.posts.titles import Title
from graphing.model import Span

if TYPE_CHECKING:
    from graphing.extract.posts.finding import Reader

_WHOSE = r"(?:\b(?:[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|whose)|['’]s?)"
_KIND = r"(?:new |then |former |immediate |longtime |direct )?"
# His – counterpart, Ma; his counterpart at –, Ma; Ok's predecessor, Ma.
_BODYS = re.compile(rf"{_WHOSE} {_KIND}$")
_AT_BODY = re.compile(rf"{_WHOSE} {_KIND}(?P<word>counterpart) (?:at|from|of|in) (?:the )?$")
_AFTER = re.compile(r" (?P<word>counterpart),? $")
# Ok's predecessor, Ma; Ma, his successor.
_BEFORE = re.compile(rf"{_WHOSE} {_KIND}(?P<word>predecessor|successor),? (?:[Mm]r\.? |[Mm]s\.? )?$")
# So many pieces back whoever is meant may stand.
_BACK = 12


def tell_others(reader: Reader, places: Sequence[int]) -> None:
    """Give the names at ``places`` that have no post yet those told by another's, in ``reader.posts``."""
    for place in places:
        person = reader.items[place].index
        if all(post.organization is None for post in reader.posts[person]):
            reader.posts[person] += counterparts(reader, place)


def counterparts(reader: Reader, place: int) -> list[Post]:
    """The post of the name at ``place`` that is told by another person's; the title is the other's."""
    items, text = reader.items, reader.text
    person = items[place]
    before = text[max(0, person.start - 60) : person.start]
    if place and items[place - 1].kind == "T" and text[items[place - 1].end : person.start] == " ":
        # his Garam Party counterpart, Rep. Ma
        place, person = place - 1, items[place - 1]
        before = text[max(0, person.start - 60) : person.start]
    same = _BEFORE.search(before)
    if same is not None:
        return _alike(reader, place, same["word"], None, former=same["word"] == "predecessor")
    if place and items[place - 1].kind == "O":
        body = items[place - 1]
        lead = text[max(0, body.start - 40) : body.start]
        gap = text[body.end : person.start]
        told = _AT_BODY.search(lead) if gap in (", ", " ") else _BODYS.search(lead) and _AFTER.fullmatch(gap)
        if told:
            return _alike(reader, place, "counterpart", body, former=False)
    return []


def _alike(reader: Reader, place: int, word: str, body: Piece | None, *, former: bool) -> list[Post]:
    """A post like that of whoever was named last with one; at ``body``, or where that person is."""
    person, called = reader.items[place], ""
    for item in reader.items[max(0, place - _BACK) : place][::-1]:
        form = reader.text[item.start : item.end]
        if called and called not in form.split(" "):
            continue
        own = [post for post in reader.posts.get(item.index, ()) if post.organization is not None] if item.kind == "P" else []
        if not own:
            if body is None and item.kind == "P":
                if " " in form:
                    # whoever is meant by "his" has no post
                    return []
                called = form
            continue
        like = own[0]
        organization = like.organization if body is None else body.index
        title = Title(person.start, person.start, word, like.title.name, rank=like.title.rank, kind=like.title.kind)
        low, high = (person, person) if body is None else sorted((person, body), key=lambda piece: piece.start)
        return [Post(title, organization, former, Span(low.start, high.end), True, True)]
    return []
