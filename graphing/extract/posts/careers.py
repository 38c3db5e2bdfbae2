"""Posts that a clause about a person lists: 정 원장은 기획재정부 차관보와 금융위 부위원장을 지냈다."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from graphing.extract.posts import grammar
from graphing.extract.posts.pieces import Piece

if TYPE_CHECKING:
    from graphing.extract.posts.finding import Reader


def tell_careers(reader: Reader, people: list[int]) -> None:
    """Adds to ``reader.posts`` what sentences tell of the people at the places ``people``."""
    starts = [item.start for item in reader.items]
    subject: int | None = None
    pronouns = [found.end() for found in grammar.PRONOUN.finditer(reader.text)]
    for place in people:
        person = reader.items[place]
        # `그는` between two people is the one whom the sentence before was about.
        for pronoun in pronouns:
            if subject is not None and _about(reader, subject, pronoun) and pronoun <= person.start:
                _career(reader, reader.items[subject], bisect_left(starts, pronoun), pronoun)
        pronouns = [pronoun for pronoun in pronouns if pronoun > person.start]
        told = max([post.evidence.end for post in reader.posts[person.index]], default=person.end)
        if grammar.TOPIC.match(reader.text, max(told, person.end)):
            subject = place
            _career(reader, person, place + 1, person.end)
    for pronoun in pronouns:
        if subject is not None and _about(reader, subject, pronoun):
            _career(reader, reader.items[subject], bisect_left(starts, pronoun), pronoun)


def _about(reader: Reader, subject: int, pronoun: int) -> bool:
    """Whether a pronoun that ends at ``pronoun`` means the person last spoken of: in the same paragraph, nobody between."""
    start = reader.items[subject].end
    return start < pronoun and "\n" not in reader.text[start : pronoun - 2]


def _career(reader: Reader, person: Piece, here: int, end: int) -> None:
    """The posts of one clause about ``person`` that begins with item ``here``."""
    pending: list[tuple[int, int | None]] = []
    while here < len(reader.items):
        item = reader.items[here]
        if grammar.SENTENCE_END.search(reader.text, end, item.start) or item.kind == "P":
            break
        end = item.end
        if item.kind == "T" and here not in reader.taken:
            owner, _ = reader.owner(here)
            before = reader.items[here - 1]
            if owner is None and before.kind == "O" and grammar.SERVED_AT.match(reader.gap(before.end, item)):
                owner = before.index
            # 가람부 차관은 장관 직무대행을 맡았다: where he is anyway
            stands_in = owner is None and reader.titles[item.index].acting and bool(reader.posts[person.index])
            if owner is not None or stands_in:
                pending.append((here, owner))
                served, called = grammar.SERVED.match(reader.text, end), grammar.CALLED.match(reader.text, end)
                if served or called:
                    _tell(reader, person, pending if served else pending[-1:], bool(served))
                    pending = []
            elif not grammar.AND_NEXT.match(reader.text, end):
                pending = []
        elif item.kind == "T":
            pending = []
        here += 1


def _tell(reader: Reader, person: Piece, pending: list[tuple[int, int | None]], former: bool) -> None:
    for place, owner in pending:
        item = reader.items[place]
        post = reader.post(item, owner, person.start, item.end, after=False)
        reader.posts[person.index].append(replace(post, former=post.former or former, given=True))
        reader.taken.add(place)
