"""Who met whom in the words of a clause, as its particles say: 올트먼 CEO가 → subject, 최 회장과 → partner. Only to explain a reading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from graphing.model import Span

Role = Literal["subject", "partner"]
# The longer first, where one ends another.
PARTICLES: tuple[tuple[str, Role], ...] = (
    ("에게", "partner"), ("께서", "subject"), ("하고", "partner"), ("과", "partner"), ("와", "partner"), ("을", "partner"),
    ("를", "partner"), ("은", "subject"), ("는", "subject"), ("이", "subject"), ("가", "subject"),
)  # fmt: skip
# So many words of title and organisation may stand between a name and its particle.
TITLE_WORDS = 4
REACH = 60  # characters
ENDING = re.compile(r"[.?!]\s|\n\n")
OPENING = "(（["


def named(text: str, words: Span) -> str:
    """The words as they can be quoted: without a bracket that opens behind them."""
    return text[slice(*words)].rstrip(OPENING + " ")


def roles(text: str, participants: Sequence[Span], cue: Span) -> list[Role | None]:
    """What each is in the sentence of ``cue``, the words that tell the meeting; None where no particle says, and in other sentences.

    In a list (갑, 을과) the last one's particle is that of all.
    """
    found: list[Role | None] = [None] * len(participants)
    following: Role | None = None
    for place in sorted(range(len(participants)), key=lambda one: participants[one].start, reverse=True):
        role, listed = _particle(text[participants[place].end : participants[place].end + REACH])
        following = following if listed else role
        span = participants[place]
        between = text[min(span.end, cue.end) : max(span.start, cue.start)]
        found[place] = None if ENDING.search(between) else following
    return found


def _particle(after: str) -> tuple[Role | None, bool]:
    """What the particle behind a name says, and whether a list goes on before one comes."""
    for number, word in enumerate(after.split()[: TITLE_WORDS + 1]):
        bare = word.rstrip(",·")
        attached = number == 0 and not after[:1].isspace()
        for particle, role in PARTICLES:
            if bare.endswith(particle) and (attached or len(bare) > len(particle)):
                return role, False
        if bare != word:
            return None, True
        if bare.endswith((".", "다")):
            break
    return None, False
