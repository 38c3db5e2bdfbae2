"""Headlines of several parts: 'A, B와 오찬… 저녁엔 C와 만찬' tells of B in the first part and of C in the second, and of A in both.

A headline has few verbs, so that its clauses do not part it; its dots do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graphing.extract.frames.cues import Cue
from graphing.extract.frames.linking import Scene
from graphing.extract.frames.phrases import Reference
from graphing.extract.frames.telling import STRONG, Links

# What parts a headline; and what stands behind whom all of it is about.
PARTS = re.compile(r"…|\.{2,}|⋯|‥")
TOPIC = re.compile(r"(?: ?[가-힣A-Z]{1,8})?(?:,|[은는이가] |[은는이가]?[”’\"'] )")


def of_its_part(text: str, at: Scene, cue: Cue, cues: Sequence[Cue], links: Links) -> Links:
    """The links of a headline's cue without those of another part that tells an encounter of its own, but for whom the headline is about.

    All links where the headline has one part, or the cue's part names nobody.
    """
    borders = [match.start() for match in PARTS.finditer(text, at.sentence.start, at.sentence.end)]
    if not borders:
        return links

    def part(place: int) -> int:
        return sum(border < place for border in borders)

    here = part(cue.start)
    telling = {part(other.start) for other in cues if other.kind in STRONG} - {here}
    if not any(part(reference.start) == here for reference, _ in links):
        return links
    topic = _topic(text, at, links)
    return tuple(link for link in links if part(link[0].start) not in telling or link[0] is topic)


def _topic(text: str, at: Scene, links: Links) -> Reference | None:
    """Whom a headline is about: who stands first in it, before a comma or the particle of a subject."""
    first = min((reference for reference, _ in links), key=lambda reference: reference.start, default=None)
    if first is None or PARTS.search(text, at.sentence.start, first.start) or TOPIC.match(text, first.end) is None:
        return None
    return first
