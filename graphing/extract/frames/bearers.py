"""Who bears which title, for words that mean somebody by his title alone."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from graphing.extract.frames.references import HEAD, HEADS
from graphing.model import Person

# A minister of defence (국방장관) is a minister; not so a vice-chairman a chairman.
SHORTER = re.compile(r"(?<=[가-힣])(?:장관|차관|총리|대사|은행장|지사|시장)$")


def bearers(people: Sequence[Person]) -> dict[str, tuple[str, ...]]:
    """Title → the people of the article who bear it; the last word of a longer title counts too ('DS부문 사장' → 사장)."""
    found: dict[str, list[str]] = defaultdict(list)
    for person in people:
        for post in person.affiliations:
            title = re.split(r"[ (]", post.title)[-1] if post.title else ""
            short = SHORTER.search(title)
            head = not post.former and not HEADS.isdisjoint({title, short[0] if short else ""})
            for borne in {title, short[0] if short else "", HEAD if head else ""} - {""}:
                if person.name not in found[borne]:
                    found[borne].append(person.name)
    return {title: tuple(names) for title, names in found.items()}
